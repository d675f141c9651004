//! Every field of a verdict and of an analysis against its definition, written down a second time as plainly as can be.

use journey_advisor::advise::analysis::{Decided, advise};
use journey_advisor::advise::bounds::{Weighting, is_decided};
use journey_advisor::advise::components::Forest;
use journey_advisor::advise::conflicts::{Contradiction, Resolution};
use journey_advisor::advise::counterfactual::{Change, apply};
use journey_advisor::advise::reach::Reach;
use journey_advisor::advise::tally::Tally;
use journey_advisor::advise::timeline::then_and_now;
use journey_advisor::advise::{assess, compare, conditions};
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::knowledge::{Conflict, KnowledgeBase, Preset};
use journey_advisor::model::alternative::Side;
use journey_advisor::model::answers::{Answer, Answers};
use journey_advisor::model::arena::Key;
use journey_advisor::model::capability::{Capability, Level, Limitation, Limits, Severity};
use journey_advisor::model::date::{Day, PartialDate, Period};
use journey_advisor::model::name::Id;
use journey_advisor::model::question::{ChoiceIndex, Importance, Kind, Question};
use journey_advisor::model::source::{Citation, Publication, Reading, Source};
use journey_advisor::model::text::Text;
use journey_advisor::model::topic::Topic;
use journey_advisor::model::verdict::{AsOf, Flag, Outcome, Recommendation, Requirement, RequirementNumber, Verdict};

use crate::support::generate::{Random, SMALL, answers, as_of, base};

const RUNS: u64 = 10_000;

/// Tries random cases whose knowledge has limitations, sources, presets and conflicts too.
fn each(mut check: impl FnMut(&Facts<'_>, &Answers, u64)) {
    for seed in 0..RUNS {
        let mut random = Random::new(seed);
        let mut base = base(&mut random, SMALL);
        enrich(&mut random, &mut base);
        let answers = answers(&mut random, &base);
        check(&base.at(as_of()), &answers, seed);
    }
}

fn enrich(random: &mut Random, base: &mut KnowledgeBase) {
    let id = |name: &str, number: usize| Id::new(&format!("{name}{number}")).unwrap();
    let date = |text: &str| PartialDate::parse(text).unwrap();
    for number in 0..2 {
        base.sources.get_mut().unwrap().push(Source {
            id: id("source", number),
            publisher: Text::default(),
            title: Text::default(),
            url: Text::default(),
            date: date("2022"),
            reading: Reading::AtAddress(Day::parse("2022-01-01").unwrap()),
            publication: random.pick(&[
                Publication::Withdrawn(None),
                Publication::Published { review_by: Day::parse("2023-01-01").unwrap() },
                Publication::Published { review_by: Day::parse("2025-01-01").unwrap() },
            ]),
            page: None,
            note: None,
        });
    }
    let capabilities: Vec<Key<Capability>> = base.capabilities.keys().collect();
    for capability in &capabilities {
        for support in &mut base.capabilities.get_mut().unwrap().get_mut(*capability).unwrap().support {
            support.sources = vec![Citation { source: Key::new(random.below(2)), place: None }];
        }
    }
    limit(random, base, &capabilities);
    base.presets = vec![Preset { id: id("preset", 1), title: Text::default(), date: date("2022"), basis: None }];
    let questions: Vec<Key<Question>> = base.questions.keys().collect();
    if questions.len() > 1 {
        let mut between: Vec<(Key<Question>, ChoiceIndex)> = vec![];
        for question in [questions[0], questions[questions.len() - 1]] {
            between.push((question, ChoiceIndex::new(random.below(base.questions[question].choices.len()))));
        }
        base.conflicts = vec![Conflict { between, reason: Text::default(), sources: Vec::new() }];
    }
}

/// Adds limitations, of one capability or of two that get in each other's way, and lists each with what it limits, the worst
/// first.
fn limit(random: &mut Random, base: &mut KnowledgeBase, capabilities: &[Key<Capability>]) {
    let date = |text: &str| PartialDate::parse(text).unwrap();
    for number in 0..random.below(5) {
        let Some(capability) = (!capabilities.is_empty()).then(|| random.pick(capabilities)) else { break };
        let other = random.pick(capabilities);
        let is_together = other != capability && random.chance(40);
        let limits = if is_together { Limits::Together([capability, other]) } else { Limits::Each(vec![capability]) };
        let key = base.limitations.get_mut().unwrap().push(Limitation {
            id: Id::new(&format!("limitation{number}")).unwrap(),
            topic: Key::<Topic>::new(0),
            side: random.pick(&Side::BOTH),
            title: Text::default(),
            text: None,
            severity: random.pick(&Severity::ALL),
            limits,
            period: random.pick(&[
                Period::default(),
                Period { from: Some(date("2023")), until: Some(date("2025")) },
                Period { from: Some(date("2025")), until: None },
            ]),
            workarounds: Vec::new(),
            keywords: Vec::new(),
            sources: Vec::new(),
        });
        let all = base.capabilities.get_mut().unwrap();
        if is_together {
            all.get_mut(capability).unwrap().limited_together.push(key);
            all.get_mut(other).unwrap().limited_together.push(key);
        } else {
            all.get_mut(capability).unwrap().limitations.push(key);
        }
    }
    for capability in capabilities.iter().copied() {
        let severity = |key: &Key<Limitation>| std::cmp::Reverse(base.limitations[*key].severity);
        let mut limitations = base.capabilities[capability].limitations.clone();
        limitations.sort_by_key(severity);
        base.capabilities.get_mut().unwrap().get_mut(capability).unwrap().limitations = limitations;
    }
}

fn is_asked(facts: &Facts<'_>, answers: &Answers, key: Key<Question>) -> bool {
    let Some(condition) = &facts.base.questions[key].condition else { return true };
    let chosen = answers.answer(condition.question).map_or(&[][..], Answer::picks);
    is_asked(facts, answers, condition.question) && chosen.iter().any(|pick| condition.choices.contains(&pick.choice))
}

fn gone(facts: &Facts<'_>, side: Side) -> bool {
    !facts.availability[side].is_open()
}

fn musts_at(verdict: &Verdict, side: Side, level: Level) -> Vec<RequirementNumber> {
    let musts = verdict.requirements.iter().filter(|requirement| requirement.importance == Importance::Must);
    musts.filter(|requirement| requirement.levels[side] == level).map(|requirement| requirement.number).collect()
}

#[test]
fn questions_are_open_unsure_or_parked() {
    each(|facts, answers, seed| {
        let verdict = assess(facts, answers);
        let those = |wanted: &dyn Fn(bool, Option<&Answer>) -> bool| -> Vec<Key<Question>> {
            let keys = facts.base.questions.keys();
            keys.filter(|key| wanted(is_asked(facts, answers, *key), answers.answer(*key))).collect()
        };
        assert_eq!(verdict.open, those(&|asked, answer| asked && answer.is_none()), "seed {seed}");
        assert_eq!(verdict.not_sure, those(&|asked, answer| asked && answer == Some(&Answer::NotSure)), "seed {seed}");
        assert_eq!(verdict.parked, those(&|asked, answer| !asked && answer.is_some()), "seed {seed}");
    });
}

#[test]
fn requirements_come_from_the_choices_taken() {
    each(|facts, answers, seed| {
        let mut expected: Vec<(Key<Question>, Key<Capability>, Importance, ChoiceIndex)> = Vec::new();
        for (key, question) in facts.base.questions.iter().filter(|(key, _)| is_asked(facts, answers, *key)) {
            let Some(response) = answers.response(key) else { continue };
            for pick in response.answer.iter().flat_map(Answer::picks) {
                let importance = pick.importance.or(response.importance).unwrap_or(question.importance);
                for capability in &question[pick.choice].needs {
                    match expected.iter_mut().find(|(_, known, ..)| known == capability) {
                        Some((_, _, known, first)) if importance > *known => {
                            (*known, *first) = (importance, pick.choice);
                        }
                        Some(_) => {}
                        None => expected.push((key, *capability, importance, pick.choice)),
                    }
                }
            }
        }
        let verdict = assess(facts, answers);
        let found = verdict.requirements.iter().map(|one| (one.question, one.capability, one.importance, one.choice));
        assert_eq!(found.collect::<Vec<_>>(), expected, "seed {seed}");
        for (position, requirement) in verdict.requirements.iter().enumerate() {
            assert_eq!(requirement.number, RequirementNumber::new(position + 1));
            assert_eq!(requirement.levels, facts.levels(requirement.capability));
            let choice = &facts.base.questions[requirement.question][requirement.choice];
            assert!(choice.needs.contains(&requirement.capability), "seed {seed}");
            let chosen = answers.answer(requirement.question).unwrap();
            assert!(chosen.has(requirement.choice), "seed {seed}");
        }
    });
}

#[test]
fn standings_and_gaps_are_what_the_levels_say() {
    each(|facts, answers, seed| {
        let verdict = assess(facts, answers);
        let scoring = &facts.base.scoring;
        let counted: Vec<&Requirement> = verdict.requirements.iter().filter(|one| one.is_counted()).collect();
        let weight: i32 = counted.iter().map(|one| scoring.weight(one.importance)).sum();
        assert_eq!((verdict.weight, verdict.threshold), (weight, scoring.threshold(weight)), "seed {seed}");
        for side in Side::BOTH {
            let standing = &verdict.standings[side];
            let points =
                counted.iter().map(|one| scoring.weight(one.importance) * scoring.points(one.levels[side]).unwrap());
            let mean = (f64::from(points.sum::<i32>()) / f64::from(weight) + 0.5).floor();
            let value = standing.value.map(f64::from);
            assert_eq!(value, (weight > 0).then_some(mean), "seed {seed}");
            assert_eq!(standing.availability, facts.availability[side]);
            assert_eq!(standing.vetoed_by, musts_at(&verdict, side, Level::None), "seed {seed}");
            assert_eq!(standing.accepted_workarounds, musts_at(&verdict, side, Level::Workaround), "seed {seed}");
            assert_eq!(standing.unconfirmed, musts_at(&verdict, side, Level::Unknown), "seed {seed}");
        }
        let focus = focus(facts, &verdict);
        // What cannot be done is no better than what nobody knows.
        let rank = |one: &Requirement, side: Side| one.levels[side].max(Level::None);
        let better = |one: &Requirement| Side::BOTH.into_iter().find(|side| rank(one, *side) > rank(one, side.other()));
        let home = |one: &Requirement| match verdict.recommendation {
            Recommendation::Both => better(one).unwrap_or(focus),
            _ => focus,
        };
        let mut gaps: Vec<&Requirement> =
            verdict.requirements.iter().filter(|one| one.levels[home(one)] != Level::Native).collect();
        gaps.sort_by_key(|one| (std::cmp::Reverse(one.importance), one.number));
        assert_eq!(verdict.gaps.len(), gaps.len(), "seed {seed}");
        for (gap, requirement) in verdict.gaps.iter().zip(gaps) {
            let side = home(requirement);
            assert_eq!(gap.requirement, requirement.number, "seed {seed}");
            assert_eq!((gap.side, gap.level), (side, requirement.levels[side]), "seed {seed}");
            let mut held: Vec<(Key<Limitation>, &Limitation)> = facts.base.limitations.iter().collect();
            held.retain(|(_, one)| one.side == side && one.limits == Limits::Each(vec![requirement.capability]));
            held.retain(|(_, one)| one.period.contains(facts.base.alternatives[side].judged_on(facts.as_of.day)));
            held.sort_by_key(|(key, one)| (std::cmp::Reverse(one.severity), *key));
            assert_eq!(gap.limitations, held.iter().map(|(key, _)| *key).collect::<Vec<_>>(), "seed {seed}");
        }
    });
}

#[test]
fn what_cannot_be_had_is_out_and_the_rest_stays_as_it_fits() {
    let mut stayed = 0;
    each(|facts, answers, seed| {
        let verdict = assess(facts, answers);
        let left: Vec<Side> = Side::BOTH.into_iter().filter(|side| !gone(facts, *side)).collect();
        let expected = match left.as_slice() {
            [] => Outcome::Neither,
            _ if verdict.fit == Outcome::NotEnough => Outcome::NotEnough,
            [side] if !musts_at(&verdict, *side, Level::None).is_empty() => Outcome::Neither,
            [side] => {
                stayed += usize::from(verdict.fit == Outcome::Recommended(*side));
                if verdict.fit.side() == Some(*side) { verdict.fit } else { Outcome::Only(*side) }
            }
            _ => verdict.fit,
        };
        let level = verdict.outcome == Outcome::NotEnough && expected == Outcome::TooClose;
        assert!(verdict.outcome == expected || level, "seed {seed}: {:?} is not {expected:?}", verdict.outcome);
    });
    assert!(stayed > 50, "{stayed}");
}

#[test]
fn conditions_are_the_limits_in_force_of_what_is_built_in_and_those_of_the_other_area_stand_apart() {
    let (mut own, mut elsewhere, mut together) = (0, 0, 0);
    each(|facts, answers, seed| {
        let verdict = assess(facts, answers);
        let limits = conditions::of(facts, &verdict);
        for (key, limitation) in facts.base.limitations.iter() {
            let side = limitation.side;
            let asking = |capability: &Key<Capability>| {
                verdict.requirements.iter().find(|one| one.capability == *capability).copied()
            };
            let mut asking: Vec<Requirement> = limitation.limits.capabilities().iter().filter_map(asking).collect();
            asking.sort_by_key(|one| one.number);
            let is_pair = matches!(limitation.limits, Limits::Together(_));
            let is_concerned = asking.len() == if is_pair { 2 } else { 1 };
            let held = limitation.period.contains(facts.base.alternatives[side].judged_on(facts.as_of.day));
            let is_told = is_concerned && held && !gone(facts, side);
            let is_home = asking.iter().all(|one| verdict.home(one) == side);
            let is_native = asking.iter().all(|one| one.levels[side] == Level::Native);
            let expected = [is_told && is_home && (is_pair || is_native), is_told && !is_home];
            let numbers: Vec<RequirementNumber> = asking.iter().map(|one| one.number).collect();
            for (list, is_there) in [&limits.own, &limits.elsewhere].into_iter().zip(expected) {
                let found: Vec<_> = list.iter().filter(|one| one.limitation == key).collect();
                assert_eq!(found.len(), usize::from(is_there), "seed {seed}");
                assert!(found.iter().all(|one| one.side == side && one.requirements == numbers), "seed {seed}");
            }
            own += usize::from(expected[0]);
            elsewhere += usize::from(expected[1]);
            together += usize::from(is_pair && expected[0]);
        }
        for list in [&limits.own, &limits.elsewhere] {
            let severities = list.iter().map(|one| facts.base.limitations[one.limitation].severity);
            assert!(severities.is_sorted_by(|worse, better| worse >= better), "seed {seed}");
        }
    });
    assert!(own > 300 && elsewhere > 300 && together > 30, "{own} {elsewhere} {together}");
}

/// The alternative whose gaps matter.
fn focus(facts: &Facts<'_>, verdict: &Verdict) -> Side {
    match verdict.recommendation {
        Recommendation::Build(side) => side,
        _ if gone(facts, Side::First) != gone(facts, Side::Second) => {
            if gone(facts, Side::First) {
                Side::Second
            } else {
                Side::First
            }
        }
        _ => {
            if verdict.margin < 0 {
                Side::Second
            } else {
                Side::First
            }
        }
    }
}

#[test]
fn flags_are_set_where_they_hold() {
    each(|facts, answers, seed| {
        let (verdict, analysis) = advise(facts, answers);
        let importance = |key: &Key<Question>| {
            answers.response(*key).and_then(|one| one.importance).unwrap_or(facts.base.questions[*key].importance)
        };
        let unconfirmed = Side::BOTH.into_iter().any(|side| {
            let out = !musts_at(&verdict, side, Level::None).is_empty();
            !out && !musts_at(&verdict, side, Level::Unknown).is_empty()
        });
        let unsure = verdict.not_sure.iter().any(|key| importance(key) == Importance::Must);
        assert_eq!(verdict.has(Flag::Conditional), unconfirmed || unsure, "seed {seed}");
        let removed = match verdict.fit {
            Outcome::Both => gone(facts, Side::First) || gone(facts, Side::Second),
            Outcome::Only(side) | Outcome::Recommended(side) | Outcome::Decided(side) => gone(facts, side),
            _ => false,
        };
        assert_eq!(verdict.has(Flag::Removed), removed, "seed {seed}");
        let stale = verdict.requirements.iter().any(|one| {
            let cited = facts.base.capabilities[one.capability].support.iter().flat_map(|support| &support.sources);
            cited.into_iter().any(|citation| {
                let review_by = facts.base.sources[citation.source].review_by();
                review_by.is_some_and(|review_by| review_by < facts.as_of.day)
            })
        });
        assert_eq!(verdict.has(Flag::Stale), stale, "seed {seed}");
        let moves = |set: &Vec<Change>| {
            let then = assess(facts, &apply(answers, set)).recommendation;
            set.len() == 1 && verdict.recommendation.is_advice() && then.is_advice() && then != verdict.recommendation
        };
        assert_eq!(verdict.has(Flag::Fragile), analysis.counterfactuals.iter().any(moves), "seed {seed}");
        let mut sorted = verdict.flags.clone();
        sorted.sort();
        assert_eq!(verdict.flags, sorted, "seed {seed}");
    });
}

#[test]
fn the_outcome_is_settled_by_what_looks_ahead() {
    let mut seen = [0; 3];
    each(|facts, answers, seed| {
        let plain = assess(facts, answers);
        let (verdict, analysis) = advise(facts, answers);
        let now: Tally = plain.requirements.iter().map(|one| Tally::of(one, &facts.scoring)).sum();
        let forest = Forest::of(facts);
        let holds = |at| is_decided(&forest, answers, &now, plain.recommendation, at);
        let firm = match (holds(Weighting::Preset), holds(Weighting::Any)) {
            (false, _) => Decided::No,
            (true, false) => Decided::AtPresetImportance,
            (true, true) => Decided::AtAnyImportance,
        };
        assert_eq!(analysis.decided, firm, "seed {seed}");
        let decides = analysis.contradictions.iter().any(|contradiction| {
            contradiction.resolutions.iter().any(|other| other.then != contradiction.resolutions[0].then)
        });
        let expected = match plain.outcome {
            _ if decides => Outcome::Inconsistent,
            Outcome::Recommended(side) if analysis.decided != Decided::No => Outcome::Decided(side),
            other => other,
        };
        assert_eq!(verdict.outcome, expected, "seed {seed}");
        let undecided = if decides { Recommendation::Undecided } else { plain.recommendation };
        assert_eq!(verdict.recommendation, undecided, "seed {seed}");
        let breaker =
            analysis.next.first().filter(|next| plain.outcome == Outcome::TooClose && next.reach < Reach::Nothing);
        let breaker = breaker.map(|next| next.question);
        assert_eq!(analysis.breaker, breaker, "seed {seed}");
        let regret = match plain.recommendation {
            Recommendation::Build(side) if !gone(facts, side.other()) => match side {
                Side::First => -analysis.bounds.lowest,
                Side::Second => analysis.bounds.highest,
            },
            _ => 0,
        };
        assert_eq!(analysis.regret, regret.max(0), "seed {seed}");
        seen[usize::from(decides)] += 1;
        seen[2] += usize::from(analysis.regret > 0);
    });
    assert!(seen.iter().all(|cases| *cases > 50), "{seen:?}");
}

#[test]
fn a_contradiction_is_resolved_by_giving_up_either_answer() {
    let mut found = 0;
    each(|facts, answers, seed| {
        let mut expected: Vec<Contradiction> = Vec::new();
        for (position, conflict) in facts.base.conflicts.iter().enumerate() {
            let given = |(question, choice): &(Key<Question>, ChoiceIndex)| {
                is_asked(facts, answers, *question) && answers.answer(*question).is_some_and(|one| one.has(*choice))
            };
            if !conflict.between.iter().all(given) {
                continue;
            }
            let resolution = |(question, choice): &(Key<Question>, ChoiceIndex)| {
                let mut without = answers.clone();
                let mut response = answers.response(*question).unwrap().clone();
                let mut picks = response.answer.unwrap().picks().to_vec();
                picks.retain(|pick| pick.choice != *choice);
                let stays = facts.base.questions[*question].kind == Kind::Many;
                response.answer = stays.then_some(Answer::Chosen(picks));
                without.set(*question, response);
                let then = assess(facts, &without).recommendation;
                Resolution { question: *question, without: *choice, then }
            };
            let resolutions = conflict.between.iter().map(resolution).collect();
            expected.push(Contradiction { conflict: position, resolutions });
        }
        found += expected.len();
        assert_eq!(advise(facts, answers).1.contradictions, expected, "seed {seed}");
    });
    assert!(found > 100, "{found}");
}

#[test]
fn one_dominates_that_is_never_worse_and_sometimes_better() {
    each(|facts, answers, seed| {
        let (verdict, analysis) = advise(facts, answers);
        let scoring = &facts.base.scoring;
        let known = verdict.requirements.iter().all(Requirement::is_counted);
        let leads = |side: Side| {
            let lead = |one: &Requirement| {
                scoring.points(one.levels[side]).unwrap() - scoring.points(one.levels[side.other()]).unwrap()
            };
            known
                && verdict.requirements.iter().all(|one| lead(one) >= 0)
                && verdict.requirements.iter().any(|one| lead(one) > 0)
        };
        assert_eq!(analysis.dominating, Side::BOTH.into_iter().find(|side| leads(*side)), "seed {seed}");
    });
}

#[test]
fn then_and_now_are_the_days_of_presets_plan_and_today() {
    let mut contradicting = 0;
    each(|facts, answers, seed| {
        let day = |text: &str| AsOf { day: Day::parse(text).unwrap(), basis: None };
        for (planned, expected) in [
            ("2022-01-01", vec!["2022-01-01", "2026-11-24"]),
            ("2024-06-15", vec!["2022-01-01", "2024-06-15", "2026-11-24"]),
            ("2026-11-24", vec!["2022-01-01", "2026-11-24"]),
        ] {
            let moments = then_and_now(facts.base, answers, day(planned), day("2026-11-24").day);
            for (moment, text) in moments.iter().zip(&expected) {
                let facts = facts.base.at(day(text));
                let advised = advise(&facts, answers).0;
                assert_eq!(moment.recommendation, advised.recommendation, "seed {seed}");
                let plain = assess(&facts, answers);
                let expected = match advised.outcome {
                    Outcome::Inconsistent => {
                        contradicting += 1;
                        Verdict {
                            outcome: advised.outcome,
                            recommendation: Recommendation::Undecided,
                            gaps: advised.gaps,
                            ..plain
                        }
                    }
                    _ => plain,
                };
                assert_eq!(moment, &expected, "seed {seed}");
            }
            assert_eq!(moments.len(), expected.len(), "seed {seed}");
        }
    });
    assert!(contradicting > 50, "{contradicting}");
}

#[test]
fn the_largest_part_of_a_comparison_comes_first() {
    each(|facts, answers, seed| {
        let other = crate::support::generate::answers(&mut Random::new(seed + 1_000_000), facts.base);
        let parts = compare::parts(facts.base, &assess(facts, answers), &assess(facts, &other));
        let sizes: Vec<i32> = parts.iter().map(|part| (part.second - part.first).abs()).collect();
        assert!(sizes.is_sorted_by(|left, right| left >= right), "seed {seed}");
        assert!(parts.iter().all(|part| part.difference() == part.second - part.first), "seed {seed}");
    });
}
