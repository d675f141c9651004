//! When a plan can be built: what it waits for.

use crate::advise::settled::Settled;
use crate::model::capability::Level;
use crate::model::nouns::Nouns;
use crate::model::question::Importance;
use crate::model::verdict::{Outcome, Recommendation};
use crate::report::words::count;

use super::piece::PieceNumber;

/// When a plan can be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing has to be there first.
    Ready,
    /// As soon as one piece of work is done.
    AfterOne(PieceNumber),
    /// As soon as so many are done.
    AfterSeveral(u32),
    /// Somebody has to decide or to find out something first.
    Decision(Reason),
    /// No area carries it as it stands.
    NotCarried,
}

/// What has to be decided or found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Answers contradict each other in a way that decides.
    Contradiction,
    /// It holds several journeys.
    SeveralJourneys,
    /// Both areas fit about equally well.
    TooClose,
    /// Not enough is known to give advice.
    NotEnough,
    /// Nothing published says whether a must can be done.
    UnknownMust,
    /// A question that is a must is answered with "not sure".
    NotSure,
}

impl Stage {
    /// The words in files, in the order in which plans can be built.
    pub const WORDS: [&'static str; 5] = ["ready", "after-one", "after-several", "decision", "not-carried"];

    /// The stage of a plan that waits for these pieces of work.
    pub(super) fn of(settled: &Settled, waits_for: &[PieceNumber]) -> Self {
        match (settled.verdict.recommendation, Reason::of(settled), waits_for) {
            (Recommendation::Neither, ..) => Self::NotCarried,
            (_, Some(reason), _) => Self::Decision(reason),
            (_, None, []) => Self::Ready,
            (_, None, [one]) => Self::AfterOne(*one),
            (_, None, several) => {
                Self::AfterSeveral(u32::try_from(several.len()).expect("a plan has fewer requirements"))
            }
        }
    }

    /// Its place in the order in which plans can be built.
    pub fn place(self) -> usize {
        match self {
            Self::Ready => 0,
            Self::AfterOne(_) => 1,
            Self::AfterSeveral(_) => 2,
            Self::Decision(_) => 3,
            Self::NotCarried => 4,
        }
    }

    /// The word in files: `after-one`.
    pub fn word(self) -> &'static str {
        Self::WORDS.get(self.place()).expect("there is a word for each")
    }

    /// For how many pieces of work it waits.
    pub(super) fn pieces(self) -> u32 {
        match self {
            Self::AfterOne(_) => 1,
            Self::AfterSeveral(several) => several,
            Self::Ready | Self::Decision(_) | Self::NotCarried => 0,
        }
    }

    /// When it can be built, in a few words.
    pub(crate) fn words(self, nouns: &Nouns) -> String {
        match self {
            Self::Ready => "ready now".to_owned(),
            Self::AfterOne(_) => "after one piece of work".to_owned(),
            Self::AfterSeveral(several) => format!("after {several} pieces of work"),
            Self::Decision(reason) => format!("needs a decision: {}", reason.words(nouns)),
            Self::NotCarried => "cannot be carried".to_owned(),
        }
    }

    /// The same where there is little room.
    pub(crate) fn short(self, nouns: &Nouns) -> String {
        match self {
            Self::Ready => "ready".to_owned(),
            Self::AfterOne(_) | Self::AfterSeveral(_) => format!("after {}", self.pieces()),
            Self::Decision(_) => "decision".to_owned(),
            Self::NotCarried => format!("no {}", nouns.alternative.one),
        }
    }

    /// That so many plans stand there, by its place.
    pub(crate) fn tell(place: usize, plans: usize) -> String {
        let one = plans == 1;
        match place {
            0 => format!("{plans} {} ready now", if one { "is" } else { "are" }),
            1 => format!("{plans} after one piece of work"),
            2 => format!("{plans} after several"),
            3 => format!("{plans} {} a decision", if one { "needs" } else { "need" }),
            _ => format!("{plans} cannot be carried"),
        }
    }
}

impl Reason {
    /// All reasons, what stops most first.
    pub const ALL: [Self; 6] =
        [Self::Contradiction, Self::SeveralJourneys, Self::TooClose, Self::NotEnough, Self::UnknownMust, Self::NotSure];

    fn of(settled: &Settled) -> Option<Self> {
        let verdict = &settled.verdict;
        let is_unknown_must = || {
            let gaps = verdict.gaps.iter().filter(|gap| gap.level == Level::Unknown);
            gaps.into_iter().any(|gap| verdict.requirement(gap.requirement).importance == Importance::Must)
        };
        match (verdict.recommendation, verdict.outcome) {
            (_, Outcome::Inconsistent) => Some(Self::Contradiction),
            _ if settled.has_several_journeys => Some(Self::SeveralJourneys),
            (Recommendation::Undecided, Outcome::TooClose) => Some(Self::TooClose),
            (Recommendation::Undecided, _) => Some(Self::NotEnough),
            _ if is_unknown_must() => Some(Self::UnknownMust),
            _ => settled.is_unsure_of_a_must.then_some(Self::NotSure),
        }
    }

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::SeveralJourneys => "several-journeys",
            Self::TooClose => "too-close",
            Self::NotEnough => "not-enough",
            Self::UnknownMust => "unknown-must",
            Self::NotSure => "not-sure",
        }
    }

    /// What there is to decide, as the end of a sentence.
    pub(crate) fn words(self, nouns: &Nouns) -> String {
        match self {
            Self::Contradiction => "two answers contradict each other".to_owned(),
            Self::SeveralJourneys => format!("it holds several {}", nouns.planned.many),
            Self::TooClose => format!("both {} fit about equally well", nouns.alternative.many),
            Self::NotEnough => "not enough is known".to_owned(),
            Self::UnknownMust => "nothing published says whether a must can be done".to_owned(),
            Self::NotSure => "a must is answered \"not sure\"".to_owned(),
        }
    }

    /// What to do about it, for so many plans.
    pub(crate) fn task(self, nouns: &Nouns, plans: usize) -> String {
        let plans = count(plans, "plan");
        match self {
            Self::Contradiction => format!("Settle what contradicts itself in {plans}"),
            Self::SeveralJourneys => format!("Make a plan of each {} in {plans}", nouns.planned.one),
            Self::TooClose => {
                format!("Choose {} for {plans}: both fit about equally well", nouns.alternative.a())
            }
            Self::NotEnough => format!("Answer what {plans} must be able to do"),
            Self::UnknownMust => format!("Find out whether a must can be done, for {plans}"),
            Self::NotSure => format!("Answer what is \"not sure\" and a must, in {plans}"),
        }
    }
}
