//! Panics where a test asks for it, so that it can be seen how the interview ends then. Only in debug builds.

use crate::shell::environment::Environment;

#[derive(Debug, Clone, Default)]
pub(super) struct FailPoint {
    #[cfg(debug_assertions)]
    name: Option<String>,
}

impl FailPoint {
    #[cfg_attr(not(debug_assertions), expect(unused_variables, reason = "a release has no fail points"))]
    pub(super) fn of(environment: &Environment) -> Self {
        Self {
            #[cfg(debug_assertions)]
            name: environment.fail_point.clone(),
        }
    }

    /// Panics if this is the place.
    #[cfg_attr(
        not(debug_assertions),
        expect(unused_variables, clippy::unused_self, reason = "a release has no fail points")
    )]
    pub(super) fn at(&self, name: &str) {
        #[cfg(debug_assertions)]
        assert!(self.name.as_deref() != Some(name), "the fail point `{name}`");
    }
}
