//! What the app asks the shell to do, and what the shell answers.

use crate::export::brand::Logo;
use crate::model::answers::Answers;

use super::action::Action;
use super::bookmark::Bookmark;
use super::history::Steps;
use super::key::KeyPress;
use super::plans::{Kept, Opened, PlanNumber, Which};
use super::preference::PreferenceName;

/// Something only the shell can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Keep the answers; the shell answers with [`Reply::Saved`] or [`Reply::NotSaved`].
    Save {
        /// Counts the changes, so that an answer can be told from an older one.
        revision: u64,
        /// What to keep.
        answers: Answers,
    },
    /// Remember where the person is in the plan.
    Bookmark(Bookmark),
    /// Keep the steps that can be taken back beside the plan.
    KeepSteps(Steps),
    /// Leave the plan as it is and turn to another one; the shell answers with [`Reply::Opened`].
    Open(Which),
    /// Take over the open plan if another window had it and has ended; the shell then answers with [`Reply::TakenOver`].
    TakeOver,
    /// Name a plan that is not open; the shell answers with [`Reply::Others`].
    Rename(PlanNumber, String),
    /// Put a plan aside, so that it is no longer listed; the shell answers with [`Reply::PutAside`].
    PutAside(PlanNumber),
    /// Bring it back; the shell answers with [`Reply::Others`].
    BringBack(PlanNumber),
    /// Write an export.
    Export {
        /// Where.
        path: String,
        /// What.
        bytes: Vec<u8>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
    /// Keep what is set for every plan, or that nothing is set; the shell answers with [`Reply::Preferred`] or
    /// [`Reply::NotPreferred`].
    Prefer(PreferenceName, Option<String>),
    /// Read the text of a client's file; the shell answers with [`Reply::TextRead`] or [`Reply::TextNotRead`].
    ReadText(String),
    /// Read the logo that a document shows; the shell answers with [`Reply::LogoRead`] or [`Reply::LogoNotRead`].
    ReadLogo(String),
    /// Have the system's opener show an address, or a file by its whole path; the shell answers with [`Reply::Launched`] or
    /// [`Reply::NotLaunched`]. Nobody is surprised by another program: a person has agreed to its name.
    Launch {
        /// The program.
        opener: &'static str,
        /// The address or path.
        target: String,
    },
    /// Hand text to the terminal's clipboard.
    Copy(String),
    /// Catch the mouse, or let it go.
    Mouse(bool),
    /// Stop until the shell continues the program.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}

/// Something that happens to the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(KeyPress),
    /// Text was pasted.
    Paste(String),
    /// Something was clicked, or chosen in another way than by key.
    Do(Action),
    /// The shell did what it was asked.
    Reply(Reply),
    /// The screen was drawn, and this is how far its parts can be scrolled.
    Drawn(Reach),
}

/// What became of an effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The answers of that revision are on disk.
    Saved {
        /// The revision.
        revision: u64,
    },
    /// They could not be saved.
    NotSaved {
        /// Why, in a few words.
        reason: String,
    },
    /// Another program had written to the plan; that is kept beside it.
    FoundForeign {
        /// The name of the file in which it is kept.
        name: String,
        /// What can be read of it.
        answers: Option<Box<Answers>>,
    },
    /// Nothing keeps other windows from the plan: its disk knows no locks.
    NoLocks,
    /// Another plan is open.
    Opened(Box<Opened>),
    /// The open plan can be changed now: the other window that had it has ended, and left it so.
    TakenOver(Box<Opened>),
    /// The other plans are these now.
    Others(Vec<Kept>),
    /// A plan was put aside.
    PutAside {
        /// The plan.
        number: PlanNumber,
        /// The name of its file now.
        name: String,
        /// The plans that are left.
        others: Vec<Kept>,
    },
    /// Nothing became of a wish about a plan that is not open.
    Refused {
        /// Why, in a few words.
        reason: String,
    },
    /// The export was written.
    Exported {
        /// Where.
        path: String,
        /// How many bytes it has.
        size: u64,
    },
    /// There is such a file already.
    Exists {
        /// Where.
        path: String,
    },
    /// The export could not be written.
    NotExported {
        /// Why, in a few words.
        reason: String,
    },
    /// What is set for every plan is kept.
    Preferred {
        /// Where.
        path: String,
    },
    /// It could not be kept.
    NotPreferred {
        /// Why, in a few words.
        reason: String,
    },
    /// The text of a client's file.
    TextRead(String),
    /// It could not be read.
    TextNotRead {
        /// Why and what to do, in sentences.
        reason: String,
    },
    /// The logo that a document shows.
    LogoRead(Logo),
    /// It could not be read, or is none.
    LogoNotRead {
        /// Why and what to do, in sentences.
        reason: String,
    },
    /// The text was sent to the terminal.
    Copied,
    /// The text could not be sent to the terminal.
    NotCopied {
        /// Why, in a few words.
        reason: String,
    },
    /// The opener was started.
    Launched {
        /// The program.
        opener: &'static str,
    },
    /// It was not.
    NotLaunched {
        /// Why, in a few words.
        reason: String,
    },
    /// The terminal's ground is light, or dark.
    Ground {
        /// Whether it is light.
        is_light: bool,
    },
}

/// How far the scrolled part of the screen can be scrolled, in lines, and how much of a list is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// The last line that can be the first shown.
    pub furthest: u16,
    /// How many lines are shown at once.
    pub page: u16,
    /// How many rows of the list with the focus are shown.
    pub rows: u16,
}
