//! What a document carries for `verify`, and what a redacted one does not carry.

use journey_advisor::embedded;
use journey_advisor::export::decision::{Decision, NoDecision};
use journey_advisor::export::record::Record;
use journey_advisor::export::{Extent, Format, redacted};
use journey_advisor::model::answers::Response;
use journey_advisor::model::gap_work::{GapField, GapWork};
use journey_advisor::model::paper::PaperField;
use journey_advisor::report::alteration::Words;

use super::filled::packed;
use super::packed::PACKED;
use super::{in_every_format, reread};
use crate::support::documents::{small, today, with_document};
use crate::support::generate::{self, Random};
use crate::support::package::Package;

const CARRIERS: [Format; 4] = [Format::Markdown, Format::Html, Format::Adr, Format::Json];

#[test]
fn four_formats_carry_the_same_record() {
    let base = embedded::knowledge();
    for seed in 0..30 {
        let mut answers = generate::answers(&mut Random::new(seed), &base);
        answers.title = "<!-- journey-advisor-record\nbad\n--> </template>".to_owned();
        answers.paper.say(PaperField::Client, "--> </template>").unwrap();
        let records: Vec<Record> = in_every_format(&base, &answers)
            .into_iter()
            .filter(|(format, _)| CARRIERS.contains(format))
            .map(|(format, text)| Record::find(&text).unwrap_or_else(|| panic!("{format:?} carries nothing")))
            // Each format has words of its own.
            .map(|mut record| {
                record.words = None;
                record
            })
            .collect();
        assert_eq!(records.len(), CARRIERS.len());
        assert!(records.iter().all(|record| *record == records[0]), "{records:#?}");
        let text = journey_advisor::answers::write(&answers, &base);
        assert_eq!(records[0].answers, text);
        assert_eq!(journey_advisor::answers::write(&reread(text.clone(), &base), &base), text);
    }
}

#[test]
fn a_record_survives_windows_line_ends_and_a_mark() {
    let (base, answers) = (small(), generate::answers(&mut Random::new(5), &small()));
    for (format, text) in in_every_format(&base, &answers).into_iter().filter(|(format, _)| CARRIERS.contains(format)) {
        let mangled = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(Record::find(&mangled), Record::find(&text), "{format:?}");
    }
}

#[test]
fn nothing_is_found_where_nothing_is() {
    for text in
        ["", "{", "{}", "# Title", "<!-- journey-advisor-record\n!!\n-->", "<!-- journey-advisor-record\ne30=\n-->"]
    {
        assert_eq!(Record::find(text), None, "{text}");
    }
}

#[test]
fn a_redacted_document_does_not_tell_whose_it_is() {
    let base = small();
    let mut answers = generate::answers(&mut Random::new(3), &base);
    answers.title = "Aardvark".to_owned();
    for key in base.questions.keys() {
        let response = answers.response(key).cloned().unwrap_or_default();
        answers.set(key, Response { note: "Aardvark".to_owned(), amount: "Aardvark 9".to_owned(), ..response });
    }
    for field in PaperField::ALL {
        let _ = answers.paper.say(field, "Aardvark");
    }
    for key in base.capabilities.keys() {
        let mut work = GapWork::default();
        work.say(GapField::Owner, "Aardvark").unwrap();
        work.say(GapField::Size, "Aardvark").unwrap();
        answers.set_gap_work(key, work);
    }
    for (format, text) in in_every_format(&base, &answers) {
        assert!(text.contains("Aardvark"), "{format:?}");
    }
    for (format, text) in in_every_format(&base, &redacted(&answers)) {
        assert!(!text.to_lowercase().contains("aardvark"), "{format:?}");
        if let Some(record) = Record::find(&text) {
            assert!(!record.answers.contains("Aardvark"), "{format:?}");
        }
    }
}

#[test]
fn no_line_of_a_record_is_long_where_there_is_room() {
    let answers = generate::answers(&mut Random::new(5), &small());
    let formats = in_every_format(&small(), &answers).into_iter();
    for (format, text) in formats.filter(|(format, _)| [Format::Markdown, Format::Html].contains(format)) {
        let lines = text.lines().skip_while(|line| !line.contains("journey-advisor-record")).skip(1);
        let letters: Vec<&str> = lines.take_while(|line| !line.starts_with(['-', '<'])).collect();
        assert!(letters.len() > 10 && letters.iter().all(|line| line.len() <= 76), "{format:?}: {letters:?}");
    }
}

/// How many alterations there are of the words of a document as a decision of it tells.
fn alterations(document: Vec<u8>) -> usize {
    let base = small();
    let decision = match String::from_utf8(document) {
        Ok(text) => Decision::of_text(text, &base),
        Err(packed) => Decision::of_package(packed.as_bytes(), &base),
    };
    let decision = decision.unwrap();
    let answers = reread(decision.answers().to_owned(), &base);
    let facts = base.at(base.as_of("today", today()).unwrap());
    match decision.verified(&facts, &answers, today()).words {
        Words::Checked { alterations, .. } => alterations.len(),
        Words::NotChecked(why) => panic!("{why:?}"),
    }
}

#[test]
fn a_decision_is_read_back_and_what_somebody_altered_is_found() {
    let answers = generate::answers(&mut Random::new(5), &small());
    let written = |format| {
        with_document(&small(), &answers, |document| {
            let headline = document.paper.answer.headline.to_string();
            (document.write(format, Extent::Full).into_bytes(), headline)
        })
    };
    for format in CARRIERS {
        let (bytes, headline) = written(format);
        assert_eq!(alterations(bytes.clone()), 0, "{format:?}");
        let altered = String::from_utf8(bytes).unwrap().replace(&headline, "Build nothing");
        assert!(alterations(altered.into_bytes()) > 0, "{format:?}");
    }
    for (format, part) in PACKED.into_iter().zip(["word/document.xml", "xl/sharedStrings.xml"]) {
        let (bytes, _) = written(format);
        assert_eq!(alterations(bytes.clone()), 0, "{format:?}");
        let mut package = Package::read(&bytes);
        let altered = package.text(part).replace("REQ-01", "REQ-99").replace("REQ\u{2011}01", "REQ\u{2011}99");
        package.0.insert(part.to_owned(), altered.into_bytes());
        assert!(alterations(packed(&package)) > 0, "{format:?}");
    }
}

#[test]
fn of_several_records_none_counts_and_one_of_a_newer_version_is_not_read() {
    let answers = generate::answers(&mut Random::new(5), &small());
    let why = |text: &str| Decision::of_text(text.to_owned(), &small()).err();
    assert_eq!(why("# Title\n"), Some(NoDecision::Absent));
    for (format, text) in in_every_format(&small(), &answers) {
        match format {
            Format::Markdown | Format::Adr => {
                let at = text.lines().position(|line| line.ends_with("journey-advisor-record")).unwrap() + 1;
                let all = text.lines().count();
                assert_eq!(why(&(text.clone() + &text)), Some(NoDecision::Several(vec![at, all + at])), "{format:?}");
            }
            Format::Json => {
                let newer = text.replacen("\"schema_version\": 1,", "\"schema_version\": 2,", 1);
                assert_eq!((why(&text), why(&newer)), (None, Some(NoDecision::Newer)));
            }
            _ => {}
        }
    }
}
