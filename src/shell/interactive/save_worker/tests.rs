//! What the save worker does where two windows want the same plan.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test does to files what another program may do")]

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, mpsc};

use super::{SaveWorker, Saves, next};
use crate::app::bookmark::Bookmark;
use crate::app::effect::{Effect, Reply};
use crate::app::plans::{FIRST_LISTED, PlanNumber, Which};
use crate::embedded;
use crate::model::answers::Answers;
use crate::shell::interactive::fail_point::FailPoint;
use crate::shell::session::{PlanFile, Store};

fn save(revision: u64, title: &str) -> Effect {
    let mut answers = Answers::default();
    title.clone_into(&mut answers.title);
    Effect::Save { revision, answers }
}

fn plan(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("plan-0001.toml")).unwrap()
}

#[test]
fn what_could_not_be_saved_is_saved_once_the_other_window_has_ended() {
    let folder = tempfile::tempdir().unwrap();
    let base = Arc::new(embedded::knowledge());
    let worker = || SaveWorker::new(Some(Store::new(folder.path())), Arc::clone(&base));
    let (mut first, mut second) = (worker(), worker());
    assert_eq!(first.work(save(1, "Mine")), [Reply::Saved { revision: 1 }]);
    // Something tidies up, and another window opens the plan.
    std::fs::remove_file(folder.path().join(".plan-0001.toml.lock")).unwrap();
    assert!(matches!(second.work(Effect::Open(Which::Kept(PlanNumber(1)))).as_slice(), [Reply::Opened(_)]));
    assert_eq!(second.work(save(1, "Theirs")), [Reply::Saved { revision: 1 }]);
    let reason = "another window has this plan".to_owned();
    assert_eq!(first.work(save(2, "Mine, too")), [Reply::NotSaved { reason }]);
    assert_eq!(
        first.elsewhere().map(|(_, plan)| plan.clone()),
        Some(PlanFile::Numbered(PlanNumber(1))),
        "it is waited for"
    );
    assert_eq!(first.work(Effect::TakeOver), []);
    assert!(plan(folder.path()).contains("\"Theirs\""));
    drop(second);
    let replies = first.work(Effect::TakeOver);
    let [Reply::FoundForeign { name, answers: Some(answers) }, Reply::Saved { revision: 2 }] = replies.as_slice()
    else {
        panic!("{replies:?}");
    };
    assert_eq!((name.as_str(), answers.title.as_str()), ("plan-0001.toml.before", "Theirs"));
    assert!(plan(folder.path()).contains("\"Mine, too\""));
}

/// What was asked for is on the disk once nobody can ask for more.
#[test]
fn the_end_waits_until_everything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let worker = SaveWorker::new(Some(Store::new(folder.path())), Arc::new(embedded::knowledge()));
    let (sender, heard) = mpsc::channel();
    let saves = Saves::start(worker, 0, FailPoint::default(), sender).unwrap();
    saves.put(save(1, "Mine"));
    drop(saves);
    assert!(plan(folder.path()).contains("\"Mine\""));
    drop(heard);
}

/// The order in which waiting effects are performed: each save by its revision, each bookmark as `b`, anything else as `-`.
#[test]
fn a_save_that_a_newer_one_overtakes_is_left_out_unless_something_else_comes_between() {
    let base = embedded::knowledge();
    let question = base.questions.iter().next().unwrap().0;
    let performed = |effects: &str| {
        let (sender, asked) = mpsc::channel();
        for (revision, effect) in (0..).zip(effects.chars()) {
            let place = Bookmark { screen: crate::app::Screen::Advice, question };
            let effect = match effect {
                's' => save(revision, "Mine"),
                'b' => Effect::Bookmark(place),
                _ => Effect::TakeOver,
            };
            sender.send(effect).unwrap();
        }
        drop(sender);
        let mut waiting = VecDeque::new();
        let named = |effect: Effect| match effect {
            Effect::Save { revision, .. } => revision.to_string(),
            Effect::Bookmark(_) => "b".to_owned(),
            _ => "-".to_owned(),
        };
        std::iter::from_fn(|| next(&asked, &mut waiting)).map(named).collect::<String>()
    };
    for (effects, wanted) in [
        ("", ""),
        ("s", "0"),
        ("sss", "2"),
        ("sbsb", "2b"),
        ("bbs", "b2"),
        ("s-s", "0-2"),
        ("bs-sb", "b1-3b"),
        ("--", "--"),
    ] {
        assert_eq!(performed(effects), wanted, "{effects}");
    }
}

#[test]
fn the_other_plans_are_listed_whole_only_where_some_may_be_missing() {
    let folder = tempfile::tempdir().unwrap();
    let worker = SaveWorker::new(Some(Store::new(folder.path())), Arc::new(embedded::knowledge()));
    assert_eq!(worker.all_others(FIRST_LISTED), Some(Vec::new()));
    assert_eq!((worker.all_others(0), worker.all_others(FIRST_LISTED - 1)), (None, None));
}

#[test]
fn an_export_replaces_a_file_only_if_that_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.md").to_string_lossy().into_owned();
    let mut worker = SaveWorker::new(None, Arc::new(embedded::knowledge()));
    let mut export = |text: &str, replace: bool| {
        let effect = Effect::Export { path: path.clone(), bytes: text.as_bytes().to_vec(), replace };
        let replies = worker.work(effect);
        (replies, std::fs::read_to_string(&path).unwrap())
    };
    let exported = |size: u64| vec![Reply::Exported { path: path.clone(), size }];
    assert_eq!(export("one", false), (exported(3), "one".to_owned()));
    assert_eq!(export("other", false), (vec![Reply::Exists { path: path.clone() }], "one".to_owned()));
    assert_eq!(export("other", true), (exported(5), "other".to_owned()));
}

#[test]
fn a_text_that_cannot_be_read_is_said_in_sentences() {
    let mut worker = SaveWorker::new(None, Arc::new(embedded::knowledge()));
    let replies = worker.work(Effect::ReadText("/no/such/text.md".to_owned()));
    let reason = "There is no `/no/such/text.md`. Check the name and the folder.".to_owned();
    assert_eq!(replies, [Reply::TextNotRead { reason }]);
}
