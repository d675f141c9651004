//! The teams that are usual where something is built, for whoever goes through them one after the other.

use crate::model::setting::Builders;
use crate::model::work::Builder;

/// Anybody, then with everybody one more.
const TEAMS: [&[Builder]; 6] = [
    &[],
    &[Builder::User],
    &[Builder::User, Builder::Administrator],
    &[Builder::User, Builder::Administrator, Builder::Developer],
    &[Builder::User, Builder::Administrator, Builder::Partner],
    &Builder::ALL,
];

/// The team after another one, or before it; the first after one that is not usual.
pub(super) fn next(team: Builders, forward: bool) -> Builders {
    let step = if forward { 1 } else { TEAMS.len() - 1 };
    let teams = TEAMS.map(|team| team.iter().copied().collect::<Builders>());
    let now = teams.iter().position(|usual| *usual == team);
    let next = now.map_or(0, |now| (now + step) % TEAMS.len());
    teams.get(next).copied().expect("a remainder is less than the number of teams")
}

#[cfg(test)]
mod tests {
    use super::{TEAMS, next};
    use crate::model::setting::Builders;
    use crate::model::work::Builder;

    #[test]
    fn one_comes_around_in_both_directions() {
        let mut team = Builders::default();
        for _ in TEAMS {
            assert_eq!(next(next(team, true), false), team);
            team = next(team, true);
        }
        assert_eq!(team, Builders::default());
        assert_eq!(next([Builder::Partner].into_iter().collect(), true), Builders::default());
    }
}
