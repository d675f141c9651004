//! The answer in one line, and what it means in two.

use crate::model::alternative::Side;
use crate::model::capability::Level;
use crate::model::verdict::{Outcome, Recommendation, Requirement};
use crate::report::words::{announced, beyond_facts, capitalized, count, ended_since, name_first, short_name};

use super::fitted::{Fitted, sentences};
use super::grounds::Grounds;

/// The answer and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What to do, as the title of the page.
    pub headline: Fitted<60>,
    /// The words of the headline that name what is advised, for a face that sets them off.
    pub area: Option<String>,
    /// What it rests on: the musts, then what is not built in.
    pub lead: Fitted<160>,
}

/// The answer of a verdict.
pub(super) fn of(on: Grounds<'_>) -> Answer {
    let headline = Fitted::cut(&headline(on));
    let area = match on.verdict.recommendation {
        Recommendation::Build(side) => Some(on.name(side).to_owned()),
        _ => None,
    };
    Answer { area: area.filter(|area| headline.contains(area.as_str())), headline, lead: lead(on) }
}

fn headline(on: Grounds<'_>) -> String {
    let (base, verdict) = (on.base(), on.verdict);
    let ends = |side: Side| announced(base, side, verdict.as_of.day).is_some();
    match verdict.recommendation {
        Recommendation::Build(side) if ends(side) => {
            format!("{} fits better; its end is announced.", name_first(base, side))
        }
        Recommendation::Build(side) => match verdict.standings[side].unconfirmed.len() {
            0 => format!("Build it in {}.", on.name(side)),
            1 => format!("Build it in {} if it can do one thing more.", on.name(side)),
            several => format!("Build it in {} if it can do {several} things more.", on.name(side)),
        },
        Recommendation::Both => Side::BOTH.into_iter().find(|side| ends(*side)).map_or_else(
            || {
                let [first, second] = Side::BOTH.map(|side| short_name(base, side));
                format!("Use both: {first} and {second}.")
            },
            |side| format!("Use both; the end of {} is announced.", on.name(side)),
        ),
        Recommendation::Neither => format!("Neither {} carries this plan.", base.nouns.alternative.one),
        Recommendation::Undecided => undecided(on),
    }
}

/// What is missing for an answer.
fn undecided(on: Grounds<'_>) -> String {
    let (verdict, areas) = (on.verdict, &on.base().nouns.alternative.many);
    match (verdict.outcome, on.unanswered().count()) {
        (Outcome::Inconsistent, _) if on.report.contradictions.is_empty() => {
            format!("First make a plan of each {}.", on.base().nouns.planned.one)
        }
        (Outcome::Inconsistent, _) => "First settle what contradicts itself.".to_owned(),
        (Outcome::TooClose, _) if on.turning() > 0 => "Too close to call: one question decides.".to_owned(),
        (Outcome::TooClose, _) => format!("Too close to call: both {areas} fit."),
        (_, 0) => match verdict.requirements.iter().filter(|one| one.is_unknown_must()).count() {
            0 => format!("Not decided yet: nothing separates the {areas}."),
            1 => "Not decided yet: nothing is known of a must.".to_owned(),
            several => format!("Not decided yet: nothing is known of {several} musts."),
        },
        (_, 1) => "Not decided yet: 1 answer is missing.".to_owned(),
        (_, several) => format!("Not decided yet: {several} answers are missing."),
    }
}

fn lead(on: Grounds<'_>) -> Fitted<160> {
    let verdict = on.verdict;
    let mut said: Vec<Vec<String>> = Vec::new();
    if verdict.as_of.day != on.today.day || verdict.as_of.basis.is_some() {
        said.push(vec![format!("Planning for {}.", on.report.planning_for)]);
    }
    match verdict.recommendation {
        Recommendation::Build(side) => {
            said.extend(beware(on, &[side]));
            said.extend(unconfirmed(on, side));
            said.extend(fit(on));
        }
        Recommendation::Both => {
            said.extend(beware(on, &Side::BOTH));
            said.extend(sentences(&on.report.decision.unscored).into_iter().map(|mut sentence| {
                sentence.push(format!("Neither {} meets every must alone.", on.base().nouns.alternative.one));
                sentence
            }));
            said.extend(fit(on));
        }
        Recommendation::Neither => {
            said.extend(sentences(&on.report.decision.unscored));
            let ways = on.report.what_if.relaxations.len();
            said.extend((ways > 0).then(|| vec!["A must would have to give way.".to_owned()]));
        }
        Recommendation::Undecided => said.extend(what_is_missing(on)),
    }
    Fitted::of_sentences(said)
}

/// What has been said about the end of what is advised, and that the facts end long before the day.
fn beware(on: Grounds<'_>, sides: &[Side]) -> Vec<Vec<String>> {
    let (base, day) = (on.base(), on.verdict.as_of.day);
    let ends = sides.iter().filter_map(|side| {
        let says = capitalized(announced(base, *side, day)?);
        Some(vec![format!("{says}: start nothing there that has to last."), format!("{says}.")])
    });
    let gone = sides.iter().filter_map(|side| {
        let since = ended_since(base, *side, day, on.today.day)?;
        let first = sentences(&since).into_iter().next();
        Some([since].into_iter().chain(first.into_iter().flatten()).collect())
    });
    let late = beyond_facts(base, day).map(|late| vec![late]);
    gone.chain(ends).chain(late).collect()
}

/// The musts of which nobody knows whether the area advised meets them.
fn unconfirmed(on: Grounds<'_>, side: Side) -> Option<Vec<String>> {
    let numbers = &on.verdict.standings[side].unconfirmed;
    let musts: Vec<&Requirement> = numbers.iter().map(|number| on.verdict.requirement(*number)).collect();
    let wordings: Vec<String> =
        on.naming(&musts, |named| format!("Find out first whether it can do {named}.")).collect();
    (!wordings.is_empty()).then_some(wordings)
}

/// How many musts are built in, then what is not.
fn fit(on: Grounds<'_>) -> Vec<Vec<String>> {
    let all = &on.verdict.requirements;
    let musts = on.musts().count();
    let first = match (musts, on.at(Level::Native, on.musts())) {
        (0, _) => "No wish is a must.".to_owned(),
        (1, 1) => "The one must is built in.".to_owned(),
        (1, _) => "The one must is not built in.".to_owned(),
        (musts, native) if musts == native => format!("All {musts} musts are built in."),
        (musts, 1) => format!("1 of {musts} musts is built in."),
        (musts, native) => format!("{native} of {musts} musts are built in."),
    };
    let built_in = if musts == 0 { " built in" } else { "" };
    let short: Vec<&Requirement> = all.iter().filter(|one| on.level(one) != Level::Native).collect();
    let rest = match short.len() {
        0 if musts == all.len() => Vec::new(),
        0 if musts == 0 => vec!["Everything is built in.".to_owned()],
        0 => vec!["So is everything else.".to_owned()],
        1 => on.naming(&short, |named| format!("1 wish is not{built_in}: {named}.")).collect(),
        several => {
            let named = on.naming(&short, |named| format!("{several} wishes are not{built_in}: {named}."));
            named.chain([format!("{several} wishes are not{built_in}.")]).collect()
        }
    };
    let weighty = on.report.conditions.iter().filter(|condition| condition.is_weighty()).count();
    let mind = (weighty > 0).then(|| vec![format!("Mind {}.", count(weighty, "condition"))]);
    [vec![first], rest].into_iter().filter(|wordings| !wordings.is_empty()).chain(mind).collect()
}

/// Why there is no answer yet.
fn what_is_missing(on: Grounds<'_>) -> Vec<Vec<String>> {
    let report = on.report;
    match (on.verdict.outcome, report.contradictions.first(), report.journeys_apart.first()) {
        (Outcome::Inconsistent, Some(clash), _) => vec![vec![clash.brief()], vec![clash.reason.to_string()]],
        (Outcome::Inconsistent, None, Some(apart)) => {
            let several = format!("This plan holds {}.", on.base().nouns.planned.count(apart.journeys.len()));
            vec![vec![apart.brief(), several], vec![apart.why.to_string()]]
        }
        _ => sentences(&report.decision.unscored),
    }
}
