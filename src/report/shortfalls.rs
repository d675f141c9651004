//! Gaps and conditions counted, in the words that stand everywhere: `with 2 gaps and 5 conditions, 2 of them major`.

use crate::advise::conditions::Conditions;
use crate::knowledge::KnowledgeBase;
use crate::model::capability::Severity;
use crate::model::verdict::Verdict;

use super::words::count;

/// How many gaps and conditions there are, and how many of the conditions matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shortfalls {
    gaps: usize,
    conditions: usize,
    blockers: usize,
    major: usize,
}

impl Shortfalls {
    /// Counts those of a verdict.
    pub(crate) fn of(base: &KnowledgeBase, verdict: &Verdict, conditions: &Conditions) -> Self {
        let severe = |severity: Severity| {
            conditions.own.iter().filter(|one| base.limitations[one.limitation].severity == severity).count()
        };
        Self {
            gaps: verdict.gaps.len(),
            conditions: conditions.own.len(),
            blockers: severe(Severity::Blocker),
            major: severe(Severity::Major),
        }
    }

    /// How many conditions there are: `5 conditions, 2 of them major`.
    pub(crate) fn conditions(self) -> String {
        let minor = self.conditions - self.blockers - self.major;
        let severe = match (self.conditions, self.blockers, self.major, minor) {
            (0, ..) => String::new(),
            (1, 1, ..) => ", a blocker".to_owned(),
            (1, _, 1, _) => ", a major one".to_owned(),
            (1, ..) => ", a minor one".to_owned(),
            (_, _, 0, 0) => ", all of them blockers".to_owned(),
            (_, 0, _, 0) => ", all of them major".to_owned(),
            (_, 0, 0, _) => ", all of them minor".to_owned(),
            (_, 0, major, _) => format!(", {major} of them major"),
            (_, blockers, major, _) => {
                let blockers = if blockers == 1 {
                    "1 of them a blocker".to_owned()
                } else {
                    format!("{blockers} of them blockers")
                };
                if major == 0 { format!(", {blockers}") } else { format!(", {blockers} and {major} major") }
            }
        };
        format!("{}{severe}", count(self.conditions, "condition"))
    }

    /// How many of both there are, as the end of a sentence: `, with 2 gaps and 4 conditions, 1 of them major`. Nothing
    /// where there is neither.
    pub(crate) fn with(self) -> String {
        self.listed().map_or_else(String::new, |listed| format!(", with {listed}"))
    }

    fn listed(self) -> Option<String> {
        match (self.gaps, self.conditions) {
            (0, 0) => None,
            (gaps, 0) => Some(count(gaps, "gap")),
            (0, _) => Some(self.conditions()),
            (gaps, _) => Some(format!("{} and {}", count(gaps, "gap"), self.conditions())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shortfalls;

    #[test]
    fn gaps_and_conditions_are_counted_with_how_many_matter() {
        let counted = |gaps, conditions, blockers, major| Shortfalls { gaps, conditions, blockers, major };
        for (counted, with) in [
            (counted(0, 0, 0, 0), ""),
            (counted(2, 0, 0, 0), ", with 2 gaps"),
            (counted(0, 1, 0, 0), ", with 1 condition, a minor one"),
            (counted(0, 1, 0, 1), ", with 1 condition, a major one"),
            (counted(0, 1, 1, 0), ", with 1 condition, a blocker"),
            (counted(1, 3, 0, 0), ", with 1 gap and 3 conditions, all of them minor"),
            (counted(2, 5, 0, 2), ", with 2 gaps and 5 conditions, 2 of them major"),
            (counted(0, 2, 0, 2), ", with 2 conditions, all of them major"),
            (counted(0, 2, 2, 0), ", with 2 conditions, all of them blockers"),
            (counted(0, 4, 1, 0), ", with 4 conditions, 1 of them a blocker"),
            (counted(0, 5, 2, 1), ", with 5 conditions, 2 of them blockers and 1 major"),
        ] {
            assert_eq!(counted.with(), with);
        }
    }
}
