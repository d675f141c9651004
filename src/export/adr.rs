//! A decision record with the headings of MADR 4.

use std::fmt::Write as _;

use crate::model::alternative::Side;
use crate::model::date::Day;
use crate::model::verdict::RequirementNumber;
use crate::report::Report;
use crate::report::document;
use crate::report::limit::Limit;
use crate::report::page::{Block, Page};
use crate::report::parts::drivers::Driver;
use crate::report::parts::{conditions, decision};

use super::markdown::{escape, escape_all, write_section, write_table};
use super::record::Record;

/// How many drivers stand at the top.
const MOST_DRIVERS: usize = 7;

/// How many conditions stand among the consequences.
const MOST_CONDITIONS: usize = 7;

/// The parts of the document that stand under the headings of the template.
const TOLD_ABOVE: [&str; 8] =
    ["about", "advice", "knock-outs", "drivers", "costs", "counts", "traceability", "next-steps"];

/// The decision as a record in Markdown.
pub(crate) fn write(report: &Report, today: Day, record: &Record) -> String {
    let page = document::full(report);
    let mut out = format!(
        "---\nstatus: proposed\ndate: {today}\ndecision-makers: []\nconsulted: []\ninformed: []\n---\n\n# {}\n\n",
        escape_all(&report.title)
    );
    part(&mut out, "## Context and Problem Statement", &[context(report)]);
    bullets(&mut out, "## Decision Drivers", report.drivers.iter().take(MOST_DRIVERS).map(driver));
    bullets(&mut out, "## Considered Options", Side::BOTH.map(|side| option(report, side)));
    part(&mut out, "## Decision Outcome", &[outcome(report)]);
    standing(&mut out, report, &page);
    bullets(&mut out, "### Consequences", consequences(report));
    bullets(&mut out, "### Confirmation", confirmation(report));
    out.push_str("## Pros and Cons of the Options\n\n");
    for side in Side::BOTH {
        bullets(&mut out, &format!("### {}", option(report, side)), pros_and_cons(report, side));
    }
    more(&mut out, &page);
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
    format!("{} {}", escape(&decision::problem(report)), escape(&header.join(" ")))
}

fn driver(driver: &Driver) -> String {
    escape(&format!("{} {}, a {} ({})", driver.number, driver.wish, driver.importance.word(), driver.adds.words))
}

/// The outcome in the words of the template: `Chosen option: "...", because ...`.
fn outcome(report: &Report) -> String {
    let headline = escape(&report.decision.headline);
    let chosen = escape(&decision::chosen(report));
    let because = escape(&report.decision.reason);
    format!("Chosen option: \"{chosen}\", because: {because} {headline}")
}

/// How firm the decision is, what cannot be had, and how both options stand.
fn standing(out: &mut String, report: &Report, page: &Page) {
    let firmness = report.firmness.iter().map(|firmness| &firmness.sentence);
    for sentence in report.decision.notices.iter().chain(firmness) {
        let _ = writeln!(out, "* {}", escape(sentence));
    }
    out.push('\n');
    let advice = page.sections.iter().filter(|section| section.id == "advice");
    for block in advice.flat_map(|section| &section.blocks) {
        if let Block::Table(table) = block {
            write_table(out, table);
            out.push('\n');
        }
    }
}

fn consequences(report: &Report) -> Vec<String> {
    let good = report.decision.summary.iter().map(|text| format!("Good, because: {}", escape(text)));
    let met = report.arguments.pro.iter().map(|driver| format!("Good, because {}", argument(driver)));
    let gaps = report.gaps.iter().map(|gap| {
        let remedy = gap.limits.iter().find_map(Limit::remedy).map(|text| format!(" {text}")).unwrap_or_default();
        let proposed = gap.proposed().map(|text| format!(" {text}")).unwrap_or_default();
        escape(&format!("{} {}. {}{remedy}{proposed}", gap.number, gap.wish, gap.sentence))
    });
    let conditions = report.conditions.iter().take(MOST_CONDITIONS).map(|condition| {
        let remedy = condition.limit.remedy().map(|text| format!(" {text}")).unwrap_or_default();
        let title = condition.limit.title.trim_end_matches('.');
        escape(&format!("{} {title}. {}{remedy}", listed(&condition.numbers), condition.sentence))
    });
    let more = report.conditions.len().saturating_sub(MOST_CONDITIONS);
    let more = (more > 0).then(|| escape(&conditions::more(more)));
    let costs = report.costs.iter().map(|cost| escape(cost));
    let caveats = report.decision.caveats.iter().map(|text| escape(text));
    let bad =
        gaps.chain(conditions).chain(more).chain(costs).chain(caveats).map(|text| format!("Bad, because: {text}"));
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
    let word = if standing.availability.is_open() { "Neutral" } else { "Bad" };
    let state = format!("{word}, because on the day it is {}.", standing.availability.word());
    let reservations = standing.reservations().into_iter().map(|what| format!("Neutral, because {what}"));
    knocked.chain(own).chain([state]).chain(reservations).collect()
}

fn listed(numbers: &[RequirementNumber]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    crate::diagnostic::suggest::enumerate(&numbers, "and")
}

/// The parts that the headings of the template have no place for.
fn more(out: &mut String, page: &Page) {
    out.push_str("## More Information\n\n");
    for section in page.sections.iter().filter(|section| !TOLD_ABOVE.contains(&section.id)) {
        write_section(out, section, "###");
    }
}
