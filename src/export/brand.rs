//! Whose look a document has: the company's logo and its colour. Both are taken in by whoever may touch files, and drawn here.

mod accent;
mod logo;

pub use accent::Accent;
pub(super) use logo::alternative;
pub use logo::{LARGEST, Logo, NoLogo};

/// Whose look a document has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Brand {
    /// The logo, which stands in the place of the company's name.
    pub logo: Option<Logo>,
    /// The colour that leads the eye.
    pub accent: Accent,
}
