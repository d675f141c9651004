//! The colour that leads the eye, with the shades of it that can be read: on white, on its own tint, and on a dark ground.

use crate::export::palette::{ACCENT, Colour, WHITE, colour_of};
use crate::model::contrast::{WORDS, contrast, moved};

/// How much of the colour there is in its tint, in percent, the strongest first. A colour that could just be read on white stands on
/// white.
const STRENGTHS: [u32; 6] = [10, 8, 6, 4, 2, 0];

/// The ground of pages in the dark, as their style has it.
const DARK: Colour = 0x0016_1E23;

/// The contrast of the colour to that ground: with less there would be no room for a tint.
const ON_DARK: f64 = 6.0;

/// A colour that can be read on white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent(Colour);

impl Default for Accent {
    fn default() -> Self {
        Self::USUAL
    }
}

impl Accent {
    /// The colour where nobody has set one.
    pub const USUAL: Self = Self(ACCENT);

    /// The colour of these channels; `None` if it cannot be read on white.
    pub fn of(channels: [u8; 3]) -> Option<Self> {
        (contrast(channels, [255; 3]) >= WORDS).then(|| Self(colour_of(channels)))
    }

    /// Text and lines on white, and the ground of white text.
    pub(in crate::export) fn ink(self) -> Colour {
        self.0
    }

    /// The ground of what somebody decides, on which the colour can be read.
    pub(in crate::export) fn tint(self) -> Colour {
        tint(self.0, WHITE)
    }

    /// The colour as it is in the dark, with its tint there.
    pub(in crate::export) fn in_the_dark(self) -> [Colour; 2] {
        let can_be_read = |colour| contrast(colour, channels(DARK)) >= ON_DARK;
        let light = moved(channels(self.0), can_be_read).expect("white can be read in the dark");
        let light = colour_of(light);
        [light, tint(light, DARK)]
    }
}

/// The strongest tint of a ground on which the colour can be read.
fn tint(colour: Colour, ground: Colour) -> Colour {
    let can_be_read = |tint: &Colour| contrast(channels(colour), channels(*tint)) >= WORDS;
    let tints = STRENGTHS.into_iter().map(|percent| mixed(colour, ground, percent));
    tints.into_iter().find(can_be_read).unwrap_or(ground)
}

/// So much of a colour in another one.
fn mixed(colour: Colour, ground: Colour, percent: u32) -> Colour {
    let part = |shift: u32| {
        let [one, other] = [colour, ground].map(|colour| colour >> shift & 0xFF);
        ((one * percent + other * (100 - percent) + 50) / 100) << shift
    };
    part(16) | part(8) | part(0)
}

fn channels(colour: Colour) -> [u8; 3] {
    let [_, red, green, blue] = colour.to_be_bytes();
    [red, green, blue]
}

#[cfg(test)]
mod tests {
    use super::{Accent, DARK, WORDS, channels, contrast, mixed};
    use crate::export::palette::{INK, WHITE};

    #[test]
    fn what_cannot_be_read_on_white_is_none() {
        assert_eq!(Accent::of([0x8f, 0xd0, 0xcf]), None);
        assert_eq!(Accent::of([0x0b, 0x66, 0x63]), Some(Accent::default()));
    }

    #[test]
    fn channel_by_channel_so_much_of_a_colour_is_in_another() {
        assert_eq!(mixed(0x0000_0000, WHITE, 10), 0x00E6_E6E6);
        assert_eq!(mixed(0x00FF_8001, 0x0000_0000, 8), 0x0014_0A00, "rounded");
        assert_eq!(mixed(0x0001_0203, 0x0012_3456, 0), 0x0012_3456);
        assert_eq!(mixed(0x0001_0203, WHITE, 100), 0x0001_0203);
    }

    #[test]
    fn every_colour_can_be_read_wherever_it_stands() {
        let mut tried = 0;
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let Some(accent) = Accent::of([red, green, blue]) else { continue };
                    let [light, tint] = accent.in_the_dark();
                    for (text, ground) in [
                        (accent.ink(), WHITE),
                        (accent.ink(), accent.tint()),
                        (INK, accent.tint()),
                        (light, DARK),
                        (light, tint),
                        (0x00E8_EEF1, tint),
                    ] {
                        let found = contrast(channels(text), channels(ground));
                        assert!(found >= WORDS, "{text:06X} on {ground:06X}: {found}");
                    }
                    tried += 1;
                }
            }
        }
        assert!(tried > 1000, "{tried}");
    }
}
