//! Work items for Azure DevOps: what its import takes of each process template, and nothing that it refuses.

use journey_advisor::advise::analysis;
use journey_advisor::advise::components::Forest;
use journey_advisor::embedded;
use journey_advisor::export::devops::{Suffix, Template};
use journey_advisor::export::{Document, Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;

use crate::support::documents::{read, root, small, today, with_document};
use crate::support::generate::{self, Random};
use crate::support::web::Page;

/// A template with the heads of its columns and the types of its levels.
type Known = (Template, &'static [&'static str], &'static [&'static str]);

const TITLES: [&str; 4] = ["Work Item Type", "Title 1", "Title 2", "Title 3"];

fn templates() -> [Known; 5] {
    const AGILE: &[&str] =
        &[TITLES[0], TITLES[1], TITLES[2], TITLES[3], "Priority", "Description", "Acceptance Criteria", "Tags"];
    const CMMI: &[&str] = &[TITLES[0], TITLES[1], TITLES[2], TITLES[3], "Priority", "Description", "Tags"];
    const BASIC: &[&str] = &[TITLES[0], TITLES[1], TITLES[2], "Priority", "Description", "Tags"];
    const CATALOG: &[&str] = &[
        TITLES[0],
        "Title",
        "Priority",
        "Description",
        "Acceptance Criteria",
        "Fit gap status MS BPC",
        "Gap solution approach MS BPC",
        "Tags",
    ];
    [
        (Template::Agile, AGILE, &["Epic", "Feature", "User Story"]),
        (Template::Scrum, AGILE, &["Epic", "Feature", "Product Backlog Item"]),
        (Template::Cmmi, CMMI, &["Epic", "Feature", "Requirement"]),
        (Template::Basic, BASIC, &["Epic", "Issue"]),
        (Template::Catalog(Suffix::default()), CATALOG, &["Requirement"]),
    ]
}

/// What the pick lists of the business process catalog hold.
const STATUSES: [&str; 3] = ["Fit", "Gap", "Unspecified"];
const APPROACHES: [&str; 7] = [
    "10 - Unspecified",
    "20 - Personalization",
    "30 - Power Platform",
    "40 - Java/Plug-in",
    "50 - X++ Extension",
    "60 - ISV",
    "70 - ISV Extension",
];

/// Checks the work items of a plan in every template; links lead to the host alone.
fn holds(base: &KnowledgeBase, answers: &Answers, host: &str) {
    for (template, heads, kinds) in templates() {
        let numbers = with_document(base, answers, |document| {
            document.report.register.iter().map(|entry| entry.number.to_string()).collect::<Vec<_>>()
        });
        let text = written(base, answers, &template);
        let first = heads.join(",") + "\r\n";
        assert!(text.starts_with(&first), "bare heads without a mark before them: {text}");
        assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), text.lines().count() - 1, "an item is on one line");
        assert!(rows.len() <= 1000);
        let mut above = None;
        let mut found = Vec::new();
        for row in &rows {
            let titles: Vec<(usize, &str)> =
                (0..kinds.len()).map(|level| (level, &row[level + 1])).filter(|(_, title)| !title.is_empty()).collect();
            let [(level, title)] = titles[..] else { panic!("not one title: {row:?}") };
            assert_eq!(&row[0], kinds[level], "{row:?}");
            assert!(level <= above.map_or(0, |above| above + 1), "nobody is above {row:?}");
            above = Some(level).filter(|_| kinds.len() > 1);
            assert!(title.chars().count() <= 255 && !title.contains('"'), "{title}");
            found.extend(title.starts_with("REQ-").then(|| title.split(' ').next().unwrap().to_owned()));
            check(&template, heads, row);
            let links =
                row.iter().flat_map(|cell| cell.split("https://").skip(1).map(str::to_owned).collect::<Vec<_>>());
            links.for_each(|link| assert!(link.starts_with(&format!("{host}/")), "{link}"));
        }
        assert_eq!(found, numbers, "{template:?}");
    }
}

/// The work items of a plan in a template.
fn written(base: &KnowledgeBase, answers: &Answers, template: &Template) -> String {
    let facts = base.at(base.as_of(answers.as_of.as_deref().unwrap_or("today"), today()).unwrap());
    let forest = Forest::of(&facts);
    let (verdict, analysis) = analysis::advise_in(&forest, answers);
    let document = Document::of(&forest, answers, &verdict, &analysis, today()).for_import(template.clone());
    document.write(Format::DevOps, Extent::Full).text().unwrap()
}

/// Checks the fields of an item.
fn check(template: &Template, heads: &[&str], row: &csv::StringRecord) {
    let cell = |name: &str| heads.iter().position(|head| *head == name).map(|at| &row[at]);
    assert!(["1", "2", "3"].contains(&cell("Priority").unwrap()), "{row:?}");
    assert!(cell("Tags").unwrap().split("; ").next() == Some("journey-advisor"), "{row:?}");
    let description = cell("Description").unwrap();
    assert!(&row[0] != "Epic" || description.chars().count() <= 1500, "{description}");
    for html in [Some(description), cell("Acceptance Criteria")].into_iter().flatten() {
        for (element, attributes) in Page::read(html).elements {
            assert!(element == "p" && attributes.is_empty(), "<{element}> in {html}");
        }
    }
    let of_requirement = row.iter().any(|cell| cell.starts_with("REQ-"));
    let whole = Page::read(&row.iter().collect::<String>()).text;
    let is_told = ["test", "agreed"].iter().any(|word| whole.contains(word));
    assert!(!of_requirement || is_told, "when is it met? {row:?}");
    if matches!(template, Template::Catalog(_)) {
        assert!(STATUSES.contains(&cell("Fit gap status MS BPC").unwrap()), "{row:?}");
        assert!(APPROACHES.contains(&cell("Gap solution approach MS BPC").unwrap()), "{row:?}");
    }
}

#[test]
fn every_template_takes_the_plans_of_real_people() {
    let base = embedded::knowledge();
    for entry in std::fs::read_dir(root("tests/it/personas")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            holds(&base, &journey_advisor::answers::read(&read(&path), &base).0.unwrap(), "learn.microsoft.com");
        }
    }
}

#[test]
fn every_template_takes_any_plan() {
    for seed in 0..60 {
        holds(&small(), &generate::answers(&mut Random::new(seed), &small()), "example.org");
    }
}

#[test]
fn work_on_gaps_is_there_where_something_is_advised() {
    let (mut closed, mut open) = (0, 0);
    for seed in 0..60 {
        let answers = generate::answers(&mut Random::new(seed), &small());
        let (is_advice, pieces) = with_document(&small(), &answers, |document| {
            (document.report.decision.recommendation.is_advice(), document.paper.costs.work.len())
        });
        let text = written(&small(), &answers, &Template::Agile);
        let items =
            text.lines().filter(|line| line.contains("\"Close the gap: ") || line.contains("\"Find out: ")).count();
        assert_eq!(items, if is_advice { pieces } else { 0 }, "{text}");
        if is_advice { closed += items } else { open += pieces }
    }
    assert!(closed > 0 && open > 0);
}

#[test]
fn fields_of_the_catalog_have_the_suffix_that_was_named() {
    for (suffix, head) in
        [("MS BPC", "Fit gap status MS BPC,"), ("", "Fit gap status,"), ("Été 2", "Fit gap status Été 2,")]
    {
        let template = Template::Catalog(Suffix::parse(suffix).unwrap());
        assert!(written(&small(), &Answers::default(), &template).contains(head), "{suffix}");
    }
    for suffix in ["a,b", "\"", "=1", "a\nb", &"x".repeat(41)] {
        assert_eq!(Suffix::parse(suffix), Err("it has at most 40 letters, digits and blanks".to_owned()));
    }
}

/// Formats of other programs hold what a user typed as text; here a formula would begin with it.
#[test]
fn no_field_begins_with_what_a_user_typed() {
    for title in ["=HYPERLINK(\"https://evil.example\")", "@SUM(1+1)", "-2+3", "\u{ff1d}1", "+1"] {
        let mut answers = Answers::default();
        answers.title = title.to_owned();
        for (template, ..) in templates() {
            let text = written(&small(), &answers, &template);
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            for row in reader.records().map(Result::unwrap) {
                assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\u{ff1d}'])), "{row:?}");
            }
        }
    }
}
