//! A decision record with the headings of MADR 4.

use std::fmt::Write as _;

use crate::model::alternative::Side;
use crate::model::date::Day;
use crate::model::verdict::{Recommendation, RequirementNumber};
use crate::report::Report;
use crate::report::drivers::Driver;
use crate::report::words::{capitalized, signed};

use super::markdown::{escape, escape_all, work};
use super::record::Record;

/// How many drivers stand at the top.
const MOST_DRIVERS: usize = 7;

/// The decision as a record in Markdown.
pub fn write(report: &Report, today: Day, record: &Record) -> String {
    let mut out = format!(
        "---\nstatus: proposed\ndate: {today}\ndecision-makers: []\nconsulted: []\ninformed: []\n---\n\n# {}\n\n",
        escape_all(&report.title)
    );
    part(&mut out, "## Context and Problem Statement", &[context(report)]);
    bullets(&mut out, "## Decision Drivers", report.drivers.iter().take(MOST_DRIVERS).map(driver));
    bullets(&mut out, "## Considered Options", Side::BOTH.map(|side| option(report, side)));
    part(&mut out, "## Decision Outcome", &[outcome(report)]);
    bullets(&mut out, "### Consequences", consequences(report));
    bullets(&mut out, "### Confirmation", confirmation(report));
    out.push_str("## Pros and Cons of the Options\n\n");
    for side in Side::BOTH {
        bullets(&mut out, &format!("### {}", option(report, side)), pros_and_cons(report, side));
    }
    bullets(&mut out, "## More Information", more(report));
    out.push_str(&record.comment());
    out
}

fn part(out: &mut String, heading: &str, paragraphs: &[String]) {
    let _ = writeln!(out, "{heading}\n");
    for paragraph in paragraphs {
        let _ = writeln!(out, "{paragraph}\n");
    }
}

fn bullets(out: &mut String, heading: &str, lines: impl IntoIterator<Item = String>) {
    let _ = writeln!(out, "{heading}\n");
    let before = out.len();
    for line in lines {
        let _ = writeln!(out, "* {line}");
    }
    out.push_str(if out.len() == before { "Nothing to say yet.\n\n" } else { "\n" });
}

fn option(report: &Report, side: Side) -> String {
    escape(&report.standings[side].name)
}

fn context(report: &Report) -> String {
    let header: Vec<String> = report.header.iter().map(|(name, value)| format!("{name}: {value}.")).collect();
    format!(
        "Which area carries the plan, {} or {}? {}",
        escape(&report.standings.first.name.to_lowercase()),
        escape(&report.standings.second.name.to_lowercase()),
        escape(&header.join(" "))
    )
}

fn driver(driver: &Driver) -> String {
    escape(&format!(
        "{} {}, a {} ({})",
        driver.number,
        driver.wish,
        driver.importance.word(),
        signed(driver.contribution)
    ))
}

/// The outcome in the words of the template: `Chosen option: "...", because ...`.
fn outcome(report: &Report) -> String {
    let decision = &report.decision;
    let headline = escape(&decision.headline);
    let chosen = match decision.recommendation {
        Recommendation::Build(side) => option(report, side),
        Recommendation::Both => "Both areas together".to_owned(),
        Recommendation::Neither | Recommendation::Undecided => "None yet".to_owned(),
    };
    let because = escape(&decision.reason);
    let values: Vec<String> = report
        .standings
        .iter()
        .filter_map(|(_, standing)| Some(format!("{} {} of 100", standing.name, standing.value?)))
        .collect();
    let values = if values.is_empty() { String::new() } else { format!(" Values: {}.", escape(&values.join(", "))) };
    format!("Chosen option: \"{chosen}\", because: {because} {headline}{values}")
}

fn consequences(report: &Report) -> Vec<String> {
    let good = report.decision.summary.iter().map(|text| format!("Good, because: {}", escape(text)));
    let met = report.arguments.pro.iter().map(|driver| format!("Good, because {}", argument(driver)));
    let gaps = report.gaps.iter().map(|gap| {
        let instead = gap.limits.iter().find_map(|limit| limit.workaround.as_ref());
        let instead = instead.map(|text| format!(" Instead: {text}")).unwrap_or_default();
        let way = gap.way.phrase();
        escape(&format!("{} {}. {}{instead} Proposed way: {way}.", gap.number, gap.wish, gap.sentence))
    });
    let costs = report.costs.iter().map(|cost| escape(cost));
    let caveats = report.decision.warnings().map(|text| escape(text));
    let bad = gaps.chain(costs).chain(caveats).map(|text| format!("Bad, because: {text}"));
    good.chain(met).chain(bad).collect()
}

fn argument(driver: &Driver) -> String {
    escape(&format!("{} {}", driver.number, driver.sentence))
}

fn confirmation(report: &Report) -> Vec<String> {
    let tests = report.register.iter().map(|entry| escape(&format!("{}: {}", entry.number, entry.acceptance)));
    tests.chain(report.next_steps.iter().map(|step| escape(step))).collect()
}

fn pros_and_cons(report: &Report, side: Side) -> Vec<String> {
    let standing = &report.standings[side];
    let out = report.knock_outs.iter().filter(|knock_out| knock_out.side == side);
    let knocked = out
        .map(|knock_out| format!("Bad, because {}", escape(&format!("{} {}", knock_out.number, knock_out.sentence))));
    let own = report.drivers.iter().map(|driver| {
        let word = match driver.contribution.signum() * side.sign() {
            1 => "Good",
            -1 => "Bad",
            _ => "Neutral",
        };
        format!("{word}, because {}", argument(driver))
    });
    let state = format!("Neutral, because on the day it is {}.", standing.availability.word());
    let on_condition = conditions(&standing.conditions, "only a workaround meets");
    let unconfirmed = conditions(&standing.unconfirmed, "nothing confirms");
    knocked.chain(own).chain([state]).chain(on_condition).chain(unconfirmed).collect()
}

fn conditions(numbers: &[RequirementNumber], what: &str) -> Option<String> {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    (!numbers.is_empty())
        .then(|| format!("Neutral, because {what} {}.", crate::diagnostic::suggest::enumerate(&numbers, "and")))
}

fn more(report: &Report) -> Vec<String> {
    let moments = report
        .then_and_now
        .iter()
        .map(|moment| escape(&format!("{} ({}): {}", moment.label, moment.date, moment.sentence)));
    let flips = report.what_if.sentences().map(|text| escape(&capitalized(text)));
    let open = report.find_out.iter().map(|open| {
        let who = open.who.as_ref().map(|who| format!(" Ask {who}.")).unwrap_or_default();
        escape(&format!("Still open: {}{who}", open.ask))
    });
    let asked = report
        .why_asked
        .iter()
        .map(|why| escape(&format!("Why \"{}\" was asked: {}", why.ask, why.sentences.join(" "))));
    let notes = report.notes.iter().map(|(ask, note)| format!("{} {}", escape(ask), escape_all(note)));
    let works = report.works.iter().map(work);
    moments.chain(flips).chain(open).chain(asked).chain(notes).chain(works).collect()
}
