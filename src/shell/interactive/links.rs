//! Links in the terminal (OSC 8): letters that lead to a source are written between what begins and what ends a link. All that
//! belong to one source have the same id, so that a terminal takes a title over two lines for one.

use std::io::{self, Write};
use std::sync::Arc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::Color;

use crate::diagnostic::clean::is_plain;
use crate::knowledge::KnowledgeBase;
use crate::ui::source_behind;

/// What ends a link.
const END: &str = "\x1b]8;;\x1b\\";

/// Where the addresses of links come from; nowhere where the terminal knows no links.
#[derive(Debug, Clone, Default)]
pub(super) struct Links(Option<Arc<KnowledgeBase>>);

impl Links {
    pub(super) fn to(base: Arc<KnowledgeBase>) -> Self {
        Self(Some(base))
    }

    /// What begins a link to the source at that position. An address that could drive the terminal begins none.
    fn begin(&self, position: usize) -> Option<String> {
        let (_, source) = self.0.as_ref()?.sources.iter().nth(position)?;
        let is_safe = is_plain(&source.url) && source.url.starts_with("https://");
        is_safe.then(|| format!("\x1b]8;id=source-{position};{}\x1b\\", source.url))
    }
}

/// The terminal, with links.
#[derive(Debug)]
pub(super) struct Linking<W: Write> {
    inner: CrosstermBackend<W>,
    links: Links,
}

impl<W: Write> Linking<W> {
    pub(super) fn new(writer: W, links: Links) -> Self {
        Self { inner: CrosstermBackend::new(writer), links }
    }
}

/// Cells that follow one another in what is drawn and lead to the same source, or to none.
struct Run {
    source: Option<usize>,
    cells: Vec<(u16, u16, Cell)>,
}

/// Cuts what is drawn into runs, and takes from each cell what said where it leads.
fn runs<'c>(content: impl Iterator<Item = (u16, u16, &'c Cell)>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (x, y, cell) in content {
        let source = source_behind(cell.underline_color);
        let mut cell = cell.clone();
        cell.underline_color = Color::Reset;
        match runs.last_mut() {
            Some(run) if run.source == source => run.cells.push((x, y, cell)),
            _ => runs.push(Run { source, cells: vec![(x, y, cell)] }),
        }
    }
    runs
}

impl<W: Write> Backend for Linking<W> {
    type Error = io::Error;

    fn draw<'c, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'c Cell)>,
    {
        let content: Vec<_> = content.collect();
        if content.iter().all(|(_, _, cell)| source_behind(cell.underline_color).is_none()) {
            return self.inner.draw(content.into_iter());
        }
        for run in runs(content.into_iter()) {
            let begin = run.source.and_then(|source| self.links.begin(source));
            if let Some(begin) = &begin {
                self.inner.write_all(begin.as_bytes())?;
            }
            self.inner.draw(run.cells.iter().map(|(x, y, cell)| (*x, *y, cell)))?;
            if begin.is_some() {
                self.inner.write_all(END.as_bytes())?;
            }
        }
        Ok(())
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.inner.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

impl<W: Write> Write for Linking<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::Terminal;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};
    use ratatui::{TerminalOptions, Viewport};

    use super::{END, Linking, Links};
    use crate::embedded;

    /// What is written for a title that leads to the first source, over two lines, beside letters that lead nowhere.
    fn written(links: Links) -> String {
        let mut bytes = Vec::new();
        let area = Rect::new(0, 0, 8, 2);
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let mut terminal = Terminal::with_options(Linking::new(&mut bytes, links), options).expect("a terminal");
        let style = Style::new().underline_color(Color::Rgb(0, 0, 0));
        let draw = |frame: &mut ratatui::Frame<'_>| {
            frame.buffer_mut().set_string(0, 0, "ab", Style::new());
            frame.buffer_mut().set_string(2, 0, "title", style);
            frame.buffer_mut().set_string(0, 1, "goes on", style);
        };
        terminal.draw(draw).expect("drawn");
        drop(terminal);
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn a_title_is_a_link_with_an_id_and_every_link_ends() {
        let base = Arc::new(embedded::knowledge());
        let (_, source) = base.sources.iter().next().expect("a source");
        let begin = format!("\x1b]8;id=source-0;{}\x1b\\", source.url);
        let text = written(Links::to(Arc::clone(&base)));
        assert!(text.contains(&begin), "{text:?}");
        let count = |what: &str| text.matches(what).count();
        assert_eq!(count("\x1b]8;id="), count(END), "{text:?}");
        let (before, _) = text.split_once(&begin).expect("it begins");
        assert!(before.contains("ab") && !before.contains("title"), "{text:?}");
        assert!(!text.contains("\x1b[58"), "no line has a colour\n{text:?}");
    }

    #[test]
    fn a_terminal_without_links_gets_none() {
        let text = written(Links::default());
        assert!(text.contains("title") && !text.contains("\x1b]8") && !text.contains("\x1b[58"), "{text:?}");
    }
}
