//! Contrast after WCAG 2.2, and colours moved in lightness alone until they have enough of it.

/// The least contrast of words to their ground.
pub const WORDS: f64 = 4.5;

/// The least contrast of lines and bars to their ground.
pub const LINES: f64 = 3.0;

/// How finely lightness is searched.
const STEPS: u16 = 400;

/// Relative luminance after WCAG 2.2, from 0 to 1.
pub(crate) fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A channel of sRGB as light.
pub fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// Light as a channel of sRGB.
pub(crate) fn channel(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let share = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 255, rounded")]
    let channel = (share * 255.0).round() as u8;
    channel
}

/// The contrast of two colours after WCAG 2.2, from 1 to 21.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colour itself if it `passes`, else the one nearest in lightness that does. The hue stays; the saturation
/// shrinks only where the screen has no such colour.
pub(crate) fn moved(colour: [u8; 3], passes: impl Fn([u8; 3]) -> bool) -> Option<[u8; 3]> {
    if passes(colour) {
        return Some(colour);
    }
    let lab = Oklab::of(colour);
    let lightness = |step: u16| f64::from(step) / f64::from(STEPS);
    let mut steps: Vec<u16> = (0..=STEPS).collect();
    steps.sort_by(|one, other| {
        let distance = |step: &u16| (lightness(*step) - lab.lightness).abs();
        distance(one).total_cmp(&distance(other))
    });
    steps.into_iter().map(|step| lab.at(lightness(step))).find(|colour| passes(*colour))
}

/// A colour by what is seen: lightness, and two axes of hue.
#[derive(Debug, Clone, Copy)]
struct Oklab {
    lightness: f64,
    green_red: f64,
    blue_yellow: f64,
}

impl Oklab {
    fn of(colour: [u8; 3]) -> Self {
        let [red, green, blue] = colour.map(linear);
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let middle = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        Self {
            lightness: 0.210_454_255_3 * long + 0.793_617_785_0 * middle - 0.004_072_046_8 * short,
            green_red: 1.977_998_495_1 * long - 2.428_592_205_0 * middle + 0.450_593_709_9 * short,
            blue_yellow: 0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766_0 * short,
        }
    }

    /// Light of red, green and blue, outside 0 to 1 where no screen shows the colour.
    fn light(self) -> [f64; 3] {
        let Self { lightness, green_red, blue_yellow } = self;
        let long = (lightness + 0.396_337_777_4 * green_red + 0.215_803_757_3 * blue_yellow).powi(3);
        let middle = (lightness - 0.105_561_345_8 * green_red - 0.063_854_172_8 * blue_yellow).powi(3);
        let short = (lightness - 0.089_484_177_5 * green_red - 1.291_485_548_0 * blue_yellow).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701_0 * short,
        ]
    }

    /// The colour of that lightness with the same hue, as saturated as the screen can show it.
    fn at(self, lightness: f64) -> [u8; 3] {
        let with =
            |share: f64| Self { lightness, green_red: self.green_red * share, blue_yellow: self.blue_yellow * share };
        let is_shown = |share: f64| with(share).light().iter().all(|light| (-0.0001..=1.0001).contains(light));
        let (mut least, mut most) = (0.0, 1.0);
        if is_shown(most) {
            least = most;
        }
        for _ in 0..16 {
            let middle = f64::midpoint(least, most);
            if is_shown(middle) {
                least = middle;
            } else {
                most = middle;
            }
        }
        with(least).light().map(channel)
    }
}

#[cfg(test)]
mod tests {
    use super::{Oklab, contrast, linear, moved};

    #[test]
    fn contrast_is_that_of_the_guideline() {
        for (one, other, expected) in [
            ([0, 0, 0], [255, 255, 255], 21.0),
            ([0x77, 0x77, 0x77], [255, 255, 255], 4.478),
            ([0, 0, 255], [255, 255, 255], 8.592),
            ([255, 0, 0], [255, 255, 255], 3.998),
            ([255, 255, 0], [0, 0, 0], 19.556),
        ] {
            assert!((contrast(one, other) - expected).abs() < 0.001, "{one:?} {other:?} {}", contrast(one, other));
            assert!((contrast(one, other) - contrast(other, one)).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn oklab_is_that_of_its_author() {
        let red = Oklab::of([255, 0, 0]);
        for (found, expected) in [(red.lightness, 0.627_955), (red.green_red, 0.224_863), (red.blue_yellow, 0.125_846)]
        {
            assert!((found - expected).abs() < 0.000_01, "{found}");
        }
    }

    #[test]
    fn light_becomes_the_channel_it_came_from() {
        for channel in 0..=255 {
            assert_eq!(super::channel(linear(channel)), channel);
        }
        for colour in [[0, 0, 0], [255, 255, 255], [0x26, 0x8b, 0xd2], [255, 0, 0], [1, 2, 250]] {
            assert_eq!(Oklab::of(colour).at(Oklab::of(colour).lightness), colour);
        }
    }

    #[test]
    fn a_colour_moves_only_as_far_as_it_must_and_keeps_its_hue() {
        let ground = [0, 0x2b, 0x36];
        let passes = |colour| contrast(colour, ground) >= 4.5;
        assert_eq!(moved([0xee, 0xe8, 0xd5], passes), Some([0xee, 0xe8, 0xd5]));
        let blue = [0x26, 0x8b, 0xd2];
        let found = moved(blue, passes).unwrap();
        assert!((4.5..4.6).contains(&contrast(found, ground)), "{found:?}");
        let (before, after) = (Oklab::of(blue), Oklab::of(found));
        let angle = |lab: Oklab| lab.blue_yellow.atan2(lab.green_red);
        assert!((angle(before) - angle(after)).abs() < 0.02);
        assert_eq!(moved(blue, |_| false), None);
    }
}
