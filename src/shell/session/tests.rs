//! Plans on a disk that is not always as it should be.
#![expect(clippy::disallowed_methods, reason = "a test does to files what another program may do")]

mod own;
mod waiting;

use std::path::Path;

use super::{Error, PlanFile, Store, open_file, open_in, others, sample_in, take_over, turn_to, wait_until_free};
use crate::answers::{self, LARGEST};
use crate::app::Session;
use crate::app::bookmark::Bookmark;
use crate::app::history::Steps;
use crate::app::plans::{FIRST_LISTED, PlanNumber, Which};
use crate::embedded;
use crate::knowledge::{KnowledgeBase, load};
use crate::shell::files;

const PLAN: &str = "format = 1\ntitle = \"Spring\"\n\n[answers]\npurpose = \"not-sure\"\nscope = \"not-sure\"\n";

fn base() -> KnowledgeBase {
    load(embedded::files()).base.unwrap()
}

fn folder_with(name: &str, text: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    files::keep(folder.path(), name, text).unwrap();
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    files::keep(folder, name, text.as_bytes()).unwrap();
}

fn plans(folder: &Path) -> Vec<String> {
    let paths = files::list(folder, "toml").unwrap();
    let names = paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with("plan-")).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn text(folder: &Path, name: &str) -> String {
    files::read_text(&folder.join(name), 1_000_000, files::Origin::Found).unwrap()
}

#[test]
fn without_a_plan_nothing_is_made_until_the_first_answer() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data/journey-advisor");
    let (opened, store) = open_in(&folder, &base());
    assert_eq!((opened.session, opened.notice), (Session::New, None));
    let mut store = store.unwrap();
    store.bookmark("advice purpose");
    assert!(!folder.exists());
    store.save(PLAN).unwrap();
    store.bookmark("advice purpose");
    assert_eq!(names(&folder), [".plan-0001.toml.lock", "plan-0001.place", "plan-0001.toml"]);
    assert_eq!(text(&folder, "plan-0001.toml"), PLAN);
}

#[test]
#[cfg(unix)]
fn a_plan_is_for_the_eyes_of_its_owner() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data/journey-advisor");
    let mut store = open_in(&folder, &base()).1.unwrap();
    store.save(PLAN).unwrap();
    store.bookmark("advice purpose");
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(folder.parent().unwrap()), 0o700);
    assert_eq!(names(&folder).len(), 3);
    for name in names(&folder) {
        assert_eq!(mode(&folder.join(&name)), 0o600, "{name}");
    }
}

/// Plans from before, from another program or from a backup may be open to everybody.
#[test]
#[cfg(unix)]
fn what_others_may_read_is_closed_to_them_when_it_is_opened() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("share/journey-advisor");
    let mut store = open_in(&folder, &base()).1.unwrap();
    store.save(PLAN).unwrap();
    store.bookmark("advice purpose");
    drop(store);
    for name in ["plan-0002.toml.aside", "plan-0003.toml.damaged", "mine.txt"] {
        put(&folder, name, PLAN);
    }
    let outside = home.path().join("outside.toml");
    files::write(&outside, PLAN.as_bytes(), false).unwrap();
    std::os::unix::fs::symlink(&outside, folder.join("plan-0004.toml")).unwrap();
    let wide = |path: &Path, mode| std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    for name in names(&folder).iter().filter(|name| *name != "plan-0004.toml") {
        wide(&folder.join(name), 0o664);
    }
    wide(&outside, 0o644);
    wide(&folder, 0o755);
    wide(folder.parent().unwrap(), 0o755);
    let (opened, _store) = open_in(&folder, &base());
    assert_eq!(opened.notice, None);
    let mode = |path: &Path| path.symlink_metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(folder.parent().unwrap())), (0o755, 0o755), "somebody made it so");
    assert_eq!(mode(&outside), 0o644, "a link is not followed");
    for name in names(&folder).iter().filter(|name| *name != "plan-0004.toml") {
        let wanted = if name == "mine.txt" { 0o664 } else { 0o600 };
        assert_eq!(mode(&folder.join(name)), wanted, "{name}");
    }
}

/// Nobody writes into a pipe that lies there, so to wait for that would be to wait for ever.
#[test]
#[cfg(unix)]
fn what_is_no_file_is_neither_waited_for_nor_read() {
    let base = base();
    let pipe = |path: &Path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan-0001.toml");
    pipe(&path);
    let (opened, store) = open_in(folder.path(), &base);
    let notice = format!("A new plan is begun: `{}` is no ordinary file", path.display());
    assert_eq!((opened.session, opened.notice), (Session::New, Some(notice)));
    store.unwrap().save(PLAN).unwrap();
    assert_eq!(text(folder.path(), "plan-0002.toml"), PLAN);

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan-0001.toml");
    std::fs::create_dir(&path).unwrap();
    let notice = format!("A new plan is begun: `{}` is a folder", path.display());
    assert_eq!(open_in(folder.path(), &base).0.notice, Some(notice));

    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    pipe(&folder.path().join("plan-0001.place"));
    pipe(&folder.path().join("plan-0002.toml"));
    put(folder.path(), "plan-0001.toml", PLAN);
    let mut store = Store::new(folder.path());
    let opened = turn_to(&mut store, Which::Kept(PlanNumber(1)), &base).unwrap();
    assert_eq!((opened.session, opened.bookmark, opened.others.len()), (Session::Resumed, None, 0));

    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    pipe(&folder.path().join(".plan-0001.toml.lock"));
    let opened = open_in(folder.path(), &base).0;
    assert!(opened.notice.is_some_and(|notice| notice.starts_with("Nothing can be saved: ")));
}

#[test]
fn the_plan_last_worked_on_is_gone_on_with_and_a_new_one_gets_its_own_file() {
    let folder = folder_with("plan-0002.toml", PLAN.as_bytes());
    let base = base();
    put(folder.path(), "plan-0010.toml", &PLAN.replace("Spring", "Autumn"));
    put(folder.path(), "other.toml", "");
    let (opened, store) = open_in(folder.path(), &base);
    let mut store = store.unwrap();
    assert_eq!((opened.session, opened.answers.title.as_str(), opened.notice), (Session::Resumed, "Autumn", None));
    assert_eq!(opened.others.iter().map(|kept| kept.number).collect::<Vec<_>>(), [PlanNumber(2)]);
    let opened = turn_to(&mut store, Which::New, &base).unwrap();
    assert_eq!((opened.session, opened.others.len()), (Session::New, 2));
    store.save(PLAN).unwrap();
    assert_eq!(plans(folder.path()), ["plan-0002.toml", "plan-0010.toml", "plan-0011.toml"]);
}

#[test]
fn a_plan_goes_on_where_it_was_left() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let mut store = open_in(folder.path(), &base).1.unwrap();
    let place = Bookmark { screen: crate::app::Screen::Advice, question: base.question("scope").unwrap() };
    store.bookmark(&place.write(&base));
    turn_to(&mut store, Which::New, &base).unwrap();
    store.save(PLAN).unwrap();
    assert_eq!(turn_to(&mut store, Which::Kept(PlanNumber(1)), &base).unwrap().bookmark, Some(place));
    for broken in ["", "advice", "advice nothing-known", "nowhere scope", "\u{1b}[31m \u{1b}"] {
        put(folder.path(), "plan-0001.place", broken);
        assert_eq!(turn_to(&mut store, Which::Kept(PlanNumber(1)), &base).unwrap().bookmark, None, "{broken:?}");
    }
}

#[test]
fn the_steps_that_led_to_a_plan_are_there_when_it_is_opened_again() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let mut store = open_in(folder.path(), &base).1.unwrap();
    let steps = format!("of = {}\ntexts = []\n", answers::quoted(PLAN));
    store.steps(&steps);
    let opened = turn_to(&mut store, Which::Kept(PlanNumber(1)), &base).unwrap();
    assert_eq!(Some(&opened.steps), Steps::read(&steps, &base, &opened.answers).as_ref());
    assert_ne!(opened.steps, Steps::default());
    store.save(&PLAN.replace("Spring", "Summer")).unwrap();
    let opened = turn_to(&mut store, Which::Kept(PlanNumber(1)), &base).unwrap();
    assert_eq!(opened.steps, Steps::default(), "they lead to another plan");
}

/// What cannot be read whole is listed with what can, but nobody knows what a newer program means.
#[test]
fn a_damaged_plan_is_listed_and_one_of_a_newer_version_is_not() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    put(folder.path(), "plan-0002.toml", &PLAN.replace("\nscope = \"not-sure\"", "\nscope = "));
    put(folder.path(), "plan-0003.toml", &PLAN.replace("format = 1", "format = 2"));
    let mut store = Store::new(folder.path());
    store.turn_to(PlanFile::Numbered(PlanNumber(1))).unwrap();
    let listed = others(&store, &base());
    let listed: Vec<_> =
        listed.iter().map(|kept| (kept.number.0, kept.answers.title.as_str(), kept.answers.iter().count())).collect();
    assert_eq!(listed, [(2, "Spring", 1)]);
}

#[test]
fn a_sample_has_its_answers_and_the_plans_beside_it() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let answers = open_in(folder.path(), &base).0.answers;
    let (opened, store) = sample_in(Some(folder.path()), answers.clone(), &base);
    assert_eq!((opened.session, &opened.answers, opened.others.len()), (Session::Sample, &answers, 1));
    assert_eq!(store.unwrap().folder(), folder.path());
    let (opened, store) = sample_in(None, answers.clone(), &base);
    assert_eq!((opened.session, opened.answers, store.is_none()), (Session::Sample, answers, true));
}

#[test]
fn a_copy_is_a_plan_of_its_own_and_is_there_at_once() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let (opened, store) = open_in(folder.path(), &base);
    let mut store = store.unwrap();
    let copy = turn_to(&mut store, Which::Copy(Box::new(opened.answers.clone())), &base).unwrap();
    assert_eq!((copy.session, &copy.answers), (Session::Resumed, &opened.answers));
    assert_eq!(plans(folder.path()), ["plan-0001.toml", "plan-0002.toml"]);
    store.save("title = \"changed\"").unwrap();
    assert_eq!(text(folder.path(), "plan-0001.toml"), PLAN);
}

/// The one that is opened has the lowest number; nothing of the plan they come from is changed.
#[test]
fn plans_of_several_journeys_are_all_there_at_once() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let (opened, store) = open_in(folder.path(), &base);
    let mut store = store.unwrap();
    let named = |title: &str| {
        let mut answers = opened.answers.clone();
        title.clone_into(&mut answers.title);
        answers
    };
    let which = Which::Each(Box::new(named("first")), vec![named("second"), named("third")]);
    let opened = turn_to(&mut store, which, &base).unwrap();
    assert_eq!((opened.session, opened.answers.title.as_str()), (Session::Resumed, "first"));
    assert_eq!(store.number(), Some(PlanNumber(2)));
    let mut titles: Vec<&str> = opened.others.iter().map(|kept| kept.answers.title.as_str()).collect();
    titles.sort_unstable();
    assert_eq!(titles, ["Spring", "second", "third"]);
    assert_eq!(plans(folder.path()), ["plan-0001.toml", "plan-0002.toml", "plan-0003.toml", "plan-0004.toml"]);
    assert_eq!(text(folder.path(), "plan-0001.toml"), PLAN);
}

/// Of plans that belong together either all are listed or none.
#[test]
fn where_one_of_several_journeys_cannot_be_saved_none_is_listed() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let (opened, store) = open_in(folder.path(), &base);
    let mut store = store.unwrap();
    // No number comes after the last there can be.
    put(folder.path(), &format!("plan-{}.toml.aside", u32::MAX - 1), PLAN);
    let which = Which::Each(Box::new(opened.answers.clone()), vec![opened.answers]);
    let error = turn_to(&mut store, which, &base).unwrap_err();
    assert_eq!(error.to_string(), "other windows take every number");
    assert_eq!(store.number(), Some(PlanNumber(1)));
    assert_eq!(plans(folder.path()), ["plan-0001.toml"]);
}

#[test]
fn a_plan_that_is_not_open_is_named_put_aside_and_brought_back() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let mut store = open_in(folder.path(), &base).1.unwrap();
    let first = PlanNumber(1);
    assert_eq!(super::put_aside(folder.path(), first).unwrap_err().to_string(), "that plan is open in another window");
    turn_to(&mut store, Which::New, &base).unwrap();
    super::rename(folder.path(), first, "Summer", &base).unwrap();
    assert_eq!(super::others(&store, &base).first().map(|kept| kept.answers.title.as_str()), Some("Summer"));
    assert_eq!(super::put_aside(folder.path(), first).unwrap(), "plan-0001.toml.aside");
    assert_eq!(super::others(&store, &base), []);
    store.save(PLAN).unwrap();
    assert_eq!(plans(folder.path()), ["plan-0002.toml"]);
    store.bring_back(first).unwrap();
    assert_eq!(plans(folder.path()), ["plan-0001.toml", "plan-0002.toml"]);
    assert_eq!(store.bring_back(first).unwrap_err().to_string(), "there is a plan-0001.toml again");
}

/// A folder that is synchronised keeps both where two machines wrote the same plan.
#[test]
fn another_copy_of_a_plan_is_told_and_can_be_compared() {
    let base = base();
    for copy in [
        "plan-0001 (conflicted copy 2026-11-24).toml",
        "plan-0001.sync-conflict-20261124-101112-ABCDEFG.toml",
        "plan-0001-DESKTOP.toml",
        "plan-0001 (1).toml",
    ] {
        let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
        put(folder.path(), copy, PLAN);
        put(folder.path(), "plan-00011.toml", PLAN);
        put(folder.path(), "plan-0001.toml.before", &PLAN.replace("Spring", "Before"));
        let now = std::time::SystemTime::now();
        let plan = std::fs::File::options().append(true).open(folder.path().join("plan-0001.toml")).unwrap();
        plan.set_modified(now + std::time::Duration::from_mins(1)).unwrap();
        let (opened, store) = open_in(folder.path(), &base);
        assert_eq!((opened.notice, opened.foreign), (None, None), "it says the same: {copy}");
        drop(store);
        put(folder.path(), copy, &PLAN.replace("Spring", "Theirs"));
        let (opened, _store) = open_in(folder.path(), &base);
        let notice = format!("There is another copy of this plan: {copy}. The command \"changes\" compares.");
        assert_eq!(opened.notice, Some(notice));
        assert_eq!((opened.answers.title.as_str(), opened.foreign.unwrap().title.as_str()), ("Spring", "Theirs"));
    }
}

#[test]
fn all_plans_are_listed_however_many() {
    let folder = tempfile::tempdir().unwrap();
    let base = base();
    for number in 1..=FIRST_LISTED + 20 {
        std::fs::write(folder.path().join(format!("plan-{number:04}.toml")), PLAN).unwrap();
    }
    let (opened, store) = open_in(folder.path(), &base);
    assert_eq!(opened.others.len(), FIRST_LISTED, "more would hold up the first frame");
    let mut store = store.unwrap();
    assert_eq!(others(&store, &base).len(), FIRST_LISTED + 19);
    let opened = turn_to(&mut store, Which::Kept(PlanNumber(7)), &base).unwrap();
    assert_eq!(opened.others.len(), FIRST_LISTED + 19);
}

#[test]
fn what_a_crash_left_of_this_plan_is_swept_away() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let kept = [".plan-0001.toml.swp", ".plan-0002.toml-x1Y2z3", "plan-0001.toml.before-123456"];
    let left = [".plan-0001.toml-x1Y2z3", ".plan-0001.place-x1Y2z3", ".plan-0001.toml.before-2-x1Y2z3"];
    for half in left.iter().chain(&kept) {
        put(folder.path(), half, "half");
    }
    let _store = open_in(folder.path(), &base());
    let mut expected = [&kept[..], &[".plan-0001.toml.lock", "plan-0001.toml"]].concat();
    expected.sort_unstable();
    assert_eq!(names(folder.path()), expected);
}

#[test]
fn a_second_window_changes_nothing() {
    let folder = folder_with("plan-0001.toml", b"format = 1\ntitle = \"Spring\"\nbroken\n");
    let base = base();
    let mut first = Store::new(folder.path());
    assert_eq!(first.turn_to(PlanFile::Numbered(PlanNumber(1))), Ok(()));
    let (opened, store) = open_in(folder.path(), &base);
    assert_eq!((opened.session, opened.answers.title.as_str()), (Session::ReadOnly, "Spring"));
    assert_eq!(opened.notice.as_deref(), Some("This plan is open in another window. Here it can only be read."));
    let mut store = store.unwrap();
    assert_eq!(store.save(PLAN), Err(Error::Taken));
    assert_eq!(Error::Taken.to_string(), "another window has this plan");
    store.bookmark("advice purpose");
    assert_eq!(names(folder.path()), [".plan-0001.toml.lock", "plan-0001.toml"]);
    turn_to(&mut store, Which::Copy(Box::new(opened.answers)), &base).unwrap();
    assert_eq!(plans(folder.path()), ["plan-0001.toml", "plan-0002.toml"]);
    drop(first);
    assert_eq!(store.turn_to(PlanFile::Numbered(PlanNumber(1))), Ok(()));
}

#[test]
fn a_plan_is_taken_over_once_the_other_window_has_ended() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let mut first = Store::new(folder.path());
    first.turn_to(PlanFile::Numbered(PlanNumber(1))).unwrap();
    let mut second = open_in(folder.path(), &base).1.unwrap();
    assert_eq!(
        (second.elsewhere().cloned(), take_over(&mut second, &base)),
        (Some(PlanFile::Numbered(PlanNumber(1))), None)
    );
    let summer = PLAN.replace("Spring", "Summer");
    first.save(&summer).unwrap();
    drop(first);
    wait_until_free(folder.path(), &PlanFile::Numbered(PlanNumber(1))).unwrap();
    let opened = take_over(&mut second, &base).unwrap();
    assert_eq!((opened.session, opened.answers.title.as_str()), (Session::Resumed, "Summer"));
    assert_eq!((second.elsewhere().cloned(), take_over(&mut second, &base)), (None, None));
    second.save(PLAN).unwrap();
    assert_eq!(second.take_found(), None, "what the other window left was read");
}

/// A file of somebody's own that two windows have, and which is gone when the first of them ends.
#[test]
fn a_file_that_is_gone_is_not_waited_for_any_more() {
    let home = tempfile::tempdir().unwrap();
    let plan = home.path().join("own.toml");
    put(home.path(), "own.toml", PLAN);
    let base = base();
    let (mut first, mut second) = (Store::new(&home.path().join("a")), Store::new(&home.path().join("b")));
    assert_eq!(open_file(&mut first, &plan, &base, usize::MAX).unwrap().session, Session::Resumed);
    assert_eq!(open_file(&mut second, &plan, &base, usize::MAX).unwrap().session, Session::ReadOnly);
    assert!(second.elsewhere().is_some());
    std::fs::remove_file(&plan).unwrap();
    drop(first);
    assert_eq!(take_over(&mut second, &base), None);
    assert_eq!(second.elsewhere(), None, "or the interview would try again at once, for ever");
}

/// The lock of a file of somebody's own is taken away by the window that has it, and by no other.
#[test]
#[cfg(unix)]
fn a_lock_that_another_window_made_anew_stays() {
    let home = tempfile::tempdir().unwrap();
    let plan = home.path().join("own.toml");
    put(home.path(), "own.toml", PLAN);
    let base = base();
    let (mut first, mut second) = (Store::new(&home.path().join("a")), Store::new(&home.path().join("b")));
    open_file(&mut first, &plan, &base, usize::MAX).unwrap();
    let lock = home.path().join(".own.toml.lock");
    std::fs::remove_file(&lock).unwrap();
    assert_eq!(open_file(&mut second, &plan, &base, usize::MAX).unwrap().session, Session::Resumed);
    drop(first);
    assert!(lock.exists(), "a third window could have the file too");
    drop(second);
    assert!(!lock.exists());
}

/// What tidies up folders, or synchronises them, removes a lock that is held.
#[test]
#[cfg(unix)]
fn a_lock_that_was_removed_is_taken_anew_and_belongs_to_one_window() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("journey-advisor");
    let (mut first, mut second) = (Store::new(&folder), Store::new(&folder));
    first.save(PLAN).unwrap();
    let lock = folder.join(".plan-0001.toml.lock");
    std::fs::remove_file(&lock).unwrap();
    first.save(PLAN).unwrap();
    assert_eq!(second.turn_to(PlanFile::Numbered(PlanNumber(1))), Err(Error::Taken));
    std::fs::remove_file(&lock).unwrap();
    assert_eq!(second.turn_to(PlanFile::Numbered(PlanNumber(1))), Ok(()));
    second.has_read(PLAN.as_bytes());
    let theirs = PLAN.replace("Spring", "Theirs");
    second.save(&theirs).unwrap();
    assert_eq!(first.save(&PLAN.replace("Spring", "Mine")), Err(Error::Taken));
    assert_eq!(text(&folder, "plan-0001.toml"), theirs);
    drop(second);
    first.save(&PLAN.replace("Spring", "Mine")).unwrap();
    assert_eq!(first.take_found().as_deref(), Some("plan-0001.toml.before"));
    assert_eq!(text(&folder, "plan-0001.toml.before"), theirs);
    // The whole folder, as well.
    std::fs::remove_dir_all(&folder).unwrap();
    first.save(PLAN).unwrap();
    assert_eq!(names(&folder), [".plan-0001.toml.lock", "plan-0001.toml"]);
    assert_eq!(Store::new(&folder).turn_to(PlanFile::Numbered(PlanNumber(1))), Err(Error::Taken));
}

#[test]
fn no_plan_is_saved_that_could_not_be_opened_again() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let mut store = open_in(folder.path(), &base()).1.unwrap();
    let filled = |size: usize| format!("{PLAN}# {}\n", "x".repeat(size - PLAN.len() - 3));
    assert_eq!(store.save(&filled(LARGEST + 1)), Err(Error::TooLong));
    assert_eq!(Error::TooLong.to_string(), "the plan is too large to be opened again; shorten its notes");
    assert_eq!(text(folder.path(), "plan-0001.toml"), PLAN);
    store.save(&filled(LARGEST)).unwrap();
    drop(store);
    assert_eq!(open_in(folder.path(), &base()).0.answers.title, "Spring");
}

#[test]
fn two_windows_that_begin_at_once_get_a_plan_each() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("journey-advisor");
    let (mut first, mut second) = (Store::new(&folder), Store::new(&folder));
    first.save(PLAN).unwrap();
    second.save("other").unwrap();
    assert_eq!((text(&folder, "plan-0001.toml").as_str(), text(&folder, "plan-0002.toml").as_str()), (PLAN, "other"));
}

#[test]
fn a_plan_for_another_edition_opens_and_what_is_lost_is_kept_beside_it() {
    let other = PLAN.replace("[answers]", "edition = \"2019-05\"\n[answers]\nfax = [\"yes\"]");
    let folder = folder_with("plan-0001.toml", other.as_bytes());
    let base = base();
    let (opened, store) = open_in(folder.path(), &base);
    assert_eq!((opened.session, opened.answers.iter().count()), (Session::Resumed, 2));
    let [edition, fax, new, kept] = opened.differences.as_slice() else { panic!("{:#?}", opened.differences) };
    assert_eq!(
        edition,
        &format!("The answers were given to edition 2019-05 of the knowledge, and this is edition {}.", base.edition)
    );
    assert_eq!(fax, "The question `fax` is no longer asked; what was said to it is left out.");
    assert!(new.starts_with("These questions have no answer and may be new: "), "{new}");
    assert_eq!(kept, "The file as it was is kept as plan-0001.toml.before.");
    assert_eq!(text(folder.path(), "plan-0001.toml.before"), other);
    store.unwrap().save(&answers::write(&opened.answers, &base)).unwrap();
    assert_eq!(open_in(folder.path(), &base).0.differences, [""; 0]);
}

#[test]
fn a_damaged_plan_is_put_aside_and_what_can_be_read_goes_on() {
    let damaged = b"format = 1\ntitle = \"Spring\"\n[ans\xffers]\npurpose = \"not-sure\"\nscope = \"not-s";
    let folder = folder_with("plan-0003.toml", damaged);
    let (opened, store) = open_in(folder.path(), &base());
    let notice = "2 lines of the saved plan could not be read. It is kept as plan-0003.toml.damaged";
    assert_eq!((opened.session, opened.notice.as_deref()), (Session::Resumed, Some(notice)));
    let edition = base().edition;
    let mended =
        format!("format = 1\ntitle = \"Spring\"\nedition = \"{edition}\"\n\n[answers]\npurpose = \"not-sure\"\n");
    assert_eq!(answers::write(&opened.answers, &base()), mended);
    assert_eq!(text(folder.path(), "plan-0003.toml"), mended);
    assert_eq!(
        files::read_bytes(&folder.path().join("plan-0003.toml.damaged"), 1_000, files::Origin::Found).unwrap(),
        damaged
    );
    put(folder.path(), "plan-0003.toml", "nothing of use");
    drop(store);
    open_in(folder.path(), &base());
    assert!(names(folder.path()).contains(&"plan-0003.toml.damaged-2".to_owned()));
}

#[test]
fn a_damaged_plan_goes_on_where_it_was_left() {
    let base = base();
    let folder = folder_with("plan-0001.toml", b"format = 1\n[answers]\npurpose = \"not-sure\"\nscope = \"not-s");
    let place = Bookmark { screen: crate::app::Screen::Advice, question: base.question("scope").unwrap() };
    put(folder.path(), "plan-0001.place", &place.write(&base));
    assert_eq!(open_in(folder.path(), &base).0.bookmark, Some(place));
}

#[test]
fn every_truncation_of_a_plan_can_be_gone_on_with() {
    let base = base();
    for length in 0..PLAN.len() {
        let folder = folder_with("plan-0001.toml", &PLAN.as_bytes()[..length]);
        let (opened, _) = open_in(folder.path(), &base);
        assert_eq!(opened.session, Session::Resumed, "{length}");
        let whole_lines = PLAN.get(..length).unwrap().lines().filter(|line| line.ends_with("not-sure\"")).count();
        assert_eq!(opened.answers.iter().count(), whole_lines, "{length}");
    }
}

#[test]
fn a_plan_of_a_newer_version_stays_as_it_is() {
    let newer = PLAN.replace("format = 1", "format = 2");
    let folder = folder_with("plan-0001.toml", newer.as_bytes());
    let (opened, store) = open_in(folder.path(), &base());
    let notice = "The saved plan is from a newer version of this program. A new one is begun.";
    assert_eq!((opened.session, opened.notice.as_deref()), (Session::New, Some(notice)));
    store.unwrap().save(PLAN).unwrap();
    assert_eq!(text(folder.path(), "plan-0001.toml"), newer);
    assert_eq!(text(folder.path(), "plan-0002.toml"), PLAN);
}

#[test]
fn a_folder_that_cannot_be_made_is_said_in_words() {
    let home = folder_with("file", b"");
    let folder = home.path().join("file/journey-advisor");
    let (opened, store) = open_in(&folder, &base());
    assert_eq!(opened.session, Session::New);
    let error = store.unwrap().save(PLAN).unwrap_err();
    assert_eq!(error, Error::NoFolder(files::shown(&folder)));
    assert_eq!(error.to_string(), format!("a file is where a folder should be: {}", files::shown(&folder)));
}

/// A team may share a folder, and reach it by a link.
#[test]
#[cfg(unix)]
fn a_folder_that_others_share_stays_as_it_is() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let (team, link) = (home.path().join("team"), home.path().join("journey-advisor"));
    std::fs::create_dir(&team).unwrap();
    put(&team, "plan-0001.toml", PLAN);
    std::fs::set_permissions(team.join("plan-0001.toml"), Permissions::from_mode(0o664)).unwrap();
    std::fs::set_permissions(&team, Permissions::from_mode(0o2775)).unwrap();
    std::os::unix::fs::symlink(&team, &link).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o7777;
    let mut store = open_in(&link, &base()).1.unwrap();
    assert_eq!((mode(&team), mode(&team.join("plan-0001.toml"))), (0o2775, 0o664), "not through a link");
    store.save(&PLAN.replace("Spring", "Summer")).unwrap();
    assert_eq!((mode(&team), mode(&team.join("plan-0001.toml"))), (0o2775, 0o600), "what it writes is its own");
    drop(open_in(&team, &base()));
    assert_eq!(mode(&team), 0o2775);
}

#[test]
fn what_another_program_wrote_is_kept_and_told() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let mut store = open_in(folder.path(), &base).1.unwrap();
    let plan = |title: &str| PLAN.replace("Spring", title);
    store.save(&plan("one")).unwrap();
    assert_eq!(store.take_found(), None);
    // As long as before, and within the same moment.
    put(folder.path(), "plan-0001.toml", &plan("two"));
    store.save(&plan("three")).unwrap();
    assert_eq!((store.take_found().as_deref(), store.take_found()), (Some("plan-0001.toml.before"), None));
    assert_eq!(text(folder.path(), "plan-0001.toml"), plan("three"));
    assert_eq!(text(folder.path(), "plan-0001.toml.before"), plan("two"));
    put(folder.path(), "plan-0001.toml", "no plan at all");
    store.save(&plan("four")).unwrap();
    assert_eq!(store.take_found().as_deref(), Some("plan-0001.toml.before-2"));
    assert_eq!(text(folder.path(), "plan-0001.toml.before"), plan("two"), "what is kept is never replaced");
    assert_eq!(text(folder.path(), "plan-0001.toml.before-2"), "no plan at all");
    // The same again, by a copy of the folder: nothing is lost.
    put(folder.path(), "plan-0001.toml", &plan("four"));
    store.save(&plan("five")).unwrap();
    put(folder.path(), "plan-0001.toml", &plan("six"));
    store.save(&plan("six")).unwrap();
    std::fs::remove_file(folder.path().join("plan-0001.toml")).unwrap();
    store.save(&plan("seven")).unwrap();
    assert_eq!((store.take_found(), text(folder.path(), "plan-0001.toml")), (None, plan("seven")));
    assert_eq!(names(folder.path()).iter().filter(|name| name.contains("before")).count(), 2);
}

#[test]
fn what_another_program_wrote_before_the_first_save_is_kept_too() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let base = base();
    let (opened, store) = open_in(folder.path(), &base);
    let theirs = PLAN.replace("Spring", "Theirs");
    put(folder.path(), "plan-0001.toml", &theirs);
    let mut store = store.unwrap();
    store.save(&answers::write(&opened.answers, &base)).unwrap();
    assert_eq!(store.take_found().as_deref(), Some("plan-0001.toml.before"));
    assert_eq!(text(folder.path(), "plan-0001.toml.before"), theirs);
    // A plan that is turned to is read first, and another window's name for it is no surprise.
    turn_to(&mut store, Which::New, &base).unwrap();
    super::rename(folder.path(), PlanNumber(1), "Summer", &base).unwrap();
    turn_to(&mut store, Which::Kept(PlanNumber(1)), &base).unwrap();
    store.save(PLAN).unwrap();
    assert_eq!(store.take_found(), None);
}

#[test]
fn what_cannot_be_kept_is_not_overwritten() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let mut store = open_in(folder.path(), &base()).1.unwrap();
    let path = folder.path().join("plan-0001.toml");
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    let reason = format!("another program changed the plan, and `{}` is a folder", path.display());
    assert_eq!(store.save(PLAN).unwrap_err().to_string(), reason);
    assert!(path.is_dir());
}

#[test]
#[cfg(unix)]
fn a_plan_that_is_a_link_is_written_where_it_leads_to() {
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let elsewhere = tempfile::tempdir().unwrap();
    let target = elsewhere.path().join("kept in a repository.toml");
    std::fs::write(&target, PLAN).unwrap();
    std::fs::set_permissions(&target, Permissions::from_mode(0o644)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("plan-0001.toml");
    // Through another link, and by a relative path.
    symlink(&target, elsewhere.path().join("between")).unwrap();
    symlink(elsewhere.path().join("between"), folder.path().join("near")).unwrap();
    symlink("near", &link).unwrap();
    let mut store = open_in(folder.path(), &base()).1.unwrap();
    let summer = PLAN.replace("Spring", "Summer");
    store.save(&summer).unwrap();
    assert_eq!((std::fs::read_to_string(&target).unwrap(), store.take_found()), (summer, None));
    assert!(link.is_symlink());
    assert_eq!(target.metadata().unwrap().permissions().mode() & 0o777, 0o644, "it is the user's own");
    assert_eq!(names(elsewhere.path()), ["between", "kept in a repository.toml"]);
    std::fs::write(&target, "theirs").unwrap();
    store.save(PLAN).unwrap();
    assert_eq!(text(folder.path(), "plan-0001.toml.before"), "theirs");

    std::fs::remove_file(&target).unwrap();
    let nowhere = format!("the link leads to {}, which is not there: {}", target.display(), folder.path().display());
    assert_eq!(store.save(PLAN).unwrap_err().to_string(), nowhere);
    drop(store);
    let (opened, store) = open_in(folder.path(), &base());
    assert_eq!((opened.session, opened.notice), (Session::New, Some(format!("Nothing can be saved: {nowhere}"))));
    assert_eq!(store.unwrap().save(PLAN).unwrap_err().to_string(), nowhere);
    assert!(link.is_symlink() && !target.exists());
    std::fs::remove_file(&link).unwrap();
    symlink("plan-0001.toml", &link).unwrap();
    let circle = open_in(folder.path(), &base()).0.notice.unwrap();
    assert!(circle.contains("the link leads in circles"), "{circle}");
}

#[test]
fn what_was_put_aside_is_never_replaced() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let mut store = Store::new(folder.path());
    let first = PlanNumber(1);
    put(folder.path(), "plan-0001.toml.aside", "an earlier one");
    assert_eq!(super::put_aside(folder.path(), first).unwrap(), "plan-0001.toml.aside-2");
    assert_eq!(text(folder.path(), "plan-0001.toml.aside"), "an earlier one");
    store.bring_back(first).unwrap();
    assert_eq!(text(folder.path(), "plan-0001.toml"), PLAN);
    std::fs::remove_file(folder.path().join("plan-0001.toml.aside")).unwrap();
    store.turn_to(PlanFile::Numbered(first)).unwrap();
    assert_eq!(store.put_aside().unwrap(), "plan-0001.toml.aside");
    store.turn_to_new();
    put(folder.path(), "plan-0001.toml", PLAN);
    put(folder.path(), "plan-0001.toml.aside-7", "one of several");
    assert_eq!(super::put_aside(folder.path(), first).unwrap(), "plan-0001.toml.aside-8");
}

#[test]
fn a_plan_that_an_editor_saved_in_another_encoding_is_read_whole() {
    let base = base();
    let plan = PLAN.replace('\n', "\r\n");
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| std::iter::once(0xFEFF).chain(plan.encode_utf16()).flat_map(bytes).collect();
    let marked = [b"\xEF\xBB\xBF", plan.as_bytes()].concat();
    for bytes in [marked, utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
        let folder = folder_with("plan-0001.toml", &bytes);
        let (opened, _) = open_in(folder.path(), &base);
        assert_eq!((opened.session, opened.notice.as_deref()), (Session::Resumed, None));
        assert_eq!((opened.answers.title.as_str(), opened.answers.iter().count()), ("Spring", 2));
        assert_eq!(plans(folder.path()), ["plan-0001.toml"]);
    }
}
