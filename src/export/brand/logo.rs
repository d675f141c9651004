//! The company's logo: a picture in PNG, judged before it goes into a document as it is.

use crate::diagnostic::clean::visible;

/// The most bytes of a logo: 512 KB.
pub const LARGEST: usize = 512 * 1024;

/// The most dots of a logo across, and up and down.
const MOST_DOTS: u32 = 4000;

/// What a PNG begins with.
const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// The bytes of a chunk beside what it holds: its length, its name and its sum.
const AROUND: usize = 12;

/// What other pictures begin with.
const OTHERS: [(&str, &[u8]); 7] = [
    ("a JPEG", b"\xff\xd8\xff"),
    ("a GIF", b"GIF8"),
    ("a BMP", b"BM"),
    ("a WebP", b"RIFF"),
    ("an SVG", b"<svg"),
    ("an SVG", b"<?xml"),
    ("a TIFF", b"II*\0"),
];

/// A logo that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    png: Vec<u8>,
    size: [u32; 2],
}

/// Why bytes are no logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLogo {
    /// It is no PNG, but perhaps a picture of another kind.
    NotPng(Option<&'static str>),
    /// It has so many dots across, and up and down.
    TooManyDots(u32, u32),
    /// It has no dots, or ends before the picture does.
    Damaged,
    /// It has more bytes than there may be.
    TooLarge,
}

impl Logo {
    /// Judges the bytes of a file.
    ///
    /// # Errors
    /// Why they are no logo.
    pub fn of(png: Vec<u8>) -> Result<Self, NoLogo> {
        if png.len() > LARGEST {
            return Err(NoLogo::TooLarge);
        }
        let Some(chunks) = png.strip_prefix(&SIGNATURE) else { return Err(NoLogo::NotPng(kind(&png))) };
        let size = size(chunks).ok_or(NoLogo::Damaged)?;
        let [wide, high] = size;
        if wide > MOST_DOTS || high > MOST_DOTS {
            return Err(NoLogo::TooManyDots(wide, high));
        }
        is_whole(chunks).then_some(()).ok_or(NoLogo::Damaged)?;
        Ok(Self { png, size })
    }

    /// The file as it is.
    pub(in crate::export) fn png(&self) -> &[u8] {
        &self.png
    }

    /// How wide and high it is drawn so that it fits into a box, in the unit of the box.
    pub(in crate::export) fn within(&self, [most_wide, most_high]: [u32; 2]) -> [u32; 2] {
        let [wide, high] = self.size.map(u64::from);
        let at_full_height = wide * u64::from(most_high) / high;
        let drawn = if at_full_height <= u64::from(most_wide) {
            [at_full_height, most_high.into()]
        } else {
            [most_wide.into(), high * u64::from(most_wide) / wide]
        };
        // A line of dots is still to be seen.
        drawn.map(|length| u32::try_from(length).expect("it fits into the box").max(1))
    }
}

impl NoLogo {
    /// What is wrong, behind the name of the file.
    pub fn words(self) -> String {
        match self {
            Self::NotPng(None) => "is no picture in PNG".to_owned(),
            Self::NotPng(Some(kind)) => format!("is {kind} picture, not PNG"),
            Self::TooManyDots(wide, high) => {
                format!("has {wide} by {high} dots; a logo has at most {MOST_DOTS} across, and up and down")
            }
            Self::Damaged => "is a damaged PNG: it ends before its picture does".to_owned(),
            Self::TooLarge => format!("has more than {LARGEST} bytes"),
        }
    }

    /// What to do.
    pub fn help(self) -> &'static str {
        match self {
            Self::NotPng(_) => "save it as PNG",
            Self::TooManyDots(..) | Self::TooLarge => "save it smaller, for it is drawn 8 mm high",
            Self::Damaged => "save it once more from the program that drew it",
        }
    }
}

/// What the alternative text of a logo says.
pub(in crate::export) fn alternative(company: Option<&str>) -> String {
    company.map_or_else(|| "Logo".to_owned(), |company| visible(company).into_owned())
}

/// What kind of picture it is instead.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    OTHERS.into_iter().find(|(_, begin)| bytes.starts_with(begin)).map(|(kind, _)| kind)
}

/// How many dots there are across, and up and down, as the first chunk says; `None` if it does not say so, or there are none.
fn size(chunks: &[u8]) -> Option<[u32; 2]> {
    let (head, _) = chunks.split_first_chunk::<8>()?;
    let number = |at: usize| Some(u32::from_be_bytes(chunks.get(at..at + 4)?.try_into().ok()?));
    let size = [number(8)?, number(12)?];
    (head == b"\0\0\0\x0dIHDR" && !size.contains(&0)).then_some(size)
}

/// Whether chunk follows chunk up to the last one, and nothing after it.
fn is_whole(mut chunks: &[u8]) -> bool {
    while let Some((head, _)) = chunks.split_first_chunk::<8>() {
        let [a, b, c, d, name @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some(rest) = length.checked_add(AROUND).and_then(|whole| chunks.get(whole..)) else { return false };
        if name == *b"IEND" {
            return rest.is_empty();
        }
        chunks = rest;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, Logo, NoLogo, alternative};

    fn chunk(name: &[u8; 4], inside: &[u8]) -> Vec<u8> {
        let length = u32::try_from(inside.len()).unwrap().to_be_bytes();
        [&length[..], name, inside, &[0; 4]].concat()
    }

    fn png(wide: u32, high: u32, picture: usize) -> Vec<u8> {
        let head = [&wide.to_be_bytes()[..], &high.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
        let data = vec![0; picture];
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &head), chunk(b"IDAT", &data), chunk(b"IEND", &[])].concat()
    }

    #[test]
    fn a_picture_in_png_is_a_logo_up_to_its_limits() {
        assert!(Logo::of(png(1, 1, 0)).is_ok() && Logo::of(png(4000, 4000, 9)).is_ok());
        let around = png(1, 1, 0).len();
        assert!(Logo::of(png(1, 1, LARGEST - around)).is_ok());
        assert_eq!(Logo::of(png(1, 1, LARGEST - around + 1)), Err(NoLogo::TooLarge));
        assert_eq!(Logo::of(png(4001, 1, 0)), Err(NoLogo::TooManyDots(4001, 1)));
        assert_eq!(Logo::of(png(1, 4001, 0)), Err(NoLogo::TooManyDots(1, 4001)));
    }

    #[test]
    fn what_is_no_whole_png_is_refused() {
        for (bytes, no_logo) in [
            (b"".to_vec(), NoLogo::NotPng(None)),
            (b"hello".to_vec(), NoLogo::NotPng(None)),
            (b"\xff\xd8\xff\xe0".to_vec(), NoLogo::NotPng(Some("a JPEG"))),
            (b"<svg xmlns=''/>".to_vec(), NoLogo::NotPng(Some("an SVG"))),
            (png(0, 1, 0), NoLogo::Damaged),
            (png(1, 0, 0), NoLogo::Damaged),
            ([png(1, 1, 0), b"<script>".to_vec()].concat(), NoLogo::Damaged),
        ] {
            assert_eq!(Logo::of(bytes.clone()), Err(no_logo), "{bytes:?}");
        }
        let whole = png(20, 10, 50);
        for end in 8..whole.len() {
            assert_eq!(Logo::of(whole[..end].to_vec()), Err(NoLogo::Damaged), "{end}");
        }
        let mut endless = whole;
        endless[33..37].copy_from_slice(&u32::MAX.to_be_bytes());
        assert_eq!(Logo::of(endless), Err(NoLogo::Damaged));
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said() {
        for (no_logo, said) in [
            (NoLogo::NotPng(None), "is no picture in PNG"),
            (NoLogo::NotPng(Some("a JPEG")), "is a JPEG picture, not PNG"),
            (NoLogo::TooManyDots(5000, 7), "has 5000 by 7 dots; a logo has at most 4000 across, and up and down"),
            (NoLogo::Damaged, "is a damaged PNG: it ends before its picture does"),
            (NoLogo::TooLarge, "has more than 524288 bytes"),
        ] {
            assert_eq!(no_logo.words(), said);
        }
    }

    #[test]
    fn whoever_does_not_see_a_logo_is_told_whose_it_is() {
        assert_eq!([alternative(Some("Aardvark & Sons")), alternative(None)], ["Aardvark & Sons", "Logo"]);
    }

    #[test]
    fn it_fits_into_its_box_and_keeps_its_form() {
        let drawn = |wide, high| Logo::of(png(wide, high, 0)).unwrap().within([225, 30]);
        assert_eq!(drawn(300, 100), [90, 30]);
        assert_eq!(drawn(10, 5), [60, 30]);
        assert_eq!(drawn(4000, 100), [225, 5]);
        assert_eq!(drawn(4000, 1), [225, 1]);
        assert_eq!(drawn(1, 4000), [1, 30]);
    }
}
