//! Work in words: who does it, how much it is, what must be there first, and why a plan cannot use a workaround.

use crate::diagnostic::suggest::enumerate;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::{Facts, Refusal};
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Workaround};
use crate::model::work::{Builder, Effort};

use super::words::uncapitalized;

/// Somebody who can do it, in a sentence: `a developer`.
pub(crate) fn somebody(base: &KnowledgeBase, builder: Builder) -> String {
    match builder {
        Builder::User => base.nouns.builder.a(),
        Builder::Administrator => "an administrator".to_owned(),
        Builder::Developer => "a developer".to_owned(),
        Builder::Partner => "a partner".to_owned(),
    }
}

/// How long it takes: `some days`.
pub(crate) fn how_long(effort: Effort) -> &'static str {
    match effort {
        Effort::Hours => "some hours",
        Effort::Days => "some days",
        Effort::Weeks => "some weeks",
    }
}

/// What to do instead, with who can do it, how long it takes and what must be there first: `Workaround (a developer, some
/// days; first: a contract with an SMS provider): Raise a custom trigger.`
pub(crate) fn told(facts: &Facts<'_>, workaround: &Workaround) -> String {
    let missing = facts.missing(workaround).map(|who| format!(" {}", needs(facts.base, who))).unwrap_or_default();
    format!("Workaround{}: {}{missing}", asks(facts.base, workaround), workaround.text)
}

/// The same where a head says already that it is a workaround: `Raise a custom trigger (a developer, some days).`
pub(crate) fn told_under_its_head(facts: &Facts<'_>, workaround: &Workaround) -> String {
    let missing = facts.missing(workaround).map(|who| format!(" {}", needs(facts.base, who))).unwrap_or_default();
    format!("{}{}.{missing}", workaround.text.trim_end_matches('.'), asks(facts.base, workaround))
}

/// That the plan has nobody for it.
fn needs(base: &KnowledgeBase, who: Builder) -> String {
    format!("It needs {}, and the plan has none.", somebody(base, who))
}

/// What a workaround asks for, in brackets; nothing where nobody has said.
pub(crate) fn asks(base: &KnowledgeBase, workaround: &Workaround) -> String {
    let who = workaround.who.map(|who| somebody(base, who));
    let work = who.into_iter().chain(workaround.effort.map(|effort| how_long(effort).to_owned()));
    let work = work.collect::<Vec<_>>().join(", ");
    let first: Vec<String> =
        workaround.requires.iter().map(|key| in_a_sentence(&base.prerequisites[*key].title)).collect();
    match (work.is_empty(), first.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!(" ({work})"),
        (true, false) => format!(" (first: {})", enumerate(&first, "and")),
        (false, false) => format!(" ({work}; first: {})", enumerate(&first, "and")),
    }
}

/// A title within a sentence: an article at its beginning is small there, a name is not.
pub(crate) fn in_a_sentence(title: &str) -> String {
    let has_article = ["A ", "An ", "The ", "Your "].iter().any(|article| title.starts_with(article));
    if has_article { uncapitalized(title) } else { title.to_owned() }
}

/// Why a plan cannot use what only a workaround reaches, as the end of a sentence: `the workaround needs a developer, and the
/// plan has none`.
pub(crate) fn refused(facts: &Facts<'_>, capability: Key<Capability>, side: Side) -> Option<String> {
    Some(match facts.refusal(capability, side)? {
        Refusal::NoWorkarounds => "only a workaround reaches it, and the plan takes none".to_owned(),
        Refusal::Without(who) => format!("the workaround needs {}, and the plan has none", somebody(facts.base, who)),
    })
}
