//! Files of the user's own, which are no plans of the list.

#[cfg(unix)]
use super::text;
use super::{Error, PLAN, Session, Store, base, open_file, put};
use crate::app::plans::PlanNumber;

#[test]
fn a_file_is_a_plan_of_the_list_only_if_it_lies_there() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let base = base();
    put(folder.path(), "plan-0001.toml", PLAN);
    put(elsewhere.path(), "plan-0001.toml", PLAN);
    let mut store = Store::new(folder.path());
    let mut open = |path: &std::path::Path| {
        let opened = open_file(&mut store, path, &base, usize::MAX);
        (opened.map(|opened| opened.session), store.number())
    };
    assert_eq!(open(&elsewhere.path().join("plan-0001.toml")), (Ok(Session::Resumed), None));
    assert_eq!(open(&folder.path().join("plan-0001.toml")), (Ok(Session::Resumed), Some(PlanNumber(1))));
    let (opened, number) = open(&folder.path().join("plan-0002.toml"));
    assert!(matches!(opened, Err(Error::Other(why)) if why.starts_with("there is no `")));
    assert_eq!(number, Some(PlanNumber(1)), "the plan before stays open");
}

/// A file without answers is as good as a blank one; one that answers only what is not asked here belongs elsewhere.
#[test]
fn a_file_for_another_knowledge_is_refused_and_an_empty_one_is_not() {
    let home = tempfile::tempdir().unwrap();
    let base = base();
    let mut store = Store::new(&home.path().join("plans"));
    for (file, is_opened) in [
        ("", true),
        ("edition = \"2019\"\n", true),
        ("edition = \"2019\"\n[answers]\nfax = \"not-sure\"\npurpose = \"not-sure\"\n", true),
        ("edition = \"2019\"\n[answers]\nfax = \"not-sure\"\n", false),
    ] {
        put(home.path(), "own.toml", file);
        let opened = open_file(&mut store, &home.path().join("own.toml"), &base, usize::MAX);
        let refused = opened.err().map(|error| error.to_string());
        assert_eq!(refused.is_none(), is_opened, "{file:?}: {refused:?}");
        assert!(refused.is_none_or(|why| why.ends_with("own.toml answers the questions of another knowledge")));
        store.turn_to_new();
    }
}

#[test]
fn a_file_of_another_edition_opens_with_what_is_different_and_the_plans_of_the_list() {
    let home = tempfile::tempdir().unwrap();
    let plans = home.path().join("plans");
    let base = base();
    Store::new(&plans).save(PLAN).unwrap();
    put(home.path(), "own.toml", &PLAN.replace("[answers]", "edition = \"2019-05\"\n[answers]\nfax = [\"yes\"]"));
    let mut store = Store::new(&plans);
    let opened = open_file(&mut store, &home.path().join("own.toml"), &base, usize::MAX).unwrap();
    assert_eq!((opened.answers.title.as_str(), opened.answers.iter().count()), ("Spring", 2));
    assert_eq!(opened.others.len(), 1);
    let kept = opened.differences.last().map(String::as_str);
    assert_eq!(kept, Some("The file as it was is kept as own.toml.before."));
}

#[test]
#[cfg(unix)]
fn why_a_file_can_only_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let plan = home.path().join("own.toml");
    put(home.path(), "own.toml", PLAN);
    let base = base();
    let [mut first, mut second] = ["a", "b"].map(|name| Store::new(&home.path().join(name)));
    open_file(&mut first, &plan, &base, usize::MAX).unwrap();
    let opened = open_file(&mut second, &plan, &base, usize::MAX).unwrap();
    let notice = "This plan can only be read: it is open in another window. Copy it to change it.";
    assert_eq!((opened.session, opened.notice.as_deref()), (Session::ReadOnly, Some(notice)));
    drop(first);
    std::fs::set_permissions(&plan, std::fs::Permissions::from_mode(0o444)).unwrap();
    let notice = open_file(&mut second, &plan, &base, usize::MAX).unwrap().notice.unwrap();
    assert!(notice.starts_with("This plan can only be read: you may not write there: "), "{notice}");
}

#[test]
#[cfg(unix)]
fn a_file_keeps_its_rights_when_it_is_saved() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let plan = home.path().join("own.toml");
    put(home.path(), "own.toml", PLAN);
    std::fs::set_permissions(&plan, std::fs::Permissions::from_mode(0o644)).unwrap();
    let mut store = Store::new(&home.path().join("plans"));
    open_file(&mut store, &plan, &base(), usize::MAX).unwrap();
    let summer = PLAN.replace("Spring", "Summer");
    store.save(&summer).unwrap();
    assert_eq!((text(home.path(), "own.toml"), plan.metadata().unwrap().permissions().mode() & 0o777), (summer, 0o644));
}
