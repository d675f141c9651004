//! Sentences, points and headings.

use super::{Under, sentences};
use crate::model::question::Importance;

fn bodies(text: &str) -> Vec<&str> {
    sentences(text).iter().map(|sentence| sentence.body).collect()
}

#[test]
fn sentences_end_where_they_do() {
    assert_eq!(bodies("One. two!  Is it three or more?\nFour"), ["One.", "two!", "Is it three or more?", "Four"]);
    assert_eq!(
        bodies("To approx. 350k people, e.g. members of A. B. Ltd, by 2.5 percent."),
        ["To approx. 350k people, e.g. members of A. B. Ltd, by 2.5 percent."]
    );
    assert_eq!(bodies("He said \"stop.\" We go on ..."), ["He said \"stop.\"", "We go on ..."]);
    assert_eq!(bodies(" \n--\n..."), [""; 0]);
}

#[test]
fn a_sentence_broken_by_a_program_is_one() {
    let text = "We write to our members every month, and we want to go\non like this.\nThe next one.\n\nanother";
    let found = bodies(text);
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found[0], "We write to our members every month, and we want to go\non like this.");
}

#[test]
fn bullets_and_numbers_are_the_clients_own() {
    let found = |text: &'static str| {
        let all = sentences(text);
        all.iter().map(|sentence| (sentence.number, sentence.body, sentence.shown)).collect::<Vec<_>>()
    };
    assert_eq!(found("- Email"), [(None, "Email", "- Email")]);
    assert_eq!(
        found("4.1 The shop. More."),
        [(Some("4.1"), "The shop.", "4.1 The shop."), (Some("4.1"), "More.", "More.")]
    );
    for (text, number) in [
        ("R7: Email", "R7"),
        ("REQ-12 Email", "REQ-12"),
        ("(3) Email", "3"),
        ("2. Email", "2"),
        ("a) Email", "a"),
        ("* FR-1.2 Email", "FR-1.2"),
    ] {
        assert_eq!(found(text), [(Some(number), "Email", text)]);
    }
    for text in ["3 mails a week", "2.4 million people", "S4 hana", "24/7", "A good one"] {
        assert_eq!(found(text), [(None, text, text)]);
    }
}

#[test]
fn headings_say_how_much_matters_what_stands_below() {
    let under = |text: &str| {
        sentences(text).iter().map(|sentence| (sentence.body.to_owned(), sentence.under)).collect::<Vec<_>>()
    };
    let (must, could) = (Under::Importance(Importance::Must), Under::Importance(Importance::Could));
    let text = "Intro\n\n## Must have\n- One\n- Two\n\nCOULD:\nThree three\n\nWon't have (this time)\n- Four\n\nNotes:\n- Five";
    let found = under(text);
    let expected = [
        ("Intro", Under::Nothing),
        ("One", must),
        ("Two", must),
        ("Three three", could),
        ("Four", Under::OutOfScope),
        ("Notes:", Under::Nothing),
        ("Five", Under::Nothing),
    ];
    assert_eq!(found, expected.map(|(body, under)| (body.to_owned(), under)));
    let dropped = "Talked about and dropped\n- Six\n- Seven\n\nAgreed\n- Eight";
    assert_eq!(under(dropped).last(), Some(&("Eight".to_owned(), Under::Nothing)));
    assert!(under(dropped)[1..3].iter().all(|(_, under)| *under == Under::OutOfScope), "{:?}", under(dropped));
    assert_eq!(under("could: Six"), [("Six".to_owned(), could)]);
    for heading in ["If there is no reply:", "No reply", "Who have no email address:"] {
        let found = under(&format!("Intro\n\n{heading}\n- Six"));
        assert_eq!(found.last(), Some(&("Six".to_owned(), Under::Nothing)), "{heading}");
    }
    let later = "WON'T, at least not this time\n- Four\n\nMUST, says the board\n- One";
    assert_eq!(under(later), [("Four".to_owned(), Under::OutOfScope), ("One".to_owned(), must)]);
    assert_eq!(under("Must, in our view, be quick"), [("Must, in our view, be quick".to_owned(), Under::Nothing)]);
    assert_eq!(under("[M] Seven"), [("Seven".to_owned(), must)]);
    assert_eq!(under("Must everybody answer?"), [("Must everybody answer?".to_owned(), Under::Nothing)]);
}

#[test]
fn who_wrote_to_whom_is_no_requirement() {
    assert_eq!(bodies("From: sales\nTo: Anna\nSubject: emails\nPresent: IT\n\n# Title\n\nText: yes"), ["Text: yes"]);
    assert_eq!(bodies("Dear Anna,\n\nOne. The next meeting is on Friday.\n\nKind regards"), ["One."]);
}

#[test]
fn a_row_of_a_table_is_a_point() {
    let found =
        sentences("| Id | Requirement | Prio |\n|---|---|---|\n| R1 | Remind people by text message | Must |\nR2 | no");
    let must = Under::Importance(Importance::Must);
    assert_eq!(found[1].body, "Remind people by text message");
    assert_eq!((found[1].number, found[1].under), (Some("R1"), must));
    assert_eq!(sentences("- Remind them (M)")[0].under, must);
}

#[test]
fn a_line_of_a_chat_says_what_stands_behind_time_and_name() {
    assert_eq!(
        bodies("[09:13] Ana: Texts would be good.\n[9:14 PM] Bo K.: only by email"),
        ["Texts would be good.", "only by email"]
    );
    let chat = "[9:16] Tom: automatic phone calls?\n[9:17] Ana: god no, never\n[9:18] Tom: and push messages, too?\n[9:19] Ana: no idea";
    let under: Vec<Under> = sentences(chat).iter().map(|sentence| sentence.under).collect();
    assert_eq!(under, [Under::OutOfScope, Under::Nothing, Under::Nothing, Under::Nothing]);
    assert_eq!(
        bodies("[9:12] Ana: a line that goes on and on, until it is as long as one\n[9:13] Bo: email")[1],
        "email"
    );
    let talk = "Consultant: Text messages?\nClient: Leave them out of this.\nConsultant: And who hears of the post?\nClient: All members.";
    assert_eq!(bodies(talk), ["Leave them out of this.", "And who hears of the post?", "All members."]);
    assert_eq!(bodies("Email: a test?\nEmail: forward it"), ["Email: a test?", "Email: forward it"]);
    assert_eq!(bodies("[09:15] Ana: Languages?\n[S] Reports: as they are"), ["Reports: as they are"]);
}
