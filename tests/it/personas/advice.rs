//! Each plan gets the advice that the facts demand, for the reasons that the facts give.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use journey_advisor::diagnostic::File;
use journey_advisor::export::text;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::capability::Level;
use journey_advisor::model::question::Importance;
use journey_advisor::model::verdict::{Flag, Recommendation, Requirement, Verdict};
use journey_advisor::report::Report;
use serde::Deserialize;

use super::plan::{TODAY, advice, answers, day, folder, knowledge, names, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    verdict: Vec<Demand>,
}

/// What the advice on a plan must be on a day.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Demand {
    plan: String,
    as_of: String,
    advice: String,
    outcome: String,
    deciding: Vec<String>,
    #[serde(default)]
    flags: Vec<String>,
    #[serde(default)]
    says: Vec<String>,
}

fn demands() -> Vec<Demand> {
    let read = |file: &str| -> Expected {
        toml::from_str(&std::fs::read_to_string(folder().join("verdicts").join(file)).unwrap()).unwrap()
    };
    ["scenarios.toml", "further.toml", "cases.toml"].into_iter().flat_map(|file| read(file).verdict).collect()
}

fn word(base: &KnowledgeBase, recommendation: Recommendation) -> &str {
    match recommendation {
        Recommendation::Build(side) => base.alternatives[side].id.as_str(),
        Recommendation::Both => "both",
        Recommendation::Neither => "neither",
        Recommendation::Undecided => "none",
    }
}

/// The answers that settle the advice: the musts that rule an area out; without one, what nobody knows if there is no
/// advice, and otherwise the three that weigh most for the side that fits better.
fn deciding(base: &KnowledgeBase, verdict: &Verdict) -> Vec<String> {
    let vetoes = |requirement: &&Requirement| {
        verdict.standings.iter().any(|(_, standing)| standing.vetoed_by.contains(&requirement.number))
    };
    let mut picked: Vec<&Requirement> = verdict.requirements.iter().filter(vetoes).collect();
    if picked.is_empty() && verdict.recommendation == Recommendation::Undecided {
        picked = verdict.requirements.iter().filter(|requirement| is_unknown_must(requirement)).collect();
    } else if picked.is_empty() {
        let ahead = |requirement: &&Requirement| requirement.contribution * verdict.margin.signum() > 0;
        picked = verdict.requirements.iter().filter(ahead).collect();
        picked.sort_by_key(|requirement| std::cmp::Reverse(requirement.contribution.abs()));
        picked.truncate(3);
    }
    let mut named: Vec<String> = Vec::new();
    for requirement in picked {
        let question = &base.questions[requirement.question];
        let name = format!("{}/{}", question.id, question[requirement.choice].id);
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named
}

fn is_unknown_must(requirement: &Requirement) -> bool {
    let unknown = requirement.levels.iter().all(|(_, level)| *level == Level::Unknown);
    unknown && requirement.importance == Importance::Must
}

/// What the report tells the reader about the advice, as one text.
fn told(report: &Report) -> String {
    let mut lines = vec![report.decision.headline.clone(), report.decision.reason.clone()];
    lines.extend(report.decision.summary.clone());
    lines.extend(report.decision.warnings().cloned());
    lines.extend(report.costs.clone());
    lines.extend(report.what_if.relaxations.clone());
    for driver in &report.drivers {
        lines.extend(driver.support.iter().map(|support| text::line(&support.line)));
    }
    for gap in &report.gaps {
        lines.push(gap.sentence.clone());
        lines.extend(gap.note.as_ref().map(String::from));
        for limit in &gap.limits {
            lines.push(limit.title.to_string());
            lines.extend(limit.text.as_ref().map(String::from));
            lines.extend(limit.workaround.as_ref().map(String::from));
            lines.extend(limit.without.map(String::from));
        }
    }
    lines.extend(report.conditions.iter().map(|condition| condition.limit.title.to_string()));
    lines.join("\n")
}

#[test]
fn every_plan_gets_the_advice_that_the_facts_demand() {
    let base = knowledge();
    let today = day(TODAY);
    for demand in demands() {
        let answers = answers(&base, &demand.plan);
        let as_of = base.as_of(&demand.as_of, today).unwrap();
        let (verdict, _, report) = advice(&base, &answers, as_of, today);
        let at = format!("{} as of {}", demand.plan, demand.as_of);
        assert_eq!(word(&base, verdict.recommendation), demand.advice, "{at}");
        assert_eq!(verdict.outcome.word(), demand.outcome, "{at}");
        assert_eq!(deciding(&base, &verdict), demand.deciding, "{at}");
        let flags: Vec<&str> = [Flag::Conditional, Flag::Removed, Flag::Stale]
            .into_iter()
            .filter(|flag| verdict.has(*flag))
            .map(Flag::word)
            .collect();
        assert_eq!(flags, demand.flags, "{at}");
        let told = told(&report);
        for sentence in &demand.says {
            assert!(told.contains(sentence.as_str()), "{at} does not say: {sentence}\n\n{told}");
        }
    }
}

/// The report on answers by the article.
fn by_the_article(base: &KnowledgeBase, answers: &str) -> Report {
    report_on(base, answers, "article")
}

/// The report on answers by the facts of today.
fn of_today(base: &KnowledgeBase, answers: &str) -> Report {
    report_on(base, answers, "today")
}

fn report_on(base: &KnowledgeBase, answers: &str, as_of: &str) -> Report {
    let text = format!("format = 1\n[answers]\n{answers}\n");
    let answers = read(base, &File { path: "answers.toml".to_owned(), text });
    advice(base, &answers, base.as_of(as_of, day(TODAY)).unwrap(), day(TODAY)).2
}

#[test]
fn a_single_requirement_is_told_without_numbers() {
    let base = knowledge();
    let report = by_the_article(&base, "channels = { chosen = [\"sms\"], importance = { sms = \"must\" } }");
    assert_eq!(report.decision.headline, "Build it in real-time marketing.");
    assert_eq!(report.decision.summary.unwrap(), "Your one requirement in real-time marketing: built in.");
}

#[test]
fn that_nothing_changes_the_advice_is_said_with_what_was_left_as_it_is() {
    let base = knowledge();
    let leads = "purpose = { chosen = [\"responsive\"], importance = \"should\" }\nscope = [\"leads\"]\nchannels = { chosen = [\"email\", \"sms\"], importance = \"must\" }\n\
                 lead-work = { chosen = [\"score-leads\"], importance = { score-leads = \"must\" } }";
    let cloud = "cloud = [\"government\"]\nchannels = { chosen = [\"email\", \"sms\"], importance = \"must\" }";
    let ask = &base.questions[base.question("cloud").unwrap()].ask;
    let limits = "as long as new choices have the importance of their question";
    for (answers, kept) in [(leads, String::new()), (cloud, format!(" and your answer to \"{ask}\" stays"))] {
        let expected = format!("No change of up to 3 of the answers you gave alters this advice, {limits}{kept}.");
        assert_eq!(of_today(&base, answers).what_if.steady, Some(expected));
    }
}

#[test]
fn a_contradiction_that_decides_leaves_no_advice_then_nor_now() {
    let base = knowledge();
    let day = base.as_of("article", day(TODAY)).unwrap();
    let mut deciding = 0;
    for conflict in &base.conflicts {
        let mut text = String::new();
        for (question, choice) in &conflict.between {
            let question = &base.questions[*question];
            let choice = &question[*choice].id;
            writeln!(text, "{} = {{ chosen = [\"{choice}\"], importance = \"must\" }}", question.id).unwrap();
        }
        let report = by_the_article(&base, &text);
        if report.decision.headline != "Settle a contradiction in your answers first." {
            continue;
        }
        deciding += 1;
        assert_eq!(report.decision.reason, "What to build depends on which of two answers holds.");
        let moment = report.then_and_now.iter().find(|moment| moment.as_of == day).unwrap();
        assert!(moment.sentence.starts_with("no advice until the contradiction is settled"), "{}", moment.sentence);
        assert_eq!(report.contradictions[0].ways_out.len(), 2);
        assert!(report.what_if.answers.is_empty() && report.what_if.steady.is_none());
    }
    assert!(deciding > 0);
}

#[test]
fn where_both_are_advised_each_requirement_is_judged_where_it_is_done_better() {
    let base = knowledge();
    let report = by_the_article(
        &base,
        "start = { chosen = [\"form\"], importance = \"must\" }\n\
         reaction-time = { chosen = [\"minutes\"], importance = \"must\" }\n\
         channels = { chosen = [\"sms\"], importance = \"must\" }\nscope = [\"leads\"]\n\
         lead-work = { chosen = [\"create-lead\"], importance = \"must\" }",
    );
    assert_eq!(report.decision.headline, "Build it across both areas.");
    assert_eq!(report.gaps, []);
    assert_eq!((report.counts.side, report.counts.fit_percent), (None, Some(100)));
    let lead = report.register.iter().find(|entry| entry.wish == "Create a lead as a journey step").unwrap();
    assert_eq!(
        lead.acceptance,
        "A test in outbound marketing shows \"Create a lead as a journey step\" as the plan needs it."
    );
    assert_eq!(
        report.division,
        [
            "In real-time marketing: \"React within minutes\" and \"Send text messages (SMS) from a journey\".",
            "In outbound marketing: \"Create a lead as a journey step\".",
            "Real-time marketing and outbound marketing do the same for \"Start when somebody sends in a form\".",
        ]
    );
}

#[test]
fn what_is_not_documented_is_to_be_found_out_before_it_is_accepted() {
    let base = knowledge();
    let report = by_the_article(&base, "start = { chosen = [\"recurring\"], importance = \"must\" }");
    let unknown = report.gaps.iter().find(|gap| gap.level == Level::Unknown).unwrap();
    assert_eq!(unknown.way, None, "nothing is advised, so nothing is proposed");
    let asked: Vec<&str> = report.find_out.iter().map(|entry| entry.ask.as_str()).collect();
    assert!(asked.iter().any(|ask| ask.contains(&unknown.wish)), "{asked:?}");
    let entry = report.register.iter().find(|entry| entry.number == unknown.number).unwrap();
    assert!(entry.acceptance.starts_with("It is known whether "), "{}", entry.acceptance);
}

#[test]
fn without_advice_nobody_is_asked_to_sign() {
    let base = knowledge();
    let steps =
        |report: &Report| report.next_steps.iter().map(|step| step.text.as_str()).collect::<Vec<_>>().join("\n");
    let advised = of_today(&base, "channels = { chosen = [\"sms\"], importance = \"must\" }");
    assert!(steps(&advised).contains("signed below"), "{}", steps(&advised));
    let neither = of_today(&base, "cloud = { chosen = [\"government\"], importance = \"must\" }");
    assert_eq!(neither.decision.recommendation, Recommendation::Neither);
    assert!(!steps(&neither).contains("signed below"), "{}", steps(&neither));
    assert!(steps(&neither).contains("Decide which must gives way. If "), "{}", steps(&neither));
    let status = |report: &Report| report.header.iter().find(|(name, _)| *name == "Status").unwrap().1.clone();
    assert_eq!(status(&neither), "Draft for review; nothing to sign before the next steps are done");
}

#[test]
fn an_answer_that_does_not_count_is_told() {
    let base = knowledge();
    let report = by_the_article(&base, "reaction-time = { chosen = [\"minutes\"], importance = \"must\" }");
    let [reaction, start] = ["reaction-time", "start"].map(|id| &base.questions[base.question(id).unwrap()].ask);
    let caveat = format!(
        "Your answer to \"{reaction}\" does not count: that is asked only after certain answers to \"{start}\"."
    );
    assert!(report.decision.caveats.contains(&caveat), "{:?}", report.decision.caveats);
    let skipped = by_the_article(&base, "reaction-time = \"does-not-apply\"");
    assert_eq!(skipped.decision.caveats, [""; 0]);
    let many = by_the_article(
        &base,
        "reaction-time = [\"minutes\"]\nlead-work = [\"create-lead\"]\nrich-media = [\"text-picture\"]",
    );
    let together = many.decision.caveats.iter().find(|caveat| caveat.contains(" and 1 more do not count: ")).unwrap();
    assert!(together.starts_with(&format!("Your answers to \"{reaction}\", ")), "{together}");
}

#[test]
fn every_plan_is_judged_by_the_article_and_today() {
    let demands = demands();
    for name in names() {
        let days: BTreeSet<&str> =
            demands.iter().filter(|demand| demand.plan == name).map(|demand| demand.as_of.as_str()).collect();
        assert!(days.contains("article") && days.contains("today"), "{name}: {days:?}");
    }
    let plans: BTreeSet<String> = names().into_iter().collect();
    for demand in &demands {
        assert!(plans.contains(&demand.plan), "there is no plan `{}`", demand.plan);
    }
}

/// Whatever is advised by the article although it is silent on a must, the report admits it.
#[test]
fn where_the_article_is_silent_on_a_must_the_report_says_so() {
    let base = knowledge();
    let today = day(TODAY);
    let as_of = base.as_of("article", today).unwrap();
    let mut silent = 0;
    for name in names() {
        let (verdict, _, report) = advice(&base, &answers(&base, &name), as_of, today);
        if verdict.standings.iter().any(|(_, standing)| standing.passes() && !standing.unconfirmed.is_empty()) {
            silent += 1;
            assert!(told(&report).contains("the article does not say whether"), "{name}");
            assert!(verdict.has(Flag::Conditional), "{name}");
        }
    }
    assert!(silent > 10, "{silent}");
}

#[test]
fn nothing_is_ever_advised_for_an_area_that_cannot_be_had() {
    let base = knowledge();
    let today = day(TODAY);
    for name in names() {
        let answers = answers(&base, &name);
        for text in ["2025-10-01", "2025-12-31", "2026-04-30", "2026-05-01", TODAY] {
            let (verdict, _, _) = advice(&base, &answers, base.as_of(text, today).unwrap(), today);
            let advised = word(&base, verdict.recommendation);
            assert!(["real-time", "neither", "none"].contains(&advised), "{name} as of {text}: {advised}");
        }
    }
}
