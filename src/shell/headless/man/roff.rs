//! The source of a manual page as readers of such sources want it: short lines, nothing at their ends, no empty ones.

/// The longest line of text.
const WIDTH: usize = 80;

/// The same page in short lines. What stands on a line of commands stays there.
pub(super) fn tidied(page: &str) -> String {
    let mut tidy = String::with_capacity(page.len() + page.len() / 40);
    let mut lines = page.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        match line {
            // An empty line is a gap, which needs no break before and after it.
            ".br" if lines.next_if_eq(&"").is_some() => {
                lines.next_if_eq(&".br");
                tidy.push_str(".sp\n");
            }
            "" => tidy.push_str(".sp\n"),
            _ if line.starts_with(['.', '\'']) => {
                tidy.push_str(line);
                tidy.push('\n');
            }
            _ => push_wrapped(&mut tidy, line),
        }
    }
    tidy
}

/// Breaks a line of text at blanks, where a reader breaks it anyway. No part may begin like a command.
fn push_wrapped(tidy: &mut String, line: &str) {
    let mut length = 0;
    for word in line.split(' ') {
        let separator = match length {
            0 => "",
            _ if length + 1 + word.len() > WIDTH && !word.starts_with(['.', '\'']) && !word.is_empty() => "\n",
            _ => " ",
        };
        length = if separator == "\n" { 0 } else { length + separator.len() } + word.len();
        tidy.push_str(separator);
        tidy.push_str(word);
    }
    tidy.push('\n');
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, tidied};

    #[test]
    fn lines_are_short_and_mean_the_same() {
        let text = "\\fB\\-\\-format\\fR of the advice ".repeat(9);
        let tidy = tidied(&format!(".TH A 1  \n{text}\n.br\n\n.br\nnext\n"));
        let lines: Vec<&str> = tidy.lines().collect();
        assert!(lines.iter().all(|line| line.len() <= WIDTH && !line.ends_with(' ')), "{tidy}");
        assert_eq!(lines.first(), Some(&".TH A 1"));
        assert!(tidy.ends_with("\n.sp\nnext\n"), "{tidy}");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert!(words(&tidy).windows(2).any(|pair| pair == ["advice", ".sp"]));
        assert_eq!(words(&tidy).len(), words(&text).len() + ".TH A 1 .sp next".split(' ').count());
    }

    #[test]
    fn no_part_of_a_text_becomes_a_command() {
        let tidy = tidied(&format!("{} .html 'so' and more\n", "word ".repeat(15)));
        assert!(tidy.lines().all(|line| !line.starts_with(['.', '\''])), "{tidy}");
    }
}
