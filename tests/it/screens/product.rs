//! The product is named where one begins.

use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{App, Opened, Session, Setup};
use journey_advisor::embedded;
use journey_advisor::model::date::Day;

use crate::support::scenes::scene;
use crate::support::screen::Screen;

const NAME: &str = "Microsoft Dynamics 365 Customer Insights - Journeys";

/// What is on the screen, without the ends of lines.
fn words(screen: &Screen) -> String {
    screen.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_start_names_the_product() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for name in ["start", "start-answered", "start-article", "start-plans"] {
            let screen = scene(name, width, height, false);
            assert!(words(&screen).contains(NAME), "{}", screen.text());
        }
        let setup = Setup {
            today: Day::parse("2026-11-24").unwrap(),
            opened: Opened::blank(Session::New),
            look: Screen::new(80, 24).app.cx.look,
            keymap: Keymap::default(),
            index: SharedIndex::default(),
        };
        let base = Box::leak(Box::new(embedded::knowledge()));
        let mut screen = Screen::showing(App::new(base, setup), width, height);
        assert!(words(&screen).contains(NAME), "{}", screen.text());
        assert!(screen.text().contains("Start the questions"), "{}", screen.text());
        screen.press("enter right right");
        let ask = &screen.app.cx.plan.base.questions[screen.app.screens.interview.question].ask;
        assert!(ask.contains(NAME), "{ask}");
    }
}
