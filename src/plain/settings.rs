//! What a plan says about itself, line by line.

use crate::app::Cx;
use crate::app::popup::field::NO_DATE;
use crate::diagnostic::clean::visible;
use crate::diagnostic::suggest::did_you_mean;
use crate::knowledge::AsOfError;
use crate::model::date::PartialDate;
use crate::model::nouns::Nouns;
use crate::model::scoring::Weights;
use crate::model::setting::{Builders, Settings};
use crate::model::work::Builder;

use super::{Plain, words};

/// What can be typed about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SettingCommand {
    /// These can build it; nobody named: anybody.
    Builders(Builders),
    /// Whether a workaround will do.
    Workarounds(bool),
    /// Until when it must run, if there is an end.
    Until(Option<PartialDate>),
}

impl SettingCommand {
    /// Reads what follows the word.
    ///
    /// # Errors
    /// What to type instead, in a sentence.
    pub(super) fn parse(word: &str, rest: &str, nouns: &Nouns) -> Result<Self, String> {
        Ok(match (word, rest) {
            ("builders", _) => Self::Builders(builders(rest, nouns)?),
            ("workarounds", "yes") => Self::Workarounds(true),
            ("workarounds", "no") => Self::Workarounds(false),
            ("workarounds", _) => return Err("Type yes or no after the word.".to_owned()),
            (_, "") => Self::Until(None),
            _ => Self::Until(Some(PartialDate::parse(rest).ok_or(NO_DATE)?)),
        })
    }

    /// The same settings with what was typed.
    pub(super) fn applied(self, settings: Settings) -> Settings {
        match self {
            Self::Builders(builders) => Settings { builders, ..settings },
            Self::Workarounds(will_do) => Settings { refuses_workarounds: !will_do, ..settings },
            Self::Until(runs_until) => Settings { runs_until, ..settings },
        }
    }
}

fn builders(rest: &str, nouns: &Nouns) -> Result<Builders, String> {
    let builder = |word: &str| {
        Builder::parse(word).ok_or_else(|| {
            let help = did_you_mean(word, Builder::ALL.map(|builder| builder.word(nouns)))
                .unwrap_or_default()
                .replace('`', "\"");
            format!("\"{}\" is nobody who can build: {help}", visible(word))
        })
    };
    rest.split([' ', ',']).filter(|word| !word.is_empty() && *word != "anybody").map(builder).collect()
}

impl<'k> Plain<'k> {
    pub(super) fn plan_for(&mut self, work: impl FnOnce(&mut Cx<'k>) -> Result<(), AsOfError>) -> String {
        let mut planned = Ok(());
        self.change(|_, cx| planned = work(cx));
        let plan = &self.app.cx.plan;
        match planned {
            Ok(()) => format!("Planning for {}.\n{}", plan.day_words(), words::leaning(plan)),
            Err(error) => words::paragraph(&plan.day_problem(error)),
        }
    }

    pub(super) fn weights(&mut self, text: &str) -> String {
        let Some(weights) = Weights::parse(text) else {
            return "Type three numbers from 1 to 100, the greatest first: weights 5 3 1\n".to_owned();
        };
        self.change(|_, cx| cx.plan.weigh(weights));
        let plan = &self.app.cx.plan;
        format!("{}\n{}", plan.weights_words(), words::leaning(plan))
    }

    pub(super) fn settle(&mut self, command: SettingCommand) -> String {
        self.change(|_, cx| cx.settle(command.applied(cx.plan.answers().settings)));
        self.told()
    }
}

#[cfg(test)]
mod tests {
    use super::SettingCommand;
    use crate::model::nouns::Nouns;

    #[test]
    fn what_cannot_be_read_is_said() {
        let parse = |word, rest| SettingCommand::parse(word, rest, &Nouns::default());
        let refused = |word, rest| SettingCommand::parse(word, rest, &Nouns::default()).unwrap_err();
        assert_eq!(
            refused("builders", "develper"),
            "\"develper\" is nobody who can build: did you mean \"developer\"?"
        );
        assert_eq!(refused("workarounds", "perhaps"), "Type yes or no after the word.");
        assert_eq!(refused("until", "soon"), "That is not a date. Type it like 2027-12-31, 2027-12 or 2027.");
        assert_eq!(parse("builders", "anybody"), parse("builders", ""));
        assert_eq!(parse("until", ""), Ok(SettingCommand::Until(None)));
    }
}
