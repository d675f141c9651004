//! Plain text: what fits a terminal of 80 columns and can be read aloud.

use std::fmt::Write as _;

use crate::diagnostic::clean::visible;
use crate::model::alternative::{Pair, Side};
use crate::report::Report;
use crate::report::words::signed;

const WIDTH: usize = 80;

/// The report as text. `why` adds how the advice was reached: the drivers, why not the other, and the method.
pub fn write(report: &Report, names: &Pair<String>, why: bool) -> String {
    let mut out = Lines::default();
    out.paragraph("", &visible(&report.title));
    out.paragraph("", &format!("Planning for {}.", report.planning_for));
    out.gap();
    out.paragraph("", &report.decision.headline.to_uppercase());
    out.paragraph("", &report.decision.reason);
    out.paragraphs("", report.decision.summary.iter().chain(&report.decision.caveats));
    if !report.decision.reason.contains("was removed") {
        out.paragraphs("", &report.notice);
    }
    out.paragraphs("", &report.firmness);
    contradictions(&mut out, report);
    out.list(
        "Then and now",
        report.then_and_now.iter().map(|moment| format!("{} ({}): {}", moment.label, moment.date, moment.sentence)),
    );
    drivers(&mut out, report, names);
    gaps(&mut out, report);
    out.list(
        "Gone with the removal",
        report.gone.iter().map(|gone| format!("{} {} Instead: {}", gone.number, gone.sentence, gone.replacement)),
    );
    out.list("What running both costs", report.costs.iter().cloned());
    if why {
        out.list(
            "What each answer adds",
            report
                .drivers
                .iter()
                .map(|driver| format!("{} {}: {}", driver.number, signed(driver.contribution), driver.sentence)),
        );
        out.list("What would change it", what_if(report));
        out.list("Why not the other", report.why_not.iter().cloned());
        out.list(
            "What changed since",
            report.changes.iter().map(|change| format!("{} {}", change.number, change.sentence)),
        );
    }
    find_out(&mut out, report);
    out.list("Your notes", report.notes.iter().map(|(ask, note)| format!("{ask} {}", visible(note))));
    if why {
        out.list("Method", report.method.iter().cloned());
    }
    sources(&mut out, report);
    out.text
}

fn drivers(out: &mut Lines, report: &Report, names: &Pair<String>) {
    if report.drivers.is_empty() {
        return;
    }
    out.heading("What decided it");
    for driver in &report.drivers {
        let side = match driver.contribution.signum() {
            1 => format!("for {}", names[Side::First]),
            -1 => format!("for {}", names[Side::Second]),
            _ => "separates nothing".to_owned(),
        };
        let line = format!(
            "{:<6} {} {} ({}, {side})",
            driver.importance.word(),
            driver.number,
            driver.wish,
            signed(driver.contribution)
        );
        out.paragraph("  ", &line);
    }
    out.paragraphs("  ", report.knock_outs.iter().map(|knock_out| &knock_out.sentence));
}

fn gaps(out: &mut Lines, report: &Report) {
    if report.gaps.is_empty() {
        return;
    }
    out.heading("Gaps you take on");
    for gap in &report.gaps {
        let cited: String = gap.cited.iter().map(ToString::to_string).collect();
        out.paragraph(
            "  ",
            &format!("{} {} ({}). {} {cited}", gap.number, gap.wish, gap.importance.word(), gap.sentence),
        );
        out.paragraphs("    ", &gap.note);
        for limit in &gap.limits {
            let cited: String = limit.cited.iter().map(ToString::to_string).collect();
            out.paragraph("    ", &format!("{}: {} ({}) {cited}", limit.severity.word(), limit.title, limit.period));
            if let Some(workaround) = &limit.workaround {
                out.paragraph("    ", &format!("Instead: {workaround}"));
            }
        }
        out.paragraph("    ", &format!("Proposed way: {}.", gap.way.phrase()));
    }
}

fn contradictions(out: &mut Lines, report: &Report) {
    for clash in &report.contradictions {
        out.heading("These answers contradict each other");
        out.paragraphs("  ", clash.answers.iter().chain([&clash.reason]).chain(&clash.ways_out));
    }
}

/// What would change the advice, one line for each way.
pub(super) fn what_if(report: &Report) -> impl Iterator<Item = String> {
    let what_if = &report.what_if;
    let flips = what_if.answers.iter().chain(&what_if.importances).map(|flip| &flip.sentence);
    what_if.steady.iter().chain(flips).chain(&what_if.relaxations).cloned()
}

fn find_out(out: &mut Lines, report: &Report) {
    out.list(
        "Find this out",
        report.find_out.iter().filter(|line| line.not_sure).map(|line| match &line.who {
            Some(who) => format!("{} (ask {who})", line.ask),
            None => line.ask.clone(),
        }),
    );
    let open = report.find_out.iter().filter(|line| !line.not_sure).count();
    if open > 0 {
        out.gap();
        let text = if open == 1 {
            "1 question has no answer yet.".to_owned()
        } else {
            format!("{open} questions have no answer yet.")
        };
        out.paragraph("", &text);
    }
}

fn sources(out: &mut Lines, report: &Report) {
    if report.works.is_empty() {
        return;
    }
    out.heading("Sources");
    for work in &report.works {
        let line =
            format!("[{}] {}, {}, {} (read {})", work.number, work.publisher, work.title, work.date, work.verified);
        out.paragraph("  ", &line);
        let _ = writeln!(out.text, "      {}", work.url);
    }
}

/// Wrapped lines.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        self.gap();
        let _ = writeln!(self.text, "{heading}");
    }

    fn paragraph(&mut self, indent: &str, text: &str) {
        let hanging = format!("{indent}  ");
        let next = if indent.is_empty() { "" } else { hanging.as_str() };
        let options = textwrap::Options::new(WIDTH).initial_indent(indent).subsequent_indent(next);
        for line in textwrap::wrap(text, options) {
            let _ = writeln!(self.text, "{line}");
        }
    }

    fn paragraphs<'t>(&mut self, indent: &str, texts: impl IntoIterator<Item = &'t String>) {
        for text in texts {
            self.paragraph(indent, text);
        }
    }

    fn list(&mut self, heading: &str, lines: impl Iterator<Item = String>) {
        let mut lines = lines.peekable();
        if lines.peek().is_some() {
            self.heading(heading);
            lines.for_each(|line| self.paragraph("  ", &line));
        }
    }
}
