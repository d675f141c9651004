//! Colours as themes write them, and the mathematics of seeing them.

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
pub fn parse(text: &str) -> Option<Color> {
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
pub fn names() -> impl Iterator<Item = &'static str> + Clone {
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

/// Relative luminance after WCAG 2.2, from 0 to 1.
pub fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// A channel of sRGB as light.
pub fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// The contrast of two colours after WCAG 2.2, from 1 to 21.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::{Color, contrast, parse};

    #[test]
    fn colours_are_read_in_all_three_ways() {
        assert_eq!(parse("#1e66f5"), Some(Color::Rgb(0x1e, 0x66, 0xf5)));
        assert_eq!(parse("bright-blue"), Some(Color::LightBlue));
        assert_eq!(parse("default"), Some(Color::Reset));
        for bad in ["", "#12345", "#1234567", "#+12345", "#12345g", "blau", "1e66f5", "#ééé"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 0.001);
        assert!((contrast([0x77, 0x77, 0x77], [255, 255, 255]) - 4.478).abs() < 0.01);
    }
}
