//! The portfolio as a page: in which order to build, what to build once, what to order, and where the work lies.

mod gaps;
mod head;
mod order;
mod plans;
mod topics;
mod words;

use crate::report::bibliography::Bibliography;
use crate::report::page::{Page, Section};
use crate::report::parts::sources;

use super::Portfolio;
use super::order::steps;

pub use head::about;
pub(crate) use head::{foot, stages};
pub use plans::every_plan;
pub(crate) use plans::{A_TABLE, not_listed};
pub(crate) use words::{serves, what, work};

/// What the page is called.
pub(crate) const TITLE: &str = "Portfolio";

/// The page, but for its list of every plan, which [`every_plan`] makes row by row.
pub fn page(portfolio: &Portfolio<'_>) -> Page {
    let mut bibliography = Bibliography::default();
    let steps = steps(portfolio);
    let mut sections = vec![
        head::section(portfolio),
        head::summary(portfolio),
        order::section(portfolio, &steps),
        order::decisions(portfolio),
        order::not_carried(portfolio),
        gaps::section(portfolio, &mut bibliography),
        gaps::to_order(portfolio, &mut bibliography),
        gaps::conditions(portfolio, &mut bibliography),
        topics::efforts(portfolio),
        topics::heat(portfolio),
        plans::section(portfolio),
        left_out(portfolio),
    ];
    sections.push(sources::section(&bibliography.works(portfolio.base)));
    Page::of(TITLE.to_owned(), sections)
}

/// The files that could not be used.
fn left_out(portfolio: &Portfolio<'_>) -> Section {
    let lines = portfolio.left_out.iter().map(|why| words::own(why));
    Section::new("left-out", "Left out", vec![crate::report::page::list(lines)])
}
