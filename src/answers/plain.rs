//! Answers files in the plain form that [`write`](mod@super::write) has, read straight away: many plans are read so at once.
//!
//! Whatever is not quite so is nothing here, and left to the reader of TOML: only that knows places and problems. The two never
//! differ about what both can read; a test holds that.

use crate::diagnostic::clean::all_bytes;
use crate::knowledge::KnowledgeBase;
use crate::model::answers::{Answer, Answers, Pick, Response};
use crate::model::arena::Key;
use crate::model::question::{Importance, Kind, Question};

use super::{DOES_NOT_APPLY, FORMAT, NOT_SURE};

/// The answers, if all of the text is plain and means something to this knowledge.
pub(super) fn read(text: &str, base: &KnowledgeBase) -> Option<Answers> {
    // No control characters but tabs and line ends.
    if !all_bytes(text.as_bytes(), |byte| matches!(byte, b'\n' | b'\t' | b' '..=b'~' | 0x80..)) {
        return None;
    }
    let mut reader = Reader { base, answers: Answers::default(), known: Vec::new(), next: 0 };
    let mut lines = text.split('\n').map(Cursor).filter(|line| !line.is_over());
    while let Some(mut line) = lines.next() {
        if line.eat("[answers]").is_some() {
            line.end()?;
            return lines.try_for_each(|line| reader.answer(line)).map(|()| reader.answers);
        }
        reader.heading(line)?;
    }
    Some(reader.answers)
}

struct Reader<'k, 't> {
    base: &'k KnowledgeBase,
    answers: Answers,
    /// The names of what stood above the answers.
    known: Vec<&'t str>,
    /// Where the next question is likely to be: answers stand in the order of the knowledge base.
    next: usize,
}

impl<'t> Reader<'_, 't> {
    /// `title = "..."` and what else stands above the answers.
    fn heading(&mut self, mut line: Cursor<'t>) -> Option<()> {
        let name = line.name()?;
        line.eat("=")?;
        if self.known.contains(&name) {
            return None;
        }
        self.known.push(name);
        match name {
            "format" => (line.name()? == FORMAT.to_string()).then_some(())?,
            "title" => line.text()?.clone_into(&mut self.answers.title),
            "edition" => (self.base.edition == *line.text()?).then_some(())?,
            "as-of" => {
                let text = line.text()?;
                self.base.as_of(text, self.base.facts_from.first_day()).ok()?;
                self.answers.as_of = Some(text.to_owned());
            }
            _ => return None,
        }
        line.end()
    }

    /// `question = ...`
    fn answer(&mut self, mut line: Cursor<'t>) -> Option<()> {
        let name = line.name()?;
        line.eat("=")?;
        let key = self.question(name)?;
        let question = &self.base.questions[key];
        let response = match line.peek()? {
            b'"' => Response { answer: word(line.text()?), ..Response::default() },
            b'[' => Response { answer: chosen(&mut line, question), ..Response::default() },
            _ => full(&mut line, question)?,
        };
        if response == Response::default() || self.answers.response(key).is_some() {
            return None;
        }
        self.answers.set(key, response);
        line.end()
    }

    fn question(&mut self, name: &str) -> Option<Key<Question>> {
        let (questions, likely) = (&self.base.questions, Key::new(self.next));
        let is_it = self.next < questions.len() && questions[likely].id.as_str() == name;
        let key = if is_it { likely } else { self.base.question(name)? };
        self.next = key.position() + 1;
        Some(key)
    }
}

fn word(text: &str) -> Option<Answer> {
    match text {
        NOT_SURE => Some(Answer::NotSure),
        DOES_NOT_APPLY => Some(Answer::DoesNotApply),
        _ => None,
    }
}

/// `["choice", "choice"]`
fn chosen(line: &mut Cursor<'_>, question: &Question) -> Option<Answer> {
    let mut picks: Vec<Pick> = Vec::new();
    line.listed("[", "]", |line| {
        let choice = question.find(line.text()?)?;
        let is_new = picks.iter().all(|pick| pick.choice != choice);
        picks.push(Pick::of(choice));
        is_new.then_some(())
    })?;
    picks.sort_by_key(|pick| pick.choice);
    (question.kind == Kind::Many || picks.len() == 1).then_some(Answer::Chosen(picks))
}

/// `{ chosen = [...], importance = ..., note = "..." }` and its kin.
fn full(line: &mut Cursor<'_>, question: &Question) -> Option<Response> {
    let mut response = Response::default();
    let mut known: Vec<&str> = Vec::new();
    line.listed("{", "}", |line| {
        let name = line.name()?;
        line.eat("=")?;
        if known.contains(&name) {
            return None;
        }
        known.push(name);
        match name {
            "chosen" if response.answer.is_none() => response.answer = Some(chosen(line, question)?),
            "answer" if response.answer.is_none() => response.answer = Some(word(line.text()?)?),
            "importance" if line.peek()? == b'{' => weigh(line, question, &mut response)?,
            "importance" => response.importance = Some(Importance::parse(line.text()?)?),
            "note" => line.text()?.clone_into(&mut response.note),
            _ => return None,
        }
        Some(())
    })?;
    Some(response)
}

/// `{ choice = "must" }`
fn weigh(line: &mut Cursor<'_>, question: &Question, response: &mut Response) -> Option<()> {
    let Some(Answer::Chosen(picks)) = &mut response.answer else { return None };
    line.listed("{", "}", |line| {
        let choice = question.find(line.name()?)?;
        line.eat("=")?;
        let importance = Importance::parse(line.text()?)?;
        let pick = picks.iter_mut().find(|pick| pick.choice == choice)?;
        pick.importance.replace(importance).is_none().then_some(())
    })
}

/// What is left of a line.
#[derive(Clone, Copy)]
struct Cursor<'t>(&'t str);

impl<'t> Cursor<'t> {
    fn blank(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\t']);
    }

    /// Whether nothing is left but blanks and a comment.
    fn is_over(mut self) -> bool {
        self.blank();
        self.0.is_empty() || self.0.starts_with('#')
    }

    fn end(self) -> Option<()> {
        self.is_over().then_some(())
    }

    fn peek(&mut self) -> Option<u8> {
        self.blank();
        self.0.bytes().next()
    }

    fn eat(&mut self, wanted: &str) -> Option<()> {
        self.blank();
        self.0 = self.0.strip_prefix(wanted)?;
        Some(())
    }

    /// A key without quotes.
    fn name(&mut self) -> Option<&'t str> {
        self.blank();
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let end = self.0.bytes().position(|byte| !is_part(byte)).unwrap_or(self.0.len());
        let (name, rest) = self.0.split_at_checked(end).filter(|(name, _)| !name.is_empty())?;
        self.0 = rest;
        Some(name)
    }

    /// Text in quotes, without an escape.
    fn text(&mut self) -> Option<&'t str> {
        self.eat("\"")?;
        let end = self.0.bytes().position(|byte| matches!(byte, b'"' | b'\\'))?;
        let (text, rest) = self.0.split_at_checked(end)?;
        self.0 = rest.strip_prefix('"')?;
        Some(text)
    }

    /// Items between two signs, with commas between them.
    fn listed(&mut self, opens: &str, closes: &str, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.eat(opens)?;
        if self.eat(closes).is_some() {
            return Some(());
        }
        loop {
            item(self)?;
            if self.eat(",").is_none() {
                return self.eat(closes);
            }
        }
    }
}
