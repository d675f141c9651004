//! Answers files: what is read, what is written, and what is said about mistakes.

mod said;
mod salvaged;

use proptest::prelude::*;

use super::{blank, read, salvage, write};
use crate::diagnostic::{File, clean, render};
use crate::knowledge::{KnowledgeBase, load};
use crate::model::answers::{Answer, Answers, Pick, Response};
use crate::model::date::PartialDate;
use crate::model::gap_work::{GapDecision, GapField, GapSize, GapWork, SizeBand};
use crate::model::journeys::Chosen;
use crate::model::kept_brief::KeptBrief;
use crate::model::paper::{Paper, PaperField, PaperStatus};
use crate::model::question::{ChoiceIndex, Condition, Importance, Kind, Question};
use crate::model::scoring::Weights;
use crate::model::setting::Settings;
use crate::model::work::Builder;

fn base() -> KnowledgeBase {
    base_with(str::to_owned)
}

/// The small knowledge base with its texts changed.
fn base_with(change: impl Fn(&str) -> String) -> KnowledgeBase {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: change(text) };
    let loaded = load(vec![
        file("advisor.toml", include_str!("../../tests/fixtures/small/advisor.toml")),
        file("sources.toml", include_str!("../../tests/fixtures/small/sources.toml")),
        file("topics/channels.toml", include_str!("../../tests/fixtures/small/topics/channels.toml")),
        file("topics/leads.toml", include_str!("../../tests/fixtures/small/topics/leads.toml")),
    ]);
    loaded.base.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn file(text: &str) -> File {
    File { path: "plan.toml".to_owned(), text: text.to_owned() }
}

fn good(text: &str, base: &KnowledgeBase) -> Answers {
    let (answers, diagnostics) = read(&file(text), base);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    answers.unwrap()
}

/// A question that takes one choice and lost it is open again; one that takes many is never taken for "none of these".
#[test]
fn answers_to_another_edition_lose_only_what_is_gone() {
    let base = base();
    let text = "edition = \"2019\"\n[answers]\nfax = \"not-sure\"\nlead-creation = { chosen = [\"perhaps\"], note = \"n\" }\n\
                message-channels = { chosen = [\"telegram\"], importance = { telegram = \"must\" } }\n";
    let (answers, problems) = read(&file(text), &base);
    let answers = answers.unwrap();
    let messages: Vec<String> = problems.iter().map(crate::diagnostic::Diagnostic::sentence).collect();
    assert_eq!(
        messages,
        [
            format!("The answers were given to edition 2019 of the knowledge, and this is edition {}.", base.edition),
            "The question `fax` is no longer asked; what was said to it is left out.".to_owned(),
            "`lead-creation` no longer has the choice `perhaps`; it is left out.".to_owned(),
            "`message-channels` no longer has the choice `telegram`; it is left out.".to_owned(),
            "These questions have no answer and may be new: message-channels, reaction-time, lead-creation.".to_owned(),
        ]
    );
    let said: Vec<_> = answers.iter().map(|(_, response)| (response.answer.clone(), response.note.as_str())).collect();
    assert_eq!(said, [(None, "n")]);
    let same = text.replace("2019", &base.edition);
    assert_eq!(read(&file(&same), &base).0, None);
}

/// A question is not new if the one that opens it is not asked itself, whatever was said to that one.
#[test]
fn only_questions_that_are_asked_may_be_new() {
    let mut base = base();
    let [channels, creation] = ["message-channels", "lead-creation"].map(|id| base.question(id).unwrap());
    let sms = base.questions[channels].find("sms").unwrap();
    base.questions.get_mut(creation).unwrap().condition = Some(Condition { question: channels, choices: vec![sms] });
    let new = |channel: &str| {
        let text = format!(
            "edition = \"2019\"\n[answers]\nmessage-channels = {{ chosen = [\"{channel}\"] }}\nlead-creation = {{ chosen = [\"yes\"] }}\n"
        );
        let (_, problems) = read(&file(&text), &base);
        problems.last().unwrap().sentence()
    };
    assert_eq!(new("push"), "These questions have no answer and may be new: reaction-time.");
    assert_eq!(new("sms"), "These questions have no answer and may be new: reaction-time, lead-owner.");
}

#[test]
fn every_form_of_an_answer_is_read() {
    let base = base();
    let answers = good(
        r#"
        format = 1
        title = "Spring"
        as-of = "article"
        [answers]
        message-channels = { chosen = ["push", "sms"], importance = { sms = "must" }, note = "the shop" }
        reaction-time = { answer = "not-sure", importance = "must" }
        lead-owner = { note = "ask sales" }
        [answers.lead-creation]
        chosen = ["yes"]
        importance = "could"
        "#,
        &base,
    );
    let said = |id: &str| answers.response(base.question(id).unwrap()).unwrap().clone();
    let pick = |position, importance| Pick { choice: ChoiceIndex::new(position), importance };
    assert_eq!(answers.as_of.as_deref(), Some("article"));
    let channels = Answer::Chosen(vec![pick(0, Some(Importance::Must)), pick(1, None)]);
    assert_eq!(
        said("message-channels"),
        Response { answer: Some(channels), note: "the shop".to_owned(), ..Response::default() }
    );
    assert_eq!(said("reaction-time").answer, Some(Answer::NotSure));
    assert_eq!(said("reaction-time").importance, Some(Importance::Must));
    assert_eq!(said("lead-owner"), Response { note: "ask sales".to_owned(), ..Response::default() });
    assert_eq!(said("lead-creation").importance, Some(Importance::Could));
}

#[test]
fn none_of_these_is_an_answer_where_many_may_be_chosen() {
    let base = base();
    let answers = good("[answers]\nmessage-channels = []\n", &base);
    assert_eq!(answers.answer(base.question("message-channels").unwrap()), Some(&Answer::Chosen(Vec::new())));
}

#[test]
fn the_blank_file_is_valid_and_leaves_everything_open() {
    let base = base();
    let answers = good(&blank(&base), &base);
    assert!(answers.is_empty());
    assert_eq!(answers.as_of.as_deref(), Some("today"));
}

#[test]
fn a_plan_may_have_weights_of_its_own() {
    let base = base();
    let answers = good("weights = { must = 9, should = 3, could = 1 }\n", &base);
    assert_eq!(answers.weights, Weights::new(9, 3, 1));
    assert_eq!(good(&write(&answers, &base), &base), answers);
    assert_eq!(salvage(&format!("broken =\n{}", write(&answers, &base)), &base), (answers, 1));
}

#[test]
fn a_plan_may_say_who_builds_it_and_until_when_it_must_run() {
    let base = base();
    let text = "[plan]\nbuilders = [\"developer\", \"marketer\"]\nworkarounds = false\nruns-until = \"2027-12\"\n";
    let answers = good(text, &base);
    let settings = answers.settings;
    assert_eq!(settings.builders, [Builder::User, Builder::Developer].into_iter().collect());
    assert!(settings.refuses_workarounds);
    assert_eq!(settings.runs_until, PartialDate::parse("2027-12"));
    let written = write(&answers, &base);
    assert!(
        written.contains("\n\n[plan]\nbuilders = [\"marketer\", \"developer\"]\nworkarounds = false\n"),
        "{written}"
    );
    assert_eq!(good(&written, &base), answers);
    assert_eq!(salvage(&written, &base), (answers.clone(), 0));
    assert_eq!(salvage(&written.replace("[plan]", "[plan"), &base), (answers, 1));
}

#[test]
fn a_plan_that_says_nothing_has_no_table_for_it() {
    let base = base();
    let answers = good("[plan]\nworkarounds = true\n", &base);
    assert_eq!(answers.settings, Settings::default());
    assert!(!write(&answers, &base).contains("[plan]"));
}

const IDENTITY: &str = "[paper]
client = \"Acme\"
version = \"0.2\"
status = \"for-decision\"
decide-by = \"2026-12-14\"

[gaps]
send-push = { owner = \"the shop team\", size = \"XL\" }
create-lead-step = { due = \"2027-01-31\", decision = \"accept\" }
";

#[test]
fn a_plan_may_say_who_its_document_is_for_and_who_sees_to_its_gaps() {
    let base = base();
    let answers = good(IDENTITY, &base);
    assert_eq!(answers.paper.status(), Some(PaperStatus::ForDecision));
    assert_eq!(answers.paper.said(PaperField::Client).as_deref(), Some("Acme"));
    let work = |id: &str| answers.gap_work(base.capability(id).unwrap()).unwrap();
    assert_eq!(work("send-push").size(), Some(&GapSize::Band(SizeBand::Xl)));
    assert_eq!(work("create-lead-step").decision(), Some(GapDecision::Accept));
    let written = write(&answers, &base);
    assert!(written.contains(&format!("\n\n{IDENTITY}\n[answers]\n")), "{written}");
    let table = "[gaps.send-push]\nowner = \"the shop team\"\nsize = \"xl\"\n[gaps.create-lead-step]\ndue = \"2027-01-31\"\ndecision = \"accept\"\n";
    let (head, _) = IDENTITY.split_once("[gaps]").unwrap();
    assert_eq!(good(&format!("{head}{table}"), &base), answers);
    assert_eq!(salvage(&format!("{head}{table}broken ="), &base), (answers.clone(), 1));
    assert_eq!(salvage(&IDENTITY.replace("[gaps]", "[gaps"), &base), (answers, 1));
    assert_eq!(salvage("[gaps.nowhere]\nowner = \"x\"\n", &base), (Answers::default(), 2));
    assert!(!write(&good("[paper]\n[gaps.send-push]\n", &base), &base).contains("[paper]"));
}

#[test]
fn what_cannot_be_said_about_a_document_or_a_gap_is_said_at_its_place() {
    let long = "x".repeat(61);
    insta::assert_snapshot!(problems(&format!(
        "[paper]\nclient = \"{long}\"\nauthor = \"\"\nstatus = \"dratf\"\ndecide-by = \"2026-02-30\"\nowner = \"me\"\n"
    )));
    insta::assert_snapshot!(problems(
        "[gaps.send-pusch]\nowner = \"me\"\n[gaps.send-push]\nsize = \"three to four weeks\"\ndue = 2027-01-31\ndecision = \"later\"\n"
    ));
}

#[test]
fn a_gap_of_another_edition_is_left_out() {
    let base = base();
    let (answers, problems) = read(&file("edition = \"2019\"\n[gaps]\nsend-fax = { owner = \"me\" }\n"), &base);
    assert_eq!(answers.unwrap().gaps().count(), 0);
    let told = "The capability `send-fax` is no longer known; what was said about it is left out.";
    assert!(problems.iter().any(|problem| problem.sentence() == told), "{problems:#?}");
}

#[test]
fn wrong_settings_are_said_at_their_place() {
    insta::assert_snapshot!(problems(
        "[plan]\nbuilders = [\"develper\", \"partner\", \"partner\", 7]\nworkarounds = \"no\"\nruns-until = \"2027-13\"\nuntil = 1\n"
    ));
    insta::assert_snapshot!(problems("[plan]\nbuilders = []\nruns-until = 2027\n"));
}

fn problems(text: &str) -> String {
    render::render(&read(&file(text), &base()).1, &[file(text)], false)
}

#[test]
fn wrong_weights_are_said_at_their_place() {
    let text = "weights = { must = 1, should = 3, could = 1 }\n";
    insta::assert_snapshot!(problems(text), @r#"
    error[A017]: weights that cannot be
     --> plan.toml:1:11
      |
    1 | weights = { must = 1, should = 3, could = 1 }
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: weights are numbers from 1 to 100, that of a must the greatest and that of a could the least
    "#);
    insta::assert_snapshot!(problems("weights = { must = 500, shuld = 3 }\n"));
}

#[test]
fn an_amount_is_read_beside_the_answer() {
    let base = base();
    let text = "[answers]\nmessage-channels = { chosen = [\"sms\"], amount = \" 40,000 contacts\" }\n";
    let answers = good(text, &base);
    let response = answers.response(base.question("message-channels").unwrap()).unwrap();
    assert_eq!(response.amount, "40,000 contacts");
    let written = write(&answers, &base);
    assert!(written.contains("{ chosen = [\"sms\"], amount = \"40,000 contacts\" }"), "{written}");
}

#[test]
fn an_amount_that_cannot_be_is_said_at_its_place() {
    let with = |amount: &str| {
        problems(&format!("[answers]\nreaction-time = {{ answer = \"not-sure\", amount = {amount} }}\n"))
    };
    let long = format!("\"{}\"", "9".repeat(41));
    let all = ["40_000", "\"\"", "\" \"", "\"40,000\\ncontacts\"", "[\"40,000\"]", &long].map(with);
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn a_file_of_more_than_four_megabytes_is_not_even_parsed() {
    let (answers, diagnostics) = read(&file(&"#".repeat(4_000_000)), &base());
    assert_eq!((answers, diagnostics), (Some(Answers::default()), Vec::new()));
    let (answers, diagnostics) = read(&file(&"#".repeat(4_000_001)), &base());
    assert!(answers.is_none());
    assert_eq!(diagnostics[0].code.word(), "A012");
}

/// A client's text with decisions.
fn any_brief(base: &KnowledgeBase) -> impl Strategy<Value = Option<KeptBrief>> + use<> {
    let all: Vec<Chosen> = base
        .questions
        .iter()
        .flat_map(|(key, question)| question.indexed().map(move |(choice, _)| (key, choice)))
        .collect();
    let rejected = proptest::sample::subsequence(all.clone(), 0..=all.len());
    let weighed = proptest::sample::subsequence(all.clone(), 0..=all.len());
    let importance = proptest::sample::select(Importance::ALL.to_vec());
    let brief = (".{0,30}(\n[\"\\\\#\u{202e}=]{0,5}){0,3}", rejected, weighed, importance);
    proptest::option::of(brief.prop_map(|(text, rejected, weighed, importance)| KeptBrief {
        rejected: rejected.into_iter().collect(),
        importances: weighed.into_iter().map(|chosen| (chosen, importance)).collect(),
        ..KeptBrief::of(&clean::lines(&text))
    }))
}

/// What a document can say about itself.
fn any_paper() -> impl Strategy<Value = Paper> {
    let line = "|[^\\pZ\\p{Cc}]{1,12}|[\"\\\\=#\u{202e}\u{fe0f}]{1,12}";
    let status = proptest::sample::select(vec!["", "draft", "for-decision", "decided", "superseded"]);
    let day = proptest::sample::select(vec!["", "2024-02-29", "9999-12-31"]);
    (proptest::collection::vec(line, 9), status, day).prop_map(|(lines, status, day)| {
        let mut paper = Paper::default();
        for (field, line) in PaperField::ALL.into_iter().zip(lines) {
            let text = match field {
                PaperField::Status => status,
                PaperField::DecideBy => day,
                _ => line.as_str(),
            };
            if !text.is_empty() {
                paper.say(field, text).unwrap();
            }
        }
        paper
    })
}

/// What can be said about the work on a gap.
fn any_work() -> impl Strategy<Value = GapWork> {
    let owner = "|[^\\pZ\\p{Cc}]{1,40}";
    let size = "|xl|S|[^\\pZ\\p{Cc}]{1,12}";
    let due = proptest::sample::select(vec!["", "2027-01-31"]);
    let decision = proptest::sample::select(vec!["", "open", "accept", "close"]);
    (owner, size, due, decision).prop_map(|(owner, size, due, decision)| {
        let mut work = GapWork::default();
        for (field, text) in GapField::ALL.into_iter().zip([owner.as_str(), &size, due, decision]) {
            if !text.is_empty() {
                work.say(field, text).unwrap();
            }
        }
        work
    })
}

/// What the interview can make of a question.
fn any_response(question: &Question) -> impl Strategy<Value = Response> + use<> {
    let importance = || proptest::option::of(proptest::sample::select(Importance::ALL.to_vec()));
    let (kind, choices) = (question.kind, question.choices.len());
    let picks = proptest::collection::btree_map(0..choices, importance(), 0..=choices);
    let note = ".{0,12}|[\\u{0}-\\u{ff}\\u{202e}\r\n\"\\\\]{0,6}";
    let amount = "|[^\\pZ\\p{Cc}]{1,40}";
    (0..4_u8, picks, importance(), note, amount).prop_map(move |(state, picks, importance, note, amount)| {
        let picks = picks.into_iter().map(|(choice, importance)| Pick { choice: ChoiceIndex::new(choice), importance });
        let most = if kind == Kind::One { 1 } else { choices };
        let picks: Vec<Pick> = picks.take(most).collect();
        let answer = match state {
            0 => None,
            1 => Some(Answer::NotSure),
            2 => Some(Answer::DoesNotApply),
            _ if kind == Kind::One && picks.is_empty() => None,
            _ => Some(Answer::Chosen(picks)),
        };
        // An importance of its own for one choice makes it one for each.
        let own = answer.iter().flat_map(Answer::picks).any(|pick| pick.importance.is_some());
        Response { answer, importance: importance.filter(|_| !own), note, amount }
    })
}

/// Answers as the interview can make them, over the questions of the small knowledge base.
fn any_answers(base: &KnowledgeBase) -> impl Strategy<Value = Answers> + use<> {
    let response = |(key, question)| any_response(question).prop_map(move |response| (key, response));
    let responses: Vec<_> = base.questions.iter().map(response).collect();
    let until = proptest::sample::select(vec![None, PartialDate::parse("2027"), PartialDate::parse("2027-12-31")]);
    let settings = (proptest::sample::subsequence(Builder::ALL.to_vec(), 0..=4), proptest::bool::ANY, until);
    let gaps: Vec<_> = base.capabilities.iter().map(|(key, _)| any_work().prop_map(move |work| (key, work))).collect();
    let said = (any_paper(), gaps, any_brief(base));
    (responses, ".{0,20}", settings, said).prop_map(|(responses, title, settings, (paper, gaps, brief))| {
        let (builders, refuses_workarounds, runs_until) = settings;
        let mut answers = Answers::default();
        answers.title = title;
        answers.settings = Settings { builders: builders.into_iter().collect(), refuses_workarounds, runs_until };
        answers.brief = brief;
        answers.paper = paper;
        for (key, work) in gaps {
            answers.set_gap_work(key, work);
        }
        answers.as_of = Some("2024-05".to_owned());
        for (key, response) in responses {
            answers.set(key, response);
        }
        answers
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(answers in any_answers(&base())) {
        let base = base();
        let text = write(&answers, &base);
        prop_assert_eq!(crate::diagnostic::clean::first_hostile(&text.replace('\n', "")), None);
        let (read, diagnostics) = read(&file(&text), &base);
        prop_assert_eq!(&diagnostics, &[], "{}", text);
        prop_assert_eq!(read, Some(answers));
    }

    #[test]
    fn of_a_sound_file_everything_is_salvaged(answers in any_answers(&base())) {
        let base = base();
        let text = write(&answers, &base);
        let (salvaged, lost) = salvage(&text, &base);
        prop_assert_eq!(lost, 0, "{}", text);
        prop_assert_eq!(write(&salvaged, &base), text);
    }

    #[test]
    fn every_place_that_is_named_is_one_of_the_text(
        text in "(\u{feff}|\r|\n|\r\n|=|\"|#| |\t|é|東|👍|\\[answers\\]|title|reaction-time|message-channels|\\[\"sms\"\\]|\\PC){0,40}",
    ) {
        let (_, problems) = read(&file(&text), &base());
        for label in problems.iter().flat_map(|problem| &problem.labels) {
            prop_assert!(text.get(label.place.span.clone()).is_some(), "{:?} of {:?}", label.place.span, text);
        }
        let _ = (salvage(&text, &base()), render::render(&problems, &[file(&text)], false));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(\\PC|[\\[\\]{}=\"\n.,]|answers|lead-creation|chosen|importance|note|must){0,40}") {
        let _ = read(&file(&text), &base());
    }
}

#[test]
fn the_text_of_a_client_is_read_clean_and_bounded() {
    let base = base();
    let written = "[brief]\ntext = \"Hi\\n\\u001b[31mSMS\"\nrejected = { message-channels = [\"sms\"] }\nimportance = { message-channels = { sms = \"could\" } }\n";
    let brief = good(written, &base).brief.unwrap();
    assert_eq!((&*brief.text, brief.rejected.len(), brief.importances.len()), ("Hi\n<U+001B>[31mSMS", 1, 1));
    assert_eq!(salvage(written, &base), (good(written, &base), 0));
    let lost_text = written.replace("text = ", "text == ");
    assert_eq!(salvage(&lost_text, &base).0.brief.unwrap().rejected.len(), 1);
    assert_eq!(good("[answers]\n", &base).brief, None);
    let long = format!("[brief]\ntext = \"{}\"\n", "a".repeat(1_000_001));
    for (text, code) in [
        ("[brief]\n", "A005"),
        ("[brief]\ntext = \"\"\nmood = \"good\"\n", "A002"),
        ("[brief]\ntext = \"\"\nrejected = { fax = [] }\n", "A003"),
        ("[brief]\ntext = \"\"\nrejected = { message-channels = [\"fax\"] }\n", "A004"),
        ("[brief]\ntext = \"\"\nimportance = { message-channels = { sms = \"huge\" } }\n", "A011"),
        (&long, "A033"),
    ] {
        let (answers, problems) = read(&file(text), &base);
        let codes: Vec<_> = problems.iter().map(|problem| problem.code.word()).collect();
        assert_eq!((answers, codes), (None, vec![code]));
    }
}

#[test]
fn of_a_damaged_file_every_sound_line_is_salvaged() {
    let base = base();
    let lines = [
        "title = \"Spring\"",
        "as-of = \"article\"",
        "[answers]",
        "message-channels = { chosen = [\"sms\"], note = \"the shop\" }",
        "reaction-time = \"not-sure\"",
    ];
    let whole = good(&lines.join("\n"), &base);
    assert_eq!(salvage(&lines.join("\n"), &base), (whole.clone(), 0));
    for broken in 0..lines.len() {
        let mut damaged = lines;
        damaged[broken] = "\u{fffd}\"";
        let (answers, lost) = salvage(&damaged.join("\n"), &base);
        assert_eq!(lost, 1);
        assert_eq!(answers.title == whole.title, broken != 0);
        assert_eq!(answers.as_of == whole.as_of, broken != 1);
        assert_eq!(answers.iter().count(), if broken < 3 { 2 } else { 1 });
    }
    let marked = lines.map(|line| format!("\u{feff}{line}\r\n")).concat();
    assert_eq!(salvage(&marked, &base), (whole, 0));
    let unknown = "[answers]\nno-such-question = \"not-sure\"\nreaction-time = [\"no-such-choice\"]\n";
    assert_eq!(salvage(unknown, &base), (Answers::default(), 2));
}
