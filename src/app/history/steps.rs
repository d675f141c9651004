//! The last steps as a file beside the plan, so that they can be taken back after a new start as well.
//!
//! Each step is a small answers file that holds only what the step sets, beside the names of these parts.

use std::fmt::Write as _;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{About, History, PlanChange};
use crate::answers::{self, quoted};
use crate::diagnostic::File;
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::kept_brief::KeptBrief;

/// So many steps are kept, in each direction.
const MOST: usize = 200;

const TITLE: &str = "title";
const DAY: &str = "day";
const WEIGHTS: &str = "weights";
const SETTINGS: &str = "settings";
const BRIEF: &str = "text";
/// Before the number of a client's text among those of all steps.
const NUMBERED: &str = "text ";
/// What stands in a step for such a text.
const TEXT_ELSEWHERE: &str = "-";
const PAPER: &str = "document";
/// Before the id of a question.
const ANSWER: &str = "answer ";
/// Before the id of a capability.
const GAP: &str = "gap ";

/// The last steps of a plan, and the answers from which they lead back and forth.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steps {
    of: Answers,
    past: Vec<PlanChange>,
    future: Vec<PlanChange>,
}

impl Steps {
    pub(in crate::app) fn of(history: &History, answers: &Answers) -> Self {
        let last = |steps: &[PlanChange]| steps.get(steps.len().saturating_sub(MOST)..).unwrap_or_default().to_vec();
        Self { of: answers.clone(), past: last(&history.past), future: last(&history.future) }
    }

    pub(in crate::app) fn history(self) -> History {
        History { past: self.past, future: self.future }
    }

    /// The steps as text.
    pub fn write(&self, base: &KnowledgeBase) -> String {
        let (mut texts, mut text) = (Vec::new(), String::new());
        for (name, steps) in [("past", &self.past), ("future", &self.future)] {
            for step in steps {
                let (mut holds, mut parts) = (Answers::default(), Vec::new());
                put(step, &mut holds, &mut parts, (&mut texts, base));
                let about = match step.about() {
                    About::Question(question) => base.questions[question].id.as_str(),
                    About::Plan => "",
                };
                let parts: Vec<String> = parts.iter().map(|part| quoted(part)).collect();
                let _ = writeln!(text, "\n[[{name}]]\nabout = {}\nparts = [{}]", quoted(about), parts.join(", "));
                let _ = writeln!(text, "plan = {}", quoted(&answers::write(&holds, base)));
            }
        }
        let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        format!("of = {}\ntexts = [{}]\n{text}", quoted(&answers::write(&self.of, base)), texts.join(", "))
    }

    /// The steps in a text; `None` if it is damaged, or not about these answers to this knowledge.
    pub fn read(text: &str, base: &KnowledgeBase, answers: &Answers) -> Option<Self> {
        let document = DeTable::parse(text).ok()?;
        let of = plan(document.get_ref().get("of")?.get_ref(), base)?;
        if of != *answers {
            return None;
        }
        let listed = |name: &str| -> Option<Vec<&DeValue<'_>>> {
            let Some(listed) = document.get_ref().get(name) else { return Some(Vec::new()) };
            Some(listed.get_ref().as_array()?.iter().map(Spanned::get_ref).collect())
        };
        let texts = listed("texts")?.into_iter().map(|text| Some(Arc::from(text.as_str()?)));
        let texts: Vec<Arc<str>> = texts.collect::<Option<_>>()?;
        let steps = |name: &str| -> Option<Vec<PlanChange>> {
            listed(name)?.into_iter().map(|entry| step(entry, &texts, base)).collect()
        };
        Some(Self { past: steps("past")?, future: steps("future")?, of })
    }
}

/// Puts what a step sets into answers, and names it. A client's text is written once for all steps that hold it.
fn put(
    step: &PlanChange,
    holds: &mut Answers,
    parts: &mut Vec<String>,
    (texts, base): (&mut Vec<Arc<str>>, &KnowledgeBase),
) {
    match step {
        PlanChange::Together(changes, _) => changes.iter().for_each(|change| put(change, holds, parts, (texts, base))),
        PlanChange::Response(question, response) => {
            holds.set(*question, response.clone());
            parts.push(format!("{ANSWER}{}", base.questions[*question].id));
        }
        PlanChange::Title(title) => {
            holds.title.clone_from(title);
            parts.push(TITLE.to_owned());
        }
        PlanChange::Day(day) => {
            holds.as_of.clone_from(day);
            parts.push(DAY.to_owned());
        }
        PlanChange::Weights(weights) => {
            holds.weights = *weights;
            parts.push(WEIGHTS.to_owned());
        }
        PlanChange::Settings(settings) => {
            holds.settings = *settings;
            parts.push(SETTINGS.to_owned());
        }
        PlanChange::Brief(None) => parts.push(BRIEF.to_owned()),
        PlanChange::Brief(Some(brief)) => {
            let is_known = |text: &Arc<str>| Arc::ptr_eq(text, &brief.text) || *text == brief.text;
            let number = texts.iter().position(is_known).unwrap_or_else(|| {
                texts.push(Arc::clone(&brief.text));
                texts.len() - 1
            });
            holds.brief = Some(KeptBrief { text: TEXT_ELSEWHERE.into(), ..brief.clone() });
            parts.push(format!("{NUMBERED}{number}"));
        }
        PlanChange::Paper(paper) => {
            holds.paper.clone_from(paper);
            parts.push(PAPER.to_owned());
        }
        PlanChange::Gap(capability, work) => {
            holds.set_gap_work(*capability, work.clone());
            parts.push(format!("{GAP}{}", base.capabilities[*capability].id));
        }
    }
}

/// The step of an entry.
fn step(entry: &DeValue<'_>, texts: &[Arc<str>], base: &KnowledgeBase) -> Option<PlanChange> {
    let entry = entry.as_table()?;
    let text = |name: &str| entry.get(name)?.get_ref().as_str();
    let holds = plan(entry.get("plan")?.get_ref(), base)?;
    let mut changes = Vec::new();
    for part in entry.get("parts")?.get_ref().as_array()? {
        changes.push(match part.get_ref().as_str()? {
            TITLE => PlanChange::Title(holds.title.clone()),
            DAY => PlanChange::Day(holds.as_of.clone()),
            WEIGHTS => PlanChange::Weights(holds.weights),
            SETTINGS => PlanChange::Settings(holds.settings),
            BRIEF => PlanChange::Brief(holds.brief.clone()),
            numbered if numbered.starts_with(NUMBERED) => {
                let text = texts.get(numbered.strip_prefix(NUMBERED)?.parse::<usize>().ok()?)?;
                PlanChange::Brief(Some(KeptBrief { text: Arc::clone(text), ..holds.brief.clone()? }))
            }
            PAPER => PlanChange::Paper(holds.paper.clone()),
            gap if gap.starts_with(GAP) => {
                let id = gap.strip_prefix(GAP)?;
                let capability = base.capabilities.find(|capability| capability.id.as_str() == id)?;
                PlanChange::Gap(capability, holds.gap_work(capability).cloned().unwrap_or_default())
            }
            answer => {
                let question = base.question(answer.strip_prefix(ANSWER)?)?;
                PlanChange::Response(question, holds.response(question).cloned().unwrap_or_default())
            }
        });
    }
    let about = match text("about")? {
        "" => About::Plan,
        id => About::Question(base.question(id)?),
    };
    match <[PlanChange; 1]>::try_from(changes) {
        Ok([change]) if change.about() == about => Some(change),
        Ok([change]) => Some(PlanChange::Together(vec![change], about)),
        Err(changes) => Some(PlanChange::Together(changes, about)),
    }
}

/// The answers in a text of the steps; nothing where anything about them is unsound or of another edition.
fn plan(text: &DeValue<'_>, base: &KnowledgeBase) -> Option<Answers> {
    let file = File { path: String::new(), text: text.as_str()?.to_owned() };
    let (answers, problems) = answers::read(&file, base);
    answers.filter(|_| problems.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{MOST, Steps};
    use crate::app::history::{About, History, PlanChange};
    use crate::embedded;
    use crate::model::answers::{Answer, Answers, Pick, Response};
    use crate::model::kept_brief::KeptBrief;
    use crate::model::question::ChoiceIndex;
    use crate::model::scoring::Weights;
    use crate::model::setting::Settings;

    /// One step of every kind.
    fn changes(base: &crate::knowledge::KnowledgeBase) -> Vec<PlanChange> {
        let question = |id| base.question(id).expect("a question");
        let chosen = |choice| Response {
            answer: Some(Answer::Chosen(vec![Pick::of(ChoiceIndex::new(choice))])),
            note: "a \"note\"\nof two lines".to_owned(),
            ..Response::default()
        };
        let (start, purpose) = (question("start"), question("purpose"));
        vec![
            PlanChange::Response(purpose, chosen(1)),
            PlanChange::Title("Spring".to_owned()),
            PlanChange::Together(
                vec![PlanChange::Response(start, chosen(0)), PlanChange::Title("Autumn".to_owned())],
                About::Question(start),
            ),
            PlanChange::Day(Some("article".to_owned())),
            PlanChange::Weights(Weights::new(9, 5, 2)),
            PlanChange::Settings(Settings { refuses_workarounds: true, ..Settings::default() }),
            PlanChange::Brief(Some(KeptBrief::of("We need text messages."))),
            PlanChange::Response(purpose, Response { answer: Some(Answer::NotSure), ..Response::default() }),
            PlanChange::Response(start, Response::default()),
        ]
    }

    #[test]
    fn steps_that_were_kept_lead_back_and_forth_as_before() {
        let base = embedded::knowledge();
        let (mut history, mut answers) = (History::default(), Answers::default());
        for change in changes(&base) {
            history.make(change, &mut answers);
        }
        for _ in 0..3 {
            history.undo(&mut answers);
        }
        let text = Steps::of(&history, &answers).write(&base);
        let mut again = Steps::read(&text, &base, &answers).expect("what was written can be read").history();
        let mut same = answers.clone();
        for _ in 0..3 {
            assert_eq!(again.redo(&mut same), history.redo(&mut answers));
            assert_eq!(same, answers);
        }
        for _ in 0..changes(&base).len() {
            assert_eq!(again.undo(&mut same), history.undo(&mut answers));
            assert_eq!(same, answers);
        }
        assert_eq!((again.undo(&mut same), same), (None, Answers::default()));
    }

    /// Of a long text hundreds of proposals may be rejected, and each step holds it.
    #[test]
    fn a_clients_text_is_written_once_however_many_steps_hold_it() {
        let base = embedded::knowledge();
        let (mut history, mut answers) = (History::default(), Answers::default());
        let brief = KeptBrief::of(&"We need text messages. ".repeat(1_000));
        let question = base.question("start").expect("a question");
        for number in 0..50 {
            let mut brief = brief.clone();
            brief.rejected.extend((0..number % 3).map(|choice| (question, ChoiceIndex::new(choice))));
            history.make(PlanChange::Brief(Some(brief)), &mut answers);
        }
        history.make(PlanChange::Brief(None), &mut answers);
        history.undo(&mut answers);
        let text = Steps::of(&history, &answers).write(&base);
        assert_eq!(
            text.matches("We need text messages.").count(),
            2_000,
            "once, and once in the plan that it leads from"
        );
        let mut again = Steps::read(&text, &base, &answers).expect("what was written can be read").history();
        let mut same = answers.clone();
        for _ in 0..51 {
            assert_eq!(again.undo(&mut same), history.undo(&mut answers));
            assert_eq!(same, answers);
        }
    }

    #[test]
    fn no_more_than_the_last_are_kept() {
        let base = embedded::knowledge();
        let (mut history, mut answers) = (History::default(), Answers::default());
        for number in 0..MOST + 50 {
            history.make(PlanChange::Title(format!("Plan {number}")), &mut answers);
        }
        let text = Steps::of(&history, &answers).write(&base);
        let mut kept = Steps::read(&text, &base, &answers).expect("it can be read").history();
        let mut taken_back = 0;
        while kept.undo(&mut answers).is_some() {
            taken_back += 1;
        }
        assert_eq!((taken_back, answers.title.as_str()), (MOST, "Plan 49"));
    }

    #[test]
    fn steps_of_other_answers_or_damaged_ones_are_none() {
        let base = embedded::knowledge();
        let (mut history, mut answers) = (History::default(), Answers::default());
        history.make(PlanChange::Title("a".to_owned()), &mut answers);
        let text = Steps::of(&history, &answers).write(&base);
        assert!(Steps::read(&text, &base, &answers).is_some());
        assert_eq!(Steps::read(&text, &base, &Answers::default()), None);
        for end in 0..text.len() {
            // Whatever is left of it, nothing panics.
            let _ = text.get(..end).map(|text| Steps::read(text, &base, &answers));
        }
        let other = text.replace("title", "answer no-such-question");
        assert_eq!(Steps::read(&other, &base, &answers), None);
    }
}
