//! The bias audit in words: a table of shares, a table of swings, and which declared bands are left.

use crate::advise::audit::{Audit, audit};
use crate::advise::bounds::Bounds;
use crate::knowledge::first_choices::first_choices;
use crate::knowledge::{Band, KnowledgeBase, Preset};
use crate::model::alternative::{Pair, Side};
use crate::model::date::Day;
use crate::model::verdict::AsOf;

use super::words::{grouped, name, planning_for, signed};

/// The audit of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditReport {
    /// The day: `the article, December 2022`.
    pub day: String,
    /// How many combinations of answers there are.
    pub(crate) combinations: f64,
    /// Each advice with its share of all combinations, 0 to 1.
    pub shares: Vec<(String, f64)>,
    /// Each question's id with the most it can move the margin, the widest first.
    pub(crate) swings: Vec<(String, Bounds)>,
    /// For how many questions the first choice, given alone, speaks for each area.
    pub(crate) first_choices: Pair<usize>,
    /// Shares outside the band that the knowledge base declares.
    pub strays: Vec<String>,
    /// What the areas are called.
    names: Pair<String>,
}

/// Audits today and every preset's day.
pub fn all(base: &KnowledgeBase, today: Day) -> Vec<AuditReport> {
    let presets = base.presets.iter().map(Preset::as_of);
    presets.chain([AsOf { day: today, basis: None }]).map(|as_of| AuditReport::of(base, as_of, today)).collect()
}

impl AuditReport {
    /// Audits one day.
    pub(crate) fn of(base: &KnowledgeBase, as_of: AsOf, today: Day) -> Self {
        let facts = base.at(as_of);
        let counted = audit(&facts);
        let leaning = first_choices(&facts);
        let mut swings: Vec<(String, Bounds)> =
            counted.swings.iter().map(|(key, swing)| (base.questions[*key].id.to_string(), *swing)).collect();
        swings.sort_by_key(|(_, swing)| std::cmp::Reverse(swing.highest - swing.lowest));
        let bands = base.bands.iter().filter(|band| base.as_of(&band.as_of, today) == Ok(as_of));
        Self {
            day: planning_for(base, as_of, today),
            combinations: counted.combinations,
            shares: shares(base, &counted),
            swings,
            first_choices: Pair::of(|side| leaning[side].len()),
            names: Pair::of(|side| name(base, side).to_owned()),
            strays: bands.filter_map(|band| stray(base, &counted, band)).collect(),
        }
    }

    /// The audit as text.
    pub fn text(&self) -> String {
        let mut lines = vec![format!("Audit of {}: {} combinations of answers", self.day, counted(self.combinations))];
        lines.push("  share      advice".to_owned());
        lines.extend(self.shares.iter().map(|(advice, share)| format!("  {:>7.3} %  {advice}", share * 100.0)));
        lines.push("  lowest     highest    most that a question can move the margin".to_owned());
        lines.extend(self.swings.iter().map(|(question, swing)| {
            format!("  {:<9}  {:<9}  {question}", signed(swing.lowest), signed(swing.highest))
        }));
        lines.push(format!(
            "  first choices: {} speak for {}, {} for {}",
            self.first_choices.first, self.names.first, self.first_choices.second, self.names.second
        ));
        lines.extend(self.strays.iter().map(|stray| format!("  outside its band: {stray}")));
        lines.join("\n") + "\n"
    }
}

/// A count that may be far beyond words: `1,200` or `2.76 x 10^44`.
fn counted(count: f64) -> String {
    if count < 1e15 {
        return grouped(&format!("{count:.0}"));
    }
    format!("{count:.2e}").replace('e', " x 10^")
}

fn shares(base: &KnowledgeBase, audit: &Audit) -> Vec<(String, f64)> {
    let build = |side| (format!("build it in {}", name(base, side)), audit.build[side]);
    vec![
        build(Side::First),
        build(Side::Second),
        ("build it across both".to_owned(), audit.both),
        ("neither can carry it".to_owned(), audit.neither),
        ("too close to call".to_owned(), audit.too_close),
        ("not enough is known".to_owned(), audit.not_enough),
    ]
}

/// What lies outside a band, if its share does.
fn stray(base: &KnowledgeBase, audit: &Audit, band: &Band) -> Option<String> {
    let (what, share) = match band.side {
        Some(side) => (name(base, side).to_owned(), audit.build[side]),
        None => ("neither side".to_owned(), 1.0 - audit.build[Side::First] - audit.build[Side::Second]),
    };
    let percent = share * 100.0;
    let inside = f64::from(band.at_least) - 1e-9 <= percent && percent <= f64::from(band.at_most) + 1e-9;
    (!inside).then(|| {
        format!("{what} has {percent:.3} %, declared are {} to {} % ({})", band.at_least, band.at_most, band.as_of)
    })
}
