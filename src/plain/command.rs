//! What can be typed, and what it means.

mod plans;

use crate::app::action::Action;
use crate::app::screen::interview::row::QuestionRow;
use crate::diagnostic::clean::{beginning, visible};
use crate::diagnostic::suggest::nearest;
use crate::export::Format;
use crate::knowledge::KnowledgeBase;
use crate::model::nouns::Nouns;
use crate::model::question::Importance;
use crate::model::work::Builder;

use super::identity::IdentityCommand;
use super::settings::SettingCommand;
use super::words;

pub(super) use plans::{CopyWhat, PlansCommand};

/// One line of a person. What each does is in [`COMMANDS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PlainCommand {
    Nothing,
    /// Choose these numbers, or take them back.
    Choose(Vec<usize>),
    /// Set the importance of a choice, or of the answer.
    Weigh(Importance, Option<usize>),
    Answer(QuestionRow),
    Clear,
    Note(String),
    Amount(String),
    Next,
    /// Go on without an answer.
    Skip,
    Back,
    Open,
    Useful,
    Go(usize),
    Repeat,
    List,
    /// Why it is asked, or the facts behind a choice.
    Why(Option<usize>),
    Advice,
    Reasons,
    WhatIf,
    Pieces,
    Time,
    /// The next stop of the guided tour.
    Tour,
    Search(String),
    Show(usize),
    Filter(Action),
    Require(usize),
    Day(String),
    Today(String),
    Name(String),
    Weights(String),
    Settings(SettingCommand),
    Identity(IdentityCommand),
    Plans(PlansCommand),
    /// Read a client's text from that file; go on with the one of the plan where none is named.
    Text(String),
    Undo,
    Redo,
    Export {
        format: Format,
        /// Where; a name made from the title if absent.
        path: Option<String>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
    Help,
    Quit,
}

/// Every command with what to type and what it does, in the order of the help.
const COMMANDS: &[(&str, &str, &str)] = &[
    ("1", "1 3", "choose by number, or take a choice back"),
    ("must", "must 2", "choice 2 is a must; should 2 and could 2 likewise"),
    ("should", "should 2", ""),
    ("could", "could 2", ""),
    ("none", "none", "none of these"),
    ("unsure", "unsure", "you do not know yet"),
    ("irrelevant", "irrelevant", "the question is not relevant for your plan; it does not count"),
    ("clear", "clear", "forget the answer"),
    ("note", "note TEXT", "write a note to the answer"),
    ("amount", "amount TEXT", "write a figure of your own beside the answer, such as 40,000 a month"),
    ("next", "next", "go to the next question"),
    ("skip", "skip", "go on without an answer"),
    ("back", "back", "go to the question before"),
    ("open", "open", "go to the next question without an answer"),
    ("useful", "useful", "go to the open question that tells the most"),
    ("go", "go 4", "go to question 4"),
    ("again", "again", "say the question again"),
    ("list", "list", "all questions with your answers"),
    ("why", "why, why 2", "why it is asked; the facts behind choice 2"),
    ("advice", "advice", "the advice so far, in eight lines at most"),
    ("reasons", "reasons", "the advice in full, with its method"),
    ("what-if", "what-if", "what would change the advice"),
    (PIECES, "{pieces}", "the pieces of your {planned}, in their order, with how well each is done"),
    ("search", "search WORDS", "search limits, features, questions and events"),
    ("show", "show 1", "the first entry found, in full"),
    ("filter", "filter kind", "only some entries: {alternative}, kind, topic, severity, day; off for all"),
    ("require", "require 1", "make the first entry found a must of the plan"),
    ("day", "day {preset}", "plan for another day: {presets}, 2024-06"),
    ("time", "time", "what changed for your plan and when, to plan for a day before or after"),
    ("tour", "tour", "a tour of the sample, one step each time; for journey-advisor --plain demo"),
    ("today", "today 2026-11-28", "say which day it is, where the clock is wrong"),
    ("name", "name TEXT", "name the plan"),
    ("weights", "weights 5 3 1", "how much a must, a should and a could count: here 5, 3 and 1"),
    ("builders", "builders {builder} administrator", "who can build it: {builder}, administrator, developer, partner"),
    ("workarounds", "workarounds no", "whether a workaround will do: yes or no"),
    ("until", "until 2027-12", "until when it must run; until alone: no end in sight"),
    ("paper", "paper client TEXT", "for whom the document is, and the like; paper alone lists it"),
    ("gap", "gap REQ-02 owner TEXT", "who sees to a gap; likewise size, due and decision"),
    ("text", "text FILE", "start from a client's text: each proposal is accepted or rejected; text alone goes on"),
    ("plans", "plans", "all your plans, with their numbers"),
    ("plan", "plan 2", "go on with plan 2 where it was left"),
    ("new", "new", "begin another plan; this one stays as it is"),
    ("copy", "copy", "copy this plan as a scenario, to change and compare"),
    ("copy", "copy apart", "make a plan of each {planned}, where the plan holds several"),
    ("compare", "compare 2", "compare this plan with plan 2"),
    ("portfolio", "portfolio", "all plans as one: what to build once, and in which order"),
    ("aside", "aside 2", "take plan 2 out of the list; bring-back lists it again"),
    ("bring-back", "bring-back", ""),
    ("changes", "changes", "what another program wrote to the plan; take 1 takes the first part over"),
    ("take", "take 1", ""),
    ("save", "save FILE", "write your answers to a file of your choice"),
    ("undo", "undo", "take the last change back"),
    ("redo", "redo", "redo what undo took back"),
    ("export", "export markdown FILE", "write the advice to a file; \"replace\" at the end overwrites"),
    ("quit", "quit", "end; your answers are kept"),
];

/// The command for the pieces of what is planned, by the name that it has in every field.
const PIECES: &str = "pieces";

/// The same by the name of the field, unless another command has that name.
fn pieces(nouns: &Nouns) -> &str {
    let own = nouns.planned.one.as_str();
    let is_free = !own.contains(char::is_whitespace) && COMMANDS.iter().all(|(name, ..)| *name != own);
    if is_free { own } else { PIECES }
}

/// Commands that a letter stands for, most of them the key that does the same on the screens.
const LETTERS: [(&str, &str); 14] = [
    ("must", "m"),
    ("should", "s"),
    ("could", "c"),
    ("unsure", "d"),
    ("irrelevant", "x"),
    ("next", "n"),
    ("back", "b"),
    ("open", "o"),
    ("useful", "f"),
    ("why", "w"),
    ("advice", "v"),
    ("undo", "u"),
    ("redo", "r"),
    ("quit", "q"),
];

impl PlainCommand {
    /// Reads a line.
    ///
    /// # Errors
    /// What to type instead, in a sentence.
    pub(super) fn parse(line: &str, nouns: &Nouns) -> Result<Self, String> {
        let line = line.trim();
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let (word, rest) = (word.to_lowercase(), rest.trim());
        if word.is_empty() {
            return Ok(Self::Nothing);
        }
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            return numbers(line).map(Self::Choose);
        }
        if word == pieces(nouns) {
            return Ok(Self::Pieces);
        }
        let named = LETTERS.iter().find(|(_, letter)| *letter == word).map(|(name, _)| *name);
        Self::worded(named.unwrap_or(&word), rest, nouns)
    }

    /// Whether it changes what was said.
    pub(super) fn changes(&self) -> bool {
        matches!(
            self,
            Self::Choose(_)
                | Self::Weigh(..)
                | Self::Answer(_)
                | Self::Clear
                | Self::Note(_)
                | Self::Amount(_)
                | Self::Name(_)
                | Self::Text(_)
        ) || matches!(self, Self::Identity(command) if command.changes())
    }

    fn worded(word: &str, rest: &str, nouns: &Nouns) -> Result<Self, String> {
        Ok(match word {
            "must" => Self::Weigh(Importance::Must, optional(rest)?),
            "should" => Self::Weigh(Importance::Should, optional(rest)?),
            "could" => Self::Weigh(Importance::Could, optional(rest)?),
            "none" => Self::Answer(QuestionRow::NoneOfThese),
            "unsure" => Self::Answer(QuestionRow::NotSure),
            "irrelevant" => Self::Answer(QuestionRow::DoesNotApply),
            "clear" => Self::Clear,
            "note" => Self::Note(rest.to_owned()),
            "amount" => Self::Amount(rest.to_owned()),
            "next" => Self::Next,
            "skip" => Self::Skip,
            "back" => Self::Back,
            "open" => Self::Open,
            "useful" => Self::Useful,
            "go" => Self::Go(number(rest)?),
            "again" => Self::Repeat,
            "list" => Self::List,
            "why" => Self::Why(optional(rest)?),
            "advice" => Self::Advice,
            "reasons" => Self::Reasons,
            "what-if" => Self::WhatIf,
            PIECES => Self::Pieces,
            "time" => Self::Time,
            "tour" => Self::Tour,
            "search" if rest.is_empty() => return Err("Type what to look for: search text message".to_owned()),
            "search" => Self::Search(rest.to_owned()),
            "show" => Self::Show(number(rest)?),
            "filter" => Self::Filter(filter(rest, nouns)?),
            "require" => Self::Require(number(rest)?),
            "day" if rest.is_empty() => return Err("Type the day: day today, or day 2024-06".to_owned()),
            "day" => Self::Day(rest.to_owned()),
            "today" if rest.is_empty() => return Err("Type the date: today 2026-11-28".to_owned()),
            "today" => Self::Today(rest.to_owned()),
            "name" => Self::Name(rest.to_owned()),
            "weights" => Self::Weights(rest.to_owned()),
            "paper" | "gap" => Self::Identity(IdentityCommand::parse(word, rest)?),
            "builders" | "workarounds" | "until" => Self::Settings(SettingCommand::parse(word, rest, nouns)?),
            "plans" | "plan" | "new" | "copy" | "compare" | "portfolio" | "aside" | "bring-back" | "save"
            | "changes" | "take" => Self::Plans(PlansCommand::parse(word, rest)?),
            "text" => Self::Text(rest.to_owned()),
            "undo" => Self::Undo,
            "redo" => Self::Redo,
            "export" => export(rest)?,
            "help" | "?" => Self::Help,
            "quit" | "exit" => Self::Quit,
            _ => return Err(unknown(word, nouns)),
        })
    }
}

/// How much of a word that is no command is said back, in letters.
const SAID: usize = 40;

fn unknown(word: &str, nouns: &Nouns) -> String {
    let names = COMMANDS
        .iter()
        .map(|(name, ..)| if *name == PIECES { pieces(nouns) } else { name })
        .filter(|name| !name.starts_with(|letter: char| letter.is_ascii_digit()));
    let near = nearest(word, names).map_or_else(String::new, |near| format!(" Did you mean \"{near}\"?"));
    let word = beginning(word, SAID);
    format!("There is no command \"{}\".{near} Type ? for all commands.", visible(&word))
}

fn numbers(line: &str) -> Result<Vec<usize>, String> {
    line.split([' ', ',', '\t']).filter(|word| !word.is_empty()).map(number).collect()
}

fn optional(word: &str) -> Result<Option<usize>, String> {
    if word.is_empty() { Ok(None) } else { number(word).map(Some) }
}

fn number(word: &str) -> Result<usize, String> {
    if word.is_empty() {
        return Err("Type a number after the command.".to_owned());
    }
    word.parse().map_err(|_| format!("\"{}\" is not a number.", visible(word)))
}

fn filter(word: &str, nouns: &Nouns) -> Result<Action, String> {
    let alternative = nouns.alternative.one.as_str();
    Ok(match word {
        "alternative" => Action::FilterArea,
        own if own == alternative => Action::FilterArea,
        "kind" => Action::FilterKind,
        "topic" => Action::NextTopic,
        "severity" => Action::FilterSeverity,
        "day" => Action::FilterDay,
        "off" => Action::NoFilter,
        _ => return Err(format!("Type what to go by: filter {alternative}, kind, topic, severity, day, or off")),
    })
}

fn export(rest: &str) -> Result<PlainCommand, String> {
    let (word, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let words: Vec<&str> = Format::ALL.iter().map(|format| format.word()).collect();
    let Some(format) = Format::ALL.into_iter().find(|format| format.word() == word) else {
        return Err(format!("Type the form and, if you like, the file: export {}", words.join(", export ")));
    };
    let (path, replace) = target(rest);
    Ok(PlainCommand::Export { format, path: (!path.is_empty()).then(|| path.to_owned()), replace })
}

/// A file name, and whether a file that is there may be replaced.
fn target(rest: &str) -> (&str, bool) {
    match rest.trim().strip_suffix(" replace") {
        Some(path) => (path.trim(), true),
        None => (rest.trim(), false),
    }
}

/// The commands.
pub(super) fn help(base: &KnowledgeBase) -> String {
    let nouns = &base.nouns;
    let presets: Vec<&str> = base.as_of_names().collect();
    let preset = presets.last().copied().unwrap_or("today");
    let rows = COMMANDS.iter().filter(|(.., what)| !what.is_empty());
    let fill = |text: &'static str| {
        let own = text.replace("{presets}", &presets.join(", ")).replace("{preset}", preset);
        let own = own.replace("{pieces}", pieces(nouns)).replace("{builder}", Builder::User.word(nouns));
        own.replace("{planned}", &nouns.planned.one).replace("{alternative}", &nouns.alternative.one)
    };
    let text = rows.fold(String::new(), |text, (_, example, what)| text + &fill(example) + ": " + &fill(what) + "\n");
    let letters = LETTERS.map(|(name, letter)| format!("{letter} for {name}"));
    text + &words::paragraph(&format!("A letter is enough for some: {}.", letters.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{COMMANDS, LETTERS, PIECES, PlainCommand, pieces};
    use crate::model::nouns::{Noun, Nouns};

    fn parse(line: &str) -> Result<PlainCommand, String> {
        PlainCommand::parse(line, &Nouns::default())
    }

    #[test]
    fn a_letter_does_what_its_command_does() {
        for (name, letter) in LETTERS {
            assert_eq!(parse(letter), parse(name), "{letter}");
        }
        assert_eq!(parse("m 2"), parse("must 2"));
    }

    #[test]
    fn every_command_of_the_help_can_be_typed() {
        for (name, example, _) in COMMANDS {
            let typed = match *name {
                "export" => "export markdown plan.md".to_owned(),
                PIECES => PIECES.to_owned(),
                "day" => "day today".to_owned(),
                "builders" => "builders user administrator".to_owned(),
                _ => example.split(',').next().unwrap_or_default().to_owned(),
            };
            assert!(parse(&typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert_eq!(
            parse("serach sms"),
            Err("There is no command \"serach\". Did you mean \"search\"? Type ? for all commands.".to_owned())
        );
        assert_eq!(parse("j"), Err("There is no command \"j\". Type ? for all commands.".to_owned()));
        assert_eq!(parse("go"), Err("Type a number after the command.".to_owned()));
        assert_eq!(parse("must two"), Err("\"two\" is not a number.".to_owned()));
        assert_eq!(parse("1 x"), Err("\"x\" is not a number.".to_owned()));
        assert_eq!(parse("   "), Ok(PlainCommand::Nothing));
        assert_eq!(parse("2, 3"), Ok(PlainCommand::Choose(vec![2, 3])));
    }

    #[test]
    fn the_pieces_are_called_as_the_field_calls_what_it_plans() {
        let planning =
            |one: &'static str| Nouns { planned: Noun { one: one.into(), many: "several".into() }, ..Nouns::default() };
        assert_eq!([pieces(&planning("journey")), pieces(&planning("plan"))], ["journey", "pieces"]);
        assert_eq!(PlainCommand::parse("journey", &planning("journey")), Ok(PlainCommand::Pieces));
        assert_eq!(parse("pieces"), Ok(PlainCommand::Pieces));
        assert!(parse("journey").is_err());
    }
}
