//! The portfolio for Word, part by part in the order of every other form.

use crate::export::brand::Accent;
use crate::report::page::{Block, Long, Section, line};
use crate::report::portfolio::{A_TABLE, Portfolio, TITLE, every_plan, foot, not_listed, page};
use crate::report::words::count;

use super::body::Body;
use super::full::{CONTENTS, contents, part};
use super::package::Package;
use super::paragraph::{Paragraph, Style};
use super::parts;
use super::properties::Properties;

/// So many tables of plans stand in it at most: nobody reads more of them on paper.
const MOST_TABLES: usize = 3;

/// The portfolio as a document.
pub(crate) fn write(portfolio: &Portfolio<'_>, accent: Accent) -> Vec<u8> {
    let Long { section, blocks } = every_plan(portfolio);
    let more = not_listed(portfolio, MOST_TABLES * A_TABLE).map(|more| Block::Remark(line(more)));
    let blocks = Box::new(blocks.take(MOST_TABLES).chain(more));
    let page = Long { section, blocks }.within(page(portfolio));
    let mut body = Body::default();
    body.put(&Paragraph::of(Style::Answer, &page.title));
    let (about, headed): (Vec<&Section>, Vec<&Section>) =
        page.sections.iter().partition(|section| section.heading.is_empty());
    for section in about {
        part(&mut body, section);
    }
    contents(&mut body, &Paragraph::of(Style::ContentsHeading, CONTENTS), &headed);
    for section in headed {
        part(&mut body, section);
    }
    let mut package = Package::default();
    parts::add_fixed(&mut package, &properties(portfolio), accent);
    parts::add_document(&mut package, &body, &[]);
    package.packed()
}

fn properties(portfolio: &Portfolio<'_>) -> Properties {
    Properties {
        title: TITLE.to_owned(),
        subject: count(portfolio.lines.len(), "plan"),
        author: None,
        client: None,
        status: None,
        version: None,
        made_on: portfolio.today.day,
        foot: foot(portfolio),
    }
}
