//! Several lines of text to type: for whom and from whom a document is, and who sees to a gap.

use std::borrow::Cow;

use crate::answers::refusal_words;
use crate::app::field::Field;
use crate::app::preference::PreferenceName;
use crate::knowledge::KnowledgeBase;
use crate::model::capability::Capability;
use crate::model::gap_work::{GapField, GapWork};
use crate::model::paper::{Paper, PaperField, Refusal};
use crate::report::words::capitalized;

use super::{Action, Cx, Flow, Key, Popup, Typing};

/// What a line of a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormField {
    /// The name of the plan.
    Title,
    /// Something that the document says about itself.
    Paper(PaperField),
    /// Where documents go.
    Folder,
    /// Something about the work on a gap.
    Gap(GapField),
}

impl FormField {
    /// The lines about a document, in the order of the form.
    pub(crate) const DOCUMENT: [Self; 11] = [
        Self::Title,
        Self::Paper(PaperField::Client),
        Self::Paper(PaperField::Author),
        Self::Paper(PaperField::Company),
        Self::Paper(PaperField::Version),
        Self::Paper(PaperField::Status),
        Self::Paper(PaperField::Confidentiality),
        Self::Paper(PaperField::DecisionMaker),
        Self::Paper(PaperField::DecideBy),
        Self::Paper(PaperField::Logo),
        Self::Folder,
    ];

    /// What it is called.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Paper(PaperField::Client) => "Client",
            Self::Paper(PaperField::Author) => "Author",
            Self::Paper(PaperField::Company) => "Company",
            Self::Paper(PaperField::Version) => "Version",
            Self::Paper(PaperField::Status) => "Status",
            Self::Paper(PaperField::Confidentiality) => "Confidential",
            Self::Paper(PaperField::DecisionMaker) => "Who decides",
            Self::Paper(PaperField::DecideBy) => "Decide by",
            Self::Paper(PaperField::Logo) => "Logo",
            Self::Folder => "Folder",
            Self::Gap(GapField::Owner) => "Owner",
            Self::Gap(GapField::Size) => "Size",
            Self::Gap(GapField::Due) => "Due",
            Self::Gap(GapField::Decision) => "Decision",
        }
    }

    /// What to type, in a sentence.
    pub(crate) fn hint(self, base: &KnowledgeBase) -> String {
        let usual = match self {
            Self::Title => {
                return base.plan_example.as_ref().map_or_else(
                    || "What the plan is called.".to_owned(),
                    |example| format!("What the plan is called, such as: {example}."),
                );
            }
            Self::Paper(PaperField::Client) => return format!("For whom the {} is built.", base.nouns.planned.one),
            Self::Paper(PaperField::Author) => {
                "Who writes the document. It is kept for later plans too, if none is yet."
            }
            Self::Paper(PaperField::Company) => "The author's company. It is kept for later plans too, if none is yet.",
            Self::Paper(PaperField::Version) => "Such as: 0.1.",
            Self::Paper(PaperField::Status) => "One of: draft, for-decision, decided, superseded.",
            Self::Paper(PaperField::Confidentiality) => "In your own words, such as: internal.",
            Self::Paper(PaperField::DecisionMaker) => "Who takes the decision.",
            Self::Paper(PaperField::DecideBy) | Self::Gap(GapField::Due) => "A day, such as 2027-01-31.",
            Self::Paper(PaperField::Logo) => "The path of a picture, as PNG.",
            Self::Folder => "A whole path, or one that begins with ~/. Empty: where the program was started.",
            Self::Gap(GapField::Owner) => "Who sees to it.",
            Self::Gap(GapField::Size) => "S, M, L, XL, or a few letters of your own.",
            Self::Gap(GapField::Decision) => "One of: open, accept, close.",
        };
        usual.to_owned()
    }

    /// What is said there now; nothing if nobody said it.
    pub(crate) fn text<'c>(self, cx: &'c Cx<'_>) -> Option<Cow<'c, str>> {
        match self {
            Self::Title => {
                Some(cx.plan.answers().title.as_str().into()).filter(|title: &Cow<'_, str>| !title.is_empty())
            }
            Self::Paper(field) => {
                let set = || cx.preferences.for_field(field).map(Cow::Borrowed);
                cx.plan.answers().paper.said(field).or_else(set)
            }
            Self::Folder => cx.preferences.get(PreferenceName::ExportFolder).map(Cow::Borrowed),
            Self::Gap(_) => None,
        }
    }
}

/// A line of a form.
#[derive(Debug)]
pub(crate) struct FormLine {
    pub(crate) about: FormField,
    pub(crate) field: Field,
}

/// A popup with several lines of text.
#[derive(Debug)]
pub struct FormBox {
    pub(crate) title: String,
    pub(crate) lines: Vec<FormLine>,
    /// The line that is typed into.
    pub(crate) at: usize,
    /// What is wrong with it, if it was refused.
    pub(crate) problem: Option<String>,
    /// The gap that it is about, if it is about one.
    gap: Option<Key<Capability>>,
}

impl From<FormBox> for Popup {
    fn from(form: FormBox) -> Self {
        Self::Form(form)
    }
}

impl FormBox {
    /// The form of the document, at a line.
    pub(crate) fn document(cx: &Cx<'_>, at: usize) -> Self {
        let line = |about: FormField| FormLine { about, field: Field::new(&about.text(cx).unwrap_or_default()) };
        let lines = FormField::DOCUMENT.map(line).into();
        Self { title: "Your document".to_owned(), lines, at, problem: None, gap: None }
    }

    /// The form of the work on a gap.
    pub(crate) fn gap(cx: &Cx<'_>, gap: Key<Capability>) -> Self {
        let work = cx.plan.answers().gap_work(gap);
        let text = |field| work.and_then(|work| work.said(field)).unwrap_or_default();
        let line = |field| FormLine { about: FormField::Gap(field), field: Field::new(&text(field)) };
        let title = cx.plan.base.capabilities[gap].title.to_string();
        Self { title, lines: GapField::ALL.map(line).into(), at: 0, problem: None, gap: Some(gap) }
    }

    pub(super) fn type_in(&mut self, typed: &Typing<'_>) {
        self.problem = None;
        if let Some(line) = self.lines.get_mut(self.at) {
            line.field.take(typed);
        }
    }

    /// Closes once all lines are accepted; one that is refused stays to be mended.
    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let last = self.lines.len().saturating_sub(1);
        let at = match action {
            Action::Up | Action::PreviousPart => self.at.checked_sub(1).unwrap_or(last),
            Action::Down | Action::NextPart => (self.at + 1) % self.lines.len(),
            Action::Row(row) => row.min(last),
            Action::Confirm => return self.accept(cx),
            _ => return Flow::Done,
        };
        (self.at, self.problem) = (at, None);
        Flow::Done
    }

    fn accept(&mut self, cx: &mut Cx<'_>) -> Flow {
        let accepted = match self.gap {
            Some(gap) => self.work().map(|work| cx.plan.see_to([(gap, work)])),
            None => self.paper(cx).and_then(|paper| self.keep(cx, paper)),
        };
        match accepted {
            Ok(()) => Flow::Close,
            Err((at, problem)) => {
                (self.at, self.problem) = (at, Some(problem));
                Flow::Done
            }
        }
    }

    /// Every line with its position, what it is about, and its text.
    fn texts(&self) -> impl Iterator<Item = (usize, FormField, &str)> {
        self.lines.iter().enumerate().map(|(at, line)| (at, line.about, line.field.text().trim()))
    }

    fn work(&self) -> Result<GapWork, (usize, String)> {
        let mut work = GapWork::default();
        for (at, about, text) in self.texts().filter(|(_, _, text)| !text.is_empty()) {
            if let FormField::Gap(field) = about {
                work.say(field, text).map_err(|refusal| refused(at, refusal, about, text))?;
            }
        }
        Ok(work)
    }

    /// What the document is to say about itself. What is set for every plan is not repeated in this one.
    fn paper(&self, cx: &Cx<'_>) -> Result<Paper, (usize, String)> {
        let mut paper = Paper::default();
        let before = &cx.plan.answers().paper;
        for (at, about, text) in self.texts().filter(|(_, _, text)| !text.is_empty()) {
            let FormField::Paper(field) = about else { continue };
            let is_set = before.said(field).is_none() && cx.preferences.for_field(field) == Some(text);
            if !is_set {
                paper.say(field, text).map_err(|refusal| refused(at, refusal, about, text))?;
            }
        }
        Ok(paper)
    }

    /// Keeps what was typed: the folder for every plan, as the author where none is set, the rest in this plan. If one
    /// of these cannot be kept, nothing is.
    fn keep(&self, cx: &mut Cx<'_>, paper: Paper) -> Result<(), (usize, String)> {
        let wanted: Vec<_> =
            self.texts().filter_map(|(at, about, text)| Some((at, preferred(cx, about, text)?))).collect();
        let mut trial = cx.preferences.clone();
        for (at, (name, text)) in &wanted {
            if !text.is_empty() {
                trial.set(*name, text).map_err(|refused| (*at, refused.sentences()))?;
            }
        }
        for (at, (name, text)) in wanted {
            match text {
                "" => cx.prefer_none(name),
                text => cx.prefer(name, text).map_err(|problem| (at, problem))?,
            }
        }
        if let Some((_, _, title)) = self.texts().find(|(_, about, _)| *about == FormField::Title) {
            cx.plan.rename(title);
        }
        cx.plan.identify(paper);
        Ok(())
    }
}

/// What a line sets for every plan, if that is news: the folder, and the author where none is set.
fn preferred<'t>(cx: &Cx<'_>, about: FormField, text: &'t str) -> Option<(PreferenceName, &'t str)> {
    let name = match about {
        FormField::Folder => PreferenceName::ExportFolder,
        FormField::Paper(PaperField::Author) => PreferenceName::Author,
        FormField::Paper(PaperField::Company) => PreferenceName::Company,
        _ => return None,
    };
    let set = cx.preferences.get(name);
    let is_news = match about {
        FormField::Folder => set.unwrap_or_default() != text,
        _ => set.is_none() && !text.is_empty(),
    };
    is_news.then_some((name, text))
}

fn refused(at: usize, refusal: Refusal, about: FormField, text: &str) -> (usize, String) {
    (at, refusal_sentences(refusal, &about.label().to_lowercase(), text))
}

/// Why a text cannot stand there and what to do, in sentences.
pub(crate) fn refusal_sentences(refusal: Refusal, what: &str, text: &str) -> String {
    let (message, help) = refusal_words(refusal, what, text);
    let said = [message, help].map(|said| format!("{}.", capitalized(&said))).join(" ");
    said.replace("`\"", "\"").replace("\"`", "\"").replace('`', "\"").replace("?.", "?")
}
