//! Forty journeys as clients ask for them: a garden centre, a university, a bank, a town hall and others.

use journey_advisor::answers;
use journey_advisor::embedded;
use journey_advisor::export::portfolio::{Form, write};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::report::portfolio::{Pieces, Stage};

use super::portfolio;
use crate::support::documents::{read, root, small};
use crate::support::generate::{self, Random};
use crate::support::golden::any_version;

/// The forty journeys with their files, by name.
pub(super) fn journeys(base: &KnowledgeBase) -> Vec<(String, Answers)> {
    let folder = std::fs::read_dir(root("tests/it/portfolio/journeys")).unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let journey = |path: std::path::PathBuf| {
        let file = read(&path);
        let (answers, problems) = answers::read(&file, base);
        assert!(problems.is_empty(), "{}: {problems:?}", file.path);
        (path.file_name().unwrap().to_str().unwrap().to_owned(), answers.unwrap())
    };
    paths.into_iter().map(journey).collect()
}

#[test]
fn forty_journeys_become_one_portfolio() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let journeys = journeys(&base);
    let portfolio = portfolio(&pieces, &journeys);
    assert_eq!(portfolio.lines.len(), 40);
    for place in 0..Stage::WORDS.len() {
        assert!(portfolio.count(|line| line.stage.place() == place) > 0, "{}", Stage::WORDS[place]);
    }
    let shared = portfolio.shared_gaps();
    assert!(shared[0].1.all_plans() > 1, "some work is shared");
    let text = write(&portfolio, Form::Text);
    for (_, answers) in &journeys {
        let title = answers.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&title), "{title}");
    }
}

/// A piece of work is the one that is needed most only where it serves several plans.
#[test]
fn what_serves_one_plan_is_not_needed_most() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let journeys = journeys(&base);
    let said = |journeys: &[(String, Answers)]| {
        write(&portfolio(&pieces, journeys), Form::Text).contains("The one that is needed most serves")
    };
    assert!(said(&journeys));
    assert!(journeys.iter().all(|journey| !said(std::slice::from_ref(journey))), "one plan alone shares nothing");
}

/// What is ready as far as it is answered is not called ready without a word about the rest.
#[test]
fn plans_that_are_ready_with_open_questions_are_counted() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let journeys = journeys(&base);
    let all = portfolio(&pieces, &journeys);
    let is_ready = |line: &journey_advisor::report::portfolio::PlanLine| line.stage == Stage::Ready;
    let (ready, open) = (all.count(is_ready), all.count(|line| is_ready(line) && line.open + line.not_sure > 0));
    assert!(open > 1 && open <= ready, "{open} of {ready}");
    let text = write(&all, Form::Text).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("plans that are ready have open questions: their answers can change that."), "{text}");
}

/// On the knowledge of the fixtures, which stays as it is.
#[test]
fn the_portfolio_reads_well() {
    let base = small();
    let pieces = Pieces::of(&base);
    let plan = |seed: u64| {
        let mut answers = generate::answers(&mut Random::new(seed), &base);
        answers.title = format!("Plan {seed}");
        answers.as_of = (seed % 2 == 1).then(|| "2024-06-01".to_owned());
        (format!("plans/{seed}.toml"), answers)
    };
    let mut portfolio = portfolio(&pieces, &(0..12).map(plan).collect::<Vec<_>>());
    portfolio.leave_out("`plans/12.toml` has 1 error".to_owned());
    for (name, form) in [("text", Form::Text), ("markdown", Form::Markdown)] {
        any_version().bind(|| insta::assert_snapshot!(name, write(&portfolio, form)));
    }
}
