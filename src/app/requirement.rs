//! Turns what was found into a requirement of the plan.

use crate::knowledge::entry::Entry;
use crate::model::answers::{Answer, Pick, Response};
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::action::Action;
use super::context::Context;
use super::cx::Cx;
use super::history::{About, PlanChange};
use super::plan::Plan;
use super::popup::Flow;

/// Makes what was found a must of the plan and goes to its question.
pub(crate) fn require(cx: &mut Cx<'_>, entry: Entry) -> Flow {
    let (plan, base) = (&cx.plan, cx.plan.base);
    let found = match entry {
        Entry::Question(question) => return Flow::Question(question, None),
        Entry::Capability(capability) => plan.choice_for(&[capability]),
        Entry::Limitation(limitation) | Entry::Workaround(limitation, _) => {
            plan.choice_for(base.limitations[limitation].limits.capabilities())
        }
        Entry::Event(_) => None,
    };
    let Some((question, choice)) = found else {
        cx.mention("No question asks for this, so it cannot become a requirement.");
        return Flow::Done;
    };
    if plan.visible.contains(question) && plan.is_must(question, choice) {
        cx.mention("This is a must of your plan already.");
        return Flow::Question(question, Some(choice));
    }
    match plan.answers_for(question, choice) {
        Ok(answers) => {
            let changes = answers.into_iter().map(|(question, response)| PlanChange::Response(question, response));
            cx.plan.change_together(changes.collect(), About::Question(question));
            let undo = cx.label_of(Context::Interview, Action::Undo);
            let back = undo.map_or_else(String::new, |key| format!(" {key} takes it back."));
            cx.say(format!("Chosen as a must.{back}"));
            Flow::Question(question, Some(choice))
        }
        Err(parent) => {
            cx.mention("The question about it is asked only after another answer here.");
            Flow::Question(parent, None)
        }
    }
}

impl Plan<'_> {
    /// The answers that make a choice a must; the last is the choice itself, those before open its question.
    ///
    /// # Errors
    /// The question whose answer would have to be another one.
    fn answers_for(
        &self,
        question: Key<Question>,
        choice: ChoiceIndex,
    ) -> Result<Vec<(Key<Question>, Response)>, Key<Question>> {
        let mut answers = Vec::new();
        let mut child = question;
        while let Some(condition) = &self.base.questions[child].condition {
            child = condition.question;
            let answer = self.answers().answer(child);
            if condition.choices.iter().any(|choice| answer.is_some_and(|answer| answer.has(*choice))) {
                continue;
            }
            match (self.base.questions[child].kind, answer, condition.choices.first()) {
                (Kind::One, Some(_), _) | (_, _, None) => return Err(child),
                (_, _, Some(choice)) => answers.push((child, self.chosen_too(child, *choice, None))),
            }
        }
        answers.push((question, self.chosen_too(question, choice, Some(Importance::Must))));
        Ok(answers)
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
