//! Whose paper it is, and who sees to its gaps: what the plan says, and nothing of it once it is redacted.

use journey_advisor::export::redacted;
use journey_advisor::model::gap_work::{GapField, GapWork};
use journey_advisor::model::paper::PaperField;
use journey_advisor::report::paper::identity::TO_BE_NAMED;

use super::paper;
use crate::personas::plan::{TODAY, answers, knowledge};

#[test]
fn what_a_plan_says_of_its_document_stands_on_the_first_page_unless_it_is_redacted() {
    let base = knowledge();
    let mut answers = answers(&base, "messenger-campaign");
    let (verdict, ..) = paper(&base, &answers, TODAY);
    let gap = verdict.gaps.first().expect("the plan has a gap").requirement;
    let capability = verdict.requirements.iter().find(|one| one.number == gap).unwrap().capability;
    for (field, said) in [
        (PaperField::Client, "Garden tools"),
        (PaperField::Author, "A. Consultant"),
        (PaperField::Company, "Advice Ltd"),
        (PaperField::Version, "0.3"),
        (PaperField::Status, "for-decision"),
        (PaperField::Confidentiality, "Confidential"),
        (PaperField::DecisionMaker, "Head of Marketing"),
        (PaperField::DecideBy, "2026-12-11"),
    ] {
        answers.paper.say(field, said).unwrap();
    }
    let mut work = GapWork::default();
    for (field, said) in [(GapField::Owner, "CRM lead"), (GapField::Size, "XL"), (GapField::Due, "2026-12-18")] {
        work.say(field, said).unwrap();
    }
    answers.set_gap_work(capability, work);

    let (_, _, named) = paper(&base, &answers, TODAY);
    assert_eq!(named.identity.strip(), "Decision paper · for decision 0.3 · 24 November 2026");
    assert_eq!(named.identity.foot(), format!("Garden tools · {} · for decision 0.3 · Confidential", answers.title));
    assert_eq!(named.ask.lead(), "By 11 December 2026, from Head of Marketing:");
    let own = named.costs.work.iter().find(|work| work.numbers.contains(&gap)).unwrap();
    assert_eq!([&*own.owner, &*own.size, &*own.by], ["CRM lead", "XL", "18 Dec 2026"]);

    let (_, _, silent) = paper(&base, &redacted(&answers), TODAY);
    let text = format!("{silent:?}");
    for said in ["Garden", "Consultant", "Advice Ltd", "0.3", "Confidential", "Head of", "CRM lead", "XL"] {
        assert!(!text.contains(said), "{said}");
    }
    assert_eq!(silent.ask.lead(), "By 8 December 2026; who decides is to be named:");
    let heads: Vec<&str> = silent.identity.columns().iter().map(|(head, _)| *head).collect();
    assert_eq!(heads, ["Project", "Product"], "whoever is not named has no column");
    assert!(silent.costs.work.iter().all(|work| [&*work.owner, &*work.by] == [TO_BE_NAMED; 2]));
}
