//! Words that several parts of the portfolio share: what a piece of work is, and plans by name.

use crate::diagnostic::suggest::enumerate;
use crate::report::page::{Line, Piece as Stretch};
use crate::report::portfolio::Portfolio;
use crate::report::portfolio::line::PlanLine;
use crate::report::portfolio::piece::{Piece, PieceNumber};
use crate::report::portfolio::shared::Shared;
use crate::report::words::{name, name_first};
use crate::report::work::{how_long, somebody};

/// So many plans are named where they stand together.
const MOST_NAMED: usize = 12;

/// What a piece of work is, as a sentence.
pub(crate) fn what(portfolio: &Portfolio<'_>, number: PieceNumber) -> String {
    let (base, piece) = (portfolio.base, portfolio.pieces.piece(number));
    match (piece, portfolio.pieces.workaround(piece)) {
        (_, Some(workaround)) => workaround.text.to_string(),
        (Piece::FindOut(capability, side), _) => {
            format!("Find out whether {} can do \"{}\".", name(base, side), base.capabilities[capability].title)
        }
        (Piece::Order(prerequisite), _) => format!("{}.", base.prerequisites[prerequisite].title),
        (Piece::Accept(capability, side), _) => {
            let title = &base.capabilities[capability].title;
            format!("Nothing to do is known about \"{title}\": {} has it in part or not at all.", name(base, side))
        }
        (Piece::Workaround(limitation, _), None) => format!("{}.", base.limitations[limitation].title),
    }
}

/// Who does it and how long it takes: `a developer, some days`; a dash where nobody has said.
pub(crate) fn work(portfolio: &Portfolio<'_>, number: PieceNumber) -> String {
    let piece = portfolio.pieces.piece(number);
    if matches!(piece, Piece::Order(_)) {
        return "to order or switch on".to_owned();
    }
    let workaround = portfolio.pieces.workaround(piece);
    let who = workaround.and_then(|workaround| workaround.who).map(|who| somebody(portfolio.base, who));
    let effort = workaround.and_then(|workaround| workaround.effort).map(|effort| how_long(effort).to_owned());
    let said: Vec<String> = who.into_iter().chain(effort).collect();
    if said.is_empty() { "-".to_owned() } else { said.join(", ") }
}

/// The features that a piece of work serves.
pub(crate) fn serves(portfolio: &Portfolio<'_>, shared: &Shared) -> String {
    let titles = shared.serves.iter().map(|key| format!("\"{}\"", portfolio.base.capabilities[*key].title));
    enumerate(&titles.collect::<Vec<_>>(), "and")
}

/// Where a piece of work is needed: `Real-time marketing`; nothing for what is ordered.
pub(super) fn area(portfolio: &Portfolio<'_>, number: PieceNumber) -> Option<String> {
    let side = match portfolio.pieces.piece(number) {
        Piece::Workaround(limitation, _) => portfolio.base.limitations[limitation].side,
        Piece::FindOut(_, side) | Piece::Accept(_, side) => side,
        Piece::Order(_) => return None,
    };
    Some(name_first(portfolio.base, side))
}

/// What a person or a file said.
pub(super) fn own(text: &str) -> Line {
    vec![Stretch::Own(text.to_owned())]
}

/// Some plans by name, and how many more there are.
pub(super) fn named<'l>(lines: impl Iterator<Item = &'l PlanLine>) -> Line {
    let mut lines = lines.peekable();
    let mut named = Line::new();
    for line in lines.by_ref().take(MOST_NAMED) {
        if !named.is_empty() {
            named.push(Stretch::Text(", ".to_owned()));
        }
        named.push(Stretch::Own(line.title.to_string()));
    }
    let more = lines.count();
    if more > 0 {
        named.push(Stretch::Text(format!(" and {more} more")));
    }
    named
}
