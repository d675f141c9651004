//! Whoever looks for how to begin something in an alternative that has been removed must read first that it is gone.

use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::Entry;
use crate::model::alternative::{Availability, Side};
use crate::model::date::Day;
use crate::model::text::Text;

use super::fold::key;

/// The removals of a knowledge base, and the words that tell of a beginning.
#[derive(Debug, Clone, Default)]
pub(super) struct Removals {
    all: Vec<Removal>,
    /// Words of beginning, folded.
    beginning: Vec<String>,
    /// Words that say that something is taken elsewhere, folded.
    moving: Vec<String>,
}

/// The removal of an alternative.
#[derive(Debug, Clone)]
pub(super) struct Removal {
    /// The position of the event that tells of it.
    pub(super) document: u32,
    /// Its first day.
    from: Day,
    /// The names of the alternative and what means the same, folded.
    names: Vec<String>,
}

impl Removal {
    /// Whether it has been by that day.
    pub(super) fn is_past(&self, day: Day) -> bool {
        self.from <= day
    }
}

impl Removals {
    /// The removals that events tell of; `position` finds the position of an entry.
    pub(super) fn of(base: &KnowledgeBase, position: impl Fn(Entry) -> Option<u32>) -> Self {
        let folded = |texts: &[Text]| texts.iter().map(|text| key(text)).collect();
        let all = Side::BOTH.into_iter().filter_map(|side| {
            let alternative = &base.alternatives[side];
            let removed = alternative.phases.iter().find(|phase| phase.availability == Availability::Removed)?;
            let from = removed.from.first_day();
            let told = base.events.iter().find(|(_, event)| event.sides == [side] && event.date.first_day() == from)?;
            let own = [alternative.id.as_str(), &alternative.title, &alternative.short, &alternative.abbreviation];
            let mut names: Vec<String> = own.into_iter().map(key).collect();
            for group in base.synonyms.iter().map(|group| group.iter().map(|word| key(word)).collect::<Vec<_>>()) {
                if group.iter().any(|word| names.contains(word)) {
                    names.extend(group);
                }
            }
            Some(Removal { document: position(Entry::Event(told.0))?, from, names })
        });
        Self { all: all.collect(), beginning: folded(&base.beginning_words), moving: folded(&base.moving_words) }
    }

    /// The removals of the alternatives in which something is begun by a folded query.
    pub(super) fn met_by(&self, query: &str) -> impl Iterator<Item = &Removal> {
        let query = format!(" {query} ");
        let says = |words: &[String]| words.iter().any(|word| query.contains(&format!(" {word} ")));
        let begins = says(&self.beginning) && !says(&self.moving);
        let named: Vec<&Removal> = self.all.iter().filter(|removal| begins && says(&removal.names)).collect();
        named.into_iter()
    }
}
