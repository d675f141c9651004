//! An entry of the knowledge as a page.

use crate::knowledge::entry::Entry;
use crate::knowledge::facts::Facts;
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::date::PartialDate;
use crate::model::verdict::Verdict;

use super::super::availability::no_longer_matters;
use super::super::page::{Block, Item, Line, Page, Piece, Section, line, list, with};
use super::super::parts::sources;
use super::gist::kind_word;
use super::time_line::{Stretch, TimeLine};
use super::{EntryFacts, InTime, Offered, Restriction};

/// The sections of an entry that an author looks up by `show`, not a person who plans.
pub const FOR_AUTHORS: [&str; 4] = ["identity", "life-cycle", "restricts", "needed-by"];

/// Returns everything about an entry as a page; `touched` says how it touches a plan.
pub fn page(facts: &EntryFacts<'_>, touched: Option<String>) -> Page {
    let so = facts.on_the_day.as_ref().or(facts.today.as_ref()).map(|so| line(&so.words));
    let kind = format!("{} ", kind_word(facts.kind));
    let identity =
        vec![Piece::Text(kind), Piece::Id(facts.id.to_owned()), Piece::Text(format!(", topic {}", facts.topic))];
    let sections = vec![
        Section::new("identity", "", vec![Block::Remark(identity)]),
        Section::new("state", "", so.into_iter().chain(touched.map(line)).map(Block::Paragraph).collect()),
        Section::new("text", "", text(facts)),
        Section::new("limit", "", facts.restriction.iter().map(|restriction| limit(facts, restriction)).collect()),
        Section::new("choices", "Choices", vec![Block::List(facts.choices.iter().map(choice).collect())]),
        Section::new("support", "What each area can do", facts.time_lines.iter().flat_map(support).collect()),
        Section::new("life-cycle", "Product life cycle", vec![life_cycle(facts)]),
        Section::new(
            "restricts",
            "Restricts",
            vec![list(facts.limits.iter().map(|limited| named(limited.id, limited.title)))],
        ),
        Section::new("needed-by", "Needed by", vec![needed_by(facts)]),
        Section::new("limitations", "Limits", vec![limitations(facts)]),
        Section::new("keywords", "Also called", vec![Block::Paragraph(line(facts.keywords.join(", ")))]),
        sources::section(&facts.sources),
    ];
    Page::of(facts.title.to_owned(), sections)
}

fn text(facts: &EntryFacts<'_>) -> Vec<Block> {
    let date = facts.date.as_ref().map(|date| {
        let words = PartialDate::parse(date).map_or_else(|| date.clone(), PartialDate::words);
        Block::Remark(with(line(format!("{words}, concerns {}", facts.alternatives.join(" and "))), &facts.cited))
    });
    date.into_iter().chain(facts.text.map(|text| Block::Paragraph(line(text)))).collect()
}

/// Whose restriction it is, how much it hurts, since when, and the workarounds below.
fn limit(facts: &EntryFacts<'_>, restriction: &Restriction<'_>) -> Block {
    let Restriction { area, severity, period, .. } = restriction;
    let head = with(line(format!("{area}, {}, {}", severity.word(), period.words)), &facts.cited);
    let mut more: Vec<Line> = restriction.without.map(line).into_iter().collect();
    if restriction.workarounds.is_empty() {
        more.extend(restriction.workaround.map(|text| line(format!("Workaround: {text}"))));
        more.extend(restriction.way.map(|way| line(format!("Proposed: {way}."))));
    }
    more.extend(restriction.workarounds.iter().flat_map(in_time));
    Block::Limit { side: Some(restriction.side), severity: *severity, item: Item { line: head, more } }
}

fn in_time(workaround: &InTime<'_>) -> Vec<Line> {
    let told = line(format!("Workaround, {}: {}", workaround.period.words, workaround.text));
    let way = workaround.way.map(|way| line(format!("Proposed: {way}.")));
    std::iter::once(with(told, &workaround.cited)).chain(way).collect()
}

fn choice(choice: &Offered<'_>) -> Item {
    let needs = choice.needs.iter().map(|need| {
        let mut needs = line("needs ");
        needs.extend(named(need.id, need.title));
        needs
    });
    let hint = (!choice.hint.is_empty()).then(|| line(choice.hint));
    Item { line: named(choice.id, choice.label), more: hint.into_iter().chain(needs).collect() }
}

fn support<'t>(time_line: &'t TimeLine<'_>) -> impl Iterator<Item = Block> + 't {
    time_line.periods.iter().map(|stretch| Block::Support {
        side: time_line.side,
        name: time_line.name.clone(),
        level: stretch.level,
        line: with(line(told(stretch)), &stretch.cited),
    })
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
        line: named(needing.question, needing.ask),
        more: vec![named(needing.choice, needing.label)],
    });
    Block::List(needing.collect())
}

fn limitations(facts: &EntryFacts<'_>) -> Block {
    let limiting = facts.limitations.iter().map(|limit| Item {
        line: named(limit.id, limit.title),
        more: vec![line(format!("{}, {}, {}", limit.area, limit.severity, limit.period.words))],
    });
    Block::List(limiting.collect())
}

fn named(id: &str, title: &str) -> Line {
    vec![Piece::Id(id.to_owned()), Piece::Text(format!(": {title}"))]
}

/// Returns how an entry touches a plan: `Hits your must REQ-03.` `None` for what a plan cannot require.
pub fn touched(entry: Entry, facts: &Facts<'_>, verdict: &Verdict) -> Option<String> {
    const NOT: &str = "Not touched by your answers.";
    match entry {
        Entry::Question(_) | Entry::Event(_) => None,
        Entry::Capability(key) => {
            Some(requiring(verdict, &[key]).map_or_else(|| NOT.to_owned(), |hit| format!("This is {hit}.")))
        }
        Entry::Limitation(key) | Entry::Workaround(key, _) => {
            let limitation = &facts.base.limitations[key];
            let Some(hit) = requiring(verdict, &limitation.limits) else { return Some(NOT.to_owned()) };
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

/// Which requirements of a plan are among these capabilities: `your must REQ-03 and your should REQ-07`.
fn requiring(verdict: &Verdict, capabilities: &[Key<Capability>]) -> Option<String> {
    let all = verdict.requirements.iter().filter(|requirement| capabilities.contains(&requirement.capability));
    let hit: Vec<String> =
        all.map(|requirement| format!("your {} {}", requirement.importance.word(), requirement.number)).collect();
    (!hit.is_empty()).then(|| hit.join(" and "))
}
