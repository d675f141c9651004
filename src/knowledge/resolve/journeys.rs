//! Journeys apart: their choices become keys.

use crate::diagnostic::toml::At;
use crate::knowledge::raw;
use crate::knowledge::shape;
use crate::model::journeys::{JourneyPart, JourneysApart};

use super::{Resolver, id, text};

impl Resolver<'_, '_> {
    pub(super) fn journeys_apart(&mut self, entry: &raw::JourneysApart) -> Option<JourneysApart> {
        let parts: Vec<_> = entry.parts.iter().map(|part| self.journey_part(&part.value)).collect();
        let sources = self.citations(&entry.sources);
        Some(JourneysApart {
            id: id(entry.id.as_ref())?,
            why: text(entry.why.as_ref())?,
            parts: parts.into_iter().collect::<Option<_>>()?,
            sources,
        })
    }

    fn journey_part(&mut self, entry: &raw::JourneyPart) -> Option<JourneyPart> {
        let end = |choice: &At<shape::Text<130>>| self.choice_of(&choice.value.0, &choice.place);
        let choices: Vec<_> = entry.choices.iter().map(end).collect();
        Some(JourneyPart { title: text(entry.title.as_ref())?, choices: choices.into_iter().collect::<Option<_>>()? })
    }
}
