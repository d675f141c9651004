//! Bars in eighths of a column. The number always stands beside them.

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Whether a sign is part of a bar.
pub(in crate::ui) fn is_bar(sign: &str) -> bool {
    !sign.is_ascii() && (["█", "▐", "░", "▒"].contains(&sign) || EIGHTHS.contains(&sign))
}

/// A bar of `value` out of `most`, at most `width` columns long, growing to the right.
pub(in crate::ui) fn rightward(value: u32, most: u32, width: u16, ascii: bool) -> String {
    let parts = if ascii { 1 } else { 8 };
    let filled = share(value, most, u32::from(width) * parts);
    let (whole, rest) = (filled / parts, filled % parts);
    let full = if ascii { "#" } else { "█" };
    let mut bar = full.repeat(usize::try_from(whole).unwrap_or(0));
    bar.push_str(usize::try_from(rest).ok().and_then(|rest| EIGHTHS.get(rest)).copied().unwrap_or_default());
    bar
}

/// The same growing to the left, padded to `width`. There are half columns only: terminals lack the other eighths.
pub(in crate::ui) fn leftward(value: u32, most: u32, width: u16, ascii: bool) -> String {
    let parts = if ascii { 1 } else { 2 };
    let filled = share(value, most, u32::from(width) * parts);
    let half = if filled % parts == 1 { "▐" } else { "" };
    let full = if ascii { "#" } else { "█" };
    let bar = format!("{half}{}", full.repeat(usize::try_from(filled / parts).unwrap_or(0)));
    format!("{bar:>width$}", width = usize::from(width))
}

/// `value / most` of `room`, rounded; what is not nothing shows at least a little.
fn share(value: u32, most: u32, room: u32) -> u32 {
    if most == 0 || value == 0 {
        return 0;
    }
    let exact = (u64::from(value) * u64::from(room) + u64::from(most) / 2) / u64::from(most);
    u32::try_from(exact).unwrap_or(room).clamp(1, room)
}

#[cfg(test)]
mod tests {
    use super::{leftward, rightward};

    #[test]
    fn bars_are_as_long_as_their_share() {
        assert_eq!(rightward(50, 100, 10, false), "█████");
        assert_eq!(rightward(100, 100, 3, false), "███");
        assert_eq!(rightward(1, 1000, 3, false), "▏");
        assert_eq!(rightward(0, 100, 3, false), "");
        assert_eq!(rightward(5, 0, 3, false), "");
        assert_eq!(rightward(40, 100, 10, true), "####");
        assert_eq!(leftward(50, 100, 3, false), " ▐█");
        assert_eq!(leftward(100, 100, 3, true), "###");
    }
}
