//! Two plans side by side: what each leads to, and which answers make the difference. The parts sum to the whole.

use crate::advise::compare::parts;
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::model::verdict::Verdict;

use super::answer::said;
use super::page::{Block, Item, Page, Section, line};
use super::words::{capitalized, outcome_of, signed};

/// What stands above the questions whose answers differ but move nothing.
pub(crate) const WITHOUT_EFFECT: &str = "Answered differently, but without effect on the margin";

/// Two plans compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// What each of the two leads to, in a sentence.
    pub(crate) plans: [String; 2],
    /// Whether both lead to the same.
    pub(crate) conclusion: String,
    /// What besides the answers makes a difference.
    pub(crate) note: Option<String>,
    /// The margin of the second less that of the first.
    pub(crate) difference: i32,
    /// The questions whose contributions differ, the largest difference first; their differences sum to the whole.
    pub(crate) parts: Vec<PartLine>,
    /// Questions answered differently that add the same.
    pub(crate) without_effect: Vec<PartLine>,
}

/// One question in both plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartLine {
    /// Its id.
    pub(crate) id: String,
    /// The question as asked.
    pub(crate) ask: Text,
    /// What was said to it in each plan.
    pub(crate) said: [String; 2],
    /// What that adds to each margin.
    pub(crate) adds: [i32; 2],
}

impl PartLine {
    /// What it adds to the difference.
    pub(crate) fn difference(&self) -> i32 {
        let [first, second] = self.adds;
        second - first
    }
}

/// A plan with its verdict.
pub(crate) type Judged<'p> = (&'p Answers, &'p Verdict);

impl Comparison {
    /// Compares two plans.
    pub(crate) fn of(base: &KnowledgeBase, first: Judged<'_>, second: Judged<'_>) -> Self {
        let line = |question: Key<Question>, adds| PartLine {
            id: base.questions[question].id.to_string(),
            ask: base.questions[question].ask.clone(),
            said: [
                said(&base.questions[question], first.0.response(question)),
                said(&base.questions[question], second.0.response(question)),
            ],
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

    /// What stands above the questions that move the margin.
    pub(crate) fn lead(&self) -> &'static str {
        if self.parts.is_empty() {
            "No answer moves the margin from one plan to the other."
        } else {
            "From the margin of the first plan to that of the second, question by question"
        }
    }

    /// The comparison as a page.
    pub(crate) fn page(&self) -> Page {
        let [first, second] = &self.plans;
        let lines = [format!("First: {first}"), format!("Second: {second}"), self.conclusion.clone()];
        let lines = lines.into_iter().chain(self.note.clone()).map(|text| Block::Paragraph(line(text)));
        let total = line(format!("{} in all", signed(self.difference)));
        let parts: Vec<Item> = self.parts.iter().map(|part| part.item(&signed(part.difference()))).collect();
        let total = (!parts.is_empty()).then_some(Block::Paragraph(total));
        let lead = if parts.is_empty() { Block::Paragraph(line(self.lead())) } else { Block::List(parts) };
        let heading = if self.parts.is_empty() { "" } else { self.lead() };
        let without_effect = self.without_effect.iter().map(|part| part.item("")).collect();
        let sections = vec![
            Section::new("plans", "", lines.collect()),
            Section::new("parts", heading, std::iter::once(lead).chain(total).collect()),
            Section::new("without-effect", WITHOUT_EFFECT, vec![Block::List(without_effect)]),
        ];
        Page::of("Two plans compared".to_owned(), sections)
    }
}

impl PartLine {
    /// The question after its part of the difference, and what was said to it in both plans.
    fn item(&self, difference: &str) -> Item {
        let [first, second] = &self.said;
        let [first_adds, second_adds] = self.adds.map(signed);
        let more = if first == second {
            vec![format!("the same in both: {first} ({first_adds}, then {second_adds})")]
        } else {
            vec![format!("first: {first} ({first_adds})"), format!("second: {second} ({second_adds})")]
        };
        Item { line: line(format!("{difference} {}", self.ask).trim()), more: more.into_iter().map(line).collect() }
    }
}

fn plan(base: &KnowledgeBase, (answers, verdict): Judged<'_>) -> String {
    let what = super::decision::headline(base, verdict);
    let title = super::title(answers);
    format!("{title}, planned for {}. {what} Margin {}.", verdict.as_of.day.words(), signed(verdict.margin))
}

/// That days, weights or settings differ, so that an answer can count differently although it is the same.
fn note((first, of_first): Judged<'_>, (second, of_second): Judged<'_>) -> Option<String> {
    let differing = match (of_first.as_of != of_second.as_of, first.weights != second.weights) {
        (true, true) => "are judged by the facts of different days and with different weights",
        (true, false) => "are judged by the facts of different days",
        (false, true) => "have different weights for must, should and could",
        (false, false) if first.settings != second.settings => "have different settings",
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
