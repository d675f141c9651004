//! A heat map as a table: the larger a number, the stronger its ground.

use crate::export::palette::Colour;
use crate::export::text;
use crate::report::page::{Heat, HeatLine};

use super::body::Body;
use super::cell::{Cell, Table, WIDTH};
use super::paragraph::{Paragraph, Run, Style};

/// The grounds of numbers, the weakest first. Ordinary text can be read on each.
const GROUNDS: [Colour; 5] = [0x00E7_F0FA, 0x00CF_E1F4, 0x00B5_D0EE, 0x009A_BFE7, 0x0080_AFE0];

/// The width of a number.
const NUMBER: u32 = 430;

/// Adds the map: the heads of its columns stand upright, for there are many.
pub(super) fn write(body: &mut Body, heat: &Heat) {
    body.put(&Paragraph::of(Style::Caption, &heat.caption));
    let numbers = u32::try_from(heat.columns.len()).expect("there are few topics") + 1;
    let number = NUMBER.min(WIDTH * 2 / 3 / numbers);
    let widths = std::iter::once(WIDTH - number * numbers).chain((0..numbers).map(|_| number)).collect();
    let heads = std::iter::once(heat.head.as_str()).chain(heat.heads()).map(str::to_owned).collect();
    let most = heat.most();
    let rows = heat.rows.iter().map(|line| row(line, |some| ground(some, most)));
    let sums = heat.sums.iter().map(|line| row(line, |_| None));
    let rows = rows.chain(sums).collect();
    body.table(&Table {
        caption: Some(heat.caption.clone()),
        widths,
        heads,
        rows,
        has_upright_heads: true,
        row_height: None,
    });
}

fn row(line: &HeatLine, ground: impl Fn(u32) -> Option<Colour>) -> Vec<Cell> {
    let cell = |some: u32| {
        let said = if some == 0 { "-".to_owned() } else { some.to_string() };
        let cell = Cell::text(&said);
        ground(some).into_iter().fold(cell.narrow(), Cell::on)
    };
    let name = text::line(&vec![line.name.clone()]);
    let all =
        Cell::default().with(&Paragraph::new(Style::TableText).run(&line.total().to_string(), Run::BOLD)).narrow();
    std::iter::once(Cell::text(&name)).chain(line.cells.iter().map(|some| cell(*some))).chain([all]).collect()
}

/// The ground of a number among those of which this is the largest; none of nothing.
fn ground(some: u32, most: u32) -> Option<Colour> {
    Heat::strength(some, most).checked_sub(1).and_then(|place| GROUNDS.get(usize::try_from(place).ok()?).copied())
}

#[cfg(test)]
mod tests {
    use super::{Body, GROUNDS, NUMBER, WIDTH, ground, write};
    use crate::export::palette::INK;
    use crate::model::contrast::contrast;
    use crate::report::page::Heat;

    #[test]
    fn numbers_take_the_same_room_each_and_never_more_than_two_thirds_of_the_page() {
        for topics in 0..40_usize {
            let (caption, head) = ("Work".to_owned(), "Plan".to_owned());
            let columns = (0..topics).map(|topic| topic.to_string()).collect();
            let mut body = Body::default();
            write(&mut body, &Heat { caption, head, columns, rows: Vec::new(), sums: Vec::new() });
            let columns = body.xml().split("<w:gridCol w:w=\"").skip(1);
            let widths: Vec<u32> = columns.map(|width| width.split('"').next().unwrap().parse().unwrap()).collect();
            let [names, numbers @ ..] = widths.as_slice() else { panic!("no column") };
            assert_eq!((numbers.len(), names + numbers.iter().sum::<u32>()), (topics + 1, WIDTH));
            assert!(numbers.iter().all(|width| *width == numbers[0] && *width <= NUMBER), "{numbers:?}");
            let third = WIDTH / 3;
            // What is lost in rounding goes to the names.
            assert!(*names >= third && (numbers[0] == NUMBER || *names <= third + 50), "{topics}: {widths:?}");
        }
    }

    #[test]
    fn the_larger_a_number_the_stronger_its_ground() {
        assert_eq!(
            [0, 1, 4, 5].map(|some| ground(some, 5)),
            [None, Some(GROUNDS[0]), Some(GROUNDS[3]), Some(GROUNDS[4])]
        );
        assert_eq!(ground(100, 100), Some(GROUNDS[4]));
        assert_eq!(ground(1, 1), Some(GROUNDS[4]));
        let channels = |colour: u32| {
            let [_, red, green, blue] = colour.to_be_bytes();
            [red, green, blue]
        };
        assert!(GROUNDS.into_iter().all(|ground| contrast(channels(INK), channels(ground)) >= 6.0));
    }
}
