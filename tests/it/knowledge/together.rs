//! Two capabilities that get in each other's way: what is shown of the limitation and of both.

use journey_advisor::app::plan::{Access, Plan};
use journey_advisor::embedded;
use journey_advisor::export::text;
use journey_advisor::knowledge::entry::Entry;
use journey_advisor::model::date::Day;

use crate::personas::plan;

const LIMITATION: &str = "rt-send-now-ignores-quiet-times";
const QUIET: &str = "Hold messages during quiet times";
const SEND_NOW: &str = "Send one email without building a journey";

/// The page of an entry for somebody whose plan has these choices about time.
fn shown(id: &str, choices: &str) -> String {
    let base = embedded::knowledge();
    let text = format!("[answers]\ntiming = {{ chosen = [{choices}] }}\n");
    let answers = plan::read(&base, &journey_advisor::diagnostic::File { path: "plan.toml".to_owned(), text });
    let plan = Plan::new(&base, answers, Day::parse("2026-11-28").unwrap(), Access::Free);
    let page = text::write(&plan.entry_page(Entry::find(&base, id).unwrap()));
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_limitation_names_both_and_each_names_the_other() {
    let page = shown(LIMITATION, "\"quiet-times\"");
    assert!(page.contains(&format!("THESE TWO GET IN EACH OTHER'S WAY {QUIET} {SEND_NOW}")), "{page}");
    for (id, other) in [("house-quiet-times", SEND_NOW), ("email-without-journey", QUIET)] {
        let page = shown(id, "\"quiet-times\"");
        let told = format!("Real-time marketing, minor, since 21 January 2025 Only together with \"{other}\"");
        assert!(page.contains(&told), "{page}");
    }
}

#[test]
fn it_touches_a_plan_that_wants_both() {
    let both = shown(LIMITATION, "\"quiet-times\", \"send-now\"");
    assert!(both.contains("Hits your should REQ-01 and your should REQ-02."), "{both}");
    for one in ["\"quiet-times\"", "\"send-now\""] {
        let page = shown(LIMITATION, one);
        assert!(page.contains("Nothing that you chose depends on this."), "{page}");
    }
}
