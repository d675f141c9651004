//! The form to fill in by hand: every question with its choices as comments.

use std::fmt::Write as _;

use crate::knowledge::KnowledgeBase;
use crate::model::question::{Condition, Kind, Question};

use super::{FORMAT, gaps, paper, settings};

/// A blank answers file that is valid as it stands: every question is open.
pub fn blank(base: &KnowledgeBase) -> String {
    let mut out = format!(
        "#:schema plan.schema.json\n\
         # Answers for {}.\n\
         # Editors know the answers once that schema is there: journey-advisor schema plan -o plan.schema.json\n\
         # Remove the `#` before an answer and fill it in; what stays a comment stays open.\n\
         # An answer may also be \"not-sure\" or \"does-not-apply\".\n\
         # Importance is \"must\", \"should\" or \"could\", for the whole answer or for each choice:\n\
         #   importance = {{ one-choice = \"must\", another-choice = \"could\" }}\n\
         # A note goes beside them: note = \"asked for by the shop team\"\n\
         # So does a figure of your own, which is shown and never computed with: amount = \"40,000 a month\"\n\
         format = {FORMAT}\n\
         title = \"\"\n\
         # The day to plan for: {} or a date such as 2026-05-01.\n\
         as-of = \"today\"\n\
         # What importances are worth, if not what the knowledge says:\n\
         # weights = {{ must = {}, should = {}, could = {} }}\n\n\
         {}\n{}\n{}\n\
         [answers]\n",
        base.title,
        base.as_of_names().collect::<Vec<_>>().join(", "),
        base.scoring.must,
        base.scoring.should,
        base.scoring.could,
        settings::blank(base),
        paper::blank(base),
        gaps::blank(base),
    );
    let asked = base.topics.iter().filter(|(topic, _)| base.questions_of(*topic).next().is_some());
    for (topic, entry) in asked {
        let _ = write!(out, "\n# {}\n# {}\n", entry.title, "-".repeat(entry.title.chars().count()));
        for (_, question) in base.questions_of(topic) {
            out.push('\n');
            write_question(&mut out, question, base);
        }
    }
    out
}

fn write_question(out: &mut String, question: &Question, base: &KnowledgeBase) {
    let _ = writeln!(out, "# {}", question.ask);
    if let Some(condition) = &question.condition {
        let _ = writeln!(out, "# Asked only after {}.", parent(condition, base));
    }
    let _ = match question.kind {
        Kind::One => writeln!(out, "# Choose one:"),
        Kind::Many => writeln!(out, "# Choose any number; [] for none of these:"),
    };
    let width = question.choices.iter().map(|choice| choice.id.as_str().len()).max().unwrap_or(0);
    for choice in question.choices.iter() {
        let _ = writeln!(out, "#   {:width$}  {}", choice.id, choice.label);
    }
    let _ = writeln!(out, "# {} = {{ chosen = [\"\"], importance = \"{}\" }}", question.id, question.importance.word());
}

fn parent(condition: &Condition, base: &KnowledgeBase) -> String {
    let question = &base.questions[condition.question];
    let ids: Vec<String> = condition.choices.iter().map(|choice| format!("\"{}\"", question[*choice].id)).collect();
    format!("{} = {}", question.id, ids.join(" or "))
}
