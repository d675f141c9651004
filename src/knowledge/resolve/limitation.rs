//! A limitation, resolved: what it restricts, and what to do instead.

use crate::knowledge::raw;
use crate::model::capability;

use super::{Resolver, id, period, text, texts, value};

impl Resolver<'_, '_> {
    pub(super) fn limitation(&mut self, entry: &raw::Limitation) -> Option<capability::Limitation> {
        let side = self.names.side(entry.alternative.as_ref()?, self.findings);
        let limits = self.limits(entry);
        let sources = self.citations(&entry.sources);
        let workarounds: Vec<_> = entry
            .workaround
            .iter()
            .flat_map(|written| &written.value.0)
            .map(|workaround| self.workaround(&workaround.value, entry))
            .collect();
        Some(capability::Limitation {
            id: id(entry.id.as_ref())?,
            topic: self.topic,
            side: side?,
            title: text(entry.title.as_ref())?,
            text: text(entry.text.as_ref()),
            severity: value(entry.severity.as_ref())?,
            limits: limits?,
            period: period(entry.from.as_ref(), entry.until.as_ref()),
            workarounds: workarounds.into_iter().collect::<Option<_>>()?,
            keywords: texts(&entry.keywords),
            sources,
        })
    }

    /// What a limitation restricts: each of some capabilities, or two together.
    fn limits(&mut self, entry: &raw::Limitation) -> Option<capability::Limits> {
        let (each, together) = (self.capabilities(&entry.limits), self.capabilities(&entry.limits_together));
        match together?.as_slice() {
            [] => Some(capability::Limits::Each(each?)),
            [first, second] => Some(capability::Limits::Together([*first, *second])),
            _ => None,
        }
    }
}
