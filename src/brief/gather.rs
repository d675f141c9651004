//! One whole of what the sentences of a text ask for.

mod contradictions;
mod implied;

use std::cell::LazyCell;
use std::collections::BTreeMap;

use crate::diagnostic::clean::visible;
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::{Importance, Kind, Question};
use crate::search::fold::{stem, words};
use crate::search::word::Word;

use super::amount::amounts;
use super::choose::{LIKELY, Pick, fits, picks};
use super::clause::{Clause, plain, wanted};
use super::importance::stated;
use super::index::{Chosen, Index};
use super::language::is_foreign;
use super::split::{Sentence, Under, sentences, title};
use super::{Brief, Passage, Proposal, Tier};

/// What a number adds that says how many, and one so small that it may count anything.
const BY_NUMBER: f64 = 20.0;
const BY_SMALL_NUMBER: f64 = 2.0;
/// From here on a number hardly counts anything but people.
const LARGE: u32 = 1000;
/// How well words must fit that tell apart two choices which stand for the same number.
const WORDS: f64 = 3.0;
/// A sentence with fewer terms than this is a greeting or a name.
const SAYS_SOMETHING: usize = 2;

/// A proposal with what is needed to choose among several.
#[derive(Debug, Clone)]
struct Found {
    score: f64,
    proposal: Proposal,
}

/// What a text asks for.
pub fn read(text: &str, index: &Index, base: &KnowledgeBase) -> Brief {
    let mut gathered = Gathered::default();
    for sentence in sentences(text) {
        gathered.add(&sentence, index, base);
    }
    gathered.finished(title(text), is_foreign(text), base)
}

/// What several passages ask for as one whole of that title.
pub(crate) fn read_passages(title: &str, passages: &[Passage], index: &Index, base: &KnowledgeBase) -> Brief {
    let mut gathered = Gathered::default();
    let mut whole = String::new();
    for passage in passages {
        let missed = gathered.not_understood.len();
        for sentence in sentences(&passage.title) {
            gathered.add(&within(sentence, passage), index, base);
        }
        // That a title says nothing by itself is no loss.
        gathered.not_understood.truncate(missed);
        for sentence in sentences(&passage.text) {
            gathered.add(&within(sentence, passage), index, base);
        }
        whole.extend([&passage.title, "\n", &passage.text, "\n"]);
    }
    gathered.finished(title, is_foreign(&whole), base)
}

/// A sentence as what stands beside its passage says.
fn within<'p>(sentence: Sentence<'p>, passage: &'p Passage) -> Sentence<'p> {
    let under = match (sentence.under, passage.importance) {
        (Under::OutOfScope, _) | (_, None) => sentence.under,
        (_, Some(importance)) => Under::Importance(importance),
    };
    Sentence { under, number: sentence.number.or(passage.number.as_deref()), ..sentence }
}

/// What the sentences so far ask for.
#[derive(Debug, Default)]
struct Gathered {
    found: BTreeMap<Chosen, Found>,
    not_understood: Vec<String>,
}

impl Gathered {
    fn add(&mut self, sentence: &Sentence<'_>, index: &Index, base: &KnowledgeBase) {
        let own = of_sentence(sentence, index, base);
        if own.is_empty() && index.read(&words(sentence.body)).count() >= SAYS_SOMETHING {
            self.not_understood.push(visible(sentence.shown).into_owned());
        }
        for one in own {
            match self.found.get(&one.proposal.chosen) {
                Some(known) if known.score >= one.score => {}
                _ => drop(self.found.insert(one.proposal.chosen, one)),
            }
        }
    }

    fn finished(self, title: &str, is_foreign: bool, base: &KnowledgeBase) -> Brief {
        let Self { mut found, not_understood } = self;
        let best = best_of_each(&found);
        let contradictions = contradictions::among(&found, &best, base);
        found.retain(|chosen, _| is_left(*chosen, &best, base));
        implied::add(&mut found, base);
        let proposals: Vec<Proposal> = found.into_values().map(|found| found.proposal).collect();
        let not_answered = not_answered(&proposals, base);
        Brief {
            title: visible(title).into_owned(),
            proposals,
            not_understood,
            not_answered,
            contradictions,
            is_foreign,
        }
    }
}

/// What one sentence asks for.
fn of_sentence(sentence: &Sentence<'_>, index: &Index, base: &KnowledgeBase) -> Vec<Found> {
    if sentence.under == Under::OutOfScope {
        return Vec::new();
    }
    let clauses = wanted(sentence.body, index.names());
    let whole = words(sentence.body);
    let plain_whole = plain(&whole);
    let picks = picks(&clauses, index);
    let sizes = sizes(sentence, &whole, &clauses, &picks, index, base);
    let found = picks.into_iter().chain(sizes).map(|pick| {
        let clause = pick.clause.and_then(|clause| clauses.get(clause)).map(Clause::plain);
        let said = match sentence.under {
            Under::Importance(importance) => Some(importance),
            _ => stated(clause.as_deref().unwrap_or(&plain_whole), &plain_whole),
        };
        let preset = base.questions[pick.chosen.0].importance;
        Found { score: pick.score, proposal: proposal(pick, said, preset, sentence) }
    });
    found.collect()
}

fn proposal(pick: Pick, said: Option<Importance>, preset: Importance, sentence: &Sentence<'_>) -> Proposal {
    Proposal {
        chosen: pick.chosen,
        importance: said.unwrap_or(preset),
        stated: said.is_some(),
        tier: if pick.score >= LIKELY { Tier::Likely } else { Tier::Perhaps },
        implied: false,
        sentence: visible(sentence.shown).into_owned(),
        number: sentence.number.map(|number| visible(number).into_owned()),
    }
}

/// The choices that stand for the numbers in a sentence.
fn sizes(
    sentence: &Sentence<'_>,
    whole: &[Word],
    clauses: &[Clause],
    picks: &[Pick],
    index: &Index,
    base: &KnowledgeBase,
) -> Vec<Pick> {
    if clauses.is_empty() || !whole.iter().any(is_number) {
        return Vec::new();
    }
    let asked = base.questions.iter().filter(|(_, question)| match &question.condition {
        None => !question.counts.is_empty(),
        Some(condition) => {
            let opens = |pick: &Pick| pick.chosen.0 == condition.question && condition.choices.contains(&pick.chosen.1);
            !question.counts.is_empty() && picks.iter().any(opens)
        }
    });
    // Most numbers count nothing that is asked for.
    let fits = LazyCell::new(|| fits(clauses, index));
    let picks = asked.filter_map(|(key, question)| {
        let counted: Vec<String> = question.counts.iter().map(|word| stem(&word.to_lowercase())).collect();
        let amount = amounts(sentence.body, whole, &counted).into_iter().max()?;
        of_size(key, question, amount, &fits)
    });
    picks.collect()
}

fn is_number(word: &Word) -> bool {
    word.text.starts_with(|letter: char| letter.is_ascii_digit())
}

/// The choice that stands for a number; of several the one that fits the sentence best.
fn of_size(key: Key<Question>, question: &Question, amount: u32, fits: &BTreeMap<Chosen, f64>) -> Option<Pick> {
    let fit = |chosen: Chosen| fits.get(&chosen).copied().unwrap_or(0.0);
    let holding = question.indexed().filter(|(choice, _)| {
        let span = question.span(*choice);
        span.is_some_and(|span| span.least <= amount && span.most.is_none_or(|most| amount <= most))
    });
    let scored = holding.map(|(choice, _)| ((key, choice), fit((key, choice))));
    // Only words that say so make it another one than the first.
    let scored = scored.map(|(chosen, fit)| (chosen, if fit >= WORDS { fit } else { 0.0 }));
    let best = scored.max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)))?;
    let by_number = if amount < LARGE { BY_SMALL_NUMBER } else { BY_NUMBER };
    Some(Pick { chosen: best.0, score: by_number + best.1, clause: None })
}

/// The choice of each question that fits best.
type Best = BTreeMap<Key<Question>, Chosen>;

/// Whether a choice is proposed: of a question that takes one, only the best.
fn is_left(chosen: Chosen, best: &Best, base: &KnowledgeBase) -> bool {
    base.questions[chosen.0].kind == Kind::Many || best.get(&chosen.0) == Some(&chosen)
}

fn best_of_each(found: &BTreeMap<Chosen, Found>) -> Best {
    let mut best: BTreeMap<Key<Question>, (f64, Chosen)> = BTreeMap::new();
    for (chosen, one) in found {
        let known = best.entry(chosen.0).or_insert((one.score, *chosen));
        if one.score > known.0 {
            *known = (one.score, *chosen);
        }
    }
    best.into_iter().map(|(question, (_, chosen))| (question, chosen)).collect()
}

/// The questions that would be asked by what is proposed, and for which nothing is.
fn not_answered(proposals: &[Proposal], base: &KnowledgeBase) -> Vec<Key<Question>> {
    let is_proposed = |chosen: Chosen| proposals.iter().any(|proposal| proposal.chosen == chosen);
    let is_open = |key: Key<Question>| !proposals.iter().any(|proposal| proposal.chosen.0 == key);
    let is_asked = |question: &Question| {
        question
            .condition
            .as_ref()
            .is_none_or(|condition| condition.choices.iter().any(|choice| is_proposed((condition.question, *choice))))
    };
    let open = base.questions.iter().filter(|(key, question)| is_open(*key) && is_asked(question) && !question.fixed);
    open.map(|(key, _)| key).collect()
}
