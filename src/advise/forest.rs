//! The questions as a forest, cut into the smallest parts that can be looked at one by one.
//!
//! Choices of one question belong to the same [`Group`] if they share a capability, and groups to the same [`Component`]
//! if they open the same follow-up. Components add up independently; within one, what is opened is all that groups have
//! in common. So extremes, means and changes are found group by group and summed, exactly.

use std::borrow::Cow;

use crate::knowledge::facts::Facts;
use crate::model::answers::{Answer, Answers, Response};
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::joint::{Joint, Opens};
use super::tally::Tally;

/// A choice taken at an importance.
pub type Taken = (ChoiceIndex, Importance);

/// Choices that must be looked at together, with the follow-ups that only they open.
#[derive(Debug, Clone, Default)]
pub struct Component {
    /// The choices, in order. Of a question that takes one answer, all of them.
    pub choices: Vec<ChoiceIndex>,
    /// The same choices cut further: what one group adds does not depend on the others, only what is opened does.
    pub groups: Vec<Group>,
    /// The follow-ups, each with the choices that open it.
    pub follow_ups: Vec<(Key<Question>, Vec<ChoiceIndex>)>,
    joint: Joint,
}

/// Choices that share capabilities. Of a question that takes one answer, all choices.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// The choices, in order.
    pub choices: Vec<ChoiceIndex>,
    /// Every way to take some of them, the empty one first.
    pub ways: Vec<Way>,
}

/// Some choices taken together.
#[derive(Debug, Clone)]
pub struct Way {
    /// The choices, in order.
    pub choices: Vec<ChoiceIndex>,
    /// For each follow-up of the component whether they open it.
    pub opens: Opens,
    worth: [Tally; 3],
}

impl Way {
    /// What the choices add if all are taken at one importance, without their follow-ups.
    pub fn worth(&self, importance: Importance) -> &Tally {
        let [must, should, could] = &self.worth;
        match importance {
            Importance::Must => must,
            Importance::Should => should,
            Importance::Could => could,
        }
    }
}

impl Group {
    /// What one of the choices adds at an importance.
    pub fn worth(&self, (choice, importance): Taken) -> Option<&Tally> {
        self.ways.iter().find(|way| way.choices == [choice]).map(|way| way.worth(importance))
    }
}

impl Component {
    /// The follow-ups that these choices open.
    pub fn opened<'c>(&'c self, taken: &'c [Taken]) -> impl Iterator<Item = Key<Question>> + 'c {
        self.follow_ups.iter().filter(|(_, choices)| is_open(choices, taken)).map(|(question, _)| *question)
    }

    /// For each follow-up whether these choices open it.
    pub fn opens(&self, taken: &[Taken]) -> Opens {
        self.follow_ups.iter().map(|(_, choices)| is_open(choices, taken)).collect()
    }

    /// The follow-ups that are opened.
    pub fn followed<'c>(&'c self, opens: &'c [bool]) -> impl Iterator<Item = Key<Question>> + 'c {
        self.follow_ups.iter().zip(opens).filter(|(_, opens)| **opens).map(|((question, _), _)| *question)
    }

    /// Where the ways of its groups lead together.
    pub fn joint(&self) -> &Joint {
        &self.joint
    }

    /// Puts its groups together, apart for each combination of follow-ups that can be opened; see [`Joint::fold`].
    pub fn fold<T>(
        &self,
        nothing: T,
        of: impl Fn(&Way) -> Option<T>,
        and: impl Fn(&T, &T) -> T,
        or: impl Fn(&mut T, T),
    ) -> impl Iterator<Item = (&Opens, T)> {
        let groups = self.groups.iter().map(|group| group.ways.as_slice());
        let sums = self.joint.fold(groups, nothing, of, and, or);
        self.joint.ends().iter().zip(sums).filter_map(|(opens, sum)| Some((opens, sum?)))
    }
}

/// The forest of questions by the facts of a day.
#[derive(Debug, Clone)]
pub struct Forest<'f, 'k> {
    /// The facts.
    pub facts: Cow<'f, Facts<'k>>,
    components: Vec<Vec<Component>>,
}

impl<'f, 'k> Forest<'f, 'k> {
    /// Cuts the questions into components.
    pub fn of(facts: &'f Facts<'k>) -> Self {
        Self { components: cut(facts), facts: Cow::Borrowed(facts) }
    }

    /// The same for facts that go nowhere else.
    pub fn with(facts: Facts<'k>) -> Self {
        Self { components: cut(&facts), facts: Cow::Owned(facts) }
    }

    /// The question.
    pub fn question(&self, key: Key<Question>) -> &'k Question {
        &self.facts.base.questions[key]
    }

    /// The importance that a choice newly taken gets: what was set for the answer, else what the question presets.
    pub fn importance(&self, key: Key<Question>, answers: &Answers) -> Importance {
        let set = answers.response(key).and_then(|response| response.importance);
        set.unwrap_or(self.question(key).importance)
    }

    /// The components of a question.
    pub fn components(&self, key: Key<Question>) -> &[Component] {
        self.components.get(key.position()).map_or(&[], Vec::as_slice)
    }

    /// The questions without a parent.
    pub fn roots(&self) -> impl Iterator<Item = Key<Question>> + use<'k> {
        let base = self.facts.base;
        base.questions.iter().filter(|(_, question)| question.condition.is_none()).map(|(key, _)| key)
    }

    /// What a question adds as it is answered, with the follow-ups that it opens.
    pub fn whole(&self, key: Key<Question>, answers: &Answers) -> Tally {
        let taken = taken(self.question(key), answers.response(key));
        let opened = self.components(key).iter().flat_map(|component| component.opened(&taken));
        opened.fold(self.part(key, &taken), |sum, child| sum + self.whole(child, answers))
    }

    /// What choices of one question add, without their follow-ups.
    pub fn part(&self, key: Key<Question>, taken: &[Taken]) -> Tally {
        part(&self.facts, self.question(key), taken)
    }
}

/// Whether one of the choices that open a follow-up is taken.
pub fn is_open(opening: &[ChoiceIndex], taken: &[Taken]) -> bool {
    taken.iter().any(|(choice, _)| opening.contains(choice))
}

/// The components of every question.
fn cut(facts: &Facts<'_>) -> Vec<Vec<Component>> {
    let mut opened: Vec<Vec<FollowUp<'_>>> = vec![Vec::new(); facts.base.questions.len()];
    for (child, question) in facts.base.questions.iter() {
        if let Some(condition) = &question.condition
            && let Some(children) = opened.get_mut(condition.question.position())
        {
            children.push((child, &condition.choices));
        }
    }
    let of = |((_, question), follow_ups): ((_, &Question), Vec<_>)| components(facts, question, &follow_ups);
    facts.base.questions.iter().zip(opened).map(of).collect()
}

/// All subsets, the empty one first. Groups have few choices, because few share anything.
fn subsets(choices: &[ChoiceIndex]) -> Vec<Vec<ChoiceIndex>> {
    let mut all = vec![Vec::new()];
    for choice in choices {
        for position in 0..all.len() {
            let mut with: Vec<ChoiceIndex> = all.get(position).cloned().unwrap_or_default();
            with.push(*choice);
            all.push(with);
        }
    }
    all
}

/// The choices taken in an answer, each at its importance.
pub fn taken(question: &Question, response: Option<&Response>) -> Vec<Taken> {
    let Some(response) = response else { return Vec::new() };
    let picks = response.answer.iter().flat_map(Answer::picks);
    picks.map(|pick| (pick.choice, response.importance_of(*pick, question))).collect()
}

/// Whether a question still waits for an answer: it has none, or "not sure".
pub fn is_unsettled(answers: &Answers, question: Key<Question>) -> bool {
    matches!(answers.answer(question), None | Some(Answer::NotSure))
}

/// What choices of one question add. A capability that several need counts once, at the highest importance.
fn part(facts: &Facts<'_>, question: &Question, taken: &[Taken]) -> Tally {
    if let [(choice, importance)] = taken {
        let needs = question.choice(*choice).into_iter().flat_map(|choice| &choice.needs);
        return needs.map(|capability| worth(facts, *capability, *importance)).sum();
    }
    let mut needs: Vec<(Key<Capability>, Importance)> = Vec::with_capacity(taken.len());
    for (choice, importance) in taken {
        for capability in question.choice(*choice).into_iter().flat_map(|choice| &choice.needs) {
            match needs.iter_mut().find(|(known, _)| known == capability) {
                Some((_, known)) => *known = (*known).max(*importance),
                None => needs.push((*capability, *importance)),
            }
        }
    }
    needs.into_iter().map(|(capability, importance)| worth(facts, capability, importance)).sum()
}

/// What choices need, each capability once.
fn needs<'k>(question: &'k Question, choices: &[ChoiceIndex]) -> Cow<'k, [Key<Capability>]> {
    let needs = |choice: &ChoiceIndex| question.choice(*choice).map_or(&[][..], |choice| &choice.needs);
    match choices {
        [] => Cow::default(),
        [only] => needs(only).into(),
        several => {
            let mut all: Vec<Key<Capability>> = several.iter().flat_map(needs).copied().collect();
            all.sort();
            all.dedup();
            all.into()
        }
    }
}

fn worth(facts: &Facts<'_>, capability: Key<Capability>, importance: Importance) -> Tally {
    Tally::at(facts.levels(capability), importance, &facts.scoring)
}

/// A follow-up with the choices that open it.
type FollowUp<'k> = (Key<Question>, &'k [ChoiceIndex]);

fn components(facts: &Facts<'_>, question: &Question, follow_ups: &[FollowUp<'_>]) -> Vec<Component> {
    let groups: Vec<Vec<ChoiceIndex>> = match question.kind {
        Kind::One => vec![question.indexed().map(|(index, _)| index).collect()],
        Kind::Many => sharing(question),
    };
    opening(groups, follow_ups)
        .into_iter()
        .map(|groups| {
            let mut choices: Vec<ChoiceIndex> = groups.iter().flatten().copied().collect();
            choices.sort();
            let opened = follow_ups.iter().filter(|(_, opens)| opens.iter().any(|choice| choices.contains(choice)));
            let follow_ups: Vec<_> = opened.map(|(child, opens)| (*child, opens.to_vec())).collect();
            let groups: Vec<Group> =
                groups.into_iter().map(|group| Group::of(facts, question, group, &follow_ups)).collect();
            let opens = groups.iter().map(|group| group.ways.iter().map(|way| &way.opens).collect());
            let joint = Joint::of(follow_ups.len(), opens);
            Component { choices, groups, follow_ups, joint }
        })
        .collect()
}

impl Group {
    fn of(
        facts: &Facts<'_>,
        question: &Question,
        choices: Vec<ChoiceIndex>,
        follow_ups: &[(Key<Question>, Vec<ChoiceIndex>)],
    ) -> Self {
        let chosen: Vec<Vec<ChoiceIndex>> = match question.kind {
            Kind::One => std::iter::once(Vec::new()).chain(choices.iter().map(|choice| vec![*choice])).collect(),
            Kind::Many => subsets(&choices),
        };
        let way = |choices: Vec<ChoiceIndex>| {
            let opens = |opening: &[ChoiceIndex]| choices.iter().any(|choice| opening.contains(choice));
            let needs = needs(question, &choices);
            let at = |importance| needs.iter().map(|capability| worth(facts, *capability, importance)).sum();
            Way {
                opens: follow_ups.iter().map(|(_, opening)| opens(opening)).collect(),
                worth: Importance::ALL.map(at),
                choices,
            }
        };
        Self { ways: chosen.into_iter().map(way).collect(), choices }
    }
}

/// Groups the choices that share a capability.
fn sharing(question: &Question) -> Vec<Vec<ChoiceIndex>> {
    let mut groups: Vec<Vec<ChoiceIndex>> = Vec::new();
    for (index, choice) in question.indexed() {
        let shares = |other: &ChoiceIndex| {
            question.choice(*other).is_some_and(|other| other.needs.iter().any(|need| choice.needs.contains(need)))
        };
        if !groups.iter().flatten().any(shares) {
            groups.push(vec![index]);
            continue;
        }
        let (joined, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.iter().any(shares));
        groups = apart;
        let mut group: Vec<ChoiceIndex> = joined.into_iter().flatten().chain([index]).collect();
        group.sort();
        groups.push(group);
    }
    groups.sort();
    groups
}

/// Joins the groups that open the same follow-up.
fn opening(groups: Vec<Vec<ChoiceIndex>>, follow_ups: &[FollowUp<'_>]) -> Vec<Vec<Vec<ChoiceIndex>>> {
    let mut components: Vec<Vec<Vec<ChoiceIndex>>> = groups.into_iter().map(|group| vec![group]).collect();
    for (_, opens) in follow_ups {
        let opener =
            |component: &Vec<Vec<ChoiceIndex>>| component.iter().flatten().any(|choice| opens.contains(choice));
        let (joined, apart): (Vec<_>, Vec<_>) = components.into_iter().partition(opener);
        components = apart;
        components.push(joined.into_iter().flatten().collect());
    }
    components.retain(|component| !component.is_empty());
    components.sort();
    components
}
