//! Whether the first choices of all questions, taken together, speak for one area.

use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::enumerate;
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::first_choices::{MOST_APART, first_choices};
use crate::knowledge::{KnowledgeBase, Preset};
use crate::model::alternative::{Pair, Side};
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::AsOf;

/// Reports each day on which they do, of the presets and of the last day for which something is known, at the first question that
/// leans so; `places` are those of the ids of the questions.
pub(super) fn check(base: &KnowledgeBase, places: &[Place]) -> Vec<Diagnostic> {
    let presets = base.presets.iter().map(|preset| (preset.title.to_string(), Preset::as_of(preset)));
    let last = base.facts_until.map(|day| (day.words(), AsOf { day, basis: None }));
    presets.chain(last).filter_map(|(day, as_of)| leaning(base, places, &day, as_of)).collect()
}

fn leaning(base: &KnowledgeBase, places: &[Place], day: &str, as_of: AsOf) -> Option<Diagnostic> {
    let leaning = first_choices(&base.at(as_of));
    let counts = Pair::of(|side| leaning[side].len());
    if counts.first.abs_diff(counts.second) <= MOST_APART {
        return None;
    }
    let side = if counts.first > counts.second { Side::First } else { Side::Second };
    let ids = |questions: &[Key<Question>]| -> Vec<String> {
        questions.iter().map(|key| format!("`{}`", base.questions[*key].id)).collect()
    };
    let message = format!(
        "the first choices lean to {}: {} speak for it by {day}, {} for {}",
        base.alternatives[side].title,
        counts[side],
        counts[side.other()],
        base.alternatives[side.other()].title
    );
    let first = leaning[side].first().expect("more speak for it than for the other");
    let (_, place) = base.questions.keys().zip(places).find(|(key, _)| key == first)?;
    let help = format!(
        "put another choice first, along something a reader sees, in one of {}",
        enumerate(&ids(&leaning[side]), "or")
    );
    Some(Diagnostic::new(Code::K084, message, place.clone()).help(help))
}
