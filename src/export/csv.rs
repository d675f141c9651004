//! CSV after RFC 4180: the fit-gap register for a spreadsheet or a tracker. No cell can become a formula.

use crate::diagnostic::clean::visible;
use crate::model::alternative::Side;
use crate::report::Report;
use crate::report::bibliography::Cited;
use crate::report::register::{Entry, approach, disposition};

/// Spreadsheets read the file as UTF-8 only if it begins so.
const MARK: char = '\u{feff}';

/// A cell.
enum Cell {
    /// Text, always in quotes.
    Text(String),
    /// A number, never in quotes.
    Number(i32),
}

/// A column: its head, and what stands in it for an entry.
type Column<'r> = (String, Box<dyn Fn(&Entry) -> Cell + 'r>);

/// The register with all that is known about each requirement.
pub fn register(report: &Report) -> String {
    let mut columns = vec![
        text("Number", |entry| entry.number.to_string()),
        text("Topic", |entry| entry.topic.to_string()),
        text("Question", |entry| entry.ask.to_string()),
        text("Answer", |entry| entry.choice.clone()),
        text("Requirement", |entry| entry.wish.clone()),
        text("Importance", |entry| entry.importance.word().to_owned()),
    ];
    for side in Side::BOTH {
        let name = &report.standings[side].short;
        columns.push(text(name, move |entry| disposition(entry.levels[side]).to_owned()));
    }
    columns.push(("Adds".to_owned(), Box::new(|entry| Cell::Number(entry.contribution))));
    columns.extend([
        text("Limitations", |entry| listed(entry.limits.iter().map(|limit| limit.id.as_str()))),
        text("What is limited", |entry| listed(entry.limits.iter().map(|limit| limit.title.as_str()))),
        text("Severity", |entry| entry.limits.first().map_or("", |limit| limit.severity.word()).to_owned()),
        text("Workaround", |entry| listed(entry.workarounds())),
        text("Way to close", |entry| approach(entry.way).to_owned()),
        text("Effort", |_| "unestimated".to_owned()),
        text("Owner", |_| String::new()),
        text("Acceptance criterion", |entry| entry.acceptance.clone()),
        text("Note", |entry| entry.note.clone()),
        text("Sources", |entry| sources(report, &entry.cited)),
        text("Plan", |_| report.title.clone()),
        text("Planned for", |_| report.planning_for.clone()),
        text("Decision", |_| report.decision.headline.clone()),
    ]);
    for side in Side::BOTH {
        let standing = &report.standings[side];
        let value =
            move |_: &Entry| standing.value.map_or(Cell::Text(String::new()), |value| Cell::Number(value.into()));
        columns.push((format!("{} value", standing.short), Box::new(value)));
    }
    table(report, &columns)
}

/// The register as work items, with the column names of Azure DevOps.
pub fn devops(report: &Report) -> String {
    let columns = [
        text("Work Item Type", |_| "Requirement".to_owned()),
        text("Title", |entry| format!("{} {}", entry.number, entry.wish)),
        text("State", |_| "New".to_owned()),
        ("Priority".to_owned(), Box::new(|entry: &Entry| Cell::Number(priority(entry))) as Box<_>),
        text("Description", |entry| described(report, entry)),
        text("Acceptance Criteria", |entry| entry.acceptance.clone()),
        text("Fit Gap Status", |entry| disposition(entry.levels[entry.side]).to_owned()),
        text("Gap Solution Approach", |entry| approach(entry.way).to_owned()),
        text("Requirement Mapping", |entry| report.standings[entry.side].name.clone()),
        text("Work Around", |entry| listed(entry.workarounds())),
        text("Microsoft References", |entry| sources(report, &entry.cited)),
        text("Internal References", |_| report.title.clone()),
        text("Tags", |entry| format!("{}; {}", entry.importance.word(), entry.topic)),
    ];
    table(report, &columns)
}

fn text<'r>(name: &str, value: impl Fn(&Entry) -> String + 'r) -> Column<'r> {
    (name.to_owned(), Box::new(move |entry| Cell::Text(value(entry))))
}

/// 1 for a must to 3 for a could.
fn priority(entry: &Entry) -> i32 {
    match entry.importance {
        crate::model::question::Importance::Must => 1,
        crate::model::question::Importance::Should => 2,
        crate::model::question::Importance::Could => 3,
    }
}

fn described(report: &Report, entry: &Entry) -> String {
    let levels =
        Side::BOTH.map(|side| format!("{}: {}.", report.standings[side].name, disposition(entry.levels[side])));
    let limits = entry.limits.iter().map(|limit| format!("{} ({}).", limit.title, limit.severity.word()));
    let note = (!entry.note.is_empty()).then(|| entry.note.clone());
    let asked = format!("{} {}.", entry.ask, entry.choice.trim_end_matches('.'));
    std::iter::once(asked).chain(levels).chain(limits).chain(note).collect::<Vec<_>>().join(" ")
}

fn listed<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.collect::<Vec<_>>().join("; ")
}

/// Addresses with the place in them and the day somebody last read them.
fn sources(report: &Report, cited: &[Cited]) -> String {
    let one = |citation: &Cited| {
        let work = report.works.iter().find(|work| work.number == citation.number)?;
        let place = citation.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
        Some(format!("{}{place} (read {})", work.url, work.verified))
    };
    cited.iter().filter_map(one).collect::<Vec<_>>().join("; ")
}

fn table(report: &Report, columns: &[Column<'_>]) -> String {
    let mut out = MARK.to_string();
    row(&mut out, columns.iter().map(|(name, _)| Cell::Text(name.clone())));
    for entry in &report.register {
        row(&mut out, columns.iter().map(|(_, value)| value(entry)));
    }
    out
}

fn row(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            out.push(',');
        }
        match cell {
            Cell::Text(text) => out.push_str(&quoted(&text)),
            Cell::Number(number) => out.push_str(&number.to_string()),
        }
    }
    out.push_str("\r\n");
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
