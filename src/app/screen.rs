//! The screens: each a struct with a state of its own, which nobody else changes.

pub(crate) mod advice;
pub(crate) mod answers;
pub mod brief;
pub(crate) mod compare;
pub(crate) mod export;
pub(crate) mod help;
pub(crate) mod interview;
pub(crate) mod plans;
pub(crate) mod portfolio;
pub mod search;
pub mod start;

use super::action::Action;
use super::context::Screen;
use super::cursor::Cursor;
use super::cx::Cx;
use super::field::Typing;
use super::plan::Plan;
use super::popup::Flow;

use advice::AdviceScreen;
use answers::AnswersScreen;
use brief::BriefScreen;
use compare::CompareScreen;
use export::ExportScreen;
use help::HelpScreen;
use interview::InterviewScreen;
use plans::PlansScreen;
use portfolio::PortfolioScreen;
use search::{SearchScreen, SharedIndex};
use start::StartScreen;

/// What a screen does with what happens.
pub(super) trait ScreenComponent {
    /// Does what a person wants, or leaves it to what works everywhere.
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow;

    /// Prepares the screen to be shown, whenever it is gone to.
    fn enter(&mut self, _cx: &mut Cx<'_>) {}

    /// Brings what it shows in line with the plan, after everything that happens while it is shown.
    fn settle(&mut self, _cx: &Cx<'_>) {}

    /// Takes text where it has a field for it. Says whether it did.
    fn type_in(&mut self, _cx: &Cx<'_>, _typed: &Typing<'_>) -> bool {
        false
    }

    /// Takes pasted text; as typed text if it does not matter. Says whether it did.
    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) -> bool {
        self.type_in(cx, &Typing::Pasted(text))
    }
}

/// Every screen with its state.
#[derive(Debug)]
pub struct Screens {
    /// The first screen.
    pub start: StartScreen,
    /// The questions.
    pub interview: InterviewScreen,
    /// The advice.
    pub advice: AdviceScreen,
    /// The search.
    pub search: SearchScreen,
    /// The client's text.
    pub brief: BriefScreen,
    pub(crate) answers: AnswersScreen,
    pub(crate) export: ExportScreen,
    pub(crate) help: HelpScreen,
    pub(crate) plans: PlansScreen,
    pub(crate) compare: CompareScreen,
    pub(crate) portfolio: PortfolioScreen,
}

impl Screens {
    pub(super) fn of(interview: InterviewScreen, index: SharedIndex) -> Self {
        Self {
            start: StartScreen::default(),
            interview,
            advice: AdviceScreen::default(),
            search: SearchScreen::over(index),
            brief: BriefScreen::default(),
            answers: AnswersScreen::default(),
            export: ExportScreen::default(),
            help: HelpScreen::default(),
            plans: PlansScreen::default(),
            compare: CompareScreen::default(),
            portfolio: PortfolioScreen::default(),
        }
    }

    pub(super) fn get(&mut self, screen: Screen) -> &mut dyn ScreenComponent {
        match screen {
            Screen::Start => &mut self.start,
            Screen::Interview => &mut self.interview,
            Screen::Answers => &mut self.answers,
            Screen::Advice => &mut self.advice,
            Screen::Search => &mut self.search,
            Screen::Export => &mut self.export,
            Screen::Help => &mut self.help,
            Screen::Plans => &mut self.plans,
            Screen::Compare => &mut self.compare,
            Screen::Portfolio => &mut self.portfolio,
            Screen::Brief => &mut self.brief,
        }
    }
}
