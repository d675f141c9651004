//! The search, measured: what people type, and how often the entry that they look for is among the first results.

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
        Filter { kind, ..Filter::default() }
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

/// The queries that it is never tuned on, so that no message shows what they are.
const HELD_OUT: &str = "held_out.toml";

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

/// The ids of the first results.
fn first(index: &Index, base: &KnowledgeBase, query: &Query) -> Vec<String> {
    let hits = search(index, &query.typed, &query.filter());
    hits.iter().take(FIRST).map(|hit| hit.entry.id(base).to_string()).collect()
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
}

#[test]
fn what_people_look_for_is_among_the_first_three() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let (mut table, mut misses) = (String::new(), String::new());
    let (mut counts, mut kinds) = (Vec::new(), Vec::new());
    for (query, is_held_out) in &all_queries() {
        let found = first(&index, &base, query);
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
    assert!(sentences >= 0.85, "{table}\n{misses}");
    let weak: Vec<_> = kinds.into_iter().filter(|(_, share)| *share < 0.8).collect();
    assert_eq!(weak, [], "{table}\n{misses}");
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
        let hits = search(&index, typed, &Filter::default());
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
    assert!(!matched(&index, typed, first).is_empty());
    assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    let filtered = search(&index, typed, &limitations);
    assert!(!filtered.is_empty() && filtered.iter().all(|hit| hit.entry.kind() == EntryKind::Limitation));
    assert!(search(&index, "zebra parade", &Filter::default()).is_empty(), "no word of it is known");
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
            let first = hits.first().map(|hit| hit.entry);
            let is_shared = Entry::all(&base).filter(|other| other.title(&base) == title).count() > 1;
            let is_first = first.is_some_and(|first| first == entry || is_shared && first.title(&base) == title);
            assert!(is_first, "`{typed}` finds {:?}", first.map(|first| first.id(&base)));
        }
    }
}

/// Of several workarounds of one limitation only that of the day is found.
#[test]
fn a_workaround_is_found_while_it_can_be_done() {
    let base = embedded::knowledge();
    let index = Index::of(&base);
    let found = |day: &str| -> Vec<String> {
        let filter = Filter {
            kind: Some(EntryKind::Workaround),
            workarounds_on: Some(Day::parse(day).unwrap()),
            ..Filter::default()
        };
        let hits = search(&index, "", &filter).into_iter();
        let own = hits.filter(|hit| hit.entry.id(&base).as_str() == "rt-page-changes-no-details");
        own.map(|hit| hit.entry.title(&base).to_owned()).collect()
    };
    assert_eq!(found("2022-04-30"), Vec::<String>::new());
    assert_eq!(found("2022-05-01"), ["Link the emails to outbound's subscription center, for contacts only."]);
    assert_eq!(found("2026-11-28"), ["Offer a marketing form that is filled in beforehand."]);
}
