//! The parts that a project works with: register, counts, matrix, questions, dates, steps, sources, signatures.

use super::piece::{citations, ids, on, with};
use super::{Block, Cell, ColumnKind, Piece, Section, Table, line, list};
use crate::model::capability::Level;
use crate::report::Report;
use crate::report::bibliography::Work;
use crate::report::register::{Entry, approach, disposition};
use crate::report::sign_off;
use crate::report::words::with_conditions;

/// What the document is about and was made with.
pub(super) fn header(report: &Report) -> Section {
    let lines = report.header.iter().map(|(name, value)| line(format!("{name}: {value}.")));
    Section::new("about", "", vec![list(lines)])
}

/// The day planned for alone.
pub(super) fn planned_for(report: &Report) -> Section {
    let reach = report.reach.iter().map(|reach| format!(" {reach}"));
    let day = line(format!("Planning for {}.", report.planning_for) + &reach.collect::<String>());
    Section::new("about", "", vec![Block::Paragraph(day)])
}

/// Every requirement, whether it is met or not.
pub(super) fn register(report: &Report) -> Section {
    let (first, second) = (&report.standings.first, &report.standings.second);
    let most = report.register.iter().map(|entry| entry.contribution.abs()).max().unwrap_or(0);
    let row = |entry: &Entry| {
        [
            vec![Piece::Requirement(entry.number)].into(),
            Cell::text(&entry.wish),
            Cell::text(entry.importance.word()),
            Cell::text(disposition(entry.levels.first)),
            Cell::text(disposition(entry.levels.second)),
            Cell::Bar { value: entry.contribution, most },
            Cell::text(approach(entry)),
            citations(&entry.cited).into(),
        ]
    };
    let columns =
        ["Number", "Requirement", "Importance", &first.short, &second.short, "Adds", "Way to close", "Sources"];
    let caption = format!(
        "Every requirement. Above zero speaks for {}, below zero for {}; the sum is the margin",
        first.name.to_lowercase(),
        second.name.to_lowercase()
    );
    let table = Table::of(caption, columns, report.register.iter().map(row)).with("Adds", ColumnKind::Bar);
    Section::new("register", "Fit-gap register", vec![Block::Table(table)])
}

/// How many requirements of each importance are met how well.
pub(super) fn counts(report: &Report) -> Section {
    let counts = &report.counts;
    if counts.total == 0 {
        return Section::new("counts", "", Vec::new());
    }
    let who = match counts.side {
        Some(side) => format!("{} meets", report.standings[side].name.to_lowercase()),
        None => "both areas together meet".to_owned(),
    };
    let row = |importance: &str, levels: &[usize; Level::ALL.len()]| {
        let [native, partial, workaround, none, unknown] = levels.map(|count| Cell::text(count.to_string()));
        let all = Cell::text(levels.iter().sum::<usize>().to_string());
        [Cell::text(importance), native, partial, workaround, none, unknown, all]
    };
    let [native, partial, workaround, none, unknown] = Level::ALL.map(disposition);
    let columns = ["Importance", native, partial, workaround, none, unknown, "All"];
    let rows = counts.rows.iter().map(|(importance, levels)| row(importance.word(), levels));
    let mut table = Table::of(format!("Requirements by importance, and how {who} them"), columns, rows);
    for name in [native, partial, workaround, none, unknown, "All"] {
        table = table.with(name, ColumnKind::Number);
    }
    let fit = counts.fit_percent.map(|percent| {
        Block::Paragraph(line(format!(
            "{percent} % of the {} met with what is built in{}.",
            if counts.total == 1 {
                "one requirement is".to_owned()
            } else {
                format!("{} requirements are", counts.total)
            },
            with_conditions(counts.conditions)
        )))
    });
    let warning = counts.warning.iter().map(|warning| Block::Paragraph(vec![Piece::Strong(warning.clone())]));
    let blocks = fit.into_iter().chain(warning).chain([Block::Table(table)]).collect();
    Section::new("counts", "Counts", blocks)
}

/// What is not known yet, and who would know.
pub(super) fn open_questions(report: &Report) -> Section {
    let rows = report.find_out.iter().map(|open| {
        [Cell::text(&open.ask), Cell::text(open.state.words()), Cell::text(open.who.as_deref().unwrap_or("-"))]
    });
    let table =
        Table::of("What nobody knows yet, the most telling first", ["Question", "State", "Who would know"], rows);
    let left_out = report.left_out.iter().map(|left_out| Block::Paragraph(line(left_out)));
    Section::new("open-questions", "Find this out", std::iter::once(Block::Table(table)).chain(left_out).collect())
}

/// Facts that changed between the first moment and the last.
pub(super) fn changes(report: &Report) -> Section {
    let lines = report.changes.iter().map(|change| with(on(change.number, &change.sentence), &change.cited));
    Section::new("changes", "What changed since", vec![list(lines)])
}

/// The dates in the life of both alternatives.
pub(super) fn life_cycle(report: &Report) -> Section {
    let rows = report.life_cycle.iter().map(|milestone| {
        [
            Cell::text(milestone.date.words()),
            Cell::text(&milestone.who),
            Cell::text(&milestone.what),
            with(line(&milestone.note), &milestone.cited).into(),
        ]
    });
    let table = Table::of("Dates in the life of the product", ["Date", "Area", "What", "What it means"], rows);
    Section::new("life-cycle", "Product life cycle", vec![Block::Table(table)])
}

/// Why each question was asked.
pub(super) fn why_asked(report: &Report) -> Section {
    let lines = report.why_asked.iter().map(|why| {
        let mut line = vec![Piece::Strong(why.ask.to_string())];
        line.push(Piece::Text(format!(" {}", why.sentences.join(" "))));
        line
    });
    Section::new("why-asked", "Why each question was asked", vec![list(lines)])
}

/// From each requirement to question, facts, limitations and sources.
pub(super) fn traceability(report: &Report) -> Section {
    let rows = report.traces.iter().map(|trace| {
        let number = trace.number.map_or_else(|| line("asks for nothing"), |number| vec![Piece::Requirement(number)]);
        [
            number.into(),
            ids([trace.question.as_str()]).into(),
            ids([trace.choice.as_str()]).into(),
            ids(trace.capability.as_deref()).into(),
            ids(trace.limitations.iter().map(String::as_str)).into(),
            citations(&trace.cited).into(),
        ]
    });
    let columns = ["Requirement", "Question", "Answer", "Capability", "Limitations", "Sources"];
    let table = Table::of("From each requirement to the answer and the facts behind it", columns, rows);
    Section::new("traceability", "Traceability", vec![Block::Table(table)])
}

/// What to do next.
pub(super) fn next_steps(report: &Report) -> Section {
    Section::new("next-steps", "Next steps", vec![Block::Steps(report.next_steps.iter().map(line).collect())])
}

/// What the user noted.
pub(super) fn notes(report: &Report) -> Section {
    let lines = report.notes.iter().map(|(ask, note)| vec![Piece::Text(format!("{ask} ")), Piece::Own(note.clone())]);
    Section::new("notes", "Notes", vec![list(lines)])
}

/// How the advice was computed.
pub(super) fn method(report: &Report) -> Section {
    let lines = report.method.iter().chain([&report.reminder]).map(line);
    Section::new("method", "Method", vec![list(lines)])
}

/// The sources cited.
pub(super) fn sources(works: &[Work]) -> Section {
    let lines = works.iter().map(|work| vec![Piece::Work(work.clone())]);
    Section::new("sources", "Sources", vec![list(lines)])
}

/// The block to sign, where there is something to sign.
pub(super) fn sign_off(report: &Report) -> Section {
    if !report.decision.recommendation.is_advice() {
        return Section::new("sign-off", "", Vec::new());
    }
    let [name, date, signature] = sign_off::COLUMNS;
    let row = |part: &String| [Cell::text(part), Cell::text(""), Cell::text(""), Cell::text("")];
    let table =
        Table::of("Who stands for what", ["Signed for", name, date, signature], report.sign_off.iter().map(row));
    Section::new("sign-off", "Sign-off", vec![Block::Table(table)])
}
