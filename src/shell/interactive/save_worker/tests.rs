//! What the save worker does where two windows want the same plan.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test does to files what another program may do")]

use std::path::Path;
use std::sync::Arc;

use super::SaveWorker;
use crate::app::effect::{Effect, Reply};
use crate::app::plans::{PlanNumber, Which};
use crate::embedded;
use crate::model::answers::Answers;
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
