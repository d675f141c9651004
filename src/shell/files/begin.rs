//! Folders that are begun: they hold nothing that could be written over.

use std::fs;
use std::path::Path;

use super::shown;
use crate::shell::exit::{Exit, Failure};

/// Makes a folder with those folders in it. One that is there already must be empty: else nothing is made.
///
/// # Errors
/// That something is in it, or that the system refuses.
pub(crate) fn begin_folder(folder: &Path, within: &[&str]) -> Result<(), Failure> {
    let refuse = |message: String| {
        Failure::new(Exit::Failure, message).help("name a folder that is empty or not there yet; nothing was written")
    };
    let system = |error: std::io::Error| Failure::new(Exit::Failure, format!("`{}`: {error}", shown(folder)));
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(refuse(format!("the folder `{}` is not empty", shown(folder))));
            }
        }
        Err(_) if fs::symlink_metadata(folder).is_ok_and(|there| !there.is_dir()) => {
            return Err(refuse(format!("`{}` is no folder", shown(folder))));
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(system(error)),
    }
    for name in within {
        fs::create_dir_all(folder.join(name)).map_err(system)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::begin_folder;

    #[test]
    fn a_folder_is_begun_where_there_is_none_or_an_empty_one() {
        let home = tempfile::tempdir().unwrap();
        for folder in [home.path().join("new/one"), home.path().join("empty")] {
            let _ = fs::create_dir(home.path().join("empty"));
            begin_folder(&folder, &["topics", "a/b"]).unwrap();
            assert!(folder.join("topics").is_dir() && folder.join("a/b").is_dir());
        }
    }

    #[test]
    fn what_is_there_is_never_touched() {
        let home = tempfile::tempdir().unwrap();
        let (file, folder) = (home.path().join("file"), home.path().join("folder"));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("there"), "").unwrap();
        fs::write(&file, "").unwrap();
        let refused = |folder: &std::path::Path| begin_folder(folder, &["topics"]).unwrap_err().message;
        assert!(refused(&folder).ends_with("` is not empty"), "{}", refused(&folder));
        assert!(refused(&file).ends_with("` is no folder"), "{}", refused(&file));
        assert!(!folder.join("topics").exists());
        assert!(begin_folder(&file.join("below"), &[]).is_err());
    }
}
