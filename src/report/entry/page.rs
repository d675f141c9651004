//! An entry of the knowledge as a page.

use crate::knowledge::entry::Entry;
use crate::knowledge::facts::Facts;
use crate::model::date::PartialDate;
use crate::model::verdict::{Requirement, Verdict};

use super::super::availability::no_longer_matters;
use super::super::limit::{TOGETHER, only_with};
use super::super::page::{Block, Item, Line, Page, Piece, Section, Support, line, list, with};
use super::super::parts::sources;
use super::gist::kind_word;
use super::time_line::{Stretch, TimeLine};
use super::{EntryFacts, InTime, Offered, Restriction};

/// Who reads the page of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Somebody who plans: what the entry says, and what it means for the plan.
    Planner,
    /// An author of the knowledge, or a script: the ids as well, and what other entries have to do with it.
    Author,
}

/// Returns everything about an entry as a page; `touched` says how it touches a plan.
pub(crate) fn page(facts: &EntryFacts<'_>, audience: Audience, touched: Option<String>) -> Page {
    let so = facts.on_the_day.as_ref().or(facts.today.as_ref()).map(|so| line(&so.words));
    let sections = vec![
        Section::new("state", "", so.into_iter().chain(touched.map(line)).map(Block::Paragraph).collect()),
        Section::new("text", "", text(facts)),
        Section::new(
            "limit",
            "",
            facts.restriction.iter().map(|restriction| limit(facts, restriction, audience)).collect(),
        ),
        Section::new("together", TOGETHER, vec![together(facts, audience)]),
        Section::new("choices", "Choices", vec![choices(facts, audience)]),
        Section::new(
            "support",
            format!("What each {} can do", facts.noun.one),
            facts.time_lines.iter().flat_map(support).collect(),
        ),
        Section::new("limitations", "Limits", vec![limitations(facts, audience)]),
    ];
    let mut all = Vec::new();
    match audience {
        Audience::Planner => all.extend(sections),
        Audience::Author => all.extend([vec![identity(facts)], sections, links(facts)].concat()),
    }
    all.push(sources::section(&facts.sources));
    Page::of(facts.title.to_owned(), all)
}

/// Kind, id and topic.
fn identity(facts: &EntryFacts<'_>) -> Section {
    let kind = Piece::Text(format!("{} ", kind_word(facts.kind)));
    let topic = Piece::Text(format!(", topic {}", facts.topic));
    Section::new("identity", "", vec![Block::Remark(vec![kind, Piece::Id(facts.id.to_owned()), topic])])
}

/// What other entries have to do with it.
fn links(facts: &EntryFacts<'_>) -> Vec<Section> {
    let restricted = facts.limits.iter().filter(|_| !facts.limits_together);
    let restricted = restricted.map(|limited| named(Audience::Author, limited.id, limited.title));
    vec![
        Section::new("life-cycle", "Product life cycle", vec![life_cycle(facts)]),
        Section::new("restricts", "Restricts", vec![list(restricted)]),
        Section::new("needed-by", "Needed by", vec![needed_by(facts)]),
        Section::new("keywords", "Also called", vec![Block::Paragraph(line(facts.keywords.join(", ")))]),
    ]
}

fn text(facts: &EntryFacts<'_>) -> Vec<Block> {
    let date = facts.date.as_ref().map(|date| {
        let words = PartialDate::parse(date).map_or_else(|| date.clone(), PartialDate::words);
        Block::Remark(with(line(format!("{words}, concerns {}", facts.alternatives.join(" and "))), &facts.cited))
    });
    date.into_iter().chain(facts.text.map(|text| Block::Paragraph(line(text)))).collect()
}

/// Whose restriction it is, how much it hurts, since when, and the workarounds below.
fn limit(facts: &EntryFacts<'_>, restriction: &Restriction<'_>, audience: Audience) -> Block {
    let Restriction { area, severity, period, .. } = restriction;
    let head = with(line(format!("{area}, {}, {}", severity.word(), period.words)), &facts.cited);
    let mut more: Vec<Line> = restriction.without.map(line).into_iter().collect();
    if audience == Audience::Planner || restriction.workarounds.is_empty() {
        more.extend(restriction.workaround.map(|text| line(format!("Workaround{}: {text}", restriction.asks))));
        more.extend(restriction.way.map(|way| line(format!("Proposed: {way}."))));
    } else {
        more.extend(restriction.workarounds.iter().flat_map(in_time));
    }
    Block::Limit { side: Some(restriction.side), severity: *severity, item: Item { line: head, more } }
}

/// The two that get in each other's way.
fn together(facts: &EntryFacts<'_>, audience: Audience) -> Block {
    let both = facts.limits.iter().filter(|_| facts.limits_together);
    list(both.map(|limited| named(audience, limited.id, limited.title)))
}

fn in_time(workaround: &InTime<'_>) -> Vec<Line> {
    let told = line(format!("Workaround, {}{}: {}", workaround.period.words, workaround.asks, workaround.text));
    let way = workaround.way.map(|way| line(format!("Proposed: {way}.")));
    std::iter::once(with(told, &workaround.cited)).chain(way).collect()
}

fn choices(facts: &EntryFacts<'_>, audience: Audience) -> Block {
    let choice = |choice: &Offered<'_>| {
        let hint = (!choice.hint.is_empty()).then(|| line(choice.hint));
        let needs = choice.needs.iter().filter(|_| audience == Audience::Author).map(|need| {
            let mut needs = line("needs ");
            needs.extend(named(audience, need.id, need.title));
            needs
        });
        let is_said = audience == Audience::Author && !choice.phrases.is_empty();
        let phrases = is_said.then(|| line(format!("said as {}", some_of(&choice.phrases))));
        let more = hint.into_iter().chain(needs).chain(phrases).collect();
        Item { line: named(audience, choice.id, choice.label), more }
    };
    Block::List(facts.choices.iter().map(choice).collect())
}

/// The first of some texts in quotes, and how many more there are.
fn some_of(texts: &[&str]) -> String {
    const SHOWN: usize = 8;
    let first = texts.get(..SHOWN).unwrap_or(texts);
    let more = match texts.len() - first.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}{more}", quoted(first))
}

/// Texts in quotes, one after the other.
fn quoted(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join(", ")
}

fn support<'t>(time_line: &'t TimeLine<'_>) -> impl Iterator<Item = Block> + 't {
    let support = |stretch: &Stretch<'_>| Support {
        side: time_line.side,
        name: time_line.name.clone(),
        level: stretch.level,
        line: with(line(told(stretch)), &stretch.cited),
    };
    time_line.periods.iter().map(move |stretch| Block::Support(support(stretch)))
}

fn told(stretch: &Stretch<'_>) -> String {
    let by = stretch.according_to.map(|title| format!(" (only according to {title})")).unwrap_or_default();
    let note = stretch.note.map(|note| format!(". {note}")).unwrap_or_default();
    format!("{}{by}{note}", stretch.words)
}

fn life_cycle(facts: &EntryFacts<'_>) -> Block {
    let phases = facts.time_lines.iter().flat_map(|time_line| {
        time_line.life_cycle.iter().map(|phase| {
            let from = PartialDate::parse(&phase.from).map_or_else(|| phase.from.clone(), PartialDate::words);
            let told = format!("{}: {} since {from}. {}", time_line.name, phase.availability, phase.note);
            with(line(told), &phase.cited)
        })
    });
    list(phases)
}

fn needed_by(facts: &EntryFacts<'_>) -> Block {
    let needing = facts.needed_by.iter().map(|needing| Item {
        line: named(Audience::Author, needing.question, needing.ask),
        more: vec![named(Audience::Author, needing.choice, needing.label)],
    });
    Block::List(needing.collect())
}

fn limitations(facts: &EntryFacts<'_>, audience: Audience) -> Block {
    let limiting = facts.limitations.iter().map(|limit| {
        let with = limit.together_with.as_ref().map(|other| line(only_with(other.title)));
        let whose = line(format!("{}, {}, {}", limit.area, limit.severity, limit.period.words));
        Item { line: named(audience, limit.id, limit.title), more: std::iter::once(whose).chain(with).collect() }
    });
    Block::List(limiting.collect())
}

/// A title, after its id for an author.
fn named(audience: Audience, id: &str, title: &str) -> Line {
    match audience {
        Audience::Planner => line(title),
        Audience::Author => vec![Piece::Id(id.to_owned()), Piece::Text(format!(": {title}"))],
    }
}

/// Returns how an entry touches a plan: `Hits your must REQ-03.` `None` for what a plan cannot require.
pub(crate) fn touched(entry: Entry, facts: &Facts<'_>, verdict: &Verdict) -> Option<String> {
    const NOT: &str = "Nothing that you chose depends on this.";
    match entry {
        Entry::Question(_) | Entry::Event(_) => None,
        Entry::Capability(key) => {
            let asking: Vec<&Requirement> = verdict.requirements.iter().filter(|one| one.capability == key).collect();
            Some(named_requirements(&asking).map_or_else(|| NOT.to_owned(), |hit| format!("This is {hit}.")))
        }
        Entry::Limitation(key) | Entry::Workaround(key, _) => {
            let limitation = &facts.base.limitations[key];
            let Some(hit) = named_requirements(&verdict.concerned(&limitation.limits)) else {
                return Some(NOT.to_owned());
            };
            if no_longer_matters(facts.base, limitation.side, facts.as_of.day).is_some() {
                return None;
            }
            Some(if facts.holds(limitation) {
                format!("Hits {hit}.")
            } else {
                format!("It would hit {hit}, but does not hold on the day planned for.")
            })
        }
    }
}

/// Requirements of a plan as one says them: `your must REQ-03 and your should REQ-07`.
fn named_requirements(requirements: &[&Requirement]) -> Option<String> {
    let named: Vec<String> =
        requirements.iter().map(|one| format!("your {} {}", one.importance.word(), one.number)).collect();
    (!named.is_empty()).then(|| named.join(" and "))
}
