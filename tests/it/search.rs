//! The search, measured: what people type, and how often the entry that they look for is among the first results.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::entry::{Entry, EntryKind};
use journey_advisor::model::date::Day;
use journey_advisor::search::{Filter, Index, matched, search};
use serde::Deserialize;

/// How many of the first results count as found.
const FIRST: usize = 3;

/// A query of so many words is long, and a third of each list is.
const LONG: usize = 7;

/// The day on which people search.
fn today() -> Day {
    Day::parse("2026-11-28").unwrap()
}

/// What is looked for on that day.
fn on_that_day() -> Filter {
    Filter { day: Some(today()), ..Filter::default() }
}

/// So many queries at least look for an entry of each kind.
const LEAST: [(EntryKind, usize); 5] = [
    (EntryKind::Question, 10),
    (EntryKind::Capability, 100),
    (EntryKind::Limitation, 25),
    (EntryKind::Workaround, 18),
    (EntryKind::Event, 12),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Queries {
    query: Vec<Query>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Query {
    typed: String,
    kind: Kind,
    wants: Vec<String>,
    /// The kind of entry that is looked for alone.
    only: Option<Only>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Only {
    Workaround,
    Event,
}

impl Query {
    fn filter(&self) -> Filter {
        let kind = self.only.map(|only| match only {
            Only::Workaround => EntryKind::Workaround,
            Only::Event => EntryKind::Event,
        });
        Filter { kind, ..on_that_day() }
    }

    /// The kind of the entry that is looked for first of all.
    fn entry_kind(&self, base: &KnowledgeBase) -> EntryKind {
        self.filter().kind.unwrap_or_else(|| Entry::find(base, self.wants.first().unwrap()).unwrap().kind())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Title,
    Keyword,
    Layman,
    Typo,
    Order,
    Abbreviation,
    Accent,
    Sentence,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Title,
        Self::Keyword,
        Self::Layman,
        Self::Typo,
        Self::Order,
        Self::Abbreviation,
        Self::Accent,
        Self::Sentence,
    ];
}

/// The queries that the search may be tuned on.
const TUNED: &str = "queries.toml";

/// Queries that people really had, by subject: the entries that answer them, or `?` where nothing did when they were
/// gathered, and what was typed. It is kept as it was gathered.
const REAL: &str = "real.tsv";

/// The same queries of the second kind with the entries that answer them by now.
const REAL_ANSWERED: &str = "real_labels.tsv";

/// The queries that it is never tuned on, so that no message shows what they are.
const HELD_OUT: &str = "held_out.toml";

/// Queries of four words and more, worded and labelled by somebody who had not seen the vocabulary, each with what answers it.
const FRESH: &str = "fresh.tsv";

/// The queries of a file.
fn queries(name: &str) -> Vec<Query> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/search").join(name);
    let queries: Queries = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    queries.query
}

/// All queries, each with whether it is held out.
fn all_queries() -> Vec<(Query, bool)> {
    let with = |is_held_out| move |query| (query, is_held_out);
    queries(TUNED).into_iter().map(with(false)).chain(queries(HELD_OUT).into_iter().map(with(true))).collect()
}

/// The ids of the first results, each with those that say nearly the same.
fn first(index: &Index, base: &KnowledgeBase, typed: &str, filter: &Filter) -> Vec<String> {
    let hits = search(index, typed, filter);
    let entries = hits.iter().take(FIRST).flat_map(|hit| std::iter::once(&hit.entry).chain(&hit.also));
    entries.map(|entry| entry.id(base).to_string()).collect()
}

/// The lines of a file with their columns.
fn columns(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/search").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn the_set_is_large_and_sound() {
    let base = embedded::knowledge();
    let (queries, held_out): (Vec<Query>, Vec<bool>) = all_queries().into_iter().unzip();
    let held_out = held_out.into_iter().filter(|is_held_out| *is_held_out).count();
    assert!(held_out * 3 + 2 >= queries.len(), "a third is held out: {held_out} of {}", queries.len());
    let of = |kind: Kind| queries.iter().filter(|query| query.kind == kind).count();
    assert!(queries.len() >= 150 && of(Kind::Typo) >= 30 && of(Kind::Layman) >= 20, "{:?}", Kind::ALL.map(of));
    for (kind, least) in LEAST {
        let some = queries.iter().filter(|query| query.entry_kind(&base) == kind).count();
        assert!(some >= least, "{some} queries look for a {}, {least} are wanted", kind.word());
    }
    for file in [TUNED, HELD_OUT] {
        for (position, query) in self::queries(file).iter().enumerate() {
            let is_sound = |id: &String| Entry::find(&base, id).is_some();
            let is_sound = (1..=3).contains(&query.wants.len()) && query.wants.iter().all(is_sound);
            assert!(is_sound, "query {} of {file} wants what is not there, nothing, or too much", position + 1);
        }
    }
    let one = queries.iter().filter(|query| query.wants.len() == 1).count();
    assert!(one * 2 > queries.len(), "most queries have one right entry: {one}");
    for (file, least) in [(TUNED, 100), (HELD_OUT, 60)] {
        let queries = self::queries(file);
        let long = queries.iter().filter(|query| query.typed.split_whitespace().count() >= LONG).count();
        assert!(queries.len() >= least && long * 3 >= queries.len(), "{file}: {long} of {} are long", queries.len());
    }
}

/// The queries that people really had: first those that named an entry when they were gathered, then the others.
#[test]
fn what_people_really_looked_for_is_among_the_first_three() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let answered: BTreeMap<String, String> =
        columns(REAL_ANSWERED).into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    let (mut named, mut later, mut misses) = ((0, 0), (0, 0), String::new());
    for row in columns(REAL) {
        let [_, wants, typed] = row.as_slice() else { panic!("{row:?} has three columns") };
        let (wants, counts) = if wants == "?" { (&answered[typed], &mut later) } else { (wants, &mut named) };
        let wants: Vec<&str> = wants.split(',').collect();
        assert!(wants.iter().all(|id| Entry::find(&base, id).is_some()), "{wants:?} are there");
        let found = first(&index, &base, typed, &on_that_day());
        assert!(!found.is_empty(), "`{typed}` finds nothing");
        let is_found = wants.iter().any(|id| found.iter().any(|found| found == id));
        *counts = (counts.0 + usize::from(is_found), counts.1 + 1);
        if !is_found {
            let _ = writeln!(misses, "`{typed}` wants {wants:?}, finds {found:?}");
        }
    }
    println!("named {} of {}, answered since {} of {}", named.0, named.1, later.0, later.1);
    assert!(named.1 >= 60 && later.1 == answered.len() && named.1 + later.1 >= 84, "{named:?} {later:?}");
    assert!(share(named.0, named.1) >= 0.9 && share(later.0, later.1) >= 0.9, "{named:?} {later:?}\n{misses}");
}

#[test]
fn what_people_look_for_is_among_the_first_three() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let (mut table, mut misses) = (String::new(), String::new());
    let (mut counts, mut kinds) = (Vec::new(), Vec::new());
    for (query, is_held_out) in &all_queries() {
        let found = first(&index, &base, &query.typed, &query.filter());
        let is_found = query.wants.iter().any(|id| found.contains(id));
        counts.push(((query.kind, query.entry_kind(&base)), *is_held_out, is_found));
        if !is_found && !is_held_out {
            let _ = writeln!(misses, "{:?} `{}` wants {:?}, finds {found:?}", query.kind, query.typed, query.wants);
        }
    }
    let mut row = |name: &str, counts_in: &dyn Fn((Kind, EntryKind), bool) -> bool| {
        let inside = || counts.iter().filter(|(kind, held_out, _)| counts_in(*kind, *held_out));
        let (found, all) = (inside().filter(|(.., is_found)| *is_found).count(), inside().count());
        let _ = writeln!(table, "{name:<14} {found:>4} of {all:>4}  {:>5.1} %", 100.0 * share(found, all));
        share(found, all)
    };
    for kind in Kind::ALL {
        row(&format!("{kind:?}"), &|(one, _), _| one == kind);
    }
    for kind in EntryKind::ALL {
        let share = row(kind.word(), &|(_, one), _| one == kind);
        kinds.push((kind, share));
    }
    let sentences = row("Sentence", &|(kind, _), _| kind == Kind::Sentence);
    let held_out = row("held out", &|(kind, _), held_out| held_out && kind != Kind::Sentence);
    let all = row("all", &|(kind, _), _| kind != Kind::Sentence);
    println!("{table}");
    assert!(all >= 0.95 && held_out >= 0.9, "{table}\n{misses}");
    assert!(sentences >= 0.9, "{table}\n{misses}");
    let weak: Vec<_> = kinds.into_iter().filter(|(_, share)| *share < 0.8).collect();
    assert_eq!(weak, [], "{table}\n{misses}");
}

#[test]
fn what_somebody_words_afresh_is_among_the_first_three() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let answered: Vec<_> = columns(FRESH).into_iter().filter(|row| row[1] != "?").collect();
    let is_found = |row: &&Vec<String>| {
        let found = first(&index, &base, &row[0], &Filter::default());
        row[1].split('|').any(|id| found.iter().any(|one| one == id))
    };
    let found = answered.iter().filter(is_found).count();
    println!("fresh: {found} of {}", answered.len());
    assert!(answered.len() >= 60 && share(found, answered.len()) >= 0.8, "{found} of {}", answered.len());
}

/// Words of every day that the knowledge has nothing to do with.
const ELSEWHERE: &str = "
    asdf qwerty zxcv hjkl foobar lorem ipsum poiuy banana coffee grape lemon pizza butter cheese bread pepper potato tomato
    onion garlic carrot kitchen oven spoon knife umbrella elephant giraffe tiger monkey rabbit horse penguin dolphin whale
    spider butterfly garden flower forest mountain river island desert thunder lightning rainbow winter summer
    doctor nurse hospital soldier guitar piano violin trumpet football tennis hockey swimming bicycle airplane rocket diesel
    candle pillow blanket curtain carpet mirror sofa wardrobe jacket trousers sweater scarf necklace diamond copper
    yellow purple happy angry hungry thirsty sleepy ugly brave laugh swallow dance fishing wedding funeral grandmother
    cousin nephew neighbour castle palace church museum cinema bakery butcher dentist stomach shoulder elbow tongue skeleton
    fever cough headache dragon princess galaxy comet volcano earthquake hurricane breakfast sandwich chocolate
    biscuit pancake noodle salmon lobster shrimp mushroom cucumber strawberry cherry melon coconut cinnamon vanilla honey
    vinegar whisky beer milk juice hammer ladder bucket
";

#[test]
fn what_the_knowledge_has_nothing_to_do_with_is_not_found() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let nothing = |typed: &str| {
        let hits = search(&index, typed, &Filter::default());
        let found: Vec<_> = hits.iter().take(FIRST).map(|hit| hit.entry.title(&base)).collect();
        (!found.is_empty()).then(|| format!("`{typed}` finds {found:?}"))
    };
    let words: Vec<&str> = ELSEWHERE.split_whitespace().collect();
    assert!(words.len() >= 100, "{}", words.len());
    let mut random = 7_u64;
    let mut next = |below: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % below
    };
    let letters = (0..500).map(|_| {
        let length = 6 + next(7);
        (0..length).map(|_| char::from(b'a' + u8::try_from(next(26)).unwrap())).collect::<String>()
    });
    let pairs = words.windows(2).map(|pair| format!("is {} possible with {} please", pair[0], pair[1]));
    let typed = words.iter().map(|word| (*word).to_owned()).chain(letters).chain(pairs);
    let found: Vec<String> = typed.filter_map(|typed| nothing(&typed)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_names_of_the_product_and_polite_words_never_empty_a_list() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let first = |typed: &str| {
        let hits = search(&index, typed, &on_that_day());
        hits.first().map(|hit| hit.entry.id(&base).to_string())
    };
    for wanted in ["double opt-in", "lead scoring", "waiting list", "A/B test"] {
        for around in [
            "{}",
            "dynamics 365 {}",
            "D365 {}",
            "{} in Customer Insights - Journeys",
            "customer insights journeys {}",
            "Microsoft Dynamics 365 Marketing: {}",
            "{} RTM",
            "CI-J {}",
            "cij {}",
            "is {} possible",
            "does it support {}",
            "{} please",
            "how do I use {}?",
            "is there a way to get {} working in D365, thanks",
        ] {
            let typed = around.replace("{}", wanted);
            assert_eq!(first(&typed), first(wanted), "{typed}");
        }
    }
    for typed in ["dynamics 365", "customer insights", "support", "possible"] {
        assert!(first(typed).is_some(), "`{typed}` alone is looked for");
    }
}

/// Where nothing holds every word, what holds the most and the rarest is found, marked, filtered and opened like the rest.
#[test]
fn some_of_the_words_are_better_than_nothing() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let typed = "the waiting list of our zebra parade is full";
    let limitations = Filter { kind: Some(EntryKind::Limitation), ..Filter::default() };
    let hits = search(&index, typed, &Filter::default());
    let first = hits.first().unwrap();
    assert_eq!(first.entry.id(&base).as_str(), "event-waiting-list");
    assert!(hits.iter().all(|hit| hit.is_close), "nothing holds every word");
    assert!(!search(&index, "waiting list", &Filter::default()).first().unwrap().is_close);
    assert!(!matched(&index, typed, first).is_empty());
    assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    let filtered = search(&index, typed, &limitations);
    assert!(!filtered.is_empty() && filtered.iter().all(|hit| hit.entry.kind() == EntryKind::Limitation));
    assert!(search(&index, "zebra parade", &Filter::default()).is_empty(), "no word of it is known");
}

/// However it is put, whoever wants to begin something where nothing can be begun reads that first; before the removal
/// nothing of it is found.
#[test]
fn a_beginning_in_what_was_removed_leads_to_its_removal() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let first = |typed: &str, day: &str| {
        let filter = Filter { day: Some(Day::parse(day).unwrap()), ..Filter::default() };
        let hits = search(&index, typed, &filter);
        let removal = hits.iter().position(|hit| hit.entry.id(&base).as_str() == "outbound-removed");
        (removal, hits.is_empty())
    };
    for typed in [
        "start a new customer journey in outbound",
        "outbound: how do I begin",
        "create an email in outbound marketing",
        "can I still build segments in OBM",
        "launch a campaign with outbound",
        "how to set up outbound marketing",
        "new outbound event",
        "Is it possible to switch on outbound please",
        "we are planning to make a landing page in outbound marketing",
    ] {
        assert_eq!(first(typed, "2026-11-28"), (Some(0), false), "{typed}");
        assert_eq!(first(typed, "2026-05-01"), (Some(0), false), "{typed} on its day");
        assert_eq!(first(typed, "2026-04-30").0, None, "{typed} before it");
        assert_eq!(first(typed, "2022-12-01").0, None, "{typed} long before it");
    }
    for typed in ["move our outbound emails to a new area", "start a real-time journey", "outbound reports"] {
        assert_ne!(first(typed, "2026-11-28").0, Some(0), "{typed} begins nothing in outbound");
    }
}

/// One hit tells of a limitation, of what to do instead, and of the same limitation of the other area.
#[test]
fn what_people_read_as_one_is_one_hit() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    for typed in ["approval", "hotel bookings", "attach a pdf invoice to the marketing email", "unsubscribe link"] {
        let hits = search(&index, typed, &on_that_day());
        let limits = |entry: &Entry| match entry {
            Entry::Limitation(key) | Entry::Workaround(key, _) => Some(*key),
            _ => None,
        };
        let mut shown: Vec<_> = hits.iter().flat_map(|hit| std::iter::once(&hit.entry).chain(&hit.also)).collect();
        assert!(shown.iter().all(|entry| entry.kind() != EntryKind::Workaround), "{typed}");
        let all = shown.len();
        shown.sort_unstable();
        shown.dedup_by_key(|entry| limits(entry).ok_or(**entry));
        assert_eq!(shown.len(), all, "{typed}: nothing is shown twice");
    }
    let hits = search(&index, "no built-in approval", &on_that_day());
    let first = hits.first().unwrap();
    let also: Vec<_> = first.also.iter().map(|entry| entry.id(&base).as_str()).collect();
    assert_eq!((first.entry.id(&base).as_str(), also), ("rt-no-approval", vec!["ob-no-approval"]));
    let outbound = Filter { side: base.side("outbound"), ..on_that_day() };
    let only =
        outbound.side.and_then(|_| search(&index, "no built-in approval", &outbound).into_iter().next()).unwrap();
    assert_eq!((only.entry.id(&base).as_str(), only.also), ("ob-no-approval", Vec::new()));
}

#[test]
fn numbers_are_one_however_they_are_written() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let ids = |typed: &str| -> Vec<String> {
        search(&index, typed, &on_that_day()).iter().map(|hit| hit.entry.id(&base).to_string()).collect()
    };
    for (one, others) in [
        ("140,000 messages an hour", ["140k messages an hour", "140 thousand messages an hour"]),
        ("ten million people", ["10 million people", "10,000,000 people"]),
        ("40 thousand recipients", ["forty thousand recipients", "40k recipients"]),
        ("15 segments", ["fifteen segments", "15 segments"]),
    ] {
        let found = ids(one);
        assert!(!found.is_empty(), "{one}");
        for other in others {
            assert_eq!(ids(other), found, "{other}");
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    count(part) / count(whole.max(1))
}

#[test]
fn every_title_and_every_id_comes_first() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    for entry in Entry::all(&base) {
        let title = entry.title(&base);
        // A workaround has the id of its limitation, which comes first.
        let id = (entry.kind() != EntryKind::Workaround).then(|| entry.id(&base).to_string());
        for typed in [title.to_owned(), title.to_uppercase()].into_iter().chain(id) {
            let hits = search(&index, &typed, &Filter::default());
            let first = hits.first().unwrap();
            let is_entry = |found: &Entry| match (entry, found) {
                // Two limitations may have the same workaround.
                (Entry::Workaround(..), Entry::Limitation(found)) => {
                    let workarounds = &base.limitations[*found].workarounds;
                    workarounds.iter().any(|workaround| workaround.text.as_str() == title)
                }
                _ => *found == entry || found.title(&base) == title,
            };
            let is_first = is_entry(&first.entry) || first.also.iter().any(is_entry);
            assert!(is_first, "`{typed}` finds {:?}", first.entry.id(&base));
        }
    }
}

/// Of several workarounds of one limitation only that of the day is found.
#[test]
fn a_workaround_is_found_while_it_can_be_done() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let found = |day: &str| -> Vec<String> {
        let filter =
            Filter { kind: Some(EntryKind::Workaround), day: Some(Day::parse(day).unwrap()), ..Filter::default() };
        let hits = search(&index, "", &filter).into_iter();
        let own = hits.filter(|hit| hit.entry.id(&base).as_str() == "rt-page-changes-no-details");
        own.map(|hit| hit.entry.title(&base).to_owned()).collect()
    };
    assert_eq!(found("2022-04-30"), Vec::<String>::new());
    assert_eq!(found("2022-05-01"), ["Link the emails to outbound's subscription center, for contacts only."]);
    assert_eq!(found("2026-11-28"), ["Offer a marketing form that is filled in beforehand."]);
}
