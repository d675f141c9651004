//! A contribution as a bar from the middle: to the right for the first alternative, to the left for the second.

use crate::export::escape::html as escape;

/// Half the width of the picture.
const HALF: i32 = 50;

/// The bar with its words beside it. The words say it all, so readers of the screen skip the picture.
pub(super) fn bar(value: i32, most: i32, words: &str) -> String {
    let length = if most > 0 { (value.abs() * HALF + most / 2) / most } else { 0 };
    let (class, left) = if value < 0 { ("second", HALF - length) } else { ("first", HALF) };
    format!(
        "<svg class=\"bar\" viewBox=\"0 0 100 10\" width=\"100\" height=\"10\" aria-hidden=\"true\" focusable=\"false\">\
         <rect class=\"{class}\" x=\"{left}\" y=\"1\" width=\"{length}\" height=\"8\"/>\
         <path class=\"axis\" d=\"M50 0v10\"/></svg> <span class=\"number\">{}</span>",
        escape(words)
    )
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn a_bar_grows_from_the_middle() {
        for (value, rect) in [
            (500, "<rect class=\"first\" x=\"50\" y=\"1\" width=\"50\" height=\"8\"/>"),
            (-250, "<rect class=\"second\" x=\"25\" y=\"1\" width=\"25\" height=\"8\"/>"),
            (0, "<rect class=\"first\" x=\"50\" y=\"1\" width=\"0\" height=\"8\"/>"),
        ] {
            assert!(bar(value, 500, "").contains(rect), "{value}");
        }
        assert!(bar(0, 0, "<0>").ends_with("<span class=\"number\">&lt;0&gt;</span>"));
    }
}
