//! What must be ordered first: each thing once, and not what the answers say is there.

use std::path::Path;

use journey_advisor::advise::analysis::advise_in;
use journey_advisor::advise::components::Forest;
use journey_advisor::diagnostic::File;
use journey_advisor::knowledge::{KnowledgeBase, load};
use journey_advisor::model::answers::{Answers, Response};
use journey_advisor::model::verdict::Recommendation;
use journey_advisor::report::Report;

use crate::support::documents::today;

/// The small knowledge about trams and buses, in which the tram needs a ramp for prams and for stops on request.
fn base() -> KnowledgeBase {
    let sound = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/knowledge/sound");
    let read = |path: &str| File { path: path.to_owned(), text: std::fs::read_to_string(sound.join(path)).unwrap() };
    let mut files = ["advisor.toml", "sources.toml", "topics/comfort.toml", "topics/trip.toml"].map(read);
    let prams = "title = \"Prams aboard\"\n[[capability.support]]\nalternative = \"tram\"\nlevel = \"native\"\n";
    assert!(files[2].text.contains(prams));
    files[2].text = files[2].text.replace(prams, &format!("{prams}requires = [\"ramp\"]\n"));
    let stop = "level = \"partial\"\nstage = \"preview\"\n";
    assert!(files[3].text.contains(stop));
    files[3].text = files[3].text.replace(stop, &format!("{stop}requires = [\"ramp\"]\n"));
    load(files.to_vec()).base.unwrap()
}

fn report(base: &KnowledgeBase, chosen: &[(&str, &[&str])]) -> Report {
    let mut answers = Answers::default();
    for (question, choices) in chosen {
        let key = base.question(question).unwrap();
        let indices = choices.iter().map(|choice| base.questions[key].find(choice).unwrap());
        answers.set(key, Response::chosen(indices));
    }
    let facts = base.at(base.as_of("today", today()).unwrap()).for_plan(&answers);
    let forest = Forest::of(&facts);
    let (verdict, analysis) = advise_in(&forest, &answers);
    assert!(matches!(verdict.recommendation, Recommendation::Build(_)));
    Report::of(&forest, &answers, &verdict, &analysis, today().into())
}

#[test]
fn each_thing_is_ordered_once_unless_it_is_there() {
    let base = base();
    let listed = |chosen: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
        let numbers = |numbers: &[journey_advisor::model::verdict::RequirementNumber]| {
            numbers.iter().map(ToString::to_string).collect()
        };
        report(&base, chosen).to_order.iter().map(|item| (item.id.clone(), numbers(&item.numbers))).collect()
    };
    let ramp = |numbers: &[&str]| vec![("ramp".to_owned(), numbers.iter().map(|one| (*one).to_owned()).collect())];
    assert_eq!(listed(&[("luggage", &["pram"])]), ramp(&["REQ-01"]));
    assert_eq!(
        listed(&[("when", &["night"]), ("night-stop", &["suburb"]), ("luggage", &["pram"])]),
        ramp(&["REQ-02", "REQ-03"])
    );
    assert_eq!(listed(&[("luggage", &["pram", "bicycle"])]), []);
    assert_eq!(listed(&[("when", &["night"])]), []);
}

#[test]
fn the_page_to_read_next_is_named_or_the_newest_source() {
    let base = base();
    let next: Vec<String> = report(&base, &[("when", &["night"]), ("luggage", &["pram"])])
        .read_next
        .iter()
        .map(|next| next.title.to_string())
        .collect();
    assert_eq!(next, ["Timetable", "Rules of carriage"]);
}
