//! Golden frames: keys go in, and what is then on the screen is compared, at the size where it matters most.

mod document;
mod footer;
mod links;
mod marks;
mod preferences;
mod product;
mod tiles;
mod time;
mod tour;

use std::collections::BTreeSet;

use journey_advisor::app::effect::{Effect, Event, Reply};
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::plans::Which;
use journey_advisor::app::popup::Popup;
use journey_advisor::app::popup::confirm::Confirm;
use journey_advisor::app::popup::field::{FieldBox, Purpose};
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{self, App, Opened, Session, Setup};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::date::Day;

use crate::support::golden::any_version;
use crate::support::scenes::{self, scene};
use crate::support::screen::{self, ANSWERS, Screen};

/// Every size at which a layout is held.
const SIZES: [(u16, u16); 5] = [(60, 20), (80, 24), (120, 40), (200, 60), (240, 70)];

/// One scene of each layout, and the one with most to show. `robust::sizes` draws every scene at all of these sizes.
const LAYOUTS: [&str; 6] = ["start-plans", "interview-many", "verdict", "search-results", "compare", "brief"];

/// Scenes that matter most in the smallest terminal, because all that they say must still be there.
const NARROW: [&str; 22] = [
    "start-wrong-clock",
    "start-day-typed",
    "interview-taken-back",
    "interview-why",
    "interview-contradiction",
    "export-path",
    "export-no-name",
    "export-replace",
    "export-failed",
    "palette",
    "palette-nothing",
    "note",
    "day",
    "weights-box",
    "weights-wrong",
    "plans",
    "elsewhere",
    "brief-ask",
    "leave",
    "quit",
    "damaged",
    "differences",
];

/// Scenes that matter most where everything lies side by side.
const WIDE: [&str; 15] = [
    "start-answered",
    "interview-marked",
    "interview-decided",
    "review",
    "verdict-conditions-details",
    "verdict-details",
    "verdict-article",
    "time-advice",
    "verdict-contradiction",
    "search-filtered",
    "search-must",
    "brief-decided",
    "help",
    "signs",
    "themes",
];

/// The sizes at which a scene has a golden frame: all for a layout, else the one where it matters most.
fn sizes(name: &str) -> Vec<(u16, u16)> {
    let all_in = |names: &[&str]| names.contains(&name);
    match name {
        _ if all_in(&LAYOUTS) => SIZES.to_vec(),
        _ if all_in(&NARROW) => vec![(60, 20)],
        _ if all_in(&WIDE) => vec![(120, 40)],
        _ => vec![(80, 24)],
    }
}

#[test]
fn every_scene_is_as_its_golden_frame() {
    for name in scenes::names() {
        for (width, height) in sizes(name) {
            let screen = scene(name, width, height, false);
            any_version().bind(|| insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.text()));
        }
    }
}

#[test]
fn every_golden_frame_is_of_a_scene() {
    let known: BTreeSet<&str> = scenes::names().collect();
    for name in LAYOUTS.iter().chain(&NARROW).chain(&WIDE) {
        assert!(known.contains(name), "no scene is called {name}");
    }
    let wanted = scenes::names().flat_map(|name| sizes(name).into_iter().map(move |size| (name, size)));
    let wanted = wanted.map(|(name, (width, height))| format!("it__screens__{name}-{width}x{height}.snap"));
    let small = TOO_SMALL.map(|(width, height)| format!("it__screens__small-{width}x{height}.snap"));
    let wanted: BTreeSet<String> = wanted.chain(small).collect();
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/snapshots")).unwrap();
    let kept = folder.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let kept: BTreeSet<String> =
        kept.filter(|name| name.starts_with("it__screens__") && !name.contains(".snap.")).collect();
    assert_eq!(kept, wanted);
}

/// What there is to see. A new kind does not compile without a row, and then wants a scene.
macro_rules! kinds {
    ($name:ident of $of:ty: $all:ident: $($kind:pat),* $(,)?) => {
        const $all: &[&str] = &[$(stringify!($kind)),*];

        fn $name(seen: &$of) -> &'static str {
            match seen { $($kind => stringify!($kind)),* }
        }
    };
}

kinds! { screen_kind of app::Screen: SCREENS:
    app::Screen::Start,
    app::Screen::Interview,
    app::Screen::Answers,
    app::Screen::Advice,
    app::Screen::Search,
    app::Screen::Export,
    app::Screen::Help,
    app::Screen::Plans,
    app::Screen::Compare,
    app::Screen::Portfolio,
    app::Screen::Brief,
}

kinds! { box_kind of Popup: BOXES:
    Popup::Field(FieldBox { purpose: Purpose::Note(_), .. }),
    Popup::Field(FieldBox { purpose: Purpose::Amount(_), .. }),
    Popup::Field(FieldBox { purpose: Purpose::Name, .. }),
    Popup::Field(FieldBox { purpose: Purpose::NameOf(_), .. }),
    Popup::Field(FieldBox { purpose: Purpose::Elsewhere(_), .. }),
    Popup::Field(FieldBox { purpose: Purpose::Day, .. }),
    Popup::Field(FieldBox { purpose: Purpose::Today, .. }),
    Popup::Field(FieldBox { purpose: Purpose::Weights, .. }),
    Popup::Field(FieldBox { purpose: Purpose::RunsUntil, .. }),
    Popup::Field(FieldBox { purpose: Purpose::Path(_), .. }),
    Popup::Field(FieldBox { purpose: Purpose::Open, .. }),
    Popup::Page(_),
    Popup::Palette(_),
    Popup::Themes(_),
    Popup::Confirm(Confirm { yes: Effect::Quit, .. }),
    Popup::Confirm(Confirm { yes: Effect::Open(_), .. }),
    Popup::Confirm(_),
    Popup::Copies(_),
    Popup::Changes(_),
    Popup::Slider(_),
    Popup::Tour(_),
    Popup::Form(_),
}

kinds! { saved_kind of app::Saved: SAVED:
    app::Saved::Nothing,
    app::Saved::Writing,
    app::Saved::Yes,
    app::Saved::No(_),
    app::Saved::ReadOnly,
    app::Saved::NotKept,
}

#[test]
fn every_screen_box_and_mark_has_a_scene() {
    let mut seen = BTreeSet::new();
    for name in scenes::names() {
        let app = scene(name, 80, 24, false).app;
        seen.extend([screen_kind(&app.screen()), saved_kind(&app.cx.saved)]);
        seen.extend(app.popup.as_ref().map(box_kind));
    }
    // While it is saved the shell has not answered yet.
    seen.insert("app::Saved::Writing");
    assert_eq!(seen, SCREENS.iter().chain(BOXES).chain(SAVED).copied().collect());
}

#[test]
fn read_only() {
    let mut screen = Screen::with_session(80, 24, Session::ReadOnly);
    screen.press("enter 1");
    let mut changed = Vec::new();
    for keys in ["1", "space", "m", "d", "x", "0", "backspace", "n", "enter", "u", "r", "R"] {
        let before = screen.app.cx.plan.answers().clone();
        screen.press(keys);
        if screen.app.cx.plan.answers() != &before || screen.app.popup.is_some() {
            changed.push(keys);
        }
    }
    assert_eq!(changed, [""; 0]);
    screen.press("t home enter v e /");
    assert!(!screen.effects.iter().any(|effect| matches!(effect, Effect::Save { .. } | Effect::Bookmark(_))));
}

#[test]
fn a_plan_is_opened_by_its_path() {
    let mut screen = Screen::new(80, 24);
    screen.press("p o enter");
    assert!(screen.text().contains("Type the path of a file."), "{}", screen.text());
    screen.press("p l a n . t o m l enter");
    assert_eq!(screen.effects.last(), Some(&Effect::Open(Which::File("plan.toml".to_owned()))));
    assert!(screen.app.popup.is_none());
}

/// What the areas can do stands only where it makes a difference.
#[test]
fn a_question_that_asks_for_nothing_says_nothing_of_the_areas() {
    let levels = |base: KnowledgeBase| {
        let look = Screen::new(80, 24).app.cx.look.clone();
        let opened = Opened::blank(Session::New);
        let today = Day::parse("2026-11-24").unwrap();
        let setup = Setup { today, opened, look, keymap: Keymap::default(), index: SharedIndex::default() };
        let mut screen = Screen::showing(App::new(Box::leak(Box::new(base)), setup), 80, 24);
        screen.press("enter =");
        screen.text().contains("● built in")
    };
    let base = screen::BASE.clone();
    let mut leading = base.clone();
    let first = leading.questions.keys().next().unwrap();
    let choices = leading.questions.get_mut(first).unwrap().choices.get_mut().unwrap();
    for choice in choices {
        choice.needs.clear();
    }
    assert_eq!((levels(base), levels(leading)), (true, false));
}

/// What an area can do is no hint before one has read the choice.
#[test]
fn levels_stand_at_marked_and_chosen_rows_and_everywhere_if_asked_for() {
    for (keys, rows) in [("", 0), ("down", 1), ("1", 1), ("1 down", 2), ("=", 3), ("= =", 0)] {
        let mut screen = Screen::new(80, 24);
        screen.press(&format!("enter 1 enter 1 right {keys}"));
        assert_eq!(screen.text().matches("Outbound (removed) ").count(), rows, "{keys}\n{}", screen.text());
    }
}

/// A must that an area cannot do rules it out, also while it is closing; once it is removed, that is what keeps it from being
/// chosen.
#[test]
fn a_missed_must_is_said_beside_the_bar_until_the_area_is_removed() {
    let mut screen = Screen::new(80, 24);
    screen.press(ANSWERS);
    screen.press("v t home");
    let mut seen = Vec::new();
    for _ in 0..60 {
        let text = screen.text();
        let outbound = text.lines().find(|line| line.starts_with(" Outbound ")).unwrap();
        let said = ["ruled out", "removed in May 2026"].into_iter().find(|said| outbound.contains(said));
        seen.push(said.unwrap_or_else(|| panic!("{text}")));
        screen.press("right");
    }
    seen.dedup();
    assert_eq!(seen, ["ruled out", "removed in May 2026"]);
}

#[test]
fn another_plan_is_opened_copied_put_aside_and_brought_back() {
    let mut screen = Screen::new(80, 24).with_others();
    screen.press(ANSWERS);
    screen.effects.clear();
    screen.press("p down d");
    let copied = screen.app.cx.plan.answers().title.clone();
    assert!(copied.starts_with("Autumn") && copied.ends_with(" (scenario)"), "{copied}");
    screen.press("p down x u");
    screen.press("p down enter");
    let wishes: Vec<Effect> = screen
        .effects
        .iter()
        .filter(|effect| !matches!(effect, Effect::Save { .. } | Effect::Bookmark(_)))
        .cloned()
        .collect();
    let [Effect::Open(Which::Copy(_)), Effect::PutAside(first), Effect::BringBack(again), Effect::Open(Which::Kept(_))] =
        wishes.as_slice()
    else {
        panic!("{wishes:#?}");
    };
    assert_eq!(first, again);
}

/// Answers that would be lost are not left without a question.
#[test]
fn a_plan_that_is_not_saved_is_not_left_unasked() {
    let mut screen = Screen::with_session(80, 24, Session::NotKept).with_others();
    screen.press("enter 1 p down enter");
    assert!(screen.text().contains("The answers are not saved. Leave this plan"), "{}", screen.text());
    screen.press("n");
    assert!(!screen.effects.iter().any(|effect| matches!(effect, Effect::Open(_))));
    screen.press("esc S enter");
    let Some(Effect::Export { path, bytes, .. }) = screen.effects.last() else { panic!("{:?}", screen.effects) };
    assert_eq!(path, "journey-plan.toml");
    assert!(String::from_utf8_lossy(bytes).contains("[answers]"), "{bytes:?}");
    screen.event(Event::Reply(Reply::Exported { path: "journey-plan.toml".to_owned(), size: 1200 }));
    screen.press("q");
    assert_eq!(screen.effects.last(), Some(&Effect::Quit));
}

#[test]
fn while_another_plan_is_opened_nothing_is_changed() {
    let mut screen = Screen::new(80, 24).with_others();
    screen.press("enter 1 p down");
    let effects = screen.app.handle(Event::Key(KeyPress::parse("enter").unwrap()));
    assert!(matches!(effects.as_slice(), [Effect::Open(_)]), "{effects:?}");
    let before = screen.app.cx.plan.answers().clone();
    for key in ["i", "2", "R", "D", "x"] {
        assert_eq!(screen.app.handle(Event::Key(KeyPress::parse(key).unwrap())), []);
    }
    assert_eq!(screen.app.cx.plan.answers(), &before);
    screen.event(Event::Reply(Reply::Refused { reason: "the disk is gone".to_owned() }));
    assert!(screen.text().contains("Not done: the disk is gone"), "{}", screen.text());
    screen.press("i");
    assert!(screen.text().contains("topic 1 of"), "{}", screen.text());
}

/// What would change the advice is another answer, and enter goes to where it is given.
#[test]
fn what_would_change_the_advice_leads_to_its_question() {
    let begin = || scene("verdict-what-if", 80, 24, false);
    let what_if = begin().app.screens.advice.report.unwrap().what_if;
    let (rows, steady) = (what_if.sentences().count(), usize::from(what_if.steady.is_some()));
    assert!(rows > steady, "{what_if:#?}");
    for row in 0..rows {
        let (mut screen, leads) = (begin(), row >= steady);
        screen.press(&"down ".repeat(row));
        assert_eq!(screen.text().contains("enter question"), leads, "{row}\n{}", screen.text());
        screen.press("enter");
        assert_eq!(screen.app.screen() == app::Screen::Interview, leads, "{row}\n{}", screen.text());
    }
}

/// Sizes at which only the way out is shown.
const TOO_SMALL: [(u16, u16); 4] = [(59, 20), (60, 19), (20, 3), (1, 1)];

#[test]
fn too_small() {
    for (width, height) in TOO_SMALL {
        let mut screen = Screen::new(width, height);
        screen.press("enter");
        insta::assert_snapshot!(format!("small-{width}x{height}"), screen.text());
    }
}

#[test]
fn in_ascii_there_is_nothing_else() {
    for keys in ["", "enter 1", "enter 1 v", "/ l e a d", "enter ?", ": a", "e", "a", "T"] {
        let mut screen = Screen::ascii(120, 40);
        screen.press(keys);
        let strange: BTreeSet<char> = screen.text().chars().filter(|letter| !letter.is_ascii()).collect();
        assert!(strange.is_empty(), "{keys}: {strange:?}");
    }
}

#[test]
fn every_size_can_be_drawn() {
    for width in (1..=240).step_by(7) {
        for height in 1..=70 {
            let mut screen = Screen::new(width, height);
            screen.press("enter 1 v tab");
        }
    }
}
