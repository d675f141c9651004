//! The members of a JSON, in the order of their paths.

use serde_json::Value;

use crate::report::alteration::Place;

use super::passage::Passage;

/// The member that holds what is known about the others.
const WORDS: &str = "words";

/// A passage for each member that has no members of its own; none if the text is no JSON.
pub(super) fn passages(document: &str) -> Vec<Passage> {
    let mut passages = Vec::new();
    if let Ok(Value::Object(mut members)) = serde_json::from_str(document) {
        members.remove(WORDS);
        add(&mut passages, String::new(), &Value::Object(members));
    }
    passages
}

fn add(passages: &mut Vec<Passage>, path: String, value: &Value) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, member) in members {
                let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                add(passages, below, member);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (position, item) in items.iter().enumerate() {
                add(passages, format!("{path}[{position}]"), item);
            }
        }
        _ => passages.push(member(path, value)),
    }
}

/// A member counts as it is written, so that an empty text is no blank to fill in.
fn member(path: String, value: &Value) -> Passage {
    let written = value.as_str().filter(|text| !text.trim().is_empty());
    let written = written.map_or_else(|| value.to_string(), str::to_owned);
    Passage { place: Place::Member(path.clone()), is_heading: false, cells: vec![path, written], inputs: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::passages;

    #[test]
    fn every_member_has_its_path() {
        let words = |json: &str| passages(json).iter().map(super::Passage::words).collect::<Vec<_>>();
        let wanted = ["a.b[0]: 1", "a.b[1].c: text", "flags: []", "title: \"\""];
        assert_eq!(words(r#"{"title": "", "words": "x", "flags": [], "a": {"b": [1, {"c": "text"}]}}"#), wanted);
        assert_eq!(words("[1]"), [""; 0]);
        assert_eq!(words("{"), [""; 0]);
    }
}
