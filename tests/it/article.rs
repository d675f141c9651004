//! Every statement of the article that claims something stands in the knowledge, and where Microsoft reads differently, so does
//! that reading.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::arena::Key;
use journey_advisor::model::capability::{Capability, Level, Support};
use journey_advisor::model::date::Day;
use journey_advisor::model::source::{Citation, Source};
use journey_advisor::model::verdict::AsOf;
use serde::Deserialize;

/// How many statements the article makes.
const STATEMENTS: usize = 41;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Ledger {
    without_claim: BTreeMap<String, String>,
    difference: Vec<Difference>,
    remark: Vec<Remark>,
}

#[derive(Deserialize)]
struct Difference {
    statement: String,
    capability: String,
    alternative: String,
    article: String,
    documented: String,
}

#[derive(Deserialize)]
struct Remark {
    statement: String,
    entry: String,
    says: String,
}

fn ledger() -> Ledger {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/knowledge/article.toml");
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn knowledge() -> KnowledgeBase {
    embedded::knowledge()
}

fn article(base: &KnowledgeBase) -> Key<Source> {
    base.sources.iter().find(|(_, source)| source.id.as_str() == "article").unwrap().0
}

/// The day of the article, by the article alone and by everything.
fn readings(base: &KnowledgeBase) -> [Facts<'_>; 2] {
    let alone = base.as_of("article", Day::parse("2026-11-24").unwrap()).unwrap();
    [base.at(alone), base.at(AsOf { basis: None, ..alone })]
}

fn capability(base: &KnowledgeBase, id: &str) -> Option<Key<Capability>> {
    base.capabilities.iter().find(|(_, entry)| entry.id.as_str() == id).map(|(key, _)| key)
}

/// Every citation of the knowledge base, with the entry that makes it.
fn citations(base: &KnowledgeBase) -> Vec<(&str, &Citation)> {
    let mut all: Vec<(&str, &Citation)> = Vec::new();
    for (_, entry) in base.capabilities.iter() {
        all.extend(entry.support.iter().flat_map(|support| &support.sources).map(|cited| (entry.id.as_str(), cited)));
    }
    let limitations = base.limitations.iter().map(|(_, entry)| (entry.id.as_str(), &entry.sources));
    let events = base.events.iter().map(|(_, entry)| (entry.id.as_str(), &entry.sources));
    let questions = base.questions.iter().map(|(_, entry)| (entry.id.as_str(), &entry.sources));
    for (id, sources) in limitations.chain(events).chain(questions) {
        all.extend(sources.iter().map(|cited| (id, cited)));
    }
    all
}

fn statements(base: &KnowledgeBase) -> BTreeMap<String, BTreeSet<String>> {
    let article = article(base);
    let mut cited: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (id, citation) in citations(base).into_iter().filter(|(_, citation)| citation.source == article) {
        let place = citation.place.clone().unwrap_or_default();
        cited.entry(place.into()).or_default().insert(id.to_owned());
    }
    cited
}

fn names_article(sources: &[Citation], article: Key<Source>, statement: &str) -> bool {
    sources.iter().any(|cited| cited.source == article && cited.place.as_deref() == Some(statement))
}

#[test]
fn every_statement_that_claims_something_is_cited() {
    let without_claim = ledger().without_claim;
    let cited = statements(&knowledge());
    let missing: Vec<String> = (1..=STATEMENTS)
        .map(|number| format!("S{number}"))
        .filter(|statement| !cited.contains_key(statement) && !without_claim.contains_key(statement))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
    let claimed: Vec<&String> = without_claim.keys().filter(|statement| cited.contains_key(*statement)).collect();
    assert_eq!(claimed, Vec::<&String>::new(), "listed as claiming nothing, yet cited");
}

#[test]
fn no_citation_names_a_statement_that_does_not_exist() {
    let known: BTreeSet<String> = (1..=STATEMENTS).map(|number| format!("S{number}")).collect();
    let strays: Vec<(String, BTreeSet<String>)> =
        statements(&knowledge()).into_iter().filter(|(statement, _)| !known.contains(statement)).collect();
    assert_eq!(strays, Vec::new());
    assert!(ledger().without_claim.keys().all(|statement| known.contains(statement)));
}

#[test]
fn both_readings_of_a_day_are_kept_with_their_sources() {
    let base = knowledge();
    let article = article(&base);
    let [alone, all] = readings(&base);
    for difference in ledger().difference {
        let key = capability(&base, &difference.capability).unwrap();
        let side = base.side(&difference.alternative).unwrap();
        let levels = [&alone, &all].map(|facts| facts.level(key, side).word());
        let shown = format!("{} {}", difference.capability, difference.alternative);
        assert_eq!(levels, [difference.article.as_str(), difference.documented.as_str()], "{shown}");
        let by_article = alone.support(key, side).unwrap();
        assert_eq!(by_article.according_to, Some(article), "{shown}");
        assert!(
            names_article(&by_article.sources, article, &difference.statement),
            "{shown}: {}",
            difference.statement
        );
        let documented = all.support(key, side).unwrap();
        assert!(documented.sources.iter().any(|cited| cited.source != article), "{shown}: no documentation cited");
    }
}

/// An entry that reads differently for one source alone, with the day's documented entry beside it.
fn differing(base: &KnowledgeBase) -> Vec<(&Capability, Key<Capability>, &Support)> {
    let entries = base.capabilities.iter().flat_map(|(key, entry)| {
        entry.support.iter().filter(|support| support.according_to.is_some()).map(move |found| (entry, key, found))
    });
    entries.collect()
}

#[test]
fn every_differing_reading_is_listed_and_says_how_the_documentation_differs() {
    let base = knowledge();
    let [_, all] = readings(&base);
    let listed: BTreeSet<(String, Side)> = ledger()
        .difference
        .into_iter()
        .map(|difference| (difference.capability, base.side(&difference.alternative).unwrap()))
        .collect();
    for (entry, key, support) in differing(&base) {
        let id = entry.id.as_str();
        assert!(listed.contains(&(id.to_owned(), support.side)), "{id} is missing from the list");
        assert_ne!(all.level(key, support.side), support.level, "{id}: the readings do not differ");
        let note = support.note.as_deref().unwrap_or_default();
        assert!(note.contains("article"), "{id}: {note}");
        assert!(note.contains("ocument") || note.contains("Microsoft"), "{id}: {note}");
    }
}

#[test]
fn where_only_the_words_differ_the_note_says_so() {
    let base = knowledge();
    let article = article(&base);
    for remark in ledger().remark {
        let supports = base.capabilities.iter().filter(|(_, entry)| entry.id.as_str() == remark.entry);
        let supports = supports.flat_map(|(_, entry)| &entry.support).map(|found| (&found.note, &found.sources));
        let limitations = base.limitations.iter().filter(|(_, entry)| entry.id.as_str() == remark.entry);
        let limitations = limitations.map(|(_, entry)| (&entry.text, &entry.sources));
        let holds = supports.chain(limitations).any(|(text, sources)| {
            text.as_deref().is_some_and(|text| text.contains(&remark.says))
                && names_article(sources, article, &remark.statement)
                && sources.iter().any(|cited| cited.source != article)
        });
        assert!(holds, "{} {}", remark.entry, remark.statement);
    }
}

#[test]
fn by_the_article_alone_nothing_else_counts() {
    let base = knowledge();
    let article = article(&base);
    let [alone, _] = readings(&base);
    for (key, entry) in base.capabilities.iter() {
        for side in Side::BOTH {
            match alone.support(key, side) {
                Some(support) => assert!(support.sources.iter().any(|cited| cited.source == article), "{}", entry.id),
                None => assert_eq!(alone.level(key, side), Level::Unknown, "{}", entry.id),
            }
        }
    }
}
