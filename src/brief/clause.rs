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
        not|no a|an|the topic|subject|issue|problem|option|concern
        a ? different|another|separate story|matter|topic|project
        another story|matter|topic|project
        not|never again
        so not here
        not at all
        is|are|be|was|were no ? use|good|help
        stay|stays|remain|remains|is|are on paper
        bin|scrap|drop|skip|forget them|it|that|those|these
        none of that|this|these|those
        nothing to do with
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
        nobody|noone ? ? ? needs|wants|reads|uses|likes|asked
        until now
        used to
        last time
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

/// What is not wanted to be done is refused, where anything else would say what should be prevented.
const DONE_WITH: [&str; 8] = ["touch", "use", "offer", "buy", "build", "deal", "introduce", "operate"];

/// A clause that is nothing else refuses what stands before it.
const REFUSALS: [&str; 8] =
    ["dropped", "rejected", "excluded", "scrapped", "parked", "discarded", "declined", "unwanted"];
/// So does one of these alone.
const DENIALS: [&str; 3] = ["no", "nope", "nah"];
/// A heading with one of these says when or for whom something is wanted: `If there is no reply:`.
const CONDITIONS: [&str; 7] = ["if", "when", "whenever", "where", "who", "whoever", "unless"];
/// With these at its end a clause speaks of what stands before it.
const BACK: [&str; 6] = ["it", "them", "that", "those", "these", "again"];
/// `not a text message` and `not as contacts` name what is not meant.
const OTHERS: [&str; 8] = ["a", "an", "the", "as", "by", "via", "through", "from"];
/// `They are not contacts` does so too, if it says no more.
const THEY: [&str; 6] = ["they", "these", "those", "it", "this", "that"];
/// So many words it says at most.
const NO_MORE: usize = 3;
/// With this at its end a clause still speaks of what stands before it.
const PLEASE: &str = "please";
/// A clause that begins with these thanks, and asks for nothing.
const THANKS: [&str; 3] = ["thanks", "thank", "cheers"];

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
    let counts: Vec<usize> = clauses.iter().map(|clause| terms(&clause.words, names).len()).collect();
    let is_short = |count: usize| starts_with_no && count <= SHORT;
    if let (Some(first), Some(count)) = (is_wanted.first_mut(), counts.first()) {
        *first &= !is_short(*count);
    }
    let whole: Vec<&str> = clauses.iter().flat_map(Clause::plain).collect();
    let is_split = is_wanted.iter().all(|wanted| *wanted) && is_refused(&whole);
    // `Not wanted: chat, text messages` is said of what follows the colon.
    let is_list = is_wanted.first() == Some(&false) && clauses.get(1).is_some_and(|next| next.follows_a_colon);
    let follows = clauses.iter().zip(&is_wanted).any(|(clause, is_wanted)| {
        let plain = clause.plain();
        !is_wanted && THEREFORE.find(&plain).is_some_and(|found| found.start == 0)
    });
    if is_short(counts.iter().sum()) || is_split || is_list || follows {
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
        let mut words = clause.words.iter().rev().map(|word| word.text.as_str()).skip_while(|word| *word == PLEASE);
        let last = words.next().unwrap_or_default();
        !**is_wanted && (BACK.contains(&last) || clause.words.len() == 1)
    };
    let back = clauses.iter().zip(&is_wanted).collect::<Vec<_>>().iter().rposition(refers_back).unwrap_or(0);
    for topic in topics.into_iter().chain(0..back) {
        is_wanted.get_mut(topic).into_iter().for_each(|wanted| *wanted = false);
    }
    clauses.into_iter().zip(is_wanted).filter(|(_, wanted)| *wanted).map(|(clause, _)| clause).collect()
}

/// Whether a heading says that what stands below it is not wanted.
pub(super) fn refuses(heading: &str) -> bool {
    let words = words(heading);
    let plain = plain(&words);
    let has = |those: &[&str]| plain.iter().any(|word| those.contains(word));
    !has(&CONDITIONS) && (has(&REFUSALS) || NOT_WANTED.are_in(&plain))
}

/// Whether an answer refuses what was asked: `Leave them out of this.`
pub(super) fn refuses_what_was_said(answer: &str) -> bool {
    let words = words(answer);
    let plain = plain(&words);
    NOT_WANTED.find(&plain).is_some_and(|found| {
        let refused = plain.get(found).unwrap_or_default();
        refused.iter().any(|word| BACK.contains(word))
    })
}

fn is_refused(words: &[&str]) -> bool {
    let does_not_want = NOT_WANT.find(words).is_some_and(|found| {
        let mut after = words.iter().skip(found.end).skip_while(|word| **word != "to").skip(1);
        let is_far = !words.iter().skip(found.end).take(3).any(|word| *word == "to");
        is_far || after.next().is_some_and(|word| DONE_WITH.contains(word))
    });
    let is_refusal = matches!(words, [word] if REFUSALS.contains(word) || DENIALS.contains(word));
    let is_other = match words {
        ["so" | "therefore" | "thus" | "please", "no", next, rest @ ..] => {
            !NO_BUT.contains(next) && rest.len() <= NO_MORE
        }
        ["not", other, ..] if OTHERS.contains(other) => true,
        [they, "are" | "is", "not", rest @ ..] => THEY.contains(they) && rest.len() <= NO_MORE,
        _ => false,
    };
    let is_thanks = words.first().is_some_and(|first| THANKS.contains(first));
    does_not_want || is_thanks || is_refusal || is_other || NOT_WANTED.are_in(words)
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
            "Not requested: chat bots, event management (the board cancelled it)",
            "They are not contacts.",
            "We don't want to touch the loyalty app.",
            "Hotel rooms my wife books by phone, no software for that please.",
            "Payment is not an issue.",
            "The brochure download is a different story, forget that one.",
            "The text message nobody here reads.",
            "Until now that was a webinar.",
            "Thanks for the mail on Thursday.",
            "LinkedIn: tried once, not again",
            "Text messages we want not at all.",
            "E-mail is no use here.",
            "The invitations stay on paper.",
            "Our scoring models nobody ever trusted, so bin them.",
        ] {
            assert_eq!(said(sentence), [""; 0], "{sentence}");
        }
        assert_eq!(said("letters rather than emails"), ["letters"]);
        assert_eq!(said("Text messages: no, too loud for our guests"), ["too loud for our guests"]);
        assert_eq!(
            said("And please no texting, members of our clubs like a letter from the town hall much better"),
            ["members of our clubs like a letter from the town hall much better"]
        );
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
