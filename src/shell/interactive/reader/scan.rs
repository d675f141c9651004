//! Cuts what a terminal sends into letters, sequences and pastes, however it was cut up on its way. What has the form of
//! an answer is one piece, whether anybody asked for it or not.
//!
//! ```text
//! read           pieces
//! 61 c3          a                  c3 begins a letter of two bytes
//! a9             é
//! 1b 78          Alt and x          one read: keys with Alt come in one piece
//! 1b | 78        Esc, x             two reads: it was not Alt
//! 1b 5b 41       ESC [ A            the arrow up
//! 1b 5b | (time) Alt and [          nothing followed, so it was a key
//! 1b 5d 31 31 …  nothing            an answer that is cut up is held until its end, or dropped
//! 9d 31 31 … 9c  the same           some terminals answer in the 8-bit form; after c2 as well
//! ```

/// The longest sequence that is kept, in bytes. Longer ones are skipped as a whole.
const LONGEST: usize = 64;

/// The most of a paste that is kept, in bytes.
const LONGEST_PASTE: usize = 1_000_100;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const CAN: u8 = 0x18;
const SUB: u8 = 0x1a;

/// The end of a text in the 8-bit form, and what stands before it in UTF-8.
const SHORT_END: u8 = 0x9c;
const SHORT_LEAD: u8 = 0xc2;

const PASTE_END: &[u8] = b"\x1b[201~";

/// Something whole that the terminal sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A letter, or a control.
    Letter {
        /// Which.
        letter: char,
        /// Whether Alt was held down.
        alt: bool,
    },
    /// `ESC O` and a letter.
    Function(u8),
    /// `ESC [`, parameters and a letter.
    Control {
        /// What stands between.
        parameters: String,
        /// The letter.
        last: u8,
    },
    /// `ESC [ M` and three bytes.
    Mouse([u8; 3]),
    /// The text of an operating system command.
    System(String),
    /// What was pasted.
    Paste(String),
}

/// Something of which the rest may or may not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// A key, unless something follows soon.
    Escape,
    /// An answer of the terminal, or what has the form of one.
    Answer,
    /// A paste.
    Paste,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Ground,
    Letter,
    Escape,
    Function,
    Control,
    Mouse,
    /// After `ESC ]` and the like, and perhaps an ESC that begins the end.
    Text {
        opener: u8,
        is_ending: bool,
    },
    /// In a paste, with so many bytes of its end.
    Paste {
        ending: usize,
    },
}

/// Cuts what comes, read after read.
#[derive(Debug, Default)]
pub struct Scanner {
    state: State,
    /// What came since the beginning of the sequence.
    held: Vec<u8>,
    alt: bool,
    /// Whether the ESC came at the end of a read: keys with Alt come in one piece, so it was not Alt.
    is_apart: bool,
    /// Whether the sequence began in its 8-bit form, in which no key is sent.
    is_short: bool,
    pieces: Vec<Piece>,
}

impl Scanner {
    /// Cuts what came with one read.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Piece> {
        for byte in bytes {
            self.take(*byte);
        }
        self.is_apart |= self.state == State::Escape;
        std::mem::take(&mut self.pieces)
    }

    /// What has begun and may go on.
    pub fn unfinished(&self) -> Option<Unfinished> {
        match self.state {
            State::Ground | State::Letter => None,
            State::Control | State::Text { .. } | State::Function if self.is_short => Some(Unfinished::Answer),
            State::Escape | State::Function => Some(Unfinished::Escape),
            State::Control | State::Text { .. } if self.held.is_empty() => Some(Unfinished::Escape),
            State::Control | State::Text { .. } | State::Mouse => Some(Unfinished::Answer),
            State::Paste { .. } => Some(Unfinished::Paste),
        }
    }

    /// Flushes an unfinished sequence after its timeout: a lone ESC becomes the key, and so does what may have been Alt.
    pub fn give_up(&mut self) -> Vec<Piece> {
        match self.state {
            State::Escape => self.letter(char::from(ESC)),
            State::Function => self.let_go(b'O'),
            State::Control => self.let_go(b'['),
            State::Text { opener, .. } => self.let_go(opener),
            State::Paste { .. } => self.paste(),
            State::Ground | State::Letter | State::Mouse => {}
        }
        self.go(State::Ground);
        std::mem::take(&mut self.pieces)
    }

    /// `ESC` and `opener` were keys if nothing followed them.
    fn let_go(&mut self, opener: u8) {
        if self.is_short || !self.held.is_empty() {
            return;
        }
        if self.is_apart {
            self.letter(char::from(ESC));
        }
        self.alt = !self.is_apart;
        self.letter(char::from(opener));
    }

    fn take(&mut self, byte: u8) {
        match self.state {
            State::Ground => self.begin(byte),
            State::Letter => self.go_on_letter(byte),
            State::Escape => self.after_escape(byte),
            State::Function => {
                self.go(State::Ground);
                self.pieces.push(Piece::Function(byte));
            }
            State::Control => self.go_on_control(byte),
            State::Mouse => self.go_on_mouse(byte),
            State::Text { opener, is_ending } => self.go_on_text(opener, is_ending, byte),
            State::Paste { ending } => self.go_on_paste(ending, byte),
        }
    }

    fn go(&mut self, state: State) {
        self.state = state;
        self.held.clear();
        (self.alt, self.is_short) = (false, false);
    }

    fn letter(&mut self, letter: char) {
        self.pieces.push(Piece::Letter { letter, alt: self.alt });
    }

    fn begin(&mut self, byte: u8) {
        match byte {
            ESC => {
                self.go(State::Escape);
                self.is_apart = false;
            }
            0..0x80 => {
                self.letter(char::from(byte));
                self.go(State::Ground);
            }
            0xc2..=0xf4 => {
                self.held.push(byte);
                self.state = State::Letter;
            }
            0x80..=0x9f => self.begin_short(byte),
            // No letter begins so.
            _ => self.go(State::Ground),
        }
    }

    /// Begins what is one byte instead of ESC and another one.
    fn begin_short(&mut self, control: u8) {
        match control - 0x40 {
            b'[' => self.go(State::Control),
            b'O' => self.go(State::Function),
            opener @ (b']' | b'P' | b'X' | b'^' | b'_') => self.go(State::Text { opener, is_ending: false }),
            _ => return self.go(State::Ground),
        }
        self.is_short = true;
    }

    fn go_on_letter(&mut self, byte: u8) {
        self.held.push(byte);
        match str::from_utf8(&self.held).map(|text| text.chars().next()) {
            Ok(Some(letter)) => {
                if let Ok(control @ 0x80..=0x9f) = u8::try_from(letter) {
                    self.begin_short(control);
                } else {
                    self.letter(letter);
                    self.go(State::Ground);
                }
            }
            Err(error) if error.error_len().is_none() => {}
            Ok(None) | Err(_) => {
                self.go(State::Ground);
                self.begin(byte);
            }
        }
    }

    fn after_escape(&mut self, byte: u8) {
        match byte {
            b'[' => self.go(State::Control),
            b'O' => self.go(State::Function),
            b']' | b'P' | b'X' | b'^' | b'_' => self.go(State::Text { opener: byte, is_ending: false }),
            ESC => {
                self.letter(char::from(ESC));
                self.begin(ESC);
            }
            _ if self.is_apart => {
                self.letter(char::from(ESC));
                self.go(State::Ground);
                self.begin(byte);
            }
            _ => {
                self.alt = true;
                self.begin(byte);
            }
        }
    }

    fn go_on_control(&mut self, byte: u8) {
        match byte {
            ESC => self.begin(ESC),
            CAN | SUB => self.go(State::Ground),
            // What the console of Linux sends for F1 to F5 has a second bracket.
            b'[' if self.held.is_empty() => self.hold(byte),
            b' '..=b'?' => self.hold(byte),
            b'@'..=b'~' => self.end_control(byte),
            _ => {}
        }
    }

    fn end_control(&mut self, last: u8) {
        match (self.held.as_slice(), last) {
            (b"200", b'~') => self.go(State::Paste { ending: 0 }),
            (b"", b'M') => self.go(State::Mouse),
            (parameters, _) => {
                if parameters.len() <= LONGEST {
                    let parameters = String::from_utf8_lossy(parameters).into_owned();
                    self.pieces.push(Piece::Control { parameters, last });
                }
                self.go(State::Ground);
            }
        }
    }

    fn go_on_mouse(&mut self, byte: u8) {
        self.held.push(byte);
        if let Ok(place) = self.held.as_slice().try_into() {
            self.pieces.push(Piece::Mouse(place));
            self.go(State::Ground);
        }
    }

    fn go_on_text(&mut self, opener: u8, is_ending: bool, byte: u8) {
        match byte {
            ESC => self.state = State::Text { opener, is_ending: true },
            CAN | SUB => self.go(State::Ground),
            b'\\' if is_ending => self.end_text(opener),
            BEL if opener == b']' => self.end_text(opener),
            SHORT_END if self.is_short => {
                self.held.pop_if(|last| *last == SHORT_LEAD);
                self.end_text(opener);
            }
            _ => {
                self.hold(byte);
                self.state = State::Text { opener, is_ending: false };
            }
        }
    }

    fn end_text(&mut self, opener: u8) {
        if opener == b']' && self.held.len() <= LONGEST {
            self.pieces.push(Piece::System(String::from_utf8_lossy(&self.held).into_owned()));
        }
        self.go(State::Ground);
    }

    /// Keeps a byte of a sequence, up to one more than the longest: that tells that it is too long.
    fn hold(&mut self, byte: u8) {
        if self.held.len() <= LONGEST {
            self.held.push(byte);
        }
    }

    fn go_on_paste(&mut self, ending: usize, byte: u8) {
        let (so_far, rest) = PASTE_END.split_at(ending);
        if rest.first() != Some(&byte) {
            self.held.extend(so_far);
            let is_end = byte == ESC;
            self.held.extend((!is_end).then_some(byte));
            self.held.truncate(LONGEST_PASTE);
            self.state = State::Paste { ending: usize::from(is_end) };
        } else if rest.len() == 1 {
            self.paste();
            self.go(State::Ground);
        } else {
            self.state = State::Paste { ending: ending + 1 };
        }
    }

    fn paste(&mut self) {
        self.pieces.push(Piece::Paste(String::from_utf8_lossy(&self.held).into_owned()));
    }
}
