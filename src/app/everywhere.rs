//! What can be done on every screen.

use super::action::Action;
use super::context::Context;
use super::cursor::Cursor;
use super::cx::Cx;
use super::effect::Effect;
use super::history::About;
use super::plan::Access;
use super::plans::{Session, Which};
use super::popup::Flow;
use super::popup::changes;
use super::popup::confirm::{copy_of, leave_for, quit};
use super::popup::copies::{CopyList, Way};
use super::popup::field::FieldBox;
use super::popup::palette::Palette;
use super::popup::slider::Slider;
use super::popup::themes::ThemeList;
use super::screen::Screens;
use super::screen::interview::InterviewScreen;

/// Does what works everywhere.
pub(super) fn update(screens: &mut Screens, cx: &mut Cx<'_>, action: Action) -> Flow {
    match action {
        Action::Go(screen) if cx.here == screen.row().context => {
            cx.mention(format!("You are there already: {}.", cx.here.word()));
        }
        Action::Go(screen) => return Flow::Go(screen),
        Action::Quit => return quit(cx),
        Action::QuitNow => cx.request(Effect::Quit),
        Action::Suspend => cx.request(Effect::Suspend),
        Action::Redraw => cx.request(Effect::Redraw),
        Action::Palette => return Palette::of(cx.here).into(),
        Action::Duplicate => return duplicate(cx),
        Action::Changes => return changes::list(cx),
        Action::SaveElsewhere => {
            return FieldBox::elsewhere(&cx.proposed_elsewhere(), cx.answers_to_write()).into();
        }
        Action::Undo => undo(&mut screens.interview, cx),
        Action::Redo => redo(&mut screens.interview, cx),
        Action::Question(question) => return Flow::Question(question, None),
        Action::Time => return Slider::of(&cx.plan).into(),
        Action::Themes => return ThemeList::of(&cx.look).into(),
        Action::Rename if cx.plan.access() == Access::ReadOnly => cx.say_read_only(),
        Action::Rename => return FieldBox::name(cx.plan.base, &cx.plan.answers().title).into(),
        Action::Weights => return FieldBox::weights(cx.plan.facts.scoring.weights()).into(),
        Action::Settings => return screens.start.mark_settings(cx),
        Action::ToggleMouse => toggle_mouse(cx),
        Action::Copy => cx.mention("There is nothing to copy here."),
        Action::Back => {
            let key = cx.keymap.key(Context::Start, Action::Quit).map_or_else(String::new, |key| key.to_string());
            cx.mention(format!("This is the start. {key} ends the program."));
        }
        _ => return Flow::Ignored,
    }
    Flow::Done
}

/// Begins a plan with the same answers. Where it holds several journeys and plans are kept, there is a choice.
fn duplicate(cx: &mut Cx<'_>) -> Flow {
    let ways = Way::all(cx);
    if ways.len() > 1 && cx.session != Session::NotKept {
        return CopyList { ways, cursor: Cursor::default() }.into();
    }
    let which = if cx.session == Session::Sample {
        Which::Copy(Box::new(cx.plan.answers().clone()))
    } else {
        copy_of(cx.plan.answers())
    };
    leave_for(cx, which)
}

/// Takes the last change back and turns the interview to it.
pub(crate) fn undo(interview: &mut InterviewScreen, cx: &mut Cx<'_>) {
    match cx.plan.undo() {
        Some(about) => tell(interview, cx, about, "Taken back."),
        None => cx.mention("There is nothing to take back."),
    }
}

/// Makes a change again that was taken back.
pub(crate) fn redo(interview: &mut InterviewScreen, cx: &mut Cx<'_>) {
    match cx.plan.redo() {
        Some(about) => tell(interview, cx, about, "Made again."),
        None => cx.mention("There is nothing to make again."),
    }
}

fn tell(interview: &mut InterviewScreen, cx: &mut Cx<'_>, about: About, text: &str) {
    let question = match about {
        About::Question(question) if cx.plan.visible.contains(question) => question,
        _ => interview.question,
    };
    interview.ask(&cx.plan, question);
    cx.say(text);
}

fn toggle_mouse(cx: &mut Cx<'_>) {
    cx.look.mouse = !cx.look.mouse;
    cx.request(Effect::Mouse(cx.look.mouse));
    cx.say(if cx.look.mouse { "The mouse works in the program again." } else { "The mouse now marks text to copy." });
}
