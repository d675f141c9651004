//! The limits of what is built in that plans have in common: to be settled once for all of them.

use std::cmp::Reverse;

use crate::model::arena::Key;
use crate::model::capability::{Limitation, Severity};

use super::Portfolio;

impl Portfolio<'_> {
    /// The limits of the plans that can be built, with how many of them have each: the worst first, then what most have.
    pub fn shared_conditions(&self) -> Vec<(Key<Limitation>, usize)> {
        let mut all: Vec<_> = self.conditions.iter().map(|(key, plans)| (*key, *plans)).collect();
        all.sort_by_key(|(key, plans)| (Reverse(self.severity(*key)), Reverse(*plans), *key));
        all
    }

    /// How much a limit hurts.
    pub(super) fn severity(&self, key: Key<Limitation>) -> Severity {
        self.base.limitations[key].severity
    }
}
