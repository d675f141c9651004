//! The entries of knowledge files, as written: one declaration for each kind, with ids still as text.

use toml::de::DeValue;

use crate::diagnostic::code::Code;
use crate::diagnostic::toml::{At, Reader, Value};
use crate::model::alternative::Availability;
use crate::model::capability::{Level, Severity, Way};
use crate::model::date::{Day, PartialDate};
use crate::model::name::Id;
use crate::model::question::{Importance, Kind};

use super::shape::{Reference, Shape, Stage, Text, entry, read_at, read_list};

entry! {
    /// `advisor.toml`: what the choice is about and how it is scored.
    Advisor {
        /// What the choice is about.
        title "title" required Text<80>,
        /// The product whose alternatives they are, with its maker.
        product "product" optional Text<120>,
        /// Which edition of the knowledge this is.
        edition "edition" required Text<40>,
        /// The first day for which there are facts.
        facts_from "facts-from" required PartialDate,
        /// The last day up to which the texts behind the facts were known; absent if nobody has noted it.
        facts_until "facts-until" optional Day,
        /// After how many days a source should be read again.
        review_days "review-days" required u16,
        /// The topics in the order of the interview.
        topics "topics" list Id,
        /// The tables of the value model.
        scoring "scoring" required Scoring,
        /// Where the facts come from, as a whole.
        documentation "documentation" optional Documentation,
        /// The two alternatives.
        alternatives "alternative" list Alternative,
        /// Named days to plan for.
        presets "preset" list Preset,
        /// What running both alternatives costs.
        coexistence "coexistence" list Coexistence,
        /// Answers that contradict each other.
        conflicts "conflict" list Conflict,
        /// Shares of all answer combinations that outcomes may have.
        audit "audit" list Band,
        /// Words that mean the same to whoever searches.
        synonyms "synonym" list Synonym,
        /// Names that everything here is about, so that a search need not find them.
        product_names "product-names" list Text<40>,
    }
}

entry! {
    /// What levels and importances are worth.
    Scoring {
        /// Points of native support, 0 to 100.
        native "native" required u16,
        /// Points of partial support.
        partial "partial" required u16,
        /// Points of a workaround.
        workaround "workaround" required u16,
        /// Points of no support.
        none "none" required u16,
        /// Weight of a must, 1 to 100.
        must "must" required u16,
        /// Weight of a should.
        should "should" required u16,
        /// Weight of a could.
        could "could" required u16,
        /// Threshold of indifference in percent of the highest margin.
        indifference "indifference-percent" required u16,
    }
}

entry! {
    /// The documentation behind the facts.
    Documentation {
        /// What the report calls it in a sentence; "the documentation" if nothing is said.
        name "name" required Text<60>,
    }
}

entry! {
    /// One of the two alternatives.
    Alternative {
        /// The id used in answers and exports.
        id "id" required Id,
        /// The name in a sentence.
        title "title" required Text<40>,
        /// The short name.
        short "short" required Text<16>,
        /// At most two letters for a column head.
        abbreviation "abbreviation" required Text<2>,
        /// What one builds in it.
        artefact "artefact" required Text<30>,
        /// Its life cycle, oldest phase first.
        phases "phase" list Phase,
        /// What was said about its end and when, oldest first.
        announcements "announcement" list Announcement,
    }
}

entry! {
    /// What was said about the end of an alternative.
    Announcement {
        /// When it was said; it counts until the next announcement.
        date "date" required PartialDate,
        /// The end that was named, if one was.
        ends "ends" optional PartialDate,
        /// What was said, as the end of a sentence without its full stop.
        says "says" required Text<120>,
        /// Where it is written.
        sources "sources" list Reference,
    }
}

entry! {
    /// A stretch of an alternative's life cycle.
    Phase {
        /// First day of the phase.
        from "from" required PartialDate,
        /// What can be had in it.
        state "state" required Availability,
        /// One plain sentence.
        note "note" required Text<240>,
        /// Where it is written.
        sources "sources" list Reference,
    }
}

entry! {
    /// A named day to plan for.
    Preset {
        /// The name used by `--as-of`.
        id "id" required Id,
        /// The name for people.
        title "title" required Text<40>,
        /// The day.
        date "date" required PartialDate,
        /// The one source whose word counts.
        basis "basis" optional Id,
    }
}

entry! {
    /// A cost of running both alternatives.
    Coexistence {
        /// The cost in a few words.
        title "title" required Text<80>,
        /// The cost in a sentence or two.
        text "text" required Text<400>,
        /// Where it is written.
        sources "sources" list Reference,
    }
}

entry! {
    /// Answers that contradict each other.
    Conflict {
        /// The choices, each as `question:choice`.
        between "between" list Text<130>,
        /// Why they do not go together.
        reason "reason" required Text<300>,
        /// Where it is written.
        sources "sources" list Reference,
    }
}

entry! {
    /// The share of all answer combinations that an outcome may have.
    Band {
        /// The day, as in `--as-of`.
        as_of "as-of" required Text<20>,
        /// Whom the outcome speaks for; absent for those that speak for neither.
        alternative "alternative" optional Id,
        /// The lowest share in percent.
        at_least "at-least" required u16,
        /// The highest share in percent.
        at_most "at-most" required u16,
    }
}

entry! {
    /// Words that mean the same to whoever searches.
    Synonym {
        /// The words, each alone or a few together.
        words "words" list Text<40>,
    }
}

entry! {
    /// `sources.toml`.
    Sources {
        /// The sources.
        sources "source" list Source,
    }
}

entry! {
    /// A published text.
    Source {
        /// The id that citations use.
        id "id" required Id,
        /// Who published it.
        publisher "publisher" required Text<60>,
        /// Its title.
        title "title" required Text<160>,
        /// Its public address.
        url "url" required Text<300>,
        /// The date of the text.
        date "date" required PartialDate,
        /// The day somebody last read it.
        verified "verified" required PartialDate,
        /// Whether the text can no longer change.
        archived "archived" optional bool,
        /// What a reader must know about it.
        note "note" optional Text<300>,
    }
}

entry! {
    /// A file in `topics`.
    TopicFile {
        /// The topic itself.
        topic "topic" required Topic,
        /// Its questions.
        questions "question" list Question,
        /// Its capabilities.
        capabilities "capability" list Capability,
        /// Its limitations.
        limitations "limitation" list Limitation,
        /// Its events.
        events "event" list Event,
    }
}

entry! {
    /// A topic.
    Topic {
        /// The id, also the name of the file.
        id "id" required Id,
        /// The name in the list of topics.
        title "title" required Text<24>,
    }
}

entry! {
    /// A question.
    Question {
        /// The id used in answers files.
        id "id" required Id,
        /// The question itself.
        ask "ask" required Text<150>,
        /// Why it is asked.
        why "why" required Text<320>,
        /// How many choices an answer takes.
        kind "kind" required Kind,
        /// The importance of an answer unless the user says otherwise.
        importance "importance" required Importance,
        /// When it is asked; always if absent.
        show_if "show-if" optional Parent,
        /// Whether the answer is a given that the user cannot change.
        fixed "fixed" optional bool,
        /// Who would know the answer.
        who "who" optional Text<80>,
        /// Where the question comes from.
        sources "sources" list Reference,
        /// The choices.
        choices "choice" list Choice,
    }
}

/// The one condition of a question.
#[derive(Debug, Clone)]
pub(super) struct Parent(pub(super) Condition);

impl Shape for Parent {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        match value.get_ref().as_array() {
            Some(conditions) if conditions.len() > 1 => {
                let message = format!("the question has {} parent conditions", conditions.len());
                reader.report(Code::K030, message, value).help =
                    Some("name one parent: `show-if = { question = \"id\", choices = [\"id\"] }`".to_owned());
                None
            }
            _ => Condition::read(value, reader).map(Self),
        }
    }

    fn schema() -> serde_json::Value {
        Condition::schema()
    }
}

entry! {
    /// When a question is asked.
    Condition {
        /// The parent question.
        question "question" required Id,
        /// The choices of the parent that make it appear.
        choices "choices" list Id,
    }
}

entry! {
    /// A choice of a question.
    Choice {
        /// The id, unique in the question.
        id "id" required Id,
        /// The choice as shown.
        label "label" required Text<60>,
        /// What choosing it leads to.
        hint "hint" required Text<140>,
        /// The capabilities it needs.
        needs "needs" list Id,
        /// Words a layman would type for it.
        keywords "keywords" list Text<40>,
    }
}

entry! {
    /// Something an alternative can do.
    Capability {
        /// The id.
        id "id" required Id,
        /// What it is.
        title "title" required Text<70>,
        /// Words a layman would type for it.
        keywords "keywords" list Text<40>,
        /// How well each alternative does it, and when.
        support "support" list Support,
    }
}

entry! {
    /// How well an alternative supports a capability during a period.
    Support {
        /// Whose support.
        alternative "alternative" required Id,
        /// How well.
        level "level" required Level,
        /// Set to `preview` for what is not generally available.
        stage "stage" optional Stage,
        /// First day; open to the past if absent.
        from "from" optional PartialDate,
        /// First day on which it no longer holds; open to the future if absent.
        until "until" optional PartialDate,
        /// The one source whose own reading this is.
        according_to "according-to" optional Id,
        /// What else a planner should know.
        note "note" optional Text<400>,
        /// Where it is written.
        sources "sources" list Reference,
    }
}

entry! {
    /// A restriction of an alternative during a period.
    Limitation {
        /// The id.
        id "id" required Id,
        /// Whose restriction.
        alternative "alternative" required Id,
        /// What does not work.
        title "title" required Text<80>,
        /// What else to say about it.
        text "text" optional Text<500>,
        /// How much it hurts.
        severity "severity" required Severity,
        /// The capabilities that it restricts.
        limits "limits" list Id,
        /// First day; open to the past if absent.
        from "from" optional PartialDate,
        /// First day on which it no longer holds.
        until "until" optional PartialDate,
        /// What to do instead: a text while the limitation holds, or tables that say when each can be done.
        workaround "workaround" optional Workarounds,
        /// What kind of way round that is.
        way "way" optional Way,
        /// Words a layman would type for it.
        keywords "keywords" list Text<40>,
        /// Where it is written.
        sources "sources" list Reference,
    }
}

/// What to do instead of what a limitation forbids.
#[derive(Debug, Clone)]
pub(super) struct Workarounds(pub(super) Vec<At<Workaround>>);

impl Shape for Workarounds {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        match value.get_ref() {
            DeValue::Array(_) => Some(Self(read_list(value, reader))),
            DeValue::String(_) => {
                let place = reader.place(value);
                let text = read_at(value, reader)?;
                let whole = Workaround { text: Some(text), from: None, until: None, way: None, sources: Vec::new() };
                Some(Self(vec![At { value: whole, place }]))
            }
            _ => {
                reader.wrong_kind(value, "text in quotes, or tables `[[limitation.workaround]]`");
                None
            }
        }
    }

    fn schema() -> serde_json::Value {
        let tables = serde_json::json!({ "type": "array", "items": Workaround::schema() });
        serde_json::json!({ "anyOf": [Text::<400>::schema(), tables] })
    }
}

entry! {
    /// What to do instead, and when that can be done.
    Workaround {
        /// What to do.
        text "text" required Text<400>,
        /// First day; that of the limitation if absent.
        from "from" optional PartialDate,
        /// First day on which it can no longer be done; that of the limitation if absent.
        until "until" optional PartialDate,
        /// What kind of way round that is; that of the limitation if absent.
        way "way" optional Way,
        /// Where it is written, if not with the limitation.
        sources "sources" list Reference,
    }
}

entry! {
    /// A dated event in the life of the product.
    Event {
        /// The id.
        id "id" required Id,
        /// When it happened.
        date "date" required PartialDate,
        /// Whom it concerns.
        alternatives "alternatives" list Id,
        /// What happened.
        title "title" required Text<90>,
        /// What it meant.
        text "text" required Text<500>,
        /// Words a layman would type for it.
        keywords "keywords" list Text<40>,
        /// Where it is written.
        sources "sources" list Reference,
    }
}
