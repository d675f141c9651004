//! The knowledge that comes with the program has no problem, and its texts are fit to be read by anybody.

use journey_advisor::brief::{Chosen, mistaken};
use journey_advisor::diagnostic::render;
use journey_advisor::embedded;
use journey_advisor::knowledge::{KnowledgeBase, load};
use journey_advisor::model::source::Source;

#[test]
fn the_embedded_knowledge_has_no_error_and_no_warning() {
    let loaded = load(embedded::files());
    assert_eq!(render::render(&loaded.diagnostics, &loaded.files, false), "");
    assert!(loaded.base.is_some());
}

#[test]
fn every_phrase_fits_its_own_choice_best() {
    let base = embedded::knowledge();
    let name = |(question, choice): Chosen| {
        let question = &base.questions[question];
        format!("{}:{}", question.id, question[choice].id)
    };
    let mistaken = mistaken(&base);
    let told = mistaken.iter().map(|found| {
        let phrase = &base.questions[found.own.0][found.own.1].phrases[found.phrase];
        format!("{}: \"{phrase}\" speaks of {}", name(found.own), name(found.other))
    });
    assert_eq!(told.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn what_is_prepared_is_what_the_texts_say() {
    let read = load(embedded::files()).base.unwrap();
    assert_eq!(format!("{read:?}"), format!("{:?}", embedded::knowledge()));
}

#[test]
fn the_documentation_has_its_name() {
    let base = embedded::knowledge();
    assert_eq!(&*base.documentation.unwrap().name, "Microsoft's documentation");
}

#[test]
fn every_question_says_why_it_is_asked_and_who_would_know() {
    for (_, question) in embedded::knowledge().questions.iter() {
        assert!(question.ask.ends_with('?'), "{}: {}", question.id, question.ask);
        assert!(question.why.ends_with('.'), "{}: {}", question.id, question.why);
        assert!(question.who.is_some(), "{}", question.id);
        assert!(question.choices.len() <= 9, "{}: {} choices", question.id, question.choices.len());
    }
}

#[test]
fn every_choice_says_where_it_leads() {
    for (_, question) in embedded::knowledge().questions.iter() {
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
    let base = embedded::knowledge();
    for (id, text) in texts(&base) {
        let word = text.split(|letter: char| !letter.is_alphanumeric()).find(|word| JARGON.contains(word));
        assert_eq!(word, None, "{id}: {text}");
    }
}

/// A text that another followed at its address, or whose page was withdrawn, can never be read again.
#[test]
fn only_pages_that_still_stand_are_to_be_read_again() {
    let base = embedded::knowledge();
    let to_be_read = || base.sources.iter().map(|(_, source)| source).filter(|source| source.review_by().is_some());
    for source in to_be_read() {
        let is_later = |other: &Source| other.url == source.url && other.date.first_day() > source.date.first_day();
        assert!(!base.sources.iter().any(|(_, other)| is_later(other)), "{}", source.id);
    }
    for withdrawn in [
        "ms-journey-known-issues",
        "ms-outbound-marketing-segments-in-customer-insights-journeys",
        "ms-rt-import-email-to-real-time",
        "ms-rt-move",
        "ms-rt-optimize-lead-management",
        "ms-rt-outbound-subscription",
        "ms-rt-use-copilot-create-journey",
        "ms-spam-checker",
        "ms-transition-faqs-2025-11",
        "ms-transition-overview-2023-10",
        "ms-transition-walkthrough-consent-2023-11",
        "ms-transition-walkthrough-events-2025-01",
        "ms-transition-walkthrough-forms-2024-12",
        "ms-transition-walkthrough-journeys-2025-05",
        "ms-transition-walkthrough-leads-2023-11",
        "ms-transition-walkthrough-segments-2023-11",
    ] {
        assert!(base.sources.iter().any(|(_, source)| source.id.as_str() == withdrawn), "{withdrawn}");
        assert!(!to_be_read().any(|source| source.id.as_str() == withdrawn), "{withdrawn}");
    }
}
