//! Where facts are written.

use crate::knowledge::Documentation;
use crate::knowledge::raw::{self, Archived};
use crate::model::date::Day;
use crate::model::source::{Publication, Reading, RepositoryPage, Source};

use super::{id, text, texts, value};

/// A source; one that can still change is to be read again so many days after the last day up to which texts were known.
pub(super) fn source(entry: &raw::Source, facts_until: Option<Day>, review_days: u16) -> Option<Source> {
    let reading = reading(entry)?;
    let stands_as_of = facts_until.map_or(reading.day(), |until| until.min(reading.day()));
    Some(Source {
        id: id(entry.id.as_ref())?,
        publisher: text(entry.publisher.as_ref())?,
        title: text(entry.title.as_ref())?,
        url: text(entry.url.as_ref())?,
        date: value(entry.date.as_ref())?,
        reading,
        publication: publication(entry, stands_as_of.plus(u32::from(review_days))),
        page: page(entry),
        note: text(entry.note.as_ref()),
    })
}

fn reading(entry: &raw::Source) -> Option<Reading> {
    let at_address = entry.verified.as_ref().map(|day| Reading::AtAddress(day.value.first_day()));
    at_address.or_else(|| entry.read.as_ref().map(|day| Reading::InCopy(day.value.first_day())))
}

fn publication(entry: &raw::Source, review_by: Day) -> Publication {
    match (value(entry.archived.as_ref()), value(entry.replaced.as_ref())) {
        (Some(Archived::On(day)), _) => Publication::Withdrawn(Some(day)),
        (Some(Archived::SomeDay), _) => Publication::Withdrawn(None),
        (_, Some(day)) => Publication::Replaced(day),
        _ => Publication::Published { review_by },
    }
}

fn page(entry: &raw::Source) -> Option<RepositoryPage> {
    let commit = entry.commit.as_ref()?.value.0.clone().into();
    Some(RepositoryPage { path: text(entry.page.as_ref())?, commit })
}

/// The documentation behind the facts.
pub(super) fn documentation(entry: &raw::Documentation) -> Option<Documentation> {
    Some(Documentation {
        name: text(entry.name.as_ref())?,
        archive: text(entry.archive.as_ref()),
        host: text(entry.host.as_ref()),
        repository: text(entry.repository.as_ref()),
        folder: text(entry.folder.as_ref()),
        release_notes: texts(&entry.release_notes),
    })
}
