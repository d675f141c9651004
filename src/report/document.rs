//! The advice as a document: which parts it has, in order.

use super::Report;
use super::page::{Block, Page, Section, line};
use super::paper::second_page::Sources;
use super::paper::{Paper, first_page, open_questions, plan, revisions, second_page, seen_to};
use super::parts::{
    arguments, assumptions, changes, contradictions, counts, decision, division, drivers, gone, header, journeys_apart,
    life_cycle, method, notes, register, sign_off, sources, timeline, traceability, what_if, why_asked, why_not, work,
};

/// The two pages alone.
pub(crate) fn brief(report: &Report, paper: &Paper) -> Page {
    Page::of(paper.answer.headline.to_string(), pages(report, paper, Sources::LeftOut))
}

/// The whole document: the two pages, and all that they rest on.
pub fn full(report: &Report, paper: &Paper) -> Page {
    let pages = pages(report, paper, Sources::Cited).into_iter();
    Page::of(paper.answer.headline.to_string(), pages.chain(behind(report, paper)).collect())
}

/// All that the two pages rest on, for a document that lays these out itself.
pub(crate) fn after(report: &Report, paper: &Paper) -> Page {
    Page::of(paper.answer.headline.to_string(), behind(report, paper))
}

/// The parts behind the pages, with their numbers and the versions of the document.
fn behind(report: &Report, paper: &Paper) -> Vec<Section> {
    let mut sections = parts(report, paper, Some(revisions::section(&paper.identity)));
    numbered(&mut sections);
    sections
}

/// The numbers of the parts behind the pages, each with the sections that belong to it; appendices have letters. What comes before
/// the first of them has none.
const NUMBERS: [(&str, &[&str]); 13] = [
    ("1", &["register"]),
    ("2", &["gaps", "conditions", "elsewhere", "gone"]),
    ("3", &["next-steps", "to-order"]),
    ("4", &["why-not", "then-and-now", "life-cycle", "knock-outs", "drivers", "division", "costs", "what-if"]),
    ("5", &["assumptions", "notes"]),
    ("6", &["open-questions"]),
    ("7", &["revisions"]),
    ("A", &["method", "counts"]),
    ("B", &["traceability"]),
    ("C", &["why-asked"]),
    ("D", &["changes"]),
    ("E", &["sources"]),
    ("F", &["about"]),
];

/// Writes their numbers before the headings: `2`, then `2.1` for what follows under the same number.
fn numbered(sections: &mut [Section]) {
    for (number, ids) in NUMBERS {
        let said = |section: &&mut Section| ids.contains(&section.id) && !section.blocks.is_empty();
        for (place, section) in sections.iter_mut().filter(said).enumerate() {
            let below = if place == 0 { String::new() } else { format!(".{place}") };
            section.heading = format!("{number}{below} {}", section.heading);
        }
    }
}

/// A heading without the number before it.
pub(crate) fn unnumbered(heading: &str) -> &str {
    let is_number = |word: &str| NUMBERS.iter().any(|(number, _)| word.split('.').next() == Some(number));
    heading.split_once(' ').filter(|(word, _)| is_number(word)).map_or(heading, |(_, heading)| heading)
}

/// Both pages, one after the other.
fn pages(report: &Report, paper: &Paper, sources: Sources) -> Vec<Section> {
    let second = second_page::sections(report, paper, sources);
    first_page::sections(paper).into_iter().chain(second).collect()
}

/// All that the two pages rest on, part by part, and who signs.
pub(crate) fn body(report: &Report, paper: &Paper) -> Page {
    let signed = std::iter::once(sign_off::section(report));
    Page::of(report.title.clone(), parts(report, paper, None).into_iter().chain(signed).collect())
}

/// The parts in order: the register, the gaps, the plan, why not the other, what is assumed, what is open, and the appendices.
/// The versions of the document, where they are told, stand before the appendices.
fn parts(report: &Report, paper: &Paper, revisions: Option<Section>) -> Vec<Section> {
    let first = [
        decision::section(report),
        journeys_apart::section(report),
        contradictions::section(report),
        register::section(report),
        seen_to::gaps(report, paper),
        seen_to::conditions(report),
        seen_to::elsewhere(report),
        gone::section(report),
        plan::section(report, paper),
        work::section(report),
        why_not::section(report),
        timeline::section(report),
        life_cycle::section(report),
        drivers::knock_outs_section(report),
        arguments::section(report),
        division::section(report),
        division::costs(report),
        what_if::section(report),
        assumptions::section(report),
        notes::section(report),
        open_questions::section(report, &paper.identity),
    ];
    let appendices = [
        method::section(report),
        counts::section(report),
        traceability::section(report),
        why_asked::section(report),
        changes::section(report),
        sources::section(&report.works),
        header::section(report),
    ];
    first.into_iter().chain(revisions).chain(appendices).collect()
}

/// Returns the advice with everything that it rests on.
pub(crate) fn explanation(report: &Report) -> Page {
    let sections = vec![
        decision::section(report),
        journeys_apart::section(report),
        contradictions::section(report),
        drivers::knock_outs_section(report),
        why_not::section(report),
        division::section(report),
        division::costs(report),
        assumptions::section(report),
        method::section(report),
        sources::section(&report.works),
    ];
    Page::of("The advice and what it rests on".to_owned(), sections)
}

/// Returns what became of answers that were given to another edition of the knowledge.
pub(crate) fn differences(sentences: &[String]) -> Page {
    let blocks = sentences.iter().map(|sentence| Block::Paragraph(line(sentence))).collect();
    let title = "The knowledge has changed since this plan was saved".to_owned();
    Page::of(title, vec![Section::new("differences", "", blocks)])
}
