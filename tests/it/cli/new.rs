//! `new` writes a knowledge base to start from.

use std::path::Path;

use super::run::Desk;

#[test]
fn a_new_knowledge_base_is_sound_and_has_its_guide_beside_it() {
    let desk = Desk::new().embedded();
    let told = desk.run(&["new", "mine"]).done();
    assert!(told.contains("journey-advisor check mine") && told.contains("AUTHORS.md"), "{told}");
    let checked = desk.run(&["check", "mine"]).done();
    assert!(checked.starts_with("no problems in 2 questions, "), "{checked}");
    assert_eq!(desk.get("mine/schema.json"), desk.run(&["schema", "knowledge"]).done());
    assert_eq!(desk.get("mine/AUTHORS.md"), include_str!("../../../knowledge/AUTHORS.md"));
    let said = desk.feed(&["--knowledge", "mine", "--plain"], "1\nnext\n2\nadvice\ncommute\nquit\n").out;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for what in
        ["about the commute you plan", "Build it in the bicycle.", "Your commute: Leave when you like, built in."]
    {
        assert!(said.contains(what), "{what}\n{said}");
    }
}

#[test]
fn nothing_is_written_where_something_is() {
    let desk = Desk::new().embedded();
    std::fs::create_dir(desk.path("full")).unwrap();
    desk.put("full/.hidden", "");
    let said = desk.run(&["new", "full"]).failed(1);
    assert_eq!(
        said,
        "error: the folder `full` is not empty\nhelp: name a folder that is empty or not there yet; nothing was written\n"
    );
    let names: Vec<_> = std::fs::read_dir(desk.path("full")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, [".hidden"]);
    let said = desk.run(&["new", "plan.toml"]).failed(1);
    assert!(said.starts_with("error: `plan.toml` is no folder\n"), "{said}");
    desk.run(&["new", "deep/er"]).done();
    assert!(Path::new(&desk.path("deep/er/topics/ride.toml")).exists());
    assert!(desk.run(&["new", "deep/er"]).failed(1).contains("is not empty"));
}
