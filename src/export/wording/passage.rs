//! A passage of a document, and what the record holds of it.

use sha2::{Digest as _, Sha256};

use crate::report::alteration::Place;
use crate::report::paper::identity::TO_BE_NAMED;
use crate::report::parts::header::STATUS;

/// The most cells of a row of which some may have been blank; a wider row is only compared as it is.
const MOST_CELLS: usize = 16;

/// What is read as one: a heading, a paragraph, a point, a row, a member of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    /// Where it begins.
    pub(super) place: Place,
    /// Whether it is a heading.
    pub(super) is_heading: bool,
    /// Its words: one text, but several in a row.
    pub(super) cells: Vec<String>,
    /// Of a row below heads, which of its cells people fill in; later ones are not filled in.
    pub(super) inputs: Vec<bool>,
}

/// What counts as blank in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blank {
    /// A cell without words. So it was in documents of earlier versions.
    Empty,
    /// Also one that people fill in, and one of something that is still to be named.
    Open,
}

impl Passage {
    /// The sum of what stands in its cells. A blank cell adds nothing, so that the sum of a row that was filled in later differs
    /// from that of the blank one by what was filled in.
    pub(super) fn digest(&self) -> u32 {
        self.parts(Blank::Open).fold(0, u32::wrapping_add)
    }

    /// Whether it is a row of a table.
    pub(super) fn is_row(&self) -> bool {
        self.cells.len() > 1 && matches!(self.place, Place::Line { .. })
    }

    /// What was recorded if it is as it was exported: its digest, or that of a row in which neighbouring cells were still blank.
    pub(super) fn digests(&self) -> Vec<u32> {
        [Blank::Open, Blank::Empty].into_iter().flat_map(|blank| self.digests_of(blank)).collect()
    }

    fn digests_of(&self, blank: Blank) -> Vec<u32> {
        let parts: Vec<u32> = self.parts(blank).collect();
        let whole = parts.iter().copied().fold(0, u32::wrapping_add);
        let mut digests = vec![whole];
        // The first cell names the row and is never blank.
        let fillable = if parts.len() <= MOST_CELLS { parts.get(1..).unwrap_or_default() } else { &[] };
        for start in 0..fillable.len() {
            let filled = fillable.iter().skip(start).scan(0_u32, |sum, part| {
                *sum = sum.wrapping_add(*part);
                Some(*sum)
            });
            digests.extend(filled.map(|filled| whole.wrapping_sub(filled)));
        }
        digests
    }

    /// Its words on one line.
    pub(super) fn words(&self) -> String {
        let cells: Vec<&str> = self.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        let between = if matches!(self.place, Place::Member(_)) { ": " } else { " | " };
        cells.join(between)
    }

    fn parts(&self, blank: Blank) -> impl Iterator<Item = u32> + '_ {
        let is_open = move |position: usize, cell: &str| {
            let is_input = self.inputs.get(position).copied().unwrap_or(false);
            blank == Blank::Open && (is_input || self.is_row() && cell.trim() == TO_BE_NAMED)
        };
        self.cells.iter().enumerate().map(move |(position, cell)| match letters(cell) {
            letters if letters.is_empty() || is_open(position, cell) => 0,
            letters => first_bytes(&format!("{position} {letters}")),
        })
    }
}

/// What counts of a text: its letters and signs without white space, with quotation marks and dashes in one form each. Of the
/// status only its name, for people set it.
fn letters(text: &str) -> String {
    let text = text.trim();
    let is_status = text.strip_prefix(STATUS).is_some_and(|rest| rest.starts_with(':'));
    let counted = if is_status { STATUS } else { text };
    counted.chars().filter(|letter| !letter.is_whitespace()).map(plain).collect()
}

fn plain(letter: char) -> char {
    match letter {
        '\u{201c}' | '\u{201d}' | '\u{201e}' => '"',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{2010}'..='\u{2014}' | '\u{2212}' => '-',
        other => other,
    }
}

fn first_bytes(text: &str) -> u32 {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::{Passage, Place};

    fn row(cells: &[&str]) -> Passage {
        let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
        Passage {
            place: Place::Line { number: 1, heading: String::new() },
            is_heading: false,
            cells,
            inputs: Vec::new(),
        }
    }

    #[test]
    fn what_people_fill_in_does_not_count_and_did_in_earlier_versions() {
        let with = |size: &str, owner: &str, due: &str| Passage {
            inputs: vec![false, true, true],
            ..row(&["REQ-01", size, owner, "Use SMS", due])
        };
        let exported = with("S", "to be named", "to be named");
        for [size, owner, due] in [["XL", "Jo", "1 May"], ["", "", ""], ["S", "Jo", "to be named"], ["S", "", "1 May"]]
        {
            assert!(with(size, owner, due).digests().contains(&exported.digest()), "{size} {owner} {due}");
        }
        let earlier = row(&["REQ-01", "S", "to be named", "Use SMS", "to be named"]).cells;
        let earlier = (0..)
            .zip(&earlier)
            .map(|(position, cell): (usize, _)| super::first_bytes(&format!("{position} {}", super::letters(cell))));
        assert!(exported.digests().contains(&earlier.fold(0, u32::wrapping_add)), "a document of an earlier version");
        let other = Passage { cells: row(&["REQ-01", "S", "Jo", "Use push", "1 May"]).cells, ..exported.clone() };
        assert!(!other.digests().contains(&exported.digest()));
        let member = |text: &str| Passage { place: Place::Member("owner".to_owned()), ..row(&["owner", text]) };
        assert!(!member("Jo").digests().contains(&member("to be named").digest()), "JSON has no room");
    }

    #[test]
    fn white_space_and_the_form_of_marks_do_not_count() {
        for (one, other) in [
            ("a  sentence\n here.", "a sentence here."),
            ("\u{201c}quoted\u{201d} \u{2013} so", "\"quoted\" - so"),
            ("Status: Draft", "Status: Signed by Jo"),
        ] {
            assert_eq!(row(&[one]).digest(), row(&[other]).digest(), "{one}");
        }
        for (one, other) in [("+500", "-500"), ("partly", "party"), ("Statuses: 1", "Statuses: 2"), ("a b", "b a")] {
            assert_ne!(row(&[one]).digest(), row(&[other]).digest(), "{one}");
        }
    }

    #[test]
    fn blank_cells_may_be_filled_in_and_others_may_not() {
        let blank = row(&["The decision", "", "", "", "Fit"]).digest();
        for filled in [["Jo", "1 May", "J"], ["Jo", "", ""], ["", "1 May", ""], ["", "", "J"], ["", "1 May", "J"]] {
            let [name, date, signature] = filled;
            assert!(row(&["The decision", name, date, signature, "Fit"]).digests().contains(&blank), "{filled:?}");
        }
        for other in [
            ["The decision", "Jo", "", "", "Gap"],
            ["A decision", "Jo", "", "", "Fit"],
            ["The decision", "Fit", "", "", ""],
        ] {
            assert!(!row(&other).digests().contains(&blank), "{other:?}");
        }
        assert!(!row(&["The decision", "", "", "", ""]).digests().contains(&blank), "nothing may go");
    }
}
