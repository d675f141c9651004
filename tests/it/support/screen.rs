//! The app on a screen of a given size: keys in, text out.

use std::path::Path;
use std::sync::LazyLock;

use journey_advisor::app::action::Action;
use journey_advisor::app::effect::{Effect, Event, Reply};
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::plans::{Kept, PlanNumber, Which};
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{App, Look, Opened, Session, Setup};
use journey_advisor::diagnostic::File;
use journey_advisor::knowledge::{KnowledgeBase, load};
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::Day;
use journey_advisor::theme::depth::Depth;
use journey_advisor::theme::{Catalogue, Theme};
use journey_advisor::ui::{self, Drawn};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

static INDEX: LazyLock<SharedIndex> = LazyLock::new(SharedIndex::default);

/// A small knowledge base, so that frames do not change with the facts.
pub(crate) static BASE: LazyLock<KnowledgeBase> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/screens/knowledge");
    let names = ["advisor.toml", "sources.toml", "topics/start.toml", "topics/channels.toml", "topics/leads.toml"];
    let files = names.map(|name| File {
        path: name.to_owned(),
        text: std::fs::read_to_string(root.join(name)).expect("a file of the test's knowledge base"),
    });
    let loaded = load(files.to_vec());
    let problems = journey_advisor::diagnostic::render::render(&loaded.diagnostics, &loaded.files, false);
    loaded.base.unwrap_or_else(|| panic!("{problems}"))
});

/// The whole knowledge, as it is part of the program.
pub(crate) static WHOLE: LazyLock<KnowledgeBase> = LazyLock::new(journey_advisor::embedded::knowledge);

/// Keys from the start: answers that make a verdict with reasons, gaps and something to find out.
pub(crate) const ANSWERS: &str = "enter 1 enter d right down down space m right 1 2";

/// The app on a screen.
pub(crate) struct Screen {
    pub(crate) app: App<'static>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) terminal: Terminal<TestBackend>,
    drawn: Drawn,
    frame: Buffer,
}

impl Screen {
    pub(crate) fn new(width: u16, height: u16) -> Self {
        Self::with_session(width, height, Session::New)
    }

    pub(crate) fn with_session(width: u16, height: u16, session: Session) -> Self {
        Self::with(width, height, session, "default-dark", false)
    }

    pub(crate) fn ascii(width: u16, height: u16) -> Self {
        Self::with(width, height, Session::New, "terminal", true)
    }

    pub(crate) fn with(width: u16, height: u16, session: Session, theme: &str, ascii: bool) -> Self {
        let catalogue = Catalogue::new(Vec::new());
        let theme = catalogue.theme(theme).0.expect("a built-in theme");
        let setup = Setup {
            today: Day::parse("2026-11-24").unwrap(),
            opened: Opened::blank(session),
            look: Look { catalogue, theme, depth: Depth::True, ascii, mouse: true },
            keymap: Keymap::default(),
            index: INDEX.clone(),
        };
        Self::showing(App::new(&BASE, setup), width, height)
    }

    /// A plan in the whole knowledge, from its start.
    pub(crate) fn whole(answers: Answers, width: u16, height: u16) -> Self {
        let setup = Setup {
            today: Day::parse("2026-11-24").unwrap(),
            opened: Opened { answers, ..Opened::blank(Session::New) },
            look: Self::new(width, height).app.cx.look,
            keymap: Keymap::default(),
            index: SharedIndex::default(),
        };
        Self::showing(App::new(&WHOLE, setup), width, height)
    }

    /// An app as it is, on a screen of that size.
    pub(crate) fn showing(app: App<'static>, width: u16, height: u16) -> Self {
        let mut screen = Self {
            app,
            effects: Vec::new(),
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
            drawn: Drawn::default(),
            frame: Buffer::default(),
        };
        screen.draw();
        screen
    }

    pub(crate) fn draw(&mut self) {
        let mut drawn = Drawn::default();
        let frame = self.terminal.draw(|frame| drawn = ui::draw(&self.app, frame)).unwrap();
        // Copied into what is there already: tests draw a hundred thousand times.
        self.frame.area = frame.buffer.area;
        self.frame.content.clone_from(&frame.buffer.content);
        self.app.handle(Event::Drawn(drawn.reach));
        self.drawn = drawn;
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.draw();
    }

    /// What a click does.
    pub(crate) fn action(&self, column: u16, row: u16) -> Option<Action> {
        self.drawn.action(column, row)
    }

    /// Draws in another theme.
    pub(crate) fn wear(&mut self, theme: Theme) {
        self.app.cx.look.theme = theme;
        self.draw();
    }

    /// Presses keys, named as in the key table and separated by spaces; `_` is a blank.
    pub(crate) fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let key = KeyPress::parse(if name == "_" { "space" } else { name }).unwrap_or_else(|| panic!("key {name}"));
            self.event(Event::Key(key));
        }
    }

    pub(crate) fn event(&mut self, event: Event) {
        self.handle(event);
        self.draw();
    }

    /// Lets something happen without a look at it.
    pub(crate) fn handle(&mut self, event: Event) {
        for effect in self.app.handle(event) {
            if let Some(reply) = self.reply(&effect) {
                self.app.handle(Event::Reply(reply));
            }
            self.effects.push(effect);
        }
    }

    /// What the shell answers where every disk works.
    fn reply(&self, effect: &Effect) -> Option<Reply> {
        let others = || self.app.cx.others.clone();
        let but = |number| others().into_iter().filter(|kept: &Kept| kept.number != number).collect::<Vec<_>>();
        let changed = Day::parse("2026-11-24").expect("a day");
        let made = |beside: &Vec<Answers>| {
            let kept = |(number, answers): (u32, &Answers)| Kept {
                number: PlanNumber(number),
                answers: answers.clone(),
                changed,
            };
            (10..).zip(beside).map(kept).collect::<Vec<_>>().into_iter()
        };
        Some(match effect {
            Effect::Save { revision, .. } => Reply::Saved { revision: *revision },
            Effect::Open(which) => {
                let (answers, session) = match which {
                    Which::New => (Answers::default(), Session::New),
                    Which::File(_) => (Answers::default(), Session::Resumed),
                    Which::Sample(answers) => ((**answers).clone(), Session::Sample),
                    Which::Copy(answers) | Which::Each(answers, _) => ((**answers).clone(), Session::Resumed),
                    Which::Kept(number) => {
                        let kept = others().into_iter().find(|kept| kept.number == *number);
                        (kept.map(|kept| kept.answers).unwrap_or_default(), Session::Resumed)
                    }
                };
                let left = match which {
                    Which::Kept(number) => but(*number),
                    Which::Each(_, beside) => made(beside).chain(others()).collect(),
                    Which::New | Which::Copy(_) | Which::Sample(_) | Which::File(_) => others(),
                };
                Reply::Opened(Box::new(Opened { answers, others: left, ..Opened::blank(session) }))
            }
            Effect::PutAside(number) => {
                Reply::PutAside { number: *number, name: "plan-0001.toml.aside".to_owned(), others: but(*number) }
            }
            Effect::Rename(..) | Effect::BringBack(_) => Reply::Others(others()),
            _ => return None,
        })
    }

    /// Puts two plans beside the open one.
    pub(crate) fn with_others(mut self) -> Self {
        for (number, title, choice, day) in [
            (2, "Autumn, with a \u{1b}[31mlong name that goes on", "create", "2026-11-23"),
            (1, "", "linkedin", "2026-03-02"),
        ] {
            let text = format!("title = \"\"\n[answers]\nlead-work = [\"{choice}\"]\n");
            let file = File { path: String::new(), text };
            let mut answers = journey_advisor::answers::read(&file, &BASE).0.expect("answers that can be read");
            title.clone_into(&mut answers.title);
            let changed = Day::parse(day).unwrap();
            self.app.cx.others.push(Kept { number: PlanNumber(number), answers, changed });
        }
        self.draw();
        self
    }

    pub(crate) fn buffer(&self) -> &Buffer {
        &self.frame
    }

    /// What is on the screen, line by line.
    pub(crate) fn text(&self) -> String {
        let buffer = self.buffer();
        let mut text = String::new();
        for row in 0..buffer.area.height {
            let line: String = (0..buffer.area.width).map(|column| buffer[(column, row)].symbol()).collect();
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}
