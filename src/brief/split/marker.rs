//! Bullets and numbers before a point.

/// Letters that stand before a client's number without anything behind it: `R7 The shop`.
const SERIES: [&str; 9] = ["R", "REQ", "FR", "NFR", "BR", "UR", "US", "UC", "RQ"];

/// The most letters of the name of somebody who speaks.
pub(super) const LONGEST_NAME: usize = 30;

/// The number before a text, if it has one, and the text without bullet and number.
pub(super) fn marker(text: &str) -> (Option<&str>, &str) {
    let bare = without_bullet(without_time_and_name(text));
    match number(bare) {
        Some((number, rest)) => (Some(number), without_bullet(rest)),
        None => (None, bare),
    }
}

/// A line of a chat without the time and the name before it: `[09:13] Ana:`, `[12/3/26, 9:13:05 PM] Ana B.:`.
fn without_time_and_name(text: &str) -> &str {
    let spoken = text.strip_prefix('[').and_then(|inside| {
        let (time, rest) = inside.split_once(']')?;
        let is_time = time.contains(':') && time.starts_with(|letter: char| letter.is_ascii_digit());
        let (name, said) = rest.split_once(':').filter(|_| is_time)?;
        (name.chars().count() <= LONGEST_NAME).then(|| said.trim_start())
    });
    spoken.filter(|said| !said.is_empty()).unwrap_or(text)
}

fn without_bullet(text: &str) -> &str {
    const BOXES: [&str; 3] = ["[ ]", "[x]", "[X]"];
    let signs = ['-', '*', '•', '–', '—', '·', '‣', '▪', '◦', '●', '○', '✓', '✔', '☐', '→'];
    let rest = text.strip_prefix(signs).filter(|rest| rest.starts_with(char::is_whitespace));
    let rest = rest.map_or(text, str::trim_start);
    let unboxed = BOXES.iter().find_map(|sign| rest.strip_prefix(sign));
    unboxed.map_or(rest, str::trim_start)
}

/// `4.1 The`, `(3)`, `7.`, `a)`, `R1:`, `REQ-12`.
fn number(text: &str) -> Option<(&str, &str)> {
    let (inside, is_open) = text.strip_prefix(['(', '[']).map_or((text, false), |inside| (inside, true));
    let end = inside.find(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '.' | '-' | '_'))?;
    let (mut number, mut rest) = inside.split_at(end);
    let mut is_closed = false;
    if let Some(shorter) = number.strip_suffix('.') {
        number = shorter;
        is_closed = true;
    }
    if let Some(after) = rest.strip_prefix([')', ']', ':']) {
        rest = after;
        is_closed = true;
    }
    let is_apart = rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start();
    let begins = rest.starts_with(|letter: char| letter.is_uppercase() || matches!(letter, '"' | '“' | '«' | '['));
    let is_number = match form(number)? {
        Form::Digits => is_closed,
        Form::Letter => is_closed && !is_open,
        Form::Levels => is_closed || begins,
        Form::Series => is_closed || begins && SERIES.iter().any(|series| number.starts_with(series)),
    };
    (is_apart && is_number && !rest.is_empty()).then_some((number, rest))
}

/// Whether a text is nothing but a number.
pub(super) fn is_number(text: &str) -> bool {
    !matches!(form(text.trim_matches(['.', '(', ')'])), None | Some(Form::Letter))
}

enum Form {
    /// `7`
    Digits,
    /// `a`
    Letter,
    /// `4.1`
    Levels,
    /// `R1`, `REQ-1.2`
    Series,
}

fn form(number: &str) -> Option<Form> {
    let is_number = |text: &str| {
        text.split('.').all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit()))
    };
    if is_number(number) {
        return Some(if number.contains('.') { Form::Levels } else { Form::Digits });
    }
    let letters = number.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (_, digits) = number.split_at_checked(letters)?;
    if digits.is_empty() {
        return (letters == 1).then_some(Form::Letter);
    }
    ((1..=4).contains(&letters) && is_number(digits.trim_start_matches(['-', '_', '.']))).then_some(Form::Series)
}
