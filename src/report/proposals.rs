//! What a client's text asks for, as a page to look through.

use crate::brief::{Brief, Chosen, Contradiction, Proposal, Tier};
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::page::{Block, Item, Line, Page, Piece, Section, line};
use super::words::count;

/// What a text in another language gets.
pub(crate) const FOREIGN: &str = "Too little was understood: the text does not seem to be in English.";

/// What a text gets from which nothing is proposed.
pub(crate) fn nothing(base: &KnowledgeBase) -> String {
    format!("Nothing in the text was understood as something that {} needs.", base.nouns.planned.a())
}

/// What the text asks for, and what it leaves open.
pub(crate) fn page(brief: &Brief, base: &KnowledgeBase) -> Page {
    let title = if brief.title.is_empty() { "What the text asks for".to_owned() } else { brief.title.clone() };
    let sections = vec![
        Section::new("summary", "", summary(brief, base)),
        proposals("likely", "Likely", brief, base, |proposal| proposal.tier == Tier::Likely && !proposal.implied),
        proposals("perhaps", "Perhaps", brief, base, |proposal| proposal.tier == Tier::Perhaps && !proposal.implied),
        proposals("implied", "Only follow-ups ask for these", brief, base, |proposal| proposal.implied),
        Section::new("contradictions", "What does not go together", vec![contradictions(brief, base)]),
        Section::new("not-understood", "From these sentences nothing is proposed", vec![not_understood(brief)]),
        Section::new("not-answered", "Questions that the text does not answer", vec![not_answered(brief, base)]),
    ];
    Page::of(title, sections)
}

fn summary(brief: &Brief, base: &KnowledgeBase) -> Vec<Block> {
    let own = || brief.proposals.iter().filter(|proposal| !proposal.implied);
    let likely = own().filter(|proposal| proposal.tier == Tier::Likely).count();
    let all = own().count();
    let found = if all == 0 {
        nothing(base)
    } else {
        format!("{}: {likely} likely, {} perhaps.", count(all, "proposal"), all - likely)
    };
    let foreign = brief.is_foreign.then(|| Block::Paragraph(line(FOREIGN)));
    let kept = "Nothing is an answer before somebody accepts it, and the text stays on this computer.";
    [Some(Block::Paragraph(line(found))), foreign, Some(Block::Remark(line(kept)))].into_iter().flatten().collect()
}

fn proposals(
    id: &'static str,
    heading: &str,
    brief: &Brief,
    base: &KnowledgeBase,
    is_shown: impl Fn(&Proposal) -> bool,
) -> Section {
    let shown = brief.proposals.iter().filter(|proposal| is_shown(proposal));
    Section::new(id, heading, vec![Block::List(shown.map(|proposal| item(proposal, base)).collect())])
}

fn item(proposal: &Proposal, base: &KnowledgeBase) -> Item {
    let question = &base.questions[proposal.chosen.0];
    let origin = if proposal.stated { "says the text" } else { "as preset" };
    let importance = Piece::Text(format!(": {}, {origin}", proposal.importance.word()));
    let asked = vec![Piece::Text(format!("{} ", question.ask)), name(proposal.chosen, base)];
    Item { line: vec![label(proposal.chosen, base), importance], more: vec![said(proposal), asked] }
}

/// The sentence with the client's number.
fn said(proposal: &Proposal) -> Line {
    let number = proposal.number.as_ref().filter(|number| !proposal.sentence.contains(number.as_str()));
    let number = number.map(|number| Piece::Own(format!("{number} ")));
    let sentence = [Piece::Text("\"".to_owned()), Piece::Own(proposal.sentence.clone()), Piece::Text("\"".to_owned())];
    number.into_iter().chain(sentence).collect()
}

fn label(chosen: Chosen, base: &KnowledgeBase) -> Piece {
    Piece::Strong(base.questions[chosen.0][chosen.1].label.to_string())
}

fn name(chosen: Chosen, base: &KnowledgeBase) -> Piece {
    let question = &base.questions[chosen.0];
    Piece::Id(format!("{}:{}", question.id, question[chosen.1].id))
}

fn contradictions(brief: &Brief, base: &KnowledgeBase) -> Block {
    let item = |contradiction: &Contradiction| {
        let between = contradiction.between.iter().map(|(chosen, sentence)| {
            let quoted = [Piece::Text(": \"".to_owned()), Piece::Own(sentence.clone()), Piece::Text("\"".to_owned())];
            [label(*chosen, base)].into_iter().chain(quoted).collect()
        });
        Item { line: line(reason(contradiction)), more: between.collect() }
    };
    Block::List(brief.contradictions.iter().map(item).collect())
}

/// Why two things do not go together.
pub(crate) fn reason(contradiction: &Contradiction) -> &str {
    contradiction.reason.as_deref().unwrap_or("The question takes one answer, and the text gives several.")
}

fn not_understood(brief: &Brief) -> Block {
    Block::List(brief.not_understood.iter().map(|sentence| Item::of(vec![Piece::Own(sentence.clone())])).collect())
}

fn not_answered(brief: &Brief, base: &KnowledgeBase) -> Block {
    let item = |key: &Key<Question>| {
        let question = &base.questions[*key];
        let who = question.who.as_ref().map(|who| line(format!("who would know: {who}")));
        Item { line: line(question.ask.as_str()), more: who.into_iter().collect() }
    };
    Block::List(brief.not_answered.iter().map(item).collect())
}
