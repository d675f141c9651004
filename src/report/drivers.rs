//! What decided it: the musts that rule an alternative out, and what each requirement adds.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::arena::Key;
use crate::model::capability::Level;
use crate::model::question::{Importance, Question};
use crate::model::text::Text;
use crate::model::verdict::{Requirement, RequirementNumber, Verdict};

use super::bibliography::{Bibliography, Cited};
use super::words::{choice, how_well, matters, name, name_first, wish};

/// A must that rules an alternative out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnockOut {
    /// The requirement.
    pub number: RequirementNumber,
    /// Which alternative is out.
    pub side: Side,
    /// The reason in a sentence.
    pub sentence: String,
    /// Where it is written.
    pub cited: Vec<Cited>,
}

/// A requirement with what it adds to the margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Driver {
    /// The requirement.
    pub number: RequirementNumber,
    /// The question behind it.
    pub question: Key<Question>,
    /// The question as asked.
    pub ask: Text,
    /// The choice behind it, in the words of the interview.
    pub choice: String,
    /// What it asks for.
    pub wish: String,
    /// How much it matters.
    pub importance: Importance,
    /// How well each alternative does it.
    pub levels: Pair<Level>,
    /// What it adds: positive speaks for the first alternative.
    pub contribution: i32,
    /// The same in a sentence.
    pub sentence: String,
    /// The remarks on each alternative's support, if there are any.
    pub notes: Pair<Option<Text>>,
    /// Where it is written.
    pub cited: Vec<Cited>,
}

/// The musts that rule an alternative out, in the order of the interview.
pub(super) fn knock_outs(facts: &Facts<'_>, verdict: &Verdict, bibliography: &mut Bibliography) -> Vec<KnockOut> {
    let names = Side::BOTH.map(|side| name_first(facts.base, side));
    let mut all = Vec::new();
    for requirement in verdict.requirements.iter().filter(|requirement| requirement.importance == Importance::Must) {
        for (side, name) in Side::BOTH.into_iter().zip(&names) {
            if requirement.levels[side] != Level::None {
                continue;
            }
            let support = facts.support(requirement.capability, side);
            all.push(KnockOut {
                number: requirement.number,
                side,
                sentence: [name, " cannot do \"", wish(facts.base, requirement), "\", which is a must."].concat(),
                cited: support.map(|support| bibliography.cite(&support.sources)).unwrap_or_default(),
            });
        }
    }
    all
}

/// Every requirement, the strongest first.
pub(super) fn all(facts: &Facts<'_>, verdict: &Verdict, bibliography: &mut Bibliography) -> Vec<Driver> {
    let mut strongest: Vec<&Requirement> = verdict.requirements.iter().collect();
    strongest.sort_by_key(|requirement| std::cmp::Reverse(requirement.contribution.abs()));
    strongest.into_iter().map(|requirement| driver(facts, requirement, bibliography)).collect()
}

/// Where the levels of a requirement are written, both alternatives together.
pub(super) fn cited(facts: &Facts<'_>, requirement: &Requirement, bibliography: &mut Bibliography) -> Vec<Cited> {
    let mut cited: Vec<Cited> = Vec::new();
    for support in Side::BOTH.into_iter().filter_map(|side| facts.support(requirement.capability, side)) {
        for citation in bibliography.cite(&support.sources) {
            if !cited.contains(&citation) {
                cited.push(citation);
            }
        }
    }
    cited
}

fn driver(facts: &Facts<'_>, requirement: &Requirement, bibliography: &mut Bibliography) -> Driver {
    let base = facts.base;
    let support = Pair::of(|side| facts.support(requirement.capability, side));
    Driver {
        number: requirement.number,
        question: requirement.question,
        ask: base.questions[requirement.question].ask.clone(),
        choice: choice(base, requirement).to_owned(),
        wish: wish(base, requirement).to_owned(),
        importance: requirement.importance,
        levels: requirement.levels,
        contribution: requirement.contribution,
        sentence: sentence(facts, requirement),
        notes: Pair::of(|side| support[side].and_then(|support| support.note.clone())),
        cited: cited(facts, requirement, bibliography),
    }
}

/// Why a requirement adds what it adds.
fn sentence(facts: &Facts<'_>, requirement: &Requirement) -> String {
    let base = facts.base;
    let Pair { first, second } = requirement.levels;
    let what = format!("\"{}\" ({})", wish(base, requirement), matters(requirement.importance));
    if !requirement.is_counted() {
        let silent: Vec<String> = Side::BOTH
            .into_iter()
            .filter(|side| requirement.levels[*side] == Level::Unknown)
            .map(|side| name(base, side).to_owned())
            .collect();
        return format!(
            "{what} counts for neither: nothing says how well {} does it.",
            crate::diagnostic::suggest::enumerate(&silent, "or")
        );
    }
    if first == second {
        return format!("{what} separates nothing: both areas have it {}.", how_well(first));
    }
    let ahead = if requirement.contribution > 0 { Side::First } else { Side::Second };
    format!(
        "{what} speaks for {}: {} there, {} in {}.",
        name(base, ahead),
        how_well(requirement.levels[ahead]),
        how_well(requirement.levels[ahead.other()]),
        name(base, ahead.other())
    )
}
