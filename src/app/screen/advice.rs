//! The advice and what it rests on.

use crate::app::plan::PlanState;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::AsOf;
use crate::report::page::Page;
use crate::report::parts::{Part, changes, conditions, drivers, gaps};
use crate::report::{Report, document};

use super::{Action, Cursor, Cx, Flow, Plan, ScreenComponent};
use crate::app::plan::Access;
use crate::app::popup::form::FormBox;
use crate::app::popup::page::PageBox;

/// The advice.
#[derive(Debug, Default)]
pub struct AdviceScreen {
    /// The advice in words, from when it is first shown.
    pub report: Option<Report>,
    /// The part that has the focus.
    pub(crate) part: Part,
    pub(crate) cursor: Cursor,
    /// The state of the plan that the report is made of.
    made_of: Option<PlanState>,
}

/// What lies behind a row of the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Behind {
    Facts,
    /// A question: to be answered, or answered otherwise.
    Question(Key<Question>),
    /// A day that one can plan for.
    Day(AsOf),
}

impl Behind {
    /// What opening it does, in a word or two.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Facts => "details",
            Self::Question(_) => "question",
            Self::Day(_) => "plan for it",
        }
    }
}

impl ScreenComponent for AdviceScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let Some(report) = &self.report else { return Flow::Ignored };
        let Some(action) = self.cursor.take(action, self.part.rows(report), cx.reach) else { return Flow::Done };
        match action {
            Action::NextPart => self.turn(1),
            Action::PreviousPart => self.turn(Part::ALL.len() - 1),
            Action::Part(part) => self.turn_to(part),
            Action::Confirm => return self.open(cx),
            Action::GapWork => return self.gap_work(cx),
            Action::Why => return PageBox::of(document::explanation(report)).into(),
            Action::Copy => match self.page(report) {
                Some(page) => cx.copy(&page),
                None => return Flow::Ignored,
            },
            _ => return Flow::Ignored,
        }
        Flow::Done
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let plan = &cx.plan;
        if self.made_of.replace(plan.state()) != Some(plan.state()) {
            self.report = Some(plan.report());
        }
    }
}

impl AdviceScreen {
    /// The facts behind the marked row, where there are any.
    fn page(&self, report: &Report) -> Option<Page> {
        let row = self.cursor.row;
        match self.part {
            Part::Reasons => report.drivers.get(row).map(|driver| drivers::page(report, driver)),
            Part::Gaps => report.gaps.get(row).map(|gap| gaps::page(report, gap)),
            Part::Conditions => {
                let mut all = report.conditions.iter().chain(&report.elsewhere);
                all.nth(row).map(|condition| conditions::page(report, condition))
            }
            Part::WhatIf | Part::FindOut => None,
            Part::Time => {
                let change = report.changes.get(row.checked_sub(report.then_and_now.len())?)?;
                Some(changes::page(report, change))
            }
        }
    }

    fn turn(&mut self, steps: usize) {
        let mut from_here = Part::ALL.into_iter().cycle().skip_while(|part| *part != self.part);
        self.turn_to(from_here.nth(steps).expect("a cycle has no end"));
    }

    /// Turns to a part, with its first row marked.
    pub(in crate::app) fn show(&mut self, part: Part) {
        self.turn_to(part);
    }

    fn turn_to(&mut self, part: Part) {
        (self.part, self.cursor) = (part, Cursor::default());
    }

    /// Whether the mark is on a gap.
    pub(crate) fn is_on_gap(&self) -> bool {
        let gaps = self.report.as_ref().map_or(0, |report| report.gaps.len());
        self.part == Part::Gaps && self.cursor.row < gaps
    }

    /// Asks who sees to the marked gap.
    fn gap_work(&self, cx: &mut Cx<'_>) -> Flow {
        let gap = self.report.as_ref().and_then(|report| report.gaps.get(self.cursor.row));
        let Some(gap) = gap.filter(|_| self.is_on_gap()) else {
            cx.mention("Mark a gap first: it is gaps that somebody sees to.");
            return Flow::Done;
        };
        if cx.plan.access() == Access::ReadOnly {
            cx.say_read_only();
            return Flow::Done;
        }
        FormBox::gap(cx, cx.plan.verdict().requirement(gap.number).capability).into()
    }

    /// What lies behind the marked row; `None` if there is no more to it.
    pub(crate) fn behind(&self, plan: &Plan<'_>) -> Option<Behind> {
        let (report, row) = (self.report.as_ref()?, self.cursor.row);
        match self.part {
            Part::WhatIf => what_if_question(plan, report, row).map(Behind::Question),
            Part::FindOut => report.find_out.get(row).map(|find_out| Behind::Question(find_out.question)),
            Part::Time if row < report.then_and_now.len() => {
                report.then_and_now.get(row).map(|moment| Behind::Day(moment.as_of))
            }
            part @ (Part::Reasons | Part::Gaps | Part::Conditions | Part::Time) => {
                (row < part.rows(report)).then_some(Behind::Facts)
            }
        }
    }

    fn open(&self, cx: &mut Cx<'_>) -> Flow {
        match self.behind(&cx.plan) {
            Some(Behind::Facts) => {
                let page = self.report.as_ref().and_then(|report| self.page(report));
                return page.map_or(Flow::Done, |page| PageBox::of(page).into());
            }
            Some(Behind::Question(question)) => return Flow::Question(question, None),
            Some(Behind::Day(as_of)) => cx.plan.plan_for_day(as_of),
            None => cx.mention("There is no more to say about this."),
        }
        Flow::Done
    }
}

/// The first question of those whose answers would have to be others. The rows are those of [`WhatIf::sentences`].
///
/// [`WhatIf::sentences`]: crate::report::parts::what_if::WhatIf::sentences
fn what_if_question(plan: &Plan<'_>, report: &Report, row: usize) -> Option<Key<Question>> {
    let what_if = &report.what_if;
    if let Some(relaxation) = plan.analysis().relaxations.get(row) {
        let must = relaxation.musts.first()?;
        return Some(plan.verdict().requirement(*must).question);
    }
    let row = row.checked_sub(what_if.relaxations.len() + usize::from(what_if.steady.is_some()))?;
    let counterfactual = what_if.answers.iter().chain(&what_if.importances).nth(row)?;
    Some(counterfactual.changes.first()?.question)
}
