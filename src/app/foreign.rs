//! What another program wrote to the open plan: where it differs, and how it is taken over.

use crate::knowledge::KnowledgeBase;
use crate::model::answers::{Answers, Response};
use crate::model::arena::Key;
use crate::model::date::Day;
use crate::model::question::Question;
use crate::model::scoring::Weights;
use crate::report::answer::said;
use crate::report::{settings, title, words};

use super::history::PlanChange;
use super::plan::{Access, Plan, as_of};

/// A part in which two plans differ, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    part: Part,
    /// What it is.
    pub(crate) about: String,
    /// What the open plan says.
    pub(crate) here: String,
    /// What the other one says.
    pub(crate) there: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Title,
    Day,
    Weights,
    Settings,
    Answer(Key<Question>),
}

impl Difference {
    /// Returns where another plan differs from the open one.
    pub(crate) fn all(plan: &Plan<'_>, theirs: &Answers) -> Vec<Self> {
        let whole = [Part::Title, Part::Day, Part::Weights, Part::Settings].into_iter();
        let parts = whole.chain(plan.base.questions.keys().map(Part::Answer));
        parts.filter(|part| part.differs(plan.answers(), theirs)).map(|part| part.told(plan, theirs)).collect()
    }

    /// Takes over what the other plan says there, if the open one may be changed. It can be taken back.
    pub(crate) fn take_over(&self, plan: &mut Plan<'_>, theirs: &Answers) {
        match self.part {
            _ if plan.access() == Access::ReadOnly => {}
            Part::Title => plan.rename(&theirs.title),
            Part::Day => plan.change(PlanChange::Day(theirs.as_of.clone())),
            Part::Weights => plan.weigh(theirs.weights.unwrap_or(plan.base.scoring.weights())),
            Part::Settings => plan.settle(theirs.settings),
            Part::Answer(question) => plan.respond(question, theirs.response(question).cloned().unwrap_or_default()),
        }
    }

    /// It in one sentence.
    pub(crate) fn sentence(&self) -> String {
        let end = if self.about.ends_with('?') { "" } else { "." };
        format!("{}{end} Here: {}. There: {}.", self.about, self.here, self.there)
    }
}

impl Part {
    fn differs(self, ours: &Answers, theirs: &Answers) -> bool {
        match self {
            Self::Title => ours.title != theirs.title,
            Self::Day => ours.as_of != theirs.as_of,
            Self::Weights => ours.weights != theirs.weights,
            Self::Settings => ours.settings != theirs.settings,
            Self::Answer(question) => ours.response(question) != theirs.response(question),
        }
    }

    fn told(self, plan: &Plan<'_>, theirs: &Answers) -> Difference {
        let value = |answers| self.value(plan.base, answers, plan.today);
        let (here, there) = (value(plan.answers()), value(theirs));
        Difference { part: self, about: self.about(plan.base), here, there }
    }

    fn about(self, base: &KnowledgeBase) -> String {
        match self {
            Self::Title => "Name of the plan".to_owned(),
            Self::Day => "Day to plan for".to_owned(),
            Self::Weights => "What a must, a should and a could are worth".to_owned(),
            Self::Settings => "What the plan says about itself".to_owned(),
            Self::Answer(question) => base.questions[question].ask.to_string(),
        }
    }

    fn value(self, base: &KnowledgeBase, answers: &Answers, today: Day) -> String {
        match self {
            Self::Title => title(answers),
            Self::Day => words::planning_for(base, as_of(base, answers, today), today),
            Self::Weights => weights(answers.weights.unwrap_or(base.scoring.weights())),
            Self::Settings => settings::words(base, &answers.settings).unwrap_or_else(|| "nothing".to_owned()),
            Self::Answer(question) => {
                let response = answers.response(question);
                format!("{}{}", said(&base.questions[question], response), note(response))
            }
        }
    }
}

fn weights(weights: Weights) -> String {
    weights.all().map(|weight| weight.to_string()).join(", ")
}

fn note(response: Option<&Response>) -> String {
    let note = response.map(|response| response.note.trim()).filter(|note| !note.is_empty());
    note.map_or_else(String::new, |note| format!(", with the note \"{note}\""))
}
