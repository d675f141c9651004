//! The form of the document, and how it will look.

use crate::app::popup::form::FormField;
use crate::app::screen::export::{ExportRow, extent_words, purpose};
use crate::diagnostic::clean::visible;

use super::prose::first;
use super::{Areas, Canvas, Line, Pane, Rect, Role};

/// The columns of the labels.
pub(super) const LABEL: u16 = 13;

/// Draws the export.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let (list, detail) = screen.list_and_detail();
    let width = list.width.saturating_sub(4);
    let export = &canvas.screens.export;
    let mut pane = Pane::list(export.cursor);
    canvas.title(screen.rule, list, "Your document");
    for row in ExportRow::all() {
        pane.row(lines(canvas, row, width));
    }
    if let Some((path, size)) = &export.written {
        pane.gap();
        pane.extend(canvas.wrap(&format!("Written: {path}, {size}"), Role::Good, width, 2));
    }
    pane.draw(canvas, list);
    if let Some(area) = detail {
        canvas.title(screen.rule, area, "How it begins");
        canvas.rule_before(area);
        preview(canvas, area);
    }
}

/// A row of the form: what it is called and what it says.
fn lines(canvas: &Canvas<'_, '_>, row: ExportRow, width: u16) -> Vec<Line<'static>> {
    let export = &canvas.screens.export;
    let (label, value, role) = match row {
        ExportRow::Field(about) => {
            let said = about.text(canvas.cx).map(|text| visible(&text).into_owned());
            let role = if said.is_some() { Role::Text } else { Role::Muted };
            (about.label(), said.unwrap_or_else(|| not_said(about).to_owned()), role)
        }
        ExportRow::Extent => ("Extent", between(extent_words(export.extent)), Role::Text),
        ExportRow::Format => ("Format", between(export.format.name()), Role::Text),
    };
    let label = canvas.span(format!("{label:<0$}", usize::from(LABEL)), Role::Muted);
    let mut lines = canvas.wrap_after(vec![label], &value, role, width, LABEL);
    if row == ExportRow::Format {
        let what = format!("{}. Enter writes it.", purpose(export.format));
        lines.extend(canvas.indented(2, &what, Role::Muted, width));
    }
    lines
}

/// A value that left and right change.
fn between(value: &str) -> String {
    format!("< {value} >")
}

/// What stands where nobody said anything.
fn not_said(about: FormField) -> &'static str {
    match about {
        FormField::Title => "untitled plan",
        FormField::Folder => "current folder",
        _ => "not said",
    }
}

/// The beginning of the document; for one that cannot be shown, of what it says.
fn preview(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let width = area.width.saturating_sub(2);
    let beginning = canvas.screens.export.preview.lines().take(usize::from(area.height) + 1);
    let lines = beginning.flat_map(|line| canvas.wrap(line, Role::Muted, width, 0)).collect();
    let mut pane = Pane::default();
    pane.extend(first(lines, area.height, width, canvas.glyphs.ellipsis));
    pane.draw(canvas, Rect { x: area.x.saturating_sub(2), width: area.width + 4, ..area });
}
