//! What decided it: the musts that rule an alternative out, and what each requirement adds.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::arena::Key;
use crate::model::capability::Level;
use crate::model::question::{Importance, Question};
use crate::model::text::Text;
use crate::model::verdict::{Requirement, RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::adds::Adds;
use crate::report::availability::aside;
use crate::report::bibliography::{Bibliography, Cited};
use crate::report::page::{Block, Page, Section, Support, line, list, on, with};
use crate::report::support;
use crate::report::words::{choice, how_well, matters, name, name_first, wish};
use crate::report::work::refused;

use super::{concerning, work};

/// A must that rules an alternative out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnockOut {
    /// The requirement.
    pub number: RequirementNumber,
    /// Which alternative is out.
    pub(crate) side: Side,
    /// The reason in a sentence.
    pub sentence: String,
    /// Where it is written.
    pub(crate) cited: Vec<Cited>,
}

/// A requirement with what it adds to the margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Driver {
    /// The requirement.
    pub number: RequirementNumber,
    /// The question behind it.
    pub(crate) question: Key<Question>,
    /// The question as asked.
    pub(crate) ask: Text,
    /// The choice behind it, in the words of the interview.
    pub(crate) choice: String,
    /// What it asks for.
    pub wish: String,
    /// How much it matters.
    pub(crate) importance: Importance,
    /// How well each alternative does it.
    pub(crate) levels: Pair<Level>,
    /// What it adds in points: positive speaks for the first alternative.
    pub contribution: i32,
    /// The same in per cent.
    pub adds: Adds,
    /// The same in a sentence.
    pub sentence: String,
    /// The same with since when and what is remarked on it.
    pub support: Vec<Support>,
    /// Where it is written.
    pub cited: Vec<Cited>,
}

/// The musts that rule an alternative out, in the order of the interview.
pub(in crate::report) fn knock_outs(
    facts: &Facts<'_>,
    verdict: &Verdict,
    bibliography: &mut Bibliography,
) -> Vec<KnockOut> {
    let names = Side::BOTH.map(|side| name_first(facts.base, side));
    let mut all = Vec::new();
    for requirement in verdict.requirements.iter().filter(|requirement| requirement.importance == Importance::Must) {
        for (side, name) in Side::BOTH.into_iter().zip(&names) {
            if requirement.levels[side] != Level::None {
                continue;
            }
            let support = facts.support(requirement.capability, side);
            all.push(KnockOut {
                number: requirement.number,
                side,
                sentence: knock_out(facts, requirement, (side, name)),
                cited: support.map(|support| bibliography.cite(&support.sources)).unwrap_or_default(),
            });
        }
    }
    all
}

fn knock_out(facts: &Facts<'_>, requirement: &Requirement, (side, name): (Side, &str)) -> String {
    let (state, wish) = (aside(facts, side, Level::None), wish(facts.base, requirement));
    let why = refused(facts, requirement.capability, side).map(|why| format!(": {why}")).unwrap_or_default();
    format!("{name}{state} cannot do \"{wish}\", which is a must{why}.")
}

/// Every requirement, the strongest first.
pub(in crate::report) fn all(facts: &Facts<'_>, verdict: &Verdict, bibliography: &mut Bibliography) -> Vec<Driver> {
    let mut strongest: Vec<&Requirement> = verdict.requirements.iter().collect();
    strongest.sort_by_key(|requirement| std::cmp::Reverse(requirement.contribution.abs()));
    strongest.into_iter().map(|requirement| driver(facts, verdict, requirement, bibliography)).collect()
}

/// Where the levels of a requirement are written, both alternatives together.
pub(in crate::report) fn cited(
    facts: &Facts<'_>,
    requirement: &Requirement,
    bibliography: &mut Bibliography,
) -> Vec<Cited> {
    let mut cited: Vec<Cited> = Vec::new();
    for support in Side::BOTH.into_iter().filter_map(|side| facts.support(requirement.capability, side)) {
        for citation in bibliography.cite(&support.sources) {
            if !cited.contains(&citation) {
                cited.push(citation);
            }
        }
    }
    cited
}

fn driver(facts: &Facts<'_>, verdict: &Verdict, requirement: &Requirement, bibliography: &mut Bibliography) -> Driver {
    let base = facts.base;
    Driver {
        number: requirement.number,
        question: requirement.question,
        ask: base.questions[requirement.question].ask.clone(),
        choice: choice(base, requirement).to_owned(),
        wish: wish(base, requirement).to_owned(),
        importance: requirement.importance,
        levels: requirement.levels,
        contribution: requirement.contribution,
        adds: Adds::of(base, verdict, requirement),
        sentence: sentence(facts, requirement),
        support: Side::BOTH.map(|side| support::of(facts, requirement.capability, side, bibliography)).to_vec(),
        cited: cited(facts, requirement, bibliography),
    }
}

/// Why a requirement adds what it adds.
fn sentence(facts: &Facts<'_>, requirement: &Requirement) -> String {
    let base = facts.base;
    let Pair { first, second } = requirement.levels;
    let what = format!("\"{}\" ({})", wish(base, requirement), matters(requirement.importance));
    if !requirement.is_counted() {
        let silent: Vec<String> = Side::BOTH
            .into_iter()
            .filter(|side| requirement.levels[*side] == Level::Unknown)
            .map(|side| name(base, side).to_owned())
            .collect();
        return format!(
            "{what} counts for neither: nothing says how well {} does it.",
            crate::diagnostic::suggest::enumerate(&silent, "or")
        );
    }
    if first == second {
        let both = if first == Level::None {
            format!("neither {} supports it", base.nouns.alternative.one)
        } else {
            format!("both {} have it {}", base.nouns.alternative.many, how_well(first))
        };
        return format!("{what} separates nothing: {both}{}.", gone(facts, first));
    }
    let ahead = if requirement.contribution > 0 { Side::First } else { Side::Second };
    let behind = ahead.other();
    let [best, worst] = [ahead, behind].map(|side| requirement.levels[side]);
    format!(
        "{what} speaks for {}: {} there{}, {} in {}{}.",
        name(base, ahead),
        how_well(best),
        aside(facts, ahead, best),
        how_well(worst),
        name(base, behind),
        aside(facts, behind, worst)
    )
}

/// What has become of areas that have the same level.
fn gone(facts: &Facts<'_>, level: Level) -> String {
    let gone = Side::BOTH.into_iter().filter(|side| !facts.availability[*side].is_open());
    gone.map(|side| aside(facts, side, level).replacen('(', &format!("({} ", name(facts.base, side)), 1)).collect()
}

/// Musts that rule an alternative out.
pub(crate) fn knock_outs_section(report: &Report) -> Section {
    let lines =
        report.knock_outs.iter().map(|knock_out| with(on(knock_out.number, &knock_out.sentence), &knock_out.cited));
    let heading = format!("What rules {} out", report.nouns.alternative.a());
    Section::new("knock-outs", heading, vec![list(lines)])
}

/// Returns why a requirement adds what it adds, the answer behind it, and the sources.
pub(crate) fn page(report: &Report, driver: &Driver) -> Page {
    let lead = [Block::Paragraph(line(&driver.sentence)), Block::Remark(line(&driver.adds.sentence))];
    let answer = format!("{} ({})", driver.choice, driver.importance.word());
    let why = report.why_asked.iter().filter(|why| why.question == driver.question).flat_map(|why| &why.sentences);
    let sections = vec![
        Section::new(
            "reason",
            "",
            lead.into_iter().chain(driver.support.iter().cloned().map(Block::Support)).collect(),
        ),
        Section::new(
            "answer",
            "Your answer",
            [line(driver.ask.to_string()), line(answer)].map(Block::Paragraph).to_vec(),
        ),
        concerning::section(report, driver.number),
        Section::new("why-asked", "Why we ask", why.map(line).map(Block::Paragraph).collect()),
        work::next_section(report, driver.number),
        report.sources(),
    ];
    Page::of(format!("{} {}", driver.number, driver.wish), sections)
}
