//! The interview line by line, on the standard streams. Every answer is on disk before the next line is read.

use std::io::{BufRead as _, Read as _};
use std::sync::Arc;

use crate::app::Setup;
use crate::app::keymap::Keymap;
use crate::app::screen::search::SharedIndex;
use crate::diagnostic::clean;
use crate::diagnostic::decode::unmarked;
use crate::plain::{Plain, Said};

use super::begin::{self, Begin};
use super::exit::{Exit, Failure};
use super::interactive::save_worker::SaveWorker;
use super::interactive::{farewell, how, look};
use super::{World, knowledge, output};

/// The most of a line that is read at once, in bytes.
const LONGEST_LINE: u64 = 65_536;

/// Runs the interview until it or its input ends.
pub(crate) fn run(world: &World, which: Begin) -> Result<Exit, Failure> {
    let base = Arc::new(knowledge::knowledge(world)?);
    let (mut opened, store) = begin::opened(&base, world, which)?;
    let mut worker = SaveWorker::new(store, Arc::clone(&base));
    opened.others = worker.all_others(opened.others.len()).unwrap_or(opened.others);
    let (look, _) = look::choose(world)?;
    opened.notice = opened.notice.or_else(|| world.effective.notice());
    let (keymap, index) = (Keymap::default(), SharedIndex::default());
    let app = knowledge::app_today(&base, world, |today| Setup { today, opened, look, keymap, index });
    let mut plain = Plain::new(app.preferring(world.effective.preferences.clone()));
    if let Some(notice) = plain.app.cx.message.take() {
        output::message(&format!("{}\n", clean::visible(&notice.text)));
    }
    let greeting = plain.greeting();
    say(&mut plain, &mut worker, greeting)?;
    while !plain.has_ended() {
        let Some(line) = line()? else {
            let said = plain.end();
            say(&mut plain, &mut worker, said)?;
            break;
        };
        let said = plain.line(&line);
        say(&mut plain, &mut worker, said)?;
    }
    let last = worker.end();
    output::message(&farewell(&last, &plain.app));
    Ok(how(&last, &plain.app))
}

/// Reads the next line; `None` at the end of the input. What is no UTF-8 is shown as such, and a mark before it is left out.
/// Nothing is taken of a line that is too long, for its end could be read as a command.
fn line() -> Result<Option<String>, Failure> {
    let mut input = std::io::stdin().lock();
    loop {
        let mut bytes = Vec::new();
        let taken =
            input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes).map_err(|error| unreadable(&error))?;
        if bytes.len() as u64 == LONGEST_LINE && !bytes.ends_with(b"\n") {
            input.skip_until(b'\n').map_err(|error| unreadable(&error))?;
            output::data(&format!("This line is longer than {LONGEST_LINE} bytes; nothing of it was taken.\n"))?;
            continue;
        }
        return Ok((taken > 0).then(|| unmarked(&String::from_utf8_lossy(&bytes))));
    }
}

fn unreadable(error: &std::io::Error) -> Failure {
    Failure::new(Exit::Failure, format!("cannot read the input: {error}"))
}

/// Prints what is said, does what is asked for, and says what came of it.
fn say(plain: &mut Plain<'_>, worker: &mut SaveWorker, said: Said) -> Result<(), Failure> {
    output::data(&said.text)?;
    for effect in said.effects {
        for reply in worker.work(effect) {
            let said = plain.reply(reply);
            say(plain, worker, said)?;
        }
    }
    Ok(())
}
