//! The sources against a later state of the repository that holds their pages: what somebody should read again, and what is new.
//!
//! [`RepositoryState`] is what was read of the repository; nothing here asks git for anything.

mod citing;
mod news;

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::diagnostic::clean::visible;
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::date::Day;
use crate::model::source::{Publication, Source};
use crate::report::lines;

use super::words::count;
use citing::Citing;

pub(crate) use news::known_until;

/// How many of what is new are listed as text.
const MOST_LISTED: usize = 20;

/// How wide the list of what was not checked is, in columns.
const WIDTH: usize = 100;

/// What was read of the repository, up to its newest commit.
#[derive(Debug, Clone)]
pub(crate) struct RepositoryState {
    /// The newest commit.
    pub(crate) head: Commit,
    /// Each page of the folder as it stands there: its path with the hash of its text.
    pub(crate) pages: BTreeMap<String, String>,
    /// The hash of the text that was read, for each source whose page is in the repository.
    pub(crate) read: BTreeMap<Key<Source>, String>,
    /// What was done to pages of the folder, the newest first.
    pub(crate) steps: Vec<Step>,
    /// The pages that announce what is new.
    pub(crate) release_notes: Vec<ReleaseNotes>,
}

/// A commit with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Commit {
    #[serde(rename = "commit")]
    pub(crate) id: String,
    #[serde(serialize_with = "day")]
    pub(crate) day: Day,
}

/// A day as in files: `2026-08-18`.
fn day<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

/// What a commit did to a page.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub(crate) commit: Commit,
    pub(crate) path: String,
    pub(crate) deed: Deed,
}

/// What was done to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Deed {
    Added,
    Changed,
    Deleted,
    /// It has another path since.
    MovedTo(String),
}

/// A page that announces what is new, then and now.
#[derive(Debug, Clone)]
pub(crate) struct ReleaseNotes {
    pub(crate) path: String,
    /// Its text on the last day up to which the facts were known; empty where there was none.
    pub(crate) then: String,
    /// Its text at the newest commit; nothing where it is gone.
    pub(crate) now: Option<String>,
}

/// What became of the sources, and what is new.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Rereading {
    pub(crate) repository: String,
    /// The newest commit that was looked at.
    #[serde(flatten)]
    pub(crate) head: Commit,
    /// The last day up to which the facts were known.
    #[serde(skip)]
    pub(crate) facts_until: Option<Day>,
    /// How many sources were compared.
    pub(crate) compared: usize,
    /// How many can no longer change: withdrawn or replaced before.
    pub(crate) settled: usize,
    /// The sources that are to be read again.
    pub(crate) changed: Vec<Changed>,
    /// Pages that no source cites, added since.
    pub(crate) new_pages: Vec<NewPage>,
    /// What the release notes say now and did not say then.
    pub(crate) release_notes: Vec<Announced>,
    /// The sources that are not in the repository.
    pub(crate) not_checked: Vec<String>,
}

/// A source whose page is no longer as it was read.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Changed {
    pub(crate) source: String,
    pub(crate) page: String,
    pub(crate) what: What,
    /// Where the page is now, if it was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) moved_to: Option<String>,
    #[serde(flatten)]
    pub(crate) since: Commit,
    /// The entries that rest on it.
    pub(crate) entries: Vec<Citing>,
}

/// What became of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum What {
    Changed,
    Moved,
    Deleted,
    /// It is withdrawn by the knowledge, and there.
    Returned,
}

/// A page that no source cites.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewPage {
    pub(crate) page: String,
    #[serde(flatten)]
    pub(crate) since: Commit,
}

/// What release notes say that they did not say before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Announced {
    pub(crate) page: String,
    /// The heading above it.
    pub(crate) heading: String,
    pub(crate) entry: String,
}

impl Rereading {
    /// Holds every source against the repository.
    pub(crate) fn of(base: &KnowledgeBase, repository: &str, history: &RepositoryState) -> Self {
        let mut rereading = Self {
            repository: repository.to_owned(),
            head: history.head.clone(),
            facts_until: base.facts_until,
            compared: 0,
            settled: 0,
            changed: Vec::new(),
            new_pages: news::pages(base, history),
            release_notes: history.release_notes.iter().flat_map(news::announced).collect(),
            not_checked: Vec::new(),
        };
        for (key, source) in base.sources.iter() {
            let Some(page) = &source.page else {
                rereading.not_checked.push(source.id.to_string());
                continue;
            };
            match source.publication {
                Publication::Published { .. } => rereading.compared += 1,
                Publication::Replaced(_) | Publication::Withdrawn(_) => rereading.settled += 1,
            }
            if let Some((what, moved_to, since)) = became(source, &page.path, history.read.get(&key), history) {
                rereading.changed.push(Changed {
                    source: source.id.to_string(),
                    page: page.path.to_string(),
                    what,
                    moved_to,
                    since,
                    entries: citing::entries(base, key),
                });
            }
        }
        rereading
    }

    /// Whether somebody has something to read.
    pub(crate) fn finds_something(&self) -> bool {
        !self.changed.is_empty() || !self.new_pages.is_empty() || !self.release_notes.is_empty()
    }

    /// The same in lines.
    pub(crate) fn text(&self) -> String {
        let known = self.facts_until.map(|day| format!("; facts are known up to {}", day.words())).unwrap_or_default();
        let mut lines = vec![format!("{} as of {}{known}", visible(&self.repository), at(&self.head))];
        lines.extend(self.changed.iter().flat_map(Changed::lines));
        let pages = self.new_pages.iter().map(|new| format!("  {}, {}", visible(&new.page), at(&new.since)));
        lines.extend(listed("new page", "that no source cites", pages));
        let announced =
            self.release_notes.iter().map(|new| format!("  {}: {}", visible(&new.heading), visible(&new.entry)));
        lines.extend(listed("new entry", "in the release notes", announced));
        lines.push(format!(
            "{} compared, {} to be read again; {} can no longer change.",
            count(self.compared, "source"),
            self.changed.len(),
            self.settled
        ));
        lines.extend(self.outside());
        lines.join("\n") + "\n"
    }

    /// The sources that lie elsewhere.
    fn outside(&self) -> Option<String> {
        let number = self.not_checked.len();
        let options = lines::options(WIDTH).initial_indent("  ").subsequent_indent("  ").break_words(false);
        let named = textwrap::fill(&self.not_checked.join(", "), options);
        (number > 0).then(|| format!("{} outside the repository, not checked:\n{named}", count(number, "source")))
    }
}

impl Changed {
    fn lines(&self) -> [String; 2] {
        let became = match (self.what, &self.moved_to) {
            (What::Moved, Some(path)) => format!("was moved to {}", visible(path)),
            (What::Moved, None) => "was moved".to_owned(),
            (What::Changed, _) => "was changed".to_owned(),
            (What::Deleted, _) => "was deleted".to_owned(),
            (What::Returned, _) => "is there again".to_owned(),
        };
        let entries: Vec<String> = self.entries.iter().map(Citing::words).collect();
        [
            format!("{}: {} {became} {}", self.source, visible(&self.page), at(&self.since)),
            format!("  read it again for {}", entries.join(", ")),
        ]
    }
}

/// What became of the page of a source, and since when; nothing if it is as it was read.
fn became(
    source: &Source,
    path: &str,
    read: Option<&String>,
    history: &RepositoryState,
) -> Option<(What, Option<String>, Commit)> {
    let now = history.pages.get(path);
    let newest = history.steps.iter().find(|step| step.path == path);
    let since = newest.map_or(&history.head, |step| &step.commit).clone();
    match (source.publication, now) {
        (Publication::Withdrawn(Some(day)), Some(_)) if day <= history.head.day => Some((What::Returned, None, since)),
        (Publication::Replaced(_) | Publication::Withdrawn(_), _) => None,
        (Publication::Published { .. }, Some(now)) => (Some(now) != read).then_some((What::Changed, None, since)),
        (Publication::Published { .. }, None) => Some(match newest.map(|step| &step.deed) {
            Some(Deed::MovedTo(path)) => (What::Moved, Some(path.clone()), since),
            _ => (What::Deleted, None, since),
        }),
    }
}

/// A day with the beginning of its commit: `18 August 2026 (commit 87b32fe5d31d)`.
fn at(commit: &Commit) -> String {
    let short: String = commit.id.chars().take(12).collect();
    format!("{} (commit {short})", commit.day.words())
}

/// A head with what is listed under it, at most so many; nothing if there is nothing to list.
fn listed(noun: &str, where_it_is: &str, lines: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let number = lines.len();
    if number == 0 {
        return Vec::new();
    }
    let more = number.saturating_sub(MOST_LISTED);
    let head = std::iter::once(format!("{} {where_it_is}:", count(number, noun)));
    let rest = (more > 0).then(|| format!("  and {more} more"));
    head.chain(lines.take(MOST_LISTED)).chain(rest).collect()
}
