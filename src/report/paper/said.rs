//! What people have said about the work on gaps: who sees to it, how large it is, by when.

use crate::model::date::Day;
use crate::model::gap_work::{GapDecision, GapSize, GapWork, SizeBand};

use super::fitted::Fitted;
use super::identity::TO_BE_NAMED;

/// What was said about the work on gaps that are closed together.
#[derive(Debug, Clone, Default)]
pub(super) struct Said<'a>(Vec<Option<&'a GapWork>>);

impl<'a> Said<'a> {
    /// What was said about each gap, if anything.
    pub(super) fn of(each: impl Iterator<Item = Option<&'a GapWork>>) -> Self {
        Self(each.collect())
    }

    fn each(&self) -> impl Iterator<Item = &'a GapWork> {
        self.0.iter().flatten().copied()
    }

    /// The size that was said: the largest of the bands, or the first in words of one's own.
    pub(super) fn size(&self) -> Option<Fitted<12>> {
        let own = self.each().find_map(|work| match work.size()? {
            GapSize::Own(words) => Some(words.as_str()),
            GapSize::Band(_) => None,
        });
        let band = self.each().filter_map(|work| match work.size()? {
            GapSize::Band(band) => Some(*band),
            GapSize::Own(_) => None,
        });
        own.or(band.max().map(SizeBand::word)).map(Fitted::cut)
    }

    /// Everybody who sees to one of them, each once.
    pub(super) fn owner(&self) -> Fitted<40> {
        let mut owners: Vec<&str> = Vec::new();
        for owner in self.each().filter_map(GapWork::owner) {
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        Fitted::cut(&if owners.is_empty() { TO_BE_NAMED.to_owned() } else { owners.join(", ") })
    }

    /// The last day by which one of them is due.
    pub(super) fn by(&self) -> Fitted<12> {
        let last = self.each().filter_map(GapWork::due).max();
        Fitted::cut(&last.map_or_else(|| TO_BE_NAMED.to_owned(), Day::short_words))
    }

    /// What was decided about all of them; open where they differ.
    pub(super) fn decision(&self) -> GapDecision {
        let decided = |work: Option<&GapWork>| work.and_then(GapWork::decision).unwrap_or(GapDecision::Open);
        let mut all = self.0.iter().copied().map(decided);
        let first = all.next().unwrap_or(GapDecision::Open);
        if all.all(|other| other == first) { first } else { GapDecision::Open }
    }
}
