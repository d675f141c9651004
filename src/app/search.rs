//! Everything that is known, found as one types.

use std::fmt::Write as _;
use std::ops::Range;

use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Event, Limitation, Support};
use crate::model::question::Question;
use crate::model::source::Citation;
use crate::report::words::{how_well, name_first};
use crate::search::{Entry, EntryKind, Filter, Hit, Index, Standing};

use super::action::Action;
use super::field::Field;
use super::key::KeyPress;
use super::overlay::{Overlay, SheetBox};
use super::plan::Plan;
use super::sheet::{Block, Sheet};
use super::{App, Screen};

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
    index: Option<Index>,
}

impl Search {
    /// Gathers all words, the first time the search is opened.
    pub(super) fn prepare(&mut self, plan: &Plan<'_>) {
        if self.index.is_none() {
            self.index = Some(Index::of(plan.base));
        }
        self.run();
    }

    fn run(&mut self) {
        self.row = 0;
        self.hits = match &self.index {
            Some(index) if !self.field.text().trim().is_empty() => index.search(self.field.text(), &self.filter),
            _ => Vec::new(),
        };
    }

    /// The bytes of the title of a hit that match what was typed.
    pub fn matched(&self, hit: &Hit) -> Vec<Range<usize>> {
        self.index.as_ref().map_or_else(Vec::new, |index| index.matched(self.field.text(), hit))
    }

    /// The entry that is marked.
    pub fn marked(&self) -> Option<Entry> {
        self.hits.get(self.row).map(|hit| hit.entry)
    }

    /// The kinds of filters in words, for those that are set.
    pub fn filter_words(&self, plan: &Plan<'_>) -> Vec<String> {
        let mut words = Vec::new();
        if let Some(side) = self.filter.side {
            words.push(format!("only {}", plan.base.alternatives[side].short));
        }
        if let Some(kind) = self.filter.kind {
            words.push(format!("only {}", kind_words(kind)));
        }
        match self.filter.standing {
            Some(Standing::Holds(_)) => words.push("only what holds on the day planned for".to_owned()),
            Some(Standing::Lifted(_)) => words.push("only what no longer holds".to_owned()),
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
        EntryKind::Event => "events",
    }
}

/// A kind of entry as the label of one.
pub fn kind_word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Question => "question",
        EntryKind::Capability => "feature",
        EntryKind::Limitation => "limit",
        EntryKind::Event => "event",
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
            Action::NextPart if search.hits.is_empty() => self.say("Nothing found yet. Type another word."),
            Action::NextPart => search.in_results = true,
            Action::PreviousPart | Action::Search => search.in_results = false,
            Action::Row(row) if row <= last => {
                (search.row, search.in_results) = (row, true);
                self.open_hit();
            }
            Action::Confirm => self.open_hit(),
            Action::FilterArea | Action::FilterKind | Action::FilterDay => self.filter(action),
            _ => {}
        }
    }

    fn filter(&mut self, action: Action) {
        let day = self.plan.facts.as_of.day;
        let filter = &mut self.search.filter;
        match action {
            Action::FilterArea => {
                filter.side = match filter.side {
                    None => Some(Side::First),
                    Some(Side::First) => Some(Side::Second),
                    Some(Side::Second) => None,
                }
            }
            Action::FilterKind => {
                let here = filter.kind.and_then(|kind| EntryKind::ALL.iter().position(|known| *known == kind));
                filter.kind = EntryKind::ALL.get(here.map_or(0, |here| here + 1)).copied();
            }
            _ => {
                filter.standing = match filter.standing {
                    None => Some(Standing::Holds(day)),
                    Some(Standing::Holds(_)) => Some(Standing::Lifted(day)),
                    Some(Standing::Lifted(_)) => None,
                }
            }
        }
        self.search.run();
    }

    /// A question is opened, anything else shown as a page.
    fn open_hit(&mut self) {
        match self.search.marked() {
            Some(Entry::Question(question)) => self.open_question(question),
            Some(entry) => {
                let sheet = self.plan.entry_sheet(entry);
                self.open(Overlay::Sheet(SheetBox { sheet, scroll: 0 }));
            }
            None => {}
        }
    }

    /// Opens the search with an empty field, or as it was left.
    pub(super) fn open_search(&mut self) {
        self.search.in_results = false;
        self.search.prepare(&self.plan);
        self.show(Screen::Search);
    }
}

impl Plan<'_> {
    /// Everything about an entry: periods, sources, and whether it touches the plan.
    pub fn entry_sheet(&self, entry: Entry) -> Sheet {
        let mut sheet = Sheet::new(entry.title(self.base));
        match entry {
            Entry::Question(key) => self.question_sheet(&self.base.questions[key], &mut sheet),
            Entry::Capability(key) => self.capability_sheet(key, &mut sheet),
            Entry::Limitation(key) => self.limitation_sheet(&self.base.limitations[key], &mut sheet),
            Entry::Event(key) => self.event_sheet(&self.base.events[key], &mut sheet),
        }
        sheet
    }

    fn question_sheet(&self, question: &Question, sheet: &mut Sheet) {
        sheet.quiet("A question of the interview. Enter goes to it.");
        sheet.text(&question.why);
        for choice in &question.choices {
            sheet.blocks.push(Block::Item(choice.label.clone()));
        }
        sheet.sources(&self.citations(&question.sources));
    }

    fn capability_sheet(&self, key: Key<Capability>, sheet: &mut Sheet) {
        let capability = &self.base.capabilities[key];
        sheet.text(&self.touches(&[key]));
        for side in Side::BOTH {
            sheet.blocks.push(Block::Heading(self.heading(side)));
            for support in capability.support.iter().filter(|support| support.side == side) {
                sheet.blocks.push(Block::Support { side, level: support.level, text: self.support_words(support) });
            }
        }
        let cited: Vec<Citation> = capability.support.iter().flat_map(|support| support.sources.clone()).collect();
        sheet.sources(&self.citations(&cited));
    }

    /// The name of an area, and that it is gone if it is.
    fn heading(&self, side: Side) -> String {
        let name = name_first(self.base, side);
        match self.base.alternatives[side].end(self.facts.as_of.day) {
            Some(end) => format!("{name} ({} {})", end.availability.word(), end.from.words()),
            None => name,
        }
    }

    fn support_words(&self, support: &Support) -> String {
        let mut text = format!("{} {}", how_well(support.level), support.period.words());
        if support.preview {
            text.push_str(", a preview");
        }
        if let Some(source) = support.according_to {
            let _ = write!(text, " (only according to {})", self.base.sources[source].title);
        }
        if let Some(note) = &support.note {
            let _ = write!(text, ". {note}");
        }
        text
    }

    fn limitation_sheet(&self, limitation: &Limitation, sheet: &mut Sheet) {
        sheet.quiet(&format!("{}, {}", self.heading(limitation.side), limitation.period.words()));
        let holds = if self.facts.holds(limitation) { "Holds" } else { "Does not hold" };
        sheet.quiet(&format!("{holds} on the day planned for: {}.", self.day_words()));
        sheet.text(limitation.text.as_deref().unwrap_or_default());
        sheet.blocks.push(Block::Limit {
            side: None,
            severity: limitation.severity,
            title: limitation.title.clone(),
            workaround: limitation.workaround.clone(),
        });
        sheet.text(&self.touches(&limitation.limits));
        sheet.sources(&self.citations(&limitation.sources));
    }

    fn event_sheet(&self, event: &Event, sheet: &mut Sheet) {
        sheet.quiet(&event.date.words());
        sheet.text(&event.text);
        sheet.sources(&self.citations(&event.sources));
    }

    /// Whether any of these capabilities is a requirement of the plan.
    fn touches(&self, capabilities: &[Key<Capability>]) -> String {
        let hit: Vec<String> = self
            .verdict
            .requirements
            .iter()
            .filter(|requirement| capabilities.contains(&requirement.capability))
            .map(|requirement| format!("{} ({})", requirement.number, requirement.importance.word()))
            .collect();
        if hit.is_empty() {
            "Not touched by your answers.".to_owned()
        } else {
            format!("Touches your {}.", hit.join(", "))
        }
    }

    fn citations(&self, citations: &[Citation]) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for citation in citations {
            let source = &self.base.sources[citation.source];
            let place = citation.place.as_deref().map_or_else(String::new, |place| format!(" ({place})"));
            let line =
                format!("{}, {}{place}, {}: {}", source.publisher, source.title, source.date.words(), source.url);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }
}
