//! What a plan says about itself counts as if the knowledge said it: the same advice, bounds, counterfactuals and uses come
//! out of facts in which the levels are lowered and the area is closed by hand.

use journey_advisor::advise::analysis::{Analysis, advise};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::Refusal;
use journey_advisor::model::alternative::{Alternative, Announcement, Availability, Phase, Side};
use journey_advisor::model::answers::Answers;
use journey_advisor::model::arena::Key;
use journey_advisor::model::capability::{Capability, Level, Limitation, Limits, Severity, Workaround};
use journey_advisor::model::date::{PartialDate, Period};
use journey_advisor::model::name::Id;
use journey_advisor::model::setting::Settings;
use journey_advisor::model::text::Text;
use journey_advisor::model::topic::Topic;
use journey_advisor::model::verdict::{Flag, Recommendation, Verdict};
use journey_advisor::model::work::Builder;

use crate::support::generate::{Random, SMALL, answers, as_of, base, divided};

const RUNS: u64 = 4_000;

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

/// A workaround that holds, or no longer does, on the day.
fn workaround(random: &mut Random) -> Workaround {
    let held = Period { from: None, until: Some(date("2024")) };
    Workaround {
        text: Text::default(),
        way: None,
        period: random.pick(&[Period::default(), Period::default(), held]),
        capabilities: Vec::new(),
        who: random.pick(&[None, Some(Builder::User), Some(Builder::Developer), Some(Builder::Partner)]),
        effort: None,
        requires: Vec::new(),
        sources: Vec::new(),
    }
}

/// Limits most of what is reached by a workaround, with up to three workarounds each.
fn limit(random: &mut Random, base: &mut KnowledgeBase) {
    let reached: Vec<(Key<Capability>, Side)> = base
        .capabilities
        .iter()
        .flat_map(|(key, capability)| capability.support.iter().map(move |support| (key, support)))
        .filter(|(_, support)| support.level == Level::Workaround)
        .map(|(key, support)| (key, support.side))
        .collect();
    for (capability, side) in reached {
        if random.chance(20) {
            continue;
        }
        let workarounds = (0..random.below(4)).map(|_| workaround(random)).collect();
        let id = Id::new(&format!("limitation{}", base.limitations.len())).unwrap();
        let key = base.limitations.get_mut().unwrap().push(Limitation {
            id,
            topic: Key::<Topic>::new(0),
            side,
            title: Text::default(),
            text: None,
            severity: Severity::Minor,
            limits: Limits::Each(vec![capability]),
            period: Period::default(),
            workarounds,
            keywords: Vec::new(),
            sources: Vec::new(),
        });
        base.capabilities.get_mut().unwrap().get_mut(capability).unwrap().limitations.push(key);
    }
}

/// Announces an end of an area, before or after what plans need.
fn announce(random: &mut Random, alternative: &mut Alternative) {
    let ends = random.pick(&[None, Some(date("2024-12-31")), Some(date("2026"))]);
    let said = date(random.pick(&["2023", "2024-09"]));
    alternative.announcements = vec![Announcement { date: said, ends, says: Text::default(), sources: Vec::new() }];
}

fn settings(random: &mut Random) -> Settings {
    let builders = Builder::ALL.into_iter().filter(|_| random.chance(40)).collect();
    let runs_until = random.pick(&[None, Some(date("2024-12")), Some(date("2025")), Some(date("2030-01-01"))]);
    Settings { builders, refuses_workarounds: random.chance(20), runs_until }
}

fn saying(mut answers: Answers, settings: Settings) -> Answers {
    answers.settings = settings;
    answers
}

/// By the definitions: whether a plan cannot use what is reached by a workaround.
fn is_refused(base: &KnowledgeBase, key: Key<Capability>, side: Side, settings: Settings) -> bool {
    let limitations = base.capabilities[key].limitations.iter().map(|limit| &base.limitations[*limit]);
    let in_force: Vec<&Workaround> = limitations
        .filter(|limitation| limitation.side == side)
        .flat_map(|limitation| &limitation.workarounds)
        .filter(|workaround| workaround.period.contains(base.alternatives[side].judged_on(as_of().day)))
        .collect();
    let is_missing = |workaround: &&Workaround| workaround.who.is_some_and(|who| !settings.builders.has(who));
    let says_who = Builder::ALL.iter().any(|builder| settings.builders.has(*builder));
    settings.refuses_workarounds || says_who && !in_force.is_empty() && in_force.iter().all(is_missing)
}

/// The knowledge as it would be if it said itself what the plan says.
fn by_hand(base: &KnowledgeBase, settings: Settings) -> KnowledgeBase {
    let mut own = base.clone();
    let capabilities: Vec<Key<Capability>> = base.capabilities.keys().collect();
    for key in capabilities {
        for support in &mut own.capabilities.get_mut().unwrap().get_mut(key).unwrap().support {
            if support.level == Level::Workaround && is_refused(base, key, support.side, settings) {
                support.level = Level::None;
            }
        }
    }
    for alternative in [&mut own.alternatives.first, &mut own.alternatives.second] {
        let day = as_of().day;
        let said = alternative.announcements.first().filter(|said| said.date.first_day() <= day);
        let ends = said.and_then(|said| said.ends);
        let too_soon = ends.zip(settings.runs_until).is_some_and(|(ends, until)| ends.first_day() < until.last_day());
        if too_soon && alternative.availability(day) == Availability::Available {
            let (note, sources) = (Text::default(), Vec::new());
            alternative.phases.push(Phase { from: date("2023"), availability: Availability::Closed, note, sources });
        }
    }
    own
}

/// What must be the same: everything but the word for what cannot be had, and that it has not been removed.
fn compared((mut verdict, analysis): (Verdict, Analysis)) -> (Verdict, Analysis) {
    for side in Side::BOTH {
        let availability = &mut verdict.standings[side].availability;
        if *availability == Availability::Outlived {
            *availability = Availability::Closed;
        }
    }
    verdict.flags.retain(|flag| *flag != Flag::Removed);
    (verdict, analysis)
}

#[test]
fn what_a_plan_says_counts_as_if_the_knowledge_said_it() {
    let (mut refused, mut outlived, mut differing) = (0, 0, 0);
    for seed in 0..RUNS {
        let mut random = Random::new(seed);
        let made = if random.chance(50) { base } else { divided };
        let mut base = made(&mut random, SMALL);
        limit(&mut random, &mut base);
        announce(&mut random, &mut base.alternatives.first);
        announce(&mut random, &mut base.alternatives.second);
        let silent = answers(&mut random, &base);
        let plan = saying(silent.clone(), settings(&mut random));
        let own = by_hand(&base, plan.settings);
        let facts = base.at(as_of()).for_plan(&plan);
        let found = advise(&facts, &plan);
        assert_eq!(compared(found.clone()), compared(advise(&own.at(as_of()), &silent)), "seed {seed}");
        assert_eq!(advise(&facts.for_plan(&silent), &silent), advise(&base.at(as_of()), &silent), "seed {seed}");
        let without = advise(&base.at(as_of()), &silent).0;
        refused += usize::from(found.0.requirements != without.requirements);
        outlived += found.0.standings.iter().filter(|(_, one)| one.availability == Availability::Outlived).count();
        differing += usize::from(found.0.recommendation != without.recommendation);
    }
    assert!(refused > 200 && outlived > 200 && differing > 200, "{refused}, {outlived}, {differing}");
}

#[test]
fn nothing_that_ends_too_soon_is_ever_advised() {
    for seed in 0..RUNS {
        let mut random = Random::new(seed);
        let mut base = base(&mut random, SMALL);
        announce(&mut random, &mut base.alternatives.second);
        let plan = saying(answers(&mut random, &base), settings(&mut random));
        let verdict = advise(&base.at(as_of()).for_plan(&plan), &plan).0;
        if verdict.standings.second.availability == Availability::Outlived {
            let advice = [Recommendation::Build(Side::Second), Recommendation::Both];
            let first_is_there = verdict.standings.first.availability == Availability::Available;
            assert!(!advice.contains(&verdict.recommendation), "seed {seed}");
            assert!(!(first_is_there && verdict.has(Flag::Removed)), "seed {seed}");
        }
    }
}

#[test]
fn a_refusal_names_who_is_missing_for_the_first_workaround() {
    let mut random = Random::new(1);
    let mut base = divided(&mut random, SMALL);
    let key = base.capabilities.keys().next().unwrap();
    let capability = base.capabilities.get_mut().unwrap().get_mut(key).unwrap();
    capability.support[0].level = Level::Workaround;
    capability.support[1].level = Level::Native;
    limit(&mut random, &mut base);
    let limitation = base.capabilities[key].limitations[0];
    let by = |who| Workaround { who: Some(who), period: Period::default(), ..workaround(&mut Random::new(3)) };
    base.limitations.get_mut().unwrap().get_mut(limitation).unwrap().workarounds =
        vec![by(Builder::Partner), by(Builder::Developer)];
    let refusal = |builders: &[Builder]| {
        let settings = Settings { builders: builders.iter().copied().collect(), ..Settings::default() };
        let facts = base.at(as_of()).for_plan(&saying(Answers::default(), settings));
        let taken = facts.workaround_for(&base.limitations[limitation], &[key]).and_then(|taken| taken.who);
        (facts.refusal(key, Side::First), taken)
    };
    assert_eq!(refusal(&[]), (None, Some(Builder::Partner)));
    assert_eq!(refusal(&[Builder::User]), (Some(Refusal::Without(Builder::Partner)), Some(Builder::Partner)));
    assert_eq!(refusal(&[Builder::Developer]), (None, Some(Builder::Developer)));
    assert_eq!(refusal(&[Builder::User, Builder::Partner]), (None, Some(Builder::Partner)));
}
