//! Paths in commands that somebody copies into a shell.

use std::path::Path;

use crate::diagnostic::clean::visible;

/// A path as a shell of this system takes it.
pub(super) fn quoted(path: &Path) -> String {
    let text = path.to_string_lossy();
    in_quotes(&visible(&text), cfg!(windows))
}

/// A path in quotes, if it needs any. The shells of Windows have double ones in common, which no path has there.
fn in_quotes(path: &str, is_windows: bool) -> String {
    let is_plain =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '.' | '-' | '_' | '+' | ',' | ':' | '\\');
    match (path.chars().all(is_plain), is_windows) {
        (true, _) => path.to_owned(),
        (false, true) => format!("\"{path}\""),
        (false, false) => format!("'{}'", path.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::in_quotes;

    #[test]
    fn a_path_in_a_command_can_be_copied_into_a_shell() {
        for (path, elsewhere, windows) in [
            ("/home/ada/plan.toml", "/home/ada/plan.toml", "/home/ada/plan.toml"),
            (r"C:\Users\ada\plan.toml", r"C:\Users\ada\plan.toml", r"C:\Users\ada\plan.toml"),
            (r"C:\My plans\a.toml", r"'C:\My plans\a.toml'", r#""C:\My plans\a.toml""#),
            ("it's.toml", r"'it'\''s.toml'", r#""it's.toml""#),
            ("a&b.toml", "'a&b.toml'", r#""a&b.toml""#),
        ] {
            assert_eq!((in_quotes(path, false), in_quotes(path, true)), (elsewhere.to_owned(), windows.to_owned()));
        }
    }
}
