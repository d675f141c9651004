//! The terminal's answer to what colour its ground is.

/// Whether the ground is light, from the text of an answer such as `11;rgb:ffff/ffff/ffff`, with one to four digits for
/// each channel; `None` if it is no such answer.
pub(super) fn is_light(answer: &str) -> Option<bool> {
    let colour = answer.strip_prefix("11;")?;
    let channels = colour.strip_prefix("rgb:").or_else(|| colour.strip_prefix("rgba:"))?;
    let mut channels = channels.split('/').map(channel);
    let (red, green, blue) = (channels.next()??, channels.next()??, channels.next()??);
    Some(2126 * red + 7152 * green + 722 * blue > 5000 * 1000)
}

/// A channel in thousandths.
fn channel(digits: &str) -> Option<u32> {
    let is_sound = (1..=4).contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit());
    let value = u32::from_str_radix(digits, 16).ok().filter(|_| is_sound)?;
    let most = (1 << (4 * digits.len())) - 1;
    Some(value * 1000 / most)
}

#[cfg(test)]
mod tests {
    use super::is_light;

    #[test]
    fn colours_are_read_with_any_number_of_digits() {
        for (answer, expected) in [
            ("11;rgb:ffff/ffff/e0e0", Some(true)),
            ("11;rgb:1c1c/1c1c/1c1c", Some(false)),
            ("11;rgb:f/f/f", Some(true)),
            ("11;rgb:00/00/00", Some(false)),
            ("11;rgba:ffff/0000/0000/ffff", Some(false)),
            ("11;rgb:00/ff/00", Some(true)),
            ("11;rgb:fffff/0/0", None),
            ("11;rgb:+f/0/0", None),
            ("11;rgb:ff/ff", None),
            ("11;rgb:/ff/ff", None),
            ("11;white", None),
            ("10;rgb:ff/ff/ff", None),
            ("", None),
        ] {
            assert_eq!(is_light(answer), expected, "{answer}");
        }
    }
}
