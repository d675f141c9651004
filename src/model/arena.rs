//! Typed positions: a [`Key`] names one entry of one [`Arena`], so a question can never be looked up as a topic.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;

/// Position of a `T` in its [`Arena`].
pub struct Key<T> {
    position: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// The key of the entry at `position`.
    pub fn new(position: usize) -> Self {
        Self {
            position: u32::try_from(position).expect("no text of knowledge is long enough for so many entries"),
            kind: PhantomData,
        }
    }

    /// Position in the arena, from 0.
    pub(crate) fn position(self) -> usize {
        self.position as usize
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Key<T> {}
impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.position == other.position
    }
}
impl<T> Eq for Key<T> {}
impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.position.cmp(&other.position)
    }
}
impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.position.hash(state);
    }
}
impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{}", self.position)
    }
}

impl<T> Serialize for Key<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.position.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Key<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(|position| Self { position, kind: PhantomData })
    }
}

/// Entries in the order of the knowledge base, looked up by [`Key`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Arena<T> {
    entries: Vec<T>,
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<T> Arena<T> {
    /// Adds an entry at the end and returns its key.
    pub fn push(&mut self, entry: T) -> Key<T> {
        self.entries.push(entry);
        Key::new(self.entries.len() - 1)
    }

    /// The entry of that key, to change it.
    pub fn get_mut(&mut self, key: Key<T>) -> Option<&mut T> {
        self.entries.get_mut(key.position())
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries with their keys, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Key<T>, &T)> + ExactSizeIterator {
        self.entries.iter().enumerate().map(|(position, entry)| (Key::new(position), entry))
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = Key<T>> + use<T> {
        (0..self.entries.len()).map(Key::new)
    }

    /// The key of the first entry for which `wanted` holds.
    pub(crate) fn find(&self, wanted: impl Fn(&T) -> bool) -> Option<Key<T>> {
        self.entries.iter().position(wanted).map(Key::new)
    }
}

impl<T> Extend<T> for Arena<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, entries: I) {
        self.entries.extend(entries);
    }
}

impl<T> FromIterator<T> for Arena<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self { entries: entries.into_iter().collect() }
    }
}

impl<T> Index<Key<T>> for Arena<T> {
    type Output = T;

    #[expect(clippy::indexing_slicing, reason = "keys are made by the arena that they index")]
    fn index(&self, key: Key<T>) -> &T {
        &self.entries[key.position()]
    }
}
