//! The advice as a document: which parts it has, in order.

use super::Report;
use super::page::{Block, Page, Section, line};
use super::parts::{
    arguments, assumptions, changes, conditions, contradictions, counts, decision, division, drivers, find_out, gaps,
    gone, header, journeys_apart, life_cycle, method, next_steps, notes, register, sign_off, sources, timeline,
    traceability, what_if, why_asked, why_not,
};

/// The whole document.
pub fn full(report: &Report) -> Page {
    Page::of(
        report.title.clone(),
        vec![
            header::section(report),
            decision::section(report),
            journeys_apart::section(report),
            contradictions::section(report),
            timeline::section(report),
            drivers::knock_outs_section(report),
            arguments::section(report),
            why_not::section(report),
            what_if::section(report),
            assumptions::section(report),
            register::section(report),
            gaps::section(report),
            conditions::section(report),
            conditions::elsewhere(report),
            gone::section(report),
            division::section(report),
            division::costs(report),
            counts::section(report),
            find_out::section(report),
            changes::section(report),
            life_cycle::section(report),
            why_asked::section(report),
            traceability::section(report),
            next_steps::section(report),
            notes::section(report),
            method::section(report),
            sources::section(&report.works),
            sign_off::section(report),
        ],
    )
}

/// What somebody reads who only wants the advice.
pub(crate) fn brief(report: &Report) -> Page {
    let sections = vec![
        header::planned_for(report),
        decision::section(report),
        journeys_apart::section(report),
        contradictions::section(report),
        timeline::section(report),
        drivers::knock_outs_section(report),
        arguments::section(report),
        gaps::section(report),
        conditions::weighty(report),
        gone::section(report),
        division::section(report),
        division::costs(report),
        find_out::section(report),
        notes::section(report),
        sources::section(&report.works),
    ];
    Page::of(report.title.clone(), sections)
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
