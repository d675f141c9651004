//! Numbers of the plan held against the limits that name one.

use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::Limitation;
use crate::model::question::{Question, Span};
use crate::model::size::Cap;
use crate::model::verdict::Verdict;

/// A number of the plan held against a limit in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The limit.
    pub limitation: Key<Limitation>,
    /// The question that asks for the number.
    pub question: Key<Question>,
    /// The largest number that the limit allows.
    pub at: u32,
    /// What the plan says; nothing while it says no number.
    pub plan: Option<Span>,
}

/// How a plan stands to the number of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// It stays within it.
    Within,
    /// Some of the numbers that the answer stands for are larger.
    MayExceed,
    /// All of them are.
    Exceeds,
    /// The plan says no number.
    Unsaid,
}

impl Stands {
    /// The word in JSON.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::MayExceed => "may-exceed",
            Self::Exceeds => "exceeds",
            Self::Unsaid => "unsaid",
        }
    }
}

impl Held {
    /// How the plan stands to the limit.
    pub fn stands(&self) -> Stands {
        match self.plan {
            None => Stands::Unsaid,
            Some(Span { most: Some(most), .. }) if most <= self.at => Stands::Within,
            Some(Span { least, .. }) if least > self.at => Stands::Exceeds,
            Some(_) => Stands::MayExceed,
        }
    }
}

/// Every limit in force of an area that can be had which names a number that is asked for, in the order of the knowledge. A limit
/// of something that the plan does not need counts only where the question itself is about it.
pub fn all(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict) -> Vec<Held> {
    let base = facts.base;
    let visible = Visible::of(base, answers);
    let is_in_force =
        |limitation: &Limitation| facts.availability[limitation.side].is_open() && facts.holds(limitation);
    let asked = base.caps.iter().filter(|cap| visible.contains(cap.question));
    let held = asked.filter_map(|cap| {
        let limitation = &base.limitations[cap.limitation];
        let question = &base.questions[cap.question];
        let concerns = limitation.limits.capabilities().iter().any(|capability| {
            verdict.requirements.iter().any(|requirement| requirement.capability == *capability)
                || question.choices.iter().any(|choice| choice.needs.contains(capability))
        });
        let Cap { limitation: key, question: asks, at } = *cap;
        let plan = || span(question, answers, asks);
        (concerns && is_in_force(limitation)).then(|| Held { limitation: key, question: asks, at, plan: plan() })
    });
    held.collect()
}

/// The numbers that an answer stands for; where several choices were taken, the largest number counts.
fn span(question: &Question, answers: &Answers, key: Key<Question>) -> Option<Span> {
    let picks = answers.answer(key)?.picks();
    let spans: Vec<Span> = picks.iter().filter_map(|pick| question.span(pick.choice)).collect();
    let most: Option<Option<u32>> = spans.iter().map(|span| span.most).reduce(|one, other| Some(one?.max(other?)));
    Some(Span { least: spans.iter().map(|span| span.least).max()?, most: most? })
}

#[cfg(test)]
mod tests {
    use super::{Held, Stands};
    use crate::model::arena::Key;
    use crate::model::question::Span;

    #[test]
    fn a_plan_stays_within_a_number_may_exceed_it_or_exceeds_it() {
        let stands = |plan| Held { limitation: Key::new(0), question: Key::new(0), at: 1000, plan }.stands();
        let span = |least, most| Some(Span { least, most });
        assert_eq!(stands(span(0, Some(1000))), Stands::Within);
        assert_eq!(stands(span(0, Some(1001))), Stands::MayExceed);
        assert_eq!(stands(span(1000, None)), Stands::MayExceed);
        assert_eq!(stands(span(1001, None)), Stands::Exceeds);
        assert_eq!(stands(span(1001, Some(2000))), Stands::Exceeds);
        assert_eq!(stands(None), Stands::Unsaid);
    }
}
