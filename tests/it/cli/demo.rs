//! The sample of the knowledge: `demo` shows it and leaves nothing behind, `check` covers it.

use std::path::Path;

use super::run::Desk;

/// The knowledge of the fixtures in a folder of the desk, with a sample.
fn with_sample(desk: &Desk, plan: Option<&str>, text: Option<&str>) -> String {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    let to = desk.path("knowledge");
    std::fs::create_dir_all(to.join("topics")).unwrap();
    let copy = |name: &Path| std::fs::copy(from.join(name), to.join(name)).map(drop).unwrap();
    for name in ["advisor.toml", "sources.toml"] {
        copy(Path::new(name));
    }
    for topic in std::fs::read_dir(from.join("topics")).unwrap() {
        copy(&Path::new("topics").join(topic.unwrap().file_name()));
    }
    for (name, text) in [("sample.toml", plan), ("sample.md", text)] {
        if let Some(text) = text {
            std::fs::write(to.join(name), text).unwrap();
        }
    }
    to.display().to_string()
}

const PLAN: &str = "title = \"Sample\"\n[answers]\nmessage-channels = [\"sms\"]\n";

#[test]
fn the_demo_is_told_line_by_line_and_leaves_no_plan_behind() {
    let desk = Desk::new().embedded();
    let ran = desk.feed(&["--plain", "demo"], "advice\njourney\nquit\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let said = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for what in ["This is a sample", "Build it in real-time marketing.", "Your journey: "] {
        assert!(said.contains(what), "{what}\n{}", ran.out);
    }
    let plans = desk.path(".local/share/journey-advisor");
    let kept = walk(&plans);
    assert!(!kept.iter().any(|name| name.contains("plan-")), "{kept:?}");
    let ran = desk.feed(&["--plain", "demo"], "copy\nquit\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(walk(&plans).iter().any(|name| name.ends_with("plan-0001.toml")), "copy keeps it");
    let first = desk.feed(&["--plain"], "quit\n").out;
    assert!(!first.contains("This is a sample"), "{first}");
}

#[test]
fn the_tour_is_told_line_by_line_in_seven_steps_and_leaves_the_answers_as_they_were() {
    let desk = Desk::new().embedded();
    let ran = desk.feed(&["--plain", "demo"], &format!("advice\n{}advice\nquit\n", "tour\n".repeat(7)));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let said = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = said.as_str();
    let stops = [
        "Tour, 1 of 7: A client's text. A client wrote:",
        "We sell garden tools in an online shop.",
        "Tour, 2 of 7: An answer less. Without the answer to \"",
        "Real-time 8",
        "Tour, 3 of 7: A live balance. With the answer again: Real-time 91 %, Outbound 61 %.",
        "Tour, 4 of 7: Advice, and why. Build it in real-time marketing.",
        "Tour, 5 of 7: Then and now. The article",
        "Tour, 6 of 7: What would change it. 1. ",
        "Tour, 7 of 7: A document to hand over.",
        "This was the tour.",
    ];
    for stop in stops {
        let at = rest.find(stop).unwrap_or_else(|| panic!("{stop} is missing in\n{rest}"));
        rest = &rest[at..];
    }
    assert_eq!(
        said.matches("12 built in, 2 partly and 1 not supported").count(),
        said.matches("BUILD").count() + 3,
        "{said}"
    );
    let other = desk.feed(&["--plain"], "tour\nquit\n").out;
    assert!(other.contains("The tour shows a sample plan."), "{other}");
}

fn walk(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path.display().to_string()] }).collect()
}

#[test]
fn knowledge_without_a_sample_says_so() {
    let desk = Desk::new();
    let said = desk.run(&["--plain", "demo"]).failed(1);
    assert!(said.starts_with("error: this knowledge has no sample to show\n"), "{said}");
}

#[test]
fn check_covers_the_sample() {
    let desk = Desk::new().embedded();
    let folder = with_sample(&desk, Some(PLAN), Some("We need text messages."));
    assert_eq!(desk.run(&["check", &folder]).code, 0);
    let wrong = PLAN.replace("message-channels", "mesage-channels");
    let folder = with_sample(&desk, Some(&wrong), Some("We need text messages."));
    let ran = desk.run(&["check", &folder]);
    assert_eq!(ran.code, 3);
    assert!(ran.out.contains("A003") && ran.out.contains("sample.toml:3:1"), "{}", ran.out);
    let desk = Desk::new().embedded();
    let folder = with_sample(&desk, None, Some("We need text messages."));
    let ran = desk.run(&["check", &folder]);
    assert_eq!(ran.code, 3);
    assert!(ran.out.contains("there is a `sample.md`, but no `sample.toml`"), "{}", ran.out);
}

/// The plan and the text of the program's own knowledge fit together: what the text asks for is answered so.
#[test]
fn the_sample_of_the_program_is_sound() {
    let desk = Desk::new().embedded();
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
}
