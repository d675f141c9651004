//! What is said about mistakes, and the form to fill in.

use super::super::sample::Sample;
use super::super::{plan_schema, refusal_words};
use super::{base, base_with, blank, file, good, problems, read};
use crate::diagnostic::Diagnostic;
use crate::knowledge::KnowledgeBase;
use crate::model::gap_work::{GapField, GapWork};
use crate::model::paper::{Paper, PaperField, Refusal};

#[test]
fn a_file_of_a_newer_program_is_told_from_one_that_is_wrong() {
    let base = base();
    assert_eq!(good("format = 1\n", &base), good("", &base));
    for (format, code) in [("2", "A010"), ("7", "A010"), ("0", "A005"), ("-1", "A005"), ("\"1\"", "A005")] {
        let (answers, problems) = read(&file(&format!("format = {format}\n[answers]\n")), &base);
        let codes: Vec<_> = problems.iter().map(|problem| problem.code.word()).collect();
        assert_eq!((answers, codes), (None, vec![code]), "{format}");
    }
}

#[test]
fn a_day_that_cannot_be_planned_for_is_said_at_its_place() {
    let said = ["articel", "2026-13-01", "2020-05"].map(|day| problems(&format!("as-of = \"{day}\"\n")));
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn how_many_choices_are_too_many_or_too_few_is_said() {
    for (chosen, number) in [("", "none"), ("\"at-once\", \"daily\"", "2")] {
        let (_, problems) = read(&file(&format!("[answers]\nreaction-time = [{chosen}]\n")), &base());
        let said: Vec<_> = problems.iter().map(Diagnostic::sentence).collect();
        assert_eq!(said, [format!("`reaction-time` takes exactly one choice, {number} are chosen.")]);
    }
}

/// A form says of a text what a file says of it.
#[test]
fn a_form_refuses_a_text_in_the_words_of_the_file() {
    let long = "x".repeat(200);
    let mut refused = 0;
    for text in ["", "a\nb", &long, "2026-02-30", "dratf"] {
        for field in PaperField::ALL {
            refused += usize::from(is_said_alike("[paper]", field.word(), text, Paper::default().say(field, text)));
        }
        for field in GapField::ALL {
            let said = GapWork::default().say(field, text);
            refused += usize::from(is_said_alike("[gaps.send-push]", field.word(), text, said));
        }
    }
    assert!(refused > 40, "{refused}");
}

/// Whether a text is refused, which file and form say alike.
fn is_said_alike(table: &str, field: &str, text: &str, said: Result<(), Refusal>) -> bool {
    let (_, problems) = read(&file(&format!("{table}\n{field} = {}\n", super::super::quoted(text))), &base());
    let in_file: Vec<_> = problems.into_iter().map(|problem| (problem.message, problem.help.unwrap())).collect();
    let in_form: Vec<_> = said.err().into_iter().map(|refusal| refusal_words(refusal, field, text)).collect();
    assert_eq!(in_file, in_form, "{table} {field} {text:?}");
    !in_form.is_empty()
}

/// The small knowledge base with words for every setting.
fn base_with_settings() -> KnowledgeBase {
    let setting = |id: &str, choices: &str| format!("\n[[setting]]\nid = \"{id}\"\nask = \"{id}?\"\n{choices}");
    let choices = |ids: &[&str]| -> String {
        let choices = ids.iter().map(|id| format!("[[setting.choice]]\nid = \"{id}\"\nlabel = \"{id}\"\n"));
        choices.collect::<Vec<_>>().concat()
    };
    let settings = setting("builders", &choices(&["marketer", "administrator", "developer", "partner"]))
        + &setting("workarounds", &choices(&["yes", "no"]))
        + &setting("runs-until", "");
    base_with(|text| if text.starts_with("title") { format!("{text}{settings}") } else { text.to_owned() })
}

/// The words of every setting stand with its example.
#[test]
fn the_form_to_fill_in_reads_well() {
    insta::assert_snapshot!(blank(&base_with_settings()));
}

/// What editors know of a plan.
#[test]
fn the_schema_names_everything_that_a_plan_can_say() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&plan_schema(&base_with_settings())).unwrap());
}

#[test]
fn a_sample_is_its_plan_with_the_text_made_harmless() {
    let base = base();
    let sample = |plan: &str| Sample { plan: file(plan), text: file("Send\u{1b} an SMS.\nAt once.") };
    let (answers, problems) = sample("[answers]\nreaction-time = \"not-sure\"\n").read(&base);
    let mut answers = answers.unwrap();
    assert_eq!((problems, &*answers.brief.take().unwrap().text), (Vec::new(), "Send<U+001B> an SMS.\nAt once."));
    assert_eq!(answers, good("[answers]\nreaction-time = \"not-sure\"\n", &base));
    let (answers, problems) = sample("[answers]\nreaction-tim = \"not-sure\"\n").read(&base);
    assert_eq!((answers, problems.len()), (None, 1));
}
