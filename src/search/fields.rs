//! Which words of an entry count how much.

use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::question::Choice;

use crate::knowledge::entry::{Entry, EntryKind};

/// Where a word stands in an entry. A match in an earlier field is worth more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// Its title; of a question what it asks.
    Title,
    Keyword,
    /// What is told about it elsewhere: the choices of a question, the choices that need a capability, what a
    /// limitation limits; and its id.
    Near,
    /// Everything else that is said about it.
    Body,
    /// Phrases in which people ask for it by a choice. They speak of much that has nothing to do with journeys, so they add
    /// to what an entry is worth that is found, and let none be found.
    Phrase,
}

impl Field {
    pub(super) const ALL: [Self; 5] = [Self::Title, Self::Keyword, Self::Near, Self::Body, Self::Phrase];
    pub(super) const COUNT: usize = Self::ALL.len();

    /// What a word that stands there once is worth, in thousandths.
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Title => 3000,
            Self::Keyword => 2000,
            Self::Near | Self::Phrase => 1000,
            Self::Body => 300,
        }
    }
}

/// Calls `give` with every phrase in which people ask for an entry by a choice.
pub(super) fn phrases<'k>(entry: Entry, base: &'k KnowledgeBase, mut give: impl FnMut(&'k str)) {
    let mut said = |choice: &'k Choice| choice.phrases.iter().for_each(|text| give(text));
    match entry {
        Entry::Question(key) => base.questions[key].choices.iter().for_each(said),
        Entry::Capability(key) => {
            let choices = base.questions.iter().flat_map(|(_, question)| question.choices.iter());
            choices.filter(|choice| choice.needs.contains(&key)).for_each(&mut said);
        }
        Entry::Limitation(_) | Entry::Workaround(..) | Entry::Event(_) => {}
    }
}

/// Calls `give` with every text of an entry and the field that it belongs to.
pub(super) fn texts<'k>(entry: Entry, base: &'k KnowledgeBase, mut give: impl FnMut(Field, &'k str)) {
    give(Field::Title, entry.title(base));
    give(Field::Body, &base.topics[entry.topic(base)].title);
    give(if entry.kind() == EntryKind::Question { Field::Keyword } else { Field::Near }, entry.id(base).as_str());
    match entry {
        Entry::Question(key) => {
            let question = &base.questions[key];
            give(Field::Body, &question.why);
            for choice in question.choices.iter() {
                self::choice(choice, &mut give);
            }
        }
        Entry::Capability(key) => capability(key, base, &mut give),
        Entry::Limitation(key) => {
            let limitation = &base.limitations[key];
            limitation.keywords.iter().for_each(|keyword| give(Field::Keyword, keyword));
            let workarounds = limitation.workarounds.iter().map(|workaround| &workaround.text);
            limitation.text.iter().chain(workarounds).for_each(|text| give(Field::Body, text));
            names(&[limitation.side], base, &mut give);
            for limited in limitation.limits.capabilities() {
                let limited = &base.capabilities[*limited];
                give(Field::Near, &limited.title);
                limited.keywords.iter().for_each(|keyword| give(Field::Near, keyword));
            }
        }
        Entry::Workaround(key, _) => {
            let limitation = &base.limitations[key];
            give(Field::Near, &limitation.title);
            limitation.keywords.iter().for_each(|keyword| give(Field::Body, keyword));
            names(&[limitation.side], base, &mut give);
            let limits = limitation.limits.capabilities().iter();
            limits.for_each(|limited| give(Field::Body, &base.capabilities[*limited].title));
        }
        Entry::Event(key) => {
            let event = &base.events[key];
            event.keywords.iter().for_each(|keyword| give(Field::Keyword, keyword));
            give(Field::Body, &event.text);
            names(&event.sides, base, &mut give);
        }
    }
}

fn capability<'k>(key: Key<Capability>, base: &'k KnowledgeBase, give: &mut impl FnMut(Field, &'k str)) {
    let capability = &base.capabilities[key];
    capability.keywords.iter().for_each(|keyword| give(Field::Keyword, keyword));
    capability.support.iter().filter_map(|support| support.note.as_deref()).for_each(|note| give(Field::Body, note));
    let choices = base.questions.iter().flat_map(|(_, question)| question.choices.iter());
    choices.filter(|choice| choice.needs.contains(&key)).for_each(|needing| choice(needing, give));
    names(&Side::BOTH, base, give);
}

fn choice<'k>(choice: &'k Choice, give: &mut impl FnMut(Field, &'k str)) {
    give(Field::Near, &choice.label);
    give(Field::Body, &choice.hint);
    choice.keywords.iter().for_each(|keyword| give(Field::Near, keyword));
}

fn names<'k>(sides: &[Side], base: &'k KnowledgeBase, give: &mut impl FnMut(Field, &'k str)) {
    for side in sides {
        give(Field::Body, &base.alternatives[*side].title);
        give(Field::Body, base.alternatives[*side].id.as_str());
    }
}
