//! Phrases that several parts of a report share.

use crate::knowledge::KnowledgeBase;
use crate::model::alternative::{Availability, Phase, Side};
use crate::model::arena::Key;
use crate::model::capability::{Level, Limitation, Workaround};
use crate::model::date::{Day, DayOrigin, Today};
use crate::model::nouns::Nouns;
use crate::model::question::{Importance, Question};
use crate::model::verdict::{AsOf, Recommendation, Requirement};

/// The name of an alternative in a sentence: `real-time marketing`.
pub fn name(base: &KnowledgeBase, side: Side) -> &str {
    &base.alternatives[side].title
}

/// The same at the beginning of a sentence.
pub(crate) fn name_first(base: &KnowledgeBase, side: Side) -> String {
    capitalized(name(base, side))
}

/// The short name of an alternative in a sentence: small as its name is, or with the capitals of a name.
pub(crate) fn short_name(base: &KnowledgeBase, side: Side) -> String {
    let alternative = &base.alternatives[side];
    let is_name = alternative.title.starts_with(char::is_uppercase);
    if is_name { alternative.short.to_string() } else { uncapitalized(&alternative.short) }
}

/// Both alternatives as one thing: `both areas together`.
pub(crate) fn both_together(nouns: &Nouns) -> String {
    format!("both {} together", nouns.alternative.many)
}

/// The documentation behind the facts, in a sentence.
pub(crate) fn documentation(base: &KnowledgeBase) -> &str {
    base.documentation.as_ref().map_or("the documentation", |documentation| &documentation.name)
}

/// A text with its first letter in upper case.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let mut capitalized = String::with_capacity(text.len());
    capitalized.extend(first.to_uppercase());
    capitalized.push_str(letters.as_str());
    capitalized
}

/// A text with its first letter in lower case. What begins with several capitals is a name and keeps them.
pub(crate) fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

/// How well an area does something, in the words that stand everywhere.
pub(crate) fn how_well(level: Level) -> &'static str {
    match level {
        Level::Native => "built in",
        Level::Partial => "partly",
        Level::Workaround => "by a workaround",
        Level::None => "not supported",
        Level::Unknown => "unknown",
    }
}

/// The same after the name of an area: `does not support it`.
pub(crate) fn has_it(level: Level) -> &'static str {
    match level {
        Level::Native => "has it built in",
        Level::Partial => "has it partly",
        Level::Workaround => "has it by a workaround",
        Level::None => "does not support it",
        Level::Unknown => "may have it or not: nothing published says",
    }
}

/// Said of a limitation for which there is something to do instead, but not on that day.
pub(crate) fn without(limitation: &Limitation, in_force: Option<&Workaround>) -> Option<&'static str> {
    let is_known = limitation.workarounds.is_empty() || in_force.is_some();
    (!is_known).then_some("No workaround is known for that day.")
}

/// How much something matters, as a phrase.
pub(crate) fn matters(importance: Importance) -> &'static str {
    match importance {
        Importance::Must => "a must",
        Importance::Should => "a should",
        Importance::Could => "a could",
    }
}

/// A number with its noun: `1 gap`, `3 gaps`, `3 entries`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    match noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        _ if number == 1 => format!("1 {noun}"),
        Some(stem) => format!("{number} {stem}ies"),
        None => format!("{number} {noun}s"),
    }
}

/// A number with a thousands separator: `1,240`.
pub(crate) fn number(value: i32) -> String {
    grouped(&value.unsigned_abs().to_string())
}

/// Digits with a thousands separator.
pub(super) fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The same with its sign, which a contribution always shows.
pub(crate) fn signed(value: i32) -> String {
    match value.signum() {
        1 => ["+", &number(value)].concat(),
        -1 => ["-", &number(value)].concat(),
        _ => "0".to_owned(),
    }
}

/// A fit as people read it: `91 %`; a dash while nothing counts.
pub(crate) fn percent(fit: Option<u8>) -> String {
    fit.map_or_else(|| "-".to_owned(), |fit| format!("{fit} %"))
}

/// What a requirement asks for, in the words of the capability.
pub fn wish<'k>(base: &'k KnowledgeBase, requirement: &Requirement) -> &'k str {
    &base.capabilities[requirement.capability].title
}

/// The choice behind a requirement, in the words of the interview.
pub(crate) fn choice<'k>(base: &'k KnowledgeBase, requirement: &Requirement) -> &'k str {
    &base.questions[requirement.question][requirement.choice].label
}

/// Several wishes as one says them, at most `most` of them by name.
pub(crate) fn wishes<'r>(
    base: &KnowledgeBase,
    mut requirements: impl Iterator<Item = &'r Requirement>,
    most: usize,
) -> String {
    let quoted = |requirement| ["\"", wish(base, requirement), "\""].concat();
    let mut named: Vec<String> = requirements.by_ref().take(most).map(quoted).collect();
    let more = requirements.count();
    if more > 0 {
        named.push(format!("{more} more"));
    }
    crate::diagnostic::suggest::enumerate(&named, "and")
}

/// Why an answer does not count: `asked only after certain answers to "Which channels?"`.
pub(crate) fn asked_only_after(base: &KnowledgeBase, question: Key<Question>) -> Option<String> {
    let condition = base.questions[question].condition.as_ref()?;
    Some(format!("asked only after certain answers to \"{}\"", base.questions[condition.question].ask))
}

/// The same in a sentence of its own.
pub(crate) fn does_not_count(base: &KnowledgeBase, question: Key<Question>) -> Option<String> {
    let because = asked_only_after(base, question)?;
    Some(format!("Your answer to \"{}\" does not count: that is {because}.", base.questions[question].ask))
}

/// What to do, as the end of a sentence: `the advice is outbound marketing`.
pub fn outcome_of(base: &KnowledgeBase, recommendation: Recommendation) -> String {
    match recommendation {
        Recommendation::Build(side) => format!("the advice is {}", name(base, side)),
        Recommendation::Both => format!("the advice is {}", both_together(&base.nouns)),
        Recommendation::Neither => format!("no {} can carry the plan", base.nouns.alternative.one),
        Recommendation::Undecided => "there is no clear advice".to_owned(),
    }
}

/// The day planned for: `today, 24 November 2026`.
pub(crate) fn planning_for(base: &KnowledgeBase, as_of: AsOf, today: Day) -> String {
    if let Some(preset) = base.preset(as_of) {
        return format!("{}, {}", preset.title, as_of.day.month_words());
    }
    if as_of.day == today { format!("today, {}", today.words()) } else { as_of.day.words() }
}

/// The same as a sentence begins: `Today, 24 November 2026`, `On 1 May 2024`,
/// `By the article, December 2022`.
pub(crate) fn on_day(base: &KnowledgeBase, as_of: AsOf, today: Day) -> String {
    let day = planning_for(base, as_of, today);
    match base.preset(as_of) {
        Some(_) => format!("By {day}"),
        None if as_of.day == today => capitalized(&day),
        None => format!("On {day}"),
    }
}

/// The one source whose word counts, as the knowledge calls it: `the article`.
pub(crate) fn sole_source(base: &KnowledgeBase, as_of: AsOf) -> Option<&str> {
    base.preset(as_of).filter(|preset| preset.basis.is_some()).map(|preset| preset.title.as_str())
}

/// Which text that is: `"Journeys vs. Customer Journeys", Cobalt, December 2022`.
pub(crate) fn work_behind(base: &KnowledgeBase, as_of: AsOf) -> Option<String> {
    let source = &base.sources[as_of.basis?];
    Some(format!("\"{}\", {}, {}", source.title, source.publisher, source.date.words()))
}

/// The same in a sentence that introduces its name.
pub(crate) fn introduce_source(base: &KnowledgeBase, as_of: AsOf) -> Option<String> {
    let (name, work) = (sole_source(base, as_of)?, work_behind(base, as_of)?);
    Some(format!("{} is {work}. On its day nothing but its word counts.", capitalized(name)))
}

/// That a day on which the program is said to run cannot be, because it lies before the facts begin.
pub(crate) fn early_day(base: &KnowledgeBase, today: Today) -> Option<String> {
    let says = if today.origin == DayOrigin::Environment { "SOURCE_DATE_EPOCH says" } else { "the clock says" };
    (today.day < base.facts_from.first_day()).then(|| {
        format!("{says} {}, which lies before the facts begin ({})", today.day.words(), base.facts_from.words())
    })
}

/// When advice was given, and where that day comes from unless it is the clock.
pub(crate) fn made_on(today: Today) -> String {
    let day = today.day.words();
    match today.origin {
        DayOrigin::Clock => day,
        DayOrigin::Environment => format!("{day}, a day fixed by SOURCE_DATE_EPOCH"),
        DayOrigin::Typed => format!("{day}, typed in because the computer gave no usable day"),
        DayOrigin::Assumed => format!("{day}, assumed because the computer gave no usable day"),
    }
}

/// How far the facts reach: `18 August 2026; later changes are not known`.
pub(crate) fn facts_until(base: &KnowledgeBase) -> Option<String> {
    base.facts_until.map(|until| format!("{}; later changes are not known", until.words()))
}

/// The same in a sentence.
pub(crate) fn reach(base: &KnowledgeBase) -> Option<String> {
    facts_until(base).map(|reach| format!("Facts up to {reach}."))
}

/// That the day planned for lies too long after the last of the facts.
pub(crate) fn beyond_facts(base: &KnowledgeBase, day: Day) -> Option<String> {
    let until = base.facts_until.filter(|_| base.is_beyond_facts(day))?;
    Some(format!("The facts end on {}, long before {}: find out what has changed since.", until.words(), day.words()))
}

/// The headline of advice; where the day lies too long after the last of the facts, it says so.
pub(crate) fn flagged(base: &KnowledgeBase, headline: String, day: Day) -> String {
    if base.is_beyond_facts(day) { format!("{headline} The facts end long before {}.", day.words()) } else { headline }
}

/// Which knowledge this is and how far its facts reach, in sentences.
pub(crate) fn state(base: &KnowledgeBase) -> String {
    let reach = reach(base).map(|reach| format!(" {reach}")).unwrap_or_default();
    format!("Knowledge: {}, edition {}.{reach}", base.title, base.edition)
}

/// What cannot be had on the day or by now, or only for a while: `Outbound marketing was removed in May 2026.` What was
/// known on the day comes first, what is known since stands apart.
pub fn notices(base: &KnowledgeBase, day: Day, today: Day) -> Vec<String> {
    let of = |side| {
        let then = ended(base, side, day).or_else(|| closing(base, side, day));
        then.into_iter().chain(ended_since(base, side, day, today))
    };
    Side::BOTH.into_iter().flat_map(of).collect()
}

/// What had been said by the day about the end of an alternative that is not removed yet, as the end of a sentence.
pub(crate) fn announced(base: &KnowledgeBase, side: Side, day: Day) -> Option<&str> {
    base.alternatives[side].announced(day).map(|announcement| announcement.says.as_str())
}

/// Since when nothing can be built in an alternative: `Outbound marketing was removed in May 2026.`
pub(crate) fn ended(base: &KnowledgeBase, side: Side, day: Day) -> Option<String> {
    let end = base.alternatives[side].end(day)?;
    let (subject, since) = (name_first(base, side), end.from.words());
    Some(match end.availability {
        Availability::Removed => format!("{subject} was removed in {since}."),
        _ => match announced(base, side, day) {
            Some(says) => format!("{subject} has taken nothing new since {since}: {says}."),
            None => format!("{subject} has taken nothing new since {since}."),
        },
    })
}

/// The same of what could be had on an earlier day and cannot be had today.
pub(crate) fn ended_since(base: &KnowledgeBase, side: Side, day: Day, today: Day) -> Option<String> {
    if ended(base, side, day).is_some() {
        return None;
    }
    ended(base, side, today).map(|ended| format!("Since then: {ended} Nothing can be built in it today."))
}

/// That an alternative can be had on the day, but not for long, by what had been said then: `Outbound marketing is closing:
/// the maker has announced its end for 30 June 2025.`
pub(crate) fn closing(base: &KnowledgeBase, side: Side, day: Day) -> Option<String> {
    let alternative = &base.alternatives[side];
    if let Some(says) = announced(base, side, day) {
        return Some(format!("{} is closing: {says}.", name_first(base, side)));
    }
    alternative.phase(day).filter(|phase| phase.availability == Availability::Closing)?;
    let is_end = |phase: &&Phase| phase.availability == Availability::Removed && phase.from.first_day() > day;
    Some(match alternative.phases.iter().find(is_end) {
        Some(end) => format!("{} is closing: it goes in {}.", name_first(base, side), end.from.words()),
        None => format!("{} is closing.", name_first(base, side)),
    })
}

#[cfg(test)]
mod tests {
    use super::{capitalized, count, number, signed};

    #[test]
    fn numbers_read_well() {
        assert_eq!([number(0), number(999), number(1_240), number(-1_234_567)], ["0", "999", "1,240", "1,234,567"]);
        assert_eq!([signed(0), signed(500), signed(-1_240)], ["0", "+500", "-1,240"]);
        assert_eq!([count(1, "gap"), count(0, "gap")], ["1 gap", "0 gaps"]);
        assert_eq!(capitalized("option"), "Option");
    }
}
