//! `config`: what is set for every plan, and what comes before what.

use super::run::{Desk, ran};

const FILE: &str = ".config/journey-advisor/config.toml";

fn desk(own: &str) -> Desk {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path(".config/journey-advisor")).unwrap();
    desk.put(FILE, own);
    desk
}

/// The lines about settings, blanks taken together.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_setting_is_kept_and_whatever_else_is_written_stays() {
    let desk = Desk::new();
    let told = desk.run(&["config", "author", "J. \"Doe\""]);
    assert_eq!((told.code, told.out.as_str()), (0, ""));
    assert!(told.err.starts_with("`author` is set in ") && told.err.ends_with("config.toml\n"), "{}", told.err);
    desk.put(FILE, &format!("# mine\n{}", desk.get(FILE)));
    assert_eq!(desk.run(&["config", "mouse", "false"]).code, 0);
    assert_eq!(desk.get(FILE), "# mine\nauthor = \"J. \\\"Doe\\\"\"\nmouse = false\n");
    assert_eq!(desk.run(&["config", "author"]).done(), "J. \"Doe\"\n");
    assert_eq!(desk.run(&["config", "--unset", "author"]).code, 0);
    assert_eq!(desk.get(FILE), "# mine\nmouse = false\n");
    assert_eq!(
        desk.run(&["config", "author"]).failed(1),
        "error: `author` is not set\nhelp: Who writes the documents: `journey-advisor config author VALUE`\n"
    );
}

#[test]
fn the_command_line_comes_before_the_environment_and_that_before_the_file() {
    let desk = desk("theme = \"nord\"\nauthor = \"File\"\ncompany = \"Doe Consulting\"\n");
    let mut command = desk.command(&["config", "--show-origin", "--theme", "gruvbox-dark"]);
    command.env("JOURNEY_ADVISOR_AUTHOR", "Variable").env("JOURNEY_ADVISOR_THEME", "dracula");
    let listed = ran(&command.output().unwrap()).done();
    let listed = lines(&listed);
    assert!(listed.contains(&"theme gruvbox-dark command line: --theme".to_owned()), "{listed:#?}");
    assert!(listed.contains(&"author Variable environment: JOURNEY_ADVISOR_AUTHOR".to_owned()), "{listed:#?}");
    assert!(listed.contains(&"mouse true built in".to_owned()), "{listed:#?}");
    let company = listed.iter().find(|line| line.starts_with("company Doe Consulting file: ")).unwrap();
    assert!(company.ends_with("/journey-advisor/config.toml"), "{company}");
    assert_eq!(lines(&desk.run(&["config"]).done()).len(), listed.len());
}

#[test]
fn what_cannot_be_set_is_refused_with_the_nearest_name() {
    let desk = Desk::new();
    for (arguments, said) in [
        (&["config", "athor", "x"][..], "error: there is no setting `athor`\nhelp: did you mean `author`?\n"),
        (
            &["config", "theme", "nrod"],
            "error: there is no theme `nrod` that can be used\nhelp: did you mean `nord`?\n",
        ),
        (
            &["config", "mouse", "off"],
            "error: `off` is neither `true` nor `false`\nhelp: `mouse` is on or off: write `true` or `false`\n",
        ),
        (
            &["config", "export-folder", "documents"],
            "error: `documents` is another place wherever the program is started\nhelp: write the whole path, or begin it with `~/`\n",
        ),
    ] {
        assert_eq!(desk.run(arguments).failed(2), said);
    }
    assert!(!desk.path(FILE).exists());
}

#[test]
fn a_file_with_errors_is_said_with_their_places_and_never_written_over() {
    let own = "athor = \"J. Doe\"\ncompany = \"Doe Consulting\"\n";
    let desk = desk(own);
    let listed = desk.run(&["config"]);
    assert_eq!(listed.code, 3);
    assert!(listed.err.starts_with("error[C002]: unknown key `athor`\n"), "{}", listed.err);
    assert!(
        listed.err.contains("config.toml:1:1\n") && listed.err.contains("did you mean `author`?"),
        "{}",
        listed.err
    );
    assert!(lines(&listed.out).contains(&"company Doe Consulting".to_owned()), "{}", listed.out);
    let refused = desk.run(&["config", "author", "J. Doe"]).failed(3);
    assert!(refused.contains("config.toml` has 1 error, so nothing was written\n"), "{refused}");
    assert_eq!(desk.get(FILE), own);
    let advised = desk.run(&["advise", "plan.toml"]);
    assert_eq!(advised.code, 0);
    assert_eq!(advised.err, "warning: some of your settings cannot be used; `journey-advisor config` says why\n");
}

#[test]
fn a_settings_folder_that_cannot_be_written_is_said() {
    let desk = Desk::new();
    desk.put(".config", "a file");
    let told = desk.run(&["config", "author", "J. Doe"]).failed(1);
    assert!(told.contains("config.toml` cannot be written: "), "{told}");
    assert_eq!(desk.run(&["advise", "plan.toml"]).code, 0);
}

#[test]
fn a_document_says_who_wrote_it_unless_its_plan_says_so_or_it_is_redacted() {
    let desk = desk("author = \"J. Doe\"\n");
    desk.put("own.toml", "[paper]\nauthor = \"A. Smith\"\n[answers]\nmessage-channels = [\"sms\"]\n");
    let answers = |arguments: &[&str]| {
        let ran = desk.run(&[&["advise", "--format", "json"], arguments].concat());
        let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        json["answers"].as_str().unwrap().to_owned()
    };
    assert!(answers(&["plan.toml"]).contains("[paper]\nauthor = \"J. Doe\"\n"));
    assert!(answers(&["own.toml"]).contains("[paper]\nauthor = \"A. Smith\"\n"));
    assert!(!answers(&["--redact", "plan.toml"]).contains("[paper]"));
}

#[test]
fn knowledge_of_ones_own_can_be_set() {
    let small = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    let desk = Desk::new().embedded();
    assert_eq!(desk.run(&["config", "knowledge-folder", small.to_str().unwrap()]).code, 0);
    assert!(desk.run(&["show", "rt-no-mms"]).code == 2 && desk.run(&["show", "rt-sms-no-pictures"]).code == 0);
}

#[test]
fn help_is_a_command_too() {
    let desk = Desk::new().embedded();
    assert!(desk.run(&["help"]).done().contains("\nExit codes: "));
    assert!(desk.run(&["help", "config"]).done().contains("--show-origin"));
}

#[test]
fn paths_are_those_that_exist() {
    let desk = desk("mouse = true\n");
    let ran = desk.run(&["paths"]);
    let there: Vec<&str> = ran.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!((ran.code, there), (0, vec!["config", "settings"]));
    assert!(ran.err.starts_with("not there yet:\nthemes "), "{}", ran.err);
}
