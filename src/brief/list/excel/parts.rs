//! Which sheets a workbook has, and in which parts they are.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// A sheet as the workbook lists it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) name: String,
    /// The id of the link to its part.
    pub(super) link: String,
    pub(super) is_hidden: bool,
}

/// A link to a part.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) id: String,
    pub(super) kind: Linked,
    /// The name of the part.
    pub(super) target: String,
}

/// What a link leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Linked {
    /// The texts that cells share.
    Texts,
    Other,
}

/// The sheets in their order; `None` if it is no XML.
pub(super) fn sheets(xml: &str) -> Option<Vec<Listed>> {
    let mut sheets = Vec::new();
    for_each(xml, "sheet", |tag| {
        sheets.push(Listed {
            name: attribute(tag, "name")?,
            link: attribute(tag, "id")?,
            is_hidden: attribute(tag, "state").is_some_and(|state| state != "visible"),
        });
        Some(())
    })?;
    Some(sheets)
}

/// The links of the workbook to parts of its own; `None` if it is no XML.
pub(super) fn links(xml: &str) -> Option<Vec<Link>> {
    let mut links = Vec::new();
    for_each(xml, "Relationship", |tag| {
        if attribute(tag, "TargetMode").is_some_and(|mode| mode == "External") {
            return Some(());
        }
        let target = attribute(tag, "Target")?;
        let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let is_texts = attribute(tag, "Type")?.ends_with("/sharedStrings");
        let kind = if is_texts { Linked::Texts } else { Linked::Other };
        links.push(Link { id: attribute(tag, "Id")?, kind, target });
        Some(())
    })?;
    Some(links)
}

fn for_each(xml: &str, name: &str, mut take: impl FnMut(&BytesStart<'_>) -> Option<()>) -> Option<()> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name => take(&tag)?,
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

/// What an attribute says. Of two that differ in their namespace alone, as the two ids of a sheet do, the one with a namespace.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let own = tag.attributes().flatten().filter(|attribute| attribute.key.local_name().as_ref() == name);
    let best = own.max_by_key(|attribute| attribute.key.prefix().is_some())?;
    best.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
