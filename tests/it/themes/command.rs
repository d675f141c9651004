//! `journey-advisor themes`, as it is run.

use std::path::Path;
use std::process::{Command, Output};

const SCHEME: &str = "system: base16\nname: \"Dusk\"\nvariant: dark\npalette:\n  base00: 20242c\n  base01: 2a303a\n  base02: 38404d\n  base03: 4b5563\n  base04: 9aa4b4\n  base05: c8d0dc\n  base06: dce2ea\n  base07: f0f3f7\n  base08: e0808a\n  base09: d08a50\n  base0A: d8b868\n  base0B: 88b070\n  base0C: 60a8b0\n  base0D: 78a8e8\n  base0E: b898d8\n  base0F: 986850\n";

fn run(home: &Path, arguments: &[&str]) -> (String, String, i32) {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_journey-advisor"))
        .args(arguments)
        .env_clear()
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .current_dir(home)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&home.display().to_string(), "HOME");
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

/// A home with files in it.
fn home(files: &[(&str, &str)]) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = home.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    home
}

#[test]
fn the_list_has_every_theme_and_ones_own() {
    let home = home(&[("config/journey-advisor/themes/mine.toml", "title = \"Mine\"\ninherits = \"nord\"\n")]);
    let (out, err, code) = run(home.path(), &["themes"]);
    assert_eq!((err.as_str(), code), ("", 0));
    assert!(out.starts_with("mine                  dark   Mine (your own)\n"), "{out}");
    assert!(out.contains("\ndracula               dark   Dracula\n"), "{out}");
    assert!(out.ends_with("tokyo-night           dark   Tokyo Night\n"), "{out}");
    assert_eq!(out.lines().count(), 20);
    let (out, _, _) = run(home.path(), &["themes", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["schema_version"], 1);
    let first = serde_json::json!({ "name": "mine", "title": "Mine", "variant": "dark", "own": true });
    assert_eq!(json["themes"][0], first);
    assert_eq!(json["themes"].as_array().unwrap().len(), 20);
}

#[test]
fn what_is_wrong_with_ones_own_theme_is_said_and_the_list_goes_on() {
    let home = home(&[
        ("config/journey-advisor/themes/bad.toml", "inherits = \"nrod\"\n"),
        ("config/journey-advisor/themes/odd.toml", "inherits = \"nord\"\ntitel = \"Odd\"\n"),
    ]);
    let (out, err, code) = run(home.path(), &["themes"]);
    assert_eq!(code, 0);
    assert_eq!(out.lines().count(), 20);
    assert!(err.contains("error[T004]: there is no theme `nrod`\n"), "{err}");
    assert!(err.contains("help: did you mean `nord`?"), "{err}");
    assert!(err.contains("warning[T002]: unknown key `titel`\n"), "{err}");
    assert!(err.contains("HOME/config/journey-advisor/themes/odd.toml:2:1"), "{err}");
}

#[test]
fn a_scheme_is_imported_and_each_change_is_said() {
    let home = home(&[("dusk.yaml", SCHEME)]);
    let (out, err, code) = run(home.path(), &["themes", "import", "dusk.yaml"]);
    assert_eq!(code, 0);
    assert_eq!(err, "`line` (base03) moves from #4b5563 to #727d8c: its contrast is 1.76, it needs 3.0\n");
    assert!(out.contains("title = \"Dusk\"\nvariant = \"dark\"\ninherits = \"default-dark\"\n"), "{out}");
    assert!(out.contains("\nline = \"#727d8c\"  # base03, moved from #4b5563\n"), "{out}");
    assert!(out.contains("\nblue = \"#78a8e8\"  # base0D\n"), "{out}");
}

#[test]
fn an_imported_theme_can_be_used_at_once() {
    let home = home(&[("dusk.yaml", SCHEME), ("config/journey-advisor/themes/other.toml", "")]);
    let target = "config/journey-advisor/themes/dusk.toml";
    let path = home.path().join(target);
    let (out, err, code) = run(home.path(), &["themes", "import", "dusk.yaml", "-o", path.to_str().unwrap()]);
    assert_eq!((out.as_str(), code), ("", 0));
    assert!(err.ends_with("use it with `--theme dusk`\n"), "{err}");
    let (out, _, _) = run(home.path(), &["themes"]);
    assert!(out.contains("dusk                  dark   Dusk (your own)\n"), "{out}");
    let (_, err, code) = run(home.path(), &["themes", "import", "dusk.yaml", "-o", path.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(err.contains("is there already, so nothing was written\n"), "{err}");
    let (_, err, code) = run(home.path(), &["themes", "import", "dusk.yaml", "-o", "here.toml"]);
    assert_eq!(code, 0);
    assert!(err.ends_with("move it to `HOME/config/journey-advisor/themes` and use it with `--theme here`\n"), "{err}");
}

#[test]
fn strict_refuses_what_cannot_be_read() {
    let home = home(&[("dusk.yaml", SCHEME)]);
    let (out, err, code) = run(home.path(), &["themes", "import", "--strict", "dusk.yaml"]);
    assert_eq!((out.as_str(), code), ("", 3));
    assert!(err.ends_with(
        "error: `dusk.yaml` has colours that cannot be read on their ground\n\
         help: without `--strict` they are moved in lightness until they can be read\n"
    ));
}

#[test]
fn a_file_that_is_no_scheme_is_refused_with_its_lines() {
    let home = home(&[("dusk.yaml", &SCHEME.replace("base03: 4b5563", "base03: 4b55"))]);
    let (out, err, code) = run(home.path(), &["themes", "import", "dusk.yaml"]);
    assert_eq!((out.as_str(), code), ("", 3));
    assert!(err.contains("error[T003]: `4b55` is not a colour\n"), "{err}");
    assert!(err.contains("dusk.yaml:8:3"), "{err}");
    assert!(err.ends_with("error: `dusk.yaml` has 1 error\n"), "{err}");
}
