//! The words of a page as a browser shows them, whatever wrote its tags.

use super::gathering::Gathering;
use super::passage::Passage;

/// Elements whose inside is not shown.
const HIDDEN: [&str; 4] = ["style", "script", "template", "title"];
/// Elements that do not end a paragraph.
const INLINE: [&str; 16] =
    ["a", "abbr", "b", "bdi", "br", "code", "em", "i", "img", "path", "rect", "small", "span", "strong", "svg", "text"];
/// The link that is shown only to who walks through the page by keys.
const SKIP: &str = "class=\"skip\"";
/// The longest name of a character behind an ampersand.
const LONGEST_NAME: usize = 10;

/// The passages of a document.
pub(super) fn passages(document: &str) -> Vec<Passage> {
    let mut reader = Reader { rest: document, line: 1, gathering: Gathering::default(), is_in_cell: false };
    while let Some(start) = reader.rest.find('<') {
        reader.text(start);
        if reader.markup().is_none() {
            break;
        }
    }
    // Where a tag has no end nothing more is a tag.
    reader.text(reader.rest.len());
    reader.gathering.passages()
}

struct Reader<'d> {
    rest: &'d str,
    line: usize,
    gathering: Gathering,
    is_in_cell: bool,
}

impl<'d> Reader<'d> {
    /// Goes on by so many bytes.
    fn take(&mut self, bytes: usize) -> &'d str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.rest = rest;
        self.line += taken.matches('\n').count();
        taken
    }

    fn text(&mut self, bytes: usize) {
        let line = self.line;
        let text = self.take(bytes);
        // The first word of a passage may stand some lines below the tag before it.
        let blank = text.len() - text.trim_start().len();
        let above = text.get(..blank).unwrap_or_default().matches('\n').count();
        self.gathering.add(line + above, &decoded(text));
    }

    /// Takes the tag, the comment or the sign that comes next; `None` if it has no end.
    fn markup(&mut self) -> Option<()> {
        if self.rest.starts_with("<!--") {
            let end = self.rest.find("-->")?;
            self.take(end + "-->".len());
            return Some(());
        }
        if !self
            .rest
            .get(1..)
            .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_alphabetic() || "/!?".contains(next)))
        {
            self.text(1);
            return Some(());
        }
        let line = self.line;
        let end = end_of_tag(self.rest)?;
        let inside = self.take(end).trim_start_matches('<').trim_end_matches('>');
        let name: String =
            inside.chars().take_while(|letter| !letter.is_whitespace()).collect::<String>().to_ascii_lowercase();
        let is_hidden = HIDDEN.contains(&name.as_str()) || name == "a" && inside.contains(SKIP);
        if is_hidden {
            let end = closing(self.rest, &name)?;
            self.take(end);
        } else {
            self.tag(name.trim_end_matches('/'), line);
        }
        Some(())
    }

    fn tag(&mut self, name: &str, line: usize) {
        let is_end = name.starts_with('/');
        match name.trim_start_matches('/') {
            "td" | "th" => {
                self.is_in_cell = !is_end;
                if !is_end {
                    self.gathering.cell();
                }
            }
            "tr" | "table" | "thead" | "tbody" => {
                self.is_in_cell = false;
                self.gathering.end();
                if name == "tr" {
                    self.gathering.begin(line);
                }
            }
            _ if self.is_in_cell => {}
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !is_end => self.gathering.begin_heading(line),
            other if INLINE.contains(&other) => {}
            _ => self.gathering.end(),
        }
    }
}

/// Where the tag ends that begins the text.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

/// Where the closing tag of an element begins.
fn closing(text: &str, name: &str) -> Option<usize> {
    let is_it =
        |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
    text.match_indices("</").map(|(at, _)| at).find(is_it)
}

/// A text with its named characters as such.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let named = after.bytes().take(LONGEST_NAME).position(|byte| byte == b';');
        let letter = named.and_then(|end| Some((character(after.get(..end)?)?, after.get(end + 1..)?)));
        let (letter, later) = letter.unwrap_or(('&', after));
        out.push(letter);
        rest = later;
    }
    out + rest
}

/// A character by its name or its number.
fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::passages;
    use crate::report::alteration::Place;

    fn words(document: &str) -> Vec<String> {
        passages(document).iter().map(super::Passage::words).collect()
    }

    #[test]
    fn the_words_are_those_that_are_shown() {
        let page = "<!doctype html><title>t</title><STYLE>p > a { }</STYLE>\n<a class=\"skip\" href=\"#m\">Skip</a>\n\
                    <h1 id=\"a>b\"><bdi>Spring &amp; &#39;x&#x27;</bdi> &quot;&lt;&gt;&quot;</h1>\n<ul><li>one <strong>two</strong>\n\
                    <ul><li>more</li></ul></li></ul><table><tr><th>A</th><td></td>\n<td><p>b</p>c</td></tr></table>\
                    <!-- gone --><p>1 < 2 &copy</p><template>x</template>";
        assert_eq!(words(page), ["Spring & 'x' \"<>\"", "one two", "more", "A | bc", "1 < 2 &copy"]);
        let cells = &passages(page)[3].cells;
        assert_eq!(cells.len(), 3, "{cells:?}");
    }

    #[test]
    fn a_passage_is_told_by_its_line_and_its_heading() {
        let place = passages("<h2>Gaps</h2>\n<ul>\n<li\nid=x>\n one</li>\n</ul>")[1].place.clone();
        assert_eq!(place, Place::Line { number: 5, heading: "Gaps".to_owned() });
    }

    #[test]
    fn a_broken_page_harms_nothing() {
        for (page, shown) in [
            ("<p>a</p><p class=\"", vec!["a", "<p class=\""]),
            ("<p>a<!-- b", vec!["a<!-- b"]),
            ("a<style>b", vec!["ab"]),
            ("<", vec!["<"]),
            ("&#xffffffff;&#;&;&", vec!["&#xffffffff;&#;&;&"]),
            ("</td></tr><td>x", vec!["x"]),
        ] {
            assert_eq!(words(page), shown, "{page}");
        }
    }
}
