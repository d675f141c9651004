//! Markdown: for a page, a ticket or a pull request. Nothing a user typed can become markup.

use std::fmt::Write as _;

use crate::diagnostic::clean::visible;
use crate::model::alternative::Pair;
use crate::report::Report;
use crate::report::bibliography::Cited;
use crate::report::words::signed;

/// The report as Markdown; `names` are the alternatives' names for column heads.
pub fn write(report: &Report, names: &Pair<String>) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", escape(&report.title));
    let _ = writeln!(out, "Planning for {}.\n", escape(&report.planning_for));
    let _ =
        writeln!(out, "## Advice\n\n**{}** {}\n", escape(&report.decision.headline), escape(&report.decision.reason));
    paragraphs(&mut out, report.decision.summary.iter());
    let notice = report.notice.iter().filter(|_| !report.decision.reason.contains("was removed"));
    bullets(&mut out, report.decision.caveats.iter().chain(notice).chain(&report.firmness).map(|line| escape(line)));
    section(
        &mut out,
        "These answers contradict each other",
        report.contradictions.iter().map(|clash| {
            let parts: Vec<String> =
                clash.answers.iter().chain([&clash.reason]).chain(&clash.ways_out).map(|line| escape(line)).collect();
            parts.join(" ")
        }),
    );
    section(
        &mut out,
        "Then and now",
        report
            .then_and_now
            .iter()
            .map(|moment| format!("{} ({}): {}", escape(&moment.label), moment.date, escape(&moment.sentence))),
    );
    section(
        &mut out,
        "Knock-outs",
        report.knock_outs.iter().map(|knock_out| {
            format!("{}: {} {}", knock_out.number, escape(&knock_out.sentence), cited(&knock_out.cited))
        }),
    );
    drivers(&mut out, report, names);
    section(&mut out, "Why not the other", report.why_not.iter().map(|line| escape(line)));
    section(&mut out, "What would change it", super::text::what_if(report).map(|line| escape(&line)));
    gaps(&mut out, report);
    closing(&mut out, report);
    out
}

fn closing(out: &mut String, report: &Report) {
    section(
        out,
        "Gone with the removal",
        report
            .gone
            .iter()
            .map(|gone| format!("{}: {} Instead: {}", gone.number, escape(&gone.sentence), escape(&gone.replacement))),
    );
    section(out, "What running both costs", report.costs.iter().map(|line| escape(line)));
    section(
        out,
        "What changed since",
        report
            .changes
            .iter()
            .map(|change| format!("{}: {} {}", change.number, escape(&change.sentence), cited(&change.cited))),
    );
    section(
        out,
        "Find this out",
        report.find_out.iter().map(|line| {
            let who = line.who.as_ref().map(|who| format!(" Ask {}.", escape(who))).unwrap_or_default();
            let state = if line.not_sure { "not sure" } else { "no answer yet" };
            format!("{} ({state}){who}", escape(&line.ask))
        }),
    );
    section(out, "Notes", report.notes.iter().map(|(ask, note)| format!("{} {}", escape(ask), escape(note))));
    section(out, "Method", report.method.iter().map(|line| escape(line)));
    section(
        out,
        "Sources",
        report.works.iter().map(|work| {
            format!(
                "[{}] {}: [{}](<{}>), {}, last read {}",
                work.number,
                escape(&work.publisher),
                escape(&work.title),
                work.url,
                work.date,
                work.verified
            )
        }),
    );
}

fn drivers(out: &mut String, report: &Report, names: &Pair<String>) {
    if report.drivers.is_empty() {
        return;
    }
    let _ = writeln!(out, "## Requirements\n");
    let _ = writeln!(
        out,
        "| Number | Requirement | Importance | {} | {} | Adds | Sources |",
        escape(&names.first),
        escape(&names.second)
    );
    let _ = writeln!(out, "| --- | --- | --- | --- | --- | ---: | --- |");
    for driver in &report.drivers {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} |",
            driver.number,
            escape(&driver.wish),
            driver.importance.word(),
            driver.levels.first.word(),
            driver.levels.second.word(),
            signed(driver.contribution),
            cited(&driver.cited)
        );
    }
    out.push('\n');
}

fn gaps(out: &mut String, report: &Report) {
    if report.gaps.is_empty() {
        return;
    }
    let _ = writeln!(out, "## Gaps\n");
    for gap in &report.gaps {
        let _ = writeln!(
            out,
            "- **{} {}** ({}, {}). {} {}",
            gap.number,
            escape(&gap.wish),
            gap.importance.word(),
            gap.level.word(),
            escape(&gap.sentence),
            cited(&gap.cited)
        );
        let note = gap.note.iter().map(|note| escape(note));
        let limits = gap.limits.iter().map(|limit| {
            let instead =
                limit.workaround.as_ref().map(|text| format!(" Instead: {}", escape(text))).unwrap_or_default();
            format!(
                "{}: {} ({}). {}{instead}",
                limit.severity.word(),
                escape(&limit.title),
                limit.period,
                cited(&limit.cited)
            )
        });
        for line in note.chain(limits).chain([format!("Proposed way: {}.", gap.way.phrase())]) {
            let _ = writeln!(out, "  - {line}");
        }
    }
    out.push('\n');
}

fn paragraphs<'t>(out: &mut String, texts: impl Iterator<Item = &'t String>) {
    for text in texts {
        let _ = writeln!(out, "{}\n", escape(text));
    }
}

fn section(out: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = writeln!(out, "## {heading}\n");
        bullets(out, lines);
    }
}

fn bullets(out: &mut String, lines: impl Iterator<Item = String>) {
    let mut any = false;
    for line in lines {
        any = true;
        let _ = writeln!(out, "- {}", line.trim_end());
    }
    if any {
        out.push('\n');
    }
}

fn cited(citations: &[Cited]) -> String {
    citations.iter().map(|citation| escape(&citation.to_string())).collect::<Vec<_>>().join(" ")
}

/// Text that stays text: everything that Markdown or HTML could take for markup is escaped.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in visible(text).chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    match escaped.chars().next() {
        Some('-' | '+' | '=') => format!("\\{escaped}"),
        Some(digit) if digit.is_ascii_digit() => escaped.replacen(". ", "\\. ", 1),
        _ => escaped,
    }
}
