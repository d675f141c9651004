//! What other programs show of a document without opening it.

use crate::export::escape::xml as escape;
use crate::model::date::Day;
use crate::report::paper::identity::Identity;

use super::xml::DECLARATION;

/// What a document is called, by whom it is, and how far it has come. What nobody said is left out.
pub(super) struct Properties {
    pub(super) title: String,
    pub(super) subject: String,
    pub(super) author: Option<String>,
    /// For whom it is.
    pub(super) client: Option<String>,
    pub(super) status: Option<&'static str>,
    pub(super) version: Option<String>,
    pub(super) made_on: Day,
    /// What stands below every page.
    pub(super) foot: String,
}

impl Properties {
    /// Those of a paper.
    pub(super) fn of(identity: &Identity, headline: &str) -> Self {
        Self {
            title: identity.project.to_string(),
            subject: headline.to_owned(),
            author: identity.author.as_ref().map(ToString::to_string),
            client: identity.client.as_ref().map(ToString::to_string),
            status: Some(identity.status.word()),
            version: Some(identity.version.to_string()),
            made_on: identity.made_on,
            foot: identity.foot(),
        }
    }

    /// The part with most of it. The day is that of the document, never that of a clock.
    pub(super) fn core(&self) -> String {
        let made_on = format!("{}T00:00:00Z", self.made_on);
        let element = |name: &str, text: Option<&str>| {
            text.map(|text| format!("<{name}>{}</{name}>", escape(text))).unwrap_or_default()
        };
        let date = |name: &str| format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{made_on}</dcterms:{name}>");
        [
            DECLARATION,
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
            &element("dc:title", Some(&self.title)),
            &element("dc:subject", Some(&self.subject)),
            &element("dc:creator", self.author.as_deref()),
            &element("cp:lastModifiedBy", self.author.as_deref()),
            &date("created"),
            &date("modified"),
            &element("cp:contentStatus", self.status),
            "<dc:language>en-GB</dc:language>",
            &element("cp:version", self.version.as_deref()),
            "</cp:coreProperties>",
        ]
        .concat()
    }

    /// The part that names the program, and for whom the document is.
    pub(super) fn app(&self) -> String {
        let company = self.client.as_deref().map(|client| format!("<Company>{}</Company>", escape(client)));
        format!(
            "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
             <Application>journey-advisor</Application>{}</Properties>",
            company.unwrap_or_default()
        )
    }
}
