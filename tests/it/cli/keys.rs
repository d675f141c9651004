//! `keys`: the table, one's own keys, and what is wrong with them.

use journey_advisor::app::keyfile;
use journey_advisor::app::keymap::{BINDINGS, Keymap};
use journey_advisor::diagnostic::File;

use super::run::Desk;

fn desk(own: &str) -> Desk {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path(".config/journey-advisor")).unwrap();
    desk.put(".config/journey-advisor/keys.toml", own);
    desk
}

#[test]
fn the_list_has_every_command_with_the_keys_in_force() {
    let own = desk("verdict = [\"V\", \"ctrl-v\"]\nmouse = []\n");
    let list = own.run(&["keys"]).done();
    assert_eq!(list.lines().count(), BINDINGS.len());
    let line = |command: &str| list.lines().find(|line| line.split(' ').next() == Some(command)).unwrap();
    assert_eq!(line("verdict").split_whitespace().collect::<Vec<_>>()[..3], ["verdict", "V", "ctrl-v"]);
    assert_eq!(line("undo").split_whitespace().collect::<Vec<_>>()[..3], ["undo", "u", "Take"]);
    let json: serde_json::Value = serde_json::from_str(&own.run(&["keys", "--format", "json"]).done()).unwrap();
    let mouse = json["keys"].as_array().unwrap().iter().find(|row| row["command"] == "mouse").unwrap();
    assert_eq!(mouse["keys"], serde_json::json!([]));
}

#[test]
fn the_file_to_start_from_says_what_holds_already() {
    let file = Desk::new().run(&["keys", "--format", "toml"]).done();
    assert_eq!(keyfile::read(&File { path: String::new(), text: file.clone() }), (Keymap::default(), Vec::new()));
    let lines = file.lines().filter_map(|line| line.strip_prefix("# ")).filter(|line| line.contains(" = ["));
    let text = lines.collect::<Vec<_>>().join("\n");
    assert_eq!(text.lines().count(), BINDINGS.len());
    assert_eq!(keyfile::read(&File { path: String::new(), text }), (Keymap::default(), Vec::new()));
}

#[test]
fn a_key_that_two_commands_claim_is_said_and_the_list_still_comes() {
    let ran = desk("not-sure = \"v\"\n").run(&["keys"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with("error[B005]: `v` is the key of `verdict` too (questions)\n"), "{}", ran.err);
    assert!(ran.err.contains("keys.toml:1:1\n"), "{}", ran.err);
    assert_eq!(ran.out.lines().count(), BINDINGS.len());
}

#[test]
fn the_manual_page_has_the_keys() {
    let page = Desk::new().command(&["man"]).env_remove("HOME").output().unwrap();
    let page = String::from_utf8(page.stdout).unwrap();
    let keys = page.split(".SH KEYS\n").nth(1).unwrap();
    for binding in BINDINGS {
        assert!(keys.contains(&format!("({})", binding.name).replace('-', "\\-")), "{}", binding.name);
    }
}
