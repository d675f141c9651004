//! What would change the advice: each sentence was scored again before it is shown.

use crate::advise::assess;
use crate::advise::flips::{Change, ChangeKind, MOST_CHANGES, apply};
use crate::advise::outlook::Outlook;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::verdict::{Recommendation, Verdict};

use super::words::{name, outcome_of};

/// Answers that would change the advice together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// The changes.
    pub changes: Vec<Change>,
    /// What to do then.
    pub then: Recommendation,
    /// The flip in a sentence.
    pub sentence: String,
}

/// What would change the advice, and what relaxing would make it possible.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WhatIf {
    /// The fewest answers.
    pub answers: Vec<Flip>,
    /// The fewest importances.
    pub importances: Vec<Flip>,
    /// Musts to relax where neither area can carry the plan.
    pub relaxations: Vec<String>,
    /// What to say where nothing changes it.
    pub steady: Option<String>,
}

impl WhatIf {
    /// Words what would change the advice.
    pub fn of(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict, outlook: &Outlook) -> Self {
        let flips = |sets: &[Vec<Change>]| sets.iter().map(|set| flip(facts, answers, set)).collect::<Vec<_>>();
        let steady = verdict.recommendation != Recommendation::Undecided && outlook.flips.is_empty();
        Self {
            answers: flips(&outlook.flips),
            importances: flips(&outlook.importance_flips),
            relaxations: relaxations(facts, verdict, outlook),
            steady: steady.then(|| format!("No change of up to {MOST_CHANGES} of your answers alters this advice.")),
        }
    }
}

impl WhatIf {
    /// Every sentence: first what relaxing makes possible, then answers, then importances.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let flips = self.answers.iter().chain(&self.importances).map(|flip| flip.sentence.as_str());
        self.relaxations.iter().map(String::as_str).chain(self.steady.as_deref()).chain(flips)
    }
}

fn flip(facts: &Facts<'_>, answers: &Answers, changes: &[Change]) -> Flip {
    let base = facts.base;
    let then = assess(facts, &apply(answers, changes)).recommendation;
    let steps: Vec<String> = changes.iter().map(|change| step(base, change)).collect();
    let sentence = format!(
        "{}: then {}.",
        super::words::capitalized(&crate::diagnostic::suggest::enumerate(&steps, "and")),
        outcome_of(base, then)
    );
    Flip { changes: changes.to_vec(), then, sentence }
}

/// One change in words: `do without "Text messages"`.
fn step(base: &KnowledgeBase, change: &Change) -> String {
    let question = &base.questions[change.question];
    let label = question.choice(change.choice()).map_or("", |choice| choice.label.as_str());
    match change.kind {
        ChangeKind::Choose(_) => format!("answer \"{label}\" to \"{}\"", question.ask),
        ChangeKind::Add(_) => format!("also ask for \"{label}\""),
        ChangeKind::Drop(_) => format!("do without \"{label}\""),
        ChangeKind::Weigh(_, importance) => format!("make \"{label}\" a {}", importance.word()),
    }
}

fn relaxations(facts: &Facts<'_>, verdict: &Verdict, outlook: &Outlook) -> Vec<String> {
    let base = facts.base;
    outlook
        .relaxations
        .iter()
        .map(|relaxation| {
            let musts = relaxation.musts.iter().filter_map(|number| verdict.requirement(*number));
            let wishes = super::words::wishes(base, musts, 5);
            let then = match relaxation.then {
                Recommendation::Build(side) => format!("{} can carry the rest", name(base, side)),
                other => outcome_of(base, other),
            };
            format!("If {wishes} were a should instead of a must, {then}.")
        })
        .collect()
}
