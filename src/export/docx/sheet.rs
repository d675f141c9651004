//! The paper: A4, upright or on its side for broad tables.

/// How the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sheet {
    /// Upright.
    #[default]
    Upright,
    /// On its side.
    OnItsSide,
}

/// The long and the short side, and what is left free at each side of the text, in twentieths of a point.
const LONG: u32 = 16838;
const SHORT: u32 = 11906;
const BESIDE: u32 = 1134;

impl Sheet {
    /// The width of its text, in twentieths of a point.
    pub(super) const fn width(self) -> u32 {
        match self {
            Self::Upright => SHORT - 2 * BESIDE,
            Self::OnItsSide => LONG - 2 * BESIDE,
        }
    }

    /// The id by which the text refers to the foot of such pages.
    pub(super) const fn foot(self) -> &'static str {
        match self {
            Self::Upright => "rId4",
            Self::OnItsSide => "rId7",
        }
    }

    /// What describes the pages up to here.
    pub(super) fn described(self) -> String {
        let size = match self {
            Self::Upright => format!("w:w=\"{SHORT}\" w:h=\"{LONG}\""),
            Self::OnItsSide => format!("w:w=\"{LONG}\" w:h=\"{SHORT}\" w:orient=\"landscape\""),
        };
        format!(
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{}\"/><w:pgSz {size}/>\
             <w:pgMar w:top=\"851\" w:right=\"{BESIDE}\" w:bottom=\"851\" w:left=\"{BESIDE}\" w:header=\"425\" \
             w:footer=\"425\" w:gutter=\"0\"/></w:sectPr>",
            self.foot()
        )
    }
}
