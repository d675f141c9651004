//! How long advice takes, on the embedded knowledge base and on a generated one of 40 questions.
//!
//! Run with `cargo bench --bench advice`; compare rows of one run, machines are noisy.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a benchmark may fail loudly")]

#[path = "../tests/it/support/generate.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod generate;

use std::hint::black_box;

use divan::Bencher;
use journey_advisor::advise::components::Forest;
use journey_advisor::advise::{analysis, assess};
use journey_advisor::embedded;
use journey_advisor::export::brand::Accent;
use journey_advisor::export::portfolio::{Form, Packed, pack, write};
use journey_advisor::export::{Document, Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::Day;
use journey_advisor::model::verdict::AsOf;
use journey_advisor::report::Report;
use journey_advisor::report::portfolio::{Pieces, Portfolio, judged};

fn main() {
    divan::main();
}

#[derive(Debug, Clone, Copy)]
enum Base {
    Embedded,
    Generated,
}

const BASES: [Base; 2] = [Base::Embedded, Base::Generated];

/// A knowledge base with fifty plans, some questions of each still open.
fn plans(base: Base) -> (KnowledgeBase, Vec<Answers>) {
    let mut random = generate::Random::new(7);
    let base = match base {
        Base::Embedded => embedded::knowledge(),
        Base::Generated => generate::exactly(&mut random, generate::Size { questions: 40, choices: 7 }),
    };
    let plans = (0..50).map(|_| generate::answers(&mut random, &base)).collect();
    (base, plans)
}

fn today() -> AsOf {
    AsOf { day: Day::parse("2024-06-15").unwrap(), basis: None }
}

/// The verdict alone.
#[divan::bench(args = BASES)]
fn verdict(bencher: Bencher<'_, '_>, base: Base) {
    let (base, plans) = plans(base);
    let facts = base.at(today());
    let mut turn = plans.iter().cycle();
    bencher.bench_local(|| black_box(assess(&facts, turn.next().unwrap())));
}

/// All that the portfolio keeps of one plan.
#[divan::bench(args = BASES)]
fn line_of_a_portfolio(bencher: Bencher<'_, '_>, base: Base) {
    let (base, plans) = plans(base);
    let facts = base.at(today());
    let pieces = Pieces::of(&base);
    let mut turn = plans.iter().cycle();
    bencher.bench_local(|| black_box(judged(&pieces, &facts, turn.next().unwrap(), "plan.toml")));
}

/// A thousand plans that are judged already, as text.
#[divan::bench]
fn portfolio_of_a_thousand(bencher: Bencher<'_, '_>) {
    let (base, plans) = plans(Base::Embedded);
    let pieces = Pieces::of(&base);
    let portfolio = portfolio_of(&base, &pieces, &plans);
    bencher.bench_local(|| black_box(write(&portfolio, Form::Text)));
}

fn portfolio_of<'k>(base: &'k KnowledgeBase, pieces: &'k Pieces<'k>, plans: &[Answers]) -> Portfolio<'k> {
    let facts = base.at(today());
    let mut portfolio = Portfolio::of(pieces, today().day.into(), 1_000);
    for answers in plans.iter().cycle().take(1_000) {
        portfolio.add(judged(pieces, &facts, answers, "plan.toml"));
    }
    portfolio.sort();
    portfolio
}

/// The verdict with bounds, the most useful question, counterfactual sets and everything else that looks ahead.
#[divan::bench(args = BASES)]
fn verdict_and_outlook(bencher: Bencher<'_, '_>, base: Base) {
    let (base, plans) = plans(base);
    let facts = base.at(today());
    let mut turn = plans.iter().cycle();
    bencher.bench_local(|| black_box(analysis::advise(&facts, turn.next().unwrap())));
}

/// The whole document in each format, from the report to its bytes: none takes longer than 50 ms.
#[divan::bench(args = Format::ALL.map(Format::word))]
fn write_document(bencher: Bencher<'_, '_>, word: &str) {
    let format = Format::ALL.into_iter().find(|format| format.word() == word).unwrap();
    let (base, plans) = plans(Base::Embedded);
    let facts = base.at(today());
    let forest = Forest::of(&facts);
    let advised: Vec<_> = plans.iter().map(|answers| (answers, analysis::advise_in(&forest, answers))).collect();
    let documents: Vec<Document<'_>> = advised
        .iter()
        .map(|(answers, (verdict, analysis))| Document::of(&forest, answers, verdict, analysis, today().day))
        .collect();
    let mut turn = documents.iter().cycle();
    bencher.bench_local(|| black_box(turn.next().unwrap().write(format, Extent::Full)));
}

/// A thousand plans that are judged already, as a document and as a workbook.
#[divan::bench(args = Packed::ALL)]
fn portfolio_packed(bencher: Bencher<'_, '_>, form: Packed) {
    let (base, plans) = plans(Base::Embedded);
    let pieces = Pieces::of(&base);
    let portfolio = portfolio_of(&base, &pieces, &plans);
    bencher.bench_local(|| black_box(pack(&portfolio, form, Accent::USUAL)));
}

/// All of it in words.
#[divan::bench(args = BASES)]
fn report(bencher: Bencher<'_, '_>, base: Base) {
    let (base, plans) = plans(base);
    let facts = base.at(today());
    let mut turn = plans.iter().cycle();
    bencher.bench_local(|| {
        let answers = turn.next().unwrap();
        let forest = Forest::of(&facts);
        let (verdict, analysis) = analysis::advise_in(&forest, answers);
        black_box(Report::of(&forest, answers, &verdict, &analysis, today().day.into()))
    });
}

/// From the prepared bytes to a knowledge base.
#[divan::bench]
fn load_embedded() {
    black_box(embedded::knowledge());
}

/// From the embedded texts to a checked knowledge base, as `--knowledge DIR` does it.
#[divan::bench]
fn load_texts() {
    black_box(journey_advisor::knowledge::load(embedded::files()));
}

/// The facts of a day.
#[divan::bench(args = BASES)]
fn facts(bencher: Bencher<'_, '_>, base: Base) {
    let (base, _) = plans(base);
    bencher.bench_local(|| black_box(base.at(today())));
}
