//! One fact has the same words wherever it is read: on the screen, in a copy, line by line, by `show`, and in every document.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::LazyLock;

use journey_advisor::app::action::Action;
use journey_advisor::app::effect::{Effect, Event};
use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{self, App, Look, Opened, Session, Setup};
use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::plain::Plain;
use journey_advisor::report::Report;
use journey_advisor::report::limit::Limit;
use journey_advisor::report::parts::Part;
use journey_advisor::theme::Catalogue;
use journey_advisor::theme::depth::Depth;

use crate::personas::plan;
use crate::support::documents::with_document;
use crate::support::screen::Screen;

static BASE: LazyLock<KnowledgeBase> = LazyLock::new(plan::knowledge);

/// Plans with gaps, conditions, workarounds and something that went with outbound.
const PLANS: [&str; 4] = ["double-opt-in-sign-up", "s28-one-more-journey", "picture-or-nothing", "reports-in-power-bi"];

/// A day without outbound, and one on which both areas can be had, so that there are limits of the other one.
const DAYS: [&str; 2] = ["today", "2024-06-15"];

/// Only the letters and digits, so that neither markup nor line breaks nor borders count.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// The words of a page for a browser, without its tags.
fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut is_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => out.push(letter),
            _ => {}
        }
    }
    out.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
}

/// What a reader of a fact must find, with where it stands.
struct Fact {
    part: Part,
    row: usize,
    /// Read on every face.
    words: Vec<String>,
    /// Read in the details and in a copy of them only.
    details: Vec<String>,
}

fn limit_words(limit: &Limit) -> Vec<String> {
    let workaround = limit.workaround.as_ref().map(ToString::to_string);
    [limit.title.to_string()].into_iter().chain(workaround).chain(limit.without.map(str::to_owned)).collect()
}

/// The addresses of the sources with these numbers.
fn addresses(report: &Report, numbers: impl Iterator<Item = usize>) -> Vec<String> {
    let numbers: BTreeSet<usize> = numbers.collect();
    let cited = report.works.iter().filter(|work| numbers.contains(&work.number));
    cited.map(|work| format!("{}, {}", work.publisher, work.title)).collect()
}

/// Every requirement, gap and condition of a report, and every limit of the other area.
fn facts(report: &Report) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (row, driver) in report.drivers.iter().enumerate() {
        let sources = addresses(report, driver.cited.iter().map(|cited| cited.number));
        let words = [driver.wish.clone()].into_iter().chain(sources).collect();
        let entry = report.register.iter().find(|entry| entry.number == driver.number).unwrap();
        let limits = entry.limits.iter().chain(&entry.elsewhere).flat_map(limit_words);
        let details = [driver.sentence.clone()].into_iter().chain(limits).collect();
        facts.push(Fact { part: Part::Reasons, row, words, details });
    }
    for (row, gap) in report.gaps.iter().enumerate() {
        let limits = gap.limits.iter().flat_map(limit_words);
        let words = [gap.wish.clone(), gap.sentence.clone()].into_iter().chain(limits).collect();
        facts.push(Fact { part: Part::Gaps, row, words, details: Vec::new() });
    }
    for (row, condition) in report.conditions.iter().chain(&report.elsewhere).enumerate() {
        let words = limit_words(&condition.limit);
        facts.push(Fact { part: Part::Conditions, row, words, details: Vec::new() });
    }
    facts
}

fn app(answers: Answers) -> App<'static> {
    let catalogue = Catalogue::new(Vec::new());
    let theme = catalogue.theme("terminal").0.unwrap();
    let look = Look { catalogue, theme, depth: Depth::None, ascii: true, mouse: false };
    let opened = Opened { answers, ..Opened::blank(Session::New) };
    let setup =
        Setup { today: plan::day(plan::TODAY), opened, look, keymap: Keymap::default(), index: SharedIndex::default() };
    App::new(&BASE, setup)
}

/// What the details of a row show on the screen, and what a copy of them holds.
fn on_screen(screen: &mut Screen, fact: &Fact) -> [String; 2] {
    for action in [Action::Part(fact.part), Action::Row(fact.row), Action::Copy] {
        screen.event(Event::Do(action));
    }
    let shown = letters(&screen.text());
    let copied = screen.effects.iter().rev().find_map(|effect| match effect {
        Effect::Copy(text) => Some(letters(text)),
        _ => None,
    });
    screen.event(Event::Do(Action::Back));
    [shown, copied.expect("a copy of the details")]
}

#[test]
fn what_is_known_about_a_plan_is_read_in_the_same_words_on_every_face() {
    for (name, day) in PLANS.into_iter().flat_map(|name| DAYS.map(|day| (name, day))) {
        let mut answers = plan::answers(&BASE, name);
        answers.as_of = Some(day.to_owned());
        let mut screen = Screen::showing(app(answers.clone()), 100, 200);
        screen.event(Event::Do(Action::Go(app::Screen::Advice)));
        with_document(&BASE, &answers, |document| {
            let whole = |format| document.write(format, Extent::Full).text().unwrap();
            let documents = [
                ("text", letters(&whole(Format::Text))),
                ("Markdown", letters(&whole(Format::Markdown))),
                ("HTML", letters(&without_tags(&whole(Format::Html)))),
            ];
            for fact in facts(&document.report) {
                let [shown, copied] = on_screen(&mut screen, &fact);
                for words in &fact.details {
                    let words = letters(words);
                    assert!(
                        shown.contains(&words) && copied.contains(&words),
                        "{name}: the details do not say: {words}"
                    );
                }
                for words in &fact.words {
                    let faces = [("the screen", &shown), ("a copy", &copied)];
                    let faces = faces.into_iter().chain(documents.iter().map(|(face, text)| (*face, text)));
                    for (face, text) in faces {
                        assert!(text.contains(&letters(words)), "{name}: {face} does not say: {words}");
                    }
                }
            }
        });
    }
}

#[test]
fn a_limit_is_read_in_the_same_words_line_by_line_and_by_show() {
    let answers = plan::answers(&BASE, PLANS[0]);
    with_document(&BASE, &answers, |document| {
        let all = document.report.conditions.iter().map(|condition| &condition.limit);
        let limits: Vec<&Limit> = all.chain(document.report.gaps.iter().flat_map(|gap| &gap.limits)).collect();
        assert!(!limits.is_empty());
        let mut plain = Plain::new(app(answers.clone()));
        for limit in limits {
            plain.line(&format!("search {}", limit.title));
            let said: Vec<String> = (1..=10).map(|hit| letters(&plain.line(&format!("show {hit}")).text)).collect();
            let shown = Command::new(env!("CARGO_BIN_EXE_journey-advisor"))
                .args(["show", &limit.id, "--as-of", plan::TODAY])
                .output()
                .unwrap();
            let shown = letters(&String::from_utf8(shown.stdout).unwrap());
            for words in limit_words(limit) {
                let words = letters(&words);
                assert!(said.iter().any(|said| said.contains(&words)), "line by line: {words}");
                assert!(shown.contains(&words), "show {}: {words}\n{shown}", limit.id);
            }
        }
    });
}
