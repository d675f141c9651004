//! How well it fits, as a chart of the word processor's own, with the numbers behind it in a workbook of its own, so that it can be
//! changed there.

use std::fmt::Write as _;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::export::palette::{INK, WHITE, hex, shade};
use crate::model::capability::Level;
use crate::report::paper::Paper;
use crate::report::paper::chart::Chart;
use crate::report::paper::sign::sign;
use crate::report::words::how_well;

use super::package::R;
use super::xml::{A, DECLARATION};
use crate::export::escape::xml as escape;

/// The id by which the text refers to the chart.
pub(super) const ID: &str = "rIdChart";

/// The name space of charts.
const C: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// The size of the picture, in English metric units.
const WIDE: u32 = 2_700_000;
const LINE: u32 = 330_000;
const AROUND: u32 = 650_000;

/// The picture in the text, with its words for whoever does not see it.
pub(super) fn drawing(chart: &Chart) -> String {
    let high = AROUND + LINE * u32::try_from(chart.bars.len()).unwrap_or(1);
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">\
         <wp:extent cx=\"{WIDE}\" cy=\"{high}\"/><wp:docPr id=\"1\" name=\"Chart 1\" descr=\"{}\"/><wp:cNvGraphicFramePr/>\
         <a:graphic xmlns:a=\"{A}\"><a:graphicData uri=\"{C}\"><c:chart xmlns:c=\"{C}\" r:id=\"{ID}\"/></a:graphicData>\
         </a:graphic></wp:inline></w:drawing></w:r>",
        escape(&format!("{}. {}", chart.title, chart.description))
    )
}

/// The chart.
pub(super) fn part(chart: &Chart) -> String {
    let series: String = (0..).zip(&chart.levels).map(|(at, level)| series(chart, at, *level)).collect();
    let words = format!(
        "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\" b=\"0\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>\
         </a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>",
        hex(INK)
    );
    format!(
        "{DECLARATION}<c:chartSpace xmlns:c=\"{C}\" xmlns:a=\"{A}\" xmlns:r=\"{R}\"><c:roundedCorners val=\"0\"/><c:chart>\
         <c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"bar\"/>\
         <c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>{series}<c:gapWidth val=\"45\"/><c:overlap val=\"100\"/>\
         <c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>\
         <c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete val=\"0\"/>\
         <c:axPos val=\"l\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>\
         <c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{words}<c:crossAx val=\"2\"/></c:catAx>\
         <c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"1\"/>\
         <c:axPos val=\"t\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"none\"/>\
         <c:crossAx val=\"1\"/></c:valAx></c:plotArea>\
         <c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{words}</c:legend><c:plotVisOnly val=\"1\"/>\
         <c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData>\
         </c:chartSpace>"
    )
}

/// How many are met at a level, bar by bar.
fn series(chart: &Chart, at: u32, level: Level) -> String {
    let shade = shade(level);
    let column = letter(at + 1);
    let last = chart.bars.len() + 1;
    let name = format!("{} {}", sign(level), how_well(level));
    let (mut names, mut numbers) = (String::new(), String::new());
    for (point, bar) in chart.bars.iter().enumerate() {
        let _ = write!(names, "<c:pt idx=\"{point}\"><c:v>{}</c:v></c:pt>", escape(&bar.label));
        let _ = write!(numbers, "<c:pt idx=\"{point}\"><c:v>{}</c:v></c:pt>", bar.met(level));
    }
    let count = chart.bars.len();
    format!(
        "<c:ser><c:idx val=\"{at}\"/><c:order val=\"{at}\"/><c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f><c:strCache>\
         <c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>\
         <c:spPr><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>\
         <c:dLbls><c:numFmt formatCode=\"0;;;\" sourceLinked=\"0\"/><c:spPr><a:noFill/></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr>\
         <a:defRPr sz=\"900\" b=\"1\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:defRPr></a:pPr>\
         <a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>\
         <c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>\
         <c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache><c:ptCount val=\"{count}\"/>{names}</c:strCache>\
         </c:strRef></c:cat><c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:numCache>\
         <c:formatCode>General</c:formatCode><c:ptCount val=\"{count}\"/>{numbers}</c:numCache></c:numRef></c:val></c:ser>",
        escape(&name),
        hex(shade.bar),
        hex(WHITE),
    )
}

/// The sheet of the numbers.
const SHEET: &str = "Sheet1";

/// The letter of a column; there are no more than there are levels.
fn letter(column: u32) -> char {
    char::from_u32(u32::from('A') + column).expect("there are few levels")
}

/// The numbers as a workbook.
pub(super) fn numbers(paper: &Paper) -> Vec<u8> {
    let chart = &paper.chart;
    let day = ExcelDateTime::parse_from_str(&paper.identity.made_on.to_string()).expect("a day is a date");
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = workbook.add_worksheet();
    let mut fill = || -> Result<(), rust_xlsxwriter::XlsxError> {
        sheet.set_name(SHEET)?;
        for (row, bar) in (1..).zip(&chart.bars) {
            sheet.write_string(row, 0, &bar.label)?;
        }
        for (column, level) in (1..).zip(&chart.levels) {
            sheet.write_string(0, column, format!("{} {}", sign(*level), how_well(*level)))?;
            for (row, bar) in (1..).zip(&chart.bars) {
                let met = u32::try_from(bar.met(*level)).expect("there are few wishes");
                sheet.write_number(row, column, met)?;
            }
        }
        Ok(())
    };
    fill().expect("a few short texts and numbers");
    workbook.save_to_buffer().expect("a few short texts and numbers")
}
