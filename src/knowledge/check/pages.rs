//! Pages of the documentation's repository: whoever reads again must find the text that was read.

use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::diagnostic::{Diagnostic, Place};

use crate::knowledge::raw::{Documentation, Raw, Source};
use crate::knowledge::shape::Text;

/// Checks that each page has its commit, lies in the folder, and that there is a repository to look in.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let documentation = raw.advisor.as_ref().and_then(|advisor| advisor.value.documentation.as_ref());
    let documentation = documentation.map(|documentation| &documentation.value);
    if let Some(documentation) = documentation {
        let named = documentation.folder.iter().chain(&documentation.release_notes);
        findings.extend(named.filter_map(outside));
        findings.extend(documentation.host.as_ref().and_then(no_host));
    }
    findings.extend(raw.sources.iter().filter_map(|source| page(&source.value, documentation)));
}

fn page(source: &Source, documentation: Option<&Documentation>) -> Option<Diagnostic> {
    let (place, message) = match (&source.page, &source.commit) {
        (None, None) => return None,
        (Some(page), None) => (&page.place, "the page has no `commit`, so nobody can tell which text was read"),
        (None, Some(commit)) => (&commit.place, "the commit has no `page`"),
        (Some(page), Some(_)) => return outside(page).or_else(|| elsewhere(page, documentation)),
    };
    Some(fault(place, message))
}

/// A name with anything in it that no host has: a scheme, a port, a path.
fn no_host<const MAX: usize>(host: &At<Text<MAX>>) -> Option<Diagnostic> {
    let is_part = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-.".contains(letter);
    let is_host = host.value.0.chars().all(is_part);
    (!is_host).then(|| fault(&host.place, "this is not the name of a host, such as `docs.example.org`"))
}

/// A path that leads out of the repository, or that a program could take for an option.
fn outside<const MAX: usize>(path: &At<Text<MAX>>) -> Option<Diagnostic> {
    let text = path.value.0.as_str();
    let leads_out =
        text.starts_with(['/', '-']) || text.contains(['\\', ':']) || text.split('/').any(|part| part == "..");
    leads_out.then(|| fault(&path.place, "this is not a path in a repository"))
}

/// A page of a repository or folder that `[documentation]` does not name.
fn elsewhere<const MAX: usize>(page: &At<Text<MAX>>, documentation: Option<&Documentation>) -> Option<Diagnostic> {
    if documentation.is_none_or(|documentation| documentation.repository.is_none()) {
        return Some(fault(&page.place, "`[documentation]` names no `repository`"));
    }
    let folder = documentation.and_then(|documentation| documentation.folder.as_ref())?;
    let rest = page.value.0.strip_prefix(folder.value.0.trim_end_matches('/'));
    let is_inside = rest.is_some_and(|rest| rest.starts_with('/'));
    (!is_inside).then(|| {
        fault(&page.place, "the page lies outside the folder of the documentation")
            .with(folder.place.clone(), "the folder")
    })
}

fn fault(place: &Place, message: &str) -> Diagnostic {
    Diagnostic::new(Code::K082, message, place.clone())
}
