//! One fault each in an otherwise sound knowledge base, with the exact message.

use std::collections::BTreeSet;
use std::path::Path;

use journey_advisor::brief::mistaken;
use journey_advisor::diagnostic::code::Code;
use journey_advisor::diagnostic::{File, render};
use journey_advisor::knowledge::{Loaded, load};
use journey_advisor::model::date::Day;
use serde::Deserialize;

#[derive(Deserialize)]
struct Faults {
    fault: Vec<Fault>,
}

#[derive(Deserialize)]
struct Fault {
    name: String,
    code: String,
    file: String,
    find: String,
    put: String,
}

fn sound() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/knowledge/sound");
    ["advisor.toml", "sources.toml", "topics/trip.toml", "topics/comfort.toml"]
        .into_iter()
        .map(|path| File { path: path.to_owned(), text: std::fs::read_to_string(folder.join(path)).unwrap() })
        .collect()
}

fn faults() -> Vec<Fault> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/knowledge/faults.toml");
    toml::from_str::<Faults>(&std::fs::read_to_string(path).unwrap()).unwrap().fault
}

fn with(fault: &Fault) -> Loaded {
    let mut files = sound();
    let file = files.iter_mut().find(|file| file.path == fault.file).unwrap();
    assert!(file.text.contains(&fault.find), "{}: nothing to replace", fault.name);
    file.text = file.text.replacen(&fault.find, &fault.put, 1);
    checked(files)
}

/// What `check` finds, less what depends on the day.
fn checked(files: Vec<File>) -> Loaded {
    let mut loaded = load(files);
    let mistaken = loaded.base.as_ref().map(mistaken).unwrap_or_default();
    loaded.mistake(mistaken.iter().map(|found| ((found.own, found.phrase), found.other)));
    loaded
}

#[test]
fn the_sound_knowledge_base_has_no_problem() {
    let loaded = checked(sound());
    assert_eq!(render::render(&loaded.diagnostics, &loaded.files, false), "");
    assert!(loaded.base.is_some());
}

#[test]
fn each_fault_is_shown_with_its_place() {
    for fault in faults() {
        let loaded = with(&fault);
        let code = Code::parse(&fault.code).unwrap();
        assert!(loaded.diagnostics.iter().any(|found| found.code == code), "{}: {:?}", fault.name, loaded.diagnostics);
        let is_error =
            loaded.diagnostics.iter().any(|found| found.severity() == journey_advisor::diagnostic::Severity::Error);
        assert_eq!(loaded.base.is_none(), is_error, "{}", fault.name);
        let shown = render::render(&loaded.diagnostics, &loaded.files, false);
        insta::assert_snapshot!(fault.name.as_str(), format!("{shown}{}\n", render::summary(&loaded.diagnostics)));
    }
}

/// Either alone is as its level says, so a level contradicts no blocker of two.
#[test]
fn two_that_are_native_may_get_in_each_others_way() {
    let mut files = sound();
    let file = files.iter_mut().find(|file| file.path == "topics/trip.toml").unwrap();
    let together = "alternative = \"tram\"\ntitle = \"No buses at night\"";
    file.text = file.text.replace("alternative = \"bus\"\ntitle = \"No buses at night\"", together);
    let alone = load(files.clone()).diagnostics;
    assert_eq!(alone.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::K042]);
    let file = files.iter_mut().find(|file| file.path == "topics/trip.toml").unwrap();
    file.text = file.text.replace("limits = [\"night-service\"]", "limits-together = [\"night-service\", \"prams\"]");
    let loaded = load(files);
    assert_eq!(render::render(&loaded.diagnostics, &loaded.files, false), "");
}

#[test]
fn there_is_a_fault_for_every_code_about_knowledge() {
    // The others need a day (K026), a missing file (K043, K079) or an audit (K044); they have tests of their own.
    let apart = [Code::K026, Code::K043, Code::K044, Code::K079];
    let shown: BTreeSet<String> = faults().into_iter().map(|fault| fault.code).collect();
    for code in Code::ALL.iter().filter(|code| code.word().starts_with('K') && !apart.contains(code)) {
        assert!(shown.contains(code.word()), "{}", code.word());
    }
}

#[test]
fn a_source_past_its_review_date_is_named_with_the_day_it_was_last_read() {
    let reviewed = |day: &str| {
        let mut loaded = load(sound());
        loaded.review(Day::parse(day).unwrap());
        loaded
    };
    let last = reviewed("2021-01-01").base.unwrap().sources.iter().filter_map(|(_, source)| source.review_by()).max();
    assert_eq!(reviewed("2021-01-01").diagnostics, Vec::new());
    let loaded = reviewed(&last.unwrap().to_string());
    let overdue = loaded.diagnostics.len();
    let sources = loaded.base.unwrap().sources.iter().filter(|(_, source)| source.review_by().is_some()).count();
    assert!(overdue < sources, "on the last day itself the last one is not yet overdue");
    let loaded = reviewed("2099-01-01");
    assert!(loaded.base.is_some() && loaded.diagnostics.len() == sources);
    insta::assert_snapshot!("source-past-its-review-date", render::render(&loaded.diagnostics, &loaded.files, false));
}

#[test]
fn a_missing_file_is_named() {
    let loaded = load(sound().into_iter().filter(|file| file.path != "sources.toml").collect());
    let shown = render::render(&loaded.diagnostics, &loaded.files, false);
    assert!(shown.contains("error[K043]: there is no `sources.toml`"), "{shown}");
    assert!(load(Vec::new()).base.is_none());
}
