//! How long it takes to see what a client's text of a thousand words asks for, and to gather the words of the knowledge.
//!
//! Run with `cargo bench --bench brief`; compare rows of one run, machines are noisy.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark may fail loudly and reads the texts")]

use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use journey_advisor::brief::{Index, read};
use journey_advisor::embedded;
use serde::Deserialize;

const WORDS: usize = 1000;

fn main() {
    divan::main();
}

#[derive(Deserialize)]
struct Row {
    text: String,
}

/// The labelled texts one after the other, as many lines as have a thousand words.
fn text() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/brief/shown.jsonl");
    let rows = std::fs::read_to_string(path).unwrap();
    let texts = rows.lines().map(|row| serde_json::from_str::<Row>(row).unwrap().text);
    let (mut text, mut words) = (String::new(), 0);
    for line in texts.collect::<Vec<_>>().iter().rev().flat_map(|text| text.lines()) {
        if words >= WORDS {
            break;
        }
        words += line.split_whitespace().count();
        text.push_str(line);
        text.push('\n');
    }
    assert!(words >= WORDS);
    text
}

/// What a text of a thousand words asks for.
#[divan::bench]
fn a_thousand_words(bencher: Bencher<'_, '_>) {
    let (base, text) = (embedded::knowledge(), text());
    let index = Index::of(&base);
    bencher.bench_local(|| black_box(read(&text, &index, &base)));
}

/// The words of the knowledge.
#[divan::bench]
fn gathering(bencher: Bencher<'_, '_>) {
    let base = embedded::knowledge();
    bencher.bench_local(|| black_box(Index::of(&base)));
}
