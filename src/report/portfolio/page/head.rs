//! The head of the portfolio, and all of it in short.

use crate::diagnostic::suggest::enumerate;
use crate::model::alternative::Side;
use crate::model::verdict::{AsOf, Recommendation};
use crate::report::page::{Block, Piece as Stretch, Section, line, list};
use crate::report::parts::header::TOOL;
use crate::report::portfolio::Portfolio;
use crate::report::portfolio::line::PlanLine;
use crate::report::portfolio::stage::Stage;
use crate::report::words::{both_together, count, facts_until, made_on, name, planning_for};

use super::TITLE;
use super::words::what;

/// The lines of the head, each with its name.
pub fn about(portfolio: &Portfolio<'_>) -> Vec<(&'static str, String)> {
    let base = portfolio.base;
    let mut lines = vec![
        ("Plans", portfolio.lines.len().to_string()),
        ("Planned for", planned_for(portfolio)),
        ("Made on", made_on(portfolio.today)),
        ("Made with", TOOL.to_owned()),
        ("Knowledge", format!("{}, edition {}", base.title, base.edition)),
    ];
    lines.extend(facts_until(base).map(|reach| ("Facts up to", reach)));
    lines
}

/// What stands below each page of it: `Portfolio · 40 plans · 30 November 2026`.
pub(crate) fn foot(portfolio: &Portfolio<'_>) -> String {
    let (plans, day) = (count(portfolio.lines.len(), "plan"), portfolio.today.day.words());
    format!("{TITLE} · {plans} · {day}")
}

/// The one day that all plans are for, or that there are several.
fn planned_for(portfolio: &Portfolio<'_>) -> String {
    let mut days: Vec<AsOf> = Vec::new();
    for line in &portfolio.lines {
        if !days.contains(&line.as_of) {
            days.push(line.as_of);
        }
    }
    match days.as_slice() {
        [one] => planning_for(portfolio.base, *one, portfolio.today.day),
        several => format!("{} different days, each plan for its own", several.len()),
    }
}

/// What it is about and was made with.
pub(super) fn section(portfolio: &Portfolio<'_>) -> Section {
    let lines = about(portfolio).into_iter().map(|(name, value)| line(format!("{name}: {value}.")));
    Section::new("about", "", vec![list(lines)])
}

/// All of it in a few sentences.
pub(super) fn summary(portfolio: &Portfolio<'_>) -> Section {
    let at = |place| portfolio.count(|line| line.stage.place() == place);
    let stages = vec![Stretch::Strong(stages(portfolio.lines.len(), at))];
    let left_out = match portfolio.left_out.len() {
        0 => None,
        1 => Some("1 file could not be used and is left out.".to_owned()),
        files => Some(format!("{files} files could not be used and are left out.")),
    };
    let sentences = [still_open(portfolio), advised(portfolio), build_once(portfolio), left_out];
    let sentences = sentences.into_iter().flatten().map(|sentence| Block::Paragraph(line(sentence)));
    Section::new("advice", "In short", std::iter::once(Block::Paragraph(stages)).chain(sentences).collect())
}

/// How many plans stand where: `40 plans: 3 are ready now and 37 after one piece of work.`
pub(crate) fn stages(plans: usize, at: impl Fn(usize) -> usize) -> String {
    let all = (0..Stage::WORDS.len()).map(|place| (place, at(place)));
    let told: Vec<String> =
        all.filter(|(_, plans)| *plans > 0).map(|(place, plans)| Stage::tell(place, plans)).collect();
    format!("{}: {}.", count(plans, "plan"), enumerate(&told, "and"))
}

/// How many plans each area is advised for.
fn advised(portfolio: &Portfolio<'_>) -> Option<String> {
    let base = portfolio.base;
    let [first, second] = Side::BOTH;
    let both = both_together(&base.nouns);
    let told = [
        (Recommendation::Build(first), name(base, first)),
        (Recommendation::Build(second), name(base, second)),
        (Recommendation::Both, both.as_str()),
    ];
    let told: Vec<String> = told
        .into_iter()
        .map(|(advice, name)| (portfolio.count(|line| line.recommendation == advice), name))
        .filter(|(plans, _)| *plans > 0)
        .map(|(plans, name)| format!("{name} for {}", count(plans, "plan")))
        .collect();
    (!told.is_empty()).then(|| format!("The advice is {}.", enumerate(&told, "and")))
}

/// How many of the plans that are ready are not answered to the end.
fn still_open(portfolio: &Portfolio<'_>) -> Option<String> {
    let is_ready = |line: &PlanLine| line.stage == Stage::Ready;
    let ready = portfolio.count(is_ready);
    let open = portfolio.count(|line| is_ready(line) && line.open + line.not_sure > 0);
    let which = match (open, ready) {
        (0, _) => return None,
        (1, 1) => "The plan that is ready has open questions".to_owned(),
        (open, ready) if open == ready => format!("All {ready} plans that are ready have open questions"),
        (1, ready) => format!("1 of the {ready} plans that are ready has open questions"),
        (open, ready) => format!("{open} of the {ready} plans that are ready have open questions"),
    };
    Some(format!("{which}: their answers can change that."))
}

/// How many gaps there are, how many pieces of work close them, and which of these serves most plans.
fn build_once(portfolio: &Portfolio<'_>) -> Option<String> {
    let pieces = portfolio.pieces;
    let shared = portfolio.shared_gaps();
    let work: Vec<_> = shared.iter().filter(|(number, _)| pieces.is_work(pieces.piece(*number))).collect();
    let (number, most) = work.first()?;
    let gaps: usize = work.iter().map(|(_, shared)| shared.gaps).sum();
    let close = if work.len() == 1 { "closes" } else { "close" };
    let all = format!("{} of work {close} {}.", count(work.len(), "piece"), count(gaps, "gap"));
    // What serves one plan alone is not needed more than the others.
    Some(match most.all_plans() {
        0 | 1 => all,
        plans => format!("{all} The one that is needed most serves {plans} plans: {}", what(portfolio, *number)),
    })
}
