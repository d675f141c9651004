//! What words of one family share: `approve`, `approved` and `approval`; `buy` and `bought`.
//!
//! Only where entries hold some of the words ([`close`](super::close)) do families count: there a word too many costs
//! little, and in a strict search `personal` is not `person`.

use super::fold::stem;

/// Forms that no ending tells, each with its plain form; in order.
const IRREGULAR: &[(&str, &str)] = &[
    ("analysis", "analyse"),
    ("analytics", "analyse"),
    ("ate", "eat"),
    ("began", "begin"),
    ("begun", "begin"),
    ("behavior", "behaviour"),
    ("behavioral", "behaviour"),
    ("behaviors", "behaviour"),
    ("bought", "buy"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("came", "come"),
    ("caught", "catch"),
    ("children", "child"),
    ("choice", "choose"),
    ("choices", "choose"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("color", "colour"),
    ("colors", "colour"),
    ("daily", "day"),
    ("dealt", "deal"),
    ("decision", "decide"),
    ("decisions", "decide"),
    ("deliverability", "deliver"),
    ("deliveries", "deliver"),
    ("delivery", "deliver"),
    ("description", "describe"),
    ("descriptions", "describe"),
    ("done", "do"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("entries", "enter"),
    ("entry", "enter"),
    ("failure", "fail"),
    ("failures", "fail"),
    ("fallen", "fall"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("found", "find"),
    ("gave", "give"),
    ("given", "give"),
    ("goes", "go"),
    ("gone", "go"),
    ("got", "get"),
    ("gotten", "get"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("heard", "hear"),
    ("held", "hold"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("hung", "hang"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("laid", "lay"),
    ("led", "lead"),
    ("left", "leave"),
    ("lent", "lend"),
    ("lives", "life"),
    ("loss", "lose"),
    ("lost", "lose"),
    ("made", "make"),
    ("meant", "mean"),
    ("men", "man"),
    ("met", "meet"),
    ("paid", "pay"),
    ("payment", "pay"),
    ("payments", "pay"),
    ("permission", "permit"),
    ("permissions", "permit"),
    ("ran", "run"),
    ("registration", "register"),
    ("registrations", "register"),
    ("response", "respond"),
    ("responses", "respond"),
    ("running", "run"),
    ("said", "say"),
    ("sang", "sing"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("shown", "show"),
    ("slept", "sleep"),
    ("sold", "sell"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stood", "stand"),
    ("stopping", "stop"),
    ("stuck", "stick"),
    ("subscription", "subscribe"),
    ("subscriptions", "subscribe"),
    ("taken", "take"),
    ("taught", "teach"),
    ("thought", "think"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("told", "tell"),
    ("took", "take"),
    ("understood", "understand"),
    ("went", "go"),
    ("woke", "wake"),
    ("woken", "wake"),
    ("women", "woman"),
    ("won", "win"),
    ("wore", "wear"),
    ("written", "write"),
    ("wrote", "write"),
];

/// Endings that make a noun, an adjective or an adverb of a word, each with what stands in its place; longer ones first.
const ENDINGS: &[(&str, &str)] = &[
    ("ification", "ify"),
    ("isations", "is"),
    ("isation", "is"),
    ("iveness", ""),
    ("fulness", ""),
    ("ations", ""),
    ("ation", ""),
    ("ators", ""),
    ("ator", ""),
    ("ating", ""),
    ("ated", ""),
    ("ates", ""),
    ("ately", ""),
    ("ically", "ic"),
    ("ements", ""),
    ("ement", ""),
    ("ments", ""),
    ("ment", ""),
    ("ances", ""),
    ("ance", ""),
    ("anc", ""),
    ("ences", ""),
    ("ence", ""),
    ("enc", ""),
    ("ants", ""),
    ("ant", ""),
    ("ions", ""),
    ("ion", ""),
    ("able", ""),
    ("abl", ""),
    ("ible", ""),
    ("ibl", ""),
    ("ings", ""),
    ("ally", ""),
    ("ness", ""),
    ("ity", ""),
    ("ive", ""),
    ("iv", ""),
    ("als", ""),
    ("al", ""),
    ("ees", ""),
    ("ee", ""),
    ("ers", ""),
    ("er", ""),
    ("ors", ""),
    ("or", ""),
    ("ate", ""),
    ("ly", ""),
];

/// Words that look like the family of another one and are not; in order.
const ALONE: &[&str] = &[
    "conversion",
    "converted",
    "customer",
    "dealer",
    "evening",
    "flower",
    "general",
    "generally",
    "news",
    "party",
    "personal",
    "personally",
    "postal",
    "production",
    "restore",
    "restored",
    "sector",
    "server",
    "signal",
    "statement",
];

/// The fewest letters that are left of a word.
const SHORTEST: usize = 4;

/// What the words of a family share.
pub(super) fn root(word: &str) -> String {
    if let Ok(position) = IRREGULAR.binary_search_by(|(form, _)| (*form).cmp(word)) {
        let (_, plain) = IRREGULAR.get(position).expect("it was found there");
        return root(plain);
    }
    let mut stem = stem(word);
    if ALONE.binary_search(&word).is_ok() || ALONE.binary_search(&stem.as_str()).is_ok() {
        return stem;
    }
    let is_plural =
        stem.len() > 3 && stem.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| stem.ends_with(ending));
    if is_plural {
        stem.pop();
    }
    let cut = ENDINGS.iter().find_map(|(ending, instead)| {
        let rest = stem.strip_suffix(ending)?;
        (rest.len() >= SHORTEST).then(|| format!("{rest}{instead}"))
    });
    let mut root = cut.unwrap_or(stem);
    if root.len() > SHORTEST && root.ends_with(['e', 'y', 'i']) {
        root.pop();
    }
    root
}

#[cfg(test)]
mod tests {
    use super::{ALONE, IRREGULAR, root};

    #[test]
    fn forms_are_in_order_for_looking_them_up() {
        assert!(IRREGULAR.is_sorted_by(|one, next| one.0 < next.0) && ALONE.is_sorted());
    }

    #[test]
    fn a_family_has_one_root() {
        for family in [
            &["approve", "approves", "approved", "approval"][..],
            &["register", "registered", "registration", "registrations"],
            &["buy", "buys", "bought"],
            &["personalise", "personalize", "personalization"],
            &["attend", "attendance", "attendee", "attendees"],
            &["expire", "expiry", "expired", "expiration"],
            &["subscribe", "subscriber", "subscription"],
        ] {
            for word in family {
                assert_eq!(root(word), root(family[0]), "{word}");
            }
        }
        for (one, other) in [("custom", "customer"), ("sign", "signal"), ("person", "personal"), ("rest", "restore")] {
            assert_ne!(root(one), root(other), "{one}");
        }
    }
}
