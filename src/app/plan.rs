//! The plan that is being made: the answers, what follows from them, and what can be taken back.

use crate::advise::asked::Asked;
use crate::advise::outlook::{self, Decided, Outlook};
use crate::knowledge::facts::Facts;
use crate::knowledge::{AsOfError, KnowledgeBase};
use crate::model::answers::{Answers, Response};
use crate::model::arena::Key;
use crate::model::date::Day;
use crate::model::question::{Question, Topic};
use crate::model::verdict::{AsOf, Verdict};
use crate::report::words;

/// The name of the day to plan for if nothing else is said.
const TODAY: &str = "today";

/// Answers with everything that is derived from them.
#[derive(Debug, Clone)]
pub struct Plan<'k> {
    /// The knowledge base.
    pub base: &'k KnowledgeBase,
    /// The day on which the program runs.
    pub today: Day,
    /// The facts of the day planned for.
    pub facts: Facts<'k>,
    /// Which questions are asked.
    pub asked: Asked,
    /// The advice so far.
    pub verdict: Verdict,
    /// How firm it is, and what would change it.
    pub outlook: Outlook,
    answers: Answers,
    revision: u64,
    past: Vec<Step>,
    future: Vec<Step>,
}

/// A state to go back to, and the question whose answer changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    answers: Answers,
    question: Option<Key<Question>>,
}

/// How far the answers to some questions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Questions with an answer.
    pub answered: usize,
    /// Questions that are asked.
    pub asked: usize,
}

impl Progress {
    /// Whether nothing is left to answer.
    pub fn is_complete(self) -> bool {
        self.answered == self.asked
    }
}

impl<'k> Plan<'k> {
    /// A plan with these answers. A day that cannot be used is replaced by today.
    pub fn new(base: &'k KnowledgeBase, answers: Answers, today: Day) -> Self {
        let as_of = as_of(base, &answers, today);
        let facts = base.at(as_of);
        let (verdict, outlook) = outlook::advise(&facts, &answers);
        let asked = Asked::of(base, &answers);
        Self { base, today, facts, asked, verdict, outlook, answers, revision: 0, past: Vec::new(), future: Vec::new() }
    }

    /// The answers.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Counts the changes.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What was said to a question; an open question without a note if nothing was.
    pub fn response(&self, question: Key<Question>) -> Response {
        self.answers.response(question).cloned().unwrap_or_default()
    }

    /// Changes what was said to a question.
    pub fn respond(&mut self, question: Key<Question>, response: Response) {
        if self.response(question) != response {
            let mut answers = self.answers.clone();
            answers.set(question, response);
            self.change(answers, Some(question));
        }
    }

    /// Changes what was said to several questions at once, for the sake of one; it can be taken back at once too.
    pub(super) fn respond_to_all(&mut self, responses: Vec<(Key<Question>, Response)>, question: Key<Question>) {
        let mut answers = self.answers.clone();
        for (question, response) in responses {
            answers.set(question, response);
        }
        self.change(answers, Some(question));
    }

    /// Names the plan.
    pub fn rename(&mut self, title: &str) {
        if self.answers.title != title {
            let mut answers = self.answers.clone();
            title.clone_into(&mut answers.title);
            self.change(answers, None);
        }
    }

    /// Plans for `today`, a preset or a date.
    pub fn plan_for(&mut self, text: &str) -> Result<(), AsOfError> {
        self.base.as_of(text, self.today)?;
        if self.day_name() != text {
            let mut answers = self.answers.clone();
            answers.as_of = Some(text.to_owned());
            self.change(answers, None);
        }
        Ok(())
    }

    /// Plans for the next of the named days; `forward` says in which direction.
    pub fn switch_day(&mut self, forward: bool) {
        let names: Vec<&str> = self.base.as_of_names().collect();
        let current = names.iter().position(|name| *name == self.day_name());
        let next = match current {
            None => 0,
            Some(position) if forward => (position + 1) % names.len(),
            Some(position) => (position + names.len() - 1) % names.len(),
        };
        if let Some(name) = names.get(next) {
            // A name of the knowledge base is always a day.
            let _ = self.plan_for(name);
        }
    }

    /// The day to plan for, as written: `today`, the name of a preset, or a date.
    pub fn day_name(&self) -> &str {
        self.answers.as_of.as_deref().unwrap_or(TODAY)
    }

    /// The day to plan for, in words.
    pub fn day_words(&self) -> String {
        words::planning_for(self.base, self.facts.as_of, self.today)
    }

    /// Starts over with other answers; that can be taken back too.
    pub fn replace(&mut self, answers: Answers) {
        self.change(answers, None);
    }

    fn change(&mut self, answers: Answers, question: Option<Key<Question>>) {
        let before = std::mem::replace(&mut self.answers, answers);
        self.past.push(Step { answers: before, question });
        self.future.clear();
        self.derive();
    }

    /// Takes the last change back and returns the question that it was about; `None` if there was no change.
    pub fn undo(&mut self) -> Option<Option<Key<Question>>> {
        let step = self.past.pop()?;
        Some(self.swap(step, true))
    }

    /// Makes a change again that was taken back.
    pub fn redo(&mut self) -> Option<Option<Key<Question>>> {
        let step = self.future.pop()?;
        Some(self.swap(step, false))
    }

    fn swap(&mut self, step: Step, is_undo: bool) -> Option<Key<Question>> {
        let question = step.question;
        let current = std::mem::replace(&mut self.answers, step.answers);
        let opposite = Step { answers: current, question };
        if is_undo {
            self.future.push(opposite);
        } else {
            self.past.push(opposite);
        }
        self.derive();
        question
    }

    fn derive(&mut self) {
        let as_of = as_of(self.base, &self.answers, self.today);
        if as_of != self.facts.as_of {
            self.facts = self.base.at(as_of);
        }
        self.asked = Asked::of(self.base, &self.answers);
        (self.verdict, self.outlook) = outlook::advise(&self.facts, &self.answers);
        self.revision += 1;
    }

    /// How far the interview is.
    pub fn progress(&self) -> Progress {
        self.count(|_| true)
    }

    /// How far a topic is.
    pub fn topic_progress(&self, topic: Key<Topic>) -> Progress {
        self.count(|question| self.base.questions[question].topic == topic)
    }

    fn count(&self, wanted: impl Fn(Key<Question>) -> bool) -> Progress {
        let mut progress = Progress::default();
        for question in self.asked.iter().filter(|question| wanted(*question)) {
            progress.asked += 1;
            progress.answered += usize::from(self.answers.answer(question).is_some());
        }
        progress
    }

    /// The number of a question among those that are asked, from 1.
    pub fn number(&self, question: Key<Question>) -> Option<usize> {
        self.asked.iter().position(|asked| asked == question).map(|position| position + 1)
    }

    /// The question that is asked after another one.
    pub fn after(&self, question: Key<Question>) -> Option<Key<Question>> {
        self.asked.iter().find(|asked| *asked > question)
    }

    /// The question that is asked before another one.
    pub fn before(&self, question: Key<Question>) -> Option<Key<Question>> {
        self.asked.iter().rev().find(|asked| *asked < question)
    }

    /// The next question without an answer, from the beginning again after the last.
    pub fn next_open(&self, from: Key<Question>) -> Option<Key<Question>> {
        let open = || self.verdict.open.iter().copied();
        open().find(|question| *question > from).or_else(|| open().find(|question| *question != from))
    }

    /// The question whose answer would tell the most about the advice, other than this one.
    pub fn most_useful(&self, here: Key<Question>) -> Option<Key<Question>> {
        self.outlook.next.iter().map(|next| next.question).find(|question| *question != here)
    }

    /// Whether nothing left open can change the advice.
    pub fn is_decided(&self) -> bool {
        self.verdict.recommendation.is_advice() && self.outlook.decided != Decided::No
    }

    /// The topics that have a question to ask, in order.
    pub fn topics(&self) -> Vec<Key<Topic>> {
        self.base.topics.keys().filter(|topic| self.topic_progress(*topic).asked > 0).collect()
    }

    /// The first question of a topic that is asked.
    pub fn first_of(&self, topic: Key<Topic>) -> Option<Key<Question>> {
        self.asked.iter().find(|question| self.base.questions[*question].topic == topic)
    }
}

fn as_of(base: &KnowledgeBase, answers: &Answers, today: Day) -> AsOf {
    let name = answers.as_of.as_deref().unwrap_or(TODAY);
    base.as_of(name, today).unwrap_or(AsOf { day: today, basis: None })
}
