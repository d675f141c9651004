//! What can be taken back and made again, without limit: each step keeps only what it changed.

mod steps;

use crate::model::answers::{Answers, Response};
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::gap_work::GapWork;
use crate::model::kept_brief::KeptBrief;
use crate::model::paper::Paper;
use crate::model::question::Question;
use crate::model::scoring::Weights;
use crate::model::setting::Settings;

pub(crate) use steps::Steps;

/// A part of the plan with the value that it is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlanChange {
    Response(Key<Question>, Response),
    /// Several changes that are one.
    Together(Vec<PlanChange>, About),
    Title(String),
    /// The day to plan for.
    Day(Option<String>),
    /// What importances are worth.
    Weights(Option<Weights>),
    /// What the plan says about itself.
    Settings(Settings),
    /// The client's text, and what was decided about it.
    Brief(Option<KeptBrief>),
    /// What the document says about itself.
    Paper(Paper),
    /// What is said about the work on a gap.
    Gap(Key<Capability>, GapWork),
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    Question(Key<Question>),
    /// The plan as a whole.
    Plan,
}

impl PlanChange {
    pub(super) fn about(&self) -> About {
        match self {
            Self::Response(question, _) => About::Question(*question),
            Self::Together(_, about) => *about,
            Self::Title(_)
            | Self::Day(_)
            | Self::Weights(_)
            | Self::Settings(_)
            | Self::Brief(_)
            | Self::Paper(_)
            | Self::Gap(..) => About::Plan,
        }
    }

    /// Makes the change and returns the one that takes it back.
    fn make(self, answers: &mut Answers) -> Self {
        match self {
            Self::Response(question, response) => {
                let before = answers.response(question).cloned().unwrap_or_default();
                answers.set(question, response);
                Self::Response(question, before)
            }
            Self::Together(changes, about) => {
                let mut before: Vec<Self> = changes.into_iter().map(|change| change.make(answers)).collect();
                before.reverse();
                Self::Together(before, about)
            }
            Self::Title(title) => Self::Title(std::mem::replace(&mut answers.title, title)),
            Self::Day(day) => Self::Day(std::mem::replace(&mut answers.as_of, day)),
            Self::Weights(weights) => Self::Weights(std::mem::replace(&mut answers.weights, weights)),
            Self::Settings(settings) => Self::Settings(std::mem::replace(&mut answers.settings, settings)),
            Self::Brief(brief) => Self::Brief(std::mem::replace(&mut answers.brief, brief)),
            Self::Paper(paper) => Self::Paper(std::mem::replace(&mut answers.paper, paper)),
            Self::Gap(capability, work) => {
                let before = answers.gap_work(capability).cloned().unwrap_or_default();
                answers.set_gap_work(capability, work);
                Self::Gap(capability, before)
            }
        }
    }
}

/// The way back and the way forth.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct History {
    past: Vec<PlanChange>,
    future: Vec<PlanChange>,
}

impl History {
    /// Makes a change. What was taken back before it is forgotten.
    pub(super) fn make(&mut self, change: PlanChange, answers: &mut Answers) {
        self.past.push(change.make(answers));
        self.future.clear();
    }

    /// Takes the last change back and returns what it was about; `None` if there was no change.
    pub(super) fn undo(&mut self, answers: &mut Answers) -> Option<About> {
        step(&mut self.past, &mut self.future, answers)
    }

    /// Makes a change again that was taken back.
    pub(super) fn redo(&mut self, answers: &mut Answers) -> Option<About> {
        step(&mut self.future, &mut self.past, answers)
    }
}

fn step(from: &mut Vec<PlanChange>, to: &mut Vec<PlanChange>, answers: &mut Answers) -> Option<About> {
    let change = from.pop()?;
    let about = change.about();
    to.push(change.make(answers));
    Some(about)
}

#[cfg(test)]
mod tests {
    use super::{History, PlanChange};
    use crate::model::answers::{Answer, Answers, Pick, Response};
    use crate::model::arena::Key;
    use crate::model::question::ChoiceIndex;

    const CHANGES: usize = 100_000;
    const QUESTIONS: usize = 60;

    fn change(number: usize) -> PlanChange {
        match number % 11 {
            9 => PlanChange::Title(format!("Plan {number}")),
            10 => PlanChange::Day((!number.is_multiple_of(2)).then(|| "article".to_owned())),
            rest => {
                let picks = vec![Pick::of(ChoiceIndex::new(rest))];
                let answer = if rest == 0 { Answer::NotSure } else { Answer::Chosen(picks) };
                let note = format!("note {number}");
                PlanChange::Response(
                    Key::new(number * 7 % QUESTIONS),
                    Response { answer: Some(answer), note, ..Response::default() },
                )
            }
        }
    }

    #[test]
    fn a_hundred_thousand_changes_can_be_taken_back_and_made_again() {
        let (mut history, mut answers) = (History::default(), Answers::default());
        let mut every_thousandth = Vec::new();
        for number in 0..CHANGES {
            if number % 1_000 == 0 {
                every_thousandth.push(answers.clone());
            }
            history.make(change(number), &mut answers);
        }
        let last = answers.clone();
        for number in (0..CHANGES).rev() {
            assert_eq!(history.undo(&mut answers), Some(change(number).about()));
            if number % 1_000 == 0 {
                assert_eq!(Some(&answers), every_thousandth.get(number / 1_000), "{number}");
            }
        }
        assert_eq!((history.undo(&mut answers), &answers), (None, &Answers::default()));
        while history.redo(&mut answers).is_some() {}
        assert_eq!(answers, last);
    }

    /// A step keeps one answer, however many the plan has: ten megabytes for a hundred thousand.
    #[test]
    fn a_step_is_small() {
        assert!(size_of::<PlanChange>() <= 100, "{}", size_of::<PlanChange>());
    }

    #[test]
    fn a_change_ends_the_way_forth() {
        let (mut history, mut answers) = (History::default(), Answers::default());
        history.make(PlanChange::Title("a".to_owned()), &mut answers);
        history.undo(&mut answers);
        history.make(PlanChange::Title("b".to_owned()), &mut answers);
        assert_eq!((history.redo(&mut answers), answers.title.as_str()), (None, "b"));
    }
}
