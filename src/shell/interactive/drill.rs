//! Fails where a test asks for it, so that it can be seen how the interview ends then. Only in debug builds.

use crate::shell::environment::Environment;

/// Where to fail.
#[derive(Debug, Clone, Default)]
pub(super) struct Drill {
    #[cfg(debug_assertions)]
    place: Option<String>,
}

impl Drill {
    /// What the environment asks for.
    #[cfg_attr(not(debug_assertions), expect(unused_variables, reason = "there are no drills in a release"))]
    pub(super) fn of(environment: &Environment) -> Self {
        Self {
            #[cfg(debug_assertions)]
            place: environment.drill.clone(),
        }
    }

    /// Fails if it is to fail here.
    #[cfg_attr(
        not(debug_assertions),
        expect(unused_variables, clippy::unused_self, reason = "there are no drills in a release")
    )]
    pub(super) fn at(&self, place: &str) {
        #[cfg(debug_assertions)]
        assert!(self.place.as_deref() != Some(place), "a drill, at {place}");
    }
}
