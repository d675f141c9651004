//! How long advice takes, at the percentiles that a person notices: on the embedded knowledge base and on a generated
//! one of 40 questions, over many plans.
//!
//! Run with `cargo bench --bench percentiles`; compare rows of one run, machines are noisy.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark may fail loudly and reads the clock")]
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a benchmark may fail loudly and prints its figures"
)]

#[path = "../tests/it/support/generate.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod generate;

use std::hint::black_box;
use std::time::{Duration, Instant};

use journey_advisor::advise::components::Forest;
use journey_advisor::advise::{analysis, assess, conditions};
use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::Day;
use journey_advisor::report::{Report, explanation};

const PLANS: usize = 400;
const ROUNDS: usize = 10;

type Work<'w> = Box<dyn Fn(&Answers) + 'w>;

fn main() {
    println!("{:<44} {:>9} {:>9} {:>9} {:>9}", "microseconds", "median", "p95", "p99", "slowest");
    let embedded = embedded::knowledge();
    measure("embedded", &embedded);
    let size = generate::Size { questions: 40, choices: 7 };
    measure("generated", &generate::exactly(&mut generate::Random::new(7), size));
}

/// A row for each thing to do with the plans of a knowledge base. The plans take turns.
fn measure(name: &str, base: &KnowledgeBase) {
    let facts = base.at(generate::as_of());
    let mut random = generate::Random::new(11);
    let plans: Vec<Answers> = (0..PLANS).map(|_| generate::answers(&mut random, base)).collect();
    for (what, work) in work(&facts) {
        let mut times: Vec<Duration> = (0..ROUNDS).flat_map(|_| plans.iter().map(|plan| time(&work, plan))).collect();
        times.sort();
        let at = |permille: usize| times[(times.len() - 1) * permille / 1000].as_secs_f64() * 1e6;
        let title = format!("{name}: {what}");
        println!("{title:<44} {:>9.1} {:>9.1} {:>9.1} {:>9.1}", at(500), at(950), at(990), at(1000));
    }
}

fn work<'w>(facts: &'w Facts<'w>) -> [(&'static str, Work<'w>); 5] {
    let today = facts.as_of.day;
    [
        ("verdict", Box::new(move |plan| drop(black_box(assess(facts, plan))))),
        ("verdict and explanation", Box::new(move |plan| drop(black_box(explained(facts, plan, today))))),
        ("verdict and analysis", Box::new(move |plan| drop(black_box(analysis::advise(facts, plan))))),
        ("the same, questions cut up once a day", {
            let forest = Forest::of(facts);
            Box::new(move |plan| drop(black_box(analysis::advise_in(&forest, plan))))
        }),
        (
            "verdict, analysis and whole report",
            Box::new(move |plan| {
                let forest = Forest::of(facts);
                let (verdict, analysis) = analysis::advise_in(&forest, plan);
                drop(black_box(Report::of(&forest, plan, &verdict, &analysis, today.into())));
            }),
        ),
    ]
}

fn explained(facts: &Facts<'_>, plan: &Answers, today: Day) -> explanation::Explanation {
    let verdict = assess(facts, plan);
    explanation::of(facts, plan, &verdict, &conditions::of(facts, &verdict), today)
}

fn time(work: &Work<'_>, plan: &Answers) -> Duration {
    let start = Instant::now();
    work(plan);
    start.elapsed()
}
