//! What a client's text asks for as a file of answers: accepted proposals as answers, all others as comments.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::answers;
use crate::brief::{self, Brief, Proposal, Tier};
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::Question;

/// The file. What is as sure as `accepted`, or surer, is an answer.
pub fn write(brief: &Brief, accepted: Option<Tier>, base: &KnowledgeBase) -> String {
    let mut out = answers::write(&brief.accepted(accepted, base), base);
    let is_open = |proposal: &&Proposal| accepted.is_none_or(|accepted| proposal.tier > accepted);
    let open: BTreeSet<Key<Question>> =
        brief.proposals.iter().filter(is_open).map(|proposal| proposal.chosen.0).collect();
    if !open.is_empty() {
        out.push_str(
            "\n# Proposed from a text. Remove the `#` before a line to accept it; where the question has an answer above, it\n\
             # takes the place of that line.\n",
        );
    }
    // One line for each of these questions, in their order.
    let own = brief.proposals.iter().filter(|proposal| open.contains(&proposal.chosen.0));
    let written = answers::write(&brief::answers("", own, base), base);
    let lines = written.lines().skip_while(|line| *line != "[answers]").skip(1);
    for (question, line) in open.into_iter().zip(lines) {
        add(question, line, brief, base, &mut out);
    }
    out
}

/// The choices proposed for a question, each with how sure it is, and the line that would answer it with all of them.
fn add(question: Key<Question>, line: &str, brief: &Brief, base: &KnowledgeBase, out: &mut String) {
    let asked = &base.questions[question];
    let _ = writeln!(out, "\n# {}", asked.ask);
    for proposal in brief.proposals.iter().filter(|proposal| proposal.chosen.0 == question) {
        let _ = writeln!(out, "# {}: {}", proposal.tier.word(), asked[proposal.chosen.1].label);
    }
    let _ = writeln!(out, "# {line}");
}
