//! A client's text and what it proposes: gone through sentence by sentence.

mod deeds;
mod intake;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Action, Cursor, Cx, Flow, Plan, ScreenComponent, Typing};
use crate::app::brief::{BriefRow, Fate, Reading};
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::plan::Access;
use crate::brief::{Chosen, Index, Proposal, choices};
use crate::model::arena::Key;
use crate::model::question::{Importance, Kind, Question};

/// The most choices that are offered for a sentence.
const MOST_CHOICES: usize = 3;

/// The text of the plan, or where one is asked for.
#[derive(Debug, Default)]
pub struct BriefScreen {
    pub(crate) cursor: Cursor,
    /// Where the path of a file is typed.
    pub(crate) field: Field,
    /// What is wrong with what was pasted or typed.
    pub(crate) problem: Option<String>,
    /// Whether another text is asked for although there is one.
    is_asked_for: bool,
    /// The file that the shell reads, if it does.
    pub(crate) waits_for: Option<String>,
    /// Which of the choices of the marked row would be accepted.
    pub(crate) choice: usize,
    pub(crate) reading: Option<Reading>,
    /// The choices that fit a sentence, the best first; of those sentences that needed them.
    fitting: BTreeMap<String, Vec<Chosen>>,
    index: Option<Index>,
}

impl ScreenComponent for BriefScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        if self.context() == Context::ClientText {
            return self.ask(cx, action);
        }
        let before = self.cursor;
        let flow = self.go_through(cx, action);
        if self.cursor != before {
            self.choice = 0;
        }
        flow
    }

    fn enter(&mut self, cx: &mut Cx<'_>) {
        self.settle(cx);
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let plan = &cx.plan;
        match &plan.answers().brief {
            None => self.reading = None,
            Some(kept) if self.reading.as_ref().is_some_and(|reading| reading.text == kept.text) => {}
            Some(kept) => {
                let reading = self.read(Arc::clone(&kept.text), plan);
                self.show(reading, plan);
            }
        }
        let rows = self.rows(plan).len();
        self.cursor.row = self.cursor.row.min(rows.saturating_sub(1));
        self.find_choices(plan);
    }

    fn type_in(&mut self, _: &Cx<'_>, typed: &Typing<'_>) -> bool {
        let asks = self.context() == Context::ClientText;
        if asks {
            self.problem = None;
            self.field.take(typed);
        }
        asks
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) -> bool {
        if self.context() != Context::ClientText {
            return false;
        }
        if intake::is_path(text) {
            return self.type_in(cx, &Typing::Pasted(text.trim()));
        }
        self.take(cx, text);
        true
    }
}

impl BriefScreen {
    pub(crate) fn context(&self) -> Context {
        if self.reading.is_none() || self.is_asked_for { Context::ClientText } else { Context::Brief }
    }

    pub(crate) fn rows(&self, plan: &Plan<'_>) -> Vec<BriefRow> {
        self.reading.as_ref().map_or_else(Vec::new, |reading| reading.rows(plan))
    }

    pub(crate) fn marked(&self, plan: &Plan<'_>) -> Option<BriefRow> {
        self.rows(plan).get(self.cursor.row).copied()
    }

    fn proposal(&self, plan: &Plan<'_>) -> Option<&Proposal> {
        let Some(BriefRow::Proposal(position)) = self.marked(plan) else { return None };
        self.reading.as_ref()?.brief.proposals.get(position)
    }

    /// The choices of a row, of which one can be accepted: what is proposed, and what else its sentence may ask for.
    pub(crate) fn choices(&self, row: BriefRow, plan: &Plan<'_>) -> Vec<Chosen> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let own = match row {
            BriefRow::Proposal(position) => reading.brief.proposals.get(position).map(|proposal| proposal.chosen),
            BriefRow::NotUnderstood(_) => None,
            BriefRow::Contradiction(_) | BriefRow::NotAnswered(_) => return Vec::new(),
        };
        let sentence = reading.sentence(row).unwrap_or_default();
        let proposed: Vec<Chosen> = reading.proposed(sentence).collect();
        let fitting = self.fitting.get(sentence).into_iter().flatten().copied();
        let others = fitting.filter(|chosen| !proposed.contains(chosen));
        let mut choices: Vec<Chosen> = own.into_iter().chain(others).take(MOST_CHOICES).collect();
        // What is asked beside it is what was meant most often where the sentence says too little.
        for beside in own.into_iter().flat_map(|(question, _)| siblings(question, plan)) {
            if choices.len() < MOST_CHOICES && !choices.contains(&beside) && !proposed.contains(&beside) {
                choices.push(beside);
            }
        }
        choices
    }

    /// The choice that became an answer instead of one that was rejected.
    pub(crate) fn instead(&self, row: BriefRow, plan: &Plan<'_>) -> Option<Chosen> {
        let is_answer = |chosen: &Chosen| plan.fate(*chosen) == Fate::Accepted;
        self.choices(row, plan).into_iter().skip(1).find(is_answer)
    }

    /// Shows the text of the plan from its beginning.
    pub(crate) fn prepare(&mut self, cx: &Cx<'_>) {
        self.settle(cx);
    }

    /// Does something about the proposal of a row.
    pub(crate) fn decide(&mut self, cx: &mut Cx<'_>, row: usize, action: Action) {
        (self.cursor.row, self.choice) = (row, 0);
        self.go_through(cx, action);
    }

    /// The row of the first proposal that is open, from that row on.
    pub(crate) fn open_from(&self, plan: &Plan<'_>, from: usize) -> Option<usize> {
        self.open_rows(plan).into_iter().find(|row| *row >= from)
    }

    fn read(&mut self, text: Arc<str>, plan: &Plan<'_>) -> Reading {
        let index = self.index.get_or_insert_with(|| Index::of(plan.base));
        Reading::of(text, index, plan.base)
    }

    /// Shows what was read, from the first that is open.
    fn show(&mut self, reading: Reading, plan: &Plan<'_>) {
        self.fitting.clear();
        self.reading = Some(reading);
        (self.cursor, self.choice) = (Cursor::default(), 0);
        self.cursor.row = self.open_from(plan, 0).unwrap_or(0);
    }

    /// Looks up what else the sentences ask for where that is shown.
    fn find_choices(&mut self, plan: &Plan<'_>) {
        let Some(reading) = &self.reading else { return };
        let index = self.index.get_or_insert_with(|| Index::of(plan.base));
        let is_rejected = |row: &BriefRow| match row {
            BriefRow::Proposal(position) => {
                let proposal = reading.brief.proposals.get(*position);
                proposal.is_some_and(|proposal| plan.fate(proposal.chosen) == Fate::Rejected)
            }
            _ => false,
        };
        let rows = reading.rows(plan);
        let marked = rows.get(self.cursor.row);
        for sentence in
            rows.iter().filter(|row| Some(*row) == marked || is_rejected(row)).filter_map(|row| reading.sentence(*row))
        {
            if !self.fitting.contains_key(sentence) {
                self.fitting.insert(sentence.to_owned(), choices(sentence, index, plan.base));
            }
        }
    }

    /// The rows of proposals that are open.
    fn open_rows(&self, plan: &Plan<'_>) -> Vec<usize> {
        let proposals = self.reading.iter().flat_map(|reading| reading.brief.proposals.iter()).enumerate();
        let open = proposals.filter(|(_, proposal)| plan.fate(proposal.chosen) == Fate::Open);
        open.map(|(row, _)| row).collect()
    }

    fn go_through(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let rows = self.rows(&cx.plan);
        if cx.plan.access() == Access::ReadOnly && changes(action) {
            cx.say_read_only();
            return Flow::Done;
        }
        match action {
            // A click marks: nothing is accepted by a slip of the hand.
            Action::Row(row) => self.cursor.row = row.min(rows.len().saturating_sub(1)),
            Action::Confirm => return self.accept(cx, self.choice),
            Action::Number(number) => {
                let number = usize::from(number);
                return self.accept(cx, number.saturating_sub(1));
            }
            Action::More => self.change(&cx.plan),
            Action::Clear => self.reject(cx),
            Action::Must => self.weigh(cx, Importance::Must),
            Action::Should => self.weigh(cx, Importance::Should),
            Action::Could => self.weigh(cx, Importance::Could),
            Action::AcceptLikely => self.accept_likely(cx),
            Action::OpenQuestion => return self.open_question(cx),
            Action::NextPart => self.next_open(cx, true),
            Action::PreviousPart => self.next_open(cx, false),
            Action::OtherText => self.is_asked_for = true,
            _ => match self.cursor.take(action, rows.len(), cx.reach) {
                None => {}
                Some(_) => return Flow::Ignored,
            },
        }
        Flow::Done
    }

    /// Turns to the next of the choices of the marked row.
    fn change(&mut self, plan: &Plan<'_>) {
        let choices = self.marked(plan).map_or(0, |row| self.choices(row, plan).len());
        self.choice = if self.choice + 1 < choices { self.choice + 1 } else { 0 };
    }

    /// Goes to the question of the marked choice.
    fn open_question(&self, cx: &Cx<'_>) -> Flow {
        match self.marked(&cx.plan) {
            Some(BriefRow::NotAnswered(question)) => Flow::Question(question, None),
            Some(row) => match self.choices(row, &cx.plan).get(self.choice) {
                Some((question, choice)) => Flow::Question(*question, Some(*choice)),
                None => Flow::Done,
            },
            None => Flow::Done,
        }
    }

    /// Marks the next proposal that is open, from the beginning again after the last.
    fn next_open(&mut self, cx: &mut Cx<'_>, forward: bool) {
        let here = self.cursor.row;
        let open = self.open_rows(&cx.plan);
        let found = if forward {
            open.iter().find(|row| **row > here).or(open.first())
        } else {
            open.iter().rfind(|row| **row < here).or(open.last())
        };
        match found.copied() {
            Some(row) => self.cursor.row = row,
            None => cx.mention("No proposal is open."),
        }
    }

    /// Goes on to what is open behind the marked row; stays if there is nothing.
    fn go_on(&mut self, plan: &Plan<'_>) {
        let here = self.cursor.row;
        self.cursor.row = self.open_from(plan, here + 1).unwrap_or(here);
        self.choice = 0;
    }

    /// What an action does on the marked row, in a word or two; nothing if it would do nothing.
    pub(crate) fn word<'w>(&self, plan: &Plan<'_>, action: Action, otherwise: &'w str) -> Option<&'w str> {
        let row = self.marked(plan)?;
        let fate = self.proposal(plan).map(|proposal| plan.fate(proposal.chosen));
        let choices = self.choices(row, plan);
        match (action, row) {
            (Action::Confirm, BriefRow::NotAnswered(_)) => Some("open"),
            (Action::Confirm, BriefRow::Contradiction(_)) => Some("show"),
            (Action::Confirm, _) if choices.get(self.choice).is_none() => None,
            (Action::Confirm, _) if fate == Some(Fate::Accepted) && self.choice == 0 => Some("next"),
            (Action::More, _) => (choices.len() > 1).then_some(otherwise),
            (Action::OpenQuestion, BriefRow::NotAnswered(_)) => None,
            (Action::OpenQuestion, _) => (!choices.is_empty()).then_some(otherwise),
            (Action::Clear, _) if fate == Some(Fate::Rejected) => Some("open again"),
            (Action::Clear, _) => fate.map(|_| otherwise),
            (Action::Must | Action::Should | Action::Could, _) => fate.map(|_| "importance"),
            (Action::AcceptLikely, _) => {
                self.reading.as_ref().is_some_and(|reading| reading.has_likely(plan)).then_some(otherwise)
            }
            (Action::NextPart, _) => {
                let is_elsewhere = self.open_rows(plan).into_iter().any(|open| open != self.cursor.row);
                is_elsewhere.then_some(otherwise)
            }
            _ => Some(otherwise),
        }
    }
}

/// The choices of a question.
fn siblings(question: Key<Question>, plan: &Plan<'_>) -> impl Iterator<Item = Chosen> {
    plan.base.questions[question].indexed().map(move |(choice, _)| (question, choice))
}

/// Whether an action changes the plan.
fn changes(action: Action) -> bool {
    use Action::{AcceptLikely, Clear, Confirm, Could, Must, Number, OtherText, Should};
    matches!(action, Confirm | Number(_) | Clear | Must | Should | Could | AcceptLikely | OtherText)
}
