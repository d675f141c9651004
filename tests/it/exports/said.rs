//! A document of any format as the plain texts that a reader finds in it: a cell's row, a line, a member, a page.

use journey_advisor::export::Format;

use crate::support::web::Page;

/// How far apart the pieces of a fact may stand, in bytes.
const NEAR: usize = 3000;

/// What a document says, each stretch on one line and without marks of emphasis.
pub(crate) struct Said(String);

impl Said {
    pub(crate) fn of(format: Format, text: &str) -> Self {
        let stretches = match format {
            Format::Text => vec![text.to_owned()],
            Format::Markdown | Format::Adr => markdown(text),
            Format::Html => vec![Page::read(text).text],
            Format::Json => members(text),
            Format::Csv => rows(text),
            Format::Word | Format::Excel => panic!("{format:?} is no text"),
            Format::DevOps => rows(text).iter().map(|row| Page::read(row).text).collect(),
        };
        Self(stretches.iter().map(|stretch| plain(stretch)).collect::<Vec<_>>().join("\n"))
    }

    /// Whether a fact is said in one stretch: all its pieces, in order and near each other.
    pub(crate) fn states(&self, pieces: &[String]) -> bool {
        let pieces: Vec<String> = pieces.iter().map(|piece| plain(piece)).collect();
        let Some((first, others)) = pieces.split_first() else { return true };
        self.0.match_indices(first.as_str()).any(|(start, _)| {
            let stretch = self.0[start + first.len()..].split('\n').next().unwrap();
            in_order(stretch, others)
        })
    }
}

/// Whether a stretch goes on with the pieces, in their order.
fn in_order(stretch: &str, pieces: &[String]) -> bool {
    let mut at = 0;
    pieces.iter().all(|piece| {
        let end = stretch.floor_char_boundary(at + NEAR + piece.len());
        let found = stretch[at..end].find(piece.as_str());
        at += found.map_or(0, |distance| distance + piece.len());
        found.is_some()
    })
}

/// One line, with numbers as bare digits: the formats differ in signs and separators alone.
fn plain(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let digits = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let letters: Vec<char> = flat.chars().collect();
    let is_separator = |at: usize| {
        letters[at] == ',' && at > 0 && digits(letters.get(at - 1).copied()) && digits(letters.get(at + 1).copied())
    };
    let kept = (0..letters.len()).filter(|at| !is_separator(*at)).map(|at| letters[at]);
    kept.filter(|letter| *letter != '+').collect()
}

/// Paragraphs, points and rows, without the marks that make them so. A point holds what is listed below it.
fn markdown(text: &str) -> Vec<String> {
    let shown = without_addresses(text).replace("\n  - ", " ").replace("**", "").replace('`', "");
    let lines = shown.lines().map(|line| {
        let mut out = String::new();
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            out.extend(if letter == '\\' { letters.next() } else { Some(letter) });
        }
        out
    });
    lines.collect()
}

/// A text whose citations lead nowhere: a reader sees the number of a source, not its address.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("\\]](<");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |shown, part| shown + "\\]]" + part.split_once(">)").unwrap().1)
}

/// The title and every statement in the document of a JSON. A plan without a title has an empty one there.
fn members(text: &str) -> Vec<String> {
    let json: serde_json::Value = serde_json::from_str(text).unwrap();
    let parts = json["document"].as_array().unwrap().iter();
    let statements = parts.flat_map(|part| part["statements"].as_array().unwrap());
    let statements = statements.map(|statement| statement.as_str().unwrap().to_owned());
    let title = json["title"].as_str().filter(|title| !title.is_empty()).unwrap_or("Untitled plan");
    std::iter::once(title.to_owned()).chain(statements).collect()
}

/// The cells of each row.
fn rows(text: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().collect::<Vec<_>>().join(" ")).collect()
}
