//! What another program wrote to the open plan: where it differs, and how it is taken over.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::knowledge::KnowledgeBase;
use crate::model::answers::{Answers, Response};
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::date::Day;
use crate::model::gap_work::GapField;
use crate::model::paper::PaperField;
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
    Paper,
    Gap(Key<Capability>),
    Answer(Key<Question>),
}

impl Difference {
    /// Returns where another plan differs from the open one.
    pub(crate) fn all(plan: &Plan<'_>, theirs: &Answers) -> Vec<Self> {
        let whole = [Part::Title, Part::Day, Part::Weights, Part::Settings, Part::Paper].into_iter();
        let gaps: BTreeSet<_> = plan.answers().gaps().chain(theirs.gaps()).map(|(capability, _)| capability).collect();
        let parts = whole.chain(gaps.into_iter().map(Part::Gap)).chain(plan.base.questions.keys().map(Part::Answer));
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
            Part::Paper => plan.identify(theirs.paper.clone()),
            Part::Gap(gap) => plan.see_to([(gap, theirs.gap_work(gap).cloned().unwrap_or_default())]),
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
            Self::Paper => ours.paper != theirs.paper,
            Self::Gap(gap) => ours.gap_work(gap) != theirs.gap_work(gap),
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
            Self::Paper => "What the document says about itself".to_owned(),
            Self::Gap(gap) => format!("The work on \"{}\"", base.capabilities[gap].title),
            Self::Answer(question) => base.questions[question].ask.to_string(),
        }
    }

    fn value(self, base: &KnowledgeBase, answers: &Answers, today: Day) -> String {
        match self {
            Self::Title => title(answers),
            Self::Day => words::planning_for(base, as_of(base, answers, today), today),
            Self::Weights => weights(answers.weights.unwrap_or(base.scoring.weights())),
            Self::Settings => settings::words(base, &answers.settings).unwrap_or_else(|| "nothing".to_owned()),
            Self::Paper => listed(PaperField::ALL.map(|field| (field.word(), answers.paper.said(field)))),
            Self::Gap(gap) => {
                let work = answers.gap_work(gap);
                listed(GapField::ALL.map(|field| (field.word(), work.and_then(|work| work.said(field)))))
            }
            Self::Answer(question) => {
                let response = answers.response(question);
                format!("{}{}", said(&base.questions[question], response), note(response))
            }
        }
    }
}

/// What is said, each with its word: `client: Acme; version: 0.2`.
fn listed<const N: usize>(fields: [(&str, Option<Cow<'_, str>>); N]) -> String {
    let said = fields.into_iter().filter_map(|(word, text)| Some(format!("{word}: {}", text?)));
    let said: Vec<String> = said.collect();
    if said.is_empty() { "nothing".to_owned() } else { said.join("; ") }
}

fn weights(weights: Weights) -> String {
    weights.all().map(|weight| weight.to_string()).join(", ")
}

fn note(response: Option<&Response>) -> String {
    let note = response.map(|response| response.note.trim()).filter(|note| !note.is_empty());
    note.map_or_else(String::new, |note| format!(", with the note \"{note}\""))
}
