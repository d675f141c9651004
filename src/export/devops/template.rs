//! What work items are called in a process template, and which fields they have there.

use crate::model::capability::{Level, Way};
use crate::report::parts::gaps::Proposal;

/// A process template of Azure DevOps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Template {
    /// Epics, features and user stories.
    #[default]
    Agile,
    /// Epics, features and product backlog items.
    Scrum,
    /// Epics, features and requirements.
    Cmmi,
    /// Epics and issues.
    Basic,
    /// Requirements alone, in the template of the business process catalog.
    Catalog(Suffix),
}

/// What the template of the business process catalog has behind the names of its own fields. It differs among its editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suffix(String);

impl Suffix {
    /// The most letters that it can have.
    const MOST: usize = 40;

    /// A suffix of letters, digits and blanks; none if the text is empty.
    ///
    /// # Errors
    /// What it has to be made of.
    pub fn parse(text: &str) -> Result<Self, String> {
        let is_plain = text.chars().all(|letter| letter.is_alphanumeric() || letter == ' ');
        if is_plain && text.chars().count() <= Self::MOST {
            Ok(Self(text.trim().to_owned()))
        } else {
            Err(format!("it has at most {} letters, digits and blanks", Self::MOST))
        }
    }

    /// The name of a field.
    fn name(&self, field: &str) -> String {
        if self.0.is_empty() { field.to_owned() } else { format!("{field} {}", self.0) }
    }
}

impl Default for Suffix {
    /// That of the newest edition.
    fn default() -> Self {
        Self("MS BPC".to_owned())
    }
}

/// What a work item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The decision above all.
    Decision,
    /// A topic.
    Topic,
    /// A requirement.
    Requirement,
    /// A piece of work that closes gaps.
    Work,
}

impl Template {
    /// Its name.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Agile => "Agile",
            Self::Scrum => "Scrum",
            Self::Cmmi => "CMMI",
            Self::Basic => "Basic",
            Self::Catalog(_) => "business process catalog",
        }
    }

    /// What stands on each level, the highest first.
    fn kinds(&self) -> &'static [&'static str] {
        match self {
            Self::Agile => &["Epic", "Feature", "User Story"],
            Self::Scrum => &["Epic", "Feature", "Product Backlog Item"],
            Self::Cmmi => &["Epic", "Feature", "Requirement"],
            Self::Basic => &["Epic", "Issue"],
            Self::Catalog(_) => &["Requirement"],
        }
    }

    /// How many levels it has.
    pub(super) fn depth(&self) -> usize {
        self.kinds().len()
    }

    /// On which level something stands, from 0, and what it is called; nothing if the template has no place for it.
    pub(super) fn place(&self, role: Role) -> Option<(usize, &'static str)> {
        let last = self.depth() - 1;
        let level = match (self, role) {
            (Self::Catalog(_), Role::Decision | Role::Topic | Role::Work) | (Self::Basic, Role::Topic) => return None,
            (_, Role::Decision) => 0,
            (_, Role::Topic) => 1,
            (_, Role::Requirement | Role::Work) => last,
        };
        self.kinds().get(level).map(|kind| (level, *kind))
    }

    /// Whether acceptance criteria are a field of their own; else they stand in the description.
    pub(super) fn has_acceptance(&self) -> bool {
        matches!(self, Self::Agile | Self::Scrum | Self::Catalog(_))
    }

    /// The names of the fields for fit and solution, where there are such.
    pub(super) fn fit_heads(&self) -> Option<[String; 2]> {
        match self {
            Self::Catalog(suffix) => Some(["Fit gap status", "Gap solution approach"].map(|field| suffix.name(field))),
            _ => None,
        }
    }
}

/// A level and a proposal in the words of the pick lists of the business process catalog.
pub(super) fn picked(level: Level, way: Option<Proposal>) -> [&'static str; 2] {
    let status = match level {
        Level::Native => "Fit",
        Level::Partial | Level::Workaround | Level::None => "Gap",
        Level::Unknown => "Unspecified",
    };
    let approach = match way {
        Some(Proposal::Way(Way::Extend | Way::Integrate)) => "30 - Power Platform",
        Some(Proposal::Way(Way::Configure | Way::Process | Way::Accept) | Proposal::FindOut) | None => {
            "10 - Unspecified"
        }
    };
    [status, approach]
}
