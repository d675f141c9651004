//! Then and now, one line for each moment.

use crate::knowledge::KnowledgeBase;
use crate::model::date::Day;
use crate::model::verdict::{AsOf, Outcome, Recommendation, Verdict};
use crate::report::Report;
use crate::report::leaning::score;
use crate::report::page::{Section, line, list};
use crate::report::words::{both_together, name, notices, work_behind};

/// The heading of the part.
pub(crate) const HEADING: &str = "Then and now";

/// The verdict at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The day and basis.
    pub as_of: AsOf,
    /// The name of the moment: `The article`, `Today`.
    pub label: String,
    /// Its date in words: `December 2022`; of a moment that goes by one source, which that is.
    pub date: String,
    /// What to do then.
    pub(crate) recommendation: Recommendation,
    /// What to do then, in a few words: `outbound marketing, 82 : 40`.
    pub sentence: String,
    /// Whether it is the day planned for.
    pub(crate) planned: bool,
}

/// One line for each verdict.
pub(in crate::report) fn all(base: &KnowledgeBase, verdicts: &[Verdict], planned: AsOf, today: Day) -> Vec<Moment> {
    verdicts
        .iter()
        .map(|verdict| Moment {
            as_of: verdict.as_of,
            label: label(base, verdict.as_of, today),
            date: match work_behind(base, verdict.as_of) {
                Some(work) => work,
                None if verdict.as_of.day == today => today.words(),
                None => verdict.as_of.day.month_words(),
            },
            recommendation: verdict.recommendation,
            sentence: sentence(base, verdict),
            planned: verdict.as_of == planned,
        })
        .collect()
}

fn label(base: &KnowledgeBase, as_of: AsOf, today: Day) -> String {
    match base.preset(as_of) {
        Some(preset) => crate::report::words::capitalized(&preset.title),
        None if as_of.day == today => "Today".to_owned(),
        None => "Planned".to_owned(),
    }
}

fn sentence(base: &KnowledgeBase, verdict: &Verdict) -> String {
    let what = match verdict.recommendation {
        Recommendation::Build(side) => match score(verdict, side) {
            Some(score) => format!("{}, {score}", name(base, side)),
            None => name(base, side).to_owned(),
        },
        Recommendation::Both => both_together(&base.nouns),
        Recommendation::Neither => format!("neither {}", base.nouns.alternative.one),
        Recommendation::Undecided if verdict.outcome == Outcome::Inconsistent => {
            "no advice until the contradiction is settled".to_owned()
        }
        Recommendation::Undecided => "no advice".to_owned(),
    };
    let told = std::iter::once(format!("{what}.")).chain(notices(base, verdict.as_of.day, verdict.as_of.day));
    told.collect::<Vec<_>>().join(" ")
}

/// The verdict at each moment.
pub(crate) fn section(report: &Report) -> Section {
    let moments = report
        .then_and_now
        .iter()
        .map(|moment| line(format!("{} ({}): {}", moment.label, moment.date, moment.sentence)));
    Section::new("then-and-now", HEADING, vec![list(moments)])
}
