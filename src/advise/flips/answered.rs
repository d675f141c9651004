//! A question as it is answered: the ways to change what is taken of one of its groups.

use crate::advise::forest::{self, Forest, Group, Taken, taken};
use crate::advise::tally::Tally;
use crate::model::answers::{Answer, Answers};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::front::Changes;
use super::{Change, ChangeKind, MOST_CHANGES, What};

/// A way to change a group of choices.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    /// What it adds to the sums of now, without what opens or closes.
    pub(super) difference: Tally,
    /// What it changes.
    pub(super) changes: Changes,
}

/// A question as it is answered.
#[derive(Debug)]
pub(super) struct Answered<'f, 'b, 'k> {
    forest: &'f Forest<'b, 'k>,
    key: Key<Question>,
    kind: Kind,
    /// What is taken of it.
    pub(super) taken: Vec<Taken>,
    /// The importance at which a choice is newly taken.
    anew: Importance,
    /// Whether anything may be changed here.
    pub(super) may_change: bool,
}

impl<'f, 'b, 'k> Answered<'f, 'b, 'k> {
    /// A question as these answers have it.
    pub(super) fn of(forest: &'f Forest<'b, 'k>, answers: &Answers, key: Key<Question>) -> Self {
        let question = forest.question(key);
        let response = answers.response(key);
        let chosen = matches!(response.and_then(|response| response.answer.as_ref()), Some(Answer::Chosen(_)));
        Self {
            forest,
            key,
            kind: question.kind,
            taken: taken(question, response),
            anew: forest.importance(key, answers),
            may_change: chosen && !question.fixed,
        }
    }

    /// Adds the ways to change a group, each with a few changes, what may be changed being given.
    pub(super) fn add_changed(&self, group: &Group, what: What, ways: &mut Vec<Way>) {
        match what {
            What::Answers => {
                ways.extend(self.ways(group).flatten().filter(|way| way.changes.count() > 0));
            }
            What::Importances => {
                let mut within = self.within(group);
                let weighing = Weighing { answered: self, group, now: self.worth(group, &within) };
                weighing.add(&mut within, 0, Changes::default(), ways);
            }
        }
    }

    /// For each way to answer a group how to get there, if it takes few enough changes.
    pub(super) fn ways(&self, group: &Group) -> impl Iterator<Item = Option<Way>> {
        let now = self.worth(group, &self.within(group));
        let way = move |way| Some(Way { changes: self.changes(group, way)?, difference: self.reached(way) - now });
        group.ways.iter().map(way)
    }

    /// What a way to answer a group adds.
    fn reached(&self, way: &forest::Way) -> Tally {
        if let Some(importance) = self.importance(way) {
            return *way.worth(importance);
        }
        let taken: Vec<Taken> = way.choices.iter().map(|choice| self.take(*choice)).collect();
        self.forest.part(self.key, &taken)
    }

    /// Those taken that belong to a group.
    fn within(&self, group: &Group) -> Vec<Taken> {
        self.taken.iter().filter(|(choice, _)| group.choices.contains(choice)).copied().collect()
    }

    /// What choices of a group add, without what they open.
    fn worth(&self, group: &Group, taken: &[Taken]) -> Tally {
        match taken {
            [] => Tally::NOTHING,
            [only] => group.worth(*only).copied().unwrap_or(Tally::NOTHING),
            several => self.forest.part(self.key, several),
        }
    }

    /// A choice as it is taken, or newly taken.
    fn take(&self, choice: ChoiceIndex) -> Taken {
        let taken = self.taken.iter().find(|(taken, _)| *taken == choice);
        taken.copied().unwrap_or((choice, self.anew))
    }

    /// The importance of all choices of a way, if they have the same.
    fn importance(&self, way: &forest::Way) -> Option<Importance> {
        let mut importances = way.choices.iter().map(|choice| self.take(*choice).1);
        let first = importances.next().unwrap_or(self.anew);
        importances.all(|importance| importance == first).then_some(first)
    }

    /// What takes one to a way to answer a group; nothing if that is too much or may not be.
    fn changes(&self, group: &Group, way: &forest::Way) -> Option<Changes> {
        let mut changes = Changes::default();
        for choice in &group.choices {
            let is_taken = self.taken.iter().any(|(taken, _)| taken == choice);
            if is_taken == way.choices.contains(choice) {
                continue;
            }
            let kind = match (self.kind, is_taken) {
                (Kind::Many, true) => ChangeKind::Drop(*choice),
                (Kind::Many, false) => ChangeKind::Add(*choice),
                (Kind::One, false) => ChangeKind::Choose(*choice),
                // Another choice takes its place, and there must be one.
                (Kind::One, true) if way.choices.is_empty() => return None,
                (Kind::One, true) => continue,
            };
            if !self.may_change || changes.count() == MOST_CHANGES {
                return None;
            }
            changes = changes.with(Change { question: self.key, kind });
        }
        Some(changes)
    }
}

/// A group whose taken choices are weighed otherwise.
struct Weighing<'a, 'f, 'b, 'k> {
    answered: &'a Answered<'f, 'b, 'k>,
    group: &'a Group,
    now: Tally,
}

impl Weighing<'_, '_, '_, '_> {
    /// Adds every way to weigh those taken from a position on, after some changes.
    fn add(&self, taken: &mut [Taken], from: usize, changes: Changes, ways: &mut Vec<Way>) {
        for position in from..taken.len() {
            let Some((choice, before)) = taken.get(position).copied() else { continue };
            for importance in Importance::ALL.into_iter().filter(|importance| *importance != before) {
                put(taken, position, (choice, importance));
                let kind = ChangeKind::Weigh(choice, importance);
                let changes = changes.with(Change { question: self.answered.key, kind });
                let difference = self.answered.worth(self.group, taken) - self.now;
                ways.push(Way { difference, changes });
                if changes.count() < MOST_CHANGES {
                    self.add(taken, position + 1, changes, ways);
                }
            }
            put(taken, position, (choice, before));
        }
    }
}

fn put(taken: &mut [Taken], position: usize, new: Taken) {
    if let Some(slot) = taken.get_mut(position) {
        *slot = new;
    }
}
