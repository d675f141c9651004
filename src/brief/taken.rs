//! Whether a text can be a brief at all, and how it is kept.

use crate::diagnostic::clean::harmless;

use super::LARGEST;

/// How a file in Rich Text Format begins.
const RICH_TEXT: &str = "{\\rtf";

/// Why a text cannot be a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoBrief {
    TooLarge,
    RichText,
    NoText,
}

impl NoBrief {
    /// What is wrong, to be said after the name of the text.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::TooLarge => "has more text than any brief",
            Self::RichText => "is not plain text; it looks like a file in Rich Text Format",
            Self::NoText => "is not plain text; it looks like no text at all",
        }
    }

    /// What to do about it.
    pub(crate) fn help(self) -> String {
        match self {
            Self::TooLarge => {
                format!("copy the part that is about the plan into a file of at most {LARGEST} bytes")
            }
            Self::RichText | Self::NoText => "save it as a Word document or as text".to_owned(),
        }
    }
}

/// Judges a text by its form.
pub(crate) fn judge(text: &str) -> Result<(), NoBrief> {
    match text {
        _ if text.len() > LARGEST => Err(NoBrief::TooLarge),
        _ if text.starts_with(RICH_TEXT) => Err(NoBrief::RichText),
        _ if text.contains('\0') => Err(NoBrief::NoText),
        _ => Ok(()),
    }
}

/// The text as a plan keeps it: without what could drive a terminal or hide in it, each line ended in one way.
pub(crate) fn kept(text: &str) -> Result<String, NoBrief> {
    judge(text)?;
    Ok(harmless(text))
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, NoBrief, judge, kept};

    #[test]
    fn what_hides_in_a_text_is_not_kept() {
        assert_eq!(
            kept("\u{feff}news\u{ad}letter\r\n\tSMS\u{1b}[31m\rend"),
            Ok("newsletter\n SMS[31m\nend".to_owned())
        );
    }

    #[test]
    fn what_is_no_brief_is_refused() {
        assert_eq!(judge(&"a".repeat(LARGEST + 1)), Err(NoBrief::TooLarge));
        assert_eq!(judge("{\\rtf1 text}"), Err(NoBrief::RichText));
        assert_eq!(judge("a\0b"), Err(NoBrief::NoText));
        assert_eq!(judge(&"a".repeat(LARGEST)), Ok(()));
    }
}
