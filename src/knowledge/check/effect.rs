//! Whether each question can change anything: a verdict or a gap, on any day for which there are facts.

use std::collections::BTreeSet;

use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::facts::Facts;
use crate::knowledge::{KnowledgeBase, Preset};
use crate::model::alternative::Pair;
use crate::model::capability::Level;
use crate::model::date::{Day, PartialDate};
use crate::model::question::Question;
use crate::model::verdict::AsOf;

/// Reports the questions that can change nothing, at the places of their ids.
pub(super) fn check(base: &KnowledgeBase, places: &[Place]) -> Vec<Diagnostic> {
    let mut matters = vec![false; base.questions.len()];
    for as_of in moments(base) {
        let facts = base.at(as_of);
        for (key, question) in base.questions.iter() {
            if let Some(slot) = matters.get_mut(key.position()) {
                *slot = *slot || counts(question, &facts);
            }
        }
    }
    for (key, question) in base.questions.iter().rev() {
        if let Some(condition) = &question.condition
            && matters.get(key.position()).copied().unwrap_or(false)
            && let Some(parent) = matters.get_mut(condition.question.position())
        {
            *parent = true;
        }
    }
    base.questions
        .iter()
        .zip(matters)
        .zip(places)
        .filter(|((_, matters), _)| !matters)
        .map(|(((_, question), _), place)| {
            Diagnostic::new(
                Code::K029,
                format!("the question `{}` can change nothing on any day", question.id),
                place.clone(),
            )
        })
        .collect()
}

/// One moment for each stretch of days on which no fact changes, and each preset.
fn moments(base: &KnowledgeBase) -> Vec<AsOf> {
    let begin = base.facts_from.first_day();
    let mut days: BTreeSet<Day> = BTreeSet::from([begin]);
    for (_, capability) in base.capabilities.iter() {
        for support in &capability.support {
            days.extend([support.period.from, support.period.until].into_iter().flatten().map(PartialDate::first_day));
        }
    }
    let presets = base.presets.iter().map(Preset::as_of);
    days.into_iter().filter(|day| *day >= begin).map(|day| AsOf { day, basis: None }).chain(presets).collect()
}

fn counts(question: &Question, facts: &Facts<'_>) -> bool {
    let both_native = Pair { first: Level::Native, second: Level::Native };
    question.choices.iter().flat_map(|choice| &choice.needs).any(|need| facts.levels(*need) != both_native)
}
