//! Passages as a reader of lines meets them.

use crate::report::alteration::Place;

use crate::export::filled_in::input;

use super::passage::Passage;

/// The passages so far, and the one that is still open.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    done: Vec<Passage>,
    heading: String,
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    line: usize,
    is_heading: bool,
    cells: Vec<String>,
}

impl Gathering {
    /// Begins a passage on a line; what was open ends.
    pub(super) fn begin(&mut self, line: usize) {
        self.end();
        self.open = Some(Open { line, is_heading: false, cells: Vec::new() });
    }

    /// The same for a heading.
    pub(super) fn begin_heading(&mut self, line: usize) {
        self.end();
        self.open = Some(Open { line, is_heading: true, cells: Vec::new() });
    }

    /// Begins a cell of the row that is open.
    pub(super) fn cell(&mut self) {
        if let Some(open) = &mut self.open {
            open.cells.push(String::new());
        }
    }

    /// Adds to what is open; words where nothing is open begin a passage.
    pub(super) fn add(&mut self, line: usize, text: &str) {
        let is_blank = text.trim().is_empty();
        if self.open.is_none() && !is_blank {
            self.begin(line);
        }
        let Some(open) = &mut self.open else { return };
        match open.cells.last_mut() {
            Some(cell) => cell.push_str(text),
            None if is_blank => {}
            None => open.cells.push(text.to_owned()),
        }
    }

    /// Ends what is open. What has no words is no passage.
    pub(super) fn end(&mut self) {
        let Some(Open { line, is_heading, cells }) = self.open.take() else { return };
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let place = Place::Line { number: line, heading: self.heading.clone() };
        let passage = Passage { place, is_heading, cells, inputs: Vec::new() };
        if is_heading {
            self.heading = passage.words();
        }
        self.done.push(passage);
    }

    /// All passages.
    pub(super) fn passages(mut self) -> Vec<Passage> {
        self.end();
        mark_inputs(&mut self.done);
        self.done
    }
}

/// Marks what people fill in, in the rows below heads that say so. The first row behind something else is that of the heads.
fn mark_inputs(passages: &mut [Passage]) {
    let mut inputs: Option<Vec<bool>> = None;
    for passage in passages {
        if !passage.is_row() {
            inputs = None;
            continue;
        }
        match &inputs {
            None => inputs = Some(passage.cells.iter().map(|head| input(head.trim()).is_some()).collect()),
            Some(inputs) => passage.inputs.clone_from(inputs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Gathering;

    #[test]
    fn what_stands_below_the_heads_of_inputs_is_to_be_filled_in() {
        let mut gathering = Gathering::default();
        let lines =
            [&["Gaps"] as &[&str], &["Gap", " Owner "], &["SMS", "Jo"], &["text"], &["SMS", "Jo"], &["Owner", "Jo"]];
        for (number, cells) in (1..).zip(lines) {
            gathering.begin(number);
            for cell in cells {
                gathering.cell();
                gathering.add(number, cell);
            }
        }
        let inputs: Vec<Vec<bool>> = gathering.passages().into_iter().map(|passage| passage.inputs).collect();
        assert_eq!(inputs, [&[] as &[bool], &[], &[false, true], &[], &[], &[false, false]]);
    }
}
