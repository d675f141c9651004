//! An exported page as a browser reads it.

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// A page in its parts.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Each element with its attributes, in order.
    pub(crate) elements: Vec<(String, Vec<(String, String)>)>,
    /// Each element with the one that it stands in, in order.
    pub(crate) nested: Vec<(String, String)>,
    /// All text outside style and record, elements apart by a line break.
    pub(crate) text: String,
    /// The text of each `<bdi>`: what a user typed.
    pub(crate) own: Vec<String>,
    /// The text of `<title>`.
    pub(crate) title: String,
    /// What stands in `<style>`.
    pub(crate) style: String,
    /// How many errors the parser met.
    pub(crate) errors: usize,
}

impl Page {
    pub(crate) fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut open: Vec<String> = Vec::new();
        for token in Tokenizer::new_with_emitter(html, emitter) {
            match token.unwrap() {
                Token::StartTag(tag) => page.start(&tag, &mut open),
                Token::EndTag(tag) => {
                    let name = utf8(&tag.name);
                    assert_eq!(open.pop().as_deref(), Some(name.as_str()), "the elements nest");
                    page.text.push('\n');
                }
                Token::String(text) => page.string(&utf8(&text.value), open.last()),
                Token::Comment(_) => panic!("a page has no comments"),
                Token::Error(_) => page.errors += 1,
                Token::Doctype(_) => {}
            }
        }
        assert!(open.is_empty(), "{open:?} stay open");
        page
    }

    fn start(&mut self, tag: &html5gum::StartTag<()>, open: &mut Vec<String>) {
        let name = utf8(&tag.name);
        let attributes = tag.attributes.iter().map(|(name, value)| (utf8(name), utf8(&value.value)));
        self.elements.push((name.clone(), attributes.collect()));
        if let Some(outer) = open.last() {
            self.nested.push((outer.clone(), name.clone()));
        }
        if name == "bdi" {
            self.own.push(String::new());
        }
        if !tag.self_closing && !["meta", "br", "img"].contains(&name.as_str()) {
            open.push(name);
        }
    }

    fn string(&mut self, text: &str, inside: Option<&String>) {
        match inside.map(String::as_str) {
            Some("style") => self.style.push_str(text),
            Some("template") => {}
            Some("title") => self.title.push_str(text),
            Some("bdi") => {
                self.own.last_mut().unwrap().push_str(text);
                self.text.push_str(text);
            }
            _ => self.text.push_str(text),
        }
    }
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
