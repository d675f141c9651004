//! `journey-advisor PLAN`: a file of the user's own is gone on with where it lies.

use super::run::Desk;

/// Line by line on a plan of the desk.
fn on(desk: &Desk, path: &str, lines: &str) -> super::run::Ran {
    desk.feed(&["--plain", path], lines)
}

#[test]
fn a_plan_is_opened_by_its_path_and_saved_there() {
    let desk = Desk::new();
    let ran = on(&desk, "plan.toml", "name Summer campaign\nquit\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(desk.get("plan.toml").contains("title = \"Summer campaign\""), "{}", desk.get("plan.toml"));
    assert!(ran.err.contains("plan.toml"), "where it is saved\n{}", ran.err);
    let beside: Vec<String> = std::fs::read_dir(desk.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("plan") && name != "plan.toml")
        .collect();
    assert_eq!(beside, Vec::<String>::new(), "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_plan_that_cannot_be_saved_can_be_read_and_copied() {
    use std::os::unix::fs::PermissionsExt as _;

    let desk = Desk::new();
    std::fs::set_permissions(desk.path("plan.toml"), std::fs::Permissions::from_mode(0o444)).unwrap();
    let before = desk.get("plan.toml");
    let ran = on(&desk, "plan.toml", "name Other\ncopy\nname Mine\nquit\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("This plan can only be read: you may not write there"), "{}", ran.err);
    assert_eq!(desk.get("plan.toml"), before);
    let kept = walk(&desk.path(".local"));
    assert!(kept.iter().any(|path| std::fs::read_to_string(path).unwrap().contains("title = \"Mine\"")), "{kept:?}");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn what_is_no_plan_is_refused_and_nothing_is_lost() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("folder.toml")).unwrap();
    desk.put("other-knowledge.toml", "edition = \"elsewhere\"\n[answers]\nwhatever = [\"x\"]\n");
    desk.put("broken.toml", "[answers\n");
    desk.put("large.toml", &"#".repeat(4_000_001));
    for (path, code, said) in [
        ("folder.toml", 1, "`folder.toml` is a folder"),
        ("other-knowledge.toml", 1, "other-knowledge.toml answers the questions of another knowledge"),
        ("broken.toml", 3, "`broken.toml` has 1 error"),
        ("large.toml", 3, "`large.toml` is too large"),
        ("none.toml", 1, "there is no `none.toml`"),
        ("advize", 2, "did you mean `journey-advisor advise`?"),
    ] {
        let before = std::fs::read(desk.path(path)).ok();
        let ran = desk.run(&["--plain", path]);
        assert_eq!(ran.code, code, "{path}: {}", ran.err);
        assert!(ran.err.contains(said), "{path}: {}", ran.err);
        assert_eq!(std::fs::read(desk.path(path)).ok(), before, "{path}");
    }
    assert!(desk.run(&["plan.toml", "advise", "plan.toml"]).failed(2).contains("do not go together"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let desk = Desk::new();
    assert!(std::process::Command::new("mkfifo").arg(desk.path("pipe.toml")).status().unwrap().success());
    let ran = desk.run(&["--plain", "pipe.toml"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("`pipe.toml` is no ordinary file"), "{}", ran.err);
}

/// A synchroniser keeps what two machines wrote under two names: both are seen.
#[test]
fn a_copy_of_a_synchroniser_is_named() {
    let desk = Desk::new();
    desk.put("plan (conflicted copy 2026-11-20).toml", &desk.get("other.toml"));
    desk.put("plan-b.toml", &desk.get("other.toml"));
    let ran = on(&desk, "plan.toml", "changes\nquit\n");
    assert!(
        ran.err.contains("There is another copy of this plan: plan (conflicted copy 2026-11-20).toml."),
        "{}",
        ran.err
    );
    assert!(ran.out.contains("Autumn campaign"), "{}", ran.out);
    std::fs::remove_file(desk.path("plan (conflicted copy 2026-11-20).toml")).unwrap();
    let ran = on(&desk, "plan.toml", "quit\n");
    assert!(!ran.err.contains("another copy"), "another plan of the user's is none\n{}", ran.err);
}

#[test]
fn steps_can_be_taken_back_after_a_new_start() {
    let desk = Desk::new();
    desk.feed(&["--plain"], "name One\nname Two\nquit\n");
    let ran = desk.feed(&["--plain"], "undo\nquit\n");
    assert!(ran.out.contains("Taken back."), "{}", ran.out);
    let titles = |desk: &Desk| {
        let kept = walk(&desk.path(".local"));
        let plan = kept.iter().find(|path| path.ends_with("plan-0001.toml")).cloned().expect("the plan");
        std::fs::read_to_string(plan).unwrap().lines().find(|line| line.starts_with("title")).map(str::to_owned)
    };
    assert_eq!(titles(&desk).as_deref(), Some("title = \"One\""));
    desk.feed(&["--plain"], "redo\nquit\n");
    assert_eq!(titles(&desk).as_deref(), Some("title = \"Two\""));
    desk.feed(&["--plain"], "undo\nundo\nundo\nquit\n");
    assert_eq!(titles(&desk).as_deref(), Some("title = \"\""));
}

/// A script hears of its slip, and not that a terminal is missing.
#[test]
fn a_command_with_a_slip_is_said_without_a_terminal_too() {
    let said = Desk::new().run(&["advize"]).failed(2);
    assert!(said.contains("there is neither a command nor a file `advize`"), "{said}");
    assert!(said.contains("help: did you mean `journey-advisor advise`?"), "{said}");
}
