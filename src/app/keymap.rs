//! The one table of keys. Dispatch, footer, help, palette and `docs/keys.md` are all read from it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::nouns::Nouns;

use super::action::Action;
use super::context::{Context, Screen};
use super::key::{Key, KeyPress};

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The name in key files.
    pub name: &'static str,
    /// Where it applies.
    pub(crate) contexts: &'static [Context],
    /// The keys, the one to show first.
    pub keys: &'static [&'static str],
    /// What it does.
    pub(crate) action: Action,
    /// A word or two for the footer, with nouns of the field to fill in; empty where the footer does not show it.
    short: &'static str,
    /// A phrase for help and palette, with nouns of the field to fill in.
    long: &'static str,
}

impl Binding {
    /// A word or two for the footer; empty where the footer does not show it.
    pub(crate) fn short(&self, nouns: &Nouns) -> Cow<'static, str> {
        nouns.fill(self.short)
    }

    /// A phrase for help and palette.
    pub fn long(&self, nouns: &Nouns) -> Cow<'static, str> {
        nouns.fill(self.long)
    }

    /// Where it applies, in words.
    pub fn places(&self) -> String {
        match self.contexts.len() {
            count if count >= ANY_SCREEN.len() => "everywhere".to_owned(),
            count if count > 4 => "lists".to_owned(),
            _ => self.contexts.iter().map(|context| context.word()).collect::<Vec<_>>().join(", "),
        }
    }
}

const EVERYWHERE: &[Context] = &Context::ALL;
const ANY_SCREEN: &[Context] = &[
    Context::Start,
    Context::Interview,
    Context::Answers,
    Context::Advice,
    Context::Results,
    Context::Export,
    Context::Help,
    Context::Plans,
    Context::Compare,
    Context::Portfolio,
    Context::Brief,
    Context::Card,
    Context::Themes,
];
const LISTS: &[Context] = &[
    Context::Start,
    Context::Interview,
    Context::Answers,
    Context::Advice,
    Context::Results,
    Context::Export,
    Context::Plans,
    Context::Portfolio,
    Context::Brief,
    Context::Themes,
    Context::Copies,
    Context::Changes,
];
const PAGES: &[Context] = &[Context::Help, Context::Compare, Context::Card];
const TYPED_LISTS: &[Context] = &[Context::Search, Context::Palette];
const CARDS: &[Context] = &[Context::Interview, Context::Advice, Context::Results, Context::Portfolio, Context::Card];

macro_rules! table {
    ($($name:literal $contexts:expr => [$($key:literal),*] $action:expr, $short:literal, $long:literal;)*) => {
        /// Every row, in the order of the help. A row of an earlier context wins over one that applies everywhere.
        pub const BINDINGS: &[Binding] = &[
            $(Binding { name: $name, contexts: $contexts, keys: &[$($key),*], action: $action, short: $short, long: $long },)*
        ];
    };
}

table! {
    "choose" &[Context::Interview] => ["space"] Action::Choose, "choose", "Choose the marked row, or take the choice back";
    "answer" &[Context::Interview] => ["enter"] Action::Confirm, "next", "Choose the row you marked and go on; without a mark, go on";
    "levels" &[Context::Interview] => ["="] Action::Levels, "", "Show what both {alternatives} can do for every choice, or hide it";
    "number" &[Context::Interview] => ["1", "2", "3", "4", "5", "6", "7", "8", "9"] Action::Number(0), "", "Choose by number";
    "must" &[Context::Interview, Context::Brief] => ["m"] Action::Must, "must", "The plan fails without it";
    "should" &[Context::Interview, Context::Brief] => ["s"] Action::Should, "should", "Important, but a workaround is fine";
    "could" &[Context::Interview, Context::Brief] => ["c"] Action::Could, "could", "Nice to have";
    "not-sure" &[Context::Interview] => ["d"] Action::NotSure, "", "Answer \"not sure yet\": the advice says who would know";
    "does-not-apply" &[Context::Interview] => ["x"] Action::DoesNotApply, "", "Answer \"not relevant\": the question does not count";
    "none-of-these" &[Context::Interview] => ["0"] Action::NoneOfThese, "", "Answer \"none of these\"";
    "clear" &[Context::Interview] => ["backspace", "delete"] Action::Clear, "", "Forget the answer";
    "note" &[Context::Interview] => ["n"] Action::Note, "note", "Write a note to the answer";
    "amount" &[Context::Interview] => ["A"] Action::Amount, "", "Write a figure of your own beside the answer";
    "next-question" &[Context::Interview] => ["right", "l", "tab"] Action::NextQuestion, "next", "Go to the next question";
    "previous-question" &[Context::Interview] => ["left", "b", "shift-tab"] Action::PreviousQuestion, "back", "Go to the question before";
    "next-open" &[Context::Interview] => ["o"] Action::NextOpen, "", "Go to the next question without an answer";
    "most-useful" &[Context::Interview] => ["f"] Action::MostUseful, "", "Go to the open question that tells the most";
    "next-topic" &[Context::Interview] => ["]", "}"] Action::NextTopic, "", "Go to the next topic";
    "previous-topic" &[Context::Interview] => ["[", "{"] Action::PreviousTopic, "", "Go to the topic before";
    "why" &[Context::Interview, Context::Advice] => ["w"] Action::Why, "why", "The reasons in full";

    "keep-colours" &[Context::Themes] => ["enter", "space"] Action::Confirm, "keep", "Keep the colours, for later too";
    "make-copies" &[Context::Copies] => ["enter", "space"] Action::Confirm, "copy", "Make the plans of the marked row";
    "take-over" &[Context::Changes] => ["enter", "space"] Action::Confirm, "take over", "Take over what the other program wrote there";
    "open" &[Context::Start, Context::Answers] => ["enter", "space"] Action::Confirm, "open", "Do what the marked row says";
    "edit-or-write" &[Context::Export] => ["enter", "space"] Action::Confirm, "edit or write", "Edit the marked line; on the last one write the document";
    "open-document" &[Context::Export] => ["o"] Action::OpenDocument, "open", "Open the written document with a program of the system";
    "open-plan" &[Context::Plans] => ["enter", "space"] Action::Confirm, "open", "Go on with the marked plan where it was left";
    "new-plan" &[Context::Plans] => ["n"] Action::NewPlan, "new", "Begin another plan; this one stays as it is";
    "compare" &[Context::Plans] => ["c"] Action::Compare, "compare", "Compare the marked plan with the one that is open";
    "copy-plan" &[Context::Plans] => ["d"] Action::Duplicate, "copy", "Copy the marked plan as a scenario";
    "rename-plan" &[Context::Plans] => ["r"] Action::Rename, "name", "Name the marked plan";
    "put-aside" &[Context::Plans] => ["x", "delete"] Action::PutAside, "hide", "Take the marked plan off the list; undo brings it back";
    "open-path" &[Context::Plans] => ["o"] Action::OpenPath, "open a file", "Open a plan by its path; it is saved there";
    "portfolio" &[Context::Plans] => ["w"] Action::Go(Screen::Portfolio), "as one", "See all plans as one: what to build when";
    "open-of-portfolio" &[Context::Portfolio] => ["enter", "space"] Action::Confirm, "open", "Go on with the marked plan; see the advice on the open one";
    "whole" &[Context::Portfolio] => ["w"] Action::Why, "whole page", "What to build once, in which order, and where work lies";
    "sort" &[Context::Portfolio] => ["s"] Action::Sort, "sort", "Sort by order of work, fit, gaps, open questions, title";
    "filter-stage" &[Context::Portfolio] => ["f"] Action::FilterStage, "when", "Show only what can be built at one time";
    "filter-work" &[Context::Portfolio] => ["]", "}"] Action::NextTopic, "topic", "Show only plans with work in the next topic";
    "filter-work-back" &[Context::Portfolio] => ["[", "{"] Action::PreviousTopic, "", "Show only plans with work in the topic before";
    "all-plans" &[Context::Portfolio] => ["x", "backspace", "delete"] Action::NoFilter, "", "Show every plan again";
    "accept-proposal" &[Context::Brief] => ["enter", "space"] Action::Confirm, "accept", "Make an answer of the marked proposal and go on";
    "change-proposal" &[Context::Brief] => ["right", "l"] Action::More, "change", "Turn to another choice that the sentence may ask for";
    "reject" &[Context::Brief] => ["x", "backspace", "delete"] Action::Clear, "reject", "Reject the proposal, or open it again";
    "accept-likely" &[Context::Brief] => ["A"] Action::AcceptLikely, "all likely", "Accept every proposal that is likely";
    "take-choice" &[Context::Brief] => ["1", "2", "3"] Action::Number(0), "", "Accept the choice of that number instead";
    "next-proposal" &[Context::Brief] => ["tab"] Action::NextPart, "next", "Go to the next proposal that is open";
    "previous-proposal" &[Context::Brief] => ["shift-tab", "b"] Action::PreviousPart, "", "Go to the open proposal before";
    "open-question" &[Context::Brief] => ["o"] Action::OpenQuestion, "question", "Go to the question of the proposal";
    "other-text" &[Context::Brief] => ["n"] Action::OtherText, "", "Read another text; undo brings this one back";
    "read-text" &[Context::ClientText] => ["enter"] Action::Confirm, "read", "Read the file";
    "more" &[Context::Start, Context::Export] => ["right", "l"] Action::More, "change", "Change the value of the marked row";
    "less" &[Context::Start, Context::Export] => ["left", "b"] Action::Less, "", "Change the value of the marked row back";

    "detail" &[Context::Advice, Context::Results] => ["enter", "space"] Action::Confirm, "details", "Show the marked row in full, with its sources";
    "gap-work" &[Context::Advice] => ["n"] Action::GapWork, "owner", "Say who sees to the marked gap, how large it is, and by when";
    "next-part" &[Context::Advice] => ["tab", "right", "l"] Action::NextPart, "next part", "Go to the next part of the screen";
    "previous-part" &[Context::Advice] => ["shift-tab", "left", "b"] Action::PreviousPart, "", "Go to the part before";

    "results" &[Context::Search] => ["enter", "tab"] Action::NextPart, "to the results", "Go from the search field to the results";
    "field" &[Context::Results] => ["tab", "shift-tab", "left", "b"] Action::PreviousPart, "change words", "Go back to the search field";
    "require" &[Context::Results] => ["m"] Action::Require, "make it a must", "Make it a must of the plan and go to its question";
    "filter-area" &[Context::Results] => ["a"] Action::FilterArea, "{alternative}", "Show one {alternative} only";
    "filter-kind" &[Context::Results] => ["f"] Action::FilterKind, "kind", "Show one kind of entry only";
    "filter-topic" &[Context::Results] => ["]", "}"] Action::NextTopic, "topic", "Show the next topic only";
    "filter-topic-back" &[Context::Results] => ["[", "{"] Action::PreviousTopic, "", "Show the topic before only";
    "filter-severity" &[Context::Results] => ["s"] Action::FilterSeverity, "severity", "Show limits of one severity only";
    "filter-day" &[Context::Results] => ["d"] Action::FilterDay, "this day", "Show what holds on the day, then what was lifted since";
    "no-filter" &[Context::Results] => ["x", "backspace", "delete"] Action::NoFilter, "", "Show everything again";

    "keep-day" &[Context::Slider] => ["enter", "space"] Action::Confirm, "keep", "Plan for the day that is looked at";
    "month-before" &[Context::Slider] => ["left", "b"] Action::Less, "month", "Look at the first of the month before";
    "month-after" &[Context::Slider] => ["right", "l"] Action::More, "month", "Look at the first of the month after";
    "event-before" &[Context::Slider] => ["[", "{"] Action::PreviousTopic, "event", "Look at the day of the event before";
    "event-after" &[Context::Slider] => ["]", "}"] Action::NextTopic, "event", "Look at the day of the event after";
    "first-day" &[Context::Slider] => ["home", "g"] Action::First, "then", "Look at the first of the named days, the article's";
    "last-day" &[Context::Slider] => ["end", "G"] Action::Last, "today", "Look at today";

    "next-stop" &[Context::Tour] => ["enter", "space", "right", "l"] Action::Confirm, "go on", "Go on with the tour";
    "stop-before" &[Context::Tour] => ["left", "b"] Action::Less, "back", "Go back to the stop of the tour before";
    "keep-sample" &[Context::Tour] => ["D"] Action::Duplicate, "keep the sample", "Keep the sample as a plan of your own";

    "next-source" &[Context::Card] => ["tab"] Action::NextPart, "sources", "Mark the next source";
    "previous-source" &[Context::Card] => ["shift-tab"] Action::PreviousPart, "", "Mark the source before";
    "open-source" &[Context::Card] => ["o"] Action::OpenSource, "open it", "Open the marked source, once you agree";

    "yes" &[Context::Confirm] => ["y", "enter"] Action::Confirm, "yes", "Yes";
    "no" &[Context::Confirm] => ["n", "q"] Action::Back, "no", "No";
    "accept" &[Context::Field, Context::Form] => ["enter"] Action::Confirm, "keep", "Keep what is typed";
    "next-line" &[Context::Form] => ["tab", "down"] Action::NextPart, "next line", "Go to the next line";
    "previous-line" &[Context::Form] => ["shift-tab", "up"] Action::PreviousPart, "", "Go to the line before";
    "run" &[Context::Palette] => ["enter"] Action::Confirm, "run", "Run the marked command";

    "up" LISTS => ["up", "k"] Action::Up, "", "Move up";
    "down" LISTS => ["down", "j"] Action::Down, "", "Move down";
    "typed-up" TYPED_LISTS => ["up", "ctrl-p"] Action::Up, "", "Move up in the list below the field";
    "typed-down" TYPED_LISTS => ["down", "ctrl-n"] Action::Down, "", "Move down in the list below the field";
    "first" LISTS => ["home", "g"] Action::First, "", "Move to the first row";
    "last" LISTS => ["end", "G"] Action::Last, "", "Move to the last row";
    "page-down" ANY_SCREEN => ["pagedown", "ctrl-d"] Action::ScrollDown, "", "Scroll down";
    "page-up" ANY_SCREEN => ["pageup", "ctrl-u"] Action::ScrollUp, "", "Scroll up";
    "line-down" PAGES => ["down", "j", "space"] Action::Down, "", "Scroll one line down";
    "line-up" PAGES => ["up", "k"] Action::Up, "", "Scroll one line up";
    "page-first" PAGES => ["home", "g"] Action::First, "", "Scroll to the top";
    "page-last" PAGES => ["end", "G"] Action::Last, "", "Scroll to the end";

    "brief" ANY_SCREEN => ["B"] Action::Go(Screen::Brief), "", "Start from a client's text, or go on with it";
    "verdict" ANY_SCREEN => ["v"] Action::Go(Screen::Advice), "advice", "See the advice";
    "answers" ANY_SCREEN => ["a"] Action::Go(Screen::Answers), "answers", "See all answers";
    "interview" ANY_SCREEN => ["i"] Action::Go(Screen::Interview), "questions", "Go to the questions";
    "search" ANY_SCREEN => ["/"] Action::Go(Screen::Search), "search", "Search limits, features and questions";
    "export" ANY_SCREEN => ["e"] Action::Go(Screen::Export), "document", "Write the advice to a file";
    "time" ANY_SCREEN => ["t"] Action::Time, "time", "Look at any day since the facts begin, and plan for it";
    "undo" ANY_SCREEN => ["u"] Action::Undo, "undo", "Take the last change back";
    "redo" ANY_SCREEN => ["ctrl-r", "r"] Action::Redo, "", "Redo what undo took back";
    "copy" CARDS => ["y"] Action::Copy, "", "Copy what is shown, as Markdown";
    "rename" ANY_SCREEN => ["R"] Action::Rename, "", "Name the plan";
    "weights" ANY_SCREEN => ["W"] Action::Weights, "", "Change what a must, a should and a could are worth";
    "settings" ANY_SCREEN => ["P"] Action::Settings, "", "Say who can build it, and until when it must run";
    "plans" ANY_SCREEN => ["p"] Action::Go(Screen::Plans), "", "See all plans";
    "duplicate" ANY_SCREEN => ["D"] Action::Duplicate, "", "Copy the plan as a scenario, to change and compare";
    "changes" ANY_SCREEN => ["O"] Action::Changes, "", "See what another program wrote to the plan, and take it over";
    "save-elsewhere" ANY_SCREEN => ["S"] Action::SaveElsewhere, "", "Write the answers to a file of your choice";
    "themes" ANY_SCREEN => ["T"] Action::Themes, "", "Change the colours";
    "mouse" ANY_SCREEN => ["M"] Action::ToggleMouse, "", "Switch the mouse off, to mark text with it, or on";
    "palette" EVERYWHERE => [":", "ctrl-k"] Action::Palette, "", "List all commands";
    "help" EVERYWHERE => ["?", "h", "f1"] Action::Go(Screen::Help), "keys", "Show the keys";
    "back" EVERYWHERE => ["esc"] Action::Back, "", "One level back";
    "quit" EVERYWHERE => ["q"] Action::Quit, "quit", "End the program";
    "stop" EVERYWHERE => ["ctrl-c"] Action::QuitNow, "", "End the program at once; answers are kept";
    "suspend" EVERYWHERE => ["ctrl-z"] Action::Suspend, "", "Go back to the shell for a while; `fg` returns";
    "redraw" EVERYWHERE => ["ctrl-l"] Action::Redraw, "", "Draw the screen anew";
}

/// A row of the table with the keys that are in force.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Bound {
    binding: &'static Binding,
    keys: Vec<KeyPress>,
}

impl PartialEq for Binding {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl Eq for Binding {}

/// The table with the user's own keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    rows: Vec<Bound>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&BTreeMap::new())
    }
}

/// Two rows that claim the same key in the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyClash {
    /// The key.
    pub(crate) key: KeyPress,
    /// Where.
    pub(crate) context: Context,
    /// The names of both rows.
    pub(crate) rows: [&'static str; 2],
}

impl Keymap {
    /// The table, with the keys of some rows replaced by name.
    pub(crate) fn new(own: &BTreeMap<&str, Vec<KeyPress>>) -> Self {
        let rows = BINDINGS.iter().map(|binding| {
            let keys = own.get(binding.name).cloned();
            let built_in = || binding.keys.iter().filter_map(|key| KeyPress::parse(key)).collect();
            Bound { binding, keys: keys.unwrap_or_else(built_in) }
        });
        Self { rows: rows.collect() }
    }

    /// What a key does where it is pressed. Where letters are typed, a letter is never a command.
    pub fn action(&self, context: Context, key: KeyPress) -> Option<Action> {
        if context.types() && key.typed().is_some() {
            return None;
        }
        let row = self.rows_of(context).find(|row| row.keys.contains(&key))?;
        Some(match (row.binding.action, key.key) {
            (Action::Number(_), Key::Char(digit)) => {
                Action::Number(digit.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).unwrap_or(0))
            }
            (action, _) => action,
        })
    }

    /// The rows that apply in a context, those made for fewer contexts first.
    fn rows_of(&self, context: Context) -> impl Iterator<Item = &Bound> {
        self.rows.iter().filter(move |row| row.binding.contexts.contains(&context))
    }

    /// The rows of a context with the key to show, in the order of the table.
    pub(crate) fn rows(&self, context: Context) -> impl Iterator<Item = (&'static Binding, &[KeyPress])> {
        self.rows_of(context).map(|row| (row.binding, row.keys.as_slice()))
    }

    /// Every row, in the order of the table.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static Binding, &[KeyPress])> {
        self.rows.iter().map(|row| (row.binding, row.keys.as_slice()))
    }

    /// The first key of an action in a context.
    pub(crate) fn key(&self, context: Context, action: Action) -> Option<KeyPress> {
        self.rows_of(context).find(|row| row.binding.action == action)?.keys.first().copied()
    }

    /// Keys that two rows of one context claim. The earlier row wins; the built-in table uses that nowhere but for
    /// letters that mean something else on one screen.
    pub(crate) fn clashes(&self) -> Vec<KeyClash> {
        let mut clashes = Vec::new();
        for context in Context::ALL {
            let rows: Vec<_> = self.rows_of(context).collect();
            for (position, row) in rows.iter().enumerate() {
                for other in rows.iter().skip(position + 1) {
                    let shared = row.keys.iter().filter(|key| other.keys.contains(key));
                    let names = [row.binding.name, other.binding.name];
                    clashes.extend(shared.map(|key| KeyClash { key: *key, context, rows: names }));
                }
            }
        }
        clashes
    }
}

#[cfg(test)]
mod tests {
    use super::{BINDINGS, Keymap};
    use crate::app::context::Context;
    use crate::app::key::KeyPress;

    #[test]
    fn every_key_of_the_table_can_be_read() {
        for binding in BINDINGS {
            for key in binding.keys {
                assert!(KeyPress::parse(key).is_some(), "{key}");
            }
        }
    }

    #[test]
    fn a_key_is_claimed_twice_only_where_a_screen_needs_it_more() {
        let clashes: Vec<String> = Keymap::default()
            .clashes()
            .into_iter()
            .map(|clash| format!("{} {}: {}", clash.context.word(), clash.key, clash.rows.join(" over ")))
            .collect();
        assert_eq!(
            clashes,
            ["results a: filter-area over answers", "plans r: rename-plan over redo", "confirm q: no over quit"],
        );
    }

    #[test]
    fn names_are_unique_and_texts_are_short() {
        let nouns = crate::embedded::knowledge().nouns;
        for (position, binding) in BINDINGS.iter().enumerate() {
            assert!(BINDINGS.iter().skip(position + 1).all(|other| other.name != binding.name), "{}", binding.name);
            assert!(!binding.long.is_empty() && !binding.long.ends_with('.'), "{}", binding.name);
            assert!(binding.long(&nouns).chars().count() <= 60, "{}", binding.long);
            assert!(binding.short(&nouns).chars().count() <= 16, "{}", binding.short);
        }
    }

    #[test]
    fn letters_are_typed_where_one_types() {
        let keymap = Keymap::default();
        for context in Context::ALL.into_iter().filter(|context| context.types()) {
            for letter in ('!'..='~').chain([' ']) {
                assert_eq!(keymap.action(context, KeyPress::char(letter)), None);
            }
        }
    }
}
