//! What was said without asking for anything: how many, who, what does not apply. With it stand figures of the user's own, and
//! the limits that name such a number.

use crate::advise::sizes::{Held, Stands};
use crate::knowledge::facts::Facts;
use crate::model::answers::{Answer, Answers, Response};
use crate::model::arena::Key;
use crate::model::question::{Question, Span};
use crate::model::text::Text;
use crate::model::verdict::Verdict;
use crate::report::Report;
use crate::report::limit::Limit;
use crate::report::page::{Block, Cell, Line, Piece, Section, Table};
use crate::report::words::{grouped, name};

/// The heading of the part.
const HEADING: &str = "Assumptions and volumes";

/// An answer that asks for nothing, or that has a size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// The question.
    pub(crate) key: Key<Question>,
    /// Its id.
    pub question: String,
    /// The topic of the question.
    topic: Text,
    /// What it asks.
    pub ask: Text,
    /// What was said to it.
    pub answer: String,
    /// The figure that the user gave for it; empty if none.
    pub amount: String,
    /// What the user noted on it; empty if nothing.
    note: String,
    /// The limits that name such a number, and how the plan stands to each.
    pub sizes: Vec<String>,
}

impl Assumption {
    /// Whether the answer tells anything of the plan: a choice, or a figure.
    pub(in crate::report) fn says_something(&self) -> bool {
        !self.amount.is_empty() || ![NOT_SURE, DOES_NOT_APPLY, NONE_OF_THESE, NO_ANSWER].contains(&self.answer.as_str())
    }
}

/// What an answer is called that chooses nothing.
const NOT_SURE: &str = "Not sure";
const DOES_NOT_APPLY: &str = "Not relevant";
const NONE_OF_THESE: &str = "None of these";
const NO_ANSWER: &str = "No answer yet";

/// Every such answer that counts, in the order of the interview.
pub(crate) fn all(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict, held: &[Held]) -> Vec<Assumption> {
    let base = facts.base;
    let counting = answers.iter().filter(|(key, _)| !verdict.parked.contains(key));
    let assumptions = counting.filter_map(|(key, response)| {
        let question = &base.questions[key];
        let own = held.iter().filter(|held| held.question == key);
        Some(Assumption {
            key,
            question: question.id.to_string(),
            topic: base.topics[question.topic].title.clone(),
            ask: question.ask.clone(),
            answer: assumed(question, response)?,
            amount: response.amount.trim().to_owned(),
            note: response.note.trim().to_owned(),
            sizes: own.map(|held| of_limit(facts, held)).collect(),
        })
    });
    assumptions.collect()
}

/// What is assumed by an answer; `None` where all of it became requirements. An answer with a size is told whole.
fn assumed(question: &Question, response: &Response) -> Option<String> {
    let picks = match response.answer.as_ref() {
        Some(Answer::NotSure) => return Some(NOT_SURE.to_owned()),
        Some(Answer::DoesNotApply) => return Some(DOES_NOT_APPLY.to_owned()),
        Some(Answer::Chosen(picks)) if picks.is_empty() => return Some(NONE_OF_THESE.to_owned()),
        Some(Answer::Chosen(picks)) => picks,
        None => return (!response.amount.is_empty()).then(|| NO_ANSWER.to_owned()),
    };
    let has_size = |choice| question.span(choice).is_some() || !response.amount.is_empty();
    let told = picks.iter().filter(|pick| question[pick.choice].needs.is_empty() || has_size(pick.choice));
    let labels: Vec<&str> = told.map(|pick| question[pick.choice].label.as_str()).collect();
    (!labels.is_empty()).then(|| labels.join("; "))
}

/// A limit by its title, and how the plan stands to its number.
fn of_limit(facts: &Facts<'_>, held: &Held) -> String {
    let limitation = &facts.base.limitations[held.limitation];
    let title = limitation.title.trim_end_matches('.');
    format!("A limit of {}: {title}. {}", name(facts.base, limitation.side), sentence(held))
}

/// How the plan stands to the number of a limit: `Your plan: up to 300. The limit: 1,000. It holds.`
pub(crate) fn sentence(held: &Held) -> String {
    let limit = grouped(&held.at.to_string());
    let plan = held.plan.map_or_else(|| "not said yet".to_owned(), numbers);
    let stands = match held.stands() {
        Stands::Within => " It holds.",
        Stands::MayExceed => " It may be exceeded.",
        Stands::Exceeds => " It is exceeded.",
        Stands::Unsaid => "",
    };
    format!("Your plan: {plan}. The limit: {limit}.{stands}")
}

fn numbers(span: Span) -> String {
    match (span.least, span.most) {
        (_, Some(most)) => format!("up to {}", grouped(&most.to_string())),
        (0, None) => "any number".to_owned(),
        (least, None) => format!("more than {}", grouped(&(least - 1).to_string())),
    }
}

/// Says with each limit that names a number how the plan stands to it.
pub(in crate::report) fn hold<'l>(limits: impl Iterator<Item = &'l mut Limit>, held: &[Held]) {
    for limit in limits {
        limit.held = held.iter().find(|held| held.limitation == limit.key).map(sentence);
    }
}

/// What the plan assumes, answer by answer.
pub(crate) fn section(report: &Report) -> Section {
    let columns = ["Topic", "Answer", "Your number or note", "Needs"];
    let table =
        Table::of("What was said, and the limits that it must keep", columns, report.assumptions.iter().map(row));
    Section::new("assumptions", HEADING, vec![Block::Table(table)])
}

fn row(assumption: &Assumption) -> [Cell; 4] {
    let mut own = Line::new();
    for said in [&assumption.amount, &assumption.note].into_iter().filter(|said| !said.is_empty()) {
        own.extend((!own.is_empty()).then(|| Piece::Text("; ".to_owned())));
        own.push(Piece::Own(said.clone()));
    }
    [
        Cell::text(&*assumption.topic),
        Cell::text(format!("{} {}", assumption.ask, assumption.answer)),
        if own.is_empty() { Cell::text("-") } else { own.into() },
        Cell::text(if assumption.sizes.is_empty() { NOTHING.to_owned() } else { assumption.sizes.join(" ") }),
    ]
}

/// Said of an answer that no limit names.
const NOTHING: &str = "nothing";

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::advise::sizes::Held;
    use crate::model::arena::Key;
    use crate::model::question::Span;

    #[test]
    fn a_limit_says_how_the_plan_stands_to_its_number() {
        let said = |at, least, most| {
            let plan = Some(Span { least, most });
            sentence(&Held { limitation: Key::new(0), question: Key::new(0), at, plan })
        };
        assert_eq!(said(1_000, 0, Some(300)), "Your plan: up to 300. The limit: 1,000. It holds.");
        assert_eq!(said(1_000, 301, Some(5_000)), "Your plan: up to 5,000. The limit: 1,000. It may be exceeded.");
        assert_eq!(said(1_000, 5_001, None), "Your plan: more than 5,000. The limit: 1,000. It is exceeded.");
        assert_eq!(said(1_000, 0, None), "Your plan: any number. The limit: 1,000. It may be exceeded.");
        let unsaid = Held { limitation: Key::new(0), question: Key::new(0), at: 7, plan: None };
        assert_eq!(sentence(&unsaid), "Your plan: not said yet. The limit: 7.");
    }
}
