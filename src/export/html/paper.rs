//! The two pages for a browser and for paper: the first one laid out by hand, the second one from its sections.

mod chart;
mod first;
mod tiles;

use std::fmt::Write as _;

use crate::report::page::Section;
use crate::report::paper::Paper;

use super::prose::in_a_style;
use super::{Part, write_section};
use crate::export::brand::Logo;
use crate::export::escape::html as escape;

/// What the pages need beside the style of every document.
pub(super) const STYLE: &str = include_str!("paper.css");

/// The style of one paper: what stands below every printed page is its own.
pub(super) fn style(paper: &Paper) -> String {
    let foot = in_a_style(&paper.identity.foot());
    format!("{STYLE}@page {{ @bottom-left {{ content: \"{foot}\"; font-size: 7.5pt; }} }}\n")
}

/// Both pages.
pub(super) fn write(out: &mut String, paper: &Paper, logo: Option<&Logo>, second: &[&Section]) {
    out.push_str("<article class=\"sheet\" id=\"page-1\">\n");
    first::write(out, paper, logo);
    foot(out, paper, 1);
    out.push_str("</article>\n<article class=\"sheet second\" id=\"page-2\">\n");
    for section in second {
        write_section(out, Part { section, class: "", has_cards: true }, &mut std::iter::empty());
    }
    foot(out, paper, 2);
    out.push_str("</article>\n");
}

/// What stands below a page on the screen; on paper the margin has it.
fn foot(out: &mut String, paper: &Paper, number: u8) {
    let foot = escape(&paper.identity.foot());
    let _ = writeln!(out, "<p class=\"foot\"><span><bdi>{foot}</bdi></span> <span>{number} / 2</span></p>");
}
