//! What can be done to the answers of one question and of all that hangs below it.

use crate::advise::components::{Component, Forest, Selection};
use crate::advise::requirements::Taken;
use crate::advise::tally::Tally;
use crate::model::answers::{Answer, Answers};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::{Change, ChangeKind, MOST_CHANGES, What};

/// Up to [`MOST_CHANGES`] changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Changes([Option<Change>; MOST_CHANGES]);

impl Changes {
    pub(super) fn count(self) -> usize {
        self.iter().count()
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Change> {
        self.0.into_iter().flatten()
    }

    /// One change more; `None` if there are as many as there may be.
    pub(super) fn with(mut self, change: Change) -> Option<Self> {
        *self.0.iter_mut().find(|slot| slot.is_none())? = Some(change);
        Some(self)
    }

    /// Both together; `None` if they are too many.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        other.iter().try_fold(self, Self::with)
    }
}

/// Some changes made together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edit {
    /// What is changed; nothing at all is an edit too.
    pub(super) changes: Changes,
    /// What it adds to the sums of now.
    pub(super) difference: Tally,
}

impl Edit {
    /// No change at all.
    pub(super) const NOTHING: Self = Self { changes: Changes([None; MOST_CHANGES]), difference: Tally::NOTHING };

    /// Both together, of no more than [`MOST_CHANGES`] changes.
    fn and(&self, other: &Self) -> Self {
        let changes = self.changes.and(other.changes).expect("together they are no more than there may be");
        Self { changes, difference: self.difference + other.difference }
    }
}

/// Makes edits of up to so many changes.
pub(super) struct Editor<'s, 'k> {
    pub(super) forest: &'s Forest<'k>,
    pub(super) answers: &'s Answers,
    /// What can be done to each component of each question.
    pub(super) own: &'s [Vec<Own>],
    /// The most changes of an edit.
    pub(super) most: usize,
    /// Which of some edits are worth keeping. What is dropped must be no better than what is kept, whatever else is
    /// changed beside it.
    pub(super) keep: &'s dyn Fn(Vec<Edit>) -> Vec<Edit>,
}

impl Editor<'_, '_> {
    /// The edits of a question with its follow-ups, the one that changes nothing first.
    pub(super) fn of(&self, key: Key<Question>) -> Vec<Edit> {
        let own = self.own.get(key.position()).expect("every question has its own edits");
        let components = self.forest.components(key).iter().zip(own);
        components
            .fold(vec![Edit::NOTHING], |edits, (component, own)| self.together(edits, &self.component(component, own)))
    }

    /// Every edit here with every one there, as far as they are not too many changes.
    pub(super) fn together(&self, here: Vec<Edit>, there: &[Edit]) -> Vec<Edit> {
        // Most questions can only stay as they are.
        if let [Edit { changes, difference: Tally::NOTHING }] = there
            && changes.count() == 0
        {
            return here;
        }
        let counted: Vec<(usize, &Edit)> = there.iter().map(|other| (other.changes.count(), other)).collect();
        let mut all = Vec::with_capacity(here.len() + there.len());
        for edit in &here {
            let room = self.most - edit.changes.count();
            let fitting = counted.iter().filter(|(count, _)| *count <= room);
            all.extend(fitting.map(|(_, other)| edit.and(other)));
        }
        (self.keep)(all)
    }

    /// The edits of a component with those of its follow-ups.
    fn component(&self, component: &Component, Own { now, edits }: &Own) -> Vec<Edit> {
        let few = edits.iter().filter(|(_, edit)| edit.changes.count() <= self.most);
        if component.follow_ups.is_empty() {
            return (self.keep)(few.map(|(_, edit)| *edit).collect());
        }
        let below: Vec<Below> = component.follow_ups.iter().map(|child| self.below(child.question)).collect();
        let with_follow_ups = |(opens, edit): &(Vec<bool>, Edit)| {
            let visible = |visible: &[bool]| -> Vec<&Below> {
                visible.iter().zip(&below).filter(|(visible, _)| **visible).map(|(_, child)| child).collect()
            };
            let worth = |children: &[&Below]| -> Tally { children.iter().map(|child| child.worth).sum() };
            let then = visible(opens);
            let moved = Edit { difference: edit.difference + (worth(&then) - worth(&visible(now))), ..*edit };
            then.into_iter().fold(vec![moved], |edits, child| self.together(edits, &child.edits))
        };
        (self.keep)(few.flat_map(with_follow_ups).collect())
    }

    fn below(&self, key: Key<Question>) -> Below {
        Below { worth: self.forest.whole(key, self.answers), edits: self.of(key) }
    }
}

/// A follow-up, whether it is asked now or not.
struct Below {
    /// What it adds as it is answered, with its own follow-ups.
    worth: Tally,
    edits: Vec<Edit>,
}

/// What can be done to a component, whatever becomes of its follow-ups.
pub(super) struct Own {
    /// Which follow-ups are open now.
    now: Vec<bool>,
    /// Edits, each with the follow-ups that are open then. Those that leave open what is open come first, so that they are
    /// preferred to others that come to the same.
    edits: Vec<(Vec<bool>, Edit)>,
}

impl Own {
    /// For each component of each question, with up to so many changes. Nothing for a question of which no choice is taken:
    /// there is nothing to change, and no follow-up is open.
    pub(super) fn all(forest: &Forest<'_>, answers: &Answers, what: What, most: usize) -> Vec<Vec<Self>> {
        let of = |key| {
            let Some(answered) = Answered::of(forest, answers, key) else { return Vec::new() };
            forest.components(key).iter().map(|component| Self::of(&answered, component, what, most)).collect()
        };
        forest.facts.base.questions.keys().map(of).collect()
    }

    fn of(answered: &Answered<'_, '_>, component: &Component, what: What, most: usize) -> Self {
        let now: Vec<bool> = component.follow_ups.iter().map(|child| child.is_open(&answered.taken)).collect();
        let mut edits = match what {
            _ if answered.is_fixed => vec![(now.clone(), Edit::NOTHING)],
            What::Answers => answered.reselected(component, most),
            What::Importances => answered.reweighed(component).into_iter().map(|edit| (now.clone(), edit)).collect(),
        };
        if !now.is_empty() {
            edits.sort_by_key(|(opens, _)| *opens != now);
        }
        Self { now, edits }
    }
}

/// A question of which choices are taken.
struct Answered<'f, 'k> {
    forest: &'f Forest<'k>,
    key: Key<Question>,
    kind: Kind,
    /// What is taken of it.
    taken: Vec<Taken>,
    /// The importance at which a choice is newly taken.
    anew: Importance,
    /// Whether nothing may be changed here.
    is_fixed: bool,
}

impl<'f, 'k> Answered<'f, 'k> {
    fn of(forest: &'f Forest<'k>, answers: &Answers, key: Key<Question>) -> Option<Self> {
        let question = forest.question(key);
        let Some(Answer::Chosen(_)) = answers.answer(key) else { return None };
        Some(Self {
            forest,
            key,
            kind: question.kind,
            taken: forest.taken(key, answers),
            anew: forest.importance(key, answers),
            is_fixed: question.fixed,
        })
    }

    /// The edits that lead to a selection, each with what that opens.
    fn reselected(&self, component: &Component, most: usize) -> Vec<(Vec<bool>, Edit)> {
        let is_now = |selection: &&Selection| self.changes(component, selection, 0).is_some();
        let now = component.selections.iter().find(is_now).map(|selection| self.reached(selection));
        let now = now.expect("what is taken is one of the selections");
        let edit = |selection: &Selection| {
            let changes = self.changes(component, selection, most)?;
            Some((selection.opens.clone(), Edit { changes, difference: self.reached(selection) - now }))
        };
        component.selections.iter().filter_map(edit).collect()
    }

    /// What a selection adds, each choice as it is taken now, or newly taken.
    fn reached(&self, selection: &Selection) -> Tally {
        let take = |choice: &ChoiceIndex| {
            let taken = self.taken.iter().find(|(taken, _)| taken == choice);
            taken.copied().unwrap_or((*choice, self.anew))
        };
        let mut importances = selection.choices.iter().map(|choice| take(choice).1);
        let first = importances.next().unwrap_or(self.anew);
        // At one importance it is worked out already.
        if importances.all(|importance| importance == first) {
            return *selection.worth(first);
        }
        let taken: Vec<Taken> = selection.choices.iter().map(take).collect();
        self.forest.part(self.key, &taken)
    }

    /// Those taken that belong to a component.
    fn within(&self, component: &Component) -> Vec<Taken> {
        self.taken.iter().filter(|(choice, _)| component.choices.contains(choice)).copied().collect()
    }

    /// The changes that lead to a selection. `None` if there are more than `most`.
    fn changes(&self, component: &Component, selection: &Selection, most: usize) -> Option<Changes> {
        let mut changes = Changes::default();
        for choice in &component.choices {
            let is_taken = self.taken.iter().any(|(taken, _)| taken == choice);
            if is_taken == selection.choices.contains(choice) {
                continue;
            }
            let kind = match (self.kind, is_taken) {
                (Kind::Many, true) => ChangeKind::Drop(*choice),
                (Kind::Many, false) => ChangeKind::Add(*choice),
                (Kind::One, false) => ChangeKind::Choose(*choice),
                // Another choice takes its place, and there must be one.
                (Kind::One, true) if selection.choices.is_empty() => return None,
                (Kind::One, true) => continue,
            };
            changes = changes.with(Change { question: self.key, kind }).filter(|changes| changes.count() <= most)?;
        }
        Some(changes)
    }

    /// The edits that give choices of a component other importances, the one that gives none first.
    fn reweighed(&self, component: &Component) -> Vec<Edit> {
        let within = self.within(component);
        let now = self.forest.part(self.key, &within);
        let mut weighed = vec![(Changes::default(), within.clone())];
        for (position, (choice, before)) in within.iter().enumerate() {
            let others = Importance::ALL.into_iter().filter(|importance| importance != before);
            let again = weighed.iter().flat_map(|known| others.clone().map(move |importance| (known, importance)));
            let more = again.filter_map(|((changes, taken), importance)| {
                let change = Change { question: self.key, kind: ChangeKind::Weigh(*choice, importance) };
                let mut taken = taken.clone();
                *taken.get_mut(position)? = (*choice, importance);
                Some((changes.with(change)?, taken))
            });
            let more: Vec<_> = more.collect();
            weighed.extend(more);
        }
        let edit = |(changes, taken): (Changes, Vec<Taken>)| Edit {
            changes,
            difference: self.forest.part(self.key, &taken) - now,
        };
        weighed.into_iter().map(edit).collect()
    }
}
