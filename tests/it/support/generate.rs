//! Small random knowledge bases and answers, the same for the same seed.

use std::sync::OnceLock;

use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::alternative::{Alternative, Availability, Pair, Phase, Side};
use journey_advisor::model::answers::{Answer, Answers, Pick, Response};
use journey_advisor::model::arena::{Arena, Key};
use journey_advisor::model::capability::{Capability, Level, Limitation, Limits, Severity, Support};
use journey_advisor::model::date::{Day, PartialDate, Period};
use journey_advisor::model::name::Id;
use journey_advisor::model::nouns::Nouns;
use journey_advisor::model::question::{Choice, ChoiceIndex, Condition, Importance, Kind, Question};
use journey_advisor::model::scoring::Scoring;
use journey_advisor::model::text::Text;
use journey_advisor::model::topic::Topic;
use journey_advisor::model::verdict::AsOf;

/// A generator of numbers (`SplitMix64`), reproducible from its seed.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    /// True in `percent` of all cases.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the items.
    pub(crate) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

/// The day for which everything here is asked.
pub(crate) fn as_of() -> AsOf {
    AsOf { day: Day::parse("2024-06-15").unwrap(), basis: None }
}

/// How large a knowledge base gets.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) questions: usize,
    pub(crate) choices: usize,
}

pub(crate) const SMALL: Size = Size { questions: 4, choices: 3 };

/// A knowledge base of up to `size`.
pub(crate) fn base(random: &mut Random, size: Size) -> KnowledgeBase {
    let questions = 1 + random.below(size.questions);
    exactly(random, Size { questions, ..size })
}

/// A knowledge base of exactly that many questions.
pub(crate) fn exactly(random: &mut Random, size: Size) -> KnowledgeBase {
    let mut topics = Arena::default();
    let topic = topics.push(Topic { id: Id::new("topic").unwrap(), title: "Topic".into() });
    let mut capabilities: Arena<Capability> = Arena::default();
    let mut questions: Arena<Question> = Arena::default();
    for number in 0..size.questions {
        let question = question(random, number, size, topic, &questions, &mut capabilities);
        questions.push(question);
    }
    let (first_removed, removed) = (random.chance(10), random.chance(30));
    KnowledgeBase {
        product: None,
        plan_example: None,
        nouns: Nouns::default(),
        title: "Random".into(),
        edition: "1".into(),
        facts_from: PartialDate::parse("2021-08").unwrap(),
        facts_until: None,
        review_days: 365,
        minutes: 1,
        scoring: scoring(random),
        documentation: None,
        alternatives: Pair { first: alternative("first", first_removed), second: alternative("second", removed) },
        presets: Vec::new(),
        coexistence: Vec::new(),
        conflicts: Vec::new(),
        prerequisites: Arena::default().into(),
        met: Vec::new().into(),
        settings: Vec::new().into(),
        journeys_apart: Vec::new(),
        bands: Vec::new(),
        synonyms: Vec::new().into(),
        product_names: Vec::new().into(),
        filler: Vec::new().into(),
        beginning_words: Vec::new().into(),
        moving_words: Vec::new().into(),
        sources: Arena::default().into(),
        topics,
        questions,
        capabilities: capabilities.into(),
        limitations: Arena::default().into(),
        caps: Vec::new(),
        events: Arena::default().into(),
        hash: OnceLock::new(),
    }
}

/// A knowledge base in which each alternative often lacks what the other can do, and most of it is a must.
pub(crate) fn divided(random: &mut Random, size: Size) -> KnowledgeBase {
    const LEVELS: [[Level; 2]; 6] = [
        [Level::Native, Level::None],
        [Level::None, Level::Native],
        [Level::Workaround, Level::None],
        [Level::None, Level::Partial],
        [Level::Native, Level::Partial],
        [Level::None, Level::None],
    ];
    let mut base = base(random, size);
    let capabilities: Vec<Key<Capability>> = base.capabilities.keys().collect();
    for key in capabilities {
        let levels = LEVELS[if random.chance(5) { 5 } else { random.below(5) }];
        let capability = base.capabilities.get_mut().unwrap().get_mut(key).unwrap();
        capability.support.iter_mut().zip(levels).for_each(|(support, level)| support.level = level);
    }
    let questions: Vec<Key<Question>> = base.questions.keys().collect();
    for key in questions {
        let importance = if random.chance(70) { Importance::Must } else { random.pick(&Importance::ALL) };
        base.questions.get_mut(key).unwrap().importance = importance;
    }
    let second_removed = random.chance(10);
    base.alternatives = Pair { first: alternative("first", false), second: alternative("second", second_removed) };
    base
}

fn scoring(random: &mut Random) -> Scoring {
    let indifference = random.pick(&[0, 5, 5, 5, 20]);
    let [must, should, could] = random.pick(&[[5, 3, 1], [5, 3, 1], [9, 3, 2], [4, 4, 4]]);
    Scoring { native: 100, partial: 60, workaround: 30, none: 0, must, should, could, indifference }
}

/// Gives some capabilities a limitation each, in force or not.
pub(crate) fn limit(random: &mut Random, base: &mut KnowledgeBase) {
    let capabilities: Vec<Key<Capability>> = base.capabilities.keys().collect();
    for (number, capability) in capabilities.into_iter().enumerate().filter(|_| random.chance(60)).collect::<Vec<_>>() {
        let from = random.chance(30).then(|| PartialDate::parse("2030").unwrap());
        let key = base.limitations.get_mut().unwrap().push(Limitation {
            id: Id::new(&format!("l{number}")).unwrap(),
            topic: Key::new(0),
            side: random.pick(&Side::BOTH),
            title: format!("Limitation {number}").into(),
            text: None,
            severity: random.pick(&Severity::ALL),
            limits: Limits::Each(vec![capability]),
            period: Period { from, until: None },
            workarounds: Vec::new(),
            keywords: Vec::new(),
            sources: Vec::new(),
        });
        base.capabilities.get_mut().unwrap().get_mut(capability).unwrap().limitations.push(key);
    }
}

/// An alternative that can be had, or is removed.
pub(crate) fn alternative(name: &str, removed: bool) -> Alternative {
    let availability = if removed { Availability::Removed } else { Availability::Available };
    let from = PartialDate::parse("2022").unwrap();
    Alternative {
        id: Id::new(name).unwrap(),
        title: name.to_owned().into(),
        short: name.to_owned().into(),
        abbreviation: name[..1].to_uppercase().into(),
        artefact: name.to_owned().into(),
        phases: vec![Phase { from, availability, note: Text::default(), sources: Vec::new() }],
        announcements: Vec::new(),
    }
}

fn question(
    random: &mut Random,
    number: usize,
    size: Size,
    topic: Key<Topic>,
    before: &Arena<Question>,
    capabilities: &mut Arena<Capability>,
) -> Question {
    let kind = random.pick(&[Kind::One, Kind::Many]);
    let count = if kind == Kind::One { 2 + random.below(size.choices - 1) } else { 1 + random.below(size.choices) };
    let mut own: Vec<Key<Capability>> = Vec::new();
    let mut choices: Vec<Choice> = Vec::new();
    for position in 0..count {
        let mut needs: Vec<Key<Capability>> = Vec::new();
        for _ in 0..random.pick(&[0, 1, 1, 1, 2]) {
            let need = if !own.is_empty() && random.chance(20) {
                random.pick(&own)
            } else {
                let made = capabilities.push(capability(random, capabilities.len(), topic));
                own.push(made);
                made
            };
            if !needs.contains(&need) {
                needs.push(need);
            }
        }
        choices.push(Choice {
            id: Id::new(&format!("c{position}")).unwrap(),
            label: format!("Choice {position}").into(),
            hint: Text::default(),
            needs,
            keywords: Vec::new().into(),
            phrases: Vec::new().into(),
            least: None,
            most: None,
        });
    }
    Question {
        id: Id::new(&format!("q{number}")).unwrap(),
        topic,
        ask: format!("Question {number}?").into(),
        counts: Vec::new().into(),
        why: Text::default(),
        kind,
        importance: random.pick(&Importance::ALL),
        choices: choices.into(),
        condition: condition(random, before),
        fixed: random.chance(10),
        who: None,
        sources: Vec::new(),
    }
}

fn condition(random: &mut Random, before: &Arena<Question>) -> Option<Condition> {
    if before.is_empty() || !random.chance(40) {
        return None;
    }
    let parent: Key<Question> = Key::new(random.below(before.len()));
    let mut choices: Vec<ChoiceIndex> =
        before[parent].indexed().map(|(index, _)| index).filter(|_| random.chance(50)).collect();
    if choices.is_empty() {
        choices.push(ChoiceIndex::new(0));
    }
    Some(Condition { question: parent, choices })
}

/// A capability at any levels, the first alternative's before the second's.
pub(crate) fn capability(random: &mut Random, number: usize, topic: Key<Topic>) -> Capability {
    let support = Side::BOTH.map(|side| Support {
        side,
        level: random.pick(&[
            Level::Native,
            Level::Native,
            Level::Partial,
            Level::Workaround,
            Level::None,
            Level::None,
            Level::Unknown,
        ]),
        preview: false,
        period: Period::default(),
        according_to: None,
        note: None,
        requires: Vec::new(),
        read_next: None,
        sources: Vec::new(),
    });
    Capability {
        id: Id::new(&format!("k{number}")).unwrap(),
        topic,
        title: format!("Capability {number}").into(),
        keywords: Vec::new(),
        tile: None,
        support: support.into(),
        limitations: Vec::new(),
        limited_together: Vec::new(),
    }
}

/// Answers to some of the questions, parked ones among them.
pub(crate) fn answers(random: &mut Random, base: &KnowledgeBase) -> Answers {
    let mut answers = Answers::default();
    for (key, question) in base.questions.iter() {
        let answer = match random.below(10) {
            0 | 1 => None,
            2 => Some(Answer::NotSure),
            3 => Some(Answer::DoesNotApply),
            _ => Some(Answer::Chosen(picks(random, question))),
        };
        let importance = random.chance(30).then(|| random.pick(&Importance::ALL));
        answers.set(key, Response { answer, importance, ..Response::default() });
    }
    answers
}

fn picks(random: &mut Random, question: &Question) -> Vec<Pick> {
    let count = question.choices.len();
    let taken: Vec<usize> = match question.kind {
        Kind::One => vec![random.below(count)],
        Kind::Many => (0..count).filter(|_| random.chance(50)).collect(),
    };
    let pick = |position| Pick {
        choice: ChoiceIndex::new(position),
        importance: random.chance(30).then(|| random.pick(&Importance::ALL)),
    };
    taken.into_iter().map(pick).collect()
}
