//! How the knowledge is divided.

use super::name::Id;
use super::text::Text;
use serde::{Deserialize, Serialize};

/// A group of questions and facts: one file of the knowledge base.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Topic {
    /// The id, also the file's name.
    pub id: Id,
    /// The name in the list of topics.
    pub title: Text,
}
