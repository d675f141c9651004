//! Spot checks: how well an area did something on a day, to the day on which it changed.

use std::path::Path;

use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::date::Day;
use journey_advisor::model::verdict::AsOf;
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    rows: Vec<String>,
    life: Vec<String>,
}

fn table() -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/knowledge/periods.toml");
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn as_of(base: &KnowledgeBase, day: &str) -> AsOf {
    base.as_of(day, Day::parse("2026-11-24").unwrap()).unwrap()
}

/// What the knowledge says in the words of a row.
fn row(base: &KnowledgeBase, capability: &str, alternative: &str, day: &str) -> String {
    let mut found = base.capabilities.iter().filter(|(_, entry)| entry.id.as_str() == capability);
    let (key, _) = found.next().unwrap();
    let support = base.at(as_of(base, day)).support(key, base.side(alternative).unwrap()).unwrap().clone();
    let preview = if support.preview { " preview" } else { "" };
    format!("{capability} {alternative} {day} {}{preview}", support.level.word())
}

#[test]
fn levels_change_on_the_day_that_the_sources_give() {
    let base = embedded::knowledge();
    let table = table();
    assert!(table.rows.len() > 150, "{}", table.rows.len());
    for expected in table.rows {
        let mut words = expected.split(' ');
        let [capability, alternative, day] = [(); 3].map(|()| words.next().unwrap());
        assert_eq!(row(&base, capability, alternative, day), expected);
    }
}

#[test]
fn an_area_can_be_had_as_long_as_the_sources_say() {
    let base = embedded::knowledge();
    for expected in table().life {
        let [alternative, day, state] = expected.split(' ').collect::<Vec<_>>().try_into().unwrap();
        let side = base.side(alternative).unwrap();
        assert_eq!(base.alternatives[side].availability(as_of(&base, day).day).word(), state, "{expected}");
    }
}
