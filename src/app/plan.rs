//! The plan that is being made: the answers, what follows from them, and what can be taken back.

mod asked;
mod days;
mod identity;

use std::cell::OnceCell;

use crate::advise::analysis::{self, Analysis, Decided};
use crate::advise::components::Forest;
use crate::answers;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::Entry;
use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::answers::{Answers, Response};
use crate::model::arena::Key;
use crate::model::date::{Day, DayOrigin, Today};
use crate::model::question::Question;
use crate::model::scoring::Weights;
use crate::model::setting::Settings;
use crate::model::verdict::{AsOf, Verdict};
use crate::report::comparison::Comparison;
use crate::report::entry::{self, Audience, EntryFacts};
use crate::report::page::Page;
use crate::report::parts::contradictions::Clash;
use crate::report::parts::journeys_apart::Apart;
use crate::report::parts::{contradictions, journeys_apart};
use crate::report::{self, Report, words};

use super::history::{About, History, PlanChange, Steps};

/// The name of the day to plan for if nothing else is said.
const TODAY: &str = "today";

/// Answers with everything that is derived from them.
#[derive(Debug, Clone)]
pub struct Plan<'k> {
    /// The knowledge base.
    pub base: &'k KnowledgeBase,
    /// The day on which the program runs.
    pub(crate) today: Day,
    /// Where that day comes from.
    pub(crate) origin: DayOrigin,
    /// The facts of the day planned for.
    pub facts: Facts<'k>,
    /// Which questions are asked.
    pub(crate) visible: Visible,
    /// A day that is looked at while the plan stays planned for another.
    looked_at: Option<AsOf>,
    answers: Answers,
    forest: OnceCell<Forest<'k>>,
    advice: OnceCell<(Verdict, Analysis)>,
    so_far: OnceCell<Report>,
    revision: u64,
    history: History,
    access: Access,
}

/// What all that is derived from a plan depends on: how often it was changed, the day on which the program runs, and the
/// day that is planned for or looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlanState {
    revision: u64,
    today: Today,
    as_of: AsOf,
}

/// Whether the answers may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// They may.
    Free,
    /// They may not: another window has them.
    ReadOnly,
}

impl<'k> Plan<'k> {
    /// A plan with these answers. A day that cannot be used is replaced by today.
    pub fn new(base: &'k KnowledgeBase, answers: Answers, today: Day, access: Access) -> Self {
        Self {
            base,
            today,
            origin: DayOrigin::Clock,
            facts: base.at(as_of(base, &answers, today)).for_plan(&answers),
            visible: Visible::of(base, &answers),
            looked_at: None,
            answers,
            forest: OnceCell::new(),
            advice: OnceCell::new(),
            so_far: OnceCell::new(),
            revision: 0,
            history: History::default(),
            access,
        }
    }

    /// The same with what can be taken back and made again.
    #[must_use]
    pub(super) fn with_steps(mut self, steps: Steps) -> Self {
        self.history = steps.history();
        self
    }

    /// The last steps that can be taken back and made again.
    pub(super) fn steps(&self) -> Steps {
        Steps::of(&self.history, &self.answers)
    }

    /// The advice in words.
    pub(crate) fn report(&self) -> Report {
        Report::of(self.forest(), self.answers(), self.verdict(), self.analysis(), self.dated())
    }

    /// The same, made when it is first looked at and kept until something changes.
    pub(crate) fn report_so_far(&self) -> &Report {
        self.so_far.get_or_init(|| self.report())
    }

    pub(crate) fn dated(&self) -> Today {
        Today { day: self.today, origin: self.origin }
    }

    /// The advice so far.
    pub fn verdict(&self) -> &Verdict {
        &self.advice().0
    }

    /// How firm it is, and what would change it.
    pub fn analysis(&self) -> &Analysis {
        &self.advice().1
    }

    /// Computed when it is first asked for: the first screen does without.
    fn advice(&self) -> &(Verdict, Analysis) {
        self.advice.get_or_init(|| analysis::advise_in(self.forest(), &self.answers))
    }

    /// The questions, cut up; kept as long as the day is the same.
    pub(crate) fn forest(&self) -> &Forest<'k> {
        self.forest.get_or_init(|| Forest::of(&self.facts))
    }

    /// Why a question is asked, and how much its answer can matter.
    pub(crate) fn why_asked(&self, question: Key<Question>) -> Vec<String> {
        report::parts::why_asked::sentences(self.forest(), &self.answers, question)
    }

    /// Everything about an entry of the knowledge, and whether it touches the plan.
    pub fn entry_page(&self, entry: Entry) -> Page {
        let on_day = words::on_day(self.base, self.facts.as_of, self.today);
        let touched = entry::touched(entry, &self.facts, self.verdict());
        entry::page(&EntryFacts::of(entry, &self.facts, true, &on_day), Audience::Planner, touched)
    }

    /// The answers.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Counts the changes.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Tells two states of the plan apart.
    pub(crate) fn state(&self) -> PlanState {
        PlanState { revision: self.revision, today: self.dated(), as_of: self.facts.as_of }
    }

    /// This plan and another one side by side, each for its own day.
    pub(crate) fn compare(&self, other: &Answers) -> Comparison {
        let facts = self.base.at(as_of(self.base, other, self.today)).for_plan(other);
        let (verdict, _) = analysis::advise(&facts, other);
        Comparison::of(self.base, (self.answers(), self.verdict()), (other, &verdict))
    }

    /// What was said to a question; an open question without a note if nothing was.
    pub fn response(&self, question: Key<Question>) -> Response {
        self.answers.response(question).cloned().unwrap_or_default()
    }

    pub(crate) fn access(&self) -> Access {
        self.access
    }

    /// Changes what was said to a question, if that is allowed.
    pub fn respond(&mut self, question: Key<Question>, response: Response) {
        if self.access == Access::Free && self.response(question) != response {
            self.change(PlanChange::Response(question, response));
        }
    }

    /// Puts a figure of the user's own beside an answer, or takes it away where the text is empty; only if that is allowed.
    ///
    /// # Errors
    /// What is wrong with the text, in a sentence.
    pub(crate) fn set_amount(&mut self, question: Key<Question>, text: &str) -> Result<(), String> {
        let amount = if text.trim().is_empty() { Ok(String::new()) } else { answers::amount(text) };
        let amount = amount.map_err(|problem| format!("The amount {problem}."))?;
        self.respond(question, Response { amount, ..self.response(question) });
        Ok(())
    }

    /// Makes several changes that can be taken back at once, if that is allowed.
    pub(super) fn change_together(&mut self, changes: Vec<PlanChange>, about: About) {
        if self.access == Access::Free && !changes.is_empty() {
            self.change(PlanChange::Together(changes, about));
        }
    }

    /// Names the plan, if that is allowed.
    pub fn rename(&mut self, title: &str) {
        if self.access == Access::Free && self.answers.title != title {
            self.change(PlanChange::Title(title.to_owned()));
        }
    }

    /// Gives importances weights of the plan's own; those of the knowledge base are none.
    pub(crate) fn weigh(&mut self, weights: Weights) {
        let weights = (weights != self.base.scoring.weights()).then_some(weights);
        if self.answers.weights != weights {
            self.change(PlanChange::Weights(weights));
        }
    }

    /// Says something else about the plan itself. That changes no answer, so it is always allowed.
    pub(crate) fn settle(&mut self, settings: Settings) {
        if self.answers.settings != settings {
            self.change(PlanChange::Settings(settings));
        }
    }

    /// What the plan says about itself, in a sentence.
    pub(crate) fn settings_words(&self) -> String {
        let said = report::settings::words(self.base, &self.answers.settings);
        said.map_or_else(|| "The plan says nothing about itself.".to_owned(), |said| format!("Settings: {said}."))
    }

    pub(crate) fn weights_words(&self) -> String {
        let [must, should, could] = self.facts.scoring.weights().all();
        format!("A must counts {must}, a should {should}, a could {could}.")
    }

    /// Makes a change that is allowed.
    pub(super) fn change(&mut self, change: PlanChange) {
        self.history.make(change, &mut self.answers);
        self.derive();
    }

    /// Takes the last change back and returns what it was about; `None` if there was no change.
    pub(crate) fn undo(&mut self) -> Option<About> {
        let about = self.history.undo(&mut self.answers)?;
        self.derive();
        Some(about)
    }

    /// Makes a change again that was taken back.
    pub(crate) fn redo(&mut self) -> Option<About> {
        let about = self.history.redo(&mut self.answers)?;
        self.derive();
        Some(about)
    }

    fn derive(&mut self) {
        self.weigh_facts();
        self.revision += 1;
    }

    /// Brings in line what depends on answers and day.
    fn weigh_facts(&mut self) {
        let as_of = self.looked_at.unwrap_or_else(|| as_of(self.base, &self.answers, self.today));
        if !self.facts.are_for(as_of, &self.answers) {
            self.facts = self.base.at(as_of).for_plan(&self.answers);
            self.forest = OnceCell::new();
        }
        self.visible = Visible::of(self.base, &self.answers);
        self.advice = OnceCell::new();
        self.so_far = OnceCell::new();
    }

    /// Whether nothing left open can change the advice.
    pub(crate) fn is_decided(&self) -> bool {
        self.verdict().recommendation.is_advice() && self.analysis().decided != Decided::No
    }

    /// The contradictions that the answer to a question has part in.
    pub(crate) fn clashes(&self, question: Key<Question>) -> Vec<Clash> {
        let all = contradictions::all(&self.facts, self.analysis());
        all.into_iter().filter(|clash| clash.questions.contains(&question)).collect()
    }

    /// The splits that the answer to a question has part in.
    pub(crate) fn splits(&self, question: Key<Question>) -> Vec<Apart> {
        journeys_apart::of_question(&self.facts, self.analysis(), question)
    }

    /// Which conflicts of the knowledge the answers have run into.
    pub(crate) fn contradicting(&self) -> Vec<usize> {
        self.analysis().unsettled().map(|contradiction| contradiction.conflict).collect()
    }

    /// Of which groups of journeys the answers choose from several parts.
    pub(crate) fn splitting(&self) -> Vec<usize> {
        self.analysis().splits.iter().map(|split| split.group).collect()
    }

    /// Whether the advice is decided although questions are open: one may stop, or go on for the list of gaps.
    pub(crate) fn may_stop(&self) -> bool {
        self.is_decided() && !self.progress().is_complete()
    }
}

pub(super) fn as_of(base: &KnowledgeBase, answers: &Answers, today: Day) -> AsOf {
    let name = answers.as_of.as_deref().unwrap_or(TODAY);
    base.as_of(name, today).unwrap_or(AsOf { day: today, basis: None })
}
