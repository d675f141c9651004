//! Proposals as a file of answers.

use journey_advisor::brief::{Index, Tier, read};
use journey_advisor::diagnostic::File;
use journey_advisor::export::proposals::write;
use journey_advisor::{answers, embedded};

#[test]
fn what_is_accepted_is_an_answer_and_the_rest_stands_in_comments() {
    let base = embedded::knowledge();
    let text = "Members get a text message once they have left the shop. Sales see which letters somebody opened.";
    let brief = read(text, &Index::of(&base), &base);
    assert!(!brief.proposals.is_empty());
    for accepted in [None, Some(Tier::Likely), Some(Tier::Perhaps)] {
        let text = write(&brief, accepted, &base);
        let (read, problems) = answers::read(&File { path: "plan.toml".to_owned(), text: text.clone() }, &base);
        assert_eq!((read, problems), (Some(brief.accepted(accepted, &base)), Vec::new()), "{text}");
        for proposal in &brief.proposals {
            let asked = &base.questions[proposal.chosen.0];
            let comment = format!("\n# {}: {}\n", proposal.tier.word(), asked[proposal.chosen.1].label);
            let is_open = accepted.is_none_or(|accepted| proposal.tier > accepted);
            let stands_open = text.contains(&format!("\n# {}\n", asked.ask)) && text.contains(&comment);
            assert!(!is_open || stands_open, "{text}");
        }
    }
}
