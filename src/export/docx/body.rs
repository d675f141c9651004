//! What the document consists of, with the lists, marks and links that are numbered through it.

use super::cell::Table;
use super::package::{OFFICE, Relationship, Target};
use super::paragraph::{BULLETS, Paragraph, Style};
use super::sheet::Sheet;

/// The body in the making.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The paragraphs and tables.
    xml: String,
    /// The addresses that it links to.
    addresses: Vec<String>,
    /// How many lists of steps there are.
    steps: usize,
    /// How many marks there are.
    marks: usize,
    /// How the paper lies.
    sheet: Sheet,
    /// Whether it ever lies on its side.
    has_broad_pages: bool,
}

impl Body {
    /// Adds a paragraph.
    pub(super) fn put(&mut self, paragraph: &Paragraph) {
        self.xml.push_str(&paragraph.xml());
    }

    /// Adds a table, and a little room behind it, for two tables would become one.
    pub(super) fn table(&mut self, table: &Table) {
        self.xml.push_str(&table.xml());
        self.room();
    }

    /// Goes on with paper that lies so, on a new page if that is another one.
    pub(super) fn turn(&mut self, sheet: Sheet) {
        if self.sheet == sheet {
            return;
        }
        self.put(&Paragraph::new(Style::Gap).ending(self.sheet));
        self.sheet = sheet;
        self.has_broad_pages |= sheet == Sheet::OnItsSide;
    }

    /// How the paper lies.
    pub(super) fn sheet(&self) -> Sheet {
        self.sheet
    }

    /// Whether paper lies on its side somewhere.
    pub(super) fn has_broad_pages(&self) -> bool {
        self.has_broad_pages
    }

    /// Adds a little room.
    pub(super) fn room(&mut self) {
        self.put(&Paragraph::new(Style::Gap));
    }

    /// Begins a list of steps.
    pub(super) fn list(&mut self) -> usize {
        self.steps += 1;
        BULLETS + self.steps
    }

    /// A stretch that links lead to by its name, which is one of the program's own.
    pub(super) fn marked(&mut self, name: &str, inside: &str) -> String {
        self.marks += 1;
        let id = self.marks;
        format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{inside}<w:bookmarkEnd w:id=\"{id}\"/>")
    }

    /// A stretch that leads to the public address of a source; only to one that is safe to follow.
    pub(super) fn link(&mut self, url: &str, inside: &str) -> String {
        if !url.starts_with("https://") {
            return inside.to_owned();
        }
        let known = self.addresses.iter().position(|address| address == url).unwrap_or_else(|| {
            self.addresses.push(url.to_owned());
            self.addresses.len() - 1
        });
        format!("<w:hyperlink r:id=\"{}\" w:history=\"1\">{inside}</w:hyperlink>", id(known))
    }

    /// What the links refer to.
    pub(super) fn relationships(&self) -> impl Iterator<Item = Relationship> + '_ {
        self.addresses.iter().enumerate().map(|(position, url)| Relationship {
            id: id(position),
            kind: format!("{OFFICE}hyperlink"),
            target: Target::Address(url.clone()),
        })
    }

    /// How many lists of steps there are.
    pub(super) fn lists(&self) -> usize {
        self.steps
    }

    /// The paragraphs and tables as XML.
    pub(super) fn xml(&self) -> &str {
        &self.xml
    }
}

fn id(position: usize) -> String {
    format!("rIdLink{}", position + 1)
}
