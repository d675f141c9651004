//! Folders for the plans of several knowledge bases.

use std::path::Path;

use super::{earlier_name, name, of};
use crate::embedded;
use crate::knowledge::{KnowledgeBase, load};
use crate::shell::files;

fn base(title: &str) -> KnowledgeBase {
    let mut base = load(embedded::files()).base.unwrap();
    base.title = title.to_owned().into();
    base
}

fn put(folder: &Path, text: &str) {
    files::make_private(folder).unwrap();
    files::keep(folder, "plan-0001.toml", format!("format = 1\n\n[answers]\n{text}\n").as_bytes()).unwrap();
}

#[test]
fn a_folder_is_named_after_the_letters_of_its_title() {
    let [mixed, other] = ["Café & Bar, 2nd!", "製品選択"].map(name);
    assert_eq!(mixed.rsplit_once('_').map(|(letters, hash)| (letters, hash.len())), Some(("for-caf-bar-2nd", 12)));
    assert_eq!(other.rsplit_once('_').map(|(letters, hash)| (letters, hash.len())), Some(("for", 12)));
    assert_eq!(name("Coffee machines"), "for-coffee-machines");
}

#[test]
fn no_two_titles_share_a_folder() {
    let titles = [
        "製品選択",
        "購入判断",
        "Выбор",
        "Обзор",
        "C++",
        "C#",
        "C",
        "coffee machines",
        "coffee-machines",
        "coffee/machines",
        "Röstung: fein/grob ../x",
        "R\u{f6}st",
        "Ro\u{308}st",
        "",
        "-",
        &"a".repeat(64),
        &"a".repeat(65),
        &"a".repeat(300),
    ];
    let mut names: Vec<String> = titles.iter().map(|title| name(title)).collect();
    for name in &names {
        assert!(name.len() <= 90 && name.starts_with("for"), "{name}");
        assert!(name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')), "{name}");
    }
    names.sort();
    names.dedup();
    assert_eq!(names.len(), titles.len(), "{names:#?}");
    assert_eq!(name("Coffee machines"), "for-coffee-machines");
}

#[test]
fn a_folder_of_the_earlier_naming_is_taken_by_the_knowledge_that_its_plans_answer() {
    let home = tempfile::tempdir().unwrap();
    let (mine, other) = (base("製品選択"), base("購入判断"));
    let earlier = home.path().join(earlier_name(&mine.title));
    assert_eq!(earlier, home.path().join(earlier_name(&other.title)));
    let own = |base: &KnowledgeBase| home.path().join(name(&base.title));
    assert_eq!(of(home.path(), &mine), own(&mine), "there is none");
    put(&earlier, "coffee = \"not-sure\"");
    assert_eq!(of(home.path(), &mine), own(&mine), "it is about something else");
    put(&earlier, "");
    assert_eq!(of(home.path(), &mine), own(&mine), "nobody can say");
    put(&earlier, "purpose = \"not-sure\"");
    assert_eq!(of(home.path(), &mine), earlier);
    assert_eq!(of(home.path(), &other), own(&other), "it is somebody's");
    assert_eq!(of(home.path(), &mine), earlier);
    files::make_private(&own(&mine)).unwrap();
    assert_eq!(of(home.path(), &mine), own(&mine), "it has begun anew");
}
