//! Files as others write them: other encodings, byte order marks, hostile letters, a great many mistakes.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use journey_advisor::diagnostic::clean::{is_hostile, judged};

use super::run::{Desk, PLAN, Ran};

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

/// A text in every encoding that is read.
fn encodings(text: &str) -> [Vec<u8>; 3] {
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    [marked, utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes)]
}

fn put(desk: &Desk, name: &str, bytes: impl AsRef<[u8]>) {
    let path = desk.path(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

fn small(name: &str) -> String {
    let small = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    std::fs::read_to_string(small.join(name)).unwrap()
}

#[test]
#[cfg(unix)]
fn a_home_that_is_no_whole_path_counts_as_none() {
    let desk = Desk::new();
    let told = super::run::ran(&desk.command(&["paths"]).env("HOME", "here").output().unwrap()).failed(1);
    assert_eq!(told, "error: your home folder is not known\nhelp: set the variable `HOME` to a whole path\n");
    let mut command = desk.command(&["--plain"]);
    let ran = super::run::ran(&command.env("HOME", "here").output().unwrap());
    assert!(ran.err.contains("Nothing will be saved: your home folder is not known"), "{ran:?}");
    assert!(!desk.path("here").exists());
}

#[test]
fn an_empty_standard_input_is_an_error_and_is_called_so() {
    let desk = Desk::new();
    for arguments in [
        &["advise", "-"][..],
        &["compare", "-", "plan.toml"],
        &["verify", "-"],
        &["themes", "import", "-"],
        &["brief", "-"],
    ] {
        let told = desk.feed(arguments, "").failed(3);
        assert!(told.starts_with("error: the standard input is empty\nhelp: "), "{arguments:?}: {told}");
    }
    put(&desk, "empty.toml", "");
    assert!(!desk.run(&["advise", "empty.toml"]).err.contains("empty"), "a file without answers is a plan");
    let told = desk.feed(&["verify", "-"], "no decision").failed(3);
    assert!(told.starts_with("error: the standard input carries no decision\n"), "{told}");
    let told = desk.feed(&["advise", "-"], &"x".repeat(4_000_001)).failed(3);
    assert!(told.starts_with("error: the standard input is too large\n"), "{told}");
}

#[test]
fn marks_of_joined_files_and_before_typed_lines_are_no_part_of_what_is_read() {
    let desk = Desk::new();
    let advice = desk.run(&["advise", "plan.toml"]).done();
    put(&desk, "joined.toml", PLAN.replace('\n', "\r\n\u{feff}"));
    assert_eq!(desk.run(&["advise", "joined.toml"]).done(), advice);
    put(&desk, "wrong.toml", "\u{feff}# one\n\u{feff}titel = 1\n");
    let told = desk.run(&["advise", "wrong.toml"]).failed(3);
    assert!(told.contains(" --> wrong.toml:2:1\n") && told.contains("\n2 | titel = 1\n  | ^^^^^\n"), "{told}");
    let document = desk.run(&["advise", "plan.toml", "--format", "markdown"]).done();
    put(&desk, "mailed.md", format!("\r\n\u{feff}{}", document.replace('\n', "\r\n")));
    assert!(desk.run(&["verify", "mailed.md"]).done().contains("Its words are as they were exported."));
    let ran = desk.feed(&["--plain"], "\u{feff}2\r\nquit\r\n");
    assert!(ran.code == 0 && ran.out.contains("Ended.") && !ran.out.contains("no command"), "{ran:?}");
}

#[test]
fn answers_and_documents_are_read_in_every_encoding_that_says_what_it_is() {
    let desk = Desk::new();
    let advice = desk.run(&["advise", "plan.toml"]).done();
    let blank = desk.run(&["questions", "--format", "toml"]).done();
    let documents = ["json", "html"].map(|format| desk.run(&["advise", "plan.toml", "--format", format]).done());
    let holds = desk.feed(&["verify", "-"], &documents[0]).done();
    for bytes in encodings(&PLAN.replace('\n', "\r\n")) {
        put(&desk, "p.toml", bytes);
        assert_eq!(desk.run(&["advise", "p.toml"]).done(), advice);
        assert_eq!(desk.run(&["advise", "--jsonl", "p.toml"]).done().lines().count(), 1);
    }
    for bytes in encodings(&blank.replace('\n', "\r\n")) {
        put(&desk, "blank.toml", bytes);
        let ran = desk.run(&["advise", "blank.toml"]);
        assert_eq!((ran.code, ran.err.as_str()), (4, ""));
    }
    for document in &documents {
        for bytes in encodings(document) {
            put(&desk, "document", bytes);
            assert_eq!(desk.run(&["verify", "document"]).done(), holds);
        }
    }
}

#[test]
fn keys_themes_and_knowledge_are_read_in_every_encoding_that_says_what_it_is() {
    let desk = Desk::new().embedded();
    let files = ["advisor.toml", "sources.toml", "topics/channels.toml", "topics/leads.toml"];
    for turn in 0..3 {
        put(&desk, ".config/journey-advisor/keys.toml", &encodings("verdict = \"V\"\r\n")[turn]);
        let theme = &encodings("title = \"Größe\"\r\ninherits = \"nord\"\r\n")[turn];
        put(&desk, ".config/journey-advisor/themes/mine.toml", theme);
        for name in files {
            put(&desk, &format!("own/{name}"), &encodings(&small(name))[turn]);
        }
        assert!(desk.run(&["keys"]).done().contains("\nverdict            V "), "{turn}");
        assert!(desk.run(&["themes"]).done().contains("Größe (your own)\n"), "{turn}");
        assert!(desk.run(&["check", "own"]).done().contains(" in 4 questions, "), "{turn}");
        let line = |number: u8| format!("base{number:02X}: \"{number:02x}{number:02x}{number:02x}\"\r\n");
        let scheme = (0..16).map(line).collect::<Vec<String>>().concat();
        put(&desk, "scheme.yaml", &encodings(&scheme)[turn]);
        assert_eq!(desk.run(&["themes", "import", "scheme.yaml"]).code, 0, "{turn}");
    }
}

#[test]
fn a_file_that_is_no_text_gets_one_message_that_says_what_it_looks_like() {
    let desk = Desk::new().embedded();
    let blank = desk.run(&["questions", "--format", "toml"]).done();
    let bare = utf16(&blank, u16::to_le_bytes)[2..].to_vec();
    for (bytes, looks_like) in [
        (bare, "UTF-16 without the mark at its beginning"),
        (
            blank.replace("# ", "# \u{e9}").chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect(),
            "text in an older encoding, such as Windows-1252",
        ),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n".to_vec(), "a PDF document"),
        ([b"\x89PNG\r\n\x1a\n", &[0, 7, 200].repeat(9000)[..]].concat(), "a picture"),
    ] {
        put(&desk, "p.toml", &bytes);
        let advised = desk.run(&["advise", "p.toml"]).failed(3);
        assert!(advised.contains(&format!("this is not UTF-8 text; it looks like {looks_like}\n")), "{advised}");
        assert!(advised.ends_with("error: `p.toml` has 1 error\n") && advised.len() < 1000, "{advised}");
        for arguments in [&["verify", "p.toml"][..], &["themes", "import", "p.toml"]] {
            let said = desk.run(arguments).failed(3);
            assert!(said.contains(looks_like) && said.lines().count() == 2, "{arguments:?}: {said}");
        }
        for name in ["advisor.toml", "sources.toml", "topics/channels.toml", "topics/leads.toml"] {
            put(&desk, &format!("own/{name}"), small(name));
        }
        put(&desk, "own/topics/leads.toml", &bytes);
        let checked = desk.run(&["check", "own"]);
        assert_eq!(checked.code, 3);
        assert_eq!(checked.out.matches("topics/leads.toml:").count(), 1, "{}", checked.out);
    }
}

#[test]
fn a_file_of_another_kind_gets_one_message() {
    let desk = Desk::new();
    for (format, kind) in [("html", "a page for a browser"), ("json", "JSON")] {
        put(&desk, "p.toml", desk.run(&["advise", "plan.toml", "--format", format]).done());
        let said = desk.run(&["advise", "p.toml"]).failed(3);
        assert!(said.starts_with(&format!("error[A001]: this is not TOML; it begins like {kind}\n")), "{said}");
        assert!(said.ends_with("error: `p.toml` has 1 error\n"), "{said}");
    }
}

#[test]
fn a_mark_in_a_colour_scheme_is_no_crash_and_moves_no_caret() {
    let desk = Desk::new();
    let said = desk.feed(&["themes", "import", "-"], "\u{feff}x").failed(3);
    assert!(
        said.starts_with(
            "error[T007]: `x` is not a line of a colour scheme\n --> standard input:1:1\n  |\n1 | x\n  | ^\n"
        ),
        "{said}"
    );
    let said = desk.feed(&["themes", "import", "-"], "name: \"a\"\n\u{feff}  y\r\n").failed(3);
    assert!(said.contains("--> standard input:2:3\n  |\n2 |   y\n  |   ^\n"), "{said}");
}

/// What all commands that quote a file say about one with a hostile letter in it.
fn quoted(desk: &Desk, letter: &str) -> Vec<Ran> {
    let bad = format!("titel = \"a {letter} b\"\n[answers]\nx{letter} = \"{letter}\"\n");
    put(desk, "evil.toml", &bad);
    put(desk, "other.toml", "");
    put(desk, "evil.yaml", format!("nam{letter}: \"{letter}\"\nx{letter}\n"));
    put(desk, ".config/journey-advisor/keys.toml", format!("\"verdict{letter}\" = \"V\" # {letter}\n"));
    put(desk, ".config/journey-advisor/themes/evil.toml", format!("titel = \"{letter}\" # {letter}\n"));
    put(desk, "own/advisor.toml", format!("titel = \"{letter}\" # {letter}\n"));
    put(desk, "own/sources.toml", format!("[[source]]\nid = \"a{letter}\" # {letter}\n"));
    put(desk, "own/topics/a.toml", format!("question = {letter}\n"));
    let document = desk.get("document.json");
    let mut document: serde_json::Value = serde_json::from_str(&document).unwrap();
    document["answers"] = bad.into();
    put(desk, "evil.json", document.to_string());
    let wrong = format!("--wrong{letter}");
    let commands: [&[&str]; 10] = [
        &["advise", "evil.toml"],
        &["advise", "--jsonl", "evil.toml"],
        &["compare", "evil.toml", "other.toml"],
        &["verify", "evil.json"],
        &["check", "own"],
        &["advise", "other.toml", "--knowledge", "own"],
        &["keys"],
        &["themes"],
        &["themes", "import", "evil.yaml"],
        &["advise", &wrong],
    ];
    commands.iter().map(|arguments| desk.run(arguments)).collect()
}

#[test]
fn no_command_prints_a_hostile_letter_of_a_file() {
    let desk = Desk::new().embedded();
    put(&desk, "empty.toml", "");
    put(&desk, "document.json", desk.run(&["advise", "empty.toml", "--format", "json"]).out);
    let letters = (1..=0x10_FFFF_u32).filter_map(char::from_u32).filter(|letter| is_hostile(*letter));
    // Of the many noncharacters, tags and selectors a few stand for all; a line end and a tab are none of a line.
    let few = letters.filter(|letter| u32::from(*letter) < 0xFE02 || u32::from(*letter) % 41 == 0);
    let letters: Vec<String> = few.filter(|letter| !"\n\t\r".contains(*letter)).map(String::from).collect();
    assert!(letters.len() > 100);
    // Several at once, for a run of the program takes its time.
    for letters in letters.chunks(24) {
        for ran in quoted(&desk, &letters.concat()) {
            assert!(ran.code == 3 || ran.code == 2 || ran.err.contains("[T002]"), "{ran:?}");
            for text in [&ran.out, &ran.err] {
                let raw = judged(text).find(|(_, letter, is_hostile)| *is_hostile && *letter != '\n');
                assert_eq!(raw, None, "{text:?}");
            }
        }
    }
}

#[test]
fn in_colour_only_the_codes_of_colours_are_printed() {
    let desk = Desk::new().embedded();
    put(&desk, "evil.toml", "titel = \"\u{9b}2J\u{1b}]2;x\u{7} \u{9d}2;x\u{9c}\"\n");
    let said = desk.run(&["advise", "evil.toml", "--color", "always"]).failed(3);
    let mut parts = said.split('\u{1b}');
    assert!(parts.next().is_some_and(|first| !first.contains(is_hostile)));
    let mut count = 0;
    for part in parts {
        let (code, rest) = part.split_once('m').unwrap();
        assert!(code.starts_with('[') && code[1..].chars().all(|letter| letter.is_ascii_digit() || letter == ';'));
        assert!(!rest.replace('\n', "").contains(is_hostile), "{rest:?}");
        count += 1;
    }
    assert!(count > 5, "{said:?}");
}

fn unknown(number: usize, line: &str) -> String {
    (0..number).fold(String::new(), |mut text, position| {
        writeln!(text, "k{position}{line}").unwrap();
        text
    })
}

/// Runs a command that has many mistakes to tell, and that must not take long for it.
#[track_caller]
fn soon(desk: &Desk, arguments: &[&str]) -> Ran {
    let begin = Instant::now();
    let ran = desk.run(arguments);
    // Measured in a release it is about a second.
    assert!(begin.elapsed() < Duration::from_secs(20), "{arguments:?} took {:?}", begin.elapsed());
    ran
}

#[test]
fn a_great_many_mistakes_are_told_soon_and_in_few_words() {
    let desk = Desk::new().embedded();
    put(&desk, "empty.toml", "");
    let document = desk.run(&["advise", "empty.toml", "--format", "json"]).out;
    let answers = format!("[answers]\n{}", unknown(50_000, " = \"not-sure\""));
    put(&desk, "many.toml", &answers);
    let mut document: serde_json::Value = serde_json::from_str(&document).unwrap();
    document["answers"] = answers.into();
    put(&desk, "many.json", document.to_string());
    for arguments in [&["advise", "many.toml"][..], &["advise", "--jsonl", "many.toml"], &["verify", "many.json"]] {
        let said = soon(&desk, arguments).failed(3);
        assert!(said.contains("error[A003]: and 49,980 more of this kind: unknown question\n"), "{said}");
        assert!(said.contains("has 50,000 errors\n") && said.len() < 20_000, "{said}");
    }
    put(&desk, "broken.toml", unknown(60_000, " = = 1"));
    let said = soon(&desk, &["advise", "broken.toml"]).failed(3);
    assert!(said.contains("more of this kind: not valid TOML\n") && said.len() < 20_000, "{said}");
    let elsewhere = format!(
        "edition = \"1\"\n[answers]\nlead-work = [{}]\n",
        unknown(50_000, "\",").replace("\nk", "\n\"k").replacen('k', "\"k", 1)
    );
    put(&desk, "elsewhere.toml", elsewhere);
    let ran = soon(&desk, &["advise", "elsewhere.toml"]);
    assert!(ran.err.contains("warning[A014]: and 49,980 more of this kind"), "{}", ran.err);
}

#[test]
fn a_great_many_mistakes_in_knowledge_are_counted_in_the_text_and_listed_in_the_json() {
    let desk = Desk::new().embedded();
    put(&desk, "own/advisor.toml", unknown(50_000, " = 1"));
    put(&desk, "own/sources.toml", "");
    let text = soon(&desk, &["check", "own"]).out;
    assert!(text.contains("error[K002]: and 49,980 more of this kind: unknown key\n"), "{text}");
    let listed: serde_json::Value =
        serde_json::from_str(&soon(&desk, &["check", "own", "--format", "json"]).out).unwrap();
    let problems = listed["problems"].as_array().unwrap();
    let keys: Vec<_> = problems.iter().filter(|problem| problem["code"] == "K002").collect();
    assert_eq!(keys.len(), 50_000);
    assert_eq!((&keys[49_999]["line"], &keys[49_999]["column"]), (&50_000.into(), &1.into()));
}

#[test]
fn emoji_stay_emoji_in_every_document() {
    let desk = Desk::new();
    put(&desk, "p.toml", PLAN.replace("Spring campaign", "✈\u{fe0f} Summer ❤\u{fe0f}\u{200d}🔥"));
    for format in ["text", "markdown", "html", "csv", "adr"] {
        let document = desk.run(&["advise", "p.toml", "--format", format]).done();
        assert!(document.contains("✈\u{fe0f} Summer ❤\u{fe0f}\u{200d}🔥"), "{format}: {document}");
        assert!(!document.contains("U+FE0F"), "{format}");
    }
    let json = desk.run(&["advise", "p.toml", "--format", "json"]).done();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json.to_string().contains("✈\u{fe0f} Summer ❤\u{fe0f}\u{200d}🔥"));
}
