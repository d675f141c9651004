//! `brief`: what a client's text asks for, as proposals.

use crate::brief::{Index, Tier, read};
use crate::export::{json, proposals, text};
use crate::report::proposals::{FOREIGN, nothing, page};
use crate::shell::cli::{Accept, Brief, ListFormat};
use crate::shell::exit::{Exit, Failure};
use crate::shell::files::Origin;
use crate::shell::{World, client_text, knowledge, output};

pub(super) fn run(args: &Brief, world: &World) -> Result<Exit, Failure> {
    let format = super::form(args.format, &args.target, &super::LIST_ENDINGS)?;
    if args.accept.is_some() && format != ListFormat::Toml {
        let failure = Failure::new(Exit::Usage, "only a file of answers can hold what is accepted");
        return Err(failure.help("add `--format toml`"));
    }
    let base = knowledge::knowledge(world)?;
    let text = client_text::read(&args.file, Origin::Named)?;
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
        output::message(&format!("{} `questions` lists what there is to say.\n", nothing(&base)));
    }
    Ok(if brief.says_something() { Exit::Done } else { Exit::NoRecommendation })
}
