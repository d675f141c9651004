//! Questions, choices and importances as files name them.

use toml::Spanned;

use crate::diagnostic::clean::visible;
use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::{Reader, Value};
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::KnowledgeBase;
use crate::model::question::{ChoiceIndex, Importance, Question};

const LIST_THEM: &str = "`journey-advisor questions` lists the questions and their choices";

/// Whether answers were given to this edition of the knowledge. Of another one, what is unknown is no mistake.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// To this edition, or nobody says to which.
    Here,
    /// To another edition.
    Elsewhere,
}

/// A question, and for which edition the answer to it was written.
#[derive(Clone, Copy)]
pub(super) struct Subject<'q> {
    pub(super) question: &'q Question,
    pub(super) written: Written,
}

pub(super) fn unknown_question(
    name: &str,
    key: &Spanned<toml::de::DeString<'_>>,
    base: &KnowledgeBase,
    written: Written,
    reader: &mut Reader,
) {
    if written == Written::Elsewhere {
        let message = format!("the question `{}` is no longer asked; what was said to it is left out", visible(name));
        reader.diagnostics.push(Diagnostic::new(Code::A013, message, Place::new(0, key.span())));
        return;
    }
    let ids = base.questions.iter().map(|(_, question)| question.id.as_str()).collect::<Vec<_>>();
    let help = did_you_mean(name, ids).unwrap_or_else(|| LIST_THEM.to_owned());
    let message = format!("unknown question `{}`", visible(name));
    reader.diagnostics.push(Diagnostic::new(Code::A003, message, Place::new(0, key.span())).help(help));
}

pub(super) fn choice(text: &str, place: Place, subject: Subject<'_>, reader: &mut Reader) -> Option<ChoiceIndex> {
    let question = subject.question;
    let index = question.find(text);
    if index.is_none() && subject.written == Written::Elsewhere {
        let message = format!("`{}` no longer has the choice `{}`; it is left out", question.id, visible(text));
        reader.diagnostics.push(Diagnostic::new(Code::A014, message, place));
    } else if index.is_none() {
        let ids = question.choices.iter().map(|choice| choice.id.as_str());
        let help = did_you_mean(text, ids).unwrap_or_else(|| LIST_THEM.to_owned());
        let message = format!("`{}` has no choice `{}`", question.id, visible(text));
        reader.diagnostics.push(Diagnostic::new(Code::A004, message, place).help(help));
    }
    index
}

pub(super) fn importance(value: &Value<'_>, reader: &mut Reader) -> Option<Importance> {
    let text = reader.text(value)?;
    let importance = Importance::parse(text);
    if importance.is_none() {
        let help = did_you_mean(text, Importance::ALL.map(Importance::word));
        reader.report(Code::A011, format!("`{}` is no importance", visible(text)), value).help = help;
    }
    importance
}
