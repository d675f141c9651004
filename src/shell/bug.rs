//! What is written about a bug: plain, and with nothing in it that could drive a terminal, for it may quote a file.

use std::any::Any;
use std::fmt;
use std::panic::{Location, PanicHookInfo};

use color_eyre::config::{HookBuilder, Theme};
use color_eyre::section::PanicMessage;

use crate::diagnostic::clean::lines;

/// Makes reports of bugs readable. Where that fails they are reported all the same.
pub(super) fn report_readably() {
    let _ = HookBuilder::default().theme(Theme::new()).panic_message(Report).install();
}

struct Report;

impl PanicMessage for Report {
    fn display(&self, panic: &PanicHookInfo<'_>, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&said(panic.payload(), panic.location()))
    }
}

fn said(payload: &(dyn Any + Send), location: Option<&Location<'_>>) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("nothing is said");
    let place = location.map_or_else(|| "unknown".to_owned(), Location::to_string);
    format!("The application panicked (crashed).\nMessage:  {}\nLocation: {place}\n", lines(text))
}

#[cfg(test)]
mod tests {
    use super::said;
    use crate::diagnostic::clean::judged;

    #[test]
    fn what_a_bug_quotes_cannot_drive_a_terminal() {
        let text = said(&"inside '\u{1b}[2J\u{9d}2;x\u{9c}\u{feff}'\nat once".to_owned(), None);
        assert!(judged(&text).all(|(_, letter, is_hostile)| !is_hostile || letter == '\n'), "{text:?}");
        assert!(text.contains("Message:  inside '<U+001B>[2J<U+009D>2;x<U+009C><U+FEFF>'\nat once\n"), "{text}");
        assert!(said(&"a word", None).contains("Message:  a word\n"));
    }
}
