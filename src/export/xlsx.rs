//! A workbook: the decision, the register to work with, gaps, plan, assumptions and sources. Text is text: no cell holds a formula
//! but those that count the register.

mod chart;
mod decision;
mod gaps;
mod lists;
mod look;
mod plan;
pub(crate) mod portfolio;
mod record;
mod register;
mod sheet;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::Document;
use super::record::Record;
use look::Look;
use sheet::shown;

pub(crate) use record::RECORD;

/// The document as a workbook.
pub(crate) fn write(document: &Document<'_>, carried: &Record) -> Vec<u8> {
    let look = Look::of(document.brand.accent);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document));
    let (register, places) = register::sheet(document, &look);
    let sheets = vec![
        decision::sheet(document, &look, places),
        register,
        gaps::sheet(document, &look),
        plan::sheet(document, &look),
        lists::assumptions(document, &look),
        lists::sources(&document.report.works.iter().collect::<Vec<_>>(), &look),
        record::sheet(carried, &look),
    ];
    for mut sheet in sheets {
        sheet.set_footer(foot(&document.paper.identity.foot()));
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer().expect("names differ, places are on their sheets and texts are short enough")
}

/// What other programs show of a file without opening it. The day is that of the document, never that of a clock.
fn properties(document: &Document<'_>) -> DocProperties {
    let identity = &document.paper.identity;
    let made_on = ExcelDateTime::parse_from_str(&identity.made_on.to_string()).expect("a day is a date");
    let properties = DocProperties::new()
        .set_title(&*identity.project)
        .set_subject(&*document.paper.answer.headline)
        .set_status(identity.status.word())
        .set_comment(identity.strip())
        .set_creation_datetime(&made_on);
    let properties = match &identity.author {
        Some(author) => properties.set_author(&**author),
        None => properties,
    };
    // The company there is the one for which it is made, as in Word.
    match &identity.client {
        Some(client) => properties.set_company(&**client),
        None => properties,
    }
}

/// So many letters fit below a printed page.
const LONGEST_FOOT: usize = 100;

/// The line below every printed page. An ampersand begins a code there, so it stands twice.
fn foot(text: &str) -> String {
    let shown = shown(text);
    let mut letters = shown.chars();
    let mut text: String = letters.by_ref().take(LONGEST_FOOT).collect();
    if letters.next().is_some() {
        text.pop();
        text.push('…');
    }
    format!("&L{}&R&P / &N", text.replace('&', "&&"))
}
