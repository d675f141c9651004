//! What a document carries for `verify`: the answers, what was decided on them, and the facts it stood on.
//!
//! In JSON it is the document itself. Elsewhere it stands in one block that no text of a user can open or close.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::answers;
use crate::diagnostic::clean::visible;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Pair;
use crate::model::answers::Answers;
use crate::model::capability::Level;
use crate::model::date::Day;
use crate::model::paper::PaperField;
use crate::model::verdict::{AsOf, Verdict};
use crate::report::parts::header::TOOL;
use crate::report::verification::Recorded;

use super::wording::Form;

/// The version of the form of the record and of all JSON about advice.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// How the block begins and ends in Markdown.
const COMMENT: [&str; 2] = ["<!-- journey-advisor-record", "-->"];
/// How the block begins and ends in HTML.
const TEMPLATE: [&str; 2] = ["<template id=\"journey-advisor-record\">", "</template>"];
/// Both, with how the words around them are read.
const BLOCKS: [(Form, [&str; 2]); 2] = [(Form::Markdown, COMMENT), (Form::Html, TEMPLATE)];
/// Letters on a line of the block.
const WIDTH: usize = 76;

/// A decision as it was exported. The same keys stand in the JSON of `advise`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The version of the form.
    pub(crate) schema_version: u32,
    /// What wrote it.
    pub(crate) tool: String,
    /// The day on which it was written.
    pub(crate) made_on: String,
    /// The knowledge it stood on.
    pub(crate) knowledge: Knowledge,
    /// The day planned for.
    pub(crate) as_of: String,
    /// The source to go by, if it was one alone.
    pub(crate) basis: Option<String>,
    /// What was advised.
    pub(crate) recommendation: Option<String>,
    /// The margin.
    pub(crate) margin: i32,
    /// How the alternatives stood.
    pub(crate) alternatives: Vec<Alternative>,
    /// What was required, and how well it was met.
    pub(crate) requirements: Vec<Requirement>,
    /// The answers, as a file.
    pub answers: String,
    /// What the words of the document were. Absent in older documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// The knowledge that a decision stood on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Knowledge {
    /// Its title.
    pub(crate) title: String,
    /// Its edition.
    pub(crate) edition: String,
    /// The hash of all of it: an edition may be mended without another name. Absent in older documents.
    #[serde(default)]
    pub(crate) hash: Option<String>,
}

/// The SHA-256 of everything that a knowledge base knows, in hexadecimal digits.
pub(crate) fn hash(base: &KnowledgeBase) -> &str {
    base.hash.get_or_init(|| {
        let digest = Sha256::digest(serde_json::to_vec(base).expect("the keys are text and no part fails"));
        digest.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"))
    })
}

/// How an alternative stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Alternative {
    /// Its id.
    pub(crate) id: String,
    /// Its value.
    pub(crate) value: Option<u8>,
    /// Whether it could be had.
    pub(crate) availability: String,
}

/// What was required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Requirement {
    /// Its number.
    pub(crate) id: String,
    /// The capability.
    pub capability: String,
    /// How well each alternative supported it.
    pub(crate) support: BTreeMap<String, String>,
}

impl Record {
    /// The record of a verdict.
    pub(crate) fn of(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict, today: Day) -> Self {
        let base = facts.base;
        let id = |side| base.alternatives[side].id.to_string();
        let alternatives = verdict.standings.iter().map(|(side, standing)| Alternative {
            id: id(side),
            value: standing.value,
            availability: standing.availability.word().to_owned(),
        });
        let requirements = verdict.requirements.iter().map(|required| Requirement {
            id: required.number.to_string(),
            capability: base.capabilities[required.capability].id.to_string(),
            support: required.levels.iter().map(|(side, level)| (id(side), level.word().to_owned())).collect(),
        });
        Self {
            schema_version: SCHEMA_VERSION,
            tool: TOOL.to_owned(),
            made_on: today.to_string(),
            knowledge: Knowledge {
                title: base.title.to_string(),
                edition: base.edition.to_string(),
                hash: Some(hash(base).to_owned()),
            },
            as_of: verdict.as_of.day.to_string(),
            basis: verdict.as_of.basis.map(|source| base.sources[source].id.to_string()),
            recommendation: verdict.recommendation.id(&base.alternatives).map(str::to_owned),
            margin: verdict.margin,
            alternatives: alternatives.collect(),
            requirements: requirements.collect(),
            answers: carried(answers, base),
            words: None,
        }
    }

    /// The decision for `report::verification`; `None` if its dates are no dates.
    pub(crate) fn recorded(&self, base: &KnowledgeBase) -> Option<Recorded> {
        let id = |side| base.alternatives[side].id.as_str();
        let availability = |side| {
            let known = self.alternatives.iter().find(|alternative| alternative.id == id(side));
            known.map(|alternative| alternative.availability.clone())
        };
        let levels = |required: &Requirement| {
            Pair::of(|side| required.support.get(id(side)).and_then(|word| Level::parse(word)))
        };
        Some(Recorded {
            made_on: Day::parse(&self.made_on)?,
            day: Day::parse(&self.as_of)?,
            edition: visible(&self.knowledge.edition).into_owned(),
            is_mended: base.edition == *self.knowledge.edition
                && self.knowledge.hash.as_deref().is_some_and(|then| then != hash(base)),
            recommendation: self.recommendation.clone(),
            margin: self.margin,
            availability: Pair::of(availability),
            levels: self.requirements.iter().map(|required| (required.capability.clone(), levels(required))).collect(),
        })
    }

    /// The day on which it was made, and the day that it planned for with the source to go by; `None` if they are no dates.
    pub(crate) fn days(&self, base: &KnowledgeBase) -> Option<(Day, AsOf)> {
        let basis = self.basis.as_deref().and_then(|id| base.sources.find(|source| source.id.as_str() == id));
        Some((Day::parse(&self.made_on)?, AsOf { day: Day::parse(&self.as_of)?, basis }))
    }

    /// The block for Markdown.
    pub(super) fn comment(&self) -> String {
        self.block(COMMENT)
    }

    /// The same with all of its letters in one line, where a document must be short.
    pub(super) fn short_comment(&self) -> String {
        let [begin, end] = COMMENT;
        format!("{begin}\n{}\n{end}\n", self.encoded())
    }

    /// The block for HTML.
    pub(super) fn template(&self) -> String {
        self.block(TEMPLATE)
    }

    /// The record in letters that mean nothing anywhere.
    pub(super) fn encoded(&self) -> String {
        STANDARD.encode(serde_json::to_string(self).expect("the keys are text and no part fails"))
    }

    /// A record from such letters; blanks and line ends among them do not count.
    pub(super) fn decoded(letters: &str) -> Option<Self> {
        let encoded: String = letters.chars().filter(|letter| !letter.is_whitespace()).collect();
        serde_json::from_slice(&STANDARD.decode(encoded).ok()?).ok()
    }

    fn block(&self, [begin, end]: [&str; 2]) -> String {
        let encoded = self.encoded();
        let mut block = format!("{begin}\n");
        for (position, letter) in encoded.chars().enumerate() {
            block.push(letter);
            if position % WIDTH == WIDTH - 1 {
                block.push('\n');
            }
        }
        if !block.ends_with('\n') {
            block.push('\n');
        }
        block + end + "\n"
    }

    /// Finds the record in a document; `None` if it carries none that can be read.
    pub fn find(document: &str) -> Option<Self> {
        Self::carried(document).map(|(_, record)| record)
    }

    /// The same, with how the words around it are read.
    pub fn carried(document: &str) -> Option<(Form, Self)> {
        let document = document.trim_start_matches('\u{feff}');
        if document.trim_start().starts_with('{') {
            return Some((Form::Json, serde_json::from_str(document).ok()?));
        }
        let (form, inside) = BLOCKS.into_iter().find_map(|(form, [begin, end])| {
            let (_, rest) = document.rsplit_once(begin)?;
            Some((form, rest.split_once(end)?.0))
        })?;
        Some((form, Self::decoded(inside)?))
    }
}

/// The answers as a document carries them: without where on a disk the logo lies.
pub(super) fn carried(answers: &Answers, base: &KnowledgeBase) -> String {
    if answers.paper.said(PaperField::Logo).is_none() {
        return answers::write_answers(answers, base);
    }
    let mut answers = answers.clone();
    answers.paper.forget(PaperField::Logo);
    answers::write_answers(&answers, base)
}

/// The lines, counted from 1, on which a document carries a record.
pub(crate) fn lines(document: &str) -> Vec<usize> {
    let begins = |line: &str| BLOCKS.iter().any(|(_, [begin, _])| line.trim_start().starts_with(begin));
    (1..).zip(document.lines()).filter(|(_, line)| begins(line)).map(|(number, _)| number).collect()
}
