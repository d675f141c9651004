//! The interview line by line, for screen readers and terminals that cannot draw: a line goes in, lines come out.
//!
//! It works on the same plan and the same screens as keys do, so answers, advice and exports cannot differ. Nothing is
//! ever drawn over, no box, glyph or escape code is printed, and an empty line chooses nothing.

mod brief;
mod command;
mod export;
mod identity;
mod plans;
mod settings;
mod tour;
mod words;

use crate::app::action::Action;
use crate::app::effect::{Effect, Event, Reply};
use crate::app::field::Field;
use crate::app::popup::Flow;
use crate::app::popup::tour::Stop;
use crate::app::screen::Screens;
use crate::app::screen::interview::InterviewScreen;
use crate::app::screen::interview::row::QuestionRow;
use crate::app::{App, Cx, Message, Screen, everywhere, requirement};
use crate::diagnostic::clean;
use crate::export::text;
use crate::model::answers::Response;
use crate::model::question::Kind;
use crate::report::parts::contradictions::Clash;
use crate::report::parts::journeys_apart::Apart;
use crate::report::parts::what_if::{self, WhatIf};

use command::PlainCommand;
use export::Export;

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
    /// The document that is written as soon as its logo is read.
    waiting: Option<Export>,
    /// The row of the proposal that was said last, while proposals are gone through.
    reviewing: Option<usize>,
    /// The stop of the tour that was said last.
    toured: Option<Stop>,
    ended: bool,
}

impl<'k> Plain<'k> {
    /// Begins or goes on with the interview.
    pub fn new(app: App<'k>) -> Self {
        let mut plain = Self { app, effects: Vec::new(), waiting: None, reviewing: None, toured: None, ended: false };
        let notice = plain.app.cx.message.take();
        plain.act(|_, _| Flow::Go(Screen::Interview));
        plain.app.cx.message = notice;
        plain
    }

    /// What is said first.
    pub fn greeting(&mut self) -> Said {
        let opening = self.opening();
        self.act(|_, _| Flow::Go(Screen::Interview));
        let text = format!("{opening}\n{}", self.question());
        self.said(&text)
    }

    /// Carries out a line.
    pub fn line(&mut self, line: &str) -> Said {
        self.app.cx.message = None;
        let text = match (self.reviewing, PlainCommand::parse(line, &self.app.cx.plan.base.nouns)) {
            (Some(row), _) => self.review(row, line),
            (None, Ok(command)) => self.run(command),
            (None, Err(problem)) => words::paragraph(&problem),
        };
        self.said(&text)
    }

    /// What is said when the input ends: nothing is answered by that.
    pub fn end(&mut self) -> Said {
        self.said("The input has ended. Nothing more was answered.\n")
    }

    /// Takes in what became of an effect, and says it.
    pub fn reply(&mut self, reply: Reply) -> Said {
        self.app.cx.message = None;
        if self.has_written(&reply) {
            return self.said("");
        }
        let told = match &reply {
            Reply::Exists { path } => {
                Some(format!("{path} is there already. Give another name, or write \"replace\" after it."))
            }
            Reply::NotSaved { reason } => {
                Some(format!("Not saved: {reason}. Type save FILE to write your answers elsewhere."))
            }
            other => Self::became_of(other),
        };
        let is_taken_over = matches!(reply, Reply::TakenOver(_));
        let is_opened = is_taken_over || matches!(reply, Reply::Opened(_));
        let is_of_a_text = matches!(reply, Reply::TextRead(_) | Reply::TextNotRead { .. });
        let effects = self.app.handle(Event::Reply(reply));
        self.effects.extend(effects);
        if is_opened {
            let notice = self.app.cx.message.take().filter(|message| is_taken_over || message.is_problem());
            let notice = notice.map_or_else(String::new, |notice| words::paragraph(&notice.text));
            let Said { text, effects } = self.greeting();
            return Said { text: clean::lines(&notice) + &text, effects };
        }
        if is_of_a_text {
            let text = self.has_read();
            return self.said(&text);
        }
        // What a screen would ask is said in words.
        self.app.popup = None;
        let text = told.map_or_else(|| self.told(), |told| words::paragraph(&told));
        self.said(&text)
    }

    /// Whether the person asked to end.
    pub(crate) fn has_ended(&self) -> bool {
        self.ended
    }

    /// What is printed, whatever it quotes: nothing in it drives a terminal.
    fn said(&mut self, text: &str) -> Said {
        Said { text: clean::lines(text), effects: std::mem::take(&mut self.effects) }
    }

    /// Lets screens do something, as a key would.
    fn act(&mut self, work: impl FnOnce(&mut Screens, &mut Cx<'k>) -> Flow) {
        let effects = self.app.act(work);
        self.effects.extend(effects);
    }

    /// What the screens said about it.
    fn told(&mut self) -> String {
        self.app.cx.message.take().map_or_else(String::new, |message| words::paragraph(&message.text))
    }

    fn run(&mut self, command: PlainCommand) -> String {
        if let (true, Some(refusal)) = (command.changes(), self.refusal()) {
            self.effects.push(Effect::TakeOver);
            return refusal;
        }
        match command {
            PlainCommand::Nothing => "Nothing chosen. Type a number, or ? for all commands.\n".to_owned(),
            PlainCommand::Help => command::help(self.app.cx.plan.base),
            PlainCommand::Quit => self.quit(),
            PlainCommand::Choose(_) | PlainCommand::Weigh(..) | PlainCommand::Answer(_) | PlainCommand::Clear => {
                self.answer(command)
            }
            PlainCommand::Note(note) => self.note(&note),
            PlainCommand::Amount(amount) => self.amount(&amount),
            PlainCommand::Next
            | PlainCommand::Skip
            | PlainCommand::Back
            | PlainCommand::Open
            | PlainCommand::Useful
            | PlainCommand::Go(_) => self.travel(&command),
            PlainCommand::Repeat => self.question(),
            PlainCommand::List => words::overview(&self.app.cx.plan),
            PlainCommand::Why(number) => self.why(number),
            PlainCommand::Advice => words::advice(&self.app.cx.plan.report()),
            PlainCommand::Reasons => words::reasons(&self.app.cx.plan),
            PlainCommand::WhatIf => self.what_if(),
            PlainCommand::Pieces => words::journey(&self.app.cx.plan),
            PlainCommand::Time => words::time(&self.app.cx.plan),
            PlainCommand::Tour => self.tour(),
            PlainCommand::Search(query) => self.search(|screens, cx| screens.search.find(cx, &query)),
            PlainCommand::Show(number) => self.show(number),
            PlainCommand::Filter(action) => self.filter(action),
            PlainCommand::Require(number) => self.require(number),
            PlainCommand::Day(day) => self.plan_for(|cx| cx.plan.plan_for(&day)),
            PlainCommand::Today(_) if self.app.cx.clock_problem.is_none() => {
                words::paragraph("The clock can be used. Type day and a date to plan for another day.")
            }
            PlainCommand::Today(day) => self.plan_for(|cx| cx.plan.run_on(&day)),
            PlainCommand::Name(name) => self.name(&name),
            PlainCommand::Weights(weights) => self.weights(&weights),
            PlainCommand::Settings(command) => self.settle(command),
            PlainCommand::Identity(command) => self.identify(command),
            PlainCommand::Plans(command) => self.plans(command),
            PlainCommand::Text(path) => self.text(&path),
            PlainCommand::Undo => self.take_back(everywhere::undo),
            PlainCommand::Redo => self.take_back(everywhere::redo),
            PlainCommand::Export { format, path, replace } => self.export(Export { format, path, replace }),
        }
    }

    fn quit(&mut self) -> String {
        self.ended = true;
        "Ended. Your answers are kept as they are.\n".to_owned()
    }

    /// Changes the answer to the question at hand.
    fn answer(&mut self, command: PlainCommand) -> String {
        let question = &self.app.cx.plan.base.questions[self.app.screens.interview.question];
        let (choices, one) = (question.choices.len(), question.kind == Kind::One);
        let is_marked = self.app.screens.interview.marked(question).is_some();
        let is_choice = |number: &usize| (1..=choices).contains(number);
        match command {
            PlainCommand::Choose(numbers) if !numbers.iter().all(is_choice) => {
                return format!("There are {choices} choices here. Type a number from 1 to {choices}.\n");
            }
            PlainCommand::Choose(numbers) if one && numbers.len() > 1 => {
                return "This question takes one choice only.\n".to_owned();
            }
            PlainCommand::Choose(numbers) => {
                for number in numbers {
                    self.change(|screens, cx| screens.interview.choose_number(cx, number));
                }
            }
            PlainCommand::Weigh(_, Some(number)) if !is_choice(&number) => {
                return format!("There are {choices} choices here. Type a number from 1 to {choices}.\n");
            }
            PlainCommand::Weigh(_, None) if !is_marked => {
                return "Nothing is chosen here yet. Type the number of a choice first.\n".to_owned();
            }
            PlainCommand::Weigh(importance, number) => self.change(|screens, cx| {
                if let Some(number) = number {
                    screens.interview.mark(number - 1);
                }
                screens.interview.weigh(cx, importance);
            }),
            PlainCommand::Answer(QuestionRow::NoneOfThese) if one => {
                return "\"none\" is for questions that take several choices. Choose one, or type: irrelevant\n"
                    .to_owned();
            }
            PlainCommand::Answer(row) => self.change(|screens, cx| screens.interview.answer(cx, row)),
            _ => self.change(|screens, cx| screens.interview.clear(cx)),
        }
        self.after_answer()
    }

    fn change(&mut self, work: impl FnOnce(&mut Screens, &mut Cx<'k>)) {
        self.act(|screens, cx| {
            work(screens, cx);
            Flow::Done
        });
    }

    fn after_answer(&mut self) -> String {
        let plan = &self.app.cx.plan;
        let clashes = plan.clashes(self.app.screens.interview.question);
        let splits = plan.splits(self.app.screens.interview.question);
        let leaning = words::leaning(plan);
        let answer = words::answer_line(&self.app);
        let message = self.app.cx.message.take();
        let is_said = |message: &Message| splits.is_empty() && (clashes.is_empty() || !message.is_problem());
        let message = message.filter(is_said);
        let message = message.map_or_else(String::new, |message| words::paragraph(&message.text));
        let clashes = clashes.iter().map(Clash::whole);
        let remarks: String =
            splits.iter().map(Apart::whole).chain(clashes).map(|text| words::paragraph(&text)).collect();
        let how = if splits.is_empty() { "" } else { "Type copy to make a plan of each.\n" };
        let counts = words::counts_as(&self.app);
        format!("{answer}{counts}{leaning}{remarks}{how}{message}")
    }

    fn note(&mut self, note: &str) -> String {
        self.change(|screens, cx| {
            let question = screens.interview.question;
            let response = Response { note: as_typed(note), ..cx.plan.response(question) };
            cx.plan.respond(question, response);
        });
        (if note.is_empty() { "This answer has no note now.\n" } else { "Noted.\n" }).to_owned()
    }

    fn amount(&mut self, amount: &str) -> String {
        let question = self.app.screens.interview.question;
        if self.app.cx.plan.response(question).answer.is_none() {
            return "Answer the question first: the amount stands beside the answer.\n".to_owned();
        }
        let mut written = Ok(());
        self.change(|_, cx| written = cx.plan.set_amount(question, &as_typed(amount)));
        match written {
            Err(problem) => problem + "\n",
            Ok(()) => words::answer_line(&self.app),
        }
    }

    fn name(&mut self, name: &str) -> String {
        self.change(|_, cx| cx.plan.rename(&as_typed(name)));
        (if name.is_empty() { "The plan has no name now.\n" } else { "Named.\n" }).to_owned()
    }

    fn travel(&mut self, command: &PlainCommand) -> String {
        let before = self.app.screens.interview.question;
        let plan = &self.app.cx.plan;
        let left = if plan.answers().answer(before).is_none() { "Left open.\n" } else { "" };
        match command {
            PlainCommand::Next | PlainCommand::Skip if plan.after(before).is_none() => {
                return words::last_question(plan);
            }
            PlainCommand::Next | PlainCommand::Skip => self.act(|screens, cx| screens.interview.next(cx)),
            PlainCommand::Back => self.go_by(Action::PreviousQuestion),
            PlainCommand::Useful => self.go_by(Action::MostUseful),
            PlainCommand::Go(number) => {
                let wanted = plan.visible.iter().nth(number.saturating_sub(1)).filter(|_| *number > 0);
                let Some(question) = wanted else {
                    let last = plan.progress().visible;
                    return format!("Questions run from 1 to {last}. Type list to see them.\n");
                };
                self.act(|_, _| Flow::Question(question, None));
            }
            _ => self.go_by(Action::NextOpen),
        }
        match self.app.cx.message.take() {
            Some(message) if self.app.screens.interview.question == before => words::paragraph(&message.text),
            _ if *command == PlainCommand::Skip => format!("{left}{}", self.question()),
            _ => self.question(),
        }
    }

    fn go_by(&mut self, action: Action) {
        self.act(|screens, cx| screens.interview.travel(cx, action));
    }

    fn question(&self) -> String {
        words::question(&self.app)
    }

    /// The facts behind a choice, or the reason for the question.
    fn why(&self, number: Option<usize>) -> String {
        let (plan, interview) = (&self.app.cx.plan, &self.app.screens.interview);
        let choices = plan.base.questions[interview.question].choices.len();
        match number {
            None => plan.why_asked(interview.question).iter().map(|sentence| words::paragraph(sentence)).collect(),
            // What is looked at is not marked: an importance typed next is not meant for it.
            Some(number) if (1..=choices).contains(&number) => text::write(&interview.with_mark(number - 1).page(plan)),
            Some(_) => format!("There are {choices} choices here.\n"),
        }
    }

    fn what_if(&self) -> String {
        let plan = &self.app.cx.plan;
        let what_if = WhatIf::of(&plan.facts, plan.answers(), plan.verdict(), plan.analysis());
        words::numbered(what_if.sentences().map(str::to_owned), &(what_if::NONE.to_owned() + "\n"))
    }

    fn search(&mut self, work: impl FnOnce(&mut Screens, &mut Cx<'k>)) -> String {
        self.change(work);
        words::hits(&self.app)
    }

    fn show(&self, number: usize) -> String {
        let (plan, hits) = (&self.app.cx.plan, &self.app.screens.search.hits);
        match number.checked_sub(1).and_then(|position| hits.get(position)) {
            Some(hit) => text::write(&plan.entry_page(hit.entry)),
            None if hits.is_empty() => "Search for something first: search text message\n".to_owned(),
            None => format!("The search found {} entries.\n", hits.len()),
        }
    }

    /// Goes to the next value of a filter and lists what passes; the same word again goes on.
    fn filter(&mut self, action: Action) -> String {
        self.search(|screens, cx| {
            screens.search.prepare(&cx.plan);
            screens.search.narrow(&cx.plan, action);
        })
    }

    fn require(&mut self, number: usize) -> String {
        let hits = &self.app.screens.search.hits;
        let Some(entry) = number.checked_sub(1).and_then(|position| hits.get(position)).map(|hit| hit.entry) else {
            return format!("The search found {} entries.\n", hits.len());
        };
        self.act(|_, cx| requirement::require(cx, entry));
        self.told() + &self.question()
    }

    fn take_back(&mut self, work: fn(&mut InterviewScreen, &mut Cx<'_>)) -> String {
        self.change(|screens, cx| work(&mut screens.interview, cx));
        self.told() + &self.question()
    }
}

/// A text as a field takes it.
fn as_typed(text: &str) -> String {
    let mut field = Field::default();
    field.insert(text);
    field.text().trim().to_owned()
}
