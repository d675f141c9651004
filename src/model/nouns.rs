//! What the knowledge calls what is planned, what one chooses between, and who builds: the nouns of its field.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::text::Text;

/// The nouns of a field. What the knowledge does not name has a word that fits every field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Nouns {
    /// What is planned: `journey`.
    pub planned: Noun,
    /// What one chooses between: `area`.
    pub alternative: Noun,
    /// Who builds with what the product has: `marketer`.
    pub builder: Noun,
}

/// A noun, small as within a sentence unless it is a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Noun {
    /// One of it: `area`.
    pub one: Text,
    /// Several: `areas`.
    pub many: Text,
}

impl Default for Nouns {
    fn default() -> Self {
        let noun = |one: &'static str, many: &'static str| Noun { one: one.into(), many: many.into() };
        Self {
            planned: noun("project", "projects"),
            alternative: noun("option", "options"),
            builder: noun("user", "users"),
        }
    }
}

impl Nouns {
    /// A text with the nouns where it has their places: `{planned}`, `{alternative}`, `{alternatives}`.
    pub(crate) fn fill(&self, text: &'static str) -> Cow<'static, str> {
        if !text.contains('{') {
            return Cow::Borrowed(text);
        }
        let filled = text.replace("{planned}", &self.planned.one).replace("{alternative}", &self.alternative.one);
        Cow::Owned(filled.replace("{alternatives}", &self.alternative.many))
    }
}

impl Noun {
    /// One of it with its article: `an area`.
    pub(crate) fn a(&self) -> String {
        let sound = self.one.to_lowercase();
        let sounds_like_you = ["uni", "use", "usa", "eu"].iter().any(|start| sound.starts_with(start));
        let article = if sound.starts_with(['a', 'e', 'i', 'o', 'u']) && !sounds_like_you { "an" } else { "a" };
        format!("{article} {}", self.one)
    }

    /// So many of it: `1 area`, `2 areas`.
    pub(crate) fn count(&self, number: usize) -> String {
        format!("{number} {}", if number == 1 { &self.one } else { &self.many })
    }
}

#[cfg(test)]
mod tests {
    use super::{Noun, Nouns};

    #[test]
    fn a_noun_has_the_article_of_its_sound() {
        let a = |one: &str| Noun { one: one.to_owned().into(), many: "several".into() }.a();
        assert_eq!(
            [a("area"), a("project"), a("user"), a("option"), a("upgrade"), a("unit")],
            ["an area", "a project", "a user", "an option", "an upgrade", "a unit"]
        );
    }

    #[test]
    fn a_text_has_places_for_nouns() {
        let nouns = Nouns::default();
        assert_eq!(nouns.fill("one {alternative} of both {alternatives}"), "one option of both options");
        assert_eq!(nouns.fill("as it is"), "as it is");
    }

    #[test]
    fn a_noun_is_counted_and_has_its_article() {
        let Nouns { alternative, .. } = Nouns::default();
        assert_eq!([alternative.count(1), alternative.count(2)], ["1 option", "2 options"]);
        let region = Noun { one: "Amazon region".into(), many: "Amazon regions".into() };
        assert_eq!([alternative.a(), region.a()], ["an option", "an Amazon region"]);
    }
}
