//! Why: exactly three reasons, each a claim with one thing to prove it. The first is about the areas, the second about the
//! musts, the third about how firm it is.

use std::cmp::Reverse;

use crate::model::alternative::Side;
use crate::model::capability::Level;
use crate::model::verdict::{Outcome, Recommendation, Requirement};
use crate::report::parts::arguments::strongest;
use crate::report::parts::decision::only_usable;
use crate::report::parts::firmness::{claim, unscored};
use crate::report::words::{how_well, name_first};

use super::fitted::{Fitted, sentences};
use super::grounds::Grounds;

/// The heading of the reasons.
pub const HEADING: &str = "Why";

/// A reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What is claimed, as a sentence.
    pub claim: Fitted<40>,
    /// What proves it.
    pub proof: Fitted<150>,
}

impl Reason {
    fn of(claim: impl AsRef<str>, proof: Fitted<150>) -> Self {
        Self { claim: Fitted::cut(claim.as_ref()), proof }
    }
}

/// The three reasons of a verdict.
pub(super) fn all(on: Grounds<'_>) -> [Reason; 3] {
    [areas(on), musts(on), firmness(on)]
}

/// What can be had, and what rules the other area out.
fn areas(on: Grounds<'_>) -> Reason {
    let (verdict, nouns) = (on.verdict, &on.base().nouns);
    let (area, areas) = (&nouns.alternative.one, &nouns.alternative.many);
    let told = || Fitted::of_sentences(sentences(&on.report.decision.unscored));
    match verdict.recommendation {
        Recommendation::Build(_) if only_usable(verdict).is_some() => {
            Reason::of("There is nothing else to build in.", told())
        }
        Recommendation::Build(side) => match verdict.fit {
            Outcome::Only(_) => {
                let claim = format!("{} cannot carry it.", name_first(on.base(), side.other()));
                let claim: Fitted<40> = Fitted::first_of([
                    claim,
                    format!("The other {area} cannot carry it."),
                    "The other cannot carry it.".to_owned(),
                ]);
                Reason::of(&*claim, told())
            }
            _ => better(on, side),
        },
        Recommendation::Both => {
            let neither = format!("Neither {area} is enough alone.");
            let claim: Fitted<40> = Fitted::first_of([&*neither, "Neither is enough alone."]);
            Reason::of(&*claim, told())
        }
        Recommendation::Neither if only_usable(verdict).is_some() => {
            Reason::of("What can be had does not do every must.", told())
        }
        Recommendation::Neither => Reason::of(format!("No {area} does every must."), told()),
        Recommendation::Undecided => match verdict.outcome {
            Outcome::Inconsistent => contradiction(on),
            Outcome::TooClose => {
                let both = format!("Both {areas} fit about equally well.");
                let claim: Fitted<40> = Fitted::first_of([&*both, "Both fit about equally well."]);
                Reason::of(&*claim, told())
            }
            _ => Reason::of("Too little is known.", told()),
        },
    }
}

/// What contradicts itself, or only does so because several journeys are one plan.
fn contradiction(on: Grounds<'_>) -> Reason {
    let apart = || on.report.journeys_apart.iter().flat_map(|apart| &apart.settles);
    let reason = on.report.contradictions.iter().map(|clash| &clash.reason).chain(apart()).next();
    let reason = reason.map_or("What to build depends on which of two answers holds.", |reason| reason);
    Reason::of("Some answers contradict each other.", Fitted::of_sentences(sentences(reason)))
}

/// What the area advised does better.
fn better(on: Grounds<'_>, side: Side) -> Reason {
    let claim: Fitted<40> =
        Fitted::first_of([format!("{} fits better.", name_first(on.base(), side)), "It fits better.".to_owned()]);
    let better = strongest(on.verdict, side);
    let named = on.naming(&better, |named| format!("It does better than {}: {named}.", on.name(side.other())));
    Reason::of(&*claim, Fitted::first_of(named.chain([on.report.decision.unscored.clone()])))
}

/// How the musts are met.
fn musts(on: Grounds<'_>) -> Reason {
    match on.verdict.recommendation {
        Recommendation::Build(_) | Recommendation::Both => met(on),
        Recommendation::Neither => in_the_way(on),
        Recommendation::Undecided => so_far(on),
    }
}

/// What is a must, and how well it is met where it would be built.
fn met(on: Grounds<'_>) -> Reason {
    let mut musts: Vec<&Requirement> = on.musts().collect();
    let native = on.at(Level::Native, on.musts());
    match musts.len() {
        0 => Reason::of(
            "Nothing you ask for is a must.",
            Fitted::cut(&shares(on, &on.verdict.requirements.iter().collect::<Vec<_>>())),
        ),
        total if native == total => {
            musts.sort_by_key(|must| Reverse(must.contribution.abs()));
            let are = if total == 1 { "is" } else { "are" };
            let named = on.naming(&musts, |named| format!("{named} {are} built in."));
            Reason::of("It does what must be done.", Fitted::first_of(named))
        }
        total if 2 * native > total => {
            Reason::of("It does most of what must be done.", Fitted::cut(&shares(on, &musts)))
        }
        _ => Reason::of("Some musts take work of their own.", Fitted::cut(&shares(on, &musts))),
    }
}

/// How many are met how well: `5 of 7 are built in, 1 partly, 1 by a workaround.`
fn shares(on: Grounds<'_>, of: &[&Requirement]) -> String {
    let total = of.len();
    let native = on.at(Level::Native, of.iter().copied());
    let less = [Level::Partial, Level::Workaround, Level::None, Level::Unknown].into_iter().filter_map(|level| {
        let some = on.at(level, of.iter().copied());
        (some > 0).then(|| format!(", {some} {}", how_well(level)))
    });
    let are = if native == 1 { "is" } else { "are" };
    format!("{native} of {total} {are} built in{}.", less.collect::<String>())
}

/// Which musts would have to give way.
fn in_the_way(on: Grounds<'_>) -> Reason {
    let ways = &on.report.what_if.relaxations;
    if !ways.is_empty() {
        return Reason::of("A must would have to give way.", Fitted::first_of(ways));
    }
    let side = on.verdict.focus();
    let met = on.musts().filter(|must| must.levels[side] > Level::None).count();
    let proof = format!("{} can do {met} of {} musts.", name_first(on.base(), side), on.musts().count());
    Reason::of("No change of a single must helps.", Fitted::cut(&proof))
}

/// What can be said before there is advice.
fn so_far(on: Grounds<'_>) -> Reason {
    let all = &on.verdict.requirements;
    if all.is_empty() {
        return Reason::of(
            "Nothing is asked for yet.",
            Fitted::cut("Each answer that asks for something counts here."),
        );
    }
    let native = Side::BOTH.map(|side| all.iter().filter(|one| one.levels[side] == Level::Native).count());
    let [first, second] = native;
    let [first_name, second_name] = Side::BOTH.map(|side| on.name(side));
    let wishes = if all.len() == 1 { "the one wish".to_owned() } else { format!("{} wishes", all.len()) };
    let proof = format!("Built in of {wishes}: {first} in {first_name}, {second} in {second_name}.");
    Reason::of("So much is known so far.", Fitted::cut(&proof))
}

/// What open answers and single other answers can still do to it.
fn firmness(on: Grounds<'_>) -> Reason {
    let counted = still_open(on);
    let Some(first) = on.report.firmness.first() else { return nothing_stated(on) };
    let (claim, sentence) = (claim(&first.statement), unscored(on.base(), &first.statement));
    let more = on.report.firmness.iter().skip(1).map(|more| vec![unscored(on.base(), &more.statement)]);
    let said = counted.into_iter().map(|counted| vec![counted]).chain([vec![sentence]]).chain(more);
    Reason::of(claim, Fitted::of_sentences(said))
}

/// What is still open, where nothing is stated of how firm it is.
fn nothing_stated(on: Grounds<'_>) -> Reason {
    let claim = match on.open() {
        0 => "Every question is answered.".to_owned(),
        1 => "1 answer is still open.".to_owned(),
        several => format!("{several} answers are still open."),
    };
    let proof = on.unanswered().next().map_or_else(
        || vec!["No answer still to come changes anything.".to_owned()],
        |first| vec![format!("First to find out: {}", first.ask), "See what to find out first.".to_owned()],
    );
    Reason::of(claim, Fitted::first_of(proof))
}

/// How many answers are open, and how many of them can turn the advice by themselves.
fn still_open(on: Grounds<'_>) -> Option<String> {
    let turning = match on.turning() {
        0 => "none of them can turn it alone".to_owned(),
        1 => "1 of them can turn it".to_owned(),
        some => format!("{some} of them can turn it"),
    };
    match on.open() {
        0 => None,
        1 if on.turning() == 0 => Some("1 answer is open; alone it cannot turn it.".to_owned()),
        1 => Some("1 answer is open; it can turn it.".to_owned()),
        open => Some(format!("{open} answers are open; {turning}.")),
    }
}
