//! Boxes that lie over a screen and take its keys.

use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::scoring::Weights;

use crate::report::document;
use crate::report::page::Page;

use super::action::Action;
use super::context::Context;
use super::export::Writing;
use super::field::Field;
use super::palette::Palette;
use super::shelf::{PlanNumber, Which};
use super::themes::ThemeList;

/// A box over the screen.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// A line of text to type.
    Field(FieldBox),
    /// A page of facts.
    Page(PageBox),
    /// All commands.
    Palette(Palette),
    /// All themes.
    Themes(Box<ThemeList>),
    /// A question that wants a yes or no.
    Confirm(Confirm),
}

impl Overlay {
    /// What became of answers that were given to another edition of the knowledge.
    pub fn differences(lines: &[String]) -> Self {
        let page = document::differences(lines);
        Self::Page(PageBox { page, scroll: 0 })
    }

    /// Where keys are then pressed.
    pub fn context(&self) -> Context {
        match self {
            Self::Field(_) => Context::Field,
            Self::Page(_) => Context::Card,
            Self::Palette(_) => Context::Palette,
            Self::Themes(_) => Context::Themes,
            Self::Confirm(_) => Context::Confirm,
        }
    }
}

/// What a typed line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// The note of an answer.
    Note(Key<Question>),
    /// The name of the plan.
    Name,
    /// The name of a plan that is not open.
    NameOf(PlanNumber),
    /// Where the answers go, with their text.
    Elsewhere(String),
    /// The day to plan for.
    Day,
    /// The day on which the program runs, where the clock is wrong.
    Today,
    /// What importances are worth.
    Weights,
    /// Where an export goes, with its text.
    Path(String),
}

/// A box with a text field.
#[derive(Debug, Clone)]
pub struct FieldBox {
    /// What the text is for.
    pub purpose: Purpose,
    /// The heading.
    pub title: String,
    /// What to type, in a sentence.
    pub hint: String,
    /// The text.
    pub field: Field,
    /// What is wrong with it, if it was refused.
    pub problem: Option<String>,
}

impl FieldBox {
    /// For the note of an answer.
    pub fn note(question: Key<Question>, text: &str) -> Self {
        Self::new(Purpose::Note(question), "Note", "In your own words. It goes into the exported advice.", text)
    }

    /// For the name of the plan.
    pub fn name(text: &str) -> Self {
        Self::new(Purpose::Name, "Name of the plan", "Such as: Spring campaign.", text)
    }

    /// For the name of a plan that is not open.
    pub fn name_of(number: PlanNumber, text: &str) -> Self {
        Self::new(Purpose::NameOf(number), "Name of the plan", "Such as: Spring campaign.", text)
    }

    /// For the place of the answers.
    pub fn elsewhere(proposed: &str, text: String) -> Self {
        let hint = "A file name, or a path to another folder. `advise` reads it.";
        Self::new(Purpose::Elsewhere(text), "Write the answers to", hint, proposed)
    }

    /// For the day to plan for.
    pub fn day(text: &str) -> Self {
        Self::new(Purpose::Day, "Day to plan for", "A date such as 2024-06-30, 2024-06 or 2024.", text)
    }

    /// For the day on which the program runs.
    pub fn today(problem: &str) -> Self {
        let hint = format!("{problem} Type today's date, such as 2026-11-28.");
        Self::new(Purpose::Today, "Which day is it today?", &hint, "")
    }

    /// For what importances are worth.
    pub fn weights(weights: Weights) -> Self {
        let text = weights.all().map(|weight| weight.to_string()).join(" ");
        Self::new(Purpose::Weights, "Weights", "What a must, a should and a could are worth, 1 to 100 each.", &text)
    }

    /// For the place of an export.
    pub fn path(proposed: &str, text: String) -> Self {
        Self::new(Purpose::Path(text), "Save as", "A file name, or a path to another folder.", proposed)
    }

    fn new(purpose: Purpose, title: &str, hint: &str, text: &str) -> Self {
        Self { purpose, title: title.to_owned(), hint: hint.to_owned(), field: Field::new(text), problem: None }
    }
}

impl From<FieldBox> for Overlay {
    fn from(field: FieldBox) -> Self {
        Self::Field(field)
    }
}

/// A box with a page of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageBox {
    /// The page.
    pub page: Page,
    /// First line shown.
    pub scroll: u16,
}

/// A box with a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// The question.
    pub question: String,
    /// What is done on yes.
    pub deed: Deed,
}

/// What is done on yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Something a person can do.
    Act(Action),
    /// Open another plan.
    Open(Which),
    /// Write over a file.
    Replace {
        /// The file.
        path: String,
        /// What is written.
        writing: Writing,
    },
}
