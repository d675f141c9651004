//! A page of facts about one thing: shown beside or over a screen, copied as Markdown.

use std::fmt::Write as _;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::capability::{Level, Severity};
use crate::model::question::{Choice, Question};
use crate::report::Report;
use crate::report::bibliography::Cited;
use crate::report::card::{Card, LimitLine, SupportLine};
use crate::report::conditions::{self, ConditionEntry};
use crate::report::drivers::Driver;
use crate::report::gaps::{GapEntry, Limit};
use crate::report::words::{name_first, signed};

/// A page of facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What it is about.
    pub title: String,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph of less weight.
    Quiet(String),
    /// One of several.
    Item(String),
    /// How well an alternative does something.
    Support {
        /// Whose.
        side: Side,
        /// How well.
        level: Level,
        /// The same in words.
        text: String,
    },
    /// A restriction.
    Limit {
        /// Whose; nobody's where the page is about one alternative only.
        side: Option<Side>,
        /// How much it hurts.
        severity: Severity,
        /// What does not work.
        title: String,
        /// What to do instead.
        workaround: Option<String>,
    },
    /// Where something is written.
    Source(String),
}

impl Sheet {
    /// An empty page.
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), blocks: Vec::new() }
    }

    fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading(text.to_owned()));
    }

    pub(super) fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.blocks.push(Block::Text(text.to_owned()));
        }
    }

    pub(super) fn quiet(&mut self, text: &str) {
        if !text.is_empty() {
            self.blocks.push(Block::Quiet(text.to_owned()));
        }
    }

    /// The facts behind a choice.
    pub fn choice(facts: &Facts<'_>, choice: &Choice, why: &[String]) -> Self {
        let card = Card::of(facts, choice);
        let mut sheet = Self::new(&card.title);
        sheet.text(&card.hint);
        for support in &card.supports {
            if card.supports.len() > 1 || support.wish != card.title {
                sheet.heading(&support.wish);
            }
            sheet.supports(support);
        }
        if let Some(consequence) = crate::report::card::consequence(facts, choice) {
            sheet.text(&consequence);
        }
        sheet.limits(&card.limits);
        sheet.why(why);
        sheet.sources(&card.sources);
        sheet
    }

    /// What an answer that chooses nothing means.
    pub fn answer(title: &str, text: &str, question: &Question, why: &[String]) -> Self {
        let mut sheet = Self::new(title);
        sheet.text(text);
        if let Some(who) = &question.who {
            sheet.quiet(&format!("Who would know: {who}."));
        }
        sheet.why(why);
        sheet
    }

    /// What a question is about, while no row of it is marked.
    pub fn question(question: &Question, why: &[String]) -> Self {
        Self::answer(&question.ask, "Mark a row, and this says what both areas can do.", question, why)
    }

    fn why(&mut self, sentences: &[String]) {
        self.heading("Why we ask");
        for sentence in sentences {
            self.text(sentence);
        }
    }

    /// Adds how well both alternatives do one thing.
    pub(super) fn supports(&mut self, support: &SupportLine) {
        for side in Side::BOTH {
            let note = support.notes[side].as_deref().map_or_else(String::new, |note| format!(". {note}"));
            let text = format!("{}{note}", support.phrases[side]);
            self.blocks.push(Block::Support { side, level: support.levels[side], text });
        }
    }

    fn limits(&mut self, limits: &[LimitLine]) {
        if !limits.is_empty() {
            self.heading("Limits to know");
        }
        for limit in limits {
            self.blocks.push(Block::Limit {
                side: Some(limit.side),
                severity: limit.severity,
                title: limit.title.clone(),
                workaround: limit.workaround.clone().map(String::from),
            });
            self.quiet(limit.without.unwrap_or_default());
        }
    }

    pub(super) fn sources(&mut self, sources: &[String]) {
        if !sources.is_empty() {
            self.heading("Where it is written");
            self.blocks.extend(sources.iter().cloned().map(Block::Source));
        }
    }

    /// The advice with everything that it rests on.
    pub fn explanation(report: &Report) -> Self {
        let mut sheet = Self::new(&report.decision.headline);
        sheet.text(&report.decision.reason);
        sheet.text(report.decision.summary.as_deref().unwrap_or_default());
        sheet.paragraphs("Mind this", report.decision.warnings());
        for clash in &report.contradictions {
            sheet.paragraphs("These answers contradict each other", &clash.answers);
            sheet.text(&clash.reason);
            sheet.paragraphs("The ways out", &clash.ways_out);
        }
        sheet.paragraphs("Knock-outs", report.knock_outs.iter().map(|knock_out| &knock_out.sentence));
        sheet.paragraphs("Why not the other", &report.why_not);
        sheet.paragraphs("What goes where", &report.division);
        sheet.paragraphs("What running both costs", &report.costs);
        sheet.paragraphs("How it was computed", &report.method);
        sheet
    }

    fn paragraphs<'t>(&mut self, heading: &str, texts: impl IntoIterator<Item = &'t String>) {
        let mut texts = texts.into_iter().peekable();
        if texts.peek().is_some() {
            self.heading(heading);
        }
        texts.for_each(|text| self.text(text));
    }

    /// Why a requirement adds what it adds.
    pub fn driver(report: &Report, driver: &Driver) -> Self {
        let mut sheet = Self::new(&format!("{} {}", driver.number, driver.wish));
        sheet.text(&driver.sentence);
        sheet.quiet(&format!("It adds {} to the margin.", signed(driver.contribution)));
        for side in Side::BOTH {
            let level = driver.levels[side];
            let note = driver.notes[side].as_deref().map_or_else(String::new, |note| format!(". {note}"));
            let text = format!("{}{note}", crate::report::words::how_well(level));
            sheet.blocks.push(Block::Support { side, level, text });
        }
        sheet.heading("Your answer");
        sheet.text(&driver.ask);
        sheet.text(&format!("{} ({})", driver.choice, driver.importance.word()));
        let why = report.why_asked.iter().filter(|why| why.question == driver.question);
        sheet.paragraphs("Why we ask", why.flat_map(|why| &why.sentences));
        sheet.works(report, &driver.cited);
        sheet
    }

    /// A gap with its limits and workarounds.
    pub fn gap(report: &Report, gap: &GapEntry) -> Self {
        let mut sheet = Self::new(&format!("{} {}", gap.number, gap.wish));
        sheet.blocks.push(Block::Support { side: gap.side, level: gap.level, text: gap.sentence.clone() });
        sheet.text(gap.note.as_deref().unwrap_or_default());
        sheet.quiet(&format!("A {}. Proposed: {}.", gap.importance.word(), gap.way.phrase()));
        if let Some(gone) = report.gone_with(gap.number) {
            sheet.text(&gone.sentence);
            sheet.text(&format!("Instead: {}", gone.replacement));
        }
        for limit in &gap.limits {
            sheet.limit(limit);
        }
        let limits = gap.limits.iter().flat_map(|limit| &limit.cited);
        let cited: Vec<Cited> = gap.cited.iter().chain(limits).cloned().collect();
        sheet.works(report, &cited);
        sheet
    }

    /// A limit of what is built in, with what to do about it.
    pub fn condition(report: &Report, condition: &ConditionEntry) -> Self {
        let numbers: Vec<String> = condition.numbers.iter().map(ToString::to_string).collect();
        let mut sheet = Self::new(&format!("{}: {}", conditions::HEADING, numbers.join(", ")));
        sheet.limit(&condition.limit);
        sheet.text(&condition.sentence);
        sheet.works(report, &condition.limit.cited);
        sheet
    }

    fn limit(&mut self, limit: &Limit) {
        self.blocks.push(Block::Limit {
            side: None,
            severity: limit.severity,
            title: format!("{} ({})", limit.title, limit.period),
            workaround: limit.workaround.clone().map(String::from),
        });
        self.quiet(limit.without.unwrap_or_default());
        self.quiet(limit.text.as_deref().unwrap_or_default());
    }

    fn works(&mut self, report: &Report, cited: &[Cited]) {
        let mut lines: Vec<String> = Vec::new();
        for citation in cited {
            let Some(work) = report.works.iter().find(|work| work.number == citation.number) else { continue };
            let place = citation.place.as_deref().map_or_else(String::new, |place| format!(" ({place})"));
            let line = format!("{}, {}{place}, {}: {}", work.publisher, work.title, work.date, work.url);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        self.sources(&lines);
    }

    /// The page as Markdown.
    pub fn markdown(&self, base: &KnowledgeBase) -> String {
        let names = Pair::of(|side| name_first(base, side));
        let mut out = format!("## {}\n", self.title);
        for block in &self.blocks {
            let _ = match block {
                Block::Heading(text) => write!(out, "\n### {text}\n"),
                Block::Text(text) | Block::Quiet(text) => write!(out, "\n{text}\n"),
                Block::Support { side, text, .. } => write!(out, "\n- **{}**: {text}\n", names[*side]),
                Block::Limit { side, severity, title, workaround } => {
                    let whose = side.map_or_else(String::new, |side| format!("{}: ", names[side]));
                    let instead = workaround.as_deref().map_or_else(String::new, |text| format!(" Instead: {text}"));
                    write!(out, "\n- {whose}{title} ({}).{instead}\n", severity.word())
                }
                Block::Item(text) | Block::Source(text) => write!(out, "\n- {text}\n"),
            };
        }
        out
    }
}
