//! `config.toml`: what is set reads the same again, and a change costs nothing else that stands there.

use journey_advisor::app::preference::{PreferenceName, Preferences, changed, read, without};
use journey_advisor::diagnostic::File;

use super::bytes::Bytes;
use super::sound::are_sound;

/// What is set in a text without mistakes.
fn sound(text: &str) -> Preferences {
    let file = file(text);
    let (preferences, problems) = read(&file);
    assert_eq!(problems, [], "{text:?}");
    preferences
}

fn file(text: &str) -> File {
    File { path: "config.toml".to_owned(), text: text.to_owned() }
}

/// A value that can be set, a byte that stands in no text, and a file.
pub(super) fn settings(data: &[u8]) {
    let mut bytes = Bytes(data);
    let name = PreferenceName::ALL[bytes.below(PreferenceName::ALL.len())];
    let end = bytes.0.iter().position(|byte| *byte == 0xff).unwrap_or(0);
    let (value, text) = bytes.0.split_at(end);
    let (own, wrong) = File::decoded("config.toml".to_owned(), text.strip_prefix(b"\xff").unwrap_or(text).to_vec());
    if wrong.is_some() {
        return;
    }
    let (preferences, problems) = read(&own);
    are_sound(&problems, std::slice::from_ref(&own));
    is_read_again(&preferences);
    let mut wanted = preferences;
    if !problems.is_empty() {
        return;
    }
    is_left_out(&own, name, &wanted);
    if wanted.set(name, &Bytes(value).text()).is_ok() {
        let value = wanted.get(name).expect("it was just set");
        let text = changed(&own, name, value);
        assert_eq!(sound(&text), wanted, "{text:?}");
        assert_eq!(changed(&file(&text), name, value), text, "set once more, nothing changes");
        is_left_out(&file(&text), name, &wanted);
    }
}

/// What is set, written line by line, is set again.
fn is_read_again(preferences: &Preferences) {
    let mut text = String::new();
    for name in PreferenceName::ALL {
        if let Some(value) = preferences.get(name) {
            text = changed(&file(&text), name, value);
        }
    }
    assert_eq!(sound(&text), *preferences, "{text:?}");
}

/// Taken out, one thing is not set any more, and everything else is.
fn is_left_out(own: &File, name: PreferenceName, set: &Preferences) {
    let text = without(own, name);
    let left = sound(&text);
    for other in PreferenceName::ALL {
        let wanted = set.get(other).filter(|_| other != name);
        assert_eq!(left.get(other), wanted, "{}: {text:?}", other.word());
    }
    let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
    assert!(
        comments(&text) == comments(&own.text) || own.text.contains("\"\"\"") || own.text.contains("'''"),
        "{text:?}"
    );
}
