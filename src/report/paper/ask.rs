//! What is asked for: by when, from whom, and the boxes to tick.

use crate::diagnostic::suggest::enumerate;
use crate::model::date::Day;
use crate::model::verdict::{Outcome, Recommendation};
use crate::report::parts::journeys_apart;
use crate::report::words::count;

use super::costs::Costs;
use super::fitted::Fitted;
use super::grounds::Grounds;
use super::identity::Identity;

/// The heading.
pub const HEADING: &str = "Decision asked for";

/// So many boxes there are at most; at least two.
pub const MOST: usize = 4;

/// Said where nobody is named who decides.
pub(crate) const FROM_NOBODY: &str = "who decides is to be named";

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// By when.
    pub by: Day,
    /// From whom; nobody is named if absent.
    pub from: Option<Fitted<60>>,
    /// The boxes to tick, from two to [`MOST`].
    pub boxes: Vec<Fitted<130>>,
}

impl Ask {
    /// By when and from whom: `By 11 December 2026, from the Head of Marketing:`.
    pub fn lead(&self) -> String {
        let by = self.by.words();
        match &self.from {
            Some(from) => format!("By {by}, from {from}:"),
            None => format!("By {by}; {FROM_NOBODY}:"),
        }
    }
}

/// What a verdict asks for. What contradicts itself comes first where it keeps the answer back.
pub(super) fn of(on: Grounds<'_>, identity: &Identity, headline: &str, costs: &Costs) -> Ask {
    let is_undecided = on.verdict.recommendation == Recommendation::Undecided;
    let own = match on.verdict.recommendation {
        Recommendation::Build(_) | Recommendation::Both => {
            let accepted = accept(costs, on.report.gaps.len()).map(|text| Fitted::cut(&text));
            // The longer wording says on which condition, where there is one.
            let built = Fitted::first_of([on.report.decision.headline.as_str(), headline]);
            std::iter::once(built).chain(accepted).collect()
        }
        Recommendation::Neither => give_way(on),
        Recommendation::Undecided => undecided(on),
    };
    let settled = settle(on);
    let mut boxes = if is_undecided { [settled, own].concat() } else { [own, settled].concat() };
    if boxes.len() < 2 {
        let [answers, ..] = &on.report.sign_off;
        boxes.push(Fitted::cut(&format!("{answers}.")));
    }
    boxes.truncate(MOST);
    Ask { by: identity.decide_by, from: identity.decision_maker.clone(), boxes }
}

/// Each contradiction as a question, and whether several journeys are to be planned apart.
fn settle(on: Grounds<'_>) -> Vec<Fitted<130>> {
    let settle = on.report.contradictions.iter().map(|clash| {
        let either = enumerate(&clash.choices, "or");
        Fitted::first_of([format!("Settle: {either}?"), "Settle what contradicts itself.".to_owned()])
    });
    let apart = (!on.report.journeys_apart.is_empty()).then(|| Fitted::cut(&journeys_apart::task(&on.base().nouns)));
    settle.take(2).chain(apart).collect()
}

/// Which must could give way where no area carries the plan.
fn give_way(on: Grounds<'_>) -> Vec<Fitted<130>> {
    let ways = on.report.what_if.relaxations.iter().take(2);
    let ways = ways.map(|way| Fitted::first_of([way.as_str(), "A must is made a should."]));
    let mut boxes: Vec<Fitted<130>> = ways.collect();
    boxes.dedup();
    boxes.push(Fitted::cut("Or leave the plan, or change what it asks for."));
    boxes
}

/// That the gaps are accepted, and the weighty conditions.
fn accept(costs: &Costs, gaps: usize) -> Option<String> {
    let conditions = costs.mind.conditions.len() + costs.mind.more;
    match (gaps, conditions) {
        (0, 0) => None,
        (0, 1) => Some("Accept the condition, with an owner.".to_owned()),
        (0, several) => Some(format!("Accept the {}, each with an owner.", count(several, "condition"))),
        (1, 0) => Some("Accept the gap, with owner and date.".to_owned()),
        (several, 0) => Some(format!("Accept the {}, each with owner and date.", count(several, "gap"))),
        (gaps, conditions) => {
            Some(format!("Accept {} and {}, each with an owner.", count(gaps, "gap"), count(conditions, "condition")))
        }
    }
}

/// What to agree on before there is advice.
fn undecided(on: Grounds<'_>) -> Vec<Fitted<130>> {
    let first = on.report.find_out.first();
    let question = first.map(|first| {
        Fitted::first_of([format!("Answer first: {}", first.ask), "Answer the first question above.".to_owned()])
    });
    let open = on.report.find_out.len();
    let agree = (open > 1).then(|| Fitted::cut(&format!("Name who answers the {open} open points, and by when.")));
    let last = match on.verdict.outcome {
        Outcome::TooClose => format!("If they stay level: choose {}.", on.base().nouns.alternative.a()),
        _ => "Then ask for the advice again.".to_owned(),
    };
    question.into_iter().chain(agree).chain([Fitted::cut(&last)]).collect()
}
