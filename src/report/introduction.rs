//! What somebody who has never seen the program reads first: what comes, how long it takes, where it stays, how old the
//! facts are.

use crate::knowledge::KnowledgeBase;
use crate::model::date::Day;

use super::words::count;

/// Beyond so many days their number says less than that of months.
const DAYS_COUNTED: u32 = 60;
/// Days of a month, as the mean of a year.
const MONTH: u32 = 30;

/// Three sentences, each short enough for a line of 76 columns.
pub(crate) fn sentences(base: &KnowledgeBase, today: Day) -> [String; 3] {
    let asked = base.questions.iter().filter(|(_, question)| question.condition.is_none()).count();
    let minutes = count(usize::from(base.minutes), "minute");
    let facts = base.facts_until.map_or_else(String::new, |until| {
        format!(
            " Facts up to {}{}.",
            until.words(),
            age(until, today).map(|age| format!(", {age} old")).unwrap_or_default()
        )
    });
    [
        format!("{} or more about the {} you plan: about {minutes}.", count(asked, "question"), base.nouns.planned.one),
        "You get advice with its reasons and gaps, and a document to hand over.".to_owned(),
        format!("Nothing leaves this computer.{facts}"),
    ]
}

/// How long ago a day is; nothing where it is still to come or today.
fn age(day: Day, today: Day) -> Option<String> {
    let days = today.days_since(day);
    match days {
        0 => None,
        1..=DAYS_COUNTED => Some(count(usize::try_from(days).expect("few days"), "day")),
        _ => Some(count(usize::try_from(days / MONTH).expect("fewer months than days"), "month")),
    }
}

#[cfg(test)]
mod tests {
    use super::age;
    use crate::model::date::Day;

    #[test]
    fn facts_age_in_days_and_then_in_months() {
        let day = |text| Day::parse(text).expect("a day");
        let of = |today| age(day("2026-08-18"), day(today));
        assert_eq!(of("2026-08-18"), None);
        assert_eq!(of("2026-08-17"), None);
        assert_eq!(of("2026-08-19").as_deref(), Some("1 day"));
        assert_eq!(of("2026-10-17").as_deref(), Some("60 days"));
        assert_eq!(of("2026-11-24").as_deref(), Some("3 months"));
    }
}
