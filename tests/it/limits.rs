//! Every size that the program promises, at the limit and one beyond; `docs/limits.md` tells people of each.

use crate::cli::run::{Desk, Ran};

/// A size in bytes that a file may have: what is read, its limit, how the file begins, where it lies, what reads it.
struct Size {
    what: &'static str,
    most: usize,
    begins: fn(&Desk) -> String,
    path: &'static str,
    command: &'static [&'static str],
}

const SIZES: [Size; 6] = [
    Size {
        what: "a plan (answers file)",
        most: 4_000_000,
        begins: |desk| desk.get("plan.toml"),
        path: "plan.toml",
        command: &["advise", "plan.toml"],
    },
    Size {
        what: "a theme",
        most: 100_000,
        begins: |_| "inherits = \"default-dark\"\n".to_owned(),
        path: ".config/journey-advisor/themes/mine.toml",
        command: &["themes"],
    },
    Size {
        what: "a colour scheme to import",
        most: 100_000,
        begins: |_| scheme(),
        path: "scheme.yaml",
        command: &["themes", "import", "scheme.yaml"],
    },
    Size {
        what: "a file of keys",
        most: 100_000,
        begins: |_| String::new(),
        path: ".config/journey-advisor/keys.toml",
        command: &["keys"],
    },
    Size {
        what: "a file of the knowledge",
        most: 2_000_000,
        begins: |desk| desk.get("kb/topics/channels.toml"),
        path: "kb/topics/channels.toml",
        command: &["check", "--knowledge", "kb"],
    },
    Size {
        what: "a document to verify",
        most: 20_000_000,
        begins: |desk| desk.run(&["advise", "plan.toml", "--format", "markdown"]).done(),
        path: "plan.md",
        command: &["verify", "plan.md"],
    },
];

fn scheme() -> String {
    let colours = (0..16).map(|number| format!("base{number:02X}: \"{:06x}\"\n", number * 0x0011_1111));
    format!("scheme: \"Grey\"\nauthor: \"Nobody\"\n{}", colours.collect::<String>())
}

/// Fills a text up to so many bytes with lines that say nothing.
fn filled(text: &str, size: usize) -> String {
    let room = size - text.len();
    let line = format!("#{}\n", "x".repeat(98));
    let mut text = text.to_owned() + &line.repeat(room / line.len());
    text.push_str(&"\n".repeat(size - text.len()));
    text
}

fn desk() -> Desk {
    let desk = Desk::new();
    let small = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    for folder in [".config/journey-advisor/themes", "kb/topics"] {
        std::fs::create_dir_all(desk.path(folder)).unwrap();
    }
    for folder in ["", "topics"] {
        for entry in std::fs::read_dir(small.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                std::fs::copy(&path, desk.path("kb").join(folder).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    desk
}

impl Size {
    /// What the program says of a file of that size.
    fn read(&self, size: usize) -> Ran {
        let desk = desk();
        let text = (self.begins)(&desk);
        desk.put(self.path, &filled(&text, size));
        let desk = if self.command.contains(&"--knowledge") { desk.embedded() } else { desk };
        desk.run(self.command)
    }
}

#[test]
fn a_file_may_be_as_large_as_promised_and_no_larger() {
    for size in SIZES {
        let within = size.read(size.most);
        assert!(!within.err.contains("too large"), "{}: {}", size.what, within.err);
        assert!(matches!(within.code, 0 | 4), "{}: {} {}", size.what, within.code, within.err);
        let beyond = size.read(size.most + 1);
        assert!(beyond.err.contains("is too large\n"), "{}: {}", size.what, beyond.err);
        let help = format!("help: a file of this kind has at most {} bytes\n", size.most);
        assert!(beyond.err.ends_with(&help), "{}: {}", size.what, beyond.err);
    }
}

#[test]
fn a_text_or_a_list_may_be_as_large_as_promised_and_no_larger() {
    let desk = Desk::new();
    desk.put("brief.txt", &"x".repeat(1_000_000));
    assert_eq!(desk.run(&["brief", "brief.txt"]).code, 4);
    desk.put("brief.txt", &"x".repeat(1_000_001));
    let beyond = desk.run(&["brief", "brief.txt"]).failed(3);
    assert!(beyond.contains("at most 1000000 bytes"), "{beyond}");

    let rows = |count: usize| format!("Title\n{}", "a\n".repeat(count));
    desk.put("list.csv", &rows(10_001));
    let beyond = desk.run(&["import", "list.csv", "--into", "plans"]).failed(3);
    assert!(beyond.contains("`list.csv` has more than 10000 rows"), "{beyond}");
    assert!(!desk.path("plans").exists(), "nothing is written of a list that is too long");
}

/// A word that is no command is said, but not all of it.
#[test]
fn a_line_of_the_line_by_line_interview_is_never_said_back_whole() {
    let said = Desk::new().feed(&["--plain"], &format!("{}\nquit\n", "y".repeat(60_000)));
    assert_eq!(said.code, 0, "{}", said.err);
    let told = said.out.lines().find(|line| line.contains("There is no command")).expect("it is said");
    assert!(told.contains(&format!("\"{}…\"", "y".repeat(40))), "{told}");
    assert!(said.out.lines().all(|line| line.len() < 200), "a line is too long");
}

/// Of a line that is too long nothing is taken: its end could be a command.
#[test]
fn the_end_of_a_line_that_is_too_long_is_no_command() {
    let said = Desk::new().feed(&["--plain"], &format!("{}\nquit\n", "y".repeat(65_536)));
    assert!(said.out.contains("This line is longer than 65536 bytes; nothing of it was taken.\n"), "{}", said.out);
    assert!(!said.out.contains("There is no command"), "{}", said.out);
    let said = Desk::new().feed(&["--plain"], &format!("{}quit\n", "y".repeat(65_536)));
    assert!(said.out.contains("The input has ended"), "quit was not part of it: {}", said.out);
}

#[test]
fn the_page_of_limits_tells_of_every_size() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/limits.md");
    let page = std::fs::read_to_string(path).unwrap();
    let grouped = |number: usize| {
        let digits = number.to_string();
        let begin = digits.len() % 3;
        let (first, rest) = digits.split_at(begin);
        let groups = rest.as_bytes().chunks(3).map(|group| std::str::from_utf8(group).unwrap());
        Some(first).into_iter().filter(|first| !first.is_empty()).chain(groups).collect::<Vec<_>>().join(",")
    };
    assert_eq!((grouped(1_000), grouped(20_000_000)), ("1,000".to_owned(), "20,000,000".to_owned()));
    for size in SIZES {
        let row = page.lines().find(|line| line.starts_with(&format!("| {} |", size.what)));
        let row = row.unwrap_or_else(|| panic!("docs/limits.md does not tell of {}", size.what));
        assert!(row.contains(&format!("{} bytes", grouped(size.most))), "{row}");
    }
}
