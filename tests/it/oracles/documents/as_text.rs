//! Whatever people type stays text in every format: no markup, no link, no formula, no escape code comes of it.

use journey_advisor::answers;
use journey_advisor::diagnostic::File;
use journey_advisor::diagnostic::clean::{judged, visible};
use journey_advisor::export::Format;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::visible::Visible;
use journey_advisor::model::answers::{Answers, Response};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::oracles::sound::is_clean;
use crate::support::web::Page;

/// Fails where something that was typed is more than text in a document of that format, or is not in it.
pub(crate) fn stays_text(format: Format, base: &KnowledgeBase, answers: &Answers, text: &str) {
    match format {
        Format::Text => is_clean(text),
        Format::Markdown => markdown(text, base, answers),
        Format::Adr => decision_record(text, base, answers),
        Format::Html => html(text, base, answers),
        Format::Csv => csv(text, answers),
        Format::DevOps => work_items(text, answers),
        Format::Json => json(text, base, answers),
        Format::Word | Format::Excel => panic!("{format:?} is no text"),
    }
}

/// What a reader should see of a title and the notes.
pub(crate) fn seen(answers: &Answers) -> Vec<String> {
    let notes = answers.iter().map(|(_, response)| response.note.trim()).filter(|note| !note.is_empty());
    std::iter::once(title(answers)).chain(notes.map(|note| visible(note).into_owned())).collect()
}

/// The same of the figures beside answers that count.
fn amounts(base: &KnowledgeBase, answers: &Answers) -> Vec<String> {
    let asked = Visible::of(base, answers);
    let counting = answers.iter().filter(|(question, _)| asked.contains(*question));
    let amounts = counting.map(|(_, response)| response.amount.trim()).filter(|amount| !amount.is_empty());
    amounts.map(|amount| visible(amount).into_owned()).collect()
}

fn title(answers: &Answers) -> String {
    let title = answers.title.trim();
    if title.is_empty() { "Untitled plan".to_owned() } else { visible(title).into_owned() }
}

/// The headings of the first level and all points and cells of a text in which nobody's words are markup.
fn read_markdown(text: &str, base: &KnowledgeBase) -> (Vec<String>, Vec<String>) {
    let mut strings = Vec::new();
    let mut points = Vec::new();
    let mut depth = Vec::new();
    for event in Parser::new_ext(text, Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(base.sources.iter().any(|(_, source)| source.url == *dest_url), "a link to {dest_url}");
            }
            Event::Start(Tag::Heading { .. } | Tag::Item | Tag::TableCell) => depth.push(String::new()),
            Event::End(TagEnd::Heading(level)) => {
                let heading = depth.pop().unwrap();
                if level == pulldown_cmark::HeadingLevel::H1 {
                    strings.push(heading);
                }
            }
            Event::End(TagEnd::Item | TagEnd::TableCell) => points.push(depth.pop().unwrap()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(last) = depth.last_mut() {
                    last.push_str(&text);
                }
            }
            Event::Html(html) => {
                let block =
                    html.starts_with("<!-- journey-advisor-record") || html.chars().all(is_base64) || *html == *"-->\n";
                assert!(block, "markup: {html}");
            }
            Event::InlineHtml(html) => panic!("markup: {html}"),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                panic!("markup: {event:?}")
            }
            Event::Start(
                tag @ (Tag::Image { .. }
                | Tag::CodeBlock(_)
                | Tag::BlockQuote(_)
                | Tag::Emphasis
                | Tag::Strikethrough
                | Tag::FootnoteDefinition(_)),
            ) => {
                panic!("markup: {tag:?}")
            }
            _ => {}
        }
    }
    (strings, points)
}

/// A title that has room, or the beginning of one that was cut.
fn is_title(shown: &str, answers: &Answers) -> bool {
    let title = title(answers);
    shown.split_once('…').map_or(shown == title, |(begin, _)| title.starts_with(begin))
}

/// Whether the title stands before the answer.
fn begins_with_title(heading: &str, answers: &Answers) -> bool {
    heading.match_indices(": ").any(|(end, _)| is_title(&heading[..end], answers))
}

/// The title of the plan is that of the project, and every note and figure is a point or a cell of its own.
fn markdown(text: &str, base: &KnowledgeBase, answers: &Answers) {
    is_clean(text);
    let (strings, points) = read_markdown(text, base);
    assert_eq!(strings.len(), 1, "{strings:?}");
    let projects = points.iter().filter_map(|point| point.strip_prefix("Project: "));
    assert!(projects.clone().any(|project| is_title(project, answers)), "{:?}", projects.collect::<Vec<_>>());
    let wanted = seen(answers).into_iter().skip(1);
    let asked = answers.iter().filter(|(_, response)| !response.note.trim().is_empty());
    for ((question, _), note) in asked.zip(wanted) {
        let point = format!("{} {note}", base.questions[question].ask);
        let is_told = |said: &String| *said == point || *said == note || said.ends_with(&format!("; {note}"));
        assert!(points.iter().any(is_told), "nothing says {point:?}: {points:#?}");
    }
    for amount in amounts(base, answers) {
        let is_told = |said: &String| *said == amount || said.starts_with(&format!("{amount}; "));
        assert!(points.iter().any(is_told), "nothing says {amount:?}: {points:#?}");
    }
}

fn is_base64(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '+' | '/' | '=' | '\n')
}

fn decision_record(text: &str, base: &KnowledgeBase, answers: &Answers) {
    is_clean(text);
    let body = text.strip_prefix("---\n").unwrap().split_once("---\n").unwrap().1;
    let (titles, _) = read_markdown(body, base);
    let [title] = titles.as_slice() else { panic!("{titles:?}") };
    assert!(begins_with_title(title, answers), "{title}");
}

/// The elements of which a page is made.
const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "article",
    "h1",
    "bdi",
    "ul",
    "ol",
    "li",
    "nav",
    "main",
    "section",
    "h2",
    "p",
    "strong",
    "code",
    "div",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "svg",
    "rect",
    "path",
    "span",
    "footer",
    "template",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "text",
    "desc",
];

fn html(text: &str, base: &KnowledgeBase, answers: &Answers) {
    is_clean(text);
    let page = Page::read(text);
    assert_eq!(page.errors, 0);
    let seen = seen(answers);
    assert!(page.own.iter().any(|own| is_title(own, answers)), "{:?}", page.own);
    for own in seen.iter().skip(1).chain(&amounts(base, answers)) {
        assert!(page.own.contains(own), "{own}");
    }
    assert!(begins_with_title(&page.title, answers), "{}", page.title);
    for (element, attributes) in &page.elements {
        assert!(ELEMENTS.contains(&element.as_str()), "<{element}>");
        for (name, value) in attributes {
            assert!(!name.starts_with("on") && name != "style" && name != "src", "{name}={value}");
            if name == "href" {
                let is_source = base.sources.iter().any(|(_, source)| source.url == **value);
                assert!(value.starts_with('#') || is_source, "{value}");
            }
        }
    }
}

fn csv(text: &str, answers: &Answers) {
    let text_alone = text.strip_prefix('\u{feff}').unwrap();
    assert!(judged(text_alone).all(|(_, letter, is_hostile)| !is_hostile || "\r\n".contains(letter)));
    let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().unwrap().clone();
    for row in reader.records() {
        let row = row.unwrap();
        for (head, cell) in heads.iter().zip(&row) {
            let is_number = head == "Adds" || head.ends_with(" value");
            assert!(is_number || !begins_a_formula(cell), "{head}: {cell}");
        }
        let plan = heads.iter().position(|head| head == "Plan").unwrap();
        assert_eq!(row[plan].trim_start_matches('\''), title(answers).trim_start_matches('\''));
    }
}

/// Whether a spreadsheet could take a cell for a formula.
fn begins_a_formula(cell: &str) -> bool {
    let first = cell.trim_start().chars().next().unwrap_or('a');
    "=+-@\t\r\n\0\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(first)
}

fn work_items(text: &str, answers: &Answers) {
    assert!(judged(text).all(|(_, letter, is_hostile)| !is_hostile || "\r\n".contains(letter)));
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    for cell in rows.iter().flat_map(|row| row.iter()) {
        assert!(!begins_a_formula(cell), "{cell}");
    }
    let in_html = ["Description", "Acceptance Criteria"];
    let html = heads.iter().enumerate().filter(|(_, head)| in_html.contains(head)).map(|(at, _)| at);
    let pages: Vec<Page> = html.flat_map(|at| rows.iter().map(move |row| Page::read(&row[at]))).collect();
    for (element, attributes) in pages.iter().flat_map(|page| &page.elements) {
        assert!(element == "p" && attributes.is_empty(), "<{element} {attributes:?}>");
    }
    let typographic = |text: &str| text.replace(['"', '\u{201c}', '\u{201d}'], "\"");
    let whole = format!(": {}", title(answers));
    let begun: String = typographic(&whole).chars().take(100).collect();
    assert!(typographic(&rows[0][1]).contains(&begun), "{:?}", &rows[0]);
}

fn json(text: &str, base: &KnowledgeBase, answers: &Answers) {
    is_clean(text);
    let json: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(json["title"], answers.title);
    let file = File { path: "answers.toml".to_owned(), text: json["answers"].as_str().unwrap().to_owned() };
    let (read, problems) = answers::read(&file, base);
    assert_eq!(problems, []);
    let read = read.unwrap();
    assert_eq!(read.title, answers.title);
    let own = |said: &Response| (said.note.clone(), said.amount.clone());
    let notes = |answers: &Answers| answers.iter().map(|(_, said)| own(said)).collect::<Vec<_>>();
    assert_eq!(notes(&read), notes(answers));
}
