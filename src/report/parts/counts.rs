//! The requirements counted: how many of each importance are met how well, and whether too many are musts.

use crate::advise::conditions::Conditions;
use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Side;
use crate::model::capability::Level;
use crate::model::question::Importance;
use crate::model::verdict::{Recommendation, Requirement, Verdict};
use crate::report::Report;
use crate::report::page::{Block, Cell, ColumnKind, Piece, Section, Table, line};
use crate::report::shortfalls::Shortfalls;
use crate::report::words::{both_together, how_well};

/// Above this share of musts a plan has no room to give way.
const MOST_MUSTS_PERCENT: usize = 60;

/// The requirements of a plan, each counted where it would be built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The alternative; nothing where both are advised.
    pub side: Option<Side>,
    /// For each importance, the strongest first, how many requirements are met at each level, the best first.
    pub(crate) rows: Vec<(Importance, [usize; Level::ALL.len()])>,
    /// How many requirements there are.
    pub(crate) total: usize,
    /// How many of a hundred are met with what is built in; absent while there are none.
    pub fit_percent: Option<usize>,
    /// The gaps and conditions.
    pub(crate) shortfalls: Shortfalls,
    /// What to say about the share of musts, if it is too high.
    pub(crate) warning: Option<String>,
}

impl Counts {
    /// Counts the requirements of a verdict.
    pub(crate) fn of(base: &KnowledgeBase, verdict: &Verdict, conditions: &Conditions) -> Self {
        let side = (verdict.recommendation != Recommendation::Both).then(|| verdict.focus());
        let rows: Vec<_> = Importance::ALL.map(|importance| (importance, levels(verdict, importance))).into();
        let total = verdict.requirements.len();
        let native: usize = rows.iter().map(|(_, levels)| levels.first().copied().unwrap_or(0)).sum();
        let musts: usize = rows.first().map_or(0, |(_, levels)| levels.iter().sum());
        Self {
            side,
            rows,
            total,
            fit_percent: percent(native, total),
            shortfalls: Shortfalls::of(base, verdict, conditions),
            warning: warning(musts, total),
        }
    }
}

fn levels(verdict: &Verdict, importance: Importance) -> [usize; Level::ALL.len()] {
    let own = || verdict.requirements.iter().filter(|requirement| requirement.importance == importance);
    let at_home = |requirement: &Requirement| requirement.levels[verdict.home(requirement)];
    Level::ALL.map(|level| own().filter(|requirement| at_home(requirement) == level).count())
}

/// A share in percent, rounded half up; neither all nor nothing unless it is. Nothing of nothing.
fn percent(share: usize, total: usize) -> Option<usize> {
    let rounded = (200 * share + total).checked_div(2 * total)?;
    Some(if share == 0 || share == total { rounded } else { rounded.clamp(1, 99) })
}

fn warning(musts: usize, total: usize) -> Option<String> {
    let percent = percent(musts, total)?;
    let are = if total == 1 { "requirement is a must" } else { "requirements are musts" };
    (musts * 100 > MOST_MUSTS_PERCENT * total).then(|| {
        format!(
            "{musts} of {total} {are} ({percent} %). Above {MOST_MUSTS_PERCENT} % a plan has no room \
             to give way: see which of them could be a should."
        )
    })
}

/// How many requirements of each importance are met how well.
pub(crate) fn section(report: &Report) -> Section {
    let counts = &report.counts;
    if counts.total == 0 {
        return Section::new("counts", "", Vec::new());
    }
    let who = match counts.side {
        Some(side) => format!("{} meets", report.standings[side].called),
        None => format!("{} meet", both_together(&report.nouns)),
    };
    let row = |importance: &str, levels: &[usize; Level::ALL.len()]| {
        let [native, partial, workaround, none, unknown] = levels.map(|count| Cell::text(count.to_string()));
        let all = Cell::text(levels.iter().sum::<usize>().to_string());
        [Cell::text(importance), native, partial, workaround, none, unknown, all]
    };
    let [native, partial, workaround, none, unknown] = Level::ALL.map(how_well);
    let columns = ["Importance", native, partial, workaround, none, unknown, "All"];
    let rows = counts.rows.iter().map(|(importance, levels)| row(importance.word(), levels));
    let mut table = Table::of(format!("Requirements by importance, and how {who} them"), columns, rows);
    for name in [native, partial, workaround, none, unknown, "All"] {
        table = table.with(name, ColumnKind::Number);
    }
    let fit = counts.fit_percent.map(|percent| {
        Block::Paragraph(line(format!(
            "{percent} % of the {} met with what is built in{}.",
            if counts.total == 1 {
                "one requirement is".to_owned()
            } else {
                format!("{} requirements are", counts.total)
            },
            counts.shortfalls.with()
        )))
    });
    let warning = counts.warning.iter().map(|warning| Block::Paragraph(vec![Piece::Strong(warning.clone())]));
    let blocks = fit.into_iter().chain(warning).chain([Block::Table(table)]).collect();
    Section::new("counts", "Counts", blocks)
}

#[cfg(test)]
mod tests {
    use super::{percent, warning};

    #[test]
    fn a_share_is_rounded_but_neither_to_all_nor_to_nothing() {
        assert_eq!(
            [(2, 3), (1, 3), (1, 2), (199, 200), (1, 300), (0, 7), (7, 7)].map(|(share, total)| percent(share, total)),
            [67, 33, 50, 99, 1, 0, 100].map(Some)
        );
        assert_eq!(percent(0, 0), None);
    }

    #[test]
    fn more_than_sixty_percent_musts_are_warned_of() {
        assert!(warning(1, 1).unwrap_or_default().starts_with("1 of 1 requirement is a must (100 %)."));
        assert_eq!(warning(0, 0), None);
        assert_eq!(warning(3, 5), None);
        assert_eq!(
            warning(2, 3).as_deref(),
            Some(
                "2 of 3 requirements are musts (67 %). Above 60 % a plan has no room to give way: see which of them \
                 could be a should."
            )
        );
    }
}
