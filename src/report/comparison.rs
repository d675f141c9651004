//! Two plans side by side: what each leads to, and which answers make the difference. The parts sum to the whole.

use crate::advise::compare::parts;
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::model::verdict::Verdict;

use super::adds::Adds;
use super::answer::said;
use super::leaning::fits;
use super::page::{Block, Item, Page, Section, line};
use super::words::{capitalized, outcome_of};

/// What stands above the questions whose answers differ but move nothing.
pub(crate) const WITHOUT_EFFECT: &str = "Answered differently, but without effect on the fit";

/// Two plans compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// What each of the two leads to, in a sentence.
    pub(crate) plans: [String; 2],
    /// Whether both lead to the same.
    pub(crate) conclusion: String,
    /// What besides the answers makes a difference.
    pub(crate) note: Option<String>,
    /// The margin of the second less that of the first, in points.
    pub(crate) difference: i32,
    /// What lies between the leads of the two, in per cent of the fit.
    pub(crate) in_all: Adds,
    /// The questions whose contributions differ, the largest difference first; their differences sum to the whole.
    pub(crate) parts: Vec<PartLine>,
    /// What answers add that are the same in both: they count for more or less among others.
    pub(crate) the_same: Adds,
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
    /// What that adds to each margin, in points.
    pub(crate) adds: [i32; 2],
    /// The same in per cent of the fit of each plan.
    pub(crate) shares: [Adds; 2],
    /// What it adds to the difference of the leads, in per cent of the fit.
    pub(crate) moves: Adds,
}

impl PartLine {
    /// What it adds to the difference in points.
    pub(crate) fn difference(&self) -> i32 {
        let [first, second] = self.adds;
        second - first
    }
}

/// The weights of two plans, which make points of both comparable: a lead is points by weight.
#[derive(Clone, Copy)]
struct Weights([i64; 2]);

impl Weights {
    /// What lies between points of the first plan and points of the second.
    fn between(self, base: &KnowledgeBase, [first, second]: [i64; 2]) -> Adds {
        let Self([of_first, of_second]) = self;
        Adds::part(base, second * of_first - first * of_second, of_first * of_second)
    }

    /// Points of each as a part of its own plan.
    fn shares(self, base: &KnowledgeBase, [first, second]: [i64; 2]) -> [Adds; 2] {
        let Self([of_first, of_second]) = self;
        [Adds::part(base, first, of_first), Adds::part(base, second, of_second)]
    }
}

/// A plan with its verdict.
pub(crate) type Judged<'p> = (&'p Answers, &'p Verdict);

impl Comparison {
    /// Compares two plans.
    pub(crate) fn of(base: &KnowledgeBase, first: Judged<'_>, second: Judged<'_>) -> Self {
        // Where nothing counts there are no points either, so any weight will do.
        let weights = Weights([first, second].map(|(_, verdict)| i64::from(verdict.weight.max(1))));
        let line = |question: Key<Question>, adds: [i32; 2]| PartLine {
            id: base.questions[question].id.to_string(),
            ask: base.questions[question].ask.clone(),
            said: [
                said(&base.questions[question], first.0.response(question)),
                said(&base.questions[question], second.0.response(question)),
            ],
            shares: weights.shares(base, adds.map(i64::from)),
            moves: weights.between(base, adds.map(i64::from)),
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
            in_all: weights.between(base, [first.1.margin, second.1.margin].map(i64::from)),
            the_same: weights.between(base, the_same(&parts, first.1.margin, second.1.margin)),
            without_effect: silent.map(|key| line(key, [added(first.1, key), added(second.1, key)])).collect(),
            parts: parts.into_iter().map(|(_, line)| line).collect(),
        }
    }

    /// What stands above the questions that move the margin.
    pub(crate) fn lead(&self) -> &'static str {
        if self.parts.is_empty() {
            "No answer moves the lead from one plan to the other."
        } else {
            "From the lead in the first plan to that in the second, question by question"
        }
    }

    /// What the answers that are the same add, and what all comes to.
    pub(crate) fn total(&self) -> impl Iterator<Item = String> {
        let the_same = format!("{}: the other answers, which count differently beside these.", self.the_same.words);
        let the_same = self.the_same.side.map(|_| the_same);
        the_same.into_iter().chain([format!("{} in all.", self.in_all.words)])
    }

    /// The comparison as a page.
    pub(crate) fn page(&self) -> Page {
        let [first, second] = &self.plans;
        let lines = [format!("First: {first}"), format!("Second: {second}"), self.conclusion.clone()];
        let lines = lines.into_iter().chain(self.note.clone()).map(|text| Block::Paragraph(line(text)));
        let parts: Vec<Item> = self.parts.iter().map(|part| part.item(&part.moves.words)).collect();
        let total = (!parts.is_empty()).then(|| self.total().map(|text| Block::Paragraph(line(text))));
        let lead = if parts.is_empty() { Block::Paragraph(line(self.lead())) } else { Block::List(parts) };
        let heading = if self.parts.is_empty() { "" } else { self.lead() };
        let without_effect = self.without_effect.iter().map(|part| part.item("")).collect();
        let sections = vec![
            Section::new("plans", "", lines.collect()),
            Section::new("parts", heading, std::iter::once(lead).chain(total.into_iter().flatten()).collect()),
            Section::new("without-effect", WITHOUT_EFFECT, vec![Block::List(without_effect)]),
        ];
        Page::of("Two plans compared".to_owned(), sections)
    }
}

impl PartLine {
    /// The question after its part of the difference, and what was said to it in both plans.
    fn item(&self, difference: &str) -> Item {
        let [first, second] = &self.said;
        let [first_adds, second_adds] = self.shares.each_ref().map(|share| &share.words);
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
    let fits = fits(base, verdict.fits()).map(|fits| format!(" {fits}.")).unwrap_or_default();
    format!("{title}, planned for {}. {what}{fits}", verdict.as_of.day.words())
}

/// The points that remain of both margins without the parts.
fn the_same(parts: &[(Key<Question>, PartLine)], first: i32, second: i32) -> [i64; 2] {
    let rest = |margin: i32, adds: fn(&PartLine) -> i32| -> i64 {
        i64::from(margin) - parts.iter().map(|(_, part)| i64::from(adds(part))).sum::<i64>()
    };
    [rest(first, |part| part.adds[0]), rest(second, |part| part.adds[1])]
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
