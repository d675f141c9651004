//! The parts of Word documents and workbooks, read as other programs read them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// A package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Package(pub(crate) BTreeMap<String, Vec<u8>>);

/// An element with its attributes, what stands in it, and its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) inside: Vec<Element>,
    /// The words directly in it.
    pub(crate) words: String,
}

/// What stands behind the last dot of a name.
pub(crate) fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap()
}

impl Package {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for position in 0..archive.len() {
            let mut file = archive.by_index(position).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            let name = file.name().unwrap().into_owned();
            assert!(parts.insert(name.clone(), bytes).is_none(), "{name} stands twice");
        }
        Self(parts)
    }

    /// The names of the parts that are XML.
    pub(crate) fn xml_parts(&self) -> impl Iterator<Item = &str> {
        let is_xml = |name: &&str| ["xml", "rels"].contains(&ending(name));
        self.0.keys().map(String::as_str).filter(is_xml)
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        let part = self.0.get(name).unwrap_or_else(|| panic!("no {name} in {:?}", self.0.keys()));
        std::str::from_utf8(part).unwrap()
    }

    pub(crate) fn root(&self, name: &str) -> Element {
        Element::read(self.text(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
    }

    /// All texts of all parts, those of workbooks within too.
    pub(crate) fn everything(&self) -> String {
        let parts = self.0.iter().map(|(name, bytes)| {
            if ending(name) == "xlsx" {
                Self::read(bytes).everything()
            } else {
                String::from_utf8_lossy(bytes).into_owned()
            }
        });
        parts.collect::<Vec<_>>().join("\n")
    }
}

impl Element {
    /// The root of a part; why it is not well-formed otherwise.
    pub(crate) fn read(xml: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Self::default()];
        let end = |open: &mut Vec<Self>| {
            let done = open.pop().unwrap();
            open.last_mut().unwrap().inside.push(done);
        };
        for letter in xml.chars() {
            let is_xml =
                matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
            assert!(is_xml, "U+{:04X}", u32::from(letter));
        }
        loop {
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(tag) => open.push(Self::of(&tag)?),
                Event::Empty(tag) => {
                    open.push(Self::of(&tag)?);
                    end(&mut open);
                }
                Event::End(_) => end(&mut open),
                Event::Text(text) => open.last_mut().unwrap().words.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let letter = match reference.resolve_char_ref().map_err(|error| error.to_string())? {
                        Some(letter) => letter.to_string(),
                        None => {
                            quick_xml::escape::resolve_predefined_entity(&reference).ok_or("unknown name")?.to_owned()
                        }
                    };
                    open.last_mut().unwrap().words.push_str(&letter);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        match open.as_mut_slice() {
            [document] if document.inside.len() == 1 => Ok(document.inside.remove(0)),
            _ => Err("not one element that ends".to_owned()),
        }
    }

    fn of(tag: &quick_xml::events::BytesStart<'_>) -> Result<Self, String> {
        let mut attributes = BTreeMap::new();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
            attributes.insert(attribute.key.as_ref().to_owned(), value.into_owned());
        }
        Ok(Self { name: tag.name().as_ref().to_owned(), attributes, ..Self::default() })
    }

    /// The element and all within it, in order.
    pub(crate) fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.inside.iter().flat_map(Self::all)).collect()
    }

    /// Those of that name within it.
    pub(crate) fn named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// What an attribute says.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// All words within it.
    pub(crate) fn whole(&self) -> String {
        self.words.clone() + &self.inside.iter().map(Self::whole).collect::<String>()
    }
}
