//! How much something matters, where the text says so.

use std::sync::LazyLock;

use crate::model::question::Importance;

use super::cue::Cues;

static COULD: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of(
        "nice to have
        nice extra|addition|bonus
        would|might|may|will be ? good|nice|great|lovely|fine|cool|handy|useful|welcome|fantastic|wonderful|helpful
        would be ? bonus|plus
        bonus
        optional|optionally
        if possible
        if it|that|this works
        if such
        if there is such
        if time|budget|resources|money permits|allows|permit|allow|remains
        if you|we can
        low|lower|lowest prio|priority
        low|lower|lowest in priority
        maybe
        perhaps
        possibly
        ideally
        not ? obligatory|mandatory|essential|compulsory|vital|crucial|critical|important
        not a must
        no must
        not a priority
        some day
        someday
        at some point
        eventually
        later on
        in ? second|later|next phase|step
        phase 2|two|3|three
        icing on
        stretch goal
        could have
        would love
        cherry on
        dream
        a plus",
    )
});

static MUST: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of(
        "must
        musts
        has|have|had|having to
        shall
        mandatory|obligatory|compulsory|required|essential|crucial|vital|indispensable|imperative|critical
        require|requires
        need|needs
        insist|insists|insisted
        strict|strictly
        only
        nonnegotiable
        not negotiable
        may not
        can not do|live without
        under no circumstances
        without exception
        forbidden
        not allowed|permitted|acceptable
        by law
        legally|legal
        absolutely
        makes no sense
        does not sell|work
        do not sell|work
        no way around
        at all costs
        is key
        a must
        obliged",
    )
});

static SHOULD: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of(
        "should
        want|wants
        would|d like
        wish|wishes
        please
        prefer|prefers|preferably
        desirable|desired
        important
        expect|expects|expected
        hope|hopes",
    )
});

/// Here `should` only tells what happens.
static TELLS: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of(
        "should ? get|receive|see|hear|have
        should ? be sent",
    )
});

/// How much something matters by the words of its clause, else by those of the whole sentence.
pub(super) fn stated(clause: &[&str], sentence: &[&str]) -> Option<Importance> {
    in_words(clause).or_else(|| in_words(sentence))
}

fn in_words(words: &[&str]) -> Option<Importance> {
    if could(words) {
        return Some(Importance::Could);
    }
    if MUST.are_in(words) {
        return Some(Importance::Must);
    }
    let tells = TELLS.find(words).zip(SHOULD.find(words)).is_some_and(|(tells, should)| tells.start == should.start);
    (SHOULD.are_in(words) && !tells).then_some(Importance::Should)
}

/// `perhaps 3,000 people` is about a number.
fn could(words: &[&str]) -> bool {
    let Some(found) = COULD.find(words) else { return false };
    let begins = words.get(found.start).is_some_and(|word| ["perhaps", "maybe", "possibly"].contains(word));
    let is_number = words.get(found.end).is_some_and(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    !(begins && is_number)
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use crate::model::question::Importance::{Could, Must, Should};

    #[test]
    fn words_say_how_much_it_matters() {
        for (text, importance) in [
            ("it would be great but not obligatory", Some(Could)),
            ("this must be optional", Some(Could)),
            ("each must only reach their own", Some(Must)),
            ("a colleague has to approve", Some(Must)),
            ("we would like to see it", Some(Should)),
            ("it should be possible", Some(Should)),
            ("customers should get a text", None),
            ("perhaps 3000 people a month", None),
            ("never at night at once", None),
        ] {
            assert_eq!(in_words(&text.split(' ').collect::<Vec<_>>()), importance, "{text}");
        }
    }
}
