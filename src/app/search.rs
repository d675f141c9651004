//! Everything that is known, found as one types.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::model::alternative::Side;
use crate::model::capability::Severity;
use crate::model::date::Day;
use crate::report::entry::kind_words;
use crate::search::{Entry, EntryKind, Filter, Hit, Index, Standing};

use super::action::Action;
use super::field::Field;
use super::key::KeyPress;
use super::overlay::{Overlay, PageBox};
use super::plan::Plan;
use super::{App, Screen};

/// What is said where no result is marked.
pub(super) const NOTHING_FOUND: &str = "Nothing is found, so there is nothing to open.";

/// The words of the knowledge, gathered when something is first searched for, once for all plans of a window.
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
    /// Gathers all words, the first time the search is opened.
    pub(super) fn prepare(&mut self, plan: &Plan<'_>) {
        self.index.get_or_init(|| Index::of(plan.base));
        self.day = Some(plan.facts.as_of.day);
        self.run();
    }

    /// Finds anew. Where nothing is typed, everything is listed as soon as one goes to the results or filters them.
    fn run(&mut self) {
        self.row = 0;
        let lists_all = self.in_results || self.filter != Filter::default();
        let filter = Filter { workarounds_on: self.day, ..self.filter };
        self.hits = match self.index.get() {
            Some(index) if lists_all || !self.is_blank() => index.search(self.field.text(), &filter),
            _ => Vec::new(),
        };
    }

    /// Whether nothing is typed.
    pub fn is_blank(&self) -> bool {
        self.field.text().trim().is_empty()
    }

    /// How many entries there are to find.
    pub fn total(&self) -> usize {
        self.index.get().map_or(0, Index::len)
    }

    /// Lets the filter go by another day.
    pub(super) fn plan_for(&mut self, day: Day) {
        self.filter.standing = self.filter.standing.map(|standing| standing.on(day));
        if self.day.replace(day).is_some_and(|before| before != day) {
            self.run();
        }
    }

    /// The bytes of the title of a hit that match what was typed.
    pub fn matched(&self, hit: &Hit) -> Vec<Range<usize>> {
        self.index.get().map_or_else(Vec::new, |index| index.matched(self.field.text(), hit))
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

impl App<'_> {
    /// Takes a key that types into the search field; says whether it did.
    pub(super) fn type_search(&mut self, key: KeyPress) -> bool {
        let before = self.search.field.text().to_owned();
        let is_taken = self.search.field.press(key);
        if self.search.field.text() != before {
            self.search.run();
        }
        is_taken
    }

    pub(super) fn paste_search(&mut self, text: &str) {
        self.search.in_results = false;
        self.search.field.insert(text);
        self.search.run();
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
        self.search.run();
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
        self.search.run();
    }

    /// A question is opened, anything else shown as a page.
    fn open_hit(&mut self) {
        match self.search.marked() {
            Some(Entry::Question(question)) => self.open_question(question),
            Some(entry) => {
                let page = self.plan.entry_page(entry);
                self.open(Overlay::Page(PageBox { page, scroll: 0 }));
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
