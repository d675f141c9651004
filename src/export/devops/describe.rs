//! What stands in the descriptions of work items: HTML of paragraphs alone, in which every text is escaped.

use crate::export::Document;
use crate::export::escape::html as escape;
use crate::model::verdict::RequirementNumber;
use crate::report::bibliography::Cited;
use crate::report::paper::costs::Work;
use crate::report::parts::register::RegisterEntry;
use crate::report::words::how_well;

use super::template::Template;

/// The most letters that the description of the decision has.
const LONGEST_DECISION: usize = 1500;

/// So many sources a description names at most.
const MOST_SOURCES: usize = 3;

/// Puts what is known of a plan into descriptions.
pub(super) struct Describer<'d> {
    document: &'d Document<'d>,
    /// The host of the documentation's pages; only these are named.
    host: Option<&'d str>,
}

impl<'d> Describer<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        let documentation = document.facts.base.documentation.as_ref();
        Self { document, host: documentation.and_then(|documentation| documentation.host.as_deref()) }
    }

    /// The decision with its reasons and gaps, as far as there is room, and what these work items are made for.
    pub(super) fn decision(&self, template: &Template, left_out: usize) -> String {
        let paper = &self.document.paper;
        let made_for =
            format!("Made for the process template {}. Test the import with five rows first.", template.name());
        let made_on = format!("{}. Edition {}.", paper.identity.strip(), paper.identity.edition);
        let more = (left_out > 0).then(|| format!("{left_out} more work items do not fit into one import."));
        let mut description = paragraphs([made_for, made_on].into_iter().chain(more));
        let answer = format!("Decision: {} {}", paper.answer.headline, paper.answer.lead);
        let reasons = paper.why.iter().map(|reason| format!("Why: {} {}", reason.claim, reason.proof));
        let gaps = paper.costs.work.iter().map(|piece| format!("Gap: {}.", piece.gap));
        let mut before = String::new();
        for text in [answer].into_iter().chain(reasons).chain(gaps) {
            let paragraph = paragraphs([text]);
            if before.chars().count() + paragraph.chars().count() + description.chars().count() <= LONGEST_DECISION {
                before.push_str(&paragraph);
            }
        }
        description.insert_str(0, &before);
        description
    }

    /// What was answered, how well it is done, and what to do instead.
    pub(super) fn requirement(&self, entry: &RegisterEntry) -> Vec<String> {
        let standing = &self.document.report.standings[entry.side];
        let mut said = vec![
            format!("Answer given: {}.", entry.choice.trim_end_matches('.')),
            format!(
                "{}{}: {}. Importance: {}.",
                standing.name,
                standing.beside(),
                how_well(entry.levels[entry.side]),
                entry.importance.word()
            ),
        ];
        let limits = entry.limits.iter().map(|limit| format!("Mind: {}.", limit.title.trim_end_matches('.')));
        said.extend(limits);
        said.extend(entry.workarounds().map(|text| format!("Workaround: {text}")));
        said.extend((!entry.note.is_empty()).then(|| format!("Note: {}", entry.note)));
        said.extend(self.sources(&entry.cited));
        said
    }

    /// What to do instead, what the gap means, and who sees to it.
    pub(super) fn piece(&self, piece: &Work) -> Vec<String> {
        let numbers: Vec<String> = piece.numbers.iter().map(RequirementNumber::to_string).collect();
        let mut said = vec![
            format!("Workaround: {}", piece.workaround),
            piece.meaning.to_string(),
            format!("Concerns {}.", numbers.join(", ")),
            format!("Size: {}. Owner: {}. By: {}.", piece.size, piece.owner, piece.by),
        ];
        said.extend(self.sources(&piece.cited));
        said
    }

    /// Addresses in the documentation with the places in them, each once.
    fn sources(&self, cited: &[Cited]) -> Option<String> {
        let mut named: Vec<String> = Vec::new();
        for citation in cited {
            let work = self.document.report.works.iter().find(|work| work.number == citation.number);
            let Some(work) = work.filter(|work| self.is_documentation(&work.url)) else { continue };
            let place = citation.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
            let source = format!("{}{place}", work.url);
            if named.len() < MOST_SOURCES && !named.contains(&source) {
                named.push(source);
            }
        }
        (!named.is_empty()).then(|| format!("Sources: {}", named.join(" · ")))
    }

    fn is_documentation(&self, url: &str) -> bool {
        let host = url.strip_prefix("https://").and_then(|rest| rest.split('/').next());
        host.is_some() && host == self.host
    }
}

/// Paragraphs of text that stays text.
pub(super) fn paragraphs(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().map(|text| ["<p>", &escape(&typographic(&text)), "</p>"].concat()).collect()
}

/// A text with typographic quotation marks: the opening one after a blank or a bracket, else the closing one.
pub(super) fn typographic(text: &str) -> String {
    let mut before = ' ';
    let mark = |letter: char| {
        let opens = before.is_whitespace() || matches!(before, '(' | '[' | '>' | '/');
        before = letter;
        match letter {
            '"' if opens => '\u{201c}',
            '"' => '\u{201d}',
            _ => letter,
        }
    };
    text.chars().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::typographic;

    #[test]
    fn quotation_marks_open_and_close() {
        assert_eq!(typographic("\"Stop\", (\"go\") and 5\" more"), "“Stop”, (“go”) and 5” more");
    }
}
