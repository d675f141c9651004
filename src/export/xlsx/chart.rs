//! How well it fits, as a chart of the spreadsheet's own.

use rust_xlsxwriter::{Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartSolidFill, ChartType};

use crate::export::palette::{INK, WHITE, shade};
use crate::report::paper::chart::Chart as Fit;

/// Where the numbers stand on a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers<'n> {
    /// The sheet.
    pub(super) sheet: &'n str,
    /// The row of the heads.
    pub(super) heads: u32,
    /// The column of the names; beside it stands one for each level.
    pub(super) names: u16,
}

/// The chart: bars by importance, in each how many wishes are met how well.
pub(super) fn of(fit: &Fit, numbers: Numbers<'_>) -> Chart {
    let Numbers { sheet, heads, names } = numbers;
    let last = heads + u32::try_from(fit.bars.len()).expect("there are three importances");
    let mut chart = Chart::new(ChartType::BarStacked);
    for (column, level) in (names + 1..).zip(&fit.levels) {
        let mut label = ChartDataLabel::new();
        let mut font = ChartFont::new();
        font.set_color(WHITE).set_bold();
        // A part of nothing has no number.
        label.show_value().set_font(&font).set_num_format("0;;;");
        let mut look = ChartFormat::new();
        look.set_solid_fill(ChartSolidFill::new().set_color(shade(*level).bar));
        chart
            .add_series()
            .set_name((sheet, heads, column))
            .set_categories((sheet, heads + 1, names, last, names))
            .set_values((sheet, heads + 1, column, last, column))
            .set_format(&mut look)
            .set_data_label(&label)
            .set_gap(50);
    }
    let mut font = ChartFont::new();
    font.set_color(INK).set_size(12).set_bold();
    chart.title().set_name(&*fit.title).set_font(&font);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    // Bars lie on their side: the axis of the names is the upright one, and its first name stands at the top.
    chart.y_axis().set_reverse();
    chart.x_axis().set_major_gridlines(false).set_hidden(true);
    chart
        .set_alt_text(&fit.description)
        .set_width(520)
        .set_height(90 + 60 * u32::try_from(fit.bars.len()).unwrap_or(3));
    chart
}
