//! Which choices of a question must be looked at together.

use super::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Kind, Question};

/// Choices taken in every combination are looked at one combination at a time, so there must not be more than this.
pub(crate) const MOST_SELECTIONS: usize = 4096;

/// The choices of a question in groups: those together that share a capability or open the same follow-up, directly or
/// through others. Of a question that takes one answer, all choices are one group.
pub(crate) fn connected(base: &KnowledgeBase, key: Key<Question>) -> Vec<Vec<ChoiceIndex>> {
    let question = &base.questions[key];
    let mut groups: Vec<Vec<ChoiceIndex>> = question.indexed().map(|(index, _)| vec![index]).collect();
    if question.kind == Kind::One {
        return vec![groups.concat()];
    }
    let conditions = base.questions.iter().filter_map(|(_, child)| child.condition.as_ref());
    conditions
        .filter(|condition| condition.question == key)
        .for_each(|condition| join(&mut groups, &condition.choices));
    for (_, choice) in question.indexed() {
        for need in &choice.needs {
            let sharing = question.indexed().filter(|(_, other)| other.needs.contains(need)).map(|(index, _)| index);
            join(&mut groups, &sharing.collect::<Vec<_>>());
        }
    }
    for group in &mut groups {
        group.sort();
    }
    groups.sort();
    groups
}

/// Makes one group of all that hold one of these choices.
fn join(groups: &mut Vec<Vec<ChoiceIndex>>, together: &[ChoiceIndex]) {
    let holds_one = |group: &Vec<ChoiceIndex>| group.iter().any(|choice| together.contains(choice));
    let (joined, apart): (Vec<_>, Vec<_>) = std::mem::take(groups).into_iter().partition(holds_one);
    *groups = apart;
    groups.extend((!joined.is_empty()).then(|| joined.concat()));
}

/// How many ways there are to choose within a group.
pub(crate) fn selections_of(kind: Kind, group: &[ChoiceIndex]) -> usize {
    match kind {
        Kind::One => group.len() + 1,
        Kind::Many => {
            u32::try_from(group.len()).ok().and_then(|count| 1_usize.checked_shl(count)).unwrap_or(usize::MAX)
        }
    }
}
