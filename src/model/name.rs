//! Ids as authors write them.

use serde::{Deserialize, Serialize};
use std::fmt;

use super::text::Text;

/// A kebab-case id: `a-z`, `0-9` and single hyphens, starting with a letter, at most 64 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Id(Text);

impl Id {
    /// The id, or `None` if `text` is not kebab-case.
    pub fn new(text: &str) -> Option<Self> {
        let well_formed = text.len() <= 64
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && !text.ends_with('-')
            && !text.contains("--")
            && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
        well_formed.then(|| Self(text.to_owned().into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn only_kebab_case_is_an_id() {
        for good in ["a", "rt-sms", "sms2", "a1-b2"] {
            assert!(Id::new(good).is_some(), "{good}");
        }
        for bad in ["", "A", "1a", "a_b", "a--b", "a-", "-a", "a b", "ä", &"a".repeat(65)] {
            assert!(Id::new(bad).is_none(), "{bad}");
        }
    }
}
