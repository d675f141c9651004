//! Whether each question can change anything: a verdict or a gap, on any day for which there are facts.

use std::collections::BTreeSet;

use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::facts::Facts;
use crate::knowledge::{KnowledgeBase, Preset};
use crate::model::alternative::Pair;
use crate::model::arena::Key;
use crate::model::capability::Level;
use crate::model::date::{Day, PartialDate};
use crate::model::question::Question;
use crate::model::verdict::AsOf;

/// Reports the questions that can change nothing, at the places of their ids.
pub(super) fn check(base: &KnowledgeBase, places: &[Place]) -> Vec<Diagnostic> {
    let days: Vec<Facts<'_>> = days(base).map(|as_of| base.at(as_of)).collect();
    let counting = base.questions.iter().filter(|(_, question)| days.iter().any(|facts| counts(question, facts)));
    let mut matter: BTreeSet<Key<Question>> = counting.map(|(key, _)| key).collect();
    // A question matters too if it opens one that does. Children stand behind their parents.
    for (key, question) in base.questions.iter().rev() {
        if let Some(condition) = question.condition.as_ref().filter(|_| matter.contains(&key)) {
            matter.insert(condition.question);
        }
    }
    let idle = base.questions.iter().zip(places).filter(|((key, _), _)| !matter.contains(key));
    idle.map(|((_, question), place)| {
        let message = format!("the question `{}` can change nothing on any day", question.id);
        Diagnostic::new(Code::K029, message, place.clone())
    })
    .collect()
}

/// One day for each stretch on which no fact changes, and each preset.
fn days(base: &KnowledgeBase) -> impl Iterator<Item = AsOf> {
    let begin = base.facts_from.first_day();
    let mut days: BTreeSet<Day> = BTreeSet::from([begin]);
    for (_, capability) in base.capabilities.iter() {
        for support in &capability.support {
            days.extend([support.period.from, support.period.until].into_iter().flatten().map(PartialDate::first_day));
        }
    }
    let presets = base.presets.iter().map(Preset::as_of);
    days.into_iter().filter(move |day| *day >= begin).map(|day| AsOf { day, basis: None }).chain(presets)
}

fn counts(question: &Question, facts: &Facts<'_>) -> bool {
    let both_native = Pair { first: Level::Native, second: Level::Native };
    question.choices.iter().flat_map(|choice| &choice.needs).any(|need| facts.levels(*need) != both_native)
}
