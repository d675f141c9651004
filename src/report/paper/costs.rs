//! What it costs: the gaps as pieces of work, those that share a limitation or a workaround as one; and what to mind of that
//! which is built in.

use std::cmp::Reverse;

use crate::model::capability::{Level, Way};
use crate::model::gap_work::{GapDecision, SizeBand};
use crate::model::question::Importance;
use crate::model::verdict::RequirementNumber;
use crate::report::bibliography::Cited;
use crate::report::parts::conditions;
use crate::report::parts::gaps::{GapEntry, Proposal};
use crate::report::tiles::trouble;
use crate::report::words::{capitalized, count};

use super::fitted::{Fitted, sentences};
use super::grounds::Grounds;
use super::identity::TO_BE_NAMED;

/// So many pieces of work stand on the first page at most.
pub const MOST: usize = 4;

/// So many conditions are named under the gaps at most.
pub const MOST_CONDITIONS: usize = 3;

/// What the sizes are.
pub const SIZES: &str = "Sizes are bands by kind of work, not estimates.";

/// The caption of the pieces of work.
pub(crate) const CAPTION: &str = "Gaps that are closed together stand together";

/// The columns of the pieces of work.
pub(crate) const COLUMNS: [&str; 6] = ["Gap", "Level", "Workaround", "Size", "Owner", "By"];

/// What it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Costs {
    /// The heading: `What it costs: 3 gaps, 2 pieces of work`.
    pub heading: Fitted<60>,
    /// Said where there is no gap.
    pub nothing: Option<&'static str>,
    /// Every piece of work, the weightiest first. The first page shows [`MOST`] of them.
    pub work: Vec<Work>,
    /// Who sees to each gap, in the order of the register of gaps.
    pub(super) seen_to: Vec<SeenTo>,
    /// What to mind of that which is built in.
    pub mind: Mind,
}

/// Who sees to a gap by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SeenTo {
    /// How large it is: what was said, else the band of its kind of work.
    pub(super) size: Fitted<12>,
    /// Who sees to it, or that somebody is to be named.
    pub(super) owner: Fitted<40>,
    /// By when, or that a day is to be named.
    pub(super) by: Fitted<12>,
    /// What was decided about it.
    pub(super) decision: GapDecision,
}

/// A piece of work: gaps that are closed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The gaps.
    pub gap: Fitted<90>,
    /// The worst level among them.
    pub level: Level,
    /// How much the most important of them matters.
    pub importance: Importance,
    /// What to do instead.
    pub workaround: Fitted<140>,
    /// How large it is: what was said, else the band of its kind of work.
    pub size: Fitted<12>,
    /// Who sees to it, or that somebody is to be named.
    pub owner: Fitted<40>,
    /// By when, or that a day is to be named.
    pub by: Fitted<12>,
    /// What was decided about it.
    pub decision: GapDecision,
    /// What it means, for the second page.
    pub meaning: Fitted<140>,
    /// The requirements behind it.
    pub numbers: Vec<RequirementNumber>,
    /// Where it is written.
    pub cited: Vec<Cited>,
}

/// The weighty conditions of what is built in, as far as there is room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mind {
    /// The conditions, the worst first, at most [`MOST_CONDITIONS`].
    pub conditions: Vec<Fitted<120>>,
    /// How many more weighty ones there are.
    pub more: usize,
}

impl Mind {
    /// The heading of the conditions.
    pub const HEADING: &'static str = conditions::HEADING;

    /// The words for those that are not named: `and 2 more`. Nothing where all are.
    pub fn and_more(&self) -> Option<String> {
        (self.more > 0).then(|| format!("and {} more", self.more))
    }
}

impl Costs {
    /// The pieces of work on the first page, and how many more there are.
    pub fn on_the_first_page(&self) -> (&[Work], usize) {
        let shown = self.work.get(..MOST).unwrap_or(&self.work);
        (shown, self.work.len() - shown.len())
    }
}

/// What a verdict costs.
pub(super) fn of(on: Grounds<'_>) -> Costs {
    let gaps = &on.report.gaps;
    let mut work: Vec<Work> = together(gaps).into_iter().map(|gaps| piece(on, &gaps)).collect();
    work.sort_by_key(|one| (Reverse(one.importance), one.level == Level::Partial, one.numbers.first().copied()));
    let is_advice = on.verdict.recommendation.is_advice();
    let kind = if is_advice { "What it costs" } else { "What is missing" };
    let heading = match (gaps.len(), work.len()) {
        (0, _) => kind.to_owned(),
        (gaps, 1) => format!("{kind}: {}, 1 piece of work", count(gaps, "gap")),
        (gaps, pieces) => format!("{kind}: {}, {pieces} pieces of work", count(gaps, "gap")),
    };
    let nothing = match (gaps.is_empty(), on.verdict.requirements.is_empty()) {
        (true, true) => Some("Nothing is asked for yet."),
        (true, false) => Some("Nothing: everything is built in."),
        (false, _) => None,
    };
    let seen_to = gaps.iter().map(|gap| seen_to(on, &[gap])).collect();
    Costs { heading: Fitted::cut(&heading), nothing, work, seen_to, mind: mind(on) }
}

/// What was said about gaps that are closed together.
fn seen_to(on: Grounds<'_>, gaps: &[&GapEntry]) -> SeenTo {
    let said = on.said(gaps.iter().map(|gap| gap.number));
    SeenTo {
        size: said.size().unwrap_or_else(|| usual_size(gaps)),
        owner: said.owner(),
        by: said.by(),
        decision: said.decision(),
    }
}

fn mind(on: Grounds<'_>) -> Mind {
    let weighty: Vec<_> = on.report.conditions.iter().filter(|condition| condition.is_weighty()).collect();
    let named = weighty.iter().take(MOST_CONDITIONS);
    let conditions = named.map(|condition| Fitted::cut(condition.limit.title.trim_end_matches('.'))).collect();
    Mind { conditions, more: weighty.len().saturating_sub(MOST_CONDITIONS) }
}

/// Gaps that share a limitation or a workaround, each group in the order of the register.
fn together(gaps: &[GapEntry]) -> Vec<Vec<&GapEntry>> {
    let mut groups: Vec<Vec<&GapEntry>> = Vec::new();
    for gap in gaps {
        let (mut own, others): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|known| is_one_work(known, gap)));
        groups = others;
        own.push(vec![gap]);
        let mut merged = own.concat();
        merged.sort_by_key(|gap| gap.number);
        groups.push(merged);
    }
    groups.sort_by_key(|group| group.first().map(|gap| gap.number));
    groups
}

/// Whether what closes one gap closes the other.
fn is_one_work(one: &GapEntry, other: &GapEntry) -> bool {
    one.side == other.side
        && one.limits.iter().any(|limit| {
            other.limits.iter().any(|same| {
                limit.key == same.key || (limit.workaround.is_some() && limit.workaround == same.workaround)
            })
        })
}

fn piece(on: Grounds<'_>, gaps: &[&GapEntry]) -> Work {
    let SeenTo { size, owner, by, decision } = seen_to(on, gaps);
    let mut cited: Vec<Cited> = Vec::new();
    for one in gaps.iter().flat_map(|gap| gap.cited.iter().chain(gap.limits.iter().flat_map(|limit| &limit.cited))) {
        if cited.iter().all(|known| known.number != one.number) {
            cited.push(one.clone());
        }
    }
    Work {
        gap: name(gaps),
        level: gaps.iter().map(|gap| gap.level).max_by_key(|level| trouble(*level)).expect("a piece of work has a gap"),
        importance: gaps.iter().map(|gap| gap.importance).max().expect("a piece of work has a gap"),
        workaround: Fitted::of_sentences(workaround(gaps)),
        size,
        owner,
        by,
        decision,
        meaning: meaning(gaps),
        numbers: gaps.iter().map(|gap| gap.number).collect(),
        cited,
    }
}

/// The gaps by name: both, or the first and how many more.
fn name(gaps: &[&GapEntry]) -> Fitted<90> {
    let all: Vec<&str> = gaps.iter().map(|gap| gap.wish.as_str()).collect();
    let wording = |most: usize| {
        let named = all.iter().take(most).copied().collect::<Vec<_>>().join("; ");
        if most < all.len() { format!("{named}; and {} more", all.len() - most) } else { named }
    };
    Fitted::first_of((1..=all.len()).rev().map(wording))
}

/// What to do instead, each once; or what is proposed where nothing is known.
fn workaround(gaps: &[&GapEntry]) -> Vec<Vec<String>> {
    let mut known: Vec<&str> = Vec::new();
    for text in gaps.iter().flat_map(|gap| gap.limits.iter().filter_map(|limit| limit.workaround.as_deref())) {
        if !known.contains(&text) {
            known.push(text);
        }
    }
    if known.is_empty() {
        let gap = gaps.first().expect("a piece of work has a gap");
        let without = gap.limits.iter().find_map(|limit| limit.without).map(str::to_owned);
        let proposed = gap.way.map(|way| format!("{}.", capitalized(way.phrase())));
        return vec![vec![without.or(proposed).unwrap_or_else(|| "No workaround is known.".to_owned())]];
    }
    known.into_iter().flat_map(sentences).collect()
}

/// The limits behind it, else what is remarked on it.
fn meaning(gaps: &[&GapEntry]) -> Fitted<140> {
    let mut said: Vec<String> = Vec::new();
    for gap in gaps {
        let limits = gap.limits.iter().map(|limit| format!("{}.", limit.title.trim_end_matches('.')));
        let note = gap.note.as_ref().map(ToString::to_string);
        for text in limits.chain(note).chain([gap.sentence.clone()]) {
            if !said.contains(&text) {
                said.push(text);
            }
        }
    }
    Fitted::of_sentences(said.iter().flat_map(|text| sentences(text)))
}

/// The band of the largest kind of work among them; where nothing is advised there is none yet.
fn usual_size(gaps: &[&GapEntry]) -> Fitted<12> {
    let band = |gap: &&GapEntry| match gap.way? {
        Proposal::Way(Way::Integrate) => Some(SizeBand::L),
        Proposal::Way(Way::Extend) => Some(SizeBand::M),
        Proposal::Way(Way::Configure | Way::Process | Way::Accept) | Proposal::FindOut => Some(SizeBand::S),
    };
    Fitted::cut(gaps.iter().filter_map(band).max().map_or(TO_BE_NAMED, SizeBand::word))
}
