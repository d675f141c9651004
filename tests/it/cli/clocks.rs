//! Plans of real people on a computer whose clock is far off: before all facts, and years after the last one.

use super::run::Desk;

/// 1 January 1980, where a clock without a battery begins.
const BEFORE_ALL_FACTS: i64 = 315_532_800;
/// 1 January 2031.
const YEARS_AFTER: i64 = 1_924_992_000;

/// Who leaves a series of emails and comes back, by the facts of today.
const COMES_BACK: &str = include_str!("../personas/c19-comes-back.toml");
/// Somebody who wants to begin something new in the area that was removed.
const SOMETHING_NEW: &str = include_str!("../personas/something-new-in-outbound.toml");
/// A plan for September 2024, when the end of that area had been announced.
const ONE_MORE_YEAR: &str = include_str!("../personas/one-more-year.toml");

/// What the advice on a plan says on a day, in one line, and the exit code.
fn advice(plan: &str, day: i64) -> (i32, String) {
    let desk = Desk::new().embedded().on(day);
    desk.put("plan.toml", plan);
    let ran = desk.run(&["advise", "plan.toml"]);
    assert_eq!(ran.err, "");
    (ran.code, ran.out.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn by_a_clock_of_1980_there_is_no_advice_and_nothing_is_lost() {
    let desk = Desk::new().embedded();
    desk.put("plan.toml", COMES_BACK);
    desk.run(&["advise", "plan.toml", "-o", "decision.html"]).done();
    let decision = desk.get("decision.html");
    let desk = desk.on(BEFORE_ALL_FACTS);
    for arguments in [
        &["advise", "plan.toml"][..],
        &["advise", "plan.toml", "--as-of", "article"],
        &["advise", "plan.toml", "--as-of", "2024-09-01"],
        &["advise", "plan.toml", "-o", "new.html"],
        &["advise", "plan.toml", "-o", "decision.html", "--force"],
        &["advise", "--jsonl", "plan.toml"],
        &["verify", "decision.html"],
    ] {
        assert_eq!(
            desk.run(arguments).failed(2),
            "error: SOURCE_DATE_EPOCH says 1 January 1980, which lies before the facts begin (August 2021)\n\
             help: unset SOURCE_DATE_EPOCH, or set it to a later day in seconds since 1970\n",
            "{arguments:?}"
        );
    }
    assert!(!desk.path("new.html").exists());
    assert_eq!((desk.get("plan.toml").as_str(), desk.get("decision.html")), (COMES_BACK, decision));
}

#[test]
fn by_a_clock_of_2031_the_advice_says_that_the_facts_ended_long_before() {
    let ended = "The facts end on 18 August 2026, long before 1 January 2031: find out what has changed since.";
    let (code, said) = advice(COMES_BACK, YEARS_AFTER);
    for sentence in ["Planned for: today, 1 January 2031.", "Build it in real-time marketing.", ended] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert_eq!(code, 0);
    let (code, said) = advice(SOMETHING_NEW, YEARS_AFTER);
    let removed = "Outbound marketing was removed in May 2026.";
    for sentence in ["Real-time marketing cannot carry this plan as it stands.", removed, ended] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert_eq!(code, 4, "nothing is recommended");
}

#[test]
fn by_a_clock_of_2031_a_plan_for_an_earlier_day_is_judged_by_that_day() {
    let (code, said) = advice(ONE_MORE_YEAR, YEARS_AFTER);
    for sentence in [
        "Planning for 1 September 2024. Since then: Outbound marketing was removed in May 2026.",
        "Facts up to 18 August 2026; later changes are not known.",
        "Build it in outbound marketing only if it may end: Microsoft has announced its end for 30 June 2025.",
        "Since then: Outbound marketing was removed in May 2026. Nothing can be built in it today.",
        "Today (1 January 2031) Area: real-time marketing; What: advised, 83 % to 100 %",
    ] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert!(!said.contains("long before"), "the day of the plan is one of which facts are known: {said}");
    assert_eq!(code, 0);
}
