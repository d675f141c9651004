//! What the document of a plan says about itself: for whom it is, from whom, in which state. The title is the plan's own.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::date::{Day, PartialDate};
use super::line::{LineProblem, one_line};

/// Something that a document can say about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperField {
    /// For whom the journey is built.
    Client,
    /// Who wrote it.
    Author,
    /// For which company the author works.
    Company,
    /// Its version, such as `0.2`.
    Version,
    /// Its state.
    Status,
    /// How confidential it is, in the author's words.
    Confidentiality,
    /// Who decides.
    DecisionMaker,
    /// The day by which the decision is wanted.
    DecideBy,
    /// The path of a picture: the company's logo.
    Logo,
}

impl PaperField {
    /// All of them, in the order of files.
    pub const ALL: [Self; 9] = [
        Self::Client,
        Self::Author,
        Self::Company,
        Self::Version,
        Self::Status,
        Self::Confidentiality,
        Self::DecisionMaker,
        Self::DecideBy,
        Self::Logo,
    ];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Author => "author",
            Self::Company => "company",
            Self::Version => "version",
            Self::Status => "status",
            Self::Confidentiality => "confidentiality",
            Self::DecisionMaker => "decision-maker",
            Self::DecideBy => "decide-by",
            Self::Logo => "logo",
        }
    }

    /// What it is made of.
    pub(crate) fn form(self) -> Form {
        match self {
            Self::Client | Self::Author | Self::Company | Self::DecisionMaker => Form::Line { fit: 60 },
            Self::Version => Form::Line { fit: 12 },
            Self::Confidentiality => Form::Line { fit: 40 },
            Self::Logo => Form::Line { fit: 1000 },
            Self::DecideBy => Form::Day,
            Self::Status => Form::Word(&STATUSES),
        }
    }
}

/// What something that is said about a document or a gap is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// One line.
    Line {
        /// The most characters that it has.
        fit: usize,
    },
    /// A day.
    Day,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// Why something cannot be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is no line that fits.
    Line(LineProblem),
    /// It is no day.
    NotADay,
    /// It is none of the words that can stand there.
    UnknownWord(&'static [&'static str]),
}

/// In which state a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperStatus {
    /// It is still being written.
    Draft,
    /// It waits for the decision.
    ForDecision,
    /// The decision was taken.
    Decided,
    /// Another one holds instead.
    Superseded,
}

const STATUSES: [&str; 4] = ["draft", "for-decision", "decided", "superseded"];

impl PaperStatus {
    /// All states, in the order in which a document goes through them.
    pub const ALL: [Self; 4] = [Self::Draft, Self::ForDecision, Self::Decided, Self::Superseded];

    /// The word in files.
    pub fn word(self) -> &'static str {
        let [draft, for_decision, decided, superseded] = STATUSES;
        match self {
            Self::Draft => draft,
            Self::ForDecision => for_decision,
            Self::Decided => decided,
            Self::Superseded => superseded,
        }
    }
}

/// What a document says about itself. What nobody said is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paper {
    /// What is text.
    texts: BTreeMap<PaperField, String>,
    status: Option<PaperStatus>,
    decide_by: Option<Day>,
}

impl Paper {
    /// Whether nothing is said.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    /// In which state it is.
    pub fn status(&self) -> Option<PaperStatus> {
        self.status
    }

    /// By when the decision is wanted.
    pub(crate) fn decide_by(&self) -> Option<Day> {
        self.decide_by
    }

    /// What is said there, as files have it.
    pub fn said(&self, field: PaperField) -> Option<Cow<'_, str>> {
        match field {
            PaperField::Status => self.status.map(|status| status.word().into()),
            PaperField::DecideBy => self.decide_by.map(|day| day.to_string().into()),
            _ => self.texts.get(&field).map(|text| text.as_str().into()),
        }
    }

    /// Says something there.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub fn say(&mut self, field: PaperField, text: &str) -> Result<(), Refusal> {
        match field.form() {
            Form::Line { fit } => {
                let line = one_line(text, fit).map_err(Refusal::Line)?;
                self.texts.insert(field, line.to_owned());
            }
            Form::Day => self.decide_by = Some(whole_day(text)?),
            Form::Word(words) => self.status = Some(word_of(text, PaperStatus::ALL, PaperStatus::word, words)?),
        }
        Ok(())
    }

    /// Takes away what is said there.
    pub fn forget(&mut self, field: PaperField) {
        match field {
            PaperField::Status => self.status = None,
            PaperField::DecideBy => self.decide_by = None,
            _ => {
                self.texts.remove(&field);
            }
        }
    }
}

/// A day, not a month or a year.
pub(super) fn whole_day(text: &str) -> Result<Day, Refusal> {
    PartialDate::parse(text.trim()).and_then(PartialDate::day).ok_or(Refusal::NotADay)
}

/// Which of these a word means.
pub(super) fn word_of<T: Copy, const N: usize>(
    text: &str,
    all: [T; N],
    word: fn(T) -> &'static str,
    words: &'static [&'static str],
) -> Result<T, Refusal> {
    let text = text.trim();
    all.into_iter().find(|one| word(*one) == text).ok_or(Refusal::UnknownWord(words))
}

#[cfg(test)]
mod tests {
    use super::{Paper, PaperField, PaperStatus, Refusal};
    use crate::model::line::LineProblem;

    #[test]
    fn what_is_said_can_be_taken_away_again() {
        let mut paper = Paper::default();
        for (field, text) in [
            (PaperField::Client, " Acme "),
            (PaperField::Status, "for-decision"),
            (PaperField::DecideBy, "2026-12-14"),
            (PaperField::Logo, "/home/me/logo.png"),
        ] {
            assert_eq!(paper.say(field, text), Ok(()));
            assert_eq!(paper.said(field).as_deref(), Some(text.trim()));
        }
        assert_eq!(paper.status(), Some(PaperStatus::ForDecision));
        for field in PaperField::ALL {
            paper.forget(field);
        }
        assert!(paper.is_silent());
    }

    #[test]
    fn what_cannot_be_said_changes_nothing() {
        let mut paper = Paper::default();
        let long = "x".repeat(61);
        for (field, text, refusal) in [
            (PaperField::Client, long.as_str(), Refusal::Line(LineProblem::TooLong { letters: 61, fit: 60 })),
            (PaperField::Author, " ", Refusal::Line(LineProblem::Empty)),
            (PaperField::Company, "a\nb", Refusal::Line(LineProblem::SeveralLines)),
            (PaperField::DecideBy, "2026-12", Refusal::NotADay),
            (PaperField::Status, "final", Refusal::UnknownWord(&super::STATUSES)),
        ] {
            assert_eq!(paper.say(field, text), Err(refusal), "{text}");
        }
        assert!(paper.is_silent());
    }
}
