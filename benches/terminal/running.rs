//! A program in a terminal, and how long it takes to answer.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

/// What programs write at the end of a frame.
pub(crate) const END: &[u8] = b"\x1b[?2026l";

/// Whatever a program still writes after a frame, such as that a plan is saved, comes within this time.
const QUIET: Duration = Duration::from_millis(30);

/// A program in a terminal.
pub(crate) struct Running {
    child: Box<dyn Child + Send + Sync>,
    written: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
}

impl Running {
    /// Starts a program in a terminal of that many columns and rows. Says how long its first frame took.
    pub(crate) fn start(
        program: &Path,
        argument: Option<&str>,
        home: &Path,
        (cols, rows): (u16, u16),
    ) -> (Self, Duration) {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(argument);
        command.env_clear();
        command.env("HOME", home);
        command.env("XDG_DATA_HOME", home.join("data"));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, written) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(length) = reader.read(&mut buffer) {
                if length == 0 || sender.send(buffer[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        let start = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let running = Self { child, written, keys };
        running.wait();
        (running, start.elapsed())
    }

    /// Sends a key once all is quiet, and says how long its frame took.
    pub(crate) fn answer(&mut self, key: &str) -> Duration {
        while self.written.recv_timeout(QUIET).is_ok() {}
        self.answer_now(key)
    }

    /// Sends a key at once, and says how long its frame took.
    pub(crate) fn answer_now(&mut self, key: &str) -> Duration {
        let start = Instant::now();
        self.keys.write_all(key.as_bytes()).unwrap();
        self.wait();
        start.elapsed()
    }

    /// Waits for the end of a frame.
    fn wait(&self) {
        let mut written = Vec::new();
        let mut seen = 0;
        while !written[seen..].windows(END.len()).any(|window| window == END) {
            seen = written.len().saturating_sub(END.len());
            written.extend(self.written.recv().unwrap());
        }
    }

    /// Answers what the program may have asked the terminal, so that it awaits nothing, and ends it.
    pub(crate) fn stop(mut self) {
        while self.written.recv_timeout(QUIET).is_ok() {}
        self.keys.write_all(b"\x1b[?62;22c\x03").unwrap();
        self.child.wait().unwrap();
    }
}
