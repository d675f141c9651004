//! Everything about one entry of the knowledge base, and whether it touches the plan.

use std::fmt::Write as _;

use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Event, Limitation, Support};
use crate::model::question::Question;
use crate::model::source::Citation;
use crate::report::availability::{after_level, no_longer_matters, state};
use crate::report::words::{how_well, name, name_first, without};
use crate::search::Entry;

use super::plan::Plan;
use super::sheet::{Block, Sheet};

/// Said of what no answer needs.
const NOT_TOUCHED: &str = "Not touched by your answers.";

impl Plan<'_> {
    /// Everything about an entry: periods, sources, and whether it touches the plan.
    pub fn entry_sheet(&self, entry: Entry) -> Sheet {
        let mut sheet = Sheet::new(entry.title(self.base));
        match entry {
            Entry::Question(key) => self.question_sheet(&self.base.questions[key], &mut sheet),
            Entry::Capability(key) => self.capability_sheet(key, &mut sheet),
            Entry::Limitation(key) | Entry::Workaround(key, _) => {
                self.limitation_sheet(&self.base.limitations[key], &mut sheet);
            }
            Entry::Event(key) => self.event_sheet(&self.base.events[key], &mut sheet),
        }
        sheet
    }

    fn question_sheet(&self, question: &Question, sheet: &mut Sheet) {
        sheet.quiet("A question of the interview. Enter goes to it.");
        sheet.text(&question.why);
        for choice in question.choices.iter() {
            sheet.blocks.push(Block::Item(choice.label.to_string()));
        }
        sheet.sources(&self.citations(&question.sources));
    }

    fn capability_sheet(&self, key: Key<Capability>, sheet: &mut Sheet) {
        let capability = &self.base.capabilities[key];
        sheet.text(&match self.requirements(&[key]) {
            Some(hit) => format!("This is {hit}."),
            None => NOT_TOUCHED.to_owned(),
        });
        for side in Side::BOTH {
            sheet.blocks.push(Block::Heading(self.heading(side)));
            for support in capability.support.iter().filter(|support| support.side == side) {
                sheet.blocks.push(Block::Support { side, level: support.level, text: self.support_words(support) });
            }
        }
        let cited: Vec<Citation> = capability.support.iter().flat_map(|support| support.sources.clone()).collect();
        sheet.sources(&self.citations(&cited));
    }

    /// Whose limitation or workaround an entry is, if something has become of that area: `outbound marketing (removed in
    /// May 2026)`.
    pub fn whose_is_gone(&self, entry: Entry) -> Option<String> {
        let (Entry::Limitation(key) | Entry::Workaround(key, _)) = entry else { return None };
        let side = self.base.limitations[key].side;
        let state = state(self.base, side, self.facts.as_of.day)?;
        Some(format!("{} ({state})", name(self.base, side)))
    }

    /// The name of an area, and what has become of it.
    fn heading(&self, side: Side) -> String {
        let name = name_first(self.base, side);
        match state(self.base, side, self.facts.as_of.day) {
            Some(state) => format!("{name} ({state})"),
            None => name,
        }
    }

    fn support_words(&self, support: &Support) -> String {
        let mut text = format!("{} {}", how_well(support.level), support.period.words());
        if support.preview {
            text.push_str(", a preview");
        }
        if support.period.until.is_none() {
            text.push_str(&after_level(support.level, self.base, support.side, self.facts.as_of.day));
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
        let outlived = no_longer_matters(self.base, limitation.side, self.facts.as_of.day);
        let holds = if self.facts.holds(limitation) { "Holds" } else { "Does not hold" };
        let is_outlived = outlived.is_some();
        sheet.quiet(&outlived.unwrap_or_else(|| format!("{holds} on the day planned for: {}.", self.day_words())));
        sheet.text(limitation.text.as_deref().unwrap_or_default());
        sheet.blocks.push(Block::Limit {
            side: None,
            severity: limitation.severity,
            title: limitation.title.to_string(),
            workaround: self.facts.workaround(limitation).map(|workaround| workaround.text.to_string()),
        });
        if self.facts.holds(limitation) {
            sheet.quiet(without(&self.facts, limitation).unwrap_or_default());
        }
        let cited = limitation.workarounds.iter().flat_map(|workaround| &workaround.sources);
        let cited: Vec<Citation> = limitation.sources.iter().chain(cited).cloned().collect();
        sheet.text(&match self.requirements(&limitation.limits) {
            Some(_) if is_outlived => String::new(),
            Some(hit) if self.facts.holds(limitation) => format!("Hits {hit}."),
            Some(hit) => format!("It would hit {hit}, but does not hold on the day planned for."),
            None => NOT_TOUCHED.to_owned(),
        });
        sheet.sources(&self.citations(&cited));
    }

    fn event_sheet(&self, event: &Event, sheet: &mut Sheet) {
        sheet.quiet(&event.date.words());
        sheet.text(&event.text);
        sheet.sources(&self.citations(&event.sources));
    }

    /// Which requirements of the plan are among these capabilities: `your must REQ-03 and your should REQ-07`.
    fn requirements(&self, capabilities: &[Key<Capability>]) -> Option<String> {
        let all = self.verdict().requirements.iter();
        let hit: Vec<String> = all
            .filter(|requirement| capabilities.contains(&requirement.capability))
            .map(|requirement| format!("your {} {}", requirement.importance.word(), requirement.number))
            .collect();
        (!hit.is_empty()).then(|| hit.join(" and "))
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
