//! The product is named where one begins.

use journey_advisor::model::answers::Answers;

use crate::support::scenes::scene;
use crate::support::screen::Screen;

const NAME: &str = "Microsoft Dynamics 365 Customer Insights - Journeys";

/// What is on the screen, without the ends of lines.
fn words(screen: &Screen) -> String {
    screen.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whoever starts for the first time sees on 80 columns and 24 rows, without scrolling, what comes, how long it takes, where
/// it stays, how old the facts are, what the signs mean, and everything that can be done.
#[test]
fn the_first_start_says_it_all_on_one_screen() {
    let screen = Screen::whole(Answers::default(), 80, 24);
    let said = words(&screen);
    for what in [
        "13 questions or more about the journey you plan: about 7 minutes.",
        "You get advice with its reasons and gaps, and a document to hand over.",
        "Nothing leaves this computer. Facts up to 18 August 2026, 3 months old.",
        "● built in ◐ partly ◇ by a workaround ○ not supported ? unknown",
        "Start the questions",
        "Quit",
    ] {
        assert!(said.contains(what), "{what}\n{}", screen.text());
    }
    assert!(!screen.text().contains('█'), "nothing to scroll\n{}", screen.text());
}

#[test]
fn a_source_that_counts_alone_is_introduced_with_its_name() {
    let mut screen = Screen::whole(Answers::default(), 80, 24);
    screen.press("home down down right");
    let said = words(&screen);
    assert!(
        said.contains("The article is \"Journeys vs. Customer Journeys\", Cobalt, December 2022."),
        "{}",
        screen.text()
    );
    screen.press("i 1 v tab tab tab tab tab");
    assert!(
        words(&screen).contains("The article, \"Journeys vs. Customer Journeys\", Cobalt, December 2022:"),
        "{}",
        screen.text()
    );
}

#[test]
fn the_start_names_the_product() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for name in ["start", "start-answered", "start-article", "start-plans"] {
            let screen = scene(name, width, height, false);
            assert!(words(&screen).contains(NAME), "{}", screen.text());
        }
        let mut screen = Screen::whole(Answers::default(), width, height);
        assert!(words(&screen).contains(NAME), "{}", screen.text());
        assert!(screen.text().contains("Start the questions"), "{}", screen.text());
        screen.press("enter right right");
        let ask = &screen.app.cx.plan.base.questions[screen.app.screens.interview.question].ask;
        assert!(ask.contains(NAME), "{ask}");
    }
}
