//! What a person has said. Totals are never kept: everything else is derived from this.

use std::collections::BTreeMap;

use super::arena::Key;
use super::capability::Capability;
use super::gap_work::GapWork;
use super::kept_brief::KeptBrief;
use super::paper::Paper;
use super::question::{ChoiceIndex, Importance, Question};
use super::scoring::Weights;
use super::setting::Settings;

/// The answers to one plan, with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// What the plan is called.
    pub title: String,
    /// The day to plan for, as written: `today`, another preset, or a date.
    pub as_of: Option<String>,
    /// What importances are worth to this plan; as the knowledge base has it if absent.
    pub weights: Option<Weights>,
    /// Who can build it, whether workarounds will do, and until when it must run.
    pub settings: Settings,
    /// The client's text to which the plan answers, if there is one. Nothing is computed with it.
    pub brief: Option<KeptBrief>,
    /// What its document says about itself. Nothing is computed with it.
    pub paper: Paper,
    /// What is said about the work on gaps, by the capability that is missing; kept where it is no gap as well.
    gaps: BTreeMap<Key<Capability>, GapWork>,
    /// One slot for each question of the knowledge base; `None` is an open question without a note.
    responses: Vec<Option<Response>>,
}

impl Answers {
    /// What was said to a question, if anything.
    pub fn response(&self, question: Key<Question>) -> Option<&Response> {
        self.responses.get(question.position())?.as_ref()
    }

    /// The answer to a question; `None` while it is open.
    pub fn answer(&self, question: Key<Question>) -> Option<&Answer> {
        self.response(question)?.answer.as_ref()
    }

    /// Replaces what was said to a question.
    pub fn set(&mut self, question: Key<Question>, response: Response) {
        let position = question.position();
        if self.responses.len() <= position {
            self.responses.resize(position + 1, None);
        }
        let slot = self.responses.get_mut(position).expect("there is room up to there");
        *slot = (response != Response::default()).then_some(response);
        while matches!(self.responses.last(), Some(None)) {
            self.responses.pop();
        }
    }

    /// Forgets what was said to a question.
    pub fn clear(&mut self, question: Key<Question>) {
        self.set(question, Response::default());
    }

    /// All questions to which something was said, in the order of the knowledge base.
    pub fn iter(&self) -> impl Iterator<Item = (Key<Question>, &Response)> {
        self.responses.iter().enumerate().filter_map(|(position, slot)| Some((Key::new(position), slot.as_ref()?)))
    }

    /// What is said about the work on a gap, if anything.
    pub fn gap_work(&self, capability: Key<Capability>) -> Option<&GapWork> {
        self.gaps.get(&capability)
    }

    /// Replaces what is said about the work on a gap.
    pub fn set_gap_work(&mut self, capability: Key<Capability>, work: GapWork) {
        if work.is_silent() {
            self.gaps.remove(&capability);
        } else {
            self.gaps.insert(capability, work);
        }
    }

    /// All gaps about whose work something is said, in the order of the knowledge base.
    pub fn gaps(&self) -> impl Iterator<Item = (Key<Capability>, &GapWork)> {
        self.gaps.iter().map(|(capability, work)| (*capability, work))
    }

    /// Whether nothing was said at all, and there is no text that waits to be gone through.
    pub fn is_empty(&self) -> bool {
        self.responses.iter().all(Option::is_none) && self.brief.is_none()
    }
}

/// What was said to one question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The answer; `None` while the question is open.
    pub answer: Option<Answer>,
    /// The importance of the answer as a whole, if the user set one.
    pub importance: Option<Importance>,
    /// The user's own words.
    pub note: String,
    /// A figure of the user's own beside the answer, on one line; empty if there is none. Nothing is computed with it.
    pub amount: String,
}

/// An answer. That there is none is a state of its own: *open*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The chosen choices, in the order of the question; empty for "none of these" where a question takes many.
    Chosen(Vec<Pick>),
    /// The person does not know.
    NotSure,
    /// The question has no meaning for this plan.
    DoesNotApply,
}

impl Answer {
    /// The picks of a chosen answer; none otherwise.
    pub fn picks(&self) -> &[Pick] {
        match self {
            Self::Chosen(picks) => picks,
            Self::NotSure | Self::DoesNotApply => &[],
        }
    }

    /// Whether `choice` was chosen.
    pub fn has(&self, choice: ChoiceIndex) -> bool {
        self.picks().iter().any(|pick| pick.choice == choice)
    }
}

/// One chosen choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// The choice.
    pub choice: ChoiceIndex,
    /// Its own importance, if the user set one apart from the answer's.
    pub importance: Option<Importance>,
}

impl Pick {
    /// A pick at the importance of its answer.
    pub fn of(choice: ChoiceIndex) -> Self {
        Self { choice, importance: None }
    }
}

impl Response {
    /// A chosen answer at preset importance, without a note.
    pub fn chosen(choices: impl IntoIterator<Item = ChoiceIndex>) -> Self {
        Self { answer: Some(Answer::Chosen(choices.into_iter().map(Pick::of).collect())), ..Self::default() }
    }

    /// The chosen choices; none while the question is open.
    pub fn picks(&self) -> &[Pick] {
        self.answer.as_ref().map(Answer::picks).unwrap_or_default()
    }

    /// The choices of an answer that takes many, each with an importance of its own where one was set for the whole
    /// answer: only so does a saved plan say the same as the one on the screen.
    pub(crate) fn take_picks(&mut self) -> Vec<Pick> {
        let whole = self.importance.take();
        let own = |pick: &Pick| Pick { importance: pick.importance.or(whole), ..*pick };
        self.picks().iter().map(own).collect()
    }

    /// The importance of a pick: its own, else the answer's, else the question's preset.
    pub fn importance_of(&self, pick: Pick, question: &Question) -> Importance {
        pick.importance.or(self.importance).unwrap_or(question.importance)
    }
}
