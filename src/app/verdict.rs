//! The advice and what it rests on.

use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::AsOf;
use crate::report::page::Page;
use crate::report::parts::{changes, conditions, drivers, gaps};
use crate::report::{Report, document};

use super::App;
use super::action::Action;
use super::overlay::{Overlay, PageBox};

/// Where the advice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VerdictScreen {
    /// The part that has the focus.
    pub part: Part,
    /// The marked row of that part.
    pub row: usize,
}

/// A part of the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Part {
    /// What each requirement adds.
    #[default]
    Reasons,
    /// What the area that one would build in does less than natively.
    Gaps,
    /// What to mind of that which is built in.
    Conditions,
    /// What would change the advice.
    WhatIf,
    /// What is still to be found out.
    FindOut,
    /// Then and now, and what changed between.
    Time,
}

impl Part {
    /// All parts, in order.
    pub const ALL: [Self; 6] = [Self::Reasons, Self::Gaps, Self::Conditions, Self::WhatIf, Self::FindOut, Self::Time];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Reasons => "What decided it",
            Self::Gaps => "Gaps you take on",
            Self::Conditions => conditions::HEADING,
            Self::WhatIf => "What would change it",
            Self::FindOut => "Find this out",
            Self::Time => "Then and now",
        }
    }

    /// The heading where there is little room.
    pub fn short(self) -> &'static str {
        match self {
            Self::Reasons => "Reasons",
            Self::Gaps => "Gaps",
            Self::Conditions => "Mind",
            Self::WhatIf => "What if",
            Self::FindOut => "Find out",
            Self::Time => "Then/now",
        }
    }

    /// How many rows the part has.
    pub fn rows(self, report: &Report) -> usize {
        match self {
            Self::Reasons => report.drivers.len(),
            Self::Gaps => report.gaps.len(),
            Self::Conditions => report.conditions.len(),
            Self::WhatIf => report.what_if.sentences().count(),
            Self::FindOut => report.find_out.len(),
            Self::Time => report.then_and_now.len() + report.changes.len(),
        }
    }
}

/// What lies behind a row of the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// Facts with their sources.
    Facts,
    /// A question: to be answered, or answered otherwise.
    Question(Key<Question>),
    /// A day that one can plan for.
    Day(AsOf),
}

impl Behind {
    /// What opening it does, in a word or two.
    pub fn word(self) -> &'static str {
        match self {
            Self::Facts => "details",
            Self::Question(_) => "question",
            Self::Day(_) => "plan for it",
        }
    }
}

impl VerdictScreen {
    /// The facts behind the marked row, where there are any.
    pub fn page(&self, report: &Report) -> Option<Page> {
        match self.part {
            Part::Reasons => report.drivers.get(self.row).map(|driver| drivers::page(report, driver)),
            Part::Gaps => report.gaps.get(self.row).map(|gap| gaps::page(report, gap)),
            Part::Conditions => report.conditions.get(self.row).map(|condition| conditions::page(report, condition)),
            Part::WhatIf | Part::FindOut => None,
            Part::Time => {
                let change = report.changes.get(self.row.checked_sub(report.then_and_now.len())?)?;
                Some(changes::page(report, change))
            }
        }
    }
}

impl App<'_> {
    pub(super) fn update_verdict(&mut self, action: Action) {
        let last = self.report.as_ref().map_or(0, |report| self.verdict.part.rows(report).saturating_sub(1));
        match action {
            Action::Up => self.verdict.row = self.verdict.row.saturating_sub(1),
            Action::Down => self.verdict.row = (self.verdict.row + 1).min(last),
            Action::First => self.verdict.row = 0,
            Action::Last => self.verdict.row = last,
            Action::ScrollUp => self.verdict.row = self.verdict.row.saturating_sub(5),
            Action::ScrollDown => self.verdict.row = (self.verdict.row + 5).min(last),
            Action::NextPart => self.turn(1),
            Action::PreviousPart => self.turn(Part::ALL.len() - 1),
            Action::Part(part) => self.verdict = VerdictScreen { part, row: 0 },
            Action::Row(row) if row <= last => {
                self.verdict.row = row;
                self.open_verdict_row();
            }
            Action::Confirm => self.open_verdict_row(),
            Action::Why => self.open_explanation(),
            _ => {}
        }
    }

    fn open_explanation(&mut self) {
        if let Some(report) = &self.report {
            let page = document::explanation(report);
            self.open(Overlay::Page(PageBox { page, scroll: 0 }));
        }
    }

    fn turn(&mut self, steps: usize) {
        let here = Part::ALL.iter().position(|part| *part == self.verdict.part).unwrap_or(0);
        let part = Part::ALL.get((here + steps) % Part::ALL.len()).copied().unwrap_or_default();
        self.verdict = VerdictScreen { part, row: 0 };
    }

    /// What lies behind the marked row of the advice; `None` if there is no more to it.
    pub fn behind_row(&self) -> Option<Behind> {
        let (report, row) = (self.report.as_ref()?, self.verdict.row);
        match self.verdict.part {
            Part::WhatIf => self.what_if_question(report, row).map(Behind::Question),
            Part::FindOut => report.find_out.get(row).map(|find_out| Behind::Question(find_out.question)),
            Part::Time if row < report.then_and_now.len() => {
                report.then_and_now.get(row).map(|moment| Behind::Day(moment.as_of))
            }
            part @ (Part::Reasons | Part::Gaps | Part::Conditions | Part::Time) => {
                (row < part.rows(report)).then_some(Behind::Facts)
            }
        }
    }

    /// The first question of those whose answers would have to be others. The rows are those of [`WhatIf::sentences`].
    ///
    /// [`WhatIf::sentences`]: crate::report::parts::what_if::WhatIf::sentences
    fn what_if_question(&self, report: &Report, row: usize) -> Option<Key<Question>> {
        let what_if = &report.what_if;
        if let Some(relaxation) = self.plan.outlook().relaxations.get(row) {
            let must = relaxation.musts.first()?;
            return Some(self.plan.verdict().requirement(*must)?.question);
        }
        let row = row.checked_sub(what_if.relaxations.len() + usize::from(what_if.steady.is_some()))?;
        let flip = what_if.answers.iter().chain(&what_if.importances).nth(row)?;
        Some(flip.changes.first()?.question)
    }

    fn open_verdict_row(&mut self) {
        match self.behind_row() {
            Some(Behind::Facts) => self.open_facts(),
            Some(Behind::Question(question)) => self.open_question(question),
            Some(Behind::Day(as_of)) => self.plan_for_moment(as_of),
            None => self.mention("There is no more to say about this."),
        }
    }

    fn open_facts(&mut self) {
        if let Some(page) = self.report.as_ref().and_then(|report| self.verdict.page(report)) {
            self.open(Overlay::Page(PageBox { page, scroll: 0 }));
        }
    }

    fn plan_for_moment(&mut self, as_of: AsOf) {
        let name = match self.plan.base.preset(as_of) {
            Some(preset) => preset.id.to_string(),
            None if as_of.day == self.plan.today => "today".to_owned(),
            None => as_of.day.to_string(),
        };
        // The day of a moment was planned for before, so it can be again.
        let _ = self.plan.plan_for(&name);
    }
}
