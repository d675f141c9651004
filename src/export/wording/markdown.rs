//! The words of Markdown as they are seen, however its lines are wrapped and its tables padded.

use super::gathering::Gathering;
use super::passage::Passage;

/// What begins and ends a comment, which nobody sees. The record is one.
const COMMENT: [&str; 2] = ["<!--", "-->"];
/// The line above and below the front matter.
const FENCE: &str = "---";

/// The passages of a document.
pub(super) fn passages(document: &str) -> Vec<Passage> {
    let mut gathering = Gathering::default();
    let text = without_comments(document);
    let front_matter = front_matter(&text);
    for (number, line) in (1..).zip(text.lines()).skip(front_matter) {
        let line = line.trim();
        if line.is_empty() {
            gathering.end();
        } else if let Some(heading) = heading(line) {
            gathering.begin_heading(number);
            gathering.add(number, &shown(heading));
            gathering.end();
        } else if let Some(row) = line.strip_prefix('|') {
            add_row(&mut gathering, number, row);
        } else if let Some(point) = point(line) {
            gathering.begin(number);
            gathering.add(number, &shown(point));
        } else {
            gathering.add(number, &format!(" {}", shown(line)));
        }
    }
    gathering.passages()
}

/// The text without its comments, but with all of its lines.
fn without_comments(text: &str) -> String {
    let [begin, end] = COMMENT;
    let mut seen = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(begin) {
        seen.push_str(before);
        if before.ends_with('\\') {
            seen.push_str(begin);
            rest = after;
            continue;
        }
        let (comment, later) = after.split_once(end).unwrap_or((after, ""));
        seen.extend(comment.chars().filter(|letter| *letter == '\n'));
        rest = later;
    }
    seen + rest
}

/// How many lines of front matter stand at the top: what people set about the document.
fn front_matter(text: &str) -> usize {
    let mut lines = text.lines().map(str::trim_end);
    if lines.next() != Some(FENCE) {
        return 0;
    }
    lines.position(|line| line == FENCE).map_or(0, |end| end + 2)
}

fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    ((1..=6).contains(&level) && (text.is_empty() || text.starts_with(' '))).then_some(text)
}

/// What stands behind the mark of a point or a step.
fn point(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = line.get(digits..)?;
    let text = match digits {
        0 => mark.strip_prefix(['-', '*', '+'])?,
        _ => mark.strip_prefix(['.', ')'])?,
    };
    text.strip_prefix(' ')
}

/// Adds a row of a table, unless it is the rule below the heads.
fn add_row(gathering: &mut Gathering, number: usize, row: &str) {
    let cells = cells(row);
    let is_rule = |cell: &String| cell.contains('-') && cell.trim().chars().all(|letter| matches!(letter, '-' | ':'));
    gathering.begin(number);
    if !cells.iter().all(is_rule) {
        for cell in &cells {
            gathering.cell();
            gathering.add(number, &shown(cell));
        }
    }
    gathering.end();
}

/// The cells of a row behind its first bar.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for letter in row.trim_end().chars() {
        let is_bar = letter == '|' && !is_escaped;
        is_escaped = letter == '\\' && !is_escaped;
        match cells.last_mut() {
            Some(cell) if !is_bar => cell.push(letter),
            _ => cells.push(String::new()),
        }
    }
    // The bar at the end of a row begins no cell.
    if cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

/// A text without the marks that make it strong, code or a link.
fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => shown.extend(letters.next()),
            '*' | '_' | '`' | '<' | '>' => {}
            _ => shown.push(letter),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::passages;

    fn words(document: &str) -> Vec<String> {
        passages(document).iter().map(super::Passage::words).collect()
    }

    #[test]
    fn the_words_are_those_that_are_seen() {
        let document = "---\nstatus: proposed\n---\n\n# Spring\n\n- REQ-01 **Send** a\n  text\\_message\n  - more\n\n\
                        | A | B |\n| --- | ---: |\n| \\- |  |\n|x\\|y|z|\n\n1. [T](<https://a.example/>)\n\n\
                        <!-- hidden\nwords -->\n\\<!-- shown --\\>\n";
        assert_eq!(
            words(document),
            [
                "Spring",
                "REQ-01 Send a text_message",
                "more",
                "A | B",
                "-",
                "x|y | z",
                "[T](https://a.example/)",
                "<!-- shown -->"
            ]
        );
    }

    #[test]
    fn a_comment_or_a_front_matter_without_an_end_harms_nothing() {
        assert_eq!(words("a\n<!-- b\nc"), ["a"]);
        assert_eq!(words("---\na"), ["--- a"]);
        assert_eq!(words("\\"), [""; 0]);
        assert_eq!(words("|\n||\n|-|"), [""; 0]);
    }
}
