//! The colours of documents that other programs lay out. Text on its ground has a contrast of at least 4.5 to 1; a level is told by
//! its sign and its word as well.

use crate::model::capability::Level;

/// A colour: red, green and blue.
pub(super) type Colour = u32;

/// Ordinary text.
pub(super) const INK: Colour = 0x0016_242F;
/// Text of less weight.
pub(super) const QUIET: Colour = 0x0051_606D;
/// What leads the eye, where nobody has set another colour.
pub(super) const ACCENT: Colour = 0x000B_6663;
/// Lines between rows.
pub(super) const RULE: Colour = 0x00CC_D6DB;
/// Paper, and text on strong grounds.
pub(super) const WHITE: Colour = 0x00FF_FFFF;
/// The ground of cells to fill in.
pub(super) const INPUT: Colour = 0x00FF_F8D6;

/// How a level looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shade {
    /// Text on the tint.
    pub(super) text: Colour,
    /// The ground of the text.
    pub(super) tint: Colour,
    /// A bar, on which white can be read.
    pub(super) bar: Colour,
}

/// How a level looks.
pub(super) fn shade(level: Level) -> Shade {
    let (text, tint, bar) = match level {
        Level::Native => (0x0012_4A2E, 0x00DF_F2E6, 0x001F_7A4D),
        Level::Partial => (0x005F_4000, 0x00FD_F0CF, 0x008F_5E00),
        Level::Workaround => (0x007A_3E00, 0x00FF_E6CC, 0x00A3_4A00),
        Level::None => (0x0073_121F, 0x00FA_DFE2, 0x00A5_243A),
        Level::Unknown => (0x002F_3B45, 0x00E6_EBEE, QUIET),
    };
    Shade { text, tint, bar }
}

/// The colour of red, green and blue.
pub(super) fn colour_of([red, green, blue]: [u8; 3]) -> Colour {
    u32::from_be_bytes([0, red, green, blue])
}

/// A colour in hexadecimal digits, as files have it.
pub(super) fn hex(colour: Colour) -> String {
    format!("{colour:06X}")
}

#[cfg(test)]
mod tests {
    use super::{ACCENT, Colour, INK, INPUT, QUIET, WHITE, shade};
    use crate::model::capability::Level;

    fn contrast(one: Colour, other: Colour) -> f64 {
        let [one, other] = [one, other].map(|colour| {
            let [_, red, green, blue] = colour.to_be_bytes();
            [red, green, blue]
        });
        crate::model::contrast::contrast(one, other)
    }

    #[test]
    fn everything_can_be_read() {
        for (text, ground) in [(INK, WHITE), (INK, INPUT), (QUIET, WHITE), (ACCENT, WHITE)] {
            assert!(contrast(text, ground) >= 4.5, "{text:06X} on {ground:06X}");
        }
        for level in Level::ALL {
            let shade = shade(level);
            assert!(contrast(shade.text, shade.tint) >= 6.8, "{level:?}");
            assert!(contrast(WHITE, shade.bar) >= 5.3, "{level:?}");
        }
    }
}
