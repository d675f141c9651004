//! Where a user's files live. By the rules of the XDG specification, but on Windows settings lie in roaming data and plans in
//! local data. Relative values of the specification's variables are ignored.

use std::path::{Path, PathBuf, is_separator};

use etcetera::base_strategy::{BaseStrategy, choose_base_strategy};

use super::exit::{Exit, Failure};
#[cfg(any(windows, test))]
use super::files;

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
            sessions: sessions(&strategy, &config),
            config,
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

/// The folder of plans.
#[cfg(not(windows))]
fn sessions(strategy: &impl BaseStrategy, _config: &Path) -> PathBuf {
    strategy.data_dir().join(NAME)
}

/// The folder of plans: local data, which the strategy calls the cache. An earlier version kept them beside the settings.
#[cfg(windows)]
fn sessions(strategy: &impl BaseStrategy, config: &Path) -> PathBuf {
    unless_kept(strategy.cache_dir().join(NAME), config)
}

/// A folder of plans, or the one in which an earlier version kept them, if it did and nothing was saved since.
#[cfg(any(windows, test))]
fn unless_kept(own: PathBuf, earlier: &Path) -> PathBuf {
    if holds_plans(earlier) && !holds_plans(&own) { earlier.to_owned() } else { own }
}

/// Whether plans lie in a folder, or folders of plans for other knowledge.
#[cfg(any(windows, test))]
fn holds_plans(folder: &Path) -> bool {
    let is_of_others = |name: &str| name.starts_with("for-") || name.starts_with("for_");
    let is_plan = |name: &str| name.starts_with("plan-") && name.contains(".toml");
    files::names(folder).iter().any(|name| is_plan(name) || is_of_others(name))
}

/// A path as a person types it: `~/` is their home folder, if that is known.
pub(crate) fn expanded(path: &str) -> PathBuf {
    let below = path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(is_separator));
    let below = below.map(|rest| rest.trim_start_matches(is_separator));
    below.and_then(|below| Some(Paths::find().ok()?.home.join(below))).unwrap_or_else(|| PathBuf::from(path))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes the folders that it looks at")]
mod tests {
    use std::fs;

    use super::{expanded, unless_kept};

    #[test]
    fn plans_stay_where_an_earlier_version_kept_them_until_others_are_saved() {
        let folder = tempfile::tempdir().unwrap();
        let [own, earlier] = ["local", "roaming"].map(|name| folder.path().join(name));
        let chosen = || unless_kept(own.clone(), &earlier);
        assert_eq!(chosen(), own, "nothing is saved");
        fs::create_dir_all(earlier.join("themes")).unwrap();
        fs::write(earlier.join("config.toml"), "").unwrap();
        assert_eq!(chosen(), own, "settings are no plans");
        for other in ["for-another-subject", "for_0a1b2c3d4e5f"] {
            fs::create_dir(earlier.join(other)).unwrap();
            assert_eq!(chosen(), earlier, "plans for other knowledge");
            fs::remove_dir(earlier.join(other)).unwrap();
        }
        fs::write(earlier.join("plan-0001.toml"), "").unwrap();
        assert_eq!(chosen(), earlier);
        fs::create_dir(&own).unwrap();
        fs::write(own.join("plan-0001.place"), "").unwrap();
        assert_eq!(chosen(), earlier, "there is no plan in the new folder");
        fs::write(own.join("plan-0001.toml"), "").unwrap();
        assert_eq!(chosen(), own);
    }

    #[test]
    fn a_tilde_is_the_home_folder_and_nothing_else() {
        assert!(expanded("~").is_absolute());
        assert_eq!(expanded("~/"), expanded("~"));
        assert_eq!(expanded("~/plans"), expanded("~").join("plans"));
        if cfg!(windows) {
            assert_eq!(expanded(r"~\plans"), expanded("~").join("plans"));
        }
        for path in ["~other/plans", "plans/~", "/~/plans", "~plans"] {
            assert_eq!(expanded(path).to_str(), Some(path));
        }
    }
}
