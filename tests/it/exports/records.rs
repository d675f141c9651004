//! What a document carries for `verify`, and what a redacted one does not carry.

use journey_advisor::embedded;
use journey_advisor::export::record::Record;
use journey_advisor::export::{Format, redacted};
use journey_advisor::model::answers::Response;
use journey_advisor::model::gap_work::{GapField, GapWork};
use journey_advisor::model::paper::PaperField;

use super::{in_every_format, reread};
use crate::support::documents::small;
use crate::support::generate::{self, Random};

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
