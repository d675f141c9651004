//! The commands around the advice: compare, schema, completions, man.

use super::run::Desk;

#[test]
fn two_plans_are_compared_answer_by_answer() {
    let desk = Desk::new();
    insta::assert_snapshot!("compare-two-plans", desk.run(&["compare", "plan.toml", "other.toml"]).done());
    insta::assert_snapshot!("compare-with-itself", desk.run(&["compare", "plan.toml", "plan.toml"]).done());
}

#[test]
fn the_parts_of_a_comparison_sum_to_the_whole() {
    let desk = Desk::new();
    let out = desk.run(&["compare", "plan.toml", "other.toml", "--format", "json"]).done();
    let compared: serde_json::Value = serde_json::from_str(&out).unwrap();
    let parts = compared["parts"].as_array().unwrap();
    let sum: i64 = parts.iter().map(|part| part["difference"].as_i64().unwrap()).sum();
    assert_eq!(sum, compared["difference"].as_i64().unwrap());
    assert_eq!(sum, compared["margins"][1].as_i64().unwrap() - compared["margins"][0].as_i64().unwrap());
    assert!(parts.len() > 1, "{out}");
}

#[test]
fn what_is_found_can_be_narrowed() {
    let desk = Desk::new().embedded();
    let ids = |arguments: &[&str]| -> Vec<String> {
        let out = desk.run(&[&["search", "--format", "json"], arguments].concat()).done();
        let found: serde_json::Value = serde_json::from_str(&out).unwrap();
        let results = found["results"].as_array().unwrap();
        results.iter().map(|result| result["id"].as_str().unwrap().to_owned()).collect()
    };
    let has = |arguments: &[&str], id: &str| ids(arguments).contains(&id.to_owned());
    assert!(has(&["no", "percentage", "split", "--as-of", "article"], "rt-no-percentage-split"));
    assert!(!has(&["no", "percentage", "split", "--as-of", "today"], "rt-no-percentage-split"));
    assert!(has(&["no", "percentage", "split", "--lifted"], "rt-no-percentage-split"));
    assert!(has(&["lead", "--topic", "leads", "--kind", "capability"], "lead-scoring"));
    assert!(!has(&["lead", "--topic", "email"], "lead-scoring"));
    assert!(ids(&["lead", "--severity", "blocker"]).iter().all(|id| id.starts_with("rt-") || id.starts_with("ob-")));
    assert_eq!(
        desk.run(&["search", "lead", "--topic", "lead"]).failed(2),
        "error: there is no topic `lead`\nhelp: did you mean `leads`?\n"
    );
}

#[test]
fn an_entry_is_shown_as_it_is_on_a_day() {
    let desk = Desk::new().embedded();
    let shown = |id: &str, day: &str| desk.run(&["show", id, "--as-of", day]).done();
    assert!(shown("rt-no-percentage-split", "article").contains("\nBy the article, December 2022: holds.\n"));
    assert!(shown("rt-no-percentage-split", "2026-11-24").contains("\nToday, 24 November 2026: does not hold.\n"));
    assert!(shown("outbound-removed", "article").contains("\nBy the article, December 2022: is still to come.\n"));
    assert!(
        shown("split-by-share", "article")
            .contains("\nBy the article, December 2022: real-time not supported; outbound built in.\n")
    );
    let without = "\n    No workaround is known for that day.\n";
    assert!(shown("rt-no-ready-messenger", "2022-09-30").contains(without));
    assert!(!shown("rt-no-ready-messenger", "2022-10-01").contains(without));
    let both = shown("rt-no-mms", "2022-10-01");
    assert!(
        both.contains("    Workaround, until April 2023 (a marketer, some hours): ")
            && both.contains("    Workaround, since April 2023 (a marketer, some hours): "),
        "{both}"
    );
    let json = desk.run(&["show", "split-by-share", "--as-of", "article", "--format", "json"]).done();
    let shown: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(shown["on_the_day"]["support"]["real-time"], "none");
    assert!(!desk.run(&["show", "split-by-share"]).done().contains("\nOn "));
}

#[test]
fn schemas_are_those_of_the_repository() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["schema", "advice"]).done(), include_str!("../../../schemas/advice.schema.json"));
    assert_eq!(desk.run(&["schema", "brief"]).done(), include_str!("../../../schemas/brief.schema.json"));
    assert_eq!(desk.run(&["schema", "knowledge"]).done(), include_str!("../../../knowledge/schema.json"));
}

#[test]
fn a_text_to_send_about_a_wrong_fact_has_what_the_program_says_and_where_it_has_it_from() {
    let desk = Desk::new().embedded();
    for id in ["rt-no-mms", "split-by-share", "outbound-removed", "lead-work"] {
        let report = desk.run(&["show", id, "--report"]).done();
        assert!(report.starts_with(&format!("## A fact is wrong: {id}\n\n- What is wrong:")), "{report}");
        for said in ["journey-advisor 0", "edition 2026-", "### What the program says\n", id] {
            assert!(report.contains(said), "{id}: {said}: {report}");
        }
        let json = desk.run(&["show", id, "--format", "json"]).done();
        let entry: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert!(report.contains(entry["title"].as_str().unwrap()), "{id}");
        let shown = desk.run(&["show", id]).done();
        let addresses = shown.lines().map(str::trim).filter(|line| line.starts_with("https://"));
        for address in addresses {
            assert!(report.contains(address), "{id}: {address}");
        }
        assert!(report.contains("### Sources\n") || id == "lead-work", "only facts have sources: {id}");
    }
    assert!(desk.run(&["show", "rt-no-mms", "--report", "--format", "json"]).code == 2);
}

#[test]
fn schemas_pages_and_completions_are_written_to_a_file_and_replace_none_unasked() {
    let desk = Desk::new();
    for command in [
        &["schema", "advice"][..],
        &["schema", "plan"],
        &["man"],
        &["man", "advise"],
        &["completions", "bash"],
        &["completions", "powershell"],
    ] {
        let printed = desk.run(command).done();
        assert_eq!(desk.run(&[command, &["-o", "file"]].concat()).done(), "");
        assert_eq!(desk.get("file"), printed, "{command:?}");
        desk.put("file", "mine");
        assert!(desk.run(&[command, &["-o", "file"]].concat()).failed(1).contains("--force"));
        assert_eq!(desk.get("file"), "mine");
        desk.run(&[command, &["-o", "file", "--force"]].concat()).done();
        assert_eq!(desk.get("file"), printed);
        std::fs::remove_file(desk.path("file")).unwrap();
    }
}

#[test]
fn completions_know_the_names_of_themes_entries_topics_and_areas() {
    let own = Desk::new();
    std::fs::create_dir_all(own.path(".config/journey-advisor/themes")).unwrap();
    own.put(".config/journey-advisor/themes/of-my-own.toml", "name = \"x\"\n");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = Desk::new().embedded().run(&["completions", shell]).done();
        for name in ["rt-no-mms", "split-by-share", "outbound-removed", "solarized-dark", "article"] {
            assert!(script.contains(name), "{shell}: {name}");
        }
        assert!(!script.contains("of-my-own"));
    }
    let script = own.run(&["completions", "bash"]).done();
    assert!(script.contains("of-my-own") && script.contains("message-channels") && !script.contains("rt-no-mms"));
}

#[test]
fn the_help_and_the_page_say_for_each_shell_where_completions_go() {
    let desk = Desk::new().embedded();
    let help = desk.run(&["help", "completions"]).done();
    let page = desk.run(&["man", "completions"]).done();
    let (_, files) = page.split_once(".SH FILES").unwrap();
    for (shell, place) in [
        ("bash", "bash-completion/completions/journey-advisor"),
        ("elvish", "eval (slurp < FILE)"),
        ("fish", "fish/completions/journey-advisor.fish"),
        ("powershell", "$PROFILE"),
        ("zsh", "$fpath"),
    ] {
        let line = help.lines().find(|line| line.trim_start().starts_with(&format!("{shell} "))).unwrap();
        assert!(line.contains(place), "{line}");
        assert!(files.replace('\\', "").replace('\n', " ").contains(place), "{files}");
    }
    assert_eq!(page.matches("Where they go").count(), 0, "it stands in its own section");
}

#[test]
#[cfg(unix)]
fn bash_completes_commands_and_names() {
    let desk = Desk::new().embedded();
    desk.run(&["completions", "bash", "-o", "completions.bash"]).done();
    let completed = |words: &[&str]| -> Vec<String> {
        let [.., before, current] = words else { panic!("{words:?} is no line to complete") };
        let script = format!(
            "source completions.bash; COMP_WORDS=({}); COMP_CWORD={}; \
             _journey__advisor journey-advisor '{current}' {before}; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            words.join(" "),
            words.len() - 1
        );
        let mut bash = std::process::Command::new("bash");
        let output = bash.args(["--norc", "-c", &script]).current_dir(desk.path("")).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    };
    assert_eq!(completed(&["journey-advisor", "adv"]), ["advise"]);
    assert_eq!(completed(&["journey-advisor", "show", "rt-no-mm"]), ["rt-no-mms"]);
    assert_eq!(completed(&["journey-advisor", "man", "verif"]), ["verify"]);
    assert_eq!(completed(&["journey-advisor", "advise", "--format", "mark"]), ["markdown"]);
    assert_eq!(completed(&["journey-advisor", "search", "--topic", "lifec"]), ["lifecycle"]);
    assert_eq!(completed(&["journey-advisor", "--theme", "solar"]), ["solarized-dark", "solarized-light"]);
    assert!(completed(&["journey-advisor", "verify", "--f"]).contains(&"--format".to_owned()));
}

/// The lines of a script from one that begins a block to the one that ends it.
#[track_caller]
fn block<'s>(script: &'s str, head: &str, end: &str) -> Vec<&'s str> {
    let lines = script.lines().map(str::trim).skip_while(|line| *line != head);
    let lines: Vec<_> = lines.skip(1).take_while(|line| *line != end).collect();
    assert!(!lines.is_empty(), "no {head}");
    lines
}

#[test]
fn powershell_and_elvish_know_what_an_option_takes_and_what_a_command_takes() {
    let desk = Desk::new().embedded();
    let script = desk.run(&["completions", "powershell"]).done();
    let of = |place: &str| block(&script, &format!("'journey-advisor;{place}' {{"), "break").join("\n");
    assert!(of("advise --theme").contains("'solarized-dark', 'solarized-dark'"), "global options go with each command");
    assert!(
        of("advise --format").contains("'markdown', 'markdown', [CompletionResultType]::ParameterValue, 'For a page")
    );
    assert!(!of("search --format").contains("'markdown'"), "it has no such form");
    assert!(of("completions").contains("'powershell', 'powershell'") && of("completions").contains("'--force'"));
    assert!(of("man").contains("'verify', 'verify'"));
    let titles = of("show");
    assert!(titles.contains("('rt-no-mms', 'rt-no-mms', [CompletionResultType]::ParameterValue, '"), "{titles}");

    let script = desk.run(&["completions", "elvish"]).done();
    let of = |place: &str| block(&script, &format!("&'journey-advisor;{place}'= {{"), "}").join("\n");
    assert!(of("advise --theme").contains("cand 'solarized-dark' 'solarized-dark'"));
    assert!(of("advise --format").contains("cand 'markdown' 'For a page or a ticket'"));
    assert!(of("show").contains("cand 'rt-no-mms' '") && of("man").contains("cand 'verify' "));
}

/// A plan may stand where a command does, which the generator of completions takes for a word before it.
#[test]
fn zsh_takes_the_first_word_for_a_command_or_a_plan() {
    let script = Desk::new().run(&["completions", "zsh"]).done();
    let (first, _) = script.split_once("&& ret=0").unwrap();
    assert!(!first.contains("::plan") && first.contains("{_journey-advisor_commands; _files -g '*.toml'}"), "{first}");
    assert!(script.contains("case $line[1] in") && !script.contains("$line[2]"));
}

#[test]
fn there_are_completions_for_every_shell() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = desk.run(&["completions", shell]).done();
        assert!(script.contains("journey-advisor") && script.contains("advise"), "{shell}");
    }
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let desk = Desk::new();
    let page = desk.run(&["man"]).done();
    assert!(page.contains("\n.TH JOURNEY-ADVISOR 1 2026-11-24 \"journey-advisor "), "{page}");
    for section in ["KEYS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "VERSION"] {
        assert!(
            page.contains(&format!("\n.SH \"{section}\"\n")) || page.contains(&format!("\n.SH {section}\n")),
            "{section}"
        );
    }
    assert!(page.contains("\n\\fBjourney\\-advisor advise plan.toml\\fR\nthe advice on it\n"), "{page}");
    assert!(desk.run(&["man", "advise"]).done().contains("\\-\\-redact"));
    assert_eq!(
        desk.run(&["man", "advice"]).failed(2),
        "error: there is no command `advice`\nhelp: did you mean `advise`?\n"
    );
}

/// Every variable that the program asks for, as its sources name them.
#[test]
fn the_manual_page_names_every_variable() {
    let page = Desk::new().run(&["man"]).done();
    let mut count = 0;
    for source in [include_str!("../../../src/shell/environment.rs"), include_str!("../../../src/shell/color.rs")] {
        let code = source.split("#[cfg(test)]").next().unwrap();
        let quoted = code.split('"').skip(1).step_by(2);
        for name in quoted.filter(|word| word.len() > 1 && word.chars().all(|it| it.is_ascii_uppercase() || it == '_'))
        {
            // Only builds for tests ask for that one.
            if name != "JOURNEY_ADVISOR_FAIL_POINT" {
                assert!(page.contains(name), "{name}");
                count += 1;
            }
        }
    }
    assert!(count > 10, "{count}");
}

/// With mandoc installed, it finds nothing to say about any page. Without it that is said, and only the unit tests hold.
#[test]
fn mandoc_has_nothing_to_say_about_the_pages() {
    let desk = Desk::new();
    for command in ["", "advise", "search", "questions", "themes", "help", "completions"] {
        let arguments: Vec<&str> = ["man", command].into_iter().filter(|word| !word.is_empty()).collect();
        desk.run(&[&arguments[..], &["-o", "page.1", "--force"]].concat()).done();
        let Ok(lint) = std::process::Command::new("mandoc").arg("-Tlint").arg(desk.path("page.1")).output() else {
            println!("skipped: there is no mandoc");
            return;
        };
        assert_eq!(String::from_utf8_lossy(&lint.stdout), "", "{command}");
    }
}

#[test]
fn a_file_of_knowledge_that_is_no_utf8_does_not_hide_what_is_wrong_in_others() {
    let desk = Desk::new().embedded();
    let small = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    std::fs::create_dir_all(desk.path("own/topics")).unwrap();
    for name in ["advisor.toml", "sources.toml", "topics/channels.toml", "topics/leads.toml"] {
        let mut bytes = std::fs::read(small.join(name)).unwrap();
        bytes.extend(if name == "topics/leads.toml" { &b"\n# caf\xe9\n"[..] } else { b"" });
        bytes.extend(if name == "sources.toml" { &b"\nnothing = \n"[..] } else { b"" });
        std::fs::write(desk.path("own").join(name), bytes).unwrap();
    }
    let ran = desk.run(&["check", "--knowledge", "own"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    for said in ["error[K001]: this is not UTF-8 text", "own/topics/leads.toml:", "own/sources.toml:"] {
        assert!(ran.err.contains(said) || ran.out.contains(said), "{said}: {ran:?}");
    }
}

#[test]
fn two_plans_for_different_days_are_not_said_to_differ_in_their_answers() {
    let desk = Desk::new().embedded();
    let plan =
        |day: &str| format!("as-of = \"{day}\"\n[answers]\nscope = [\"leads\"]\nlead-work = [\"create-lead\"]\n");
    desk.put("then.toml", &plan("article"));
    desk.put("now.toml", &plan("today"));
    let out = desk.run(&["compare", "then.toml", "now.toml"]).done();
    let note = "The two plans are judged by the facts of different days, so the same answer can\ncount differently.";
    assert!(out.contains(note), "{out}");
    assert!(out.contains("the same in both: \"") && !out.contains("first: \""), "{out}");
}

#[test]
fn for_an_unknown_entry_only_near_ones_are_proposed() {
    let desk = Desk::new().embedded();
    let help = |id: &str| {
        let failed = desk.run(&["show", id]).failed(2);
        let (error, help) = failed.split_once('\n').unwrap();
        assert_eq!(error, format!("error: there is no entry `{id}`"));
        help.to_owned()
    };
    assert_eq!(help("lead-scorin"), "help: did you mean `lead-scoring` (Score leads by profile and behaviour)?\n");
    assert_eq!(
        help("Put a QR code in an email"),
        "help: did you mean `email-qr-code` (Put a QR code into an email)?\n"
    );
    for far in ["nosuch", "banana", "x", "sms", "marketing automation"] {
        assert_eq!(help(far), "help: `journey-advisor search WORDS` finds entries with their ids\n", "{far}");
    }
    assert!(help("rt-no-xxxx-yyyy").matches('`').count() <= 6);
}
