//! The journey as tiles: the pieces that a plan asks for, in the order in which a journey is drawn, each with how well the
//! area does it in which it would be built.

use std::cmp::Reverse;

use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Side;
use crate::model::capability::{Level, TilePlace};
use crate::model::nouns::Nouns;
use crate::model::question::Importance;
use crate::model::text::Text;
use crate::model::verdict::{Requirement, RequirementNumber, Verdict};

use super::words::how_well;

/// The heading of the picture.
pub(crate) fn heading(nouns: &Nouns) -> String {
    format!("Your {}", nouns.planned.one)
}

/// What stands before the pieces that hold from beginning to end.
pub(crate) const ALL_THE_WAY: &str = "All the way";

/// So many tiles are drawn in one row at most, the last of which may stand for more.
pub const MOST: usize = 6;

/// So many pieces that hold from beginning to end are named at most.
pub const MOST_THROUGHOUT: usize = 5;

/// A piece of a journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// The requirement behind it.
    pub number: RequirementNumber,
    /// Its name, of at most 28 letters.
    pub label: Text,
    /// Where in the journey it stands.
    pub place: TilePlace,
    /// How much it matters.
    pub importance: Importance,
    /// The area in which it would be built.
    pub side: Side,
    /// How well that area does it.
    pub level: Level,
}

/// The pieces of a journey that a plan asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tiles {
    /// What follows one on the other: start, wait, message, branch, action; within a place in the order of the interview.
    pub row: Vec<Tile>,
    /// What holds from beginning to end, in the order of the interview.
    pub throughout: Vec<Tile>,
}

/// Tiles for which there is room, and how many more there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'t> {
    /// The tiles, in their order.
    pub tiles: Vec<&'t Tile>,
    /// How many are left out.
    pub more: usize,
    /// The worst level of those left out; absent where none are.
    pub worst_of_more: Option<Level>,
}

impl Tiles {
    /// The pieces of a verdict. What is no piece of a journey has no tile, and a name stands once: with its worst level.
    pub(crate) fn of(base: &KnowledgeBase, verdict: &Verdict) -> Self {
        let mut tiles = Self::default();
        for tile in verdict.requirements.iter().filter_map(|requirement| tile(base, verdict, requirement)) {
            let own = if tile.place == TilePlace::Throughout { &mut tiles.throughout } else { &mut tiles.row };
            match own.iter_mut().find(|known| known.place == tile.place && known.label == tile.label) {
                Some(known) if trouble(tile.level) > trouble(known.level) => *known = tile,
                Some(_) => {}
                None => own.push(tile),
            }
        }
        tiles.row.sort_by_key(|tile| tile.place);
        tiles
    }

    /// The tiles of one row for which there is room.
    pub fn in_a_row(&self) -> Shown<'_> {
        shown(&self.row, MOST)
    }

    /// What holds from beginning to end, as far as there is room.
    pub fn all_the_way(&self) -> Shown<'_> {
        shown(&self.throughout, MOST_THROUGHOUT)
    }

    /// The same spelled out, all of it: a sentence for the row and one for what holds from beginning to end, where there is any.
    pub(crate) fn sentences(&self, nouns: &Nouns) -> impl Iterator<Item = String> {
        let said = |tiles: &[Tile]| {
            let each = tiles.iter().map(|tile| format!("{}, {}", tile.label, how_well(tile.level)));
            each.collect::<Vec<_>>().join("; ")
        };
        [(heading(nouns), &self.row), (ALL_THE_WAY.to_owned(), &self.throughout)]
            .into_iter()
            .filter(|(_, tiles)| !tiles.is_empty())
            .map(move |(heading, tiles)| format!("{heading}: {}.", said(tiles)))
    }
}

fn tile(base: &KnowledgeBase, verdict: &Verdict, requirement: &Requirement) -> Option<Tile> {
    let drawn = base.capabilities[requirement.capability].tile.as_ref()?;
    let side = verdict.home(requirement);
    Some(Tile {
        number: requirement.number,
        label: drawn.label.clone(),
        place: drawn.place,
        importance: requirement.importance,
        side,
        level: requirement.levels[side],
    })
}

/// How much a level asks of the project, the least first.
pub(in crate::report) fn trouble(level: Level) -> usize {
    match level {
        Level::Native => 0,
        Level::Partial => 1,
        Level::Workaround => 2,
        Level::Unknown => 3,
        Level::None => 4,
    }
}

/// The tiles that tell most: one of each place, so that the journey is whole, then what is not built in, then what matters
/// more. One of the places goes to saying how many more there are.
fn shown(tiles: &[Tile], most: usize) -> Shown<'_> {
    if tiles.len() <= most {
        return Shown::all(tiles);
    }
    let is_first = |at: usize, tile: &Tile| {
        tile.place != TilePlace::Throughout && tiles.iter().position(|one| one.place == tile.place) == Some(at)
    };
    let mut ranked: Vec<(usize, &Tile)> = tiles.iter().enumerate().collect();
    ranked.sort_by_key(|(at, tile)| (!is_first(*at, tile), tile.level == Level::Native, Reverse(tile.importance), *at));
    let (kept, left) = ranked.split_at(most - 1);
    let mut kept = kept.to_vec();
    kept.sort_by_key(|(at, _)| *at);
    let worst = left.iter().map(|(_, tile)| tile.level).max_by_key(|level| trouble(*level));
    Shown { tiles: kept.into_iter().map(|(_, tile)| tile).collect(), more: left.len(), worst_of_more: worst }
}

impl<'t> Shown<'t> {
    /// Every tile, where there is room for all.
    pub(crate) fn all(tiles: &'t [Tile]) -> Self {
        Self { tiles: tiles.iter().collect(), more: 0, worst_of_more: None }
    }
}

/// How many stand together, and that their level is the worst of them.
fn at_worst(more: String, worst: Level) -> String {
    if worst == Level::Native { more } else { more + ", at worst" }
}

impl Shown<'_> {
    /// Those left out as one piece, with their worst level. Nothing where none are.
    pub(crate) fn rest(&self) -> Option<(String, Level)> {
        self.and_more().zip(self.worst_of_more)
    }

    /// The label and level of each piece; those left out stand as one.
    pub(crate) fn pieces(&self) -> Vec<(String, Level)> {
        self.tiles.iter().map(|tile| (tile.label.to_string(), tile.level)).chain(self.rest()).collect()
    }

    /// The same for faces on which the level stands apart: of those left out it is said to be the worst.
    pub(crate) fn told(&self) -> Vec<(String, Level)> {
        let rest = self.rest().map(|(more, worst)| (at_worst(more, worst), worst));
        self.tiles.iter().map(|tile| (tile.label.to_string(), tile.level)).chain(rest).collect()
    }

    /// The words for those left out: `and 3 more`. Nothing where none are.
    pub fn and_more(&self) -> Option<String> {
        (self.more > 0).then(|| format!("and {} more", self.more))
    }
}
