//! A decision record is one page, and the register one table.

use journey_advisor::export::{Extent, Format};

use super::DAYS;
use crate::personas::plan::{answers, knowledge, names};
use crate::support::documents::with_document;
use crate::support::generate::{self, Random};

/// So many lines a decision record has at most, with what it carries.
const MOST_LINES: usize = 60;

#[test]
fn a_decision_record_has_at_most_sixty_lines_and_names_every_gap_or_how_many_more_there_are() {
    let base = knowledge();
    let personas = names().into_iter().map(|name| answers(&base, &name));
    let random = (0..60).map(|seed| generate::answers(&mut Random::new(seed), &base));
    for (number, mut answers) in personas.chain(random).enumerate() {
        answers.as_of = Some(DAYS[number % DAYS.len()].to_owned());
        with_document(&base, &answers, |document| {
            let text = document.write(Format::Adr, Extent::Full).text().unwrap();
            assert!(text.lines().count() <= MOST_LINES, "{} lines: {text}", text.lines().count());
            let bad = text.lines().filter(|line| line.starts_with("* Bad, because")).count();
            let work = document.paper.costs.work.len();
            assert!(bad >= work || text.contains(" more in the whole document"), "{text}");
        });
    }
}

#[test]
fn the_register_as_csv_has_a_row_for_each_requirement_and_no_other() {
    let base = knowledge();
    for seed in 0..40 {
        let answers = generate::answers(&mut Random::new(seed), &base);
        with_document(&base, &answers, |document| {
            let text = document.write(Format::Csv, Extent::Full).text().unwrap();
            let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let heads = reader.headers().unwrap().clone();
            let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
            let (number, wish, size, owner) = (at("Number"), at("Requirement"), at("Size"), at("Owner"));
            let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            let expected = document.report.register.iter();
            assert_eq!(rows.len(), expected.len());
            for (row, entry) in rows.iter().zip(expected) {
                assert_eq!([&row[number], &row[wish]], [&*entry.number.to_string(), &*entry.wish]);
                let work = document.paper.costs.work.iter().find(|work| work.numbers.contains(&entry.number));
                let said = work.map_or(["", ""], |work| [&*work.size, &*work.owner]);
                assert_eq!([&row[size], &row[owner]], said);
            }
        });
    }
}
