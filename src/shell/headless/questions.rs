//! `questions`: what is asked, as a list or as a file to fill in.

use std::fmt::Write as _;

use serde::Serialize;

use crate::answers::blank;
use crate::export::json;
use crate::knowledge::KnowledgeBase;
use crate::model::question::{Kind, Question};
use crate::shell::cli::{ListFormat, Questions};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, knowledge};

pub(super) fn run(args: &Questions, world: &World) -> Result<Exit, Failure> {
    let format = super::form(args.format, &args.target, &super::LIST_ENDINGS)?;
    let base = knowledge::knowledge(world)?;
    let questions = match format {
        ListFormat::Text => text(&base),
        ListFormat::Json => json::text(&Listed::of(&base)),
        ListFormat::Toml => blank(&base),
    };
    super::deliver(&questions, &args.target)?;
    Ok(Exit::Done)
}

fn text(base: &KnowledgeBase) -> String {
    let mut out = String::new();
    for (topic, entry) in base.topics.iter() {
        let _ = writeln!(out, "{}{}", if out.is_empty() { "" } else { "\n" }, entry.title);
        for (_, question) in base.questions_of(topic) {
            let many = match question.kind {
                Kind::One => "one choice",
                Kind::Many => "any number of choices",
            };
            let _ = writeln!(out, "\n  {}", question.ask);
            let _ = writeln!(out, "  {}: {many}, {}{}", question.id, question.importance.word(), after(question, base));
            let width = question.choices.iter().map(|choice| choice.id.as_str().len()).max().unwrap_or(0);
            for choice in question.choices.iter() {
                let _ = writeln!(out, "    {:width$}  {}", choice.id, choice.label);
            }
        }
    }
    out
}

fn after(question: &Question, base: &KnowledgeBase) -> String {
    question
        .condition
        .as_ref()
        .map_or_else(String::new, |condition| format!(", asked only after `{}`", base.questions[condition.question].id))
}

#[derive(Serialize)]
struct Listed<'k> {
    schema_version: u32,
    title: &'k str,
    edition: &'k str,
    questions: Vec<Asked<'k>>,
}

#[derive(Serialize)]
struct Asked<'k> {
    id: &'k str,
    topic: &'k str,
    ask: &'k str,
    why: &'k str,
    kind: &'static str,
    importance: &'static str,
    fixed: bool,
    who: Option<&'k str>,
    show_if: Option<Condition<'k>>,
    choices: Vec<Offered<'k>>,
}

#[derive(Serialize)]
struct Condition<'k> {
    question: &'k str,
    choices: Vec<&'k str>,
}

#[derive(Serialize)]
struct Offered<'k> {
    id: &'k str,
    label: &'k str,
    hint: &'k str,
    needs: Vec<&'k str>,
}

impl<'k> Listed<'k> {
    fn of(base: &'k KnowledgeBase) -> Self {
        Self {
            schema_version: 1,
            title: &base.title,
            edition: &base.edition,
            questions: base.questions.iter().map(|(_, question)| Asked::of(question, base)).collect(),
        }
    }
}

impl<'k> Asked<'k> {
    fn of(question: &'k Question, base: &'k KnowledgeBase) -> Self {
        let needs = |keys: &'k [_]| keys.iter().map(|key| base.capabilities[*key].id.as_str()).collect();
        Self {
            id: question.id.as_str(),
            topic: base.topics[question.topic].id.as_str(),
            ask: &question.ask,
            why: &question.why,
            kind: question.kind.word(),
            importance: question.importance.word(),
            fixed: question.fixed,
            who: question.who.as_deref(),
            show_if: question.condition.as_ref().map(|condition| Condition {
                question: base.questions[condition.question].id.as_str(),
                choices: condition
                    .choices
                    .iter()
                    .map(|choice| base.questions[condition.question][*choice].id.as_str())
                    .collect(),
            }),
            choices: question
                .choices
                .iter()
                .map(|choice| Offered {
                    id: choice.id.as_str(),
                    label: &choice.label,
                    hint: &choice.hint,
                    needs: needs(&choice.needs),
                })
                .collect(),
        }
    }
}
