//! What keys decide about the marked row of a client's text.

use super::{Action, BriefRow, BriefScreen, Chosen, Cx, Fate, Flow, Importance, Kind};
use crate::app::brief;
use crate::report::words::asked_only_after;

impl BriefScreen {
    /// Makes an answer of one of the choices of the marked row, and goes on; a question is gone to.
    pub(super) fn accept(&mut self, cx: &mut Cx<'_>, choice: usize) -> Flow {
        let Some(row) = self.marked(&cx.plan) else { return Flow::Done };
        if let BriefRow::NotAnswered(question) = row {
            return Flow::Question(question, None);
        }
        if let BriefRow::Contradiction(position) = row {
            self.mark_end_of(position);
            return Flow::Done;
        }
        let choices = self.choices(row, &cx.plan);
        let Some(chosen) = choices.get(choice).copied() else {
            cx.mention(match choices.len() {
                0 => "Nothing is known that this sentence may ask for.".to_owned(),
                1 => "There is 1 choice here.".to_owned(),
                several => format!("There are {several} choices here."),
            });
            return Flow::Done;
        };
        if plan_has(cx, chosen) {
            self.next_open(cx, true);
            return Flow::Done;
        }
        let replaced = cx.plan.answers().answer(chosen.0).is_some() && takes_one(cx, chosen);
        let Some(reading) = &self.reading else { return Flow::Done };
        match row {
            BriefRow::Proposal(position) => {
                let proposal = reading.brief.proposals.get(position).expect("every row has its proposal");
                brief::accept(&mut cx.plan, reading, proposal, Some(chosen));
            }
            _ => brief::say(&mut cx.plan, reading.sentence(row).unwrap_or_default(), chosen),
        }
        tell_accepted(cx, chosen, replaced);
        self.go_on(&cx.plan);
        Flow::Done
    }

    /// Marks the proposal that begins a contradiction.
    fn mark_end_of(&mut self, position: usize) {
        let Some(reading) = &self.reading else { return };
        let contradiction = reading.brief.contradictions.get(position);
        let first = contradiction.and_then(|contradiction| contradiction.between.first());
        let row = reading.brief.proposals.iter().position(|proposal| Some(&proposal.chosen) == first.map(|end| &end.0));
        self.cursor.row = row.unwrap_or(self.cursor.row);
    }

    pub(super) fn reject(&mut self, cx: &mut Cx<'_>) {
        let (Some(proposal), Some(reading)) = (self.proposal(&cx.plan), &self.reading) else {
            return cx.mention("Only a proposal can be rejected.");
        };
        let reopens = cx.plan.fate(proposal.chosen) == Fate::Rejected;
        brief::reject(&mut cx.plan, reading, proposal);
        if reopens {
            cx.say("Open again.");
        } else {
            cx.say("Rejected.");
            self.go_on(&cx.plan);
        }
    }

    pub(super) fn weigh(&mut self, cx: &mut Cx<'_>, importance: Importance) {
        match self.proposal(&cx.plan) {
            Some(proposal) => brief::weigh(&mut cx.plan, proposal, importance),
            None => cx.mention("Only a proposal has an importance."),
        }
    }

    pub(super) fn accept_likely(&mut self, cx: &mut Cx<'_>) {
        let Some(reading) = &self.reading else { return };
        let (accepted, left) = brief::accept_likely(&mut cx.plan, reading);
        let undo = cx.key_of(Action::Undo);
        match (accepted, left) {
            (0, 0) => cx.mention("Nothing likely is open."),
            (0, _) => cx.mention("These questions have an answer already. Accept those one by one."),
            (_, 0) => cx.say(format!("{accepted} accepted; {undo} takes them back.")),
            _ => cx.say(format!("{accepted} accepted; {left} would replace an answer: accept those one by one.")),
        }
        self.cursor.row = self.open_rows(&cx.plan).first().copied().unwrap_or(self.cursor.row);
    }
}

fn plan_has(cx: &Cx<'_>, chosen: Chosen) -> bool {
    cx.plan.fate(chosen) == Fate::Accepted
}

fn takes_one(cx: &Cx<'_>, chosen: Chosen) -> bool {
    cx.plan.base.questions[chosen.0].kind == Kind::One
}

/// Says what became an answer, and what that means for it.
fn tell_accepted(cx: &mut Cx<'_>, chosen: Chosen, replaced: bool) {
    let base = cx.plan.base;
    let label = &base.questions[chosen.0][chosen.1].label;
    if !cx.plan.visible.contains(chosen.0) {
        let because = asked_only_after(base, chosen.0).unwrap_or_default();
        return cx.say(format!("Accepted. It does not count yet: {because}."));
    }
    let undo = cx.key_of(Action::Undo);
    let replaced = if replaced {
        format!(" It took the place of another answer; {undo} brings that back.")
    } else {
        String::new()
    };
    cx.say(format!("Accepted: {label}.{replaced}"));
}
