//! What was typed and pasted and waits to be taken in. Beyond a bound nothing more is read: it waits in the terminal.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use ratatui::crossterm::event::Event;

use super::incoming::Incoming;

/// The most that waits, in bytes. One paste may be longer; then it waits alone.
const MOST: usize = 64 * 1024;

/// How many bytes wait; shared by who reads and who takes in.
#[derive(Debug, Clone, Default)]
pub(super) struct Backlog(Arc<(Mutex<usize>, Condvar)>);

impl Backlog {
    /// Counts an event that is to be taken in, once there is room for it.
    fn enter(&self, event: &Event) {
        let size = size(event);
        let is_full = |waiting: &mut usize| *waiting > 0 && *waiting + size > MOST;
        let waiting = self.0.1.wait_while(self.waiting(), is_full);
        *waiting.unwrap_or_else(PoisonError::into_inner) += size;
    }

    /// Passes on what was heard, each input once there is room for it; whether anybody still listens.
    pub(super) fn pass_on(&self, heard: Vec<Incoming>, sender: &Sender<Incoming>) -> bool {
        heard.into_iter().all(|happened| {
            if let Incoming::Input(event) = &happened {
                self.enter(event);
            }
            sender.send(happened).is_ok()
        })
    }

    /// Counts it no more.
    pub(super) fn leave(&self, event: &Event) {
        let mut waiting = self.waiting();
        *waiting = waiting.checked_sub(size(event)).expect("what is taken in has entered");
        self.0.1.notify_one();
    }

    fn waiting(&self) -> MutexGuard<'_, usize> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an event takes while it waits, in bytes.
fn size(event: &Event) -> usize {
    let text = if let Event::Paste(text) = event { text.len() } else { 0 };
    size_of::<Incoming>() + text
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use ratatui::crossterm::event::Event;

    use super::{Backlog, MOST, size};

    #[test]
    fn whoever_reads_waits_while_too_much_is_not_taken_in() {
        let (sender, entered) = mpsc::channel();
        let (backlog, long) = (Backlog::default(), Event::Paste("x".repeat(2 * MOST)));
        let events = vec![Event::FocusGained; 3 * MOST / size(&Event::FocusGained)];
        let other = backlog.clone();
        thread::spawn(move || {
            for event in std::iter::once(long).chain(events) {
                other.enter(&event);
                if sender.send(event).is_err() {
                    return;
                }
            }
        });
        let patience = Duration::from_secs(30);
        let first = entered.recv_timeout(patience).unwrap();
        thread::sleep(Duration::from_millis(20));
        assert!(matches!(first, Event::Paste(_)) && entered.try_recv().is_err(), "a long paste waits alone");
        backlog.leave(&first);
        let mut seen = 0;
        while let Ok(event) = entered.recv_timeout(if seen == 0 { patience } else { Duration::from_millis(200) }) {
            assert_eq!(event, Event::FocusGained);
            seen += size(&event);
        }
        assert!(seen <= MOST && seen + size(&Event::FocusGained) > MOST, "{seen}");
        backlog.leave(&Event::FocusGained);
        assert_eq!(entered.recv_timeout(patience), Ok(Event::FocusGained), "it goes on");
    }
}
