//! Whatever a file of any kind holds, what is said about it can be read safely, points at what is there, and is not endless.

use journey_advisor::app::{keyfile, preference};
use journey_advisor::diagnostic::{Diagnostic, File};
use journey_advisor::theme::Catalogue;
use journey_advisor::theme::import::import;
use journey_advisor::{answers, knowledge};

use super::bytes::Bytes;
use super::sound::{are_sound, is_clean};
use crate::support::documents::SMALL;

/// What reads a kind of file: the name that it goes by, and its problems.
type Reading = (&'static str, fn(&File) -> Vec<Diagnostic>);

const READINGS: [Reading; 6] = [
    ("plan.toml", |file| answers::read(file, &SMALL).1),
    ("config.toml", |file| preference::read(file).1),
    ("keys.toml", |file| keyfile::read(file).1),
    ("themes/mine.toml", |file| Catalogue::new(vec![file.clone()]).theme("mine").1),
    ("scheme.yaml", |file| import(file).1),
    ("advisor.toml", |file| knowledge::load(vec![file.clone()]).diagnostics),
];

/// The first byte says what kind of file it is, the second how often it is repeated.
pub(super) fn diagnostics(data: &[u8]) {
    let mut bytes = Bytes(data);
    let (path, read) = READINGS[bytes.below(READINGS.len())];
    let times = 1 + bytes.below(4);
    let (file, wrong) = File::decoded(path.to_owned(), bytes.0.repeat(times));
    assert!(!file.text.lines().any(|line| line.starts_with('\u{feff}')), "{:?}", file.text);
    if let Some(wrong) = wrong {
        assert!(file.text.is_char_boundary(wrong.at), "byte {} is within a letter", wrong.at);
        is_clean(wrong.looks_like());
    }
    // Themes that others inherit from come after it.
    let files =
        if path.starts_with("themes/") { Catalogue::new(vec![file.clone()]).files() } else { vec![file.clone()] };
    are_sound(&read(&file), &files);
}
