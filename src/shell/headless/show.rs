//! `show`: one entry whole, with the time line of its facts and where they are written.

use crate::diagnostic::clean::visible;
use crate::diagnostic::suggest::{enumerate, near};
use crate::export::{json, markdown, text};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::{Entry, EntryKind};
use crate::report::entry::{self, Audience, EntryFacts};
use crate::report::parts::header::TOOL;
use crate::report::words;
use crate::shell::cli::{Form, Show};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, knowledge, output};

/// So many entries with a near name are proposed at most.
const MOST_PROPOSED: usize = 3;

pub(super) fn run(args: &Show, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge_today(world)?;
    let entry = Entry::find(&base, &args.id).ok_or_else(|| unknown(&args.id, &base))?;
    let facts = base.at(super::as_of(&base, world, None)?);
    let on_day = words::on_day(&base, facts.as_of, world.today);
    let about = EntryFacts::of(entry, &facts, world.global.as_of.is_some(), &on_day);
    let page = || entry::page(&about, Audience::Author, None);
    output::data(&match (args.report, args.format) {
        (true, _) => {
            let made_with = [format!("{TOOL}."), words::state(&base)];
            markdown::copy(&entry::correction(entry.id(&base).as_str(), page(), made_with))
        }
        (false, Form::Text) => text::write(&page()),
        (false, Form::Json) => json::text(&about),
    })?;
    Ok(Exit::Done)
}

/// The entries with a near id or title, or how to search.
fn unknown(id: &str, base: &KnowledgeBase) -> Failure {
    let entries: Vec<Entry> = Entry::all(base).filter(|entry| entry.kind() != EntryKind::Workaround).collect();
    let names = entries.iter().flat_map(|entry| [(entry.id(base).as_str(), *entry), (entry.title(base), *entry)]);
    let near: Vec<String> = near(id, names)
        .into_iter()
        .map(|entry| format!("`{}` ({})", entry.id(base), entry.title(base)))
        .take(MOST_PROPOSED)
        .collect();
    let help = match near.as_slice() {
        [] => "`journey-advisor search WORDS` finds entries with their ids".to_owned(),
        near => format!("did you mean {}?", enumerate(near, "or")),
    };
    Failure::new(Exit::Usage, format!("there is no entry `{}`", visible(id))).help(help)
}
