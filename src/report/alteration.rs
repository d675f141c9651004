//! What became of the words of a document after it was exported, in sentences.

use crate::diagnostic::clean::visible;

use super::words::count;

/// The most letters of a passage that a sentence quotes.
const LONGEST: usize = 160;

/// What became of the words of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// Nobody can tell.
    NotChecked(Unchecked),
    /// They were compared with what the record knows of them.
    Checked {
        /// Where they are not what was exported, in order.
        alterations: Vec<Alteration>,
        /// What somebody added where there is room for it.
        added: Vec<Lines>,
    },
}

/// Why nobody can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unchecked {
    /// The record holds nothing about the words.
    NotRecorded,
    /// The document has another form now than the one in which it was exported.
    OtherForm,
}

/// Lines of a document, both counted from 1 and both among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    /// The first.
    pub(crate) first: usize,
    /// The last.
    pub(crate) last: usize,
}

/// Where something stands in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On a line, counted from 1, below a heading; above the first heading that is empty.
    Line {
        /// The line.
        number: usize,
        /// The heading.
        heading: String,
    },
    /// In a member of JSON: `margin`, `document[2].statements[0]`.
    Member(String),
}

/// One place that differs from what was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alteration {
    /// Where it is; of what is missing, what stands before it.
    pub place: Place,
    /// What is there now and was not exported.
    pub now: Vec<String>,
    /// How many exported passages are not there.
    pub missing: usize,
    /// What those said, as far as the knowledge of today says the same.
    pub before: Vec<String>,
    /// What stands before the place; absent at the top.
    pub(crate) after: Option<String>,
}

impl Words {
    /// Whether something differs from what was exported.
    pub(crate) fn are_altered(&self) -> bool {
        matches!(self, Self::Checked { alterations, .. } if !alterations.is_empty())
    }

    /// The word in files.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::NotChecked(_) => "not-checked",
            Self::Checked { .. } if self.are_altered() => "altered",
            Self::Checked { .. } => "as-exported",
        }
    }

    /// What is to be said of them.
    pub(crate) fn sentences(&self) -> Vec<String> {
        match self {
            Self::NotChecked(why) => vec![why.sentence().to_owned()],
            Self::Checked { alterations, added } => {
                let none = alterations.is_empty().then(|| "Its words are as they were exported.".to_owned());
                none.into_iter()
                    .chain(alterations.iter().map(Alteration::sentence))
                    .chain(added.iter().map(|lines| lines.sentence()))
                    .collect()
            }
        }
    }
}

impl Unchecked {
    fn sentence(self) -> &'static str {
        match self {
            Self::NotRecorded => "Words not checked: the document does not carry what they were when it was exported.",
            Self::OtherForm => "Words not checked: the document has another form than the one it was exported in.",
        }
    }
}

impl Lines {
    fn sentence(self) -> String {
        let Self { first, last } = self;
        if first == last {
            format!("Line {first} was added by somebody; it was not checked.")
        } else {
            format!("Lines {first} to {last} were added by somebody; they were not checked.")
        }
    }
}

impl Place {
    fn words(&self) -> String {
        match self {
            Self::Line { number, heading } if heading.is_empty() => format!("line {number}"),
            Self::Line { number, heading } => format!("line {number}, under {}", quoted(heading)),
            Self::Member(path) => format!("`{}`", cut(path)),
        }
    }
}

impl Alteration {
    /// What differs, with its place.
    pub(crate) fn sentence(&self) -> String {
        let where_to_look = if self.now.is_empty() && self.after.is_some() { "After" } else { "At" };
        format!("{where_to_look} {}: {}", self.place.words(), self.difference())
    }

    fn difference(&self) -> String {
        let (now, before) = (listed(&self.now, self.now.len()), listed(&self.before, self.missing));
        match (now, before) {
            (Some(now), Some(before)) => format!("{now} stands where {before} stood."),
            (Some(now), None) if self.missing == 0 => format!("{now} was added."),
            (Some(now), None) => format!("{now} is not what was exported."),
            (None, Some(before)) => format!("{before} is missing."),
            (None, None) => {
                let what = count(self.missing, "statement");
                let is = if self.missing == 1 { "is" } else { "are" };
                match &self.after {
                    Some(after) => format!("{what} {is} missing, behind {}.", quoted(after)),
                    None => format!("{what} {is} missing at the top."),
                }
            }
        }
    }
}

/// The first of some passages and how many there are further; nothing where there is none.
fn listed(passages: &[String], of: usize) -> Option<String> {
    let first = quoted(passages.first()?);
    Some(match of.saturating_sub(1) {
        0 => first,
        more => format!("{first}, with {more} more,"),
    })
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", cut(text))
}

/// The beginning of a text, free of what could drive a terminal.
fn cut(text: &str) -> String {
    let shown = visible(text.trim());
    if shown.chars().nth(LONGEST).is_none() {
        return shown.into_owned();
    }
    let beginning: String = shown.chars().take(LONGEST).collect();
    format!("{}...", beginning.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Alteration, Lines, Place, Unchecked, Words};

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn sentence(now: &[&str], missing: usize, before: &[&str], after: Option<&str>) -> String {
        let place = Place::Line { number: 7, heading: "Gaps".to_owned() };
        let after = after.map(str::to_owned);
        Alteration { place, now: texts(now), missing, before: texts(before), after }.sentence()
    }

    #[test]
    fn an_alteration_is_said_with_its_place_and_both_words() {
        let under = "line 7, under \"Gaps\": ";
        for (said, preposition, wanted) in [
            (sentence(&["new"], 1, &["old"], None), "At", "\"new\" stands where \"old\" stood."),
            (sentence(&["new"], 0, &[], None), "At", "\"new\" was added."),
            (sentence(&["new", "newer", "newest"], 0, &[], Some("one")), "At", "\"new\", with 2 more, was added."),
            (sentence(&["new"], 2, &[], None), "At", "\"new\" is not what was exported."),
            (sentence(&[], 1, &["old"], Some("one")), "After", "\"old\" is missing."),
            (sentence(&[], 1, &[], Some("one")), "After", "1 statement is missing, behind \"one\"."),
            (sentence(&[], 2, &[], None), "At", "2 statements are missing at the top."),
        ] {
            assert_eq!(said, format!("{preposition} {under}{wanted}"));
        }
        let hostile = sentence(&[&format!("\u{1b}[31m{}", "x".repeat(500))], 0, &[], None);
        assert!(hostile.starts_with(&format!("At {under}\"<U+001B>[31mxxx")), "{hostile}");
        assert!(hostile.ends_with("x...\" was added.") && hostile.len() < 250, "{hostile}");
    }

    #[test]
    fn what_was_not_checked_and_what_was_added_is_told() {
        let said = |words: Words| words.sentences().join("\n");
        assert!(said(Words::NotChecked(Unchecked::OtherForm)).starts_with("Words not checked: "));
        let added = vec![Lines { first: 1, last: 1 }, Lines { first: 4, last: 9 }];
        assert_eq!(
            said(Words::Checked { alterations: Vec::new(), added }),
            "Its words are as they were exported.\n\
             Line 1 was added by somebody; it was not checked.\n\
             Lines 4 to 9 were added by somebody; they were not checked."
        );
    }
}
