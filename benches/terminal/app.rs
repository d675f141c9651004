//! The app on a screen in memory.

use std::hint::black_box;

use journey_advisor::app::effect::Event;
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{App, Look, Opened, Session, Setup};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::date::Day;
use journey_advisor::theme::Catalogue;
use journey_advisor::theme::depth::Depth;
use journey_advisor::ui;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// The app on a screen.
pub(crate) struct Seen<'k> {
    pub(crate) app: App<'k>,
    pub(crate) terminal: Terminal<TestBackend>,
}

impl<'k> Seen<'k> {
    /// After some keys, on a screen of that many columns and rows.
    pub(crate) fn after(base: &'k KnowledgeBase, keys: &str, (columns, rows): (u16, u16)) -> Self {
        let catalogue = Catalogue::new(Vec::new());
        let theme = catalogue.theme("default-dark").0.unwrap().at_depth(Depth::Indexed);
        let setup = Setup {
            today: Day::parse("2026-11-24").unwrap(),
            opened: Opened::blank(Session::NotKept),
            look: Look { catalogue, theme, depth: Depth::Indexed, ascii: false, mouse: true },
            keymap: Keymap::default(),
            index: SharedIndex::default(),
        };
        let terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let mut seen = Self { app: App::new(base, setup), terminal };
        for key in keys.split_whitespace() {
            seen.press(key);
            seen.draw();
        }
        seen
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: &str) {
        black_box(self.app.handle(Event::Key(KeyPress::parse(key).unwrap())));
    }

    /// Draws a frame.
    pub(crate) fn draw(&mut self) {
        let mut drawn = ui::Drawn::default();
        self.terminal.draw(|frame| drawn = ui::draw(&self.app, frame)).unwrap();
        self.app.handle(Event::Drawn(drawn.reach));
    }
}
