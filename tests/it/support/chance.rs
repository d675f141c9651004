//! Numbers that look random and are the same for the same seed.

/// Xorshift.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).unwrap() % end.max(1)
    }

    /// One of several.
    pub(crate) fn one<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A text of words from several scripts, with what could go wrong among them.
    pub(crate) fn text(&mut self, longest: usize) -> String {
        const SCRIPTS: [&str; 12] = [
            "plain words of ascii, with signs: [x] | - #",
            "日本語のテキスト漢字仮名交じり文",
            "ｱﾊﾞｶﾞ　ＦＵＬＬ　한글텍스트",
            "e\u{301}a\u{308}o\u{302}\u{323}n\u{303}\u{301}\u{308}q\u{20dd}",
            "مرحبا بالعالم ١٢٣",
            "שלום עולם\u{5b0}",
            "สวัสดีชาวโลกน้ำ",
            "नमस्ते दुनिया क्षत्रिय",
            "👍🏽👨\u{200d}👩\u{200d}👧\u{200d}👦❤\u{fe0f}🇩🇪⚠\u{fe0f}1\u{fe0f}\u{20e3}🏴",
            "\u{1b}[31m\u{9b}2J\u{202e}\u{2066}\u{200b}\u{ad}\u{0}\u{7f}\r\n\t\u{feff}",
            "─│┌▌█●◐✓…“”–’",
            "\u{300}\u{301}\u{200d}\u{200c}\u{fdd0}\u{e0041}\u{ffff}",
        ];
        let mut text = String::new();
        for _ in 0..=self.below(longest) {
            let letters: Vec<char> = self.one(&SCRIPTS).chars().collect();
            let from = self.below(letters.len());
            let to = (from + 1 + self.below(8)).min(letters.len());
            text.extend(&letters[from..to]);
            if self.below(3) == 0 {
                text.push(' ');
            }
        }
        text
    }
}
