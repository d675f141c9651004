//! Another subject than that of the program: the example folder is sound, gives advice in every form, and speaks its own language.
//! No word of the first subject stands in it, whatever screen, line or document is looked at.

use std::path::PathBuf;
use std::sync::LazyLock;

use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{App, Opened, Session, Setup};
use journey_advisor::diagnostic::{File, render};
use journey_advisor::export::{Document, Extent, Format, Written};
use journey_advisor::knowledge::{KnowledgeBase, load};
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::Day;

use crate::cli::run::Desk;
use crate::support::documents::{root, with_document};
use crate::support::package::{Package, ending};
use crate::support::screen::Screen;

/// Words of the first subject. `journey-advisor` is the name of the program.
const FOREIGN: [&str; 11] = [
    "dynamics",
    "microsoft",
    "journey",
    "marketing",
    "marketer",
    "real-time",
    "outbound",
    "campaign",
    "segment",
    "the article",
    "customer insights",
];

const EXAMPLE: &str = "examples/sqlite-or-postgresql";

static DATABASES: LazyLock<KnowledgeBase> = LazyLock::new(|| {
    let names = ["advisor.toml", "sources.toml", "topics/use.toml", "topics/data.toml", "topics/care.toml"];
    let file = |name: &str| File { path: name.to_owned(), text: std::fs::read_to_string(example(name)).unwrap() };
    let loaded = load(names.map(file).to_vec());
    assert_eq!(render::render(&loaded.diagnostics, &loaded.files, false), "", "the example has no problem");
    loaded.base.unwrap()
});

fn example(name: &str) -> PathBuf {
    root(EXAMPLE).join(name)
}

/// A plan that is carried, one that asks for what only both together can do, and one without any answer.
const PLANS: [&str; 3] = [
    include_str!("../../examples/sqlite-or-postgresql/plan.toml"),
    "title = \"\"\n[plan]\nbuilders = [\"user\"]\n[answers]\nplace = [\"device\", \"several-servers\"]\ncare = [\"nobody\"]\nfound = [\"words\"]\n",
    "title = \"Empty\"\n[answers]\n",
];

fn plans() -> Vec<Answers> {
    let read = |text: &str| {
        let file = File { path: "plan.toml".to_owned(), text: text.to_owned() };
        let (answers, problems) = journey_advisor::answers::read(&file, &DATABASES);
        assert!(problems.is_empty(), "{}", render::render(&problems, std::slice::from_ref(&file), false));
        answers.unwrap()
    };
    PLANS.map(read).to_vec()
}

/// The lines of a text in which a word of the first subject stands.
fn foreign(text: &str) -> Vec<String> {
    let is_foreign = |line: &&str| {
        let line = line.to_lowercase().replace("journey-advisor", "");
        let has_area = line.split(|letter: char| !letter.is_alphabetic()).any(|word| ["area", "areas"].contains(&word));
        has_area || FOREIGN.iter().any(|word| line.contains(word))
    };
    text.lines().filter(is_foreign).map(str::to_owned).collect()
}

#[track_caller]
fn assert_own(what: &str, text: &str) {
    let found = foreign(text);
    assert!(found.is_empty(), "{what} speaks of the first subject:\n{}", found.join("\n"));
}

/// Every text in JSON that is no key.
fn values(json: &serde_json::Value) -> Vec<String> {
    match json {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(all) => all.iter().flat_map(values).collect(),
        serde_json::Value::Object(all) => all.values().flat_map(values).collect(),
        _ => Vec::new(),
    }
}

/// What people read of a document: of a package the parts with words, of a page all but its style.
fn read_of(document: &Document<'_>, format: Format, extent: Extent) -> String {
    match document.write(format, extent) {
        Written::Text(text) if format == Format::Json => values(&serde_json::from_str(&text).unwrap()).join("\n"),
        Written::Text(text) => match (text.split_once("<style>"), text.split_once("</style>")) {
            (Some((before, _)), Some((_, after))) => format!("{before}{after}"),
            _ => text,
        },
        Written::Packed(bytes) => {
            let package = Package::read(&bytes);
            let is_read = |name: &&String| name.starts_with("word/document") || name.starts_with("xl/");
            let parts =
                package.0.keys().filter(is_read).filter(|name| ending(name) == "xml" && !name.contains("theme"));
            parts.map(|name| package.text(name).replace("><", ">\n<").replace("schemas.microsoft.com", "")).collect()
        }
    }
}

#[test]
fn the_words_are_found_where_they_stand() {
    let text = "Made with journey-advisor.\nYour journey\nan Area of it\nthe bare areal\n";
    assert_eq!(foreign(text), ["Your journey", "an Area of it"]);
}

#[test]
fn the_folder_is_sound_for_the_command_as_well() {
    let folder = root(EXAMPLE).display().to_string();
    let checked = Desk::new().embedded().run(&["check", &folder]).done();
    assert!(checked.starts_with("no problems in 8 questions, "), "{checked}");
}

#[test]
fn documents_of_another_subject_speak_its_language_in_every_format() {
    let names = ["SQLite", "PostgreSQL"];
    for answers in plans() {
        with_document(&DATABASES, &answers, |document| {
            for format in Format::ALL {
                for extent in [Extent::Full, Extent::Brief] {
                    let text = read_of(document, format, extent);
                    assert_own(&format!("{} of \"{}\"", format.word(), answers.title), &text);
                    assert!(!answers.title.contains("Order") || names.iter().any(|name| text.contains(name)), "{text}");
                    // Names keep their capitals.
                    for small in ["sqlite ", "postgresql ", "sQLite", "postgreSQL"] {
                        let prose = !matches!(format, Format::Json | Format::Html | Format::Adr | Format::Markdown);
                        assert!(!prose || !text.contains(small), "{small} in {}\n{text}", format.word());
                    }
                }
            }
        });
    }
    let split = plans().swap_remove(1);
    let text = with_document(&DATABASES, &split, |document| document.write(Format::Text, Extent::Full).text().unwrap());
    assert!(text.contains("Several applications in one plan") || text.contains("SEVERAL APPLICATIONS"), "{text}");
}

/// Commands of the interview line by line, each with a bar behind it.
const LINES: &str = "? | why | 1 3 | why 1 | next | 1 | next | list | advice | reasons | what-if | application | pieces | \
                     search rights | show 1 | filter database | filter nothing | filter off | time | builders user | \
                     builders x | day | today | tour | plans | copy | copy apart | compare 1 | portfolio | paper | changes | \
                     nothing | save | export markdown | text | no | quit | ";

#[test]
fn another_subject_is_told_line_by_line_in_its_language() {
    let desk = Desk::new().embedded();
    let folder = root(EXAMPLE).display().to_string();
    let ran = desk.feed(&["--knowledge", &folder, "--plain"], &LINES.replace(" | ", "\n"));
    assert_own("--plain", &format!("{}\n{}", ran.out, ran.err));
    let said = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for what in
        ["about the application you plan", "Your application: ", "Counts for neither database.", "built by programmers"]
    {
        assert!(said.contains(what), "{what}\n{said}");
    }
    for command in
        [&["questions"][..], &["questions", "--format", "toml"], &["show", "rights-by-row"], &["search", "backup"]]
    {
        let ran = desk.run(&[command, &["--knowledge", &folder]].concat());
        assert_own(&command.join(" "), &format!("{}\n{}", ran.out, ran.err));
    }
}

/// Keys over all screens, the most of their popups, and the parts of the advice.
const KEYS: &str = "enter 1 3 = w right 1 right right v tab tab tab tab tab w esc a i / r i g h t s tab enter esc a a a x esc \
                    e down down p esc t left left esc ctrl-p esc ? down esc B esc";

#[test]
fn screens_of_another_subject_speak_its_language() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        for answers in plans() {
            let setup = Setup {
                today: Day::parse("2026-11-24").unwrap(),
                opened: Opened { answers, ..Opened::blank(Session::New) },
                look: Screen::new(width, height).app.cx.look,
                keymap: Keymap::default(),
                index: SharedIndex::default(),
            };
            let mut screen = Screen::showing(App::new(&DATABASES, setup), width, height);
            assert!(screen.text().contains("about the application you plan"), "{}", screen.text());
            for key in KEYS.split_whitespace() {
                screen.press(key);
                assert_own(&format!("the screen after {key}"), &screen.text());
            }
        }
    }
}
