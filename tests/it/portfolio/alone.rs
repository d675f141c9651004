//! What the portfolio says of many plans is what the advice on each alone says, added up by brute force.

use std::collections::{BTreeMap, BTreeSet};

use journey_advisor::advise::{analysis, conditions};
use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::{Facts, Refusal};
use journey_advisor::model::answers::Answers;
use journey_advisor::model::capability::{Level, Severity, Way};
use journey_advisor::model::question::Importance;
use journey_advisor::model::setting::Settings;
use journey_advisor::model::verdict::{Condition, Gap, Outcome, Recommendation, Standing, Verdict};
use journey_advisor::model::work::Builder;
use journey_advisor::report::portfolio::{HeatMap, Piece, Pieces, Portfolio, Stage, steps};

use super::{facts, portfolio};
use crate::support::generate::{self, Random, SMALL};

/// A plan with the advice on it alone.
struct Alone {
    file: String,
    verdict: Verdict,
    conditions: Vec<Condition>,
    has_splits: bool,
}

fn alone(base: &KnowledgeBase, plans: &[(String, Answers)]) -> Vec<Alone> {
    let judge = |(file, answers): &(String, Answers)| {
        let facts = facts(base, answers);
        let (verdict, analysis) = analysis::advise(&facts, answers);
        let conditions = conditions::of(&facts, &verdict).own;
        Alone { file: file.clone(), verdict, conditions, has_splits: !analysis.splits.is_empty() }
    };
    plans.iter().map(judge).collect()
}

/// Random plans with every kind of setting and some earlier days.
fn plans(base: &KnowledgeBase, seed: u64, count: usize) -> Vec<(String, Answers)> {
    let mut random = Random::new(seed);
    let plan = |number: usize| {
        let mut answers = generate::answers(&mut random, base);
        answers.title = format!("Plan {}", number % 7);
        if random.chance(20) && !base.presets.is_empty() {
            answers.as_of = Some("article".to_owned());
        }
        if random.chance(30) {
            let builders = Builder::ALL.into_iter().filter(|_| random.chance(50)).collect();
            answers.settings = Settings { builders, refuses_workarounds: random.chance(20), runs_until: None };
        }
        (format!("{number}.toml"), answers)
    };
    (0..count).map(plan).collect()
}

/// Sums and order of work of a portfolio against the plans one by one.
fn hold(base: &KnowledgeBase, plans: &[(String, Answers)]) {
    let pieces = Pieces::of(base);
    let whole = portfolio(&pieces, plans);
    let alone = alone(base, plans);
    assert_eq!(whole.lines.len(), plans.len());
    lines_are_as_the_plans_alone(&whole, &alone);
    sums_are_those_of_the_plans_alone(&whole, &alone, base);
    shared_gaps_are_had_by_their_plans(&whole, &alone, base, plans);
    stages_add_up(&whole, &alone);
    heat_adds_up(&whole, &alone, base);
}

fn lines_are_as_the_plans_alone(whole: &Portfolio<'_>, alone: &[Alone]) {
    for line in &whole.lines {
        let Alone { verdict, conditions, .. } = alone.iter().find(|one| *one.file == *line.file).unwrap();
        let decided =
            if let Outcome::Decided(side) = verdict.outcome { Outcome::Recommended(side) } else { verdict.outcome };
        assert_eq!((line.recommendation, line.outcome, line.as_of), (verdict.recommendation, decided, verdict.as_of));
        assert_eq!(line.gaps as usize, verdict.gaps.len());
        assert_eq!(line.all_conditions() as usize, conditions.len());
        assert_eq!((line.open as usize, line.not_sure as usize), (verdict.open.len(), verdict.not_sure.len()));
        assert_eq!(line.fits.first, verdict.standings.first.value);
        assert_eq!(line.fits.second, verdict.standings.second.value);
    }
}

fn sums_are_those_of_the_plans_alone(whole: &Portfolio<'_>, alone: &[Alone], base: &KnowledgeBase) {
    let sum = |of: &dyn Fn(&Alone) -> usize| alone.iter().map(of).sum::<usize>();
    let total = |of: &dyn Fn(&journey_advisor::report::portfolio::PlanLine) -> u32| -> usize {
        whole.lines.iter().map(|line| of(line) as usize).sum()
    };
    assert_eq!(total(&|line| line.gaps), sum(&|one| one.verdict.gaps.len()));
    assert_eq!(total(&|line| line.requirements), sum(&|one| one.verdict.requirements.len()));
    for (position, severity) in Severity::ALL.into_iter().enumerate() {
        let severe = |one: &Alone| {
            one.conditions.iter().filter(|one| base.limitations[one.limitation].severity == severity).count()
        };
        assert_eq!(total(&|line| line.conditions[position]), sum(&severe));
    }
    let of_advised = |one: &Alone| if one.verdict.recommendation.is_advice() { one.verdict.gaps.len() } else { 0 };
    let closed: usize = whole.shared_gaps().iter().map(|(_, shared)| shared.gaps).sum();
    assert_eq!(closed, sum(&of_advised), "every gap of an advised plan is closed by one piece of work");
    let mut limits: BTreeMap<_, usize> = BTreeMap::new();
    for one in alone.iter().filter(|one| one.verdict.recommendation.is_advice()) {
        one.conditions.iter().for_each(|one| *limits.entry(one.limitation).or_default() += 1);
    }
    assert_eq!(whole.shared_conditions().into_iter().collect::<BTreeMap<_, _>>(), limits);
}

/// What a gap asks for, found anew: the text of the workaround, or what else there is to do.
fn asked_for(facts: &Facts<'_>, verdict: &Verdict, gap: &Gap) -> String {
    let base = facts.base;
    let capability = verdict.requirement_of(gap);
    let refused: Option<Refusal> = facts.refusal(capability, gap.side);
    let known: Vec<_> =
        gap.limitations.iter().filter_map(|key| facts.workaround_for(&base.limitations[*key], &[capability])).collect();
    match gap.level {
        Level::Unknown => format!("find out {capability:?} {:?}", gap.side),
        _ if refused.is_some() || known.is_empty() => format!("accept {capability:?} {:?}", gap.side),
        _ => {
            let one = known.iter().find(|one| one.way.is_some()).unwrap_or(&known[0]);
            format!("{} {:?} {:?} {:?} {:?}", one.text.as_str(), one.way, one.who, one.effort, gap.side)
        }
    }
}

trait Requirements {
    fn requirement_of(
        &self,
        gap: &Gap,
    ) -> journey_advisor::model::arena::Key<journey_advisor::model::capability::Capability>;
}

impl Requirements for Verdict {
    fn requirement_of(
        &self,
        gap: &Gap,
    ) -> journey_advisor::model::arena::Key<journey_advisor::model::capability::Capability> {
        self.requirements.iter().find(|one| one.number == gap.requirement).unwrap().capability
    }
}

fn shared_gaps_are_had_by_their_plans(
    whole: &Portfolio<'_>,
    alone: &[Alone],
    base: &KnowledgeBase,
    plans: &[(String, Answers)],
) {
    let mut wanted: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (one, (_, answers)) in alone.iter().zip(plans).filter(|(one, _)| one.verdict.recommendation.is_advice()) {
        let facts = facts(base, answers);
        for gap in &one.verdict.gaps {
            wanted.entry(asked_for(&facts, &one.verdict, gap)).or_default().insert(&one.file);
        }
    }
    let shared = whole.shared_gaps();
    assert!(shared.windows(2).all(|pair| pair[0].1.all_plans() >= pair[1].1.all_plans()), "most plans first");
    let found: BTreeMap<String, BTreeSet<&str>> = shared
        .iter()
        .map(|(number, shared)| {
            let needs = |line: &&journey_advisor::report::portfolio::PlanLine| {
                line.needs.iter().any(|need| need.piece == *number)
            };
            let files: BTreeSet<&str> = whole.lines.iter().filter(needs).map(|line| &*line.file).collect();
            assert_eq!(files.len(), shared.all_plans());
            let piece = whole.pieces.piece(*number);
            let what = match (piece, whole.pieces.workaround(piece)) {
                (Piece::Workaround(limitation, _), Some(one)) => {
                    let side = base.limitations[limitation].side;
                    format!("{} {:?} {:?} {:?} {side:?}", one.text.as_str(), one.way, one.who, one.effort)
                }
                (Piece::FindOut(capability, side), _) => format!("find out {capability:?} {side:?}"),
                (Piece::Accept(capability, side), _) => format!("accept {capability:?} {side:?}"),
                other => panic!("{other:?} closes no gap"),
            };
            (what, files)
        })
        .collect();
    assert_eq!(found, wanted);
}

fn stages_add_up(whole: &Portfolio<'_>, alone: &[Alone]) {
    let at = |place: usize| whole.count(|line| line.stage.place() == place);
    assert_eq!((0..Stage::WORDS.len()).map(at).sum::<usize>(), alone.len());
    let carried_by_none = alone.iter().filter(|one| one.verdict.recommendation == Recommendation::Neither).count();
    assert_eq!(at(4), carried_by_none);
    for line in &whole.lines {
        let one = alone.iter().find(|one| *one.file == *line.file).unwrap();
        let is_advised = one.verdict.recommendation.is_advice();
        match line.stage {
            Stage::Ready | Stage::AfterOne(_) | Stage::AfterSeveral(_) => assert!(is_advised && !one.has_splits),
            Stage::Decision(_) => assert_ne!(one.verdict.recommendation, Recommendation::Neither),
            Stage::NotCarried => {
                let is_open = |(_, standing): (_, &Standing)| standing.availability.is_open();
                let can_be_had = one.verdict.standings.iter().any(is_open);
                assert_eq!(line.stopped_by.is_empty(), !can_be_had, "a must stops it, or there is nothing to be had");
            }
        }
        let holds_up = line.needs.iter().filter(|need| need.holds_up(whole.pieces)).count();
        match line.stage {
            Stage::Ready => assert_eq!(holds_up, 0),
            Stage::AfterOne(_) => assert_eq!(holds_up, 1),
            Stage::AfterSeveral(several) => assert_eq!(holds_up, several as usize),
            Stage::Decision(_) | Stage::NotCarried => {}
        }
    }
    order_frees_every_waiting_plan(whole);
}

/// Step by step a plan is ready as soon as all that it waits for is done.
fn order_frees_every_waiting_plan(whole: &Portfolio<'_>) {
    let mut done = BTreeSet::new();
    let ready = |done: &BTreeSet<_>| {
        whole.count(|line| {
            let is_waiting = matches!(line.stage, Stage::Ready | Stage::AfterOne(_) | Stage::AfterSeveral(_));
            is_waiting && line.needs.iter().all(|need| !need.holds_up(whole.pieces) || done.contains(&need.piece))
        })
    };
    for step in steps(whole) {
        assert!(done.insert(step.piece), "each piece is done once");
        assert_eq!(step.ready, ready(&done));
    }
    assert_eq!(ready(&done), whole.count(|line| line.stage.place() < 3), "after the last step all are ready");
}

fn heat_adds_up(whole: &Portfolio<'_>, alone: &[Alone], base: &KnowledgeBase) {
    let weighty = |one: &Alone| {
        one.conditions.iter().filter(|one| base.limitations[one.limitation].severity != Severity::Minor).count()
    };
    let open: usize = alone.iter().map(|one| one.verdict.gaps.len() + weighty(one) + one.verdict.not_sure.len()).sum();
    let Some(map) = HeatMap::of(whole) else {
        assert_eq!(open, 0);
        return;
    };
    assert_eq!(map.all.total() as usize, open);
    let drawn: u32 = map.rows.iter().map(journey_advisor::report::portfolio::HeatRow::total).sum();
    let rest = map.rest.as_ref().map_or(0, |(_, row)| row.total());
    assert_eq!(drawn + rest, map.all.total());
    assert!(map.rows.windows(2).all(|pair| pair[0].total() >= pair[1].total()), "most work first");
    let most_left = whole.lines.iter().map(journey_advisor::report::portfolio::PlanLine::open_work);
    let mut most_left: Vec<u32> = most_left.collect();
    most_left.sort_unstable_by(|one, other| other.cmp(one));
    let drawn: Vec<u32> = map.rows.iter().map(journey_advisor::report::portfolio::HeatRow::total).collect();
    assert_eq!(drawn[..], most_left[..drawn.len()], "those with most work are drawn");
}

#[test]
fn a_portfolio_is_the_sum_of_its_plans() {
    let embedded = embedded::knowledge();
    for seed in 0..6 {
        hold(&embedded, &plans(&embedded, seed, 130));
    }
    for seed in 0..120 {
        let mut random = Random::new(seed);
        let base = generate::base(&mut random, SMALL);
        hold(&base, &plans(&base, seed, 12));
    }
    for seed in 0..60 {
        let mut random = Random::new(seed);
        let mut base = generate::divided(&mut random, SMALL);
        generate::limit(&mut random, &mut base);
        hold(&base, &plans(&base, seed, 12));
    }
}

#[test]
fn random_plans_stand_at_every_place_and_ask_for_every_kind_of_work() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let mut all = plans(&base, 3, 300);
    all.extend(super::backlog::journeys(&base));
    let whole = portfolio(&pieces, &all);
    for place in 0..Stage::WORDS.len() {
        assert!(whole.count(|line| line.stage.place() == place) > 0, "{}", Stage::WORDS[place]);
    }
    let kinds: BTreeSet<u8> = whole
        .shared_gaps()
        .into_iter()
        .chain(whole.to_order())
        .map(|(number, _)| match pieces.piece(number) {
            Piece::Workaround(..) => 0,
            Piece::FindOut(..) => 1,
            Piece::Accept(..) => 2,
            Piece::Order(_) => 3,
        })
        .collect();
    assert_eq!(kinds.len(), 4);
    let importances: BTreeSet<Importance> =
        whole.lines.iter().flat_map(|line| &line.needs).map(|need| need.importance).collect();
    assert_eq!(importances.len(), 3);
}

#[test]
fn every_piece_of_work_has_a_number_of_its_own() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let mut seen = BTreeMap::new();
    for (key, limitation) in base.limitations.iter() {
        for (place, workaround) in limitation.workarounds.iter().enumerate() {
            let number = pieces.number(Piece::Workaround(key, place));
            let same = seen.entry(number).or_insert((workaround.text.as_str(), workaround.way, workaround.who));
            assert_eq!(*same, (workaround.text.as_str(), workaround.way, workaround.who), "the same work is one piece");
        }
    }
    let all: usize = base.limitations.iter().map(|(_, limitation)| limitation.workarounds.len()).sum();
    assert!(seen.len() < all, "some work serves several limitations");
    for capability in base.capabilities.keys() {
        for side in journey_advisor::model::alternative::Side::BOTH {
            for piece in [Piece::FindOut(capability, side), Piece::Accept(capability, side)] {
                assert_eq!(pieces.piece(pieces.number(piece)), piece);
            }
        }
    }
    for key in base.prerequisites.keys() {
        assert_eq!(pieces.piece(pieces.number(Piece::Order(key))), Piece::Order(key));
    }
    let accepts = base.limitations.iter().flat_map(|(key, one)| {
        (0..one.workarounds.len()).map(move |place| (Piece::Workaround(key, place), &one.workarounds[place]))
    });
    for (piece, workaround) in accepts {
        assert_eq!(pieces.is_work(piece), workaround.way != Some(Way::Accept));
    }
}
