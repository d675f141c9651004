//! The interview in a terminal: waits for what happens, lets the app make of it what it will, does what the app asks for
//! and draws. Between two events nothing runs and nothing is written.

mod awaited;
mod backlog;
#[cfg(any(not(unix), test))]
mod burst;
mod fail_point;
#[cfg(unix)]
mod ground;
mod incoming;
mod input;
#[cfg(any(not(unix), test))]
mod keyboard;
mod links;
pub(super) mod look;
mod output;
mod perform;
mod question;
#[cfg(unix)]
mod reader;
pub(super) mod save_worker;
#[cfg(unix)]
mod signal;
mod terminal;

#[cfg(unix)]
pub use reader::{Meaning, meaning, scan};

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use ratatui::crossterm::event;

use crate::app::effect::{Effect, Event};
use crate::app::key::KeyPress;
use crate::app::plans::Saved;
use crate::app::preference::PreferenceName;
use crate::app::screen::search::SharedIndex;
use crate::app::{App, Look, Opened, Session, Setup};
use crate::knowledge::KnowledgeBase;
use crate::search::Index;
use crate::theme::Variant;
use crate::theme::depth::Depth;
use crate::ui::{self, Drawn};

use super::begin::{self, Begin};
use super::exit::{End, Exit, Failure};
use super::quote::quoted;
use super::{World, keys, knowledge, opener, output as standard};

use backlog::Backlog;
use fail_point::FailPoint;
use incoming::{Incoming, spawn_worker};
use links::Links;
use save_worker::{LastSave, SaveWorker, Saves};
use terminal::Screen;

/// The most events that one frame may stand for. Without a bound a flood of keys would leave the screen as it was.
const MOST_AT_ONCE: usize = 64;

/// Runs the interview until it ends.
pub(crate) fn run(world: &World, which: Begin) -> Result<Exit, Failure> {
    let (sender, incoming) = mpsc::channel();
    #[cfg(unix)]
    let signals = signal::catch().map_err(|error| lost_terminal(&error))?;
    let base = Arc::new(knowledge::knowledge(world)?);
    let (look, no_theme) = look::choose(world)?;
    let (mut opened, store) = begin::opened(&base, world, which)?;
    opened.notice = opened.notice.or(no_theme).or_else(|| world.effective.notice());
    let worker = SaveWorker::new(store, Arc::clone(&base));
    let may_follow = follows_ground(world, &look);
    let fail_point = FailPoint::of(&world.environment);
    let index = SharedIndex::default();
    let app = app(&base, opened, look, world, Arc::clone(&index));
    let links = if world.environment.shows_links { Links::to(Arc::clone(&base)) } else { Links::default() };
    let (screen, drawn) = first_frame(&app, links).map_err(|error| lost_terminal(&error))?;
    let saves = Saves::start(worker, app.cx.others.len(), fail_point.clone(), sender.clone())
        .map_err(|error| no_thread(&error))?;
    let backlog = Backlog::default();
    let mut interview =
        Interview { app, screen, saves, drawn, is_changed: false, backlog: backlog.clone(), fail_point };
    #[cfg(unix)]
    let heard = signal::listen(signals, sender.clone())
        .and_then(|()| reader::listen(sender.clone(), interview.screen.question(), backlog));
    #[cfg(not(unix))]
    let heard = listen(&sender, backlog);
    let begun = heard.and_then(|()| interview.begin(may_follow));
    gather_words(index, Arc::clone(&base), sender.clone());
    let ended = begun.and_then(|()| interview.go_on(&incoming));
    let Interview { app, saves, screen, .. } = interview;
    drop(screen);
    let last = saves.finish();
    standard::message(&farewell(&last, &app));
    let ended = ended.map(|exit| if exit == Exit::Done { how(&last, &app) } else { exit });
    ended.or_else(|error| if is_gone(&error) { Ok(Exit::Ended(End::HangUp)) } else { Err(lost_terminal(&error)) })
}

/// Whether an error means that there is no terminal any more: its other end was closed.
fn is_gone(error: &io::Error) -> bool {
    const EIO: i32 = 5;
    cfg!(unix) && error.raw_os_error() == Some(EIO)
}

fn app<'k>(base: &'k KnowledgeBase, opened: Opened, look: Look, world: &World, index: SharedIndex) -> App<'k> {
    let keys = keys::read();
    let mut opened = opened;
    opened.notice = opened.notice.or_else(|| keys.notice());
    let app = knowledge::app_today(base, world, |today| Setup { today, opened, look, keymap: keys.keymap, index });
    let app = begin::with_sample(app, world).with_opener(opener::name(&world.environment));
    let mut app = app.preferring(world.effective.preferences.clone());
    app.begin_tour();
    app
}

/// Whether the theme is to follow the ground of the terminal: nobody chose one, and the terminal is one that can be asked.
fn follows_ground(world: &World, look: &Look) -> bool {
    let can_be_asked = world.environment.term.as_deref() != Some("linux") && !cfg!(windows);
    let is_chosen = world.global.theme.is_some() || world.effective.preferences.get(PreferenceName::Theme).is_some();
    !is_chosen && look.theme.variant != Variant::Any && look.depth > Depth::Ansi && can_be_asked
}

/// Takes the terminal and draws. Nothing that the first frame does without comes before it.
fn first_frame(app: &App<'_>, links: Links) -> io::Result<(Screen, Drawn)> {
    let mut screen = Screen::take(app.cx.look.mouse, links)?;
    let drawn = screen.draw(|frame| ui::draw(app, frame))?.expect("the terminal has just been taken");
    Ok((screen, drawn))
}

/// Gathers the words for the search after the first frame, so that they are there before anybody can type one.
fn gather_words(index: SharedIndex, base: Arc<KnowledgeBase>, sender: Sender<Incoming>) {
    // Where there is no room for a thread, they are gathered for the first letter that is typed.
    let _ = spawn_worker("search", sender, move |_| {
        index.get_or_init(|| Index::of(&base));
    });
}

#[cfg(not(unix))]
fn listen(sender: &Sender<Incoming>, backlog: Backlog) -> io::Result<()> {
    spawn_worker("keys", sender.clone(), move |sender| {
        let mut keyboard = keyboard::Keyboard::default();
        loop {
            let (heard, is_over) = match burst::next(&mut keyboard) {
                Ok(events) => (events.into_iter().map(Incoming::Input).collect(), false),
                Err(error) => (vec![Incoming::Unreadable(error)], true),
            };
            if !backlog.pass_on(heard, sender) || is_over {
                return;
            }
        }
    })
}

/// The app with the world around it.
struct Interview<'k> {
    app: App<'k>,
    screen: Screen,
    saves: Saves,
    drawn: Drawn,
    is_changed: bool,
    backlog: Backlog,
    fail_point: FailPoint,
}

impl Interview<'_> {
    /// Goes on after the first frame. Only now is anything asked of the terminal: a slow answer delays nothing.
    fn begin(&mut self, ask_ground: bool) -> io::Result<()> {
        self.app.handle(Event::Drawn(self.drawn.reach));
        if ask_ground {
            self.screen.ask_ground()?;
        }
        Ok(())
    }

    fn go_on(&mut self, incoming: &Receiver<Incoming>) -> io::Result<Exit> {
        loop {
            let first = incoming.recv().expect("whoever waits here has a sender too");
            let others = incoming.try_iter().take(MOST_AT_ONCE);
            for happened in std::iter::once(first).chain(others) {
                if let Some(exit) = self.take_in(happened)? {
                    return Ok(exit);
                }
            }
            self.draw()?;
        }
    }

    /// Handles what happened. Returns how the program ends, if it does.
    fn take_in(&mut self, happened: Incoming) -> io::Result<Option<Exit>> {
        match happened {
            Incoming::Input(event) => {
                self.backlog.leave(&event);
                self.is_changed |= matches!(event, event::Event::Resize(..));
                let Some(event) = input::translate(event, &self.drawn) else { return Ok(None) };
                self.fail_point.at("update");
                let is_interrupt = event == Event::Key(KeyPress::ctrl('c'));
                let exit = self.handle(event)?;
                return Ok(if is_interrupt { exit.and(Some(Exit::Ended(End::Interrupt))) } else { exit });
            }
            Incoming::Reply(reply) => return self.handle(Event::Reply(reply)),
            Incoming::Freed => self.saves.put(Effect::TakeOver),
            Incoming::Resized => self.is_changed = true,
            Incoming::Suspend => self.suspend()?,
            Incoming::Continued => {
                self.screen.retake(self.app.cx.look.mouse)?;
                self.is_changed = true;
            }
            Incoming::Unreadable(error) => return Err(error),
            Incoming::End(end) => return Ok(Some(Exit::Ended(end))),
            Incoming::Bug => return Ok(Some(Exit::Bug)),
        }
        Ok(None)
    }

    fn handle(&mut self, event: Event) -> io::Result<Option<Exit>> {
        self.is_changed = true;
        let mut exit = None;
        for effect in self.app.handle(event) {
            exit = self.perform(effect)?.or(exit);
        }
        Ok(exit)
    }

    fn draw(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_changed)
            && let Some(drawn) = self.screen.draw(|frame| {
                if self.app.cx.plan.revision() > 0 {
                    self.fail_point.at("drawing");
                }
                ui::draw(&self.app, frame)
            })?
        {
            self.app.handle(Event::Drawn(drawn.reach));
            self.drawn = drawn;
        }
        Ok(())
    }
}

/// Words what is said on the normal screen at the end: where the plan is, and what to do with it.
pub(super) fn farewell(last: &LastSave, app: &App<'_>) -> String {
    match (last, app.cx.elsewhere().filter(|_| has_answers(app))) {
        (LastSave::Saved { path, foreign }, _) => {
            let found =
                foreign.iter().map(|name| format!("What another program wrote to the plan is kept as {name}.\n"));
            format!("The plan is saved. For its advice: journey-advisor advise {}\n", quoted(path))
                + &found.collect::<String>()
        }
        (_, Some(path)) => {
            format!("The answers are in a file. For their advice: journey-advisor advise {}\n", quoted(Path::new(path)))
        }
        (LastSave::Failed { reason, before }, None) => {
            let before = before.as_deref().map(|path| format!("The plan as it was saved before: {}\n", quoted(path)));
            format!("The last changes are not saved: {reason}\n{}", before.unwrap_or_default())
        }
        (LastSave::Nothing, None) if has_answers(app) => "The answers were not saved.\n".to_owned(),
        (LastSave::Nothing, None) => String::new(),
    }
}

/// How the program ends that was not stopped from outside: answers that are in no file are a failure.
pub(super) fn how(last: &LastSave, app: &App<'_>) -> Exit {
    let is_lost = match last {
        LastSave::Saved { .. } => false,
        LastSave::Failed { .. } => app.cx.elsewhere().is_none(),
        LastSave::Nothing => has_answers(app) && app.cx.elsewhere().is_none(),
    };
    if is_lost { Exit::Failure } else { Exit::Done }
}

/// Whether anything was answered or changed that is worth keeping and is not on disk already: while another plan is being
/// opened, the store is that plan's, and what the one before holds was saved there.
fn has_answers(app: &App<'_>) -> bool {
    let is_own = app.cx.session != Session::Sample && app.cx.saved != Saved::Yes;
    is_own && app.cx.plan.revision() > 0 && !app.cx.plan.answers().is_empty()
}

fn lost_terminal(error: &io::Error) -> Failure {
    Failure::new(Exit::Failure, format!("the terminal does not work: {error}"))
        .help("without one, `journey-advisor advise` gives the advice on a saved plan")
}

fn no_thread(error: &io::Error) -> Failure {
    Failure::new(Exit::Failure, format!("the system has no room for a thread: {error}")).help("close something else")
}
