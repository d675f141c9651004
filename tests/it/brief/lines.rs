//! A client's text gone through line by line: the same answers as by keys.

use journey_advisor::answers;
use journey_advisor::app::Session;
use journey_advisor::app::effect::{Effect, Event, Reply};
use journey_advisor::app::key::KeyPress;
use journey_advisor::model::answers::Answers;
use journey_advisor::plain::Plain;

use crate::journeys::app_of;
use crate::support::screen::BASE;
use crate::support::texts::SIGN_UPS;

fn begun() -> (Plain<'static>, String) {
    let mut plain = Plain::new(app_of(&BASE, Answers::default(), Session::New));
    let asked = plain.line("text mail.txt");
    assert_eq!(asked.effects, [Effect::ReadText("mail.txt".to_owned())]);
    let said = plain.reply(Reply::TextRead(SIGN_UPS.to_owned()));
    (plain, said.text)
}

#[test]
fn proposals_are_gone_through_one_by_one() {
    let (mut plain, first) = begun();
    insta::assert_snapshot!("text-first", first);
    let lines = ["maybe", "y", "could", "n", "skip", "y", "y"].map(|line| plain.line(line).text);
    insta::assert_snapshot!("text-gone-through", lines.concat());
    let mut keys = app_of(&BASE, Answers::default(), Session::New);
    keys.handle(Event::Key(KeyPress::parse("B").unwrap()));
    keys.handle(Event::Paste(SIGN_UPS.to_owned()));
    for name in ["enter", "c", "x", "tab", "enter", "enter"] {
        keys.handle(Event::Key(KeyPress::parse(name).unwrap()));
    }
    let written = |answers: &Answers| answers::write(answers, &BASE);
    assert_eq!(written(plain.app.cx.plan.answers()), written(keys.cx.plan.answers()));
    // What was left is gone on with.
    assert!(plain.line("text").text.starts_with("Proposal 3 of 5"), "it was left open");
    assert!(plain.line("stop").text.contains("3 accepted, 1 rejected, 1 open."));
    assert!(plain.line("again").text.contains("starts the journey"));
}

#[test]
fn undo_opens_a_proposal_again() {
    let (mut plain, first) = begun();
    plain.line("y");
    let again = plain.line("undo").text;
    assert!(again.starts_with("Taken back.") && first.contains(again.lines().nth(1).unwrap()), "{again}");
    assert_eq!(plain.app.cx.plan.answers().iter().count(), 0);
}

#[test]
fn what_cannot_be_read_is_said_and_changes_nothing() {
    let mut plain = Plain::new(app_of(&BASE, Answers::default(), Session::New));
    assert!(plain.line("text").text.starts_with("Type the path of a file"));
    plain.line("text nowhere.txt");
    let reason = "There is no `nowhere.txt`. Check the name and the folder.".to_owned();
    assert_eq!(plain.reply(Reply::TextNotRead { reason: reason.clone() }).text, format!("{reason}\n"));
    plain.line("text mail.txt");
    let nothing = plain.reply(Reply::TextRead("The canteen serves lovely pancakes on Fridays.".to_owned())).text;
    assert!(nothing.starts_with("Nothing in the text was understood"), "{nothing}");
    assert_eq!(plain.app.cx.plan.answers().brief, None);
    let mut others = Plain::new(app_of(&BASE, Answers::default(), Session::ReadOnly));
    assert!(others.line("text mail.txt").text.starts_with("Read only"));
}
