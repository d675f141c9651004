//! Colour schemes as they are written, and what becomes of them.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{import, seen, written};
use crate::diagnostic::render::render;
use crate::diagnostic::{Diagnostic, File};
use crate::theme::colour::channels;
use crate::theme::{Catalogue, Role, Variant};

const DUSK: [&str; 16] = [
    "20242c", "2a303a", "38404d", "4b5563", "8b95a5", "c8d0dc", "dce2ea", "f0f3f7", "d0606a", "d08a50", "d8b868",
    "88b070", "60a8b0", "5888c8", "a878c0", "986850",
];

fn file(text: &str) -> File {
    File { path: "dusk.yaml".to_owned(), text: text.to_owned() }
}

fn modern(colours: &[&str]) -> String {
    let lines = colours.iter().enumerate().map(|(number, colour)| format!("  base{number:02X}: \"{colour}\"\n"));
    format!(
        "system: \"base16\"\nname: \"Dusk\"\nauthor: \"A. Painter\"\nvariant: \"dark\"\npalette:\n{}",
        lines.collect::<String>()
    )
}

fn problems(text: &str) -> String {
    let file = file(text);
    let (imported, diagnostics): (_, Vec<Diagnostic>) = import(&file);
    assert_eq!(imported, None);
    render(&diagnostics, &[file], false)
}

#[test]
fn all_ways_to_write_a_scheme_give_the_same_colours() {
    let (imported, problems) = import(&file(&modern(&DUSK)));
    assert_eq!(problems, []);
    let imported = imported.unwrap();
    let legacy: String = DUSK
        .iter()
        .enumerate()
        .map(|(number, colour)| match number % 4 {
            0 => format!("base{number:02x}: {colour}\n"),
            1 => format!("base{number:02X}: '#{colour}'   # a comment\n"),
            2 => format!("base{number:02X}: #{colour}\n"),
            _ => format!("base{number:02X}:\t\"{colour}\"\t# 12\t#\r\n"),
        })
        .collect();
    let legacy = format!("# Made by hand\n---\nscheme: Dusk\nauthor: \"A. Painter\"\n\n{legacy}...\n");
    let (again, problems) = import(&file(&legacy));
    assert_eq!(problems, []);
    assert_eq!(again.unwrap(), imported);
}

#[test]
fn a_scheme_becomes_a_theme_that_can_be_read() {
    let imported = import(&file(&modern(&DUSK))).0.unwrap();
    let own = File { path: "themes/dusk.toml".to_owned(), text: imported.toml.clone() };
    let (theme, problems) = Catalogue::new(vec![own]).theme("dusk");
    assert_eq!(problems, []);
    let theme = theme.unwrap();
    assert_eq!((theme.title.as_str(), theme.variant), ("Dusk", Variant::Dark));
    let names: Vec<&str> = imported.changes.iter().map(|change| change.name).collect();
    assert_eq!(names, ["muted", "accent", "blue", "rose", "violet", "line"]);
    for change in &imported.changes {
        assert!(change.contrast < change.least);
        assert!(seen(change.after, [0x20, 0x24, 0x2c]) >= change.least, "{}", written(change.after));
        assert!(imported.toml.contains(&format!("# base{:02X}, moved from {}", change.number, written(change.before))));
    }
}

#[test]
fn the_ground_is_light_or_dark_by_its_own_colour_where_nothing_is_said() {
    let mut colours = DUSK;
    colours.reverse();
    let text = modern(&colours).replace("variant: \"dark\"\n", "");
    assert!(import(&file(&text)).0.unwrap().toml.contains("variant = \"dark\""));
    (colours[0], colours[1], colours[5]) = ("ffffff", "eeeeee", "333333");
    let text = modern(&colours).replace("variant: \"dark\"\n", "");
    assert!(import(&file(&text)).0.unwrap().toml.contains("variant = \"light\""));
}

/// The pairs of a theme that cannot be read.
fn unreadable(text: &str) -> Vec<String> {
    let imported = import(&file(text)).0.unwrap();
    let own = File { path: "themes/made.toml".to_owned(), text: imported.toml };
    let theme = Catalogue::new(vec![own]).theme("made").0.unwrap();
    let front = |role| channels(theme.style(role).fg.unwrap()).unwrap();
    let ground = |role| channels(theme.style(role).bg.unwrap()).unwrap();
    let mut pairs = vec![(Role::Selected, Role::Selected, 4.5), (Role::First, Role::Selected, 3.0)];
    pairs.extend([
        (Role::Second, Role::Selected, 3.0),
        (Role::Border, Role::Text, 3.0),
        (Role::Border, Role::Surface, 3.0),
    ]);
    for role in
        [Role::Text, Role::Muted, Role::Accent, Role::First, Role::Second, Role::Native, Role::Partial, Role::None]
    {
        pairs.extend([(role, Role::Text, 4.5), (role, Role::Surface, 4.5)]);
    }
    pairs.retain(|(words, on, least)| seen(front(*words), ground(*on)) < *least);
    pairs.iter().map(|pair| format!("{pair:?}\n{text}")).collect()
}

#[test]
fn even_colours_without_any_contrast_are_repaired() {
    for grey in ["000000", "404040", "757575", "777777", "7f7f7f", "c0c0c0", "ffffff"] {
        for surface in ["000000", "1d2b53", "777777", "ffffff"] {
            let mut colours = [grey; 16];
            colours[1] = surface;
            assert_eq!(unreadable(&modern(&colours)), [""; 0]);
            colours = DUSK;
            (colours[0], colours[1], colours[2], colours[5]) = ("000000", surface, grey, "5f574f");
            assert_eq!(unreadable(&modern(&colours)), [""; 0]);
        }
    }
}

/// In 24 bits black can be read on it and white cannot, in 256 colours it is the other way round.
#[test]
fn a_ground_on_which_nothing_can_be_read_is_moved_and_that_is_said() {
    let mut colours = ["767676"; 16];
    colours[0] = "767616";
    let text = modern(&colours);
    assert_eq!(unreadable(&text), [""; 0]);
    let changes = import(&file(&text)).0.unwrap().changes;
    assert_eq!((changes[0].name, changes[0].number, changes[0].before), ("ground", 0, [0x76, 0x76, 0x16]));
}

/// Only black can be read on it, and dark red is not dark enough in 256 colours.
#[test]
fn words_of_a_hue_that_cannot_be_read_are_as_the_text() {
    let mut colours = ["000000"; 16];
    (colours[0x0], colours[0xe]) = ("b837d1", "ae3d47");
    let text = modern(&colours);
    assert_eq!(unreadable(&text), [""; 0]);
    assert!(import(&file(&text)).0.unwrap().toml.contains("accent = \"#000000\"  # base0E, moved from #ae3d47"));
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(7), cases: 2_000, ..ProptestConfig::default() })]
    #[test]
    fn words_can_be_read_on_every_ground(colours in proptest::array::uniform16(0_u32..0x100_0000)) {
        let colours = colours.map(|colour| format!("{colour:06x}"));
        prop_assert_eq!(unreadable(&modern(&colours.each_ref().map(String::as_str))), [""; 0]);
    }
}

#[test]
fn what_is_wrong_with_a_scheme_is_said_with_its_place() {
    let mut text = modern(&DUSK).replace("base03: \"4b5563\"", "base03: \"4b556\"");
    text = text.replace("  base0A: \"d8b868\"\n", "").replace("variant: \"dark\"", "variant: \"drak\"");
    text.push_str("  base00: \"111111\"\nthis is no line\n");
    insta::assert_snapshot!(problems(&text));
}

#[test]
fn a_text_that_is_no_scheme_is_refused_whole() {
    assert!(problems("").contains("`base00`, `base01`"));
    assert!(problems("\u{1b}[31m x").contains("`<U+001B>[31m x` is not a line of a colour scheme"));
    assert!(problems("  base00: \"111111\"\n").contains("`base00` is indented, but belongs to nothing"));
}

#[test]
fn unknown_keys_are_warnings_and_base24_has_eight_more_colours() {
    let (imported, problems) = import(&file(&format!("autor: me\n{}", modern(&DUSK))));
    assert!(imported.is_some());
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].message, "unknown key `autor`");
    assert_eq!(problems[0].help.as_deref(), Some("did you mean `author`?"));
    let (imported, problems) = import(&file(&modern(&DUSK).replace("base16", "base24")));
    assert_eq!(imported, None);
    assert!(problems[0].message.ends_with("`base16` and `base17` are missing"), "{}", problems[0].message);
    let colours: Vec<&str> = DUSK.iter().chain(&DUSK[8..]).copied().collect();
    assert!(import(&file(&modern(&colours).replace("base16\"", "base24\""))).0.is_some());
}

#[test]
fn a_mark_moves_no_place_and_costs_no_line() {
    let marked = format!("\u{feff}{}", modern(&DUSK).replace('\n', "\r\n"));
    assert_eq!(import(&file(&marked)), import(&file(&modern(&DUSK))));
    for (text, place) in [("\u{feff}x", 3..4), ("\u{feff}  é\r\n", 5..7), ("\u{feff}\u{feff}x: 1\n", 6..10)] {
        let (_, problems) = import(&file(text));
        assert_eq!(problems[0].labels[0].place.span, place, "{text:?}");
    }
}

proptest! {
    #[test]
    fn every_place_that_is_named_is_one_of_the_text(
        text in "(\u{feff}|\r|\n|\r\n|:|\"|#| |\t|é|東|👍|base0A|name|palette|variant|\\PC){0,40}",
    ) {
        let file = file(&text);
        let (_, problems) = import(&file);
        for label in problems.iter().flat_map(|problem| &problem.labels) {
            prop_assert!(text.get(label.place.span.clone()).is_some(), "{:?} of {:?}", label.place.span, text);
        }
        let _ = render(&problems, &[file], false);
    }
}
