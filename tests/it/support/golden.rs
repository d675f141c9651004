//! Golden texts.

/// For texts that hold for every version of the program. Frames keep their width.
pub(crate) fn any_version() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.add_filter(r"journey-advisor \d\.\d\.\d\b", "journey-advisor X.Y.Z");
    settings
}
