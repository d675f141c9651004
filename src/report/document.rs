//! The advice as a document: which parts it has, in order.

use super::Report;
use super::page::{Block, Page, Section, line};
use super::paper::second_page::Sources;
use super::paper::{Paper, first_page, second_page};
use super::parts::{
    arguments, assumptions, changes, conditions, contradictions, counts, decision, division, drivers, find_out, gaps,
    gone, header, journeys_apart, life_cycle, method, next_steps, notes, register, sign_off, sources, timeline,
    traceability, what_if, why_asked, why_not, work,
};

/// The two pages alone.
pub(crate) fn brief(report: &Report, paper: &Paper) -> Page {
    Page::of(paper.answer.headline.to_string(), pages(report, paper, Sources::LeftOut))
}

/// The whole document: the two pages, and all that they rest on.
pub fn full(report: &Report, paper: &Paper) -> Page {
    let sections = pages(report, paper, Sources::Cited).into_iter().chain(parts(report)).collect();
    Page::of(paper.answer.headline.to_string(), sections)
}

/// Both pages, one after the other.
fn pages(report: &Report, paper: &Paper, sources: Sources) -> Vec<Section> {
    let second = second_page::sections(report, paper, sources);
    first_page::sections(paper).into_iter().chain(second).collect()
}

/// All that the two pages rest on, part by part, and who signs.
pub(crate) fn body(report: &Report) -> Page {
    let signed = std::iter::once(sign_off::section(report));
    Page::of(report.title.clone(), parts(report).into_iter().chain(signed).collect())
}

/// The parts in order: the register, the gaps, the plan, why not the other, what is assumed, what is open, and the appendices.
fn parts(report: &Report) -> Vec<Section> {
    vec![
        decision::section(report),
        journeys_apart::section(report),
        contradictions::section(report),
        register::section(report),
        gaps::section(report),
        conditions::section(report),
        conditions::elsewhere(report),
        gone::section(report),
        next_steps::section(report),
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
        find_out::section(report),
        notes::section(report),
        method::section(report),
        counts::section(report),
        traceability::section(report),
        why_asked::section(report),
        changes::section(report),
        header::section(report),
        sources::section(&report.works),
    ]
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
