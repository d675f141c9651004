//! Everything that is known, found as one types.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::{Entry, EntryKind};
use crate::model::alternative::Side;
use crate::model::capability::Severity;
use crate::model::date::Day;
use crate::report::entry::kind_words;
use crate::search::{self, Filter, Hit, Index, Standing};

use super::{Action, Cursor, Cx, Flow, Plan, ScreenComponent, Typing};
use crate::app::context::{Context, Screen};
use crate::app::field::Field;
use crate::app::popup::page::PageBox;
use crate::app::requirement;

/// What is said where no result is marked.
const NOTHING_FOUND: &str = "Nothing is found, so there is nothing to open.";

/// The words of the knowledge, gathered once for all plans of a window: by the shell after the first frame, or else when
/// something is first searched for.
pub type SharedIndex = Arc<OnceLock<Index>>;

/// The search.
#[derive(Debug, Default)]
pub struct SearchScreen {
    pub(crate) field: Field,
    /// What was found.
    pub hits: Vec<Hit>,
    pub(crate) cursor: Cursor,
    /// Whether the results have the focus, not the field.
    pub in_results: bool,
    pub(crate) filter: Filter,
    pub(in crate::app) index: SharedIndex,
    day: Option<Day>,
}

impl ScreenComponent for SearchScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let Some(rest) = self.cursor.take(action, self.hits.len(), cx.reach) else { return Flow::Done };
        match rest {
            Action::NextPart => self.enter_results(cx),
            Action::PreviousPart | Action::Go(Screen::Search) => self.in_results = false,
            Action::Back if self.in_results => self.in_results = false,
            Action::Confirm => {
                self.in_results |= matches!(action, Action::Row(_));
                return self.open(cx);
            }
            Action::Require => match self.marked() {
                Some(entry) => return requirement::require(cx, entry),
                None => cx.mention(NOTHING_FOUND),
            },
            Action::Copy => match self.marked() {
                Some(entry) => cx.copy(&cx.plan.entry_page(entry)),
                None => return Flow::Ignored,
            },
            _ => return Flow::done_if(self.narrow(&cx.plan, rest)),
        }
        Flow::Done
    }

    fn enter(&mut self, cx: &mut Cx<'_>) {
        self.prepare(&cx.plan);
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let day = cx.plan.facts.as_of.day;
        if self.day.is_some_and(|before| before != day) {
            self.plan_for(day);
            self.run(cx.plan.base);
        }
    }

    fn type_in(&mut self, cx: &Cx<'_>, typed: &Typing<'_>) -> bool {
        if self.in_results {
            return false;
        }
        let before = self.field.text().to_owned();
        self.field.take(typed);
        if self.field.text() != before {
            self.run(cx.plan.base);
        }
        true
    }
}

impl SearchScreen {
    /// A search over these words.
    pub(in crate::app) fn over(index: SharedIndex) -> Self {
        Self { index, ..Self::default() }
    }

    pub(crate) fn context(&self) -> Context {
        if self.in_results { Context::Results } else { Context::Search }
    }

    /// Shows the search as it was left, with the focus on the field.
    pub(crate) fn prepare(&mut self, plan: &Plan<'_>) {
        self.in_results = false;
        self.plan_for(plan.facts.as_of.day);
        self.run(plan.base);
    }

    /// Looks for some words.
    pub(crate) fn find(&mut self, cx: &Cx<'_>, words: &str) {
        self.prepare(&cx.plan);
        self.field.clear();
        self.field.insert(words);
        self.run(cx.plan.base);
    }

    /// Finds anew. Where nothing is typed, everything is listed as soon as one goes to the results or filters them.
    /// The screen itself needs no words yet: it is there at once.
    fn run(&mut self, base: &KnowledgeBase) {
        self.cursor = Cursor::default();
        self.hits = Vec::new();
        if self.in_results || self.filter != Filter::default() || !self.is_blank() {
            let filter = Filter { day: self.day, ..self.filter };
            let index = self.index.get_or_init(|| Index::of(base));
            self.hits = search::search(index, self.field.text(), &filter);
        }
    }

    /// Whether nothing is typed.
    pub(crate) fn is_blank(&self) -> bool {
        self.field.text().trim().is_empty()
    }

    /// How many entries there are to find.
    pub(crate) fn total(&self) -> usize {
        self.index.get().map_or(0, Index::entries)
    }

    /// Lets the filter go by a day.
    fn plan_for(&mut self, day: Day) {
        self.day = Some(day);
        self.filter.standing = self.filter.standing.map(|standing| standing.on(day));
    }

    /// The bytes of the title of a hit that match what was typed.
    pub fn matched(&self, hit: &Hit) -> Vec<Range<usize>> {
        self.index.get().map_or_else(Vec::new, |index| search::matched(index, self.field.text(), hit))
    }

    pub(crate) fn marked(&self) -> Option<Entry> {
        self.hits.get(self.cursor.row).map(|hit| hit.entry)
    }

    /// The kinds of filters in words, for those that are set.
    pub(crate) fn filter_words(&self, plan: &Plan<'_>) -> Vec<String> {
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

    fn enter_results(&mut self, cx: &mut Cx<'_>) {
        let cursor = self.cursor;
        self.in_results = true;
        self.run(cx.plan.base);
        self.cursor = cursor;
        if self.hits.is_empty() && self.filter == Filter::default() {
            self.in_results = false;
            cx.mention("Nothing found yet. Type another word.");
        }
    }

    /// Goes on to the next value of a filter; says whether the action was about one.
    pub(crate) fn narrow(&mut self, plan: &Plan<'_>, action: Action) -> bool {
        let day = plan.facts.as_of.day;
        let topics = plan.base.topics.keys();
        let filter = &mut self.filter;
        match action {
            Action::FilterArea => filter.side = after(Side::BOTH, filter.side),
            Action::FilterKind => filter.kind = after(EntryKind::ALL, filter.kind),
            Action::FilterSeverity => filter.severity = after(Severity::ALL, filter.severity),
            Action::FilterDay => {
                filter.standing = after([Standing::Holds(day), Standing::Lifted(day)], filter.standing);
            }
            Action::NextTopic => filter.topic = after(topics, filter.topic),
            Action::PreviousTopic => filter.topic = after(topics.rev(), filter.topic),
            Action::NoFilter => *filter = Filter::default(),
            _ => return false,
        }
        self.run(plan.base);
        true
    }

    /// A question is gone to, anything else shown as a page.
    fn open(&self, cx: &mut Cx<'_>) -> Flow {
        match self.marked() {
            Some(Entry::Question(question)) => Flow::Question(question, None),
            Some(entry) => PageBox::of(cx.plan.entry_page(entry)).into(),
            None => {
                cx.mention(NOTHING_FOUND);
                Flow::Done
            }
        }
    }
}

/// The value after another one; none after the last, the first after none.
fn after<T: PartialEq>(values: impl IntoIterator<Item = T>, current: Option<T>) -> Option<T> {
    let mut values = values.into_iter();
    match current {
        Some(current) => values.skip_while(|value| *value != current).nth(1),
        None => values.next(),
    }
}
