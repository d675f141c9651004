//! The plans of the list as a portfolio: what is advised for each, how well it fits, what is open, and when it can be built.

use crate::app::portfolio::Standing;
use crate::diagnostic::clean::visible;
use crate::model::alternative::Side;
use crate::model::verdict::Recommendation;
use crate::report::portfolio::{PlanLine, Stage, stages};
use crate::report::words::percent;

use super::prose::{columns, cut};
use super::widget::balance::role_of;
use super::{Areas, Canvas, Line, Pane, Rect, Role, Span};

/// The heads of the columns behind the title, each with its width.
const HEADS: [(&str, u16); 6] = [("advice", 10), ("fit", 6), ("gaps", 5), ("mind", 5), ("open", 5), ("when", 9)];

/// Draws the portfolio.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let body = screen.body;
    let text = body.width.saturating_sub(4);
    let told = canvas.wrap(&told(canvas), Role::Text, text, 2);
    let mut y = body.y;
    for line in told.into_iter().chain([Line::from(canvas.span(how(canvas), Role::Muted)), heads(canvas, text)]) {
        canvas.line(Rect { x: body.x + 2, y, width: text, height: 1 }, line);
        y += 1;
    }
    let portfolio = &canvas.screens.portfolio;
    let mut pane = Pane::list(portfolio.cursor);
    for standing in portfolio.rows() {
        pane.row([row(canvas, standing, text)]);
    }
    if portfolio.rows().next().is_none() {
        pane.extend(canvas.wrap("No plan is shown. Show all of them again.", Role::Muted, text, 0));
    }
    pane.draw(canvas, Rect { y, height: body.bottom().saturating_sub(y), ..body });
}

/// How many plans stand where.
fn told(canvas: &Canvas<'_, '_>) -> String {
    let portfolio = &canvas.screens.portfolio;
    stages(portfolio.total(), |place| portfolio.at(place))
}

/// What the rows are sorted by, and which of them are shown.
fn how(canvas: &Canvas<'_, '_>) -> String {
    let portfolio = &canvas.screens.portfolio;
    let stage = portfolio.stage.and_then(|place| Stage::WORDS.get(place)).map(|word| word.replace('-', " "));
    let topic = portfolio.topic.map(|topic| canvas.cx.plan.base.topics[topic].title.to_string());
    let filters: Vec<String> = stage.into_iter().chain(topic).collect();
    let filters = if filters.is_empty() { "all".to_owned() } else { filters.join(", ") };
    let shown = portfolio.rows().count();
    format!("By {}. Shown: {filters} ({shown} of {})", portfolio.sort.word(), portfolio.total())
}

fn heads(canvas: &Canvas<'_, '_>, width: u16) -> Line<'static> {
    let mut line = padded("plan", title_width(width));
    for (head, width) in HEADS {
        line.push_str(&padded(head, width));
    }
    Line::from(canvas.span(line, Role::Muted))
}

fn title_width(width: u16) -> u16 {
    width.saturating_sub(HEADS.iter().map(|(_, width)| width).sum())
}

fn row(canvas: &Canvas<'_, '_>, standing: &Standing, width: u16) -> Line<'static> {
    let (line, title) = (&standing.line, title_width(width));
    let name = cut(&visible(&line.title), title.saturating_sub(2), canvas.glyphs.ellipsis);
    let role = if standing.number.is_none() { Role::Heading } else { Role::Text };
    let (advice, of_advice) = advice(canvas, line);
    let numbers = [percent(line.best_fit()), line.gaps.to_string(), line.all_conditions().to_string(), open(line)];
    let words: Vec<(String, Role)> = std::iter::once((advice, of_advice))
        .chain(numbers.into_iter().map(|number| (number, Role::Text)))
        .chain([(line.stage.short(&canvas.cx.plan.base.nouns), stage_role(line.stage))])
        .collect();
    let cells = words.into_iter().zip(HEADS).map(|((text, role), (_, width))| canvas.span(padded(&text, width), role));
    let spans: Vec<Span<'static>> = std::iter::once(canvas.span(padded(&name, title), role)).chain(cells).collect();
    Line::from(spans)
}

/// A text with blanks behind it up to a width.
fn padded(text: &str, width: u16) -> String {
    format!("{text}{}", " ".repeat(usize::from(width.saturating_sub(columns(text)))))
}

fn advice(canvas: &Canvas<'_, '_>, line: &PlanLine) -> (String, Role) {
    let short = |side: Side| canvas.cx.plan.base.alternatives[side].short.to_string();
    match line.recommendation {
        Recommendation::Build(side) => (cut(&short(side), 9, canvas.glyphs.ellipsis), role_of(side)),
        Recommendation::Both => ("both".to_owned(), Role::Text),
        Recommendation::Neither => ("none".to_owned(), Role::None),
        Recommendation::Undecided => (canvas.glyphs.dash.to_owned(), Role::Muted),
    }
}

/// How many questions wait for an answer.
fn open(line: &PlanLine) -> String {
    (line.open + line.not_sure).to_string()
}

fn stage_role(stage: Stage) -> Role {
    match stage {
        Stage::Ready => Role::Good,
        Stage::AfterOne(_) | Stage::AfterSeveral(_) => Role::Text,
        Stage::Decision(_) => Role::Warning,
        Stage::NotCarried => Role::None,
    }
}
