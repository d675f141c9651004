//! What keys do while a box lies over the screen.

use crate::export::markdown;
use crate::knowledge::AsOfError;
use crate::model::answers::Response;
use crate::model::date::{DayOrigin, PartialDate, Today};
use crate::model::scoring::Weights;
use crate::report::leaning::leaning;

use super::App;
use super::action::Action;
use super::effect::Effect;
use super::export::Writing;
use super::field::Field;
use super::key::KeyPress;
use super::overlay::{Deed, FieldBox, Overlay, PageBox, Purpose};
use super::palette::Palette;

impl App<'_> {
    pub(super) fn open_palette(&mut self) {
        self.open(Overlay::Palette(Palette { from: self.screen_context(), field: Field::default(), row: 0 }));
    }

    /// A box closes on "back" and leaves what it does not know to the screen only where that cannot surprise.
    pub(super) fn update_box(&mut self, overlay: Overlay, action: Action) {
        if matches!(action, Action::QuitNow | Action::Suspend | Action::Redraw | Action::ToggleMouse) {
            self.update_anywhere(action);
            self.overlay = Some(overlay);
            return;
        }
        match (overlay, action) {
            (Overlay::Themes(list), action) => self.update_themes(list, action),
            (_, Action::Back) => {}
            (Overlay::Palette(palette), action) => self.update_palette(palette, action),
            (Overlay::Field(field), Action::Confirm) => self.accept(field),
            (Overlay::Confirm(confirm), Action::Confirm) => self.perform(confirm.deed),
            (Overlay::Page(page), action) => self.update_page(page, action),
            (overlay, _) => self.overlay = Some(overlay),
        }
    }

    fn update_page(&mut self, mut page: PageBox, action: Action) {
        match action {
            Action::Copy => {
                self.effects.push(Effect::Copy(markdown::copy(&page.page)));
                self.overlay = Some(Overlay::Page(page));
            }
            Action::Up | Action::Down | Action::First | Action::Last | Action::ScrollUp | Action::ScrollDown => {
                self.reach.scroll(&mut page.scroll, action);
                self.overlay = Some(Overlay::Page(page));
            }
            Action::Quit => {}
            action => {
                self.update_anywhere(action);
            }
        }
    }

    fn accept(&mut self, mut field: FieldBox) {
        let text = field.field.text().trim().to_owned();
        match &field.purpose {
            Purpose::Note(question) => {
                let response = Response { note: text, ..self.plan.response(*question) };
                self.plan.respond(*question, response);
            }
            Purpose::Name => self.plan.rename(&text),
            Purpose::NameOf(number) => self.effects.push(Effect::Rename(*number, text)),
            Purpose::Day => match self.plan.plan_for(&text) {
                Ok(()) => self.say(&format!("Planning for {}.", self.plan.day_words())),
                Err(error) => {
                    field.problem = Some(self.day_problem(error));
                    self.overlay = Some(Overlay::Field(field));
                }
            },
            Purpose::Today => match self.run_on(&text) {
                Ok(()) => self.say(&format!("Planning for {}.", self.plan.day_words())),
                Err(error) => {
                    field.problem = Some(self.day_problem(error));
                    self.overlay = Some(Overlay::Field(field));
                }
            },
            Purpose::Weights => {
                if let Some(weights) = Weights::parse(&text) {
                    self.weigh_anew(weights);
                } else {
                    field.problem = Some("Three numbers, the greatest first, such as 5 3 1.".to_owned());
                    self.overlay = Some(Overlay::Field(field));
                }
            }
            Purpose::Path(_) | Purpose::Elsewhere(_) if text.is_empty() => {
                field.problem = Some("Type a file name.".to_owned());
                self.overlay = Some(Overlay::Field(field));
            }
            Purpose::Path(document) => self.write(text, Writing::document(document), false),
            Purpose::Elsewhere(answers) => {
                let writing = Writing { text: answers.clone(), answers_of: Some(self.plan.revision()) };
                self.write(text, writing, false);
            }
        }
    }

    /// Weighs the plan anew and says what came of it.
    fn weigh_anew(&mut self, weights: Weights) {
        self.plan.weigh(weights);
        let leaning = leaning(self.plan.base, self.plan.verdict(), self.plan.outlook());
        self.say(&format!("{} Now: {leaning}.", self.plan.weights_words()));
    }

    /// Goes by a day that was typed because the clock is wrong.
    pub fn run_on(&mut self, text: &str) -> Result<(), AsOfError> {
        let day = PartialDate::parse(text).and_then(PartialDate::day).ok_or(AsOfError::NotADay)?;
        if day < self.plan.base.facts_from.first_day() {
            return Err(AsOfError::TooEarly);
        }
        self.plan.run_on(Today { day, origin: DayOrigin::Typed });
        self.report = None;
        Ok(())
    }

    /// What to type instead of a day that cannot be used.
    pub fn day_problem(&self, error: AsOfError) -> String {
        match error {
            AsOfError::NotADay => "That is not a date. Type it like 2024-06-30, 2024-06 or 2024.".to_owned(),
            AsOfError::TooEarly => format!("Facts begin in {}. Choose a later day.", self.plan.base.facts_from.words()),
        }
    }

    fn perform(&mut self, deed: Deed) {
        match deed {
            Deed::Act(action) => {
                self.update_anywhere(action);
            }
            Deed::Open(which) => self.open_plan(which),
            Deed::Replace { path, writing } => self.write(path, writing, true),
        }
    }

    /// Takes a key that is not a command where text is typed.
    pub(super) fn type_key(&mut self, key: KeyPress) {
        let types = self.context().types();
        match &mut self.overlay {
            Some(Overlay::Field(field)) => {
                field.problem = None;
                field.field.press(key);
            }
            Some(Overlay::Palette(palette)) => {
                palette.row = 0;
                palette.field.press(key);
            }
            None if types => {
                self.type_search(key);
            }
            Some(_) | None => {}
        }
    }

    /// Pasted text is only ever text: it goes into the field that has the focus, or nowhere.
    pub(super) fn paste(&mut self, text: &str) {
        let types = self.context().types();
        match &mut self.overlay {
            Some(Overlay::Field(field)) => field.field.insert(text),
            Some(Overlay::Palette(palette)) => palette.field.insert(text),
            None if types => self.paste_search(text),
            _ => self.mention("Nothing here takes pasted text."),
        }
    }
}
