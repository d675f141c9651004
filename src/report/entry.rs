//! Everything about one entry of the knowledge: as data, which is what programs read, and from the same data as a page.

mod correction;
mod gist;
mod links;
mod page;
mod shared;
mod time_line;

pub(crate) use correction::correction;
pub(crate) use gist::{availability, gist, kind_word, kind_words, whose_is_gone};
pub(crate) use page::{Audience, page, touched};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::{Entry, EntryKind};
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Event, Limitation, Limits, Severity, Way, Workaround};
use crate::model::nouns::Noun;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::model::work::Effort;

use super::availability::{holds, levels};
use super::bibliography::{Bibliography, Cited, Work};
use super::words::without;
use super::work::asks;
use links::{Named, NeededBy, Restricting, needed_by};
use shared::{Span, area, citations, kind, severity};
use time_line::TimeLine;

/// Everything about one entry. Parts that its kind does not have are absent.
#[derive(Debug, Serialize)]
pub(crate) struct EntryFacts<'k> {
    schema_version: u32,
    id: &'k str,
    #[serde(serialize_with = "kind")]
    kind: EntryKind,
    topic: &'k str,
    title: &'k str,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_the_day: Option<OnTheDay<'k>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    today: Option<OnTheDay<'k>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'k str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<&'k str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    restriction: Option<Restriction<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<Offered<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    time_lines: Vec<TimeLine<'k>>,
    /// What each of the alternatives is called that have these lines.
    #[serde(skip)]
    noun: &'k Noun,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    limits: Vec<Named<'k>>,
    /// Whether what it limits are two that get in each other's way, so that it holds only where both are wanted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    limits_together: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    needed_by: Vec<NeededBy<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    limitations: Vec<Restricting<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<&'k str>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "citations")]
    cited: Vec<Cited>,
    sources: Vec<Work>,
}

/// What is so on the day that was asked for, or today.
#[derive(Debug, Serialize)]
struct OnTheDay<'k> {
    as_of: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    holds: Option<bool>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    support: BTreeMap<&'k str, &'static str>,
    /// Whether each alternative that it concerns can be had.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    availability: BTreeMap<&'k str, &'static str>,
    #[serde(skip)]
    words: String,
}

#[derive(Debug, Serialize)]
struct Restriction<'k> {
    alternative: &'k str,
    #[serde(skip)]
    side: Side,
    /// The name of the area, and what has become of it by the day.
    #[serde(skip)]
    area: String,
    #[serde(serialize_with = "severity")]
    severity: Severity,
    #[serde(flatten)]
    period: Span,
    workaround: Option<&'k str>,
    /// Who can do it.
    who: Option<&'static str>,
    /// How much work it is.
    effort: Option<&'static str>,
    /// Both in words, with what must be there first.
    #[serde(skip)]
    asks: String,
    way: Option<&'static str>,
    #[serde(skip)]
    without: Option<&'static str>,
    /// The workarounds, where there are several or one does not hold as long as the restriction.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    workarounds: Vec<InTime<'k>>,
}

/// A workaround and when it can be done.
#[derive(Debug, Serialize)]
struct InTime<'k> {
    #[serde(flatten)]
    period: Span,
    text: &'k str,
    who: Option<&'static str>,
    effort: Option<&'static str>,
    #[serde(skip)]
    asks: String,
    way: Option<&'static str>,
    #[serde(serialize_with = "citations")]
    cited: Vec<Cited>,
}

#[derive(Debug, Serialize)]
struct Offered<'k> {
    id: &'k str,
    label: &'k str,
    hint: &'k str,
    needs: Vec<Named<'k>>,
    phrases: Vec<&'k str>,
}

impl<'k> EntryFacts<'k> {
    /// Gathers everything about an entry. `is_asked` says whether somebody asked for the day of the facts, which is today
    /// otherwise; `on_day` is that day as a sentence begins: `Today, 24 November 2026`.
    pub(crate) fn of(entry: Entry, facts: &Facts<'k>, is_asked: bool, on_day: &str) -> Self {
        let base = facts.base;
        let mut bibliography = Bibliography::default();
        let mut all = Self::blank(entry, base);
        let so = OnTheDay::of(entry, facts, on_day);
        *(if is_asked { &mut all.on_the_day } else { &mut all.today }) = so;
        match entry {
            Entry::Question(key) => all.question(&base.questions[key], base, &mut bibliography),
            Entry::Capability(key) => all.capability(key, facts, &mut bibliography),
            Entry::Limitation(key) | Entry::Workaround(key, _) => {
                all.limitation(&base.limitations[key], facts, is_asked, &mut bibliography);
            }
            Entry::Event(key) => all.event(&base.events[key], base, &mut bibliography),
        }
        all.sources = bibliography.works(base);
        all
    }

    fn blank(entry: Entry, base: &'k KnowledgeBase) -> Self {
        Self {
            schema_version: 1,
            id: entry.id(base).as_str(),
            kind: entry.kind(),
            topic: &base.topics[entry.topic(base)].title,
            title: entry.title(base),
            on_the_day: None,
            today: None,
            text: None,
            date: None,
            alternatives: Vec::new(),
            restriction: None,
            choices: Vec::new(),
            time_lines: Vec::new(),
            noun: &base.nouns.alternative,
            limits: Vec::new(),
            limits_together: false,
            needed_by: Vec::new(),
            limitations: Vec::new(),
            keywords: Vec::new(),
            cited: Vec::new(),
            sources: Vec::new(),
        }
    }

    fn question(&mut self, question: &'k Question, base: &'k KnowledgeBase, bibliography: &mut Bibliography) {
        self.text = Some(&question.why);
        self.cited = bibliography.cite(&question.sources);
        let offered = question.choices.iter().map(|choice| Offered {
            id: choice.id.as_str(),
            label: &choice.label,
            hint: &choice.hint,
            needs: choice.needs.iter().map(|key| Named::of(*key, base)).collect(),
            phrases: choice.phrases.iter().map(Text::as_str).collect(),
        });
        self.choices = offered.collect();
    }

    fn capability(&mut self, key: Key<Capability>, facts: &Facts<'k>, bibliography: &mut Bibliography) {
        let base = facts.base;
        let capability = &base.capabilities[key];
        self.keywords = capability.keywords.iter().map(Text::as_str).collect();
        self.time_lines =
            Side::BOTH.map(|side| TimeLine::of(side, &capability.support, facts, bibliography)).into_iter().collect();
        self.needed_by = needed_by(key, base);
        let all = base.limitations.iter().map(|(_, limitation)| limitation);
        let limiting = all.filter(|limitation| limitation.limits.capabilities().contains(&key));
        self.limitations = limiting.map(|limitation| Restricting::of(limitation, key, facts)).collect();
    }

    fn limitation(
        &mut self,
        limitation: &'k Limitation,
        facts: &Facts<'k>,
        is_asked: bool,
        bibliography: &mut Bibliography,
    ) {
        let base = facts.base;
        let in_force = if is_asked { facts.workaround(limitation) } else { limitation.workarounds.last() };
        self.text = limitation.text.as_deref();
        self.keywords = limitation.keywords.iter().map(Text::as_str).collect();
        let limited = limitation.limits.capabilities();
        self.limits = limited.iter().map(|key| Named::of(*key, base)).collect();
        self.limits_together = matches!(limitation.limits, Limits::Together(_));
        self.needed_by = limited.iter().flat_map(|key| needed_by(*key, base)).collect();
        self.cited = bibliography.cite(&limitation.sources);
        let several = limitation.workarounds.len() > 1;
        let dated = limitation.workarounds.iter().filter(|one| several || one.period != limitation.period);
        let in_time = |workaround: &'k Workaround| InTime {
            period: Span::of(workaround.period),
            text: &workaround.text,
            who: workaround.who.map(|who| who.word(&base.nouns)),
            effort: workaround.effort.map(Effort::word),
            asks: asks(base, workaround),
            way: workaround.way.map(Way::phrase),
            cited: bibliography.cite(&workaround.sources),
        };
        self.restriction = Some(Restriction {
            alternative: base.alternatives[limitation.side].id.as_str(),
            side: limitation.side,
            area: area(base, limitation.side, facts.as_of.day),
            severity: limitation.severity,
            period: Span::of(limitation.period),
            workaround: in_force.map(|workaround| workaround.text.as_str()),
            who: in_force.and_then(|workaround| workaround.who).map(|who| who.word(&base.nouns)),
            effort: in_force.and_then(|workaround| workaround.effort).map(Effort::word),
            asks: in_force.map(|workaround| asks(base, workaround)).unwrap_or_default(),
            way: in_force.and_then(|workaround| workaround.way).map(Way::phrase),
            without: without(limitation, facts.workaround(limitation)).filter(|_| is_asked && facts.holds(limitation)),
            workarounds: dated.map(in_time).collect(),
        });
    }

    fn event(&mut self, event: &'k Event, base: &'k KnowledgeBase, bibliography: &mut Bibliography) {
        self.text = Some(&event.text);
        self.date = Some(event.date.to_string());
        self.alternatives = event.sides.iter().map(|side| base.alternatives[*side].id.as_str()).collect();
        self.keywords = event.keywords.iter().map(Text::as_str).collect();
        self.cited = bibliography.cite(&event.sources);
    }
}

impl<'k> OnTheDay<'k> {
    /// Questions are asked on any day.
    fn of(entry: Entry, facts: &Facts<'k>, on_day: &str) -> Option<Self> {
        let base = facts.base;
        let mut on_the_day = Self {
            as_of: facts.as_of.day.to_string(),
            holds: None,
            support: BTreeMap::new(),
            availability: availability(entry, facts),
            words: String::new(),
        };
        let said = match entry {
            Entry::Question(_) => return None,
            Entry::Capability(key) => {
                let level = |side: Side| (base.alternatives[side].id.as_str(), facts.level(key, side).word());
                on_the_day.support = Side::BOTH.map(level).into_iter().collect();
                levels(facts, key)
            }
            Entry::Limitation(key) | Entry::Workaround(key, _) => {
                let limitation = &base.limitations[key];
                on_the_day.holds = Some(facts.holds(limitation));
                holds(facts, limitation)
            }
            Entry::Event(key) => {
                let has_happened = base.events[key].date.first_day() <= facts.as_of.day;
                on_the_day.holds = Some(has_happened);
                if has_happened { "has happened".to_owned() } else { "is still to come".to_owned() }
            }
        };
        on_the_day.words = format!("{on_day}: {}.", said.trim_end_matches('.'));
        Some(on_the_day)
    }
}
