//! `advise` with all its formats, and what it refuses.

use super::run::Desk;

const FORMATS: [&str; 6] = ["text", "markdown", "html", "json", "csv", "adr"];

/// The formats that say more than the register.
const DOCUMENTS: [&str; 5] = ["text", "markdown", "html", "json", "adr"];

#[test]
fn every_format_goes_to_the_standard_output_alone() {
    let desk = Desk::new();
    for format in FORMATS {
        let text = desk.run(&["advise", "plan.toml", "--format", format]).done();
        assert!(text.contains("REQ-01") && text.ends_with('\n'), "{format}: {text}");
        assert!(!text.contains('\u{1b}'), "{format}");
        assert_eq!(desk.run(&["advise", "plan.toml", "--format", format]).done(), text, "{format} is reproducible");
    }
}

#[test]
fn every_format_says_of_an_earlier_day_what_is_gone_by_now() {
    let desk = Desk::new();
    for format in DOCUMENTS {
        let text = desk.run(&["advise", "plan.toml", "--as-of", "article", "--format", format]).done();
        let gone = if format == "json" { "\"available_today\": false" } else { "Nothing can be built in it today." };
        let in_a_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(in_a_line.contains(gone), "{format}: {text}");
    }
}

#[test]
fn answers_come_from_the_standard_input_too() {
    let desk = Desk::new();
    let expected = desk.run(&["advise", "plan.toml"]).done();
    assert_eq!(desk.feed(&["advise", "-"], &desk.get("plan.toml")).done(), expected);
}

#[test]
fn the_whole_document_is_there_for_the_asking() {
    let desk = Desk::new();
    let brief = desk.run(&["advise", "plan.toml", "--extent", "brief"]).done();
    let full = desk.run(&["advise", "plan.toml"]).done();
    assert_eq!(full, desk.run(&["advise", "plan.toml", "--extent", "full"]).done());
    let lines = |text: &str| text.lines().take_while(|line| *line != "OPTIONS COMPARED").count();
    assert_eq!(lines(&full), lines(&brief), "both begin with the same page");
    for heading in [
        "1 FIT-GAP REGISTER",
        "3 PLAN",
        "PRODUCT LIFE CYCLE",
        "7 REVISION HISTORY",
        "A METHOD",
        "A.1 COUNTS",
        "B TRACEABILITY",
        "E SOURCES",
    ] {
        let heading = format!("{heading}\n");
        assert!(full.contains(&heading) && !brief.contains(&heading), "{heading}");
    }
}

#[test]
fn rows_can_be_work_items_of_azure_devops() {
    let desk = Desk::new();
    let agile = desk.run(&["advise", "plan.toml", "--format", "csv", "--preset", "ado"]).done();
    assert!(agile.starts_with("Work Item Type,Title 1,Title 2,Title 3,Priority,Description,"), "{agile}");
    let mut reader = csv::Reader::from_reader(agile.as_bytes());
    let refused = ["ID", "State", "Assigned To", "Changed Date", "Created By"];
    assert!(reader.headers().unwrap().iter().all(|head| !refused.contains(&head)), "an import gives these itself");
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!([&rows[0][0], &rows[0][1]], ["Epic", "Build it in real-time marketing: Spring campaign"]);
    assert_eq!([&rows[1][0], &rows[1][2]], ["Feature", "Channels"]);
    assert_eq!([&rows[2][0], &rows[2][3], &rows[2][4]], ["User Story", "REQ-01 Send text messages (SMS)", "1"]);
    for (preset, kind) in [
        ("ado-agile", "\"User Story\""),
        ("ado-scrum", "\"Product Backlog Item\""),
        ("ado-cmmi", "\"Requirement\""),
        ("ado-basic", "\"Issue\""),
        ("ado-d365", "\"Requirement\",\"REQ-01"),
    ] {
        let text = desk.run(&["advise", "plan.toml", "--format", "csv", "--preset", preset]).done();
        assert!(text.contains(kind), "{preset}: {text}");
        assert!(preset != "ado-agile" || text == agile);
    }
    let older = ["advise", "plan.toml", "--format", "csv", "--preset", "ado-d365", "--ado-suffix", ""];
    assert!(desk.run(&older).done().contains(",Fit gap status,Gap solution approach,"));
}

#[test]
fn a_preset_and_its_suffix_are_said_of_the_csv_form_alone() {
    let desk = Desk::new();
    assert_eq!(
        desk.run(&["advise", "plan.toml", "--preset", "ado"]).failed(2),
        "error: `--preset` says what the csv form is made for\nhelp: add `--format csv`\n"
    );
    let scrum = ["advise", "plan.toml", "--format", "csv", "--preset", "ado-scrum", "--ado-suffix", "MS"];
    assert_eq!(
        desk.run(&scrum).failed(2),
        "error: `--ado-suffix` names fields that only the preset ado-d365 has\nhelp: add `--preset ado-d365`\n"
    );
    let hostile = ["advise", "plan.toml", "--format", "csv", "--preset", "ado-d365", "--ado-suffix", "=1,2"];
    assert!(desk.run(&hostile).failed(2).contains("it has at most 40 letters, digits and blanks"));
}

#[test]
fn no_advice_is_an_exit_code_of_its_own() {
    let desk = Desk::new();
    desk.put("empty.toml", "[answers]\n");
    let ran = desk.run(&["advise", "empty.toml"]);
    assert_eq!((ran.code, ran.err.as_str()), (4, ""));
    assert!(ran.out.contains("Not enough is known to give advice."), "{}", ran.out);
}

#[test]
fn a_file_is_never_replaced_unasked() {
    let desk = Desk::new();
    let write = ["advise", "plan.toml", "--format", "html", "-o", "advice.html"];
    assert_eq!(desk.run(&write).done(), "");
    let first = desk.get("advice.html");
    assert_eq!(first, desk.run(&["advise", "plan.toml", "--format", "html"]).done());
    desk.put("advice.html", "mine");
    assert_eq!(
        desk.run(&write).failed(1),
        "error: `advice.html` is there already, so nothing was written\nhelp: choose another name, or add `--force` to replace it\n"
    );
    assert_eq!(desk.get("advice.html"), "mine");
    let forced = [write.as_slice(), &["--force"]].concat();
    assert_eq!(desk.run(&forced).done(), "");
    assert_eq!(desk.get("advice.html"), first);
}

#[cfg(unix)]
#[test]
fn a_link_is_never_followed_nor_replaced() {
    let desk = Desk::new();
    desk.put("precious.md", "precious");
    std::os::unix::fs::symlink("precious.md", desk.path("link.md")).unwrap();
    std::os::unix::fs::symlink("nowhere.md", desk.path("dangling.md")).unwrap();
    for name in ["link.md", "dangling.md"] {
        for force in [&[][..], &["--force"]] {
            let arguments = [&["advise", "plan.toml", "-o", name][..], force].concat();
            assert_eq!(
                desk.run(&arguments).failed(1),
                format!(
                    "error: `{name}` is a link, so nothing was written\nhelp: name the file that it leads to, or another one\n"
                )
            );
        }
    }
    assert_eq!(desk.get("precious.md"), "precious");
    assert!(!desk.path("nowhere.md").exists());
}

#[test]
fn what_cannot_be_written_or_read_is_said() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("folder")).unwrap();
    desk.put("latin.toml", "");
    std::fs::write(desk.path("latin.toml"), b"title = \"caf\xe9\"\n").unwrap();
    for (arguments, code, message) in [
        (
            &["advise", "plan.toml", "-o", "none/advice.md"][..],
            1,
            "error: there is no folder for `none/advice.md`\nhelp: make the folder first\n",
        ),
        (&["advise", "plan.toml", "-o", "folder"], 1, "error: `folder` is a folder\nhelp: name a file in it\n"),
        (&["advise", "none.toml"], 1, "error: there is no `none.toml`\nhelp: check the name and the folder\n"),
        (&["advise", "folder"], 1, "error: `folder` is a folder\nhelp: name a file\n"),
        (
            &["advise", "latin.toml"],
            3,
            "error[A001]: this is not UTF-8 text; it looks like text in an older encoding, such as Windows-1252\n \
             --> latin.toml:1:13\n  \
             |\n\
             1 | title = \"caf\u{fffd}\"\n  \
             |             ^\n  \
             |\n  \
             = help: save it as UTF-8: in Notepad with \"Save as\", in PowerShell with `| Out-File -Encoding utf8 FILE`\n\n\
             error: `latin.toml` has 1 error\n",
        ),
        (
            &["advise", "plan.toml", "other.toml"],
            2,
            "error: one document is about one plan\nhelp: add `--jsonl` for many\n",
        ),
    ] {
        assert_eq!(desk.run(arguments).failed(code), message, "{arguments:?}");
    }
}

#[test]
fn answers_with_errors_are_shown_with_their_place() {
    let desk = Desk::new();
    desk.put("bad.toml", "[answers]\nmessage-channel = [\"sms\"]\n");
    let message = desk.run(&["advise", "bad.toml"]).failed(3);
    assert!(message.contains("--> bad.toml:2:1"), "{message}");
    assert!(message.ends_with("error: `bad.toml` has 1 error\n"), "{message}");
}

#[test]
fn a_redacted_document_holds_neither_title_nor_notes() {
    let desk = Desk::new();
    for format in FORMATS {
        let text = desk.run(&["advise", "plan.toml", "--format", format, "--redact"]).done();
        assert!(!text.contains("Spring") && !text.contains("shop team"), "{format}: {text}");
    }
    desk.put("redacted.html", &desk.run(&["advise", "plan.toml", "--format", "html", "--redact"]).done());
    assert!(desk.run(&["verify", "redacted.html"]).done().starts_with("The decision holds.\n"));
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_said() {
    let desk = Desk::new();
    for arguments in [&["advise", "plan.toml"][..], &["search", "text"], &["keys"], &["--help"], &["--version"]] {
        let ran = desk.to_full_device(arguments);
        assert_eq!(ran.code, 1, "{arguments:?}");
        assert!(ran.err.starts_with("error: cannot write to the standard output: "), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::new().embedded();
    desk.put(
        "plan.toml",
        "[answers]\npurpose = [\"responsive\"]\nstart = { chosen = [\"own-signal\"], importance = \"must\" }\n",
    );
    for arguments in [
        &["advise", "plan.toml", "--format", "html"][..],
        &["advise", "--jsonl", "plan.toml", "plan.toml"],
        &["questions"],
        &["schema", "knowledge"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
    ] {
        let ran = desk.to_closed_pipe(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    }
}

/// A pipe with a name, and a plan in it as soon as somebody reads.
#[cfg(unix)]
fn pipe(desk: &Desk, name: &str) -> std::thread::JoinHandle<()> {
    assert!(std::process::Command::new("mkfifo").arg(desk.path(name)).status().unwrap().success());
    let path = desk.path(name);
    std::thread::spawn(move || std::fs::write(path, super::run::PLAN).unwrap())
}

/// As `advise <(some command)` has it.
#[test]
#[cfg(unix)]
fn answers_may_come_from_a_pipe_that_is_named() {
    for arguments in [&["advise", "pipe"][..], &["advise", "--jsonl", "pipe"]] {
        let desk = Desk::new();
        let writer = pipe(&desk, "pipe");
        assert!(desk.run(arguments).done().contains("Spring campaign"));
        writer.join().unwrap();
    }
}

/// Nobody writes into it, so to wait for that would be to wait for ever.
#[test]
#[cfg(unix)]
fn a_pipe_that_is_found_in_a_folder_is_not_waited_for() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("plans")).unwrap();
    desk.put("plans/b.toml", super::run::PLAN);
    assert!(std::process::Command::new("mkfifo").arg(desk.path("plans/a.toml")).status().unwrap().success());
    let ran = desk.run(&["advise", "--jsonl", "plans"]);
    assert_eq!((ran.code, ran.out.lines().count()), (3, 1));
    assert_eq!(ran.err, "error: `plans/a.toml` is no ordinary file\nhelp: put a file in its place, or remove it\n");
}

/// A plan that real-time carries, but for messengers, which it had by an add-on from October 2022 on.
#[test]
fn a_workaround_is_named_only_on_days_on_which_it_can_be_done() {
    let desk = Desk::new().embedded();
    desk.put(
        "plan.toml",
        "[answers]\nchannels = { chosen = [\"sms\", \"push\", \"whatsapp\"], importance = \"should\" }\n",
    );
    for format in FORMATS.into_iter().filter(|format| *format != "json") {
        let advised = |day| desk.run(&["advise", "plan.toml", "--as-of", day, "--format", format]).done();
        let (before, after) = (words(&advised("2022-09-30")), words(&advised("2022-10-01")));
        let (none, found) = ("No workaround is known for that day.", "Install a provider's add-on");
        assert!(before.contains(none) && !before.contains(found), "{format}: {before}");
        assert!(!after.contains(none) && after.contains(found), "{format}: {after}");
    }
}

/// The words of a document, wherever its lines end.
fn words(text: &str) -> String {
    let text = text.replace("&#39;", "'").replace("\\'", "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// 1 January 1980, which `nix-shell` sets.
const BEFORE_THE_FACTS: i64 = 315_532_800;

/// What was read of a clock or an environment that cannot be right leads to no advice at all.
#[test]
fn a_day_before_the_facts_begin_is_refused_wherever_it_comes_from() {
    let desk = Desk::new().embedded().on(BEFORE_THE_FACTS);
    desk.put("plan.toml", "[answers]\npurpose = [\"broadcast\"]\n");
    let message = "error: SOURCE_DATE_EPOCH says 1 January 1980, which lies before the facts begin (August 2021)\n\
                   help: unset SOURCE_DATE_EPOCH, or set it to a later day in seconds since 1970\n";
    for arguments in [
        &["advise", "plan.toml"][..],
        &["advise", "plan.toml", "--as-of", "2024-01-01"],
        &["advise", "plan.toml", "--jsonl"],
        &["compare", "plan.toml", "plan.toml"],
        &["show", "cloud"],
        &["search", "sms"],
        &["check", "--audit"],
    ] {
        assert_eq!(desk.run(arguments).failed(2), message, "{arguments:?}");
    }
    assert!(desk.run(&["questions"]).done().contains("cloud"), "what speaks of no day needs none");
}

#[test]
fn a_fixed_day_that_is_no_number_is_refused() {
    let desk = Desk::new();
    let of = |text: &str| {
        let output = desk.command(&["advise", "plan.toml"]).env("SOURCE_DATE_EPOCH", text).output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = of("abc");
    let message = "error: SOURCE_DATE_EPOCH is `abc`, which is no whole number of seconds\n\
                   help: write the seconds since 1970, or unset it to go by the clock\n";
    assert_eq!((code, said.as_str()), (2, message));
    assert_eq!(of("").0, 0, "an empty variable says nothing");
}

#[test]
fn every_format_says_how_far_the_facts_reach_and_where_its_day_comes_from() {
    let desk = Desk::new().embedded();
    desk.put("plan.toml", "[answers]\npurpose = [\"broadcast\"]\n");
    for format in DOCUMENTS {
        let text = desk.run(&["advise", "plan.toml", "--format", format]).done();
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("18 August 2026; later changes are not known"), "{format}: {text}");
        let plain = flat.replace('\\', "");
        assert!(plain.contains("24 November 2026, a day fixed by SOURCE_DATE_EPOCH"), "{format}: {text}");
        assert!(!flat.contains("read 2026-11-2"), "{format}: what was read is older: {text}");
    }
    let brief = desk.run(&["advise", "plan.toml"]).done().replace('\n', " ");
    assert!(brief.contains("Facts up to 18 August 2026; later changes are not known."), "{brief}");
    let version = desk.run(&["--version"]).done();
    let state = ", edition 2026-11. Facts up to 18 August 2026; later changes are not known.\n";
    assert!(version.starts_with("journey-advisor ") && version.ends_with(state), "{version}");
    assert_eq!((version.lines().count(), desk.run(&["-V"]).done()), (2, version));
    let json: serde_json::Value =
        serde_json::from_str(&desk.run(&["advise", "plan.toml", "--format", "json"]).done()).unwrap();
    assert_eq!(json["knowledge"]["facts_until"], "2026-08-18");
    assert_eq!((&json["made_on_from"], &json["beyond_facts"]), (&"SOURCE_DATE_EPOCH".into(), &false.into()));
}

#[test]
fn a_day_long_after_the_facts_is_said_to_be_one() {
    let desk = Desk::new().embedded();
    desk.put("plan.toml", "[answers]\npurpose = [\"broadcast\"]\n");
    let says = |day: &str, format: &str| {
        let text = desk.run(&["advise", "plan.toml", "--as-of", day, "--format", format]).done();
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_flagged = flat.contains("marketing. The facts end long before ");
        assert_eq!(is_flagged, flat.contains("The facts end on 18 August 2026, long before"), "{format}: {text}");
        is_flagged && flat.contains("find out what has changed since")
    };
    for format in DOCUMENTS {
        assert!(says("2042-01-01", format) && says("2027-08-19", format), "{format}");
        assert!(!says("2027-08-18", format), "{format}: within the days after which facts are read again");
    }
    let brief = desk.run(&["advise", "plan.toml", "--as-of", "2042-01-01"]).done();
    assert!(brief.contains("marketing. The facts end long before 1 January 2042.\n"), "{brief}");
    let line = desk.run(&["advise", "plan.toml", "--as-of", "2042-01-01", "--jsonl"]).done();
    assert!(line.contains("\"beyond_facts\":true"), "{line}");
}
