//! Colour is never alone: with all colour gone, every state still differs by sign, word or attribute.

use std::collections::BTreeSet;

use journey_advisor::theme::depth::Depth;
use ratatui::style::{Color, Modifier};

use super::theme;
use crate::support::scenes::{self, scene};
use crate::support::screen::Screen;

/// A screen without colour.
fn bare(scene_name: &str) -> Screen {
    let mut screen = scene(scene_name, 120, 40, false);
    screen.wear(theme("default-dark", Depth::None));
    screen
}

/// Row by row what is seen of a screen without colour.
fn seen(screen: &Screen) -> Vec<String> {
    let buffer = screen.buffer();
    let row = |y| (0..buffer.area.width).map(move |x| &buffer[(x, y)]);
    let cell = |cell: &ratatui::buffer::Cell| format!("{}{:?}", cell.symbol(), cell.modifier);
    (0..buffer.area.height).map(|y| row(y).map(cell).collect()).collect()
}

fn has(screen: &Screen, words: &[&str]) {
    let text = screen.text();
    for word in words {
        assert!(text.contains(word), "no {word} in\n{text}");
    }
}

#[test]
fn without_colours_there_are_none() {
    for scene_name in scenes::names() {
        let screen = bare(scene_name);
        let coloured = screen.buffer().content.iter().find(|cell| cell.fg != Color::Reset || cell.bg != Color::Reset);
        assert_eq!(coloured, None, "{scene_name}");
    }
}

#[test]
fn the_marked_row_has_a_sign_and_is_reversed_in_every_list() {
    for (scene_name, keys) in [
        ("start", "down"),
        ("interview-many", "up"),
        ("review", "down"),
        ("verdict", "down"),
        ("search-results", "down"),
        ("export", "up"),
        ("palette", "down"),
        ("themes", "down"),
    ] {
        let mut screen = bare(scene_name);
        let marked = |screen: &Screen| -> BTreeSet<u16> {
            let buffer = screen.buffer();
            let is_marked = |(x, y): (u16, u16)| {
                buffer[(x, y)].symbol() == "▌" && buffer[(x + 2, y)].modifier.contains(Modifier::REVERSED)
            };
            buffer
                .area
                .positions()
                .map(Into::into)
                .filter(|(x, _)| x + 2 < 120)
                .filter(|at| is_marked(*at))
                .map(|(_, y)| y)
                .collect()
        };
        let before = marked(&screen);
        assert!(!before.is_empty(), "{scene_name}\n{}", screen.text());
        screen.app.cx.look.theme = theme("default-dark", Depth::None);
        screen.press(keys);
        screen.wear(theme("default-dark", Depth::None));
        let after = marked(&screen);
        assert!(!after.is_empty() && before != after, "{scene_name}: {before:?} {after:?}");
    }
}

#[test]
fn the_part_that_has_the_focus_is_marked() {
    let frames: BTreeSet<Vec<String>> =
        ["verdict", "verdict-gaps", "verdict-time"].map(|name| seen(&bare(name))).into_iter().collect();
    assert_eq!(frames.len(), 3);
    let text = bare("verdict-time").text();
    assert!(text.contains("▌Then and now") && !text.contains("▌Gaps"), "{text}");
}

#[test]
fn levels_are_signs_with_words() {
    let mut help = bare("help");
    help.resize(120, 80);
    has(&help, &["● Built in", "◐ Partly", "◇ By a workaround", "○ Not supported", "? Unknown"]);
}

#[test]
fn importances_chosen_and_open_answers_and_the_two_areas_are_words() {
    has(&bare("interview-many"), &["must", "Counts as must", "[x]", "[ ]", "Real-time ●", "Outbound (removed) ○"]);
    has(&bare("interview-could"), &["could"]);
    has(&bare("verdict"), &["OB ◄", "► RT", "must", "should", "Real-time ● built in   Outbound ○ not supported"]);
    has(&bare("not-saved"), &["NOT SAVED !", "not saved: the disk is full"]);
    has(&bare("export-failed"), &["! Not written: the disk is full"]);
}

#[test]
fn what_a_search_found_is_underlined() {
    let screen = bare("search-results");
    let found = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED | Modifier::BOLD);
    let letters: String = screen.buffer().content.iter().filter(found).map(|cell| cell.symbol().to_owned()).collect();
    assert!(letters.to_lowercase().contains("lead"), "{letters}");
}
