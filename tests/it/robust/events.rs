//! Anything that can happen, in any order: keys, clicks, the wheel, pastes, answers of the shell, and other sizes.

use journey_advisor::app::action::Action;
use journey_advisor::app::effect::{Event, Reach, Reply};
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::keymap::BINDINGS;
use journey_advisor::app::plans::{Kept, PlanNumber};
use journey_advisor::app::{Opened, Session};
use journey_advisor::export::brand::Logo;
use journey_advisor::model::date::Day;

use super::assert_sound;
use crate::support::chance::Chance;
use crate::support::picture::png;
use crate::support::screen::Screen;
use crate::support::texts::SIGN_UPS;

/// How an event of a kind comes about; not always does one.
type Draw = fn(&mut Chance, &Screen) -> Option<Event>;

/// The kinds of events, each with how often it happens. A new one does not compile without a row.
macro_rules! kinds {
    ($($weight:literal $kind:pat => $draw:expr;)*) => {
        const KINDS: &[(&str, usize, Draw)] = &[$((stringify!($kind), $weight, $draw)),*];

        fn kind(event: &Event) -> &'static str {
            match event { $($kind => stringify!($kind)),* }
        }
    };
}

kinds! {
    700 Event::Key(_) => |chance, _| Some(Event::Key(pressed(chance)));
    40 Event::Paste(_) => |chance, _| {
        let text = if chance.below(2) == 0 { SIGN_UPS.to_owned() } else { chance.text(40) };
        Some(Event::Paste(text))
    };
    130 Event::Do(_) => |chance, screen| mouse(chance, screen).map(Event::Do);
    5 Event::Drawn(_) => |chance, _| {
        let mut lines = || u16::try_from(chance.below(200)).unwrap();
        Some(Event::Drawn(Reach { furthest: lines(), page: lines(), rows: lines() }))
    };
    5 Event::Reply(Reply::Saved { .. }) => |chance, screen| {
        let revision = screen.app.cx.plan.revision();
        Some(Event::Reply(Reply::Saved { revision: revision.saturating_sub(chance.below(2) as u64) }))
    };
    5 Event::Reply(Reply::NotSaved { .. }) => |_, _| Some(Event::Reply(Reply::NotSaved { reason: reason() }));
    8 Event::Reply(Reply::FoundForeign { .. }) => |chance, screen| {
        let answers = others(chance, screen).pop().map(|kept| Box::new(kept.answers));
        Some(Event::Reply(Reply::FoundForeign { name: chance.text(3), answers }))
    };
    2 Event::Reply(Reply::NoLocks) => |_, _| Some(Event::Reply(Reply::NoLocks));
    8 Event::Reply(Reply::Opened(_)) => |chance, screen| Some(Event::Reply(Reply::Opened(Box::new(opened(chance, screen)))));
    8 Event::Reply(Reply::TakenOver(_)) => |chance, screen| Some(Event::Reply(Reply::TakenOver(Box::new(opened(chance, screen)))));
    5 Event::Reply(Reply::Others(_)) => |chance, screen| Some(Event::Reply(Reply::Others(others(chance, screen))));
    5 Event::Reply(Reply::PutAside { .. }) => |chance, screen| {
        let number = PlanNumber(u32::try_from(chance.below(4)).unwrap());
        Some(Event::Reply(Reply::PutAside { number, name: chance.text(3), others: others(chance, screen) }))
    };
    8 Event::Reply(Reply::Refused { .. }) => |_, _| Some(Event::Reply(Reply::Refused { reason: reason() }));
    5 Event::Reply(Reply::Exported { .. }) => |chance, _| {
        let size = chance.below(100_000) as u64;
        Some(Event::Reply(Reply::Exported { path: chance.text(3), size }))
    };
    5 Event::Reply(Reply::Exists { .. }) => |chance, _| Some(Event::Reply(Reply::Exists { path: chance.text(3) }));
    5 Event::Reply(Reply::NotExported { .. }) => |_, _| Some(Event::Reply(Reply::NotExported { reason: reason() }));
    5 Event::Reply(Reply::TextRead(_)) => |chance, _| {
        let text = if chance.below(2) == 0 { SIGN_UPS.to_owned() } else { chance.text(60) };
        Some(Event::Reply(Reply::TextRead(text)))
    };
    5 Event::Reply(Reply::TextNotRead { .. }) => |_, _| Some(Event::Reply(Reply::TextNotRead { reason: reason() }));
    5 Event::Reply(Reply::LogoRead(_)) => |chance, _| {
        let logo = Logo::of(png(1 + u32::from(chance.below(2) == 0), 1)).unwrap();
        Some(Event::Reply(Reply::LogoRead(logo)))
    };
    5 Event::Reply(Reply::LogoNotRead { .. }) => |_, _| Some(Event::Reply(Reply::LogoNotRead { reason: reason() }));
    5 Event::Reply(Reply::Copied) => |_, _| Some(Event::Reply(Reply::Copied));
    5 Event::Reply(Reply::NotCopied { .. }) => |_, _| Some(Event::Reply(Reply::NotCopied { reason: reason() }));
    5 Event::Reply(Reply::Launched { .. }) => |_, _| Some(Event::Reply(Reply::Launched { opener: "open" }));
    5 Event::Reply(Reply::NotLaunched { .. }) => |_, _| Some(Event::Reply(Reply::NotLaunched { reason: reason() }));
    5 Event::Reply(Reply::Preferred { .. }) => |chance, _| Some(Event::Reply(Reply::Preferred { path: chance.text(3) }));
    5 Event::Reply(Reply::NotPreferred { .. }) => |_, _| Some(Event::Reply(Reply::NotPreferred { reason: reason() }));
    5 Event::Reply(Reply::Ground { .. }) => |chance, _| {
        Some(Event::Reply(Reply::Ground { is_light: chance.below(2) == 0 }))
    };
}

fn reason() -> String {
    "the disk is full".to_owned()
}

/// A key of the table, or any letter.
fn pressed(chance: &mut Chance) -> KeyPress {
    if chance.below(10) == 0 {
        let letter = chance.text(1).chars().next().unwrap_or('x');
        return KeyPress { ctrl: chance.below(3) == 0, ..KeyPress::char(letter) };
    }
    let keys: Vec<&str> = BINDINGS.iter().flat_map(|binding| binding.keys).copied().chain(["esc"; 3]).collect();
    KeyPress::parse(chance.one::<&str>(&keys)).unwrap()
}

/// What the wheel or a click does.
fn mouse(chance: &mut Chance, screen: &Screen) -> Option<Action> {
    let area = screen.buffer().area;
    match chance.below(4) {
        0 => Some(Action::Up),
        1 => Some(Action::Down),
        _ => {
            let mut below = |end: u16| u16::try_from(chance.below(usize::from(end) + 2)).unwrap();
            screen.action(below(area.width), below(area.height))
        }
    }
}

fn others(chance: &mut Chance, screen: &Screen) -> Vec<Kept> {
    let count = u32::try_from(chance.below(4)).unwrap();
    let kept = |number| {
        let changed =
            Day::parse(chance.one::<&str>(&["2026-11-24", "2026-11-20", "2019-01-01", "2031-12-31"])).unwrap();
        let mut answers = screen.app.cx.plan.answers().clone();
        answers.title = chance.text(12);
        Kept { number: PlanNumber(number), answers, changed }
    };
    (1..=count).map(kept).collect()
}

fn opened(chance: &mut Chance, screen: &Screen) -> Opened {
    const SESSIONS: [Session; 5] =
        [Session::NotKept, Session::New, Session::Resumed, Session::ReadOnly, Session::Sample];
    let session = *chance.one(&SESSIONS);
    let others = others(chance, screen);
    let answers = others.first().map_or_else(|| screen.app.cx.plan.answers().clone(), |kept| kept.answers.clone());
    let mut maybe = |text: &str| (chance.below(3) == 0).then(|| text.to_owned() + &chance.text(30));
    let (notice, difference) = (maybe("Mind: "), maybe("Gone: "));
    Opened { answers, others, notice, differences: difference.into_iter().collect(), ..Opened::blank(session) }
}

/// Lets one thing happen.
fn happen(screen: &mut Screen, chance: &mut Chance) {
    let sum: usize = KINDS.iter().map(|(_, weight, _)| weight).sum();
    let mut place = chance.below(sum + 30);
    for (name, weight, draw) in KINDS {
        if place < *weight {
            if let Some(event) = draw(chance, screen) {
                assert_eq!(kind(&event), *name);
                screen.event(event);
            }
            return;
        }
        place -= weight;
    }
    let mut below = |end| u16::try_from(1 + chance.below(end)).unwrap();
    screen.resize(below(240), below(70));
}

/// `count` events in runs that each begin anew.
fn monkey(seeds: std::ops::Range<u64>, count: usize) {
    for seed in seeds {
        let mut chance = Chance::of(seed);
        let mut screen = if seed % 4 == 0 { Screen::ascii(80, 24) } else { Screen::new(120, 40) };
        if seed % 2 == 0 {
            screen = screen.with_others();
        }
        for step in 0..count {
            happen(&mut screen, &mut chance);
            let about = format!("seed {seed}, step {step}");
            assert_sound(&screen, &about);
            assert!(!screen.app.cx.look.ascii || screen.text().is_ascii(), "{about}\n{}", screen.text());
            screen.effects.clear();
        }
    }
}

#[test]
fn nothing_that_happens_breaks_a_screen() {
    monkey(0..20, 1_000);
}

/// One run anew: `SEED=121 cargo test --test it a_million -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn nothing_that_happens_a_million_times_breaks_a_screen() {
    match std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => monkey(seed..seed + 1, 10_000),
        None => monkey(100..200, 10_000),
    }
}

/// A paste is text: it runs no command, whatever the screen.
#[test]
fn pasted_keys_are_not_pressed() {
    for name in crate::support::scenes::names() {
        let mut screen = crate::support::scenes::scene(name, 80, 24, false);
        screen.effects.clear();
        let before = (screen.app.screen(), screen.app.context(), screen.app.cx.plan.answers().clone());
        screen.event(Event::Paste("q\nq\ny\u{1b}[A".to_owned()));
        let after = (screen.app.screen(), screen.app.context(), screen.app.cx.plan.answers().clone());
        assert_eq!(before, after, "{name}");
        assert_eq!(screen.effects, [], "{name}");
    }
}

/// What the footer offers does something: the screen changes, or the shell gets something to do.
#[test]
fn every_key_in_the_footer_does_something() {
    let mut idle = Vec::new();
    for name in crate::support::scenes::names() {
        let mut offered = Vec::new();
        let seen = crate::support::scenes::scene(name, 120, 40, false);
        let actions = (0..120).filter_map(|column| seen.action(column, 39));
        actions.for_each(|action| offered.extend((!offered.contains(&action)).then_some(action)));
        assert!(!offered.is_empty(), "{name}");
        for action in offered {
            let mut screen = crate::support::scenes::scene(name, 120, 40, false);
            screen.effects.clear();
            // What was said already would not change the screen when it is said again.
            screen.app.cx.message = None;
            screen.draw();
            let before = screen.text();
            screen.event(Event::Do(action));
            let is_set = matches!(action, Action::Must | Action::Should | Action::Could);
            let is_refused = [
                "export-no-name",
                "export-form",
                "brief-ask",
                "brief-no-file",
                "brief-nothing",
                "day",
                "weights-wrong",
                "amount-too-long",
                "settings-no-date",
            ]
            .contains(&name)
                && action == Action::Confirm;
            if !is_set && !is_refused && screen.text() == before && screen.effects.is_empty() {
                idle.push(format!("{name}: {action:?}"));
            }
        }
    }
    assert_eq!(idle, Vec::<String>::new());
}
