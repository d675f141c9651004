//! Every screen and box, as keys that lead there.

use journey_advisor::app::Session;
use journey_advisor::app::effect::{Event, Reply};

use crate::screen::{ANSWERS, Screen};

/// Each scene by name, with keys after the answers or without them.
const SCENES: [(&str, bool, &str); 41] = [
    ("start", false, ""),
    ("start with a plan", true, "esc esc"),
    ("start by the article", false, "t"),
    ("one choice", false, "enter"),
    ("many choices", false, "enter enter 1 right space down space m"),
    ("could", false, "enter enter 1 right space c"),
    ("not sure with a note", false, "enter enter 1 right d n A s k enter"),
    ("does not apply", false, "enter x"),
    ("reasons in full", false, "enter enter 1 right down w"),
    ("review", true, "[ [ [ down enter a"),
    ("verdict", true, "v"),
    ("verdict gaps", true, "v tab down"),
    ("verdict what if", true, "v tab tab"),
    ("verdict to find out", true, "v tab tab tab"),
    ("verdict in time", true, "v tab tab tab tab"),
    ("verdict details", true, "v enter"),
    ("verdict by the article", true, "v t"),
    ("verdict without answers", false, "v"),
    ("typing a search", false, "/ l e a d"),
    ("search results", false, "/ l e a d enter down"),
    ("search result in full", false, "/ l e a d enter enter"),
    ("search filtered", false, "/ enter f f f s ] d"),
    ("search result made a must", false, "/ l e a d enter m"),
    ("search without a result", false, "/ z z z z"),
    ("export", true, "e down"),
    ("export asks where", true, "e down enter"),
    ("export without a name", true, "e enter ctrl-u enter"),
    ("help", false, "enter ?"),
    ("signs", false, "enter ? pagedown pagedown"),
    ("palette", false, "enter : t h e"),
    ("palette without a command", false, ": z z z"),
    ("themes", false, "T down"),
    ("another day", false, "down down enter x enter"),
    ("name", false, "R A"),
    ("weights", true, "v W ctrl-u 9 space 9 space 9 enter"),
    ("weights that cannot be", true, "v W ctrl-u 1 enter"),
    ("start with plans", true, "esc esc"),
    ("plans", true, "p"),
    ("plans, another marked", true, "p down"),
    ("name of another plan", true, "p down r A"),
    ("comparison", true, "p down c"),
];

/// The names of all scenes.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    SCENES.iter().map(|(name, _, _)| *name).chain([
        "asks to quit",
        "not saved",
        "asks to replace",
        "a problem",
        "read only",
    ])
}

/// Goes to a scene.
pub(crate) fn scene(name: &str, width: u16, height: u16, ascii: bool) -> Screen {
    let session = match name {
        "asks to quit" => Session::NotKept,
        "read only" => Session::ReadOnly,
        _ => Session::New,
    };
    let mut screen = Screen::with(width, height, session, "default-dark", ascii);
    let reply = |screen: &mut Screen, reply| screen.event(Event::Reply(reply));
    match (SCENES.iter().find(|(known, _, _)| *known == name), name) {
        (Some((_, with_answers, keys)), _) => {
            if name.contains("plans") || name.contains("another plan") || name == "comparison" {
                screen = screen.with_others();
            }
            screen.press(if *with_answers { ANSWERS } else { "" });
            screen.press(keys);
        }
        (None, "asks to quit") => screen.press("enter 1 q"),
        (None, "read only") => screen.press("enter 1"),
        (None, "not saved") => {
            screen.press("enter 1");
            reply(&mut screen, Reply::NotSaved { reason: "the disk is full".to_owned() });
        }
        (None, "asks to replace") => {
            screen.press(&format!("{ANSWERS} e enter enter"));
            reply(&mut screen, Reply::Exists { path: "spring.md".to_owned() });
        }
        (None, _) => {
            screen.press(&format!("{ANSWERS} e enter enter"));
            reply(&mut screen, Reply::NotExported { reason: "the disk is full".to_owned() });
        }
    }
    screen
}
