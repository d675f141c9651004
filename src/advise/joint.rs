//! Groups of choices that add up independently and have only in common which follow-ups they open.

/// For each follow-up of a component whether it is opened.
pub type Opens = Vec<bool>;

/// Which follow-ups can be opened together, worked out once for all sums over the same groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Joint {
    ends: Vec<Opens>,
    /// One for each group; none at all where there is nothing to open.
    steps: Vec<Step>,
}

/// The one combination where there is nothing to open.
static NOTHING: [Opens; 1] = [Vec::new()];

/// What one group more leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    /// How many combinations there are afterwards.
    states: usize,
    /// For each combination before and each way of the group, way by way: the combination afterwards.
    next: Vec<usize>,
}

impl Joint {
    /// Joins groups; of each, what every one of its ways opens.
    pub fn of<'w>(follow_ups: usize, groups: impl IntoIterator<Item = Vec<&'w Opens>>) -> Self {
        if follow_ups == 0 {
            return Self::default();
        }
        let mut joint = Self { ends: vec![vec![false; follow_ups]], steps: Vec::new() };
        for ways in groups {
            let mut longer: Vec<Opens> = Vec::with_capacity(joint.ends.len());
            let mut next = Vec::with_capacity(joint.ends.len() * ways.len());
            for before in &joint.ends {
                for way in &ways {
                    let after: Opens = before.iter().zip(*way).map(|(here, there)| *here || *there).collect();
                    let known = longer.iter().position(|known| *known == after);
                    next.push(known.unwrap_or(longer.len()));
                    if known.is_none() {
                        longer.push(after);
                    }
                }
            }
            joint.steps.push(Step { states: longer.len(), next });
            joint.ends = longer;
        }
        joint
    }

    /// The combinations of follow-ups that all groups together can open.
    pub fn ends(&self) -> &[Opens] {
        if self.ends.is_empty() { &NOTHING } else { &self.ends }
    }

    /// Puts the groups together, apart for each of [`ends`](Self::ends); nothing where every way there must not occur.
    ///
    /// `of` says what a way is worth, or that it must not occur; `and` puts two groups together; `or` joins two ways
    /// that open the same.
    pub fn fold<'w, W: 'w, T>(
        &self,
        groups: impl IntoIterator<Item = &'w [W]>,
        nothing: T,
        of: impl Fn(&W) -> Option<T>,
        and: impl Fn(&T, &T) -> T,
        or: impl Fn(&mut T, T),
    ) -> Vec<Option<T>> {
        if self.steps.is_empty() {
            let join = |sum: Option<T>, ways: &[W]| {
                let values = ways.iter().filter_map(&of).filter_map(|own| Some(and(sum.as_ref()?, &own)));
                values.reduce(|mut known, other| {
                    or(&mut known, other);
                    known
                })
            };
            return vec![groups.into_iter().fold(Some(nothing), join)];
        }
        let mut states = vec![Some(nothing)];
        for (ways, step) in groups.into_iter().zip(&self.steps) {
            let values: Vec<Option<T>> = ways.iter().map(&of).collect();
            let mut longer: Vec<Option<T>> = (0..step.states).map(|_| None).collect();
            for (before, nexts) in states.iter().zip(step.next.chunks(values.len().max(1))) {
                let Some(before) = before else { continue };
                for (own, next) in values.iter().zip(nexts) {
                    let (Some(own), Some(slot)) = (own, longer.get_mut(*next)) else { continue };
                    let value = and(before, own);
                    match slot {
                        Some(known) => or(known, value),
                        None => *slot = Some(value),
                    }
                }
            }
            states = longer;
        }
        states
    }

    /// The combination that one way of each group leads to, by its position in [`ends`](Self::ends).
    pub fn end(&self, ways: impl IntoIterator<Item = usize>) -> usize {
        let mut state = 0;
        let mut states = 1;
        for (step, way) in self.steps.iter().zip(ways) {
            let position = state * (step.next.len() / states) + way;
            state = step.next.get(position).copied().unwrap_or(0);
            states = step.states;
        }
        state
    }
}
