//! Limitations that name a number which a question asks for.

use super::arena::Key;
use super::capability::Limitation;
use super::question::Question;
use serde::{Deserialize, Serialize};

/// A number that a limitation names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cap {
    /// The limitation.
    pub limitation: Key<Limitation>,
    /// The question that asks for the same quantity.
    pub question: Key<Question>,
    /// The largest number that the limitation allows.
    pub at: u32,
}
