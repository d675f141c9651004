//! Which area the first choice of each question speaks for.
//!
//! Readers tend to take what stands first. So over all questions the first choices should speak for one area as often as for
//! the other.

use crate::model::alternative::{Pair, Side};
use crate::model::arena::Key;
use crate::model::question::Question;

use super::facts::Facts;

/// The most by which first choices may speak oftener for one area than for the other.
pub(crate) const MOST_APART: usize = 1;

/// The questions whose first choice, given alone, leads to a margin for an area on the day of the facts, in their order.
pub(crate) fn first_choices(facts: &Facts<'_>) -> Pair<Vec<Key<Question>>> {
    let leans = |(key, question): (Key<Question>, &Question)| Some((key, leaning(facts, question)?));
    let leaning: Vec<(Key<Question>, Side)> = facts.base.questions.iter().filter_map(leans).collect();
    let towards = |side: Side| leaning.iter().filter(move |(_, towards)| *towards == side).map(|(key, _)| *key);
    Pair::of(|side| towards(side).collect())
}

/// The area for which the first choice of a question speaks. Its importance weighs on both alike, so the sign is that of the points.
fn leaning(facts: &Facts<'_>, question: &Question) -> Option<Side> {
    let needs = &question.choices.first()?.needs;
    let margin: i32 = needs
        .iter()
        .filter_map(|need| {
            let levels = facts.levels(*need);
            Some(facts.scoring.points(levels.first)? - facts.scoring.points(levels.second)?)
        })
        .sum();
    match margin.signum() {
        1 => Some(Side::First),
        -1 => Some(Side::Second),
        _ => None,
    }
}
