//! The screen on which a client's text is gone through: what each key does to the plan.

use journey_advisor::answers;
use journey_advisor::app::effect::{Effect, Event, Reply};
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::{self, App, Session};
use journey_advisor::brief::{Brief, Index, Tier, read};
use journey_advisor::diagnostic::File;
use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::question::{Importance, Kind};

use crate::journeys::app_of;
use crate::support::chance::Chance;
use crate::support::screen::{BASE, Screen};
use crate::support::texts::{GARDEN_TOOLS, SIGN_UPS};

fn begun() -> Screen {
    let mut screen = Screen::new(80, 24);
    screen.press("B");
    screen.event(Event::Paste(SIGN_UPS.to_owned()));
    screen
}

fn small() -> Brief {
    read(SIGN_UPS, &Index::of(&BASE), &BASE)
}

fn said(screen: &Screen) -> &Answers {
    screen.app.cx.plan.answers()
}

fn flat(screen: &Screen) -> String {
    screen.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn responses(answers: &Answers) -> Vec<String> {
    answers::write(answers, &BASE).lines().filter(|line| line.contains("chosen = ")).map(str::to_owned).collect()
}

/// The choices that are answers, as `question:choice`.
fn chosen(answers: &Answers, base: &KnowledgeBase) -> Vec<String> {
    let named = answers.iter().flat_map(|(key, response)| {
        let question = &base.questions[key];
        response.picks().iter().map(move |pick| format!("{}:{}", question.id, question[pick.choice].id))
    });
    named.collect()
}

#[test]
fn a_text_that_is_pasted_is_no_answer() {
    let screen = begun();
    assert_eq!(responses(said(&screen)), [""; 0]);
    assert_eq!(said(&screen).brief.as_ref().map(|brief| &*brief.text), Some(SIGN_UPS));
    assert_eq!(said(&screen).title, "Sign-ups of the bakery");
    assert!(screen.text().contains("Everything stays on this computer."), "{}", screen.text());
    assert!(screen.effects.iter().any(|effect| matches!(effect, Effect::Save { .. })));
}

#[test]
fn an_accepted_proposal_is_an_answer_with_its_sentence_and_importance() {
    let mut screen = begun();
    screen.press("enter");
    let [only] = responses(said(&screen)).try_into().unwrap();
    assert!(only.starts_with("trigger = { chosen = [\"signal\"]"), "{only}");
    assert!(only.contains("note = \"1. A signal from our shop must start the journey"), "{only}");
    screen.press("u");
    assert_eq!(responses(said(&screen)), [""; 0]);
    screen.press("r");
    assert_eq!(responses(said(&screen)).len(), 1);
}

#[test]
fn what_the_text_says_about_importance_counts_and_keys_change_it() {
    let mut screen = begun();
    screen.press("A");
    let brief = small();
    let plan = |screen: &Screen| said(screen).clone();
    let mut weighed = 0;
    for proposal in brief.proposals.iter().filter(|proposal| proposal.stated && proposal.tier == Tier::Likely) {
        let (key, choice) = proposal.chosen;
        let answers = plan(&screen);
        let response = answers.response(key).unwrap();
        let pick = response.picks().iter().find(|pick| pick.choice == choice).unwrap();
        assert_eq!(response.importance_of(*pick, &BASE.questions[key]), proposal.importance);
        weighed += 1;
    }
    assert!(weighed > 1);
    // An importance alone makes no answer, and goes with the one that is accepted later.
    let mut screen = begun();
    screen.press("c");
    assert_eq!(responses(said(&screen)), [""; 0]);
    screen.press("enter");
    assert!(responses(said(&screen))[0].contains("importance = \"could\""), "{:?}", responses(said(&screen)));
    // That of an answer is changed where it stands; the interview changes the same one.
    screen.press("k k k k s");
    assert!(responses(said(&screen))[0].contains("importance = \"should\""), "{:?}", responses(said(&screen)));
    screen.press("o m");
    assert!(!responses(said(&screen))[0].contains("should"), "{:?}", responses(said(&screen)));
}

#[test]
fn a_rejected_proposal_is_no_answer_and_can_be_opened_again() {
    let mut screen = begun();
    screen.press("enter k k k k x");
    assert_eq!(responses(said(&screen)), [""; 0]);
    assert!(!answers::write(said(&screen), &BASE).contains("note"), "its sentence leaves the note");
    let rejected = |screen: &Screen| said(screen).brief.as_ref().unwrap().rejected.len();
    assert_eq!(rejected(&screen), 1);
    screen.press("k k k k x");
    assert_eq!(rejected(&screen), 0);
    screen.press("x A");
    assert!(!chosen(said(&screen), &BASE).contains(&"trigger:signal".to_owned()), "a rejected one is left alone");
    screen.press("u u");
    assert_eq!((rejected(&screen), responses(said(&screen)).len()), (0, 0));
}

#[test]
fn another_choice_of_the_sentence_takes_the_place_of_the_proposal() {
    let mut screen = begun();
    assert!(screen.text().contains("2 "), "{}", screen.text());
    screen.press("2");
    let answers = chosen(said(&screen), &BASE);
    let [other] = answers.as_slice() else { panic!("{answers:?}") };
    assert_ne!(other, "trigger:signal");
    assert_eq!(said(&screen).brief.as_ref().unwrap().rejected.len(), 1);
    screen.press("u g right enter");
    assert_eq!(chosen(said(&screen), &BASE), answers, "turning to it and accepting is the same");
    screen.press("u");
    assert_eq!(chosen(said(&screen), &BASE), [""; 0]);
    screen.press("o");
    assert_eq!(screen.app.screen(), app::Screen::Interview);
}

#[test]
fn all_that_is_likely_is_accepted_at_once_as_the_command_does() {
    for (text, base) in [(SIGN_UPS, &*BASE), (GARDEN_TOOLS, &embedded::knowledge())] {
        let mut app = app_of(base, Answers::default(), Session::New);
        key(&mut app, "B");
        app.handle(Event::Paste(text.to_owned()));
        key(&mut app, "A");
        let by_command = read(text, &Index::of(base), base).accepted(Some(Tier::Likely), base);
        let mut by_key = app.cx.plan.answers().clone();
        by_key.brief = None;
        assert!(!by_command.is_empty());
        // A note holds the sentences in the order of the text.
        assert_eq!(sorted(&answers::write(&by_key, base)), sorted(&answers::write(&by_command, base)));
        key(&mut app, "u");
        assert_eq!(chosen(app.cx.plan.answers(), base), [""; 0]);
    }
}

fn sorted(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| {
        let line = line.replace("\\n", " ");
        let mut words: Vec<&str> = line.split([' ', '"', ',']).filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        words.join(" ")
    });
    lines.collect()
}

/// What somebody said already is not replaced by the way.
#[test]
fn an_answer_is_not_replaced_by_accepting_all() {
    let mut screen = Screen::new(80, 24);
    screen.press("enter 2 B");
    screen.event(Event::Paste(SIGN_UPS.to_owned()));
    screen.press("A");
    assert!(chosen(said(&screen), &BASE).contains(&"trigger:group".to_owned()));
    screen.press("g enter");
    assert!(chosen(said(&screen), &BASE).contains(&"trigger:signal".to_owned()));
    assert!(flat(&screen).contains("took the place of another answer"), "{}", screen.text());
}

fn key(app: &mut App<'_>, names: &str) -> Vec<Effect> {
    names.split(' ').flat_map(|name| app.handle(Event::Key(KeyPress::parse(name).unwrap()))).collect()
}

/// From the start screen, a paste counting as a key: all that the text asks for is decided.
#[test]
fn the_garden_tools_become_a_plan_in_twelve_keys() {
    let base = embedded::knowledge();
    let words = GARDEN_TOOLS.split_whitespace().count();
    assert!((120..=220).contains(&words), "{words}");
    let mut app = app_of(&base, Answers::default(), Session::New);
    let mut keys = 0;
    let mut press = |app: &mut App<'_>, name: &str| {
        keys += 1;
        key(app, name);
    };
    press(&mut app, "B");
    app.handle(Event::Paste(GARDEN_TOOLS.to_owned()));
    // All that is likely, then what is right and what is wrong of the rest.
    for name in ["A", "enter", "enter", "x", "enter", "x", "x", "x"] {
        press(&mut app, name);
    }
    assert!(keys < 12, "{keys}, and the paste");
    key(&mut app, "v");
    assert_eq!(app.screen(), app::Screen::Advice);
    let plan = chosen(app.cx.plan.answers(), &base);
    for wanted in ["start:own-signal", "channels:email", "channels:sms", "control:leave-early", "consent:double-opt-in"]
    {
        assert!(plan.contains(&wanted.to_owned()), "{wanted} of {plan:?}");
    }
    assert!(plan.len() >= 10, "{plan:?}");
}

#[test]
fn a_plan_is_gone_on_with_where_it_was_left() {
    let mut screen = begun();
    screen.press("x c enter");
    let written = answers::write(said(&screen), &BASE);
    let (again, problems) = answers::read(&File { path: String::new(), text: written.clone() }, &BASE);
    assert_eq!((again.as_ref(), problems.len()), (Some(said(&screen)), 0));
    let mut resumed = Screen::showing(app_of(&BASE, again.unwrap(), Session::Resumed), 80, 24);
    resumed.press("B");
    assert_eq!(resumed.app.screen(), app::Screen::Brief);
    let counts = |screen: &Screen| screen.text().lines().nth(4).unwrap().split(". ").next().unwrap().trim().to_owned();
    assert_eq!(counts(&resumed), counts(&screen));
    assert!(counts(&resumed).starts_with("1 accepted, 1 rejected"), "{}", counts(&resumed));
}

#[test]
fn a_file_is_read_by_the_shell_and_what_is_wrong_is_said_in_place() {
    let mut screen = Screen::new(80, 24);
    screen.press("B m a i l . t x t enter");
    assert_eq!(screen.effects.last(), Some(&Effect::ReadText("mail.txt".to_owned())));
    screen.event(Event::Reply(Reply::TextNotRead { reason: "There is no `mail.txt`.".to_owned() }));
    let is_kept = screen.text().lines().any(|line| line.trim() == "mail.txt");
    assert!(screen.text().contains("There is no `mail.txt`.") && is_kept, "{}", screen.text());
    // What nobody waits for any more changes nothing.
    screen.event(Event::Reply(Reply::TextRead(SIGN_UPS.to_owned())));
    assert_eq!(said(&screen).brief, None);
    screen.press("enter");
    screen.event(Event::Reply(Reply::TextRead(SIGN_UPS.to_owned())));
    assert!(said(&screen).brief.is_some());
    for (text, told) in [
        ("\n\n", "Nothing in the text was understood"),
        ("The canteen serves\nlovely pancakes on Fridays.", "Nothing in the text was understood"),
        (
            "Wir möchten unsere Kundschaft regelmäßig über Veranstaltungen unterrichten, die unser Verein durchführt,\n und \
             anschließend um ihre Meinung bitten, sofern sie dem zugestimmt haben.",
            "the text does not seem to be in English",
        ),
        ("a\0b c\nd", "is not plain text; it looks like no text at all"),
        ("{\\rtf1\ntext}", "it looks like a file in Rich Text Format"),
    ] {
        let mut screen = begun();
        let before = said(&screen).clone();
        screen.press("n");
        screen.event(Event::Paste(text.to_owned()));
        assert!(flat(&screen).contains(told), "{told}: {}", screen.text());
        assert_eq!(said(&screen), &before, "{told}");
        screen.press("esc");
        assert!(screen.text().contains("open. Everything stays"), "{}", screen.text());
    }
    let large = "All work and no play.\n".repeat(50_000);
    let mut screen = Screen::new(80, 24);
    screen.press("B");
    screen.event(Event::Paste(large));
    assert!(screen.text().contains("The text has more text than any brief."), "{}", screen.text());
}

#[test]
fn what_is_left_is_reachable_below_the_proposals() {
    let mut screen = begun();
    screen.press("G");
    let text = screen.text();
    for heading in ["Not understood", "Not asked yet", "lovely pancakes"] {
        assert!(text.contains(heading), "{heading}: {text}");
    }
    screen.press("enter");
    assert_eq!(screen.app.screen(), app::Screen::Interview);
}

#[test]
fn a_plan_of_another_window_is_not_changed() {
    let answers = said(&begun()).clone();
    let mut screen = Screen::showing(app_of(&BASE, answers.clone(), Session::ReadOnly), 80, 24);
    screen.press("B");
    for name in ["enter", "2", "x", "m", "A", "n", "right", "u"] {
        screen.press(name);
        assert_eq!(said(&screen), &answers, "{name}");
    }
}

/// Whatever is pressed, only accepting makes answers, and only of what is offered at the time.
#[test]
fn random_keys_never_make_an_answer_that_was_not_accepted() {
    let keys = [
        "up",
        "down",
        "x",
        "m",
        "s",
        "c",
        "tab",
        "shift-tab",
        "right",
        "u",
        "r",
        "g",
        "G",
        "pagedown",
        "backspace",
        "ctrl-r",
    ];
    let accepting = ["enter", "1", "2", "3", "A"];
    for seed in 0..60 {
        let mut chance = Chance::of(seed);
        let mut screen = begun();
        let mut accepted: Vec<String> = Vec::new();
        for _ in 0..120 {
            let before = chosen(said(&screen), &BASE);
            let accepts = chance.below(4) == 0;
            let name = if accepts { *chance.one(&accepting) } else { *chance.one(&keys) };
            screen.press(name);
            if screen.app.screen() != app::Screen::Brief {
                screen.press("B");
            }
            let after = chosen(said(&screen), &BASE);
            let new = after.iter().filter(|choice| !before.contains(choice)).cloned();
            if accepts {
                accepted.extend(new);
            } else {
                let unasked: Vec<String> = new.filter(|choice| !accepted.contains(choice)).collect();
                assert_eq!(unasked, [""; 0], "seed {seed}, {name}");
            }
            for (key, response) in said(&screen).iter() {
                let question = &BASE.questions[key];
                assert!(question.kind == Kind::Many || response.picks().len() <= 1, "seed {seed}, {name}");
                assert!(response.importance != Some(Importance::Must) || response.answer.is_some(), "seed {seed}");
            }
        }
    }
}
