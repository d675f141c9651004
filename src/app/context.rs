//! Where a key is pressed, and therefore what it means.

/// What has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// The start screen.
    Start,
    /// A question.
    Interview,
    /// The overview of all answers.
    Review,
    /// The advice.
    Verdict,
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
    /// A box with a card.
    Card,
    /// A box with a text field.
    Field,
    /// A box with a text field and a list.
    Palette,
    /// The list of themes.
    Themes,
    /// A question that wants a yes or no.
    Confirm,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 15] = [
        Self::Start,
        Self::Interview,
        Self::Review,
        Self::Verdict,
        Self::Search,
        Self::Results,
        Self::Export,
        Self::Help,
        Self::Plans,
        Self::Compare,
        Self::Card,
        Self::Field,
        Self::Palette,
        Self::Themes,
        Self::Confirm,
    ];

    /// The name in key files and as a heading.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Interview => "questions",
            Self::Review => "answers",
            Self::Verdict => "advice",
            Self::Search => "search",
            Self::Results => "results",
            Self::Export => "export",
            Self::Help => "help",
            Self::Plans => "plans",
            Self::Compare => "comparison",
            Self::Card => "card",
            Self::Field => "text",
            Self::Palette => "commands",
            Self::Themes => "themes",
            Self::Confirm => "confirm",
        }
    }

    /// Whether letters are typed rather than being keys.
    pub fn types(self) -> bool {
        matches!(self, Self::Search | Self::Field | Self::Palette)
    }
}
