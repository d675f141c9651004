//! The advice: one sentence, what it rests on, and what to beware of.

mod caveats;
mod reason;

use crate::advise::conditions::Conditions;
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::capability::Level;
use crate::model::date::Day;
use crate::model::verdict::{Outcome, Recommendation, Requirement, Verdict};
use crate::report::Report;
use crate::report::page::{Block, Piece, Section, line, list};
use crate::report::settings::outlived;
use crate::report::shortfalls::Shortfalls;
use crate::report::words::{
    announced, both_together, capitalized, closing, count, flagged, how_well, name, name_first, notices, wishes,
};

pub(in crate::report) use reason::{only_usable, unmet};

use super::standings;
use caveats::caveats;
use reason::{Scores, reason};

/// The advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What to do.
    pub recommendation: Recommendation,
    /// What to do, in one sentence.
    pub headline: String,
    /// What the advice rests on, in one or two sentences.
    pub reason: String,
    /// The same without by how many per cent an area fits better.
    pub(crate) unscored: String,
    /// How well what is advised meets the requirements; absent where nothing is advised.
    pub summary: Option<String>,
    /// What cannot be had on the day or by now, as far as the reason does not say it.
    pub notices: Vec<String>,
    /// What else to beware of.
    pub caveats: Vec<String>,
}

impl Decision {
    /// Words the advice of a verdict for somebody who reads it today.
    pub(crate) fn of(
        facts: &Facts<'_>,
        answers: &Answers,
        verdict: &Verdict,
        conditions: &Conditions,
        today: Day,
    ) -> Self {
        let [reason, unscored] = [Scores::Told, Scores::LeftOut].map(|scores| reason(facts, verdict, scores));
        let headline = flagged(facts.base, headline(facts.base, verdict), verdict.as_of.day);
        let outlived = || Side::BOTH.into_iter().filter_map(|side| Some((side, outlived(facts, side)?)));
        let closing: Vec<String> = advised(verdict.recommendation)
            .into_iter()
            .chain(outlived().map(|(side, _)| side))
            .filter(|side| announced(facts.base, *side, verdict.as_of.day).is_some())
            .filter_map(|side| closing(facts.base, side, verdict.as_of.day))
            .collect();
        let too_soon = outlived().map(|(_, sentence)| sentence);
        let untold = |notice: &String| !reason.contains(notice.as_str()) && !closing.contains(notice);
        Self {
            recommendation: verdict.recommendation,
            headline,
            summary: summary(facts.base, verdict, conditions),
            notices: notices(facts.base, verdict.as_of.day, today).into_iter().chain(too_soon).filter(untold).collect(),
            caveats: caveats(facts, answers, verdict),
            reason,
            unscored,
        }
    }

    /// Everything to beware of, what cannot be had first.
    pub fn warnings(&self) -> impl Iterator<Item = &String> {
        self.notices.iter().chain(&self.caveats)
    }
}

/// What to do, in one sentence.
pub(crate) fn headline(base: &KnowledgeBase, verdict: &Verdict) -> String {
    match verdict.recommendation {
        Recommendation::Build(side) => {
            let (name, ends) = (name(base, side), announced(base, side, verdict.as_of.day));
            match (unconfirmed(base, verdict, side), ends) {
                (Some(wishes), Some(says)) => {
                    format!("Build it in {name} only if it can do {wishes} and if it may end: {says}.")
                }
                (Some(wishes), None) => format!("Build it in {name}, if it can do {wishes}."),
                (None, Some(says)) => format!("Build it in {name} only if it may end: {says}."),
                (None, None) => format!("Build it in {name}."),
            }
        }
        Recommendation::Both => across_both(base, verdict.as_of.day),
        Recommendation::Neither => match only_usable(verdict) {
            Some(side) => format!("{} cannot carry this plan as it stands.", name_first(base, side)),
            None => format!("Neither {} can carry this plan as it stands.", base.nouns.alternative.one),
        },
        Recommendation::Undecided => match verdict.outcome {
            Outcome::TooClose => format!("Both {} fit about equally well.", base.nouns.alternative.many),
            Outcome::Inconsistent => "Settle a contradiction in your answers first.".to_owned(),
            _ => "Not enough is known to give advice.".to_owned(),
        },
    }
}

/// That both are needed, and that one of them is to end, if that had been said by the day.
fn across_both(base: &KnowledgeBase, day: Day) -> String {
    let areas = &base.nouns.alternative.many;
    let ends = Side::BOTH.into_iter().find_map(|side| Some((side, announced(base, side, day)?)));
    match ends {
        Some((side, says)) => {
            format!("Build it across both {areas} only if the part in {} may end: {says}.", name(base, side))
        }
        None => format!("Build it across both {areas}."),
    }
}

/// What is advised to be built in.
fn advised(recommendation: Recommendation) -> Vec<Side> {
    match recommendation {
        Recommendation::Build(side) => vec![side],
        Recommendation::Both => Side::BOTH.to_vec(),
        Recommendation::Neither | Recommendation::Undecided => Vec::new(),
    }
}

/// The musts of which nobody knows whether an alternative meets them, by name.
fn unconfirmed(base: &KnowledgeBase, verdict: &Verdict, side: Side) -> Option<String> {
    let numbers = &verdict.standings[side].unconfirmed;
    let requirements = numbers.iter().map(|number| verdict.requirement(*number));
    (!numbers.is_empty()).then(|| wishes(base, requirements, 1))
}

/// Returns the choice that has to be made, as a question.
pub(crate) fn problem(report: &Report) -> String {
    let [first, second] = Side::BOTH.map(|side| &report.standings[side].called);
    format!("Which {} carries the plan, {first} or {second}?", report.nouns.alternative.one)
}

/// Returns the option that is chosen, in two or three words.
pub(crate) fn chosen(report: &Report) -> String {
    match report.decision.recommendation {
        Recommendation::Build(side) => report.standings[side].name.clone(),
        Recommendation::Both => capitalized(&both_together(&report.nouns)),
        Recommendation::Neither | Recommendation::Undecided => "None yet".to_owned(),
    }
}

/// How well what is advised meets the requirements.
fn summary(base: &KnowledgeBase, verdict: &Verdict, conditions: &Conditions) -> Option<String> {
    let place = match verdict.recommendation {
        Recommendation::Build(side) => format!("in {}", name(base, side)),
        Recommendation::Both => format!("each in the {} that does it better", base.nouns.alternative.one),
        Recommendation::Neither | Recommendation::Undecided => return None,
    };
    let total = verdict.requirements.len();
    let is_at = |requirement: &&Requirement, level| requirement.levels[verdict.home(requirement)] == level;
    let at = |level: Level| verdict.requirements.iter().filter(|requirement| is_at(requirement, level)).count();
    let shares: Vec<String> = [Level::Native, Level::Partial, Level::Workaround, Level::None, Level::Unknown]
        .into_iter()
        .filter_map(|level| match at(level) {
            0 => None,
            1 if total == 1 => Some(how_well(level).to_owned()),
            all if all == total => Some(format!("all {}", how_well(level))),
            some => Some(format!("{some} {}", how_well(level))),
        })
        .collect();
    let yours = if total == 1 { "one requirement".to_owned() } else { count(total, "requirement") };
    let shortfalls = Shortfalls::of(base, verdict, conditions).with();
    Some(format!("Your {yours} {place}: {}{shortfalls}.", enumerate(&shares, "and")))
}

/// What running both alternatives costs, if that is the advice.
pub(in crate::report) fn costs(facts: &Facts<'_>, verdict: &Verdict) -> Vec<String> {
    if verdict.recommendation != Recommendation::Both {
        return Vec::new();
    }
    facts.base.coexistence.iter().map(|cost| format!("{}. {}", cost.title, cost.text)).collect()
}

/// The advice, what it rests on, and how both stand.
pub(crate) fn section(report: &Report) -> Section {
    let decision = &report.decision;
    let headline = vec![Piece::Strong(decision.headline.clone())];
    let mut blocks = vec![Block::Paragraph(headline), Block::Paragraph(line(&decision.reason))];
    blocks.extend(decision.summary.iter().map(|text| Block::Paragraph(line(text))));
    let firmness = report.firmness.iter().map(|firmness| &firmness.sentence);
    blocks.push(list(decision.warnings().chain(firmness).map(line)));
    blocks.push(Block::Table(standings::table(report)));
    Section::new("advice", "Advice", blocks)
}
