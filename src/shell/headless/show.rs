//! `show`: one entry whole, with the time line of its facts and where they are written.

mod sheet;
mod text;

use crate::diagnostic::clean::visible;
use crate::diagnostic::suggest::nearest;
use crate::export::json;
use crate::knowledge::KnowledgeBase;
use crate::search::{Entry, Filter, Index};
use crate::shell::cli::{Form, Show};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, knowledge, output};

use sheet::Sheet;

pub(super) fn run(asked: &Show, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge_today(world)?;
    let entry = Entry::find(&base, &asked.id).ok_or_else(|| unknown(&asked.id, &base))?;
    let day = world.global.as_of.is_some().then(|| super::as_of(&base, world, None)).transpose()?;
    let sheet = Sheet::of(entry, &base, day.map(|as_of| base.at(as_of)).as_ref());
    output::data(&match asked.format {
        Form::Text => text::write(&sheet),
        Form::Json => json::text(&sheet),
    })?;
    Ok(Exit::Done)
}

fn unknown(id: &str, base: &KnowledgeBase) -> Failure {
    let ids: Vec<&str> = Entry::all(base).map(|entry| entry.id(base).as_str()).collect();
    let index = Index::of(base);
    let found = || index.search(id, &Filter::default()).first().map(|hit| hit.entry.id(base).as_str().to_owned());
    let help = match nearest(id, ids).map(str::to_owned).or_else(found) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`journey-advisor search WORDS` finds entries with their ids".to_owned(),
    };
    Failure::new(Exit::Usage, format!("there is no entry `{}`", visible(id))).help(help)
}
