//! How wide the columns of a table are whose contents are not known beforehand.

use super::cell::WIDTH;

/// The room that a letter takes in a table, and that around it, in twentieths of a point.
const LETTER: usize = 105;
const AROUND: usize = 230;
/// No column asks for more than this for a word.
const LONGEST_WORD: usize = 24;

/// The widths of columns by what stands in them, head first, which make up that of the page: each as wide as its longest word, the
/// rest by how much there is.
pub(super) fn widths(columns: &[Vec<String>], page: u32) -> Vec<u32> {
    let least: Vec<usize> = columns.iter().map(|texts| AROUND + LETTER * longest_word(texts)).collect();
    let wanted: Vec<usize> = columns.iter().map(|texts| share(texts, page)).collect();
    let (wide, sum) = (usize::try_from(page).unwrap_or(0), least.iter().sum::<usize>());
    let rest = wide.saturating_sub(sum);
    let all = wanted.iter().sum::<usize>().max(1);
    let width = |(least, wanted): (&usize, &usize)| {
        let least = if sum > wide { least * wide / sum } else { *least };
        least + rest * wanted / all
    };
    let mut widths: Vec<usize> = least.iter().zip(&wanted).map(width).collect();
    // What was lost in rounding goes to the widest.
    let lost = wide.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max() {
        *widest += lost;
    }
    widths.into_iter().map(|width| u32::try_from(width).unwrap_or(page)).collect()
}

fn longest_word(texts: &[String]) -> usize {
    let words = texts.iter().flat_map(|text| text.split([' ', '\u{2009}']));
    words.map(|word| word.chars().count()).max().unwrap_or(0).min(LONGEST_WORD)
}

/// How much room a column is worth on a page so wide: what its fullest cells hold, beyond a word.
fn share(texts: &[String], page: u32) -> usize {
    let letters = texts.iter().map(|text| text.chars().count());
    let beyond = letters.max().unwrap_or(0).saturating_sub(longest_word(texts));
    // A cell that is ten times as full needs no column that is ten times as wide; but where there are many columns most hold a word
    // or two, and the room is for the few that hold sentences.
    let root = beyond.isqrt();
    if page > WIDTH { root * root.isqrt() } else { root }
}

#[cfg(test)]
mod tests {
    use super::widths;
    use crate::export::docx::cell::WIDTH;

    fn columns(columns: &[&[&str]]) -> Vec<Vec<String>> {
        columns.iter().map(|texts| texts.iter().map(|text| (*text).to_owned()).collect()).collect()
    }

    #[test]
    fn columns_make_up_the_page_and_keep_words_whole() {
        let long = "Donaudampfschifffahrtsgesellschaft ".repeat(20);
        let ids: &[&str] = &["ID", "REQ-01"];
        for all in [
            columns(&[ids, &["Requirement", &long], &["Level", "by a workaround"]]),
            columns(&[&[""], &[""]]),
            columns(&[&[long.as_str()] as &[&str]; 9]),
            columns(&[&["One"]]),
        ] {
            let widths = widths(&all, WIDTH);
            assert_eq!(widths.iter().sum::<u32>(), WIDTH);
            assert!(widths.iter().all(|width| *width >= 230), "{widths:?}");
        }
        let widths = widths(&columns(&[ids, &["Requirement", &long], &["Level", "by a workaround"]]), WIDTH);
        assert!(widths[0] >= 800 && widths[0] < widths[2] && widths[2] < widths[1], "{widths:?}");
    }
}
