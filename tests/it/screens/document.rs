//! The form of the document, and who sees to a gap.

use journey_advisor::app::effect::{Effect, Event, Reply};
use journey_advisor::app::preference::{PreferenceName, Preferences};
use journey_advisor::export::brand::Logo;
use journey_advisor::model::gap_work::GapField;
use journey_advisor::model::paper::PaperField;

use crate::support::picture::png;
use crate::support::screen::{ANSWERS, Screen};

fn said(screen: &Screen, field: PaperField) -> Option<String> {
    screen.app.cx.plan.answers().paper.said(field).map(std::borrow::Cow::into_owned)
}

/// What is asked of the shell about settings for every plan.
fn preferred(screen: &Screen) -> Vec<(PreferenceName, Option<String>)> {
    let kept = screen.effects.iter().filter_map(|effect| match effect {
        Effect::Prefer(name, value) => Some((*name, value.clone())),
        _ => None,
    });
    kept.collect()
}

#[test]
fn what_is_typed_goes_into_the_plan_and_can_be_taken_back() {
    let mut screen = Screen::new(80, 24);
    screen.press(ANSWERS);
    screen.press("e home enter S p r i n g tab A c m e tab J enter");
    assert_eq!(screen.app.cx.plan.answers().title, "Spring");
    assert_eq!(said(&screen, PaperField::Client).as_deref(), Some("Acme"));
    // Nobody had set an author for every plan.
    assert_eq!(preferred(&screen), [(PreferenceName::Author, Some("J".to_owned()))]);
    assert!(screen.text().contains("Acme"), "{}", screen.text());
    screen.press("u");
    assert_eq!(said(&screen, PaperField::Client), None);
    assert_eq!(screen.app.cx.plan.answers().title, "Spring");
}

#[test]
fn what_is_set_for_every_plan_is_shown_and_not_repeated_in_this_one() {
    let mut preferences = Preferences::default();
    preferences.set(PreferenceName::Author, "J. Doe").unwrap();
    preferences.set(PreferenceName::ExportFolder, "~/Documents/").unwrap();
    let mut screen = Screen::new(120, 40);
    screen.app.cx.preferences = preferences;
    screen.press(ANSWERS);
    screen.press("e");
    assert!(screen.text().contains("J. Doe") && screen.text().contains("~/Documents"), "{}", screen.text());
    screen.press("home down enter A c m e enter");
    assert_eq!((said(&screen, PaperField::Author), preferred(&screen)), (None, Vec::new()));
    screen.press("end enter enter");
    let Some(Effect::Export { path, bytes, .. }) = screen.effects.last() else { panic!("{:?}", screen.effects) };
    assert_eq!(path, "~/Documents/journey-advice.html");
    let record = journey_advisor::export::record::Record::find(&String::from_utf8_lossy(bytes)).unwrap();
    assert!(record.answers.contains("author = \"J. Doe\""), "{}", record.answers);
}

#[test]
fn a_line_that_is_refused_says_why_and_stays_to_be_mended() {
    let mut screen = Screen::new(80, 24);
    screen.press("e home enter tab A c m e tab tab tab tab d r a f enter");
    let problem = "\"draf\" is no status. Did you mean \"draft\"?";
    assert!(screen.text().contains(problem), "{}", screen.text());
    assert_eq!(said(&screen, PaperField::Client), None);
    // Nothing is kept where one line is refused.
    screen.press("shift-tab shift-tab shift-tab J tab tab tab t down down down down down d o c s enter");
    assert!(screen.text().contains("\"docs\" is another place"), "{}", screen.text());
    assert_eq!((said(&screen, PaperField::Client), preferred(&screen)), (None, Vec::new()));
    screen.press("ctrl-u enter");
    assert_eq!(said(&screen, PaperField::Status).as_deref(), Some("draft"));
    assert_eq!(said(&screen, PaperField::Client).as_deref(), Some("Acme"));
}

/// A document with a logo is written once the shell has read it; one without, and a format that shows none, at once.
#[test]
fn the_logo_is_read_before_a_document_is_written() {
    let mut screen = Screen::new(100, 30);
    screen.press(ANSWERS);
    screen.app.cx.preferences.set(PreferenceName::Logo, "~/logo.png").unwrap();
    screen.press("e end enter");
    assert_eq!(screen.effects.last(), Some(&Effect::ReadLogo("~/logo.png".to_owned())));
    let reason = "The logo `logo.png` is no picture in PNG. Save it as PNG.".to_owned();
    screen.event(Event::Reply(Reply::LogoNotRead { reason }));
    assert!(screen.text().contains("Not written: The logo"), "{}", screen.text());
    screen.press("end enter");
    screen.event(Event::Reply(Reply::LogoRead(Logo::of(png(60, 20)).unwrap())));
    screen.press("enter");
    let Some(Effect::Export { bytes, .. }) = screen.effects.last() else { panic!("{:?}", screen.effects) };
    let html = String::from_utf8_lossy(bytes).into_owned();
    assert!(html.contains("<img class=\"logo\" alt=\"Logo\""), "{html}");
    // Whoever has gone elsewhere is not asked.
    screen.press("end enter esc v");
    let before = screen.text();
    screen.event(Event::Reply(Reply::LogoRead(Logo::of(png(60, 20)).unwrap())));
    assert_eq!(screen.text(), before);
}

/// Nothing is opened before somebody has read which program does it and said yes.
#[test]
fn a_written_document_is_opened_only_after_a_yes() {
    let mut screen = Screen::new(100, 24);
    screen.app.cx.opener = Some("xdg-open");
    screen.press("e o");
    assert!(screen.text().contains("Nothing is written yet."), "{}", screen.text());
    screen.press("end enter enter");
    screen.app.handle(Event::Reply(Reply::Exported { path: "/home/me/advice.html".to_owned(), size: 31_400 }));
    screen.draw();
    assert!(screen.text().contains("Written to /home/me/advice.html, 32 KB. o opens it."), "{}", screen.text());
    screen.press("o");
    assert!(screen.text().contains("Open /home/me/advice.html with xdg-open?"), "{}", screen.text());
    let opens = |screen: &Screen| screen.effects.iter().any(|effect| matches!(effect, Effect::Launch { .. }));
    assert!(!opens(&screen));
    screen.press("y");
    assert!(opens(&screen));
    screen.app.handle(Event::Reply(Reply::Launched { opener: "xdg-open" }));
    screen.draw();
    assert!(screen.text().contains("Handed to xdg-open."), "{}", screen.text());
}

#[test]
fn who_sees_to_a_gap_is_said_on_the_advice() {
    let mut screen = Screen::new(100, 30);
    screen.press(ANSWERS);
    screen.press("v n");
    assert!(screen.text().contains("Mark a gap first"), "{}", screen.text());
    screen.press("tab n C R M tab x l tab s o o n enter");
    assert!(screen.text().contains("\"soon\" is not a day."), "{}", screen.text());
    screen.press("ctrl-u 2 0 2 7 - 0 1 - 3 1 enter");
    assert!(screen.text().contains("Owner: CRM, Size: XL, Due: 2027-01-31"), "{}", screen.text());
    let plan = &screen.app.cx.plan;
    let (_, work) = plan.answers().gaps().next().unwrap();
    assert_eq!(work.said(GapField::Owner).as_deref(), Some("CRM"));
    screen.press("u");
    assert_eq!(screen.app.cx.plan.answers().gaps().count(), 0);
}
