//! Work items for the import into Azure DevOps, after the process template of the project that takes them: the decision, below it
//! the topics, and below those a work item for each requirement and for each piece of work on gaps. Every column is a field that
//! the template has; no id, no state and nobody is named, because the import gives or knows these itself.

mod describe;
mod items;
mod template;

use crate::diagnostic::clean::visible;

use super::Document;
use describe::typographic;
use items::{Item, items};

pub use template::{Suffix, Template};

/// The work items of a document: bare heads, no mark of UTF-8 before them, a row on one line, nothing but commas between cells.
pub(crate) fn write(document: &Document<'_>, template: &Template) -> String {
    let mut text = line(heads(template).iter().map(|head| visible(head).into_owned()));
    for item in items(document, template) {
        text.push_str(&row(&item, template));
    }
    text
}

/// The names of the fields, in the order of [`row`].
fn heads(template: &Template) -> Vec<String> {
    let mut heads = vec!["Work Item Type".to_owned()];
    heads.extend(match template.depth() {
        1 => vec!["Title".to_owned()],
        depth => (1..=depth).map(|level| format!("Title {level}")).collect(),
    });
    heads.extend(["Priority", "Description"].map(str::to_owned));
    heads.extend(template.has_acceptance().then(|| "Acceptance Criteria".to_owned()));
    heads.extend(template.fit_heads().into_iter().flatten());
    heads.push("Tags".to_owned());
    heads
}

fn row(item: &Item, template: &Template) -> String {
    let mut cells = vec![quoted(item.kind)];
    let title = |level| if level == item.level { quoted(&item.title) } else { String::new() };
    cells.extend((0..template.depth()).map(title));
    cells.extend([item.priority.to_string(), quoted(&item.description)]);
    cells.extend(template.has_acceptance().then(|| quoted(&item.acceptance)));
    if template.fit_heads().is_some() {
        cells.extend(item.fit.map_or([String::new(), String::new()], |fit| fit.map(quoted)));
    }
    cells.push(quoted(&item.tags));
    line(cells.into_iter())
}

fn line(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join(",") + "\r\n"
}

/// A cell on one line. Its own quotation marks become typographic ones, which no reader can take for the end of the cell. No
/// apostrophe stands before it, for it would become part of the field; no cell begins with what a user typed.
fn quoted(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\"{}\"", typographic(&visible(text))) }
}
