//! The entries of `advisor.toml`.

use crate::knowledge::shape::{Reference, Text, entry};
use crate::model::alternative::Availability;
use crate::model::date::{Day, PartialDate};
use crate::model::name::Id;
use crate::model::setting::SettingName;
use crate::model::work::PrerequisiteKind;

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
        /// What a plan may be called, as an example where somebody names one.
        plan_example "plan-example" optional Text<30>,
        /// What the field calls what is planned, what one chooses between, and who builds.
        nouns "nouns" optional Nouns,
        /// The two alternatives.
        alternatives "alternative" list Alternative,
        /// Named days to plan for.
        presets "preset" list Preset,
        /// What running both alternatives costs.
        coexistence "coexistence" list Coexistence,
        /// Answers that contradict each other.
        conflicts "conflict" list Conflict,
        /// Choices that belong to different journeys.
        journeys_apart "journeys-apart" list JourneysApart,
        /// What must be ordered, licensed or switched on before other things work.
        prerequisites "prerequisite" list Prerequisite,
        /// How the settings of a plan are worded.
        settings "setting" list Setting,
        /// Shares of all answer combinations that outcomes may have.
        audit "audit" list Band,
        /// Words that mean the same to whoever searches.
        synonyms "synonym" list Synonym,
        /// Names that everything here is about, so that a search need not find them.
        product_names "product-names" list Text<40>,
        /// What people say around what they look for, so that a search need not find it.
        filler "filler" list Text<40>,
        /// Words that say that something is begun, so that a search for a beginning in an area that was removed leads to its removal.
        beginning_words "beginning-words" list Text<40>,
        /// Words that say that something is taken elsewhere, so that nothing is begun where it comes from.
        moving_words "moving-words" list Text<40>,
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
        /// Where withdrawn pages can still be read, in a sentence.
        archive "archive" optional Text<300>,
        /// The host of its public pages: trackers are given links to these alone.
        host "host" optional Text<100>,
        /// The public address of the repository in which its pages are kept.
        repository "repository" optional Text<200>,
        /// The folder of that repository whose pages the facts rest on.
        folder "folder" optional Text<160>,
        /// The pages that announce what is new, newest first in each.
        release_notes "release-notes" list Text<160>,
    }
}

entry! {
    /// The nouns of the field; what is left out has a word that fits every field.
    Nouns {
        /// What is planned: `project` if nothing is said.
        planned "planned" optional Noun,
        /// What one chooses between: `option` if nothing is said.
        alternative "alternative" optional Noun,
        /// Who builds with what the product has: `user` if nothing is said.
        builder "builder" optional Noun,
    }
}

entry! {
    /// A noun, in small letters unless it is a name.
    Noun {
        /// One of it.
        one "one" required Text<16>,
        /// Several of it.
        many "many" required Text<16>,
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
    /// Choices that belong to different journeys: whoever takes some of two parts is told to make a plan of each.
    JourneysApart {
        /// The id.
        id "id" required Id,
        /// Why these are several journeys, in a sentence.
        why "why" required Text<300>,
        /// The journeys, two or more.
        parts "parts" list JourneyPart,
        /// Where it is written.
        sources "sources" list Reference,
    }
}

entry! {
    /// One of several journeys.
    JourneyPart {
        /// What the journey does, in words that can stand behind the title of a plan.
        title "title" required Text<40>,
        /// The choices that belong to it and to no other part, each as `question:choice`.
        choices "choices" list Text<130>,
    }
}

entry! {
    /// Something that must be ordered, licensed or switched on before other things work.
    Prerequisite {
        /// The id.
        id "id" required Id,
        /// What it is.
        title "title" required Text<80>,
        /// What kind of thing it is.
        kind "kind" required PrerequisiteKind,
        /// What else to say about it.
        text "text" optional Text<300>,
        /// The choices that say that it is there already or will be, each as `question:choice`.
        met_by "met-by" list Text<130>,
        /// Where it is written.
        sources "sources" list Reference,
    }
}

entry! {
    /// How a setting of the plan is worded.
    Setting {
        /// Which setting.
        id "id" required SettingName,
        /// How it is asked for.
        ask "ask" required Text<150>,
        /// What its words are called.
        choices "choice" list SettingChoice,
    }
}

entry! {
    /// What a word of a setting is called.
    SettingChoice {
        /// The word in answers files; `yes` and `no` for workarounds.
        id "id" required Id,
        /// What it is called.
        label "label" required Text<60>,
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
