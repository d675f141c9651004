//! The columns of tables that people fill in, in a workbook, in a Word document or in a text: what stands there is no alteration.

/// What is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Input {
    /// How large it is.
    Size,
    /// How many days it takes.
    Effort,
    /// Who sees to it.
    Owner,
    /// By when.
    Due,
    /// How far it is.
    Status,
    /// What was decided.
    Decision,
}

/// The columns by their heads.
const COLUMNS: [(&str, Input); 7] = [
    ("Size", Input::Size),
    ("Effort (days)", Input::Effort),
    ("Owner", Input::Owner),
    ("Due", Input::Due),
    ("By", Input::Due),
    ("Status", Input::Status),
    ("Decision", Input::Decision),
];

/// What people fill in below this head, if they fill in anything.
pub(super) fn input(head: &str) -> Option<Input> {
    COLUMNS.iter().find(|(known, _)| *known == head).map(|(_, input)| *input)
}
