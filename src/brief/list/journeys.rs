//! From the rows of a list to its journeys.

use std::collections::BTreeMap;

use crate::brief::Passage;
use crate::brief::split::Under;
use crate::diagnostic::clean::visible;
use crate::model::question::Importance;

use super::heads::{Columns, Heads};
use super::naming::{Names, title};
use super::separated::SEPARATORS;
use super::{Backlog, Journey, NoList, Refused, Row, Sheet, markup, worth};

/// The most bytes that a row may say: more than a spreadsheet takes in three cells.
const MOST_TEXT: usize = 100_000;
/// So many remarks of a kind are made, and the rest counted.
const REMARKS: usize = 5;

/// What a row says.
struct Read {
    row: usize,
    /// What it is called; empty if it has no name.
    title: String,
    text: String,
    /// The name of its journey, where rows are grouped.
    journey: String,
    importance: Option<Importance>,
    number: Option<String>,
}

/// The journeys of a sheet.
pub(super) fn backlog(sheet: Sheet, columns: &Columns) -> Result<Backlog, NoList> {
    let Sheet { rows, refused, remarks, separator } = sheet;
    let heads = Heads::find(&rows, columns)?;
    let (above, below): (Vec<&Row>, Vec<&Row>) =
        rows.iter().filter(|row| row.number != heads.row).partition(|row| row.number < heads.row);
    if below.is_empty() && refused.is_empty() {
        return Err(NoList::NoRows);
    }
    let head = rows.iter().find(|row| row.number == heads.row).expect("heads are a row of the sheet");
    let mut backlog = Backlog { refused, remarks, uses: heads.uses(head), ..Backlog::default() };
    if let Some(last) = above.last() {
        backlog.remarks.push(format!(
            "The heads stand in row {}; what stands above, to row {}, was left out.",
            heads.row, last.number
        ));
    }
    if heads.titles.len() > 1 && heads.journey.is_none() {
        backlog.remarks.push(
            "Each work item is a journey of its own. `--columns \"journey=Title 1\"` makes one journey of all items below each \
             at the top."
                .to_owned(),
        );
    }
    let mut reading = Reading { heads: &heads, separator, path: Vec::new(), unknown: Vec::new() };
    let mut read = Vec::new();
    for row in below {
        match reading.row(row) {
            Ok(row) => read.push(row),
            Err(Unused::NotWanted(row)) => backlog.left_out.push(row),
            Err(Unused::Refused(row)) => backlog.refused.push(row),
        }
    }
    backlog.remarks.extend(reading.unknown_words());
    backlog.refused.sort_by_key(|refused| refused.row);
    backlog.journeys = grouped(read, heads.journey.is_some());
    Ok(backlog)
}

/// Why a row is in no journey.
enum Unused {
    NotWanted(Refused),
    Refused(Refused),
}

struct Reading<'h> {
    heads: &'h Heads,
    separator: Option<char>,
    /// The titles above the row, in a tree of work items.
    path: Vec<String>,
    /// What says how much a row matters in no word that is known: the row, and what stands there.
    unknown: Vec<(usize, String)>,
}

impl Reading<'_> {
    fn row(&mut self, row: &Row) -> Result<Read, Unused> {
        let heads = self.heads;
        let refused = |column, why: String| Unused::Refused(Refused { row: row.number, column, why });
        let own = self.title(row);
        self.shape(row).map_err(|(column, why)| refused(column, why))?;
        let journey = heads.journey.map_or(String::new(), |column| self.journey(row, column));
        let texts = heads.texts.iter().map(|column| markup::text(row.cell(*column)));
        let text = texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n\n");
        if text.len() + own.len() > MOST_TEXT {
            let longest = row.cells.iter().max_by_key(|cell| cell.text.len()).map(|cell| cell.column);
            return Err(refused(
                longest,
                format!("this is more than a row may say, which is {MOST_TEXT} bytes; shorten it"),
            ));
        }
        if own.is_empty() && text.is_empty() && journey.is_empty() {
            return Err(refused(None, "it has neither a title nor a text; fill in one of them".to_owned()));
        }
        if heads.journey.is_some() && journey.is_empty() {
            return Err(refused(
                heads.journey,
                "it names no journey; write the name into every row that belongs to it".to_owned(),
            ));
        }
        let importance = self.importance(row).map_err(Unused::NotWanted)?;
        let number = heads.number.map(|column| row.cell(column)).filter(|number| !number.is_empty());
        Ok(Read { row: row.number, title: own, text, journey, importance, number: number.map(str::to_owned) })
    }

    /// How much a row matters, if it says so; an error if it is not wanted.
    fn importance(&mut self, row: &Row) -> Result<Option<Importance>, Refused> {
        let Some(column) = self.heads.importance else { return Ok(None) };
        let cell = row.cell(column);
        match worth::worth(cell) {
            Some(Under::Importance(importance)) => return Ok(Some(importance)),
            Some(Under::OutOfScope) => {
                let why = format!("it is not wanted: `{}`", visible(cell));
                return Err(Refused { row: row.number, column: Some(column), why });
            }
            Some(Under::Nothing) | None if cell.is_empty() => {}
            Some(Under::Nothing) | None => self.unknown.push((row.number, title(cell))),
        }
        Ok(None)
    }

    /// The title of a row, in a tree the one of its level.
    fn title(&mut self, row: &Row) -> String {
        let titles = &self.heads.titles;
        let own = titles.iter().enumerate().map(|(level, column)| (level, row.cell(*column)));
        let Some((level, own)) = own.rev().find(|(_, title)| !title.is_empty()) else { return String::new() };
        self.path.truncate(level);
        self.path.resize(level, String::new());
        self.path.push(own.to_owned());
        own.to_owned()
    }

    /// The journey of a row; where that is a level of a tree, the item of that level above it.
    fn journey(&self, row: &Row, column: usize) -> String {
        let level = self.heads.titles.iter().position(|own| *own == column);
        let above = level.and_then(|level| self.path.get(level)).map(String::as_str);
        above.unwrap_or_else(|| row.cell(column)).to_owned()
    }

    /// Whether a row of separated cells has the form that the heads have; if not, where and why.
    fn shape(&self, row: &Row) -> Result<(), (Option<usize>, String)> {
        let Some(separator) = self.separator else { return Ok(()) };
        let width = self.heads.width;
        if let Some(cell) = row.cells.iter().find(|cell| cell.column >= width) {
            let why = format!(
                "the row has {} cells, and there are {width} heads; put quotation marks around a cell with a {} in it",
                row.width,
                name(separator)
            );
            return Err((Some(cell.column), why));
        }
        let missing = width.saturating_sub(row.width);
        let other = SEPARATORS.into_iter().filter(|other| *other != separator);
        let mixed = other.into_iter().find(|other| {
            row.width == 1 && missing > 0 && row.cells.iter().any(|cell| cell.text.matches(*other).count() >= missing)
        });
        match mixed {
            None => Ok(()),
            Some(other) => {
                let (own, wanted) = (name(other), name(separator));
                Err((
                    Some(0),
                    format!("the row seems to be separated by a {own}, the heads by a {wanted}; use one of them"),
                ))
            }
        }
    }

    fn unknown_words(self) -> Vec<String> {
        let more = self.unknown.len().saturating_sub(REMARKS);
        let told = self.unknown.iter().take(REMARKS).map(|(row, word)| {
            format!("Row {row}: `{word}` does not say how much it matters, so its text does. Write must, should, could or won't.")
        });
        let rest = (more > 0).then(|| format!("{more} more rows say in no word that is known how much they matter."));
        told.chain(rest).collect()
    }
}

fn name(separator: char) -> &'static str {
    match separator {
        ';' => "semicolon",
        '\t' => "tab",
        _ => "comma",
    }
}

/// One journey of each row, or one of all rows that name the same.
fn grouped(rows: Vec<Read>, is_grouped: bool) -> Vec<Journey> {
    let mut groups: Vec<(String, Vec<Read>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let called = if is_grouped {
            &row.journey
        } else if row.title.is_empty() {
            &row.text
        } else {
            &row.title
        };
        let called = title(called);
        let place =
            if is_grouped { *places.entry(called.to_lowercase()).or_insert(groups.len()) } else { groups.len() };
        match groups.get_mut(place) {
            Some((_, group)) => group.push(row),
            None => groups.push((called, vec![row])),
        }
    }
    let mut names = Names::default();
    let journeys = groups.into_iter().map(|(called, rows)| {
        let numbers: Vec<usize> = rows.iter().map(|row| row.row).collect();
        let (title, file) = names.give(&called, numbers.first().copied().unwrap_or_default());
        let is_named = is_grouped && !rows.iter().any(|row| row.title.eq_ignore_ascii_case(&called));
        let name = is_named.then(|| Passage { title: called, ..Passage::default() });
        let passages = name.into_iter().chain(rows.into_iter().map(passage)).collect();
        Journey { title, file, rows: numbers, passages }
    });
    journeys.collect()
}

/// What a row says, its title where there is nothing else.
fn passage(row: Read) -> Passage {
    let Read { title, text, importance, number, .. } = row;
    let (title, text) = if text.is_empty() { (String::new(), title) } else { (title, text) };
    Passage { title, text, importance, number }
}
