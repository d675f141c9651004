//! Sources as links: what leads to them, what opens them, and that no address is broken over two lines.

use journey_advisor::app::effect::Effect;
use journey_advisor::app::popup::Popup;
use journey_advisor::model::answers::Answers;
use journey_advisor::ui::source_behind;

use crate::personas::plan::{answers, knowledge};
use crate::support::screen::{Screen, WHOLE};

/// A card with sources.
fn card(width: u16, height: u16) -> Screen {
    let screen = Screen::whole(answers(&knowledge(), "abandoned-basket"), width, height);
    let mut screen = Screen::showing(screen.app.with_opener(Some("xdg-open")), width, height);
    screen.press("v enter");
    screen
}

/// The sources of the cells of a row, in order, each once.
fn leads(screen: &Screen, row: u16) -> Vec<usize> {
    let buffer = screen.buffer();
    let cells = (0..buffer.area.width).filter_map(|column| source_behind(buffer[(column, row)].underline_color));
    let mut found: Vec<usize> = cells.collect();
    found.dedup();
    found
}

#[test]
fn titles_and_addresses_lead_to_their_source() {
    let mut screen = card(120, 40);
    screen.press("tab");
    let lines: Vec<String> = screen.text().lines().map(str::to_owned).collect();
    let mut seen = 0;
    for (row, line) in (0..).zip(&lines) {
        for source in leads(&screen, row) {
            let (_, source) = WHOLE.sources.iter().nth(source).expect("a source");
            let (title, url) = (source.title.to_string(), source.url.to_string());
            let words: Vec<&str> = title.split_whitespace().collect();
            let is_title = words.iter().any(|word| line.contains(word));
            assert!(is_title || line.contains(&url) || line.contains('…'), "{line}\n{title} {url}");
            seen += 1;
        }
        // An address stands on one line, whole or cut.
        if let Some((_, address)) = line.split_once("https://") {
            let address = format!("https://{}", address.split(['│', '█', ' ']).next().unwrap_or_default());
            let is_whole = WHOLE.sources.iter().any(|(_, source)| source.url.as_str() == address);
            assert!(is_whole || address.ends_with('…'), "{address}");
        }
    }
    assert!(seen > 2, "{}", screen.text());
}

#[test]
fn a_marked_source_is_opened_once_agreed_and_its_address_copied() {
    let mut screen = card(80, 24);
    screen.press("o");
    assert!(screen.text().contains("Tab marks a source to open."), "{}", screen.text());
    screen.press("tab y");
    let Some(Effect::Copy(address)) = screen.effects.last().cloned() else { panic!("nothing copied") };
    assert!(WHOLE.sources.iter().any(|(_, source)| source.url.as_str() == address), "{address}");
    screen.press("o");
    let asked: String = screen.text().split_whitespace().collect();
    assert!(asked.contains("withxdg-open?"), "{}", screen.text());
    assert!(!screen.effects.iter().any(|effect| matches!(effect, Effect::Launch { .. })), "nothing without a yes");
    screen.press("y");
    assert_eq!(screen.effects.last(), Some(&Effect::Launch { opener: "xdg-open", target: address }));
}

#[test]
fn tab_goes_round_and_esc_takes_the_mark_away_first() {
    let mut screen = card(80, 24);
    let marked = |screen: &Screen| match &screen.app.popup {
        Some(Popup::Page(page)) => page.marked_source(),
        other => panic!("no card: {other:?}"),
    };
    assert_eq!(marked(&screen), None);
    screen.press("tab");
    assert_eq!(marked(&screen), Some(0));
    screen.press("shift-tab");
    let last = marked(&screen).expect("marked");
    assert!(last > 0);
    screen.press("tab");
    assert_eq!(marked(&screen), Some(0));
    screen.press("esc");
    assert_eq!(marked(&screen), None);
    screen.press("esc");
    assert!(screen.app.popup.is_none());
}

/// Nothing but sources leads anywhere.
#[test]
fn no_other_letters_lead_anywhere() {
    for keys in ["", "enter", "v", "/", "e", "?", "p"] {
        let mut screen = Screen::whole(Answers::default(), 120, 40);
        screen.press(keys);
        assert!((0..40).all(|row| leads(&screen, row).is_empty()), "after {keys}");
    }
}
