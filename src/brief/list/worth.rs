//! How much a row matters, by the cell that says so: MoSCoW, words and levels of priority.

use super::heads::compact;
use crate::brief::split::{Under, alone};
use crate::model::question::Importance;

/// What priorities stand for. Trackers count from 1, which is what nothing can do without.
const PRIORITIES: [(Under, &[&str]); 4] = [
    (
        Under::Importance(Importance::Must),
        &[
            "mo",
            "1",
            "p1",
            "prio1",
            "priority1",
            "high",
            "highest",
            "veryhigh",
            "critical",
            "vital",
            "blocker",
            "urgent",
        ],
    ),
    (Under::Importance(Importance::Should), &["2", "p2", "prio2", "priority2", "medium", "normal", "moderate", "sh"]),
    (
        Under::Importance(Importance::Could),
        &["co", "3", "4", "p3", "p4", "prio3", "prio4", "priority3", "priority4", "low", "lowest", "verylow", "minor"],
    ),
    (Under::OutOfScope, &["wo", "wouldnthave", "wouldhave", "wontdo", "rejected", "removed"]),
];

/// What a cell says; `None` if it is none of the usual words.
pub(super) fn worth(cell: &str) -> Option<Under> {
    let (word, behind) = cell.split_at(cell.find([':', '(', '/', '–']).unwrap_or(cell.len()));
    alone(cell).or_else(|| alone(word.trim())).or_else(|| priority(cell)).or_else(|| priority(word)).or_else(|| {
        // `1 - Must have`
        let (_, after) = cell.split_once('-')?;
        if behind.is_empty() { alone(after.trim()).or_else(|| priority(cell.split('-').next()?)) } else { None }
    })
}

fn priority(cell: &str) -> Option<Under> {
    let letters = compact(cell);
    PRIORITIES.iter().find(|(_, words)| words.contains(&letters.as_str())).map(|(under, _)| *under)
}

#[cfg(test)]
mod tests {
    use super::worth;
    use crate::brief::split::Under::{Importance, OutOfScope};
    use crate::model::question::Importance::{Could, Must, Should};

    #[test]
    fn the_usual_words_are_known_however_they_are_written() {
        for (cell, under) in [
            ("Must", Some(Importance(Must))),
            ("MUST HAVE", Some(Importance(Must))),
            ("m", Some(Importance(Must))),
            ("1", Some(Importance(Must))),
            ("1 - Must have", Some(Importance(Must))),
            ("1 - Critical", Some(Importance(Must))),
            ("Should (MVP)", Some(Importance(Should))),
            ("should-have", Some(Importance(Should))),
            ("P2", Some(Importance(Should))),
            ("Nice to have", Some(Importance(Could))),
            ("Low", Some(Importance(Could))),
            ("Won't", Some(OutOfScope)),
            ("Won’t have this time", Some(OutOfScope)),
            ("W", Some(OutOfScope)),
            ("blue", None),
            ("17", None),
            ("-", None),
        ] {
            assert_eq!(worth(cell), under, "{cell}");
        }
    }
}
