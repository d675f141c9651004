//! What the answer rests on: volumes and assumptions, and how far the facts reach.

use crate::diagnostic::clean::visible;
use crate::report::parts::assumptions::Assumption;
use crate::report::words::facts_until;

use super::costs::SIZES;
use super::fitted::{Fitted, letters};
use super::grounds::Grounds;

/// The heading.
pub const HEADING: &str = "Rests on";

/// What the answer rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rests {
    /// Volumes and assumptions; nothing where none was said.
    pub assumptions: Option<Fitted<240>>,
    /// How far the facts reach, of which edition they are, and what the sizes are.
    pub facts: Fitted<200>,
}

/// What a verdict rests on.
pub(super) fn of(on: Grounds<'_>) -> Rests {
    let edition = format!("Edition {}", on.base().edition);
    let facts = match facts_until(on.base()) {
        Some(until) => format!("Facts up to {until}. {edition}."),
        None => format!("{edition}."),
    };
    Rests {
        assumptions: assumptions(&on.report.assumptions),
        facts: Fitted::of_sentences([vec![facts], vec![SIZES.to_owned()]]),
    }
}

/// What was said, the figures first, as far as there is room.
fn assumptions(all: &[Assumption]) -> Option<Fitted<240>> {
    let (figures, others): (Vec<&Assumption>, Vec<&Assumption>) =
        all.iter().filter(|one| one.says_something()).partition(|one| !one.amount.is_empty() || !one.sizes.is_empty());
    let mut said = String::new();
    for one in figures.into_iter().chain(others).map(words) {
        let joined = if said.is_empty() { one.clone() } else { format!("{said} · {one}") };
        // Amounts are the user's own, so cutting shows what of them is hostile, which makes them longer.
        if letters(&visible(&joined)) < Fitted::<240>::MOST {
            said = joined;
        }
    }
    (!said.is_empty()).then(|| Fitted::cut(&format!("{said}.")))
}

fn words(one: &Assumption) -> String {
    let answer = one.answer.trim_end_matches('.');
    let said = if one.amount.is_empty() { answer.to_owned() } else { format!("{answer} ({})", one.amount) };
    format!("{} {said}", one.ask)
}
