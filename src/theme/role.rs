//! The meanings that a theme gives a style to.

use serde::{Deserialize, Serialize};

macro_rules! roles {
    ($($role:ident $word:literal $meaning:literal,)*) => {
        /// What a part of the screen means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Role {
            $(#[doc = $meaning] $role,)*
        }

        impl Role {
            /// Every role, in order.
            pub(crate) const ALL: &[Self] = &[$(Self::$role,)*];

            /// How many roles there are.
            pub(crate) const COUNT: usize = Self::ALL.len();

            /// The name in theme files.
            pub(crate) fn word(self) -> &'static str {
                match self { $(Self::$role => $word,)* }
            }
        }
    };
}

roles! {
    Text "text" "Ordinary words, and the ground of the whole screen.",
    Muted "muted" "Words of less weight: hints, dates, counts.",
    Heading "heading" "Headings and the question that is asked.",
    Accent "accent" "The mark of what has the focus.",
    Selected "selected" "The row that has the focus.",
    Surface "surface" "The ground of a box that lies over the screen.",
    Border "border" "Lines between panes.",
    Key "key" "The name of a key.",
    First "first" "The alternative that the knowledge base lists first.",
    Second "second" "The alternative that it lists second.",
    Native "native" "Built in.",
    Partial "partial" "Built in, but restricted.",
    Workaround "workaround" "By a workaround.",
    None "none" "Not possible.",
    Unknown "unknown" "Not documented.",
    Good "good" "Something is as it should be: saved, answered.",
    Warning "warning" "Something needs attention.",
    Error "error" "Something went wrong.",
    Match "match" "Letters that a search found.",
    Link "link" "Where something is written.",
    Field "field" "Text that is being typed.",
}

impl Role {
    /// Position among all roles, from 0.
    pub(crate) fn position(self) -> usize {
        self as usize
    }
}
