//! What work asks for: prerequisites that are needed and can help, workarounds for what is limited, words of settings.

use std::collections::HashSet;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::clean::visible;
use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::model::capability::Level;
use crate::model::setting::SettingName;
use crate::model::work::Builder;

use crate::knowledge::raw::{Advisor, Limitation, Raw, Setting, Support, Workaround};

use super::{each_once, twice};

/// Checks levels, workarounds, prerequisites and settings.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let mut required: HashSet<&str> = HashSet::new();
    for file in raw.files() {
        for support in file.capabilities.iter().flat_map(|capability| &capability.value.support) {
            required.extend(support.value.requires.iter().map(|id| id.value.as_str()));
            self::support(&support.value, findings);
        }
        for limitation in &file.limitations {
            for workaround in limitation.value.workaround.iter().flat_map(|written| &written.value.0) {
                required.extend(workaround.value.requires.iter().map(|id| id.value.as_str()));
                self::workaround(&workaround.value, &limitation.value, findings);
            }
        }
    }
    let Some(advisor) = &raw.advisor else { return };
    idle(&advisor.value, &required, findings);
    for setting in &advisor.value.settings {
        self::setting(&setting.value, findings);
    }
    let names = advisor.value.settings.iter().filter_map(|entry| entry.value.id.as_ref());
    let worded_twice = |name: &SettingName| format!("the setting `{}` is worded twice", name.word());
    twice(names, Code::K038, worded_twice, findings);
}

fn support(support: &Support, findings: &mut Vec<Diagnostic>) {
    each_once(&support.requires, findings);
    let (Some(level), Some(first)) = (&support.level, support.requires.first()) else { return };
    if matches!(level.value, Level::None | Level::Unknown) {
        let message = format!("`{}` is required of what is `{}`", first.value, level.value.word());
        findings.push(Diagnostic::new(Code::K072, message, first.place.clone()).with(level.place.clone(), "the level"));
    }
}

fn workaround(workaround: &Workaround, limitation: &Limitation, findings: &mut Vec<Diagnostic>) {
    each_once(&workaround.requires, findings);
    each_once(&workaround.capabilities, findings);
    let is_limited = |id: &str| limitation.limits.iter().any(|limit| limit.value.as_str() == id);
    for id in workaround.capabilities.iter().filter(|id| !is_limited(id.value.as_str())) {
        let message = format!("the limitation does not limit `{}`", id.value);
        let mut diagnostic = Diagnostic::new(Code::K071, message, id.place.clone());
        diagnostic.help = did_you_mean(id.value.as_str(), limitation.limits.iter().map(|limit| limit.value.as_str()));
        findings.push(diagnostic);
    }
}

fn idle(advisor: &Advisor, required: &HashSet<&str>, findings: &mut Vec<Diagnostic>) {
    let ids = advisor.prerequisites.iter().filter_map(|entry| entry.value.id.as_ref());
    for id in ids.filter(|id| !required.contains(id.value.as_str())) {
        let message = format!("nothing requires the prerequisite `{}`", id.value);
        findings.push(Diagnostic::new(Code::K074, message, id.place.clone()));
    }
}

/// The words that a setting has.
fn words(name: SettingName) -> Vec<&'static str> {
    match name {
        SettingName::Builders => Builder::WORDS.to_vec(),
        SettingName::Workarounds => vec!["yes", "no"],
        SettingName::RunsUntil => Vec::new(),
    }
}

fn setting(setting: &Setting, findings: &mut Vec<Diagnostic>) {
    let Some(name) = &setting.id else { return };
    let ids: Vec<_> = setting.choices.iter().filter_map(|choice| choice.value.id.clone()).collect();
    each_once(&ids, findings);
    let known = words(name.value);
    for id in ids.iter().filter(|id| !known.contains(&id.value.as_str())) {
        let message = format!("unknown word `{}`", visible(id.value.as_str()));
        let mut diagnostic = Diagnostic::new(Code::K005, message, id.place.clone());
        diagnostic.help = did_you_mean(id.value.as_str(), known.iter().copied());
        findings.push(diagnostic);
    }
}
