//! CSV after RFC 4180: the fit-gap register for a spreadsheet or a tracker, one table. No cell can become a formula.

pub(crate) mod portfolio;

use crate::diagnostic::clean::visible;
use crate::model::alternative::Side;
use crate::report::Report;
use crate::report::bibliography::Cited;
use crate::report::paper::Paper;
use crate::report::paper::costs::Work;
use crate::report::parts::conditions::limits_elsewhere;
use crate::report::parts::register::{RegisterEntry, approach};
use crate::report::words::how_well;

/// Spreadsheets read the file as UTF-8 only if it begins so.
const MARK: char = '\u{feff}';

/// What stands between the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// As RFC 4180 has it.
    Comma,
    /// What spreadsheets expect where the comma stands in numbers.
    Semicolon,
    /// What is in no text.
    Tab,
}

impl Delimiter {
    fn letter(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between the cells.
    pub delimiter: Delimiter,
    /// Whether a first line `sep=;` says so.
    pub has_sep_line: bool,
}

impl Dialect {
    /// The one of the standard, which is meant if nothing is said.
    pub const RFC_4180: Self = Self { delimiter: Delimiter::Comma, has_sep_line: false };
}

/// Rows as they are written.
struct Rows {
    text: String,
    delimiter: char,
}

impl Rows {
    fn in_dialect(dialect: Dialect) -> Self {
        let delimiter = dialect.delimiter.letter();
        let sep_line = if dialect.has_sep_line { format!("sep={delimiter}\r\n") } else { String::new() };
        Self { text: format!("{MARK}{sep_line}"), delimiter }
    }

    fn push(&mut self, cells: impl Iterator<Item = Cell>) {
        for (position, cell) in cells.enumerate() {
            if position > 0 {
                self.text.push(self.delimiter);
            }
            match cell {
                Cell::Text(text) => self.text.push_str(&quoted(&text)),
                Cell::Number(number) => self.text.push_str(&number.to_string()),
            }
        }
        self.text.push_str("\r\n");
    }
}

/// A cell.
pub(crate) enum Cell {
    /// Text, always in quotes.
    Text(String),
    /// A number, never in quotes.
    Number(i32),
}

/// A column: its head, and what stands in it.
type Column<'r> = (String, Box<dyn Fn(&RegisterEntry) -> Cell + 'r>);

/// The register, one row for each requirement, with all that is known about it.
pub(crate) fn register(report: &Report, paper: &Paper, dialect: Dialect) -> String {
    let mut columns = vec![
        text("Number", |entry| entry.number.to_string()),
        text("Statement", |entry| statement(report, entry)),
        text("Topic", |entry| entry.topic.to_string()),
        text("Question", |entry| entry.ask.to_string()),
        text("Answer", |entry| entry.choice.clone()),
        text("Requirement", |entry| entry.wish.clone()),
        text("Importance", |entry| entry.importance.word().to_owned()),
    ];
    for side in Side::BOTH {
        let standing = &report.standings[side];
        columns.push(text(&standing.short, move |entry| how_well(entry.levels[side]).to_owned()));
        let state = standing.state.as_deref().unwrap_or(standing.availability.word());
        columns.push(text(&format!("{} on the day", standing.short), move |_| state.to_owned()));
    }
    columns.push(("Adds".to_owned(), Box::new(|entry| Cell::Number(entry.contribution))));
    columns.extend([
        text("Speaks for", |entry| entry.adds.words.clone()),
        text("Limitations", |entry| listed(entry.limits.iter().map(|limit| limit.id.as_str()))),
        text("What is limited", |entry| listed(entry.limits.iter().map(|limit| limit.title.as_str()))),
        text("Severity", |entry| entry.limits.first().map_or("", |limit| limit.severity.word()).to_owned()),
        text("Workaround", |entry| listed(entry.workarounds())),
        text(&limits_elsewhere(&report.nouns), |entry| {
            listed(entry.elsewhere.iter().map(|limit| limit.title.as_str()))
        }),
        text("Way to close", |entry| approach(entry).to_owned()),
        text("Size", |entry| of_work(paper, entry, |work| &work.size)),
        text("Owner", |entry| of_work(paper, entry, |work| &work.owner)),
        text("Due", |entry| of_work(paper, entry, |work| &work.by)),
        text("Acceptance criterion", |entry| entry.acceptance.clone()),
        text("Note", |entry| entry.note.clone()),
        text("Sources", |entry| sources(report, &entry.cited)),
        text("Plan", |_| report.title.clone()),
        text("Planned for", |_| report.planning_for.clone()),
        text("Decision", |_| paper.answer.headline.to_string()),
    ]);
    let mut rows = Rows::in_dialect(dialect);
    rows.push(columns.iter().map(|(name, _)| Cell::Text(name.clone())));
    for entry in &report.register {
        rows.push(columns.iter().map(|(_, value)| value(entry)));
    }
    rows.text
}

/// Why a requirement adds what it adds.
fn statement(report: &Report, entry: &RegisterEntry) -> String {
    let driver = report.drivers.iter().find(|driver| driver.number == entry.number);
    driver.map(|driver| driver.sentence.clone()).unwrap_or_default()
}

/// What is said of the piece of work that a requirement needs, if it needs any.
fn of_work<'p>(paper: &'p Paper, entry: &RegisterEntry, said: impl Fn(&'p Work) -> &'p str) -> String {
    let work = paper.costs.work.iter().find(|work| work.numbers.contains(&entry.number));
    work.map(said).unwrap_or_default().to_owned()
}

fn text<'r>(name: &str, value: impl Fn(&RegisterEntry) -> String + 'r) -> Column<'r> {
    (name.to_owned(), Box::new(move |entry| Cell::Text(value(entry))))
}

fn listed<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.collect::<Vec<_>>().join("; ")
}

/// Addresses with the place in them and from when their texts are.
fn sources(report: &Report, cited: &[Cited]) -> String {
    let one = |citation: &Cited| {
        let work = report.works.iter().find(|work| work.number == citation.number)?;
        let place = citation.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
        Some(format!("{}{place} ({})", work.url, work.reading))
    };
    cited.iter().filter_map(one).collect::<Vec<_>>().join("; ")
}

/// Text in quotes, behind an apostrophe if a spreadsheet could take it for a formula.
fn quoted(text: &str) -> String {
    let guard = if is_formula(text) { "'" } else { "" };
    format!("\"{guard}{}\"", visible(text).replace('"', "\"\""))
}

/// Whether a text begins like a formula, in ASCII or in full width, leading blanks aside.
fn is_formula(text: &str) -> bool {
    let begins = |text: &str| {
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
    };
    begins(text) || begins(text.trim_start())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_a_user_typed_becomes_a_formula() {
        for (text, written) in [
            ("plain", "\"plain\""),
            ("say \"so\", please", "\"say \"\"so\"\", please\""),
            ("=1+1", "\"'=1+1\""),
            ("  @SUM(A1)", "\"'  @SUM(A1)\""),
            ("\t-2", "\"' -2\""),
            ("\u{ff1d}1", "\"'\u{ff1d}1\""),
            ("\0x", "\"'<U+0000>x\""),
            ("\u{a0}+1", "\"'\u{a0}+1\""),
            ("a=1", "\"a=1\""),
            ("", "\"\""),
        ] {
            assert_eq!(quoted(text), written, "{text:?}");
        }
    }
}
