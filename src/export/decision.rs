//! A decision as a document carries it, and what became of it: what `verify` tells.

use crate::advise::analysis;
use crate::advise::components::Forest;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::report::verification::{Recorded, Verification};

use super::record::{self, Record, SCHEMA_VERSION};
use super::wording::{self, Form};
use super::{Document, Format, unpacked};

/// A decision with the words of the document that carries it.
#[derive(Debug)]
pub struct Decision {
    form: Form,
    words: String,
    record: Record,
    recorded: Recorded,
}

/// Why a document carries no decision that can be verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoDecision {
    /// There is no record in it, or none that can be read.
    Absent,
    /// There are several, on these lines, counted from 1. Which of them would count nobody can tell.
    Several(Vec<usize>),
    /// A newer version of this program wrote it.
    Newer,
}

impl Decision {
    /// The decision in a document of letters.
    pub fn of_text(document: String, base: &KnowledgeBase) -> Result<Self, NoDecision> {
        let lines = record::lines(&document);
        if lines.len() > 1 {
            return Err(NoDecision::Several(lines));
        }
        let (form, record) = Record::carried(&document).ok_or(NoDecision::Absent)?;
        Self::of(form, document, record, base)
    }

    /// The decision in a Word document or a workbook.
    pub fn of_package(bytes: &[u8], base: &KnowledgeBase) -> Result<Self, NoDecision> {
        let (words, record) = unpacked::carried(bytes).ok_or(NoDecision::Absent)?;
        Self::of(unpacked::FORM, words, record, base)
    }

    fn of(form: Form, words: String, record: Record, base: &KnowledgeBase) -> Result<Self, NoDecision> {
        let recorded = record.recorded(base).ok_or(NoDecision::Absent)?;
        if record.schema_version > SCHEMA_VERSION {
            return Err(NoDecision::Newer);
        }
        Ok(Self { form, words, record, recorded })
    }

    /// The answers on which it was decided, as a file.
    pub fn answers(&self) -> &str {
        &self.record.answers
    }

    /// What became of it, by the facts of a day and its own answers.
    pub fn verified(&self, facts: &Facts<'_>, answers: &Answers, today: Day) -> Verification {
        let (verdict, _) = analysis::advise(facts, answers);
        let drafts = || self.drafts(facts.base, answers).unwrap_or_default();
        let words = wording::compare(self.form, &self.words, self.record.words.as_deref(), drafts);
        Verification::of(facts, &verdict, &self.recorded, words, today)
    }

    /// The document as it would be exported with the knowledge of today on the day of the record, in every format of that
    /// form; `None` if the record names no day of which anything is known.
    fn drafts(&self, base: &KnowledgeBase, answers: &Answers) -> Option<Vec<String>> {
        let known = |day: &Day| *day >= base.facts_from.first_day();
        let (made_on, as_of) = self.record.days(base).filter(|(made_on, as_of)| known(made_on) && known(&as_of.day))?;
        let facts = base.at(as_of).for_plan(answers);
        let forest = Forest::of(&facts);
        let (verdict, analysis) = analysis::advise_in(&forest, answers);
        let document = Document::of(&forest, answers, &verdict, &analysis, made_on);
        let formats: &[Format] = match self.form {
            Form::Markdown => &[Format::Markdown, Format::Adr],
            Form::Html => &[Format::Html],
            Form::Json => &[Format::Json],
            Form::Packed => &[Format::Word, Format::Excel],
        };
        Some(formats.iter().filter_map(|format| document.words(*format)).collect())
    }
}
