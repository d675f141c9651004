//! The text of a cell that a tracker wrote as HTML: paragraphs and points as lines. Nothing in it is run or fetched.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use crate::brief::office::letter;

/// Tags that stand for HTML: no client writes these by hand.
const MARKS: [&str; 12] =
    ["</div>", "</p>", "</li>", "</span>", "</b>", "</strong>", "</a>", "</td>", "</i>", "<br>", "<br/>", "<br />"];

/// The text of a cell, without markup.
pub(super) fn text(cell: &str) -> Cow<'_, str> {
    let lower = cell.to_ascii_lowercase();
    let is_marked = MARKS.iter().any(|mark| lower.contains(mark));
    let plain = if is_marked { without_tags(cell) } else { None };
    plain.map_or(Cow::Borrowed(cell), Cow::Owned)
}

/// `None` if it is not HTML after all.
fn without_tags(cell: &str) -> Option<String> {
    let mut reader = Reader::from_str(cell);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut text = String::with_capacity(cell.len());
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => begin(&tag.local_name().as_ref().to_ascii_lowercase(), &mut text),
            Event::End(tag) => end(&tag.local_name().as_ref().to_ascii_lowercase(), &mut text),
            Event::Text(words) => text.push_str(&words.xml10_content().replace(['\n', '\r'], " ")),
            Event::CData(words) => text.push_str(&words.xml10_content()),
            Event::GeneralRef(reference) => text.push_str(&named(&reference)?),
            Event::Eof => return Some(text),
            _ => {}
        }
    }
}

fn begin(tag: &str, text: &mut String) {
    match tag {
        "li" => text.push_str("\n- "),
        "br" => text.push('\n'),
        "p" | "div" | "ul" | "ol" | "tr" | "h1" | "h2" | "h3" | "h4" => text.push_str("\n\n"),
        "td" | "th" => text.push(' '),
        _ => {}
    }
}

fn end(tag: &str, text: &mut String) {
    if matches!(tag, "p" | "div" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4") {
        text.push_str("\n\n");
    }
}

/// A letter by its name or number; one that HTML names otherwise stays as it is written.
fn named(reference: &BytesRef<'_>) -> Option<String> {
    let name = reference.xml10_content();
    Some(match name.as_ref() {
        "nbsp" => " ".to_owned(),
        "ndash" | "mdash" => "–".to_owned(),
        "lsquo" | "rsquo" => "'".to_owned(),
        "ldquo" | "rdquo" => "\"".to_owned(),
        "hellip" => "…".to_owned(),
        "euro" => "€".to_owned(),
        _ => match letter(reference)? {
            known if known.is_empty() => format!("&{name};"),
            known => known,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn paragraphs_and_points_become_lines() {
        let html = "<div>We <b>must</b> write&nbsp;to &quot;all&quot;.<br>At once.</div><ul><li>text &amp; mail</li>\n<li>voice&hellip;</ul>";
        assert_eq!(text(html), "\n\nWe must write to \"all\".\nAt once.\n\n\n\n\n- text & mail \n- voice…\n\n");
    }

    #[test]
    fn letters_by_name_are_those_that_people_type() {
        let html = "<p>&ldquo;a&rdquo; &lsquo;b&rsquo; c&ndash;d&mdash;e&hellip; 5&nbsp;&euro; &lt;&#8364;&gt;</p>";
        assert_eq!(text(html), "\n\n\"a\" 'b' c–d–e… 5 € <€>\n\n");
    }

    #[test]
    fn what_is_no_markup_stays() {
        for plain in ["a < b & c > d", "fish & chips", "<none>", "x</p", "1 </b> < 2"] {
            assert_eq!(text(plain), plain);
        }
        assert_eq!(text("<p>a&copy;b & c</p>"), "\n\na&copy;b & c\n\n");
        assert_eq!(text("<script>alert(1)</script><p onclick=\"x\">hi</p>"), "alert(1)\n\nhi\n\n");
    }
}
