//! How long the search takes for each key, on the embedded knowledge and on 100,000 entries beside nucleo-matcher.
//!
//! Run with `cargo bench --bench search`. Every query of the labelled set is typed letter by letter. On the large base
//! both take turns at each beginning of a query, so that what else the machine does hits them alike; compare the rows
//! of one run. nucleo-matcher does what a fuzzy finder does with it: it scores every title with its keywords against
//! the pattern and sorts what matches.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark may fail loudly and reads the clock")]
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a benchmark may fail loudly and prints its figures"
)]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::entry::Entry;
use journey_advisor::model::arena::Arena;
use journey_advisor::model::capability::{Capability, Limitation, Workaround};
use journey_advisor::model::name::Id;
use journey_advisor::model::text::Text;
use journey_advisor::search::{Filter, Index, search};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use serde::Deserialize;

const LARGE: usize = 100_000;
/// Every so many beginnings of a query are typed into the large base.
const SAMPLE: usize = 12;

#[derive(Deserialize)]
struct Queries {
    query: Vec<Query>,
}

#[derive(Deserialize)]
struct Query {
    typed: String,
}

fn main() {
    let beginnings = beginnings();
    let base = embedded::knowledge();
    let start = Instant::now();
    let index = Index::of(&base);
    println!("gathering {} entries took {:.2} ms\n", index.entries(), milliseconds(start.elapsed()));
    println!("{:<36} {:>9} {:>9} {:>9} {:>9}", "for each key", "median", "p95", "p99", "worst");
    let mut times = Vec::new();
    for beginning in &beginnings {
        let best = (0..5).map(|_| time(|| search(&index, beginning, &Filter::default()).len())).min();
        times.push((best.unwrap(), beginning.as_str()));
    }
    row("embedded knowledge", &mut times);
    beside_nucleo(&base, &beginnings);
}

/// Every query that the search may be tuned on, letter by letter.
fn beginnings() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/search/queries.toml");
    let queries: Queries = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let ends = |text: &str| text.char_indices().map(|(start, letter)| start + letter.len_utf8()).collect::<Vec<_>>();
    let all = queries.query.iter().flat_map(|query| {
        let beginning = |end: usize| query.typed[..end].to_owned();
        ends(&query.typed).into_iter().map(beginning).collect::<Vec<_>>()
    });
    all.collect()
}

fn beside_nucleo(base: &KnowledgeBase, beginnings: &[String]) {
    let large = large(base);
    let index = Index::of(&large);
    let texts: Vec<Utf32String> = Entry::all(&large).map(|entry| text(entry, &large).into()).collect();
    let mut matcher = Matcher::new(Config::DEFAULT);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for beginning in beginnings.iter().step_by(SAMPLE) {
        ours.push((time(|| search(&index, beginning, &Filter::default()).len()), beginning.as_str()));
        theirs.push((time(|| fuzzy(&mut matcher, &texts, beginning)), beginning.as_str()));
    }
    let total = |times: &[(Duration, &str)]| times.iter().map(|(time, _)| milliseconds(*time)).sum::<f64>();
    let ratio = total(&ours) / total(&theirs);
    let slower = ours.iter().zip(&theirs).filter(|(ours, theirs)| ours.0 > theirs.0).count();
    row(&format!("{} entries, this search", index.entries()), &mut ours);
    row(&format!("{} entries, nucleo-matcher", texts.len()), &mut theirs);
    println!(
        "\nall keys together: {ratio:.2} of the time of nucleo-matcher; slower at {slower} of {} keys",
        ours.len()
    );
}

/// What a fuzzy finder does: every text is scored, what matches is sorted.
fn fuzzy(matcher: &mut Matcher, texts: &[Utf32String], query: &str) -> usize {
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let scored = texts.iter().enumerate().filter_map(|(position, text)| {
        pattern.score(text.slice(..), matcher).map(|score| (std::cmp::Reverse(score), position))
    });
    let mut hits: Vec<_> = scored.collect();
    hits.sort_unstable();
    hits.len()
}

/// The title of an entry with its keywords.
fn text(entry: Entry, base: &KnowledgeBase) -> String {
    let keywords: &[Text] = match entry {
        Entry::Capability(key) => &base.capabilities[key].keywords,
        Entry::Limitation(key) | Entry::Workaround(key, _) => &base.limitations[key].keywords,
        Entry::Event(key) => &base.events[key].keywords,
        Entry::Question(_) => &[],
    };
    format!("{} {}", entry.title(base), keywords.iter().map(Text::as_str).collect::<Vec<_>>().join(" "))
}

/// The knowledge with as many capabilities and limitations as make 100,000 entries, in sentences of its own words.
fn large(base: &KnowledgeBase) -> KnowledgeBase {
    let titles = Entry::all(base).map(|entry| entry.title(base).to_owned());
    let words: Vec<String> = titles.flat_map(|title| title.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    let mut random = 1_u64;
    let mut next = |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).unwrap() % below
    };
    let mut sentence = |length: usize| -> String {
        let chosen: Vec<&str> = (0..length).map(|_| words[next(words.len())].as_str()).collect();
        chosen.join(" ")
    };
    let capability = &base.capabilities[base.capabilities.keys().next().unwrap()];
    let limitation = &base.limitations[base.limitations.keys().next().unwrap()];
    let (mut capabilities, mut limitations) = (Arena::default(), Arena::default());
    for number in 0..(LARGE - base.questions.len() - base.events.len()) {
        let id = Id::new(&format!("entry-{number}")).unwrap();
        let (title, keywords) = (sentence(7).into(), (0..4).map(|_| sentence(2).into()).collect());
        if number % 2 == 0 {
            capabilities.push(Capability { id, title, keywords, support: Vec::new(), ..capability.clone() });
        } else {
            let (text, instead) = (Some(sentence(15).into()), sentence(12).into());
            let (period, sources) = (limitation.period, Vec::new());
            let workarounds = vec![Workaround {
                text: instead,
                way: None,
                period,
                capabilities: Vec::new(),
                who: None,
                effort: None,
                requires: Vec::new(),
                sources,
            }];
            let limits = Vec::new();
            limitations.push(Limitation { id, title, keywords, text, workarounds, limits, ..limitation.clone() });
        }
    }
    KnowledgeBase { capabilities: capabilities.into(), limitations: limitations.into(), ..base.clone() }
}

fn time(search: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    black_box(search());
    start.elapsed()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn row(name: &str, times: &mut [(Duration, &str)]) {
    times.sort();
    let at = |permille: usize| milliseconds(times[(times.len() * permille / 1000).min(times.len() - 1)].0);
    let [median, p95, p99, worst] = [500, 950, 990, 1000].map(at);
    let slowest = times.last().unwrap().1;
    println!("{name:<36} {median:>6.3} ms {p95:>6.3} ms {p99:>6.3} ms {worst:>6.3} ms (\"{slowest}\")");
}
