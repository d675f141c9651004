//! An old decision against today's knowledge: does it hold, and which dated facts changed it.

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::capability::Level;
use crate::model::date::Day;
use crate::model::verdict::{Recommendation, Requirement, Verdict};

use super::alteration::Words;
use super::words::{both_together, closing, ended, ended_since, how_well, name, name_first, uncapitalized, wish};

/// How many sentences about words are shown as text.
const MOST_SENTENCES: usize = 20;

/// A decision as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recorded {
    /// When it was made.
    pub(crate) made_on: Day,
    /// The day it planned for.
    pub(crate) day: Day,
    /// The edition of the knowledge that it stood on.
    pub(crate) edition: String,
    /// Whether that edition says something else now.
    pub(crate) is_mended: bool,
    /// What was advised, as in files.
    pub(crate) recommendation: Option<String>,
    /// The margin.
    pub(crate) margin: i32,
    /// Whether each alternative could be had, as in files.
    pub(crate) availability: Pair<Option<String>>,
    /// Each required capability with the levels it had then.
    pub(crate) levels: Vec<(String, Pair<Option<Level>>)>,
}

/// What became of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// It holds as it was.
    Holds,
    /// It holds, but leads by less.
    SmallerMargin,
    /// It does not hold any more.
    NoLongerHolds,
}

impl Finding {
    /// The word in files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::SmallerMargin => "smaller-margin",
            Self::NoLongerHolds => "no-longer-holds",
        }
    }
}

/// A decision verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// What became of it, by what is recorded of it.
    pub finding: Finding,
    /// What became of the words of the document.
    pub words: Words,
    /// The same in a sentence.
    pub headline: String,
    /// What was advised then and what is advised now.
    pub then_and_now: [String; 2],
    /// The facts that changed, each in a sentence with its date.
    pub changes: Vec<String>,
}

impl Verification {
    /// Verifies a recorded decision by the verdict on the same answers today.
    pub(crate) fn of(facts: &Facts<'_>, verdict: &Verdict, recorded: &Recorded, words: Words, today: Day) -> Self {
        let base = facts.base;
        let now = id(base, verdict.recommendation);
        let finding = finding(verdict, recorded, now);
        let other_day = other_day(verdict, recorded, today);
        Self {
            finding,
            headline: whole(&words, headline(finding, other_day)),
            words,
            then_and_now: [
                format!(
                    "On {}, with edition {}: {}.",
                    recorded.made_on.words(),
                    recorded.edition,
                    advice(base, recorded.recommendation.as_deref())
                ),
                match other_day {
                    Some(day) => format!("For {}, with edition {}: {}.", day.words(), base.edition, advice(base, now)),
                    None => format!("Now, with edition {}: {}.", base.edition, advice(base, now)),
                },
            ],
            changes: mended(recorded)
                .into_iter()
                .chain(gone_by_now(base, verdict, today))
                .chain(lives(facts, recorded))
                .chain(levels(facts, verdict, recorded))
                .collect(),
        }
    }

    /// Whether the decision holds and the document still says what was exported.
    pub fn holds(&self) -> bool {
        self.finding != Finding::NoLongerHolds && !self.words.are_altered()
    }

    /// What became of the document, as the word in files.
    pub(crate) fn word(&self) -> &'static str {
        if self.words.are_altered() { self.words.word() } else { self.finding.word() }
    }

    /// Everything it says, in lines.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let of_words = self.words.sentences();
        let more = of_words.len().saturating_sub(MOST_SENTENCES);
        let more = (more > 0).then(|| format!("There are {more} more. `--format json` lists all."));
        let said = std::iter::once(self.headline.clone()).chain(of_words.into_iter().take(MOST_SENTENCES)).chain(more);
        said.chain(self.then_and_now.clone()).chain(self.changes.clone())
    }
}

/// The headline, which says first that the document is not what was exported.
fn whole(words: &Words, headline: String) -> String {
    if !words.are_altered() {
        return headline;
    }
    format!("The document was altered after its export. By its record: {}", uncapitalized(&headline))
}

/// What is advised for an earlier day, and cannot be had today.
fn gone_by_now(base: &KnowledgeBase, verdict: &Verdict, today: Day) -> Vec<String> {
    let is_advised = |side: Side| match verdict.recommendation {
        Recommendation::Build(advised) => advised == side,
        Recommendation::Both => true,
        Recommendation::Neither | Recommendation::Undecided => false,
    };
    let advised = Side::BOTH.into_iter().filter(|side| is_advised(*side));
    advised
        .filter_map(|side| ended_since(base, side, verdict.as_of.day, today))
        .map(|ended| format!("This is the advice for {}. {ended}", verdict.as_of.day.words()))
        .collect()
}

/// The day that the decision is verified for, if it is neither today nor the day that it planned for.
fn other_day(verdict: &Verdict, recorded: &Recorded, today: Day) -> Option<Day> {
    Some(verdict.as_of.day).filter(|day| *day != today && *day != recorded.day)
}

fn id(base: &KnowledgeBase, recommendation: Recommendation) -> Option<&str> {
    match recommendation {
        Recommendation::Build(side) => Some(base.alternatives[side].id.as_str()),
        Recommendation::Both => Some("both"),
        Recommendation::Neither => Some("neither"),
        Recommendation::Undecided => None,
    }
}

fn finding(verdict: &Verdict, recorded: &Recorded, now: Option<&str>) -> Finding {
    if now != recorded.recommendation.as_deref() {
        return Finding::NoLongerHolds;
    }
    match verdict.recommendation {
        Recommendation::Build(side) if verdict.margin * side.sign() < recorded.margin.saturating_mul(side.sign()) => {
            Finding::SmallerMargin
        }
        _ => Finding::Holds,
    }
}

fn headline(finding: Finding, other_day: Option<Day>) -> String {
    let subject = match other_day {
        Some(day) => format!("For {}, the decision", day.words()),
        None => "The decision".to_owned(),
    };
    match (finding, other_day) {
        (Finding::Holds, _) => format!("{subject} holds."),
        (Finding::NoLongerHolds, None) => format!("{subject} no longer holds."),
        (Finding::NoLongerHolds, Some(_)) => format!("{subject} does not hold."),
        (Finding::SmallerMargin, _) => format!("{subject} holds, but with a smaller lead than it had."),
    }
}

fn advice(base: &KnowledgeBase, id: Option<&str>) -> String {
    match id {
        None => "no clear advice".to_owned(),
        Some("both") => both_together(&base.nouns),
        Some("neither") => format!("neither {}", base.nouns.alternative.one),
        Some(id) => match base.side(id) {
            Some(side) => name(base, side).to_owned(),
            None => format!("\"{}\", which the knowledge no longer has", crate::diagnostic::clean::visible(id)),
        },
    }
}

/// That the knowledge is another one, where its edition does not show it.
fn mended(recorded: &Recorded) -> Option<String> {
    recorded.is_mended.then(|| format!("Edition {} of the knowledge has been mended since.", recorded.edition))
}

/// What became of the alternatives themselves.
fn lives(facts: &Facts<'_>, recorded: &Recorded) -> Vec<String> {
    let changed = |side: &Side| {
        recorded.availability[*side].as_deref().is_some_and(|then| then != facts.availability[*side].word())
    };
    let sentence = |side| {
        let base = facts.base;
        ended(base, side, facts.as_of.day).or_else(|| closing(base, side, facts.as_of.day)).unwrap_or_else(|| {
            let (name, state) = (name_first(base, side), facts.availability[side].word());
            format!("{name} is {state} on {}.", facts.as_of.day.words())
        })
    };
    Side::BOTH.into_iter().filter(changed).map(sentence).collect()
}

/// The levels of what is required that are not what they were.
fn levels(facts: &Facts<'_>, verdict: &Verdict, recorded: &Recorded) -> Vec<String> {
    let mut changes = Vec::new();
    for requirement in &verdict.requirements {
        let id = facts.base.capabilities[requirement.capability].id.as_str();
        let Some((_, then)) = recorded.levels.iter().find(|(capability, _)| capability == id) else {
            changes.push(format!("\"{}\" is required and was not before.", wish(facts.base, requirement)));
            continue;
        };
        for side in Side::BOTH {
            if let Some(before) = then[side].filter(|level| *level != requirement.levels[side]) {
                changes.push(change(facts, requirement, side, before, recorded.day));
            }
        }
    }
    changes
}

fn change(facts: &Facts<'_>, requirement: &Requirement, side: Side, before: Level, then: Day) -> String {
    let base = facts.base;
    let what = format!("{}: \"{}\" in {}", requirement.number, wish(base, requirement), name(base, side));
    let now = how_well(requirement.levels[side]);
    let before = how_well(before);
    let since = facts.support(requirement.capability, side).and_then(|support| support.period.from);
    match since.filter(|from| from.first_day() > then) {
        Some(from) => format!("{what} is {now} since {}; it was {before} before.", from.words()),
        None => {
            format!("{what} is known as {now} on {}; the decision took it as {before}.", facts.as_of.day.words())
        }
    }
}
