//! Every screen and box, as keys that lead there.

use journey_advisor::app::effect::{Event, Reply};
use journey_advisor::app::{Opened, Session};

use crate::support::screen::{ANSWERS, Screen};
use crate::support::texts::SIGN_UPS;

/// How a scene begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begin {
    /// Without an answer.
    Nothing,
    /// With some answers.
    Answers,
    /// With some answers, and with two other plans.
    Plans,
    /// Where nothing is kept, with two other plans.
    NotKept,
    /// With a plan that another window has open.
    ReadOnly,
    /// On a day before the facts begin.
    WrongClock,
    /// With a client's text.
    Text,
    /// With a sample and its tour.
    Sample,
}

use Begin::{Answers, NotKept, Nothing, Plans, ReadOnly, Sample, Text, WrongClock};

/// Each scene by name: how it begins, and keys.
const SCENES: [(&str, Begin, &str); 97] = [
    ("start", Nothing, ""),
    ("start-answered", Answers, "esc esc"),
    ("start-article", Nothing, "t home enter"),
    ("start-plans", Plans, "esc esc"),
    ("start-wrong-clock", WrongClock, ""),
    ("start-day-typed", WrongClock, "2 0 2 6 - 1 1 - 2 4 enter"),
    ("interview-one", Nothing, "enter"),
    ("interview-many", Nothing, "enter 1 enter 1 right down space down space m"),
    ("interview-could", Nothing, "enter 1 enter 1 right down space c"),
    ("interview-note", Nothing, "enter 1 enter 1 right d n A s k _ t h e m enter"),
    ("interview-amount", Nothing, "enter 1 A 4 0 , 0 0 0 enter"),
    ("interview-no-amount", Nothing, "enter A"),
    ("interview-left-open", Nothing, "enter enter"),
    ("interview-marked", Nothing, "enter down"),
    ("interview-taken-back", Nothing, "enter 1 enter 1 right 1 2 d"),
    ("interview-skipped", Nothing, "enter x"),
    ("interview-why", Nothing, "enter 1 enter 1 right down down w"),
    ("interview-contradiction", Nothing, "enter 1 enter 1 enter 3"),
    ("interview-journeys", Nothing, "enter 1 enter 1 enter 1 right 2"),
    ("interview-journeys-later", Nothing, "enter 1 enter 1 enter 1 right 2 left right"),
    ("interview-decided", Nothing, "enter 1 enter 1 enter 3 enter"),
    ("review", Answers, "[ [ [ down enter a"),
    ("verdict", Answers, "v"),
    ("verdict-gaps", Answers, "v tab down"),
    ("verdict-conditions", Answers, "v tab tab"),
    ("verdict-conditions-details", Answers, "v tab tab enter"),
    ("verdict-what-if", Answers, "v tab tab tab"),
    ("verdict-find-out", Answers, "v tab tab tab tab"),
    ("gap-work", Answers, "v tab n C R M tab m enter n"),
    ("verdict-time", Answers, "v tab tab tab tab tab"),
    ("verdict-details", Answers, "v enter"),
    ("verdict-article", Answers, "v t home enter"),
    ("time-advice", Answers, "v t home ]"),
    ("time-article", Answers, "v t home"),
    ("time-questions", Nothing, "enter 1 t [ ["),
    ("verdict-empty", Nothing, "v"),
    ("verdict-contradiction", Nothing, "enter 1 enter 1 enter 3 v"),
    ("verdict-contradiction-why", Nothing, "enter 1 enter 1 enter 3 v w"),
    ("verdict-journeys", Nothing, "enter 1 enter 1 enter 1 right 2 v"),
    ("copies", Nothing, "enter 1 enter 1 enter 1 right 2 D"),
    ("copies-made", Nothing, "enter 1 enter 1 enter 1 right 2 D enter p"),
    ("search", Nothing, "/ l e a d"),
    ("search-results", Nothing, "/ l e a d enter down"),
    ("search-detail", Nothing, "/ l e a d enter enter"),
    ("search-filtered", Nothing, "/ enter f f f s d"),
    ("search-must", Nothing, "/ l e a d enter m"),
    ("search-nothing", Nothing, "/ z z z z"),
    ("export", Answers, "e left"),
    ("export-form", Answers, "e home down enter A c m e tab tab tab tab d r a f t s enter"),
    ("export-path", Answers, "e left enter"),
    ("export-no-name", Answers, "e enter ctrl-u enter"),
    ("export-replace", Answers, "e enter enter"),
    ("export-failed", Answers, "e enter enter"),
    ("help", Nothing, "enter ?"),
    ("signs", Nothing, "enter ?"),
    ("palette", Nothing, "enter : t h e"),
    ("palette-nothing", Nothing, ": z z z"),
    ("themes", Nothing, "T down"),
    ("name", Nothing, "R A"),
    ("note", Nothing, "enter n A"),
    (
        "amount-too-long",
        Nothing,
        "enter 1 A 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 enter",
    ),
    ("day", Nothing, "down down enter x enter"),
    ("weights-box", Answers, "v W"),
    ("weights-wrong", Answers, "v W ctrl-u 1 enter"),
    ("weights-changed", Answers, "v W ctrl-u 9 space 9 space 9 enter"),
    ("settings", Answers, "v P right right"),
    ("settings-until", Answers, "v P down right down enter 2 0 2 7 - 1 2 enter"),
    ("settings-no-date", Nothing, "P down down enter x enter"),
    ("plans", Plans, "p down"),
    ("plans-open", Plans, "p"),
    ("plans-name", Plans, "p down r A"),
    ("plans-path", Plans, "p o p l a n"),
    ("compare", Plans, "p down c"),
    ("portfolio", Plans, "p w down"),
    ("portfolio-filtered", Plans, "p w s s f"),
    ("portfolio-whole", Plans, "p w w"),
    ("brief-ask", Answers, "B"),
    ("brief-no-file", Nothing, "B a . t x t enter"),
    ("brief-nothing", Nothing, "B t h e _ d o g _ b a r k s enter"),
    ("brief", Text, ""),
    ("brief-changed", Text, "right"),
    ("brief-decided", Text, "x A m tab enter enter"),
    ("brief-contradiction", Text, "G k k k k"),
    ("brief-not-understood", Text, "G k k"),
    ("brief-not-asked", Text, "G"),
    ("tour", Sample, ""),
    ("tour-without", Sample, "enter"),
    ("tour-time", Sample, "enter enter enter enter"),
    ("elsewhere", Answers, "S"),
    ("leave", NotKept, "enter 1 p down enter"),
    ("quit", NotKept, "enter 1 q"),
    ("read-only", ReadOnly, "enter 1"),
    ("changes", Answers, "R S p r i n g enter"),
    ("not-saved", Nothing, "enter 1"),
    ("copied", Answers, "v y"),
    ("damaged", Nothing, ""),
    ("differences", Nothing, ""),
];

/// The names of all scenes.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    SCENES.iter().map(|(name, ..)| *name)
}

/// Goes to a scene.
pub(crate) fn scene(name: &str, width: u16, height: u16, ascii: bool) -> Screen {
    let (_, from, keys) = SCENES.iter().find(|(known, ..)| *known == name).expect("a scene of that name");
    let session = match from {
        Nothing | Answers | Plans | WrongClock | Text => Session::New,
        NotKept => Session::NotKept,
        ReadOnly => Session::ReadOnly,
        Sample => Session::Sample,
    };
    let mut screen = Screen::with(width, height, session, "default-dark", ascii);
    if matches!(from, Plans | NotKept) {
        screen = screen.with_others();
    }
    if *from == WrongClock {
        let problem = "The clock says 1 January 1970, which lies before the facts begin (August 2021).";
        screen = Screen::showing(screen.app.without_clock(problem), width, height);
    }
    screen.press(if matches!(from, Answers | Plans | Sample) { ANSWERS } else { "" });
    if matches!(from, Text | Sample) {
        screen.press("B");
        screen.event(Event::Paste(SIGN_UPS.to_owned()));
    }
    if *from == Sample {
        screen.app.begin_tour();
        screen.draw();
    }
    screen.press(keys);
    if name == "signs" {
        scroll_to(&mut screen, "a missed must back.");
    }
    if let Some(reply) = reply(name) {
        screen.event(Event::Reply(reply));
    }
    if name == "changes" {
        screen.press("O down");
    }
    screen
}

/// Scrolls down until the end of a paragraph is on the screen.
fn scroll_to(screen: &mut Screen, end: &str) {
    for _ in 0..200 {
        let words = screen.text().replace(['│', '█', '|', '#'], " ");
        if words.split_whitespace().collect::<Vec<_>>().join(" ").contains(end) {
            return;
        }
        screen.press("down");
    }
}

/// What the shell answers in a scene.
fn reply(name: &str) -> Option<Reply> {
    let reason = "the disk is full".to_owned();
    Some(match name {
        "not-saved" => Reply::NotSaved { reason },
        "export-replace" => Reply::Exists { path: "spring.md".to_owned() },
        "export-failed" => Reply::NotExported { reason },
        "brief-no-file" => {
            Reply::TextNotRead { reason: "There is no `a.txt`. Check the name and the folder.".to_owned() }
        }
        "copied" => Reply::Copied,
        "changes" => {
            let mut theirs = Screen::new(80, 24);
            theirs.press(ANSWERS);
            theirs.press("R A u t u m n enter 2 n A s k enter t home enter");
            let answers = Some(Box::new(theirs.app.cx.plan.answers().clone()));
            Reply::FoundForeign { name: "plan-0001.toml.before".to_owned(), answers }
        }
        "damaged" => {
            let notice = "2 lines of the saved plan could not be read. It is kept as plan-0003.toml.damaged";
            Reply::Opened(Box::new(Opened { notice: Some(notice.to_owned()), ..Opened::blank(Session::Resumed) }))
        }
        "differences" => {
            let differences = [
                "The question \"lead-work\" is not asked any more. Its answer is left out.",
                "The choice \"fax\" of \"channels\" is not there any more. It is left out.",
            ];
            let differences = differences.map(str::to_owned).to_vec();
            Reply::Opened(Box::new(Opened { differences, ..Opened::blank(Session::Resumed) }))
        }
        _ => return None,
    })
}
