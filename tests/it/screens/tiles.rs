//! The journey as tiles on the advice screen, and spelled out line by line.

use journey_advisor::model::capability::Level;
use journey_advisor::plain::Plain;

use crate::personas::plan::{answers, knowledge};
use crate::support::screen::{ANSWERS, Screen};

const SIGNS: [(Level, &str, &str); 5] = [
    (Level::Native, "●", "built in"),
    (Level::Partial, "◐", "partly"),
    (Level::Workaround, "◇", "by a workaround"),
    (Level::None, "○", "not supported"),
    (Level::Unknown, "?", "unknown"),
];

fn sign(level: Level) -> &'static str {
    SIGNS.iter().find(|(known, ..)| *known == level).expect("every level has a sign").1
}

fn word(level: Level) -> &'static str {
    SIGNS.iter().find(|(known, ..)| *known == level).expect("every level has a word").2
}

#[test]
fn the_advice_draws_the_journey_and_wraps_it() {
    for name in ["abandoned-basket", "s13-trade-fair", "not-too-many-messages"] {
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            let mut screen = Screen::whole(answers(&knowledge(), name), width, height);
            screen.press("v");
            let report = screen.app.screens.advice.report.clone().expect("a report");
            assert!(!report.tiles.row.is_empty(), "{name} has pieces of a journey");
            for tile in report.tiles.in_a_row().tiles {
                let drawn = format!("[{} {}]", tile.label, sign(tile.level));
                assert!(screen.text().contains(&drawn), "{drawn}\n{}", screen.text());
            }
            if !report.tiles.throughout.is_empty() {
                assert!(screen.text().contains("All the way: "), "{}", screen.text());
            }
        }
    }
}

#[test]
fn line_by_line_the_journey_is_spelled_out() {
    let screen = Screen::whole(answers(&knowledge(), "abandoned-basket"), 80, 24);
    let mut plain = Plain::new(screen.app);
    let said = plain.line("journey").text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut screen = Screen::whole(answers(&knowledge(), "abandoned-basket"), 80, 24);
    screen.press("v");
    let tiles = screen.app.screens.advice.report.expect("a report").tiles;
    for tile in tiles.row.iter().chain(&tiles.throughout) {
        let piece = format!("{}, {}", tile.label, word(tile.level));
        assert!(said.contains(&piece), "{piece}\n{said}");
    }
    assert!(said.starts_with("Your journey: "), "{said}");
}

#[test]
fn knowledge_without_tiles_draws_none() {
    let mut screen = Screen::new(80, 24);
    screen.press(ANSWERS);
    screen.press("v");
    assert!(!screen.text().contains('['), "{}", screen.text());
    let said = Plain::new(screen.app).line("journey").text;
    assert_eq!(said, "Nothing chosen so far is a piece of a journey.\n");
}
