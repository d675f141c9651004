//! Plans on a disk that is not always as it should be.

use std::path::Path;

use super::{Hold, Store, open_in};
use crate::answers;
use crate::app::Session;
use crate::embedded;
use crate::knowledge::{KnowledgeBase, load};
use crate::shell::files;

const PLAN: &str = "format = 1\ntitle = \"Spring\"\n\n[answers]\npurpose = \"not-sure\"\nscope = \"not-sure\"\n";

fn base() -> KnowledgeBase {
    load(embedded::files()).base.unwrap()
}

fn folder_with(name: &str, text: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    files::keep(folder.path(), name, &String::from_utf8_lossy(text)).unwrap();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn text(folder: &Path, name: &str) -> String {
    files::read_text(&folder.join(name), 1_000_000).unwrap()
}

#[test]
fn without_a_plan_nothing_is_made_until_the_first_answer() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data/journey-advisor");
    let opened = open_in(&folder, &base());
    assert_eq!((opened.session, opened.notice), (Session::New, None));
    assert!(!folder.exists());
    let mut store = opened.store.unwrap();
    store.save(PLAN).unwrap();
    assert_eq!(names(&folder), [".lock", "plan-0001.toml"]);
    assert_eq!(text(&folder, "plan-0001.toml"), PLAN);
}

#[test]
#[cfg(unix)]
fn a_plan_is_for_the_eyes_of_its_owner() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data/journey-advisor");
    open_in(&folder, &base()).store.unwrap().save(PLAN).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(folder.parent().unwrap()), 0o700);
    assert_eq!(mode(&folder.join("plan-0001.toml")), 0o600);
    assert_eq!(mode(&folder.join(".lock")), 0o600);
}

#[test]
fn the_newest_plan_is_gone_on_with_and_a_new_one_gets_its_own_file() {
    let folder = folder_with("plan-0002.toml", PLAN.as_bytes());
    files::keep(folder.path(), "plan-0010.toml", &PLAN.replace("Spring", "Autumn")).unwrap();
    files::keep(folder.path(), "other.toml", "").unwrap();
    let opened = open_in(folder.path(), &base());
    assert_eq!((opened.session, opened.answers.title.as_str(), opened.notice), (Session::Resumed, "Autumn", None));
    let mut store = opened.store.unwrap();
    store.begin();
    store.save(PLAN).unwrap();
    let plans = [".lock", "other.toml", "plan-0002.toml", "plan-0010.toml", "plan-0011.toml"];
    assert_eq!(names(folder.path()), plans);
}

#[test]
fn what_a_crash_left_is_swept_away() {
    let folder = folder_with(".journey-advisor-x", b"half");
    open_in(folder.path(), &base());
    assert_eq!(names(folder.path()), [".lock"]);
}

#[test]
fn a_second_window_changes_nothing() {
    let folder = folder_with("plan-0001.toml", b"format = 1\ntitle = \"Spring\"\nbroken\n");
    let (_first, hold) = Store::open(folder.path());
    assert_eq!(hold, Hold::Ours);
    let opened = open_in(folder.path(), &base());
    assert_eq!(opened.session, Session::NotKept);
    assert_eq!(opened.answers.title, "Spring");
    assert_eq!(opened.notice.as_deref(), Some("This plan is open in another window. Changes made here are not saved."));
    assert!(opened.store.is_none());
    assert_eq!(names(folder.path()), [".lock", "plan-0001.toml"]);
}

#[test]
fn a_second_window_that_came_before_the_first_answer_saves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("journey-advisor");
    let (mut first, mut second) = (Store::open(&folder).0, Store::open(&folder).0);
    first.save(PLAN).unwrap();
    assert_eq!(second.save("other").unwrap_err(), "another window saves its plan there");
    assert_eq!(text(&folder, "plan-0001.toml"), PLAN);
}

#[test]
fn a_damaged_plan_is_put_aside_and_what_can_be_read_goes_on() {
    let damaged = b"format = 1\ntitle = \"Spring\"\n[ans\xffers]\npurpose = \"not-sure\"\nscope = \"not-s";
    let folder = folder_with("plan-0003.toml", damaged);
    let opened = open_in(folder.path(), &base());
    let notice = "2 lines of the saved plan could not be read. It is kept as plan-0003.toml.damaged";
    assert_eq!((opened.session, opened.notice.as_deref()), (Session::Resumed, Some(notice)));
    let mended = "format = 1\ntitle = \"Spring\"\n\n[answers]\npurpose = \"not-sure\"\n";
    assert_eq!(answers::write(&opened.answers, &base()), mended);
    assert_eq!(text(folder.path(), "plan-0003.toml"), mended);
    assert_eq!(text(folder.path(), "plan-0003.toml.damaged"), String::from_utf8_lossy(damaged));
    files::keep(folder.path(), "plan-0003.toml", "nothing of use").unwrap();
    drop(opened);
    open_in(folder.path(), &base());
    assert!(names(folder.path()).contains(&"plan-0003.toml.damaged-2".to_owned()));
}

#[test]
fn every_truncation_of_a_plan_can_be_gone_on_with() {
    let base = base();
    for length in 0..PLAN.len() {
        let folder = folder_with("plan-0001.toml", &PLAN.as_bytes()[..length]);
        let opened = open_in(folder.path(), &base);
        assert_eq!(opened.session, Session::Resumed, "{length}");
        let whole_lines = PLAN.get(..length).unwrap().lines().filter(|line| line.ends_with("not-sure\"")).count();
        assert_eq!(opened.answers.iter().count(), whole_lines, "{length}");
    }
}

#[test]
fn a_plan_of_a_newer_version_stays_as_it_is() {
    let newer = PLAN.replace("format = 1", "format = 2");
    let folder = folder_with("plan-0001.toml", newer.as_bytes());
    let opened = open_in(folder.path(), &base());
    let notice = "The saved plan is from a newer version of this program. A new one is begun.";
    assert_eq!((opened.session, opened.notice.as_deref()), (Session::New, Some(notice)));
    opened.store.unwrap().save(PLAN).unwrap();
    assert_eq!(text(folder.path(), "plan-0001.toml"), newer);
    assert_eq!(text(folder.path(), "plan-0002.toml"), PLAN);
}

#[test]
fn a_folder_that_cannot_be_made_is_said_in_words() {
    let home = folder_with("file", b"");
    let folder = home.path().join("file/journey-advisor");
    let opened = open_in(&folder, &base());
    assert_eq!(opened.session, Session::New);
    let reason = opened.store.unwrap().save(PLAN).unwrap_err();
    assert_eq!(reason, format!("a file is where a folder should be: {}", files::shown(&folder)));
}

#[test]
fn plans_for_another_knowledge_base_have_a_folder_of_their_own() {
    assert_eq!(super::slug("Röstung: fein/grob ../x"), "for-r-stung--fein-grob----x");
    assert_eq!(super::slug(&"a".repeat(300)).len(), 68);
}
