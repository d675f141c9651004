//! The order of work: which piece to do first, and how many plans can be built after each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Portfolio;
use super::line::PlanLine;
use super::piece::{PieceNumber, Pieces};
use super::shared::by_effort;
use super::stage::Stage;

/// A piece of work in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The piece.
    pub piece: PieceNumber,
    /// How many plans wait for it.
    pub wait: usize,
    /// How many plans can be built once this and all before it are done.
    pub ready: usize,
}

/// The pieces of work that plans wait for, once nothing is left to decide. Each time comes what makes most plans ready; of such as
/// make the same number ready what most plans wait for, then what is the least work.
pub fn steps(portfolio: &Portfolio<'_>) -> Vec<Step> {
    let pieces = portfolio.pieces;
    let mut waiting: Vec<Vec<PieceNumber>> =
        portfolio.lines.iter().filter_map(|line| waits_for(line, pieces)).collect();
    let mut wait: BTreeMap<PieceNumber, usize> = BTreeMap::new();
    for piece in waiting.iter().flatten() {
        *wait.entry(*piece).or_default() += 1;
    }
    let mut ready = portfolio.count(|line| line.stage == Stage::Ready);
    let mut steps = Vec::with_capacity(wait.len());
    while let Some((piece, frees)) = next(&wait, &waiting, pieces) {
        waiting.retain_mut(|left| {
            left.retain(|other| *other != piece);
            !left.is_empty()
        });
        ready += frees;
        let wait = wait.remove(&piece).expect("the next piece is one that is waited for");
        steps.push(Step { piece, wait, ready });
    }
    steps
}

/// The pieces that a plan waits for; `None` if it waits for none, or for a decision as well.
fn waits_for(line: &PlanLine, pieces: &Pieces<'_>) -> Option<Vec<PieceNumber>> {
    matches!(line.stage, Stage::AfterOne(_) | Stage::AfterSeveral(_)).then(|| {
        let needs = line.needs.iter().filter(|need| need.holds_up(pieces));
        needs.map(|need| need.piece).collect()
    })
}

/// The piece that comes next of those left, and how many plans wait for it alone.
fn next(
    wait: &BTreeMap<PieceNumber, usize>,
    waiting: &[Vec<PieceNumber>],
    pieces: &Pieces<'_>,
) -> Option<(PieceNumber, usize)> {
    let mut frees: BTreeMap<PieceNumber, usize> = BTreeMap::new();
    for left in waiting {
        if let [last] = left.as_slice() {
            *frees.entry(*last).or_default() += 1;
        }
    }
    let of = |number: &PieceNumber| frees.get(number).copied().unwrap_or(0);
    let rank = |(number, wait): &(&PieceNumber, &usize)| {
        (Reverse(of(number)), Reverse(**wait), by_effort(pieces.effort(pieces.piece(**number))), **number)
    };
    wait.iter().min_by_key(rank).map(|(number, _)| (*number, of(number)))
}
