//! Limitations that name a number: with the question that asks for it.

use crate::knowledge::raw::{Cap as RawCap, Raw};
use crate::model::arena::Key;
use crate::model::capability::Limitation;
use crate::model::size::Cap;

use super::{Resolver, value};

impl Resolver<'_, '_> {
    /// Every number that a limitation names. A limitation's key is its place among all, as long as each of them can be resolved;
    /// else there is no knowledge base.
    pub(super) fn caps(&mut self, raw: &Raw) -> Vec<Cap> {
        let limitations = raw.files().flat_map(|file| &file.limitations).enumerate();
        let named = limitations.filter_map(|(position, entry)| Some((Key::new(position), entry.value.caps.as_ref()?)));
        named.filter_map(|(limitation, cap)| self.cap(limitation, &cap.value)).collect()
    }

    fn cap(&mut self, limitation: Key<Limitation>, entry: &RawCap) -> Option<Cap> {
        let question = entry.question.as_ref()?;
        let question = self.names.question(question.value.as_str(), &question.place, self.findings)?;
        Some(Cap { limitation, question, at: value(entry.at.as_ref())? })
    }
}
