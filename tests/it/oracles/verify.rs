//! A document that a stranger hands over: whatever it holds is judged or refused, and one of the program's own that was changed is
//! told from one that was not.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use journey_advisor::answers;
use journey_advisor::diagnostic::File;
use journey_advisor::export::decision::Decision;
use journey_advisor::export::{Extent, Format};
use journey_advisor::report::alteration::Words;
use journey_advisor::report::verification::Verification;

use super::bytes::Bytes;
use super::sound::{are_sound, is_clean};
use crate::support::archive::archive;
use crate::support::documents::{SMALL, today, with_document};
use crate::support::generate::{self, Random};
use crate::support::package::Package;

/// The formats that carry a decision.
const CARRIERS: [Format; 6] = [Format::Markdown, Format::Html, Format::Adr, Format::Json, Format::Word, Format::Excel];

/// The parts of packages that are changed: of a document, and of a workbook.
const PARTS: [(usize, &str); 4] = [
    (4, "word/document.xml"),
    (4, "customXml/item1.xml"),
    (5, "xl/worksheets/sheet1.xml"),
    (5, "xl/sharedStrings.xml"),
];

/// Documents of the program's own.
static OWN: LazyLock<[Vec<u8>; 6]> = LazyLock::new(|| {
    let mut answers = generate::answers(&mut Random::new(3), &SMALL);
    "Spring *campaign* & <more>".clone_into(&mut answers.title);
    CARRIERS.map(|format| with_document(&SMALL, &answers, |document| document.write(format, Extent::Full)).into_bytes())
});

/// The first byte says what the rest is: a document, a record with the words around it, a part of a package, or changes to a
/// document of the program's own.
pub(super) fn verify(data: &[u8]) {
    let mut bytes = Bytes(data);
    match bytes.below(4) {
        0 => drop(judged(bytes.0)),
        1 => drop(judged(&carrying(bytes.0))),
        2 => drop(judged(&with_part(bytes))),
        _ => is_told_from_what_was_exported(bytes),
    }
}

/// A page with a record that somebody wrote, and words of theirs behind a byte that stands in no text.
fn carrying(bytes: &[u8]) -> Vec<u8> {
    let mut parts = bytes.splitn(2, |byte| *byte == 0xff);
    let (record, words) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let block = format!("\n<!-- journey-advisor-record\n{}\n-->\n", STANDARD.encode(record));
    [words, block.as_bytes()].concat()
}

/// A package with a part that somebody wrote.
fn with_part(mut bytes: Bytes<'_>) -> Vec<u8> {
    let (own, part) = PARTS[bytes.below(PARTS.len())];
    let mut package = Package::read(&OWN[own]);
    package.0.insert(part.to_owned(), bytes.0.to_vec());
    let parts: Vec<(&str, &Vec<u8>)> = package.0.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect();
    archive(&parts)
}

/// What becomes of a document, if it carries a decision that can be read. Whatever is said of it is clean and not endless.
fn judged(bytes: &[u8]) -> Option<Verification> {
    let decision = if bytes.starts_with(b"PK") {
        Decision::of_package(bytes, &SMALL)
    } else {
        let (file, wrong) = File::decoded("plan.md".to_owned(), bytes.to_vec());
        if wrong.is_some() {
            return None;
        }
        Decision::of_text(file.text, &SMALL)
    };
    let decision = decision.ok()?;
    let file = File { path: "the answers in `plan.md`".to_owned(), text: decision.answers().to_owned() };
    let (answers, problems) = answers::read(&file, &SMALL);
    are_sound(&problems, &[file]);
    let answers = answers?;
    let as_of = SMALL.as_of(answers.as_of.as_deref().unwrap_or("today"), today()).ok()?;
    let facts = SMALL.at(as_of).for_plan(&answers);
    let verification = decision.verified(&facts, &answers, today());
    let lines: Vec<String> = verification.lines().collect();
    for line in &lines {
        is_clean(line);
        assert!(!line.contains('\n') && line.len() < 4_000, "{line:?}");
    }
    assert!(lines.len() < 500, "{} lines", lines.len());
    Some(verification)
}

/// Fails unless a document is what was exported.
pub(super) fn is_as_exported(document: &[u8]) {
    let verification = judged(document).expect("it carries its decision");
    assert!(verification.holds(), "{verification:#?}");
    let untouched = Words::Checked { alterations: Vec::new(), added: Vec::new() };
    assert_eq!(verification.words, untouched);
}

/// Changes some bytes of a document: it is refused, or judged as what it is now.
fn is_told_from_what_was_exported(mut bytes: Bytes<'_>) {
    let place = bytes.below(OWN.len());
    let own = &OWN[place];
    let mut changed = own.clone();
    while !bytes.is_used_up() {
        let place = bytes.far_below(changed.len());
        let (deed, byte) = (bytes.next(), bytes.next());
        match deed % 4 {
            0 => changed[place] = byte,
            1 => changed.insert(place, byte),
            2 => drop(changed.remove(place)),
            _ => drop(changed.drain(place..(place + usize::from(byte)).min(changed.len()))),
        }
        if changed.is_empty() {
            return;
        }
    }
    if changed == *own {
        is_as_exported(&changed);
    } else if let Some(Words::Checked { alterations, .. }) = judged(&changed).map(|verification| verification.words)
        && alterations.is_empty()
        && let Some(letters) = letters(CARRIERS[place], &changed)
    {
        let exported = self::letters(CARRIERS[place], &without_inputs(own)).expect("it can be read");
        assert!(is_within(&exported, &letters), "{:?} counts as exported, and lacks letters", CARRIERS[place]);
    }
}

/// The letters that are to be seen of a document, but for its status, which people set; `None` where that is not easily told.
fn letters(format: Format, document: &[u8]) -> Option<String> {
    let text = str::from_utf8(document).ok()?;
    let seen = match format {
        Format::Markdown => {
            let (before, behind) = text.split_once("<!--")?;
            let lines: Vec<&str> = before.lines().filter(|line| !line.contains("Status:")).collect();
            (!behind.contains("<!--")).then(|| lines.join("\n"))?
        }
        Format::Json => {
            let mut json: serde_json::Value = serde_json::from_str(text).ok()?;
            json.as_object_mut()?.remove("words");
            without_status(&mut json);
            json.to_string()
        }
        _ => return None,
    };
    Some(seen.chars().filter(|letter| letter.is_alphabetic()).collect())
}

/// A text without the cells that people fill in, below the heads of their columns.
fn without_inputs(document: &[u8]) -> Vec<u8> {
    const HEADS: [&str; 7] = ["Size", "Effort (days)", "Owner", "Due", "By", "Status", "Decision"];
    let mut inputs: Option<Vec<bool>> = None;
    let mut stays = String::new();
    for line in str::from_utf8(document).unwrap().split_inclusive('\n') {
        let Some(row) = line.strip_prefix("| ") else {
            inputs = None;
            stays.push_str(line);
            continue;
        };
        let cells: Vec<&str> = row.split(" | ").collect();
        let inputs = inputs.get_or_insert_with(|| cells.iter().map(|head| HEADS.contains(head)).collect());
        let fixed = cells.iter().zip(inputs).filter(|(cell, is_input)| !**is_input && **cell != "to be named");
        stays.extend(fixed.map(|(cell, _)| *cell));
    }
    stays.into_bytes()
}

/// Takes the lines of the status out.
fn without_status(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::String(text) if text.contains("Status:") => text.clear(),
        serde_json::Value::Array(values) => values.iter_mut().for_each(without_status),
        serde_json::Value::Object(values) => values.values_mut().for_each(without_status),
        _ => {}
    }
}

/// Whether one text is left if letters are struck from another.
fn is_within(text: &str, other: &str) -> bool {
    let mut others = other.chars();
    text.chars().all(|letter| others.any(|other| other == letter))
}
