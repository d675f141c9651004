//! What work asks for, in JSON: the settings of the plan, what must be there first, and what to read next.

use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::capability::{Way, Workaround};
use crate::model::date::PartialDate;
use crate::model::setting;
use crate::model::verdict::{Requirement, Verdict};
use crate::model::work::Effort;
use crate::report::parts::work::{needed, page_of};

use super::words::{Numbers, Shown, numbers};

/// What the plan says about itself.
#[derive(Serialize)]
pub(super) struct Settings {
    /// Who can build it; empty where it does not matter.
    builders: Vec<&'static str>,
    workarounds: bool,
    runs_until: Option<Shown<PartialDate>>,
}

/// Something that must be ordered, licensed or switched on.
#[derive(Serialize)]
pub(super) struct ToOrder<'k> {
    id: &'k str,
    title: &'k str,
    kind: &'static str,
    requirements: Numbers,
}

/// What a workaround asks for; all empty where there is none, and what nobody has told.
#[derive(Serialize)]
pub(super) struct Asks<'k> {
    way: Option<&'static str>,
    who: Option<&'static str>,
    effort: Option<&'static str>,
    requires: Vec<&'k str>,
}

/// The page to read next for a requirement.
#[derive(Serialize)]
pub(super) struct ReadNext<'k> {
    source: &'k str,
    title: &'k str,
    url: &'k str,
}

impl<'k> Asks<'k> {
    pub(super) fn of(workaround: Option<&'k Workaround>, base: &'k KnowledgeBase) -> Self {
        let requires = workaround.iter().flat_map(|workaround| &workaround.requires);
        Self {
            way: workaround.and_then(|workaround| workaround.way).map(Way::word),
            who: workaround.and_then(|workaround| workaround.who).map(|who| who.word(&base.nouns)),
            effort: workaround.and_then(|workaround| workaround.effort).map(Effort::word),
            requires: requires.map(|key| base.prerequisites[*key].id.as_str()).collect(),
        }
    }
}

impl Settings {
    pub(super) fn of(base: &KnowledgeBase, settings: &setting::Settings) -> Self {
        Self {
            builders: settings.builders.iter().map(|builder| builder.word(&base.nouns)).collect(),
            workarounds: !settings.refuses_workarounds,
            runs_until: settings.runs_until.map(Shown),
        }
    }
}

/// What the advice needs that the answers do not say is there.
pub(super) fn to_order<'k>(facts: &Facts<'k>, answers: &Answers, verdict: &Verdict) -> Vec<ToOrder<'k>> {
    let base = facts.base;
    let needed = needed(facts, answers, verdict).into_iter();
    let item = |(key, concerned): (_, Vec<_>)| {
        let prerequisite = &base.prerequisites[key];
        ToOrder {
            id: prerequisite.id.as_str(),
            title: &prerequisite.title,
            kind: prerequisite.kind.word(),
            requirements: numbers(&concerned),
        }
    };
    needed.map(item).collect()
}

impl<'k> ReadNext<'k> {
    pub(super) fn of(requirement: &Requirement, facts: &Facts<'k>, verdict: &Verdict) -> Option<Self> {
        let source = &facts.base.sources[page_of(facts, requirement, verdict.home(requirement))?];
        Some(Self { source: source.id.as_str(), title: &source.title, url: &source.url })
    }
}
