//! `advisor.toml`: two alternatives with their life cycles, a sane scoring, and the list of topics.

use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::date::PartialDate;

use crate::knowledge::raw::{Advisor, Alternative, Band, Raw, Scoring};

use super::neighbours;

/// Checks the settings.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let Some(advisor) = &raw.advisor else { return };
    facts(&advisor.value, findings);
    alternatives(advisor, findings);
    if let Some(scoring) = &advisor.value.scoring {
        self::scoring(&scoring.value, &scoring.place, findings);
    }
    for band in &advisor.value.audit {
        self::band(&band.value, findings);
    }
    for conflict in &advisor.value.conflicts {
        let question = |end: &'_ str| end.split(':').next().map(str::to_owned);
        let mut ends: Vec<_> = conflict.value.between.iter().map(|end| question(&end.value.0)).collect();
        ends.dedup();
        if ends.len() < 2 {
            findings.push(Diagnostic::new(Code::K040, Code::K040.title(), conflict.place.clone()));
        }
    }
    for synonym in &advisor.value.synonyms {
        if synonym.value.words.len() < 2 {
            let message = "a word cannot be a synonym of nothing";
            findings.push(Diagnostic::new(Code::K046, message, synonym.place.clone()));
        }
    }
    topics(raw, advisor, findings);
}

fn facts(advisor: &Advisor, findings: &mut Vec<Diagnostic>) {
    if let (Some(from), Some(until)) = (&advisor.facts_from, &advisor.facts_until)
        && until.value < from.value.first_day()
    {
        let message = format!("the facts end on {} before they begin", until.value);
        findings.push(
            Diagnostic::new(Code::K047, message, until.place.clone()).with(from.place.clone(), "they begin here"),
        );
    }
}

fn alternatives(advisor: &At<Advisor>, findings: &mut Vec<Diagnostic>) {
    let alternatives = &advisor.value.alternatives;
    if alternatives.len() != 2 {
        let place = alternatives.get(2).map_or(&advisor.place, |third| &third.place);
        let message = format!("{} alternatives are defined; the method compares exactly two", alternatives.len());
        findings
            .push(Diagnostic::new(Code::K031, message, place.clone()).help("make one knowledge base for each pair"));
    }
    for alternative in alternatives {
        life_cycle(&alternative.value, findings);
        announcements(&alternative.value, findings);
    }
}

fn life_cycle(alternative: &Alternative, findings: &mut Vec<Diagnostic>) {
    let begins: Vec<_> = alternative.phases.iter().filter_map(|phase| phase.value.from.as_ref()).collect();
    for (earlier, later) in out_of_order(&begins) {
        findings.push(
            Diagnostic::new(Code::K032, "this phase does not begin after the one before", later.place.clone())
                .with(earlier.place.clone(), "the phase before begins here"),
        );
    }
}

/// The neighbours of which the second is not later than the first.
fn out_of_order<'d>(dates: &'d [&At<PartialDate>]) -> impl Iterator<Item = (&'d At<PartialDate>, &'d At<PartialDate>)> {
    let is_wrong =
        |(earlier, later): &(&At<PartialDate>, &At<PartialDate>)| later.value.first_day() <= earlier.value.first_day();
    neighbours(dates).map(|(earlier, later)| (*earlier, *later)).filter(is_wrong)
}

fn announcements(alternative: &Alternative, findings: &mut Vec<Diagnostic>) {
    let dates: Vec<_> = alternative.announcements.iter().filter_map(|said| said.value.date.as_ref()).collect();
    for (earlier, later) in out_of_order(&dates) {
        findings.push(
            Diagnostic::new(Code::K048, "this was not said after the announcement before", later.place.clone())
                .with(earlier.place.clone(), "the announcement before"),
        );
    }
    for said in &alternative.announcements {
        if let (Some(date), Some(ends)) = (&said.value.date, &said.value.ends)
            && ends.value.first_day() <= date.value.first_day()
        {
            let message = "the end was already over when it was announced";
            findings.push(
                Diagnostic::new(Code::K048, message, ends.place.clone()).with(date.place.clone(), "announced then"),
            );
        }
    }
}

fn scoring(scoring: &Scoring, place: &Place, findings: &mut Vec<Diagnostic>) {
    let levels = [&scoring.native, &scoring.partial, &scoring.workaround, &scoring.none];
    let weights = [&scoring.must, &scoring.should, &scoring.could];
    falls(&levels, 0..=100, "points of a level", findings);
    falls(&weights, 1..=100, "weight of an importance", findings);
    if let Some(percent) = &scoring.indifference
        && percent.value > 50
    {
        findings.push(Diagnostic::new(
            Code::K033,
            "the indifference threshold is above 50 percent",
            percent.place.clone(),
        ));
    }
    let same = |pair: [&Option<At<u16>>; 2]| matches!(pair, [Some(first), Some(last)] if first.value == last.value);
    if same([&scoring.native, &scoring.none]) {
        findings.push(Diagnostic::new(
            Code::K033,
            "every level is worth the same, so nothing could ever differ",
            place.clone(),
        ));
    }
}

/// Each number lies in the range and is no higher than the one before.
fn falls(
    numbers: &[&Option<At<u16>>],
    range: std::ops::RangeInclusive<u16>,
    what: &str,
    findings: &mut Vec<Diagnostic>,
) {
    let known: Vec<_> = numbers.iter().filter_map(|number| number.as_ref()).collect();
    for number in &known {
        if !range.contains(&number.value) {
            let message = format!("the {what} is {}; it can be {} to {}", number.value, range.start(), range.end());
            findings.push(Diagnostic::new(Code::K033, message, number.place.clone()));
        }
    }
    for (higher, lower) in neighbours(&known).filter(|(higher, lower)| lower.value > higher.value) {
        let message = format!("the {what} is {}, more than the {} of the better one", lower.value, higher.value);
        findings.push(
            Diagnostic::new(Code::K033, message, lower.place.clone()).with(higher.place.clone(), "the better one"),
        );
    }
}

fn band(band: &Band, findings: &mut Vec<Diagnostic>) {
    if let (Some(least), Some(most)) = (&band.at_least, &band.at_most)
        && (least.value > most.value || most.value > 100)
    {
        let message = format!("a share cannot lie between {} and {} percent", least.value, most.value);
        findings.push(Diagnostic::new(Code::K033, message, most.place.clone()));
    }
}

fn topics(raw: &Raw, advisor: &At<Advisor>, findings: &mut Vec<Diagnostic>) {
    let listed = &advisor.value.topics;
    for (position, topic) in listed.iter().enumerate() {
        let earlier = listed.iter().take(position).find(|other| other.value == topic.value);
        if let Some(earlier) = earlier {
            let message = format!("the topic `{}` is listed twice", topic.value);
            findings.push(
                Diagnostic::new(Code::K038, message, topic.place.clone()).with(earlier.place.clone(), "first here"),
            );
        } else if !raw.topics.iter().any(|file| file.stem == topic.value.as_str()) {
            let message = format!("there is no file `topics/{}.toml`", topic.value);
            findings.push(Diagnostic::new(Code::K036, message, topic.place.clone()));
        }
    }
    for file in &raw.topics {
        if !listed.iter().any(|topic| topic.value.as_str() == file.stem) {
            let message = format!("the topic `{}` is not listed in `advisor.toml`", file.stem);
            findings.push(Diagnostic::new(Code::K036, message, file.place.clone()));
        }
        let id = file.file.topic.as_ref().and_then(|topic| topic.value.id.as_ref());
        if let Some(id) = id.filter(|id| id.value.as_str() != file.stem) {
            let message = format!("the topic is called `{}` but its file `{}.toml`", id.value, file.stem);
            findings.push(Diagnostic::new(Code::K036, message, id.place.clone()));
        }
    }
}
