//! The journey as tiles: in the order in which a journey is drawn, few enough for a row, and no trouble hidden.

use journey_advisor::model::capability::{Level, TilePlace};
use journey_advisor::report::tiles::{MOST, MOST_THROUGHOUT};

use crate::personas::plan::{TODAY, advice, answers, day, knowledge, names};
use crate::support::generate::{self, Random};

const LABEL: usize = 28;

#[test]
fn tiles_stand_in_the_order_of_a_journey_with_the_level_of_the_area_advised() {
    let base = knowledge();
    let personas = names().into_iter().map(|name| answers(&base, &name));
    let random = (0..100).map(|seed| generate::answers(&mut Random::new(seed), &base));
    let mut left_out = 0;
    for answers in personas.chain(random) {
        let as_of = base.as_of(TODAY, day(TODAY)).unwrap();
        let (verdict, _, report) = advice(&base, &answers, as_of, day(TODAY));
        let tiles = &report.tiles;
        assert!(tiles.row.windows(2).all(|two| two[0].place <= two[1].place), "{tiles:#?}");
        assert!(tiles.row.iter().all(|tile| tile.place != TilePlace::Throughout));
        assert!(tiles.throughout.iter().all(|tile| tile.place == TilePlace::Throughout));
        for tile in tiles.row.iter().chain(&tiles.throughout) {
            let requirement = verdict.requirements.iter().find(|one| one.number == tile.number).unwrap();
            assert_eq!(tile.level, requirement.levels[verdict.home(requirement)]);
            assert!((1..=LABEL).contains(&tile.label.chars().count()), "{tile:?}");
        }
        for (all, shown, most) in
            [(&tiles.row, tiles.in_a_row(), MOST), (&tiles.throughout, tiles.all_the_way(), MOST_THROUGHOUT)]
        {
            assert_eq!(shown.tiles.len() + shown.more, all.len());
            assert!(shown.tiles.len() + usize::from(shown.more > 0) <= most, "{shown:#?}");
            assert_eq!(shown.and_more().is_some(), shown.more > 0);
            let troubled = |level: Option<Level>| level.is_some_and(|level| level != Level::Native);
            let is_shown = |tile| shown.tiles.iter().any(|one| std::ptr::eq(*one, tile));
            let hidden = all.iter().filter(|tile| !is_shown(*tile));
            assert_eq!(troubled(shown.worst_of_more), hidden.into_iter().any(|tile| tile.level != Level::Native));
            left_out += shown.more;
        }
    }
    assert!(left_out > 0, "some plan has more than fits");
}
