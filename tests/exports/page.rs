//! The page itself: what it allows, what it weighs, how well it can be read.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use journey_advisor::embedded;
use journey_advisor::export::{Extent, Format};
use journey_advisor::theme::contrast::contrast;
use sha2::{Digest as _, Sha256};

use crate::documents::{small, with_document};
use crate::generate::{self, Random};
use crate::web::Page;

fn page() -> Page {
    let (base, answers) = (small(), generate::answers(&mut Random::new(1), &small()));
    Page::read(&with_document(&base, &answers, |document| document.write(Format::Html, Extent::Full)))
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

#[test]
fn every_table_has_a_caption_and_every_head_a_scope() {
    let page = page();
    let count = |wanted: &str| page.elements.iter().filter(|(element, _)| element == wanted).count();
    assert_eq!(count("table"), count("caption"));
    assert!(count("table") > 3);
    for (_, attributes) in page.elements.iter().filter(|(element, _)| element == "th") {
        assert!(attributes.iter().any(|(name, value)| name == "scope" && ["row", "col"].contains(&value.as_str())));
    }
}

#[test]
fn every_link_inside_the_page_leads_somewhere() {
    let page = page();
    let values = |wanted: &'static str| {
        let all = page.elements.iter().flat_map(|(_, attributes)| attributes);
        all.filter(move |(name, _)| name == wanted).map(|(_, value)| value.as_str())
    };
    let targets: Vec<&str> = values("id").collect();
    for link in values("href").filter_map(|link| link.strip_prefix('#')) {
        assert!(targets.contains(&link), "{link}");
    }
    let mut unique = targets.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), targets.len(), "no id stands twice");
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
}

#[test]
fn a_plan_with_many_answers_stays_small() {
    let base = embedded::knowledge().unwrap();
    let largest = (0..60).map(|seed| {
        let answers = generate::answers(&mut Random::new(seed), &base);
        with_document(&base, &answers, |document| document.write(Format::Html, Extent::Full)).len()
    });
    assert!(largest.max().unwrap() < 200_000);
}
