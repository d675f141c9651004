//! How well it fits, as bars: for each importance how many wishes are met how well. The title says the message.

use crate::model::alternative::Side;
use crate::model::capability::Level;
use crate::model::question::Importance;
use crate::model::verdict::Recommendation;
use crate::report::words::{capitalized, count, how_well, name_first, uncapitalized};

use super::fitted::Fitted;
use super::grounds::Grounds;

/// The heading above the chart.
pub const HEADING: &str = "How well it fits";

/// Stacked bars, one for each importance that something has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The message.
    pub title: Fitted<80>,
    /// The bars, the strongest importance first. Empty while nothing is asked for.
    pub bars: Vec<Bar>,
    /// The levels that occur, the best first: the legend.
    pub levels: Vec<Level>,
    /// The same in a sentence, for whoever does not see it.
    pub description: String,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The importance.
    pub importance: Importance,
    /// Its name with how many there are: `7 musts`.
    pub label: String,
    /// How many wishes have it.
    pub total: usize,
    /// How many of them are met at each level that occurs, the best first.
    pub parts: Vec<(Level, usize)>,
}

/// The chart of a verdict.
pub(super) fn of(on: Grounds<'_>) -> Chart {
    let counts = &on.report.counts;
    let bars: Vec<Bar> = counts.rows.iter().filter_map(|(importance, levels)| bar(*importance, levels)).collect();
    let occurs = |level: &Level| bars.iter().any(|bar| bar.parts.iter().any(|(own, _)| own == level));
    let levels: Vec<Level> = Level::ALL.into_iter().filter(occurs).collect();
    let description = match bars.len() {
        0 => "Nothing is asked for yet.".to_owned(),
        _ => bars.iter().map(Bar::words).collect::<Vec<_>>().join(" "),
    };
    Chart { title: title(on), bars, levels, description }
}

/// The message: how many wishes are built in, and where if nothing is advised.
fn title(on: Grounds<'_>) -> Fitted<80> {
    let all = &on.verdict.requirements;
    if all.is_empty() {
        return Fitted::cut("Nothing is asked for yet");
    }
    let native = on.at(Level::Native, all.iter());
    let message = match (native, all.len()) {
        (1, 1) => "The one wish is built in".to_owned(),
        (_, 1) => "The one wish is not built in".to_owned(),
        (native, total) if native == total => format!("All {total} wishes are built in"),
        (1, total) => format!("1 of {total} wishes is built in"),
        (native, total) => format!("{native} of {total} wishes are built in"),
    };
    let of = |side: Side| name_first(on.base(), side);
    match on.verdict.recommendation {
        Recommendation::Build(_) => Fitted::cut(&message),
        Recommendation::Both => {
            Fitted::first_of([format!("{message}, each in the better {}", on.base().nouns.alternative.one), message])
        }
        Recommendation::Neither | Recommendation::Undecided => {
            Fitted::first_of([format!("{}: {}", of(on.verdict.focus()), uncapitalized(&message)), message])
        }
    }
}

fn bar(importance: Importance, levels: &[usize; Level::ALL.len()]) -> Option<Bar> {
    let parts: Vec<(Level, usize)> = Level::ALL.into_iter().zip(*levels).filter(|(_, some)| *some > 0).collect();
    let total: usize = levels.iter().sum();
    let label = count(total, importance.word());
    (total > 0).then_some(Bar { importance, label, total, parts })
}

impl Bar {
    /// How many wishes are met at a level.
    pub(crate) fn met(&self, level: Level) -> usize {
        self.parts.iter().find(|(known, _)| *known == level).map_or(0, |(_, some)| *some)
    }

    /// The bar in a sentence: `Musts: 5 of 7 built in, 2 partly.`
    fn words(&self) -> String {
        let of = |(level, some): &(Level, usize)| format!("{some} {}", how_well(*level));
        let parts: Vec<String> = self.parts.iter().map(of).collect();
        format!("{}s: {} ({} in all).", capitalized(self.importance.word()), parts.join(", "), self.total)
    }
}
