//! Which ids there are, and where: references are looked up here, and ids used twice are found here.

use std::collections::HashMap;

use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::At;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::name::Id;
use crate::model::question::{ChoiceIndex, Question};
use crate::model::source::Source;
use crate::model::work::Prerequisite;

use super::raw::{self, Raw};

/// Entries of one kind: their positions by id.
#[derive(Debug, Default)]
pub(super) struct Index<'r> {
    positions: HashMap<&'r str, usize>,
    names: Vec<&'r str>,
}

impl<'r> Index<'r> {
    fn of(ids: impl Iterator<Item = Option<&'r At<Id>>>) -> Self {
        let mut index = Self::default();
        for (position, id) in ids.enumerate() {
            let Some(id) = id else { continue };
            index.positions.entry(id.value.as_str()).or_insert(position);
            index.names.push(id.value.as_str());
        }
        index
    }

    /// The position of the entry of that id.
    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The position of the entry of that id; that there is none is reported with the nearest name.
    pub(super) fn find(&self, id: &str, place: &Place, code: Code, findings: &mut Vec<Diagnostic>) -> Option<usize> {
        let position = self.get(id);
        if position.is_none() {
            findings.push(unknown(code, id, place, self.names.iter().copied()));
        }
        position
    }
}

/// That an id is unknown, with the nearest there is.
fn unknown<'n>(code: Code, id: &str, place: &Place, names: impl Iterator<Item = &'n str> + Clone) -> Diagnostic {
    let shown = crate::diagnostic::clean::visible(id);
    let mut diagnostic = Diagnostic::new(code, format!("{} `{shown}`", code.title()), place.clone());
    diagnostic.help = did_you_mean(id, names);
    diagnostic
}

/// Reports every id that stands for two entries, at both places.
pub(super) fn report_duplicates<'i>(ids: impl Iterator<Item = &'i At<Id>>, findings: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, &Place> = HashMap::new();
    for id in ids {
        match first.get(id.value.as_str()) {
            None => {
                first.insert(id.value.as_str(), &id.place);
            }
            Some(earlier) => findings.push(
                Diagnostic::new(Code::K007, format!("the id `{}` is used twice", id.value), id.place.clone())
                    .saying("used again here")
                    .with((*earlier).clone(), "first used here"),
            ),
        }
    }
}

/// All ids of a knowledge base.
#[derive(Debug)]
pub(super) struct Names<'r> {
    sources: Index<'r>,
    alternatives: Index<'r>,
    capabilities: Index<'r>,
    prerequisites: Index<'r>,
    questions: Index<'r>,
    raw_questions: Vec<&'r raw::Question>,
}

impl<'r> Names<'r> {
    /// Collects the ids.
    pub(super) fn of(raw: &'r Raw) -> Self {
        let topics = || raw.files();
        let questions = || topics().flat_map(|topic| topic.questions.iter().map(|entry| &entry.value));
        let alternatives = raw.advisor.iter().flat_map(|advisor| advisor.value.alternatives.iter());
        let prerequisites = raw.advisor.iter().flat_map(|advisor| advisor.value.prerequisites.iter());
        let capabilities = topics().flat_map(|topic| topic.capabilities.iter());
        Self {
            sources: Index::of(raw.sources.iter().map(|entry| entry.value.id.as_ref())),
            alternatives: Index::of(alternatives.map(|entry| entry.value.id.as_ref())),
            capabilities: Index::of(capabilities.map(|entry| entry.value.id.as_ref())),
            prerequisites: Index::of(prerequisites.map(|entry| entry.value.id.as_ref())),
            questions: Index::of(questions().map(|question| question.id.as_ref())),
            raw_questions: questions().collect(),
        }
    }

    /// The source of that id.
    pub(super) fn source(&self, id: &str, place: &Place, findings: &mut Vec<Diagnostic>) -> Option<Key<Source>> {
        self.sources.find(id, place, Code::K016, findings).map(Key::new)
    }

    /// The alternative of that id.
    pub(super) fn side(&self, id: &At<Id>, findings: &mut Vec<Diagnostic>) -> Option<Side> {
        match self.alternatives.find(id.value.as_str(), &id.place, Code::K018, findings)? {
            0 => Some(Side::First),
            _ => Some(Side::Second),
        }
    }

    /// The capability of that id.
    pub(super) fn capability(&self, id: &At<Id>, findings: &mut Vec<Diagnostic>) -> Option<Key<Capability>> {
        self.capabilities.find(id.value.as_str(), &id.place, Code::K019, findings).map(Key::new)
    }

    /// The prerequisite of that id.
    pub(super) fn prerequisite(&self, id: &At<Id>, findings: &mut Vec<Diagnostic>) -> Option<Key<Prerequisite>> {
        self.prerequisites.find(id.value.as_str(), &id.place, Code::K070, findings).map(Key::new)
    }

    /// The question of that id.
    pub(super) fn question(&self, id: &str, place: &Place, findings: &mut Vec<Diagnostic>) -> Option<Key<Question>> {
        self.questions.find(id, place, Code::K020, findings).map(Key::new)
    }

    /// The choice of that id of a question.
    pub(super) fn choice(
        &self,
        question: Key<Question>,
        id: &str,
        place: &Place,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<ChoiceIndex> {
        let choices = &self.raw_questions.get(question.position()).expect("the key is one of these names").choices;
        let names = choices.iter().filter_map(|choice| choice.value.id.as_ref()).map(|id| id.value.as_str());
        let position =
            choices.iter().position(|choice| choice.value.id.as_ref().is_some_and(|own| own.value.as_str() == id));
        if position.is_none() {
            findings.push(unknown(Code::K021, id, place, names));
        }
        position.map(ChoiceIndex::new)
    }

    /// The position of a capability, if there is one of that id.
    pub(super) fn capability_position(&self, id: &Id) -> Option<usize> {
        self.capabilities.get(id.as_str())
    }

    /// The position of a question, if there is one of that id.
    pub(super) fn question_position(&self, id: &Id) -> Option<usize> {
        self.questions.get(id.as_str())
    }
}
