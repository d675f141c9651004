//! The advice: one sentence, what it rests on, and what to beware of.

use crate::advise::outcome::is_gone;
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::Level;
use crate::model::date::Day;
use crate::model::question::Question;
use crate::model::verdict::{Flag, Outcome, Recommendation, Requirement, RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::page::{Block, Piece, Section, line, list};
use crate::report::shortfalls::Shortfalls;
use crate::report::words::{
    announced, beyond_facts, closing, count, does_not_count, ended, how_well, name, name_first, notices, wishes,
};

use super::arguments::strongest;
use super::standings;

/// So many answers that do not count are told one by one.
const MOST_PARKED: usize = 2;

/// The advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What to do.
    pub recommendation: Recommendation,
    /// What to do, in one sentence.
    pub headline: String,
    /// What the advice rests on, in one or two sentences.
    pub reason: String,
    /// How well what is advised meets the requirements; absent where nothing is advised.
    pub summary: Option<String>,
    /// What cannot be had on the day or by now, as far as the reason does not say it.
    pub notices: Vec<String>,
    /// What else to beware of.
    pub caveats: Vec<String>,
}

impl Decision {
    /// Words the advice of a verdict for somebody who reads it today.
    pub(crate) fn of(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict, today: Day) -> Self {
        let reason = reason(facts, verdict);
        let headline = headline(facts.base, verdict);
        let closing: Vec<String> = advised(verdict.recommendation)
            .iter()
            .filter(|side| announced(facts.base, **side, verdict.as_of.day).is_some())
            .filter_map(|side| closing(facts.base, *side, verdict.as_of.day))
            .collect();
        let untold = |notice: &String| !reason.contains(notice.as_str()) && !closing.contains(notice);
        Self {
            recommendation: verdict.recommendation,
            headline,
            summary: summary(facts.base, verdict),
            notices: notices(facts.base, verdict.as_of.day, today).into_iter().filter(untold).collect(),
            caveats: caveats(facts, answers, verdict),
            reason,
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
            None => "Neither area can carry this plan as it stands.".to_owned(),
        },
        Recommendation::Undecided => match verdict.outcome {
            Outcome::TooClose => "Both areas fit about equally well.".to_owned(),
            Outcome::Inconsistent => "Settle a contradiction in your answers first.".to_owned(),
            _ => "Not enough is known to give advice.".to_owned(),
        },
    }
}

/// That both are needed, and that one of them is to end, if that had been said by the day.
fn across_both(base: &KnowledgeBase, day: Day) -> String {
    let ends = Side::BOTH.into_iter().find_map(|side| Some((side, announced(base, side, day)?)));
    match ends {
        Some((side, says)) => {
            format!("Build it across both areas only if the part in {} may end: {says}.", name(base, side))
        }
        None => "Build it across both areas.".to_owned(),
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

/// The one alternative that can be had, if the other cannot.
fn only_usable(verdict: &Verdict) -> Option<Side> {
    let availability = crate::model::alternative::Pair::of(|side| verdict.standings[side].availability);
    match (is_gone(availability, Side::First), is_gone(availability, Side::Second)) {
        (true, false) => Some(Side::Second),
        (false, true) => Some(Side::First),
        _ => None,
    }
}

fn reason(facts: &Facts<'_>, verdict: &Verdict) -> String {
    if verdict.outcome == Outcome::Inconsistent {
        return "What to build depends on which of two answers holds.".to_owned();
    }
    let gone = only_usable(verdict).map(Side::other);
    match gone.and_then(|side| Some((side, ended(facts.base, side, verdict.as_of.day)?))) {
        Some((side, ended)) => format!("{ended} {}", beside_what_is_gone(facts, verdict, side)),
        None => fit_sentence(facts, verdict),
    }
}

/// What there is to say of what is left, after it was said that the other area is gone.
fn beside_what_is_gone(facts: &Facts<'_>, verdict: &Verdict, gone: Side) -> String {
    let (base, left) = (facts.base, gone.other());
    let left_name = name_first(base, left);
    match (verdict.recommendation, verdict.fit) {
        (Recommendation::Build(_), Outcome::Only(_)) => {
            format!("Before that it could not do {}.", unmet(facts, verdict, gone))
        }
        (Recommendation::Build(_), fit) if fit.side() == Some(left) => {
            format!("Even before, {} fitted better: {}.", name(base, left), score(verdict, left))
        }
        (Recommendation::Build(_), Outcome::TooClose) => {
            format!("Until then both fitted about equally well: {}.", score(verdict, left))
        }
        (Recommendation::Build(_), _) => format!("Until then it fitted better: {}.", score(verdict, gone)),
        (Recommendation::Neither, Outcome::Neither) => neither(facts, verdict, &[left]),
        (Recommendation::Neither, _) => {
            let because = because(facts, verdict, left);
            format!(
                "{left_name} cannot do {}; until then {} could.{because}",
                unmet(facts, verdict, left),
                name(base, gone)
            )
        }
        (Recommendation::Both | Recommendation::Undecided, _) => not_enough(verdict),
    }
}

/// The fact behind a veto, as a sentence to follow it, if it rests on a single must and something is remarked on it: the first
/// sentence of that.
fn because(facts: &Facts<'_>, verdict: &Verdict, side: Side) -> String {
    let [number] = verdict.standings[side].vetoed_by.as_slice() else { return String::new() };
    let note = facts.support(verdict.requirement(*number).capability, side).and_then(|support| support.note.as_deref());
    let first = note.map(|note| note.split_once(". ").map_or(note, |(first, _)| first));
    first.map(|first| format!(" {}.", first.trim_end_matches('.'))).unwrap_or_default()
}

/// What the requirements alone say.
fn fit_sentence(facts: &Facts<'_>, verdict: &Verdict) -> String {
    let base = facts.base;
    match verdict.fit {
        Outcome::Only(side) => {
            let out = side.other();
            let because = because(facts, verdict, out);
            format!("{} is out: it cannot do {}.{because}", name_first(base, out), unmet(facts, verdict, out))
        }
        Outcome::Decided(side) | Outcome::Recommended(side) => {
            format!("{} fits better: {}.", name_first(base, side), score(verdict, side))
        }
        Outcome::Both => format!(
            "Neither area meets every must alone: {} cannot do {}, {} cannot do {}.",
            name(base, Side::First),
            unmet(facts, verdict, Side::First),
            name(base, Side::Second),
            unmet(facts, verdict, Side::Second)
        ),
        Outcome::Neither => neither(facts, verdict, &Side::BOTH),
        Outcome::TooClose if verdict.outcome == Outcome::NotEnough => not_enough(verdict),
        Outcome::TooClose if verdict.margin == 0 => format!("{}{}", level(verdict), for_each(facts, verdict)),
        Outcome::TooClose => {
            let side = if verdict.margin > 0 { Side::First } else { Side::Second };
            let equal = facts.scoring.indifference;
            let (leading, score, for_each) = (name_first(base, side), score(verdict, side), for_each(facts, verdict));
            format!("{leading} leads by no more than the {equal} % that count as equal: {score}.{for_each}")
        }
        Outcome::NotEnough | Outcome::Inconsistent => not_enough(verdict),
    }
}

/// What speaks for which area, where the answers do not decide between them.
fn for_each(facts: &Facts<'_>, verdict: &Verdict) -> String {
    let speaking = |side: Side| {
        let wishes = wishes(facts.base, strongest(verdict, side).into_iter(), 2);
        (!wishes.is_empty()).then(|| format!("for {} {wishes}", name(facts.base, side)))
    };
    let said: Vec<String> = Side::BOTH.into_iter().filter_map(speaking).collect();
    if said.is_empty() { String::new() } else { format!(" What speaks {}.", said.join(", ")) }
}

/// That there is no lead at all.
fn level(verdict: &Verdict) -> String {
    let points = verdict.standings.first.value.map(|value| format!(", at {value} %")).unwrap_or_default();
    format!("The two come out level{points}.")
}

/// What neither alternative can do, and what each of those `beside` cannot do apart from that.
fn neither(facts: &Facts<'_>, verdict: &Verdict, beside: &[Side]) -> String {
    let [first, second] = Side::BOTH.map(|side| &verdict.standings[side].vetoed_by);
    let (shared, only_first): (Vec<_>, Vec<_>) = first.iter().partition(|number| second.contains(number));
    let only_second: Vec<_> = second.iter().copied().filter(|number| !shared.contains(number)).collect();
    let mut sentences = Vec::new();
    if !shared.is_empty() {
        sentences.push(format!("Neither area can do {}.", named(facts, verdict, &shared)));
    }
    let either = if shared.is_empty() { "" } else { " either" };
    for (side, own) in Side::BOTH.into_iter().zip([only_first, only_second]) {
        if !own.is_empty() && beside.contains(&side) {
            let own = named(facts, verdict, &own);
            sentences.push(format!("{} cannot do {own}{either}.", name_first(facts.base, side)));
        }
    }
    sentences.join(" ")
}

fn not_enough(verdict: &Verdict) -> String {
    let silent = if verdict.as_of.basis.is_some() { "The article" } else { "The documentation" };
    if verdict.requirements.is_empty() {
        return "No answer so far asks for anything that separates the areas.".to_owned();
    }
    // Which musts they are stands among the caveats.
    match verdict.requirements.iter().filter(|requirement| requirement.is_unknown_must()).count() {
        0 => format!("{silent} does not say how well both areas do what you ask for."),
        1 => format!("{silent} is silent on a must of the plan."),
        several => format!("{silent} is silent on {several} musts of the plan."),
    }
}

/// The musts that an alternative cannot meet, by name.
pub(in crate::report) fn unmet(facts: &Facts<'_>, verdict: &Verdict, side: Side) -> String {
    named(facts, verdict, &verdict.standings[side].vetoed_by)
}

fn named(facts: &Facts<'_>, verdict: &Verdict, numbers: &[RequirementNumber]) -> String {
    wishes(facts.base, numbers.iter().map(|number| verdict.requirement(*number)), 3)
}

/// Returns the choice that has to be made, as a question.
pub(crate) fn problem(report: &Report) -> String {
    let [first, second] = Side::BOTH.map(|side| report.standings[side].name.to_lowercase());
    format!("Which area carries the plan, {first} or {second}?")
}

/// Returns the option that is chosen, in two or three words.
pub(crate) fn chosen(report: &Report) -> String {
    match report.decision.recommendation {
        Recommendation::Build(side) => report.standings[side].name.clone(),
        Recommendation::Both => "Both areas together".to_owned(),
        Recommendation::Neither | Recommendation::Undecided => "None yet".to_owned(),
    }
}

/// `78 % to 61 %`.
pub(in crate::report) fn score(verdict: &Verdict, side: Side) -> String {
    match (verdict.standings[side].value, verdict.standings[side.other()].value) {
        (Some(own), Some(other)) => format!("{own} % to {other} %"),
        _ => "nothing counts yet".to_owned(),
    }
}

/// How well what is advised meets the requirements.
fn summary(base: &KnowledgeBase, verdict: &Verdict) -> Option<String> {
    let place = match verdict.recommendation {
        Recommendation::Build(side) => format!("in {}", name(base, side)),
        Recommendation::Both => "each in the area that does it better".to_owned(),
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
    let shortfalls = Shortfalls::of(base, verdict).with();
    Some(format!("Your {yours} {place}: {}{shortfalls}.", enumerate(&shares, "and")))
}

fn caveats(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict) -> Vec<String> {
    let base = facts.base;
    let mut caveats: Vec<String> = not_confirmed(facts, verdict).into_iter().collect();
    if let Recommendation::Build(side) = verdict.recommendation {
        let accepted = &verdict.standings[side].accepted_workarounds;
        if !accepted.is_empty() {
            caveats.push(format!("Accept a workaround for {} before you build.", named(facts, verdict, accepted)));
        }
    }
    if verdict.has(Flag::Conditional) && !verdict.not_sure.is_empty() {
        caveats.push(format!(
            "Not confirmed: {} still answered \"not sure\".",
            match verdict.not_sure.len() {
                1 => "1 question is".to_owned(),
                several => format!("{several} questions are"),
            }
        ));
    }
    let is_stale = verdict.has(Flag::Stale);
    let stale = || is_stale.then(|| "Some of the facts behind this should have been checked again by now.".to_owned());
    let outdated = beyond_facts(base, verdict.as_of.day).or_else(stale);
    caveats.extend(outdated.into_iter().chain(parked(base, verdict, answers)));
    caveats
}

/// The musts of which nobody knows whether an alternative still in the running meets them.
fn not_confirmed(facts: &Facts<'_>, verdict: &Verdict) -> Option<String> {
    let base = facts.base;
    let unconfirmed = |side: &Side| {
        let standing = &verdict.standings[*side];
        standing.passes() && standing.availability.is_open() && !standing.unconfirmed.is_empty()
    };
    let silent = if verdict.as_of.basis.is_some() { "the article does not say" } else { "nothing published says" };
    let can_do = |side: Side| named(facts, verdict, &verdict.standings[side].unconfirmed);
    let sides: Vec<Side> = Side::BOTH.into_iter().filter(unconfirmed).collect();
    let whether = match sides.as_slice() {
        [] => return None,
        [first, second] if can_do(*first) == can_do(*second) => {
            format!("whether either area can do {}", can_do(*first))
        }
        several => {
            let each = several.iter().map(|side| format!("whether {} can do {}", name(base, *side), can_do(*side)));
            each.collect::<Vec<_>>().join(", or ")
        }
    };
    Some(format!("Not confirmed: {silent} {whether}. Find out before you rely on it."))
}

/// The choices that do not count, because their question is not asked. An answer that chooses nothing says nothing either
/// way.
fn parked(base: &KnowledgeBase, verdict: &Verdict, answers: &Answers) -> Vec<String> {
    let says_something = |key: &&Key<Question>| answers.answer(**key).is_some_and(|answer| !answer.picks().is_empty());
    let parked: Vec<Key<Question>> = verdict.parked.iter().filter(says_something).copied().collect();
    if parked.len() <= MOST_PARKED {
        return parked.into_iter().filter_map(|key| does_not_count(base, key)).collect();
    }
    let named = parked.iter().take(MOST_PARKED).map(|key| format!("\"{}\"", base.questions[*key].ask));
    let named: Vec<String> = named.chain([format!("{} more", parked.len() - MOST_PARKED)]).collect();
    vec![format!(
        "Your answers to {} do not count: these questions are asked only after certain answers to others.",
        enumerate(&named, "and")
    )]
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
