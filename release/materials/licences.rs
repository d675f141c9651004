//! The licence texts of everything that is in the program, each text once.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::packages::{Materials, Package};

const HEAD: &str = "\
# Licences of others

The program contains these packages. Their texts follow, each once, with the packages that it is for. The licence of the program
itself is in LICENSE-MIT and LICENSE-APACHE.
";

/// The standard library is in every program; its licence has no file among the packages.
const STANDARD_LIBRARY: &str = "\
- the standard library of Rust: MIT OR Apache-2.0, copyright the Rust Project contributors, <https://www.rust-lang.org/>; the texts
  are those of the packages under these licences below
";

/// Programs for these targets contain the C library musl.
const MUSL: &str = "\
- musl 1.2: MIT, <https://musl.libc.org/>

  > Copyright © 2005-2020 Rich Felker, et al.
  >
  > Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
  > files (the \"Software\"), to deal in the Software without restriction, including without limitation the rights to use, copy,
  > modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
  > is furnished to do so, subject to the following conditions:
  >
  > The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.
  >
  > THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
  > WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
  > HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
  > OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
";

/// The document. A package without a text of its licence is an error: nobody may be left out unseen.
pub(super) fn text(materials: &Materials, target: &str) -> Result<String, String> {
    let mut document = format!("{HEAD}\n");
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in &materials.packages {
        let _ = writeln!(document, "{}", line(package)?);
        for text in own_texts(package)? {
            texts.entry(text).or_default().push(format!("{} {}", package.name, package.version));
        }
    }
    document.push_str(STANDARD_LIBRARY);
    if target.contains("musl") {
        document.push_str(MUSL);
    }
    let mut texts: Vec<(String, Vec<String>)> = texts.into_iter().collect();
    texts.sort_by(|left, right| right.1.len().cmp(&left.1.len()).then_with(|| left.1.cmp(&right.1)));
    for (text, packages) in texts {
        // Longer than any fence in a licence.
        let _ = write!(document, "\n## {}\n\n``````text\n{text}\n``````\n", packages.join(", "));
    }
    Ok(document)
}

fn line(package: &Package) -> Result<String, String> {
    let Package { name, version, authors, repository, .. } = package;
    let by = if authors.is_empty() { String::new() } else { format!(", by {}", authors.join(", ")) };
    let at = repository.as_ref().map(|address| format!(", <{address}>")).unwrap_or_default();
    Ok(format!("- {name} {version}: {}{by}{at}", package.licence()?))
}

/// The texts in the files of a package, with ends of lines as everywhere here.
fn own_texts(package: &Package) -> Result<Vec<String>, String> {
    let files = package.licence_files()?;
    if files.is_empty() {
        return Err(format!("{} comes without the text of its licence", package.named()));
    }
    let read = |file: &std::path::PathBuf| {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        Ok(lines.join("\n").trim_matches('\n').to_owned())
    };
    files.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::super::packages::Materials;
    use super::super::packages::tests::target;

    #[test]
    fn every_package_is_listed_and_has_a_text() {
        let materials = Materials::of(&target()).expect("cargo has all packages");
        let document = super::text(&materials, "x86_64-unknown-linux-musl").expect("every package has a text");
        let (list, texts) = document.split_once("\n## ").expect("texts follow the list");
        for package in &materials.packages {
            let named = format!("{} {}", package.name, package.version);
            assert!(list.contains(&format!("- {named}: ")), "{named}");
            assert!(texts.contains(&named), "{named}");
        }
        for words in ["Permission is hereby granted", "Apache License", "Rich Felker", "standard library of Rust"] {
            assert!(document.contains(words), "{words}");
        }
        assert!(!super::text(&materials, "x86_64-pc-windows-msvc").expect("as before").contains("Rich Felker"));
    }

    /// Reads `deny.toml`, which says what may be used. An expression of licences holds if one of its ways is allowed.
    #[test]
    fn every_licence_is_one_that_may_be_used() {
        let rules = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/deny.toml")).expect("it is there");
        let rules: toml::Table = toml::from_str(&rules).expect("it is TOML");
        let allowed = rules.get("licenses").and_then(|it| it.get("allow")).and_then(|it| it.as_array());
        let allowed: Vec<&str> = allowed.expect("licences are allowed").iter().filter_map(|it| it.as_str()).collect();
        let may_be_used = |expression: &str| {
            let every = |all: &str| all.split(" AND ").all(|one| allowed.contains(&one.trim_matches(['(', ')', ' '])));
            // Only "(one OR other) AND third" has brackets among them.
            match expression.split_once(") AND ") {
                Some((first, rest)) => every(rest) && first.split(" OR ").any(every),
                None => expression.split(" OR ").any(every),
            }
        };
        for package in Materials::of(&target()).expect("cargo has all packages").packages {
            let licence = package.licence().expect("it names one");
            assert!(may_be_used(&licence), "{}: {licence}", package.named());
        }
        assert!(!may_be_used("GPL-3.0-only") && !may_be_used("MIT AND GPL-3.0-only"));
        assert!(!may_be_used("(MIT OR Apache-2.0) AND GPL-3.0-only"));
    }
}
