//! `check --docs`: the sources against a clone of the repository that holds their pages.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostic::suggest::enumerate;
use crate::knowledge::{Documentation, KnowledgeBase};
use crate::model::arena::Key;
use crate::model::source::{RepositoryPage, Source};
use crate::report::rereading::{ReleaseNotes, RepositoryState, Rereading, known_until};
use crate::shell::exit::{Exit, Failure};
use crate::shell::files;
use crate::shell::git::LocalClone;

/// How many commits that a clone lacks are named.
const MOST_NAMED: usize = 3;

/// Holds the sources of a knowledge base against a clone.
pub(super) fn rereading(base: &KnowledgeBase, folder: &Path) -> Result<Rereading, Failure> {
    let documentation = base.documentation.as_ref();
    let (Some(documentation), Some(repository)) =
        (documentation, documentation.and_then(|documentation| documentation.repository.as_ref()))
    else {
        let message = "the knowledge names no repository of its documentation, so there is nothing to compare";
        return Err(Failure::new(Exit::Usage, message).help("name it as `repository` under `[documentation]`"));
    };
    let clone = LocalClone::open(folder)?;
    let read = read(base, &clone, folder, repository)?;
    let history = history(base, documentation, &clone, read)?;
    Ok(Rereading::of(base, repository, &history))
}

fn history(
    base: &KnowledgeBase,
    documentation: &Documentation,
    clone: &LocalClone,
    read: BTreeMap<Key<Source>, String>,
) -> Result<RepositoryState, Failure> {
    let folder = documentation.folder.as_deref().unwrap_or(".");
    let then = known_until(base).map(|day| clone.last_on(day)).transpose()?.flatten();
    let notes = documentation.release_notes.iter();
    Ok(RepositoryState {
        head: clone.head()?,
        pages: clone.pages(folder)?,
        read,
        steps: clone.steps(folder)?,
        release_notes: notes.map(|path| release_notes(clone, path, then.as_deref())).collect::<Result<_, _>>()?,
    })
}

fn release_notes(clone: &LocalClone, path: &str, then: Option<&str>) -> Result<ReleaseNotes, Failure> {
    let at = |commit: &str| {
        let hash = clone.hashes(&[format!("{commit}:{path}")])?.into_iter().next().flatten();
        hash.map(|hash| clone.text(&hash)).transpose()
    };
    let then = then.map(at).transpose()?.flatten().unwrap_or_default();
    Ok(ReleaseNotes { path: path.to_owned(), then, now: at("HEAD")? })
}

/// The hash of each text that was read. A clone that lacks one cannot tell whether it has changed.
fn read(
    base: &KnowledgeBase,
    clone: &LocalClone,
    folder: &Path,
    repository: &str,
) -> Result<BTreeMap<Key<Source>, String>, Failure> {
    let paged: Vec<(Key<Source>, &Source, &RepositoryPage)> =
        base.sources.iter().filter_map(|(key, source)| Some((key, source, source.page.as_ref()?))).collect();
    let names: Vec<String> = paged.iter().map(|(_, _, page)| format!("{}:{}", page.commit, page.path)).collect();
    let hashes = clone.hashes(&names)?;
    let mut read = BTreeMap::new();
    let mut missing = Vec::new();
    for ((key, source, page), hash) in paged.into_iter().zip(hashes) {
        match hash {
            Some(hash) => drop(read.insert(key, hash)),
            None => missing.push(format!("{} of `{}`", page.commit, source.id)),
        }
    }
    if missing.is_empty() {
        return Ok(read);
    }
    let more = missing.len().saturating_sub(MOST_NAMED);
    missing.truncate(MOST_NAMED);
    missing.extend((more > 0).then(|| format!("{more} more")));
    let message = format!("`{}` lacks the text at commit {}", files::shown(folder), enumerate(&missing, "and"));
    let help =
        format!("give it a full and current clone of {repository}, or correct `page` and `commit` of the source");
    Err(Failure::new(Exit::Failure, message).help(help))
}
