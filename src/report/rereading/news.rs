//! What is new in the repository: pages that no source cites, and entries of the release notes.

use std::collections::HashSet;

use crate::knowledge::KnowledgeBase;
use crate::model::date::Day;

use super::{Announced, Deed, NewPage, ReleaseNotes, RepositoryState};

/// The pages that were added after the last day up to which facts were known, and that no source cites. A page is what ends
/// like the pages that are cited.
pub(super) fn pages(base: &KnowledgeBase, history: &RepositoryState) -> Vec<NewPage> {
    let cited: HashSet<&str> =
        base.sources.iter().filter_map(|(_, source)| Some(&*source.page.as_ref()?.path)).collect();
    let endings: HashSet<&str> = cited.iter().filter_map(|path| ending(path)).collect();
    let Some(known_until) = known_until(base) else { return Vec::new() };
    let is_new = |path: &str| {
        history.pages.contains_key(path)
            && !cited.contains(path)
            && ending(path).is_some_and(|ending| endings.contains(ending))
    };
    let mut told = HashSet::new();
    let mut new = Vec::new();
    for step in history.steps.iter().filter(|step| step.commit.day > known_until) {
        let path = match &step.deed {
            Deed::Added => &step.path,
            Deed::MovedTo(path) => path,
            Deed::Changed | Deed::Deleted => continue,
        };
        if is_new(path) && told.insert(path) {
            new.push(NewPage { page: path.clone(), since: step.commit.clone() });
        }
    }
    new
}

/// The last day up to which facts were known; where nobody noted it, the day of the last reading.
pub(crate) fn known_until(base: &KnowledgeBase) -> Option<Day> {
    base.facts_until.or_else(|| base.sources.iter().map(|(_, source)| source.reading.day()).max())
}

fn ending(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next()?;
    name.rsplit_once('.').map(|(_, ending)| ending)
}

/// What release notes say now and did not say then: each point of a list with the heading above it, and each heading that has
/// no points.
pub(super) fn announced(notes: &ReleaseNotes) -> Vec<Announced> {
    let then: HashSet<(&str, &str)> = entries(&notes.then).into_iter().collect();
    let now = entries(notes.now.as_deref().unwrap_or_default());
    let new = now.into_iter().filter(|entry| !then.contains(entry));
    let told = |(heading, entry): (&str, &str)| Announced {
        page: notes.path.clone(),
        heading: heading.to_owned(),
        entry: entry.to_owned(),
    };
    new.map(told).collect()
}

/// The points of the lists in a Markdown text, with the nearest heading above that is no label of a list: `### August 2026 update`
/// stands above `#### Public preview`, and says when.
fn entries(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut headings: Vec<(usize, &str)> = Vec::new();
    for line in text.lines() {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if level > 0 {
            headings.retain(|(above, _)| *above < level);
            headings.push((level, line.trim_matches(['#', ' '])));
        } else if let Some(point) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
            let dated =
                headings.iter().rev().find(|(_, heading)| heading.contains(|letter: char| letter.is_ascii_digit()));
            let heading = dated.or(headings.last()).map_or("", |(_, heading)| heading);
            found.push((heading, point.trim_matches(['*', ' '])));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::entries;

    #[test]
    fn a_point_stands_under_the_heading_that_says_when() {
        let text = "# News\n\n- **Not dated**\n\n### August 2026 update\n\n#### Preview\n\n- **Formulas**\n\t- more\n\n### July 2026\n* Agent\n";
        assert_eq!(entries(text), [("News", "Not dated"), ("August 2026 update", "Formulas"), ("July 2026", "Agent")]);
    }
}
