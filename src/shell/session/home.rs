//! The folder of plans for a knowledge base other than the built-in one: one for each title.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::knowledge::KnowledgeBase;
use crate::shell::files::{self, Origin};

use super::plan_list;

/// The most letters of a title in the name of its folder.
const MOST_LETTERS: usize = 64;

/// How many bytes of its hash tell a title from others.
const HASHED: usize = 6;

/// The file that says whose title a folder of an earlier naming belongs to.
const OWNER: &str = ".title";

/// The longest title that is read, in bytes.
const LONGEST_TITLE: usize = 100_000;

/// Returns the folder of the plans for a knowledge base.
pub(super) fn of(sessions: &Path, base: &KnowledgeBase) -> PathBuf {
    let own = sessions.join(name(&base.title));
    let earlier = sessions.join(earlier_name(&base.title));
    if own == earlier || files::is_taken(&own) || !belongs_to(&earlier, base) { own } else { earlier }
}

/// A title as the name of a folder. Two titles that differ in more than large and small letters never have the same.
fn name(title: &str) -> String {
    let is_kept = |letter: char| letter.is_ascii_alphanumeric() || letter == ' ';
    if title.chars().all(is_kept) && title.len() <= MOST_LETTERS {
        return earlier_name(title);
    }
    let letters = title.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut name: String = letters.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    name.truncate(MOST_LETTERS);
    let mut name = if name.is_empty() { "for".to_owned() } else { format!("for-{name}") };
    // No name without a hash has such a line.
    name.push('_');
    for byte in Sha256::digest(title).iter().take(HASHED) {
        let _ = write!(name, "{byte:02x}");
    }
    name
}

/// The name that a title had before, in which other letters than Latin ones are all alike.
fn earlier_name(title: &str) -> String {
    let letters =
        title.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    let slug: String = letters.take(MOST_LETTERS).collect();
    format!("for-{slug}")
}

/// Whether a folder of an earlier naming holds the plans for this knowledge base. Once that is known, the folder says so, for
/// another knowledge base may ask the same.
fn belongs_to(folder: &Path, base: &KnowledgeBase) -> bool {
    if let Ok(owner) = files::read_text(&folder.join(OWNER), LONGEST_TITLE, Origin::Found) {
        return *owner == *base.title;
    }
    let is_for = plan_list::is_for(folder, base);
    if is_for {
        // Where it cannot be written, it is found out again.
        let _ = files::keep(folder, OWNER, base.title.as_bytes());
    }
    is_for
}

#[cfg(test)]
mod tests;
