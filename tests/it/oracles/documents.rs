//! Documents of plans in which every text is hostile: parts of packages stay well-formed, text stays text, and each document is
//! verified as what it is.

pub(crate) mod as_text;

use std::collections::BTreeSet;

use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::{Answer, Answers, Response};
use journey_advisor::model::gap_work::{GapField, GapWork};
use journey_advisor::model::paper::PaperField;

use super::bytes::Bytes;
use super::verify::is_as_exported;
use crate::support::documents::{SMALL, with_document};
use crate::support::generate::{self, Random};
use crate::support::package::Package;
use as_text::stays_text;

/// The first byte says which format, the second which answers; the rest are the texts of the plan.
pub(super) fn documents(data: &[u8]) {
    let mut bytes = Bytes(data);
    let format = Format::ALL[bytes.below(Format::ALL.len())];
    let seed = u64::from(bytes.next());
    let answers = plan(&SMALL, seed, bytes.texts());
    let extent = if seed % 5 == 0 { Extent::Brief } else { Extent::Full };
    let written = with_document(&SMALL, &answers, |document| document.write(format, extent)).into_bytes();
    if matches!(format, Format::Word | Format::Excel) {
        is_well_formed(&written);
    } else if extent == Extent::Full {
        stays_text(format, &SMALL, &answers, std::str::from_utf8(&written).expect("a text is UTF-8"));
    }
    if !matches!(format, Format::Text | Format::Csv | Format::DevOps) {
        is_as_exported(&written);
    }
}

/// A plan with these texts where somebody types one, as far as each can be said there.
fn plan(base: &KnowledgeBase, seed: u64, texts: Vec<String>) -> Answers {
    let mut answers = generate::answers(&mut Random::new(seed), base);
    let mut texts = texts.into_iter();
    answers.title = texts.next().unwrap_or_default();
    for key in base.questions.keys() {
        let (note, amount) = (texts.next().unwrap_or_default(), line(texts.next()));
        let response = answers.response(key).cloned().unwrap_or_default();
        let answer = response.answer.or(Some(Answer::DoesNotApply));
        answers.set(key, Response { note, amount, answer, ..response });
    }
    for field in PaperField::ALL {
        // What is refused stays unsaid.
        let _ = answers.paper.say(field, &texts.next().unwrap_or_default());
    }
    for key in base.capabilities.keys() {
        let mut work = GapWork::default();
        let _ = work.say(GapField::Owner, &texts.next().unwrap_or_default());
        let _ = work.say(GapField::Size, &texts.next().unwrap_or_default());
        answers.set_gap_work(key, work);
    }
    answers
}

/// A text as a figure beside an answer can be.
fn line(text: Option<String>) -> String {
    let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let short: String = text.unwrap_or_default().chars().filter(|letter| !ends.contains(letter)).take(40).collect();
    short.trim().to_owned()
}

/// Every part of a package is XML that ends, and every part that another one leads to is there.
fn is_well_formed(bytes: &[u8]) {
    let package = Package::read(bytes);
    let names: BTreeSet<&str> = package.0.keys().map(String::as_str).collect();
    for name in package.xml_parts() {
        let root = package.root(name);
        let Some(folder) =
            name.strip_suffix(".rels").and_then(|name| name.split_once("_rels/")).map(|(folder, _)| folder)
        else {
            continue;
        };
        for relation in root.named("Relationship").iter().filter(|part| part.attribute("TargetMode").is_none()) {
            let target = relation.attribute("Target").expect("a relation leads somewhere");
            let path = resolved(folder, target);
            assert!(names.contains(path.as_str()), "{name} leads to {target}, and there is no {path}");
        }
    }
}

/// Where a relation leads to, from the folder of its part.
fn resolved(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')).filter(|step| !step.is_empty()) {
        match step {
            ".." => path.truncate(path.len().saturating_sub(1)),
            _ => path.push(step),
        }
    }
    path.join("/")
}
