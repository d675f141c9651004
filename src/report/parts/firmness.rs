//! How firm the advice is. The statements are a closed list, each with one exact meaning: `tests/it/advice/firmness.rs` scores
//! again what each of them promises.

use crate::advise::analysis::{Analysis, Decided};
use crate::advise::fit::FitRange;
use crate::advise::outcome::is_gone;
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::{Recommendation, Verdict};
use crate::report::words::{both_together, name};

/// A statement with its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firmness {
    /// What is stated.
    pub statement: Statement,
    /// The same in a sentence.
    pub sentence: String,
}

/// What can be said of how firm the advice is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// How far the area advised can still change: by answers that are open, and by another answer to a single question that
    /// has one. Both in one sentence, so that neither is taken for the opposite of the other.
    Area {
        /// What open answers can do.
        open: Open,
        /// What else a single other answer makes the advice.
        elsewhere: Vec<Recommendation>,
        /// Between which fits open answers can still move the one area advised, if they can.
        fit: Option<FitRange>,
    },
    /// No area carries the plan, and no answer, open or given, changes that by itself.
    NoWayOut,
    /// No area carries the plan; a single other answer makes this the advice.
    WithinReach(Vec<Recommendation>),
    /// A single other answer leaves no area, or no clear advice: a risk of the plan, whichever area is advised.
    Risk(Vec<Recommendation>),
    /// The areas are too close; the answer to this question is the most likely to separate them.
    Separates(Key<Question>),
}

/// What answers that are still open can do to the area advised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// There are none.
    AllAnswered,
    /// None changes it, at any importance.
    CannotChange,
    /// None changes it at the usual importance of its question.
    CannotChangeAsUsual,
    /// No other area can be had, but some answer rules this one out.
    CanLeaveNone,
    /// Some answer changes it, or leaves no clear advice.
    CanChange,
}

/// What is stated of a verdict, the most telling first.
pub(crate) fn all(facts: &Facts<'_>, verdict: &Verdict, analysis: &Analysis) -> Vec<Firmness> {
    let base = facts.base;
    let statements = statements(facts, verdict, analysis);
    statements.into_iter().map(|statement| Firmness { sentence: sentence(base, &statement), statement }).collect()
}

fn statements(facts: &Facts<'_>, verdict: &Verdict, analysis: &Analysis) -> Vec<Statement> {
    let (elsewhere, nowhere): (Vec<_>, Vec<_>) = analysis.one_change_away.iter().partition(|end| end.is_advice());
    match verdict.recommendation {
        Recommendation::Build(_) | Recommendation::Both => {
            let fit = match verdict.recommendation {
                Recommendation::Build(side) => analysis.open_fit(verdict, side),
                _ => None,
            };
            let area = Statement::Area { open: open(facts, verdict, analysis), elsewhere, fit };
            let risk = (!nowhere.is_empty()).then_some(Statement::Risk(nowhere));
            std::iter::once(area).chain(risk).collect()
        }
        Recommendation::Neither if !elsewhere.is_empty() => vec![Statement::WithinReach(elsewhere)],
        Recommendation::Neither if analysis.decided != Decided::No => vec![Statement::NoWayOut],
        Recommendation::Neither => Vec::new(),
        Recommendation::Undecided => analysis.breaker.map(Statement::Separates).into_iter().collect(),
    }
}

fn open(facts: &Facts<'_>, verdict: &Verdict, analysis: &Analysis) -> Open {
    let is_alone = |side: crate::model::alternative::Side| is_gone(facts.availability, side.other());
    match (analysis.decided, verdict.recommendation) {
        (Decided::AtAnyImportance, _) if verdict.open.is_empty() && verdict.not_sure.is_empty() => Open::AllAnswered,
        (Decided::AtAnyImportance, _) => Open::CannotChange,
        (Decided::AtPresetImportance, _) => Open::CannotChangeAsUsual,
        (Decided::No, Recommendation::Build(side)) if is_alone(side) => Open::CanLeaveNone,
        (Decided::No, _) => Open::CanChange,
    }
}

fn sentence(base: &KnowledgeBase, statement: &Statement) -> String {
    let all = |ends: &[Recommendation]| enumerate(&ends.iter().map(|end| end_of(base, *end)).collect::<Vec<_>>(), "or");
    match statement {
        Statement::Area { open, elsewhere, fit } => {
            let area = if elsewhere.is_empty() { steady(base, *open) } else { movable(*open, &all(elsewhere)) };
            match fit {
                Some(FitRange { lowest, highest }) => {
                    let area = area.trim_end_matches('.');
                    format!("{area}; open answers can still move the fit between {lowest} and {highest} %.")
                }
                None => area,
            }
        }
        Statement::NoWayOut => "No open answer and no single other answer changes that.".to_owned(),
        Statement::WithinReach(ends) => format!("Within reach: a single other answer would lead to {}.", all(ends)),
        Statement::Risk(ends) => format!("A risk of the plan: a single other answer would leave {}.", all(ends)),
        Statement::Separates(question) => {
            format!("The answer most likely to separate them is that to \"{}\"", base.questions[*question].ask)
        }
    }
}

/// The sentence where no single other answer leads to another area.
fn steady(base: &KnowledgeBase, open: Open) -> String {
    let area = &base.nouns.alternative.one;
    match open {
        Open::AllAnswered => {
            format!("Firm: everything is answered, and no single other answer leads to another {area}.")
        }
        Open::CannotChange => format!("Firm: no open answer and no single other answer leads to another {area}."),
        Open::CannotChangeAsUsual => {
            format!(
                "Firm: no open answer, at its usual importance, and no single other answer leads to another {area}."
            )
        }
        Open::CanLeaveNone => {
            format!("No answer leads to another {area}, but an open one can still rule this one out.")
        }
        Open::CanChange => {
            format!(
                "Not settled: an open answer can still change this; no single other answer leads to another {area}."
            )
        }
    }
}

/// The sentence where a single other answer leads there.
fn movable(open: Open, elsewhere: &str) -> String {
    let other = format!("a single other answer would lead to {elsewhere}");
    match open {
        Open::AllAnswered => format!("Everything is answered; {other}."),
        Open::CannotChange => format!("No open answer can change this; {other}."),
        Open::CannotChangeAsUsual => format!("No open answer, at its usual importance, can change this; {other}."),
        Open::CanLeaveNone | Open::CanChange => {
            format!("Not settled: an open answer can still change this, and {other}.")
        }
    }
}

/// The statement in a few words.
pub(in crate::report) fn claim(statement: &Statement) -> &'static str {
    match statement {
        Statement::Area { open: Open::CanLeaveNone, .. } => "An open answer can still rule it out.",
        Statement::Area { open: Open::CanChange, .. } => "An open answer can still turn it.",
        Statement::Area { elsewhere, .. } if elsewhere.is_empty() => "No open answer can turn it.",
        Statement::Area { .. } => "One other answer would turn it.",
        Statement::NoWayOut => "No single answer changes that.",
        Statement::WithinReach(_) => "One other answer would open a way.",
        Statement::Risk(_) => "One other answer would close the way.",
        Statement::Separates(_) => "One answer can separate them.",
    }
}

/// Its sentence without between which fits open answers can move it.
pub(in crate::report) fn unscored(base: &KnowledgeBase, statement: &Statement) -> String {
    let unscored = match statement {
        Statement::Area { open, elsewhere, fit: _ } => {
            Statement::Area { open: *open, elsewhere: elsewhere.clone(), fit: None }
        }
        other => other.clone(),
    };
    sentence(base, &unscored)
}

fn end_of(base: &KnowledgeBase, end: Recommendation) -> String {
    match end {
        Recommendation::Build(side) => name(base, side).to_owned(),
        Recommendation::Both => both_together(&base.nouns),
        Recommendation::Neither => format!("no {} that can carry it", base.nouns.alternative.one),
        Recommendation::Undecided => "no clear advice".to_owned(),
    }
}
