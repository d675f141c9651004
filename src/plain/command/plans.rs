//! What can be typed about plans.

use super::{number, target};

/// What can be typed about plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::plain) enum PlansCommand {
    List,
    Open(usize),
    New,
    /// Copy the plan: as it is, or a plan of each journey where there are several.
    Copy(CopyWhat),
    Compare(usize),
    /// What another program wrote to the plan.
    Changes,
    /// Take over one part of that, from 1.
    Take(usize),
    /// All plans as one page.
    Portfolio,
    PutAside(usize),
    BringBack,
    Save {
        /// Where; a name made from the title if absent.
        path: Option<String>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
}

/// What of a plan is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plain) enum CopyWhat {
    /// The plan as it is; whoever has several journeys in it is told how to part them first.
    Unsaid,
    Whole,
    /// A plan of each journey of that split, from 1.
    Each(usize),
}

impl CopyWhat {
    fn parse(rest: &str) -> Result<Self, String> {
        let (word, number) = rest.split_once(char::is_whitespace).unwrap_or((rest, "1"));
        match word {
            "" => Ok(Self::Unsaid),
            "whole" => Ok(Self::Whole),
            "apart" => super::number(number.trim()).map(Self::Each),
            _ => Err("Type copy, copy whole, or copy apart.".to_owned()),
        }
    }
}

impl PlansCommand {
    pub(super) fn parse(word: &str, rest: &str) -> Result<Self, String> {
        Ok(match word {
            "plan" => Self::Open(number(rest)?),
            "new" => Self::New,
            "copy" => Self::Copy(CopyWhat::parse(rest)?),
            "compare" => Self::Compare(number(rest)?),
            "changes" => Self::Changes,
            "take" => Self::Take(number(rest)?),
            "portfolio" => Self::Portfolio,
            "aside" => Self::PutAside(number(rest)?),
            "bring-back" => Self::BringBack,
            "save" => {
                let (path, replace) = target(rest);
                Self::Save { path: (!path.is_empty()).then(|| path.to_owned()), replace }
            }
            _ => Self::List,
        })
    }
}
