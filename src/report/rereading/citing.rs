//! Which entries rest on a source.

use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::{Entry, EntryKind};
use crate::model::arena::Key;
use crate::model::source::{Citation, Source};

/// An entry that rests on a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Citing {
    /// What kind of entry: `capability`, or a part of the advisor's settings such as `phase`.
    pub(crate) kind: &'static str,
    /// Its id; of what has none the id or title by which it is known.
    pub(crate) id: String,
}

impl Citing {
    /// As one says it: `capability send-sms`.
    pub(crate) fn words(&self) -> String {
        format!("{} {}", self.kind, self.id)
    }
}

/// Every entry that cites a source, in the order of the knowledge.
pub(crate) fn entries(base: &KnowledgeBase, source: Key<Source>) -> Vec<Citing> {
    let of_topics = Entry::all(base)
        .filter(|entry| entry.kind() != EntryKind::Workaround && rests_on(base, *entry, source))
        .map(|entry| Citing { kind: entry.kind().word(), id: entry.id(base).to_string() });
    of_topics.chain(settings(base, source)).collect()
}

fn rests_on(base: &KnowledgeBase, entry: Entry, source: Key<Source>) -> bool {
    let cites = |citations: &[Citation]| citations.iter().any(|citation| citation.source == source);
    match entry {
        Entry::Question(key) => cites(&base.questions[key].sources),
        Entry::Event(key) => cites(&base.events[key].sources),
        Entry::Capability(key) => {
            let mut support = base.capabilities[key].support.iter();
            support.any(|support| cites(&support.sources) || support.read_next == Some(source))
        }
        Entry::Limitation(key) | Entry::Workaround(key, _) => {
            let limitation = &base.limitations[key];
            cites(&limitation.sources) || limitation.workarounds.iter().any(|workaround| cites(&workaround.sources))
        }
    }
}

/// The parts of `advisor.toml` that cite a source.
fn settings(base: &KnowledgeBase, source: Key<Source>) -> Vec<Citing> {
    let mut found = Vec::new();
    let mut cited = |kind: &'static str, id: &str, citations: &[Citation]| {
        let citing = Citing { kind, id: id.to_owned() };
        if citations.iter().any(|citation| citation.source == source) && !found.contains(&citing) {
            found.push(citing);
        }
    };
    for alternative in [&base.alternatives.first, &base.alternatives.second] {
        alternative.phases.iter().for_each(|phase| cited("phase of", alternative.id.as_str(), &phase.sources));
        for said in &alternative.announcements {
            cited("announcement about", alternative.id.as_str(), &said.sources);
        }
    }
    base.coexistence.iter().for_each(|cost| cited("cost", &cost.title, &cost.sources));
    base.conflicts.iter().for_each(|conflict| cited("conflict", &conflict.reason, &conflict.sources));
    base.prerequisites.iter().for_each(|(_, one)| cited("prerequisite", one.id.as_str(), &one.sources));
    base.journeys_apart.iter().for_each(|apart| cited("journeys-apart", apart.id.as_str(), &apart.sources));
    found
}
