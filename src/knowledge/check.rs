//! What is wrong with a knowledge base beyond its single entries: one file for each thing to look at.

mod blockers;
mod effect;
mod hindsight;
mod journeys;
mod leaning;
mod levels;
mod limits;
mod named;
mod names;
mod pages;
mod periods;
mod phrases;
mod questions;
mod selections;
mod settings;
mod sizes;
mod sources;
mod tiles;
mod twins;
mod ways;
mod work;

use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::name::Id;

use super::KnowledgeBase;
use super::names::Names;
use super::raw::{Raw, Support};

/// Looks at the entries as written; works even where some of them are broken.
pub(super) fn entries(raw: &Raw, names: &Names<'_>, findings: &mut Vec<Diagnostic>) {
    names::check(raw, findings);
    settings::check(raw, findings);
    journeys::check(raw, findings);
    sources::check(raw, findings);
    pages::check(raw, findings);
    tiles::check(raw, findings);
    periods::check(raw, findings);
    work::check(raw, findings);
    limits::check(raw, findings);
    questions::check(raw, names, findings);
    sizes::check(raw, names, findings);
    hindsight::check(raw, findings);
    twins::check(raw, findings);
    named::check(raw, findings);
    phrases::check(raw, findings);
}

/// Looks at a knowledge base whose entries are sound.
pub(super) fn whole(base: &KnowledgeBase, raw: &Raw, diagnostics: &mut Vec<Diagnostic>) {
    let limitations = raw.topics.iter().flat_map(|topic| &topic.file.limitations);
    let severities: Vec<Place> = limitations
        .map(|entry| {
            entry.value.severity.as_ref().map_or_else(|| entry.place.clone(), |severity| severity.place.clone())
        })
        .collect();
    diagnostics.extend(blockers::check(base, &severities));
    let places: Vec<Place> = raw
        .topics
        .iter()
        .flat_map(|topic| topic.file.questions.iter())
        .map(|question| question.value.id.as_ref().map_or_else(|| question.place.clone(), |id| id.place.clone()))
        .collect();
    diagnostics.extend(effect::check(base, &places));
    diagnostics.extend(selections::check(base, &places));
    diagnostics.extend(leaning::check(base, &places));
    let levels = levels(raw);
    diagnostics.extend(ways::check(base, &levels));
    diagnostics.extend(levels::check(base, &levels));
}

/// Where the levels of each capability stand.
fn levels(raw: &Raw) -> Vec<Vec<Place>> {
    let level =
        |support: &At<Support>| support.value.level.as_ref().map_or(&support.place, |level| &level.place).clone();
    let capabilities = raw.files().flat_map(|file| &file.capabilities);
    capabilities.map(|capability| capability.value.support.iter().map(level).collect()).collect()
}

/// Reports each id that stands twice in a list.
fn each_once(ids: &[At<Id>], findings: &mut Vec<Diagnostic>) {
    twice(ids, Code::K038, |id| format!("`{id}` stands twice in the list"), findings);
}

/// Reports, with its first place, each entry of a list that stands there again.
fn twice<'t, T: PartialEq + 't>(
    entries: impl IntoIterator<Item = &'t At<T>>,
    code: Code,
    message: impl Fn(&T) -> String,
    findings: &mut Vec<Diagnostic>,
) {
    let mut known: Vec<&At<T>> = Vec::new();
    for entry in entries {
        match known.iter().find(|earlier| earlier.value == entry.value) {
            Some(earlier) => findings.push(
                Diagnostic::new(code, message(&entry.value), entry.place.clone())
                    .with(earlier.place.clone(), "first here"),
            ),
            None => known.push(entry),
        }
    }
}

/// Each entry of a list with the next.
fn neighbours<T>(list: &[T]) -> impl Iterator<Item = (&T, &T)> {
    list.iter().zip(list.iter().skip(1))
}
