//! Every theme can be read by everybody: measured on the cells of every screen, in 24 bits, 256 colours, 16 and none.

mod command;
mod files;
mod readable;
mod states;
mod vision;

use journey_advisor::theme::depth::Depth;
use journey_advisor::theme::{Catalogue, Theme};

/// A built-in theme as a terminal of that depth shows it.
fn theme(name: &str, depth: Depth) -> Theme {
    let (theme, problems) = Catalogue::new(Vec::new()).theme(name);
    assert_eq!(problems, [], "{name}");
    theme.unwrap().at_depth(depth)
}

/// The names of all built-in themes, or of those with colours of their own.
fn names(with_terminal: bool) -> Vec<String> {
    let catalogue = Catalogue::new(Vec::new());
    catalogue.names().filter(|name| with_terminal || *name != "terminal").map(str::to_owned).collect()
}
