//! Diagnostics as people read them: the line, a caret, and what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, File, Severity};

/// Renders problems with their lines; `styled` adds colour codes for a terminal.
pub fn render(diagnostics: &[Diagnostic], files: &[File], styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&[group(diagnostic, files)]));
        out.push_str("\n\n");
    }
    out
}

fn group<'a>(diagnostic: &'a Diagnostic, files: &'a [File]) -> Group<'a> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.word());
    let mut group = Group::with_title(title);
    for (position, file) in files.iter().enumerate() {
        let mut here =
            diagnostic.labels.iter().enumerate().filter(|(_, label)| label.place.file == position).peekable();
        if here.peek().is_none() {
            continue;
        }
        let snippet =
            Snippet::source(file.text.as_str()).path(file.path.as_str()).annotations(here.map(|(rank, label)| {
                let kind = if rank == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                let end = label.place.span.end.min(file.text.len());
                kind.span(label.place.span.start.min(end)..end).label(label.text.as_str())
            }));
        group = group.element(snippet);
    }
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
        None => group,
    }
}

/// The closing line: `2 errors and 1 warning`, or `no problems`.
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
    let words = |number: usize, word: &str| match number {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{number} {word}s")),
    };
    match (words(count(Severity::Error), "error"), words(count(Severity::Warning), "warning")) {
        (None, None) => "no problems".to_owned(),
        (Some(errors), None) => errors,
        (None, Some(warnings)) => warnings,
        (Some(errors), Some(warnings)) => format!("{errors} and {warnings}"),
    }
}
