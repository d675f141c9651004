//! `search`: what is known about some words.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use serde::Serialize;

use crate::diagnostic::clean::visible;
use crate::diagnostic::suggest::{did_you_mean, enumerate, nearest};
use crate::export::json;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::topic::Topic;
use crate::search::{self, Filter, Hit, Index, Standing};
use crate::shell::cli::{Form, Search};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, knowledge, output};

use crate::report::entry::gist;

/// How many results a person is shown unless more are asked for.
const A_SCREENFUL: usize = 20;

pub(super) fn run(args: &Search, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge_today(world)?;
    let as_of = super::as_of(&base, world, None)?;
    let facts = base.at(as_of);
    let filter = Filter {
        kind: args.kind,
        side: args.alternative.as_deref().map(|id| side(&base, id)).transpose()?,
        topic: args.topic.as_deref().map(|id| topic(&base, id)).transpose()?,
        severity: args.severity,
        standing: match (args.lifted, world.global.as_of.is_some()) {
            (true, _) => Some(Standing::Lifted(as_of.day)),
            (false, true) => Some(Standing::Holds(as_of.day)),
            (false, false) => None,
        },
        day: Some(as_of.day),
    };
    let query = args.query.join(" ");
    let index = Index::of(&base);
    let hits = search::search(&index, &query, &filter);
    let matched = |hit: &Hit| search::matched(&index, &query, hit);
    match args.format {
        Form::Text => {
            let most = args.limit.unwrap_or(A_SCREENFUL);
            let styled = world.environment.colors_stdout(world.global.color);
            let shown: Vec<String> =
                hits.iter().take(most).map(|hit| line(hit, &matched(hit), &facts, styled)).collect();
            output::data(&shown.concat())?;
            output::message(&summary(&query, hits.len(), most));
        }
        Form::Json => {
            let most = args.limit.unwrap_or(usize::MAX);
            output::data(&json::text(&Results::of(&query, &hits, most, &matched, &facts)))?;
        }
    }
    Ok(Exit::Done)
}

fn side(base: &KnowledgeBase, id: &str) -> Result<Side, Failure> {
    base.side(id).ok_or_else(|| {
        let names = Side::BOTH.map(|side| base.alternatives[side].id.as_str());
        let failure = Failure::new(Exit::Usage, format!("there is no alternative `{}`", visible(id)));
        Failure { help: did_you_mean(id, names), ..failure }
    })
}

fn topic(base: &KnowledgeBase, id: &str) -> Result<Key<Topic>, Failure> {
    base.topics.find(|topic| topic.id.as_str() == id).ok_or_else(|| {
        let names: Vec<&str> = base.topics.iter().map(|(_, topic)| topic.id.as_str()).collect();
        let failure = Failure::new(Exit::Usage, format!("there is no topic `{}`", visible(id)));
        let all = || format!("the topics are {}", enumerate(&names, "and"));
        let help = nearest(id, names.iter().copied()).map_or_else(all, |near| format!("did you mean `{near}`?"));
        failure.help(help)
    })
}

fn summary(query: &str, found: usize, most: usize) -> String {
    let query = visible(query);
    match found {
        0 => format!("nothing found for `{query}`; try fewer or other words\n"),
        _ if found > most => format!("{} more; `--limit {found}` shows all\n", found - most),
        _ => String::new(),
    }
}

fn line(hit: &Hit, matched: &[Range<usize>], facts: &Facts<'_>, styled: bool) -> String {
    let title = hit.entry.title(facts.base);
    let title = if styled { highlighted(title, matched) } else { title.to_owned() };
    let mut out = String::new();
    let _ = writeln!(out, "{title}");
    let close = if hit.is_close { "close: " } else { "" };
    let (kind, id) = (hit.entry.kind().word(), hit.entry.id(facts.base));
    let _ = write!(out, "    {close}{kind} {id}");
    for also in &hit.also {
        let _ = write!(out, " and {}", also.id(facts.base));
    }
    let _ = writeln!(out, ", {}", gist(hit.entry, facts));
    out
}

fn highlighted(title: &str, matched: &[Range<usize>]) -> String {
    let mut out = String::new();
    let mut end = 0;
    for range in matched {
        let part = |place: Range<usize>| title.get(place).expect("what matched is in the title, and in order");
        let _ = write!(out, "{}\u{1b}[1;4m{}\u{1b}[0m", part(end..range.start), part(range.clone()));
        end = range.end;
    }
    out.push_str(title.split_at(end).1);
    out
}

#[derive(Serialize)]
struct Results<'k> {
    schema_version: u32,
    query: &'k str,
    as_of: String,
    count: usize,
    results: Vec<Found<'k>>,
}

#[derive(Serialize)]
struct Found<'k> {
    id: &'k str,
    /// Entries that say nearly the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<&'k str>,
    kind: &'static str,
    topic: &'k str,
    title: &'k str,
    gist: String,
    /// Whether each alternative that it concerns can be had on the day.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    availability: BTreeMap<&'k str, &'static str>,
    matched: Vec<[usize; 2]>,
    /// Whether only some of the words were found in it.
    close: bool,
    score: u32,
}

impl<'k> Results<'k> {
    fn of(
        query: &'k str,
        hits: &[Hit],
        most: usize,
        matched: &impl Fn(&Hit) -> Vec<Range<usize>>,
        facts: &Facts<'k>,
    ) -> Self {
        let base = facts.base;
        let found = |hit: &Hit| Found {
            id: hit.entry.id(base).as_str(),
            also: hit.also.iter().map(|also| also.id(base).as_str()).collect(),
            kind: hit.entry.kind().word(),
            topic: base.topics[hit.entry.topic(base)].id.as_str(),
            title: hit.entry.title(base),
            gist: gist(hit.entry, facts),
            availability: crate::report::entry::availability(hit.entry, facts),
            matched: matched(hit).into_iter().map(|range| [range.start, range.end]).collect(),
            close: hit.is_close,
            score: hit.score,
        };
        Self {
            schema_version: 1,
            query,
            as_of: facts.as_of.day.to_string(),
            count: hits.len(),
            results: hits.iter().take(most).map(found).collect(),
        }
    }
}
