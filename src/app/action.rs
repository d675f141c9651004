//! Everything a person can do.

use crate::model::arena::Key;
use crate::model::question::Question;
use crate::report::parts::Part;

use super::context::Screen;

/// One thing a person does, whatever key, click or palette entry it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// One level back; closes what lies on top first.
    Back,
    /// Ends the program; asks first if something would be lost.
    Quit,
    /// Ends the program at once.
    QuitNow,
    /// Stops the program until the shell continues it.
    Suspend,
    /// Draws everything anew.
    Redraw,
    /// Goes to a screen.
    Go(Screen),
    /// Lists everything that can be done, to search and run.
    Palette,
    /// Begins another plan.
    NewPlan,
    /// Asks for the path of a plan to open.
    OpenPath,
    /// Begins a plan with the same answers.
    Duplicate,
    /// Compares the marked plan with the one that is open.
    Compare,
    /// Takes the marked plan out of the list.
    PutAside,
    /// Lists what another program wrote to the plan.
    Changes,
    /// Writes the answers to a file of one's choice.
    SaveElsewhere,
    /// Takes the last change back.
    Undo,
    /// Makes a change again that was taken back.
    Redo,
    /// Opens a line of time to look at other days.
    Time,
    /// Lists the themes.
    Themes,
    /// Catches the mouse or lets it go.
    ToggleMouse,
    /// Copies the card that is shown.
    Copy,
    /// Moves one row up.
    Up,
    /// Moves one row down.
    Down,
    /// Moves to the first row.
    First,
    /// Moves to the last row.
    Last,
    /// Scrolls up.
    ScrollUp,
    /// Scrolls down.
    ScrollDown,
    /// Goes to the next part of the screen.
    NextPart,
    /// Goes to the part before.
    PreviousPart,
    /// Does what the row says.
    Confirm,
    /// Changes the value of the row to the one after.
    More,
    /// Changes the value of the row to the one before.
    Less,
    /// Chooses the row, or takes the choice back.
    Choose,
    /// Chooses the row of that number, from 1.
    Number(u8),
    /// Answers "none of these".
    NoneOfThese,
    /// Answers "not sure".
    NotSure,
    /// Answers "does not apply".
    DoesNotApply,
    /// Forgets the answer.
    Clear,
    /// Makes the row a must.
    Must,
    /// Makes the row a should.
    Should,
    /// Makes the row a could.
    Could,
    /// Edits the note of the answer.
    Note,
    /// Edits the figure that belongs to the answer.
    Amount,
    /// Edits who sees to the marked gap, how large it is, and by when.
    GapWork,
    /// Opens the document that was written, with a program of the system.
    OpenDocument,
    /// Edits the name of the plan.
    Rename,
    /// Edits what importances are worth.
    Weights,
    /// To what the plan says about itself.
    Settings,
    /// Goes to the next question.
    NextQuestion,
    /// Goes to the question before.
    PreviousQuestion,
    /// Goes to the next question without an answer.
    NextOpen,
    /// Goes to the open question that is most useful to answer next.
    MostUseful,
    /// Goes to the next topic.
    NextTopic,
    /// Goes to the topic before.
    PreviousTopic,
    /// Shows reasons, limits and sources in full.
    Why,
    /// Shows for every choice what both areas can do, or only for those that are marked or chosen.
    Levels,
    /// Limits the search to one area.
    FilterArea,
    /// Limits the search to one kind of entry.
    FilterKind,
    /// Limits the search to what holds on the day planned for.
    FilterDay,
    /// Limits the search to limitations of one severity.
    FilterSeverity,
    /// Sorts the plans by something else.
    Sort,
    /// Limits the plans to those that can be built at one time.
    FilterStage,
    /// Lets the search find everything again, or shows all plans.
    NoFilter,
    /// Accepts every proposal that is likely.
    AcceptLikely,
    /// Opens the marked source.
    OpenSource,
    /// Goes to the question of the row.
    OpenQuestion,
    /// Asks for another text of a client.
    OtherText,
    /// Makes what was found a must of the plan.
    Require,
    /// Puts the focus on the row, as a click does.
    Row(usize),
    /// Goes to a part of the advice.
    Part(Part),
    /// Goes to a question.
    Question(Key<Question>),
}
