//! What the advice rests on, in one or two sentences: an area that is gone first, then what the requirements say.

use crate::advise::outcome::is_gone;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::verdict::{Outcome, Recommendation, RequirementNumber, Verdict};
use crate::report::leaning;
use crate::report::parts::arguments::strongest;
use crate::report::settings::out_of_reach;
use crate::report::words::{capitalized, name, name_first, sole_source, wishes};

/// Whether it is told by how many per cent an area fits better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scores {
    Told,
    LeftOut,
}

/// What the advice rests on.
pub(super) fn reason(facts: &Facts<'_>, verdict: &Verdict, scores: Scores) -> String {
    if verdict.outcome == Outcome::Inconsistent {
        return "What to build depends on which of two answers holds.".to_owned();
    }
    let gone = only_usable(verdict).map(Side::other);
    match gone.and_then(|side| Some((side, out_of_reach(facts, side)?))) {
        Some((side, ended)) => format!("{ended} {}", beside_what_is_gone(facts, verdict, side, scores)),
        None => fit_sentence(facts, verdict, scores),
    }
}

/// The one alternative that can be had, if the other cannot.
pub(in crate::report) fn only_usable(verdict: &Verdict) -> Option<Side> {
    let availability = Pair::of(|side| verdict.standings[side].availability);
    match (is_gone(availability, Side::First), is_gone(availability, Side::Second)) {
        (true, false) => Some(Side::Second),
        (false, true) => Some(Side::First),
        _ => None,
    }
}

/// What there is to say of what is left, after it was said that the other area is gone.
fn beside_what_is_gone(facts: &Facts<'_>, verdict: &Verdict, gone: Side, scores: Scores) -> String {
    let (base, left) = (facts.base, gone.other());
    let left_name = name_first(base, left);
    match (verdict.recommendation, verdict.fit) {
        (Recommendation::Build(_), Outcome::Only(_)) => {
            format!("Apart from that it could not do {}.", unmet(facts, verdict, gone))
        }
        (Recommendation::Build(_), fit) if fit.side() == Some(left) => {
            format!("Even without that, {} fits better{}.", name(base, left), score(verdict, left, scores))
        }
        (Recommendation::Build(_), Outcome::TooClose) => {
            format!("Otherwise both would fit about equally well{}.", score(verdict, left, scores))
        }
        (Recommendation::Build(_), _) => format!("Otherwise it would fit better{}.", score(verdict, gone, scores)),
        (Recommendation::Neither, Outcome::Neither) => neither(facts, verdict, &[left]),
        (Recommendation::Neither, _) => {
            let because = because(facts, verdict, left);
            format!("{left_name} cannot do {}, which {} could.{because}", unmet(facts, verdict, left), name(base, gone))
        }
        (Recommendation::Both | Recommendation::Undecided, _) => not_enough(base, verdict),
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
fn fit_sentence(facts: &Facts<'_>, verdict: &Verdict, scores: Scores) -> String {
    let base = facts.base;
    match verdict.fit {
        Outcome::Only(side) => {
            let out = side.other();
            let because = because(facts, verdict, out);
            format!("{} is out: it cannot do {}.{because}", name_first(base, out), unmet(facts, verdict, out))
        }
        Outcome::Decided(side) | Outcome::Recommended(side) => {
            format!("{} fits better{}.", name_first(base, side), score(verdict, side, scores))
        }
        Outcome::Both => format!(
            "Neither {} meets every must alone: {} cannot do {}, {} cannot do {}.",
            base.nouns.alternative.one,
            name(base, Side::First),
            unmet(facts, verdict, Side::First),
            name(base, Side::Second),
            unmet(facts, verdict, Side::Second)
        ),
        Outcome::Neither => neither(facts, verdict, &Side::BOTH),
        Outcome::TooClose if verdict.outcome == Outcome::NotEnough => not_enough(base, verdict),
        Outcome::TooClose if verdict.margin == 0 => format!("{}{}", level(verdict, scores), for_each(facts, verdict)),
        Outcome::TooClose => {
            let side = if verdict.margin > 0 { Side::First } else { Side::Second };
            let equal = facts.scoring.indifference;
            let (leading, score) = (name_first(base, side), score(verdict, side, scores));
            format!(
                "{leading} leads by no more than the {equal} % that count as equal{score}.{}",
                for_each(facts, verdict)
            )
        }
        Outcome::NotEnough | Outcome::Inconsistent => not_enough(base, verdict),
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
fn level(verdict: &Verdict, scores: Scores) -> String {
    let value = verdict.standings.first.value.filter(|_| scores == Scores::Told);
    let points = value.map(|value| format!(", at {value} %")).unwrap_or_default();
    format!("The two come out level{points}.")
}

/// What neither alternative can do, and what each of those `beside` cannot do apart from that.
fn neither(facts: &Facts<'_>, verdict: &Verdict, beside: &[Side]) -> String {
    let [first, second] = Side::BOTH.map(|side| &verdict.standings[side].vetoed_by);
    let (shared, only_first): (Vec<_>, Vec<_>) = first.iter().partition(|number| second.contains(number));
    let only_second: Vec<_> = second.iter().copied().filter(|number| !shared.contains(number)).collect();
    let mut sentences = Vec::new();
    if !shared.is_empty() {
        sentences.push(format!(
            "Neither {} can do {}.",
            facts.base.nouns.alternative.one,
            named(facts, verdict, &shared)
        ));
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

fn not_enough(base: &KnowledgeBase, verdict: &Verdict) -> String {
    let areas = &base.nouns.alternative.many;
    let silent = sole_source(base, verdict.as_of).map_or_else(|| "The documentation".to_owned(), capitalized);
    if verdict.requirements.is_empty() {
        return format!("No answer so far asks for anything that separates the {areas}.");
    }
    // Which musts they are stands among the caveats.
    match verdict.requirements.iter().filter(|requirement| requirement.is_unknown_must()).count() {
        0 => format!("{silent} does not say how well both {areas} do what you ask for."),
        1 => format!("{silent} is silent on a must of the plan."),
        several => format!("{silent} is silent on {several} musts of the plan."),
    }
}

/// The musts that an alternative cannot meet, by name.
pub(in crate::report) fn unmet(facts: &Facts<'_>, verdict: &Verdict, side: Side) -> String {
    named(facts, verdict, &verdict.standings[side].vetoed_by)
}

pub(super) fn named(facts: &Facts<'_>, verdict: &Verdict, numbers: &[RequirementNumber]) -> String {
    wishes(facts.base, numbers.iter().map(|number| verdict.requirement(*number)), 3)
}

/// By how many per cent an area fits better, as the end of a sentence: `: 78 % to 61 %`.
fn score(verdict: &Verdict, side: Side, scores: Scores) -> String {
    let score = || leaning::score(verdict, side).unwrap_or_else(|| "nothing counts yet".to_owned());
    if scores == Scores::Told { format!(": {}", score()) } else { String::new() }
}
