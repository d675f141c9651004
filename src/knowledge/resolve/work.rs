//! What work asks for, resolved: workarounds, prerequisites, and the settings of a plan.

use crate::diagnostic::toml::At;
use crate::knowledge::{Met, raw};
use crate::model::arena::Key;
use crate::model::capability;
use crate::model::name::Id;
use crate::model::setting;
use crate::model::work;

use super::{Resolver, id, period, text, value};

pub(super) fn setting(entry: &raw::Setting) -> Option<setting::Setting> {
    let label = |choice: &At<raw::SettingChoice>| {
        let word = choice.value.id.as_ref()?.value.as_str().to_owned();
        Some((word.into(), text(choice.value.label.as_ref())?))
    };
    Some(setting::Setting {
        name: value(entry.id.as_ref())?,
        ask: text(entry.ask.as_ref())?,
        labels: entry.choices.iter().map(label).collect::<Option<_>>()?,
    })
}

impl Resolver<'_, '_> {
    /// A workaround; what it does not say is as with its limitation.
    pub(super) fn workaround(
        &mut self,
        entry: &raw::Workaround,
        of: &raw::Limitation,
    ) -> Option<capability::Workaround> {
        let (capabilities, requires) = (self.capabilities(&entry.capabilities), self.prerequisites(&entry.requires));
        let sources = self.citations(&entry.sources);
        Some(capability::Workaround {
            text: text(entry.text.as_ref())?,
            way: value(entry.way.as_ref().or(of.way.as_ref())),
            period: period(entry.from.as_ref().or(of.from.as_ref()), entry.until.as_ref().or(of.until.as_ref())),
            capabilities: capabilities?,
            who: value(entry.who.as_ref()),
            effort: value(entry.effort.as_ref()),
            requires: requires?,
            sources,
        })
    }

    pub(super) fn prerequisite(&mut self, entry: &raw::Prerequisite) -> Option<work::Prerequisite> {
        let sources = self.citations(&entry.sources);
        Some(work::Prerequisite {
            id: id(entry.id.as_ref())?,
            title: text(entry.title.as_ref())?,
            kind: value(entry.kind.as_ref())?,
            text: text(entry.text.as_ref()),
            sources,
        })
    }

    /// The choices which say that a prerequisite is there.
    pub(super) fn met(&mut self, entry: &raw::Prerequisite) -> Vec<Met> {
        let own = entry.id.as_ref().and_then(|id| self.names.prerequisite(id, self.findings));
        let by: Vec<_> = entry.met_by.iter().map(|end| self.choice_of(&end.value.0, &end.place)).collect();
        let met = |by: Option<_>| Some(Met { prerequisite: own?, by: by? });
        by.into_iter().filter_map(met).collect()
    }

    pub(super) fn prerequisites(&mut self, ids: &[At<Id>]) -> Option<Vec<Key<work::Prerequisite>>> {
        let found: Vec<_> = ids.iter().map(|id| self.names.prerequisite(id, self.findings)).collect();
        found.into_iter().collect()
    }
}
