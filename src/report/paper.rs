//! The decision paper: a first page that decides and a second one that supports it, as data. Every format lays them out; none
//! has words of its own. Every text has a hard limit, so that each page stays one page.
//!
//! First page, from the top: [`Identity::strip`], [`Answer`], [`Identity::columns`], the reasons ([`why`]) beside the [`Chart`],
//! the journey as tiles ([`super::tiles`]), the [`Costs`] or, where nothing is decided, [`FindFirst`], the [`Ask`] beside the next
//! steps ([`steps`]), and what it [`Rests`] on. Second page: the [`Options`], the pieces of work in detail ([`Costs::work`]),
//! the [`risks`], what would change the answer, what to order, and who signs.

pub mod answer;
pub mod ask;
pub mod chart;
pub mod costs;
pub mod find_first;
pub(crate) mod first_page;
pub(crate) mod fitted;
mod grounds;
pub mod identity;
pub(crate) mod open_questions;
pub mod options;
pub(crate) mod plan;
pub(crate) mod record;
pub mod rests;
pub(crate) mod revisions;
pub mod risks;
mod said;
pub(crate) mod second_page;
pub(crate) mod seen_to;
pub mod sign;
pub mod steps;
pub mod why;

use crate::advise::analysis::Analysis;
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::date::Today;
use crate::model::verdict::Verdict;

use super::Report;
use super::page::Section;
use super::parts::{what_if, work};
use super::tiles::{self, Tiles};
use answer::Answer;
use ask::Ask;
use chart::Chart;
use costs::Costs;
use find_first::FindFirst;
use fitted::Fitted;
use grounds::Grounds;
use identity::Identity;
use options::Options;
use rests::Rests;
use risks::Risk;
use steps::NextStep;
use why::Reason;

/// The heading of the gaps on the second page.
pub(crate) const GAPS_IN_DETAIL: &str = "Gaps in detail";

/// The heading of what would change the answer.
pub(crate) const CHANGES: &str = "What would change the answer";

/// So many gaps stand in detail on the second page at most.
pub(crate) const MOST_IN_DETAIL: usize = 4;

/// So many changes stand on the second page at most.
pub(crate) const MOST_CHANGES: usize = 3;

/// Said where nothing is to be signed.
pub(crate) const NOTHING_TO_SIGN: &str = "As it stands there is nothing to sign.";

/// Two pages about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Whose paper it is.
    pub identity: Identity,
    /// The answer.
    pub answer: Answer,
    /// Why: three reasons.
    pub why: [Reason; 3],
    /// How well it fits.
    pub chart: Chart,
    /// What stands above the tiles.
    pub tiles_heading: String,
    /// What is planned, as tiles.
    pub tiles: Tiles,
    /// What it costs.
    pub costs: Costs,
    /// What to find out first; only where nothing is decided.
    pub find_first: Option<FindFirst>,
    /// What is asked for.
    pub ask: Ask,
    /// The next steps, at most three.
    pub steps: Vec<NextStep>,
    /// What it rests on.
    pub rests: Rests,
    /// Both areas side by side.
    pub options: Options,
    /// Everything to see to, the weightiest first.
    pub risks: Vec<Risk>,
    /// What would change the answer, at most three sentences.
    pub changes: Vec<Fitted<180>>,
    /// What to order, license or switch on, in a line.
    pub to_order: Option<Fitted<200>>,
    /// What somebody signs for; nothing where there is nothing to sign.
    pub sign_off: Vec<Fitted<80>>,
}

impl Paper {
    /// The two pages of a verdict whose report this is.
    pub fn of(
        facts: &Facts<'_>,
        answers: &Answers,
        verdict: &Verdict,
        analysis: &Analysis,
        report: &Report,
        today: Today,
    ) -> Self {
        let on = Grounds { facts, answers, verdict, analysis, report, today };
        let identity = Identity::of(facts.base, answers, &report.planning_for, today.day);
        let (answer, costs) = (answer::of(on), costs::of(on));
        let is_advice = verdict.recommendation.is_advice();
        Self {
            why: why::all(on),
            chart: chart::of(on),
            tiles_heading: tiles::heading(&report.nouns),
            tiles: report.tiles.clone(),
            find_first: find_first::of(on),
            ask: ask::of(on, &identity, &answer.headline, &costs),
            steps: steps::all(on, &identity),
            rests: rests::of(on),
            options: options::of(on),
            risks: risks::all(on),
            changes: changes(report),
            to_order: to_order(report),
            sign_off: report.sign_off.iter().filter(|_| is_advice).map(|part| Fitted::cut(part)).collect(),
            identity,
            answer,
            costs,
        }
    }
}

/// The fewest changes that alter the answer; that nothing does, or that there is no answer to alter.
fn changes(report: &Report) -> Vec<Fitted<180>> {
    let said: Vec<Fitted<180>> = report.what_if.sentences().take(MOST_CHANGES).map(Fitted::cut).collect();
    if said.is_empty() { vec![Fitted::cut(what_if::NONE)] } else { said }
}

/// What must be there first, as far as it fits in a line.
fn to_order(report: &Report) -> Option<Fitted<200>> {
    let all = work::lines(report);
    let wording = |most: usize| {
        let more = (most < all.len()).then(|| format!("{} more", all.len() - most));
        let named: Vec<String> = all.iter().take(most).cloned().chain(more).collect();
        format!("{}: {}.", work::HEADING, enumerate(&named, "and"))
    };
    (!all.is_empty()).then(|| Fitted::first_of((1..=all.len()).rev().map(wording)))
}

/// Where in a document a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// On the first page.
    First,
    /// On the second page.
    Second,
    /// Behind both.
    Following,
}

/// Where a section of a document stands.
pub(crate) fn sheet(section: &Section) -> Sheet {
    match section.id {
        id if first_page::IDS.contains(&id) => Sheet::First,
        id if second_page::IDS.contains(&id) => Sheet::Second,
        _ => Sheet::Following,
    }
}
