//! `portfolio`: many plans as one.

use std::ops::ControlFlow;

use crate::export::csv::Dialect;
use crate::export::portfolio::{self as export, Form};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::days::Days;
use crate::knowledge::facts::Facts;
use crate::report::portfolio::{self, Judged, Pieces};
use crate::shell::cli::{Portfolio, PortfolioForm};
use crate::shell::exit::{Exit, Failure};
use crate::shell::output::Reader;
use crate::shell::{World, files, knowledge, output};

use super::many::{self, Meant};
use super::plan;

/// What the endings of files stand for.
const ENDINGS: [(&str, PortfolioForm); 7] = [
    ("txt", PortfolioForm::Text),
    ("md", PortfolioForm::Markdown),
    ("markdown", PortfolioForm::Markdown),
    ("html", PortfolioForm::Html),
    ("htm", PortfolioForm::Html),
    ("csv", PortfolioForm::Csv),
    ("json", PortfolioForm::Json),
];

pub(super) fn run(args: &Portfolio, world: &World) -> Result<Exit, Failure> {
    let form = super::form(args.format, &args.target, &ENDINGS)?;
    let dialect = super::dialect(&args.csv, form == PortfolioForm::Csv)?;
    let form = in_dialect(form, dialect);
    let base = knowledge::knowledge_today(world)?;
    let pieces = Pieces::of(&base);
    let plans = many::plans(&args.plans);
    let mut gathered = portfolio::Portfolio::of(&pieces, world.dated(), plans.len());
    let styled = world.environment.colors_stderr(world.global.color);
    many::work(
        &plans,
        || Worker { base: &base, pieces: &pieces, args, world, days: Days::default() },
        |worker, plans| plans.iter().map(|plan| worker.judge(plan)).collect::<Vec<_>>(),
        |share| {
            for judged in share {
                match judged {
                    Ok(judged) => gathered.add(judged),
                    Err(failure) => {
                        output::failure(&failure, styled);
                        gathered.leave_out(failure.message);
                    }
                }
            }
            ControlFlow::Continue(())
        },
    );
    drop(plans);
    if gathered.lines.is_empty() {
        return Ok(Exit::Invalid);
    }
    gathered.sort();
    match args.target.file() {
        Some(path) => files::write(path, export::write(&gathered, form).as_bytes(), args.target.force)?,
        None => print(&gathered, form)?,
    }
    Ok(if gathered.left_out.is_empty() { Exit::Done } else { Exit::Invalid })
}

/// Prints the portfolio part by part, as long as somebody reads.
fn print(gathered: &portfolio::Portfolio<'_>, form: Form) -> Result<(), Failure> {
    let mut printed = Ok(Reader::There);
    export::write_parts(gathered, form, &mut |part| {
        if printed == Ok(Reader::There) {
            printed = output::part(part.as_bytes());
        }
    });
    printed.map(|_| ())
}

fn in_dialect(form: PortfolioForm, dialect: Dialect) -> Form {
    match form {
        PortfolioForm::Text => Form::Text,
        PortfolioForm::Markdown => Form::Markdown,
        PortfolioForm::Html => Form::Html,
        PortfolioForm::Csv => Form::Csv(dialect),
        PortfolioForm::Json => Form::Json,
    }
}

/// Judges plans one after the other. What holds on a day is looked up once for all of them.
struct Worker<'w> {
    base: &'w KnowledgeBase,
    pieces: &'w Pieces<'w>,
    args: &'w Portfolio,
    world: &'w World,
    days: Days<Facts<'w>>,
}

impl Worker<'_> {
    fn judge(&mut self, plan: &Result<Meant, Failure>) -> Result<Judged, Failure> {
        let Meant { path, origin } = plan.as_ref().map_err(Clone::clone)?;
        let base = self.base;
        let answers = plan::shared(plan::read(path, *origin, base, self.world)?, self.args.redact);
        let as_of = super::as_of(base, self.world, answers.as_of.as_deref())?;
        let look_up = || base.at(as_of).for_plan(&answers);
        let facts = self.days.get(|facts| facts.are_for(as_of, &answers), look_up);
        Ok(portfolio::judged(self.pieces, facts, &answers, &files::shown(path)))
    }
}
