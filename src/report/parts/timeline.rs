//! Then and now, one line for each moment.

use crate::knowledge::KnowledgeBase;
use crate::model::date::Day;
use crate::model::verdict::{AsOf, Outcome, Recommendation, Verdict};
use crate::report::Report;
use crate::report::leaning::score;
use crate::report::page::{Block, Cell, Section, Table};
use crate::report::words::{both_together, capitalized, name, notices, work_behind};

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
    /// Which area is advised then, and how clearly.
    pub advised: [String; 2],
    /// What is to be said of the areas on that day.
    pub notices: Vec<String>,
    /// Whether it is the day planned for.
    pub(crate) planned: bool,
}

/// One line for each verdict.
pub(in crate::report) fn all(base: &KnowledgeBase, verdicts: &[Verdict], planned: AsOf, today: Day) -> Vec<Moment> {
    verdicts
        .iter()
        .map(|verdict| (verdict, notices(base, verdict.as_of.day, verdict.as_of.day)))
        .map(|(verdict, notices)| Moment {
            as_of: verdict.as_of,
            label: label(base, verdict.as_of, today),
            date: match work_behind(base, verdict.as_of) {
                Some(work) => work,
                None if verdict.as_of.day == today => today.words(),
                None => verdict.as_of.day.month_words(),
            },
            recommendation: verdict.recommendation,
            sentence: sentence(base, verdict, &notices),
            advised: advised(base, verdict),
            notices,
            planned: verdict.as_of == planned,
        })
        .collect()
}

fn label(base: &KnowledgeBase, as_of: AsOf, today: Day) -> String {
    match base.preset(as_of) {
        Some(preset) => capitalized(&preset.title),
        None if as_of.day == today => "Today".to_owned(),
        None => "Planned".to_owned(),
    }
}

/// Which area is advised, and how clearly.
fn advised(base: &KnowledgeBase, verdict: &Verdict) -> [String; 2] {
    let (area, how) = match verdict.recommendation {
        Recommendation::Build(side) => {
            let how = score(verdict, side).map_or_else(|| ADVISED.to_owned(), |score| format!("{ADVISED}, {score}"));
            (name(base, side).to_owned(), how)
        }
        Recommendation::Both => (both_together(&base.nouns), ADVISED.to_owned()),
        Recommendation::Neither => (format!("neither {}", base.nouns.alternative.one), ADVISED.to_owned()),
        Recommendation::Undecided => ("-".to_owned(), no_advice(verdict).to_owned()),
    };
    [area, how]
}

const ADVISED: &str = "advised";

fn no_advice(verdict: &Verdict) -> &'static str {
    if verdict.outcome == Outcome::Inconsistent { "no advice until the contradiction is settled" } else { "no advice" }
}

fn sentence(base: &KnowledgeBase, verdict: &Verdict, notices: &[String]) -> String {
    let what = match verdict.recommendation {
        Recommendation::Build(side) => match score(verdict, side) {
            Some(score) => format!("{}, {score}", name(base, side)),
            None => name(base, side).to_owned(),
        },
        Recommendation::Both => both_together(&base.nouns),
        Recommendation::Neither => format!("neither {}", base.nouns.alternative.one),
        Recommendation::Undecided => no_advice(verdict).to_owned(),
    };
    let told = std::iter::once(format!("{what}.")).chain(notices.iter().cloned());
    told.collect::<Vec<_>>().join(" ")
}

/// The verdict at each moment.
pub(crate) fn section(report: &Report) -> Section {
    let row = |moment: &Moment| {
        let [area, how] = &moment.advised;
        let meaning = if moment.notices.is_empty() { "-".to_owned() } else { moment.notices.join(" ") };
        [format!("{} ({})", moment.label, moment.date), area.clone(), how.clone(), meaning].map(Cell::text)
    };
    let area = capitalized(&report.nouns.alternative.one);
    let columns = ["Date", &area, "What", "What it means"];
    let table = Table::of("What is advised on each day", columns, report.then_and_now.iter().map(row));
    Section::new("then-and-now", HEADING, vec![Block::Table(table)])
}
