//! The names that are proposed for files.

use unicode_normalization::UnicodeNormalization as _;

use crate::diagnostic::reserved::is_device;
use crate::model::nouns::Noun;

use super::Format;

/// The name to propose for a document: the title in small letters and hyphens, with the ending of the format. Without a title
/// it is named after what is planned.
pub(crate) fn file_name(title: &str, planned: &Noun, format: Format) -> String {
    let stem = stem(title).or_else(|| stem(&format!("{}-advice", planned.one))).expect("it has letters");
    format!("{}{stem}.{}", format.prefix(), format.extension())
}

/// A title in small letters and hyphens, if it has letters. Accents that stand apart are put to their letters.
fn stem(title: &str) -> Option<String> {
    let mut stem = String::new();
    for letter in title.nfc() {
        if letter.is_alphanumeric() {
            stem.extend(letter.to_lowercase());
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem: String = stem.chars().take(60).collect();
    let stem = stem.trim_end_matches('-');
    let stem = if is_device(stem) { format!("{stem}-plan") } else { stem.to_owned() };
    (!stem.is_empty()).then_some(stem)
}

/// The name to propose for a file of answers.
pub(crate) fn plan_file_name(title: &str, planned: &Noun) -> String {
    let stem = stem(title).or_else(|| stem(&format!("{}-plan", planned.one))).expect("it has letters");
    format!("{stem}.toml")
}

#[cfg(test)]
mod tests {
    use super::{Format, plan_file_name};
    use crate::model::nouns::Nouns;

    fn file_name(title: &str, format: Format) -> String {
        super::file_name(title, &Nouns::default().planned, format)
    }

    #[test]
    fn a_file_name_is_made_of_letters_digits_and_hyphens() {
        for (title, name) in [
            ("Spring campaign", "spring-campaign.md"),
            ("  ../../etc/passwd\u{0}", "etc-passwd.md"),
            ("Ärger & Öl: 2026!", "ärger-öl-2026.md"),
            ("\u{202e}...", "project-advice.md"),
            ("", "project-advice.md"),
            ("a\u{301}b", "áb.md"),
            ("CON", "con-plan.md"),
            ("Nul!", "nul-plan.md"),
            ("com1", "com1-plan.md"),
            ("LPT³", "lpt³-plan.md"),
            ("COM", "com.md"),
            ("con 1", "con-1.md"),
            ("com10", "com10.md"),
            ("nulé", "nulé.md"),
        ] {
            assert_eq!(file_name(title, Format::Markdown), name);
        }
        assert_eq!(file_name(&"a ".repeat(80), Format::Html).chars().count(), 59 + ".html".len());
        assert_eq!(file_name("Spring", Format::Adr), "0001-spring.md");
        assert_eq!(file_name("Spring", Format::DevOps), "ado-spring.csv");
        assert_eq!(plan_file_name("", &Nouns::default().planned), "project-plan.toml");
    }
}
