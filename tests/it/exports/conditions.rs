//! Every limit in force of an area that can be had reaches the advice, once, and no count leaves out what stands below it.

use std::collections::{BTreeMap, BTreeSet};

use journey_advisor::advise::components::Forest;
use journey_advisor::advise::{analysis, assess, conditions};
use journey_advisor::embedded;
use journey_advisor::export::{Document, Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::arena::Key;
use journey_advisor::model::capability::{Level, Limitation, Limits, Severity, Workaround};
use journey_advisor::model::verdict::{Condition, RequirementNumber, Verdict};
use journey_advisor::report::Report;

use crate::personas::plan;
use crate::support::documents::{today, with_document};
use crate::support::generate::{self, Random};

/// What must never stand above a condition without it.
const PRAISE: [&str; 4] =
    ["without gaps", "all built in.", "everything you ask for is built in.", "met with what is built in."];

const DAYS: [&str; 3] = ["article", "2024-06-15", "today"];

/// The formats of the whole document.
const WHOLE: [Format; 4] = [Format::Text, Format::Markdown, Format::Html, Format::Json];

type Concerned = BTreeMap<Key<Limitation>, Vec<RequirementNumber>>;

/// The limits in force that concern a plan, by the definition: of each area that can be had, by the sources that count, with
/// the requirements that ask for what they limit. Of two that get in each other's way both must be asked for.
fn in_force(facts: &Facts<'_>, verdict: &Verdict) -> Concerned {
    let mut all = Concerned::new();
    for (key, limitation) in facts.base.limitations.iter() {
        let asks = |capability| verdict.requirements.iter().find(|one| one.capability == capability);
        let concerned: Vec<_> =
            limitation.limits.capabilities().iter().filter_map(|capability| asks(*capability)).collect();
        let is_concerned = match &limitation.limits {
            Limits::Each(_) => !concerned.is_empty(),
            Limits::Together(both) => concerned.len() == both.len(),
        };
        if is_concerned && facts.holds(limitation) && facts.availability[limitation.side].is_open() {
            let mut numbers: Vec<RequirementNumber> = concerned.iter().map(|one| one.number).collect();
            numbers.sort();
            all.insert(key, numbers);
        }
    }
    all
}

/// Only the plain letters and digits, so that neither markup nor line breaks count.
fn letters(text: &str) -> String {
    let plain = text.bytes().filter(u8::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase());
    plain.map(char::from).collect()
}

/// The whole document in a format.
fn written(document: &Document<'_>, format: Format) -> String {
    document.write(format, Extent::Full).text().unwrap()
}

/// A document without the signs that HTML writes in letters.
fn unescaped(text: &str) -> String {
    text.replace("&quot;", "").replace("&#39;", "").replace("&lt;", "").replace("&gt;", "").replace("&amp;", "")
}

/// That each limit stands in one place of the verdict, with the requirements it concerns there.
fn each_stands_once(facts: &Facts<'_>, verdict: &Verdict, wanted: &Concerned) {
    let in_gaps: BTreeSet<Key<Limitation>> = verdict.gaps.iter().flat_map(|gap| gap.limitations.clone()).collect();
    let limits = conditions::of(facts, verdict);
    let others: Vec<_> = limits.own.iter().chain(&limits.elsewhere).collect();
    for (key, numbers) in wanted {
        let told: Vec<_> = others.iter().filter(|one| one.limitation == *key).collect();
        let limitation = &facts.base.limitations[*key];
        assert_eq!(told.len() + usize::from(in_gaps.contains(key)), 1, "{}", limitation.id);
        let home = |number: &&RequirementNumber| {
            let one = verdict.requirements.iter().find(|one| one.number == **number).unwrap();
            (verdict.home(one), one.levels[limitation.side])
        };
        let at_home: Vec<_> = numbers.iter().filter(|number| home(number).0 == limitation.side).copied().collect();
        let is_together = matches!(limitation.limits, Limits::Together(_));
        let is_condition = if is_together { at_home == *numbers } else { !at_home.is_empty() };
        if let [one] = told.as_slice() {
            assert_eq!(limits.own.contains(one), is_condition, "{}", limitation.id);
            assert_eq!(one.requirements, if is_condition { at_home } else { numbers.clone() }, "{}", limitation.id);
        } else {
            let short = numbers.iter().any(|number| home(&number) == (limitation.side, Level::Native));
            let gap = verdict.gaps.iter().any(|gap| numbers.contains(&gap.requirement) && gap.side == limitation.side);
            assert!(gap && !is_together, "{} {short}", limitation.id);
        }
    }
    let told = in_gaps.into_iter().chain(others.iter().map(|one| one.limitation)).collect::<BTreeSet<_>>();
    assert_eq!(told, wanted.keys().copied().collect::<BTreeSet<_>>(), "nothing else is told");
}

/// The words in which gaps and conditions are counted.
fn counted(facts: &Facts<'_>, verdict: &Verdict) -> Option<String> {
    let own = conditions::of(facts, verdict).own;
    let severe = |severity| {
        let all = own.iter().map(|one| facts.base.limitations[one.limitation].severity);
        all.filter(|one| *one == severity).count()
    };
    let plural = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let (gaps, conditions) = (verdict.gaps.len(), own.len());
    let of_them = match (conditions, severe(Severity::Major)) {
        _ if severe(Severity::Blocker) > 0 => return None,
        (0, _) => String::new(),
        (1, 0) => ", a minor one".to_owned(),
        (1, _) => ", a major one".to_owned(),
        (_, 0) => ", all of them minor".to_owned(),
        (all, major) if all == major => ", all of them major".to_owned(),
        (_, major) => format!(", {major} of them major"),
    };
    let both = [(gaps, "gap"), (conditions, "condition")].into_iter().filter(|(count, _)| *count > 0);
    let both: Vec<String> = both.map(|(count, noun)| plural(count, noun)).collect();
    (!both.is_empty()).then(|| format!("with {}{of_them}", both.join(" and ")))
}

/// That the two pages name the worst conditions of the area advised, and how many more weighty ones there are.
fn brief_names_what_matters(document: &Document<'_>) {
    if document.paper.find_first.is_some() {
        return;
    }
    let brief = letters(&document.write(Format::Text, Extent::Brief).text().unwrap());
    let weighty = document.report.conditions.iter().filter(|one| one.limit.severity >= Severity::Major);
    let weighty: Vec<&str> = weighty.map(|one| one.limit.title.as_str()).collect();
    for title in weighty.iter().take(3).filter(|title| title.chars().count() <= 120) {
        assert!(brief.contains(&letters(title)), "{title}");
    }
    let more = weighty.len().saturating_sub(3);
    assert!(more == 0 || brief.contains(&format!("and{more}more")), "{more} more: {brief}");
}

/// That each requirement carries the limits that concern it, in the register, the JSON and the CSV.
fn requirements_carry_theirs(document: &Document<'_>, facts: &Facts<'_>, wanted: &Concerned, [json, csv]: [&str; 2]) {
    let json: serde_json::Value = serde_json::from_str(json).unwrap();
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(Result::unwrap).zip(json["requirements"].as_array().unwrap());
    for (entry, (row, required)) in document.report.register.iter().zip(rows) {
        let concerning = wanted.iter().filter(|(_, numbers)| numbers.contains(&entry.number));
        let concerning: BTreeSet<&str> = concerning.map(|(key, _)| facts.base.limitations[*key].id.as_str()).collect();
        let limits = || entry.limits.iter().chain(&entry.elsewhere);
        let told: BTreeSet<&str> = limits().map(|limit| limit.id.as_str()).collect();
        assert_eq!(told, concerning, "{}", entry.number);
        let areas = required["limitations"].as_object().unwrap().values();
        let in_json: BTreeSet<&str> =
            areas.flat_map(|ids| ids.as_array().unwrap()).filter_map(|id| id.as_str()).collect();
        assert_eq!(in_json, concerning, "{}", entry.number);
        let row = letters(&row.iter().collect::<String>());
        assert!(limits().all(|limit| row.contains(&letters(&limit.title))), "{}: {row}", entry.number);
    }
}

/// Checks a plan on a day; says how many limits there were, and whether major ones came to a plan without a gap.
fn check(base: &KnowledgeBase, answers: &Answers) -> (usize, bool) {
    let facts = base.at(base.as_of(answers.as_of.as_deref().unwrap(), today()).unwrap());
    let forest = Forest::of(&facts);
    let (verdict, analysis) = analysis::advise_in(&forest, answers);
    let wanted = in_force(&facts, &verdict);
    each_stands_once(&facts, &verdict, &wanted);
    let is_weighty = |one: &&Condition| base.limitations[one.limitation].severity >= Severity::Major;
    let weighty = conditions::of(&facts, &verdict).own.iter().filter(is_weighty).count();
    let document = &Document::of(&forest, answers, &verdict, &analysis, today());
    let counted = counted(&facts, &verdict).filter(|_| verdict.recommendation.is_advice());
    let counted = counted.as_deref().map(letters).unwrap_or_default();
    let whole = WHOLE.map(|format| written(document, format));
    for (format, text) in WHOLE.into_iter().zip(&whole) {
        let text = letters(&if format == Format::Html { unescaped(text) } else { text.clone() });
        for key in wanted.keys() {
            let limitation = &base.limitations[*key];
            assert!(text.contains(&letters(&limitation.title)), "{} is not in {format:?}", limitation.id);
        }
        assert!(text.contains(&counted), "{counted} is not in {format:?}");
    }
    let [text, .., json] = &whole;
    let csv = &written(document, Format::Csv);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let praised = PRAISE.into_iter().find(|praise| weighty > 0 && flat.contains(praise));
    assert_eq!(praised, None, "{text}");
    requirements_carry_theirs(document, &facts, &wanted, [json, csv]);
    brief_names_what_matters(document);
    (wanted.len(), weighty > 0 && verdict.gaps.is_empty())
}

#[test]
fn every_limit_in_force_reaches_the_advice_on_plans_of_real_people() {
    let base = embedded::knowledge();
    let (mut limits, mut without_gaps) = (0, 0);
    for name in plan::names() {
        let mut answers = plan::answers(&base, &name);
        for day in DAYS {
            answers.as_of = Some(day.to_owned());
            let (found, no_gap) = check(&base, &answers);
            limits += found;
            without_gaps += usize::from(no_gap);
        }
    }
    assert!(limits > 500 && without_gaps > 3, "{limits} {without_gaps}");
}

/// A document takes long: each plan has one, on one of the days, and its verdict on all of them.
#[test]
fn every_limit_in_force_reaches_the_advice_on_any_answers() {
    let base = embedded::knowledge();
    let mut limits = 0;
    for seed in 0..1000 {
        let mut answers = generate::answers(&mut Random::new(seed), &base);
        for day in DAYS {
            let facts = base.at(base.as_of(day, today()).unwrap());
            let verdict = assess(&facts, &answers);
            each_stands_once(&facts, &verdict, &in_force(&facts, &verdict));
        }
        answers.as_of = Some(DAYS[usize::try_from(seed).unwrap() % DAYS.len()].to_owned());
        limits += check(&base, &answers).0;
    }
    assert!(limits > 20_000, "{limits}");
}

#[test]
fn two_that_get_in_each_others_way_are_one_condition_of_both() {
    let base = embedded::knowledge();
    let text = "[answers]\ntiming = { chosen = [\"quiet-times\", \"send-now\"] }\n";
    for (text, is_told) in [(text.to_owned(), true), (text.replace(", \"send-now\"", ""), false)] {
        let answers = super::reread(text, &base);
        with_document(&base, &answers, |document| {
            let told: Vec<_> = document
                .report
                .conditions
                .iter()
                .filter(|one| one.limit.id == "rt-send-now-ignores-quiet-times")
                .map(|one| (one.numbers.len(), one.sentence.as_str()))
                .collect();
            let sentence = "These two get in each other's way in real-time marketing: \"Hold messages during quiet \
                            times\" and \"Send one email without building a journey\".";
            assert_eq!(told, if is_told { vec![(2, sentence)] } else { Vec::new() });
        });
    }
}

#[test]
fn the_json_lists_the_conditions_with_what_they_concern() {
    let base = embedded::knowledge();
    let answers = plan::answers(&base, "confirmed-event-sign-up");
    let (text, summary) = with_document(&base, &answers, |document| {
        (document.write(Format::Json, Extent::Full).text().unwrap(), document.report.decision.summary.clone().unwrap())
    });
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let conditions = json["conditions"].as_array().unwrap();
    let ids: Vec<&str> = conditions.iter().map(|one| one["limitation"]["id"].as_str().unwrap()).collect();
    for id in ["rt-double-opt-in-not-everywhere", "rt-reports-need-fabric", "rt-cc-not-checked"] {
        assert!(ids.contains(&id), "{id} is not among {ids:?}");
    }
    let severe = |severity| conditions.iter().filter(|one| one["limitation"]["severity"] == severity).count();
    let counted = format!("{} conditions, {} of them major", ids.len(), severe("major"));
    assert!(summary.ends_with(&format!(": all built in, with {counted}.")), "{summary}");
    assert!(conditions.iter().all(|one| one["requirements"].as_array().is_some_and(|numbers| !numbers.is_empty())));
    assert!(conditions.iter().all(|one| one["limitation"]["title"].as_str().is_some_and(|title| !title.is_empty())));
}

/// A limitation may have workarounds for some of what it restricts only.
#[test]
fn a_limit_comes_with_the_workaround_for_what_is_asked() {
    let base = embedded::knowledge();
    let mut seen = 0;
    for seed in 0..60 {
        let answers = generate::answers(&mut Random::new(seed), &base);
        let facts = base.at(base.as_of("2024-06-01", today()).unwrap());
        let forest = Forest::of(&facts);
        let (verdict, analysis) = analysis::advise_in(&forest, &answers);
        let report = Report::of(&forest, &answers, &verdict, &analysis, today().into());
        for (entry, requirement) in report.register.iter().zip(&verdict.requirements) {
            for limit in &entry.limits {
                let Some(told) = &limit.workaround else { continue };
                let known = base.limitations.iter().find(|(_, known)| known.id.as_str() == limit.id).unwrap().1;
                let helps = |one: &&Workaround| one.text == *told;
                let wanted = |one: &Workaround| {
                    one.capabilities.is_empty() || one.capabilities.contains(&requirement.capability)
                };
                assert!(known.workarounds.iter().filter(helps).any(wanted), "seed {seed}: {} {told}", limit.id);
                seen += usize::from(known.workarounds.iter().any(|one| !one.capabilities.is_empty()));
            }
        }
    }
    assert!(seen > 20, "{seen}");
}
