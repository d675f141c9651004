//! The terminal while the interview has it: what is switched on when it is taken is switched off on every way out.

use std::io::{self, Write, stdout};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::backend::{Backend as _, ClearType};
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::cursor::{Hide, Show};
#[cfg(not(windows))]
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
#[cfg(windows)]
use ratatui::crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use ratatui::crossterm::style::{Print, ResetColor, force_color_output};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use ratatui::{Frame, Terminal};

use crate::ui::Drawn;

use super::links::{Linking, Links};
use super::output::Output;
use super::question::Question;

/// Clicks and the wheel, with places beyond column 223; movement is not asked for.
#[cfg(not(windows))]
const MOUSE_ON: Print<&str> = Print("\x1b[?1000h\x1b[?1006h");
#[cfg(not(windows))]
const MOUSE_OFF: Print<&str> = Print("\x1b[?1006l\x1b[?1000l");

/// A console of Windows knows no sequence for it: its mode is set.
#[cfg(windows)]
const MOUSE_ON: EnableMouseCapture = EnableMouseCapture;
#[cfg(windows)]
const MOUSE_OFF: DisableMouseCapture = DisableMouseCapture;

/// Marks what is pasted.
#[cfg(not(windows))]
const PASTE_ON: EnableBracketedPaste = EnableBracketedPaste;
#[cfg(not(windows))]
const PASTE_OFF: DisableBracketedPaste = DisableBracketedPaste;

/// On Windows nobody reads the marks: they would arrive as keys. There a paste is known by its pace.
#[cfg(windows)]
const PASTE_ON: Print<&str> = Print("");
#[cfg(windows)]
const PASTE_OFF: Print<&str> = Print("");

/// Asks for the colour of the ground, and then for the kind of terminal. Some leave the first question unanswered, all
/// answer the second.
const ASK_GROUND: &str = "\x1b]11;?\x1b\\\x1b[c";

/// The screen of the interview. Dropping it gives the terminal back.
pub(super) struct Screen {
    terminal: Terminal<Linking<Output>>,
    is_ours: Arc<AtomicBool>,
    question: Question,
    anew: bool,
}

impl Screen {
    /// Takes the terminal. It is given back when the screen is dropped, and before a panic is reported.
    pub(super) fn take(mouse: bool, links: Links) -> io::Result<Self> {
        // Whether there are colours is decided by the theme. Left to itself the library drops bold and reversed as well.
        force_color_output(true);
        let is_ours = Arc::new(AtomicBool::new(false));
        let terminal = Terminal::new(Linking::new(Output::new(Arc::clone(&is_ours)), links))?;
        let mut screen = Self { terminal, is_ours, question: Question::default(), anew: false };
        give_back_on_panic(Arc::clone(&screen.is_ours), screen.question.clone());
        screen.retake(mouse)?;
        Ok(screen)
    }

    /// Takes the terminal again, after it was given back or somebody else had it, and draws everything anew next time.
    pub(super) fn retake(&mut self, mouse: bool) -> io::Result<()> {
        // Forgets the modes as they were before, which may be others now.
        disable_raw_mode()?;
        enable_raw_mode()?;
        self.is_ours.store(true, Ordering::SeqCst);
        self.anew = true;
        let out = self.terminal.backend_mut();
        queue!(out, EnterAlternateScreen, PASTE_ON)?;
        if mouse {
            queue!(out, MOUSE_ON)?;
        }
        execute!(out, Hide)
    }

    pub(super) fn give_back(&self) {
        give_back(&self.is_ours, &self.question);
    }

    pub(super) fn redraw(&mut self) {
        self.anew = true;
    }

    /// Draws a frame, unless the terminal is not ours just now.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>) -> Drawn) -> io::Result<Option<Drawn>> {
        if !self.is_ours.load(Ordering::SeqCst) {
            return Ok(None);
        }
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        let drawn = self.draw_frame(draw);
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        drawn.map(Some)
    }

    fn draw_frame(&mut self, draw: impl FnOnce(&mut Frame<'_>) -> Drawn) -> io::Result<Drawn> {
        if std::mem::take(&mut self.anew) {
            self.terminal.backend_mut().clear_region(ClearType::All)?;
            // Compares with an empty screen. `Terminal::clear` would ask the terminal for the cursor, and wait.
            self.terminal.swap_buffers();
        }
        let mut drawn = Drawn::default();
        self.terminal.draw(|frame| drawn = draw(frame))?;
        Ok(drawn)
    }

    pub(super) fn catch_mouse(&mut self, catch: bool) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        if catch { execute!(out, MOUSE_ON) } else { execute!(out, MOUSE_OFF) }
    }

    /// Hands text to the terminal's clipboard.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), CopyToClipboard::to_clipboard_from(text))
    }

    /// What the terminal was asked, for whoever hears the answer.
    #[cfg_attr(not(unix), expect(dead_code, reason = "the terminal is asked nothing there"))]
    pub(super) fn question(&self) -> Question {
        self.question.clone()
    }

    /// Asks for the colour of the ground; the answer arrives among the keys.
    pub(super) fn ask_ground(&mut self) -> io::Result<()> {
        self.question.ask();
        execute!(self.terminal.backend_mut(), Print(ASK_GROUND))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.give_back();
    }
}

fn give_back(is_ours: &AtomicBool, question: &Question) {
    // No frame of another thread can come in between, nor after.
    let mut out = stdout().lock();
    if !is_ours.swap(false, Ordering::SeqCst) {
        return;
    }
    // Where this fails there is no terminal left to give back.
    // A console of Windows refuses to let go of a mouse that was never caught; the rest is given back all the same.
    let _ = queue!(out, EndSynchronizedUpdate, MOUSE_OFF);
    let _ = execute!(out, PASTE_OFF, ResetColor, LeaveAlternateScreen, Show);
    let _ = out.flush();
    // An answer that came later would be for whoever has the terminal next.
    question.wait();
    let _ = disable_raw_mode();
}

/// Gives the terminal back before a panic is reported, so that the report can be read.
fn give_back_on_panic(is_ours: Arc<AtomicBool>, question: Question) {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        give_back(&is_ours, &question);
        report(panic);
    }));
}
