//! Turns what was found into a requirement of the plan.

use crate::model::answers::{Answer, Pick, Response};
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};
use crate::search::Entry;

use super::App;
use super::action::Action;
use super::context::Context;
use super::interview::Row;
use super::plan::Plan;
use super::search::NOTHING_FOUND;

/// What it takes to make an entry a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Demand {
    /// The entry is a question: it can only be gone to.
    Question(Key<Question>),
    /// It is a must already.
    Met(Key<Question>, ChoiceIndex),
    /// These answers make it one; the last is the choice itself.
    Answers(Vec<(Key<Question>, Response)>, Key<Question>, ChoiceIndex),
    /// The question is asked only after another answer here, which says something else.
    Hidden(Key<Question>),
    /// No question asks for it.
    NotAsked,
}

impl App<'_> {
    /// Makes the marked result a must of the plan and goes to its question.
    pub(super) fn require_hit(&mut self) {
        let Some(entry) = self.search.marked() else { return self.mention(NOTHING_FOUND) };
        match self.plan.demand(entry) {
            Demand::Question(question) => self.open_question(question),
            Demand::NotAsked => self.mention("No question asks for this, so it cannot become a requirement."),
            Demand::Hidden(parent) => {
                self.open_question(parent);
                self.mention("The question about it is asked only after another answer here.");
            }
            Demand::Met(question, choice) => {
                self.show_choice(question, choice);
                self.mention("This is a must of your plan already.");
            }
            Demand::Answers(answers, question, choice) => {
                self.plan.respond_to_all(answers, question);
                self.show_choice(question, choice);
                let undo = self.keymap.key(Context::Interview, Action::Undo);
                let back =
                    undo.map_or_else(String::new, |key| format!(" {} takes it back.", key.label(self.look.ascii)));
                self.say(&format!("Chosen as a must.{back}"));
            }
        }
    }

    fn show_choice(&mut self, question: Key<Question>, choice: ChoiceIndex) {
        self.open_question(question);
        let rows = Row::of(&self.plan.base.questions[question]);
        let row = rows.iter().position(|row| *row == Row::Choice(choice)).unwrap_or(0);
        self.interview = self.interview.with_mark(row);
    }
}

impl Plan<'_> {
    fn demand(&self, entry: Entry) -> Demand {
        let asked_for = match entry {
            Entry::Question(question) => return Demand::Question(question),
            Entry::Capability(capability) => self.choice_for(&[capability]),
            Entry::Limitation(limitation) | Entry::Workaround(limitation, _) => {
                self.choice_for(&self.base.limitations[limitation].limits)
            }
            Entry::Event(_) => None,
        };
        let Some((question, choice)) = asked_for else { return Demand::NotAsked };
        if self.asked.contains(question) && self.is_must(question, choice) {
            return Demand::Met(question, choice);
        }
        let mut answers = Vec::new();
        let mut child = question;
        while let Some(condition) = &self.base.questions[child].condition {
            child = condition.question;
            let answer = self.answers().answer(child);
            if condition.choices.iter().any(|choice| answer.is_some_and(|answer| answer.has(*choice))) {
                continue;
            }
            match (self.base.questions[child].kind, answer, condition.choices.first()) {
                (Kind::One, Some(_), _) | (_, _, None) => return Demand::Hidden(child),
                (_, _, Some(choice)) => answers.push((child, self.chosen_too(child, *choice, None))),
            }
        }
        answers.push((question, self.chosen_too(question, choice, Some(Importance::Must))));
        Demand::Answers(answers, question, choice)
    }

    /// A choice that needs one of these capabilities; one that is chosen already if there is one.
    fn choice_for(&self, capabilities: &[Key<Capability>]) -> Option<(Key<Question>, ChoiceIndex)> {
        let all = || {
            self.base.questions.iter().flat_map(|(key, question)| {
                let needing = question.indexed().filter(|(_, choice)| needs_any(&choice.needs, capabilities));
                needing.map(move |(choice, _)| (key, choice))
            })
        };
        let is_chosen = |(question, choice): &(Key<Question>, ChoiceIndex)| {
            self.answers().answer(*question).is_some_and(|answer| answer.has(*choice))
        };
        all().find(is_chosen).or_else(|| all().next())
    }

    fn is_must(&self, question: Key<Question>, choice: ChoiceIndex) -> bool {
        let response = self.response(question);
        let picks = response.answer.as_ref().map(Answer::picks).unwrap_or_default();
        let pick = picks.iter().find(|pick| pick.choice == choice);
        pick.is_some_and(|pick| response.importance_of(*pick, &self.base.questions[question]) == Importance::Must)
    }

    /// The answer to a question with a choice added, or instead of another one where only one can be given.
    fn chosen_too(&self, question: Key<Question>, choice: ChoiceIndex, importance: Option<Importance>) -> Response {
        let mut response = self.response(question);
        if self.base.questions[question].kind == Kind::One {
            return Response { answer: Some(Answer::Chosen(vec![Pick::of(choice)])), importance, ..response };
        }
        let mut picks = response.take_picks();
        picks.retain(|pick| pick.choice != choice);
        picks.push(Pick { choice, importance });
        picks.sort_by_key(|pick| pick.choice);
        response.answer = Some(Answer::Chosen(picks));
        response
    }
}

fn needs_any(needs: &[Key<Capability>], capabilities: &[Key<Capability>]) -> bool {
    needs.iter().any(|need| capabilities.contains(need))
}
