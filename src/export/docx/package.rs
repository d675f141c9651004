//! The parts of a package with what they hold and what they refer to, packed so that the same parts give the same bytes.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::DECLARATION;
use crate::export::escape::xml as escape;

/// The name space of references.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What all relationships of documents begin with.
pub(super) const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/// The same for relationships of packages.
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/";

/// A package in the making.
#[derive(Debug, Default)]
pub(super) struct Package {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    name: &'static str,
    /// What it is; a part of relationships, or one of a kind that its ending tells, needs no word for it.
    content_type: Option<&'static str>,
    bytes: Vec<u8>,
}

/// What a part refers to.
#[derive(Debug, Clone)]
pub(super) struct Relationship {
    /// Its id within the part.
    pub(super) id: String,
    /// What it is, with all that it begins with.
    pub(super) kind: String,
    /// Where it leads.
    pub(super) target: Target,
}

/// Where a relationship leads.
#[derive(Debug, Clone)]
pub(super) enum Target {
    /// To a part of the package.
    Part(&'static str),
    /// To the public address of a source.
    Address(String),
}

impl Relationship {
    /// A reference to a part of the package.
    pub(super) fn to(id: impl Into<String>, kind: impl Into<String>, part: &'static str) -> Self {
        Self { id: id.into(), kind: kind.into(), target: Target::Part(part) }
    }
}

impl Package {
    /// Adds a part.
    pub(super) fn add(&mut self, name: &'static str, content_type: &'static str, bytes: impl Into<Vec<u8>>) {
        self.parts.push(Part { name, content_type: Some(content_type), bytes: bytes.into() });
    }

    /// Adds a part whose ending says what it is.
    pub(super) fn add_plain(&mut self, name: &'static str, bytes: impl Into<Vec<u8>>) {
        self.parts.push(Part { name, content_type: None, bytes: bytes.into() });
    }

    /// Adds what a part refers to.
    pub(super) fn add_relationships(&mut self, name: &'static str, relationships: &[Relationship]) {
        let mut xml = format!(
            "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        );
        for Relationship { id, kind, target } in relationships {
            let (target, mode) = match target {
                Target::Part(name) => ((*name).to_owned(), ""),
                Target::Address(url) => (escape(url), " TargetMode=\"External\""),
            };
            let _ = write!(xml, "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>");
        }
        self.add_plain(name, xml + "</Relationships>");
    }

    /// The package as a file.
    pub(super) fn packed(self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        // The day is that of the format, not of a clock.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let types = self.content_types();
        let all = [("[Content_Types].xml", types.as_bytes())].into_iter();
        let all = all.chain(self.parts.iter().map(|part| (part.name, part.bytes.as_slice())));
        for (name, bytes) in all {
            zip.start_file(name, options).expect("the names differ and memory takes them");
            zip.write_all(bytes).expect("memory takes them");
        }
        zip.finish().expect("memory takes it").into_inner()
    }

    fn content_types(&self) -> String {
        let mut xml = format!(
            "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>"
        );
        if self.parts.iter().any(|part| part.name.rsplit('.').next() == Some("png")) {
            xml.push_str("<Default Extension=\"png\" ContentType=\"image/png\"/>");
        }
        for Part { name, content_type, .. } in &self.parts {
            if let Some(content_type) = content_type {
                let _ = write!(xml, "<Override PartName=\"/{name}\" ContentType=\"{content_type}\"/>");
            }
        }
        xml + "</Types>"
    }
}
