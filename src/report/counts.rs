//! The requirements counted: how many of each importance are met how well, and whether too many are musts.

use crate::model::alternative::Side;
use crate::model::capability::Level;
use crate::model::question::Importance;
use crate::model::verdict::Verdict;

/// Above this share of musts a plan has no room to give way.
const MOST_MUSTS_PERCENT: usize = 60;

/// The requirements of a plan, counted for the alternative that one would build in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The alternative.
    pub side: Side,
    /// For each importance, the strongest first, how many requirements are met at each level, the best first.
    pub rows: Vec<(Importance, [usize; Level::ALL.len()])>,
    /// How many requirements there are.
    pub total: usize,
    /// How many of a hundred are met with what is built in; absent while there are none.
    pub fit_percent: Option<usize>,
    /// What to say about the share of musts, if it is too high.
    pub warning: Option<String>,
}

impl Counts {
    /// Counts the requirements of a verdict.
    pub fn of(verdict: &Verdict) -> Self {
        let side = verdict.focus();
        let rows: Vec<_> = Importance::ALL.map(|importance| (importance, levels(verdict, importance, side))).into();
        let total = verdict.requirements.len();
        let native: usize = rows.iter().map(|(_, levels)| levels.first().copied().unwrap_or(0)).sum();
        let musts: usize = rows.first().map_or(0, |(_, levels)| levels.iter().sum());
        Self { side, rows, total, fit_percent: (native * 100).checked_div(total), warning: warning(musts, total) }
    }
}

fn levels(verdict: &Verdict, importance: Importance, side: Side) -> [usize; Level::ALL.len()] {
    let own = || verdict.requirements.iter().filter(|requirement| requirement.importance == importance);
    Level::ALL.map(|level| own().filter(|requirement| requirement.levels[side] == level).count())
}

fn warning(musts: usize, total: usize) -> Option<String> {
    let percent = (musts * 100).checked_div(total)?;
    (musts * 100 > MOST_MUSTS_PERCENT * total).then(|| {
        format!(
            "{musts} of {total} requirements are musts ({percent} %). Above {MOST_MUSTS_PERCENT} % a plan has no room \
             to give way: see which of them could be a should."
        )
    })
}

#[cfg(test)]
mod tests {
    use super::warning;

    #[test]
    fn more_than_sixty_percent_musts_are_warned_of() {
        assert_eq!(warning(0, 0), None);
        assert_eq!(warning(3, 5), None);
        assert_eq!(
            warning(2, 3).as_deref(),
            Some(
                "2 of 3 requirements are musts (66 %). Above 60 % a plan has no room to give way: see which of them \
                 could be a should."
            )
        );
    }
}
