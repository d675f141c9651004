//! The keys that work now, or what just happened.

use crate::app::context::{Context, Screen};
use crate::app::key::KeyPress;
use crate::app::keymap::Binding;
use crate::app::popup::Popup;
use crate::app::screen::start::{self, StartRow};
use crate::app::{Message, Saved, Tone};

use super::prose::{columns, first, line_columns};
use super::{Action, Areas, Canvas, Line, Rect, Role, Span};

/// Draws the line above the footer, with what just happened on it, and the keys below: at the right end what never drops.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    canvas.rule(screen.lower_rule());
    let (kept, rest): (Vec<Hint>, Vec<Hint>) = hints(canvas).into_iter().partition(|hint| hint.never_drops);
    let area = keep(canvas, screen.footer, &kept);
    let area = not_saved(canvas, area);
    offer(canvas, area, rest);
    if let Some(message) = &canvas.cx.message {
        say(canvas, screen, message);
    }
}

/// Says at the right end why nothing is saved, and returns what is left of the area.
fn not_saved(canvas: &mut Canvas<'_, '_>, area: Rect) -> Rect {
    let Saved::No(reason) = &canvas.cx.saved else { return area };
    canvas.line_right(area, canvas.span(format!("  not saved: {reason}"), Role::Error))
}

/// What just happened, in lines, with their role; at most half of the screen.
fn told(canvas: &Canvas<'_, '_>, screen: &Areas, message: &Message) -> Vec<Line<'static>> {
    let (role, sign) = match message.tone {
        Tone::Done => (Role::Good, canvas.glyphs.done),
        Tone::Neutral => (Role::Text, canvas.glyphs.dot),
        Tone::Problem => (Role::Error, canvas.glyphs.warning),
    };
    let width = screen.footer.width;
    let lines = canvas.led((sign, role), &message.text, role, width);
    first(lines, screen.area.height / 2, width, canvas.glyphs.ellipsis)
}

/// So many lines above the footer what just happened takes from the screen: none if it fits on the line that is there anyway.
pub(super) fn taken(canvas: &Canvas<'_, '_>, screen: &Areas) -> u16 {
    let lines = canvas.cx.message.as_ref().map_or(0, |message| told(canvas, screen, message).len());
    u16::try_from(lines).ok().filter(|lines| *lines > 1).unwrap_or(0)
}

/// Says what just happened, on the line above the keys: these stay where they are. What takes more room than that grows
/// upwards, and the screen is so much lower.
fn say(canvas: &mut Canvas<'_, '_>, screen: &Areas, message: &Message) {
    let footer = screen.footer;
    let lines = told(canvas, screen, message);
    let height = u16::try_from(lines.len()).unwrap_or(0);
    let top = footer.y.saturating_sub(height);
    if height > 1 {
        let over = Rect { y: top.saturating_sub(1), height: height + 1, ..footer };
        canvas.clear(over, Role::Text);
        canvas.hit(over, Action::Redraw);
        canvas.rule(Rect { height: 1, ..over });
    }
    for (y, line) in (top..).zip(lines) {
        let row = Rect { y, height: 1, ..footer };
        canvas.line(row, canvas.span(" ".repeat(usize::from(line_columns(&line)) + 1), Role::Text));
        canvas.line(row, line);
    }
}

/// Keys, each a place to click, and what they do in a word or two.
struct Hint {
    keys: Vec<(String, Action)>,
    word: String,
    never_drops: bool,
}

/// Draws what never drops at the right end and returns what is left of the area.
fn keep(canvas: &mut Canvas<'_, '_>, area: Rect, kept: &[Hint]) -> Rect {
    let widths = kept.iter().map(|hint| hint.width() + 2);
    let width = widths.sum::<u16>().min(area.width);
    let rest = Rect { width: area.width - width, ..area };
    let mut x = rest.right() + 2;
    for hint in kept {
        hint.draw(canvas, Rect { x, width: area.right().saturating_sub(x), ..area });
        x += hint.width() + 2;
    }
    rest
}

/// Draws hints in order. Where they do not all fit, words get shorter, those at the end first; only then hints drop.
fn offer(canvas: &mut Canvas<'_, '_>, area: Rect, mut hints: Vec<Hint>) {
    let needed = |hints: &[Hint]| hints.iter().map(|hint| hint.width() + 2).sum::<u16>().saturating_sub(2);
    for last in (0..hints.len()).rev() {
        if needed(&hints) <= area.width {
            break;
        }
        if let Some(hint) = hints.get_mut(last) {
            hint.shorten();
        }
    }
    let mut area = area;
    for hint in hints {
        let width = hint.width();
        if width > area.width {
            break;
        }
        hint.draw(canvas, area);
        area = Rect { x: area.x + (width + 2).min(area.width), width: area.width.saturating_sub(width + 2), ..area };
    }
}

/// Shorter words for narrow terminals.
const BRIEF: [(&str, &str); 12] = [
    ("all likely", "likely"),
    ("as before", "undo"),
    ("change words", "words"),
    ("document", "file"),
    ("make it a must", "must"),
    ("next part", "part"),
    ("plan for it", "plan"),
    ("questions", "ask"),
    ("take back", "clear"),
    ("take over", "take"),
    ("to the results", "results"),
    ("whole page", "whole"),
];

impl Hint {
    /// Says it in a shorter word, if there is one.
    fn shorten(&mut self) {
        if let Some((_, brief)) = BRIEF.iter().find(|(long, _)| *long == self.word) {
            self.word = (*brief).to_owned();
        }
    }

    fn width(&self) -> u16 {
        self.keys.iter().map(|(key, _)| columns(key) + 1).sum::<u16>() + columns(&self.word)
    }

    fn draw(&self, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let mut x = area.x;
        let mut spans = Vec::new();
        for (position, (key, action)) in self.keys.iter().enumerate() {
            let is_last = position + 1 == self.keys.len();
            let width = columns(key) + if is_last { 1 + columns(&self.word) } else { 0 };
            canvas.hit(Rect { x, width, ..area }, *action);
            spans.extend([canvas.span(key.clone(), Role::Key), Span::raw(" ")]);
            x += columns(key) + 1;
        }
        spans.push(canvas.span(self.word.clone(), Role::Muted));
        canvas.line(area, Line::from(spans));
    }
}

/// The hints of what has the focus, those that matter most there first, what never drops at the end.
fn hints(canvas: &Canvas<'_, '_>) -> Vec<Hint> {
    let context = canvas.app.context();
    let ascii = canvas.cx.look.ascii;
    let mut hints: Vec<Hint> = Vec::new();
    for (binding, keys) in canvas.cx.keymap.rows(context) {
        let Some(word) = word(canvas, binding).filter(|word| !word.is_empty()) else { continue };
        if is_idle(canvas, binding.action) {
            continue;
        }
        // Asking the table who has a key is what costs here, so it comes last.
        let acts = |key: &&KeyPress| canvas.cx.keymap.action(context, **key) == Some(binding.action);
        let Some(key) = keys.iter().find(acts) else { continue };
        let key = (key.label(ascii), binding.action);
        match hints.last_mut().filter(|before| before.word == word) {
            Some(before) => before.keys.push(key),
            None => hints.push(Hint { keys: vec![key], word, never_drops: never_drops(context, binding.action) }),
        }
    }
    if let Some(word) = way_back(context) {
        let place = usize::from(context != Context::Card).min(hints.len());
        hints.insert(
            place,
            Hint { keys: vec![("esc".to_owned(), Action::Back)], word: word.to_owned(), never_drops: false },
        );
    }
    let first = match context {
        Context::Interview => canvas.screens.interview.first_keys(&canvas.cx.plan),
        _ => first_of(context),
    };
    let rank = |hint: &Hint| {
        let action = hint.keys.first().map(|(_, action)| *action);
        first.iter().position(|known| Some(*known) == action).unwrap_or(usize::MAX)
    };
    hints.sort_by_key(rank);
    hints
}

/// What stands first in the footer, before the order of the table.
fn first_of(context: Context) -> &'static [Action] {
    match context {
        Context::Advice => &[Action::Confirm, Action::NextPart],
        Context::Brief => &[
            Action::Confirm,
            Action::More,
            Action::Clear,
            Action::Must,
            Action::AcceptLikely,
            Action::Undo,
            Action::NextPart,
        ],
        _ => &[],
    }
}

/// Whether a hint stays however narrow the terminal is: the help, and where one goes from here.
fn never_drops(context: Context, action: Action) -> bool {
    match action {
        Action::Go(Screen::Help) => true,
        Action::Go(Screen::Advice) => matches!(context, Context::Interview | Context::Answers),
        Action::Go(Screen::Export) => context == Context::Advice,
        _ => false,
    }
}

/// What an action does here, in a word or two; nothing if it does nothing that must be said.
fn word(canvas: &Canvas<'_, '_>, binding: &Binding) -> Option<String> {
    let short = &binding.short(&canvas.cx.plan.base.nouns);
    match (canvas.app.context(), binding.action) {
        (Context::Advice, Action::Confirm) => {
            canvas.screens.advice.behind(&canvas.cx.plan).map(|behind| behind.word().to_owned())
        }
        (Context::Brief, action) => canvas.screens.brief.word(&canvas.cx.plan, action, short).map(str::to_owned),
        (Context::Interview, action) => {
            canvas.screens.interview.word(&canvas.cx.plan, action, short).map(str::to_owned)
        }
        _ => Some(short.to_string()),
    }
}

/// Whether an action would do nothing here.
fn is_idle(canvas: &Canvas<'_, '_>, action: Action) -> bool {
    match canvas.app.context() {
        context if action == Action::Go(Screen::Help) => !context.helps(),
        Context::Start => {
            let rows = start::rows(canvas.cx);
            action == Action::More && rows.get(canvas.screens.start.cursor.row) != Some(&StartRow::Day)
        }
        Context::Themes | Context::Copies | Context::Changes => action != Action::Confirm,
        Context::Card if matches!(action, Action::NextPart | Action::OpenSource) => match &canvas.app.popup {
            Some(Popup::Page(page)) => page.sources() == 0 || action == Action::OpenSource && page.source.is_none(),
            _ => true,
        },
        Context::Slider if action == Action::Confirm => false,
        Context::Slider => match &canvas.app.popup {
            Some(Popup::Slider(slider)) => slider.leads_to(&canvas.cx.plan, action).is_none(),
            _ => true,
        },
        Context::Tour if action == Action::Less => {
            matches!(&canvas.app.popup, Some(Popup::Tour(tour)) if tour.stop.before().is_none())
        }
        Context::Tour => matches!(action, Action::Palette | Action::Quit),
        Context::Advice if action == Action::GapWork => !canvas.screens.advice.is_on_gap(),
        Context::Export if action == Action::OpenDocument => canvas.screens.export.written.is_none(),
        Context::Confirm => !matches!(action, Action::Confirm | Action::Back),
        _ => canvas.app.popup.is_none() && action == Action::Go(canvas.app.screen()),
    }
}

/// What Esc does where that must be said.
fn way_back(context: Context) -> Option<&'static str> {
    match context {
        Context::Card => Some("close"),
        Context::Field
        | Context::Form
        | Context::ClientText
        | Context::Palette
        | Context::Search
        | Context::Compare
        | Context::Copies
        | Context::Changes => Some("back"),
        Context::Themes | Context::Slider => Some("as before"),
        Context::Tour => Some("end the tour"),
        _ => None,
    }
}
