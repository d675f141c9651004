//! Two plans side by side: what each leads to, and which answers make the difference. The parts sum to the whole.

use crate::advise::compare::parts;
use crate::knowledge::KnowledgeBase;
use crate::model::answers::{Answer, Answers};
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::model::verdict::Verdict;

use super::words::{capitalized, outcome_of, signed};

/// Two plans compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What each of the two leads to, in a sentence.
    pub plans: [String; 2],
    /// Whether both lead to the same.
    pub conclusion: String,
    /// What besides the answers makes a difference.
    pub note: Option<String>,
    /// The margin of the second less that of the first.
    pub difference: i32,
    /// The questions whose contributions differ, the largest difference first; their differences sum to the whole.
    pub parts: Vec<PartLine>,
    /// Questions answered differently that add the same.
    pub without_effect: Vec<PartLine>,
}

/// One question in both plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartLine {
    /// Its id.
    pub id: String,
    /// The question as asked.
    pub ask: Text,
    /// What was said to it in each plan.
    pub said: [String; 2],
    /// What that adds to each margin.
    pub adds: [i32; 2],
}

impl PartLine {
    /// What it adds to the difference.
    pub fn difference(&self) -> i32 {
        let [first, second] = self.adds;
        second - first
    }
}

/// A plan with its verdict.
pub type Judged<'p> = (&'p Answers, &'p Verdict);

impl Comparison {
    /// Compares two plans.
    pub fn of(base: &KnowledgeBase, first: Judged<'_>, second: Judged<'_>) -> Self {
        let line = |question: Key<Question>, adds| PartLine {
            id: base.questions[question].id.to_string(),
            ask: base.questions[question].ask.clone(),
            said: [said(base, first.0, question), said(base, second.0, question)],
            adds,
        };
        let parts: Vec<(Key<Question>, PartLine)> = parts(base, first.1, second.1)
            .into_iter()
            .map(|part| (part.question, line(part.question, [part.first, part.second])))
            .collect();
        let differs = |question: &Key<Question>| first.0.response(*question) != second.0.response(*question);
        let silent = base.questions.keys().filter(|key| !parts.iter().any(|(known, _)| known == key)).filter(differs);
        let added = |verdict: &Verdict, question| -> i32 {
            let own = verdict.requirements.iter().filter(|requirement| requirement.question == question);
            own.map(|requirement| requirement.contribution).sum()
        };
        Self {
            plans: [plan(base, first), plan(base, second)],
            conclusion: conclusion(base, first.1, second.1),
            note: note(first, second),
            difference: second.1.margin - first.1.margin,
            without_effect: silent.map(|key| line(key, [added(first.1, key), added(second.1, key)])).collect(),
            parts: parts.into_iter().map(|(_, line)| line).collect(),
        }
    }

    /// The comparison as lines of text, each with how far it is indented.
    pub fn lines(&self) -> Vec<(usize, String)> {
        let [first, second] = &self.plans;
        let mut lines =
            vec![(0, format!("First: {first}")), (0, format!("Second: {second}")), (0, self.conclusion.clone())];
        lines.extend(self.note.iter().map(|note| (0, note.clone())));
        if self.parts.is_empty() {
            lines.push((0, "No answer moves the margin from one to the other.".to_owned()));
        } else {
            lines.push((0, "From the first margin to the second, question by question:".to_owned()));
        }
        for part in &self.parts {
            lines.push((2, format!("{} {}", signed(part.difference()), part.ask)));
            lines.extend(part.both());
        }
        if !self.parts.is_empty() {
            lines.push((2, format!("{} in all", signed(self.difference))));
        }
        if !self.without_effect.is_empty() {
            lines.push((0, "Answered differently, but without effect on the margin:".to_owned()));
        }
        for part in &self.without_effect {
            lines.push((2, part.ask.to_string()));
            lines.extend(part.both());
        }
        lines
    }
}

impl PartLine {
    fn both(&self) -> Vec<(usize, String)> {
        let [first, second] = &self.said;
        let [first_adds, second_adds] = self.adds.map(signed);
        if first == second {
            return vec![(4, format!("the same in both: {first} ({first_adds}, then {second_adds})"))];
        }
        vec![(4, format!("first: {first} ({first_adds})")), (4, format!("second: {second} ({second_adds})"))]
    }
}

fn plan(base: &KnowledgeBase, (answers, verdict): Judged<'_>) -> String {
    let what = super::decision::headline(base, verdict);
    let title = super::title(answers);
    format!("{title}, planned for {}. {what} Margin {}.", verdict.as_of.day.words(), signed(verdict.margin))
}

/// That days or weights differ, so that an answer can count differently although it is the same.
fn note((first, of_first): Judged<'_>, (second, of_second): Judged<'_>) -> Option<String> {
    let differing = match (of_first.as_of != of_second.as_of, first.weights != second.weights) {
        (true, true) => "are judged by the facts of different days and with different weights",
        (true, false) => "are judged by the facts of different days",
        (false, true) => "have different weights for must, should and could",
        (false, false) => return None,
    };
    Some(format!("The two plans {differing}, so the same answer can count differently."))
}

fn conclusion(base: &KnowledgeBase, first: &Verdict, second: &Verdict) -> String {
    let (first, second) = (outcome_of(base, first.recommendation), outcome_of(base, second.recommendation));
    if first == second {
        format!("Both lead to the same: {first}.")
    } else {
        format!("{} for the first, while {second} for the second.", capitalized(&first))
    }
}

/// What was said to a question, in the words of the interview.
fn said(base: &KnowledgeBase, answers: &Answers, key: Key<Question>) -> String {
    let question = &base.questions[key];
    let Some(response) = answers.response(key) else { return "no answer".to_owned() };
    match &response.answer {
        None => "no answer".to_owned(),
        Some(Answer::NotSure) => "not sure".to_owned(),
        Some(Answer::DoesNotApply) => "does not apply".to_owned(),
        Some(Answer::Chosen(picks)) if picks.is_empty() => "none of these".to_owned(),
        Some(Answer::Chosen(picks)) => {
            let label = |pick: &crate::model::answers::Pick| {
                let choice = question.choice(pick.choice)?;
                let importance = response.importance_of(*pick, question);
                Some(format!("\"{}\" as a {}", choice.label, importance.word()))
            };
            let labels: Vec<String> = picks.iter().filter_map(label).collect();
            crate::diagnostic::suggest::enumerate(&labels, "and")
        }
    }
}
