//! What the document says about itself, and who sees to a gap, line by line.

use crate::app::popup::form::{FormField, refusal_sentences};
use crate::diagnostic::clean::visible;
use crate::diagnostic::suggest::did_you_mean;
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::gap_work::{GapField, GapWork};
use crate::model::paper::PaperField;

use super::{Plain, as_typed, words};

/// What can be typed about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum IdentityCommand {
    /// Say all that the document says about itself.
    Paper,
    /// The document says this about itself; nothing any more where the text is empty.
    Say(PaperField, String),
    /// This is said about the work on the gap of that requirement.
    Gap(usize, GapField, String),
}

impl IdentityCommand {
    /// Reads what follows the word.
    ///
    /// # Errors
    /// What to type instead, in a sentence.
    pub(super) fn parse(word: &str, rest: &str) -> Result<Self, String> {
        let split = |text: &str| -> (String, String) {
            let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
            (first.to_lowercase(), rest.trim().to_owned())
        };
        let (first, rest) = split(rest);
        if word == "paper" {
            if first.is_empty() {
                return Ok(Self::Paper);
            }
            let names = PaperField::ALL.map(PaperField::word);
            let field = PaperField::ALL.into_iter().find(|field| field.word() == first);
            return field.map(|field| Self::Say(field, rest)).ok_or_else(|| unknown(&first, names));
        }
        let number = first.strip_prefix("req-").unwrap_or(&first).parse();
        let number = number
            .map_err(|_| "Type the number first, such as REQ-02, and then owner, size, due or decision.".to_owned())?;
        let (first, rest) = split(&rest);
        let field = GapField::ALL.into_iter().find(|field| field.word() == first);
        let names = GapField::ALL.map(GapField::word);
        field.map(|field| Self::Gap(number, field, rest)).ok_or_else(|| unknown(&first, names))
    }

    /// Whether it changes what was said.
    pub(super) fn changes(&self) -> bool {
        *self != Self::Paper
    }
}

fn unknown<const N: usize>(word: &str, names: [&'static str; N]) -> String {
    let help = did_you_mean(word, names).expect("the names are few").replace('`', "\"");
    format!("\"{}\" is nothing that can be said here: {help}", visible(word))
}

impl Plain<'_> {
    pub(super) fn identify(&mut self, command: IdentityCommand) -> String {
        match command {
            IdentityCommand::Paper => self.paper(),
            IdentityCommand::Say(field, text) => self.say_in_paper(field, &as_typed(&text)),
            IdentityCommand::Gap(number, field, text) => self.see_to(number, field, &as_typed(&text)),
        }
    }

    fn paper(&self) -> String {
        let line = |field: PaperField| {
            let said = FormField::Paper(field).text(&self.app.cx);
            format!("{}: {}\n", field.word(), said.as_deref().unwrap_or("not said"))
        };
        PaperField::ALL.map(line).concat()
    }

    fn say_in_paper(&mut self, field: PaperField, text: &str) -> String {
        let mut paper = self.app.cx.plan.answers().paper.clone();
        if text.is_empty() {
            paper.forget(field);
        } else if let Err(refusal) = paper.say(field, text) {
            return words::paragraph(&refusal_sentences(refusal, field.word(), text));
        }
        self.change(|_, cx| cx.plan.identify(paper));
        self.paper()
    }

    /// Says something about the work on a gap, by the number of its requirement.
    fn see_to(&mut self, number: usize, field: GapField, text: &str) -> String {
        let Some(gap) = self.gap(number) else {
            return words::paragraph("There is none of that number. Type reasons to see them all with their numbers.");
        };
        let mut work = self.app.cx.plan.answers().gap_work(gap).cloned().unwrap_or_default();
        if text.is_empty() {
            work.forget(field);
        } else if let Err(refusal) = work.say(field, text) {
            return words::paragraph(&refusal_sentences(refusal, field.word(), text));
        }
        let said = told(&work);
        self.change(|_, cx| cx.plan.see_to([(gap, work)]));
        words::paragraph(&said)
    }

    fn gap(&self, number: usize) -> Option<Key<Capability>> {
        let verdict = self.app.cx.plan.verdict();
        let wanted = format!("REQ-{number:02}");
        let gap = verdict.gaps.iter().find(|gap| gap.requirement.to_string() == wanted)?;
        Some(verdict.requirement(gap.requirement).capability)
    }
}

/// All that is said about the work on a gap.
fn told(work: &GapWork) -> String {
    let said = |field: GapField| Some(format!("{}: {}", field.word(), work.said(field)?));
    let said: Vec<String> = GapField::ALL.into_iter().filter_map(said).collect();
    if said.is_empty() { "Nothing is said about it now.".to_owned() } else { format!("{}.", said.join(", ")) }
}
