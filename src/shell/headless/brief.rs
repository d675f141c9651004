//! `brief`: what a client's text asks for, as proposals.

use std::path::Path;

use crate::brief::{Index, LARGEST, Tier, read, word};
use crate::export::{json, proposals, text};
use crate::report::proposals::{FOREIGN, NOTHING, page};
use crate::shell::cli::{Accept, Brief, ListFormat};
use crate::shell::exit::{Exit, Failure};
use crate::shell::files::{self, Origin};
use crate::shell::{World, knowledge, output};

/// How a file in Rich Text Format begins.
const RICH_TEXT: &str = "{\\rtf";

pub(super) fn run(args: &Brief, world: &World) -> Result<Exit, Failure> {
    let format = super::form(args.format, &args.target, &super::LIST_ENDINGS)?;
    if args.accept.is_some() && format != ListFormat::Toml {
        let failure = Failure::new(Exit::Usage, "only a file of answers can hold what is accepted");
        return Err(failure.help("add `--format toml`"));
    }
    let base = knowledge::knowledge(world)?;
    let text = text_of(&args.file)?;
    let brief = read(&text, &Index::of(&base), &base);
    let accepted = args.accept.map(|Accept::Likely| Tier::Likely);
    let written = match format {
        ListFormat::Text => text::write(&page(&brief, &base)),
        ListFormat::Json => json::brief(&brief, &base),
        ListFormat::Toml => proposals::write(&brief, accepted, &base),
    };
    super::deliver(&written, &args.target)?;
    if brief.is_foreign {
        output::message(&format!("{FOREIGN} Translate it, or answer the questions one by one.\n"));
    } else if !brief.says_something() {
        output::message(&format!("{NOTHING} `questions` lists what there is to say.\n"));
    }
    Ok(if brief.says_something() { Exit::Done } else { Exit::NoRecommendation })
}

/// The text of a file: a text itself, or what a Word document holds.
fn text_of(path: &Path) -> Result<String, Failure> {
    let bytes = files::read_bytes(path, word::LARGEST, Origin::Named)?;
    let text = if word::is_archive(&bytes) {
        let failed = |no_word: word::NoWord| {
            let message = format!("`{}` {}", files::named(path), no_word.message());
            Failure::new(Exit::Invalid, message).help(no_word.help())
        };
        word::text(&bytes).map_err(failed)?
    } else {
        files::decoded(path, bytes)?
    };
    if text.len() > LARGEST {
        let message = format!("`{}` has more text than any brief", files::named(path));
        return Err(Failure::new(Exit::Invalid, message)
            .help(format!("copy the part that is about the journey into a file of at most {LARGEST} bytes")));
    }
    let kind = if text.starts_with(RICH_TEXT) { Some("a file in Rich Text Format") } else { None };
    let kind = kind.or_else(|| text.contains('\0').then_some("no text at all"));
    match kind {
        Some(kind) => {
            let message = format!("`{}` is not plain text; it looks like {kind}", files::named(path));
            Err(Failure::new(Exit::Invalid, message).help("save it as a Word document or as text"))
        }
        None => Ok(text),
    }
}
