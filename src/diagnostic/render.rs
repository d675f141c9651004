//! Diagnostics as people read them: the line, a caret, and what to do.

use std::collections::BTreeMap;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::clean::{judged, visible};
use super::code::Code;
use super::lines::Lines;
use super::{Diagnostic, File, Label, Severity};

/// So many problems of a kind are shown; of more only their number.
const MOST: usize = 20;

/// Renders problems with their lines; `styled` adds colour codes for a terminal. Of many of a kind the first are shown.
pub fn render(diagnostics: &[Diagnostic], files: &[File], styled: bool) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let files: Vec<(&File, Lines<'_>)> = files.iter().map(|file| (file, Lines::of(&file.text))).collect();
    let mut out = String::new();
    let mut show = |group: Group<'_>| {
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    };
    let mut kinds: BTreeMap<Code, usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        let shown = kinds.entry(diagnostic.code).or_default();
        *shown += 1;
        if *shown <= MOST {
            show(group(diagnostic, &files));
        }
    }
    for (code, number) in kinds.into_iter().filter(|(_, number)| *number > MOST) {
        let rest = format!("and {} more of this kind: {}", grouped(number - MOST), code.title());
        show(Group::with_title(level(code).primary_title(rest).id(code.word())));
    }
    out
}

fn level(code: Code) -> Level<'static> {
    match code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

fn group<'a>(diagnostic: &'a Diagnostic, files: &[(&'a File, Lines<'a>)]) -> Group<'a> {
    let title = level(diagnostic.code).primary_title(visible(&diagnostic.message)).id(diagnostic.code.word());
    let mut group = Group::with_title(title);
    for (position, (file, lines)) in files.iter().enumerate() {
        let here = diagnostic.labels.iter().enumerate().filter(|(_, label)| label.place.file == position);
        let here: Vec<(usize, &Label)> = here.collect();
        let begin = here.iter().map(|(_, label)| label.place.span.start).min();
        let end = here.iter().map(|(_, label)| label.place.span.end).max();
        let Some((begin, end)) = begin.zip(end) else { continue };
        let excerpt = Excerpt::of(&file.text, begin, end);
        let annotations: Vec<Annotation<'a>> =
            here.iter().map(|(rank, label)| excerpt.annotation(*rank, label)).collect();
        let snippet = Snippet::source(excerpt.text())
            .line_start(lines.line_and_column(excerpt.begin).0)
            .path(visible(&file.path))
            .annotations(annotations);
        group = group.element(snippet);
    }
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(visible(help))),
        None => group,
    }
}

/// The lines of a text that labels are about.
struct Excerpt<'t> {
    /// Where they begin.
    begin: usize,
    raw: &'t str,
}

impl<'t> Excerpt<'t> {
    /// The whole lines around some bytes.
    fn of(text: &'t str, begin: usize, end: usize) -> Self {
        // What lies behind the last line belongs to it.
        let inside = text.floor_char_boundary(begin.min(text.len().saturating_sub(1)));
        let (before, _) = text.split_at(inside);
        let begin = before.rfind('\n').map_or(0, |at| at + 1);
        let end = text.ceil_char_boundary(end.clamp(inside, text.len()));
        let (_, after) = text.split_at(end);
        let end = after.find('\n').map_or(text.len(), |at| end + at + 1);
        Self { begin, raw: text.get(begin..end).expect("lines begin and end between letters") }
    }

    /// The letters to be shown, with where they stand. None can drive a terminal, and each takes its column.
    fn letters(&self) -> impl Iterator<Item = (usize, char)> {
        let mut rest = judged(self.raw).peekable();
        std::iter::from_fn(move || {
            let (at, letter, is_hostile) = rest.next()?;
            let ends_line = letter == '\r' && rest.peek().is_none_or(|(_, next, _)| *next == '\n');
            let stays = !is_hostile || ends_line || matches!(letter, '\n' | '\t');
            Some((at, if stays { letter } else { stand_in(letter) }))
        })
    }

    fn text(&self) -> String {
        self.letters().map(|(_, letter)| letter).collect()
    }

    /// Where a byte of the whole text is in what is shown; within a letter, where that begins.
    fn moved(&self, at: usize) -> usize {
        let at = self.raw.floor_char_boundary(at.saturating_sub(self.begin));
        self.letters().take_while(|(place, _)| *place < at).map(|(_, letter)| letter.len_utf8()).sum()
    }

    fn annotation<'a>(&self, rank: usize, label: &'a Label) -> Annotation<'a> {
        let kind = if rank == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let span = &label.place.span;
        kind.span(self.moved(span.start)..self.moved(span.end.max(span.start))).label(visible(&label.text))
    }
}

/// What is shown for a hostile letter: a picture of it where there is one.
fn stand_in(letter: char) -> char {
    let picture = match letter {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)),
        '\u{7f}' => Some('\u{2421}'),
        _ => None,
    };
    picture.unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// A number with a comma between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The closing line: `2 errors and 1 warning`, or `no problems`.
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
    let words = |number: usize, word: &str| match number {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{} {word}s", grouped(number))),
    };
    match (words(count(Severity::Error), "error"), words(count(Severity::Warning), "warning")) {
        (None, None) => "no problems".to_owned(),
        (Some(errors), None) => errors,
        (None, Some(warnings)) => warnings,
        (Some(errors), Some(warnings)) => format!("{errors} and {warnings}"),
    }
}

#[cfg(test)]
mod tests;
