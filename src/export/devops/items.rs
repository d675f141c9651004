//! The work items, parents directly above their children, so that an import finds who belongs to whom.

use crate::model::question::Importance;
use crate::report::paper::costs::Work;
use crate::report::paper::fitted::Fitted;
use crate::report::paper::sign;
use crate::report::parts::gaps::{TO_CLOSE, task};
use crate::report::parts::register::RegisterEntry;
use crate::report::words::count;

use super::describe::{self, Describer};
use super::template::{Role, Template, picked};
use crate::export::Document;

/// The most rows that one import takes.
const MOST_ROWS: usize = 1000;

/// What stands among the tags of every work item.
const TAG: &str = "journey-advisor";

/// A work item.
pub(super) struct Item {
    /// The name of its type.
    pub(super) kind: &'static str,
    /// Its level, from 0.
    pub(super) level: usize,
    /// Its title, of at most 255 letters.
    pub(super) title: Fitted<255>,
    /// 1 for a must to 3 for a could.
    pub(super) priority: u8,
    /// What it is about, as HTML.
    pub(super) description: String,
    /// When it counts as done, as HTML; empty where that is no field of its own.
    pub(super) acceptance: String,
    /// Fit and solution in the words of the template, of a requirement.
    pub(super) fit: Option<[&'static str; 2]>,
    /// Its tags.
    pub(super) tags: String,
}

/// All work items, at most as many as one import takes.
pub(super) fn items(document: &Document<'_>, template: &Template) -> Vec<Item> {
    let writer = Writer { document, template, describer: Describer::of(document) };
    let mut below: Vec<Item> = writer.topics().into_iter().chain(writer.work()).collect();
    let room = MOST_ROWS - usize::from(template.place(Role::Decision).is_some());
    let left_out = below.len().saturating_sub(room);
    below.truncate(room);
    writer.decision(left_out).into_iter().chain(below).collect()
}

struct Writer<'w> {
    document: &'w Document<'w>,
    template: &'w Template,
    describer: Describer<'w>,
}

impl Writer<'_> {
    /// The work item above all others.
    fn decision(&self, left_out: usize) -> Option<Item> {
        let paper = &self.document.paper;
        let headline = paper.answer.headline.trim_end_matches(['.', '?', '!']);
        let description = self.describer.decision(self.template, left_out);
        let title = format!("{headline}: {}", self.document.report.title);
        self.item(Role::Decision, &title, 1, (description, String::new()), &["decision"])
    }

    /// The topics, each with its requirements below it.
    fn topics(&self) -> Vec<Item> {
        let mut items = Vec::new();
        for of_topic in self.document.report.register.chunk_by(|one, next| one.topic == next.topic) {
            let (Some(first), Some(priority)) =
                (of_topic.first(), of_topic.iter().map(|entry| rank(entry.importance)).min())
            else {
                continue;
            };
            let many = format!("{} of this topic.", count(of_topic.len(), "requirement"));
            let description = describe::paragraphs([many]);
            items.extend(self.item(Role::Topic, &first.topic, priority, (description, String::new()), &[]));
            items.extend(of_topic.iter().filter_map(|entry| self.requirement(entry)));
        }
        items
    }

    fn requirement(&self, entry: &RegisterEntry) -> Option<Item> {
        let title = format!("{} {}", entry.number, entry.wish);
        let texts = self.texts(self.describer.requirement(entry), vec![entry.acceptance.clone()]);
        let level = entry.levels[entry.side];
        let tags = [entry.importance.word(), sign::tag(level)];
        let item = self.item(Role::Requirement, &title, rank(entry.importance), texts, &tags)?;
        Some(Item { fit: Some(picked(level, entry.way)), ..item })
    }

    /// A work item for each piece of work, below one of their own where the template has room for that. Where nothing is advised
    /// there is nothing to close.
    fn work(&self) -> Vec<Item> {
        let (paper, report) = (&self.document.paper, &self.document.report);
        let pieces = &paper.costs.work;
        if pieces.is_empty() || !report.decision.recommendation.is_advice() {
            return Vec::new();
        }
        let priority = pieces.iter().map(|piece| rank(piece.importance)).min().unwrap_or(1);
        let texts = (describe::paragraphs([format!("{}.", paper.costs.heading)]), String::new());
        let above = self.item(Role::Topic, TO_CLOSE, priority, texts, &["gap"]);
        above.into_iter().chain(pieces.iter().filter_map(|piece| self.piece(piece))).collect()
    }

    fn piece(&self, piece: &Work) -> Option<Item> {
        let register = &self.document.report.register;
        let closed = register.iter().filter(|entry| piece.numbers.contains(&entry.number));
        let acceptance = closed.map(|entry| entry.acceptance.clone()).collect();
        let texts = self.texts(self.describer.piece(piece), acceptance);
        let tags = [piece.importance.word(), "gap"];
        self.item(Role::Work, &format!("{}: {}", task(piece.level), piece.gap), rank(piece.importance), texts, &tags)
    }

    /// A description and acceptance criteria, the latter within the former where they are no field.
    fn texts(&self, description: Vec<String>, acceptance: Vec<String>) -> (String, String) {
        if self.template.has_acceptance() {
            return (describe::paragraphs(description), describe::paragraphs(acceptance));
        }
        let acceptance = acceptance.into_iter().map(|text| format!("Acceptance criterion: {text}"));
        (describe::paragraphs(description.into_iter().chain(acceptance)), String::new())
    }

    fn item(
        &self,
        role: Role,
        title: &str,
        priority: u8,
        (description, acceptance): (String, String),
        tags: &[&str],
    ) -> Option<Item> {
        let (level, kind) = self.template.place(role)?;
        let tags = [&[TAG], tags].concat().join("; ");
        Some(Item { kind, level, title: Fitted::cut(title), priority, description, acceptance, fit: None, tags })
    }
}

/// 1 for a must to 3 for a could.
fn rank(importance: Importance) -> u8 {
    match importance {
        Importance::Must => 1,
        Importance::Should => 2,
        Importance::Could => 3,
    }
}
