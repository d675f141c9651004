//! The settings of a plan in words: how each is asked for, what its words are called, and what a plan says.

use crate::diagnostic::suggest::enumerate;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::{Availability, Side};
use crate::model::date::PartialDate;
use crate::model::setting::{Setting, SettingName, Settings};
use crate::model::work::Builder;

use super::words::{capitalized, ended, name_first, uncapitalized};

/// How a setting is asked for.
pub(crate) fn ask(base: &KnowledgeBase, name: SettingName) -> &str {
    let usual = match name {
        SettingName::Builders => "Who can build it?",
        SettingName::Workarounds => "Will a workaround do?",
        SettingName::RunsUntil => "Until when must it run?",
    };
    worded(base, name).map_or(usual, |setting| &setting.ask)
}

/// What somebody who can build is called in a list.
fn builder(base: &KnowledgeBase, builder: Builder) -> String {
    let usual = match builder {
        Builder::User => &base.nouns.builder.many,
        Builder::Administrator => "Administrators",
        Builder::Developer => "Developers",
        Builder::Partner => "A partner",
    };
    let own = label(base, SettingName::Builders, |word| Builder::parse(word) == Some(builder));
    capitalized(own.unwrap_or(usual))
}

/// What it is called that workarounds will do, or will not.
fn workarounds(base: &KnowledgeBase, refuses: bool) -> &str {
    let (word, usual) =
        if refuses { ("no", "No: it counts as not supported") } else { ("yes", "Yes, if there is one") };
    label(base, SettingName::Workarounds, |own| own == word).unwrap_or(usual)
}

fn worded(base: &KnowledgeBase, name: SettingName) -> Option<&Setting> {
    base.settings.iter().find(|setting| setting.name == name)
}

fn label(base: &KnowledgeBase, name: SettingName, is_meant: impl Fn(&str) -> bool) -> Option<&str> {
    let labels = &worded(base, name)?.labels;
    labels.iter().find(|(own, _)| is_meant(own)).map(|(_, label)| label.as_str())
}

/// What a plan says to one of them, as it stands beside the question.
pub(crate) fn value(base: &KnowledgeBase, settings: &Settings, name: SettingName) -> String {
    match name {
        SettingName::Builders if settings.builders.is_empty() => "Anybody".to_owned(),
        SettingName::Builders => capitalized(&team(base, settings)),
        SettingName::Workarounds => workarounds(base, settings.refuses_workarounds).to_owned(),
        SettingName::RunsUntil => settings.runs_until.map_or_else(|| "No end in sight".to_owned(), PartialDate::words),
    }
}

fn team(base: &KnowledgeBase, settings: &Settings) -> String {
    let builders: Vec<String> = settings.builders.iter().map(|one| uncapitalized(&builder(base, one))).collect();
    enumerate(&builders, "and")
}

/// What a plan says about itself: `built by marketers; no workarounds; runs until December 2027`. Nothing where it says
/// nothing.
pub(crate) fn words(base: &KnowledgeBase, settings: &Settings) -> Option<String> {
    let built = (!settings.builders.is_empty()).then(|| format!("built by {}", team(base, settings)));
    let refuses = settings.refuses_workarounds.then(|| "no workarounds".to_owned());
    let until = settings.runs_until.map(|until| format!("runs until {}", until.words()));
    let said: Vec<String> = built.into_iter().chain(refuses).chain(until).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// That an area ends before the plan does, by what had been said on the day: `The bus ends too soon: the town has announced
/// its end for May 2024, and the plan runs until December 2027.`
pub(crate) fn outlived(facts: &Facts<'_>, side: Side) -> Option<String> {
    let until = facts.settings.runs_until.filter(|_| facts.availability[side] == Availability::Outlived)?;
    let said = facts.base.alternatives[side].outlived(facts.as_of.day, until)?;
    let subject = name_first(facts.base, side);
    Some(format!("{subject} ends too soon: {}, and the plan runs until {}.", said.says, until.words()))
}

/// Why nothing can be built in an area, or nothing that lasts as long as the plan.
pub(crate) fn out_of_reach(facts: &Facts<'_>, side: Side) -> Option<String> {
    ended(facts.base, side, facts.as_of.day).or_else(|| outlived(facts, side))
}
