//! What a client's text asks for, from files of every kind.

use serde_json::Value;

use super::run::{Desk, Ran};
use crate::support::archive::archive;

const TEXT: &str = "\
Subject: Clinic reminders

Hello,

R1 Patients must get a text message two days before their appointment.
R2 A satisfaction survey after the visit would be nice to have.
R3 We do not need WhatsApp.
R4 It starts as soon as our app sends a signal.

The canteen serves lovely pancakes on Fridays.

Kind regards
";

fn desk(text: &str) -> Desk {
    let desk = Desk::new().embedded();
    desk.put("mail.txt", text);
    desk
}

fn put(desk: &Desk, name: &str, bytes: &[u8]) {
    std::fs::write(desk.path(name), bytes).unwrap();
}

fn word(paragraphs: &[&str], more: &[(&str, &[u8])]) -> Vec<u8> {
    let body: Vec<String> = paragraphs.iter().map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).collect();
    let body = body.concat();
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    archive(&[&[("word/document.xml", xml.as_bytes())], more].concat())
}

#[test]
fn a_text_gives_proposals_with_their_sentences() {
    insta::assert_snapshot!("brief-as-text", desk(TEXT).run(&["brief", "mail.txt"]).done());
    let json = desk(TEXT).run(&["brief", "mail.txt", "--format", "json"]).done();
    let found: Value = serde_json::from_str(&json).unwrap();
    let proposals = found["proposals"].as_array().unwrap();
    let text_message = proposals.iter().find(|one| one["choice"] == "sms").unwrap();
    assert_eq!(text_message["sentence"], "R1 Patients must get a text message two days before their appointment.");
    assert_eq!((&text_message["number"], &text_message["importance"]), (&"R1".into(), &"must".into()));
    assert_eq!(found["not_understood"][0], "The canteen serves lovely pancakes on Fridays.");
    assert_eq!(desk("").feed(&["brief", "-", "--format", "json"], TEXT).done(), json);
}

#[test]
fn only_what_is_accepted_is_an_answer() {
    let desk = desk(TEXT);
    insta::assert_snapshot!("brief-as-answers", desk.run(&["brief", "mail.txt", "--format", "toml"]).done());
    let accepted = ["brief", "mail.txt", "--accept", "likely", "-o", "plan2.toml"];
    assert_eq!(desk.run(&accepted).done(), "");
    let plan = desk.get("plan2.toml");
    insta::assert_snapshot!("brief-accepted", plan);
    let Ran { code, out, .. } = desk.run(&["advise", "plan2.toml", "--why"]);
    assert_eq!(code, 0, "{out}");
    let words: Vec<&str> = out.split_whitespace().collect();
    assert!(words.join(" ").contains("R1 Patients must get a text message"), "{out}");
    // What stands as a comment can be accepted by hand.
    let all = desk.run(&["brief", "mail.txt", "--format", "toml"]).done();
    let keys = |line: &&str| line.starts_with("# ") && line.contains(" = { chosen");
    let lines: Vec<&str> = all.lines().filter(keys).map(|line| line.trim_start_matches("# ")).collect();
    assert!(!lines.is_empty());
    desk.put("by-hand.toml", &format!("format = 1\ntitle = \"\"\n[answers]\n{}\n", lines.join("\n")));
    assert_eq!(desk.run(&["advise", "by-hand.toml"]).err, "");
    assert_eq!(
        desk.run(&["brief", "mail.txt", "--accept", "likely"]).failed(2),
        "error: only a file of answers can hold what is accepted\nhelp: add `--format toml`\n"
    );
}

#[test]
fn where_nothing_is_understood_that_is_said() {
    let nothing = "Nothing in the text was understood as something that a journey needs. `questions` lists what there is to say.\n";
    for text in ["", "\n \n", "The canteen serves lovely pancakes on Fridays."] {
        let Ran { code, out, err } = desk(text).run(&["brief", "mail.txt"]);
        assert_eq!((code, err.as_str()), (4, nothing), "{out}");
        assert!(out.contains("QUESTIONS THAT THE TEXT DOES NOT ANSWER"), "{out}");
    }
    let german = "Wir möchten unsere Kundschaft regelmäßig über Veranstaltungen unterrichten, die unser Verein durchführt, und \
                  anschließend um ihre Meinung bitten, sofern sie dem zugestimmt haben.";
    let Ran { code, err, .. } = desk(german).run(&["brief", "mail.txt"]);
    let foreign = "Too little was understood: the text does not seem to be in English. Translate it, or answer the questions one by one.\n";
    assert_eq!((code, err.as_str()), (4, foreign));
}

#[test]
fn word_documents_are_read_and_what_else_they_hold_is_not() {
    let desk = desk("");
    let macros: [(&str, &[u8]); 2] = [
        ("word/vbaProject.bin", b"\0Sub AutoOpen()"),
        (
            "word/_rels/document.xml.rels",
            b"<Relationships><Relationship Target=\"http://127.0.0.1:9/x\" TargetMode=\"External\"/></Relationships>",
        ),
    ];
    put(&desk, "brief.docx", &word(&["Patients must get a text message.", "Nothing at night."], &macros));
    let out = desk.run(&["brief", "brief.docx", "--format", "json"]).done();
    let found: Value = serde_json::from_str(&out).unwrap();
    let choices: Vec<&Value> = found["proposals"].as_array().unwrap().iter().map(|one| &one["choice"]).collect();
    assert_eq!(choices, ["quiet-times", "sms"]);
}

#[test]
fn what_is_no_text_is_refused_with_what_to_do() {
    let desk = desk("");
    let whole = word(&["Text"], &[]);
    put(&desk, "damaged.docx", &whole[..whole.len() / 2]);
    put(&desk, "bomb.docx", &word(&[&" ".repeat(17_000_000)], &[]));
    put(&desk, "list.xlsx", &archive(&[("xl/workbook.xml", "")]));
    put(&desk, "old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put(&desk, "picture.png", b"\x89PNG\r\n\x1a\n");
    put(&desk, "zeros.bin", &[0; 100]);
    put(&desk, "rich.rtf", b"{\\rtf1 text}");
    put(&desk, "large.txt", "All work and no play. ".repeat(500_000).as_bytes());
    put(&desk, "huge.bin", &vec![b'a'; 20_000_001]);
    let told = [
        "damaged.docx",
        "bomb.docx",
        "list.xlsx",
        "old.doc",
        "picture.png",
        "zeros.bin",
        "rich.rtf",
        "large.txt",
        "huge.bin",
    ]
    .map(|name| desk.run(&["brief", name]).failed(3));
    insta::assert_snapshot!("brief-of-what-is-no-text", told.concat());
    assert_eq!(
        desk.run(&["brief", "nowhere.txt"]).failed(1),
        "error: there is no `nowhere.txt`\nhelp: check the name and the folder\n"
    );
}

#[test]
fn texts_of_other_programs_are_read() {
    let desk = desk("");
    let plain = desk.feed(&["brief", "-"], "Send a text message. Größe!").done();
    let units: Vec<u8> = "\u{feff}Send a text message. Größe!".encode_utf16().flat_map(u16::to_le_bytes).collect();
    put(&desk, "utf16.txt", &units);
    put(&desk, "marked.md", "\u{feff}Send a text message. Größe!\r\n".as_bytes());
    for name in ["utf16.txt", "marked.md"] {
        assert_eq!(desk.run(&["brief", name]).done(), plain, "{name}");
    }
    let hostile = desk.feed(&["brief", "-"], "Send a text\u{202e} message \u{1b}]0;x\u{7} to them.").done();
    assert!(!hostile.contains(['\u{202e}', '\u{1b}', '\u{7}']), "{hostile}");
}
