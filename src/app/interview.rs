//! The questions, one at a time.

use crate::model::answers::{Answer, Pick, Response};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use crate::report::page::Page;
use crate::report::question;

use super::action::Action;
use super::context::Context;
use super::overlay::FieldBox;
use super::plan::{Access, Plan};
use super::{App, Screen};

/// Where the interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interview {
    /// The question on the screen.
    pub question: Key<Question>,
    /// The marked row, or the one that an arrow marks first.
    pub row: usize,
    /// Whether that row is marked: on an open question only once an arrow, a number or a click has marked one.
    pub is_marked: bool,
    /// Whether reasons, limits and sources fill the screen.
    pub why: bool,
    /// First line shown of them.
    pub scroll: u16,
}

/// A row of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A choice.
    Choice(ChoiceIndex),
    /// "None of these", where a question takes many.
    NoneOfThese,
    /// "Not sure".
    NotSure,
    /// "Does not apply".
    DoesNotApply,
}

impl Row {
    /// The rows of a question: its choices, then the answers that choose nothing.
    pub fn of(question: &Question) -> Vec<Self> {
        let mut rows: Vec<Self> = question.indexed().map(|(index, _)| Self::Choice(index)).collect();
        if question.kind == Kind::Many {
            rows.push(Self::NoneOfThese);
        }
        rows.extend([Self::NotSure, Self::DoesNotApply]);
        rows
    }

    /// What the row says; a choice has its own label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Choice(_) => "",
            Self::NoneOfThese => "None of these",
            Self::NotSure => "Not sure",
            Self::DoesNotApply => "Does not apply",
        }
    }

    /// Whether an answer says what the row says.
    pub fn is_chosen(self, answer: Option<&Answer>) -> bool {
        match (self, answer) {
            (Self::Choice(index), Some(answer)) => answer.has(index),
            (Self::NoneOfThese, Some(Answer::Chosen(picks))) => picks.is_empty(),
            (Self::NotSure, Some(Answer::NotSure)) | (Self::DoesNotApply, Some(Answer::DoesNotApply)) => true,
            _ => false,
        }
    }

    /// The answer that the row alone gives.
    fn answer(self) -> Answer {
        match self {
            Self::Choice(index) => Answer::Chosen(vec![Pick::of(index)]),
            Self::NoneOfThese => Answer::Chosen(Vec::new()),
            Self::NotSure => Answer::NotSure,
            Self::DoesNotApply => Answer::DoesNotApply,
        }
    }
}

impl Interview {
    /// At the beginning of a question.
    pub fn at(plan: &Plan<'_>, question: Key<Question>) -> Self {
        let answer = plan.answers().answer(question);
        let rows = Row::of(&plan.base.questions[question]);
        let chosen = rows.iter().position(|row| row.is_chosen(answer));
        Self { question, row: chosen.unwrap_or(0), is_marked: chosen.is_some(), why: false, scroll: 0 }
    }

    /// The row that is marked, if one is.
    pub fn marked(&self, question: &Question) -> Option<Row> {
        Row::of(question).get(self.row).copied().filter(|_| self.is_marked)
    }

    /// The same with a row marked.
    #[must_use]
    pub fn with_mark(self, row: usize) -> Self {
        Self { row, is_marked: true, ..self }
    }

    /// The facts behind the marked row, or what the question is about.
    pub fn page(&self, plan: &Plan<'_>) -> Page {
        let question = &plan.base.questions[self.question];
        let why = plan.why_asked(self.question);
        match self.marked(question) {
            None => question::unmarked(question, &why),
            Some(Row::Choice(index)) => {
                let choice = question.choice(index).expect("the rows of a question are made of its choices");
                question::choice(&plan.facts, choice, &why)
            }
            Some(Row::NoneOfThese) => question::none_of_these(question, &why),
            Some(Row::NotSure) => question::not_sure(question, &why),
            Some(Row::DoesNotApply) => question::does_not_apply(question, &why),
        }
    }
}

impl App<'_> {
    pub(super) fn update_interview(&mut self, action: Action) {
        let question = &self.plan.base.questions[self.interview.question];
        let rows = Row::of(question);
        if self.plan.access() == Access::ReadOnly && changes(action) {
            self.say_read_only();
            return;
        }
        match action {
            Action::Up | Action::Down if !self.interview.is_marked => self.mark(self.interview.row),
            Action::Up => self.mark(self.interview.row.saturating_sub(1)),
            Action::Down => self.mark((self.interview.row + 1).min(rows.len().saturating_sub(1))),
            Action::First => self.mark(0),
            Action::Last => self.mark(rows.len().saturating_sub(1)),
            Action::Row(row) if row < rows.len() => self.click(row),
            Action::Number(number) => self.choose_number(usize::from(number)),
            Action::Choose => self.choose(),
            Action::Confirm => self.answer_and_go_on(),
            Action::NoneOfThese if question.kind == Kind::One => {
                self.mention("\"None of these\" is for questions that take several choices.");
            }
            Action::NoneOfThese => self.answer(Row::NoneOfThese),
            Action::NotSure => self.answer(Row::NotSure),
            Action::DoesNotApply => self.answer(Row::DoesNotApply),
            Action::Clear => self.clear(),
            Action::Must => self.weigh(Importance::Must),
            Action::Should => self.weigh(Importance::Should),
            Action::Could => self.weigh(Importance::Could),
            Action::Why => self.interview.why = !self.interview.why,
            Action::Note => self.edit_note(),
            _ => self.travel(action),
        }
    }

    /// Goes from question to question.
    fn travel(&mut self, action: Action) {
        let here = self.interview.question;
        match action {
            Action::NextQuestion => self.next_question(),
            Action::PreviousQuestion => match self.plan.before(here) {
                Some(question) => self.ask(Some(question)),
                None => self.mention("This is the first question."),
            },
            Action::NextOpen => match self.plan.next_open(here) {
                Some(question) => self.ask(Some(question)),
                None => self.mention("Every question has an answer."),
            },
            Action::MostUseful => match self.plan.most_useful(here) {
                Some(question) => self.ask(Some(question)),
                None => self.mention("No other open question can change anything."),
            },
            Action::NextTopic => match self.topic_from(1) {
                Some(question) => self.ask(Some(question)),
                None => self.mention("This is the last topic."),
            },
            Action::PreviousTopic => match self.topic_from(-1) {
                Some(question) => self.ask(Some(question)),
                None => self.mention("This is the first topic."),
            },
            Action::ScrollDown => self.interview.scroll = self.reach.down(self.interview.scroll),
            Action::ScrollUp => self.interview.scroll = self.reach.up(self.interview.scroll),
            _ => {}
        }
    }

    fn topic_from(&self, step: isize) -> Option<Key<Question>> {
        let topics = self.plan.topics();
        let here = self.plan.base.questions[self.interview.question].topic;
        let position = topics.iter().position(|topic| *topic == here)?.checked_add_signed(step)?;
        self.plan.first_of(*topics.get(position)?)
    }

    /// Puts a question on the screen.
    pub(super) fn ask(&mut self, question: Option<Key<Question>>) {
        if let Some(question) = question {
            self.interview = Interview { why: self.interview.why, ..Interview::at(&self.plan, question) };
        }
    }

    fn next_question(&mut self) {
        match self.plan.after(self.interview.question) {
            Some(question) => self.ask(Some(question)),
            None if self.plan.progress().is_complete() => self.go(Screen::Verdict),
            None => self.go(Screen::Review),
        }
    }

    fn mark(&mut self, row: usize) {
        if row != self.interview.row || !self.interview.is_marked {
            self.interview = Interview { scroll: 0, ..self.interview.with_mark(row) };
        }
    }

    /// A click marks a row and chooses it.
    fn click(&mut self, row: usize) {
        self.mark(row);
        if self.plan.access() == Access::Free {
            self.choose();
        }
    }

    fn choose_number(&mut self, number: usize) {
        match self.plan.base.questions[self.interview.question].choices.len() {
            choices if (1..=choices).contains(&number) => {
                self.mark(number - 1);
                self.choose();
            }
            1 => self.mention("There is 1 choice here."),
            choices => self.mention(&format!("There are {choices} choices here.")),
        }
    }

    /// Chooses the marked row, or takes it back.
    fn choose(&mut self) {
        let question = &self.plan.base.questions[self.interview.question];
        let Some(row) = self.interview.marked(question) else { return self.miss_a_mark() };
        let response = self.plan.response(self.interview.question);
        match (row, question.kind) {
            (Row::Choice(index), Kind::Many) => self.toggle(index),
            _ if row.is_chosen(response.answer.as_ref()) => self.forget(),
            _ => self.answer(row),
        }
    }

    /// Says that a key needs a marked row, and how to mark one.
    fn miss_a_mark(&mut self) {
        let how = self.how_to_mark();
        self.mention(&format!("Mark a row first, with {how}."));
    }

    fn how_to_mark(&self) -> String {
        let key = self.keymap.key(Context::Interview, Action::Down);
        key.map_or_else(|| "a number".to_owned(), |key| format!("{} or a number", key.label(self.look.ascii)))
    }

    /// Adds a choice to the answer or takes it away; without any choice left the question is open again.
    fn toggle(&mut self, index: ChoiceIndex) {
        let mut response = self.plan.response(self.interview.question);
        let before = response.importance;
        let mut picks = response.take_picks();
        if picks.iter().any(|pick| pick.choice == index) {
            picks.retain(|pick| pick.choice != index);
        } else {
            picks.push(Pick { choice: index, importance: before });
            picks.sort_by_key(|pick| pick.choice);
        }
        response.answer = (!picks.is_empty()).then_some(Answer::Chosen(picks));
        self.respond(response);
    }

    /// Answers the question. Once it is open again no row is marked, so that Enter does not choose what was taken back.
    fn respond(&mut self, response: Response) {
        self.interview.is_marked = self.interview.is_marked && response.answer.is_some();
        self.plan.respond(self.interview.question, response);
    }

    /// Gives the answer of a row, keeping importance and note.
    fn answer(&mut self, row: Row) {
        let rows = Row::of(&self.plan.base.questions[self.interview.question]);
        if let Some(position) = rows.iter().position(|known| *known == row) {
            self.mark(position);
        }
        let before = self.plan.response(self.interview.question);
        let taken_back = if matches!(row, Row::Choice(_)) { 0 } else { before.picks().len() };
        let mut response = Response { answer: Some(row.answer()), ..before };
        if matches!(row, Row::NoneOfThese) {
            response.importance = None;
        }
        self.respond(response);
        self.tell_taken_back(taken_back);
    }

    fn clear(&mut self) {
        let before = self.plan.response(self.interview.question);
        if before.answer.is_none() {
            return self.mention("There is no answer here to forget.");
        }
        self.forget();
        self.tell_taken_back(before.picks().len());
    }

    fn forget(&mut self) {
        let note = self.plan.response(self.interview.question).note;
        self.respond(Response { note, ..Response::default() });
    }

    /// Says that a key has taken choices back, and how they come again.
    fn tell_taken_back(&mut self, choices: usize) {
        let undo = self.key_of(Action::Undo);
        match choices {
            0 => {}
            1 => self.say(&format!("1 choice taken back; {undo} brings it back.")),
            _ => self.say(&format!("{choices} choices taken back; {undo} brings them back.")),
        }
    }

    /// Chooses what is marked where that is what Enter must mean, and goes on; without a mark it only goes on. Where a
    /// question takes many, the first Enter on an open question chooses and stays, so that more can be chosen.
    fn answer_and_go_on(&mut self) {
        let question = &self.plan.base.questions[self.interview.question];
        let answer = self.plan.answers().answer(self.interview.question);
        match (question.kind, self.interview.marked(question), answer) {
            _ if self.plan.access() == Access::ReadOnly => self.next_question(),
            (_, None, None) => {
                self.next_question();
                self.tell_left_open();
            }
            (Kind::Many, Some(Row::Choice(index)), None) => {
                self.toggle(index);
                self.say("Chosen. Space chooses more, enter goes on.");
            }
            (Kind::One, Some(row), _) | (_, Some(row @ (Row::NoneOfThese | Row::NotSure | Row::DoesNotApply)), _) => {
                if !row.is_chosen(answer) {
                    self.answer(row);
                }
                self.next_question();
            }
            (_, _, Some(_)) => self.next_question(),
        }
    }

    fn tell_left_open(&mut self) {
        let how = self.how_to_mark();
        match self.screen() {
            Screen::Interview => self.mention(&format!("Left open. {how} marks a row.")),
            _ => self.mention("Left open: no row was marked."),
        }
    }

    /// Sets how much the marked choice matters, choosing it if it was not; without a choice, how much the answer does.
    fn weigh(&mut self, importance: Importance) {
        let question = &self.plan.base.questions[self.interview.question];
        let Some(row) = self.interview.marked(question) else { return self.miss_a_mark() };
        let mut response = self.plan.response(self.interview.question);
        match (row, question.kind) {
            (Row::Choice(index), Kind::Many) => {
                let mut picks = response.take_picks();
                picks.retain(|pick| pick.choice != index);
                picks.push(Pick { choice: index, importance: Some(importance) });
                picks.sort_by_key(|pick| pick.choice);
                response.answer = Some(Answer::Chosen(picks));
            }
            (Row::Choice(_) | Row::NotSure, _) => {
                if !row.is_chosen(response.answer.as_ref()) {
                    response.answer = Some(row.answer());
                }
                response.importance = Some(importance);
            }
            (Row::NoneOfThese | Row::DoesNotApply, _) => return self.mention("This answer has no importance."),
        }
        let taken_back =
            if row == Row::NotSure { self.plan.response(self.interview.question).picks().len() } else { 0 };
        self.respond(response);
        self.tell_taken_back(taken_back);
        if let Row::Choice(index) = row
            && question.choice(index).is_some_and(|choice| choice.needs.is_empty())
        {
            self.mention("This choice asks for nothing of either area, so its importance has no effect.");
        }
    }

    fn edit_note(&mut self) {
        let question = self.interview.question;
        let note = self.plan.response(question).note;
        self.open(FieldBox::note(question, &note).into());
    }
}

impl App<'_> {
    /// What an action does on the question as it stands, in a word or two; nothing if it would do nothing. `otherwise`
    /// is what it does anywhere.
    pub fn interview_word(&self, action: Action, otherwise: &'static str) -> Option<&'static str> {
        let question = &self.plan.base.questions[self.interview.question];
        let (row, answer) = (self.interview.marked(question), self.plan.answers().answer(self.interview.question));
        let is_chosen = row.is_some_and(|row| row.is_chosen(answer));
        let has_picks = answer.is_some_and(|answer| !answer.picks().is_empty());
        let enter_chooses = match row {
            Some(Row::Choice(_)) if question.kind == Kind::Many => answer.is_none(),
            row => row.is_some() && !is_chosen,
        };
        match action {
            Action::Down => row.is_none().then_some("mark"),
            Action::Confirm => Some(if enter_chooses { "choose" } else { otherwise }),
            Action::NextQuestion => enter_chooses.then_some(otherwise),
            Action::Choose if row.is_none() || enter_chooses => None,
            Action::Choose => Some(if is_chosen { "take back" } else { otherwise }),
            Action::Must | Action::Should | Action::Could => {
                (has_picks && !question.asks_for_nothing()).then_some("importance")
            }
            _ => Some(otherwise),
        }
    }
}

/// Whether an action changes an answer.
fn changes(action: Action) -> bool {
    use Action::{Choose, Clear, Could, DoesNotApply, Must, NoneOfThese, NotSure, Note, Number, Should};
    matches!(action, Choose | Number(_) | NoneOfThese | NotSure | DoesNotApply | Clear | Must | Should | Could | Note)
}
