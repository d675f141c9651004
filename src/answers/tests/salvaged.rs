//! To which table a line of a damaged file belongs.

use super::super::salvage;
use super::{base, base_with, good};
use crate::model::answers::Answers;

/// A file may have lost a heading, so a line counts by its key, also where another table seems to go on.
#[test]
fn a_line_that_is_no_part_of_a_gap_counts_by_its_key_under_the_heading_of_one() {
    let base = base();
    let answers =
        good("title = \"Spring\"\n[answers]\nreaction-time = \"not-sure\"\n[gaps.send-push]\nowner = \"me\"\n", &base);
    let damaged = "[gaps.send-push]\nowner = \"me\"\nreaction-time = \"not-sure\"\ntitle = \"Spring\"\n";
    assert_eq!(salvage(damaged, &base), (answers, 0));
    assert_eq!(salvage("[answers]\nowner = \"me\"\n", &base), (Answers::default(), 1));
}

#[test]
fn a_question_may_be_called_as_a_part_of_the_document_is() {
    let base = base_with(|text| text.replace("\"lead-owner\"", "\"client\""));
    let answers = good("[answers]\nclient = [\"by-rule\"]\n", &base);
    assert_eq!(salvage("[answers]\nclient = [\"by-rule\"]\n", &base), (answers, 0));
}

/// Nobody knows to which answer such lines belong once the file is cut up.
#[test]
fn an_answer_that_is_a_table_of_its_own_is_lost_and_nothing_comes_in_its_place() {
    let lines = "[answers.reaction-time]\nchosen = [\"at-once\"]\nnote = \"n\"\n";
    let (answers, lost) = salvage(lines, &base());
    assert_eq!((answers.iter().count(), answers.brief, lost), (0, None, 2));
}
