//! The questions, one at a time.

use crate::model::answers::{Answer, Pick, Response};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::action::Action;
use super::overlay::FieldBox;
use super::plan::{Access, Plan};
use super::sheet::Sheet;
use super::{App, Screen};

/// Where the interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interview {
    /// The question on the screen.
    pub question: Key<Question>,
    /// The marked row.
    pub row: usize,
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
        let row = rows.iter().position(|row| row.is_chosen(answer)).unwrap_or(0);
        Self { question, row, why: false, scroll: 0 }
    }

    /// The row that is marked.
    pub fn marked(&self, question: &Question) -> Row {
        Row::of(question).get(self.row).copied().unwrap_or(Row::NotSure)
    }

    /// The facts behind the marked row.
    pub fn sheet(&self, plan: &Plan<'_>) -> Sheet {
        let question = &plan.base.questions[self.question];
        let why = plan.why_asked(self.question);
        match self.marked(question) {
            Row::Choice(index) => match question.choice(index) {
                Some(choice) => Sheet::choice(&plan.facts, choice, &why),
                None => Sheet::default(),
            },
            Row::NoneOfThese => Sheet::answer(
                "None of these",
                "The plan needs nothing of this. It then counts for neither area.",
                question,
                &why,
            ),
            Row::NotSure => Sheet::answer(
                "Not sure",
                "Nothing is assumed. The advice will say what is still to be found out, and who would know.",
                question,
                &why,
            ),
            Row::DoesNotApply => Sheet::answer(
                "Does not apply",
                "The question has no meaning for this plan. It leaves the count.",
                question,
                &why,
            ),
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
            Action::Up => self.mark(self.interview.row.saturating_sub(1)),
            Action::Down => self.mark((self.interview.row + 1).min(rows.len().saturating_sub(1))),
            Action::First => self.mark(0),
            Action::Last => self.mark(rows.len().saturating_sub(1)),
            Action::Row(row) if row < rows.len() => self.click(row),
            Action::Number(number) => self.choose_number(usize::from(number)),
            Action::Choose => self.choose(),
            Action::Confirm => self.answer_and_go_on(),
            Action::NoneOfThese if question.kind == Kind::Many => self.answer(Row::NoneOfThese),
            Action::NotSure => self.answer(Row::NotSure),
            Action::DoesNotApply => self.answer(Row::DoesNotApply),
            Action::Clear => self.forget(),
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
                None => self.say("This is the first question."),
            },
            Action::NextOpen => match self.plan.next_open(here) {
                Some(question) => self.ask(Some(question)),
                None => self.say("Every question has an answer."),
            },
            Action::MostUseful => match self.plan.most_useful(here) {
                Some(question) => self.ask(Some(question)),
                None => self.say("No other open question can change anything."),
            },
            Action::NextTopic => self.ask(self.topic_from(1)),
            Action::PreviousTopic => self.ask(self.topic_from(-1)),
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
        if row != self.interview.row {
            self.interview.row = row;
            self.interview.scroll = 0;
        }
    }

    /// A click marks a row; on the marked row it chooses.
    fn click(&mut self, row: usize) {
        self.mark(row);
        if self.plan.access() == Access::Free {
            self.choose();
        }
    }

    fn choose_number(&mut self, number: usize) {
        let question = &self.plan.base.questions[self.interview.question];
        if (1..=question.choices.len()).contains(&number) {
            self.mark(number - 1);
            self.choose();
        }
    }

    /// Chooses the marked row, or takes it back.
    fn choose(&mut self) {
        let question = &self.plan.base.questions[self.interview.question];
        let row = self.interview.marked(question);
        let response = self.plan.response(self.interview.question);
        match (row, question.kind) {
            (Row::Choice(index), Kind::Many) => self.toggle(index),
            _ if row.is_chosen(response.answer.as_ref()) => self.forget(),
            _ => self.answer(row),
        }
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
        self.plan.respond(self.interview.question, response);
    }

    /// Gives the answer of a row, keeping importance and note.
    fn answer(&mut self, row: Row) {
        let rows = Row::of(&self.plan.base.questions[self.interview.question]);
        if let Some(position) = rows.iter().position(|known| *known == row) {
            self.mark(position);
        }
        let mut response = Response { answer: Some(row.answer()), ..self.plan.response(self.interview.question) };
        if matches!(row, Row::NoneOfThese) {
            response.importance = None;
        }
        self.plan.respond(self.interview.question, response);
    }

    fn forget(&mut self) {
        let note = self.plan.response(self.interview.question).note;
        self.plan.respond(self.interview.question, Response { note, ..Response::default() });
    }

    /// Chooses what is marked where that is what Enter must mean, and goes on. Where a question takes many, the first
    /// Enter on an open question chooses and stays, so that more can be chosen.
    fn answer_and_go_on(&mut self) {
        let question = &self.plan.base.questions[self.interview.question];
        let row = self.interview.marked(question);
        let answer = self.plan.answers().answer(self.interview.question);
        match (question.kind, row, answer) {
            _ if self.plan.access() == Access::ReadOnly => self.next_question(),
            (Kind::Many, Row::Choice(index), None) => {
                self.toggle(index);
                self.say("Chosen. Choose more with space, or press enter again to go on.");
            }
            (Kind::Many, Row::Choice(_), Some(_)) => self.next_question(),
            _ => {
                if !row.is_chosen(answer) {
                    self.answer(row);
                }
                self.next_question();
            }
        }
    }

    /// Sets how much the marked choice matters, choosing it if it was not; without a choice, how much the answer does.
    fn weigh(&mut self, importance: Importance) {
        let question = &self.plan.base.questions[self.interview.question];
        let row = self.interview.marked(question);
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
            (Row::NoneOfThese | Row::DoesNotApply, _) => {}
        }
        self.plan.respond(self.interview.question, response);
        if let Row::Choice(index) = row
            && question.choice(index).is_some_and(|choice| choice.needs.is_empty())
        {
            self.say("This choice asks for nothing of either area, so its importance has no effect.");
        }
    }

    fn edit_note(&mut self) {
        let question = self.interview.question;
        let note = self.plan.response(question).note;
        self.open(FieldBox::note(question, &note).into());
    }
}

/// Whether an action changes an answer.
fn changes(action: Action) -> bool {
    use Action::{Choose, Clear, Could, DoesNotApply, Must, NoneOfThese, NotSure, Note, Number, Should};
    matches!(action, Choose | Number(_) | NoneOfThese | NotSure | DoesNotApply | Clear | Must | Should | Could | Note)
}
