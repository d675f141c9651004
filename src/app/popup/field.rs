//! A line of text to type: a note, a name, a day, weights, a file.

use crate::app::cx::Writing;
use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::app::plans::{PlanNumber, Which};
use crate::knowledge::{AsOfError, KnowledgeBase};
use crate::model::answers::Response;
use crate::model::date::PartialDate;
use crate::model::scoring::Weights;
use crate::model::setting::Settings;
use crate::report::leaning::leaning;

use super::confirm::leave_for;
use super::{Action, Cx, Flow, Key, Popup, Question, Typing};

/// What a typed line is for.
#[derive(Debug)]
pub enum Purpose {
    /// The note of an answer.
    Note(Key<Question>),
    /// The figure beside an answer.
    Amount(Key<Question>),
    /// The name of the plan.
    Name,
    /// The name of a plan that is not open.
    NameOf(PlanNumber),
    /// Where the answers go.
    Elsewhere(Writing),
    /// The day to plan for.
    Day,
    /// The day on which the program runs, where the clock is wrong.
    Today,
    /// What importances are worth.
    Weights,
    /// Until when the plan must run.
    RunsUntil,
    /// Where an export goes.
    Path(Writing),
    /// The file of a plan to open.
    Open,
}

/// What to type instead of what is no date.
pub(crate) const NO_DATE: &str = "That is not a date. Type it like 2027-12-31, 2027-12 or 2027.";

/// A popup with a text field.
#[derive(Debug)]
pub struct FieldBox {
    /// What the text is for.
    pub purpose: Purpose,
    pub(crate) title: String,
    /// What to type, in a sentence.
    pub(crate) hint: String,
    pub(crate) field: Field,
    /// What is wrong with the text, if it was refused.
    pub(crate) problem: Option<String>,
}

impl From<FieldBox> for Popup {
    fn from(field: FieldBox) -> Self {
        Self::Field(field)
    }
}

impl FieldBox {
    pub(crate) fn note(question: Key<Question>, text: &str) -> Self {
        Self::new(Purpose::Note(question), "Note", "In your own words. It goes into the exported advice.", text)
    }

    pub(crate) fn amount(question: Key<Question>, text: &str) -> Self {
        let hint = "A figure of your own, such as: 40,000 a month. It is shown, not computed with.";
        Self::new(Purpose::Amount(question), "Amount", hint, text)
    }

    pub(crate) fn name(base: &KnowledgeBase, text: &str) -> Self {
        let hint = base
            .plan_example
            .as_ref()
            .map_or_else(|| "In a few words.".to_owned(), |example| format!("Such as: {example}."));
        Self::new(Purpose::Name, "Name of the plan", &hint, text)
    }

    pub(crate) fn name_of(base: &KnowledgeBase, number: PlanNumber, text: &str) -> Self {
        Self { purpose: Purpose::NameOf(number), ..Self::name(base, text) }
    }

    pub(crate) fn elsewhere(proposed: &str, writing: Writing) -> Self {
        let hint = "A file name, or a path to another folder. `advise` reads it.";
        Self::new(Purpose::Elsewhere(writing), "Write the answers to", hint, proposed)
    }

    pub(crate) fn day() -> Self {
        Self::new(Purpose::Day, "Day to plan for", "A date such as 2024-06-30, 2024-06 or 2024.", "")
    }

    pub(crate) fn today(problem: &str) -> Self {
        let hint = format!("{problem} Type today's date, such as 2026-11-28.");
        Self::new(Purpose::Today, "Which day is it today?", &hint, "")
    }

    pub(crate) fn weights(weights: Weights) -> Self {
        let text = weights.all().map(|weight| weight.to_string()).join(" ");
        Self::new(Purpose::Weights, "Weights", "What a must, a should and a could are worth, 1 to 100 each.", &text)
    }

    pub(crate) fn runs_until(title: String, date: Option<PartialDate>) -> Self {
        let text = date.map(|date| date.to_string()).unwrap_or_default();
        let hint = "The last year, month or day, such as 2027-12. Empty: no end in sight.";
        Self { title, ..Self::new(Purpose::RunsUntil, "", hint, &text) }
    }

    pub(crate) fn path(proposed: &str, writing: Writing) -> Self {
        Self::new(Purpose::Path(writing), "Save as", "A file name, or a path to another folder.", proposed)
    }

    pub(crate) fn open() -> Self {
        Self::new(Purpose::Open, "Open a plan", "The path of a file of answers. It is saved there from then on.", "")
    }

    fn new(purpose: Purpose, title: &str, hint: &str, text: &str) -> Self {
        Self { purpose, title: title.to_owned(), hint: hint.to_owned(), field: Field::new(text), problem: None }
    }

    pub(super) fn type_in(&mut self, typed: &Typing<'_>) {
        self.problem = None;
        self.field.take(typed);
    }

    /// Closes once the text is accepted; a text that is refused stays to be mended.
    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        if action != Action::Confirm {
            return Flow::Done;
        }
        let path = self.field.text().trim();
        if matches!(self.purpose, Purpose::Open) && !path.is_empty() {
            let which = Which::File(path.to_owned());
            return match leave_for(cx, which) {
                Flow::Done => Flow::Close,
                asks => asks,
            };
        }
        match self.accept(cx) {
            Ok(()) => Flow::Close,
            Err(problem) => {
                self.problem = Some(problem);
                Flow::Done
            }
        }
    }

    fn accept(&self, cx: &mut Cx<'_>) -> Result<(), String> {
        let text = self.field.text().trim().to_owned();
        match &self.purpose {
            Purpose::Note(question) => {
                let response = Response { note: text, ..cx.plan.response(*question) };
                cx.plan.respond(*question, response);
            }
            Purpose::Amount(question) => cx.plan.set_amount(*question, &text)?,
            Purpose::Name => cx.plan.rename(&text),
            Purpose::NameOf(number) => cx.request(Effect::Rename(*number, text)),
            Purpose::Day => {
                let planned = cx.plan.plan_for(&text);
                return go_by(cx, planned);
            }
            Purpose::Today => {
                let day = cx.plan.run_on(&text);
                return go_by(cx, day);
            }
            Purpose::Weights => {
                let weights = Weights::parse(&text).ok_or("Three numbers, the greatest first, such as 5 3 1.")?;
                cx.plan.weigh(weights);
                let leaning = leaning(cx.plan.base, cx.plan.verdict(), cx.plan.analysis());
                cx.say(format!("{} Now: {leaning}.", cx.plan.weights_words()));
            }
            Purpose::RunsUntil => {
                let runs_until = match text.as_str() {
                    "" => None,
                    text => Some(PartialDate::parse(text).ok_or(NO_DATE)?),
                };
                cx.settle(Settings { runs_until, ..cx.plan.answers().settings });
            }
            Purpose::Open => return Err("Type the path of a file.".to_owned()),
            Purpose::Path(_) | Purpose::Elsewhere(_) if text.is_empty() => return Err("Type a file name.".to_owned()),
            Purpose::Path(writing) | Purpose::Elsewhere(writing) => cx.write(text, writing.clone(), false),
        }
        Ok(())
    }
}

fn go_by(cx: &mut Cx<'_>, day: Result<(), AsOfError>) -> Result<(), String> {
    day.map_err(|error| cx.plan.day_problem(error))?;
    cx.say_day();
    Ok(())
}
