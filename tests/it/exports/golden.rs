//! Golden documents, of the small knowledge base that stays as it is.

use journey_advisor::answers;
use journey_advisor::diagnostic::File;
use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::{Documentation, KnowledgeBase};
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::Day;
use journey_advisor::model::source::{Publication, Reading};

use super::in_every_format;
use crate::support::documents::{small, with_document};
use crate::support::generate::{self, Random};
use crate::support::package::Package;

const PLAN: &str = r#"
title = "Spring campaign"
[answers]
message-channels = { chosen = ["sms", "push"], importance = { sms = "must", push = "could" }, note = "asked for by the shop team" }
reaction-time = "not-sure"
lead-creation = { chosen = ["yes"], importance = "must" }
"#;

fn plan() -> Answers {
    let file = File { path: "plan.toml".to_owned(), text: PLAN.to_owned() };
    answers::read(&file, &small()).0.unwrap()
}

/// The version of the program changes; the record is told apart by its own tests.
fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.add_filter(r"journey-advisor \d+\.\d+\.\d+", "journey-advisor [version]");
    settings.add_filter(r"(?s)(journey-advisor-record[^\n]*\n).*?(-->|</template>)", "$1[record]\n$2");
    settings.add_filter(r#""words": "[^"]+""#, r#""words": "[words]""#);
    settings.add_filter(r"(?s)<style>.*</style>", "<style>[style]</style>");
    settings.add_filter(r"sha256-[A-Za-z0-9+/=]+", "sha256-[hash]");
    settings
}

#[test]
fn each_format_reads_well() {
    let (base, plan) = (small(), plan());
    for (format, text) in in_every_format(&base, &plan) {
        settings().bind(|| insta::assert_snapshot!(format!("export-{}", format.word()), text));
    }
    let brief = with_document(&base, &plan, |document| document.write(Format::Text, Extent::Brief).text().unwrap());
    settings().bind(|| insta::assert_snapshot!("export-text-brief", brief));
}

/// The first plan whose answer begins so, of plans and days made up.
fn answered(base: &KnowledgeBase, begins: &str) -> Answers {
    let plans = (0..400).flat_map(|seed| {
        ["today", "article", "2024-06-15"].map(|day| {
            let mut answers = generate::answers(&mut Random::new(seed), base);
            answers.as_of = Some(day.to_owned());
            "Spring campaign".clone_into(&mut answers.title);
            answers
        })
    });
    let is_wanted =
        |answers: &Answers| with_document(base, answers, |document| document.paper.answer.headline.starts_with(begins));
    plans.into_iter().find(is_wanted).unwrap_or_else(|| panic!("no plan is answered with {begins:?}"))
}

/// The two pages of each outcome but the usual one.
#[test]
fn every_outcome_reads_well() {
    let base = small();
    for (name, begins) in [("both", "Use both"), ("neither", "Neither"), ("undecided", "Not decided")] {
        let brief = with_document(&base, &answered(&base, begins), |document| {
            document.write(Format::Text, Extent::Brief).text().unwrap()
        });
        settings().bind(|| insta::assert_snapshot!(format!("export-text-brief-{name}"), brief));
    }
}

/// The parts that hold what people read; how they are packed may change.
#[test]
fn the_parts_of_packages_read_well() {
    let bytes = |format| with_document(&small(), &plan(), |document| document.write(format, Extent::Full).into_bytes());
    for (format, part) in [
        (Format::Word, "word/document.xml"),
        (Format::Word, "word/charts/chart1.xml"),
        (Format::Excel, "xl/worksheets/sheet2.xml"),
    ] {
        let package = Package::read(&bytes(format));
        let text = ["<w:p>", "<w:tbl>", "<w:tr>", "<c:ser>", "<row "]
            .iter()
            .fold(package.text(part).to_owned(), |text, begin| text.replace(begin, &format!("\n{begin}")));
        let name = part.rsplit('/').next().unwrap().trim_end_matches(".xml");
        settings().bind(|| insta::assert_snapshot!(format!("export-{}-{name}", format.word()), text));
    }
}

/// What was withdrawn before the last day of the facts is not said to be as of that day.
#[test]
fn beside_a_source_stands_from_when_its_text_is_and_what_became_of_it() {
    let day = |text: &str| Day::parse(text).unwrap();
    let current = Publication::Published { review_by: day("2027-08-18") };
    for (publication, told) in [
        (current, "(as of 18 August 2026)"),
        (Publication::Withdrawn(Some(day("2026-06-11"))), "(read in a copy, withdrawn 11 June 2026)"),
        (Publication::Replaced(day("2024-01-01")), "(read in a copy, replaced by a later text 1 January 2024)"),
    ] {
        let mut base = small();
        base.facts_until = Some(day("2026-08-18"));
        let keys: Vec<_> = base.sources.keys().collect();
        for key in keys {
            let source = base.sources.get_mut().unwrap().get_mut(key).unwrap();
            (source.reading, source.publication) = (Reading::InCopy(day("2026-11-23")), publication);
        }
        let text = with_document(&base, &plan(), |document| document.write(Format::Text, Extent::Full).text().unwrap());
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(told), "{told}: {text}");
    }
}

#[test]
fn the_documentation_is_called_what_the_knowledge_calls_it() {
    for (name, called) in [(Some("the handbook"), "the handbook"), (None, "the documentation")] {
        let documentation = name.map(|name| Documentation {
            name: name.into(),
            archive: Some("The old pages lie in the cellar.".into()),
            host: None,
            repository: None,
            folder: None,
            release_notes: Vec::new(),
        });
        let base = KnowledgeBase { documentation, ..small() };
        let whole = in_every_format(&base, &plan()).into_iter();
        for (format, text) in whole.filter(|(format, _)| ![Format::Adr, Format::Csv, Format::DevOps].contains(format)) {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for sentence in [
                format!("The facts were checked with {called}"),
                format!("check what matters with {called} before you commit a budget."),
            ] {
                assert!(text.contains(&sentence), "{}: {sentence}", format.word());
            }
            assert!(!text.contains("Microsoft's"), "{}", format.word());
            assert_eq!(text.contains("The old pages lie in the cellar."), name.is_some(), "{}", format.word());
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert_eq!(in_every_format(&small(), &plan()), in_every_format(&small(), &plan()));
}

#[test]
fn a_decision_record_has_the_headings_of_its_template() {
    let (_, record) =
        in_every_format(&small(), &plan()).into_iter().find(|(format, _)| *format == Format::Adr).unwrap();
    let headings: Vec<&str> = record.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(
        headings,
        [
            "# Spring campaign: Build it in real-time marketing",
            "## Context and Problem Statement",
            "## Decision Drivers",
            "## Considered Options",
            "## Decision Outcome",
            "### Consequences",
            "### Confirmation",
            "## More Information",
        ]
    );
    assert!(record.starts_with(
        "---\nstatus: proposed\ndate: 2026-11-24\ndecision-makers: []\nconsulted: []\ninformed: []\n---\n"
    ));
    assert!(record.contains("\nChosen option: \""), "{record}");
}
