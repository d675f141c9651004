//! Fewer colours: a theme for terminals that show 256, 16 or none.

use ratatui::style::{Color, Modifier, Style};

use super::{Role, Theme};

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// None: everything is told by letters, bold, underlined and reversed.
    None,
    /// The 16 of the terminal's own palette.
    Ansi,
    /// The 256 of xterm.
    Indexed,
    /// 24 bits.
    True,
}

impl Theme {
    /// The theme as a terminal of that depth shows it best.
    #[must_use]
    pub fn at_depth(self, depth: Depth) -> Self {
        match depth {
            Depth::True => self,
            Depth::Indexed => self.map(|_, style| recolour(style, to_indexed)),
            Depth::Ansi => self.map(|role, style| if is_ansi(style) { style } else { monochrome(role, style) }),
            Depth::None => self.map(monochrome),
        }
    }
}

fn recolour(mut style: Style, change: fn(Color) -> Color) -> Style {
    style.fg = style.fg.map(change);
    style.bg = style.bg.map(change);
    style
}

fn is_ansi(style: Style) -> bool {
    let foreign = |colour: Option<Color>| matches!(colour, Some(Color::Rgb(..) | Color::Indexed(_)));
    !foreign(style.fg) && !foreign(style.bg)
}

/// The style without colour. Meaning that a colour would carry is in the words beside it; what must stay visible at a
/// glance is the focus.
fn monochrome(role: Role, style: Style) -> Style {
    let kept = Style { fg: None, bg: None, underline_color: None, ..style };
    match role {
        Role::Selected => kept.add_modifier(Modifier::REVERSED),
        Role::Heading | Role::Accent | Role::Key | Role::Warning | Role::Error => kept.add_modifier(Modifier::BOLD),
        Role::Match | Role::Field | Role::Link => kept.add_modifier(Modifier::UNDERLINED),
        _ => kept,
    }
}

/// The six steps of a channel in the colour cube of the 256 colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest of the 240 colours that are the same on every terminal.
fn to_indexed(colour: Color) -> Color {
    let Color::Rgb(red, green, blue) = colour else { return colour };
    Color::Indexed(nearest([red, green, blue]))
}

/// In the colour cube each channel is nearest by itself, so only one of its 216 colours is compared with the 24 greys.
fn nearest(colour: [u8; 3]) -> u8 {
    let distance = |index: &u8| {
        channels_of(*index).map_or(u32::MAX, |channels| {
            let parts = channels.iter().zip(colour).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2));
            parts.zip([3, 6, 1]).map(|(part, weight)| part * weight).sum()
        })
    };
    let [red, green, blue] = colour.map(nearest_step);
    std::iter::once(16 + 36 * red + 6 * green + blue).chain(232..=255).min_by_key(distance).unwrap_or(u8::MAX)
}

/// The position of the step of the colour cube that is nearest to a channel.
fn nearest_step(channel: u8) -> u8 {
    let nearest = (0u8..).zip(STEPS).min_by_key(|(_, step)| step.abs_diff(channel));
    nearest.map_or(0, |(position, _)| position)
}

/// The colour that a terminal of 256 shows for another.
pub(super) fn indexed(colour: [u8; 3]) -> [u8; 3] {
    channels_of(nearest(colour)).unwrap_or(colour)
}

/// Red, green and blue of one of the 240 colours that are the same on every terminal.
pub(super) fn channels_of(index: u8) -> Option<[u8; 3]> {
    let step = |position: u8| STEPS.get(usize::from(position % 6)).copied();
    match index {
        0..=15 => None,
        16..=231 => Some([step((index - 16) / 36)?, step((index - 16) / 6)?, step(index - 16)?]),
        232..=255 => Some([8 + 10 * (index - 232); 3]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, channels_of, nearest, to_indexed};

    #[test]
    fn no_colour_is_nearer_than_the_nearest() {
        let distance = |index: u8, colour: [u8; 3]| {
            let parts = channels_of(index)
                .unwrap()
                .into_iter()
                .zip(colour)
                .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2));
            parts.zip([3, 6, 1]).map(|(part, weight)| part * weight).sum::<u32>()
        };
        let channels = || (0..=255).step_by(17).map(|channel: u8| channel.saturating_add(channel % 5));
        for colour in
            channels().flat_map(|red| channels().flat_map(move |green| channels().map(move |blue| [red, green, blue])))
        {
            let least = (16..=255).map(|index| distance(index, colour)).min().unwrap();
            assert_eq!(distance(nearest(colour), colour), least, "{colour:?}");
        }
    }

    #[test]
    fn the_colours_of_the_cube_stay_themselves() {
        for index in 16..=255u8 {
            let [red, green, blue] = channels_of(index).unwrap();
            let Color::Indexed(nearest) = to_indexed(Color::Rgb(red, green, blue)) else { panic!("not indexed") };
            assert_eq!(channels_of(nearest), channels_of(index));
        }
    }
}
