//! The JSON Schema of an answers file, for editors: the questions with their choices are those of the knowledge.

use serde_json::{Map, Value, json};

use crate::knowledge::KnowledgeBase;
use crate::model::gap_work::GapField;
use crate::model::paper::{Form, PaperField};
use crate::model::question::{Importance, Kind, Question};
use crate::model::scoring::Weights;
use crate::model::setting::SettingName;
use crate::model::work::Builder;

use super::amount::LONGEST;
use super::{DOES_NOT_APPLY, FORMAT, NOT_SURE};

/// The schema of the files that [`read`](super::read()) takes with this knowledge.
pub fn schema(base: &KnowledgeBase) -> Value {
    let answers: Map<String, Value> =
        base.questions.iter().map(|(_, question)| (question.id.to_string(), answer(question))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("Answers for {}, edition {}", base.title, base.edition),
        "type": "object",
        "additionalProperties": false,
        "$defs": { "gap": gap() },
        "properties": {
            "format": { "const": FORMAT, "description": "The form of the file." },
            "edition": { "type": "string", "description": "The edition of the knowledge that the answers were given to." },
            "title": { "type": "string", "description": "What the plan is called." },
            "as-of": as_of(base),
            "weights": weights(),
            "plan": settings(base),
            "paper": paper(),
            "gaps": gaps(base),
            "brief": brief(base),
            "answers": {
                "type": "object",
                "description": "The answers, by question.",
                "additionalProperties": false,
                "properties": answers,
            },
        },
    })
}

fn as_of(base: &KnowledgeBase) -> Value {
    let names: Vec<&str> = base.as_of_names().collect();
    json!({
        "description": "The day to plan for.",
        "anyOf": [{ "enum": names }, { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }],
    })
}

fn weights() -> Value {
    let weight = json!({ "type": "integer", "minimum": 1, "maximum": Weights::HEAVIEST });
    json!({
        "type": "object",
        "description": "What importances are worth, if not what the knowledge says.",
        "additionalProperties": false,
        "required": Importance::ALL.map(Importance::word),
        "properties": Importance::ALL.map(|it| (it.word().to_owned(), weight.clone())).into_iter().collect::<Map<_, _>>(),
    })
}

fn settings(base: &KnowledgeBase) -> Value {
    let setting = |name: SettingName| {
        let mut schema = match name {
            SettingName::Builders => json!({
                "type": "array",
                "items": { "enum": Builder::ALL.map(|builder| builder.word(&base.nouns)) },
                "minItems": 1,
                "uniqueItems": true,
            }),
            SettingName::Workarounds => json!({ "type": "boolean" }),
            SettingName::RunsUntil => json!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" }),
        };
        let asked = base.settings.iter().find(|setting| setting.name == name);
        if let (Some(asked), Some(members)) = (asked, schema.as_object_mut()) {
            members.insert("description".to_owned(), Value::from(&*asked.ask));
        }
        (name.word().to_owned(), schema)
    };
    json!({
        "type": "object",
        "description": "What the plan says about itself.",
        "additionalProperties": false,
        "properties": SettingName::ALL.map(setting).into_iter().collect::<Map<_, _>>(),
    })
}

fn paper() -> Value {
    let fields = PaperField::ALL.map(|field| (field.word().to_owned(), said(field.form())));
    json!({
        "type": "object",
        "description": "What the document says about itself.",
        "additionalProperties": false,
        "properties": fields.into_iter().collect::<Map<_, _>>(),
    })
}

fn gaps(base: &KnowledgeBase) -> Value {
    let gap = |title: &str| json!({ "$ref": "#/$defs/gap", "description": title });
    let gaps = base.capabilities.iter().map(|(_, entry)| (entry.id.to_string(), gap(&entry.title)));
    json!({
        "type": "object",
        "description": "Who sees to a gap, how large it is, by when, and what was decided, by the capability that is missing.",
        "additionalProperties": false,
        "properties": gaps.collect::<Map<_, _>>(),
    })
}

fn gap() -> Value {
    let fields = GapField::ALL.map(|field| (field.word().to_owned(), said(field.form())));
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": fields.into_iter().collect::<Map<_, _>>(),
    })
}

fn said(form: Form) -> Value {
    match form {
        Form::Line { fit } => json!({ "type": "string", "minLength": 1, "maxLength": fit }),
        Form::Day => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Form::Word(words) => json!({ "enum": words }),
    }
}

/// The client's text, and what became of its proposals.
fn brief(base: &KnowledgeBase) -> Value {
    let by_question = |of: &dyn Fn(&Question) -> Value| -> Map<String, Value> {
        base.questions.iter().map(|(_, question)| (question.id.to_string(), of(question))).collect()
    };
    let some = |question: &Question| {
        let ids: Vec<&str> = question.choices.iter().map(|choice| choice.id.as_str()).collect();
        json!({ "type": "array", "items": { "enum": ids } })
    };
    let decisions = |text: &str, properties: Map<String, Value>| json!({ "type": "object", "description": text, "additionalProperties": false, "properties": properties });
    json!({
        "type": "object",
        "description": "The client's text that the plan answers to.",
        "additionalProperties": false,
        "required": ["text"],
        "properties": {
            "text": { "type": "string", "description": "The text." },
            "rejected": decisions("What it seems to ask for and is not wanted.", by_question(&some)),
            "importance": decisions("How much what is proposed matters.", by_question(&each)),
        },
    })
}

/// An answer in any of its three forms: a word, the choices, or a table with both and what belongs to it.
fn answer(question: &Question) -> Value {
    let chosen = chosen(question);
    let word = json!({ "enum": [NOT_SURE, DOES_NOT_APPLY] });
    let full = json!({
        "type": "object",
        "additionalProperties": false,
        "not": { "required": ["answer", "chosen"] },
        "properties": {
            "chosen": chosen,
            "answer": word,
            "importance": importance(question),
            "note": { "type": "string", "description": "A note, which documents show." },
            "amount": {
                "type": "string",
                "minLength": 1,
                "maxLength": LONGEST,
                "description": "A figure of your own; nothing is computed with it.",
            },
        },
    });
    json!({ "description": &*question.ask, "anyOf": [word, chosen, full] })
}

fn chosen(question: &Question) -> Value {
    let choices = question.choices.iter();
    let choices = choices.map(|choice| json!({ "const": choice.id.as_str(), "description": &*choice.label }));
    let (least, most) = match question.kind {
        Kind::One => (1, 1),
        Kind::Many => (0, question.choices.len()),
    };
    json!({
        "type": "array",
        "items": { "oneOf": choices.collect::<Vec<_>>() },
        "minItems": least,
        "maxItems": most,
        "uniqueItems": true,
    })
}

/// One for the whole answer, or one for each choice.
fn importance(question: &Question) -> Value {
    json!({ "anyOf": [importance_word(), each(question)] })
}

fn importance_word() -> Value {
    json!({ "enum": Importance::ALL.map(Importance::word) })
}

/// An importance for each choice.
fn each(question: &Question) -> Value {
    let choices = question.choices.iter();
    let each: Map<String, Value> = choices.map(|choice| (choice.id.to_string(), importance_word())).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": each })
}
