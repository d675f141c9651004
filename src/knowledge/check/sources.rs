//! Where facts are written: every fact cites something, every source is cited, addresses are usable.

use std::collections::HashSet;

use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::diagnostic::{Diagnostic, Place};

use crate::knowledge::raw::{Archived, Raw, Source, TopicFile};
use crate::knowledge::shape::Reference;

/// Checks sources and citations.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    for source in &raw.sources {
        address(&source.value, findings);
        dates(&source.value, findings);
        readings(source, findings);
    }
    let mut cited: HashSet<String> = HashSet::new();
    let mut visit = |references: &[At<Reference>]| {
        cited.extend(references.iter().map(|reference| reference.value.source.clone()));
    };
    for file in raw.files() {
        facts(file, |place, what, references| {
            visit(references);
            if references.is_empty() {
                findings.push(nothing_cited(what, place));
            }
        });
        file.questions.iter().for_each(|question| visit(&question.value.sources));
        let workarounds = file.limitations.iter().filter_map(|limitation| limitation.value.workaround.as_ref());
        workarounds.flat_map(|written| &written.value.0).for_each(|workaround| visit(&workaround.value.sources));
    }
    settings(raw, &mut visit, findings);
    let supports = raw.files().flat_map(|file| &file.capabilities).flat_map(|capability| &capability.value.support);
    let read_next = supports.filter_map(|support| support.value.read_next.as_ref());
    cited.extend(read_next.map(|id| id.value.to_string()));
    let ids = raw.sources.iter().filter_map(|source| source.value.id.as_ref());
    for id in ids.filter(|id| !cited.contains(id.value.as_str())) {
        let message = format!("nothing cites the source `{}`", id.value);
        findings.push(Diagnostic::new(Code::K025, message, id.place.clone()));
    }
}

fn nothing_cited(what: &str, place: &Place) -> Diagnostic {
    Diagnostic::new(Code::K017, format!("this {what} cites no source"), place.clone())
        .help("add `sources = [\"id\"]`; `sources.toml` lists the ids")
}

/// Calls `visit` for every fact of a topic with its place, its kind and what it cites.
fn facts(file: &TopicFile, mut visit: impl FnMut(&Place, &str, &[At<Reference>])) {
    for capability in &file.capabilities {
        for support in &capability.value.support {
            visit(&support.place, "support", &support.value.sources);
        }
    }
    for limitation in &file.limitations {
        visit(&limitation.place, "limitation", &limitation.value.sources);
    }
    for event in &file.events {
        visit(&event.place, "event", &event.value.sources);
    }
}

fn settings(raw: &Raw, visit: &mut impl FnMut(&[At<Reference>]), findings: &mut Vec<Diagnostic>) {
    let Some(advisor) = &raw.advisor else { return };
    let phases = advisor.value.alternatives.iter().flat_map(|alternative| &alternative.value.phases);
    let phases = phases.map(|phase| (&phase.place, "phase", &phase.value.sources));
    let said = advisor.value.alternatives.iter().flat_map(|alternative| &alternative.value.announcements);
    let said = said.map(|said| (&said.place, "announcement", &said.value.sources));
    let costs = advisor.value.coexistence.iter().map(|cost| (&cost.place, "cost", &cost.value.sources));
    let conflicts =
        advisor.value.conflicts.iter().map(|conflict| (&conflict.place, "conflict", &conflict.value.sources));
    let prerequisites = advisor.value.prerequisites.iter();
    let prerequisites = prerequisites.map(|entry| (&entry.place, "prerequisite", &entry.value.sources));
    let apart = advisor.value.journeys_apart.iter();
    let apart = apart.map(|apart| (&apart.place, "group of journeys", &apart.value.sources));
    for (place, what, references) in phases.chain(said).chain(costs).chain(conflicts).chain(prerequisites).chain(apart)
    {
        visit(references);
        if references.is_empty() {
            findings.push(nothing_cited(what, place));
        }
    }
}

fn address(source: &Source, findings: &mut Vec<Diagnostic>) {
    let Some(url) = &source.url else { return };
    let text = url.value.0.as_str();
    let host = text.strip_prefix("https://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    if host.is_empty() || host.contains('@') || text.chars().any(char::is_whitespace) {
        let message = format!("`{text}` is not a usable address");
        findings.push(Diagnostic::new(Code::K034, message, url.place.clone()).help("write it as `https://host/path`"));
    }
}

fn dates(source: &Source, findings: &mut Vec<Diagnostic>) {
    if let (Some(date), Some(reading)) = (&source.date, source.reading())
        && reading.value.first_day() < date.value.first_day()
    {
        findings.push(
            Diagnostic::new(Code::K041, "the source was read before it was written", reading.place.clone())
                .with(date.place.clone(), "the date of the text"),
        );
    }
    if let Some(At { value: Archived::SomeDay, place }) = &source.archived {
        findings.push(
            Diagnostic::new(Code::K080, "nothing says when the page was withdrawn", place.clone())
                .help("write the day, as in `archived = \"2026-03-05\"`"),
        );
    }
}

/// A source was read once, at its address or in a copy.
fn readings(source: &At<Source>, findings: &mut Vec<Diagnostic>) {
    let (place, message) = match (&source.value.verified, &source.value.read) {
        (None, None) => (&source.place, "nothing says when the source was read"),
        (Some(_), Some(read)) => (&read.place, "the source is both `verified` and `read`"),
        _ => return,
    };
    let help = "write `verified` for a reading at its address, or `read` for one in a stored copy";
    findings.push(Diagnostic::new(Code::K081, message, place.clone()).help(help));
}
