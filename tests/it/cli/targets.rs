//! Where a command writes, in what form, and how its help is found.

use super::run::Desk;

#[test]
fn the_ending_of_the_file_says_the_format_of_the_advice() {
    let desk = Desk::new();
    for (name, format) in [
        ("a.txt", "text"),
        ("a.md", "markdown"),
        ("a.markdown", "markdown"),
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.json", "json"),
        ("a.csv", "csv"),
        ("advice", "text"),
    ] {
        assert_eq!(desk.run(&["advise", "plan.toml", "-o", name]).done(), "");
        assert_eq!(desk.get(name), desk.run(&["advise", "plan.toml", "--format", format]).done(), "{name}");
    }
    desk.run(&["advise", "plan.toml", "-o", "page.txt", "--format", "html"]).done();
    assert_eq!(desk.get("page.txt"), desk.get("a.html"), "what is asked for goes before the ending");
    desk.run(&["advise", "plan.toml", "-o", "work.csv", "--preset", "ado"]).done();
    assert!(desk.get("work.csv").contains("Work Item Type"));
}

#[test]
fn an_ending_that_names_no_format_is_refused_before_anything_is_written() {
    let desk = Desk::new();
    assert_eq!(
        desk.run(&["advise", "plan.toml", "-o", "plan.pdf"]).failed(2),
        "error: the ending of `plan.pdf` names no format\n\
         help: end it in `.txt`, `.md`, `.markdown`, `.html`, `.htm`, `.docx`, `.xlsx`, `.json` or `.csv`, or add `--format`\n"
    );
    for command in ["questions", "keys"] {
        assert_eq!(
            desk.run(&[command, "-o", "list.yaml"]).failed(2),
            "error: the ending of `list.yaml` names no format\n\
             help: end it in `.txt`, `.json` or `.toml`, or add `--format`\n"
        );
    }
    assert!(!desk.path("plan.pdf").exists() && !desk.path("list.yaml").exists());
}

#[test]
fn questions_and_keys_are_written_to_a_file_and_replace_none_unasked() {
    let desk = Desk::new();
    for command in ["questions", "keys"] {
        let file = format!("{command}.toml");
        assert_eq!(desk.run(&[command, "-o", &file]).done(), "");
        let toml = desk.run(&[command, "--format", "toml"]).done();
        assert_eq!(desk.get(&file), toml);
        desk.put(&file, "mine");
        let refused = desk.run(&[command, "-o", &file]).failed(1);
        assert!(refused.contains("--force"), "{refused}");
        assert_eq!(desk.get(&file), "mine");
        desk.run(&[command, "-o", &file, "--force"]).done();
        assert_eq!(desk.get(&file), toml);
        let text = desk.run(&[command]).done();
        assert_eq!(desk.run(&[command, "-o", "-"]).done(), text);
        assert!(desk.run(&[command, "--force"]).code == 2);
    }
    assert_eq!(desk.run(&["advise", "questions.toml"]).code, 4, "a file to fill in can be advised on as it is");
}

#[test]
fn help_is_a_command_too() {
    let desk = Desk::new().embedded();
    assert_eq!(desk.run(&["help"]).done(), desk.run(&["--help"]).done());
    for command in ["advise", "questions", "search", "show", "check", "themes", "keys", "compare", "verify", "man"] {
        let help = desk.run(&["help", command]).done();
        assert!(help.contains(&format!("Usage: journey-advisor {command}")), "{help}");
        assert_eq!(help, desk.run(&[command, "--help"]).done());
    }
    assert!(desk.run(&["help", "themes", "import"]).done().contains("SCHEME.yaml"));
    assert!(desk.run(&["help", "advize"]).failed(2).contains("advize"));
    assert!(desk.run(&["--help"]).done().contains("\n  help "));
    assert!(desk.run(&["completions", "bash"]).done().contains("help"));
    assert!(desk.run(&["man"]).done().contains("journey\\-advisor\\-help(1)"));
    assert!(desk.run(&["man", "help"]).done().contains(".TH"));
}

#[test]
fn rows_are_written_as_a_spreadsheet_of_another_language_wants_them() {
    let desk = Desk::new();
    let commas = desk.run(&["advise", "plan.toml", "--format", "csv"]).done();
    for (delimiter, letter) in [(";", b';'), ("semicolon", b';'), ("tab", b'\t'), (",", b','), ("comma", b',')] {
        let rows = desk.run(&["advise", "plan.toml", "--format", "csv", "--delimiter", delimiter]).done();
        assert_eq!(cells(&rows, letter), cells(&commas, b','), "{delimiter}");
        let led = desk.run(&["advise", "plan.toml", "--format", "csv", "--delimiter", delimiter, "--sep"]).done();
        let line = format!("\u{feff}sep={}\r\n", char::from(letter));
        assert_eq!(led.strip_prefix(&line), rows.strip_prefix('\u{feff}'), "{delimiter}");
    }
    let plans =
        |more: &[&str]| desk.run(&[&["portfolio", "plan.toml", "other.toml", "--format", "csv"], more].concat()).done();
    assert_eq!(cells(&plans(&["--delimiter", ";"]), b';'), cells(&plans(&[]), b','));
    desk.run(&["portfolio", "plan.toml", "-o", "plans.csv", "--delimiter", ";", "--sep"]).done();
    assert!(desk.get("plans.csv").starts_with("\u{feff}sep=;\r\n\"Kind\";"));
}

/// The cells of rows, as any reader of such files takes them.
fn cells(rows: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader =
        reader.delimiter(delimiter).has_headers(false).from_reader(rows.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert!(rows.len() > 2 && rows.iter().all(|row| row.len() > 9), "{rows:?}");
    rows
}

#[test]
fn how_rows_are_written_is_said_of_no_other_form() {
    let desk = Desk::new();
    for arguments in [
        &["advise", "plan.toml", "--delimiter", ";"][..],
        &["advise", "plan.toml", "-o", "plan.html", "--sep"],
        &["advise", "plan.toml", "--format", "csv", "--preset", "ado", "--delimiter", "tab"],
        &["portfolio", "plan.toml", "--format", "json", "--sep"],
    ] {
        assert_eq!(
            desk.run(arguments).failed(2),
            "error: `--delimiter` and `--sep` say how the csv form is written\n\
             help: add `--format csv`, without `--preset`\n",
            "{arguments:?}"
        );
    }
    assert!(!desk.path("plan.html").exists());
    assert!(desk.run(&["advise", "plan.toml", "--format", "csv", "--delimiter", "|"]).failed(2).contains("semicolon"));
}
