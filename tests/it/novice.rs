//! Somebody who has never seen the program comes from the start to a document by the keys that each screen shows.
//!
//! The plan: a shop of garden tools wants text messages about forgotten baskets, a newsletter, and the leads of its forms on a
//! social network.

use std::collections::BTreeSet;

use journey_advisor::app::action::Action;
use journey_advisor::app::effect::{Effect, Event};
use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{self, App, Opened, Session, Setup};
use journey_advisor::model::date::Day;
use journey_advisor::plain::Plain;

use crate::support::screen::{Screen, WHOLE};

/// What the plan wants, in the words of the choices.
const WISHES: [&str; 8] = [
    "LinkedIn or other social networks",
    "A signal from our own website, shop, app or device",
    "The same segment again and again, on a schedule",
    "No messages at night, on Sundays or on holidays",
    "Email",
    "Text messages (SMS)",
    "Bring leads from LinkedIn forms into CRM",
    "Write only to people who have agreed beforehand",
];

/// Keys or lines to the advice, and to an HTML document.
const TO_ADVICE: usize = 30;
const TO_DOCUMENT: usize = 36;

/// Words that are read on the questions, each once.
const WORDS: usize = 650;

fn app() -> App<'static> {
    let setup = Setup {
        today: Day::parse("2026-11-28").unwrap(),
        opened: Opened::blank(Session::New),
        look: Screen::new(80, 24).app.cx.look,
        keymap: Keymap::default(),
        index: SharedIndex::default(),
    };
    App::new(&WHOLE, setup)
}

/// Somebody at a terminal of 80x24 who knows only what is on the screen.
struct Novice {
    screen: Screen,
    keys: Vec<String>,
    words: BTreeSet<String>,
    wanted: Vec<&'static str>,
}

impl Novice {
    fn new() -> Self {
        Self {
            screen: Screen::showing(app(), 80, 24),
            keys: Vec::new(),
            words: BTreeSet::new(),
            wanted: WISHES.to_vec(),
        }
    }

    /// The keys of the last line, each with its words.
    fn hints(&self) -> Vec<(String, String)> {
        let text = self.screen.text();
        let footer = text.lines().last().unwrap_or_default().to_owned();
        let hints = footer.split("  ").map(str::trim).filter(|hint| !hint.is_empty());
        hints.filter_map(|hint| hint.split_once(' ')).map(|(keys, word)| (keys.to_owned(), word.to_owned())).collect()
    }

    /// Presses the key that the last line offers for one of these words.
    fn press_for(&mut self, words: &[&str]) {
        let hints = self.hints();
        let offered = |word: &&str| hints.iter().find(|(_, hint)| hint.ends_with(*word)).map(|(key, _)| key.clone());
        let key = words.iter().find_map(offered);
        let key = key.unwrap_or_else(|| panic!("no key for {words:?}:\n{}", self.screen.text()));
        self.press(&key);
    }

    fn press(&mut self, key: &str) {
        assert!(self.keys.len() < TO_DOCUMENT, "too many keys: {}\n{}", self.keys.join(" "), self.screen.text());
        self.keys.push(key.to_owned());
        self.screen.press(match key {
            "↓" => "down",
            "→" => "right",
            key => key,
        });
        if self.screen.app.screen() == app::Screen::Interview {
            self.read();
        }
    }

    /// Reads heading, help and choices: what lies between the header and the last line.
    fn read(&mut self) {
        let text = self.screen.text();
        let lines = text.lines().skip(4).filter(|line| !line.contains("───"));
        let read = lines.take(19).flat_map(str::split_whitespace);
        let words = read.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase());
        self.words.extend(words.filter(|word| !word.is_empty()));
    }

    /// The number beside a choice that is wanted and on the screen, which is then no longer wanted.
    fn number_of_a_wish(&mut self) -> Option<String> {
        let text = self.screen.text();
        let row = |line: &str| {
            let (number, rest) = line.trim_start_matches([' ', '▌']).split_once(' ')?;
            let label = rest.strip_prefix("[ ] ").or_else(|| rest.strip_prefix("( ) "))?;
            Some((number.to_owned(), label.trim_end_matches(['│', '█', ' ']).to_owned()))
        };
        let (number, label) = text.lines().filter_map(row).find(|(_, label)| self.wanted.contains(&label.as_str()))?;
        self.wanted.retain(|wish| *wish != label);
        Some(number)
    }

    /// The line of the marked row.
    fn marked(&self) -> String {
        let text = self.screen.text();
        text.lines().find_map(|line| line.trim_start().strip_prefix('▌')).unwrap_or_default().trim().to_owned()
    }
}

#[test]
fn a_novice_comes_to_a_document_by_the_keys_that_are_shown() {
    let mut novice = Novice::new();
    assert!(novice.marked().starts_with("Start the questions"), "{}", novice.screen.text());
    novice.press_for(&["open"]);
    while !novice.wanted.is_empty() {
        match novice.number_of_a_wish() {
            Some(number) => novice.press(&number),
            None => novice.press_for(&["next"]),
        }
    }
    novice.press_for(&["advice"]);
    assert_eq!(novice.screen.app.screen(), app::Screen::Advice, "{}", novice.screen.text());
    let (to_advice, words) = (novice.keys.len(), novice.words.len());
    novice.press_for(&["document"]);
    assert!(novice.marked().contains("HTML"), "{}", novice.screen.text());
    let written = |novice: &Novice| {
        novice.screen.effects.iter().find_map(|effect| match effect {
            Effect::Export { bytes, .. } => Some(String::from_utf8(bytes.clone()).unwrap()),
            _ => None,
        })
    };
    while written(&novice).is_none() {
        novice.press_for(&["write", "open", "keep"]);
    }
    let to_document = novice.keys.len();
    println!("{to_advice} keys to the advice, {to_document} to the document, {words} words: {}", novice.keys.join(" "));
    assert!(
        to_advice <= TO_ADVICE && to_document <= TO_DOCUMENT && words <= WORDS,
        "{to_advice} {to_document} {words}"
    );
    names_what_matters(&novice.screen.app, &written(&novice).unwrap());
}

#[test]
fn line_by_line_a_novice_comes_there_too() {
    let mut plain = Plain::new(app());
    let mut said = plain.greeting().text;
    assert!(said.contains("next") && said.contains("v the advice"), "{said}");
    let (mut wanted, mut typed) = (WISHES.to_vec(), Vec::new());
    while !wanted.is_empty() {
        let numbers: Vec<String> = said
            .lines()
            .filter_map(|line| line.split_once(". "))
            .filter_map(|(number, label)| {
                let wish = wanted.iter().position(|wish| label.starts_with(&format!("{wish}.")))?;
                wanted.remove(wish);
                Some(number.to_owned())
            })
            .collect();
        if !numbers.is_empty() {
            typed.push(numbers.join(" "));
            plain.line(typed.last().unwrap());
        }
        if !wanted.is_empty() {
            typed.push("next".to_owned());
            said = plain.line("next").text;
        }
        assert!(typed.len() < TO_ADVICE, "{typed:?}\n{said}");
    }
    typed.push("v".to_owned());
    let advice = plain.line("v").text;
    assert!(advice.lines().count() <= 8 && advice.contains("export html"), "{advice}");
    typed.push("export html".to_owned());
    let effects = plain.line("export html").effects;
    println!("{} lines to the document: {}", typed.len(), typed.join(" / "));
    assert!(typed.len() <= TO_DOCUMENT, "{typed:?}");
    let Some(Effect::Export { bytes, .. }) = effects.last() else { panic!("{effects:?}") };
    plain.app.handle(Event::Do(Action::Go(app::Screen::Advice)));
    names_what_matters(&plain.app, std::str::from_utf8(bytes).unwrap());
}

/// The document names the gaps and conditions of what was wished for, and lists what was not asked.
fn names_what_matters(app: &App<'_>, html: &str) {
    let text = html.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    let plan = &app.cx.plan;
    let report = app.screens.advice.report.as_ref().expect("the advice was looked at");
    let gaps = report.gaps.iter().map(|gap| gap.wish.clone());
    let conditions = report.conditions.iter().map(|condition| condition.limit.title.to_string());
    let open = plan.verdict().open.iter().map(|question| plan.base.questions[*question].ask.to_string());
    assert!(plan.verdict().requirements.len() >= 7 && !report.conditions.is_empty() && !plan.verdict().open.is_empty());
    let missing: Vec<String> =
        gaps.chain(conditions).chain(open).filter(|told| !text.contains(told.as_str())).collect();
    assert_eq!(missing, [""; 0]);
}
