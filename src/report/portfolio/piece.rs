//! Pieces of work: what is done once and serves every plan that needs it.

use std::collections::BTreeMap;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level, Limitation, Way, Workaround};
use crate::model::verdict::{Gap, Verdict};
use crate::model::work::{Effort, Prerequisite};

/// A piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// A workaround, by its place among those of a limitation.
    Workaround(Key<Limitation>, usize),
    /// Finding out whether an area can do something.
    FindOut(Key<Capability>, Side),
    /// Nothing to do is known: it is taken as it is, or done without.
    Accept(Key<Capability>, Side),
    /// Ordering, licensing or switching on what must be there first.
    Order(Key<Prerequisite>),
}

/// The number of a piece among all that the knowledge knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PieceNumber(u32);

/// Every piece of work that the knowledge knows, numbered.
#[derive(Debug)]
pub struct Pieces<'k> {
    /// The knowledge base.
    pub base: &'k KnowledgeBase,
    /// Every workaround.
    workarounds: Vec<(Key<Limitation>, usize)>,
    /// The number of the first workaround of each limitation.
    first: Vec<usize>,
    /// For each workaround, the first that says the same: a flow that two limitations ask for is built once.
    same: Vec<usize>,
}

impl<'k> Pieces<'k> {
    /// Numbers the pieces of a knowledge base.
    pub fn of(base: &'k KnowledgeBase) -> Self {
        let mut pieces = Self { base, workarounds: Vec::new(), first: Vec::new(), same: Vec::new() };
        let mut known = BTreeMap::new();
        for (key, limitation) in base.limitations.iter() {
            pieces.first.push(pieces.workarounds.len());
            for (place, workaround) in limitation.workarounds.iter().enumerate() {
                let Workaround { text, way, who, effort, .. } = workaround;
                let number = pieces.workarounds.len();
                let way = way.map(Way::word);
                pieces.same.push(*known.entry((limitation.side, text, way, *who, *effort)).or_insert(number));
                pieces.workarounds.push((key, place));
            }
        }
        pieces
    }

    /// The number of a piece.
    pub fn number(&self, piece: Piece) -> PieceNumber {
        let [found_out, accepted, ordered] = self.begins();
        let of = |capability: Key<Capability>, side| 2 * capability.position() + usize::from(side == Side::Second);
        let number = match piece {
            Piece::Workaround(limitation, place) => {
                let first = self.first.get(limitation.position()).expect("the limitation is of this knowledge");
                *self.same.get(first + place).expect("the workaround is one of the limitation")
            }
            Piece::FindOut(capability, side) => found_out + of(capability, side),
            Piece::Accept(capability, side) => accepted + of(capability, side),
            Piece::Order(prerequisite) => ordered + prerequisite.position(),
        };
        PieceNumber(u32::try_from(number).expect("no text of knowledge is long enough for so many entries"))
    }

    /// The piece of a number.
    pub fn piece(&self, PieceNumber(number): PieceNumber) -> Piece {
        let number = number as usize;
        let [found_out, accepted, ordered] = self.begins();
        let of =
            |number: usize| (Key::new(number / 2), if number.is_multiple_of(2) { Side::First } else { Side::Second });
        if let Some((limitation, place)) = self.workarounds.get(number) {
            return Piece::Workaround(*limitation, *place);
        }
        if number < accepted {
            let (capability, side) = of(number - found_out);
            Piece::FindOut(capability, side)
        } else if number < ordered {
            let (capability, side) = of(number - accepted);
            Piece::Accept(capability, side)
        } else {
            Piece::Order(Key::new(number - ordered))
        }
    }

    /// The first numbers of what is found out, accepted and ordered.
    fn begins(&self) -> [usize; 3] {
        let (found_out, capabilities) = (self.workarounds.len(), 2 * self.base.capabilities.len());
        [found_out, found_out + capabilities, found_out + 2 * capabilities]
    }

    /// The workaround that a piece is, if it is one.
    pub fn workaround(&self, piece: Piece) -> Option<&'k Workaround> {
        match piece {
            Piece::Workaround(limitation, place) => self.base.limitations[limitation].workarounds.get(place),
            Piece::FindOut(..) | Piece::Accept(..) | Piece::Order(_) => None,
        }
    }

    /// How much work it is; `None` if nobody has said.
    pub fn effort(&self, piece: Piece) -> Option<Effort> {
        self.workaround(piece)?.effort
    }

    /// Whether there is something to do. To live without something is none.
    pub fn is_work(&self, piece: Piece) -> bool {
        match piece {
            Piece::Workaround(..) => self.workaround(piece).is_some_and(|one| one.way != Some(Way::Accept)),
            Piece::FindOut(..) | Piece::Order(_) => true,
            Piece::Accept(..) => false,
        }
    }

    /// The one piece of work that a gap asks for: the workaround that the advice proposes, else the first that is known.
    pub(super) fn of_gap(&self, facts: &Facts<'_>, verdict: &Verdict, gap: &Gap) -> PieceNumber {
        let capability = verdict.requirement(gap.requirement).capability;
        self.number(match gap.level {
            Level::Unknown => Piece::FindOut(capability, gap.side),
            _ if facts.refusal(capability, gap.side).is_some() => Piece::Accept(capability, gap.side),
            _ => self.proposed(facts, gap, capability).unwrap_or(Piece::Accept(capability, gap.side)),
        })
    }

    fn proposed(&self, facts: &Facts<'_>, gap: &Gap, capability: Key<Capability>) -> Option<Piece> {
        let known = gap.limitations.iter().filter_map(|key| {
            let limitation = &self.base.limitations[*key];
            let wanted = facts.workaround_for(limitation, &[capability])?;
            let place = limitation.workarounds.iter().position(|one| std::ptr::eq(one, wanted))?;
            Some((wanted.way, Piece::Workaround(*key, place)))
        });
        let known: Vec<(Option<Way>, Piece)> = known.collect();
        known.iter().find(|(way, _)| way.is_some()).or(known.first()).map(|(_, piece)| *piece)
    }
}
