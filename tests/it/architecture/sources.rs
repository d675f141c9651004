//! The sources as the rules of the architecture read them: without comments and texts, and with every `use` written out.

use std::path::Path;

/// A file of `src`.
pub(super) struct Source {
    /// Below the folder of the package, as in `src/advise/tally.rs`.
    pub(super) path: String,
    /// As it is written.
    pub(super) text: String,
    /// The module that it is: none for the root.
    pub(super) module: Vec<String>,
    /// The modules that it declares, but for tests.
    pub(super) children: Vec<String>,
    /// The paths that it names outside tests: `crate` first for its own, the library first for others.
    pub(super) uses: Vec<Vec<String>>,
}

impl Source {
    pub(super) fn of(path: &str, text: &str) -> Self {
        let below = path.trim_start_matches("src/").trim_end_matches(".rs");
        let module = if below == "lib" { Vec::new() } else { below.split('/').map(str::to_owned).collect() };
        let code = without_tests(&code(text));
        let mut source =
            Self { path: path.to_owned(), text: text.to_owned(), module, children: children(&code), uses: Vec::new() };
        source.uses = uses(&code).iter().filter_map(|path| source.resolved(path)).collect();
        source
    }

    /// The layer: `src/advise/tally.rs` and `src/advise.rs` are `advise`.
    pub(super) fn layer(&self) -> &str {
        let below = self.path.trim_start_matches("src/");
        below.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// Whether it names this path or something in it.
    pub(super) fn names(&self, path: &str) -> bool {
        let wanted: Vec<&str> = path.split("::").collect();
        self.uses
            .iter()
            .any(|used| used.len() >= wanted.len() && used.iter().zip(&wanted).all(|(one, other)| one == other))
    }

    /// A path from the root of the program if it leads there, from a library if not.
    fn resolved(&self, path: &str) -> Option<Vec<String>> {
        let mut parts: Vec<&str> = path.split("::").map(str::trim).filter(|part| !part.is_empty()).collect();
        let mut base: Vec<&str> = self.module.iter().map(String::as_str).collect();
        let is_child = self.children.iter().any(|child| Some(child.as_str()) == parts.first().copied());
        let is_own = is_child || ["crate", "super", "self"].contains(parts.first()?);
        if !is_own || parts.first() == Some(&"crate") {
            base.clear();
        }
        while let Some(step) = parts.first().copied().filter(|part| ["crate", "super", "self"].contains(part)) {
            parts.remove(0);
            if step == "super" {
                base.pop()?;
            }
        }
        let own = is_own.then_some("crate");
        Some(own.into_iter().chain(base).chain(parts).map(str::to_owned).collect())
    }
}

/// Every file of the program, in order.
pub(super) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut files, mut folders) = (Vec::new(), vec![root.join("src")]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let parts = path.strip_prefix(root).unwrap().components();
                let name: Vec<_> = parts.map(|part| part.as_os_str().to_str().unwrap()).collect();
                files.push(Source::of(&name.join("/"), &text));
            }
        }
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    files
}

/// A text without comments, and with nothing in its strings and letters.
pub(super) fn code(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (mut code, mut at) = (String::new(), 0);
    while at < letters.len() {
        let rest = &letters[at..];
        let length = comment(rest).or_else(|| raw_string(rest)).or_else(|| quoted(rest)).unwrap_or(0);
        if length > 0 {
            code.push(' ');
            at += length;
        } else {
            // A word is passed by whole, so that the `r` at its end begins no raw string.
            let word = rest.iter().take_while(|letter| letter.is_alphanumeric() || **letter == '_').count().max(1);
            code.extend(&rest[..word]);
            at += word;
        }
    }
    code
}

/// How long the comment is that begins here.
fn comment(rest: &[char]) -> Option<usize> {
    match rest {
        ['/', '/', ..] => Some(rest.iter().position(|letter| *letter == '\n').unwrap_or(rest.len())),
        ['/', '*', ..] => {
            let end = rest.windows(2).position(|pair| pair == ['*', '/']);
            Some(end.map_or(rest.len(), |end| end + 2))
        }
        _ => None,
    }
}

/// How long the raw string is that begins here, as in `r#"…"#` and `br"…"`.
fn raw_string(rest: &[char]) -> Option<usize> {
    let prefix = usize::from(matches!(rest, ['b' | 'c', 'r', ..]));
    let after = rest.get(prefix..)?.strip_prefix(&['r'])?;
    let hashes = after.iter().take_while(|letter| **letter == '#').count();
    let text = after.get(hashes..)?.strip_prefix(&['"'])?;
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let length = text.windows(end.len()).position(|window| window == end).unwrap_or(text.len());
    Some(prefix + 1 + hashes + 1 + length + end.len())
}

/// How long the string or the letter in quotes is that begins here. A lifetime is none.
fn quoted(rest: &[char]) -> Option<usize> {
    let quote = *rest.first()?;
    let is_letter = matches!(rest, ['\'', '\\', ..] | ['\'', _, '\'', ..]);
    if quote != '"' && !is_letter {
        return None;
    }
    let mut at = 1;
    while *rest.get(at)? != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    Some(at + 1)
}

/// Code without the modules of tests that stand in it.
fn without_tests(code: &str) -> String {
    let Some((before, after)) = code.split_once("#[cfg(test)]\nmod tests {") else { return code.to_owned() };
    let mut depth = 1_usize;
    let end = after.find(|letter| {
        depth = depth + usize::from(letter == '{') - usize::from(letter == '}');
        depth == 0
    });
    before.to_owned() + end.map_or("", |end| &after[end + 1..])
}

/// The modules that are declared, but for those of tests.
fn children(code: &str) -> Vec<String> {
    let lines = code.replace("#[cfg(test)]\nmod ", "");
    let declared = lines.lines().filter_map(|line| {
        let (before, name) = line.trim().strip_suffix(';')?.split_once("mod ")?;
        (before.is_empty() || before.starts_with("pub")).then(|| name.to_owned())
    });
    declared.collect()
}

/// The paths of all `use` lines, braces written out, and those that begin with `crate` or `super` anywhere else.
fn uses(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut rest = String::new();
    for (number, part) in code.split("use ").enumerate() {
        let is_line = number > 0 && rest.chars().next_back().is_none_or(char::is_whitespace);
        match part.split_once(';').filter(|_| is_line) {
            Some((tree, after)) => {
                paths.extend(written_out(tree));
                rest.push_str(after);
            }
            None => rest.push_str(part),
        }
    }
    let words = rest.split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == ':'));
    paths.extend(words.filter(|word| word.starts_with("crate::") || word.starts_with("super::")).map(str::to_owned));
    paths
}

/// `a::{b, c::{self, d as e}}` as `a::b`, `a::c`, `a::c::d`.
pub(super) fn written_out(tree: &str) -> Vec<String> {
    let tree = tree.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((head, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        let path = path.strip_suffix("::self").unwrap_or(path);
        return if path.is_empty() { Vec::new() } else { vec![path.to_owned()] };
    };
    let body = rest.rsplit_once('}').map_or(rest, |(body, _)| body);
    let (mut parts, mut depth) = (vec![String::new()], 0_usize);
    for letter in body.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(letter);
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| written_out(&format!("{}{}", head.trim(), part.trim()))).collect()
}
