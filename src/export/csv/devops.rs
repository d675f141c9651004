//! Work items for the import into Azure DevOps: an epic with the decision, then a requirement each. Every field is one of
//! those that an import takes: no id and no state, which the import gives itself.

use std::fmt::Write as _;

use crate::export::html::escape::escape;
use crate::export::statements;
use crate::model::alternative::Side;
use crate::model::question::Importance;
use crate::report::Report;
use crate::report::parts::register::{RegisterEntry, approach, disposition};

use super::{Dialect, Line, listed, number, of_entry, sources, table, text};

/// The most letters that a title may have.
const LONGEST_TITLE: usize = 255;

/// The register as work items, with the column names of Azure DevOps. Its import takes commas alone.
pub(crate) fn devops(report: &Report) -> String {
    let columns = [
        text("Work Item Type", |line| line.kind.clone()),
        text("Title", |line| titled(report, line)),
        ("Priority".to_owned(), Box::new(|line: &Line<'_>| number(line.entry.map(priority))) as Box<_>),
        text("Description", |line| line.statement.clone()),
        of_entry("Acceptance Criteria", |entry| escape(&entry.acceptance)),
        of_entry("Fit Gap Status", |entry| disposition(entry.levels[entry.side]).to_owned()),
        of_entry("Gap Solution Approach", |entry| approach(entry).to_owned()),
        of_entry("Requirement Mapping", |entry| report.standings[entry.side].name.clone()),
        of_entry("Work Around", |entry| listed(entry.workarounds())),
        of_entry("Microsoft References", |entry| sources(report, &entry.cited)),
        text("Internal References", |_| report.title.clone()),
        of_entry("Tags", |entry| format!("{}; {}", entry.importance.word(), entry.topic)),
    ];
    let requirement = |entry| {
        let mut statement = String::new();
        for text in described(report, entry) {
            element(&mut statement, "p", &text);
        }
        Line { kind: "Requirement".to_owned(), statement, entry: Some(entry) }
    };
    table(&columns, std::iter::once(epic(report)).chain(report.register.iter().map(requirement)), Dialect::RFC_4180)
}

/// The work item above the requirements: what the document states beside them.
fn epic(report: &Report) -> Line<'static> {
    let mut description = String::new();
    for part in statements::beyond_requirements(report) {
        if !part.heading.is_empty() {
            element(&mut description, "h3", &part.heading);
        }
        part.statements.iter().for_each(|statement| element(&mut description, "p", statement));
    }
    Line { kind: "Epic".to_owned(), statement: description, entry: None }
}

/// A description is a field of HTML: what stands in it is escaped.
fn element(description: &mut String, name: &str, text: &str) {
    let _ = write!(description, "<{name}>{}</{name}>", escape(text));
}

fn titled(report: &Report, line: &Line<'_>) -> String {
    let title = match line.entry {
        Some(entry) => format!("{} {}", entry.number, entry.wish),
        None => format!("{}: {}", report.decision.headline.trim_end_matches('.'), report.title),
    };
    title.chars().take(LONGEST_TITLE).collect()
}

/// 1 for a must to 3 for a could.
fn priority(entry: &RegisterEntry) -> i32 {
    match entry.importance {
        Importance::Must => 1,
        Importance::Should => 2,
        Importance::Could => 3,
    }
}

fn described(report: &Report, entry: &RegisterEntry) -> Vec<String> {
    let asked = format!("{} {}.", entry.ask, entry.choice.trim_end_matches('.'));
    let level = |side| {
        let standing = &report.standings[side];
        format!("{}{}: {}.", standing.name, standing.beside(), disposition(entry.levels[side]))
    };
    let levels = Side::BOTH.map(level);
    let adds = format!("A {}: {} Speaks for: {}.", entry.importance.word(), levels.join(" "), entry.adds.words);
    let limits = entry.limits.iter().map(|limit| format!("{} ({}).", limit.title, limit.severity.word()));
    let note = (!entry.note.is_empty()).then(|| entry.note.clone());
    [asked, adds].into_iter().chain(limits).chain(note).collect()
}
