//! Every sentence about advice is worded in `report`: screens, documents and the lines of `--plain` lay pages out.

use super::sources::sources;

/// Words of which the advice is made.
const OF_ADVICE: [&str; 15] = [
    "requirement",
    "requirements",
    "gap",
    "gaps",
    "margin",
    "workaround",
    "workarounds",
    "limit",
    "limits",
    "condition",
    "conditions",
    "musts",
    "supported",
    "removed",
    "points",
];

/// What faces say with such words that is no statement about advice: names of commands, columns and files.
const LABELS: [&str; 8] = [
    "Fit gap status",
    "Gap solution approach",
    "Gap or condition",
    "What is limited",
    "Search limits and features",
    "A must rules {an_area} out that cannot do it. A should counts three times a could; points never buy a missed must back.",
    "The {area} is settled: {stop}, or go on for gaps and conditions.",
    "{several} musts still open",
];

/// The texts in quotation marks of a source file, without its tests, its comments and the reasons of its invariants.
fn literals(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let code = code.replace("'\"'", "''").replace("\\\"", "'");
    let parts: Vec<&str> = code.split('"').collect();
    let texts = parts.chunks(2).filter_map(|part| match part {
        [before, text] if !before.ends_with("expect(") => Some(*text),
        _ => None,
    });
    texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_face_has_no_words_of_its_own_about_advice() {
    let mut own = Vec::new();
    for source in sources().iter().filter(|source| ["ui", "export", "plain"].contains(&source.layer())) {
        for text in literals(&source.text) {
            let lower = text.to_lowercase();
            let words: Vec<&str> =
                lower.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
            let is_about = words.len() >= 3 && !text.contains('<') && words.iter().any(|word| OF_ADVICE.contains(word));
            if is_about && !LABELS.contains(&text.as_str()) && source.path != "src/plain/command.rs" {
                own.push(format!("{}: {text}", source.path));
            }
        }
    }
    assert!(own.is_empty(), "worded outside of report:\n{}", own.join("\n"));
}
