//! The questions, one at a time.

mod ghost;
pub(crate) mod row;
mod travel;
mod word;

use crate::model::answers::{Answer, Pick, Response};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};
use crate::report::page::Page;
use crate::report::parts::journeys_apart;
use crate::report::question;
use crate::report::words::count;

use super::{Action, Cursor, Cx, Flow, Plan, Screen, ScreenComponent};
use crate::app::context::Context;
use crate::app::plan::Access;
use crate::app::popup::field::FieldBox;

use row::QuestionRow;

/// The questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InterviewScreen {
    /// The question on the screen.
    pub question: Key<Question>,
    /// The marked row, or the one that an arrow marks first.
    pub(crate) row: usize,
    /// Whether that row is marked: on an open question only once an arrow, a number or a click has marked one.
    pub is_marked: bool,
    /// Whether reasons, limits and sources fill the screen.
    pub(crate) why: bool,
    /// Whether every choice shows what both areas can do, and not only those that are marked or chosen.
    pub(crate) all_levels: bool,
    pub(crate) scroll: u16,
}

impl ScreenComponent for InterviewScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let question = &cx.plan.base.questions[self.question];
        if cx.plan.access() == Access::ReadOnly && changes(action) {
            cx.say_read_only();
            return Flow::Done;
        }
        match action {
            Action::Up | Action::Down if !self.is_marked => self.mark(self.row),
            Action::ScrollDown if cx.reach.furthest > 0 => self.scroll = cx.reach.down(self.scroll),
            Action::ScrollUp if cx.reach.furthest > 0 => self.scroll = cx.reach.up(self.scroll),
            Action::Up | Action::Down | Action::First | Action::Last | Action::ScrollDown | Action::ScrollUp => {
                let mut cursor = Cursor { row: self.row };
                cursor.take(action, QuestionRow::of(question).len(), cx.reach);
                self.mark(cursor.row);
            }
            Action::Row(row) => self.click(cx, row),
            Action::Number(number) => self.choose_number(cx, usize::from(number)),
            Action::Choose => self.choose(cx),
            Action::Confirm => return self.answer_and_go_on(cx),
            Action::NoneOfThese if question.kind == Kind::One => {
                cx.mention("\"None of these\" is for questions that take several choices.");
            }
            Action::NoneOfThese => self.answer(cx, QuestionRow::NoneOfThese),
            Action::NotSure => self.answer(cx, QuestionRow::NotSure),
            Action::DoesNotApply => self.answer(cx, QuestionRow::DoesNotApply),
            Action::Clear => self.clear(cx),
            Action::Must => self.weigh(cx, Importance::Must),
            Action::Should => self.weigh(cx, Importance::Should),
            Action::Could => self.weigh(cx, Importance::Could),
            Action::Why => self.why = !self.why,
            Action::Back if self.why => self.why = false,
            Action::Levels => self.all_levels = !self.all_levels,
            Action::Note => return FieldBox::note(self.question, &cx.plan.response(self.question).note).into(),
            Action::Amount => return self.edit_amount(cx),
            Action::Copy => cx.copy(&self.page(&cx.plan)),
            Action::NextQuestion => return self.next(cx),
            _ => return self.travel(cx, action),
        }
        Flow::Done
    }

    /// A question that is no longer asked gives way to the one before it.
    fn settle(&mut self, cx: &Cx<'_>) {
        if !cx.plan.visible.contains(self.question) {
            let nearest = cx.plan.before(self.question).or_else(|| cx.plan.visible.iter().next());
            if let Some(question) = nearest {
                self.ask(&cx.plan, question);
            }
        }
    }
}

impl InterviewScreen {
    /// At the beginning of a question, what was chosen there being marked.
    pub(crate) fn at(plan: &Plan<'_>, question: Key<Question>) -> Self {
        let answer = plan.answers().answer(question);
        let rows = QuestionRow::of(&plan.base.questions[question]);
        let chosen = rows.iter().position(|row| row.is_chosen(answer));
        Self {
            question,
            row: chosen.unwrap_or(0),
            is_marked: chosen.is_some(),
            why: false,
            all_levels: false,
            scroll: 0,
        }
    }

    /// Puts a question on the screen.
    pub(crate) fn ask(&mut self, plan: &Plan<'_>, question: Key<Question>) {
        *self = Self { why: self.why, all_levels: self.all_levels, ..Self::at(plan, question) };
    }

    /// The row that is marked, if one is.
    pub(crate) fn marked(&self, question: &Question) -> Option<QuestionRow> {
        QuestionRow::of(question).get(self.row).copied().filter(|_| self.is_marked)
    }

    /// The same with a row marked.
    #[must_use]
    pub(crate) fn with_mark(self, row: usize) -> Self {
        Self { row, is_marked: true, ..self }
    }

    pub(crate) fn mark(&mut self, row: usize) {
        if row != self.row || !self.is_marked {
            *self = Self { scroll: 0, ..self.with_mark(row) };
        }
    }

    fn mark_row(&mut self, plan: &Plan<'_>, row: QuestionRow) {
        let rows = QuestionRow::of(&plan.base.questions[self.question]);
        if let Some(position) = rows.iter().position(|known| *known == row) {
            self.mark(position);
        }
    }

    pub(crate) fn mark_choice(&mut self, plan: &Plan<'_>, choice: ChoiceIndex) {
        self.mark_row(plan, QuestionRow::Choice(choice));
    }

    /// The facts behind the marked row, or what the question is about.
    pub(crate) fn page(&self, plan: &Plan<'_>) -> Page {
        let question = &plan.base.questions[self.question];
        let why = plan.why_asked(self.question);
        let mut page = match self.marked(question) {
            None => question::unmarked(&plan.base.nouns, question, &why),
            Some(QuestionRow::Choice(index)) => question::choice(&plan.facts, &question[index], &why),
            Some(QuestionRow::NoneOfThese) => question::none_of_these(&plan.base.nouns, question, &why),
            Some(QuestionRow::NotSure) => question::not_sure(question, &why),
            Some(QuestionRow::DoesNotApply) => question::does_not_apply(question, &why),
        };
        let splits = plan.splits(self.question);
        if !splits.is_empty() {
            page.sections.insert(0, journeys_apart::section_of(&plan.base.nouns, &splits));
        }
        page
    }

    /// A click marks a row and chooses it.
    fn click(&mut self, cx: &mut Cx<'_>, row: usize) {
        if row < QuestionRow::of(&cx.plan.base.questions[self.question]).len() {
            self.mark(row);
            if cx.plan.access() == Access::Free {
                self.choose(cx);
            }
        }
    }

    pub(crate) fn choose_number(&mut self, cx: &mut Cx<'_>, number: usize) {
        match cx.plan.base.questions[self.question].choices.len() {
            choices if (1..=choices).contains(&number) => {
                self.mark(number - 1);
                self.choose(cx);
            }
            1 => cx.mention("There is 1 choice here."),
            choices => cx.mention(format!("There are {choices} choices here.")),
        }
    }

    /// Chooses the marked row, or takes it back.
    fn choose(&mut self, cx: &mut Cx<'_>) {
        let question = &cx.plan.base.questions[self.question];
        let Some(row) = self.marked(question) else { return miss_a_mark(cx) };
        match (row, question.kind) {
            (QuestionRow::Choice(index), Kind::Many) => self.toggle(cx, index),
            _ if row.is_chosen(cx.plan.answers().answer(self.question)) => self.forget(cx),
            _ => self.answer(cx, row),
        }
    }

    /// Adds a choice to the answer or takes it away; without any choice left the question is open again.
    fn toggle(&mut self, cx: &mut Cx<'_>, index: ChoiceIndex) {
        self.respond(cx, row::toggled(cx.plan.response(self.question), index));
    }

    /// Answers the question. Once it is open again no row is marked, so that Enter does not choose what was taken back, and a
    /// figure that stood beside the answer is gone with it.
    fn respond(&mut self, cx: &mut Cx<'_>, mut response: Response) {
        if response.answer.is_none() {
            response.amount.clear();
        }
        self.is_marked = self.is_marked && response.answer.is_some();
        cx.plan.respond(self.question, response);
    }

    /// Gives the answer of a row, keeping importance and note.
    pub(crate) fn answer(&mut self, cx: &mut Cx<'_>, row: QuestionRow) {
        self.mark_row(&cx.plan, row);
        let before = cx.plan.response(self.question);
        let taken_back = if matches!(row, QuestionRow::Choice(_)) { 0 } else { before.picks().len() };
        let response = row.answered(before);
        let asked = cx.plan.progress().visible;
        self.respond(cx, response);
        tell_taken_back(cx, taken_back, asked);
    }

    fn edit_amount(&self, cx: &mut Cx<'_>) -> Flow {
        let response = cx.plan.response(self.question);
        if response.answer.is_none() {
            cx.mention("Answer the question first: the amount stands beside the answer.");
            return Flow::Done;
        }
        FieldBox::amount(self.question, &response.amount).into()
    }

    pub(crate) fn clear(&mut self, cx: &mut Cx<'_>) {
        let before = cx.plan.response(self.question);
        if before.answer.is_none() {
            return cx.mention("There is no answer here to forget.");
        }
        let asked = cx.plan.progress().visible;
        self.forget(cx);
        tell_taken_back(cx, before.picks().len(), asked);
    }

    fn forget(&mut self, cx: &mut Cx<'_>) {
        let note = cx.plan.response(self.question).note;
        self.respond(cx, Response { note, ..Response::default() });
    }

    /// Chooses the marked row where a question takes one choice, and goes on. Where it takes several, and without a mark,
    /// Enter only goes on: what is not ticked or marked is left open, and that is said.
    fn answer_and_go_on(&mut self, cx: &mut Cx<'_>) -> Flow {
        let question = &cx.plan.base.questions[self.question];
        let answer = cx.plan.answers().answer(self.question);
        let row = self.marked(question);
        let takes_space = question.kind == Kind::Many && matches!(row, None | Some(QuestionRow::Choice(_)));
        match row {
            _ if cx.plan.access() == Access::ReadOnly => {}
            None if answer.is_none() => return self.leave_open(cx, &format!("{} marks a row.", how_to_mark(cx))),
            Some(_) if takes_space && answer.is_none() => {
                let key = cx.label_of(Context::Interview, Action::Choose);
                let how = key
                    .map_or_else(|| "A number ticks a row.".to_owned(), |key| format!("{key} ticks the marked row."));
                return self.leave_open(cx, &how);
            }
            Some(row) if !takes_space && !row.is_chosen(answer) => self.answer(cx, row),
            _ => {}
        }
        self.next(cx)
    }

    /// Goes on without an answer, says so, and how to give one.
    fn leave_open(&mut self, cx: &mut Cx<'_>, how: &str) -> Flow {
        let flow = self.next(cx);
        match &flow {
            Flow::Go(_) => cx.mention("Left open: nothing was chosen."),
            _ => cx.mention(format!("Left open. {how}")),
        }
        flow
    }

    /// Sets how much the marked choice matters, choosing it if it was not; without a choice, how much the answer does.
    pub(crate) fn weigh(&mut self, cx: &mut Cx<'_>, importance: Importance) {
        let question = &cx.plan.base.questions[self.question];
        let Some(row) = self.marked(question) else { return miss_a_mark(cx) };
        let mut response = cx.plan.response(self.question);
        let taken_back = if row == QuestionRow::NotSure { response.picks().len() } else { 0 };
        match (row, question.kind) {
            (QuestionRow::Choice(index), Kind::Many) => {
                let mut picks = response.take_picks();
                picks.retain(|pick| pick.choice != index);
                picks.push(Pick { choice: index, importance: Some(importance) });
                picks.sort_by_key(|pick| pick.choice);
                response.answer = Some(Answer::Chosen(picks));
            }
            (QuestionRow::Choice(_) | QuestionRow::NotSure, _) => {
                if !row.is_chosen(response.answer.as_ref()) {
                    response.answer = Some(row.answer());
                }
                response.importance = Some(importance);
            }
            (QuestionRow::NoneOfThese | QuestionRow::DoesNotApply, _) => {
                return cx.mention("This answer has no importance.");
            }
        }
        let asked = cx.plan.progress().visible;
        self.respond(cx, response);
        tell_taken_back(cx, taken_back, asked);
        if let QuestionRow::Choice(index) = row
            && question[index].needs.is_empty()
        {
            cx.mention(question::without_effect(&cx.plan.base.nouns));
        }
    }
}

/// Says that a key needs a marked row, and how to mark one.
fn miss_a_mark(cx: &mut Cx<'_>) {
    cx.mention(format!("Mark a row first, with {}.", how_to_mark(cx)));
}

fn how_to_mark(cx: &Cx<'_>) -> String {
    let key = cx.label_of(Context::Interview, Action::Down);
    key.map_or_else(|| "a number".to_owned(), |key| format!("{key} or a number"))
}

/// Says that a key has taken choices back, how many of the `asked` questions are no longer asked without them, and how all
/// of it comes again.
fn tell_taken_back(cx: &mut Cx<'_>, choices: usize, asked: usize) {
    if choices == 0 {
        return;
    }
    let undo = cx.key_of(Action::Undo);
    let gone = asked.saturating_sub(cx.plan.progress().visible);
    cx.say(match (choices, gone) {
        (1, 0) => format!("1 choice taken back; {undo} brings it back."),
        (_, 0) => format!("{choices} choices taken back; {undo} brings them back."),
        _ => {
            let (choices, questions) = (count(choices, "choice"), count(gone, "question"));
            format!("{choices} taken back, {questions} gone; {undo} undoes it.")
        }
    });
}

/// Whether an action changes an answer.
fn changes(action: Action) -> bool {
    use Action::{Amount, Choose, Clear, Could, DoesNotApply, Must, NoneOfThese, NotSure, Note, Number, Should};
    let is_answer = matches!(action, Choose | Number(_) | NoneOfThese | NotSure | DoesNotApply | Clear);
    is_answer || matches!(action, Must | Should | Could | Note | Amount)
}
