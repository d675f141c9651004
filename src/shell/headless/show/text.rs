//! A sheet as text for a terminal of 80 columns.

use std::fmt::Write as _;

use crate::model::date::PartialDate;
use crate::report::words::capitalized;

use super::sheet::{Sheet, Stretch, TimeLine};

const WIDTH: usize = 80;

pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let mut out = format!("{}\n{} {}, topic {}\n", sheet.title, sheet.kind, sheet.id, sheet.topic);
    if let Some(on_the_day) = sheet.on_the_day.as_ref().or(sheet.today.as_ref()) {
        paragraph(&mut out, "", &on_the_day.words);
    }
    if let Some(text) = sheet.text {
        out.push('\n');
        paragraph(&mut out, "", text);
    }
    facts(&mut out, sheet);
    for line in &sheet.time_lines {
        time_line(&mut out, line);
    }
    links(&mut out, sheet);
    if !sheet.keywords.is_empty() {
        paragraph(&mut out, "\n", &format!("Also called: {}", sheet.keywords.join(", ")));
    }
    if !sheet.sources.is_empty() {
        out.push_str("\nSources\n");
    }
    for source in &sheet.sources {
        let line =
            format!("[{}] {}, {}, {} ({})", source.number, source.publisher, source.title, source.date, source.reading);
        paragraph(&mut out, "  ", &line);
        let _ = writeln!(out, "      {}", source.url);
    }
    out
}

/// What an entry of one kind only has.
fn facts(out: &mut String, sheet: &Sheet<'_>) {
    if let Some(date) = &sheet.date {
        let words = PartialDate::parse(date).map_or_else(|| date.clone(), PartialDate::words);
        let concerns = sheet.alternatives.join(" and ");
        paragraph(out, "\n", &format!("{words}, concerns {concerns} {}", sheet.cited.join(" ")));
    }
    if let Some(restriction) = &sheet.restriction {
        let cited = sheet.cited.join(" ");
        let line =
            format!("{}, {}, {} {cited}", restriction.alternative, restriction.severity, restriction.period.words);
        paragraph(out, "\n", &line);
        if let Some(without) = restriction.without {
            paragraph(out, "", without);
        }
        if restriction.workarounds.is_empty() {
            instead(out, "Instead", restriction.workaround, restriction.way);
        }
        for dated in &restriction.workarounds {
            let lead = format!("Instead, {} {}", dated.period.words, dated.cited.join(" "));
            instead(out, lead.trim_end(), Some(dated.text), dated.way);
        }
    }
    if !sheet.choices.is_empty() {
        out.push_str("\nChoices\n");
    }
    for choice in &sheet.choices {
        paragraph(out, "  ", &format!("{}: {}", choice.id, choice.label));
        paragraph(out, "      ", choice.hint);
        for need in &choice.needs {
            paragraph(out, "      ", &format!("needs {}: {}", need.id, need.title));
        }
    }
}

fn instead(out: &mut String, lead: &str, workaround: Option<&str>, way: Option<&str>) {
    if let Some(workaround) = workaround {
        paragraph(out, "", &format!("{lead}: {workaround}"));
    }
    if let Some(way) = way {
        paragraph(out, "", &format!("Proposed way: {way}."));
    }
}

fn time_line(out: &mut String, line: &TimeLine<'_>) {
    let state = line.state.as_ref().map_or_else(String::new, |state| format!(" ({state})"));
    let _ = writeln!(out, "\n{}{state}", capitalized(line.title));
    let width = line.periods.iter().map(|stretch| stretch.period.words.len()).max().unwrap_or(0);
    for stretch in &line.periods {
        paragraph(out, "  ", &format!("{:width$}  {}", stretch.period.words, level(stretch)));
        if let Some(note) = stretch.note {
            paragraph(out, "      ", note);
        }
    }
    for phase in &line.life_cycle {
        let from = PartialDate::parse(&phase.from).map_or_else(|| phase.from.clone(), PartialDate::words);
        paragraph(out, "  ", &format!("{} since {from}: {} {}", phase.availability, phase.note, phase.cited.join(" ")));
    }
}

fn level(stretch: &Stretch<'_>) -> String {
    let preview = if stretch.preview { ", a preview" } else { "" };
    let by = stretch.according_to.map(|title| format!(", as \"{title}\" says")).unwrap_or_default();
    format!("{}{preview}{by} {}", stretch.words, stretch.cited.join(" "))
}

/// What other entries have to do with it.
fn links(out: &mut String, sheet: &Sheet<'_>) {
    if !sheet.limits.is_empty() {
        out.push_str("\nRestricts\n");
    }
    for limited in &sheet.limits {
        paragraph(out, "  ", &format!("{}: {}", limited.id, limited.title));
    }
    if !sheet.needed_by.is_empty() {
        out.push_str("\nNeeded by\n");
    }
    for needing in &sheet.needed_by {
        paragraph(out, "  ", &format!("{}: {}", needing.question, needing.ask));
        paragraph(out, "      ", &format!("{}: {}", needing.choice, needing.label));
    }
    if !sheet.limitations.is_empty() {
        out.push_str("\nLimitations\n");
    }
    for limitation in &sheet.limitations {
        paragraph(out, "  ", &format!("{}: {}", limitation.id, limitation.title));
        let state = limitation.state.as_ref().map_or_else(String::new, |state| format!(" ({state})"));
        let line = format!("{}{state}, {}, {}", limitation.alternative, limitation.severity, limitation.period.words);
        paragraph(out, "      ", &line);
    }
}

/// Wraps a text; `indent` may begin with a line break for an empty line before.
fn paragraph(out: &mut String, indent: &str, text: &str) {
    let indent = indent.strip_prefix('\n').map_or(indent, |rest| {
        out.push('\n');
        rest
    });
    let hanging = if indent.is_empty() { String::new() } else { format!("{indent}    ") };
    let options = textwrap::Options::new(WIDTH).initial_indent(indent).subsequent_indent(&hanging);
    for line in textwrap::wrap(text.trim_end(), options) {
        let _ = writeln!(out, "{line}");
    }
}
