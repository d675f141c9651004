//! From a verdict to what people read: every sentence about advice is worded here, once.
//!
//! A [`Report`] is plain text in named parts; screens and exports lay it out and add no words of their own.
//! [`card`] words the facts behind one choice for the interview, [`decision`] the advice itself.

pub mod audit;
pub mod bibliography;
pub mod card;
pub mod changes;
pub mod contradictions;
pub mod decision;
pub mod drivers;
pub mod find_out;
pub mod firmness;
pub mod gaps;
pub mod gone;
pub mod leaning;
pub mod method;
pub mod moments;
pub mod what_if;
pub mod why_asked;
pub mod why_not;
pub mod words;

use crate::advise::outlook::Outlook;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::model::verdict::Verdict;

use bibliography::{Bibliography, Work};
use changes::Change;
use contradictions::Clash;
use decision::Decision;
use drivers::{Driver, KnockOut};
use find_out::FindOut;
use gaps::GapEntry;
use gone::Gone;
use moments::Moment;
use what_if::WhatIf;

/// A verdict in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What the plan is called.
    pub title: String,
    /// The day planned for: `today, 24 November 2026`.
    pub planning_for: String,
    /// What cannot be had any more on that day, if anything.
    pub notice: Option<String>,
    /// The advice.
    pub decision: Decision,
    /// How firm it is.
    pub firmness: Vec<String>,
    /// Answers that contradict each other.
    pub contradictions: Vec<Clash>,
    /// The verdict at other times.
    pub then_and_now: Vec<Moment>,
    /// Musts that rule an alternative out.
    pub knock_outs: Vec<KnockOut>,
    /// Every requirement with what it adds, the strongest first.
    pub drivers: Vec<Driver>,
    /// What the alternative that one would build in does less than natively.
    pub gaps: Vec<GapEntry>,
    /// What went with a removed alternative, and what replaces it.
    pub gone: Vec<Gone>,
    /// What would change the advice.
    pub what_if: WhatIf,
    /// Why not the other alternative.
    pub why_not: Vec<String>,
    /// Facts about the requirements that changed between the first moment and the last.
    pub changes: Vec<Change>,
    /// What both alternatives side by side would cost; empty unless that is the advice.
    pub costs: Vec<String>,
    /// Questions to which the answer is not known yet, with who would know.
    pub find_out: Vec<FindOut>,
    /// The user's own notes, with the question they belong to.
    pub notes: Vec<(String, String)>,
    /// How the advice was computed.
    pub method: Vec<String>,
    /// Where the facts are written, in the order in which the report cites them.
    pub works: Vec<Work>,
}

impl Report {
    /// Puts a verdict into words.
    pub fn of(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict, outlook: &Outlook, today: Day) -> Self {
        let base = facts.base;
        let mut bibliography = Bibliography::default();
        let moments = crate::advise::moments::then_and_now(base, answers, verdict.as_of, today);
        Self {
            title: title(answers),
            planning_for: words::planning_for(base, verdict.as_of, today),
            notice: words::notice(base, verdict.as_of),
            decision: Decision::of(facts, verdict),
            firmness: firmness::sentences(facts, verdict, outlook),
            contradictions: contradictions::all(facts, outlook),
            then_and_now: moments::all(base, &moments, verdict.as_of, today),
            knock_outs: drivers::knock_outs(facts, verdict, &mut bibliography),
            drivers: drivers::all(facts, verdict, &mut bibliography),
            gaps: gaps::all(facts, verdict, &mut bibliography),
            gone: gone::all(facts, verdict),
            what_if: WhatIf::of(facts, answers, verdict, outlook),
            why_not: why_not::sentences(facts, verdict),
            changes: changes::between(facts, &moments, &mut bibliography),
            costs: decision::costs(facts, verdict),
            find_out: find_out::all(base, verdict, outlook),
            notes: notes(facts, answers),
            method: method::lines(facts, verdict),
            works: bibliography.works(base),
        }
    }
}

/// The title of a plan, or that it has none.
pub fn title(answers: &Answers) -> String {
    if answers.title.trim().is_empty() { "Untitled plan".to_owned() } else { answers.title.trim().to_owned() }
}

fn notes(facts: &Facts<'_>, answers: &Answers) -> Vec<(String, String)> {
    answers
        .iter()
        .filter(|(_, response)| !response.note.trim().is_empty())
        .map(|(question, response)| (facts.base.questions[question].ask.clone(), response.note.trim().to_owned()))
        .collect()
}
