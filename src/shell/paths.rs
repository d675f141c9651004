//! Where a user's files live, by the rules of the XDG specification. Relative values of its variables are ignored.

use std::path::PathBuf;

use etcetera::base_strategy::{BaseStrategy as _, choose_base_strategy};

use super::exit::{Exit, Failure};

const NAME: &str = "journey-advisor";

/// The variable that says where a user's files are.
const HOME: &str = if cfg!(windows) { "USERPROFILE" } else { "HOME" };

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paths {
    /// The home folder.
    pub(crate) home: PathBuf,
    pub(crate) config: PathBuf,
    pub(crate) settings: PathBuf,
    pub(crate) themes: PathBuf,
    pub(crate) keys: PathBuf,
    pub(crate) sessions: PathBuf,
}

impl Paths {
    /// Finds them; fails where no home folder is known.
    pub(crate) fn find() -> Result<Self, Failure> {
        let unknown = || {
            Failure::new(Exit::Failure, "your home folder is not known")
                .help(format!("set the variable `{HOME}` to a whole path"))
        };
        let strategy = choose_base_strategy().map_err(|_| unknown())?;
        // What is not from the root would be another folder wherever the program is started.
        if !strategy.home_dir().is_absolute() {
            return Err(unknown());
        }
        let config = strategy.config_dir().join(NAME);
        Ok(Self {
            home: strategy.home_dir().to_owned(),
            settings: config.join("config.toml"),
            themes: config.join("themes"),
            keys: config.join("keys.toml"),
            config,
            sessions: strategy.data_dir().join(NAME),
        })
    }

    /// Every folder, and the files of settings and keys, with its name for people.
    pub(crate) fn named(&self) -> [(&'static str, &PathBuf); 5] {
        [
            ("config", &self.config),
            ("settings", &self.settings),
            ("themes", &self.themes),
            ("keys", &self.keys),
            ("sessions", &self.sessions),
        ]
    }
}

/// A path as a person types it: `~/` is their home folder, if that is known.
pub(crate) fn expanded(path: &str) -> PathBuf {
    let below = path.strip_prefix("~/").or_else(|| path.strip_prefix("~").filter(|rest| rest.is_empty()));
    below.and_then(|below| Some(Paths::find().ok()?.home.join(below))).unwrap_or_else(|| PathBuf::from(path))
}
