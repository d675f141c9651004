//! From a text to its sentences, each with the client's number and the heading under which it stands.

mod heading;
mod lines;
mod marker;
mod speaker;

pub(super) use heading::{Under, alone};

use heading::{at_end, heading, is_about_dates, is_about_the_text, is_other_heading, subject};
use lines::paragraphs;
use marker::{is_number, marker};
use speaker::{speakers, without_speaker};

use super::clause::{refuses, refuses_what_was_said};

/// A sentence, or a point of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sentence<'t> {
    /// As it stands in the text.
    pub(super) shown: &'t str,
    /// The same without bullet, number and a word for its importance.
    pub(super) body: &'t str,
    /// The client's number.
    pub(super) number: Option<&'t str>,
    /// What the heading above or a word before it says.
    pub(super) under: Under,
}

/// The sentences of a text in their order, without headings and what is only about the text itself.
pub(super) fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let mut above = Under::Nothing;
    let paragraphs = paragraphs(text);
    let speakers = speakers(&paragraphs);
    for (position, paragraph) in paragraphs.iter().enumerate() {
        if paragraph.is_row {
            row(paragraph.text, above, &mut sentences);
            continue;
        }
        let (number, body) = marker(without_speaker(paragraph.text, &speakers));
        if is_about_the_text(body) {
            continue;
        }
        if is_other_heading(paragraph.text, paragraph.follows_a_gap) {
            let next = paragraphs.get(position + 1).filter(|next| !next.follows_a_gap);
            let is_over_points = next.is_some_and(|next| marker(next.text).1.len() < next.text.len());
            let is_refused = is_over_points && refuses(paragraph.text);
            above = if is_refused { Under::OutOfScope } else { Under::Nothing };
        }
        let own = heading(body);
        let (under, body) = match own {
            Some((under, "")) => {
                above = under;
                continue;
            }
            Some((under, rest)) => (under, rest),
            None => (above, body),
        };
        if !paragraph.is_title {
            add(paragraph.text, body, number, at_end(body).unwrap_or(under), &mut sentences);
        }
    }
    refuse_what_was_denied(&mut sentences);
    sentences
}

/// What one asks and the next denies is not wanted: `Text messages? - No, too dear.`
fn refuse_what_was_denied(sentences: &mut [Sentence<'_>]) {
    let mut answer = None;
    for sentence in sentences.iter_mut().rev() {
        let is_denied = answer.is_some_and(|answer| denies(answer) || refuses_what_was_said(answer));
        if sentence.body.ends_with('?') && is_denied {
            sentence.under = Under::OutOfScope;
        }
        answer = Some(sentence.body);
    }
}

/// Whether an answer begins with a no that stands by itself.
fn denies(answer: &str) -> bool {
    const EXCLAIMED: [&str; 4] = ["god", "oh", "ah", "hell"];
    const NO: [&str; 5] = ["no", "nope", "nah", "nein", "never"];
    let mut words = answer.split_whitespace().skip_while(|word| EXCLAIMED.contains(&word.to_lowercase().as_str()));
    let Some(first) = words.next() else { return false };
    let bare = first.trim_end_matches([',', '.', '!', ';', ':']);
    NO.contains(&bare.to_lowercase().as_str()) && (bare.len() < first.len() || words.next().is_none())
}

/// What a text calls itself: its subject, else its first heading.
pub(super) fn title(text: &str) -> &str {
    let subject = text.lines().find_map(subject);
    let heading = || paragraphs(text).into_iter().find(|paragraph| paragraph.is_title).map(|paragraph| paragraph.text);
    subject.or_else(heading).unwrap_or_default()
}

/// The longest cell of a row of a table, with the number and the importance in other cells.
fn row<'t>(text: &'t str, above: Under, sentences: &mut Vec<Sentence<'t>>) {
    let cells = || text.split('|').map(str::trim);
    let Some(body) = cells().max_by_key(|cell| cell.len()).filter(|cell| cell.contains(char::is_alphabetic)) else {
        return;
    };
    let under = cells().find_map(alone).unwrap_or(above);
    let number = cells().find(|cell| is_number(cell));
    add(body, body, number, under, sentences);
}

fn add<'t>(whole: &'t str, body: &'t str, number: Option<&'t str>, under: Under, sentences: &mut Vec<Sentence<'t>>) {
    let mut rest = body;
    let mut is_first = true;
    while !rest.is_empty() {
        let (sentence, after) = rest.split_at(end_of_sentence(rest));
        let sentence = sentence.trim();
        // The first one is shown with its bullet and number.
        let before = whole.len() - body.len();
        let with_marker = whole.get(..before + (rest.len() - after.len())).map(str::trim);
        let shown = if is_first { with_marker.unwrap_or(sentence) } else { sentence };
        if sentence.contains(char::is_alphanumeric) && !is_about_dates(sentence) && !only_asks(sentence) {
            sentences.push(Sentence { shown, body: sentence, number, under });
            is_first = false;
        }
        rest = after;
    }
}

/// Whether a sentence only puts a word up to be talked about, as chats do: `Languages?` The answer says what is wanted.
fn only_asks(sentence: &str) -> bool {
    const MOST_WORDS: usize = 2;
    sentence.ends_with('?') && sentence.split_whitespace().count() <= MOST_WORDS
}

/// Where the first sentence ends.
fn end_of_sentence(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if !matches!(letter, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = at + letter.len_utf8();
        while let Some((_, closing)) = letters
            .next_if(|(_, next)| matches!(next, '.' | '!' | '?' | '…' | '"' | '\'' | ')' | ']' | '”' | '’' | '»'))
        {
            end += closing.len_utf8();
        }
        let ends = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        if ends && !(letter == '.' && is_abbreviation(text.get(..at).unwrap_or_default())) {
            return end;
        }
    }
    text.len()
}

/// Whether the full stop behind a text ends an abbreviation, an initial or a bare number.
fn is_abbreviation(before: &str) -> bool {
    const SHORT: [&str; 24] = [
        "approx", "art", "ca", "cf", "co", "dr", "e.g", "eg", "etc", "excl", "fig", "i.e", "ie", "incl", "max", "min",
        "mr", "mrs", "ms", "nr", "resp", "st", "vs", "z.b",
    ];
    let word = before.rsplit(|letter: char| letter.is_whitespace() || letter == '(').next().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    is_initial || SHORT.iter().any(|short| short.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests;
