//! Titles and addresses of sources as links. Only a terminal can make a link of letters, so a style carries which source they
//! belong to, where no theme has anything to say: in the colour of a line below letters that have none.

use ratatui::style::{Color, Style};

use crate::model::arena::Key;
use crate::model::source::Source;

/// The style of letters that lead to a source.
pub(super) fn leading_to(source: Key<Source>, style: Style) -> Style {
    let [_, red, green, blue] = u32::try_from(source.position()).unwrap_or(u32::MAX).to_be_bytes();
    style.underline_color(Color::Rgb(red, green, blue))
}

/// The position of the source among all sources to which letters of that colour lead, if they lead to any.
pub fn source_behind(underline: Color) -> Option<usize> {
    let Color::Rgb(red, green, blue) = underline else { return None };
    usize::try_from(u32::from_be_bytes([0, red, green, blue])).ok()
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Style};

    use super::{leading_to, source_behind};
    use crate::model::arena::Key;

    #[test]
    fn a_style_carries_its_source() {
        for position in [0, 1, 255, 256, 70_000] {
            let style = leading_to(Key::new(position), Style::new().fg(Color::Red));
            assert_eq!(style.underline_color.and_then(source_behind), Some(position));
            assert_eq!(style.fg, Some(Color::Red));
        }
        assert_eq!(source_behind(Color::Reset), None);
    }
}
