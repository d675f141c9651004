//! The nearest right name for a misspelt one.

/// The candidate closest to `wrong`, if one is close enough to be what was meant.
pub(crate) fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(wrong, candidates.into_iter().map(|candidate| (candidate, candidate))).into_iter().next()
}

/// What has a name close enough to `wrong` to be what was meant, each once, the closest first.
///
/// Closeness is the Damerau-Levenshtein distance, up to a third of the shorter name and one at least.
pub fn near<'a, T: Copy + PartialEq>(wrong: &str, named: impl IntoIterator<Item = (&'a str, T)>) -> Vec<T> {
    let lower = wrong.to_lowercase();
    let letters = lower.chars().count();
    let mut near: Vec<(usize, T)> = named
        .into_iter()
        .filter_map(|(name, what)| {
            let limit = letters.min(name.chars().count()).max(3) / 3;
            // The distance is never less than the difference of lengths, which costs nothing to see.
            let may_be = name.chars().count().abs_diff(letters) <= limit;
            let distance = may_be.then(|| strsim::damerau_levenshtein(&lower, &name.to_lowercase()))?;
            (distance <= limit).then_some((distance, what))
        })
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    let mut once: Vec<T> = Vec::new();
    for (_, what) in near {
        if !once.contains(&what) {
            once.push(what);
        }
    }
    once
}

/// "did you mean `x`?", or the names there are if none is close and they are few.
pub(crate) fn did_you_mean<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
    if let Some(name) = nearest(wrong, candidates.clone()) {
        return Some(format!("did you mean `{name}`?"));
    }
    let mut names: Vec<&str> = Vec::new();
    for name in candidates {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() || names.len() > 12 {
        return None;
    }
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    Some(format!("it can be {}", enumerate(&quoted, "or")))
}

/// Joins words as one says them: `a, b or c`.
pub fn enumerate<W: AsRef<str>>(words: &[W], conjunction: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(W::as_ref).collect();
            format!("{} {conjunction} {}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, near, nearest};

    #[test]
    fn a_typo_finds_its_word() {
        let names = ["real-time", "outbound"];
        assert_eq!(nearest("outbuond", names), Some("outbound"));
        assert_eq!(nearest("realtime", names), Some("real-time"));
        assert_eq!(nearest("email", names), None);
    }

    #[test]
    fn a_very_long_name_costs_no_more_than_reading_it() {
        assert_eq!(nearest(&"x".repeat(5_000_000), ["real-time", "outbound"]), None);
    }

    #[test]
    fn a_long_name_is_not_near_to_a_short_word() {
        assert_eq!(nearest("nosuch", ["own-reports", "no-touch-event", "such-and-such"]), None);
        assert_eq!(nearest("x", ["y", "must"]), Some("y"));
        assert_eq!(near("form", [("farm", 1), ("forms", 2), ("form", 3), ("from", 2)]), [3, 1, 2]);
    }

    #[test]
    fn without_a_near_name_the_few_there_are_get_listed() {
        assert_eq!(did_you_mean("x", ["must", "should"]).as_deref(), Some("it can be `must` or `should`"));
        assert_eq!(did_you_mean("x", []), None);
    }
}
