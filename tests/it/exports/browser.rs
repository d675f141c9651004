//! The page in a real browser: it is shown whole, prints, and nothing in it is refused.

use std::path::Path;
use std::process::Command;

use journey_advisor::embedded;
use journey_advisor::export::{Extent, Format};

use super::reread;
use crate::support::documents::{read, root, with_document};
use crate::support::generate::{self, Random};

/// What Chromium is called.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Opens a page without a window. What the browser complained of.
fn opened(browser: &str, page: &Path, arguments: &[String]) -> String {
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr"]).args(arguments);
    let output = command.arg(format!("file://{}", page.display())).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    said.lines().filter(|line| line.contains(":CONSOLE")).collect()
}

/// One plan in so many becomes a page: a browser takes seconds to start.
const ONE_IN: usize = 3;

/// Pages as plans lead to them, and one whose texts try to be more than text.
fn pages() -> Vec<String> {
    let base = embedded::knowledge();
    let folder = std::fs::read_dir(root("tests/it/personas")).unwrap().map(|entry| entry.unwrap().path());
    let files = folder.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let mut plans: Vec<_> = files.map(|path| reread(read(&path).text, &base)).collect();
    plans.sort_by(|left, right| left.title.cmp(&right.title));
    let mut plans: Vec<_> = plans.into_iter().step_by(ONE_IN).collect();
    let mut hostile = generate::answers(&mut Random::new(1), &base);
    "</title><script>fail()</script><img src=x onerror=fail()>".clone_into(&mut hostile.title);
    plans.push(hostile);
    let page = |plan| with_document(&base, plan, |document| document.write(Format::Html, Extent::Full).text().unwrap());
    plans.iter().map(page).collect()
}

#[test]
#[ignore = "needs Chromium"]
fn a_browser_shows_and_prints_every_page_without_a_complaint() {
    let Some(browser) = NAMES.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok()) else {
        println!("skipped: Chromium is not installed");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (page, picture, paper) =
        (folder.path().join("page.html"), folder.path().join("page.png"), folder.path().join("page.pdf"));
    std::fs::write(
        &page,
        "<script>1</script><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><script>2</script>",
    )
    .unwrap();
    let shown = [format!("--screenshot={}", picture.display())];
    assert_ne!(opened(browser, &page, &shown), "", "what is refused would be seen");
    let pages = pages();
    for html in &pages {
        std::fs::write(&page, html).unwrap();
        assert_eq!(opened(browser, &page, &shown), "");
        assert!(std::fs::metadata(&picture).unwrap().len() > 20_000, "the page is not blank");
    }
    opened(browser, &page, &[format!("--print-to-pdf={}", paper.display())]);
    assert!(std::fs::metadata(&paper).unwrap().len() > 50_000);
    assert!(pages.len() > 10);
}

/// How many pages a printed file has.
fn sheets(paper: &Path) -> usize {
    let bytes = std::fs::read(paper).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let counts = text.match_indices("/Count ").filter_map(|(at, word)| {
        let digits = text[at + word.len()..].chars().take_while(char::is_ascii_digit).collect::<String>();
        digits.parse::<usize>().ok()
    });
    counts.max().expect("a printed file says how many pages it has")
}

/// The two pages are two sheets of A4, whatever the plan.
#[test]
#[ignore = "needs Chromium"]
fn the_two_pages_are_two_sheets_for_every_persona() {
    let Some(browser) = NAMES.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok()) else {
        println!("skipped: Chromium is not installed");
        return;
    };
    let (base, folder) = (embedded::knowledge(), tempfile::tempdir().unwrap());
    let (page, paper) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    for name in crate::personas::plan::names() {
        let answers = crate::personas::plan::answers(&base, &name);
        let html =
            with_document(&base, &answers, |document| document.write(Format::Html, Extent::Brief).text().unwrap());
        std::fs::write(&page, html).unwrap();
        opened(browser, &page, &[format!("--print-to-pdf={}", paper.display())]);
        assert_eq!(sheets(&paper), 2, "{name}");
    }
}
