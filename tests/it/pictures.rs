//! The pictures of the README are what the program shows. Draw them anew with `UPDATE_DOCS=1 cargo test --test it pictures::`.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{App, Look, Opened, Session, Setup};
use journey_advisor::diagnostic::File;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::Day;
use journey_advisor::theme::depth::Depth;
use journey_advisor::theme::{Catalogue, Role, Theme};
use ratatui::buffer::Buffer;

use crate::support::screen::{Screen, WHOLE};
use crate::support::svg::{Ground, film};

/// The ground a picture is drawn on, as in the names of files, and the theme for it.
const THEMES: [(&str, &str); 2] = [("dark", "default-dark"), ("light", "default-light")];

/// A picture: its name, what it shows, whether the sample plan is open, and the keys that lead there.
const PICTURES: [(&str, &str, Plan, &str); 5] = [
    ("start", "The start: what the program is for and what comes", Plan::Blank, ""),
    ("question", "A question: the marked choice moves the balance", Plan::Sample, "i"),
    ("slider", "Time as a line: the advice on any day", Plan::Sample, "v t [ ["),
    ("advice", "The advice: what decides it, the gaps, the journey as tiles", Plan::Sample, "v"),
    ("export", "The document, before it is written", Plan::Sample, "e"),
];

/// A short session: the keys to each frame, and the seconds that it stays.
const SESSION: [(&str, u32); 7] =
    [("", 3), ("enter", 2), ("down", 2), ("enter", 2), ("down down", 2), ("enter", 2), ("v", 4)];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Plan {
    Blank,
    Sample,
}

impl Plan {
    fn opened(self) -> Opened {
        match self {
            Self::Blank => Opened::blank(Session::New),
            Self::Sample => Opened { answers: sample(), ..Opened::blank(Session::Resumed) },
        }
    }
}

/// The sample plan that ships with the knowledge.
fn sample() -> Answers {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge/sample.toml");
    let file = File { path: String::new(), text: std::fs::read_to_string(path).unwrap() };
    journey_advisor::answers::read(&file, &WHOLE).0.expect("the sample can be read")
}

fn theme(name: &str) -> Theme {
    Catalogue::new(Vec::new()).theme(name).0.expect("a built-in theme").at_depth(Depth::True)
}

/// The program with a plan, in a theme.
fn screen(plan: Plan, name: &str) -> Screen {
    let look = Look {
        catalogue: Catalogue::new(Vec::new()),
        theme: theme(name),
        depth: Depth::True,
        ascii: false,
        mouse: true,
    };
    let setup = Setup {
        today: Day::parse("2026-11-24").unwrap(),
        opened: plan.opened(),
        look,
        keymap: Keymap::default(),
        index: SharedIndex::default(),
    };
    Screen::showing(App::new(&WHOLE, setup), 110, 32)
}

fn ground(name: &str) -> Ground {
    let style = theme(name).style(Role::Text);
    Ground { text: style.fg.expect("words have a colour"), behind: style.bg.expect("the screen has a ground") }
}

/// All pictures, of the shipped knowledge: the name of the file, and what belongs into it.
static DRAWN: LazyLock<Vec<(String, String)>> = LazyLock::new(pictures);

fn pictures() -> Vec<(String, String)> {
    let mut pictures = Vec::new();
    for (kind, name) in THEMES {
        for (picture, title, plan, keys) in PICTURES {
            let mut screen = screen(plan, name);
            screen.press(keys);
            let frames = [(screen.buffer().clone(), 1)];
            pictures.push((format!("{picture}-{kind}.svg"), film(&frames, ground(name), title)));
        }
        let title = "A short session: questions, a choice, the advice";
        pictures.push((format!("session-{kind}.svg"), film(&session(name), ground(name), title)));
    }
    pictures
}

fn session(name: &str) -> Vec<(Buffer, u32)> {
    let mut screen = screen(Plan::Blank, name);
    let frame = |(keys, seconds): (&str, u32)| {
        screen.press(keys);
        (screen.buffer().clone(), seconds)
    };
    SESSION.map(frame).into()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures")
}

#[test]
fn the_pictures_show_what_the_program_shows() {
    let update = std::env::var_os("UPDATE_DOCS").is_some();
    for (name, picture) in &*DRAWN {
        let path = folder().join(name);
        if update {
            std::fs::create_dir_all(folder()).unwrap();
            std::fs::write(&path, picture).unwrap();
        }
        let shown = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(shown == *picture, "{name} is old: run `UPDATE_DOCS=1 cargo test --test it pictures::` and look at it");
    }
}

#[test]
fn every_picture_is_well_formed_and_shown() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    for (name, picture) in &*DRAWN {
        let mut reader = quick_xml::Reader::from_str(picture);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}"),
            }
        }
        assert!(readme.contains(&format!("docs/pictures/{name}")), "the README does not show {name}");
    }
}
