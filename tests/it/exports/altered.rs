//! What was changed in a document after its export is found with its place, and what people may do to one is not.

use journey_advisor::embedded;
use journey_advisor::export::record::Record;
use journey_advisor::export::wording::{self, Form};
use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::{Answers, Response};
use journey_advisor::report::alteration::{Alteration, Place, Words};
use serde_json::Value;

use crate::support::documents::{small, with_document};
use crate::support::generate::{self, Random};

const CARRIERS: [Format; 4] = [Format::Markdown, Format::Html, Format::Adr, Format::Json];

/// What no knowledge says.
const NEW: &str = "Zanzibar";

/// A document as it was exported.
struct Exported {
    format: Format,
    text: String,
}

impl Exported {
    fn of(format: Format, base: &KnowledgeBase, answers: &Answers) -> Self {
        Self {
            format,
            text: with_document(base, answers, |document| document.write(format, Extent::Full).text().unwrap()),
        }
    }

    /// What is found in it after it was changed.
    fn after(&self, changed: &str) -> (Vec<Alteration>, usize) {
        let (form, record) = Record::carried(changed).unwrap_or_else(|| panic!("{:?}: no record", self.format));
        match wording::compare(form, changed, record.words.as_deref(), || vec![self.text.clone()]) {
            Words::Checked { alterations, added } => (alterations, added.len()),
            Words::NotChecked(why) => panic!("{:?}: {why:?}", self.format),
        }
    }

    #[track_caller]
    fn is_the_same(&self, changed: &str, what: &str) {
        let (alterations, _) = self.after(changed);
        assert_eq!(alterations, Vec::new(), "{:?}, {what}", self.format);
    }

    /// The lines that the program wrote for people: from the title to the record.
    fn lines(&self) -> Vec<&str> {
        self.text.lines().collect()
    }

    /// The positions of the lines with words that somebody could edit, below the title and above the sign-off.
    fn editable(&self) -> Vec<usize> {
        let lines = self.lines();
        let begins = |wanted: &[&str]| lines.iter().position(|line| wanted.iter().any(|word| line.starts_with(word)));
        let first = begins(&["# ", "<h1>"]).unwrap() + 1;
        let last =
            begins(&["## Sign-off", "### Sign-off", "<section id=\"sign-off\"", "<!-- journey", "<footer>"]).unwrap();
        let has_words = |at: &usize| !visible(lines[*at]).is_empty() && !visible(lines[*at]).starts_with("Status:");
        (first..last).filter(has_words).collect()
    }
}

/// The text of a line without its tags and marks.
fn visible(line: &str) -> String {
    let mut depth = 0;
    let mut shown = String::new();
    for letter in line.chars() {
        match letter {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ if depth == 0 => shown.push(letter),
            _ => {}
        }
    }
    shown.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

/// Plans with a title and notes, of both knowledge bases.
fn plans() -> Vec<(KnowledgeBase, Answers)> {
    let plan = |base: &KnowledgeBase, seed: u64| {
        let mut random = Random::new(seed);
        let mut answers = generate::answers(&mut random, base);
        "Spring *campaign* & <more>".clone_into(&mut answers.title);
        for key in base.questions.keys().filter(|_| random.chance(30)).collect::<Vec<_>>() {
            let response = answers.response(key).cloned().unwrap_or_default();
            answers.set(key, Response { note: "- asked | for_by **us**".to_owned(), ..response });
        }
        answers
    };
    let (embedded, small) = (embedded::knowledge(), small());
    let of_small = (0..24).map(|seed| (small.clone(), plan(&small, seed)));
    let of_embedded = (0..6).map(|seed| (embedded.clone(), plan(&embedded, seed)));
    of_small.chain(of_embedded).collect()
}

fn exported() -> impl Iterator<Item = Exported> {
    let plans = plans();
    plans.into_iter().flat_map(|(base, answers)| CARRIERS.map(|format| Exported::of(format, &base, &answers)))
}

/// Whether a cell says what people fill in: an owner that is to be named, a decision that is open, or a day.
fn is_to_fill_in(cell: &str) -> bool {
    let is_day = cell.ends_with(" 2026") && cell.len() <= "31 Dec 2026".len();
    is_day || ["to be named", "open"].contains(&cell)
}

/// A line without one of its words, with another in its place; nothing where people fill it in.
fn with_another_word(line: &str) -> Option<String> {
    let shown = visible(line);
    let word = shown.split(|letter: char| !letter.is_alphabetic()).rfind(|word| word.len() > 2)?;
    let at = line.rfind(word)?;
    let before = line[..at].rfind(['|', '>']).map_or(0, |begin| begin + 1);
    let cell = line[before..].split(['|', '<']).next()?.trim();
    if is_to_fill_in(cell) {
        return None;
    }
    Some(format!("{}{NEW}{}", &line[..at], &line[at + word.len()..]))
}

#[test]
fn a_document_is_as_it_was_exported() {
    for exported in exported() {
        assert_eq!(exported.after(&exported.text), (Vec::new(), 0), "{:?}", exported.format);
    }
}

#[test]
fn what_the_record_holds_of_the_words_is_small() {
    for exported in exported() {
        let record = Record::find(&exported.text).unwrap();
        let words = record.words.unwrap().len();
        assert!(words < 20_000 && words * 6 < exported.text.len(), "{:?}: {words}", exported.format);
    }
}

#[test]
fn a_word_that_was_changed_is_found_on_its_line() {
    let mut random = Random::new(1);
    let mut tried = 0;
    for exported in exported().filter(|exported| exported.format != Format::Json) {
        let editable = exported.editable();
        for _ in 0..12 {
            let at = random.pick(&editable);
            let lines = exported.lines();
            let Some(line) = with_another_word(lines[at]) else { continue };
            let changed = [&lines[..at], &[line.as_str()], &lines[at + 1..]].concat().join("\n");
            let (alterations, added) = exported.after(&changed);
            let [alteration] = alterations.as_slice() else { panic!("{line}: {alterations:#?}") };
            assert!(alteration.now.iter().any(|words| words.contains(NEW)), "{line}: {alteration:?}");
            assert_eq!((alteration.before.len(), alteration.missing, added), (1, 1, 0), "{line}: {alteration:?}");
            let Place::Line { number, .. } = alteration.place else { panic!("{alteration:?}") };
            // A row of a page takes several lines, and begins with the first of them.
            let begin = if exported.format == Format::Html { at.saturating_sub(12) } else { at };
            assert!((begin..=at).contains(&(number - 1)), "{line}: {number}, not {}", at + 1);
            tried += 1;
        }
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn what_was_taken_out_or_put_in_among_the_words_is_found() {
    let mut random = Random::new(2);
    for exported in exported().filter(|exported| exported.format != Format::Json) {
        let is_page = exported.format == Format::Html;
        let lines = exported.lines();
        let is_whole = |at: &usize| {
            !is_page || ["<li", "<p>"].iter().any(|tag| lines[*at].starts_with(tag)) && lines[*at].ends_with("/li>")
        };
        let whole: Vec<usize> = exported.editable().into_iter().filter(is_whole).collect();
        for _ in 0..6 {
            let at = random.pick(&whole);
            let without = [&lines[..at], &lines[at + 1..]].concat().join("\n");
            let (alterations, _) = exported.after(&without);
            assert_eq!(alterations.len(), 1, "{}: {alterations:#?}", lines[at]);
            assert!(alterations[0].before.len() == 1 && alterations[0].missing == 1, "{}: {alterations:?}", lines[at]);

            let new = if is_page { "<p>There are no gaps.</p>" } else { "\n- There are no gaps.\n" };
            let with = [&lines[..at], &[new], &lines[at..]].concat().join("\n");
            let is_among_notes = |alteration: &Alteration| !alteration.now.is_empty();
            let (alterations, added) = exported.after(&with);
            let is_found = alterations.iter().any(is_among_notes) || added == 1;
            assert!(is_found, "{}: {alterations:?}", lines[at]);
        }
    }
}

#[test]
fn a_level_in_a_cell_and_a_sign_are_found() {
    for format in [Format::Markdown, Format::Html] {
        let exported = Exported::of(format, &small(), &super::reread(PLAN.to_owned(), &small()));
        for (said, instead) in [
            ("not supported", "built in"),
            ("Real-time 45 %", "Outbound 45 %"),
            ("REQ-01", "REQ-02"),
            ("partly", "built in"),
        ] {
            let is_level = !said.contains(char::is_numeric);
            let cell = |text: &str| match format {
                Format::Html if is_level => format!(" {text}</span>"),
                Format::Html => format!(">{text}<"),
                _ => format!("| {text} |"),
            };
            assert!(exported.text.contains(&cell(said)), "{format:?}: {said}");
            let (alterations, _) = exported.after(&exported.text.replacen(&cell(said), &cell(instead), 1));
            assert_eq!(alterations.len(), 1, "{format:?}, {said}: {alterations:?}");
        }
    }
}

const PLAN: &str = r#"
title = "Spring campaign"
[answers]
message-channels = { chosen = ["sms", "push"], importance = { sms = "must", push = "could" }, note = "asked for" }
lead-creation = { chosen = ["yes"], importance = "must" }
"#;

#[test]
fn a_member_that_was_changed_is_found_by_its_path() {
    let mut random = Random::new(3);
    for exported in exported().filter(|exported| exported.format == Format::Json) {
        let json: Value = serde_json::from_str(&exported.text).unwrap();
        for _ in 0..8 {
            let mut changed = json.clone();
            let path = change(&mut changed, &mut random, String::new());
            let text = changed.to_string();
            if path.starts_with("words") || Record::find(&text).is_none() {
                continue;
            }
            let (alterations, _) = exported.after(&text);
            let [alteration] = alterations.as_slice() else { panic!("{path}: {alterations:#?}") };
            assert_eq!(alteration.place, Place::Member(path.clone()), "{alteration:?}");
        }
    }
}

/// Changes a member of a JSON, and says its path.
fn change(value: &mut Value, random: &mut Random, path: String) -> String {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let position = random.below(members.len());
            let (name, member) = members.iter_mut().nth(position).unwrap();
            let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            change(member, random, below)
        }
        Value::Array(items) if !items.is_empty() => {
            let position = random.below(items.len());
            change(&mut items[position], random, format!("{path}[{position}]"))
        }
        Value::String(text) => {
            text.insert_str(0, NEW);
            path
        }
        Value::Number(number) => {
            *value = (number.as_i64().unwrap() + 1).into();
            path
        }
        Value::Bool(is_so) => {
            *value = (!*is_so).into();
            path
        }
        _ => {
            *value = Value::Array(vec![1.into()]);
            format!("{path}[0]")
        }
    }
}

#[test]
fn line_ends_and_white_space_do_not_count() {
    for exported in exported() {
        let text = &exported.text;
        exported.is_the_same(&format!("\u{feff}{}", text.replace('\n', "\r\n")), "the line ends of Windows and a mark");
        exported.is_the_same(&text.replace('\n', "\r"), "lone carriage returns");
        exported.is_the_same(&text.replace('\n', "  \n"), "trailing blanks");
        exported.is_the_same(text.trim_end(), "no line end at the end");
        match exported.format {
            Format::Json => {
                let json: Value = serde_json::from_str(text).unwrap();
                exported.is_the_same(&json.to_string(), "on one line");
            }
            Format::Html => exported.is_the_same(&text.replace('>', ">\n   ").replace("--\n   ", "--"), "wrapped"),
            _ => {
                exported.is_the_same(&reflowed(text), "reflowed");
                exported.is_the_same(&text.replace(" | ", "    |  "), "tables padded");
                exported.is_the_same(&text.replace("\n\n", "\n\n\n"), "more blank lines");
            }
        }
    }
}

/// Markdown with its paragraphs and points on short lines.
fn reflowed(text: &str) -> String {
    let wrap = |line: &str| {
        let is_prose = !line.starts_with(['|', '#', '<', '-']) || line.starts_with("- ");
        let mut wrapped = String::new();
        for (position, word) in line.split(' ').enumerate() {
            let may_begin = word.starts_with(|letter: char| letter.is_alphabetic());
            let separator = if position == 0 {
                ""
            } else if is_prose && may_begin && position % 7 == 0 {
                "\n  "
            } else {
                " "
            };
            wrapped.push_str(separator);
            wrapped.push_str(word);
        }
        wrapped
    };
    text.split('\n').map(wrap).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_people_fill_in_does_not_count() {
    let mut filled = 0;
    for exported in exported().filter(|exported| exported.format != Format::Json) {
        let text = &exported.text;
        let signed = match exported.format {
            Format::Html => text.replace("<td></td>", "<td><p>Jo Doe</p>1 May</td>"),
            _ => text.replace("|  |  |  |", "| Jo Doe | 1 May 2026 | J. |"),
        };
        filled += usize::from(signed != *text);
        exported.is_the_same(&signed, "signed");
        exported.is_the_same(&signed.replacen("Jo Doe", "", 1), "signed in part");
        exported.is_the_same(
            &text.replace("- Status: Draft", "- Status: Signed").replace("<li>Status: Draft", "<li>Status: Signed"),
            "status",
        );
        if exported.format == Format::Adr {
            let set = text
                .replace("status: proposed", "status: accepted")
                .replace("decision-makers: []", "decision-makers: [Jo]");
            assert_ne!(set, *text);
            exported.is_the_same(&set, "front matter");
        }
    }
    assert!(filled > 20, "{filled}");
}

#[test]
fn what_is_added_above_below_or_among_the_notes_is_told_and_no_alteration() {
    let plan = super::reread(PLAN.to_owned(), &small());
    for format in [Format::Markdown, Format::Html, Format::Adr] {
        let exported = Exported::of(format, &small(), &plan);
        let text = &exported.text;
        let variants = match format {
            Format::Html => vec![
                text.replace("<main id=\"main\">", "<p>Dear Jo,</p>\n<p>Spring campaign</p>\n<main id=\"main\">"),
                text.replace("</footer>", "</footer>\n<p>Seen by Jo.</p>"),
                text.replace("asked for</bdi></li>", "asked for</bdi></li>\n<li>Jo agrees.</li>"),
            ],
            _ => vec![
                format!("Dear Jo,\n\n# Spring campaign\n\nhere it is.\n\n{text}"),
                text.replace("<!-- journey", "Seen by Jo.\n\n<!-- journey"),
                text.replace("? asked for\n", "? asked for\n- Jo agrees.\n"),
            ],
        };
        // A decision record has no notes.
        let variants = variants.iter().take(if format == Format::Adr { 2 } else { 3 });
        for (position, changed) in variants.enumerate() {
            assert_ne!(changed, text, "{format:?} {position}");
            let (alterations, added) = exported.after(changed);
            assert_eq!((alterations, added), (Vec::new(), 1), "{format:?} {position}");
        }
    }
}

#[test]
fn a_document_of_which_nothing_is_left_but_the_record_is_altered() {
    for exported in exported().filter(|exported| matches!(exported.format, Format::Markdown | Format::Adr)) {
        let (_, record) = exported.text.split_once("<!-- journey").unwrap();
        let (alterations, _) = exported.after(&format!("<!-- journey{record}"));
        assert!(alterations.len() == 1 && alterations[0].missing > 10, "{alterations:?}");
    }
}

#[test]
fn the_record_of_another_document_does_not_fit() {
    let of = |text: &str| Exported::of(Format::Markdown, &small(), &super::reread(text.to_owned(), &small()));
    let (one, other) = (of(PLAN), of("title = \"Other\"\n[answers]\nmessage-channels = [\"push\"]\n"));
    let (words, _) = one.text.split_once("<!-- journey").unwrap();
    let (_, record) = other.text.split_once("<!-- journey").unwrap();
    let (alterations, _) = other.after(&format!("{words}<!-- journey{record}"));
    assert!(alterations.len() > 5, "{alterations:?}");
}

/// Documents cut, doubled and mixed up are read in the time of a moment, and nothing panics.
#[test]
fn a_hostile_document_is_read_to_its_end() {
    let mut random = Random::new(4);
    let plan = super::reread(PLAN.to_owned(), &small());
    let exported = CARRIERS.map(|format| Exported::of(format, &small(), &plan));
    let words = exported.each_ref().map(|exported| Record::find(&exported.text).unwrap().words.unwrap());
    let broken = ["", "!", "AAAA", "AAAAAA==", "\u{0}"];
    for _ in 0..300 {
        let mut text: Vec<char> = exported[random.below(4)].text.chars().collect();
        for _ in 0..random.below(12) {
            let (from, to) = (random.below(text.len()), random.below(text.len()));
            let sign = random.pick(&['<', '>', '|', '\\', '"', '&', '-', '`', '\u{202e}', '\r', '#']);
            match random.below(4) {
                0 => text.truncate(from.max(1)),
                1 => text[from] = sign,
                2 => text.swap(from, to),
                _ => text.extend_from_within(from.min(to)..from.max(to)),
            }
        }
        let text: String = text.into_iter().collect();
        for form in [Form::Markdown, Form::Html, Form::Json] {
            let recorded = if random.chance(20) { random.pick(&broken) } else { &words[random.below(4)] };
            let found = wording::compare(form, &text, Some(recorded), Vec::new);
            let Words::Checked { alterations, .. } = found else { continue };
            assert!(alterations.len() <= 1 + recorded.len());
        }
    }
}

#[test]
fn a_huge_document_takes_a_moment() {
    let plan = super::reread(PLAN.to_owned(), &small());
    let markdown = Exported::of(Format::Markdown, &small(), &plan);
    let record = Record::find(&markdown.text).unwrap().words.unwrap();
    let started = std::time::Instant::now();
    for piece in ["<a ", "<!-", "| a | b | c | d ", "&", "- a\n", "|", "\\", "# a\n", "<td>", "</style", "[", "{\"a\":"]
    {
        for form in [Form::Markdown, Form::Html, Form::Json] {
            let text = format!("{}{}", piece.repeat(300_000 / piece.len()), markdown.text);
            assert!(matches!(wording::compare(form, &text, Some(&record), Vec::new), Words::Checked { .. }));
        }
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
