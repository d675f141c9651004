//! Brute force: every completion of some answers, and every set of changes to them.

use journey_advisor::advise::counterfactual::{Change, ChangeKind, What};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::visible::Visible;
use journey_advisor::model::answers::{Answer, Answers, Pick, Response};
use journey_advisor::model::arena::Key;
use journey_advisor::model::question::{ChoiceIndex, Importance, Kind, Question};

/// Which importances the answers of a completion take.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum At {
    Preset,
    AnyImportance,
}

/// The answers to one question that a completion can give: "does not apply" and every way to choose.
pub(crate) fn options(question: &Question, response: Option<&Response>, at: At) -> Vec<Response> {
    let set = response.and_then(|response| response.importance);
    let respond =
        |picks: Vec<Pick>| Response { answer: Some(Answer::Chosen(picks)), importance: set, ..Response::default() };
    let mut options = vec![Response { answer: Some(Answer::DoesNotApply), importance: set, ..Response::default() }];
    options.extend(choosings(question).into_iter().flat_map(|choices| weighed(&choices, at)).map(respond));
    options
}

/// Every way to choose: one choice, or any subset.
pub(crate) fn choosings(question: &Question) -> Vec<Vec<ChoiceIndex>> {
    let all: Vec<ChoiceIndex> = question.indexed().map(|(index, _)| index).collect();
    match question.kind {
        Kind::One => all.into_iter().map(|one| vec![one]).collect(),
        Kind::Many => (0..1_usize << all.len())
            .map(|mask| all.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, one)| *one).collect())
            .collect(),
    }
}

fn weighed(choices: &[ChoiceIndex], at: At) -> Vec<Vec<Pick>> {
    if at == At::Preset {
        return vec![choices.iter().copied().map(Pick::of).collect()];
    }
    let mut all = vec![Vec::new()];
    for choice in choices {
        all = all
            .iter()
            .flat_map(|picks: &Vec<Pick>| {
                Importance::ALL.map(|importance| {
                    let mut picks = picks.clone();
                    picks.push(Pick { choice: *choice, importance: Some(importance) });
                    picks
                })
            })
            .collect();
    }
    all
}

/// The first question that is asked and unsettled.
pub(crate) fn unsettled(base: &KnowledgeBase, answers: &Answers) -> Option<Key<Question>> {
    Visible::of(base, answers).iter().find(|key| matches!(answers.answer(*key), None | Some(Answer::NotSure)))
}

/// Calls `visit` with every completion, at most `most` of them; false if there are more.
pub(crate) fn completions(
    base: &KnowledgeBase,
    answers: &Answers,
    at: At,
    most: &mut usize,
    visit: &mut dyn FnMut(&Answers),
) -> bool {
    let Some(open) = unsettled(base, answers) else {
        visit(answers);
        *most = most.saturating_sub(1);
        return *most > 0;
    };
    options(&base.questions[open], answers.response(open), at).into_iter().all(|response| {
        let mut answers = answers.clone();
        answers.set(open, response);
        completions(base, &answers, at, most, visit)
    })
}

/// Every single change of the user's own answers.
pub(crate) fn changes(base: &KnowledgeBase, answers: &Answers, what: What) -> Vec<Change> {
    let mut changes = Vec::new();
    for (key, question) in base.questions.iter().filter(|(_, question)| !question.fixed) {
        let Some(response) = answers.response(key) else { continue };
        let Some(answer @ Answer::Chosen(picks)) = &response.answer else { continue };
        let mut push = |kind| changes.push(Change { question: key, kind });
        match (what, question.kind) {
            (What::Importances, _) => {
                for pick in picks {
                    let now = response.importance_of(*pick, question);
                    Importance::ALL
                        .into_iter()
                        .filter(|other| *other != now)
                        .for_each(|other| push(ChangeKind::Weigh(pick.choice, other)));
                }
            }
            (What::Answers, Kind::One) => {
                question
                    .indexed()
                    .filter(|(index, _)| !answer.has(*index))
                    .for_each(|(index, _)| push(ChangeKind::Choose(index)));
            }
            (What::Answers, Kind::Many) => {
                for (index, _) in question.indexed() {
                    push(if answer.has(index) { ChangeKind::Drop(index) } else { ChangeKind::Add(index) });
                }
            }
        }
    }
    changes
}

/// Whether two changes can be made together: not two of one choice, not two other choices where one is taken.
pub(crate) fn compatible(left: &Change, right: &Change) -> bool {
    let choose = |change: &Change| matches!(change.kind, ChangeKind::Choose(_));
    left.question != right.question || (left.choice() != right.choice() && !choose(left))
}
