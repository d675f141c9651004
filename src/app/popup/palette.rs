//! Every command, to search and run, with its key.

use crate::app::cursor::Cursor;
use crate::app::field::Field;
use crate::app::key::KeyPress;
use crate::app::keymap::Binding;

use super::{Action, Context, Cx, Flow, Popup, Typing};

/// The list of commands.
#[derive(Debug)]
pub struct Palette {
    /// Where it was opened: only what can be done there is listed.
    from: Context,
    pub(crate) field: Field,
    pub(crate) cursor: Cursor,
}

/// A command with the key to show.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PaletteRow {
    pub(crate) binding: &'static Binding,
    pub(crate) key: Option<KeyPress>,
}

impl From<Palette> for Popup {
    fn from(palette: Palette) -> Self {
        Self::Palette(palette)
    }
}

impl Palette {
    pub(in crate::app) fn of(from: Context) -> Self {
        Self { from, field: Field::default(), cursor: Cursor::default() }
    }

    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let commands = self.commands(cx);
        match (self.cursor.take(action, commands.len(), cx.reach), commands.get(self.cursor.row)) {
            (Some(Action::Confirm), Some(command)) => Flow::Act(command.binding.action),
            (Some(Action::Confirm), None) => Flow::Close,
            _ => Flow::Done,
        }
    }

    pub(super) fn type_in(&mut self, typed: &Typing<'_>) {
        self.cursor = Cursor::default();
        self.field.take(typed);
    }

    /// The commands that fit what was typed: each word must begin a word of the text, or stand in it; those where the
    /// text begins with it come first.
    pub(crate) fn commands(&self, cx: &Cx<'_>) -> Vec<PaletteRow> {
        let (keymap, nouns) = (&cx.keymap, &cx.plan.base.nouns);
        let typed = self.field.text().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut found: Vec<PaletteRow> = keymap
            .rows(self.from)
            .filter(|(binding, _)| is_command(binding.action))
            .filter(|(binding, _)| {
                let text = format!("{} {}", binding.long(nouns), binding.name).to_lowercase();
                words.iter().all(|word| text.contains(word))
            })
            .map(|(binding, keys)| {
                let acts = |key: &&KeyPress| keymap.action(self.from, **key) == Some(binding.action);
                PaletteRow { binding, key: keys.iter().find(acts).copied() }
            })
            .collect();
        if let Some(first) = words.first() {
            found.sort_by_key(|command| !command.binding.long(nouns).to_lowercase().starts_with(first));
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
