//! Draws the app. Looks at it, changes nothing, and says where a click means what.
//!
//! [`layout`] has every breakpoint; each screen has a file of its own; [`widget`] holds what they share.

mod advice;
mod answers;
mod brief;
mod brief_text;
mod canvas;
mod compare;
mod export;
mod footer;
mod glyph;
mod header;
mod help;
mod interview;
mod layout;
mod link;
mod page;
mod plans;
mod popup;
mod portfolio;
mod prose;
mod search;
mod slider;
mod start;
mod tour;
mod widget;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::action::Action;
use crate::app::effect::Reach;
use crate::app::popup::Popup;
use crate::app::{App, Screen};
use crate::theme::Role;

pub use link::source_behind;

use canvas::Canvas;
use layout::Areas;
use widget::pane::Pane;

/// What was drawn where.
#[derive(Debug, Clone, Default)]
pub struct Drawn {
    hits: Vec<(Rect, Action)>,
    /// How far the scrolled part can be scrolled.
    pub reach: Reach,
}

impl Drawn {
    /// What a click at a place does.
    pub fn action(&self, column: u16, row: u16) -> Option<Action> {
        let place = Position::new(column, row);
        self.hits.iter().rev().find(|(area, _)| area.contains(place)).map(|(_, action)| *action)
    }
}

/// Draws the app.
pub fn draw(app: &App<'_>, frame: &mut Frame<'_>) -> Drawn {
    let area = frame.area();
    let mut canvas = Canvas::new(app, frame.buffer_mut());
    match layout::areas(area) {
        None => canvas.too_small(area),
        Some(screen) => {
            let screen = screen.shorter(footer::taken(&canvas, &screen));
            let screen = match app.popup {
                Some(Popup::Slider(_)) => screen.shorter(slider::HEIGHT),
                Some(Popup::Tour(_)) => screen.shorter(tour::HEIGHT),
                _ => screen,
            };
            if app.screen() != Screen::Start {
                header::draw(&mut canvas, &screen);
            }
            match app.screen() {
                Screen::Start => start::draw(&mut canvas, &screen),
                Screen::Interview => interview::draw(&mut canvas, &screen),
                Screen::Answers => answers::draw(&mut canvas, &screen),
                Screen::Advice => advice::draw(&mut canvas, &screen),
                Screen::Search => search::draw(&mut canvas, &screen),
                Screen::Export => export::draw(&mut canvas, &screen),
                Screen::Help => help::draw(&mut canvas, &screen),
                Screen::Plans => plans::draw(&mut canvas, &screen),
                Screen::Compare => compare::draw(&mut canvas, &screen),
                Screen::Brief => brief::draw(&mut canvas, &screen),
                Screen::Portfolio => portfolio::draw(&mut canvas, &screen),
            }
            footer::draw(&mut canvas, &screen);
            if let Some(popup) = &app.popup {
                popup::draw(&mut canvas, &screen, popup);
            }
        }
    }
    let (drawn, cursor) = canvas.finish();
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    drawn
}
