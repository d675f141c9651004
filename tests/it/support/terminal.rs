//! A terminal with the program in it: keys go in, and what it writes is read as a terminal reads it.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::fs::{Mode, OFlags};
use tempfile::TempDir;

use crate::support::process::{PATIENCE, Process, wait};

/// A home folder that nobody else uses.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The same with keys of one's own.
    pub(crate) fn with_keys(self, keys: &str) -> Self {
        let folder = self.path().join("config/journey-advisor");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("keys.toml"), keys).unwrap();
        self
    }

    /// Where plans are.
    pub(crate) fn plans(&self) -> PathBuf {
        self.path().join("data/journey-advisor")
    }

    /// The first plan as it is on the disk.
    pub(crate) fn plan(&self) -> String {
        std::fs::read_to_string(self.plans().join("plan-0001.toml")).unwrap_or_default()
    }

    /// The program in a terminal of 80 columns and 24 lines.
    pub(crate) fn start(&self) -> Terminal {
        Terminal::start(self, |_| ())
    }

    /// The program below a shell.
    pub(crate) fn start_below(&self, script: &str) -> Terminal {
        Terminal::start(self, |command| {
            let program = std::mem::replace(command.get_argv_mut(), ["/bin/sh", "-c", script].map(Into::into).to_vec());
            command.args(program);
        })
    }
}

/// The program in a terminal.
pub(crate) struct Terminal {
    pub(crate) parser: vt100::Parser,
    /// Everything that was written so far.
    pub(crate) written: Vec<u8>,
    incoming: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    // Kept open, so that the modes of the terminal can be seen after the end of the program.
    slave: Box<dyn SlavePty + Send>,
    deaf: Arc<AtomicBool>,
    modes: String,
    /// Whether it still has to say what kind of terminal it is, as every terminal does that is asked.
    pub(crate) owes_its_kind: bool,
}

/// How the kind of terminal is asked for.
pub(crate) const ASKS_KIND: &str = "\u{1b}[c";

/// What kind of terminal it is.
pub(crate) const KIND: &[u8] = b"\x1b[?62;22c";

const SIZE: PtySize = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };

impl Terminal {
    /// Starts the program as `change` wants it.
    pub(crate) fn start(home: &Home, change: impl FnOnce(&mut CommandBuilder)) -> Self {
        let pair = native_pty_system().openpty(SIZE).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_journey-advisor"));
        command.cwd(home.path());
        command.env_clear();
        for (name, folder) in [("HOME", "."), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")] {
            command.env(name, home.path().join(folder));
        }
        for (name, value) in [
            ("PATH", "/usr/bin:/bin"),
            ("TERM", "xterm-256color"),
            ("LANG", "C.UTF-8"),
            ("SOURCE_DATE_EPOCH", "1795521600"),
        ] {
            command.env(name, value);
        }
        change(&mut command);
        let modes = format!("{:?}", pair.master.get_termios().unwrap());
        let child = pair.slave.spawn_command(command).unwrap();
        let deaf = Arc::new(AtomicBool::new(false));
        let (sender, incoming) = channel();
        let (reader, heard) = (pair.master.try_clone_reader().unwrap(), Arc::clone(&deaf));
        thread::spawn(move || read(reader, &sender, &heard));
        Self {
            parser: vt100::Parser::new(NonZeroU16::new(24).unwrap(), NonZeroU16::new(80).unwrap(), 0),
            written: Vec::new(),
            incoming,
            keys: pair.master.take_writer().unwrap(),
            child,
            slave: pair.slave,
            master: pair.master,
            deaf,
            modes,
            owes_its_kind: true,
        }
    }

    /// A terminal that answers nothing by itself.
    pub(crate) fn silent(home: &Home) -> Self {
        Self { owes_its_kind: false, ..Self::start(home, |_| ()) }
    }

    /// The process that was started.
    pub(crate) fn process(&self) -> Process {
        Process(self.child.process_id().unwrap())
    }

    /// What is on the screen.
    pub(crate) fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Takes in what was written within a time; says whether anything was.
    pub(crate) fn hear(&mut self, within: Duration) -> bool {
        let Ok(bytes) = self.incoming.recv_timeout(within) else { return false };
        self.parser.process(&bytes);
        self.written.extend(bytes);
        if self.owes_its_kind && self.count(ASKS_KIND) > 0 {
            self.owes_its_kind = false;
            self.send(KIND);
        }
        true
    }

    /// Waits until the screen is as it should be.
    pub(crate) fn wait_until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self) {
            assert!(Instant::now() < end, "waited in vain for {what} on\n{}", self.text());
            self.hear(Duration::from_millis(20));
        }
    }

    /// Waits for a text on the screen.
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |terminal| terminal.text().contains(text));
    }

    /// Waits until a frame that has begun has also ended.
    pub(crate) fn wait_for_frame(&mut self) {
        self.wait_until("a whole frame", |terminal| terminal.count("\u{1b}[?2026h") <= terminal.count("\u{1b}[?2026l"));
    }

    /// Waits until the program waits. One that writes nothing may only have no processor to run on.
    pub(crate) fn wait_for_quiet(&mut self) {
        let end = Instant::now() + PATIENCE;
        while self.hear(Duration::from_millis(300)) || !self.process().is_waiting() {
            assert!(Instant::now() < end, "it never waits:\n{}", self.text());
        }
    }

    /// Sends bytes as they are.
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.keys.write_all(bytes).unwrap();
    }

    /// Presses keys, named as in the key table and separated by spaces; `_` is a blank.
    pub(crate) fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let bytes = match key {
                "enter" => "\r",
                "esc" => "\u{1b}",
                "space" | "_" => " ",
                "tab" => "\t",
                "up" => "\u{1b}[A",
                "down" => "\u{1b}[B",
                "right" => "\u{1b}[C",
                "left" => "\u{1b}[D",
                "backspace" => "\u{7f}",
                "ctrl-c" => "\u{3}",
                "ctrl-l" => "\u{c}",
                "ctrl-z" => "\u{1a}",
                other => other,
            };
            self.send(bytes.as_bytes());
        }
    }

    /// Types text.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.send(text.as_bytes());
    }

    /// Changes the size of the terminal.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        let size = (NonZeroU16::new(rows).unwrap(), NonZeroU16::new(columns).unwrap());
        self.parser.screen_mut().set_size(size.0, size.1);
        self.master.resize(PtySize { rows, cols: columns, ..SIZE }).unwrap();
    }

    /// Waits until the program has read all that was sent.
    pub(crate) fn wait_until_read(&mut self) {
        let (name, flags) = (self.master.tty_name().unwrap(), OFlags::RDONLY | OFlags::NOCTTY | OFlags::NONBLOCK);
        let slave = rustix::fs::open(name, flags, Mode::empty()).unwrap();
        self.wait_until("the program to read", |_| rustix::io::ioctl_fionread(&slave).unwrap() == 0);
    }

    /// Waits for the end of the program and says how it ended.
    pub(crate) fn end(&mut self) -> u32 {
        let mut status = None;
        self.wait_for_process(|child| {
            status = child.try_wait().unwrap();
            status.is_some()
        });
        self.hear_the_rest();
        status.unwrap().exit_code()
    }

    /// Takes in all that a program wrote that has ended: what is written now comes after it.
    fn hear_the_rest(&mut self) {
        const LAST: &[u8] = b"\x1b_last\x1b\\";
        let (name, flags) = (self.master.tty_name().unwrap(), OFlags::WRONLY | OFlags::NOCTTY);
        let mut end = std::fs::File::from(rustix::fs::open(name, flags, Mode::empty()).unwrap());
        end.write_all(LAST).unwrap();
        self.wait_until("what was written last", |terminal| terminal.written.ends_with(LAST));
        self.written.truncate(self.written.len() - LAST.len());
    }

    fn wait_for_process(&mut self, mut has_ended: impl FnMut(&mut Box<dyn Child + Send + Sync>) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !has_ended(&mut self.child) {
            assert!(Instant::now() < end, "the program does not end:\n{}", self.text());
            self.hear(Duration::from_millis(5));
        }
    }

    /// What is not as it was before the program took the terminal.
    pub(crate) fn left_behind(&self) -> String {
        let screen = self.parser.screen();
        let mut wrong = String::new();
        let modes = format!("{:?}", self.master.get_termios().unwrap());
        for (what, is_wrong) in [
            ("the alternate screen", screen.alternate_screen()),
            ("a hidden cursor", screen.hide_cursor()),
            ("bracketed paste", screen.bracketed_paste()),
            ("the mouse", screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None),
            ("colours", screen.fgcolor() != vt100::Color::Default || screen.bgcolor() != vt100::Color::Default),
            ("attributes", screen.bold() || screen.inverse() || screen.underline()),
            ("modes of the terminal", modes != self.modes),
            ("an open frame", self.count("\u{1b}[?2026h") > self.count("\u{1b}[?2026l")),
        ] {
            if is_wrong {
                let _ = write!(wrong, "{what}, ");
            }
        }
        wrong
    }

    /// How often a sequence was written.
    pub(crate) fn count(&self, sequence: &str) -> usize {
        self.written.windows(sequence.len()).filter(|window| *window == sequence.as_bytes()).count()
    }

    /// Ends the program in the middle of whatever it does, and returns everything that it wrote.
    pub(crate) fn kill(mut self) -> Vec<u8> {
        self.process().signal(rustix::process::Signal::KILL);
        self.child.wait().unwrap();
        self.hear_the_rest();
        self.written
    }

    /// Takes the terminal away, as a closed window does. `process` is who must then end.
    pub(crate) fn vanish(mut self, process: Process) {
        self.deaf.store(true, Ordering::SeqCst);
        // Something to draw: the reader wakes, hears that it is deaf, and lets go of the terminal.
        self.press("down");
        wait("the reader", || Arc::strong_count(&self.deaf) == 1);
        drop((self.keys, self.master, self.slave));
        wait("the end of the program", || process.state().is_none());
    }
}

fn read(mut reader: Box<dyn Read + Send>, sender: &Sender<Vec<u8>>, deaf: &AtomicBool) {
    let mut buffer = vec![0; 65_536];
    while let Ok(length @ 1..) = reader.read(&mut buffer) {
        if deaf.load(Ordering::SeqCst) || sender.send(buffer.iter().take(length).copied().collect()).is_err() {
            return;
        }
    }
}
