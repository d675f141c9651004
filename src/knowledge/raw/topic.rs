//! The entries of the files in `topics`.

use toml::de::DeValue;

use crate::diagnostic::code::Code;
use crate::diagnostic::toml::{At, Reader, Value};
use crate::knowledge::shape::{Reference, Shape, Stage, Text, entry, read_at, read_list};
use crate::model::capability::{Level, Severity, TilePlace, Way};
use crate::model::date::PartialDate;
use crate::model::name::Id;
use crate::model::question::{Importance, Kind};
use crate::model::work::{Builder, Effort};

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
        /// Where it asks for a size, words for what is counted, such as `people`: a number beside one of them is that size.
        counts "counts" list Text<40>,
        /// Where the question comes from.
        sources "sources" list Reference,
        /// The choices.
        choices "choice" list Choice,
    }
}

/// The one condition of a question.
#[derive(Debug, Clone)]
pub(in crate::knowledge) struct Parent(pub(in crate::knowledge) Condition);

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
        /// How people say that they want it, eight phrases or more.
        phrases "phrases" list Text<60>,
        /// The smallest number that it stands for, where the question asks for a size; as the other choices leave it if absent.
        least "least" optional u32,
        /// The largest number that it stands for; open-ended if absent.
        most "most" optional u32,
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
        /// Its name on the drawing of a journey, if it is a piece of one.
        tile "tile" optional Text<28>,
        /// Where in a journey that piece stands.
        place "place" optional TilePlace,
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
        /// What must be ordered, licensed or switched on first.
        requires "requires" list Id,
        /// The source that tells how it is done.
        read_next "read-next" optional Id,
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
        /// The capabilities that it restricts, each by itself.
        limits "limits" list Id,
        /// Two capabilities that get in each other's way, instead of `limits`: it holds only where a plan wants both.
        limits_together "limits-together" list Id,
        /// The number that the plan must not exceed, where a question asks for it.
        caps "caps" optional Cap,
        /// First day; open to the past if absent.
        from "from" optional PartialDate,
        /// First day on which it no longer holds.
        until "until" optional PartialDate,
        /// What to do instead: a text while the limitation holds, or tables that say when each can be done.
        workaround "workaround" optional Workarounds,
        /// What kind of workaround that is.
        way "way" optional Way,
        /// Words a layman would type for it.
        keywords "keywords" list Text<40>,
        /// Where it is written.
        sources "sources" list Reference,
    }
}

entry! {
    /// A number that a limitation names.
    Cap {
        /// The question that asks for the same quantity.
        question "question" required Id,
        /// The largest number that the limitation allows.
        at "at" required u32,
    }
}

/// What to do instead of what a limitation forbids.
#[derive(Debug, Clone)]
pub(in crate::knowledge) struct Workarounds(pub(in crate::knowledge) Vec<At<Workaround>>);

impl Shape for Workarounds {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        match value.get_ref() {
            DeValue::Array(_) => Some(Self(read_list(value, reader))),
            DeValue::String(_) => {
                let place = reader.place(value);
                let text = read_at(value, reader)?;
                let whole = Workaround::of(text);
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
        /// What kind of workaround that is; that of the limitation if absent.
        way "way" optional Way,
        /// For which of the capabilities that the limitation restricts; for all of them if absent.
        capabilities "for" list Id,
        /// Who can do it.
        who "who" optional Builder,
        /// How much work it is, in the judgement of the author.
        effort "effort" optional Effort,
        /// What must be ordered, licensed or switched on first.
        requires "requires" list Id,
        /// Where it is written, if not with the limitation.
        sources "sources" list Reference,
    }
}

impl Workaround {
    /// A workaround of which nothing is said but what to do.
    fn of(text: At<Text<400>>) -> Self {
        Self {
            text: Some(text),
            from: None,
            until: None,
            way: None,
            capabilities: Vec::new(),
            who: None,
            effort: None,
            requires: Vec::new(),
            sources: Vec::new(),
        }
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
