//! Ten thousand hostile strings in each format stay text: no markup, no link, no formula, no escape code comes of them.

use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::{Answer, Answers, Response};
use journey_advisor::model::gap_work::{GapField, GapWork};
use journey_advisor::model::paper::PaperField;

use crate::oracles::documents::as_text::{seen, stays_text};
use crate::support::documents::{small, with_document};
use crate::support::generate::{self, Random};

/// How many strings are tried in each format.
const STRINGS: usize = 10_000;

const PIECES: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title>",
    "</style>",
    "</template>",
    "</bdi>",
    "<!--",
    "-->",
    "]]>",
    "&lt;",
    "&#60;",
    "&",
    "\"",
    "'",
    "`",
    "```",
    "~~~",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "#",
    "# ",
    "## x",
    "- ",
    "+ ",
    "1. ",
    "2) ",
    "> ",
    "|",
    "| --- |",
    "\\",
    "\\\\",
    "[a](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "[ref]: https://evil.example",
    "<https://evil.example>",
    "https://evil.example",
    "www.evil.example",
    "a@evil.example",
    "[^1]",
    "$x$",
    "$$",
    "{.class}",
    ":::",
    "---",
    "===",
    "***",
    "- [ ] ",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\u{ff1d}1",
    "=HYPERLINK(\"https://evil.example\")",
    "\t",
    "\n",
    "\r\n",
    "\n\n    code",
    "\0",
    "\u{1b}[31m",
    "\u{9b}2J",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{feff}",
    "\u{e0041}",
    "\u{85}",
    "\u{2028}",
    "  ",
    " ",
    "\u{a0}",
    "e\u{301}",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "\u{6771}\u{4eac}",
    "\u{1f44d}\u{1f3fd}",
    "a",
    "Z9",
    ",",
    ";",
    ":",
    ".",
    "!",
    "?",
    "(",
    ")",
    "journey-advisor-record",
    "<template id=\"journey-advisor-record\">",
    "REQ-99",
    "</p><p>",
    "%0a",
    "\u{1d4b3}",
];

fn string(random: &mut Random) -> String {
    (0..=random.below(6)).map(|_| random.pick(PIECES)).collect()
}

/// A hostile figure beside an answer, as far as one can be read.
fn amount(random: &mut Random) -> String {
    let line = |letter: &char| !matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let short: String = string(random).chars().filter(line).take(40).collect();
    short.trim().to_owned()
}

/// Answers with a hostile title, and a hostile note and figure to each question that is asked; so are the names of everybody that the
/// document is about, and of whoever sees to its gaps.
fn plan(random: &mut Random, base: &KnowledgeBase) -> Answers {
    let mut answers = generate::answers(random, base);
    answers.title = string(random);
    for field in PaperField::ALL {
        // What is refused stays unsaid.
        let _ = answers.paper.say(field, &amount(random));
    }
    for key in base.capabilities.keys() {
        let mut work = GapWork::default();
        let _ = work.say(GapField::Owner, &amount(random));
        let _ = work.say(GapField::Size, &amount(random).chars().take(12).collect::<String>());
        answers.set_gap_work(key, work);
    }
    for key in base.questions.keys() {
        let response = answers.response(key).cloned().unwrap_or_default();
        let answer = response.answer.or(Some(Answer::DoesNotApply));
        answers.set(key, Response { note: string(random), amount: amount(random), answer, ..response });
    }
    answers
}

/// Makes documents of hostile plans until enough strings were tried.
fn each(format: Format) {
    let base = small();
    let mut tried = 0;
    let mut seed = 0;
    while tried < STRINGS {
        let answers = plan(&mut Random::new(seed), &base);
        let text = with_document(&base, &answers, |document| document.write(format, Extent::Full).text().unwrap());
        stays_text(format, &base, &answers, &text);
        tried += seen(&answers).len();
        seed += 1;
    }
}

#[test]
fn in_text() {
    each(Format::Text);
}

#[test]
fn in_markdown() {
    each(Format::Markdown);
}

#[test]
fn in_a_decision_record() {
    each(Format::Adr);
}

#[test]
fn in_html() {
    each(Format::Html);
}

#[test]
fn in_csv() {
    each(Format::Csv);
}

#[test]
fn in_work_items() {
    each(Format::DevOps);
}

#[test]
fn in_json() {
    each(Format::Json);
}
