//! `advise --jsonl`: many plans, one line each.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Instant;

use serde_json::Value;

use super::run::{Desk, OTHER, PLAN};
use crate::support::generate;

fn parsed(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_plan_gets_a_line_in_the_order_given() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("plans")).unwrap();
    for (name, text) in [("plans/b.toml", PLAN), ("plans/a.toml", OTHER), ("plans/readme.md", "no plan")] {
        desk.put(name, text);
    }
    let out = desk.run(&["advise", "--jsonl", "other.toml", "plans", "plan.toml"]).done();
    let files: Vec<_> = parsed(&out).iter().map(|line| line["file"].as_str().unwrap().to_owned()).collect();
    assert_eq!(files, ["other.toml", "plans/a.toml", "plans/b.toml", "plan.toml"]);
}

/// What is said of each plan, without its file.
fn said(out: &str) -> Vec<Value> {
    let mut lines = parsed(out);
    for line in &mut lines {
        line.as_object_mut().unwrap().remove("file");
    }
    lines
}

#[test]
fn with_why_a_line_is_the_json_export_without_the_document() {
    let desk = Desk::new();
    for (plan, as_of) in [("plan.toml", "article"), ("plan.toml", "today"), ("other.toml", "today")] {
        let alone = desk.run(&["advise", plan, "--as-of", as_of, "--format", "json"]);
        let mut alone: Value = serde_json::from_str(&alone.out).unwrap();
        for of_document in ["document", "paper", "words"] {
            assert!(alone.as_object_mut().unwrap().remove(of_document).is_some());
        }
        let lines = desk.run(&["advise", "--jsonl", "--why", plan, "--as-of", as_of]).done();
        assert_eq!(said(&lines), [alone], "{plan} {as_of}");
    }
}

#[test]
fn without_why_a_line_says_what_to_do_and_the_musts_that_decide_it() {
    let desk = Desk::new();
    let mut named = 0;
    for as_of in ["article", "today"] {
        let short = said(&desk.run(&["advise", "--jsonl", "plan.toml", "other.toml", "--as-of", as_of]).done());
        let full = said(&desk.run(&["advise", "--jsonl", "--why", "plan.toml", "other.toml", "--as-of", as_of]).done());
        assert_eq!(short.len(), full.len());
        for (short, mut full) in short.into_iter().zip(full) {
            let deciding: Vec<Value> = full["alternatives"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|one| ["vetoed_by", "conditions", "unconfirmed"].map(|key| one[key].as_array().unwrap()))
                .flatten()
                .cloned()
                .collect();
            let full = full.as_object_mut().unwrap();
            full["requirements"].as_array_mut().unwrap().retain(|required| deciding.contains(&required["id"]));
            named += deciding.len();
            full.retain(|key, _| short.get(key).is_some());
            assert_eq!(&short, &Value::Object(full.clone()), "{as_of}");
            for key in ["recommendation", "alternatives", "decided", "flags", "then_and_now", "conflicts"] {
                assert!(short.get(key).is_some(), "{key}");
            }
        }
    }
    assert!(named > 0);
}

#[test]
fn plans_with_errors_are_reported_and_skipped() {
    let desk = Desk::new();
    desk.put("bad.toml", "[answers]\nlead-creation = [\"perhaps\"]\n");
    let ran = desk.run(&["advise", "--jsonl", "plan.toml", "bad.toml", "none.toml", "other.toml"]);
    assert_eq!(ran.code, 3);
    assert_eq!(parsed(&ran.out).len(), 2);
    assert!(ran.err.contains("error: `bad.toml` has 1 error\n"), "{}", ran.err);
    assert!(ran.err.ends_with("error: there is no `none.toml`\nhelp: check the name and the folder\n"), "{}", ran.err);
}

#[test]
fn lines_can_be_redacted() {
    let desk = Desk::new();
    let out = desk.run(&["advise", "--jsonl", "--why", "--redact", "plan.toml"]).done();
    assert!(!out.contains("Spring") && !out.contains("shop team"), "{out}");
}

#[test]
fn a_folder_without_plans_is_told() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("plans/below")).unwrap();
    desk.put("plans/below/readme.md", "no plan");
    let message = "error: there is no plan in `plans`\n\
                   help: plans are files whose names end in `.toml`, in the folder or in a folder in it\n";
    assert_eq!(desk.run(&["advise", "--jsonl", "plans"]).failed(3), message);
    let ran = desk.run(&["advise", "--jsonl", "plans", "plan.toml"]);
    assert_eq!((ran.code, ran.out.lines().count(), ran.err.as_str()), (3, 1, message));
}

#[test]
fn the_plans_of_folders_in_a_folder_are_advised_on_too() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("plans/b/deep")).unwrap();
    std::fs::create_dir_all(desk.path("plans/.hidden")).unwrap();
    for name in ["plans/a.toml", "plans/b/deep/x.toml", "plans/b/a.toml", "plans/c.toml", "plans/.hidden/d.toml"] {
        desk.put(name, PLAN);
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("..", desk.path("plans/b/up")).unwrap();
    let out = desk.run(&["advise", "--jsonl", "plans"]).done();
    let files: Vec<_> = parsed(&out).iter().map(|line| line["file"].as_str().unwrap().to_owned()).collect();
    assert_eq!(files, ["plans/a.toml", "plans/b/a.toml", "plans/b/deep/x.toml", "plans/c.toml"]);
}

/// The most memory that a run on so many plans takes, in KiB, seen while it still has lines to write.
#[cfg(target_os = "linux")]
fn most_memory(plans: usize) -> u64 {
    use std::io::{BufRead as _, BufReader};
    /// More lines than a pipe holds.
    const LEFT: usize = 150;
    let desk = Desk::new();
    std::fs::create_dir(desk.path("plans")).unwrap();
    (0..plans).for_each(|number| desk.put(&format!("plans/{number:05}.toml"), PLAN));
    let mut child = desk.command(&["advise", "--jsonl", "plans"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(lines.by_ref().take(plans - LEFT).map_while(Result::ok).count(), plans - LEFT);
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let most = most.trim().trim_end_matches(" kB").parse().unwrap();
    assert_eq!(lines.map_while(Result::ok).count(), LEFT);
    assert!(child.wait().unwrap().success());
    most
}

#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_number_of_plans() {
    let (few, many) = (most_memory(200), most_memory(4_000));
    assert!(many * 2 < few * 3, "{few} KiB for 200 plans, {many} KiB for 4,000");
}

/// How many plans are advised on, and how often each side is timed.
const PLANS: usize = 10_000;
const ROUNDS: usize = 7;

/// A folder of plans in a row: those of real people, then generated ones, each many times.
pub(super) fn backlog(desk: &Desk, plans: usize) -> Vec<PathBuf> {
    let base = journey_advisor::embedded::knowledge();
    let mut texts: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/personas"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let people = texts.len();
    texts.extend((0..people).map(|seed| {
        let answers = generate::answers(&mut generate::Random::new(u64::try_from(seed).unwrap()), &base);
        journey_advisor::answers::write(&answers, &base)
    }));
    std::fs::create_dir(desk.path("plans")).unwrap();
    let names = (0..plans).map(|number| format!("plans/{number:05}.toml"));
    let put = |(name, text): (String, &String)| {
        desk.put(&name, text);
        desk.path(&name)
    };
    names.zip(texts.iter().cycle()).map(put).collect()
}

/// Prints how long ten thousand plans take, and how long only reading their files.
#[test]
#[ignore = "takes a while; prints times to compare"]
fn ten_thousand_plans() {
    let desk = Desk::new().embedded();
    let paths = backlog(&desk, PLANS);
    let ran = desk.run(&["advise", "--jsonl", "plans"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, PLANS), "{}", ran.err);
    let ratios = (0..ROUNDS).map(|_| {
        let begin = Instant::now();
        let bytes: usize = paths.iter().map(|path| std::fs::read(path).unwrap().len()).sum();
        let reading = begin.elapsed();
        let begin = Instant::now();
        let mut command = desk.command(&["advise", "--jsonl", "plans"]);
        assert!(command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success());
        let advising = begin.elapsed();
        let ratio = advising.as_secs_f64() / reading.as_secs_f64();
        println!("reading {bytes} bytes {reading:?}, advice {advising:?}: {ratio:.1} times");
        ratio
    });
    let mut ratios: Vec<f64> = ratios.collect();
    ratios.sort_by(f64::total_cmp);
    println!("median {:.1} times", ratios[ROUNDS / 2]);
}
