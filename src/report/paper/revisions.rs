//! Which version of the paper this is, of which day and from whom.

use crate::report::page::{Block, Cell, Piece, Section, Table};
use crate::report::words::capitalized;

use super::identity::{Identity, TO_BE_NAMED};

/// The heading.
pub(crate) const HEADING: &str = "Revision history";

/// The part, with the version at hand.
pub(crate) fn section(identity: &Identity) -> Section {
    let own = |text: &str| Cell::from(vec![Piece::Own(text.to_owned())]);
    let author = identity.author.as_deref().map_or_else(|| Cell::text(TO_BE_NAMED), own);
    let state = capitalized(&identity.status.word().replace('-', " "));
    let change = format!("{state}, with the facts of edition {}", identity.edition);
    let row = [own(&identity.version), Cell::text(identity.made_on.words()), author, Cell::text(change)];
    let table = Table::of("The versions of this document", ["Version", "Date", "Author", "Change"], [row]);
    Section::new("revisions", HEADING, vec![Block::Table(table)])
}
