//! What looks beyond the answers given, against enumeration.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use journey_advisor::advise::audit::audit;
use journey_advisor::advise::bounds::{Bounds, Weighting, bounds, is_decided, swing};
use journey_advisor::advise::components::Forest;
use journey_advisor::advise::counterfactual::{Change, ChangeKind, What, apply, smallest};
use journey_advisor::advise::information::{Use, by_use};
use journey_advisor::advise::outcome::{available, fit};
use journey_advisor::advise::reach::Reach;
use journey_advisor::advise::tally::Tally;
use journey_advisor::advise::{assess, compare, relax};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::knowledge::visible::Visible;
use journey_advisor::model::alternative::{Pair, Side};
use journey_advisor::model::answers::{Answer, Answers, Response};
use journey_advisor::model::arena::{Arena, Key};
use journey_advisor::model::capability::{Capability, Level};
use journey_advisor::model::question::{ChoiceIndex, Condition, Importance, Kind, Question};
use journey_advisor::model::scoring::Scoring;
use journey_advisor::model::verdict::{Outcome, Recommendation, Requirement, RequirementNumber, Verdict};

use super::enumerate::{At, changes, choosings, compatible, completions};
use crate::support::generate::{Random, SMALL, Size, alternative, answers, as_of, base, capability, divided, exactly};

const RUNS: usize = 10_000;

/// Tries `check` on random cases until it has accepted as many as there are to be.
fn until_enough(size: Size, check: impl FnMut(&Facts<'_>, &Answers, &Verdict, u64) -> bool) {
    until_enough_of(base, size, check);
}

/// The same in knowledge bases made in some way.
fn until_enough_of(
    made: fn(&mut Random, Size) -> KnowledgeBase,
    size: Size,
    check: impl FnMut(&Facts<'_>, &Answers, &Verdict, u64) -> bool,
) {
    until(RUNS, made, size, check);
}

fn until(
    enough: usize,
    made: fn(&mut Random, Size) -> KnowledgeBase,
    size: Size,
    mut check: impl FnMut(&Facts<'_>, &Answers, &Verdict, u64) -> bool,
) {
    let mut accepted = 0;
    for seed in 0.. {
        let mut random = Random::new(seed);
        let base = made(&mut random, size);
        let answers = answers(&mut random, &base);
        let facts = base.at(as_of());
        let verdict = assess(&facts, &answers);
        if check(&facts, &answers, &verdict, seed) {
            accepted += 1;
        }
        if accepted == enough {
            break;
        }
        assert!(seed < 100 * RUNS as u64, "only {accepted} cases were accepted");
    }
}

fn tally(facts: &Facts<'_>, verdict: &Verdict) -> Tally {
    verdict.requirements.iter().map(|requirement| Tally::of(requirement, &facts.base.scoring)).sum()
}

#[test]
fn bounds_equal_enumeration() {
    until_enough(SMALL, |facts, answers, _, seed| {
        let mut margins = BTreeSet::new();
        if !completions(facts.base, answers, At::Preset, &mut 600, &mut |whole| {
            margins.insert(assess(facts, whole).margin);
        }) {
            return false;
        }
        let expected = Bounds { lowest: *margins.first().unwrap(), highest: *margins.last().unwrap() };
        assert_eq!(bounds(&Forest::of(facts), answers), expected, "seed {seed}");
        true
    });
}

/// Where "decided" is missed by no completion; elsewhere it may be said too seldom, but never wrongly.
fn is_exact(facts: &Facts<'_>, now: &Tally, verdict: &Verdict) -> bool {
    match verdict.recommendation {
        Recommendation::Undecided => false,
        Recommendation::Neither => {
            now.hopeless > 0 || Side::BOTH.iter().any(|side| !facts.availability[*side].is_open())
        }
        Recommendation::Build(_) | Recommendation::Both => true,
    }
}

#[test]
fn decided_means_that_no_completion_changes_the_advice() {
    decided_equals_enumeration(base, |_| true);
}

/// The advice "both" and "neither", which plain chance seldom makes.
#[test]
fn decided_is_exact_where_each_alternative_lacks_a_must() {
    for advice in [Recommendation::Both, Recommendation::Neither] {
        decided_equals_enumeration(divided, |verdict| verdict.recommendation == advice);
    }
}

fn decided_equals_enumeration(made: fn(&mut Random, Size) -> KnowledgeBase, wanted: impl Fn(&Verdict) -> bool) {
    let mut decided_cases = 0;
    until_enough_of(made, SMALL, |facts, answers, verdict, seed| {
        if !wanted(verdict) {
            return false;
        }
        let mut advice = Vec::new();
        if !completions(facts.base, answers, At::Preset, &mut 600, &mut |whole| {
            advice.push(assess(facts, whole).recommendation);
        }) {
            return false;
        }
        let now = tally(facts, verdict);
        let decided = is_decided(&Forest::of(facts), answers, &now, verdict.recommendation, Weighting::Preset);
        let same = advice.iter().all(|one| *one == verdict.recommendation);
        decided_cases += usize::from(decided);
        assert!(same || !decided, "seed {seed}: contradicted");
        let exact = is_exact(facts, &now, verdict);
        assert!(decided || !same || !exact, "seed {seed}: missed");
        true
    });
    assert!(decided_cases > RUNS / 10, "{decided_cases}");
}

#[test]
fn decided_at_any_importance_holds_at_each() {
    let mut decided_cases = 0;
    until_enough(Size { questions: 3, choices: 2 }, |facts, answers, verdict, seed| {
        let mut advice = Vec::new();
        if !completions(facts.base, answers, At::AnyImportance, &mut 900, &mut |whole| {
            advice.push(assess(facts, whole).recommendation);
        }) {
            return false;
        }
        let now = tally(facts, verdict);
        let decided = is_decided(&Forest::of(facts), answers, &now, verdict.recommendation, Weighting::Any);
        decided_cases += usize::from(decided);
        let same = advice.iter().all(|one| *one == verdict.recommendation);
        assert!(same || !decided, "seed {seed}: contradicted");
        let exact = is_exact(facts, &now, verdict);
        assert!(decided || !same || !exact, "seed {seed}: missed");
        true
    });
    assert!(decided_cases > RUNS / 10, "{decided_cases}");
}

fn flips_equal_brute_force(
    made: fn(&mut Random, Size) -> KnowledgeBase,
    what: What,
    wanted: impl Fn(Recommendation) -> bool,
) {
    flips_equal_brute_force_of(SMALL, made, what, wanted);
}

fn flips_equal_brute_force_of(
    size: Size,
    made: fn(&mut Random, Size) -> KnowledgeBase,
    what: What,
    wanted: impl Fn(Recommendation) -> bool,
) {
    let mut found = [0; 4];
    until_enough_of(made, size, |facts, answers, verdict, seed| {
        if !wanted(verdict.recommendation) {
            return false;
        }
        let now = tally(facts, verdict);
        let counterfactuals = smallest(&Forest::of(facts), answers, &now, verdict.recommendation, what);
        for set in &counterfactuals {
            let flipped = assess(facts, &apply(answers, set)).recommendation;
            assert_ne!(flipped, verdict.recommendation, "seed {seed}: {set:?}");
        }
        let size = counterfactuals.first().map_or(0, Vec::len);
        assert_eq!(size, brute_force(facts, answers, verdict, what), "seed {seed}: {counterfactuals:?}");
        found[size] += 1;
        true
    });
    assert!(found.iter().all(|cases| *cases >= 5), "each size must occur: {found:?}");
}

/// The size of the smallest set of up to three changes that alters the advice; 0 if none does.
fn brute_force(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict, what: What) -> usize {
    let all = changes(facts.base, answers, what);
    let alters = |set: &[_]| assess(facts, &apply(answers, set)).recommendation != verdict.recommendation;
    if all.iter().any(|one| alters(&[*one])) {
        return 1;
    }
    let pairs: Vec<_> = (0..all.len())
        .flat_map(|second| (0..second).map(move |first| (first, second)))
        .filter(|(first, second)| compatible(&all[*first], &all[*second]))
        .collect();
    if pairs.iter().any(|(first, second)| alters(&[all[*first], all[*second]])) {
        return 2;
    }
    let fits = |third: usize, first: usize, second: usize| {
        compatible(&all[third], &all[first]) && compatible(&all[third], &all[second])
    };
    let three = pairs.iter().any(|(first, second)| {
        (second + 1..all.len())
            .any(|third| fits(third, *first, *second) && alters(&[all[*first], all[*second], all[third]]))
    });
    if three { 3 } else { 0 }
}

#[test]
fn the_smallest_flip_set_equals_brute_force() {
    flips_equal_brute_force(base, What::Answers, |advice| advice != Recommendation::Undecided);
}

#[test]
fn the_smallest_flip_set_of_importances_equals_brute_force() {
    flips_equal_brute_force(base, What::Importances, |advice| advice != Recommendation::Undecided);
}

#[test]
fn the_smallest_flip_set_of_both_equals_brute_force() {
    flips_equal_brute_force(divided, What::Answers, |advice| advice == Recommendation::Both);
    flips_equal_brute_force(divided, What::Importances, |advice| advice == Recommendation::Both);
}

#[test]
fn the_smallest_flip_set_of_neither_equals_brute_force() {
    flips_equal_brute_force(divided, What::Answers, |advice| advice == Recommendation::Neither);
    flips_equal_brute_force(divided, What::Importances, |advice| advice == Recommendation::Neither);
}

/// Choices that all need the same are one group, in which more could be changed than may be.
#[test]
fn the_smallest_flip_set_among_choices_that_share_equals_brute_force() {
    let sharing = |random: &mut Random, size| {
        let mut base = exactly(random, size);
        let first = base.questions.get_mut(Key::new(0)).unwrap();
        let shared = first.choices.iter().flat_map(|choice| choice.needs.clone()).next();
        first.kind = Kind::Many;
        for choice in first.choices.get_mut().unwrap() {
            choice.needs.extend(shared.filter(|need| !choice.needs.contains(need)));
        }
        base
    };
    let size = Size { questions: 2, choices: 6 };
    for what in [What::Answers, What::Importances] {
        flips_equal_brute_force_of(size, sharing, what, |advice| advice != Recommendation::Undecided);
    }
}

/// The expected margin by enumeration, over answers as likely as the formula takes them: (sum, number of cases) are
/// weighted by `weight`, the number of equally likely worlds that one case stands for.
fn expected(base: &KnowledgeBase, facts: &Facts<'_>, answers: &Answers, weight: f64) -> f64 {
    let Some(open) = super::enumerate::unsettled(base, answers) else {
        return weight * f64::from(assess(facts, answers).margin);
    };
    let ways = ways(&base.questions[open], answers.response(open));
    let share = weight / ways.len() as f64;
    ways.into_iter().map(|way| expected(base, facts, &with(answers, open, way), share)).sum()
}

fn ways(question: &Question, response: Option<&Response>) -> Vec<Response> {
    let importance = response.and_then(|response| response.importance);
    choosings(question).into_iter().map(|choices| Response { importance, ..Response::chosen(choices) }).collect()
}

fn with(answers: &Answers, key: Key<Question>, response: Response) -> Answers {
    let mut answers = answers.clone();
    answers.set(key, response);
    answers
}

#[test]
fn the_value_of_information_is_its_definition() {
    value_of_information(RUNS, base, Size { questions: 4, choices: 2 });
}

/// Many choices that open the same follow-up.
#[test]
fn the_value_of_information_counts_follow_ups_once() {
    let with_follow_up = |random: &mut Random, size| {
        let mut base = base(random, size);
        let parent = Key::new(0);
        let choices: Vec<ChoiceIndex> = base.questions[parent].indexed().map(|(index, _)| index).collect();
        base.questions.get_mut(parent).unwrap().kind = Kind::Many;
        if let Some(child) = base.questions.get_mut(Key::new(1)) {
            child.condition = Some(Condition { question: parent, choices });
        }
        base
    };
    value_of_information(RUNS / 10, with_follow_up, Size { questions: 2, choices: 5 });
}

fn value_of_information(enough: usize, made: fn(&mut Random, Size) -> KnowledgeBase, size: Size) {
    let mut useful = 0;
    until(enough, made, size, |facts, answers, verdict, seed| {
        let base = facts.base;
        let asked = Visible::of(base, answers);
        let uses = by_use(&Forest::of(facts), answers, &asked, &tally(facts, verdict), verdict.recommendation);
        if uses.is_empty() {
            return false;
        }
        let without = expected(base, facts, answers, 1.0).abs();
        for one in uses {
            let ways = ways(&base.questions[one.question], answers.response(one.question));
            let count = ways.len() as f64;
            let knowing: f64 = ways
                .into_iter()
                .map(|way| expected(base, facts, &with(answers, one.question, way), 1.0).abs() / count)
                .sum();
            let value = one.value.numerator as f64 / one.value.denominator as f64;
            let definition = (knowing - without) / 2.0;
            assert!((value - definition).abs() < 1e-6, "seed {seed}: {value} is not {definition}");
            assert!(value >= 0.0, "seed {seed}");
            useful += usize::from(value > 0.0);
        }
        true
    });
    assert!(useful > enough / 20, "{useful}");
}

#[test]
fn the_most_useful_question_comes_first() {
    let mut vetoing = 0;
    until_enough(SMALL, |facts, answers, verdict, seed| {
        let asked = Visible::of(facts.base, answers);
        let now = tally(facts, verdict);
        let uses = by_use(&Forest::of(facts), answers, &asked, &now, verdict.recommendation);
        let unsettled = asked.iter().filter(|key| matches!(answers.answer(*key), None | Some(Answer::NotSure)));
        let mut listed: Vec<Key<Question>> = uses.iter().map(|one| one.question).collect();
        listed.sort();
        assert_eq!(listed, unsettled.collect::<Vec<_>>(), "seed {seed}");
        for one in &uses {
            let in_running = |side: &Side| now.vetoes[*side] == 0 && facts.availability[*side].is_open();
            let mut sides = Side::BOTH.into_iter().filter(in_running);
            let expected = sides.any(|side| can_veto(facts, answers, one.question, side));
            assert_eq!(one.can_veto, expected, "seed {seed}");
            assert_eq!(divisor(one.value.numerator.abs(), one.value.denominator), 1, "seed {seed}");
            vetoing += usize::from(expected);
        }
        for pair in uses.windows(2) {
            let by_value = |left: &Use, right: &Use| {
                let (left, right) = (left.value, right.value);
                (right.numerator * left.denominator).cmp(&(left.numerator * right.denominator))
            };
            let order = pair[0].reach.cmp(&pair[1].reach).then(pair[1].can_veto.cmp(&pair[0].can_veto));
            let order = order.then(by_value(&pair[0], &pair[1])).then(pair[0].question.cmp(&pair[1].question));
            assert_eq!(order, Ordering::Less, "seed {seed}: {pair:?}");
        }
        uses.len() > 1
    });
    assert!(vetoing > RUNS / 10, "{vetoing}");
}

/// What an answer to one question changes, against trying every answer to it and to what follows from it.
#[test]
fn a_question_reaches_as_far_as_one_of_its_answers() {
    let mut reached = [0; 4];
    until_enough(SMALL, |facts, answers, verdict, seed| {
        let asked = Visible::of(facts.base, answers);
        let uses = by_use(&Forest::of(facts), answers, &asked, &tally(facts, verdict), verdict.recommendation);
        for one in &uses {
            let then: Vec<Verdict> =
                answered(facts, answers, one.question).iter().map(|answers| assess(facts, answers)).collect();
            let advice = then.iter().any(|then| then.recommendation != verdict.recommendation);
            let fit = then.iter().any(|then| {
                let in_running =
                    |side: &Side| verdict.standings[*side].passes() && verdict.standings[*side].availability.is_open();
                let mut vetoed = Side::BOTH.into_iter().filter(in_running);
                then.margin != verdict.margin || vetoed.any(|side| !then.standings[side].passes())
            });
            let gaps = then.iter().any(|then| {
                let mut new = then.requirements.iter().filter(|required| {
                    !verdict.requirements.iter().any(|known| known.capability == required.capability)
                });
                new.any(|required| {
                    let mut open = Side::BOTH.into_iter().filter(|side| facts.availability[*side].is_open());
                    open.any(|side| required.levels[side] != Level::Native)
                })
            });
            let reach = if advice {
                Reach::Advice
            } else if fit {
                Reach::Fit
            } else if gaps {
                Reach::Gaps
            } else {
                Reach::Nothing
            };
            // Whether the pair pays needs two sums at once: there the reach may be said to be greater than it is.
            if verdict.recommendation == Recommendation::Neither {
                assert!(one.reach <= reach, "seed {seed}: {one:?}");
            } else {
                assert_eq!(one.reach, reach, "seed {seed}: {one:?}");
            }
            reached[reach as usize] += 1;
        }
        !uses.is_empty()
    });
    assert!(reached.iter().all(|count| *count > RUNS / 100), "{reached:?}");
}

/// The answers with every answer to one question, and to what follows from it.
fn answered(facts: &Facts<'_>, answers: &Answers, key: Key<Question>) -> Vec<Answers> {
    let options = super::enumerate::options(&facts.base.questions[key], answers.response(key), At::Preset);
    let mut all = Vec::new();
    for option in options {
        let then = with(answers, key, option);
        let asked = Visible::of(facts.base, &then);
        let open = |child: &Key<Question>| matches!(then.answer(*child), None | Some(Answer::NotSure));
        let children: Vec<Key<Question>> =
            asked.iter().filter(|child| *child != key && descends(facts, *child, key)).filter(open).collect();
        let mut combined = vec![then.clone()];
        for child in children {
            let further = combined.iter().filter(|then| Visible::of(facts.base, then).contains(child));
            let further: Vec<Answers> = further.flat_map(|then| answered(facts, then, child)).collect();
            combined.extend(further);
        }
        all.extend(combined);
    }
    all
}

fn divisor(left: i128, right: i128) -> i128 {
    if right == 0 { left } else { divisor(right, left % right) }
}

/// Whether some way to answer a question, and what follows from it, vetoes a side.
fn can_veto(facts: &Facts<'_>, answers: &Answers, key: Key<Question>, side: Side) -> bool {
    super::enumerate::options(&facts.base.questions[key], answers.response(key), At::Preset).into_iter().any(|option| {
        let then = with(answers, key, option);
        let asked = Visible::of(facts.base, &then);
        let open = |child: &Key<Question>| matches!(then.answer(*child), None | Some(Answer::NotSure));
        let mut follow_ups = asked.iter().filter(|child| *child != key && descends(facts, *child, key)).filter(open);
        !assess(facts, &then).standings[side].passes() || follow_ups.any(|child| can_veto(facts, &then, child, side))
    })
}

/// The advice once those musts are a should.
fn relaxed(facts: &Facts<'_>, verdict: &Verdict, musts: &[RequirementNumber]) -> Recommendation {
    let requirements = verdict.requirements.iter().map(|requirement| {
        let importance = if musts.contains(&requirement.number) { Importance::Should } else { requirement.importance };
        Tally::of(&Requirement { importance, ..*requirement }, &facts.base.scoring)
    });
    let tally: Tally = requirements.sum();
    available(fit(&tally, &facts.base.scoring), &tally, facts.availability).1
}

#[test]
fn relaxation_sets_are_the_minimal_ones() {
    relaxation_sets_equal_brute_force(base, SMALL);
}

/// Of more than three musts, those that veto one alternative, and those that are beyond both.
#[test]
fn larger_relaxation_sets_are_those_that_always_matter() {
    relaxation_sets_equal_brute_force(divided, Size { questions: 6, choices: 4 });
}

fn relaxation_sets_equal_brute_force(made: fn(&mut Random, Size) -> KnowledgeBase, size: Size) {
    until_enough_of(made, size, |facts, _, verdict, seed| {
        let vetoes = |side: Side| &verdict.standings[side].vetoed_by;
        if verdict.recommendation != Recommendation::Neither {
            return false;
        }
        let hopeless = vetoes(Side::First).iter().filter(|must| vetoes(Side::Second).contains(must)).copied().collect();
        let always = [vetoes(Side::First).clone(), vetoes(Side::Second).clone(), hopeless];
        let musts: Vec<RequirementNumber> = verdict
            .requirements
            .iter()
            .filter(|requirement| requirement.importance == Importance::Must)
            .map(|requirement| requirement.number)
            .collect();
        if musts.len() > 10 {
            return false;
        }
        let subsets = (1..1_usize << musts.len()).map(|mask| -> Vec<RequirementNumber> {
            musts.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, must)| *must).collect()
        });
        let enough: Vec<_> = subsets.filter(|set| relaxed(facts, verdict, set) != Recommendation::Neither).collect();
        let contains =
            |large: &[RequirementNumber], small: &[RequirementNumber]| small.iter().all(|must| large.contains(must));
        let minimal: BTreeSet<_> = enough
            .iter()
            .filter(|set| !enough.iter().any(|other| other != *set && contains(set, other)))
            .filter(|set| set.len() <= 3 || always.contains(set))
            .cloned()
            .collect();
        let found = relax::smallest(facts, verdict);
        assert!(found.is_sorted_by_key(|relaxation| relaxation.musts.len()), "seed {seed}");
        for relaxation in &found {
            assert_eq!(relaxation.then, relaxed(facts, verdict, &relaxation.musts), "seed {seed}");
        }
        let found: BTreeSet<_> = found.into_iter().map(|relaxation| relaxation.musts).collect();
        assert_eq!(found, minimal, "seed {seed}");
        true
    });
}

#[test]
fn the_parts_of_a_comparison_sum_to_the_whole() {
    until_enough(SMALL, |facts, answers, verdict, seed| {
        let mut random = Random::new(seed + 1_000_000);
        let other = crate::support::generate::answers(&mut random, facts.base);
        let second = assess(facts, &other);
        let parts = compare::parts(facts.base, verdict, &second);
        let sum: i32 = parts.iter().map(compare::Part::difference).sum();
        assert_eq!(sum, second.margin - verdict.margin, "seed {seed}");
        assert_eq!(compare::parts(facts.base, verdict, &assess(facts, answers)), []);
        true
    });
}

/// "Does not apply" and an open question without a parent add nothing, whatever else was answered.
#[test]
fn does_not_apply_counts_like_no_answer() {
    until_enough(SMALL, |facts, answers, verdict, seed| {
        let mut open = answers.clone();
        for (key, response) in answers.iter() {
            if response.answer == Some(Answer::DoesNotApply) {
                open.clear(key);
            }
        }
        assert_eq!(assess(facts, &open).margin, verdict.margin, "seed {seed}");
        assert!(facts.base.questions.iter().any(|(_, question)| matches!(question.kind, Kind::One | Kind::Many)));
        true
    });
}

/// The margins of every way to answer one question and what follows from it, against the swing.
#[test]
fn a_swing_is_the_range_of_margins_of_one_question() {
    until_enough(SMALL, |facts, answers, _, seed| {
        for (root, _) in facts.base.questions.iter().filter(|(_, question)| question.condition.is_none()) {
            let mut alone = Answers::default();
            for (key, question) in facts.base.questions.iter().filter(|(key, _)| !descends(facts, *key, root)) {
                let none = if question.condition.is_none() { Answer::DoesNotApply } else { Answer::NotSure };
                alone.set(key, Response { answer: Some(none), ..Response::default() });
            }
            let importance = answers.response(root).and_then(|response| response.importance);
            alone.set(root, Response { importance, ..Response::default() });
            let mut margins = BTreeSet::new();
            if !completions(facts.base, &alone, At::Preset, &mut 600, &mut |whole| {
                margins.insert(assess(facts, whole).margin);
            }) {
                return false;
            }
            let expected = Bounds { lowest: *margins.first().unwrap(), highest: *margins.last().unwrap() };
            assert_eq!(swing(&Forest::of(facts), &alone, root), expected, "seed {seed}");
        }
        true
    });
}

/// Whether a question is another one or follows from it.
fn descends(facts: &Facts<'_>, key: Key<Question>, root: Key<Question>) -> bool {
    let parent = facts.base.questions[key].condition.as_ref().map(|condition| condition.question);
    key == root || parent.is_some_and(|parent| descends(facts, parent, root))
}

/// Every combination of answers, listed, against the audit's count.
#[test]
fn the_audit_counts_every_combination() {
    until_enough(SMALL, |facts, _, _, seed| {
        let mut outcomes: Vec<(Recommendation, Outcome)> = Vec::new();
        if !every_combination(facts, &Answers::default(), &mut outcomes) {
            return false;
        }
        let audit = audit(facts);
        let share = |wanted: &dyn Fn(Recommendation) -> bool| {
            outcomes.iter().filter(|(advice, _)| wanted(*advice)).count() as f64 / outcomes.len() as f64
        };
        let close = |counted: f64, listed: f64| {
            assert!((counted - listed).abs() < 1e-9, "seed {seed}: {counted} is not {listed}");
        };
        assert!((audit.combinations - outcomes.len() as f64).abs() < 1e-6, "seed {seed}");
        close(audit.build.first, share(&|advice| advice == Recommendation::Build(Side::First)));
        close(audit.build.second, share(&|advice| advice == Recommendation::Build(Side::Second)));
        close(audit.both, share(&|advice| advice == Recommendation::Both));
        close(audit.neither, share(&|advice| advice == Recommendation::Neither));
        close(audit.too_close + audit.not_enough, share(&|advice| advice == Recommendation::Undecided));
        let nothing =
            outcomes.iter().filter(|outcome| **outcome == (Recommendation::Undecided, Outcome::NotEnough)).count();
        close(audit.not_enough, nothing as f64 / outcomes.len() as f64);
        true
    });
}

fn every_combination(facts: &Facts<'_>, answers: &Answers, outcomes: &mut Vec<(Recommendation, Outcome)>) -> bool {
    let Some(open) = super::enumerate::unsettled(facts.base, answers) else {
        let verdict = assess(facts, answers);
        outcomes.push((verdict.recommendation, verdict.fit));
        return outcomes.len() < 600;
    };
    ways(&facts.base.questions[open], None)
        .into_iter()
        .all(|way| every_combination(facts, &with(answers, open, way), outcomes))
}

/// Two musts rule the second out, one of them asked for in a follow-up: giving that one up does as much as not opening it.
#[test]
fn a_flip_set_leaves_follow_ups_asked_where_that_does_as_well() {
    let mut random = Random::new(1);
    let mut base = exactly(&mut random, Size { questions: 4, choices: 2 });
    base.alternatives = Pair { first: alternative("first", false), second: alternative("second", false) };
    base.scoring = Scoring { must: 5, should: 3, could: 1, indifference: 5, ..base.scoring };
    let mut capabilities: Arena<Capability> = Arena::default();
    let mut can = |levels: [Level; 2]| {
        let mut capability = capability(&mut random, capabilities.len(), Key::new(0));
        capability.support.iter_mut().zip(levels).for_each(|(support, level)| support.level = level);
        capabilities.push(capability)
    };
    let lacks = [Level::Native, Level::None];
    let needs = [vec![], vec![can(lacks)], vec![can(lacks)], vec![can([Level::Partial, Level::Native])]];
    base.capabilities = capabilities.into();
    let only = ChoiceIndex::new(0);
    let mut answers = Answers::default();
    for (position, needs) in needs.into_iter().enumerate() {
        let question = base.questions.get_mut(Key::new(position)).unwrap();
        question.kind = Kind::Many;
        question.fixed = false;
        question.importance = if position == 3 { Importance::Should } else { Importance::Must };
        question.condition = (position == 1).then(|| Condition { question: Key::new(0), choices: vec![only] });
        question.choices.get_mut().unwrap().truncate(1);
        question.choices.get_mut().unwrap()[0].needs = needs;
        answers.set(Key::new(position), Response::chosen([only]));
    }
    let facts = base.at(as_of());
    let verdict = assess(&facts, &answers);
    assert_eq!(verdict.recommendation, Recommendation::Build(Side::First));
    let forest = Forest::of(&facts);
    let counterfactuals = smallest(&forest, &answers, &tally(&facts, &verdict), verdict.recommendation, What::Answers);
    let drop = |position| Change { question: Key::new(position), kind: ChangeKind::Drop(only) };
    assert_eq!(counterfactuals, [vec![drop(1), drop(2)]]);
}
