//! What was understood of a list of journeys, row by row.

use crate::brief::list::{Backlog, Journey, Refused, Role, letters};
use crate::brief::{Brief, Proposal, Tier};
use crate::knowledge::KnowledgeBase;

use super::page::{Block, Item, Line, Page, Piece, Section, line, list};
use super::proposals::FOREIGN;
use super::words::{capitalized, count};

/// A list with what came of it.
#[derive(Debug)]
pub struct Import<'b> {
    /// What the list holds.
    pub backlog: &'b Backlog,
    /// Each of its journeys, in order.
    pub journeys: Vec<Imported<'b>>,
    /// The folder of the plans, as it is shown.
    pub folder: String,
    /// What became an answer without a look at it.
    pub accepted: Option<Tier>,
}

/// A journey with what came of it.
#[derive(Debug)]
pub struct Imported<'b> {
    /// The journey.
    pub journey: &'b Journey,
    /// What it asks for.
    pub brief: Brief,
    /// Whether it is a plan now.
    pub outcome: Outcome,
}

/// Whether a journey became a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It did: the file, as it is shown.
    Written(String),
    /// It could not, and why.
    Refused(String),
    /// Nothing was understood of any journey, so none was written.
    NothingUnderstood,
}

impl Imported<'_> {
    /// How many proposals are as sure as that, without those that only a follow-up asks for.
    pub fn count(&self, tier: Tier) -> usize {
        let is_counted = |proposal: &&Proposal| proposal.tier == tier && !proposal.implied;
        self.brief.proposals.iter().filter(is_counted).count()
    }

    /// The file of its plan, if it has one.
    pub fn file(&self) -> Option<&str> {
        match &self.outcome {
            Outcome::Written(file) => Some(file),
            Outcome::Refused(_) | Outcome::NothingUnderstood => None,
        }
    }
}

impl Import<'_> {
    /// How many plans were written.
    pub fn plans(&self) -> usize {
        self.journeys.iter().filter(|one| one.file().is_some()).count()
    }

    /// What could not be used: rows of the list, and journeys that could not be written.
    pub fn refused(&self) -> Vec<String> {
        let rows = self.backlog.refused.iter().map(refusal);
        let journeys = self.journeys.iter().filter_map(|one| match &one.outcome {
            Outcome::Refused(why) => Some(format!("{}: {why}", rows_of(one.journey))),
            Outcome::Written(_) | Outcome::NothingUnderstood => None,
        });
        rows.chain(journeys).collect()
    }
}

/// A row that cannot be used, and why: `row 5, column C: it has ...`.
fn refusal(refused: &Refused) -> String {
    let column = refused.column.map(|column| format!(", column {}", letters(column))).unwrap_or_default();
    format!("row {}{column}: {}", refused.row, refused.why)
}

/// The rows of a journey: `row 2`, `rows 2 to 4 and 7`.
fn rows_of(journey: &Journey) -> String {
    let word = if journey.rows.len() == 1 { "row" } else { "rows" };
    format!("{word} {}", ranges(&journey.rows))
}

/// Numbers in their order, with those that follow one another as a range: `2-4, 7`.
fn ranges(numbers: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => ranges.push((*number, *number)),
        }
    }
    let words =
        ranges.iter().map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") });
    words.collect::<Vec<_>>().join(", ")
}

/// What was understood, row by row.
pub fn page(import: &Import<'_>, base: &KnowledgeBase) -> Page {
    let journeys = import.journeys.iter().map(|one| journey(one, base)).collect();
    let sections = vec![
        Section::new("summary", "", summary(import)),
        Section::new("rows", format!("Every {}", base.nouns.planned.one), vec![Block::List(journeys)]),
        Section::new("refused", "Refused", vec![list(import.refused().into_iter().map(own))]),
        Section::new("left-out", "Left out", vec![list(import.backlog.left_out.iter().map(|row| own(refusal(row))))]),
    ];
    Page::of("What was understood of the list".to_owned(), sections)
}

/// A sentence with words of the list in it.
fn own(text: impl AsRef<str>) -> Line {
    vec![Piece::Own(capitalized(text.as_ref()))]
}

fn summary(import: &Import<'_>) -> Vec<Block> {
    let rows: usize = import.journeys.iter().map(|one| one.journey.rows.len()).sum();
    let (refused, left_out) = (import.refused().len(), import.backlog.left_out.len());
    let sum = |tier| import.journeys.iter().map(|one| one.count(tier)).sum::<usize>();
    let written = vec![
        Piece::Text(format!("{} became {} in ", count(rows, "row"), count(import.plans(), "plan"))),
        Piece::Own(import.folder.clone()),
        Piece::Text(format!("; {refused} refused, {left_out} left out.")),
    ];
    let likely = sum(Tier::Likely);
    let proposals = count(likely + sum(Tier::Perhaps), "proposal");
    let kept = match import.accepted {
        Some(_) => {
            "Likely proposals are answers, each with its sentence as a note; all others wait as comments in the plans."
        }
        None => "Nothing is an answer before somebody accepts it: the proposals wait as comments in the plans.",
    };
    let remarks = import.backlog.remarks.iter().map(|remark| Block::Remark(vec![Piece::Own(remark.clone())]));
    let silent: Vec<usize> = import
        .journeys
        .iter()
        .filter(|one| !one.brief.says_something())
        .flat_map(|one| one.journey.rows.clone())
        .collect();
    let nothing = match silent.as_slice() {
        [] => String::new(),
        [row] => format!(" Nothing was understood of row {row}."),
        rows => format!(" Nothing was understood of rows {}.", ranges(rows)),
    };
    let said = [
        Block::Paragraph(written),
        Block::Paragraph(line(format!("{proposals}: {likely} likely, {} perhaps.{nothing}", sum(Tier::Perhaps)))),
        Block::Paragraph(uses(import)),
        Block::Remark(line(format!("{kept} The list stays on this computer."))),
    ];
    said.into_iter().chain(remarks).collect()
}

/// What the columns were taken for: `Read as title: Name. Not read: Owner.`
fn uses(import: &Import<'_>) -> Line {
    let uses = &import.backlog.uses;
    let heads = |role: Role| uses.read.iter().filter(move |(own, _)| *own == role).map(|(_, head)| head.as_str());
    let mut said: Vec<String> = Role::ALL
        .into_iter()
        .filter(|role| heads(*role).next().is_some())
        .map(|role| format!("Read as {}: {}.", role.word(), heads(role).collect::<Vec<_>>().join(", ")))
        .collect();
    if !uses.unread.is_empty() {
        said.push(format!("Not read: {}.", uses.unread.join(", ")));
    }
    vec![Piece::Own(said.join(" "))]
}

/// A journey with what it asks for, its plan, and its sentences from which nothing is proposed.
fn journey(one: &Imported<'_>, base: &KnowledgeBase) -> Item {
    let counts = format!(": {} likely, {} perhaps", one.count(Tier::Likely), one.count(Tier::Perhaps));
    let row = Piece::Text(format!("{}, ", capitalized(&rows_of(one.journey))));
    let head = vec![row, Piece::Own(one.journey.title.clone()), Piece::Text(counts)];
    let plan = match &one.outcome {
        Outcome::Written(file) => Some(vec![Piece::Text("Plan: ".to_owned()), Piece::Own(file.clone())]),
        Outcome::Refused(why) => Some(vec![Piece::Text("No plan: ".to_owned()), Piece::Own(why.clone())]),
        Outcome::NothingUnderstood => None,
    };
    let proposed = [Tier::Likely, Tier::Perhaps].into_iter().filter_map(|tier| proposed(one, tier, base));
    let foreign = one.brief.is_foreign.then(|| line(FOREIGN));
    let missed = one.brief.not_understood.iter().map(|sentence| {
        vec![Piece::Text("Not understood: \"".to_owned()), Piece::Own(sentence.clone()), Piece::Text("\"".to_owned())]
    });
    Item { line: head, more: plan.into_iter().chain(proposed).chain(foreign).chain(missed).collect() }
}

/// The choices that are as sure as that, each with how much it matters.
fn proposed(one: &Imported<'_>, tier: Tier, base: &KnowledgeBase) -> Option<Line> {
    let own = one.brief.proposals.iter().filter(|proposal| proposal.tier == tier && !proposal.implied);
    let choices = own.map(|proposal| {
        let (question, choice) = proposal.chosen;
        format!("{} ({})", base.questions[question][choice].label, proposal.importance.word())
    });
    let choices: Vec<String> = choices.collect();
    (!choices.is_empty()).then(|| line(format!("{}: {}", capitalized(tier.word()), choices.join("; "))))
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn rows_that_follow_one_another_are_a_range() {
        assert_eq!(ranges(&[2, 3, 4, 7, 9, 10]), "2-4, 7, 9-10");
        assert_eq!(ranges(&[5]), "5");
    }
}
