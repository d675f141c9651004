//! A theme file is read as far as it can be; what is wrong is said with its place.

use journey_advisor::diagnostic::{File, Place, render};
use journey_advisor::theme::{Catalogue, Role};
use ratatui::style::Color;

fn own(name: &str, text: &str) -> Catalogue {
    Catalogue::new(vec![File { path: format!("themes/{name}.toml"), text: text.to_owned() }])
}

#[test]
fn every_built_in_theme_is_sound_and_says_what_it_is_for() {
    let catalogue = Catalogue::new(Vec::new());
    assert_eq!(catalogue.names().count(), 19);
    for name in catalogue.names() {
        let (theme, problems) = catalogue.theme(name);
        assert_eq!(problems, [], "{name}");
        let theme = theme.unwrap();
        assert!(!catalogue.is_own(name));
        for ending in ["dark", "light"] {
            assert!(!name.ends_with(ending) || theme.variant.word() == ending, "{name}");
        }
    }
}

#[test]
fn a_mistake_costs_only_the_line_it_is_in() {
    let text = "titel = \"Mine\"\ninherits = \"default-light\"\n[palette]\nblue = \"#12\"\norange = \"#804000\"\n[roles]\nfrist = \"blue\"\nerror = { fg = \"ornage\", modifiers = [\"bald\"] }\n";
    let catalogue = own("mine", text);
    let (theme, problems) = catalogue.theme("mine");
    let theme = theme.unwrap();
    assert_eq!(theme.style(Role::Second).fg, Some(Color::Rgb(0x80, 0x40, 0)));
    assert_eq!(theme.style(Role::First).fg, None);
    let said = render::render(&problems, &catalogue.files(), false);
    for words in [
        "warning[T002]: unknown key `titel`",
        "help: did you mean `title`?",
        "warning[T002]: unknown key `frist`",
        "help: did you mean `first`?",
        "error[T003]: `#12` is not a colour",
        "error[T003]: `ornage` is not a colour",
        "help: did you mean `orange`?",
        "error[T005]: unknown modifier `bald`",
        "help: did you mean `bold`?",
        "themes/mine.toml:4:8",
    ] {
        assert!(said.contains(words), "no {words} in\n{said}");
    }
}

#[test]
fn one_that_is_no_toml_is_the_ground_of_the_terminal_and_a_message() {
    let catalogue = own("mine", "[palette\nblue = ");
    let (theme, problems) = catalogue.theme("mine");
    assert!(theme.is_some());
    assert_eq!(problems[0].code.word(), "T001");
}

#[test]
fn themes_that_inherit_in_a_circle_or_from_nobody_are_refused() {
    let message = |text: &str| {
        let (theme, problems) = own("mine", text).theme("mine");
        assert_eq!(theme, None);
        assert_eq!(problems[0].labels[0].place, Place::new(0, 11..text.len()), "it points at the name");
        (problems[0].message.clone(), problems[0].help.clone())
    };
    assert_eq!(message("inherits = \"mine\"").0, "the theme `mine` inherits from itself");
    let (message, help) = message("inherits = \"defualt-dark\"");
    assert_eq!(message, "there is no theme `defualt-dark`");
    assert_eq!(help.as_deref(), Some("did you mean `default-dark`?"));
}

#[test]
fn ones_own_theme_replaces_a_built_in_one_of_that_name() {
    let catalogue = own("nord", "title = \"Mine\"");
    assert_eq!(catalogue.theme("nord").0.unwrap().title, "Mine");
    assert!(catalogue.is_own("nord") && !catalogue.is_own("dracula"));
    assert_eq!(catalogue.names().count(), 19);
}
