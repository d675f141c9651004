//! Headings that say how much matters what stands below, and lines that are only about the text.

use crate::model::question::Importance;

/// What a heading says about what stands below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::brief) enum Under {
    /// Nothing.
    Nothing,
    /// How much it matters.
    Importance(Importance),
    /// That it is not wanted.
    OutOfScope,
}

const HEADINGS: [(Under, &[&str]); 4] = [
    (
        Under::OutOfScope,
        &[
            "won't have this time",
            "won’t have this time",
            "won't have",
            "won’t have",
            "wont have",
            "will not have",
            "won't haves",
            "won't",
            "won’t",
            "wont",
            "out of scope",
            "out-of-scope",
            "not in scope",
            "not needed",
            "not required",
            "not wanted",
            "exclusions",
            "excluded",
            "non-goals",
            "parking lot",
            "parked",
            "not now",
            "not this time",
            "not part of this",
            "later phase",
            "left out",
            "w",
        ],
    ),
    (
        Under::Importance(Importance::Could),
        &[
            "could have",
            "could-have",
            "could haves",
            "could",
            "nice to have",
            "nice-to-have",
            "nice to haves",
            "optional",
            "wishes",
            "c",
        ],
    ),
    (
        Under::Importance(Importance::Should),
        &["should have", "should-have", "should haves", "should", "important", "s"],
    ),
    (
        Under::Importance(Importance::Must),
        &[
            "must have",
            "must-have",
            "must haves",
            "must-haves",
            "must",
            "musts",
            "mandatory",
            "required",
            "essential",
            "m",
        ],
    ),
];

/// Lines with these before a colon say who wrote to whom and when.
const ABOUT: [&str; 22] = [
    "from",
    "to",
    "cc",
    "bcc",
    "sent",
    "date",
    "subject",
    "re",
    "fw",
    "fwd",
    "von",
    "an",
    "betreff",
    "gesendet",
    "present",
    "attendees",
    "attending",
    "participants",
    "apologies",
    "next meeting",
    "venue",
    "author",
];

/// Short lines that begin so greet, thank or say goodbye.
const COURTESY: [&str; 20] = [
    "hello",
    "hi",
    "hey",
    "dear",
    "hallo",
    "bonjour",
    "good",
    "thanks",
    "thank",
    "many",
    "cheers",
    "best",
    "kind",
    "warm",
    "regards",
    "sincerely",
    "yours",
    "cordially",
    "greetings",
    "mfg",
];

/// Sentences that begin so are about the project's own dates.
const DATES: [&str; 10] = [
    "kickoff",
    "kick-off",
    "next meeting",
    "the next meeting",
    "the budget meeting",
    "the steering committee",
    "our next call",
    "the next call",
    "the workshop is on",
    "the meeting",
];

/// Whether a sentence is about when those meet who wrote the text.
pub(super) fn is_about_dates(sentence: &str) -> bool {
    DATES.iter().any(|begin| {
        let start = sentence.split_at_checked(begin.len());
        start.is_some_and(|(start, rest)| start.eq_ignore_ascii_case(begin) && !rest.starts_with(char::is_alphanumeric))
    })
}

/// What a heading, or a word before a point, says of it, and what follows it on the same line.
pub(super) fn heading(text: &str) -> Option<(Under, &str)> {
    HEADINGS.iter().find_map(|(under, forms)| {
        let rest = forms.iter().find_map(|form| after(text, form))?;
        Some((*under, rest))
    })
}

/// What a text says that is nothing but such a word.
pub(in crate::brief) fn alone(text: &str) -> Option<Under> {
    let is_form = |form: &&str| form.eq_ignore_ascii_case(text);
    HEADINGS.iter().find(|(_, forms)| forms.iter().any(is_form)).map(|(under, _)| *under)
}

/// What brackets at the end of a point say of it: `(must)`, `[S]`.
pub(super) fn at_end(text: &str) -> Option<Under> {
    let inside = text.strip_suffix([')', ']'])?;
    let (_, inside) = inside.rsplit_once(['(', '['])?;
    alone(inside.trim())
}

/// What follows a heading: nothing, or what stands behind a colon, a dash or brackets.
fn after<'t>(text: &'t str, form: &str) -> Option<&'t str> {
    let bare = text.trim_start_matches(['[', '(']);
    let is_enclosed = bare.len() < text.len();
    let (begin, rest) = bare.split_at_checked(form.len())?;
    if !begin.eq_ignore_ascii_case(form) {
        return None;
    }
    let is_letter = form.len() == 1;
    let rest = rest.trim_start();
    if let Some(rest) = rest.strip_prefix([']', ')']).filter(|_| is_enclosed) {
        return Some(rest.trim_start_matches([':', ' ', '-', '–']));
    }
    let rest = if rest.starts_with('(') && rest.ends_with([')', ':']) { "" } else { rest };
    if !is_letter && (rest.is_empty() || rest.starts_with(',') && is_headline(text)) {
        return Some("");
    }
    let rest = rest.strip_prefix(':').or_else(|| rest.strip_prefix(['-', '–', '—']).filter(|_| !is_letter))?;
    Some(rest.trim_start())
}

/// Whether a line is written as a heading that says more: `WON'T, at least not this time`.
fn is_headline(text: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let first = text.split([' ', ',']).next().unwrap_or_default();
    let is_loud = !first.contains(char::is_lowercase);
    is_loud && !text.ends_with(['.', '!', '?']) && text.split_whitespace().count() <= MOST_WORDS
}

/// Whether a line is only about the text: who wrote it, to whom, when.
pub(super) fn is_about_the_text(text: &str) -> bool {
    let first = text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    if COURTESY.iter().any(|word| word.eq_ignore_ascii_case(first)) && text.split_whitespace().count() <= 4 {
        return true;
    }
    let Some((name, _)) = text.split_once(':') else { return false };
    ABOUT.iter().any(|about| about.eq_ignore_ascii_case(name.trim()))
}

/// What a line names as the subject of the text.
pub(super) fn subject(line: &str) -> Option<&str> {
    let (name, subject) = line.split_once(':')?;
    let is_subject = ["subject", "betreff"].iter().any(|form| form.eq_ignore_ascii_case(name.trim()));
    is_subject.then(|| subject.trim()).filter(|subject| !subject.is_empty())
}

/// Whether a line begins something else than what stands under the heading before.
pub(super) fn is_other_heading(text: &str, follows_a_gap: bool) -> bool {
    let is_short = text.split_whitespace().count() <= 5;
    let begins = text.starts_with(char::is_alphanumeric);
    is_short && begins && (text.ends_with(':') || follows_a_gap && !text.ends_with(['.', '!', '?', ';']))
}
