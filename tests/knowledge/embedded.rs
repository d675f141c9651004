//! The knowledge that comes with the program has no problem, and its texts are fit to be read by anybody.

use journey_advisor::diagnostic::render;
use journey_advisor::embedded;
use journey_advisor::knowledge::{KnowledgeBase, load};

#[test]
fn the_embedded_knowledge_has_no_error_and_no_warning() {
    let loaded = load(embedded::files());
    assert_eq!(render::render(&loaded.diagnostics, &loaded.files, false), "");
    assert!(loaded.base.is_some());
}

#[test]
fn what_is_prepared_is_what_the_texts_say() {
    let read = load(embedded::files()).base.unwrap();
    assert_eq!(format!("{read:?}"), format!("{:?}", embedded::knowledge().unwrap()));
}

#[test]
fn every_question_says_why_it_is_asked_and_who_would_know() {
    for (_, question) in embedded::knowledge().unwrap().questions.iter() {
        assert!(question.ask.ends_with('?'), "{}: {}", question.id, question.ask);
        assert!(question.why.ends_with('.'), "{}: {}", question.id, question.why);
        assert!(question.who.is_some(), "{}", question.id);
        assert!(question.choices.len() <= 9, "{}: {} choices", question.id, question.choices.len());
    }
}

#[test]
fn every_choice_says_where_it_leads() {
    for (_, question) in embedded::knowledge().unwrap().questions.iter() {
        for choice in question.choices.iter() {
            let name = format!("{}/{}", question.id, choice.id);
            assert!(choice.hint.ends_with('.') && choice.hint.len() >= 30, "{name}: {}", choice.hint);
            assert!(choice.hint.chars().count() <= 120, "{name}: {}", choice.hint);
            assert!(choice.label.chars().count() <= 60, "{name}: {}", choice.label);
            assert!(!choice.label.ends_with('.'), "{name}: {}", choice.label);
        }
    }
}

/// Words of the manuals that somebody who plans campaigns has never read.
const JARGON: [&str; 17] = [
    "API",
    "BU",
    "column",
    "columns",
    "Dataverse",
    "deduplicate",
    "entities",
    "entity",
    "functionality",
    "GA",
    "latency",
    "lookup",
    "lookups",
    "payload",
    "swimlane",
    "tenant",
    "tile",
];

/// All that a reader sees of the entries, with their ids.
fn texts(base: &KnowledgeBase) -> Vec<(&str, &str)> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for (_, question) in base.questions.iter() {
        all.extend([&question.ask, &question.why].map(|text| (question.id.as_str(), text.as_str())));
        for choice in question.choices.iter() {
            all.extend([&choice.label, &choice.hint].map(|text| (question.id.as_str(), text.as_str())));
        }
    }
    for (_, capability) in base.capabilities.iter() {
        let notes = capability.support.iter().filter_map(|support| support.note.as_ref());
        all.extend(notes.chain([&capability.title]).map(|text| (capability.id.as_str(), text.as_str())));
    }
    for (_, limitation) in base.limitations.iter() {
        let more = limitation.text.iter().chain(limitation.workarounds.iter().map(|workaround| &workaround.text));
        all.extend(more.chain([&limitation.title]).map(|text| (limitation.id.as_str(), text.as_str())));
    }
    for (_, event) in base.events.iter() {
        all.extend([&event.title, &event.text].map(|text| (event.id.as_str(), text.as_str())));
    }
    all
}

#[test]
fn nobody_needs_a_manual_to_read_it() {
    let base = embedded::knowledge().unwrap();
    for (id, text) in texts(&base) {
        let word = text.split(|letter: char| !letter.is_alphanumeric()).find(|word| JARGON.contains(word));
        assert_eq!(word, None, "{id}: {text}");
    }
}
