//! `portfolio`: many plans as one.

use std::ops::ControlFlow;

use crate::export::Written;
use crate::export::brand::Accent;
use crate::export::csv::Dialect;
use crate::export::portfolio::{self as export, Form, Packed};
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
const ENDINGS: [(&str, PortfolioForm); 9] = [
    ("txt", PortfolioForm::Text),
    ("md", PortfolioForm::Markdown),
    ("markdown", PortfolioForm::Markdown),
    ("html", PortfolioForm::Html),
    ("htm", PortfolioForm::Html),
    ("docx", PortfolioForm::Docx),
    ("xlsx", PortfolioForm::Xlsx),
    ("csv", PortfolioForm::Csv),
    ("json", PortfolioForm::Json),
];

pub(super) fn run(args: &Portfolio, world: &World) -> Result<Exit, Failure> {
    let form = super::form(args.format, &args.target, &ENDINGS)?;
    let dialect = super::dialect(&args.csv, form == PortfolioForm::Csv)?;
    let accent = if args.redact { Accent::USUAL } else { world.effective.preferences.brand(None).accent };
    let wanted = wanted(form, dialect, accent);
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
    match (wanted, args.target.file()) {
        (Wanted::Text(form), Some(path)) => {
            files::write(path, export::write(&gathered, form).as_bytes(), args.target.force)?;
        }
        (Wanted::Text(form), None) => print(&gathered, form)?,
        (Wanted::Packed(form), _) => {
            let document = Written::Packed(export::pack(&gathered, form, accent));
            super::hand_over(document, &args.target, world.environment.stdout_is_terminal)?;
        }
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

/// What is to be written.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    Text(Form),
    Packed(Packed),
}

fn wanted(form: PortfolioForm, dialect: Dialect, accent: Accent) -> Wanted {
    match form {
        PortfolioForm::Text => Wanted::Text(Form::Text),
        PortfolioForm::Markdown => Wanted::Text(Form::Markdown),
        PortfolioForm::Html => Wanted::Text(Form::Html(accent)),
        PortfolioForm::Docx => Wanted::Packed(Packed::Word),
        PortfolioForm::Xlsx => Wanted::Packed(Packed::Excel),
        PortfolioForm::Csv => Wanted::Text(Form::Csv(dialect)),
        PortfolioForm::Json => Wanted::Text(Form::Json),
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
