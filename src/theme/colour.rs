//! Colours as themes write them.

use ratatui::style::Color;

/// The names of the terminal's 16 colours, as themes write them.
const ANSI: [(&str, Color); 16] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// Reads `#rrggbb`, the name of one of the terminal's 16 colours, or `default`.
pub(crate) fn parse(text: &str) -> Option<Color> {
    if text == "default" {
        return Some(Color::Reset);
    }
    if let Some((_, colour)) = ANSI.iter().find(|(name, _)| *name == text) {
        return Some(*colour);
    }
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some(Color::Rgb(red, green, blue))
}

/// The names of the 16 colours.
pub(crate) fn names() -> impl Iterator<Item = &'static str> + Clone {
    ANSI.iter().map(|(name, _)| *name).chain(std::iter::once("default"))
}

/// Red, green and blue of a colour that names them.
pub fn channels(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(index) => super::depth::channels_of(index),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, parse};

    #[test]
    fn colours_are_read_in_all_three_ways() {
        assert_eq!(parse("#1e66f5"), Some(Color::Rgb(0x1e, 0x66, 0xf5)));
        assert_eq!(parse("bright-blue"), Some(Color::LightBlue));
        assert_eq!(parse("default"), Some(Color::Reset));
        for bad in ["", "#12345", "#1234567", "#+12345", "#12345g", "blau", "1e66f5", "#ééé"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
