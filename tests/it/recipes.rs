//! The recipes of CONTRIBUTING.md are current and stay short.

use std::path::Path;

/// Each recipe, and how many places it may have.
const RECIPES: [(&str, usize); 7] = [
    ("A screen", 6),
    ("An export", 3),
    ("A part of the document", 2),
    ("A question", 1),
    ("A check", 4),
    ("A theme", 1),
    ("A key", 3),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The recipes in CONTRIBUTING.md, by name.
fn recipes() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let (_, after) = text.split_once("\n## Recipes\n").unwrap();
    let section = after.split("\n## ").next().unwrap();
    let recipes = section.split("\n### ").skip(1).map(|recipe| recipe.split_once('\n').unwrap());
    recipes.map(|(name, places)| (name.to_owned(), places.to_owned())).collect()
}

/// The places of a recipe: numbered, each begins with a file.
fn places(recipe: &str) -> Vec<&str> {
    let lines = recipe.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_digit()));
    lines.map(|line| line.split('`').nth(1).unwrap_or(line)).collect()
}

/// The files that a text names: what stands in quotes and has a folder or an ending. `NAME` is what is added.
fn files(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let endings = [".rs", ".toml", ".md"];
    quoted.filter(move |word| {
        !word.contains(' ') && (word.contains('/') || endings.iter().any(|end| word.ends_with(end)))
    })
}

fn is_there(file: &str) -> bool {
    let path = root().join(file);
    if file.contains("NAME") { path.parent().is_some_and(Path::is_dir) } else { path.exists() }
}

#[test]
fn every_file_that_a_recipe_names_is_there() {
    for (name, recipe) in recipes() {
        for file in files(&recipe) {
            assert!(is_there(file), "{name}: {file} is gone; the recipe names it");
        }
    }
}

#[test]
fn every_recipe_has_no_more_places_than_it_may() {
    let recipes = recipes();
    let names: Vec<&str> = recipes.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, RECIPES.map(|(name, _)| name));
    for ((name, recipe), (_, most)) in recipes.iter().zip(RECIPES) {
        let places = places(recipe);
        assert!((1..=most).contains(&places.len()), "{name}: {places:?}");
        for place in places {
            assert!(files(recipe).any(|file| file == place), "{name}: {place} is no file");
        }
    }
}

#[test]
fn a_file_that_is_gone_is_found_to_be() {
    for (file, wanted) in [
        ("src/app.rs", true),
        ("src/app/NAME.rs", true),
        ("src/gone.rs", false),
        ("src/gone/NAME.rs", false),
        ("GONE.md", false),
    ] {
        assert_eq!(is_there(file), wanted, "{file}");
    }
    let text = "1. `src/app.rs`: `update`, `Format` and `a b/c`.\n2. `README.md`";
    assert_eq!(files(text).collect::<Vec<_>>(), ["src/app.rs", "README.md"]);
    assert_eq!(places(text), ["src/app.rs", "README.md"]);
}
