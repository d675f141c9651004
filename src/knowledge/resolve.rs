//! From entries as written to the model: ids become keys, and what a reference misses is reported.

mod journeys;
mod limitation;
mod nouns;
mod sizes;
mod source;
mod work;

use std::cmp::Reverse;

use crate::diagnostic::toml::At;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::alternative::{self, Pair, Side};
use crate::model::arena::{Arena, Key};
use crate::model::capability;
use crate::model::date::{PartialDate, Period};
use crate::model::name::Id;
use crate::model::question;
use crate::model::scoring::Scoring;
use crate::model::source::Citation;
use crate::model::text::Text;
use crate::model::topic::Topic;

use std::sync::OnceLock;

use work::setting;

use super::minutes;
use super::names::Names;
use super::raw::{self, Raw};
use super::shape::{self, Reference};
use super::{Band, Conflict, KnowledgeBase, Preset};

/// Resolves everything. Entries that cannot be resolved are reported and left out; then there is no knowledge base.
pub(super) fn resolve(raw: &Raw, names: &Names<'_>, findings: &mut Vec<Diagnostic>) -> Option<KnowledgeBase> {
    let advisor = &raw.advisor.as_ref()?.value;
    let mut resolver = Resolver { names, findings, topic: Key::new(0) };
    let mut topics = Topics::default();
    for topic in &raw.topics {
        resolver.topic(&topic.file, &mut topics);
    }
    topics.restrict();
    resolver.knowledge(raw, advisor, topics)
}

#[derive(Default)]
struct Topics {
    topics: Arena<Topic>,
    questions: Arena<question::Question>,
    capabilities: Arena<capability::Capability>,
    limitations: Arena<capability::Limitation>,
    events: Arena<capability::Event>,
}

impl Topics {
    /// Lists with each capability what restricts it.
    fn restrict(&mut self) {
        let mut limitations: Vec<_> = self.limitations.iter().collect();
        limitations.sort_by_key(|(_, limitation)| Reverse(limitation.severity));
        for (key, limitation) in limitations {
            for capability in limitation.limits.capabilities() {
                let Some(capability) = self.capabilities.get_mut(*capability) else { continue };
                match limitation.limits {
                    capability::Limits::Each(_) => capability.limitations.push(key),
                    capability::Limits::Together(_) => capability.limited_together.push(key),
                }
            }
        }
    }
}

fn text<const MAX: usize>(text: Option<&At<shape::Text<MAX>>>) -> Option<Text> {
    text.map(|text| text.value.0.clone().into())
}

fn texts<const MAX: usize>(texts: &[At<shape::Text<MAX>>]) -> Vec<Text> {
    texts.iter().map(|text| text.value.0.clone().into()).collect()
}

fn id(id: Option<&At<Id>>) -> Option<Id> {
    id.map(|id| id.value.clone())
}

fn value<T: Copy>(value: Option<&At<T>>) -> Option<T> {
    value.map(|value| value.value)
}

fn period(from: Option<&At<PartialDate>>, until: Option<&At<PartialDate>>) -> Period {
    Period { from: value(from), until: value(until) }
}

fn tile(entry: &raw::Capability) -> Option<capability::Tile> {
    Some(capability::Tile { label: text(entry.tile.as_ref())?, place: value(entry.place.as_ref())? })
}

fn scoring(raw: &raw::Scoring) -> Option<Scoring> {
    let number = |entry: &Option<At<u16>>| u8::try_from(entry.as_ref()?.value).ok();
    Some(Scoring {
        native: number(&raw.native)?,
        partial: number(&raw.partial)?,
        workaround: number(&raw.workaround)?,
        none: number(&raw.none)?,
        must: number(&raw.must)?,
        should: number(&raw.should)?,
        could: number(&raw.could)?,
        indifference: number(&raw.indifference)?,
    })
}

struct Resolver<'a, 'r> {
    names: &'a Names<'r>,
    findings: &'a mut Vec<Diagnostic>,
    topic: Key<Topic>,
}

impl Resolver<'_, '_> {
    /// All that the topics and the rest of the knowledge come to.
    fn knowledge(&mut self, raw: &Raw, advisor: &raw::Advisor, topics: Topics) -> Option<KnowledgeBase> {
        let caps = self.caps(raw);
        let review_days = value(advisor.review_days.as_ref()).unwrap_or(0);
        let facts_until = value(advisor.facts_until.as_ref());
        let sources = raw.sources.iter().filter_map(|entry| source::source(&entry.value, facts_until, review_days));
        let alternatives: Vec<_> =
            advisor.alternatives.iter().filter_map(|entry| self.alternative(&entry.value)).collect();
        let presets = advisor.presets.iter().filter_map(|entry| self.preset(&entry.value)).collect();
        let coexistence = advisor.coexistence.iter().filter_map(|entry| self.coexistence(&entry.value)).collect();
        let conflicts = advisor.conflicts.iter().filter_map(|entry| self.conflict(&entry.value)).collect();
        let prerequisites: Arena<_> =
            advisor.prerequisites.iter().filter_map(|entry| self.prerequisite(&entry.value)).collect();
        let met: Vec<_> = advisor.prerequisites.iter().flat_map(|entry| self.met(&entry.value)).collect();
        let apart = advisor.journeys_apart.iter().filter_map(|entry| self.journeys_apart(&entry.value)).collect();
        let bands = advisor.audit.iter().filter_map(|entry| self.band(&entry.value)).collect();
        let [first, second] = <[_; 2]>::try_from(alternatives).ok()?;
        Some(KnowledgeBase {
            title: text(advisor.title.as_ref())?,
            product: text(advisor.product.as_ref()),
            edition: text(advisor.edition.as_ref())?,
            facts_from: advisor.facts_from.as_ref()?.value,
            facts_until,
            review_days,
            minutes: minutes::of(&topics.questions),
            scoring: scoring(&advisor.scoring.as_ref()?.value)?,
            documentation: advisor.documentation.as_ref().and_then(|entry| source::documentation(&entry.value)),
            plan_example: text(advisor.plan_example.as_ref()),
            nouns: advisor.nouns.as_ref().map(|entry| nouns::nouns(&entry.value)).unwrap_or_default(),
            alternatives: Pair { first, second },
            presets,
            coexistence,
            conflicts,
            prerequisites: prerequisites.into(),
            met: met.into(),
            settings: advisor.settings.iter().filter_map(|entry| setting(&entry.value)).collect::<Vec<_>>().into(),
            journeys_apart: apart,
            bands,
            synonyms: advisor.synonyms.iter().map(|entry| texts(&entry.value.words)).collect::<Vec<_>>().into(),
            product_names: texts(&advisor.product_names).into(),
            filler: texts(&advisor.filler).into(),
            beginning_words: texts(&advisor.beginning_words).into(),
            moving_words: texts(&advisor.moving_words).into(),
            sources: sources.collect::<Arena<_>>().into(),
            topics: topics.topics,
            questions: topics.questions,
            capabilities: topics.capabilities.into(),
            limitations: topics.limitations.into(),
            caps,
            events: topics.events.into(),
            hash: OnceLock::new(),
        })
    }

    fn topic(&mut self, file: &raw::TopicFile, into: &mut Topics) {
        let Some(topic) = &file.topic else { return };
        let (Some(id), Some(title)) = (id(topic.value.id.as_ref()), text(topic.value.title.as_ref())) else { return };
        self.topic = into.topics.push(Topic { id, title });
        into.questions.extend(file.questions.iter().filter_map(|entry| self.question(&entry.value)));
        into.capabilities.extend(file.capabilities.iter().filter_map(|entry| self.capability(&entry.value)));
        into.limitations.extend(file.limitations.iter().filter_map(|entry| self.limitation(&entry.value)));
        into.events.extend(file.events.iter().filter_map(|entry| self.event(&entry.value)));
    }

    fn question(&mut self, entry: &raw::Question) -> Option<question::Question> {
        let condition = match &entry.show_if {
            Some(condition) => Some(self.condition(&condition.value.0)?),
            None => None,
        };
        let choices: Vec<_> = entry.choices.iter().map(|choice| self.choice(&choice.value)).collect();
        let sources = self.citations(&entry.sources);
        Some(question::Question {
            id: id(entry.id.as_ref())?,
            topic: self.topic,
            ask: text(entry.ask.as_ref())?,
            why: text(entry.why.as_ref())?,
            kind: value(entry.kind.as_ref())?,
            importance: value(entry.importance.as_ref())?,
            condition,
            fixed: value(entry.fixed.as_ref()).unwrap_or(false),
            who: text(entry.who.as_ref()),
            counts: texts(&entry.counts).into(),
            choices: choices.into_iter().collect::<Option<Vec<_>>>()?.into(),
            sources,
        })
    }

    fn condition(&mut self, entry: &raw::Condition) -> Option<question::Condition> {
        let parent = entry.question.as_ref()?;
        let question = self.names.question(parent.value.as_str(), &parent.place, self.findings)?;
        let choice = |id: &At<Id>| self.names.choice(question, id.value.as_str(), &id.place, self.findings);
        let choices: Vec<_> = entry.choices.iter().map(choice).collect();
        Some(question::Condition { question, choices: choices.into_iter().collect::<Option<_>>()? })
    }

    fn choice(&mut self, entry: &raw::Choice) -> Option<question::Choice> {
        let needs: Vec<_> = entry.needs.iter().map(|need| self.names.capability(need, self.findings)).collect();
        Some(question::Choice {
            id: id(entry.id.as_ref())?,
            label: text(entry.label.as_ref())?,
            hint: text(entry.hint.as_ref())?,
            needs: needs.into_iter().collect::<Option<_>>()?,
            keywords: texts(&entry.keywords).into(),
            phrases: texts(&entry.phrases).into(),
            least: value(entry.least.as_ref()),
            most: value(entry.most.as_ref()),
        })
    }

    fn capability(&mut self, entry: &raw::Capability) -> Option<capability::Capability> {
        let support: Vec<_> = entry.support.iter().map(|support| self.support(&support.value)).collect();
        Some(capability::Capability {
            id: id(entry.id.as_ref())?,
            topic: self.topic,
            title: text(entry.title.as_ref())?,
            keywords: texts(&entry.keywords),
            tile: tile(entry),
            support: support.into_iter().collect::<Option<_>>()?,
            limitations: Vec::new(),
            limited_together: Vec::new(),
        })
    }

    fn support(&mut self, entry: &raw::Support) -> Option<capability::Support> {
        let according_to = match &entry.according_to {
            Some(source) => Some(self.names.source(source.value.as_str(), &source.place, self.findings)?),
            None => None,
        };
        let read_next = match &entry.read_next {
            Some(source) => Some(self.names.source(source.value.as_str(), &source.place, self.findings)?),
            None => None,
        };
        let side = self.names.side(entry.alternative.as_ref()?, self.findings);
        let requires = self.prerequisites(&entry.requires);
        let sources = self.citations(&entry.sources);
        Some(capability::Support {
            side: side?,
            level: value(entry.level.as_ref())?,
            preview: entry.stage.is_some(),
            period: period(entry.from.as_ref(), entry.until.as_ref()),
            according_to,
            note: text(entry.note.as_ref()),
            requires: requires?,
            read_next,
            sources,
        })
    }

    fn capabilities(&mut self, ids: &[At<Id>]) -> Option<Vec<Key<capability::Capability>>> {
        let found: Vec<_> = ids.iter().map(|id| self.names.capability(id, self.findings)).collect();
        found.into_iter().collect()
    }

    fn event(&mut self, entry: &raw::Event) -> Option<capability::Event> {
        let sides: Vec<Option<Side>> =
            entry.alternatives.iter().map(|side| self.names.side(side, self.findings)).collect();
        let sources = self.citations(&entry.sources);
        Some(capability::Event {
            id: id(entry.id.as_ref())?,
            topic: self.topic,
            date: value(entry.date.as_ref())?,
            sides: sides.into_iter().collect::<Option<_>>()?,
            title: text(entry.title.as_ref())?,
            text: text(entry.text.as_ref())?,
            keywords: texts(&entry.keywords),
            sources,
        })
    }

    fn alternative(&mut self, entry: &raw::Alternative) -> Option<alternative::Alternative> {
        let phases: Vec<_> = entry.phases.iter().map(|phase| self.phase(&phase.value)).collect();
        let announcements: Vec<_> =
            entry.announcements.iter().map(|announcement| self.announcement(&announcement.value)).collect();
        Some(alternative::Alternative {
            id: id(entry.id.as_ref())?,
            title: text(entry.title.as_ref())?,
            short: text(entry.short.as_ref())?,
            abbreviation: text(entry.abbreviation.as_ref())?,
            artefact: text(entry.artefact.as_ref())?,
            phases: phases.into_iter().collect::<Option<_>>()?,
            announcements: announcements.into_iter().collect::<Option<_>>()?,
        })
    }

    fn announcement(&mut self, entry: &raw::Announcement) -> Option<alternative::Announcement> {
        let sources = self.citations(&entry.sources);
        Some(alternative::Announcement {
            date: value(entry.date.as_ref())?,
            ends: value(entry.ends.as_ref()),
            says: text(entry.says.as_ref())?,
            sources,
        })
    }

    fn phase(&mut self, entry: &raw::Phase) -> Option<alternative::Phase> {
        let sources = self.citations(&entry.sources);
        Some(alternative::Phase {
            from: value(entry.from.as_ref())?,
            availability: value(entry.state.as_ref())?,
            note: text(entry.note.as_ref())?,
            sources,
        })
    }

    fn preset(&mut self, entry: &raw::Preset) -> Option<Preset> {
        let basis = match &entry.basis {
            Some(basis) => Some(self.names.source(basis.value.as_str(), &basis.place, self.findings)?),
            None => None,
        };
        Some(Preset {
            id: id(entry.id.as_ref())?,
            title: text(entry.title.as_ref())?,
            date: value(entry.date.as_ref())?,
            basis,
        })
    }

    fn coexistence(&mut self, entry: &raw::Coexistence) -> Option<alternative::Coexistence> {
        let sources = self.citations(&entry.sources);
        Some(alternative::Coexistence { title: text(entry.title.as_ref())?, text: text(entry.text.as_ref())?, sources })
    }

    fn conflict(&mut self, entry: &raw::Conflict) -> Option<Conflict> {
        let between: Vec<_> = entry.between.iter().map(|end| self.choice_of(&end.value.0, &end.place)).collect();
        let sources = self.citations(&entry.sources);
        Some(Conflict {
            between: between.into_iter().collect::<Option<_>>()?,
            reason: text(entry.reason.as_ref())?,
            sources,
        })
    }

    /// The choice behind `question:choice`.
    fn choice_of(&mut self, text: &str, place: &Place) -> Option<(Key<question::Question>, question::ChoiceIndex)> {
        let (question, choice) = text.split_once(':').unwrap_or((text, ""));
        let question = self.names.question(question, place, self.findings)?;
        Some((question, self.names.choice(question, choice, place, self.findings)?))
    }

    fn band(&mut self, entry: &raw::Band) -> Option<Band> {
        let side = match &entry.alternative {
            Some(id) => Some(self.names.side(id, self.findings)?),
            None => None,
        };
        let percent = |number: &Option<At<u16>>| u8::try_from(number.as_ref()?.value).ok();
        Some(Band {
            as_of: text(entry.as_of.as_ref())?,
            side,
            at_least: percent(&entry.at_least)?,
            at_most: percent(&entry.at_most)?,
        })
    }

    fn citations(&mut self, references: &[At<Reference>]) -> Vec<Citation> {
        let citation = |reference: &At<Reference>| {
            let source = self.names.source(&reference.value.source, &reference.place, self.findings)?;
            Some(Citation { source, place: reference.value.place.clone().map(Text::from) })
        };
        references.iter().filter_map(citation).collect()
    }
}
