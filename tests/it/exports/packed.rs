//! Word documents and workbooks as packages: every part is well-formed, known and referred to, and nothing leads outside but sources.

use std::collections::BTreeSet;

use journey_advisor::embedded;
use journey_advisor::export::{Extent, Format, redacted};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::{Answers, Response};
use journey_advisor::model::gap_work::{GapField, GapWork};
use journey_advisor::model::paper::PaperField;
use proptest::prelude::{ProptestConfig, any, proptest};

use crate::support::documents::{read, root, small, with_document};
use crate::support::generate::{self, Random};
use crate::support::package::{Element, Package, ending};

pub(super) const PACKED: [Format; 2] = [Format::Word, Format::Excel];

/// A plan as a package.
pub(super) fn packed(base: &KnowledgeBase, answers: &Answers, format: Format) -> Vec<u8> {
    with_document(base, answers, |document| document.write(format, Extent::Full).into_bytes())
}

/// Answers in which everything that somebody can type says so.
pub(super) fn saying(text: &str, seed: u64) -> Answers {
    saying_each(|| text.to_owned(), seed)
}

/// Answers in which everything that somebody can type says what comes next.
fn saying_each(mut next: impl FnMut() -> String, seed: u64) -> Answers {
    let base = small();
    let mut answers = generate::answers(&mut Random::new(seed), &base);
    answers.title = next();
    for key in base.questions.keys() {
        let response = answers.response(key).cloned().unwrap_or_default();
        answers.set(key, Response { note: next(), amount: next(), ..response });
    }
    for field in PaperField::ALL {
        // What is refused stays unsaid.
        let _ = answers.paper.say(field, &next());
    }
    for key in base.capabilities.keys() {
        let mut work = GapWork::default();
        let _ = work.say(GapField::Owner, &next());
        let _ = work.say(GapField::Size, &next());
        answers.set_gap_work(key, work);
    }
    answers
}

/// Where a relationship leads, seen from the part that has it.
fn target(of: &str, target: &str) -> String {
    let folder = of.rsplit_once("_rels/").unwrap().0;
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    if target.starts_with('/') {
        path.clear();
    }
    for part in target.split('/').filter(|part| !part.is_empty()) {
        match part {
            ".." => _ = path.pop(),
            part => path.push(part),
        }
    }
    path.join("/")
}

/// Parts that run something or lead somewhere.
const FORBIDDEN: [&str; 8] =
    ["vba", "oleObject", "externalLink", "altChunk", "customUI", "attachedTemplate", "activeX", "macrosheet"];

/// Checks that a package holds together, and leads to sources of the knowledge alone.
pub(crate) fn sound(base: &KnowledgeBase, package: &Package) {
    let types = package.root("[Content_Types].xml");
    let overrides: BTreeSet<&str> =
        types.named("Override").iter().map(|part| part.attribute("PartName").unwrap()).collect();
    let defaults: BTreeSet<&str> =
        types.named("Default").iter().map(|part| part.attribute("Extension").unwrap()).collect();
    for name in package.0.keys() {
        let is_typed = overrides.contains(format!("/{name}").as_str())
            || name.rsplit_once('.').is_some_and(|(_, ending)| defaults.contains(ending));
        assert!(is_typed || name == "[Content_Types].xml", "{name} has no type");
        assert!(!FORBIDDEN.iter().any(|word| name.to_lowercase().contains(&word.to_lowercase())), "{name}");
    }
    for part in &overrides {
        assert!(package.0.contains_key(&part[1..]), "{part} is not there");
    }
    let mut reached = BTreeSet::from(["[Content_Types].xml".to_owned()]);
    for name in package.xml_parts() {
        let root = package.root(name);
        let ids: Vec<&str> = root.all().iter().flat_map(|element| referred(element)).collect();
        if !ids.is_empty() {
            let (folder, file) = name.rsplit_once('/').unwrap();
            let known = package.root(&format!("{folder}/_rels/{file}.rels"));
            let known: Vec<&str> = known
                .named("Relationship")
                .iter()
                .map(|one| one.attributes["Id"].as_str())
                .map(|id| ids.iter().find(|known| **known == id).copied().unwrap_or(""))
                .collect();
            for id in &ids {
                assert!(known.contains(id), "{name}: {id}");
            }
        }
        if ending(name) != "rels" {
            continue;
        }
        reached.insert(name.to_owned());
        for relationship in root.named("Relationship") {
            let leads = relationship.attribute("Target").unwrap();
            if relationship.attribute("TargetMode") == Some("External") {
                assert!(relationship.attribute("Type").unwrap().ends_with("/hyperlink"), "{relationship:?}");
                let is_source = base.sources.iter().any(|(_, source)| source.url == *leads);
                assert!(leads.starts_with("https://") && is_source, "{leads}");
            } else {
                let part = target(name, leads);
                assert!(package.0.contains_key(&part), "{name}: {leads}");
                reached.insert(part);
            }
        }
    }
    let all: BTreeSet<String> = package.0.keys().cloned().collect();
    assert_eq!(all.difference(&reached).collect::<Vec<_>>(), Vec::<&String>::new(), "nobody refers to them");
}

/// The ids of relationships that an element refers to.
fn referred(element: &Element) -> Vec<&str> {
    let is_reference = |name: &str| name.starts_with("r:");
    element.attributes.iter().filter(|(name, _)| is_reference(name)).map(|(_, id)| id.as_str()).collect()
}

#[test]
fn packages_of_real_people_are_sound() {
    let base = embedded::knowledge();
    for entry in std::fs::read_dir(root("tests/it/personas")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let answers = journey_advisor::answers::read(&read(&path), &base).0.unwrap();
            for format in PACKED {
                sound(&base, &Package::read(&packed(&base, &answers, format)));
            }
        }
    }
}

#[test]
fn packages_of_any_plan_are_sound() {
    for seed in 0..40 {
        let mut answers = generate::answers(&mut Random::new(seed), &small());
        answers.as_of =
            [None, Some("article"), Some("2024-06-15")][usize::try_from(seed % 3).unwrap()].map(str::to_owned);
        for format in PACKED {
            sound(&small(), &Package::read(&packed(&small(), &answers, format)));
        }
    }
    for format in PACKED {
        sound(&small(), &Package::read(&packed(&small(), &Answers::default(), format)));
    }
}

#[test]
fn the_same_plan_gives_the_same_package() {
    let answers = saying("Somebody", 7);
    for format in PACKED {
        assert_eq!(packed(&small(), &answers, format), packed(&small(), &answers, format), "{format:?}");
    }
}

#[test]
fn a_redacted_package_names_nobody_in_any_part() {
    for seed in 0..6 {
        let answers = saying("Aardvark", seed);
        for format in PACKED {
            assert!(Package::read(&packed(&small(), &answers, format)).everything().contains("Aardvark"));
            let shared = Package::read(&packed(&small(), &redacted(&answers), format)).everything();
            assert!(!shared.contains("Aardvark"), "{format:?}");
        }
    }
}

/// What somebody typed is text: no part breaks, no formula, field or link comes of it.
fn stays_text(answers: &Answers) {
    for format in PACKED {
        let package = Package::read(&packed(&small(), answers, format));
        sound(&small(), &package);
        match format {
            Format::Word => super::word::holds(&package),
            _ => super::excel::holds(&package),
        }
    }
}

const HOSTILE: [&str; 14] = [
    "</w:t><script>&]]>",
    "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }",
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "@SUM(1+1)|cmd|'/c calc'!A0",
    "+1-1",
    "-2+3",
    "\u{ff1d}1+1",
    "_x0041_\u{1}\u{fffe}",
    "a\u{202e}b\u{200f}c\u{2028}d",
    "&amp;&#60;<![CDATA[x]]>",
    "\"quoted\" 'twice'",
    "| a | b |\n# head",
    "𝒳👩\u{200d}💻\u{fe0f}",
    "&L&R&P%d{0}\\n",
];

#[test]
fn hostile_text_stays_text() {
    for (seed, text) in (0..).zip(HOSTILE) {
        stays_text(&saying(text, seed));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each case is a string in both formats.
    #[test]
    fn any_text_stays_text(text in any::<String>(), seed in 0_u64..40) {
        stays_text(&saying(&text, seed));
    }
}

/// A plan says a string in each of its places, so that not every string needs documents of its own.
#[test]
#[ignore = "ten thousand strings in each format take a minute"]
fn ten_thousand_hostile_strings_stay_text() {
    let mut random = Random::new(11);
    let (mut said, mut plans) = (0, 0);
    while said < 10_000 {
        let next = || {
            said += 1;
            (0..=random.below(4)).map(|_| random.pick(&HOSTILE)).collect()
        };
        let answers = saying_each(next, plans % 40);
        stays_text(&answers);
        plans += 1;
    }
    println!("{said} strings in {plans} plans");
}
