//! The guided tour over the sample of the program's knowledge.

use journey_advisor::answers::sample::Sample;
use journey_advisor::app;
use journey_advisor::app::effect::Effect;
use journey_advisor::app::plans::Which;
use journey_advisor::app::popup::Popup;
use journey_advisor::app::popup::tour::Stop;
use journey_advisor::embedded;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::answers::Answers;

use crate::support::screen::{Screen, WHOLE};

fn sample() -> Sample {
    let [plan, text] = embedded::sample();
    Sample { plan, text }
}

/// The start, with the sample to show.
fn start(width: u16, height: u16) -> Screen {
    let screen = Screen::whole(Answers::default(), width, height);
    Screen::showing(screen.app.with_sample(Some(sample())), width, height)
}

fn stop(screen: &Screen) -> Stop {
    match &screen.app.popup {
        Some(Popup::Tour(tour)) => tour.stop,
        other => panic!("no tour: {other:?}"),
    }
}

/// The fits of both areas.
fn fits(screen: &Screen) -> [Option<u8>; 2] {
    Side::BOTH.map(|side| screen.app.cx.plan.verdict().standings[side].value)
}

#[test]
fn the_first_start_offers_the_tour_second_and_still_fits() {
    let screen = start(80, 24);
    let rows: Vec<String> = screen.text().lines().map(str::to_owned).collect();
    let first = rows.iter().position(|row| row.contains("Start the questions")).expect("a row");
    assert!(rows[first + 1].contains("Take the tour             a sample plan, one minute"), "{}", screen.text());
    assert!(screen.text().contains("Quit") && !screen.text().contains('█'), "{}", screen.text());
}

#[test]
fn the_tour_shows_each_stop_and_leaves_everything_as_it_was() {
    let mut screen = start(80, 24);
    screen.press("down enter");
    assert_eq!(stop(&screen), Stop::Text);
    assert_eq!(screen.app.screen(), app::Screen::Brief);
    let answers = screen.app.cx.plan.answers().clone();
    assert_eq!(Some(&answers), sample().read(&WHOLE).0.as_ref());
    let whole = fits(&screen);
    for (wanted, shown) in [
        (Stop::Without, app::Screen::Interview),
        (Stop::Balance, app::Screen::Interview),
        (Stop::Why, app::Screen::Advice),
        (Stop::Time, app::Screen::Advice),
        (Stop::WhatIf, app::Screen::Advice),
        (Stop::Document, app::Screen::Export),
    ] {
        screen.press("enter");
        assert_eq!((stop(&screen), screen.app.screen()), (wanted, shown));
        let title = format!("Tour, {} of 7", Stop::ALL.iter().position(|stop| *stop == wanted).unwrap() + 1);
        assert!(screen.text().contains(&title), "{}", screen.text());
        assert!(screen.text().contains("esc end the tour"), "{}", screen.text());
        match wanted {
            Stop::Without => assert_ne!(fits(&screen), whole, "the balance has moved"),
            Stop::Time => assert!(screen.text().contains("the article, December 2022"), "{}", screen.text()),
            _ => assert_eq!(fits(&screen), whole),
        }
    }
    assert_eq!(screen.app.cx.plan.answers(), &answers);
    screen.press("enter");
    assert!(screen.effects.contains(&Effect::Open(Which::New)), "{:?}", screen.effects);
    let touches = |effect: &&Effect| matches!(effect, Effect::Save { .. } | Effect::Bookmark(_));
    assert_eq!(screen.effects.iter().filter(touches).count(), 0, "no plan is left behind");
}

#[test]
fn the_tour_can_be_ended_and_the_sample_kept_at_every_stop() {
    for stops in 0..Stop::ALL.len() {
        let mut screen = start(80, 24);
        screen.press("down enter");
        (0..stops).for_each(|_| screen.press("enter"));
        screen.press("esc");
        assert!(screen.app.popup.is_none());
        assert_eq!(Some(screen.app.cx.plan.answers()), sample().read(&WHOLE).0.as_ref(), "at stop {stops}");
        assert_eq!(screen.app.cx.plan.facts.as_of.day.to_string(), "2026-11-24");
        let mut screen = start(80, 24);
        screen.press("down enter");
        (0..stops).for_each(|_| screen.press("enter"));
        screen.press("D");
        let kept = sample().read(&WHOLE).0.map(Box::new).map(Which::Copy);
        assert_eq!(screen.effects.last(), kept.map(Effect::Open).as_ref(), "at stop {stops}");
        assert!(screen.app.popup.is_none());
    }
}

#[test]
fn back_leads_to_the_stop_before() {
    let mut screen = start(80, 24);
    screen.press("down enter enter enter enter left");
    assert_eq!(stop(&screen), Stop::Balance);
    screen.press("left left left left");
    assert_eq!(stop(&screen), Stop::Text);
}
