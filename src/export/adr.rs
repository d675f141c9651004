//! A decision record with the headings of MADR 4, of one page: at most sixty lines, with what it carries for `verify`.

use std::fmt::Write as _;

use crate::model::alternative::Side;
use crate::report::Report;
use crate::report::paper::Paper;
use crate::report::paper::record as words;

use super::markdown::{escape, escape_all};
use super::record::Record;

/// The decision as a record in Markdown.
pub(crate) fn write(report: &Report, paper: &Paper, record: &Record) -> String {
    let mut out = front_matter(paper);
    let title =
        format!("{}: {}", escape_all(&paper.identity.project), escape(paper.answer.headline.trim_end_matches('.')));
    part(
        &mut out,
        &format!("# {title}\n\n## Context and Problem Statement"),
        &[escape(&words::context(report, paper))],
    );
    bullets(&mut out, "## Decision Drivers", &words::drivers(report));
    bullets(&mut out, "## Considered Options", &Side::BOTH.map(|side| words::option(report, side)));
    part(&mut out, "## Decision Outcome", &[outcome(report)]);
    let good = words::good(paper).into_iter().map(|text| format!("Good, because: {text}"));
    let bad = words::bad(paper).into_iter().map(|text| format!("Bad, because: {text}"));
    bullets(&mut out, "### Consequences", &good.chain(bad).collect::<Vec<_>>());
    bullets(&mut out, "### Confirmation", &words::CONFIRMED.map(str::to_owned));
    part(&mut out, "## More Information", &words::more(report, paper).map(|text| escape(&text)));
    out.push_str(&record.short_comment());
    out
}

/// What people set about the decision.
fn front_matter(paper: &Paper) -> String {
    let identity = &paper.identity;
    let decides = identity.decision_maker.as_deref().map(quoted).unwrap_or_default();
    format!(
        "---\nstatus: {}\ndate: {}\ndecision-makers: [{decides}]\nconsulted: []\ninformed: []\n---\n\n",
        words::status(identity),
        identity.made_on
    )
}

/// A text in quotes for the front matter, in which nothing has a meaning.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn part(out: &mut String, heading: &str, paragraphs: &[String]) {
    let _ = writeln!(out, "{heading}\n");
    for paragraph in paragraphs {
        let _ = writeln!(out, "{paragraph}\n");
    }
}

fn bullets(out: &mut String, heading: &str, lines: &[String]) {
    let _ = writeln!(out, "{heading}\n");
    for line in lines {
        let _ = writeln!(out, "* {}", escape(line));
    }
    out.push_str(if lines.is_empty() { "Nothing to say yet.\n\n" } else { "\n" });
}

/// The outcome in the words of the template: `Chosen option: "...", because ...`.
fn outcome(report: &Report) -> String {
    let [chosen, because] = words::chosen(report);
    format!("Chosen option: \"{}\", because: {}", escape(&chosen), escape(&because))
}
