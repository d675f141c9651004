//! What every format of the document must state, in one place. A fact is said in pieces that stand in this order.

use journey_advisor::diagnostic::clean::visible;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::capability::Level;
use journey_advisor::report::Report;
use journey_advisor::report::parts::conditions::ConditionEntry;
use journey_advisor::report::parts::gaps::{GapEntry, Proposal};
use journey_advisor::report::parts::register::RegisterEntry;

/// A fact, with the part of the document it belongs to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) part: &'static str,
    pub(crate) pieces: Vec<String>,
}

/// The parts of the document, each of which some plan must have.
pub(crate) const PARTS: [&str; 29] = [
    "title",
    "head",
    "decision",
    "reason",
    "summary",
    "notice",
    "caveat",
    "firmness",
    "standing",
    "contradiction",
    "journeys apart",
    "then and now",
    "knock-out",
    "requirement",
    "gap",
    "condition",
    "gone",
    "why not",
    "what would change it",
    "cost of both",
    "open question",
    "change",
    "life cycle",
    "next step",
    "note",
    "assumption",
    "why asked",
    "what goes where",
    "sign-off",
];

/// The parts that every plan has.
pub(crate) const ALWAYS: [&str; 2] = ["method", "source"];

/// Everything that a report states.
pub(crate) fn facts(report: &Report) -> Vec<Fact> {
    let mut facts = Facts::default();
    decision(report, &mut facts);
    requirements(report, &mut facts);
    background(report, &mut facts);
    facts.0
}

#[derive(Default)]
struct Facts(Vec<Fact>);

impl Facts {
    fn add<'p>(&mut self, part: &'static str, pieces: impl IntoIterator<Item = &'p str>) {
        let pieces = pieces.into_iter().map(|piece| visible(piece).into_owned()).collect();
        self.0.push(Fact { part, pieces });
    }

    fn each<'p>(&mut self, part: &'static str, sentences: impl IntoIterator<Item = &'p String>) {
        sentences.into_iter().for_each(|sentence| self.add(part, [sentence.as_str()]));
    }
}

fn decision(report: &Report, facts: &mut Facts) {
    let decision = &report.decision;
    facts.add("title", [report.title.as_str()]);
    facts.each("head", report.header.iter().map(|(_, value)| value));
    facts.add("decision", [decision.headline.as_str()]);
    facts.add("reason", [decision.reason.as_str()]);
    facts.each("summary", &decision.summary);
    facts.each("notice", &report.decision.notices);
    facts.each("caveat", &decision.caveats);
    facts.each("firmness", report.firmness.iter().map(|firmness| &firmness.sentence));
    for (_, standing) in report.standings.iter() {
        let value = standing.value.map(|value| value.to_string()).unwrap_or_default();
        let against = standing.vetoed_by.iter().chain(&standing.accepted_workarounds).chain(&standing.unconfirmed);
        let against: Vec<String> = against.map(ToString::to_string).collect();
        let stands = [standing.name.as_str(), &value, standing.availability.word()];
        facts.add("standing", stands.into_iter().chain(against.iter().map(String::as_str)));
    }
    for clash in &report.contradictions {
        facts.add("contradiction", [clash.reason.as_str()]);
        facts.each("contradiction", clash.answers.iter().chain(&clash.ways_out));
    }
    for apart in &report.journeys_apart {
        facts.add("journeys apart", [apart.why.as_str()]);
        for journey in &apart.journeys {
            let choices = journey.choices.iter().map(String::as_str);
            let told = std::iter::once(journey.title.as_str()).chain(choices).chain([journey.then.as_str()]);
            facts.add("journeys apart", told);
        }
        facts.each("journeys apart", apart.settles.iter().map(ToString::to_string).collect::<Vec<_>>().iter());
    }
    for moment in &report.then_and_now {
        let [area, how] = &moment.advised;
        let told = [&moment.label, &moment.date, area, how].into_iter().filter(|piece| *piece != "-");
        let notices = moment.notices.iter().map(|notice| open(notice));
        facts.add("then and now", told.map(String::as_str).chain(notices));
    }
    for knock_out in &report.knock_outs {
        facts.add("knock-out", [knock_out.number.to_string().as_str(), &knock_out.sentence]);
    }
    report.why_not.iter().for_each(|sentence| facts.add("why not", [sentence.as_str()]));
    report.what_if.sentences().for_each(|sentence| facts.add("what would change it", [sentence]));
    facts.each("what goes where", &report.division);
    facts.each("cost of both", &report.costs);
}

fn requirements(report: &Report, facts: &mut Facts) {
    report.register.iter().for_each(|entry| requirement(entry, facts));
    let mut told = Vec::new();
    report.gaps.iter().for_each(|entry| gap(entry, &mut told, facts));
    report.conditions.iter().for_each(|entry| condition(entry, facts));
    for gone in &report.gone {
        facts.add("gone", [gone.number.to_string().as_str(), &gone.sentence, gone.replacement.as_str()]);
    }
}

fn requirement(entry: &RegisterEntry, facts: &mut Facts) {
    let [first, second] = Side::BOTH.map(|side| word(entry.levels[side]));
    let number = entry.number.to_string();
    facts.add("requirement", [number.as_str(), &entry.wish, entry.importance.word(), first, second, &entry.adds.words]);
}

/// A level in the words of the glossary.
fn word(level: Level) -> &'static str {
    match level {
        Level::Native => "built in",
        Level::Partial => "partly",
        Level::Workaround => "by a workaround",
        Level::None => "not supported",
        Level::Unknown => "unknown",
    }
}

/// A sentence that may stand at the end of a cell, where text has no full stop.
fn open(sentence: &str) -> &str {
    sentence.trim_end_matches('.')
}

/// A gap; a limit behind several of them is told with the first.
fn gap(gap: &GapEntry, told: &mut Vec<(String, String)>, facts: &mut Facts) {
    let number = gap.number.to_string();
    let said = [number.as_str(), &gap.wish, word(gap.level), gap.importance.word(), open(&gap.sentence)];
    facts.add("gap", said);
    facts.add("gap", [number.as_str(), &gap.wish, gap.way.map_or("", Proposal::phrase)]);
    facts.add("gap", gap.note.as_deref().map(open));
    for limit in &gap.limits {
        if let Some((_, first)) = told.iter().find(|(id, _)| *id == limit.id) {
            facts.add("gap", [number.as_str(), limit.title.as_str(), "see", first]);
            continue;
        }
        told.push((limit.id.clone(), number.clone()));
        let workaround = limit.workaround.as_deref().or(limit.without).unwrap_or_default();
        facts.add("gap", [number.as_str(), limit.title.as_str(), limit.period.as_str(), open(workaround)]);
        facts.add("gap", [open(limit.text.as_deref().unwrap_or_default())]);
        facts.add("gap", limit.held.as_deref().map(open));
    }
}

fn condition(condition: &ConditionEntry, facts: &mut Facts) {
    let numbers: Vec<String> = condition.numbers.iter().map(ToString::to_string).collect();
    let limit = &condition.limit;
    let told = [limit.title.as_str(), &limit.period, limit.severity.word(), open(&condition.sentence)];
    facts.add("condition", numbers.iter().map(String::as_str).chain(told));
    facts.add("condition", [limit.title.as_str(), open(limit.workaround.as_deref().unwrap_or_default())]);
    facts.add("condition", [open(limit.text.as_deref().unwrap_or_default())]);
    facts.add("condition", limit.held.as_deref().map(open));
}

fn background(report: &Report, facts: &mut Facts) {
    for open in &report.find_out {
        facts.add("open question", [open.ask.as_str(), open.state.words(), open.who.as_deref().unwrap_or_default()]);
    }
    facts.each("open question", &report.left_out);
    for change in &report.changes {
        facts.add("change", [change.number.to_string().as_str(), &change.sentence]);
    }
    for milestone in &report.life_cycle {
        let date = milestone.date.words();
        facts.add("life cycle", [date.as_str(), &milestone.who, milestone.what.as_str(), milestone.note.as_str()]);
    }
    report.next_steps.iter().for_each(|step| facts.add("next step", [open(&step.text)]));
    for assumption in &report.assumptions {
        let said = [assumption.ask.as_str(), assumption.answer.as_str(), assumption.amount.as_str()];
        facts.add("assumption", said.into_iter().chain(assumption.sizes.iter().map(String::as_str)));
    }
    for (ask, note) in &report.notes {
        facts.add("note", [ask.as_str(), note.as_str()]);
    }
    facts.each("method", report.method.iter());
    for work in &report.works {
        facts.add("source", [work.publisher.as_str(), work.title.as_str(), &work.date, &work.reading]);
    }
    for why in &report.why_asked {
        facts.add("why asked", std::iter::once(why.ask.as_str()).chain(why.sentences.iter().map(String::as_str)));
    }
    if report.decision.recommendation.is_advice() {
        facts.each("sign-off", &report.sign_off);
    }
}
