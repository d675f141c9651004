//! Popups: boxes that lie over a screen and take its keys. And where a screen or popup leads.

pub(crate) mod changes;
pub mod confirm;
pub mod copies;
pub mod field;
pub mod form;
pub mod page;
pub(crate) mod palette;
pub mod slider;
pub(crate) mod themes;
pub mod tour;

use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Question};

use super::action::Action;
use super::context::{Context, Screen};
use super::cx::Cx;
use super::field::Typing;

use changes::ChangeList;
use confirm::Confirm;
use copies::CopyList;
use field::FieldBox;
use form::FormBox;
use page::PageBox;
use palette::Palette;
use slider::Slider;
use themes::ThemeList;
use tour::Tour;

/// Where a screen or popup leads after an action.
#[derive(Debug)]
pub(crate) enum Flow {
    /// Nowhere: the action was done.
    Done,
    /// Nowhere: the action is none of this screen. What works everywhere may know it.
    Ignored,
    /// A popup closes.
    Close,
    /// To a screen.
    Go(Screen),
    /// To a question, with a choice marked; to the one it depends on where it is not asked.
    Question(Key<Question>, Option<ChoiceIndex>),
    /// To a popup, instead of the one that is open.
    Open(Box<Popup>),
    /// To what another action does, once a popup is closed.
    Act(Action),
}

impl Flow {
    pub(super) fn done_if(is_done: bool) -> Self {
        if is_done { Self::Done } else { Self::Ignored }
    }
}

impl<P: Into<Popup>> From<P> for Flow {
    fn from(popup: P) -> Self {
        Self::Open(Box::new(popup.into()))
    }
}

/// A box over the screen.
#[derive(Debug)]
pub enum Popup {
    /// A line of text to type.
    Field(FieldBox),
    /// Several lines of text to type.
    Form(FormBox),
    /// A page of facts.
    Page(PageBox),
    /// All commands.
    Palette(Palette),
    /// All themes.
    Themes(Box<ThemeList>),
    /// A question that wants a yes or no.
    Confirm(Confirm),
    /// The ways to copy a plan that holds several journeys.
    Copies(CopyList),
    /// What another program wrote to the plan.
    Changes(ChangeList),
    /// A line of time.
    Slider(Box<Slider>),
    /// The guided tour over a sample.
    Tour(Tour),
}

impl Popup {
    /// Where its keys are pressed.
    pub(crate) fn context(&self) -> Context {
        match self {
            Self::Field(_) => Context::Field,
            Self::Form(_) => Context::Form,
            Self::Page(_) => Context::Card,
            Self::Palette(_) => Context::Palette,
            Self::Themes(_) => Context::Themes,
            Self::Confirm(_) => Context::Confirm,
            Self::Copies(_) => Context::Copies,
            Self::Changes(_) => Context::Changes,
            Self::Slider(_) => Context::Slider,
            Self::Tour(_) => Context::Tour,
        }
    }

    /// Does what a person wants. What a popup does not know is left to the screen only where that cannot surprise.
    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        match self {
            Self::Themes(list) => list.update(cx, action),
            Self::Page(page) => page.update(cx, action),
            _ if action == Action::Back => Flow::Close,
            Self::Field(field) => field.update(cx, action),
            Self::Form(form) => form.update(cx, action),
            Self::Palette(palette) => palette.update(cx, action),
            Self::Confirm(confirm) => confirm.update(cx, action),
            Self::Copies(list) => list.update(cx, action),
            Self::Changes(list) => list.update(cx, action),
            Self::Slider(slider) => slider.update(cx, action),
            // The tour leads over all screens, so the app itself follows it.
            Self::Tour(_) => Flow::Ignored,
        }
    }

    /// Takes text where it has a field for it. Says whether it did.
    pub(super) fn type_in(&mut self, typed: &Typing<'_>) -> bool {
        match self {
            Self::Field(field) => field.type_in(typed),
            Self::Form(form) => form.type_in(typed),
            Self::Palette(palette) => palette.type_in(typed),
            Self::Page(_)
            | Self::Themes(_)
            | Self::Confirm(_)
            | Self::Copies(_)
            | Self::Changes(_)
            | Self::Slider(_)
            | Self::Tour(_) => return false,
        }
        true
    }
}
