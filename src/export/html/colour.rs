//! The accent where somebody has set one: by day, in the dark, and on paper.

use crate::export::brand::Accent;
use crate::export::palette::hex;

/// What is said about it beside the style of every document; nothing of the colour that this has.
pub(super) fn style(accent: Accent) -> String {
    if accent == Accent::default() {
        return String::new();
    }
    let colours = |[accent, tint]: [u32; 2]| {
        let [accent, tint] = [accent, tint].map(hex);
        format!(":root {{ --link: #{accent}; --accent: #{accent}; --tint: #{tint}; }}")
    };
    let (light, dark) = (colours([accent.ink(), accent.tint()]), colours(accent.in_the_dark()));
    format!("{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n@media print {{ {light} }}\n")
}
