//! The first page.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::report::paper::costs::{CAPTION, COLUMNS, Costs, Mind, Work};
use crate::report::paper::find_first::{self, FindFirst};
use crate::report::paper::{Paper, ask, rests, steps, why};

use super::super::prose;
use super::{chart, tiles as picture};
use crate::export::brand::{Logo, alternative};
use crate::export::escape::{html as escape, own};

pub(super) fn write(out: &mut String, paper: &Paper, logo: Option<&Logo>) {
    strip(out, paper, logo);
    answer(out, paper);
    identity(out, paper);
    out.push_str("<div class=\"two\">\n");
    reasons(out, paper);
    chart::write(out, &paper.chart);
    out.push_str("</div>\n");
    if !paper.tiles.row.is_empty() || !paper.tiles.throughout.is_empty() {
        let _ = writeln!(out, "<section id=\"pieces\" class=\"part\">\n<h2>{}</h2>", paper.tiles_heading);
        picture::write(out, &paper.tiles);
        out.push_str("</section>\n");
    }
    match &paper.find_first {
        Some(first) => find_out(out, first),
        None => costs(out, &paper.costs),
    }
    out.push_str("<div class=\"two\">\n");
    asked(out, paper);
    next(out, paper);
    out.push_str("</div>\n");
    grounds(out, paper);
}

/// The size of a logo at most, in dots of the screen.
const LOGO: [u32; 2] = [225, 30];

fn strip(out: &mut String, paper: &Paper, logo: Option<&Logo>) {
    let identity = &paper.identity;
    let company = match (logo, identity.company.as_deref()) {
        (Some(logo), company) => picture_of(logo, company),
        (None, Some(company)) => format!("<strong>{}</strong>", own(company)),
        (None, None) => String::new(),
    };
    let mark = identity.confidentiality.as_deref();
    let mark = mark.map(|mark| format!(" <span class=\"mark\">{}</span>", own(mark))).unwrap_or_default();
    let _ = writeln!(
        out,
        "<div class=\"strip\"><span>{company}</span> <span>{}{mark}</span></div>",
        escape(&identity.strip())
    );
}

/// The logo, which says the name of the company to whoever does not see it.
fn picture_of(logo: &Logo, company: Option<&str>) -> String {
    let [wide, high] = logo.within(LOGO);
    format!(
        "<img class=\"logo\" alt=\"{}\" width=\"{wide}\" height=\"{high}\" src=\"data:image/png;base64,{}\">",
        escape(&alternative(company)),
        STANDARD.encode(logo.png())
    )
}

/// The answer as the title, with what is advised set off.
fn answer(out: &mut String, paper: &Paper) {
    let answer = &paper.answer;
    let headline = escape(&answer.headline);
    let area = answer.area.as_deref().map(escape);
    let headline = match area {
        Some(area) => headline.replacen(&area, &format!("<strong>{area}</strong>"), 1),
        None => headline,
    };
    let _ = writeln!(out, "<h1>{headline}</h1>\n<p class=\"lead\">{}</p>", escape(&answer.lead));
}

fn identity(out: &mut String, paper: &Paper) {
    out.push_str("<dl class=\"id\">\n");
    for (head, value) in paper.identity.columns() {
        let _ = writeln!(out, "<div><dt>{head}</dt><dd>{}</dd></div>", own(value));
    }
    out.push_str("</dl>\n");
}

fn reasons(out: &mut String, paper: &Paper) {
    let _ = writeln!(out, "<section id=\"reasons\">\n<h2>{}</h2>\n<ol class=\"why\">", why::HEADING);
    for reason in &paper.why {
        let _ = writeln!(out, "<li><strong>{}</strong> {}</li>", escape(&reason.claim), escape(&reason.proof));
    }
    out.push_str("</ol>\n</section>\n");
}

fn costs(out: &mut String, costs: &Costs) {
    let _ = writeln!(out, "<section id=\"costs-first\" class=\"part\">\n<h2>{}</h2>", escape(&costs.heading));
    if let Some(nothing) = costs.nothing {
        let _ = writeln!(out, "<p>{}</p>", escape(nothing));
    }
    let (work, more) = costs.on_the_first_page();
    if !work.is_empty() {
        let _ = writeln!(out, "<table class=\"cards costs\">\n<caption>{CAPTION}</caption>");
        heads(out, &COLUMNS);
        out.push_str("<tbody>\n");
        for one in work {
            piece(out, one);
        }
        out.push_str("</tbody>\n</table>\n");
    }
    and_more(out, more);
    mind(out, &costs.mind);
    out.push_str("</section>\n");
}

fn heads(out: &mut String, columns: &[&str]) {
    out.push_str("<thead>\n<tr>");
    for column in columns {
        let _ = write!(out, "<th scope=\"col\">{column}</th>");
    }
    out.push_str("</tr>\n</thead>\n");
}

fn piece(out: &mut String, work: &Work) {
    let [_, level, workaround, size, owner, by] = COLUMNS;
    let shown = prose::level(work.level);
    let _ = writeln!(out, "<tr><th scope=\"row\">{}</th>", escape(&work.gap));
    for (head, inside) in [
        (level, shown),
        (workaround, escape(&work.workaround)),
        (size, own(&work.size)),
        (owner, own(&work.owner)),
        (by, escape(&work.by)),
    ] {
        let _ = writeln!(out, "<td data-h=\"{head}\">{inside}</td>");
    }
    out.push_str("</tr>\n");
}

fn and_more(out: &mut String, more: usize) {
    if more > 0 {
        let _ = writeln!(out, "<p class=\"more\">And {more} more.</p>");
    }
}

fn mind(out: &mut String, mind: &Mind) {
    let all: Vec<String> = mind.conditions.iter().map(|condition| escape(condition)).chain(mind.and_more()).collect();
    if !all.is_empty() {
        let _ = writeln!(out, "<p class=\"mind\"><strong>{}:</strong> {}.</p>", Mind::HEADING, all.join(" · "));
    }
}

fn find_out(out: &mut String, first: &FindFirst) {
    let _ = writeln!(
        out,
        "<section id=\"find-first\" class=\"part\">\n<h2>{}</h2>\n<table class=\"cards\">\n<caption>{}</caption>",
        find_first::HEADING,
        find_first::CAPTION
    );
    heads(out, &find_first::COLUMNS);
    let [_, who, can] = find_first::COLUMNS;
    out.push_str("<tbody>\n");
    for point in &first.points {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th>\n<td data-h=\"{who}\">{}</td>\n<td data-h=\"{can}\">{}</td></tr>",
            escape(&point.question),
            escape(&point.who),
            escape(&point.can)
        );
    }
    out.push_str("</tbody>\n</table>\n");
    and_more(out, first.more);
    out.push_str("</section>\n");
}

fn asked(out: &mut String, paper: &Paper) {
    let ask = &paper.ask;
    let from = ask.from.as_deref().map(|from| format!(", from <strong>{}</strong>", own(from)));
    let from = from.unwrap_or_else(|| format!("; {}", ask::FROM_NOBODY));
    let _ = writeln!(
        out,
        "<section id=\"ask\" class=\"ask\">\n<h2>{}</h2>\n<p>By <strong>{}</strong>{from}:</p>\n<ul>",
        ask::HEADING,
        ask.by.words()
    );
    for text in &ask.boxes {
        let _ = writeln!(out, "<li>☐ {}</li>", escape(text));
    }
    out.push_str("</ul>\n</section>\n");
}

fn next(out: &mut String, paper: &Paper) {
    let _ = writeln!(out, "<section id=\"next\">\n<h2>{}</h2>\n<ol class=\"next\">", steps::heading(&paper.steps));
    for step in &paper.steps {
        let _ = writeln!(out, "<li>{} <span>{}</span></li>", escape(&step.step), own(&step.who_and_when()));
    }
    out.push_str("</ol>\n</section>\n");
}

fn grounds(out: &mut String, paper: &Paper) {
    let said = paper.rests.assumptions.as_deref().map(|said| format!("{} ", own(said))).unwrap_or_default();
    let _ = writeln!(
        out,
        "<p class=\"rests\"><strong>{}:</strong> {said}{}</p>",
        rests::HEADING,
        escape(&paper.rests.facts)
    );
}
