//! How much work is open in which plan, topic by topic.

use std::cmp::Reverse;

use crate::model::arena::Key;
use crate::model::topic::Topic;

use super::Portfolio;
use super::line::PlanLine;

/// So many plans have a row of their own; the others are added up.
pub const MOST_DRAWN: usize = 100;

/// How much work is open, by plan and topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatMap {
    /// The topics that have some, in the order of the interview.
    pub topics: Vec<Key<Topic>>,
    /// The plans with most of it, the most first.
    pub rows: Vec<HeatRow>,
    /// How many plans are not among them, and what is open in them all.
    pub rest: Option<(usize, HeatRow)>,
    /// What is open in all plans.
    pub all: HeatRow,
}

/// What is open, for each of the topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatRow {
    /// The title of the plan; empty for a sum.
    pub title: String,
    /// How much, topic by topic.
    pub cells: Vec<u32>,
}

impl HeatRow {
    /// How much in all.
    pub fn total(&self) -> u32 {
        self.cells.iter().sum()
    }
}

impl HeatMap {
    /// The map of some plans; `None` if nothing is open.
    pub fn of(portfolio: &Portfolio<'_>) -> Option<Self> {
        let topics: Vec<Key<Topic>> = {
            let has_some = |topic: &Key<Topic>| portfolio.lines.iter().any(|line| open_in(line, *topic) > 0);
            portfolio.base.topics.keys().filter(has_some).collect()
        };
        let mut lines: Vec<&PlanLine> = portfolio.lines.iter().collect();
        lines.sort_by_key(|line| Reverse(line.open_work()));
        let (drawn, others) = lines.split_at(lines.len().min(MOST_DRAWN));
        let drawn = drawn.iter().filter(|line| line.open_work() > 0);
        let row = |line: &&PlanLine| HeatRow { title: line.title.to_string(), ..sum(&topics, &[line]) };
        let rest = (!others.is_empty()).then(|| (others.len(), sum(&topics, others)));
        let (rows, all) = (drawn.map(row).collect(), sum(&topics, &lines));
        (!topics.is_empty()).then_some(Self { topics, rows, rest, all })
    }
}

fn open_in(line: &PlanLine, topic: Key<Topic>) -> u32 {
    line.work.iter().find(|(known, _)| *known == topic).map_or(0, |(_, count)| *count)
}

fn sum(topics: &[Key<Topic>], lines: &[&PlanLine]) -> HeatRow {
    let of = |topic: &Key<Topic>| lines.iter().map(|line| open_in(line, *topic)).sum();
    HeatRow { title: String::new(), cells: topics.iter().map(of).collect() }
}
