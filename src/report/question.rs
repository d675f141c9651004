//! What stands beside a question: the facts behind the marked choice, or what an answer that chooses nothing means.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level, Limitation};
use crate::model::nouns::Nouns;
use crate::model::question::{Choice, Question};

use super::availability::state;
use super::bibliography::Bibliography;
use super::limit::Limit;
use super::page::{Block, Page, Section, line};
use super::parts::sources;
use super::support;
use super::words::name;

/// Returns the level of a choice as a whole in each area: the worst of what it needs; `None` if it needs nothing.
pub(crate) fn levels(facts: &Facts<'_>, choice: &Choice) -> Option<Pair<Level>> {
    let worst =
        |side| choice.needs.iter().map(|need| facts.level(*need, side)).min_by_key(|level| severity_order(*level));
    Some(Pair { first: worst(Side::First)?, second: worst(Side::Second)? })
}

/// Worst first: a known "none" is worse than what nobody documented.
fn severity_order(level: Level) -> u8 {
    match level {
        Level::None => 0,
        Level::Unknown => 1,
        Level::Workaround => 2,
        Level::Partial => 3,
        Level::Native => 4,
    }
}

/// Returns the facts behind a choice: how well each area does it, what limits it, where that is written.
pub fn choice(facts: &Facts<'_>, choice: &Choice, why: &[String]) -> Page {
    let mut bibliography = Bibliography::default();
    let mut sections = vec![Section::new("hint", "", vec![Block::Paragraph(line(choice.hint.to_string()))])];
    for need in &choice.needs {
        let title = &facts.base.capabilities[*need].title;
        let heading = if choice.needs.len() > 1 || *title != choice.label { title.as_str() } else { "" };
        let blocks = Side::BOTH.map(|side| Block::Support(support::of(facts, *need, side, &mut bibliography))).to_vec();
        sections.push(Section::new("support", heading, blocks));
    }
    let consequence = consequence(facts, choice).into_iter().map(|text| Block::Paragraph(line(text))).collect();
    sections.push(Section::new("consequence", "", consequence));
    sections.push(Section::new("limits", "Limits to know", limits(facts, choice, &mut bibliography)));
    sections.push(why_asked(why));
    sections.push(sources::section(&bibliography.works(facts.base)));
    Page::of(choice.label.to_string(), sections)
}

/// The limitations in force of all that a choice needs, the worst first.
fn limits(facts: &Facts<'_>, choice: &Choice, bibliography: &mut Bibliography) -> Vec<Block> {
    let of = |need, side| [facts.limitations(need, side), facts.limitations_together(need, side)].concat();
    let mut all: Vec<(Key<Limitation>, Key<Capability>)> = Vec::new();
    for need in choice.needs.iter().copied() {
        for key in Side::BOTH.into_iter().flat_map(|side| of(need, side)) {
            if !all.iter().any(|(known, _)| *known == key) {
                all.push((key, need));
            }
        }
    }
    all.sort_by_key(|(key, _)| std::cmp::Reverse(facts.base.limitations[*key].severity));
    all.into_iter().map(|(key, need)| Limit::of(facts, key, &[need], bibliography).block_of_area(facts)).collect()
}

/// What an importance would mean for a choice: `As a must, it rules outbound marketing out.` An area that cannot be had is out
/// anyway.
fn consequence(facts: &Facts<'_>, choice: &Choice) -> Option<String> {
    let base = facts.base;
    let lacks = |side: &Side| choice.needs.iter().any(|need| facts.level(*need, *side) == Level::None);
    let (open, gone): (Vec<Side>, Vec<Side>) =
        Side::BOTH.into_iter().partition(|side| facts.availability[*side].is_open());
    let out: Vec<Side> = open.iter().copied().filter(lacks).collect();
    match (out.as_slice(), gone.as_slice()) {
        ([], _) => None,
        ([one], []) => Some(format!("As a must, it rules {} out.", name(base, *one))),
        ([one], [gone, ..]) => {
            let ended = state(base, *gone, facts.as_of.day).map_or_else(String::new, |state| format!(" ({state})"));
            Some(format!(
                "As a must, it rules {} out, and nothing is left: {} cannot be had{ended}.",
                name(base, *one),
                name(base, *gone)
            ))
        }
        _ => Some(format!("As a must, it rules both {} out.", base.nouns.alternative.many)),
    }
}

/// Said where somebody weighs a choice that needs nothing.
pub(crate) fn without_effect(nouns: &Nouns) -> String {
    format!("This choice asks for nothing of either {}, so its importance has no effect.", nouns.alternative.one)
}

/// Returns what a question is about, while no row of it is marked.
pub(crate) fn unmarked(nouns: &Nouns, question: &Question, why: &[String]) -> Page {
    let means = format!("Mark a row, and this says what both {} can do.", nouns.alternative.many);
    answer(&question.ask, &means, question, why)
}

/// What "none of these" means.
pub(crate) fn counts_for_neither(nouns: &Nouns) -> String {
    format!("The plan needs nothing of this. It then counts for neither {}.", nouns.alternative.one)
}

/// What "not sure yet" means.
pub(crate) const NOT_SURE: &str =
    "Nothing is assumed. The advice will say what is still to be found out, and who would know.";

/// What "not relevant" means.
pub(crate) const NOT_RELEVANT: &str = "The question does not matter for this plan. It is left out of the count.";

/// Returns what "none of these" means.
pub(crate) fn none_of_these(nouns: &Nouns, question: &Question, why: &[String]) -> Page {
    answer("None of these", &counts_for_neither(nouns), question, why)
}

/// Returns what "not sure yet" means.
pub(crate) fn not_sure(question: &Question, why: &[String]) -> Page {
    answer("Not sure yet", NOT_SURE, question, why)
}

/// Returns what "not relevant" means.
pub(crate) fn does_not_apply(question: &Question, why: &[String]) -> Page {
    answer("Not relevant", NOT_RELEVANT, question, why)
}

fn answer(title: &str, means: &str, question: &Question, why: &[String]) -> Page {
    let who = question.who.as_ref().map(|who| Block::Remark(line(format!("Who would know: {who}."))));
    let blocks = std::iter::once(Block::Paragraph(line(means))).chain(who).collect();
    Page::of(title.to_owned(), vec![Section::new("answer", "", blocks), why_asked(why)])
}

fn why_asked(sentences: &[String]) -> Section {
    let blocks = sentences.iter().map(|sentence| Block::Paragraph(line(sentence))).collect();
    Section::new("why-asked", "Why we ask", blocks)
}
