//! The company's logo and colour on the command line: read from beside the plan, refused with the reason, left out of what is shared.

use super::run::{Desk, PLAN, ran};
use crate::support::picture::png;

fn desk(logo: &str) -> Desk {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("plans")).unwrap();
    std::fs::write(desk.path("plans/logo.png"), png(60, 20)).unwrap();
    let [head, answers] = PLAN.split("[answers]").collect::<Vec<_>>()[..] else { panic!() };
    let paper = format!("[paper]\ncompany = \"Doe Consulting\"\nlogo = \"{logo}\"\n");
    desk.put("plans/plan.toml", &format!("{head}{paper}[answers]{answers}"));
    desk
}

const DRAWN: [&str; 3] = ["advice.html", "advice.docx", "advice.xlsx"];

/// A program that finds a logo draws it, wherever it was started.
#[test]
fn a_logo_lies_beside_the_plan_unless_its_path_is_whole() {
    let beside = desk("logo.png");
    let below_home = desk("~/plans/logo.png");
    let whole = desk("");
    let [head, rest] = whole.get("plans/plan.toml").split("logo = \"").map(str::to_owned).collect::<Vec<_>>()[..]
        .to_vec()
        .try_into()
        .unwrap();
    let path = whole.path("plans/logo.png").display().to_string().replace('\\', "\\\\");
    whole.put("plans/plan.toml", &format!("{head}logo = \"{path}{rest}"));
    for desk in [beside, below_home, whole] {
        for file in DRAWN {
            assert_eq!(desk.run(&["advise", "plans/plan.toml", "-o", file]).done(), "");
            let with = std::fs::read(desk.path(file)).unwrap();
            assert_eq!(desk.run(&["advise", "plans/plan.toml", "--redact", "--force", "-o", file]).done(), "");
            let without = std::fs::read(desk.path(file)).unwrap();
            assert!(with.len() > without.len() + 200, "{file}: {} and {}", with.len(), without.len());
        }
        let html = desk.run(&["advise", "plans/plan.toml", "--format", "html"]).done();
        assert!(html.contains("alt=\"Doe Consulting\" width=\"90\" height=\"30\" src=\"data:image/png;base64,"));
        let shared = desk.run(&["advise", "plans/plan.toml", "--format", "html", "--redact"]).done();
        assert!(!shared.contains("<img") && !shared.contains("Doe"), "{shared}");
    }
}

#[test]
fn what_is_no_logo_is_refused_with_the_reason_and_nothing_is_written() {
    let desk = desk("other.png");
    let put = |bytes: &[u8]| std::fs::write(desk.path("plans/other.png"), bytes).unwrap();
    let refused = |file: &str| {
        let ran = desk.run(&["advise", "plans/plan.toml", "-o", file]);
        assert!(!desk.path(file).exists(), "{file} was written");
        assert_eq!(ran.out, "");
        assert!(ran.code == 3 || ran.code == 1, "{}", ran.code);
        ran.err
    };
    let mut told = refused("advice.html");
    for bytes in [b"hello".to_vec(), b"\xff\xd8\xff\xe0jpeg".to_vec(), png(4001, 1), png(60, 20)[..100].to_vec()] {
        put(&bytes);
        let all = DRAWN.map(refused);
        assert!(all.iter().all(|said| *said == all[0]), "{all:?}");
        told += &all[0];
    }
    put(&vec![0; 600_000]);
    told += &refused("advice.docx");
    std::fs::remove_file(desk.path("plans/other.png")).unwrap();
    std::fs::create_dir(desk.path("plans/other.png")).unwrap();
    told += &refused("advice.xlsx");
    insta::assert_snapshot!(told.replace('\\', "/"));
    // What shows no logo needs none.
    for format in ["text", "markdown", "adr", "csv", "json"] {
        assert_eq!(desk.run(&["advise", "plans/plan.toml", "--format", format]).code, 0, "{format}");
    }
}

#[test]
fn the_colour_that_is_set_colours_documents_but_shared_ones() {
    let desk = Desk::new();
    let html = |more: &[&str], colour: &str| {
        let mut command = desk.command(&[&["advise", "plan.toml", "--format", "html"], more].concat());
        ran(&command.env("JOURNEY_ADVISOR_ACCENT", colour).output().unwrap())
    };
    assert!(html(&[], "#8a1c5b").done().contains("--accent: #8A1C5B"));
    assert!(!html(&["--redact"], "#8a1c5b").done().contains("8A1C5B"));
    let pale = html(&[], "#8fd0cf");
    assert!(
        pale.err.contains("`#8fd0cf` cannot be read on white") || pale.err.contains("journey-advisor config"),
        "{}",
        pale.err
    );
    assert!(!pale.out.contains("8FD0CF"));
}
