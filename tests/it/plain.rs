//! The interview line by line: what is said, and that it cannot differ from the screens.

mod sessions;

use journey_advisor::answers;
use journey_advisor::app::action::Action;
use journey_advisor::app::effect::{Effect, Event, Reply};
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::plans::{Kept, PlanNumber, Which};
use journey_advisor::app::preference::PreferenceName;
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{App, Look, Message, Opened, Screen, Session, Setup};
use journey_advisor::diagnostic::{File, clean};
use journey_advisor::embedded;
use journey_advisor::export::brand::Logo;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::visible::Visible;
use journey_advisor::model::date::{Day, DayOrigin};
use journey_advisor::plain::Plain;
use journey_advisor::theme::Catalogue;
use journey_advisor::theme::depth::Depth;

use crate::personas;
use crate::support::picture::png;
use crate::support::screen::{self, ANSWERS};

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

fn app(base: &KnowledgeBase) -> App<'_> {
    app_with(base, SharedIndex::default())
}

fn app_with(base: &KnowledgeBase, index: SharedIndex) -> App<'_> {
    let catalogue = Catalogue::new(Vec::new());
    let theme = catalogue.theme("terminal").0.unwrap();
    let look = Look { catalogue, theme, depth: Depth::None, ascii: true, mouse: false };
    let opened = Opened::blank(Session::New);
    let setup = Setup { today: today(), opened, look, keymap: Keymap::default(), index };
    App::new(base, setup).dated(DayOrigin::Environment)
}

/// What is said to these lines, each after a mark.
fn transcript(lines: &[&str]) -> String {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base));
    let mut text = plain.greeting().text;
    for line in lines {
        text = text + "> " + line + "\n" + &plain.line(line).text;
    }
    text
}

#[test]
fn the_search_opens_without_the_words_that_are_searched() {
    let (base, index) = (embedded::knowledge(), SharedIndex::default());
    let mut app = app_with(&base, index.clone());
    for (key, has_words) in [('/', false), ('s', true)] {
        app.handle(Event::Key(KeyPress::char(key)));
        assert_eq!(index.get().is_some(), has_words, "after {key}");
    }
    assert!(!app.screens.search.hits.is_empty());
}

#[test]
fn a_first_visit_reads_well() {
    insta::assert_snapshot!(transcript(&["1", "must", "next", "1 4", "", "serach sms", "9 9", "why", "next", "undo"]));
}

#[test]
fn what_takes_choices_back_is_told_with_the_way_to_undo_it() {
    let text = transcript(&["next", "1 4", "unsure", "undo"]);
    assert!(text.contains("2 choices taken back, 3 questions gone; u undoes it."), "{text}");
    assert!(transcript(&["1", "irrelevant"]).contains("1 choice taken back; u brings it back."));
}

/// How far the facts reach stands at the start and beside the advice, drawn and line by line; so does that a day lies beyond.
#[test]
fn the_state_of_the_knowledge_is_said_on_every_face() {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let reach = "Facts up to 18 August 2026; later changes are not known.";
    let beyond = "The facts end long before 1 January 2042.";
    let at_first = "Facts up to 18 August 2026, 3 months old.";
    assert!(flat(&transcript(&[])).contains(at_first));
    let advice = flat(&transcript(&["1", "day 2042-01-01", "advice"]));
    let (_, advice) = advice.split_once("> advice").unwrap();
    assert!(advice.contains(reach) && advice.contains(beyond), "{advice}");
    let mut screen = screen::Screen::new(120, 40);
    assert!(flat(&screen.text()).contains(at_first), "{}", screen.text());
    screen.press(ANSWERS);
    screen.press("v");
    assert!(flat(&screen.text()).contains(reach), "{}", screen.text());
}

#[test]
fn the_questions_that_go_with_choices_are_told_with_them() {
    let base = embedded::knowledge();
    let (parent, choice) = base
        .questions
        .iter()
        .find_map(|(_, question)| {
            let condition = question.condition.as_ref()?;
            Some((condition.question, condition.choices[0].position() + 1))
        })
        .unwrap();
    let mut plain = Plain::new(app(&base));
    let number =
        Visible::of(&base, plain.app.cx.plan.answers()).iter().position(|question| question == parent).unwrap() + 1;
    plain.line(&format!("go {number}"));
    let asked = |plain: &Plain<'_>| Visible::of(&base, plain.app.cx.plan.answers()).iter().count();
    let before = asked(&plain);
    plain.line(&choice.to_string());
    let more = asked(&plain) - before;
    assert!(more > 0);
    let said = plain.line("unsure").text;
    let gone = if more == 1 { "1 question gone".to_owned() } else { format!("{more} questions gone") };
    assert!(said.contains(&format!("1 choice taken back, {gone}; u undoes it.")), "{said}");
    plain.line("undo");
    assert_eq!(asked(&plain), before + more);
}

/// An importance goes to what is chosen, not to what was only looked at.
#[test]
fn an_importance_alone_chooses_nothing() {
    let base = embedded::knowledge();
    for lines in [["must", "why 2", "must"], ["next", "could", "why 1"]] {
        let mut plain = Plain::new(app(&base));
        let said: String = lines.map(|line| plain.line(line).text).concat();
        assert!(said.contains("Nothing is chosen here yet. Type the number of a choice first."), "{said}");
        assert!(plain.app.cx.plan.answers().is_empty(), "{said}");
    }
    let mut plain = Plain::new(app(&base));
    let said: String = ["1", "why 2", "must"].map(|line| plain.line(line).text).concat();
    let picks = plain.app.cx.plan.response(plain.app.screens.interview.question).picks().to_vec();
    assert_eq!(picks.first().map(|pick| pick.choice.position()), Some(0), "{said}");
}

/// The shell prints it before anything else: that a saved plan was damaged must not be lost.
#[test]
fn what_is_wrong_with_the_saved_plan_is_told() {
    let base = embedded::knowledge();
    let mut app = app(&base);
    app.cx.message = Some(Message::problem("4 lines of the saved plan could not be read."));
    let notice = app.cx.message.clone();
    assert_eq!(Plain::new(app).app.cx.message, notice);
}

#[test]
fn search_and_help_read_well() {
    insta::assert_snapshot!(transcript(&["?", "search picture text message", "show 1", "show 99", "search zzzz"]));
}

#[test]
fn other_weights_tell_at_once() {
    let said = transcript(&["1", "weights 9 9 9", "weights 1 2 3", "reasons"]);
    assert!(said.contains("> weights 9 9 9\nA must counts 9, a should 9, a could 9.\n"), "{said}");
    assert!(said.contains("Type three numbers from 1 to 100, the greatest first: weights 5 3 1\n"), "{said}");
    assert!(said.contains("The weights are this plan's own; the knowledge has 5, 3 and 1."), "{said}");
}

#[test]
fn what_was_found_becomes_a_must() {
    insta::assert_snapshot!(transcript(&[
        "search create a lead as a journey step",
        "require 1",
        "search create a lead as a journey step",
        "require 1",
        "undo",
        "search outbound removed",
        "require 1",
        "require 999",
    ]));
}

#[test]
fn what_is_found_can_be_filtered() {
    let said = transcript(&["search lead", "filter kind", "filter kind", "filter severity", "filter off", "filter by"]);
    assert!(said.contains("Shown: questions.\n"), "{said}");
    assert!(said.contains("Shown: features, blocker.\nNothing found. Type filter off to see all.\n"));
    assert!(said.ends_with("Type what to go by: filter area, kind, topic, severity, day, or off\n"), "{said}");
}

#[test]
fn notes_names_and_days_are_taken() {
    let said =
        transcript(&["note ask the shop team", "name Spring", "day article", "day never", "list", "note", "name"]);
    assert!(said.ends_with("> note\nThis answer has no note now.\n> name\nThe plan has no name now.\n"), "{said}");
    assert!(said.contains("Noted."), "{said}");
    assert!(said.contains("Planning for the article, December 2022."), "{said}");
    assert!(said.contains("That is not a date. Type it like 2024-06-30, 2024-06 or 2024."), "{said}");
}

#[test]
fn the_whole_advice_is_the_text_of_the_export() {
    let said = transcript(&["1", "reasons", "what-if"]);
    assert!(said.contains("Planned for: today, 24 November 2026."), "{said}");
}

/// Whoever hears it read aloud hears what to do, how much of it falls short, and the worst of what to mind.
#[test]
fn the_advice_takes_eight_lines() {
    let base = personas::plan::knowledge();
    for name in personas::plan::names() {
        let mut app = app(&base);
        app.handle(Event::Reply(Reply::Opened(Box::new(Opened {
            answers: personas::plan::answers(&base, &name),
            ..Opened::blank(Session::Resumed)
        }))));
        let mut plain = Plain::new(app);
        let said = plain.line("v").text;
        assert!(said.lines().count() <= 8, "{name}:\n{said}");
        let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.ends_with("Type reasons for all of it, or export html for a document."), "{name}:\n{said}");
        let report = plain.app.screens.advice.report.take();
        assert_eq!(report, None, "the report of the screen is made only there");
        plain.app.handle(Event::Do(Action::Go(Screen::Advice)));
        let report = plain.app.screens.advice.report.take().unwrap();
        if let Some(firmness) = report.firmness.first() {
            let start: String = firmness.sentence.chars().take(20).collect();
            let claims = [
                "answer can turn it.",
                "answer can still",
                "answer would",
                "No single answer changes",
                "One answer can",
            ];
            let is_told = flat.contains(start.trim()) || claims.iter().any(|claim| flat.contains(claim));
            assert!(is_told, "{name}: {start}\n{said}");
        }
        assert!(flat.contains("Next: "), "{name}:\n{said}");
        let Some(summary) = &report.decision.summary else { continue };
        assert!(flat.starts_with(&report.decision.headline) && flat.contains(summary.as_str()), "{name}:\n{said}");
        if let Some(worst) = report.conditions.first() {
            let is_named = flat.contains(&format!("Mind: \"{}\"", worst.limit.title));
            assert!(is_named || said.lines().count() >= 7, "{name}\n{said}");
        }
    }
}

/// "skip" means what people expect of it: on, without an answer.
#[test]
fn skip_goes_on_and_leaves_the_question_open() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base));
    let said = plain.line("skip").text;
    assert!(said.starts_with("Left open.\n") && said.contains("What else does the plan involve?"), "{said}");
    assert!(plain.app.cx.plan.answers().is_empty());
}

#[test]
fn nothing_but_plain_lines_is_said() {
    let lines =
        ["1", "why 1", "next", "advice", "reasons", "what-if", "list", "search lead", "show 1", "useful", "open"];
    let said = transcript(&lines);
    assert!(said.chars().all(|letter| letter == '\n' || !letter.is_control()), "{said:?}");
    let drawn = |letter: char| ('\u{2500}'..='\u{25ff}').contains(&letter);
    assert!(!said.contains(drawn), "{said}");
    let is_address = |line: &str| line.contains("https://");
    for line in said.lines().filter(|line| !is_address(line)) {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn the_end_of_the_input_answers_nothing() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base));
    plain.line("");
    let said = plain.end();
    assert_eq!(said.text, "The input has ended. Nothing more was answered.\n");
    assert!(plain.app.cx.plan.answers().is_empty());
}

#[test]
fn an_export_is_asked_of_the_shell_and_never_replaces_unasked() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base));
    plain.line("1");
    let said = plain.line("export markdown plan.md");
    let Some(Effect::Export { path, bytes, replace }) = said.effects.last() else { panic!("{said:?}") };
    assert_eq!((path.as_str(), *replace), ("plan.md", false));
    assert!(bytes.starts_with(b"#"));
    assert_eq!(
        plain.reply(Reply::Exists { path: "plan.md".to_owned() }).text,
        "plan.md is there already. Give another name, or write \"replace\" after it.\n"
    );
    let said = plain.line("export text plan.txt replace");
    assert!(matches!(said.effects.last(), Some(Effect::Export { replace: true, .. })));
}

#[test]
fn a_document_waits_for_its_logo() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base));
    plain.line("1");
    plain.app.cx.preferences.set(PreferenceName::Logo, "~/logo.png").unwrap();
    assert!(matches!(plain.line("export markdown plan.md").effects.last(), Some(Effect::Export { .. })));
    let said = plain.line("export html plan.html");
    assert_eq!(said.effects, [Effect::ReadLogo("~/logo.png".to_owned())]);
    // Something else may be said before.
    assert_eq!(plain.reply(Reply::Saved { revision: 1 }).effects, []);
    let said = plain.reply(Reply::LogoRead(Logo::of(png(60, 20)).unwrap()));
    let [Effect::Export { path, bytes, replace: false }] = said.effects.as_slice() else { panic!("{said:?}") };
    assert!(path == "plan.html" && String::from_utf8_lossy(bytes).contains("data:image/png;base64,"));
    plain.line("export html plan.html");
    let reason = "The logo `logo.png` is no picture in PNG. Save it as PNG.".to_owned();
    let said = plain.reply(Reply::LogoNotRead { reason });
    assert_eq!((said.text.split(':').next(), said.effects.len()), (Some("Not written"), 0), "{}", said.text);
}

#[test]
fn a_plan_that_another_window_had_is_taken_over_when_it_is_to_be_changed() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base));
    plain.reply(Reply::Opened(Box::new(Opened::blank(Session::ReadOnly))));
    let said = plain.line("1");
    assert!(said.text.starts_with("Read only: another window has this plan."), "{}", said.text);
    assert_eq!(said.effects, [Effect::TakeOver]);
    let text = plain.reply(Reply::TakenOver(Box::new(Opened::blank(Session::Resumed)))).text;
    assert!(text.starts_with("The other window has ended. The plan can be changed here now.\n"), "{text}");
    assert!(text.contains("What is the journey mainly for?"), "{text}");
    assert!(matches!(plain.line("1").effects.first(), Some(Effect::Save { .. })));
}

#[test]
fn what_another_program_wrote_is_listed_and_taken_over_part_by_part() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base));
    for line in ["changes", "take 1"] {
        let text = plain.line(line).text;
        assert!(text == "No other program has changed this plan while it was open.\n" || text.contains("no such part"));
    }
    let text = "title = \"Autumn\"\nas-of = \"article\"\nweights = { must = 9, should = 3, could = 1 }\n[plan]\nworkarounds = false\n\
                [answers]\npurpose = { chosen = [\"broadcast\"], note = \"asked\" }\ncloud = \"not-sure\"\n";
    let (theirs, problems) = answers::read(&File { path: String::new(), text: text.to_owned() }, &base);
    assert!(problems.is_empty(), "{problems:#?}");
    let theirs = theirs.unwrap();
    plain.line("2");
    let found = Reply::FoundForeign { name: "x.before".to_owned(), answers: Some(Box::new(theirs.clone())) };
    let told = plain.reply(found).text;
    assert_eq!(told, "Changed by another program; kept as x.before. Type changes to see what it\nwrote.\n");
    insta::assert_snapshot!(plain.line("changes").text);
    assert_eq!(plain.line("take 9").text, "There is no such part. Type changes to see them.\n");
    let mut last = String::new();
    for _ in 0..6 {
        last = plain.line("take 1").text;
    }
    assert!(last.ends_with("The plan says all that the other program wrote.\n"), "{last}");
    assert_eq!(plain.app.cx.plan.answers(), &theirs);
    for _ in 0..6 {
        plain.line("undo");
    }
    assert_eq!(plain.app.cx.plan.answers().title, "");
}

#[test]
fn nothing_that_is_quoted_drives_a_terminal() {
    const HOSTILE: &str = "a\u{9d}2;x\u{9c}\u{9b}2J\u{1b}[31m\u{202e}\u{200b}\u{feff}\u{2028}z";
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base));
    let mut said = Vec::new();
    for path in ["name ", "note ", "amount ", "search ", "day ", "go ", "save ", "export html ", "plan ", ""] {
        said.push(plain.line(&format!("{path}{HOSTILE}")).text);
        said.push(plain.line("plans").text);
        said.push(plain.line("advice").text);
    }
    let text = || HOSTILE.to_owned();
    let notice = Opened { notice: Some(text()), differences: vec![text()], ..Opened::blank(Session::New) };
    for reply in [
        Reply::Exists { path: text() },
        Reply::NotSaved { reason: text() },
        Reply::NotExported { reason: text() },
        Reply::Exported { path: text(), size: 1200 },
        Reply::Preferred { path: text() },
        Reply::NotPreferred { reason: text() },
        Reply::FoundForeign { name: text(), answers: None },
        Reply::Refused { reason: text() },
        Reply::PutAside { number: PlanNumber(1), name: text(), others: Vec::new() },
        Reply::Opened(Box::new(notice)),
    ] {
        said.push(plain.reply(reply).text);
    }
    for text in said {
        let hostile = clean::judged(&text).find(|(_, letter, is_hostile)| *is_hostile && *letter != '\n');
        assert_eq!(hostile, None, "{text:?}");
    }
}

static BASE: std::sync::LazyLock<KnowledgeBase> = std::sync::LazyLock::new(embedded::knowledge);

/// The plans by number: listed, compared, opened, copied, put aside and brought back.
#[test]
fn plans_are_listed_and_opened_by_number() {
    let base = embedded::knowledge();
    let mut app = app(&base);
    let (answers, problems) = answers::read(
        &File { path: String::new(), text: "title = \"Autumn\"\n[answers]\npurpose = [\"broadcast\"]\n".to_owned() },
        &base,
    );
    assert!(problems.is_empty(), "{problems:#?}");
    let kept = Kept { number: PlanNumber(4), answers: answers.unwrap(), changed: Day::parse("2026-11-20").unwrap() };
    app.cx.others.push(kept.clone());
    let mut plain = Plain::new(app);
    let mut text = plain.greeting().text;
    let mut wishes = Vec::new();
    for line in ["name Spring", "plans", "compare 2", "compare 1", "plan 3", "plan 2"] {
        let said = plain.line(line);
        text = text + "> " + line + "\n" + &said.text;
        wishes = said.effects;
    }
    assert_eq!(wishes, [Effect::Open(Which::Kept(PlanNumber(4)))]);
    let opened = Opened { answers: kept.answers, ..Opened::blank(Session::ReadOnly) };
    text += &plain.reply(Reply::Opened(Box::new(opened))).text;
    for line in ["2", "note no", "undo", "bring-back", "copy"] {
        let said = plain.line(line);
        text = text + "> " + line + "\n" + &said.text;
        wishes = said.effects;
    }
    assert!(
        matches!(wishes.as_slice(), [Effect::Open(Which::Copy(copy))] if copy.title == "Autumn (scenario)"),
        "{wishes:?}"
    );
    insta::assert_snapshot!(text);
}

#[test]
fn what_asks_for_nothing_has_no_importance() {
    let said = transcript(&["next", "1", "must 1"]);
    assert!(said.contains("> 1\nYour answer: \"Leads and the handover to sales\".\n"), "{said}");
    assert!(said.contains("This choice asks for nothing of either area, so its importance has no effect.\n"), "{said}");
}

/// A clock that cannot be right ends nothing: the day is asked for.
#[test]
fn where_the_clock_is_wrong_the_day_is_asked_for() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base).without_clock("The clock says 1 January 1970."));
    let greeting = plain.greeting().text;
    assert!(greeting.starts_with("The clock says 1 January 1970. Which day is it?"), "{greeting}");
    for (line, answer) in [
        ("today 1970-01-01", "Facts begin in August 2021. Choose a later day.\n"),
        ("today 2026-11", "That is not a date. Type it like 2024-06-30, 2024-06 or 2024.\n"),
    ] {
        assert_eq!(plain.line(line).text, answer);
    }
    let said = plain.line("today 2026-11-28").text;
    assert!(said.starts_with("Planning for today, 28 November 2026.\n"), "{said}");
    plain.line("1");
    let advice = plain.line("reasons").text;
    let made = "Made on: 28 November 2026, typed in because the computer gave no usable day.";
    let flat = advice.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(made), "{advice}");
    let mut sound = Plain::new(app(&base));
    assert!(sound.line("today 2026-11-28").text.starts_with("The clock can be used."));
}
