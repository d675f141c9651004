//! The page itself: what it allows, what it weighs, how well it can be read.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use journey_advisor::embedded;
use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::contrast::contrast;
use sha2::{Digest as _, Sha256};

use crate::support::documents::{small, with_document};
use crate::support::generate::{self, Random};
use crate::support::web::Page;

fn page() -> Page {
    let (base, answers) = (small(), generate::answers(&mut Random::new(1), &small()));
    written(&base, &answers)
}

fn written(base: &KnowledgeBase, answers: &Answers) -> Page {
    Page::read(&with_document(base, answers, |document| document.write(Format::Html, Extent::Full).text().unwrap()))
}

/// Pages of many plans, an empty one among them.
fn pages() -> Vec<Page> {
    let base = embedded::knowledge();
    let days = [None, Some("article"), Some("2024-06-15")];
    let plans = (0..12).zip(days.into_iter().cycle()).map(|(seed, day)| {
        let mut answers = generate::answers(&mut Random::new(seed), &base);
        answers.as_of = day.map(str::to_owned);
        answers
    });
    plans.chain([Answers::default()]).map(|answers| written(&base, &answers)).chain([page()]).collect()
}

#[test]
fn nothing_but_its_own_style_is_allowed() {
    let page = page();
    let policy = page.elements.iter().find_map(|(element, attributes)| {
        let is_policy = |(_, value): &(String, String)| value == "Content-Security-Policy";
        let content = attributes.iter().find(|(name, _)| name == "content")?;
        (element == "meta" && attributes.iter().any(is_policy)).then(|| content.1.clone())
    });
    let hash = STANDARD.encode(Sha256::digest(page.style.as_bytes()));
    let wanted = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    assert_eq!(policy, Some(wanted));
    assert!(!page.style.contains("url(") && !page.style.contains("@import"));
}

/// The values of an attribute, wherever it stands.
fn values<'p>(page: &'p Page, name: &'static str) -> impl Iterator<Item = &'p str> {
    let all = page.elements.iter().flat_map(|(_, attributes)| attributes);
    all.filter(move |(attribute, _)| attribute == name).map(|(_, value)| value.as_str())
}

#[test]
fn every_table_has_a_caption_and_every_head_a_scope() {
    let mut tables = 0;
    for page in pages() {
        let count = |wanted: &str| page.elements.iter().filter(|(element, _)| element == wanted).count();
        assert_eq!(count("table"), count("caption"));
        tables += count("table");
        for (_, attributes) in page.elements.iter().filter(|(element, _)| element == "th") {
            assert!(attributes.iter().any(|(name, value)| name == "scope" && ["row", "col"].contains(&value.as_str())));
        }
    }
    assert!(tables > 30, "{tables}");
}

#[test]
fn every_link_and_every_label_leads_somewhere_and_no_id_stands_twice() {
    for page in pages() {
        let targets: Vec<&str> = values(&page, "id").collect();
        let links = values(&page, "href").filter_map(|link| link.strip_prefix('#'));
        for target in links.chain(values(&page, "aria-labelledby")) {
            assert!(targets.contains(&target), "{target}");
        }
        let mut unique = targets.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), targets.len(), "no id stands twice");
    }
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    for page in pages() {
        assert_eq!(page.errors, 0);
        for (element, attributes) in &page.elements {
            let loads = ["script", "link", "img", "iframe", "object", "embed", "base", "form", "audio", "video", "use"];
            assert!(!loads.contains(&element.as_str()), "<{element}>");
            for (name, value) in attributes {
                let is_idle =
                    !name.starts_with("on") && !["src", "srcset", "style", "action", "ping"].contains(&name.as_str());
                assert!(is_idle, "{element} {name}");
                assert!(!value.trim_start().to_lowercase().starts_with("javascript:"), "{element} {name}");
            }
        }
    }
}

/// What may stand directly in what: a list holds points, a table rows, a paragraph no block.
#[test]
fn elements_stand_where_they_may() {
    let mut seen = 0;
    for (outer, inner) in pages().iter().flat_map(|page| &page.nested) {
        let is_allowed = match outer.as_str() {
            "ul" | "ol" => inner == "li",
            "table" => ["caption", "thead", "tbody"].contains(&inner.as_str()),
            "thead" | "tbody" => inner == "tr",
            "tr" => ["th", "td"].contains(&inner.as_str()),
            "p" | "h1" | "h2" | "th" | "td" | "caption" | "span" | "strong" => {
                ["a", "strong", "code", "bdi", "span", "svg"].contains(&inner.as_str())
            }
            "a" => inner != "a",
            "html" => ["head", "body"].contains(&inner.as_str()),
            _ => true,
        };
        let has_parent = match inner.as_str() {
            "li" => ["ul", "ol"].contains(&outer.as_str()),
            "tr" => ["thead", "tbody"].contains(&outer.as_str()),
            "th" | "td" => outer == "tr",
            _ => true,
        };
        assert!(is_allowed && has_parent, "<{inner}> in <{outer}>");
        seen += 1;
    }
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn a_page_says_its_language_and_has_one_heading_above_all() {
    for page in pages() {
        let of = |name: &str| page.elements.iter().filter(|(element, _)| element == name).collect::<Vec<_>>();
        assert_eq!(of("html")[0].1, [("lang".to_owned(), "en".to_owned())]);
        assert_eq!([of("h1").len(), of("main").len(), of("title").len()], [1, 1, 1]);
        assert!(!page.title.trim().is_empty());
        let levels =
            page.elements.iter().map(|(element, _)| element.as_str()).filter(|name| ["h1", "h2", "h3"].contains(name));
        assert_eq!(levels.clone().next(), Some("h1"));
        assert!(levels.clone().all(|level| level != "h3"), "no level is left out");
    }
}

/// Every colour is one of the named ones, which each scheme declares and the next test measures.
#[test]
fn no_colour_is_written_anywhere_else() {
    let style = page().style;
    let declared = style
        .split("--")
        .skip(1)
        .filter(|rest| rest.split_once(':').is_some_and(|(_, value)| value.starts_with(" #")))
        .count();
    assert_eq!(style.matches('#').count(), declared + selectors(&style), "{declared}");
    for name in style.split("var(--").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert_eq!(colours(&style, name).len(), 3, "--{name} in light, dark and print");
    }
    for word in ["rgb", "hsl", "currentcolor", "transparent", "opacity"] {
        assert!(!style.to_lowercase().contains(word), "{word}");
    }
}

/// How many selectors name an id: no semicolon follows its name, as it does a colour.
fn selectors(style: &str) -> usize {
    let is_selector = |at: usize| {
        let name = style[at + 1..].trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '-');
        !name.starts_with(';')
    };
    style.match_indices('#').filter(|(at, _)| is_selector(*at)).count()
}

/// A colour of each scheme: light, dark, print.
fn colours(style: &str, name: &str) -> Vec<[u8; 3]> {
    let declaration = format!("--{name}: #");
    let declared = style.split(&declaration).skip(1).map(|rest| rest.get(..6).unwrap());
    let channel = |hex: &str, at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    declared.map(|hex| [channel(hex, 0), channel(hex, 2), channel(hex, 4)]).collect()
}

#[test]
fn every_colour_can_be_read() {
    let style = page().style;
    for (name, least) in [("text", 7.0), ("quiet", 4.5), ("link", 4.5), ("first", 3.0), ("second", 3.0)] {
        for ground in ["ground", "raised"] {
            let pairs: Vec<_> = colours(&style, name).into_iter().zip(colours(&style, ground)).collect();
            assert_eq!(pairs.len(), 3, "light, dark and print");
            for (ink, ground) in pairs {
                let ratio = contrast(ink, ground);
                assert!(ratio >= least, "{name}: {ratio:.2}");
            }
        }
    }
    // The levels: what stands in a bar, on a tile, and the bars themselves.
    for level in ["fit", "partly", "workaround", "gap", "unknown"] {
        for (ink, ground, least) in [
            ("in-bar".to_owned(), level.to_owned(), 4.5),
            (format!("{level}-ink"), format!("{level}-ground"), 6.0),
            (level.to_owned(), "ground".to_owned(), 3.0),
        ] {
            for (ink_of, ground_of) in colours(&style, &ink).into_iter().zip(colours(&style, &ground)) {
                let ratio = contrast(ink_of, ground_of);
                assert!(ratio >= least, "{ink} on {ground}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn a_plan_with_many_answers_stays_small() {
    let base = embedded::knowledge();
    let largest = (0..60).map(|seed| {
        let answers = generate::answers(&mut Random::new(seed), &base);
        with_document(&base, &answers, |document| document.write(Format::Html, Extent::Full).text().unwrap()).len()
    });
    let largest = largest.max().unwrap();
    assert!(largest < 400_000, "{largest} bytes");
}
