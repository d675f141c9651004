//! Knowledge that somebody wrote is refused with reasons, or everything can be done with it.

use journey_advisor::advise::analysis;
use journey_advisor::advise::components::Forest;
use journey_advisor::diagnostic::File;
use journey_advisor::export::{Document, Extent, Format};
use journey_advisor::knowledge::{KnowledgeBase, load};
use journey_advisor::model::date::Day;
use journey_advisor::search::{Filter, Index, search};

use super::bytes::Bytes;
use super::sound::{are_sound, has_error, is_clean};
use crate::support::documents::{small_files, today};
use crate::support::generate::{self, Random};

/// The first byte says which of the files is another one, the second which answers are given.
pub(super) fn knowledge(data: &[u8]) {
    let mut bytes = Bytes(data);
    let mut files = small_files();
    let place = bytes.below(files.len());
    let seed = u64::from(bytes.next());
    let (file, wrong) = File::decoded(files[place].path.clone(), bytes.0.to_vec());
    files[place] = file;
    if wrong.is_some() {
        return;
    }
    let loaded = load(files);
    are_sound(&loaded.diagnostics, &loaded.files);
    assert_eq!(loaded.base.is_none(), has_error(&loaded.diagnostics), "{:#?}", loaded.diagnostics);
    if let Some(base) = loaded.base {
        can_be_used(&base, seed);
    }
}

/// Advice is given for every day, in every format, and what the knowledge says is found.
fn can_be_used(base: &KnowledgeBase, seed: u64) {
    let texts = serde_json::to_value(base).expect("knowledge can be written");
    each_text(&texts, &mut |text| is_clean(text));
    let answers = generate::answers(&mut Random::new(seed), base);
    let first = base.facts_from.first_day();
    for day in [first, today(), Day::parse("2099-12-31").unwrap()] {
        let Ok(as_of) = base.as_of(&day.to_string(), today()) else { continue };
        let facts = base.at(as_of).for_plan(&answers);
        let forest = Forest::of(&facts);
        let (verdict, analysis) = analysis::advise_in(&forest, &answers);
        let document = Document::of(&forest, &answers, &verdict, &analysis, day);
        let format = Format::ALL[usize::try_from(seed).unwrap() % Format::ALL.len()];
        let written = document.write(format, Extent::Full);
        if let (Format::Text | Format::Markdown | Format::Html, Some(text)) = (format, written.text()) {
            is_clean(&text);
        }
    }
    let index = Index::of(base);
    for (_, question) in base.questions.iter() {
        assert!(!search(&index, question.id.as_str(), &Filter::default()).is_empty(), "{} is not found", question.id);
    }
}

fn each_text(value: &serde_json::Value, check: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => check(text),
        serde_json::Value::Array(all) => all.iter().for_each(|value| each_text(value, check)),
        serde_json::Value::Object(all) => all.values().for_each(|value| each_text(value, check)),
        _ => {}
    }
}
