//! Everything about one entry, as data.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Event, Limitation, Support, Way, Workaround};
use crate::model::date::{PartialDate, Period};
use crate::model::question::Question;
use crate::model::text::Text;
use crate::report::availability::{after_level, holds, levels, state};
use crate::report::bibliography::{Bibliography, Work};
use crate::report::words::without;
use crate::search::Entry;
use crate::shell::headless::gist::availability;

/// Everything about one entry. Parts that its kind does not have are absent.
#[derive(Serialize, Default)]
pub(super) struct Sheet<'k> {
    schema_version: u32,
    pub(super) id: &'k str,
    pub(super) kind: &'static str,
    pub(super) topic: &'k str,
    pub(super) title: &'k str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) on_the_day: Option<OnTheDay<'k>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) today: Option<OnTheDay<'k>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<&'k str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) alternatives: Vec<&'k str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) restriction: Option<Restriction<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) choices: Vec<Offered<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) time_lines: Vec<TimeLine<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) limits: Vec<Named<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) needed_by: Vec<NeededBy<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) limitations: Vec<Restricting<'k>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) keywords: Vec<&'k str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) cited: Vec<String>,
    pub(super) sources: Vec<Published>,
}

/// What is so on the day that was asked for, or today.
#[derive(Serialize)]
pub(super) struct OnTheDay<'k> {
    pub(super) as_of: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) holds: Option<bool>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) support: BTreeMap<&'k str, &'static str>,
    /// Whether each alternative that it concerns can be had.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) availability: BTreeMap<&'k str, &'static str>,
    #[serde(skip)]
    pub(super) words: String,
}

#[derive(Serialize)]
pub(super) struct Restriction<'k> {
    pub(super) alternative: &'k str,
    pub(super) severity: &'static str,
    #[serde(flatten)]
    pub(super) period: Span,
    pub(super) workaround: Option<&'k str>,
    pub(super) way: Option<&'static str>,
    #[serde(skip)]
    pub(super) without: Option<&'static str>,
    /// The workarounds, where they do not hold as long as the restriction.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) workarounds: Vec<InTime<'k>>,
}

/// A workaround and when it can be done.
#[derive(Serialize)]
pub(super) struct InTime<'k> {
    #[serde(flatten)]
    pub(super) period: Span,
    pub(super) text: &'k str,
    pub(super) way: Option<&'static str>,
    pub(super) cited: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Offered<'k> {
    pub(super) id: &'k str,
    pub(super) label: &'k str,
    pub(super) hint: &'k str,
    pub(super) needs: Vec<Named<'k>>,
}

#[derive(Serialize)]
pub(super) struct TimeLine<'k> {
    pub(super) alternative: &'k str,
    pub(super) title: &'k str,
    /// What has become of it by the day.
    #[serde(skip)]
    pub(super) state: Option<String>,
    pub(super) periods: Vec<Stretch<'k>>,
    pub(super) life_cycle: Vec<Phase<'k>>,
}

#[derive(Serialize)]
pub(super) struct Stretch<'k> {
    #[serde(flatten)]
    pub(super) period: Span,
    pub(super) level: &'static str,
    pub(super) preview: bool,
    pub(super) according_to: Option<&'k str>,
    pub(super) note: Option<&'k str>,
    pub(super) cited: Vec<String>,
    /// The level, with what has become of the alternative by the day.
    #[serde(skip)]
    pub(super) words: String,
}

#[derive(Serialize)]
pub(super) struct Phase<'k> {
    pub(super) from: String,
    pub(super) availability: &'static str,
    pub(super) note: &'k str,
    pub(super) cited: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Span {
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    #[serde(skip)]
    pub(super) words: String,
}

#[derive(Serialize)]
pub(super) struct Named<'k> {
    pub(super) id: &'k str,
    pub(super) title: &'k str,
}

#[derive(Serialize)]
pub(super) struct NeededBy<'k> {
    pub(super) question: &'k str,
    pub(super) ask: &'k str,
    pub(super) choice: &'k str,
    pub(super) label: &'k str,
}

#[derive(Serialize)]
pub(super) struct Restricting<'k> {
    pub(super) id: &'k str,
    pub(super) title: &'k str,
    pub(super) alternative: &'k str,
    pub(super) severity: &'static str,
    #[serde(flatten)]
    pub(super) period: Span,
    /// What has become of the alternative by the day.
    #[serde(skip)]
    pub(super) state: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Published {
    pub(super) number: usize,
    pub(super) id: String,
    pub(super) publisher: Text,
    pub(super) title: Text,
    pub(super) url: Text,
    pub(super) date: String,
    pub(super) verified: String,
    pub(super) reading: String,
}

impl<'k> Sheet<'k> {
    /// `is_asked` says whether somebody asked for the day of the facts, which is today otherwise.
    pub(super) fn of(entry: Entry, facts: &Facts<'k>, is_asked: bool) -> Self {
        let base = facts.base;
        let on_the_day = OnTheDay::of(entry, facts, is_asked);
        let (on_the_day, today) = if is_asked { (on_the_day, None) } else { (None, on_the_day) };
        let mut bibliography = Bibliography::default();
        let mut sheet = Self {
            schema_version: 1,
            id: entry.id(base).as_str(),
            kind: entry.kind().word(),
            topic: &base.topics[entry.topic(base)].title,
            title: entry.title(base),
            on_the_day,
            today,
            ..Self::default()
        };
        match entry {
            Entry::Question(key) => sheet.question(&base.questions[key], base, &mut bibliography),
            Entry::Capability(key) => sheet.capability(key, facts, &mut bibliography),
            Entry::Limitation(key) | Entry::Workaround(key, _) => {
                sheet.limitation(&base.limitations[key], base, is_asked.then_some(facts), &mut bibliography);
            }
            Entry::Event(key) => sheet.event(&base.events[key], base, &mut bibliography),
        }
        sheet.sources = bibliography.works(base).into_iter().map(Published::of).collect();
        sheet
    }

    fn question(&mut self, question: &'k Question, base: &'k KnowledgeBase, bibliography: &mut Bibliography) {
        self.text = Some(&question.why);
        self.cited = cited(bibliography.cite(&question.sources));
        let offered = question.choices.iter().map(|choice| Offered {
            id: choice.id.as_str(),
            label: &choice.label,
            hint: &choice.hint,
            needs: choice.needs.iter().map(|key| Named::of(*key, base)).collect(),
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
        let limiting = base.limitations.iter().filter(|(_, limitation)| limitation.limits.contains(&key));
        self.limitations = limiting.map(|(_, limitation)| Restricting::of(limitation, facts)).collect();
    }

    fn limitation(
        &mut self,
        limitation: &'k Limitation,
        base: &'k KnowledgeBase,
        facts: Option<&Facts<'k>>,
        bibliography: &mut Bibliography,
    ) {
        let in_force = match facts {
            Some(facts) => facts.workaround(limitation),
            None => limitation.workarounds.last(),
        };
        self.text = limitation.text.as_deref();
        self.keywords = limitation.keywords.iter().map(Text::as_str).collect();
        self.limits = limitation.limits.iter().map(|key| Named::of(*key, base)).collect();
        self.needed_by = limitation.limits.iter().flat_map(|key| needed_by(*key, base)).collect();
        self.cited = cited(bibliography.cite(&limitation.sources));
        let dated = limitation.workarounds.iter().filter(|workaround| workaround.period != limitation.period);
        let in_time = |workaround: &'k Workaround| InTime {
            period: Span::of(workaround.period),
            text: &workaround.text,
            way: workaround.way.map(Way::phrase),
            cited: cited(bibliography.cite(&workaround.sources)),
        };
        self.restriction = Some(Restriction {
            alternative: base.alternatives[limitation.side].id.as_str(),
            severity: limitation.severity.word(),
            period: Span::of(limitation.period),
            workaround: in_force.map(|workaround| workaround.text.as_str()),
            way: in_force.and_then(|workaround| workaround.way).map(Way::phrase),
            without: facts.filter(|facts| facts.holds(limitation)).and_then(|facts| without(facts, limitation)),
            workarounds: dated.map(in_time).collect(),
        });
    }

    fn event(&mut self, event: &'k Event, base: &'k KnowledgeBase, bibliography: &mut Bibliography) {
        self.text = Some(&event.text);
        self.date = Some(event.date.to_string());
        self.alternatives = event.sides.iter().map(|side| base.alternatives[*side].id.as_str()).collect();
        self.keywords = event.keywords.iter().map(Text::as_str).collect();
        self.cited = cited(bibliography.cite(&event.sources));
    }
}

fn cited(citations: Vec<crate::report::bibliography::Cited>) -> Vec<String> {
    citations.into_iter().map(|citation| citation.to_string()).collect()
}

fn needed_by(key: Key<Capability>, base: &KnowledgeBase) -> Vec<NeededBy<'_>> {
    let questions = base.questions.iter().map(|(_, question)| question);
    let needing = questions.flat_map(|question| {
        let choices = question.choices.iter().filter(move |choice| choice.needs.contains(&key));
        choices.map(move |choice| NeededBy {
            question: question.id.as_str(),
            ask: &question.ask,
            choice: choice.id.as_str(),
            label: &choice.label,
        })
    });
    needing.collect()
}

impl<'k> OnTheDay<'k> {
    /// Questions are asked on any day.
    fn of(entry: Entry, facts: &Facts<'k>, is_asked: bool) -> Option<Self> {
        let base = facts.base;
        let mut on_the_day = Self {
            as_of: facts.as_of.day.to_string(),
            holds: None,
            support: BTreeMap::new(),
            availability: availability(entry, facts),
            words: String::new(),
        };
        let day = facts.as_of.day.words();
        let day = if is_asked { format!("On {day}") } else { format!("Today, {day}") };
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
        on_the_day.words = format!("{day}: {said}");
        Some(on_the_day)
    }
}

impl<'k> TimeLine<'k> {
    fn of(side: Side, support: &'k [Support], facts: &Facts<'k>, bibliography: &mut Bibliography) -> Self {
        let (base, day) = (facts.base, facts.as_of.day);
        let alternative = &base.alternatives[side];
        let mut own: Vec<&Support> = support.iter().filter(|entry| entry.side == side).collect();
        own.sort_by_key(|entry| (entry.according_to.is_some(), entry.period.from.map(PartialDate::first_day)));
        let stretch = |entry: &'k Support, bibliography: &mut Bibliography| Stretch {
            period: Span::of(entry.period),
            level: entry.level.word(),
            preview: entry.preview,
            according_to: entry.according_to.map(|source| base.sources[source].title.as_str()),
            note: entry.note.as_deref(),
            cited: cited(bibliography.cite(&entry.sources)),
            words: match entry.period.until {
                Some(_) => entry.level.word().to_owned(),
                None => format!("{}{}", entry.level.word(), after_level(entry.level, base, side, day)),
            },
        };
        Self {
            alternative: alternative.id.as_str(),
            title: &alternative.title,
            state: state(base, side, day),
            periods: own.into_iter().map(|entry| stretch(entry, bibliography)).collect(),
            life_cycle: alternative
                .phases
                .iter()
                .map(|phase| Phase {
                    from: phase.from.to_string(),
                    availability: phase.availability.word(),
                    note: &phase.note,
                    cited: cited(bibliography.cite(&phase.sources)),
                })
                .collect(),
        }
    }
}

impl Span {
    fn of(period: Period) -> Self {
        let text = |date: Option<PartialDate>| date.map(|date| date.to_string());
        Self { from: text(period.from), until: text(period.until), words: period.words() }
    }
}

impl<'k> Named<'k> {
    fn of(key: Key<Capability>, base: &'k KnowledgeBase) -> Self {
        let capability = &base.capabilities[key];
        Self { id: capability.id.as_str(), title: &capability.title }
    }
}

impl<'k> Restricting<'k> {
    fn of(limitation: &'k Limitation, facts: &Facts<'k>) -> Self {
        let base = facts.base;
        Self {
            id: limitation.id.as_str(),
            title: &limitation.title,
            alternative: base.alternatives[limitation.side].id.as_str(),
            severity: limitation.severity.word(),
            period: Span::of(limitation.period),
            state: state(base, limitation.side, facts.as_of.day),
        }
    }
}

impl Published {
    fn of(work: Work) -> Self {
        let Work { number, id, publisher, title, url, date, verified, reading } = work;
        Self { number, id, publisher, title, url, date, verified, reading }
    }
}
