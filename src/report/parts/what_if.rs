//! What would change the advice: each sentence was scored again before it is shown.

use crate::advise::analysis::Analysis;
use crate::advise::counterfactual::{Change, ChangeKind, MOST_CHANGES, apply};
use crate::advise::recommendation;
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::answers::{Answer, Answers};
use crate::model::verdict::{Recommendation, Verdict};
use crate::report::Report;
use crate::report::page::{Section, line, list};
use crate::report::words::{name, outcome_of};

/// The heading of the part.
pub(crate) const HEADING: &str = "What would change it";

/// Said where nothing would.
pub(crate) const NONE: &str = "Nothing to say yet: there is no advice that could change.";

/// Answers that would change the advice together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterfactualLine {
    /// The changes.
    pub changes: Vec<Change>,
    /// What to do then.
    pub(crate) then: Recommendation,
    /// The counterfactual in a sentence.
    pub sentence: String,
}

/// What would change the advice, and what relaxing would make it possible.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WhatIf {
    /// The fewest answers.
    pub answers: Vec<CounterfactualLine>,
    /// The fewest importances.
    pub importances: Vec<CounterfactualLine>,
    /// Musts to relax where neither area can carry the plan.
    pub relaxations: Vec<String>,
    /// What to say where nothing changes it.
    pub steady: Option<String>,
}

impl WhatIf {
    /// Words what would change the advice.
    pub(crate) fn of(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict, analysis: &Analysis) -> Self {
        let counterfactuals =
            |sets: &[Vec<Change>]| sets.iter().map(|set| counterfactual(facts, answers, set)).collect::<Vec<_>>();
        let steady = verdict.recommendation != Recommendation::Undecided && analysis.counterfactuals.is_empty();
        Self {
            answers: counterfactuals(&analysis.counterfactuals),
            importances: counterfactuals(&analysis.importance_counterfactuals),
            relaxations: relaxations(facts, verdict, analysis),
            steady: steady.then(|| nothing_alters_it(facts.base, answers)),
        }
    }
}

impl WhatIf {
    /// Every sentence: first what relaxing makes possible, then answers, then importances.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let counterfactuals =
            self.answers.iter().chain(&self.importances).map(|counterfactual| counterfactual.sentence.as_str());
        self.relaxations.iter().map(String::as_str).chain(self.steady.as_deref()).chain(counterfactuals)
    }
}

/// That nothing changes the advice, with what was left as it is.
fn nothing_alters_it(base: &KnowledgeBase, answers: &Answers) -> String {
    let asked = Visible::of(base, answers);
    let given = asked.iter().filter(|key| base.questions[*key].fixed);
    let kept = given.filter(|key| matches!(answers.answer(*key), Some(Answer::Chosen(_))));
    let kept: Vec<String> = kept.map(|key| format!("\"{}\"", base.questions[key].ask)).collect();
    let kept = match kept.len() {
        0 => String::new(),
        1 => format!(" and your answer to {} stays", enumerate(&kept, "and")),
        _ => format!(" and your answers to {} stay", enumerate(&kept, "and")),
    };
    format!(
        "No change of up to {MOST_CHANGES} of the answers you gave alters this advice, as long as new choices have \
         the importance of their question{kept}."
    )
}

fn counterfactual(facts: &Facts<'_>, answers: &Answers, changes: &[Change]) -> CounterfactualLine {
    let base = facts.base;
    let then = recommendation(facts, &apply(answers, changes));
    let steps: Vec<String> = changes.iter().map(|change| step(base, change)).collect();
    let sentence =
        format!("{}: then {}.", crate::report::words::capitalized(&enumerate(&steps, "and")), outcome_of(base, then));
    CounterfactualLine { changes: changes.to_vec(), then, sentence }
}

/// One change in words: `do without "Text messages"`.
fn step(base: &KnowledgeBase, change: &Change) -> String {
    let question = &base.questions[change.question];
    let label = &question[change.choice()].label;
    match change.kind {
        ChangeKind::Choose(_) => format!("answer \"{label}\" to \"{}\"", question.ask),
        ChangeKind::Add(_) => format!("also ask for \"{label}\""),
        ChangeKind::Drop(_) => format!("do without \"{label}\""),
        ChangeKind::Weigh(_, importance) => format!("make \"{label}\" a {}", importance.word()),
    }
}

fn relaxations(facts: &Facts<'_>, verdict: &Verdict, analysis: &Analysis) -> Vec<String> {
    let base = facts.base;
    analysis
        .relaxations
        .iter()
        .map(|relaxation| {
            let musts = relaxation.musts.iter().map(|number| verdict.requirement(*number));
            let wishes = crate::report::words::wishes(base, musts, 5);
            let then = match relaxation.then {
                Recommendation::Build(side) => format!("{} can carry the rest", name(base, side)),
                other => outcome_of(base, other),
            };
            format!("If {wishes} were a should instead of a must, {then}.")
        })
        .collect()
}

/// What would change the advice.
pub(crate) fn section(report: &Report) -> Section {
    let sentences = report.what_if.sentences().map(line);
    Section::new("what-if", HEADING, vec![list(sentences)])
}
