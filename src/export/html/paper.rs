//! The two pages for a browser and for paper: the first one laid out by hand, the second one from its sections.

mod chart;
mod first;
mod tiles;

use std::fmt::Write as _;

use crate::diagnostic::clean::visible;
use crate::report::page::Section;
use crate::report::paper::Paper;

use super::write_section;
use crate::export::brand::Logo;
use crate::export::escape::html as escape;

/// What the pages need beside the style of every document.
pub(super) const STYLE: &str = include_str!("paper.css");

/// The style of one paper: what stands below every printed page is its own.
pub(super) fn style(paper: &Paper) -> String {
    let foot = in_a_style(&paper.identity.foot());
    format!("{STYLE}@page {{ @bottom-left {{ content: \"{foot}\"; font-size: 7.5pt; }} }}\n")
}

/// A text between quotes in a style, which it cannot end: whatever is no letter, digit or blank stands as its number.
fn in_a_style(text: &str) -> String {
    let mut written = String::new();
    for letter in visible(text).chars() {
        if letter.is_alphanumeric() || letter == ' ' {
            written.push(letter);
        } else {
            let _ = write!(written, "\\{:x} ", u32::from(letter));
        }
    }
    written
}

/// Both pages.
pub(super) fn write(out: &mut String, paper: &Paper, logo: Option<&Logo>, second: &[&Section]) {
    out.push_str("<article class=\"sheet\" id=\"page-1\">\n");
    first::write(out, paper, logo);
    foot(out, paper, 1);
    out.push_str("</article>\n<article class=\"sheet second\" id=\"page-2\">\n");
    for section in second {
        write_section(out, section, &mut std::iter::empty());
    }
    foot(out, paper, 2);
    out.push_str("</article>\n");
}

/// What stands below a page on the screen; on paper the margin has it.
fn foot(out: &mut String, paper: &Paper, number: u8) {
    let foot = escape(&paper.identity.foot());
    let _ = writeln!(out, "<p class=\"foot\"><span><bdi>{foot}</bdi></span> <span>{number} / 2</span></p>");
}

#[cfg(test)]
mod tests {
    use super::in_a_style;

    #[test]
    fn no_text_can_end_a_style() {
        assert_eq!(in_a_style("A \"; } </style>\\\n"), "A \\22 \\3b  \\7d  \\3c \\2f style\\3e \\5c  ");
        assert_eq!(in_a_style("Ärger 2"), "Ärger 2");
    }
}
