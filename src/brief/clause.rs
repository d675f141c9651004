//! The clauses of a sentence, and which of them say what is not wanted.

use std::sync::LazyLock;

use crate::search::fold::words;
use crate::search::word::Word;

use super::cue::Cues;
use super::terms::terms;
use crate::search::optional::Unneeded;

/// Words that begin another clause.
static JOINING: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of(
        "and
        or
        but
        plus
        then
        because
        if
        while
        whereas
        otherwise
        except
        so that
        andor",
    )
});

/// Words that set off what is not wanted.
static INSTEAD: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of(
        "rather than
        instead of",
    )
});

static NOT_WANTED: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of(
        "not ? need|needs|plan|planning|intend|require|foresee|envisage|offer
        not ? use|using|have|do
        not ? needed|required|planned|foreseen|intended|requested|relevant|necessary|interested|desired|envisaged
        not ? wanted|wished|desirable|applicable
        not ? part of
        not ? in scope
        out of scope
        no need
        no longer need|want|use|required|needed|wanted
        can|could|will|would do|live|manage without
        rather than
        instead of
        was|were|been|be|is|are|got|gets ? dropped|rejected|excluded|discarded|scrapped|cancelled|declined
        and dropped|rejected|excluded|discarded|scrapped
        ruled out
        off the table
        not a topic|subject
        not for us
        not our
        forget about
        leave|left|leaves ? out
        leave both|all|these out
        stay|stays|remain|remains ? with
        handled|covered ? by
        looked after by
        taken care of
        with another
        in|into the bin
        do|does|would|will not ? touch
        not ? touched
        not|never ? ? count on
        never have|had|used
        nobody|noone needs|wants
        there is|are|will no
        we|they have|had|need|want|use no
        is|are|was|were against
        can|could|may|let|we skip
        no ? ? ? needed|required|wanted|planned|necessary|foreseen|requested|please|intended",
    )
});

/// `not want` says what is not wanted, but `not want to lose` says what is.
static NOT_WANT: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of(
        "not ? want
        not wish",
    )
});

/// A clause that is nothing else refuses what stands before it.
const REFUSALS: [&str; 8] =
    ["dropped", "rejected", "excluded", "scrapped", "parked", "discarded", "declined", "unwanted"];
/// With these at its end a clause speaks of what stands before it.
const BACK: [&str; 5] = ["it", "them", "that", "those", "these"];
/// `not a text message` names what is not meant.
const ARTICLES: [&str; 3] = ["a", "an", "the"];

/// What follows from the clause before: where it is not wanted, the one before only tells why.
static THEREFORE: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of(
        "therefore
        thus
        hence
        so",
    )
});

/// A point that begins with these and is short says what is not wanted.
const NO: [&str; 2] = ["no", "not"];
/// So many terms a short point has at most.
const SHORT: usize = 5;
/// After these a point that begins with `no` speaks of something else.
const NO_BUT: [&str; 14] = [
    "reaction", "response", "answer", "reply", "more", "later", "longer", "one", "message", "messages", "mail",
    "mails", "earlier", "less",
];

/// A clause: a part of the words of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) words: Vec<Word>,
    /// Whether a colon stands before it.
    follows_a_colon: bool,
}

impl Clause {
    /// Its words, with what is drawn together written out: `don't` as `do not`.
    pub(super) fn plain(&self) -> Vec<&str> {
        plain(&self.words)
    }
}

/// The words of a text, with what is drawn together written out.
pub(super) fn plain(words: &[Word]) -> Vec<&str> {
    let written_out = |word: &'_ str| match word {
        "dont" | "doesnt" | "didnt" => Some(["do", "not"]),
        "wont" | "wouldnt" => Some(["would", "not"]),
        "isnt" | "arent" | "wasnt" | "werent" => Some(["is", "not"]),
        "cannot" | "cant" | "couldnt" => Some(["can", "not"]),
        "neednt" => Some(["not", "need"]),
        "shouldnt" => Some(["should", "not"]),
        "mustnt" => Some(["must", "not"]),
        "wed" | "id" => Some(["would", "like"]),
        _ => None,
    };
    words
        .iter()
        .flat_map(|word| match written_out(&word.text) {
            Some([one, other]) => vec![one, other],
            None => vec![word.text.as_str()],
        })
        .collect()
}

/// The clauses of a sentence that say what is wanted.
pub(super) fn wanted(sentence: &str, names: &Unneeded) -> Vec<Clause> {
    let clauses = clauses(sentence);
    let mut is_wanted: Vec<bool> = clauses.iter().map(|clause| !is_refused(&clause.plain())).collect();
    let starts_with_no = clauses.first().is_some_and(|first| {
        let words = first.words.iter().map(|word| word.text.as_str());
        let mut words = words.skip_while(|word| *word == "please");
        words.next().is_some_and(|word| NO.contains(&word)) && words.next().is_some_and(|next| !NO_BUT.contains(&next))
    });
    let count: usize = clauses.iter().map(|clause| terms(&clause.words, names).len()).sum();
    let whole: Vec<&str> = clauses.iter().flat_map(Clause::plain).collect();
    let is_split = is_wanted.iter().all(|wanted| *wanted) && is_refused(&whole);
    let follows = clauses.iter().zip(&is_wanted).any(|(clause, is_wanted)| {
        let plain = clause.plain();
        !is_wanted && THEREFORE.find(&plain).is_some_and(|found| found.start == 0)
    });
    if starts_with_no && count <= SHORT || is_split || follows {
        return Vec::new();
    }
    // `WhatsApp: not wanted` is said of what stands before the colon.
    let topics: Vec<usize> = clauses
        .iter()
        .zip(&is_wanted)
        .enumerate()
        .filter(|(_, (clause, is_wanted))| clause.follows_a_colon && !**is_wanted)
        .filter_map(|(position, _)| position.checked_sub(1))
        .collect();
    let refers_back = |(clause, is_wanted): &(&Clause, &bool)| {
        let last = clause.words.last().map_or("", |word| word.text.as_str());
        !**is_wanted && (BACK.contains(&last) || clause.words.len() == 1)
    };
    let back = clauses.iter().zip(&is_wanted).collect::<Vec<_>>().iter().rposition(refers_back).unwrap_or(0);
    for topic in topics.into_iter().chain(0..back) {
        is_wanted.get_mut(topic).into_iter().for_each(|wanted| *wanted = false);
    }
    clauses.into_iter().zip(is_wanted).filter(|(_, wanted)| *wanted).map(|(clause, _)| clause).collect()
}

fn is_refused(words: &[&str]) -> bool {
    let does_not_want = NOT_WANT.find(words).is_some_and(|found| {
        let after = words.iter().skip(found.end).take(3);
        !after.into_iter().any(|word| *word == "to")
    });
    let is_refusal = matches!(words, [word] if REFUSALS.contains(word));
    let is_other = matches!(words, ["not", article, ..] if ARTICLES.contains(article));
    does_not_want || is_refusal || is_other || NOT_WANTED.are_in(words)
}

/// The clauses of a sentence.
fn clauses(sentence: &str) -> Vec<Clause> {
    let words = words(sentence);
    let mut clauses = vec![Clause { words: Vec::new(), follows_a_colon: false }];
    let mut end = 0;
    let mut left = 0;
    for (position, word) in words.iter().enumerate() {
        let place = word.place();
        let between = sentence.get(end..place.start).unwrap_or_default();
        end = place.end;
        let rest: Vec<&str> = words.iter().skip(position).take(2).map(|word| word.text.as_str()).collect();
        let at_start = |cues: &Cues| cues.find(&rest).filter(|found| found.start == 0).map(|found| found.end);
        if is_boundary(between) || at_start(&INSTEAD).is_some() {
            clauses.push(Clause { words: Vec::new(), follows_a_colon: between.contains(':') });
        }
        if let Some(length) = at_start(&JOINING) {
            clauses.push(Clause { words: Vec::new(), follows_a_colon: false });
            left = length;
        }
        if left > 0 {
            left -= 1;
        } else if let Some(clause) = clauses.last_mut() {
            clause.words.push(word.clone());
        }
    }
    clauses.retain(|clause| !clause.words.is_empty());
    clauses
}

/// Whether what stands between two words separates clauses. A comma inside a number does not.
fn is_boundary(between: &str) -> bool {
    let separates = |letter: char| matches!(letter, ';' | '(' | ')' | '[' | ']' | '–' | '—' | '→' | '/' | '|');
    let is_dash = between.contains("->") || between.contains(" - ");
    let is_comma = between.contains([',', ':', '.', '!', '?']) && between.contains(char::is_whitespace);
    between.contains(separates) || is_dash || is_comma
}

#[cfg(test)]
mod tests {
    use super::wanted;
    use crate::search::optional::Unneeded;

    fn said(sentence: &str) -> Vec<String> {
        let clauses = wanted(sentence, &Unneeded::default());
        clauses.iter().map(|clause| clause.plain().join(" ")).collect()
    }

    #[test]
    fn clauses_are_parted_by_signs_and_joining_words_but_numbers_are_not() {
        assert_eq!(
            said("40,000 people, and then a text (by SMS) - daily"),
            ["40000 people", "a text", "by sms", "daily"]
        );
    }

    #[test]
    fn what_is_not_wanted_is_left_out_clause_by_clause() {
        assert_eq!(said("For now we don't need SMS, but push would be nice"), ["push would be nice"]);
        for sentence in [
            "No social media at this stage.",
            "WhatsApp: not wanted by the board",
            "Tickets are free, therefore payment is not required.",
            "LinkedIn we do not use.",
            "Text messages: too expensive, dropped",
            "A chatbot was asked for, but the board is against it",
            "Hotel rooms are handled by the tourist office",
            "Phone campaigns stay with the call centre.",
            "We do not do text messages",
            "no custom development please",
            "And please no texting",
            "Reports were discussed and dropped.",
            "Landing pages are out of scope.",
        ] {
            assert_eq!(said(sentence), [""; 0], "{sentence}");
        }
        assert_eq!(said("letters rather than emails"), ["letters"]);
    }

    #[test]
    fn not_and_never_also_say_what_is_wanted() {
        for sentence in [
            "Please nothing on Sundays.",
            "Nobody should get more than three mails a week.",
            "We do not want to lose our templates.",
            "No more than two messages a day",
            "no reaction after 2 days",
            "He may not receive anything more of this.",
            "A person without consent is never written to.",
        ] {
            assert_eq!(said(sentence).len(), 1, "{sentence}");
        }
    }
}
