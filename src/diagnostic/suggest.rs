//! The nearest right name for a misspelt one.

/// The candidate closest to `wrong`, if one is close enough to be what was meant.
///
/// Closeness is the Damerau-Levenshtein distance, up to a third of the longer name, as in rustc.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = wrong.to_lowercase();
    let (length, lower_length) = (wrong.chars().count(), lower.chars().count());
    let most = |candidate: &str| length.max(candidate.chars().count()).max(3) / 3;
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let (most, candidate_lower) = (most(candidate), candidate.to_lowercase());
            // The distance is never less than the difference of lengths, which costs nothing to see.
            let is_near = lower_length.abs_diff(candidate_lower.chars().count()) <= most;
            let distance = is_near.then(|| strsim::damerau_levenshtein(&lower, &candidate_lower))?;
            (distance <= most).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "did you mean `x`?", or the names there are if none is close and they are few.
pub fn did_you_mean<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
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
    use super::{did_you_mean, nearest};

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
    fn without_a_near_name_the_few_there_are_get_listed() {
        assert_eq!(did_you_mean("x", ["must", "should"]).as_deref(), Some("it can be `must` or `should`"));
        assert_eq!(did_you_mean("x", []), None);
    }
}
