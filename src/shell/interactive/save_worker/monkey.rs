//! Anything that can happen to plans on a disk, in any order: two windows type and click nothing sensible, another program edits,
//! the folder vanishes and comes back, locks are tidied away, windows end and begin. After each step: what a screen calls saved is
//! on the disk, nothing that another program wrote is lost, and nothing half written lies about.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test does to files what another program may do")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::SaveWorker;
use crate::answers;
use crate::app::action::Action;
use crate::app::effect::{Effect, Event, Reply};
use crate::app::key::KeyPress;
use crate::app::keymap::{BINDINGS, Keymap};
use crate::app::plans::{Saved, Which};
use crate::app::screen::search::SharedIndex;
use crate::app::{App, Look, Setup};
use crate::embedded;
use crate::knowledge::KnowledgeBase;
use crate::model::date::Day;
use crate::shell::session;
use crate::theme::Catalogue;
use crate::theme::depth::Depth;
use crate::ui;

/// Numbers that look random and are the same for the same seed: xorshift.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % end
    }
}

/// A window: the program, and what writes its files.
struct Window<'k> {
    app: App<'k>,
    worker: SaveWorker,
}

impl<'k> Window<'k> {
    fn open(folder: &Path, base: &'k Arc<KnowledgeBase>) -> Self {
        let (opened, store) = session::open_in(folder, base);
        let catalogue = Catalogue::new(Vec::new());
        let theme = catalogue.theme("terminal").0.unwrap();
        let look = Look { catalogue, theme, depth: Depth::None, ascii: true, mouse: false };
        let today = Day::parse("2026-11-24").unwrap();
        let setup = Setup { today, opened, look, keymap: Keymap::default(), index: SharedIndex::default() };
        Self { app: App::new(base, setup), worker: SaveWorker::new(store, Arc::clone(base)) }
    }

    /// Lets something happen and performs what follows; whether the window wants to end.
    fn event(&mut self, event: Event) -> bool {
        let mut effects = self.app.handle(event);
        let mut ends = false;
        while !effects.is_empty() {
            let replies: Vec<Reply> = effects.drain(..).flat_map(|effect| self.perform(effect, &mut ends)).collect();
            effects = replies.into_iter().flat_map(|reply| self.app.handle(Event::Reply(reply))).collect();
        }
        ends
    }

    /// What belongs to plans is done; the rest of the machine is left alone.
    fn perform(&mut self, effect: Effect, ends: &mut bool) -> Vec<Reply> {
        let reason = "not here".to_owned();
        match effect {
            Effect::Quit => *ends = true,
            Effect::Export { .. } => return vec![Reply::NotExported { reason }],
            Effect::Prefer(..) => return vec![Reply::NotPreferred { reason }],
            Effect::ReadText(_) => return vec![Reply::TextNotRead { reason }],
            Effect::Launch { .. } => return vec![Reply::NotLaunched { reason }],
            Effect::Open(Which::File(_)) => return vec![Reply::Refused { reason }],
            effect => return self.worker.work(effect),
        }
        Vec::new()
    }

    /// The plan of the window and its text, if its screen says that the disk has all of it.
    fn called_saved(&self, base: &KnowledgeBase) -> Option<(PathBuf, String)> {
        let path = self.worker.store.as_ref()?.file();
        let text = answers::write(self.app.cx.plan.answers(), base);
        (self.app.cx.saved == Saved::Yes).then(|| (path.expect("what is called saved is in a file"), text))
    }

    /// Whether the plan is as it was read.
    fn is_untouched(&self) -> bool {
        self.app.cx.plan.revision() == 0
    }
}

/// The folder of the plans, and what another program wrote there that must not be lost.
struct World {
    folder: PathBuf,
    away: PathBuf,
    foreign: Vec<String>,
    /// Every text that another program wrote, with the plan.
    edited: BTreeSet<(PathBuf, String)>,
    edits: usize,
    /// Whether two windows may have one plan by now, because the lock of the first is gone.
    is_shared: bool,
    /// What windows have written, with the plan.
    written: BTreeSet<(PathBuf, String)>,
    /// What happened, for whoever must find out why.
    events: Vec<String>,
}

impl World {
    /// A folder in which there is nothing yet.
    fn below(home: &Path) -> Self {
        Self {
            folder: home.join("plans"),
            away: home.join("away"),
            foreign: Vec::new(),
            edited: BTreeSet::new(),
            edits: 0,
            is_shared: false,
            written: BTreeSet::new(),
            events: Vec::new(),
        }
    }

    fn is_away(&self) -> bool {
        self.away.exists()
    }

    /// Another program writes a plan where one is.
    fn edit(&mut self, chance: &mut Chance) {
        let plans: Vec<PathBuf> = names(&self.folder)
            .into_iter()
            .filter(|name| name.starts_with("plan-") && ends(name, "toml"))
            .map(|name| self.folder.join(name))
            .collect();
        if plans.is_empty() {
            return;
        }
        let plan = &plans[chance.below(plans.len())];
        // What it replaces by hand is lost by that hand.
        let before = fs::read_to_string(plan).unwrap_or_default();
        self.foreign.retain(|text| *text != before);
        self.edits += 1;
        let text = match chance.below(3) {
            0 => format!("format = 1\ntitle = \"edit {}\"\n\n[answers]\nscope = \"not-sure\"\n", self.edits),
            1 => format!("this is no plan, {}", self.edits),
            _ => format!("format = 1\ntitle = \"half {}\"\n[ans", self.edits),
        };
        fs::write(plan, &text).unwrap();
        self.edited.insert((plan.clone(), text.clone()));
        self.foreign.push(text);
    }

    /// The folder vanishes behind a file, or is there again.
    fn vanish_or_return(&mut self) {
        if self.is_away() {
            fs::remove_file(&self.folder).unwrap();
            fs::rename(&self.away, &self.folder).unwrap();
        } else if self.folder.exists() {
            fs::rename(&self.folder, &self.away).unwrap();
            fs::write(&self.folder, "").unwrap();
        }
        self.is_shared = true;
    }

    /// Something tidies the locks away.
    fn tidy(&mut self) {
        self.is_shared = true;
        for name in names(&self.folder).into_iter().filter(|name| ends(name, "lock")) {
            fs::remove_file(self.folder.join(name)).unwrap();
        }
    }

    /// What a window has read as its plan is the plan, and no longer another's text.
    fn take_in(&mut self, windows: &[Window<'_>]) {
        for window in windows.iter().filter(|window| window.is_untouched()) {
            let Some(path) = window.worker.store.as_ref().and_then(session::Store::file) else { continue };
            let read = fs::read_to_string(path).unwrap_or_default();
            let title = format!("title = \"{}\"\n", window.app.cx.plan.answers().title);
            self.foreign.retain(|text| *text != read || !text.contains(&title));
        }
    }

    fn assert_sound(&mut self, windows: &[Window<'_>], base: &KnowledgeBase, about: &str) {
        if self.is_away() {
            return;
        }
        let names = names(&self.folder);
        let left: Vec<&String> = names.iter().filter(|name| name.starts_with('.') && !ends(name, "lock")).collect();
        assert!(left.is_empty(), "{about}: {left:?} lie about");
        self.take_in(windows);
        self.written.extend(windows.iter().filter_map(|window| window.called_saved(base)));
        let touched = windows.iter().filter(|window| !window.is_untouched());
        for (path, text) in touched.filter_map(|window| window.called_saved(base)) {
            let on_disk = fs::read_to_string(&path).unwrap_or_default();
            let now = (path, on_disk);
            let is_edited = self.edited.contains(&now);
            let is_others = self.is_shared && self.written.contains(&now);
            assert!(
                now.1 == text || is_edited || is_others,
                "{about}: called saved, but {} has\n{}\nfor\n{text}\n{:#?}",
                now.0.display(),
                now.1,
                self.events
            );
        }
        let all: Vec<String> = names
            .iter()
            .map(|name| String::from_utf8_lossy(&fs::read(self.folder.join(name)).unwrap()).into_owned())
            .collect();
        for foreign in &self.foreign {
            assert!(
                all.contains(foreign),
                "{about}: what another program wrote is lost: {foreign:?}\n{names:?}\n{:#?}",
                self.events
            );
        }
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_str().unwrap().to_owned()).collect()
}

fn ends(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|own| own == extension)
}

/// A key of the table, or a letter; arrows and digits more often, for they answer questions.
fn pressed(chance: &mut Chance, keys: &[&str]) -> KeyPress {
    match chance.below(4) {
        0 => KeyPress::parse(["1", "2", "3", "down", "enter", "right"][chance.below(6)]).unwrap(),
        1 => KeyPress::char(['a', 'e', 'x', 'S', 'N'][chance.below(5)]),
        _ => KeyPress::parse(keys[chance.below(keys.len())]).unwrap(),
    }
}

/// What happens besides keys, as the report of a failure names it.
const EVENTS: [&str; 6] =
    ["an edit", "the folder vanishes or returns", "locks are tidied", "suspended", "take over", "begun anew"];

/// A session of two windows.
fn session(seed: u64, steps: usize, base: &Arc<KnowledgeBase>) {
    let home = tempfile::tempdir().unwrap();
    let keys: Vec<&str> = BINDINGS.iter().flat_map(|binding| binding.keys).copied().collect();
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut world = World::below(home.path());
    let mut windows = [Window::open(&world.folder, base), Window::open(&world.folder, base)];
    for step in 0..steps {
        let about = format!("seed {seed}, step {step}");
        let place = chance.below(2);
        let window = &mut windows[place];
        let what = chance.below(60);
        if let Some(event) = EVENTS.get(what) {
            world.events.push(format!("{step}, window {place}: {event}"));
        }
        match what {
            0 => world.edit(&mut chance),
            1 => world.vanish_or_return(),
            2 => world.tidy(),
            3 => {
                window.event(Event::Do(Action::Suspend));
            }
            4 => {
                let replies = window.worker.work(Effect::TakeOver);
                for reply in replies {
                    window.event(Event::Reply(reply));
                }
            }
            5 if !world.is_away() => windows[place] = Window::open(&world.folder, base),
            _ => {
                let key = pressed(&mut chance, &keys);
                world.events.push(format!("{step}, window {place}: {key}"));
                if window.event(Event::Key(key)) && !world.is_away() {
                    windows[place] = Window::open(&world.folder, base);
                }
            }
        }
        if step % 7 == 0 {
            let mut below = |end: usize| u16::try_from(1 + chance.below(end)).unwrap();
            let mut terminal = Terminal::new(TestBackend::new(below(200), below(60))).unwrap();
            terminal.draw(|frame| drop(ui::draw(&windows[place].app, frame))).unwrap();
        }
        world.assert_sound(&windows, base, &about);
    }
}

#[test]
fn nothing_that_happens_to_plans_loses_an_answer_or_anothers_text() {
    let base = Arc::new(embedded::knowledge());
    (0..200).for_each(|seed| session(seed, 40, &base));
}

/// One run anew: `SEED=121 cargo test --lib a_hundred_thousand -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn nothing_that_happens_in_a_hundred_thousand_steps_loses_an_answer_or_anothers_text() {
    let base = Arc::new(embedded::knowledge());
    match std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => session(seed, 500, &base),
        None => (1_000..1_200).for_each(|seed| session(seed, 500, &base)),
    }
}
