//! The interview line by line, for screen readers and terminals that cannot draw: a line goes in, lines come out.
//!
//! It drives the same [`App`] as the screens do, so answers, advice and exports cannot differ. Nothing is ever drawn over,
//! no box, glyph or escape code is printed, and an empty line chooses nothing.

pub mod command;
pub mod shelf;
pub mod words;

use crate::app::action::Action;
use crate::app::effect::{Effect, Event, Reach, Reply};
use crate::app::interview::Row;
use crate::app::key::KeyPress;
use crate::app::{App, Message, export};
use crate::export::text;
use crate::export::{Extent, Format, file_name};
use crate::model::question::Kind;
use crate::model::scoring::Weights;
use crate::report::parts::what_if::WhatIf;

use command::Command;

/// What a line led to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// What to print.
    pub text: String,
    /// What the shell must do.
    pub effects: Vec<Effect>,
}

/// The interview, line by line.
#[derive(Debug)]
pub struct Plain<'k> {
    /// The program behind it.
    pub app: App<'k>,
    effects: Vec<Effect>,
    ended: bool,
}

impl<'k> Plain<'k> {
    /// Begins or goes on with the interview.
    pub fn new(app: App<'k>) -> Self {
        let mut plain = Self { app, effects: Vec::new(), ended: false };
        let news = plain.app.overlay.take();
        let notice = plain.app.message.take();
        plain.act(Action::Interview);
        plain.app.overlay = news;
        plain.app.message = notice;
        plain
    }

    /// What is said first.
    pub fn greeting(&mut self) -> Said {
        let opening = self.opening();
        self.act(Action::Interview);
        let text = format!("{opening}\n{}", self.question());
        self.said(text)
    }

    /// Carries out a line.
    pub fn line(&mut self, line: &str) -> Said {
        self.app.message = None;
        let text = match Command::parse(line) {
            Ok(command) => self.run(command),
            Err(problem) => words::paragraph(&problem),
        };
        self.said(text)
    }

    /// What is said when the input ends: nothing is answered by that.
    pub fn end(&mut self) -> Said {
        self.said("The input has ended. Nothing more was answered.\n".to_owned())
    }

    /// Takes in what became of an effect, and says it.
    pub fn reply(&mut self, reply: Reply) -> Said {
        self.app.message = None;
        let told = match &reply {
            Reply::Exists { path } => {
                Some(format!("{path} is there already. Give another name, or write \"replace\" after it."))
            }
            Reply::NotSaved { reason } => {
                Some(format!("Not saved: {reason}. Type save FILE to write your answers elsewhere."))
            }
            other => Self::told(other),
        };
        let is_opened = matches!(reply, Reply::Opened(_));
        let effects = self.app.handle(Event::Reply(reply));
        self.effects.extend(effects);
        if is_opened {
            let notice = self.app.message.take().filter(Message::is_problem);
            let notice = notice.map_or_else(String::new, |notice| words::paragraph(&notice.text));
            let Said { text, effects } = self.greeting();
            return Said { text: notice + &text, effects };
        }
        let told = told.or_else(|| self.app.message.take().map(|message| message.text));
        self.said(told.map_or_else(String::new, |told| words::paragraph(&told)))
    }

    /// Whether the person asked to end.
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    fn said(&mut self, text: String) -> Said {
        Said { text, effects: std::mem::take(&mut self.effects) }
    }

    fn act(&mut self, action: Action) {
        let effects = self.app.handle(Event::Do(action));
        self.effects.extend(effects);
    }

    fn settle(&mut self) {
        let effects = self.app.handle(Event::Drawn(Reach::default()));
        self.effects.extend(effects);
    }

    fn run(&mut self, command: Command) -> String {
        if let (true, Some(refusal)) = (command.changes(), self.refusal()) {
            return refusal;
        }
        match command {
            Command::Nothing => "Nothing chosen. Type a number, or ? for all commands.\n".to_owned(),
            Command::Help => words::help(),
            Command::Quit => {
                self.ended = true;
                "Ended. Your answers are kept as they are.\n".to_owned()
            }
            Command::Choose(_) | Command::Weigh(..) | Command::Answer(_) | Command::Clear | Command::Note(_) => {
                self.answer(command)
            }
            Command::Next | Command::Back | Command::Open | Command::Useful | Command::Go(_) => self.travel(&command),
            Command::Repeat => self.question(),
            Command::List => words::overview(&self.app.plan),
            Command::Why(number) => self.why(number),
            Command::Advice => export::document(Format::Text, Extent::Brief, &self.app.plan),
            Command::Reasons => export::document(Format::Text, Extent::Full, &self.app.plan),
            Command::WhatIf => self.what_if(),
            Command::Search(query) => self.search(&query),
            Command::Show(number) => self.show(number),
            Command::Filter(action) => self.filter(action),
            Command::Require(number) => self.require(number),
            Command::Day(day) => self.day(&day),
            Command::Today(day) => self.today(&day),
            Command::Name(name) => {
                let done = if name.is_empty() { "The plan has no name now." } else { "Named." };
                self.typed(Action::Rename, &name, done)
            }
            Command::Weights(weights) => self.weights(&weights),
            Command::Plans(command) => self.shelf(command),
            Command::Undo => self.take_back(Action::Undo),
            Command::Redo => self.take_back(Action::Redo),
            Command::Export { format, path, replace } => self.export(format, path, replace),
        }
    }

    /// Changes the answer to the question at hand.
    fn answer(&mut self, command: Command) -> String {
        let question = &self.app.plan.base.questions[self.app.interview.question];
        let (choices, one) = (question.choices.len(), question.kind == Kind::One);
        match command {
            Command::Choose(numbers) if numbers.iter().any(|number| !(1..=choices).contains(number)) => {
                return format!("There are {choices} choices here. Type a number from 1 to {choices}.\n");
            }
            Command::Choose(numbers) if one && numbers.len() > 1 => {
                return "This question takes one choice only.\n".to_owned();
            }
            Command::Choose(numbers) => {
                for number in numbers {
                    self.act(Action::Number(u8::try_from(number).unwrap_or(u8::MAX)));
                }
            }
            Command::Weigh(_, Some(number)) if !(1..=choices).contains(&number) => {
                return format!("There are {choices} choices here. Type a number from 1 to {choices}.\n");
            }
            Command::Weigh(_, None) if self.app.interview.marked(question).is_none() => {
                return "Nothing is chosen here yet. Type the number of a choice first.\n".to_owned();
            }
            Command::Weigh(action, number) => {
                if let Some(number) = number {
                    self.mark(number);
                }
                self.act(action);
            }
            Command::Answer(Action::NoneOfThese) if one => {
                return "\"none\" is for questions that take several choices. Choose one, or type: skip\n".to_owned();
            }
            Command::Answer(action) => self.act(action),
            Command::Note(note) => {
                let done = if note.is_empty() { "This answer has no note now." } else { "Noted." };
                return self.typed(Action::Note, &note, done);
            }
            _ => self.act(Action::Clear),
        }
        self.after_answer()
    }

    fn after_answer(&mut self) -> String {
        let clashes = self.app.plan.clashes(self.app.interview.question);
        let message = self.app.message.take().filter(|message| clashes.is_empty() || !message.is_problem());
        let message = message.map_or_else(String::new, |message| words::paragraph(&message.text));
        let clashes: String = clashes.iter().map(|clash| words::paragraph(&clash.whole())).collect();
        let leaning = words::leaning(&self.app.plan);
        format!("{}{leaning}{clashes}{message}", words::answer_line(&self.app))
    }

    fn mark(&mut self, number: usize) {
        self.act(Action::First);
        for _ in 1..number {
            self.act(Action::Down);
        }
    }

    fn travel(&mut self, command: &Command) -> String {
        let before = self.app.interview.question;
        match command {
            Command::Next => match self.app.plan.after(before) {
                Some(_) => self.act(Action::NextQuestion),
                None => return words::last_question(&self.app.plan),
            },
            Command::Back => self.act(Action::PreviousQuestion),
            Command::Useful => self.act(Action::MostUseful),
            Command::Go(number) => {
                let wanted = self.app.plan.asked.iter().nth(number.saturating_sub(1)).filter(|_| *number > 0);
                let Some(question) = wanted else {
                    return format!(
                        "Questions run from 1 to {}. Type list to see them.\n",
                        self.app.plan.progress().asked
                    );
                };
                self.act(Action::Question(question));
            }
            _ => self.act(Action::NextOpen),
        }
        match self.app.message.take() {
            Some(message) if self.app.interview.question == before => words::paragraph(&message.text),
            _ if self.app.interview.question == before => "This is the first question.\n".to_owned(),
            _ => self.question(),
        }
    }

    fn question(&self) -> String {
        words::question(&self.app)
    }

    /// The facts behind a choice, or the reason for the question.
    fn why(&mut self, number: Option<usize>) -> String {
        let question = &self.app.plan.base.questions[self.app.interview.question];
        match number {
            None => {
                let why = self.app.plan.why_asked(self.app.interview.question);
                why.iter().map(|sentence| words::paragraph(sentence)).collect()
            }
            // What is looked at is not marked: an importance typed next is not meant for it.
            Some(number) if (1..=question.choices.len()).contains(&number) => {
                let looked_at = self.app.interview.with_mark(number - 1);
                text::write(&looked_at.page(&self.app.plan))
            }
            Some(_) => format!("There are {} choices here.\n", question.choices.len()),
        }
    }

    fn what_if(&self) -> String {
        let plan = &self.app.plan;
        let what_if = WhatIf::of(&plan.facts, plan.answers(), plan.verdict(), plan.outlook());
        words::numbered(what_if.sentences().map(str::to_owned), "There is no advice yet that could change.\n")
    }

    fn search(&mut self, query: &str) -> String {
        self.act(Action::Search);
        self.clear_field();
        self.paste(query);
        let found = words::hits(&self.app);
        self.act(Action::Interview);
        found
    }

    fn show(&mut self, number: usize) -> String {
        match number.checked_sub(1).and_then(|position| self.app.search.hits.get(position)) {
            Some(hit) => text::write(&self.app.plan.entry_page(hit.entry)),
            None if self.app.search.hits.is_empty() => "Search for something first: search text message\n".to_owned(),
            None => format!("The search found {} entries.\n", self.app.search.hits.len()),
        }
    }

    /// Goes to the next value of a filter and lists what passes; the same word again goes on.
    fn filter(&mut self, action: Action) -> String {
        self.act(Action::Search);
        self.act(action);
        let found = words::hits(&self.app);
        self.act(Action::Interview);
        found
    }

    fn require(&mut self, number: usize) -> String {
        if number == 0 || number > self.app.search.hits.len() {
            return format!("The search found {} entries.\n", self.app.search.hits.len());
        }
        self.act(Action::Search);
        self.act(Action::First);
        for _ in 1..number {
            self.act(Action::Down);
        }
        self.act(Action::Require);
        let message = self.app.message.take().map_or_else(String::new, |message| words::paragraph(&message.text));
        self.act(Action::Interview);
        format!("{message}{}", self.question())
    }

    fn day(&mut self, day: &str) -> String {
        match self.app.plan.plan_for(day) {
            Ok(()) => {
                self.settle();
                format!("Planning for {}.\n{}", self.app.plan.day_words(), words::leaning(&self.app.plan))
            }
            Err(error) => words::paragraph(&self.app.day_problem(error)),
        }
    }

    /// Goes by another day where the clock is wrong; a clock that is right needs none.
    fn today(&mut self, day: &str) -> String {
        if self.app.clock_problem.is_none() {
            return words::paragraph("The clock can be used. Type day and a date to plan for another day.");
        }
        match self.app.run_on(day) {
            Ok(()) => {
                self.settle();
                format!("Planning for {}.\n{}", self.app.plan.day_words(), words::leaning(&self.app.plan))
            }
            Err(error) => words::paragraph(&self.app.day_problem(error)),
        }
    }

    fn weights(&mut self, text: &str) -> String {
        let Some(weights) = Weights::parse(text) else {
            return "Type three numbers from 1 to 100, the greatest first: weights 5 3 1\n".to_owned();
        };
        self.app.plan.weigh(weights);
        self.settle();
        format!("{}\n{}", self.app.plan.weights_words(), words::leaning(&self.app.plan))
    }

    /// Fills the field that an action opens.
    fn typed(&mut self, action: Action, text: &str, done: &str) -> String {
        self.act(action);
        self.clear_field();
        self.paste(text);
        self.act(Action::Confirm);
        format!("{done}\n")
    }

    fn clear_field(&mut self) {
        let effects = self.app.handle(Event::Key(KeyPress::ctrl('u')));
        self.effects.extend(effects);
    }

    fn paste(&mut self, text: &str) {
        let effects = self.app.handle(Event::Paste(text.to_owned()));
        self.effects.extend(effects);
    }

    fn take_back(&mut self, action: Action) -> String {
        self.act(action);
        let message = self.app.message.take().map_or_else(String::new, |message| words::paragraph(&message.text));
        format!("{message}{}", self.question())
    }

    fn export(&mut self, format: Format, path: Option<String>, replace: bool) -> String {
        let text = export::document(format, Extent::Full, &self.app.plan);
        let path = path.unwrap_or_else(|| file_name(&self.app.plan.answers().title, format));
        self.effects.push(Effect::Export { path, text, replace });
        String::new()
    }
}

/// The answers that choose nothing, with the word that gives them.
pub const OTHER_ANSWERS: [(Row, &str); 3] =
    [(Row::NoneOfThese, "none"), (Row::NotSure, "unsure"), (Row::DoesNotApply, "skip")];
