//! Several journeys in one plan, from the answers to the plans that are made of it: said once, on every face.

use journey_advisor::advise::analysis::advise_in;
use journey_advisor::advise::components::Forest;
use journey_advisor::answers;
use journey_advisor::app::effect::{Effect, Event};
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::plans::Which;
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{App, Look, Opened, Session, Setup};
use journey_advisor::diagnostic::File;
use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::{Day, DayOrigin, Today};
use journey_advisor::plain::Plain;
use journey_advisor::report::Report;
use journey_advisor::theme::Catalogue;
use journey_advisor::theme::depth::Depth;

/// An abandoned basket within minutes and a newsletter that keeps the nights free.
const BASKET: &str = r#"
title = "Basket rescue"
[answers]
purpose = ["broadcast"]
start = ["own-signal", "recurring"]
reaction-time = ["minutes"]
people = { chosen = ["contacts"], note = "all of them" }
timing = ["quiet-times", "frequency-cap"]
channels = ["email", "sms"]
"#;

fn read(base: &KnowledgeBase, text: &str) -> Answers {
    let (answers, problems) = answers::read(&File { path: String::new(), text: text.to_owned() }, base);
    answers.unwrap_or_else(|| panic!("{problems:#?}"))
}

fn report(base: &KnowledgeBase, text: &str) -> Report {
    let answers = read(base, text);
    let today = Day::parse("2026-11-24").unwrap();
    let facts = base.at(base.as_of("today", today).unwrap()).for_plan(&answers);
    let forest = Forest::of(&facts);
    let (verdict, analysis) = advise_in(&forest, &answers);
    Report::of(&forest, &answers, &verdict, &analysis, Today { day: today, origin: DayOrigin::Clock })
}

/// That the letter goes to many and keeps the nights free is no reproach to the message that answers a basket.
#[test]
fn what_two_plans_settle_is_said_once() {
    let base = embedded::knowledge();
    let mixed = report(&base, BASKET);
    let [apart] = mixed.journeys_apart.as_slice() else { panic!("{:#?}", mixed.journeys_apart) };
    assert_eq!(mixed.contradictions, []);
    assert_eq!(apart.settles.len(), 2, "{:#?}", apart.settles);
    let choices = |position: usize| apart.journeys[position].choices.join(" ");
    assert!(
        choices(0).contains("\"Within minutes\"") && !choices(0).contains("No messages at night"),
        "{}",
        choices(0)
    );
    assert!(
        choices(1).contains("No messages at night") && choices(1).contains("One message to many"),
        "{}",
        choices(1)
    );
    let step = "Make a plan of each journey. This plan holds 2 journeys: \"answer to one person\" and \"mailing to a segment\".";
    assert_eq!(mixed.next_steps.first().map(|first| first.text.as_str()), Some(step));
}

/// Within one journey the same two answers do contradict each other.
#[test]
fn a_contradiction_within_one_journey_is_still_told() {
    let base = embedded::knowledge();
    let alone = report(&base, &BASKET.replace(", \"recurring\"", ""));
    assert_eq!(alone.journeys_apart, []);
    let reasons: Vec<&str> = alone.contradictions.iter().map(|clash| clash.reason.as_str()).collect();
    assert_eq!(reasons.len(), 2, "{reasons:#?}");
}

fn press(screen: &mut App<'_>, keys: &str) -> Vec<Effect> {
    keys.split(' ').flat_map(|key| screen.handle(Event::Key(KeyPress::parse(key).unwrap()))).collect()
}

fn made(effects: Vec<Effect>) -> Vec<Answers> {
    let opens = effects.into_iter().find_map(|effect| match effect {
        Effect::Open(Which::Each(first, others)) => Some([vec![*first], others].concat()),
        Effect::Open(Which::Copy(copy)) => Some(vec![*copy]),
        _ => None,
    });
    opens.unwrap_or_default()
}

#[test]
fn a_plan_of_each_journey_keeps_everything_else() {
    let base = embedded::knowledge();
    let plans = made(press(&mut app(&base, Session::Resumed), "D enter"));
    let ids = ["purpose", "start", "reaction-time", "people", "timing", "channels"];
    let written = |plan: &Answers| {
        let text = answers::write(plan, &base);
        let lines = text.lines().filter(|line| ids.iter().any(|id| line.starts_with(&format!("{id} ="))));
        std::iter::once(plan.title.clone()).chain(lines.map(str::to_owned)).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(plans.iter().map(written).collect::<Vec<_>>().join("\n\n"));
}

#[test]
fn the_whole_plan_can_be_copied_all_the_same_and_nothing_is_made_unasked() {
    let base = embedded::knowledge();
    let whole = made(press(&mut app(&base, Session::Resumed), "D down enter"));
    assert_eq!(whole.iter().map(|plan| plan.title.as_str()).collect::<Vec<_>>(), ["Basket rescue (scenario)"]);
    assert_eq!(made(press(&mut app(&base, Session::Resumed), "D esc")), []);
    // Where nothing is kept there is room for one plan only.
    assert_eq!(made(press(&mut app(&base, Session::NotKept), "D")).len(), 1);
}

#[test]
fn line_by_line_the_same_plans_are_made() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app(&base, Session::Resumed));
    let said = plain.line("copy");
    assert_eq!(made(said.effects), []);
    insta::assert_snapshot!(said.text);
    let keyed = made(press(&mut app(&base, Session::Resumed), "D enter"));
    assert_eq!(made(plain.line("copy apart").effects), keyed);
    for (line, answer) in [
        ("copy apart 2", "There is 1 way to part it. Type copy to see it.\n"),
        ("copy apart x", "\"x\" is not a number.\n"),
        ("copy half", "Type copy, copy whole, or copy apart.\n"),
    ] {
        let mut plain = Plain::new(app(&base, Session::Resumed));
        assert_eq!(plain.line(line).text, answer);
    }
    let mut plain = Plain::new(app(&base, Session::Resumed));
    assert_eq!(made(plain.line("copy whole").effects).len(), 1);
    let mut plain = Plain::new(app(&base, Session::NotKept));
    assert_eq!(plain.line("copy apart").text, "Plans are not kept here, so there can be only one.\n");
    let mut plain = Plain::new(app_of(&base, read(&base, ""), Session::Resumed));
    assert_eq!(plain.line("copy apart").text, "The plan holds one journey. Type copy to copy it.\n");
}

/// As soon as two parts are chosen, and not again with every answer.
#[test]
fn the_interview_says_at_once_that_these_are_two_journeys() {
    let base = embedded::knowledge();
    let mut plain = Plain::new(app_of(&base, read(&base, ""), Session::Resumed));
    plain.line("go 5");
    assert!(plain.line("again").text.contains("What starts the journey"));
    let first = plain.line("1").text;
    assert!(!first.contains("This plan holds"), "{first}");
    let second = plain.line("9").text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(second.contains("This plan holds 2 journeys: \"answer to one person\""), "{second}");
    assert!(second.ends_with("Type copy to make a plan of each."), "{second}");
}

fn app(base: &KnowledgeBase, session: Session) -> App<'_> {
    app_of(base, read(base, BASKET), session)
}

pub(crate) fn app_of(base: &KnowledgeBase, answers: Answers, session: Session) -> App<'_> {
    let catalogue = Catalogue::new(Vec::new());
    let theme = catalogue.theme("terminal").0.unwrap();
    let look = Look { catalogue, theme, depth: Depth::None, ascii: true, mouse: false };
    let opened = Opened { answers, ..Opened::blank(session) };
    let today = Day::parse("2026-11-24").unwrap();
    App::new(base, Setup { today, opened, look, keymap: Keymap::default(), index: SharedIndex::default() })
}
