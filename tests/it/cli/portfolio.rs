//! `portfolio`: many plans as one, from files and folders.

use serde_json::Value;

use super::run::{Desk, OTHER, PLAN};

fn parsed(out: &str) -> Value {
    serde_json::from_str(out).unwrap()
}

#[test]
fn plans_of_files_and_folders_become_one_portfolio() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("plans/deep")).unwrap();
    for (name, text) in [("plans/a.toml", PLAN), ("plans/deep/b.toml", OTHER), ("plans/readme.md", "no plan")] {
        desk.put(name, text);
    }
    let json = parsed(&desk.run(&["portfolio", "plans", "plan.toml", "--format", "json"]).done());
    assert_eq!(json["counts"]["plans"], 3);
    let mut files: Vec<_> =
        json["plans"].as_array().unwrap().iter().map(|plan| plan["file"].as_str().unwrap()).collect();
    files.sort_unstable();
    assert_eq!(files, ["plan.toml", "plans/a.toml", "plans/deep/b.toml"]);
}

#[test]
fn each_plan_is_as_the_advice_on_it_says() {
    let desk = Desk::new();
    for as_of in ["article", "today"] {
        let all =
            parsed(&desk.run(&["portfolio", "plan.toml", "other.toml", "--as-of", as_of, "--format", "json"]).done());
        for plan in all["plans"].as_array().unwrap() {
            let alone = desk.run(&["advise", plan["file"].as_str().unwrap(), "--as-of", as_of, "--format", "json"]);
            let alone = parsed(&alone.out);
            for key in ["recommendation", "as_of", "basis", "title"] {
                assert_eq!(plan[key], alone[key], "{as_of} {key}");
            }
            assert_eq!(plan["gaps"], alone["gaps"].as_array().unwrap().len());
            for alternative in alone["alternatives"].as_array().unwrap() {
                assert_eq!(plan["fits"][alternative["id"].as_str().unwrap()], alternative["value"]);
            }
        }
    }
}

#[test]
fn plans_that_cannot_be_read_are_named_and_counted() {
    let desk = Desk::new();
    desk.put("bad.toml", "[answers]\nlead-creation = [\"perhaps\"]\n");
    let given = ["portfolio", "plan.toml", "bad.toml", "none.toml", "other.toml"];
    let ran = desk.run(&given);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("error: `bad.toml` has 1 error\n"), "{}", ran.err);
    assert!(ran.err.ends_with("error: there is no `none.toml`\nhelp: check the name and the folder\n"), "{}", ran.err);
    assert!(ran.out.contains("2 files could not be used and are left out."), "{}", ran.out);
    assert!(ran.out.contains("LEFT OUT\n") && ran.out.contains("there is no `none.toml`"), "{}", ran.out);
    let json = parsed(&desk.run(&[&given[..], &["--format", "json"]].concat()).out);
    assert_eq!((&json["counts"]["plans"], &json["counts"]["left_out"]), (&2.into(), &2.into()));
}

#[test]
fn without_a_plan_there_is_no_portfolio() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("empty")).unwrap();
    let message = "error: there is no plan in `empty`\n\
                   help: plans are files whose names end in `.toml`, in the folder or in a folder in it\n";
    assert_eq!(desk.run(&["portfolio", "empty", "-o", "p.html"]).failed(3), message);
    assert!(!desk.path("p.html").exists());
}

#[test]
fn the_ending_of_a_file_names_the_form_and_nothing_is_replaced() {
    let desk = Desk::new();
    for (name, begins) in [
        ("p.txt", "Portfolio\n"),
        ("p.md", "# Portfolio\n"),
        ("p.html", "<!doctype html>"),
        ("p.csv", "\u{feff}\"Kind\""),
        ("p.json", "{\n"),
    ] {
        desk.run(&["portfolio", "plan.toml", "other.toml", "-o", name]).done();
        let text = std::fs::read_to_string(desk.path(name)).unwrap();
        assert!(text.starts_with(begins), "{name}: {text}");
        assert_eq!(desk.run(&["portfolio", "plan.toml", "-o", name]).code, 1, "{name} is there already");
    }
    assert_eq!(desk.run(&["portfolio", "plan.toml", "-o", "p.pdf"]).code, 2);
}

#[test]
fn titles_can_be_left_out() {
    let desk = Desk::new();
    for format in ["text", "markdown", "html", "csv", "json"] {
        let out = desk.run(&["portfolio", "--redact", "plan.toml", "--format", format]).done();
        assert!(!out.contains("Spring"), "{format}: {out}");
    }
}

/// The forty journeys of the clients.
#[cfg(target_os = "linux")]
fn forty() -> Vec<String> {
    let journeys = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/portfolio/journeys");
    let mut paths: Vec<_> = std::fs::read_dir(journeys).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// The most memory that a run on so many plans takes, in KiB, seen while it still has something to print.
#[cfg(target_os = "linux")]
fn most_memory(plans: usize, format: &str) -> u64 {
    use std::io::Read as _;
    use std::process::Stdio;
    /// More bytes than a pipe holds.
    const LEFT: usize = 70_000;
    let desk = Desk::new().embedded();
    std::fs::create_dir(desk.path("plans")).unwrap();
    for (number, text) in (0..plans).zip(forty().iter().cycle()) {
        desk.put(&format!("plans/{number:05}.toml"), text);
    }
    let arguments = ["portfolio", "plans", "--format", format];
    let bytes = desk.run(&arguments).done().len();
    let mut child = desk.command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut vec![0; bytes - LEFT]).unwrap();
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let most = most.trim().trim_end_matches(" kB").parse().unwrap();
    let mut rest = Vec::new();
    out.read_to_end(&mut rest).unwrap();
    assert!(rest.len() == LEFT && child.wait().unwrap().success());
    most
}

/// Text and JSON of ten thousand plans, whose files were just written, in the time that somebody waits for.
#[test]
#[ignore = "is a promise about the release build"]
fn ten_thousand_plans_take_less_than_two_seconds() {
    const ROUNDS: usize = 5;
    let desk = Desk::new().embedded();
    super::lines::backlog(&desk, 10_000);
    for format in ["text", "json"] {
        let times = (0..ROUNDS).map(|_| {
            let begin = std::time::Instant::now();
            let mut command = desk.command(&["portfolio", "plans", "--format", format]);
            let status = command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).status();
            assert!(status.unwrap().success());
            begin.elapsed()
        });
        let mut times: Vec<_> = times.collect();
        times.sort();
        println!("{format}: {times:?}");
        assert!(times[ROUNDS / 2].as_secs_f64() < 2.0, "{format}: {times:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_plan_takes_less_than_a_kilobyte() {
    const FEW: usize = 500;
    const MANY: usize = 5_500;
    for format in ["text", "json"] {
        let (few, many) = (most_memory(FEW, format), most_memory(MANY, format));
        let bytes = (many - few) * 1024 / u64::try_from(MANY - FEW).unwrap();
        println!("{format}: {few} KiB for {FEW} plans, {many} KiB for {MANY}: {bytes} bytes a plan");
        assert!(bytes < 1024, "{format}: {bytes} bytes a plan");
    }
}
