//! From texts to a knowledge base: parse, read, resolve, check. Every problem of every file is found in one run.

use crate::diagnostic::code::Code;
use crate::diagnostic::toml::{At, Reader, Table, parse};
use crate::diagnostic::{self, Diagnostic, File, Place, Severity};
use crate::model::arena::Key;
use crate::model::date::Day;
use crate::model::question::{ChoiceIndex, Question};

use super::names::Names;
use super::raw::{Advisor, Choice, Raw, RawTopic, Sources, TopicFile};
use super::shape::CODES;
use super::{KnowledgeBase, check, resolve};

/// What came of loading: a knowledge base if there was no error, and everything there is to say about the texts.
#[derive(Debug)]
pub struct Loaded {
    /// The knowledge base; absent if there was any error.
    pub base: Option<KnowledgeBase>,
    /// Errors and warnings, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts, for rendering what was found.
    pub files: Vec<File>,
    /// Where it is written when each source was last read, in the order of the sources of the knowledge base.
    readings: Vec<Place>,
    /// Where the phrases of each choice are written, question by question in the order of the knowledge base.
    phrases: Vec<Vec<Vec<Place>>>,
}

/// A phrase by its choice and its position there.
type Phrase = ((Key<Question>, ChoiceIndex), usize);

impl Loaded {
    /// Adds what was found in one more file, whose problems name it as the first.
    pub(crate) fn add(&mut self, file: File, mut problems: Vec<Diagnostic>) {
        let position = self.files.len();
        let places = problems.iter_mut().flat_map(|problem| &mut problem.labels);
        places.for_each(|label| label.place.file = position);
        self.files.push(file);
        self.add_all(problems);
    }

    /// Adds problems. With an error there is no knowledge base.
    pub(crate) fn add_all(&mut self, problems: Vec<Diagnostic>) {
        self.base = self.base.take().filter(|_| !has_error(&problems));
        self.diagnostics.extend(problems);
        diagnostic::sort(&mut self.diagnostics);
    }

    /// Adds a warning for each source that somebody should have read again before that day.
    pub fn review(&mut self, today: Day) {
        let Some(base) = &self.base else { return };
        let overdue = base.sources.iter().zip(&self.readings).filter_map(|((_, source), place)| {
            let review_by = source.review_by().filter(|review_by| *review_by < today)?;
            let message = format!("the source `{}` was to be read again by {}", source.id, review_by.words());
            let help = "read it again, correct what cites it, and set `read` or `verified` to that day";
            Some(Diagnostic::new(Code::K026, message, place.clone()).help(help))
        });
        self.diagnostics.extend(overdue);
        diagnostic::sort(&mut self.diagnostics);
    }

    /// Adds a warning for each of these phrases, which fits another choice better than its own.
    pub fn mistake(&mut self, phrases: impl IntoIterator<Item = (Phrase, (Key<Question>, ChoiceIndex))>) {
        let Some(base) = &self.base else { return };
        let found = phrases.into_iter().map(|(((question, choice), position), (other, better))| {
            let places = self.phrases.get(question.position()).and_then(|choices| choices.get(choice.position()));
            let place = places.and_then(|places| places.get(position)).expect("every phrase is written somewhere");
            let (own, other) = (&base.questions[question], &base.questions[other]);
            let phrase = own[choice].phrases.get(position).expect("the phrase is one of the choice");
            let message = format!("\"{phrase}\" speaks of `{}:{}`", other.id, other[better].id);
            let help = format!("say it in words of `{}:{}` alone, or move it", own.id, own[choice].id);
            Diagnostic::new(Code::K077, message, place.clone()).help(help)
        });
        let found: Vec<Diagnostic> = found.collect();
        self.diagnostics.extend(found);
        diagnostic::sort(&mut self.diagnostics);
    }
}

/// Loads a knowledge base from `advisor.toml`, `sources.toml` and the files of the folder `topics`, and checks all of it.
pub fn load(files: Vec<File>) -> Loaded {
    let mut diagnostics = Vec::new();
    let raw = read(&files, &mut diagnostics);
    let mut base = None;
    if !diagnostics.iter().any(|diagnostic| diagnostic.code == Code::K001) {
        let names = Names::of(&raw);
        let resolved = resolve::resolve(&raw, &names, &mut diagnostics);
        check::entries(&raw, &names, &mut diagnostics);
        base = resolved.filter(|_| !has_error(&diagnostics));
        if let Some(base) = &base {
            check::whole(base, &raw, &mut diagnostics);
        }
    }
    base = base.filter(|_| !has_error(&diagnostics));
    diagnostic::sort(&mut diagnostics);
    let readings = raw.sources.iter().filter_map(|source| source.value.reading());
    let readings = readings.map(|read| read.place.clone()).collect();
    Loaded { base, diagnostics, files, readings, phrases: phrases(&raw) }
}

/// Where the phrases of each choice are written.
fn phrases(raw: &Raw) -> Vec<Vec<Vec<Place>>> {
    let places = |choice: &At<Choice>| choice.value.phrases.iter().map(|phrase| phrase.place.clone()).collect();
    let questions = raw.files().flat_map(|file| &file.questions);
    questions.map(|question| question.value.choices.iter().map(places).collect()).collect()
}

fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}

fn read(files: &[File], diagnostics: &mut Vec<Diagnostic>) -> Raw {
    let mut raw = Raw::default();
    let mut has_sources = false;
    for (position, file) in files.iter().enumerate() {
        let (document, problems) = parse(file, position, CODES);
        let understood = problems.is_empty();
        diagnostics.extend(problems);
        let mut reader = Reader::new(position, CODES);
        let table = Table::root(&document, position);
        let place = table.place().clone();
        match name(file) {
            Name::Advisor => raw.advisor = Some(At { value: Advisor::from_table(table, &mut reader), place }),
            Name::Sources => {
                has_sources = true;
                raw.sources = Sources::from_table(table, &mut reader).sources;
            }
            Name::Topic(stem) => {
                raw.topics.push(RawTopic { stem, place, file: TopicFile::from_table(table, &mut reader) });
            }
        }
        // What a broken line hides is not missing.
        reader.diagnostics.retain(|diagnostic| understood || diagnostic.code != CODES.missing_key);
        diagnostics.append(&mut reader.diagnostics);
    }
    for (name, there) in [("advisor.toml", raw.advisor.is_some()), ("sources.toml", has_sources)] {
        if !there {
            diagnostics.push(Diagnostic::without_place(Code::K043, format!("there is no `{name}`")));
        }
    }
    in_order(&mut raw);
    raw
}

enum Name {
    Advisor,
    Sources,
    Topic(String),
}

fn name(file: &File) -> Name {
    let name = file.path.rsplit(['/', '\\']).next().unwrap_or_default();
    match name {
        "advisor.toml" => Name::Advisor,
        "sources.toml" => Name::Sources,
        _ => Name::Topic(name.trim_end_matches(".toml").to_owned()),
    }
}

/// Puts the topics in the order that `advisor.toml` lists.
fn in_order(raw: &mut Raw) {
    let Some(advisor) = &raw.advisor else { return };
    let listed = &advisor.value.topics;
    let rank = |topic: &RawTopic| listed.iter().position(|id| id.value.as_str() == topic.stem).unwrap_or(usize::MAX);
    raw.topics.sort_by_cached_key(rank);
}
