//! What a person says about the work on a gap: who sees to it, how large it is, by when, and what was decided.

use std::borrow::Cow;

use super::date::Day;
use super::line::one_line;
use super::paper::{Form, Refusal, whole_day, word_of};

/// Something that can be said about the work on a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapField {
    /// Who sees to it.
    Owner,
    /// How large it is.
    Size,
    /// The day by which it is to be done.
    Due,
    /// What was decided about it.
    Decision,
}

impl GapField {
    /// All of them, in the order of files.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Size, Self::Due, Self::Decision];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Size => "size",
            Self::Due => "due",
            Self::Decision => "decision",
        }
    }

    /// What it is made of.
    pub(crate) fn form(self) -> Form {
        match self {
            Self::Owner => Form::Line { fit: 40 },
            Self::Size => Form::Line { fit: 12 },
            Self::Due => Form::Day,
            Self::Decision => Form::Word(&DECISIONS),
        }
    }
}

/// How large a piece of work is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapSize {
    /// One of the usual bands.
    Band(SizeBand),
    /// In words of one's own, such as `3 days`.
    Own(String),
}

/// A band of sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeBand {
    /// Small.
    S,
    /// Medium.
    M,
    /// Large.
    L,
    /// Very large.
    Xl,
}

impl SizeBand {
    /// All bands, the smallest first.
    pub const ALL: [Self; 4] = [Self::S, Self::M, Self::L, Self::Xl];

    /// The word in files and documents.
    pub fn word(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::M => "M",
            Self::L => "L",
            Self::Xl => "XL",
        }
    }
}

/// What was decided about a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapDecision {
    /// Nothing yet.
    Open,
    /// The journey goes without it.
    Accept,
    /// Somebody closes it.
    Close,
}

const DECISIONS: [&str; 3] = ["open", "accept", "close"];

impl GapDecision {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Accept, Self::Close];

    /// The word in files.
    pub fn word(self) -> &'static str {
        let [open, accept, close] = DECISIONS;
        match self {
            Self::Open => open,
            Self::Accept => accept,
            Self::Close => close,
        }
    }
}

/// What is said about the work on a gap. What nobody said is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GapWork {
    owner: Option<String>,
    size: Option<GapSize>,
    due: Option<Day>,
    decision: Option<GapDecision>,
}

impl GapWork {
    /// Whether nothing is said.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    /// Who sees to it.
    pub fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
    }

    /// How large it is.
    pub fn size(&self) -> Option<&GapSize> {
        self.size.as_ref()
    }

    /// By when it is to be done.
    pub(crate) fn due(&self) -> Option<Day> {
        self.due
    }

    /// What was decided about it.
    pub fn decision(&self) -> Option<GapDecision> {
        self.decision
    }

    /// What is said there, as files have it.
    pub fn said(&self, field: GapField) -> Option<Cow<'_, str>> {
        match field {
            GapField::Owner => self.owner().map(Cow::Borrowed),
            GapField::Size => self.size.as_ref().map(|size| match size {
                GapSize::Band(band) => band.word().into(),
                GapSize::Own(words) => words.as_str().into(),
            }),
            GapField::Due => self.due.map(|day| day.to_string().into()),
            GapField::Decision => self.decision.map(|decision| decision.word().into()),
        }
    }

    /// Says something there.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub fn say(&mut self, field: GapField, text: &str) -> Result<(), Refusal> {
        match field.form() {
            Form::Line { fit } => {
                let line = one_line(text, fit).map_err(Refusal::Line)?;
                if field == GapField::Size {
                    self.size = Some(size(line));
                } else {
                    self.owner = Some(line.to_owned());
                }
            }
            Form::Day => self.due = Some(whole_day(text)?),
            Form::Word(words) => self.decision = Some(word_of(text, GapDecision::ALL, GapDecision::word, words)?),
        }
        Ok(())
    }

    /// Takes away what is said there.
    pub fn forget(&mut self, field: GapField) {
        match field {
            GapField::Owner => self.owner = None,
            GapField::Size => self.size = None,
            GapField::Due => self.due = None,
            GapField::Decision => self.decision = None,
        }
    }
}

fn size(line: &str) -> GapSize {
    let band = SizeBand::ALL.into_iter().find(|band| band.word().eq_ignore_ascii_case(line));
    band.map_or_else(|| GapSize::Own(line.to_owned()), GapSize::Band)
}

#[cfg(test)]
mod tests {
    use super::{GapField, GapSize, GapWork, SizeBand};

    #[test]
    fn a_size_is_a_band_or_words_of_ones_own() {
        let mut work = GapWork::default();
        for (text, size) in [
            ("xl", GapSize::Band(SizeBand::Xl)),
            (" M ", GapSize::Band(SizeBand::M)),
            ("3 days", GapSize::Own("3 days".to_owned())),
        ] {
            assert_eq!(work.say(GapField::Size, text), Ok(()));
            assert_eq!(work.size(), Some(&size));
        }
        assert!(work.say(GapField::Size, "three to four weeks").is_err());
        work.forget(GapField::Size);
        assert!(work.is_silent());
    }
}
