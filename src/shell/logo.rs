//! The logo that a document shows, read from its file.

use std::path::Path;

use crate::export::brand::{LARGEST, Logo, NoLogo};

use super::exit::{Exit, Failure};
use super::files::{self, Origin};
use super::paths;

/// Reads a logo. A path that is not whole begins at `folder`.
///
/// # Errors
/// That there is no such file, or that it is no logo, with what to do.
pub(crate) fn read(path: &str, folder: &Path) -> Result<Logo, Failure> {
    let path = folder.join(paths::expanded(path));
    let no_logo = |why: NoLogo| {
        let message = format!("the logo `{}` {}", files::shown(&path), why.words());
        Failure::new(Exit::Invalid, message).help(format!("{}, or take `logo` out: nothing was written", why.help()))
    };
    let bytes = files::read_bytes(&path, LARGEST, Origin::Found);
    let bytes = bytes.map_err(|failure| match failure.exit {
        Exit::Invalid => no_logo(NoLogo::TooLarge),
        _ => unread(failure, &path),
    })?;
    Logo::of(bytes).map_err(no_logo)
}

/// A failure to read that says what it is about.
fn unread(failure: Failure, path: &Path) -> Failure {
    let message = format!("the logo cannot be read: {}", failure.message);
    let help = format!("`logo` names `{}`: correct it, or take it out; nothing was written", files::shown(path));
    Failure { message, help: Some(help), ..failure }
}
