//! Every command, to search and run, with its key.

use super::App;
use super::action::Action;
use super::context::Context;
use super::field::Field;
use super::key::KeyPress;
use super::keymap::{Binding, Keymap};
use super::overlay::Overlay;

/// The list of commands.
#[derive(Debug, Clone)]
pub struct Palette {
    /// Where it was opened: only what can be done there is listed.
    pub from: Context,
    /// What was typed.
    pub field: Field,
    /// The marked row.
    pub row: usize,
}

/// A command with its key.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// The row of the key table.
    pub binding: &'static Binding,
    /// The key to show.
    pub key: Option<KeyPress>,
}

impl Palette {
    /// The commands that fit what was typed: each word must begin a word of the text, or stand in it; those where the
    /// text begins with it come first.
    pub fn commands(&self, keymap: &Keymap) -> Vec<Command> {
        let typed = self.field.text().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut found: Vec<Command> = keymap
            .rows(self.from)
            .filter(|(binding, _)| is_command(binding.action))
            .filter(|(binding, _)| {
                let text = format!("{} {}", binding.long, binding.name).to_lowercase();
                words.iter().all(|word| text.contains(word))
            })
            .map(|(binding, keys)| {
                let acts = |key: &&KeyPress| keymap.action(self.from, **key) == Some(binding.action);
                Command { binding, key: keys.iter().find(acts).copied() }
            })
            .collect();
        if let Some(first) = words.first() {
            found.sort_by_key(|command| !command.binding.long.to_lowercase().starts_with(first));
        }
        found
    }
}

/// Whether an action makes sense from a list, where no row is marked any more by sight.
fn is_command(action: Action) -> bool {
    !matches!(
        action,
        Action::Up
            | Action::Down
            | Action::First
            | Action::Last
            | Action::ScrollUp
            | Action::ScrollDown
            | Action::Number(_)
            | Action::Palette
            | Action::Back
    )
}

impl App<'_> {
    pub(super) fn update_palette(&mut self, mut palette: Palette, action: Action) {
        let commands = palette.commands(&self.keymap);
        let last = commands.len().saturating_sub(1);
        match action {
            Action::Up => palette.row = palette.row.saturating_sub(1),
            Action::Down => palette.row = (palette.row + 1).min(last),
            Action::Row(row) if row <= last => palette.row = row,
            _ => {}
        }
        if matches!(action, Action::Confirm | Action::Row(_)) {
            if let Some(command) = commands.get(palette.row) {
                self.update(command.binding.action);
            }
        } else {
            self.overlay = Some(Overlay::Palette(palette));
        }
    }
}
