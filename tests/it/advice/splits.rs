//! Several journeys in one plan: what each of them keeps, what is said of it, and which contradictions are gone by that.

use std::collections::BTreeSet;

use journey_advisor::advise::analysis::advise;
use journey_advisor::knowledge::visible::Visible;
use journey_advisor::knowledge::{Conflict, KnowledgeBase};
use journey_advisor::model::answers::{Answer, Answers};
use journey_advisor::model::journeys::{Chosen, JourneyPart, JourneysApart};
use journey_advisor::model::name::Id;
use journey_advisor::model::text::Text;

use crate::support::generate::{Random, SMALL, answers, as_of, base};

const RUNS: u64 = 6_000;

/// Conflicts between any two choices, and groups of any choices, none of which stands in two parts.
fn enrich(random: &mut Random, base: &mut KnowledgeBase) {
    let questions = base.questions.iter();
    let all: Vec<Chosen> =
        questions.flat_map(|(key, question)| question.indexed().map(move |(choice, _)| (key, choice))).collect();
    for _ in 0..2 + random.below(8) {
        let between = vec![random.pick(&all), random.pick(&all)];
        if between[0].0 != between[1].0 {
            base.conflicts.push(Conflict { between, reason: Text::default(), sources: Vec::new() });
        }
    }
    for number in 0..=random.below(2) {
        let count = 2 + random.below(2);
        let mut parts: Vec<JourneyPart> =
            (0..count).map(|part| JourneyPart { title: format!("part {part}").into(), choices: Vec::new() }).collect();
        for choice in &all {
            if random.chance(40) {
                parts[random.below(count)].choices.push(*choice);
            }
        }
        let id = Id::new(&format!("group{number}")).unwrap();
        base.journeys_apart.push(JourneysApart { id, why: Text::default(), parts, sources: Vec::new() });
    }
}

fn counting(base: &KnowledgeBase, answers: &Answers) -> BTreeSet<Chosen> {
    let visible = Visible::of(base, answers);
    let picks = |key| answers.answer(key).map_or(&[][..], Answer::picks).iter();
    visible.iter().flat_map(|key| picks(key).map(move |pick| (key, pick.choice))).collect()
}

/// All that was chosen, whether it counts or not.
fn chosen(answers: &Answers) -> BTreeSet<Chosen> {
    answers.iter().flat_map(|(key, response)| response.picks().iter().map(move |pick| (key, pick.choice))).collect()
}

fn each(mut check: impl FnMut(&KnowledgeBase, &Answers, u64)) {
    for seed in 0..RUNS {
        let mut random = Random::new(seed);
        let mut base = base(&mut random, SMALL);
        enrich(&mut random, &mut base);
        check(&base, &answers(&mut random, &base), seed);
    }
}

#[test]
fn a_split_is_proposed_where_two_parts_are_chosen_from() {
    let mut found = 0;
    each(|base, answers, seed| {
        let counting = counting(base, answers);
        let is_chosen_from = |part: &&JourneyPart| part.choices.iter().any(|choice| counting.contains(choice));
        let expected: Vec<(usize, Vec<usize>)> = base
            .journeys_apart
            .iter()
            .enumerate()
            .map(|(group, apart)| {
                let parts = (0..).zip(&apart.parts).filter(|(_, part)| is_chosen_from(part));
                (group, parts.map(|(part, _)| part).collect::<Vec<usize>>())
            })
            .filter(|(_, parts)| parts.len() > 1)
            .collect();
        let splits = advise(&base.at(as_of()), answers).1.splits;
        let told = splits.iter().map(|split| (split.group, split.journeys.iter().map(|own| own.part).collect()));
        assert_eq!(told.collect::<Vec<(usize, Vec<usize>)>>(), expected, "seed {seed}");
        found += expected.len();
    });
    assert!(found > 500, "{found}");
}

#[test]
fn what_a_part_lists_goes_there_and_nothing_gets_lost() {
    let mut moved = 0;
    each(|base, answers, seed| {
        let (all, counting) = (chosen(answers), counting(base, answers));
        for split in advise(&base.at(as_of()), answers).1.splits {
            let parts = &base.journeys_apart[split.group].parts;
            for choice in &all {
                let keeps = |part: usize| {
                    let journey = split.journeys.iter().find(|journey| journey.part == part);
                    journey.is_some_and(|journey| chosen(&journey.answers).contains(choice))
                };
                let kept_by = split.journeys.iter().filter(|journey| keeps(journey.part)).count();
                let listed = parts.iter().position(|part| part.choices.contains(choice));
                match listed.filter(|_| counting.contains(choice)) {
                    Some(part) => assert!(keeps(part) && kept_by == 1, "seed {seed}: {choice:?}"),
                    None => assert!(kept_by >= 1, "seed {seed}: {choice:?} is lost"),
                }
                let is_rivalled = base.conflicts.iter().any(|conflict| conflict.between.contains(choice));
                if listed.is_none() && kept_by < split.journeys.len() {
                    assert!(is_rivalled && counting.contains(choice), "seed {seed}: {choice:?} goes to all");
                    moved += 1;
                }
                for journey in &split.journeys {
                    let is_own = kept_by < split.journeys.len() && keeps(journey.part);
                    assert_eq!(journey.own.contains(choice), is_own, "seed {seed}: {choice:?}");
                }
            }
            for journey in &split.journeys {
                assert!(chosen(&journey.answers).is_subset(&all), "seed {seed}: nothing is added");
                for (key, response) in answers.iter() {
                    let note = journey.answers.response(key).map_or("", |response| response.note.as_str());
                    assert_eq!(note, response.note, "seed {seed}");
                    let is_emptied = !response.picks().is_empty()
                        && journey.answers.answer(key).is_some_and(|answer| answer.picks().is_empty());
                    assert!(!is_emptied, "seed {seed}: a question without a choice left is open");
                }
            }
        }
    });
    assert!(moved > 20, "{moved}");
}

#[test]
fn a_split_settles_what_no_journey_runs_into_and_each_is_advised_on_alone() {
    let mut settled = 0;
    each(|base, answers, seed| {
        let facts = base.at(as_of());
        let analysis = advise(&facts, answers).1;
        for split in &analysis.splits {
            let mut left = BTreeSet::new();
            for journey in &split.journeys {
                let (verdict, alone) = advise(&facts, &journey.answers);
                assert_eq!(journey.then, verdict.recommendation, "seed {seed}");
                left.extend(alone.contradictions.iter().map(|found| found.conflict));
            }
            let all = analysis.contradictions.iter().map(|found| found.conflict);
            let expected: Vec<usize> = all.filter(|conflict| !left.contains(conflict)).collect();
            assert_eq!(split.settles, expected, "seed {seed}");
            settled += expected.len();
        }
    });
    assert!(settled > 100, "{settled}");
}
