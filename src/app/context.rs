//! Every screen, and where a key is pressed and therefore what it means.

/// One full screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What to do, and the day to plan for.
    Start,
    /// The questions.
    Interview,
    /// All answers.
    Answers,
    /// The advice.
    Advice,
    /// The search.
    Search,
    /// The advice as a document.
    Export,
    /// The keys.
    Help,
    /// All plans.
    Plans,
    /// Two plans side by side.
    Compare,
    /// All plans as one.
    Portfolio,
    /// A client's text, and what it proposes.
    Brief,
}

/// What the rest of the program has to know of a screen.
#[derive(Debug)]
pub(crate) struct ScreenRow {
    pub(crate) screen: Screen,
    /// Where its keys are pressed. The search has a second context, the results, and so has the text,
    /// where there is none yet.
    pub(crate) context: Context,
    /// Whether a plan that is opened again begins there if it was left there.
    pub(crate) is_kept: bool,
}

const fn row(screen: Screen, context: Context, is_kept: bool) -> ScreenRow {
    ScreenRow { screen, context, is_kept }
}

/// The one table of screens, in the order of [`Screen`]. What each does and shows is in `app/screen/` and `ui/`.
pub(crate) const SCREENS: [ScreenRow; 11] = [
    row(Screen::Start, Context::Start, false),
    row(Screen::Interview, Context::Interview, true),
    row(Screen::Answers, Context::Answers, true),
    row(Screen::Advice, Context::Advice, true),
    row(Screen::Search, Context::Search, true),
    row(Screen::Export, Context::Export, true),
    row(Screen::Help, Context::Help, false),
    row(Screen::Plans, Context::Plans, false),
    row(Screen::Compare, Context::Compare, false),
    row(Screen::Portfolio, Context::Portfolio, false),
    row(Screen::Brief, Context::Brief, true),
];

impl Screen {
    pub(crate) fn row(self) -> &'static ScreenRow {
        SCREENS.iter().find(|row| row.screen == self).expect("every screen has a row")
    }
}

/// What has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// The start screen.
    Start,
    /// A question.
    Interview,
    /// The overview of all answers.
    Answers,
    /// The advice.
    Advice,
    /// The search field.
    Search,
    /// The results of a search.
    Results,
    /// The export.
    Export,
    /// The keys.
    Help,
    /// The list of plans.
    Plans,
    /// Two plans side by side.
    Compare,
    /// All plans as one.
    Portfolio,
    /// What a client's text proposes.
    Brief,
    /// Where a client's text is pasted, or the path of its file typed.
    ClientText,
    /// A popup with a page.
    Card,
    /// A popup with a text field.
    Field,
    /// A popup with several text fields.
    Form,
    /// A popup with a text field and a list.
    Palette,
    /// The list of themes.
    Themes,
    /// A question that wants a yes or no.
    Confirm,
    /// The ways to copy a plan.
    Copies,
    /// What another program wrote to the plan.
    Changes,
    /// The line of time.
    Slider,
    /// The guided tour.
    Tour,
}

impl Context {
    /// Every context.
    pub(crate) const ALL: [Self; 23] = [
        Self::Start,
        Self::Interview,
        Self::Answers,
        Self::Advice,
        Self::Search,
        Self::Results,
        Self::Export,
        Self::Help,
        Self::Plans,
        Self::Compare,
        Self::Portfolio,
        Self::Brief,
        Self::ClientText,
        Self::Card,
        Self::Field,
        Self::Form,
        Self::Palette,
        Self::Themes,
        Self::Confirm,
        Self::Copies,
        Self::Changes,
        Self::Slider,
        Self::Tour,
    ];

    /// The name as a heading, and of screens in bookmarks.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Interview => "questions",
            Self::Answers => "answers",
            Self::Advice => "advice",
            Self::Search => "search",
            Self::Results => "results",
            Self::Export => "export",
            Self::Help => "help",
            Self::Plans => "plans",
            Self::Compare => "comparison",
            Self::Portfolio => "portfolio",
            Self::Brief => "proposals",
            Self::ClientText => "brief",
            Self::Card => "card",
            Self::Field => "text",
            Self::Form => "form",
            Self::Palette => "commands",
            Self::Themes => "themes",
            Self::Confirm => "confirm",
            Self::Copies => "copies",
            Self::Changes => "changes",
            Self::Slider => "time",
            Self::Tour => "tour",
        }
    }

    /// Whether letters are typed rather than being keys.
    pub(crate) fn types(self) -> bool {
        matches!(self, Self::Search | Self::ClientText | Self::Field | Self::Form | Self::Palette)
    }

    /// Whether the help can be opened: not from a box that waits for an answer.
    pub(crate) fn helps(self) -> bool {
        !matches!(
            self,
            Self::Field
                | Self::Form
                | Self::ClientText
                | Self::Palette
                | Self::Themes
                | Self::Confirm
                | Self::Copies
                | Self::Changes
                | Self::Slider
                | Self::Tour
        )
    }
}
