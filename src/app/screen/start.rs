//! The first screen: what to do, and the day to plan for.

use super::{Action, Cursor, Cx, Flow, Screen, ScreenComponent};
use crate::app::plans::Which;
use crate::app::popup::confirm::leave_for;
use crate::app::popup::field::FieldBox;
use crate::model::setting::{SettingName, Settings};
use crate::report::settings;

/// So many other plans stand on the start screen itself.
const MOST_PLANS: usize = 3;

/// The start screen.
#[derive(Debug, Default)]
pub struct StartScreen {
    /// The marked row.
    pub cursor: Cursor,
    /// Where the person was when the plan was left; nothing once another screen was gone to.
    pub(crate) left_at: Option<Screen>,
}

/// A row of the start screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartRow {
    /// Begin the questions, or go on with them.
    Questions,
    /// Start from a client's text, or go on with it.
    Text,
    /// Show a sample with a tour.
    Tour,
    /// See the advice so far.
    Advice,
    /// The day on which the program runs, where the clock is wrong.
    Today,
    /// The day to plan for.
    Day,
    /// Who can build it.
    Builders,
    /// Whether a workaround will do.
    Workarounds,
    /// Until when it must run.
    RunsUntil,
    /// The name of the plan.
    Name,
    /// The search.
    Search,
    /// The colours.
    Themes,
    /// The keys.
    Help,
    /// Go on with another plan, by its position among them.
    Plan(usize),
    /// See all plans.
    Plans,
    /// Begin a new plan.
    New,
    /// End the program.
    Quit,
}

/// The rows of the start screen; those that need an answer appear with the first one.
pub fn rows(cx: &Cx<'_>) -> Vec<StartRow> {
    use StartRow::{
        Advice, Builders, Day, Help, Name, New, Plans, Questions, Quit, RunsUntil, Search, Text, Themes, Today, Tour,
        Workarounds,
    };
    let others = cx.others.len();
    let tour = cx.sample.iter().map(|_| Tour);
    let is_first = others == 0 && cx.plan.answers().is_empty();
    let mut rows = vec![Questions];
    // Whoever starts for the first time is offered the tour, later it only stands there.
    rows.extend(tour.clone().filter(|_| is_first));
    rows.push(Text);
    if !cx.plan.answers().is_empty() {
        rows.push(Advice);
    }
    if cx.clock_problem.is_some() {
        rows.push(Today);
    }
    rows.extend([Day, Builders, Workarounds, RunsUntil, Name]);
    rows.extend((0..others.min(MOST_PLANS)).map(StartRow::Plan));
    if others > 0 {
        rows.push(Plans);
    }
    rows.extend([Search, Themes, Help]);
    rows.extend(tour.filter(|_| !is_first));
    if !cx.plan.answers().is_empty() {
        rows.push(New);
    }
    rows.push(Quit);
    rows
}

impl ScreenComponent for StartScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let rows = rows(cx);
        let Some(action) = self.cursor.take(action, rows.len(), cx.reach) else { return Flow::Done };
        match (action, rows.get(self.cursor.row)) {
            (Action::More, Some(StartRow::Day)) => cx.plan.switch_day(true),
            (Action::Less, Some(StartRow::Day)) => cx.plan.switch_day(false),
            (Action::More, Some(StartRow::Builders)) => cx.switch_team(true),
            (Action::Less, Some(StartRow::Builders)) => cx.switch_team(false),
            (Action::More | Action::Less, Some(StartRow::Workarounds)) => switch_workarounds(cx),
            (Action::Confirm, Some(row)) => return self.open(cx, *row),
            _ => return Flow::Ignored,
        }
        Flow::Done
    }
}

/// Opens the sample of the knowledge; the tour begins once it is open.
fn show_sample(cx: &mut Cx<'_>) -> Flow {
    let answers = cx.sample.as_ref().and_then(|sample| sample.read(cx.plan.base).0);
    let Some(answers) = answers else {
        cx.complain("The sample of this knowledge cannot be read. The command check says why.");
        return Flow::Done;
    };
    leave_for(cx, Which::Sample(Box::new(answers)))
}

fn switch_workarounds(cx: &mut Cx<'_>) {
    let settings = cx.plan.answers().settings;
    cx.settle(Settings { refuses_workarounds: !settings.refuses_workarounds, ..settings });
}

impl StartScreen {
    /// Marks the first of the rows for what the plan says about itself, and goes there.
    pub(in crate::app) fn mark_settings(&mut self, cx: &Cx<'_>) -> Flow {
        let row = rows(cx).iter().position(|row| *row == StartRow::Builders);
        self.cursor = Cursor { row: row.expect("these rows are always there") };
        Flow::Go(Screen::Start)
    }

    fn open(&self, cx: &mut Cx<'_>, row: StartRow) -> Flow {
        match row {
            StartRow::Questions => Flow::Go(self.left_at.unwrap_or(Screen::Interview)),
            StartRow::Text => Flow::Go(Screen::Brief),
            StartRow::Tour => show_sample(cx),
            StartRow::Advice => Flow::Go(Screen::Advice),
            StartRow::Day => FieldBox::day().into(),
            StartRow::Builders => {
                cx.switch_team(true);
                Flow::Done
            }
            StartRow::Workarounds => {
                switch_workarounds(cx);
                Flow::Done
            }
            StartRow::RunsUntil => {
                let title = settings::ask(cx.plan.base, SettingName::RunsUntil).to_owned();
                FieldBox::runs_until(title, cx.plan.answers().settings.runs_until).into()
            }
            StartRow::Today => FieldBox::today(cx.clock_problem.as_deref().unwrap_or_default()).into(),
            StartRow::Name => Flow::Act(Action::Rename),
            StartRow::Search => Flow::Go(Screen::Search),
            StartRow::Themes => Flow::Act(Action::Themes),
            StartRow::Help => Flow::Go(Screen::Help),
            StartRow::Plan(position) => match cx.others.get(position) {
                Some(kept) => leave_for(cx, Which::Kept(kept.number)),
                None => Flow::Done,
            },
            StartRow::Plans => Flow::Go(Screen::Plans),
            StartRow::New => leave_for(cx, Which::New),
            StartRow::Quit => Flow::Act(Action::Quit),
        }
    }
}
