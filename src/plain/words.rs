//! What is on a screen, said in lines of at most 80 columns.

use crate::app::App;
use crate::app::plan::Plan;
use crate::app::popup::copies::Way;
use crate::export::{Document, text};
use crate::model::alternative::Side;
use crate::model::date::DayOrigin;
use crate::model::question::{Choice, Importance, Kind, Question};
use crate::report::availability::mark;
use crate::report::document;
use crate::report::entry::{kind_word, whose_is_gone};
use crate::report::introduction;
use crate::report::lines;
use crate::report::marks::{self, MarkWeight};
use crate::report::short::Short;
use crate::report::tiles::Tiles;
use crate::report::words::{beyond_facts, does_not_count, how_well, introduce_source, matters};
use crate::report::{Report, leaning};

const WIDTH: usize = 78;
/// So many entries of a search are said.
const MOST_HITS: usize = 10;

/// So many lines say the advice: as many as one keeps in mind when they are read aloud.
const ADVICE_LINES: usize = 8;

/// A paragraph, wrapped.
pub(super) fn paragraph(text: &str) -> String {
    hanging(text, "", "")
}

fn hanging(text: &str, first: &str, rest: &str) -> String {
    let options = lines::options(WIDTH).initial_indent(first).subsequent_indent(rest).break_words(false);
    textwrap::fill(text, options) + "\n"
}

/// Sentences with their numbers, or what to say if there are none.
pub(super) fn numbered(sentences: impl Iterator<Item = String>, none: &str) -> String {
    let lines: String = sentences
        .enumerate()
        .map(|(position, sentence)| hanging(&sentence, &format!("{}. ", position + 1), "   "))
        .collect();
    if lines.is_empty() { none.to_owned() } else { lines }
}

/// What the program is, and the plan at hand.
pub(super) fn greeting(plan: &Plan<'_>, others: usize) -> String {
    let progress = plan.progress();
    let about = plan.base.product.as_ref().map_or_else(String::new, |product| format!(" {product}."));
    let mut text = paragraph(&format!("{}.{about}", plan.base.title));
    text.push_str(&paragraph(&introduction::sentences(plan.base, plan.today).join(" ")));
    text.push_str(&paragraph(&format!(
        "Planning for {}. {} of {} questions answered.",
        plan.day_words(),
        progress.answered,
        progress.visible
    )));
    let day = plan.facts.as_of.day;
    let said = introduce_source(plan.base, plan.facts.as_of).into_iter().chain(beyond_facts(plan.base, day));
    text.extend(said.map(|sentence| paragraph(&sentence)));
    match others {
        0 => {}
        1 => text.push_str("There is 1 other plan: type plans to see it.\n"),
        _ => text.push_str(&paragraph(&format!("There are {others} other plans: type plans to see them."))),
    }
    text.push_str(&paragraph(
        "Type the number of a choice, and next or n to go on. Skip goes on without an answer, unsure says that you do not \
         know yet. Why 1 tells the facts behind choice 1, v the advice so far, ? all commands.",
    ));
    text
}

/// Which day counts as today where the clock is wrong, and how to say another.
pub(super) fn goes_by(plan: &Plan<'_>) -> String {
    let day = plan.today.words();
    match plan.origin {
        DayOrigin::Assumed => format!("Which day is it? Type today and the date. Until then {day} counts as today."),
        _ => format!("By what you typed, today is {day}."),
    }
}

/// The question at hand with its choices.
pub(super) fn question(app: &App<'_>) -> String {
    let plan = &app.cx.plan;
    let key = app.screens.interview.question;
    let asked = &plan.base.questions[key];
    let place = plan.topic_place(key).words();
    let head = format!("{}, {place}. {}", topic(plan, asked), asked.ask);
    let mut text = format!("\n{}", paragraph(&head));
    text.push_str(&paragraph(how_to_answer(asked)));
    let decides = !asked.asks_for_nothing();
    for (position, (index, choice)) in (1..).zip(asked.indexed()) {
        let state = plan.answers().answer(key).filter(|answer| answer.has(index)).map_or("", |_| ", chosen");
        let support = if decides { support(plan, choice) } else { String::new() };
        let line = format!("{}{state}. {support}", choice.label);
        text.push_str(&hanging(line.trim_end(), &format!("{position}. "), "   "));
    }
    text.push_str(&answer_line(app));
    text
}

fn topic<'k>(plan: &Plan<'k>, question: &Question) -> &'k str {
    &plan.base.topics[question.topic].title
}

fn how_to_answer(question: &Question) -> &'static str {
    match question.kind {
        Kind::One => "Choose one.",
        Kind::Many => "Choose all that apply, with blanks between.",
    }
}

/// How much the answer counts, and what to type to change that; nothing while nothing is chosen that counts.
pub(super) fn counts_as(app: &App<'_>) -> String {
    let interview = &app.screens.interview;
    let Some(importance) = interview.counts_as(&app.cx.plan) else { return String::new() };
    let other = match importance {
        Importance::Must => Importance::Should,
        Importance::Should | Importance::Could => Importance::Must,
    };
    paragraph(&format!("It counts as {}. Type {} to make it {}.", importance.word(), other.word(), matters(other)))
}

/// How well both alternatives do what a choice needs: the worse level where it needs several things.
fn support(plan: &Plan<'_>, choice: &Choice) -> String {
    if choice.needs.is_empty() {
        return format!("Counts for neither {}.", plan.base.nouns.alternative.one);
    }
    let of = |side: Side| {
        let worst = choice.needs.iter().map(|need| plan.facts.level(*need, side)).min();
        let mark = mark(plan.base, side, plan.facts.as_of.day).map_or_else(String::new, |word| format!(" ({word})"));
        let short = &plan.base.alternatives[side].short;
        worst.map_or_else(String::new, |level| format!("{short}: {}{mark}", how_well(level)))
    };
    format!("{}; {}.", of(Side::First), of(Side::Second))
}

/// What the answer to the question at hand is.
pub(super) fn answer_line(app: &App<'_>) -> String {
    let plan = &app.cx.plan;
    let key = app.screens.interview.question;
    let response = plan.response(key);
    let said = plan.said(key);
    let note = if response.note.is_empty() { String::new() } else { format!(" Note: {}", response.note) };
    paragraph(&format!("Your answer: {said}.{note}"))
}

/// Where the answers lean.
pub(super) fn leaning(plan: &Plan<'_>) -> String {
    paragraph(&leaning::so_far(plan.base, plan.verdict(), plan.analysis()))
}

/// After the last question.
pub(super) fn last_question(plan: &Plan<'_>) -> String {
    let open = plan.verdict().open.len();
    match open {
        0 => "That was the last question, and all are answered. Type advice.\n".to_owned(),
        1 => "That was the last question. One has no answer yet: type open, or advice.\n".to_owned(),
        _ => format!("That was the last question. {open} have no answer yet: type open, or advice.\n"),
    }
}

/// All questions with their answers.
pub(super) fn overview(plan: &Plan<'_>) -> String {
    let asked = plan.visible.iter().enumerate().map(|(position, key)| {
        let question = &plan.base.questions[key];
        let said = plan.said(key);
        hanging(&format!("{} Answer: {said}.", question.ask), &format!("{}. ", position + 1), "   ")
    });
    let parked = plan.verdict().parked.iter().filter_map(|key| does_not_count(plan.base, *key));
    asked.chain(parked.map(|sentence| paragraph(&sentence))).collect()
}

/// The ways to part a plan that holds several journeys, and how to copy it as it is.
pub(super) fn ways(ways: &[Way]) -> String {
    let apart = ways.iter().enumerate().map(|(position, way)| {
        let number = if position == 0 { String::new() } else { format!(" {}", position + 1) };
        paragraph(&format!("Type copy apart{number} for: {}.", way.label))
    });
    apart.chain(["Type copy whole for one copy of the whole plan.\n".to_owned()]).collect()
}

/// The advice with all that it rests on.
pub(super) fn reasons(plan: &Plan<'_>) -> String {
    let Document { report, paper, .. } =
        &Document::of(plan.forest(), plan.answers(), plan.verdict(), plan.analysis(), plan.dated());
    text::write(&document::body(report, paper))
}

/// The advice in at most [`ADVICE_LINES`] lines, unless what to do and why takes more: what, why, what it costs, how firm it is,
/// what is next.
pub(super) fn advice(report: &Report) -> String {
    let Short { what, why, cost, firmness, next } = Short::of(report);
    let reach = report.reach.as_ref().map_or_else(String::new, |reach| format!("{reach} "));
    let more = "Type reasons for all of it, or export html for a document.";
    let next = if next.is_empty() { vec![String::new()] } else { next };
    let next: Vec<String> = next.iter().map(|next| format!("{next} {reach}{more}")).collect();
    let mut said = vec![vec![what], why];
    said.extend(cost.into_iter().map(|wordings| wordings.into_iter().chain([String::new()]).collect::<Vec<_>>()));
    said.extend([firmness, next]);
    let said: Vec<Vec<String>> =
        said.iter().map(|wordings| wordings.iter().map(|text| spoken(text)).collect()).collect();
    within(&said, ADVICE_LINES)
}

/// A text as a paragraph; nothing for nothing.
fn spoken(text: &str) -> String {
    if text.trim().is_empty() { String::new() } else { paragraph(text.trim()) }
}

/// Of each part the longest wording that leaves the others room for their shortest; the longest comes first in each.
fn within(parts: &[Vec<String>], most: usize) -> String {
    let lines = |text: &String| text.lines().count();
    let mut shortest: usize = parts.iter().filter_map(|wordings| wordings.iter().map(lines).min()).sum();
    let mut text = String::new();
    for wordings in parts {
        let Some(least) = wordings.iter().map(lines).min() else { continue };
        let room = (most.saturating_sub(text.lines().count())).saturating_sub(shortest - least);
        let chosen = wordings.iter().find(|wording| lines(wording) <= room.max(least));
        text.extend(chosen.cloned());
        shortest -= least;
    }
    text
}

/// The journey piece by piece.
pub(super) fn journey(plan: &Plan<'_>) -> String {
    let said: String =
        Tiles::of(plan.base, plan.verdict()).sentences(&plan.base.nouns).map(|sentence| paragraph(&sentence)).collect();
    if said.is_empty() {
        format!("Nothing chosen so far is a piece of {}.\n", plan.base.nouns.planned.a())
    } else {
        said
    }
}

/// What became of the areas and what changed for the plan since the facts begin, the earliest first.
pub(super) fn time(plan: &Plan<'_>) -> String {
    let (from, until) = (plan.base.facts_from.first_day(), plan.today.max(plan.facts.as_of.day));
    let marks = marks::all(plan.base, plan.verdict(), from, until).into_iter();
    let touching = marks.filter(|mark| mark.weight != MarkWeight::Event);
    let said =
        touching.map(|mark| hanging(&format!("{}.", mark.title), &format!("{}: ", mark.day.month_words()), "   "));
    said.chain(["Type day and a date, such as day 2023-12, to plan for a day between.\n".to_owned()]).collect()
}

/// What a search found.
pub(super) fn hits(app: &App<'_>) -> String {
    let hits = &app.screens.search.hits;
    let entries = hits.iter().take(MOST_HITS).map(|hit| {
        let entry = hit.entry;
        let kind = kind_word(entry.kind());
        let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        let whose = whose_is_gone(entry, &app.cx.plan.facts).map_or_else(String::new, |whose| format!(" of {whose}"));
        let close = if hit.is_close { ", close" } else { "" };
        format!("{}, {article} {kind}{whose}{close}", entry.title(app.cx.plan.base))
    });
    let filter = app.screens.search.filter_words(&app.cx.plan);
    let filtered = if filter.is_empty() { String::new() } else { format!("Shown: {}.\n", filter.join(", ")) };
    let found = match hits.len() {
        0 if !filter.is_empty() => return format!("{filtered}Nothing found. Type filter off to see all.\n"),
        0 => return "Nothing found. Try another word.\n".to_owned(),
        1 => "1 entry found. Type show 1 to read it.\n".to_owned(),
        count if count > MOST_HITS => format!("{count} entries found, the first {MOST_HITS}:\n"),
        count => format!("{count} entries found. Type show and a number to read one.\n"),
    };
    format!("{filtered}{found}{}", numbered(entries, ""))
}
