//! The plans of the list as a portfolio: how each stands, sorted and filtered.

use std::cmp::Reverse;

use crate::app::plan::PlanState;
use crate::app::plans::{PlanNumber, Which};
use crate::app::popup::confirm::leave_for;
use crate::app::popup::page::PageBox;
use crate::app::portfolio::{Standing, standings, whole};
use crate::model::arena::Key;
use crate::model::topic::Topic;
use crate::report::portfolio::{PlanLine, Stage};

use super::{Action, Cursor, Cx, Flow, Screen, ScreenComponent};

/// The portfolio.
#[derive(Debug, Default)]
pub(crate) struct PortfolioScreen {
    pub(crate) cursor: Cursor,
    pub(crate) sort: Sort,
    /// The only place in the order of work whose plans are shown, if not all are.
    pub(crate) stage: Option<usize>,
    /// The only topic whose plans are shown, if not all are.
    pub(crate) topic: Option<Key<Topic>>,
    /// Every plan, the open one first.
    all: Vec<Standing>,
    /// The places of those that are shown, in order.
    shown: Vec<usize>,
    made_of: Option<MadeOf>,
}

/// What the rows were made of: the state of the open plan, and the others by number and title.
type MadeOf = (PlanState, Vec<(PlanNumber, String)>);

/// What the rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Sort {
    /// When they can be built.
    #[default]
    Order,
    Fit,
    Gaps,
    Open,
    Title,
}

impl Sort {
    const ALL: [Self; 5] = [Self::Order, Self::Fit, Self::Gaps, Self::Open, Self::Title];

    /// What it goes by, in a word or two.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Order => "order of work",
            Self::Fit => "fit",
            Self::Gaps => "gaps",
            Self::Open => "open questions",
            Self::Title => "title",
        }
    }

    fn next(self) -> Self {
        let after = Self::ALL.into_iter().skip_while(|sort| *sort != self).nth(1);
        after.unwrap_or_default()
    }

    /// Sorts what is shown: the best fit, the most gaps and the most open questions first.
    fn sort(self, shown: &mut [(usize, &PlanLine)]) {
        match self {
            Self::Order => shown.sort_by(|(_, one), (_, other)| one.in_order().cmp(&other.in_order())),
            Self::Fit => shown.sort_by_key(|(_, line)| Reverse(line.best_fit())),
            Self::Gaps => shown.sort_by_key(|(_, line)| Reverse((line.gaps, line.all_conditions()))),
            Self::Open => shown.sort_by_key(|(_, line)| Reverse((line.open + line.not_sure, line.not_sure))),
            Self::Title => shown.sort_by_key(|(_, line)| line.title.to_lowercase()),
        }
    }
}

impl ScreenComponent for PortfolioScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let Some(action) = self.cursor.take(action, self.shown.len(), cx.reach) else { return Flow::Done };
        match action {
            Action::Confirm => return self.open(cx),
            Action::Why => return PageBox::of(whole(cx)).into(),
            Action::Copy => cx.copy(&whole(cx)),
            Action::Sort => self.sort = self.sort.next(),
            Action::FilterStage => self.stage = after(0..Stage::WORDS.len(), self.stage, |stage| self.has(stage)),
            Action::NextTopic => {
                self.topic = after(cx.plan.base.topics.keys(), self.topic, |topic| self.works_on(topic));
            }
            Action::PreviousTopic => {
                self.topic = after(cx.plan.base.topics.keys().rev(), self.topic, |topic| self.works_on(topic));
            }
            Action::NoFilter => (self.stage, self.topic) = (None, None),
            _ => return Flow::Ignored,
        }
        self.show();
        Flow::Done
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let others = cx.others.iter().map(|kept| (kept.number, kept.answers.title.clone())).collect();
        let made_of = Some((cx.plan.state(), others));
        if self.made_of != made_of {
            (self.all, self.made_of) = (standings(cx), made_of);
            self.show();
        }
    }
}

impl PortfolioScreen {
    /// The rows.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &Standing> {
        self.shown.iter().filter_map(|place| self.all.get(*place))
    }

    /// How many plans there are, shown or not.
    pub(crate) fn total(&self) -> usize {
        self.all.len()
    }

    /// How many plans stand at each place of the order of work.
    pub(crate) fn at(&self, place: usize) -> usize {
        self.all.iter().filter(|standing| standing.line.stage.place() == place).count()
    }

    /// Whether a plan of the topic that is shown stands there.
    fn has(&self, place: usize) -> bool {
        self.all.iter().any(|standing| is_shown(&standing.line, Some(place), self.topic))
    }

    /// Whether a plan that is shown has work in a topic.
    fn works_on(&self, topic: Key<Topic>) -> bool {
        self.all.iter().any(|standing| is_shown(&standing.line, self.stage, Some(topic)))
    }

    /// Chooses and sorts the rows anew; the mark stays on the row where it was.
    fn show(&mut self) {
        let is_shown = |line: &PlanLine| is_shown(line, self.stage, self.topic);
        let lines = self.all.iter().map(|standing| &standing.line).enumerate();
        let mut shown: Vec<(usize, &PlanLine)> = lines.filter(|(_, line)| is_shown(line)).collect();
        self.sort.sort(&mut shown);
        self.shown = shown.into_iter().map(|(place, _)| place).collect();
        self.cursor.row = self.cursor.row.min(self.shown.len().saturating_sub(1));
    }

    /// Goes on with the marked plan.
    fn open(&self, cx: &mut Cx<'_>) -> Flow {
        match self.rows().nth(self.cursor.row).map(|standing| standing.number) {
            Some(Some(number)) => leave_for(cx, Which::Kept(number)),
            Some(None) => Flow::Go(Screen::Advice),
            None => {
                cx.mention("No plan is shown. Show all of them again first.");
                Flow::Done
            }
        }
    }
}

/// Whether a plan stands at that place, if one is wanted, and has work in that topic, if one is.
fn is_shown(line: &PlanLine, stage: Option<usize>, topic: Option<Key<Topic>>) -> bool {
    let has_work = |topic: Key<Topic>| line.work.iter().any(|(known, _)| *known == topic);
    stage.is_none_or(|place| line.stage.place() == place) && topic.is_none_or(has_work)
}

/// The next value of which there is something; none after the last.
fn after<T: PartialEq + Copy>(
    values: impl Iterator<Item = T>,
    current: Option<T>,
    is_there: impl Fn(T) -> bool,
) -> Option<T> {
    let mut values = values.filter(|value| is_there(*value) || Some(*value) == current);
    match current {
        Some(current) => values.skip_while(|value| *value != current).nth(1),
        None => values.next(),
    }
}
