//! The bias audit: its table, its bands, and that the embedded knowledge lies within its own.

use std::path::Path;

use journey_advisor::diagnostic::File;
use journey_advisor::embedded;
use journey_advisor::knowledge::{KnowledgeBase, load};
use journey_advisor::model::date::Day;
use journey_advisor::report::audit::{self, AuditReport};

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

/// The knowledge base about trams and buses, with other bands.
fn sound(change: impl Fn(&str) -> String) -> KnowledgeBase {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/knowledge/sound");
    let read = |name: &str| {
        let text = std::fs::read_to_string(root.join(name)).unwrap();
        File { path: name.to_owned(), text: if name == "advisor.toml" { change(&text) } else { text } }
    };
    load(["advisor.toml", "sources.toml", "topics/trip.toml", "topics/comfort.toml"].map(read).to_vec()).base.unwrap()
}

#[test]
fn the_embedded_knowledge_lies_within_its_declared_bands() {
    let base = embedded::knowledge();
    assert!(!base.bands.is_empty());
    let strays: Vec<String> = audit::all(&base, today()).into_iter().flat_map(|audit| audit.strays).collect();
    assert_eq!(strays, Vec::<String>::new());
}

#[test]
fn the_table_reads_well() {
    let audits = audit::all(&sound(str::to_owned), today());
    insta::assert_snapshot!(audits.iter().map(AuditReport::text).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_share_outside_its_band_is_named() {
    let narrow = |text: &str| text.replace("at-most = 100", "at-most = 0");
    let audits = audit::all(&sound(narrow), today());
    insta::assert_debug_snapshot!(audits.into_iter().flat_map(|audit| audit.strays).collect::<Vec<_>>());
}

#[test]
fn the_shares_are_parts_of_one_whole() {
    for audit in audit::all(&sound(str::to_owned), today()) {
        let whole: f64 = audit.shares.iter().map(|(_, share)| share).sum();
        assert!((whole - 1.0).abs() < 1e-9, "{}: {whole}", audit.day);
    }
}
