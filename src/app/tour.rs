//! The guided tour: leads from screen to screen, and leaves the plans of the person as they are.

use super::action::Action;
use super::context::Screen;
use super::effect::Effect;
use super::plans::{Session, Which};
use super::popup::Popup;
use super::popup::tour::{Stop, Tour};
use super::{App, everywhere};
use crate::knowledge::Preset;
use crate::model::answers::Answer;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::AsOf;
use crate::report::parts::Part;

impl App<'_> {
    /// Begins the tour, if what is open is a sample.
    pub fn begin_tour(&mut self) {
        if self.cx.session == Session::Sample {
            self.stop_at(Tour { stop: Stop::Text, taken_out: None });
        }
    }

    /// Does what a person wants during the tour.
    pub(super) fn guide(&mut self, tour: Tour, action: Action) {
        let to = match action {
            Action::Confirm | Action::More => tour.stop.next(),
            Action::Less => Some(tour.stop.before().unwrap_or(tour.stop)),
            Action::Duplicate => {
                self.put_back(tour);
                return self.follow_everywhere(action);
            }
            Action::Back | Action::Quit => {
                self.put_back(tour);
                let (keep, plans) = (self.cx.key_of(Action::Duplicate), self.cx.key_of(Action::Go(Screen::Plans)));
                return self
                    .cx
                    .mention(format!("The sample stays open. {keep} keeps it, {plans} leads to your plans."));
            }
            _ => Some(tour.stop),
        };
        match to {
            Some(stop) if stop == tour.stop => self.popup = Some(Popup::Tour(tour)),
            Some(stop) => {
                self.put_back(tour);
                self.stop_at(Tour { stop, taken_out: None });
            }
            None => self.end_tour(),
        }
    }

    /// Shows a stop.
    fn stop_at(&mut self, tour: Tour) {
        let mut tour = tour;
        match tour.stop {
            Stop::Text => self.go(Screen::Brief),
            Stop::Without => {
                tour.taken_out = self.weightiest();
                if let Some(question) = tour.taken_out {
                    self.go_to_question(question, None);
                    self.cx.plan.respond(question, crate::model::answers::Response::default());
                }
            }
            Stop::Balance => self.go(Screen::Interview),
            Stop::Why => self.show_part(Part::Reasons),
            Stop::Time => {
                self.show_part(Part::Time);
                let base = self.cx.plan.base;
                let first = AsOf { day: base.facts_from.first_day(), basis: None };
                self.cx.plan.look_at(Some(base.presets.first().map_or(first, Preset::as_of)));
            }
            Stop::WhatIf => self.show_part(Part::WhatIf),
            Stop::Document => self.go(Screen::Export),
        }
        self.cx.message = None;
        self.popup = Some(Popup::Tour(tour));
    }

    /// Leaves a stop as it was found.
    fn put_back(&mut self, tour: Tour) {
        if tour.taken_out.is_some() {
            self.cx.plan.undo();
        }
        self.cx.plan.look_at(None);
    }

    fn show_part(&mut self, part: Part) {
        self.go(Screen::Advice);
        self.screens.advice.show(part);
    }

    /// The question whose answer moves the balance most.
    pub(crate) fn weightiest(&self) -> Option<Key<Question>> {
        let verdict = self.cx.plan.verdict();
        let answered = verdict.requirements.iter().filter(|requirement| {
            let answer = self.cx.plan.answers().answer(requirement.question);
            answer.is_some_and(|answer| matches!(answer, Answer::Chosen(_)))
        });
        answered
            .max_by_key(|requirement| requirement.contribution.unsigned_abs())
            .map(|requirement| requirement.question)
    }

    /// Turns to the plan that was last changed, or to a new one.
    fn end_tour(&mut self) {
        let own = self.cx.others.first().map_or(Which::New, |kept| Which::Kept(kept.number));
        self.cx.request(Effect::Open(own));
    }

    fn follow_everywhere(&mut self, action: Action) {
        let flow = everywhere::update(&mut self.screens, &mut self.cx, action);
        self.follow(flow);
    }
}
