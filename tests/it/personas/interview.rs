//! The interview stays short, and answering it leaves nothing open.

use journey_advisor::answers::blank;
use journey_advisor::knowledge::visible::Visible;
use journey_advisor::model::answers::Answers;

use super::plan::{answers, knowledge, names};

/// A typical plan is asked fewer questions than this.
const TYPICAL: usize = 20;
/// And every plan fewer than this.
const MOST: usize = 22;

#[test]
fn a_typical_plan_is_asked_fewer_than_twenty_questions_and_none_many_more() {
    let base = knowledge();
    let mut counts: Vec<(usize, String)> =
        names().into_iter().map(|name| (Visible::of(&base, &answers(&base, &name)).iter().count(), name)).collect();
    counts.sort();
    let (median, _) = &counts[counts.len() / 2];
    assert!(*median < TYPICAL, "half of the plans are asked {median} questions or more: {counts:?}");
    let (most, name) = counts.last().expect("there are plans");
    assert!(*most < MOST, "{name}: {most}");
}

#[test]
fn without_any_answer_thirteen_questions_wait() {
    let base = knowledge();
    assert_eq!(Visible::of(&base, &Answers::default()).iter().count(), 13);
}

#[test]
fn every_plan_answers_all_it_is_asked_and_nothing_else() {
    let base = knowledge();
    for name in names() {
        let answers = answers(&base, &name);
        let asked = Visible::of(&base, &answers);
        let open: Vec<&str> = asked
            .iter()
            .filter(|question| answers.answer(*question).is_none())
            .map(|question| base.questions[question].id.as_str())
            .collect();
        assert_eq!(open, Vec::<&str>::new(), "{name}");
        assert_eq!(asked.parked(&answers), Vec::new(), "{name}");
    }
}

#[test]
fn the_plans_use_every_question() {
    let base = knowledge();
    let all: Vec<Answers> = names().iter().map(|name| answers(&base, name)).collect();
    let untouched: Vec<&str> = base
        .questions
        .iter()
        .filter(|(key, _)| {
            !all.iter().any(|answers| answers.answer(*key).is_some_and(|answer| !answer.picks().is_empty()))
        })
        .map(|(_, question)| question.id.as_str())
        .collect();
    assert_eq!(untouched, Vec::<&str>::new());
}

#[test]
fn the_file_to_fill_in_has_no_topic_without_a_question() {
    let base = knowledge();
    let blank = blank(&base);
    for (topic, entry) in base.topics.iter() {
        let asks = base.questions_of(topic).next().is_some();
        assert_eq!(blank.contains(&format!("\n# {}\n# -", entry.title)), asks, "{}", entry.title);
    }
}
