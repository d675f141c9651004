//! The stable codes of all problems, each with what it means and how to mend it.
//!
//! `K` codes are about knowledge, `A` about answers files, `C` about settings, `T` about themes, `B` about key bindings. A code is never given a new meaning.

use super::Severity;

macro_rules! codes {
    ($($code:ident $severity:ident $title:literal: $text:literal,)*) => {
        /// The kind of a problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $code,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// The code as written: `K012`.
            pub fn word(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }

            /// What is wrong, in a few words.
            pub(crate) fn title(self) -> &'static str {
                match self { $(Self::$code => $title,)* }
            }

            /// What it means and how to mend it.
            pub(crate) fn explanation(self) -> &'static str {
                match self { $(Self::$code => $text,)* }
            }

            /// Whether it stops the work.
            pub(crate) fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    K001 Error "not valid TOML":
        "The text breaks the rules of TOML at the place shown, so nothing after it can be understood. Mend the line: most often a quote, a bracket or an equals sign is missing.",
    K002 Error "unknown key":
        "The key means nothing here. Keys are checked strictly, because a misspelt key would otherwise be ignored in silence. Use the nearest name that the message gives, or remove the line.",
    K003 Error "missing key":
        "The entry lacks a key that it must have. Add it; the authors' page lists the keys of each kind of entry.",
    K004 Error "wrong kind of value":
        "The value has the wrong type, such as a number where text is expected, or one text where a list is expected.",
    K005 Error "unknown word":
        "The value must be one of a few words. The message lists them or names the nearest.",
    K006 Error "not an id":
        "Ids are kebab-case: small letters, digits and single hyphens, starting with a letter, at most 64 characters. They are written into answers files, so they stay simple and stable.",
    K007 Error "id used twice":
        "Two entries have the same id. Ids of questions, capabilities, limitations and events share one space, because `show ID` finds any of them; topics, sources, alternatives and prerequisites are unique among themselves, choices within their question. Both places are shown: rename one.",
    K008 Error "empty text":
        "The text is empty or only spaces, so the user would see a hole. Write it, or remove the key if it may be absent.",
    K009 Error "hostile character":
        "The text holds a control, bidirectional or invisible character, which could drive a terminal or hide what is written. Remove it; ordinary letters of any script are welcome.",
    K010 Warning "text too long":
        "The text does not fit the places where it is shown and would be cut. Shorten it; details belong into `why`, `hint`, `note` or `text`.",
    K011 Error "not a date":
        "Dates are written `2026`, `2026-05` or `2026-05-01`, as exactly as the source gives them, and must exist in the calendar.",
    K012 Error "period ends before it begins":
        "`until` is the first day on which the fact no longer holds, so it must lie after `from`.",
    K013 Error "periods overlap":
        "Two support entries of one alternative for one capability hold on the same day, so the level of that day is in doubt. If they name different levels they contradict each other. End the first where the second begins: `until` of one equals `from` of the next.",
    K014 Error "gap between periods":
        "On some days no support entry of the alternative holds, so the level of those days is unsaid. Close the gap, or say `level = \"unknown\"` with the source that is silent.",
    K015 Error "support of an alternative is unsaid":
        "A capability must say how well each alternative supports it, if only `unknown`.",
    K016 Error "unknown source":
        "The citation names a source that `sources.toml` does not have. Correct the id or add the source.",
    K017 Error "nothing cited":
        "Every fact must say where it is written. Add `sources = [\"id\"]`, with the place inside as `id#place`.",
    K018 Error "unknown alternative":
        "The alternative is not one of those that `advisor.toml` defines.",
    K019 Error "unknown capability":
        "No topic file defines a capability of that id. Correct the id or add the capability.",
    K020 Error "unknown question":
        "No topic file defines a question of that id.",
    K021 Error "unknown choice":
        "The question has no choice of that id.",
    K022 Error "capability needed by two questions":
        "A capability belongs to one question. If two needed it, one answer would count twice and the bounds would no longer be exact. Split the capability or merge the questions.",
    K023 Warning "capability that no choice needs":
        "No answer can make this capability a requirement, so its facts never reach a verdict. Let a choice need it, or turn it into limitations of another capability.",
    K024 Error "limitation that limits nothing":
        "A limitation must name at least one capability that it restricts; otherwise no verdict can show it.",
    K025 Warning "source never cited":
        "No fact cites this source. Cite it where it is used or remove it.",
    K026 Warning "source past its review date":
        "Somebody should read the source again, correct the facts that cite it, and set `verified`, or `read` for a stored copy, to that day. Until then verdicts that rest on it carry the flag `stale`.",
    K027 Error "question that can never be asked":
        "The condition cannot come true: the parent question comes later, or the conditions form a circle. Move the parent before the child.",
    K028 Error "too few choices":
        "A question that takes one answer needs at least two choices, one that takes many needs at least one; there can be at most 32.",
    K029 Error "question that can change nothing":
        "On no day since the facts begin does any answer to this question, or to those that follow from it, change a verdict or a gap. Asking it wastes the user's time. Remove it, or give its choices capabilities whose support differs or falls short.",
    K030 Error "more than one parent condition":
        "A question has at most one parent question. With two, the questions would no longer form a forest and the bounds would no longer be exact. List several choices of one parent instead.",
    K031 Error "not exactly two alternatives":
        "The method compares two alternatives: margin, bounds and the value of information are exact only for a pair. A choice among three needs three knowledge bases, one for each pair.",
    K032 Error "life cycle out of order":
        "The phases of an alternative are listed oldest first, each beginning after the one before.",
    K033 Error "scoring out of range":
        "Levels are worth 0 to 100 and never less than a worse level; weights are 1 to 100 and never less than that of a lesser importance; the indifference threshold is 0 to 50 percent.",
    K034 Error "address not usable":
        "Only `https` addresses without spaces or user names are accepted, because people click them.",
    K035 Error "preview called native":
        "A preview is not generally available, so its level is at most `partial`.",
    K036 Error "topic list and files differ":
        "`advisor.toml` lists the topics in the order of the interview. Every file in `topics` must be listed, every listed topic must have a file, and the topic's id is the file's name.",
    K037 Warning "reading of a source that no preset goes by":
        "An entry with `according-to` counts only under a preset whose `basis` is that source. Without such a preset it is never used.",
    K038 Error "named twice":
        "The same id stands twice in one list. Remove one.",
    K039 Error "kind of workaround without a workaround":
        "`way` says what kind of workaround it is, so it needs the `workaround` itself.",
    K040 Error "conflict that cannot be":
        "A conflict names at least two answers, as `question:choice`, of which at least two belong to different questions.",
    K041 Warning "dates of a source disagree":
        "A source cannot be read before its text was written.",
    K042 Warning "limitation disagrees with the support":
        "The limitation is a blocker, yet every capability that it limits is native on the same days. Correct the severity, the period or the support.",
    K043 Error "file missing":
        "A knowledge base is a folder with `advisor.toml`, `sources.toml` and the folder `topics`.",
    K044 Error "outcomes outside the declared band":
        "The share of answer combinations behind an outcome lies outside the band that `advisor.toml` declares under `[audit]`. Either the questions favour one alternative more than their author meant, or the band is out of date.",
    K045 Warning "limitation never holds":
        "The whole period of the limitation lies before the facts begin, so no date shows it.",
    K046 Error "synonym of nothing":
        "A group of synonyms holds two or more words, or phrases of a few words, that mean the same to whoever searches.",
    K047 Error "facts end before they begin":
        "`facts-until` is the last day up to which the texts behind the facts were known, so it cannot lie before `facts-from`.",
    K048 Error "announcement out of order":
        "What was said about the end of an alternative is listed oldest first, each said after the one before, and the end that it names lies after the day on which it was said.",
    K050 Error "workaround outside its limitation":
        "A workaround is shown only while its limitation holds, so its period lies within that of the limitation. Correct one of the two, or leave out the date that the limitation says anyway.",
    K051 Error "workarounds overlap":
        "Two workarounds of one limitation hold on the same day for the same capability, and the second could never be taken: it needs the same people, and by the same sources. End the first where the second begins, say with `for` or `who` what tells them apart, or make one text of both.",
    K052 Error "too many choices that hang together":
        "Choices of one question that share a capability or open the same follow-up question are looked at in every combination, and here there are more than 4096 of them. Let fewer choices share what they need or open, or split the question.",
    K060 Error "choice of two journeys":
        "A choice belongs to one part of a group of journeys, and stands there once. A choice that goes with every part is left out: whatever no part lists stays in each of them.",
    K061 Error "journeys that are not apart":
        "A group of journeys has two or more parts, because one journey cannot be told from itself. Add the other part, or remove the group.",
    K062 Error "journey without choices":
        "A part of a group of journeys lists the choices that belong to it and to no other part, each as `question:choice`. Without one, no answer could ever tell this journey from the rest.",
    K063 Error "two journeys of one title":
        "The parts of a group of journeys become the names of plans, so no two of them have the same title.",
    K064 Error "limit of a number that nobody asks for":
        "`caps` holds a number of the plan against a limit, so it names a question that asks for one: its choices say with `most` which is the largest number that they stand for. Add the numbers there, or name another question.",
    K065 Error "numbers that cannot be":
        "A choice stands for the numbers from `least` to `most`, so `least` is not the larger one.",
    K068 Error "both `limits` and `limits-together`":
        "A limitation restricts either each capability that `limits` names, wherever a plan wants it, or the two that `limits-together` names, only where a plan wants both. Keep one of the keys, or write two limitations.",
    K069 Error "not two that get in each other's way":
        "`limits-together` names exactly two capabilities, which get in each other's way where a plan wants both. What restricts one by itself belongs into `limits`; for more than two, write a limitation for each pair.",
    K070 Error "unknown prerequisite":
        "`advisor.toml` has no `[[prerequisite]]` of that id. Correct the id or add the prerequisite.",
    K071 Error "workaround for what its limitation does not limit":
        "`for` names those of the capabilities in `limits` that the workaround helps with. Correct the id, add the capability to `limits`, or leave `for` out if it helps with all of them.",
    K072 Error "prerequisite of what cannot be done":
        "`requires` says what must be there before something works, and at the level `none` or `unknown` nothing does. Move it to the level or the workaround that needs it.",
    K073 Error "workaround past its time":
        "On some day the level is `workaround`, yet a limitation of that capability has workarounds of which none holds then, and no `note` tells another way: the two contradict each other. Add a workaround for those days, say the way in a `note`, or end the level where the way ends.",
    K074 Warning "prerequisite that nothing requires":
        "No level and no workaround names this prerequisite in `requires`, so no list shows it. Name it where it is needed or remove it.",
    K075 Warning "workaround that nobody names":
        "The level `workaround` says that there is another way, so the reader should be told which. Add a `note` with the way, or a workaround to a limitation of that capability.",
    K076 Warning "too few phrases":
        "The program understands a client's text by the `phrases` of each choice. With fewer than eight it misses most of what people say. Add ways in which clients say that they want it, in words that its label, hint and keywords do not have.",
    K077 Warning "phrase that speaks of another choice":
        "Were the phrase not there, a sentence in these words would be taken for another choice: the words of that one fit it better. Say it in words of its own, or move it to the choice it speaks of. Where both are right, say in the other choice what tells the two apart.",
    K079 Error "half a sample":
        "A sample is a plan and the client's text that it came from: `sample.toml` and `sample.md` beside `advisor.toml`. Add the file that is missing, or remove the other.",
    K080 Warning "withdrawn page without a date":
        "`archived` is the day on which the page was withdrawn, so that a document can say so beside the link. `true` says only that it is gone.",
    K081 Error "source read nowhere or twice":
        "`verified` is the day on which somebody read the source at its address, `read` the day on which somebody read it in a stored copy. A source has one of the two.",
    K082 Error "page that cannot be found again":
        "`page` and `commit` belong together: the path of the page in the repository that `[documentation]` names, inside its folder, and the commit whose text was read. `check --docs` looks there for what has changed since.",
    K083 Error "half a tile":
        "`tile` is what a piece of what is planned is called where it is drawn, `place` is where it stands: `start`, `wait`, `message`, `branch`, `action` or `throughout`. A capability has both or neither.",
    K084 Warning "first choices lean to one alternative":
        "People tend to take what stands first. Over all questions, the first choices, each given alone, should speak for the two alternatives equally often, give or take one: by the day of each preset, and on the last day of the facts. Order the choices of a question along something that a reader sees: time, size, from simple to rich.",
    K085 Warning "event later than its sources":
        "Every source was written before the event, so it can only have announced it. Cite a text that tells of it, or date the event as the day of the announcement and say so.",
    K086 Warning "level without a note":
        "The advice gives the note of a level as its reason. Write one dated sentence that a client would accept.",
    K087 Warning "unknown, yet blocked":
        "On that day the level is `unknown`, while a blocker of the same alternative and from the same source says that it cannot be done. One of the two is wrong: most often the level is `none`, or `workaround` where there is a way.",
    K088 Warning "told twice":
        "Two entries of one kind have the same title, so they seem to tell one fact. Merge them, or say in the titles what tells them apart.",
    K089 Warning "need that a choice does not name":
        "The choice needs several capabilities, and one of them shows neither in its label nor in its hint, so the reader asks for something without knowing it. Name it in the hint, or make it a choice of its own.",
    A001 Error "not valid TOML":
        "The answers file breaks the rules of TOML at the place shown. Nothing was read from it.",
    A002 Error "unknown key":
        "The key means nothing in an answers file. `questions -o plan.toml` writes a blank file with every key.",
    A003 Error "unknown question":
        "The knowledge base has no question of that id. It may have been renamed since the file was written; `questions` lists them.",
    A004 Error "unknown choice":
        "The question has no choice of that id. `questions` lists them.",
    A005 Error "wrong kind of value":
        "An answer is `\"not-sure\"`, `\"does-not-apply\"` or `{ chosen = [\"choice\"] }`, with `importance` and `note` beside it.",
    A006 Error "not exactly one choice":
        "The question takes exactly one choice.",
    A007 Error "choice named twice":
        "The same choice stands twice in one answer. Remove one.",
    A008 Error "importance of a choice that was not chosen":
        "An importance can only be given to a chosen choice.",
    A009 Error "not a day to plan for":
        "`as-of` is `today`, the name of another preset, or a date such as `2026`, `2026-05` or `2026-05-01` that is not before the facts begin.",
    A010 Error "format of a newer version":
        "The file says it was written by a newer version of the program. Update the program to read it.",
    A011 Error "unknown importance":
        "The importance of an answer is `must`, `should` or `could`.",
    A012 Error "file too large":
        "An answers file of this program stays far below four megabytes, so this is not one.",
    A013 Warning "question no longer asked":
        "The answers were given to another edition of the knowledge, which had this question. What was said to it is left out.",
    A014 Warning "choice no longer offered":
        "The answers were given to another edition of the knowledge, in which the question had this choice. It is left out; a question that has no other choice left is open again.",
    A015 Warning "answers to another edition":
        "The answers were given to another edition of the knowledge. Whatever of them is no longer known is listed; the rest counts by the knowledge of this edition.",
    A016 Warning "questions without an answer since then":
        "The answers were given to another edition of the knowledge and say nothing to these questions, which may be new.",
    A017 Error "weights that cannot be":
        "A plan's own weights are numbers from 1 to 100: that of a must is the greatest, that of a could the least.",
    A030 Error "not somebody who can build":
        "`builders` under `[plan]` lists the people whom the plan has: `user` or what the knowledge calls it, such as `marketer`, `administrator`, `developer`, `partner`. Leave the line out if it does not matter who builds.",
    A031 Error "not a date":
        "`runs-until` under `[plan]` is the last year, month or day in which what is planned must still run, such as `\"2027\"`, `\"2027-12\"` or `\"2027-12-31\"`, and must exist in the calendar.",
    A032 Error "amount that cannot be":
        "The `amount` of an answer is a figure of your own that stands beside it in the document, such as \"40,000 contacts\": text on one line, not empty, of up to 40 characters. What needs more room is a `note`.",
    A033 Error "client's text that is too long":
        "The `text` under `[brief]` is what a client wrote, of at most one million bytes. Keep the part that is about the plan.",
    A034 Error "unknown capability":
        "`[gaps]` says about the work on a gap who sees to it, by the capability that is missing: its id, as `advise --format json` and `show` have it.",
    A035 Error "not a day":
        "`decide-by` under `[paper]` and `due` of a gap are days, such as `\"2026-12-14\"`, and must exist in the calendar.",
    A036 Error "unknown word":
        "`status` under `[paper]` is `draft`, `for-decision`, `decided` or `superseded`; `decision` of a gap is `open`, `accept` or `close`.",
    A037 Error "text that cannot be":
        "What a document says about itself, and who sees to a gap, is text on one line that has its place on the first page: client, author, company and decision-maker have up to 60 characters, confidentiality and the owner of a gap 40, version and the size of a gap 12. Leave out what nobody can name yet.",
    A038 Warning "capability no longer known":
        "The answers were given to another edition of the knowledge, which had this capability. What was said about the work on that gap is left out.",
    C001 Error "not valid TOML":
        "The settings file breaks the rules of TOML at the place shown. Nothing in it counts.",
    C002 Error "unknown setting":
        "There is no such setting. `journey-advisor config` lists them; the message gives the nearest.",
    C003 Error "wrong kind of value":
        "`mouse` and `plain` are `true` or `false`, every other setting is text in quotes.",
    C004 Error "setting that cannot be":
        "Author, company and confidentiality are one line with a place on the first page of a document. A folder or a logo is a whole path, or one that begins with `~/`. An accent is a colour such as `#0b6663` that can be read on white.",
    T001 Error "not valid TOML":
        "The theme breaks the rules of TOML at the place shown.",
    T002 Warning "unknown key":
        "The theme sets something that does not exist. The message gives the nearest name.",
    T003 Error "not a colour":
        "A colour is a name from the theme's palette, `#rrggbb`, the name of one of the terminal's 16 colours, or `default`.",
    T004 Error "unknown theme":
        "`inherits` names a theme that does not exist, or the themes inherit from each other in a circle.",
    T005 Error "wrong kind of value":
        "The value has the wrong type for a theme.",
    T006 Error "missing key":
        "A theme needs at least `name` and `variant`.",
    T007 Error "not a line of a colour scheme":
        "A base16 or base24 scheme has lines of the form `key: value`, and its colours as `base00` to `base0F` or `base17`, below `palette` or at the top.",
    T008 Error "colours missing":
        "A base16 scheme has the sixteen colours `base00` to `base0F`, a base24 scheme also `base10` to `base17`.",
    T009 Error "named twice":
        "The same key stands twice in one colour scheme. Remove one.",
    B001 Error "not valid TOML":
        "The key file breaks the rules of TOML at the place shown. Every key stays as it is built in.",
    B002 Error "unknown command":
        "No command has that name. `keys` lists them all; the message gives the nearest.",
    B003 Error "wrong kind of value":
        "The keys of a command are one key in quotes, such as `\"V\"`, or a list of them, such as `[\"V\", \"ctrl-v\"]`.",
    B004 Error "not a key":
        "A key is one letter, digit or sign, `ctrl-` and a letter, or a name such as `space`, `enter`, `tab`, `left`, `pageup` or `f1`.",
    B005 Error "key claimed twice":
        "Two commands claim the same key in the same place. The command named in the message keeps it; give one of them another key.",
    B006 Error "command that must keep a key":
        "Without a key for this command one could not get out of a box or end the program.",
    B007 Error "letter where letters are typed":
        "The command works where one types a text, so a letter, digit or sign could never reach it. Use `ctrl-` and a letter, or a named key.",
}

impl Code {
    /// The code of that word, in any case: `k012`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.word().eq_ignore_ascii_case(word))
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn every_code_is_explained_and_found_by_its_word() {
        for code in Code::ALL {
            assert_eq!(Code::parse(&code.word().to_lowercase()), Some(*code));
            assert!(code.explanation().ends_with('.'), "{}", code.word());
            assert!(!code.title().ends_with('.'), "{}", code.word());
        }
    }
}
