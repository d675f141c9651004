//! A colour scheme of others becomes a theme that is sound and can be read, or is refused with reasons.

use std::collections::BTreeMap;

use journey_advisor::diagnostic::File;
use journey_advisor::model::contrast::{LINES, WORDS, contrast};
use journey_advisor::theme::Catalogue;
use journey_advisor::theme::import::{Imported, import};

use super::sound::{are_sound, has_error, is_clean};

/// What must be told from what, and how well.
const PAIRS: [(&str, &[&str], f64); 11] = [
    ("text", &["ground", "surface"], WORDS),
    ("bright", &["ground", "surface", "focus"], WORDS),
    ("muted", &["ground", "surface"], WORDS),
    ("accent", &["ground", "surface"], WORDS),
    ("blue", &["ground", "surface"], WORDS),
    ("orange", &["ground", "surface"], WORDS),
    ("teal", &["ground", "surface"], WORDS),
    ("sand", &["ground", "surface"], WORDS),
    ("rose", &["ground", "surface"], WORDS),
    ("violet", &["ground", "surface"], WORDS),
    ("line", &["ground", "surface"], LINES),
];

pub(super) fn theme(data: &[u8]) {
    let (file, wrong) = File::decoded("scheme.yaml".to_owned(), data.to_vec());
    if wrong.is_some() {
        return;
    }
    let (imported, problems) = import(&file);
    are_sound(&problems, std::slice::from_ref(&file));
    assert_eq!(imported.is_none(), has_error(&problems), "{problems:#?}");
    if let Some(imported) = imported {
        is_a_theme(&imported);
        assert_eq!(import(&file).0, Some(imported), "read once more, it is the same");
    }
}

fn is_a_theme(imported: &Imported) {
    let text = imported.toml.clone();
    is_clean(&text);
    let catalogue = Catalogue::new(vec![File { path: "themes/imported.toml".to_owned(), text }]);
    let (theme, problems) = catalogue.theme("imported");
    assert_eq!(problems, [], "{}", imported.toml);
    is_clean(&theme.expect("it has no problem").title);
    for change in &imported.changes {
        assert!(change.before != change.after && change.contrast.is_finite(), "{change:?}");
    }
    let palette = palette(&imported.toml);
    for (name, grounds, least) in PAIRS {
        for ground in grounds {
            let found = contrast(palette[name], palette[*ground]);
            assert!(found >= least, "{name} on {ground}: {found:.3} in\n{}", imported.toml);
        }
    }
}

fn palette(theme: &str) -> BTreeMap<String, [u8; 3]> {
    let theme: toml::Table = toml::from_str(theme).unwrap();
    let channels = |colour: &toml::Value| {
        let digits = colour.as_str().unwrap().strip_prefix('#').unwrap();
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).unwrap().to_be_bytes();
        [red, green, blue]
    };
    theme["palette"].as_table().unwrap().iter().map(|(name, colour)| (name.clone(), channels(colour))).collect()
}
