//! The words of a document: what its record holds of them, and whether they are still what was exported.
//!
//! A document is read back as passages by the same reader when it is written and when it is verified, and the record holds a
//! digest of each. So nothing has to be known about any sentence to find that it was changed, and where.

mod difference;
mod gathering;
mod html;
mod json;
mod markdown;
mod packed;
mod passage;

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::report::alteration::{Alteration, Lines, Place, Unchecked, Words};
use crate::report::document::unnumbered;
use crate::report::paper::revisions;
use crate::report::parts::notes;

use difference::{Stretch, stretches};
use passage::Passage;

/// How the words of a document are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As Markdown.
    Markdown,
    /// As a page.
    Html,
    /// As JSON, member by member.
    Json,
    /// As the lines of a document that another program packs: see [`super::unpacked`].
    Packed,
}

/// What a record holds of the words: the digest of each passage, four bytes each, in base64.
pub(super) fn recorded(form: Form, document: &str) -> String {
    let digests =
        passages(form, document).iter().flat_map(|passage| passage.digest().to_be_bytes()).collect::<Vec<_>>();
    STANDARD.encode(digests)
}

/// The digests that a record holds; `None` if they cannot be read.
fn digests(recorded: &str) -> Option<Vec<u32>> {
    let bytes = STANDARD.decode(recorded).ok()?;
    let whole = bytes.len() % 4 == 0 && !bytes.is_empty();
    let number = |bytes: &[u8]| bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
    whole.then(|| bytes.chunks(4).map(number).collect())
}

/// Compares the words of a document with what its record holds of them. `drafts` makes documents that may say again what was
/// exported: what is missing is quoted from them.
pub fn compare(form: Form, document: &str, recorded: Option<&str>, drafts: impl FnOnce() -> Vec<String>) -> Words {
    let Some(recorded) = recorded.and_then(digests) else { return Words::NotChecked(Unchecked::NotRecorded) };
    if form == Form::Markdown && is_page(document) {
        return Words::NotChecked(Unchecked::OtherForm);
    }
    let found = passages(form, document);
    let stretches = stretches(&recorded, &found);
    let drafts = if stretches.is_empty() { Vec::new() } else { drafts() };
    let drafts = drafts.iter().flat_map(|draft| passages(form, draft));
    let said: HashMap<u32, String> = drafts.map(|passage| (passage.digest(), passage.words())).collect();
    let comparison = Comparison { recorded: &recorded, found: &found, said: &said };
    let (mut alterations, mut added) = (Vec::new(), Vec::new());
    for stretch in &stretches {
        let (altered, own) = comparison.parted(stretch);
        added.extend(lines(&own));
        alterations.extend(comparison.alterations(stretch, &altered));
    }
    Words::Checked { alterations, added }
}

/// Whether a document is a page, whatever it was when it was exported.
fn is_page(document: &str) -> bool {
    let begins = |word: &str| {
        let start = document.trim_start_matches('\u{feff}').trim_start();
        start.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    begins("<!doctype html") || begins("<html")
}

fn passages(form: Form, document: &str) -> Vec<Passage> {
    let document = document.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    match form {
        Form::Markdown => markdown::passages(&document),
        Form::Html => html::passages(&document),
        Form::Json => json::passages(&document),
        Form::Packed => packed::passages(&document),
    }
}

struct Comparison<'c> {
    recorded: &'c [u32],
    found: &'c [Passage],
    said: &'c HashMap<u32, String>,
}

impl<'c> Comparison<'c> {
    /// What is found in a stretch: first what takes the place of what is missing or stands among what was exported, then what
    /// people added where there is room for it.
    fn parted(&self, stretch: &Stretch) -> (Vec<&'c Passage>, Vec<&'c Passage>) {
        let found = self.found.get(stretch.found.clone()).unwrap_or_default();
        let (is_above, missing) = (stretch.recorded.start == 0, stretch.recorded.len());
        let is_outside = is_above || stretch.recorded.end == self.recorded.len();
        // Above the title, what is nearest to it stands in its place.
        let in_place = if is_above { found.len().saturating_sub(missing)..found.len() } else { 0..missing };
        let mut parts = (Vec::new(), Vec::new());
        for (position, passage) in found.iter().enumerate() {
            let part = if in_place.contains(&position) || !has_room(passage, is_outside) {
                &mut parts.0
            } else {
                &mut parts.1
            };
            part.push(passage);
        }
        parts
    }

    /// What differs in a stretch: one by one where as many passages stand there as stood there, else all of it as one.
    fn alterations(&self, stretch: &Stretch, altered: &[&Passage]) -> Vec<Alteration> {
        let recorded = self.recorded.get(stretch.recorded.clone()).unwrap_or_default();
        let after = stretch.found.start.checked_sub(1).and_then(|before| self.found.get(before));
        if altered.is_empty() && recorded.is_empty() {
            Vec::new()
        } else if altered.len() == recorded.len() {
            let pairs = altered.chunks(1).zip(recorded.chunks(1));
            pairs.map(|(altered, recorded)| self.alteration(recorded, altered, after)).collect()
        } else {
            vec![self.alteration(recorded, altered, after)]
        }
    }

    fn alteration(&self, recorded: &[u32], altered: &[&Passage], after: Option<&Passage>) -> Alteration {
        let nearest = altered.first().copied().or(after).or(self.found.first());
        let top = || Place::Line { number: 1, heading: String::new() };
        Alteration {
            place: nearest.map_or_else(top, |passage| passage.place.clone()),
            now: altered.iter().map(|passage| passage.words()).collect(),
            missing: recorded.len(),
            before: recorded.iter().filter_map(|digest| self.said.get(digest).cloned()).collect(),
            after: after.map(Passage::words),
        }
    }
}

/// Whether people may add a passage: above the title, below the end, among their own notes, and as a row of a later version.
fn has_room(passage: &Passage, is_outside: bool) -> bool {
    match &passage.place {
        Place::Line { heading, .. } => {
            let is_below = |part: &str| unnumbered(heading) == part;
            let is_own = is_below(notes::HEADING) && !passage.is_heading;
            is_outside || is_own || is_below(revisions::HEADING) && passage.is_row()
        }
        Place::Member(_) => false,
    }
}

/// From the first to the last line of some passages.
fn lines(passages: &[&Passage]) -> Option<Lines> {
    let number = |passage: &&Passage| match &passage.place {
        Place::Line { number, .. } => Some(*number),
        Place::Member(_) => None,
    };
    let mut numbers = passages.iter().filter_map(number);
    let first = numbers.next()?;
    Some(Lines { first, last: numbers.next_back().unwrap_or(first) })
}
