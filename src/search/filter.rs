//! Which entries may be found.

use crate::knowledge::KnowledgeBase;
use crate::model::alternative::{Alternative, Pair, Side};
use crate::model::arena::Key;
use crate::model::capability::Severity;
use crate::model::date::{Day, Period};
use crate::model::topic::Topic;

use crate::knowledge::entry::{Entry, EntryKind};

/// Which entries may be found; everything by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only entries of this kind.
    pub kind: Option<EntryKind>,
    /// Leaves out what concerns only the other alternative.
    pub side: Option<Side>,
    /// Only entries of this topic.
    pub topic: Option<Key<Topic>>,
    /// Only limitations this severe, and their workarounds.
    pub severity: Option<Severity>,
    /// Only what holds on a day, or no longer does. Questions and capabilities always hold: their levels change instead.
    pub standing: Option<Standing>,
    /// The day that counts. Of the workarounds of a limitation only those are found that can be done on it, or the last one
    /// if the limitation does not hold then; and what is begun in an alternative that has been removed by then leads to
    /// its removal.
    pub day: Option<Day>,
}

/// How a limitation, with its workaround, or an event stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The limitation holds; the event has happened.
    Holds(Day),
    /// The limitation held once and no longer does on that day.
    Lifted(Day),
}

/// What filters ask of an entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Traits {
    kind: EntryKind,
    pub(super) concerns: Pair<bool>,
    topic: Key<Topic>,
    severity: Option<Severity>,
    period: Period,
    turn: Option<Turn>,
}

/// When a workaround stands for its limitation.
#[derive(Debug, Clone, Copy)]
struct Turn {
    /// While the limitation holds, if the workaround does.
    within: Period,
    /// And at any other time, if it is the last.
    is_last: bool,
}

impl Traits {
    pub(super) fn of(entry: Entry, base: &KnowledgeBase) -> Self {
        let mut traits = Self {
            kind: entry.kind(),
            concerns: Pair { first: true, second: true },
            topic: entry.topic(base),
            severity: None,
            period: Period::default(),
            turn: None,
        };
        match entry {
            Entry::Question(_) | Entry::Capability(_) => {}
            Entry::Limitation(key) | Entry::Workaround(key, _) => {
                let limitation = &base.limitations[key];
                traits.concerns = Pair::of(|side| side == limitation.side);
                traits.severity = Some(limitation.severity);
                traits.period = entry.period(base).expect("limitations and workarounds have a period");
                if let Entry::Workaround(_, position) = entry {
                    let is_last = position + 1 == limitation.workarounds.len();
                    traits.turn = Some(Turn { within: limitation.period, is_last });
                }
            }
            Entry::Event(key) => {
                let event = &base.events[key];
                traits.concerns = Pair::of(|side| event.sides.is_empty() || event.sides.contains(&side));
                traits.period.from = Some(event.date);
            }
        }
        traits
    }

    /// The day by which it is judged: a removed alternative stands as it did on its last day.
    fn judged_on(&self, day: Day, alternatives: &Pair<Alternative>) -> Day {
        match (self.kind, self.concerns) {
            (EntryKind::Limitation | EntryKind::Workaround, Pair { first: true, .. }) => {
                alternatives.first.judged_on(day)
            }
            (EntryKind::Limitation | EntryKind::Workaround, _) => alternatives.second.judged_on(day),
            _ => day,
        }
    }

    fn is_in_turn(&self, day: Day, alternatives: &Pair<Alternative>) -> bool {
        let day = self.judged_on(day, alternatives);
        self.turn.is_none_or(|turn| if turn.within.contains(day) { self.period.contains(day) } else { turn.is_last })
    }
}

impl Filter {
    /// Whether an entry passes. A removed alternative is judged as it stood on its last day.
    pub(super) fn passes(&self, traits: &Traits, alternatives: &Pair<Alternative>) -> bool {
        self.kind.is_none_or(|kind| kind == traits.kind)
            && self.side.is_none_or(|side| traits.concerns[side])
            && self.topic.is_none_or(|topic| topic == traits.topic)
            && self.severity.is_none_or(|severity| traits.severity == Some(severity))
            && self.standing.is_none_or(|standing| standing.is_of(traits, alternatives))
            && self.day.is_none_or(|day| traits.is_in_turn(day, alternatives))
    }
}

impl Standing {
    /// The same on another day.
    #[must_use]
    pub(crate) fn on(self, day: Day) -> Self {
        match self {
            Self::Holds(_) => Self::Holds(day),
            Self::Lifted(_) => Self::Lifted(day),
        }
    }

    fn is_of(self, traits: &Traits, alternatives: &Pair<Alternative>) -> bool {
        let judged_on = |day: Day| traits.judged_on(day, alternatives);
        match self {
            Self::Holds(day) => traits.period.contains(judged_on(day)),
            Self::Lifted(day) => traits.period.until.is_some_and(|until| until.first_day() <= judged_on(day)),
        }
    }
}
