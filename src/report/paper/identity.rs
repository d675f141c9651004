//! Whose paper it is: for whom, from whom, in which state, of which day.

use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::model::paper::{PaperField, PaperStatus};
use crate::report::title;

use super::fitted::Fitted;

/// Said of what nobody has named yet. No cell is empty.
pub const TO_BE_NAMED: &str = "to be named";

/// The version of a paper that has none yet.
const FIRST_VERSION: &str = "0.1";

/// So long a decision may take if no day was named for it, in days.
const TIME_TO_DECIDE: u32 = 14;

/// Whose paper it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The title of the plan.
    pub project: Fitted<60>,
    /// For whom; left out where nobody is named.
    pub client: Option<Fitted<60>>,
    /// From whom; left out where nobody is named.
    pub author: Option<Fitted<60>>,
    /// The author's company; left out where none is named.
    pub company: Option<Fitted<60>>,
    /// The version.
    pub version: Fitted<12>,
    /// How far it has come.
    pub status: PaperStatus,
    /// Who may read it, as somebody put it; left out where nobody did.
    pub confidentiality: Option<Fitted<40>>,
    /// The product that it is about.
    pub product: Option<Fitted<80>>,
    /// The day on which it was made.
    pub made_on: Day,
    /// The day planned for, in words.
    pub planned_for: String,
    /// The edition of the knowledge.
    pub edition: Fitted<24>,
    /// Who decides; nobody is named if absent.
    pub decision_maker: Option<Fitted<60>>,
    /// By when: what was named, else two weeks after it was made, on a working day.
    pub decide_by: Day,
}

impl Identity {
    /// What is said of a paper, and what is usual where nothing is.
    pub(super) fn of(base: &KnowledgeBase, answers: &Answers, planned_for: &str, made_on: Day) -> Self {
        let said = |field| answers.paper.said(field);
        let decide_by = answers.paper.decide_by();
        Self {
            project: Fitted::cut(&title(answers)),
            client: said(PaperField::Client).map(|client| Fitted::cut(&client)),
            author: said(PaperField::Author).map(|author| Fitted::cut(&author)),
            company: said(PaperField::Company).map(|company| Fitted::cut(&company)),
            version: Fitted::cut(&said(PaperField::Version).unwrap_or(FIRST_VERSION.into())),
            status: answers.paper.status().unwrap_or(PaperStatus::Draft),
            confidentiality: said(PaperField::Confidentiality).map(|mark| Fitted::cut(&mark)),
            product: base.product.as_deref().map(product),
            made_on,
            planned_for: planned_for.to_owned(),
            edition: Fitted::cut(&base.edition),
            decision_maker: said(PaperField::DecisionMaker).map(|who| Fitted::cut(&who)),
            decide_by: decide_by.unwrap_or_else(|| made_on.plus(TIME_TO_DECIDE).or_next_working_day()),
        }
    }

    /// How far it has come and its version: `for decision 0.2`.
    fn state(&self) -> String {
        format!("{} {}", self.status.word().replace('-', " "), self.version)
    }

    /// The line above the answer: `Decision paper · draft 0.1 · 28 November 2026`.
    pub fn strip(&self) -> String {
        format!("{KIND} · {} · {}", self.state(), self.made_on.words())
    }

    /// The line below every page: `Garden tools · Basket rescue · draft 0.1 · Confidential`.
    pub fn foot(&self) -> String {
        let state = self.state();
        let parts = self.client.as_deref().into_iter().chain([&*self.project, state.as_str()]);
        parts.chain(self.confidentiality.as_deref()).collect::<Vec<_>>().join(" · ")
    }

    /// The columns below the answer, each with its head. What nobody named is left out.
    pub fn columns(&self) -> Vec<(&'static str, &str)> {
        let client = self.client.as_deref().map(|client| ("Client", client));
        let author = self.author.as_deref().map(|author| ("Author", author));
        let product = self.product.as_deref().map(|product| ("Product", product));
        client.into_iter().chain([("Project", &*self.project)]).chain(author).chain(product).collect()
    }

    /// Who decides, or that somebody is to be named.
    pub(crate) fn decided_by(&self) -> &str {
        self.decision_maker.as_deref().unwrap_or(TO_BE_NAMED)
    }
}

/// What kind of document it is.
pub const KIND: &str = "Decision paper";

/// The name of the product, without what it was called before.
fn product(product: &str) -> Fitted<80> {
    let now = product.split_once(" (").map_or(product, |(now, _)| now);
    Fitted::first_of([product, now])
}
