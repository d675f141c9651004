//! Everything that is known, found as one types.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Side;
use crate::model::capability::Severity;
use crate::model::date::Day;
use crate::search::{self, Entry, EntryKind, Filter, Hit, Index, Standing};

use super::action::Action;
use super::field::Field;
use super::key::KeyPress;
use super::overlay::{Overlay, SheetBox};
use super::plan::Plan;
use super::{App, Screen};

/// What is said where no result is marked.
pub(super) const NOTHING_FOUND: &str = "Nothing is found, so there is nothing to open.";

/// The words of the knowledge, gathered once for all plans of a window: by the shell after the first frame, or else when
/// something is first searched for.
pub type SharedIndex = Arc<OnceLock<Index>>;

/// Where the search is.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// What was typed.
    pub field: Field,
    /// What was found.
    pub hits: Vec<Hit>,
    /// The marked result.
    pub row: usize,
    /// Whether the results have the focus, not the field.
    pub in_results: bool,
    /// What may be found.
    pub filter: Filter,
    pub(super) day: Option<Day>,
    pub(super) index: SharedIndex,
}

impl Search {
    /// Begins to search in a plan. This needs no words yet: the screen is there at once.
    pub(super) fn prepare(&mut self, plan: &Plan<'_>) {
        self.day = Some(plan.facts.as_of.day);
        self.run(plan.base);
    }

    /// Finds anew. Where nothing is typed, everything is listed as soon as one goes to the results or filters them.
    fn run(&mut self, base: &KnowledgeBase) {
        self.row = 0;
        self.hits = Vec::new();
        if self.in_results || self.filter != Filter::default() || !self.is_blank() {
            let filter = Filter { workarounds_on: self.day, ..self.filter };
            let index = self.index.get_or_init(|| Index::of(base));
            self.hits = search::search(index, self.field.text(), &filter);
        }
    }

    /// Whether nothing is typed.
    pub fn is_blank(&self) -> bool {
        self.field.text().trim().is_empty()
    }

    /// How many entries there are to find.
    pub fn total(&self) -> usize {
        self.index.get().map_or(0, Index::entries)
    }

    /// Lets the filter go by another day.
    pub(super) fn plan_for(&mut self, plan: &Plan<'_>) {
        let day = plan.facts.as_of.day;
        self.filter.standing = self.filter.standing.map(|standing| standing.on(day));
        if self.day.replace(day).is_some_and(|before| before != day) {
            self.run(plan.base);
        }
    }

    /// The bytes of the title of a hit that match what was typed.
    pub fn matched(&self, hit: &Hit) -> Vec<Range<usize>> {
        self.index.get().map_or_else(Vec::new, |index| search::matched(index, self.field.text(), hit))
    }

    /// The entry that is marked.
    pub fn marked(&self) -> Option<Entry> {
        self.hits.get(self.row).map(|hit| hit.entry)
    }

    /// The kinds of filters in words, for those that are set.
    pub fn filter_words(&self, plan: &Plan<'_>) -> Vec<String> {
        let mut words = Vec::new();
        if let Some(side) = self.filter.side {
            words.push(plan.base.alternatives[side].short.to_string());
        }
        if let Some(kind) = self.filter.kind {
            words.push(kind_words(kind).to_owned());
        }
        if let Some(topic) = self.filter.topic {
            words.push(plan.base.topics[topic].title.to_string());
        }
        if let Some(severity) = self.filter.severity {
            words.push(severity.word().to_owned());
        }
        match self.filter.standing {
            Some(Standing::Holds(_)) => words.push("true on this day".to_owned()),
            Some(Standing::Lifted(_)) => words.push("lifted since".to_owned()),
            None => {}
        }
        words
    }
}

/// A kind of entry as people say it.
pub fn kind_words(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Question => "questions",
        EntryKind::Capability => "features",
        EntryKind::Limitation => "limits",
        EntryKind::Workaround => "workarounds",
        EntryKind::Event => "events",
    }
}

/// A kind of entry as the label of one.
pub fn kind_word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Question => "question",
        EntryKind::Capability => "feature",
        EntryKind::Limitation => "limit",
        EntryKind::Workaround => "workaround",
        EntryKind::Event => "event",
    }
}

impl App<'_> {
    /// Takes a key that types into the search field; says whether it did.
    pub(super) fn type_search(&mut self, key: KeyPress) -> bool {
        let before = self.search.field.text().to_owned();
        let is_taken = self.search.field.press(key);
        if self.search.field.text() != before {
            self.search.run(self.plan.base);
        }
        is_taken
    }

    pub(super) fn paste_search(&mut self, text: &str) {
        self.search.in_results = false;
        self.search.field.insert(text);
        self.search.run(self.plan.base);
    }

    pub(super) fn update_search(&mut self, action: Action) {
        let last = self.search.hits.len().saturating_sub(1);
        let search = &mut self.search;
        match action {
            Action::Up => search.row = search.row.saturating_sub(1),
            Action::Down => search.row = (search.row + 1).min(last),
            Action::First => search.row = 0,
            Action::Last => search.row = last,
            Action::ScrollUp => search.row = search.row.saturating_sub(10),
            Action::ScrollDown => search.row = (search.row + 10).min(last),
            Action::NextPart => self.enter_results(),
            Action::PreviousPart | Action::Search => search.in_results = false,
            Action::Row(row) if row <= last => {
                (search.row, search.in_results) = (row, true);
                self.open_hit();
            }
            Action::Confirm => self.open_hit(),
            Action::Require => self.require_hit(),
            _ => self.filter(action),
        }
    }

    fn enter_results(&mut self) {
        let row = self.search.row;
        self.search.in_results = true;
        self.search.run(self.plan.base);
        self.search.row = row;
        if self.search.hits.is_empty() && self.search.filter == Filter::default() {
            self.search.in_results = false;
            self.mention("Nothing found yet. Type another word.");
        }
    }

    fn filter(&mut self, action: Action) {
        let day = self.plan.facts.as_of.day;
        let topics: Vec<_> = self.plan.base.topics.keys().collect();
        let filter = &mut self.search.filter;
        match action {
            Action::FilterArea => filter.side = after(&Side::BOTH, filter.side),
            Action::FilterKind => filter.kind = after(&EntryKind::ALL, filter.kind),
            Action::FilterSeverity => filter.severity = after(&Severity::ALL, filter.severity),
            Action::FilterDay => {
                filter.standing = after(&[Standing::Holds(day), Standing::Lifted(day)], filter.standing);
            }
            Action::NextTopic => filter.topic = after(&topics, filter.topic),
            Action::PreviousTopic => {
                let backwards: Vec<_> = topics.into_iter().rev().collect();
                filter.topic = after(&backwards, filter.topic);
            }
            Action::NoFilter => *filter = Filter::default(),
            _ => return,
        }
        self.search.run(self.plan.base);
    }

    /// A question is opened, anything else shown as a page.
    fn open_hit(&mut self) {
        match self.search.marked() {
            Some(Entry::Question(question)) => self.open_question(question),
            Some(entry) => {
                let sheet = self.plan.entry_sheet(entry);
                self.open(Overlay::Sheet(SheetBox { sheet, scroll: 0 }));
            }
            None => self.mention(NOTHING_FOUND),
        }
    }

    /// Opens the search with an empty field, or as it was left.
    pub(super) fn open_search(&mut self) {
        self.search.in_results = false;
        self.search.prepare(&self.plan);
        self.show(Screen::Search);
    }
}

/// The value after another one; none after the last, the first after none.
fn after<T: Copy + PartialEq>(values: &[T], current: Option<T>) -> Option<T> {
    let Some(current) = current else { return values.first().copied() };
    values.iter().copied().skip_while(|value| *value != current).nth(1)
}
