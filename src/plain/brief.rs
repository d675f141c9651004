//! A client's text, line by line: each proposal that is open is said, and accepted, rejected or left.

use crate::app::Cx;
use crate::app::action::Action;
use crate::app::brief::{Fate, Reading};
use crate::app::everywhere;
use crate::app::plan::Plan;
use crate::app::popup::Flow;
use crate::app::screen::Screens;
use crate::report::proposals::{FOREIGN, reason};

use super::{Plain, words};

/// What can be typed while proposals are gone through.
const HOW: &str = "Type y to accept, n to reject, skip to leave it open, must, should or could, undo, or stop.\n";

impl Plain<'_> {
    /// Has a file read, or goes on with the text of the plan.
    pub(super) fn text(&mut self, path: &str) -> String {
        if !path.is_empty() {
            self.change(|screens, cx| screens.brief.fetch(cx, path));
            return String::new();
        }
        if self.app.cx.plan.answers().brief.is_none() {
            return "Type the path of a file: text mail.txt. Text, Markdown and Word (.docx) can be read.\n".to_owned();
        }
        self.change(|screens, cx| screens.brief.prepare(cx));
        self.go_on(0)
    }

    /// Says what became of reading a file, and begins with the first proposal.
    pub(super) fn has_read(&mut self) -> String {
        if let Some(problem) = self.app.screens.brief.problem.take() {
            return words::paragraph(&problem);
        }
        let foreign = self.app.screens.brief.reading.as_ref().is_some_and(|reading| reading.brief.is_foreign);
        let foreign = if foreign { words::paragraph(FOREIGN) } else { String::new() };
        let told = self.told();
        format!("{told}Everything stays on this computer.\n{foreign}{}", self.go_on(0))
    }

    /// Carries out a line that is about the proposal of that row.
    pub(super) fn review(&mut self, row: usize, line: &str) -> String {
        let line = line.trim().to_lowercase();
        let action = match line.as_str() {
            "y" | "yes" => Action::Confirm,
            "n" | "no" => Action::Clear,
            "must" | "m" => Action::Must,
            "should" | "s" => Action::Should,
            "could" | "c" => Action::Could,
            "skip" => return self.go_on(row + 1),
            "undo" | "u" => {
                self.change(|screens, cx| everywhere::undo(&mut screens.interview, cx));
                let told = self.told();
                self.change(|screens, cx| screens.brief.prepare(cx));
                return told + &self.go_on(0);
            }
            "stop" => return self.stop(),
            _ => return HOW.to_owned(),
        };
        self.act(|screens: &mut Screens, cx: &mut Cx<'_>| {
            screens.brief.decide(cx, row, action);
            Flow::Done
        });
        let told = self.told();
        let is_decided = matches!(action, Action::Confirm | Action::Clear);
        told + &self.go_on(if is_decided { row + 1 } else { row })
    }

    /// Says the next proposal that is open, from that row on, or that there is none.
    fn go_on(&mut self, from: usize) -> String {
        self.reviewing = self.app.screens.brief.open_from(&self.app.cx.plan, from);
        let reading = self.app.screens.brief.reading.as_ref();
        match (self.reviewing, reading) {
            (Some(row), Some(reading)) => proposal(reading, row, &self.app.cx.plan),
            _ => self.stop(),
        }
    }

    /// Ends going through proposals, and says what is left.
    fn stop(&mut self) -> String {
        self.reviewing = None;
        let (plan, brief) = (&self.app.cx.plan, &self.app.screens.brief);
        let Some(reading) = &brief.reading else { return "There is no text.\n".to_owned() };
        let count = |fate| reading.count(plan, fate);
        let (open, accepted, rejected) = (count(Fate::Open), count(Fate::Accepted), count(Fate::Rejected));
        let mut text = format!("{accepted} accepted, {rejected} rejected, {open} open.\n");
        if open > 0 {
            text.push_str("What is open stays with the plan. Type text to go on with it.\n");
        }
        for contradiction in &reading.brief.contradictions {
            text.push_str(&words::paragraph(&format!("Does not go together: {}", reason(contradiction))));
        }
        for sentence in &reading.brief.not_understood {
            text.push_str(&words::paragraph(&format!("Not understood: {sentence}")));
        }
        text + "Type open for the next question without an answer.\n"
    }
}

/// A proposal with its sentence, and what can be typed.
fn proposal(reading: &Reading, row: usize, plan: &Plan<'_>) -> String {
    let all = reading.brief.proposals.len();
    let Some(proposal) = reading.brief.proposals.get(row) else { return String::new() };
    let question = &plan.base.questions[proposal.chosen.0];
    let (tier, importance) = (proposal.tier.word(), plan.importance_of(proposal).word());
    let place = format!("Proposal {} of {all}, {tier}, {importance}: \"{}\"", row + 1, proposal.said());
    let choice = format!("{} {}", question.ask, question[proposal.chosen.1].label);
    words::paragraph(&place) + &words::paragraph(&choice) + HOW
}
