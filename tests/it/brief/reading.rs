//! What is made of a text, sentence by sentence.

use journey_advisor::brief::{Brief, Index, Tier, read};
use journey_advisor::embedded;
use journey_advisor::model::question::{ChoiceIndex, Question};

fn brief(text: &str) -> (Vec<String>, Brief) {
    let base = embedded::knowledge();
    let brief = read(text, &Index::of(&base), &base);
    let name = |question: &Question, choice: ChoiceIndex| format!("{}:{}", question.id, question[choice].id);
    let proposals = brief.proposals.iter().map(|proposal| {
        let implied = if proposal.implied { "implied " } else { "" };
        let name = name(&base.questions[proposal.chosen.0], proposal.chosen.1);
        format!("{implied}{name} {}", proposal.importance.word())
    });
    (proposals.collect(), brief)
}

#[test]
fn a_sentence_gives_what_it_asks_for_and_its_parents() {
    let (found, brief) = brief("R7 The hospital must send a text message two days before the appointment.");
    assert_eq!(found, ["timing:personal-date must", "channels:sms must"]);
    let sentence = "R7 The hospital must send a text message two days before the appointment.";
    assert!(
        brief.proposals.iter().all(|one| one.sentence == sentence && one.stated && one.number.as_deref() == Some("R7"))
    );
    let (found, _) = self::brief("Lead scoring by behaviour would be nice to have.");
    assert_eq!(found, ["implied scope:leads should", "lead-work:score-leads could"]);
}

#[test]
fn numbers_of_people_say_how_many() {
    assert!(brief("Our base has 250,000 donors.").0.contains(&"volume:million should".to_owned()));
    assert!(!brief("Members pay 250,000 euro a year.").0.iter().any(|one| one.starts_with("volume")));
}

#[test]
fn what_is_not_wanted_is_not_proposed() {
    assert_eq!(brief("We do not need WhatsApp. No webinars in Teams.").0, [""; 0]);
    assert_eq!(brief("Must have:\n- push messages\n\nOut of scope:\n- text messages\n").0, ["channels:push must"]);
}

#[test]
fn small_talk_is_passed_over_and_other_sentences_are_listed() {
    let (found, brief) = brief("Hello Anna,\n\nThe canteen serves lovely pancakes on Fridays.\n\nBest regards\nPeter");
    assert_eq!(
        (found.len(), brief.not_understood.as_slice()),
        (0, &["The canteen serves lovely pancakes on Fridays.".to_owned()][..])
    );
    assert!(!brief.says_something() && !brief.not_answered.is_empty());
}

#[test]
fn what_does_not_go_together_is_shown() {
    let text =
        "The first message must go out within five minutes. Nothing at night, please, and no messages on Sundays.";
    let (_, brief) = brief(text);
    assert_eq!(brief.contradictions.len(), 1);
    assert!(brief.contradictions[0].reason.is_some());
    let (_, brief) = self::brief("They get the message within minutes. For the others within a day is soon enough.");
    assert!(brief.contradictions.iter().any(|one| one.reason.is_none()), "{:?}", brief.contradictions);
}

#[test]
fn hostile_letters_are_made_visible() {
    let (_, brief) = brief("Send a text\u{202e} message \u{1b}[31m to them.");
    let sentence = &brief.proposals[0].sentence;
    assert!(sentence.contains("<U+202E>") && !sentence.contains('\u{1b}'), "{sentence}");
    assert_eq!(brief.proposals[0].tier, Tier::Likely);
}

#[test]
fn any_text_can_be_read() {
    for text in
        ["", "\n\n", "...", "- ", "1.", "|||", "# ", "Must:", "\u{feff}", "()", "a:", "((((", ": : :", "9", "€9"]
    {
        let (found, _) = brief(text);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}
