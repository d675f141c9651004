//! What was looked up for a day and a way to count, kept for the next plan that asks for the same.

/// So many are kept; then it begins anew.
const MOST: usize = 32;

/// What was looked up.
#[derive(Debug)]
pub(crate) struct Days<T> {
    known: Vec<T>,
}

impl<T> Default for Days<T> {
    fn default() -> Self {
        Self { known: Vec::new() }
    }
}

impl<T> Days<T> {
    /// What is wanted: known already, or looked up now.
    pub(crate) fn get(&mut self, is_wanted: impl Fn(&T) -> bool, look_up: impl FnOnce() -> T) -> &T {
        let position = self.known.iter().position(is_wanted).unwrap_or_else(|| {
            if self.known.len() == MOST {
                self.known.clear();
            }
            self.known.push(look_up());
            self.known.len() - 1
        });
        self.known.get(position).expect("it was found or just added")
    }
}
