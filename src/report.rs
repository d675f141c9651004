//! From a verdict to what people read: every sentence about advice is worded here, once.
//!
//! A [`Report`] is plain text in named parts; screens and exports lay it out and add no words of their own.
//! A [`page`] is all that anybody reads: [`document`] makes one of the advice, [`question`] of what stands beside a question,
//! [`entry`] of an entry of the knowledge.

pub mod adds;
pub mod alteration;
pub(crate) mod answer;
pub mod audit;
pub(crate) mod availability;
pub(crate) mod bibliography;
pub(crate) mod comparison;
pub mod document;
pub(crate) mod entry;
pub mod explanation;
pub mod import;
pub(crate) mod influence;
pub(crate) mod introduction;
pub(crate) mod leaning;
pub mod limit;
pub(crate) mod lines;
pub mod marks;
pub mod page;
pub mod paper;
pub mod parts;
pub mod portfolio;
pub mod proposals;
pub mod question;
pub(crate) mod rereading;
pub(crate) mod settings;
pub(crate) mod short;
pub(crate) mod shortfalls;
mod support;
pub mod tiles;
pub mod verification;
pub mod words;
pub(crate) mod work;

use crate::advise::analysis::Analysis;
use crate::advise::components::Forest;
use crate::advise::conditions::Conditions;
use crate::advise::sizes::Held;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Pair;
use crate::model::answers::Answers;
use crate::model::date::Today;
use crate::model::nouns::Nouns;
use crate::model::text::Text;
use crate::model::verdict::{RequirementNumber, Verdict};

use bibliography::{Bibliography, Work};
use explanation::Explanation;
use page::Section;
use parts::arguments::Arguments;
use parts::assumptions::Assumption;
use parts::changes::FactChange;
use parts::conditions::ConditionEntry;
use parts::contradictions::Clash;
use parts::counts::Counts;
use parts::decision::Decision;
use parts::drivers::{Driver, KnockOut};
use parts::find_out::FindOut;
use parts::firmness::Firmness;
use parts::gaps::GapEntry;
use parts::gone::Gone;
use parts::journeys_apart::Apart;
use parts::life_cycle::Milestone;
use parts::register::RegisterEntry;
use parts::standings::StandingLine;
use parts::timeline::Moment;
use parts::traceability::Trace;
use parts::what_if::WhatIf;
use parts::why_asked::WhyAsked;
use parts::work::{ReadNext, ToOrder};
use parts::{
    arguments, assumptions, changes, conditions, contradictions, decision, division, drivers, find_out, firmness, gaps,
    gone, header, journeys_apart, life_cycle, method, next_steps, notes, register, sign_off, sources, standings,
    timeline, traceability, why_asked,
};
use tiles::Tiles;

/// A verdict in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What the plan is called.
    pub title: String,
    /// The day planned for: `today, 24 November 2026`.
    pub(crate) planning_for: String,
    /// What the plan says about itself, in a sentence, if it says anything.
    pub(crate) settings: Option<String>,
    /// What the field calls what is planned and what one chooses between.
    pub(crate) nouns: Nouns,
    /// How far the facts reach, if that is noted.
    pub(crate) reach: Option<String>,
    /// What the document is about and was made with, each line with its name.
    pub header: Vec<(&'static str, String)>,
    /// The advice.
    pub decision: Decision,
    /// How both alternatives stand.
    pub standings: Pair<StandingLine>,
    /// How firm it is.
    pub firmness: Vec<Firmness>,
    /// Answers that contradict each other.
    pub contradictions: Vec<Clash>,
    /// Several journeys in this one plan.
    pub journeys_apart: Vec<Apart>,
    /// The verdict at other times.
    pub then_and_now: Vec<Moment>,
    /// Musts that rule an alternative out.
    pub knock_outs: Vec<KnockOut>,
    /// Every requirement with what it adds, the strongest first.
    pub drivers: Vec<Driver>,
    /// What speaks for the alternative that one would build in, and what against it.
    pub(crate) arguments: Arguments,
    /// The fit-gap register: every requirement in the order of the interview.
    pub register: Vec<RegisterEntry>,
    /// The requirements counted.
    pub counts: Counts,
    /// The journey as tiles.
    pub tiles: Tiles,
    /// Why each question behind a requirement was asked.
    pub why_asked: Vec<WhyAsked>,
    /// From each requirement to question, facts, limitations and sources.
    pub traces: Vec<Trace>,
    /// What the alternative that one would build in does less than natively.
    pub gaps: Vec<GapEntry>,
    /// The limits in force of what it does natively, the worst first.
    pub conditions: Vec<ConditionEntry>,
    /// The limits in force of the other alternative, if that can be had too, the worst first.
    pub elsewhere: Vec<ConditionEntry>,
    /// What went with a removed alternative, and what replaces it.
    pub gone: Vec<Gone>,
    /// What would change the advice.
    pub what_if: WhatIf,
    /// Why not the other alternative.
    pub why_not: Vec<String>,
    /// Facts about the requirements that changed between the first moment and the last.
    pub changes: Vec<FactChange>,
    /// What goes where; empty unless both alternatives are advised.
    pub division: Vec<String>,
    /// What both alternatives side by side would cost; empty unless that is the advice.
    pub costs: Vec<String>,
    /// Musts that nothing confirms and questions to which the answer is not known yet, with who would know.
    pub find_out: Vec<FindOut>,
    /// That open questions are left out there, if any are.
    pub left_out: Option<String>,
    /// The dates in the life of both alternatives.
    pub life_cycle: Vec<Milestone>,
    /// What must be ordered, licensed or switched on.
    pub to_order: Vec<ToOrder>,
    /// The page to read next for each requirement.
    pub read_next: Vec<ReadNext>,
    /// What to do next, in order.
    pub next_steps: Vec<next_steps::Step>,
    /// What was said without asking for anything, and figures of the user's own.
    pub assumptions: Vec<Assumption>,
    /// The user's own notes, with the question they belong to.
    pub notes: Vec<(Text, String)>,
    /// How the advice was computed, and what the method cannot do.
    pub method: Vec<String>,
    /// The parts of the decision that somebody signs for.
    pub sign_off: [String; 4],
    /// Where the facts are written, in the order in which the report cites them.
    pub works: Vec<Work>,
}

impl Report {
    /// Puts a verdict into words. The order in which parts are made is that in which they number the sources.
    pub fn of(forest: &Forest<'_>, answers: &Answers, verdict: &Verdict, analysis: &Analysis, dated: Today) -> Self {
        let (facts, base, today) = (&forest.facts, forest.facts.base, dated.day);
        let limits = crate::advise::conditions::of(facts, verdict);
        let Explanation { decision, knock_outs, why_not, mut bibliography } =
            explanation::of(facts, answers, verdict, &limits, today);
        let moments = crate::advise::timeline::then_and_now(base, answers, verdict.as_of, today);
        let each = ByRequirement::of(facts, answers, verdict, &limits, &mut bibliography);
        let planning_for = words::planning_for(base, verdict.as_of, today);
        let report = Self {
            title: title(answers),
            header: header::lines(facts, answers, verdict, &planning_for, dated),
            planning_for,
            settings: settings::words(base, &answers.settings).map(|said| format!("Settings: {said}.")),
            nouns: base.nouns.clone(),
            reach: words::reach(base),
            decision,
            standings: standings::both(facts, verdict, analysis),
            firmness: firmness::all(facts, verdict, analysis),
            contradictions: contradictions::all(facts, analysis),
            then_and_now: timeline::all(base, &moments, verdict.as_of, today),
            knock_outs,
            arguments: arguments::around(verdict, &each.drivers),
            drivers: each.drivers,
            counts: Counts::of(base, verdict, &limits),
            tiles: Tiles::of(base, verdict),
            why_asked: why_asked::all(forest, answers, verdict),
            traces: traceability::matrix(facts, verdict, &each.register),
            register: each.register,
            gaps: each.gaps,
            conditions: each.conditions,
            elsewhere: each.elsewhere,
            gone: gone::all(facts, verdict),
            what_if: WhatIf::of(facts, answers, verdict, analysis),
            why_not,
            changes: changes::between(facts, &moments, &mut bibliography),
            division: division::lines(facts, verdict),
            costs: decision::costs(facts, verdict),
            find_out: find_out::all(forest, answers, verdict, analysis),
            left_out: find_out::left_out(verdict, analysis),
            life_cycle: life_cycle::all(facts, today, &mut bibliography),
            journeys_apart: journeys_apart::all(facts, analysis, &mut bibliography),
            to_order: parts::work::to_order(facts, answers, verdict, &mut bibliography),
            read_next: parts::work::read_next(facts, verdict, &mut bibliography),
            next_steps: Vec::new(),
            assumptions: assumptions::all(facts, answers, verdict, &each.held),
            notes: notes::all(facts, answers),
            method: method::lines(facts, verdict),
            sign_off: sign_off::parts(base),
            works: bibliography.works(base),
        };
        Self { next_steps: next_steps::all(facts, verdict, &report), ..report }
    }

    /// All sources; a page lists those of them that it cites.
    fn sources(&self) -> Section {
        sources::section(&self.works)
    }

    /// The entry of the register for a requirement, which this report has given a number.
    pub(crate) fn entry(&self, number: RequirementNumber) -> &RegisterEntry {
        let entry = self.register.iter().find(|entry| entry.number == number);
        entry.expect("the register has an entry for each requirement")
    }

    /// The page to read next for a requirement.
    pub(crate) fn read_next(&self, number: RequirementNumber) -> Option<&ReadNext> {
        self.read_next.iter().find(|next| next.number == number)
    }

    /// What went with a removed alternative that a requirement asks for.
    pub(crate) fn gone_with(&self, number: RequirementNumber) -> Option<&Gone> {
        self.gone.iter().find(|gone| gone.number == number)
    }
}

/// What is said of requirements one by one, with how the plan stands to the number in each limitation.
struct ByRequirement {
    drivers: Vec<Driver>,
    gaps: Vec<GapEntry>,
    conditions: Vec<ConditionEntry>,
    elsewhere: Vec<ConditionEntry>,
    register: Vec<RegisterEntry>,
    held: Vec<Held>,
}

impl ByRequirement {
    fn of(
        facts: &Facts<'_>,
        answers: &Answers,
        verdict: &Verdict,
        limits: &Conditions,
        bibliography: &mut Bibliography,
    ) -> Self {
        let held = crate::advise::sizes::all(facts, answers, verdict);
        let drivers = drivers::all(facts, verdict, bibliography);
        let mut gaps = gaps::all(facts, verdict, bibliography);
        let mut conditions = conditions::all(facts, verdict, &limits.own, bibliography);
        let mut elsewhere = conditions::all(facts, verdict, &limits.elsewhere, bibliography);
        let mut register = register::all(facts, answers, verdict, &gaps, bibliography);
        let of_gaps = gaps.iter_mut().flat_map(|gap| &mut gap.limits);
        let of_conditions = conditions.iter_mut().chain(&mut elsewhere).map(|condition| &mut condition.limit);
        let of_requirements = register.iter_mut().flat_map(|entry| entry.limits.iter_mut().chain(&mut entry.elsewhere));
        assumptions::hold(of_gaps.chain(of_conditions).chain(of_requirements), &held);
        Self { drivers, gaps, conditions, elsewhere, register, held }
    }
}

/// The title of a plan, or that it has none.
pub(crate) fn title(answers: &Answers) -> String {
    if answers.title.trim().is_empty() { "Untitled plan".to_owned() } else { answers.title.trim().to_owned() }
}
