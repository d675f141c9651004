//! What the app makes of the shell's answers.

use crate::export::brand::Logo;
use crate::model::answers::Answers;
use crate::theme::Variant;

use super::action::Action;
use super::effect::{Effect, Reply};
use super::popup::confirm::Confirm;
use super::preference::PreferenceName;
use super::screen::export::size_words;
use super::{App, Message, Opened, Saved, Screen};

impl App<'_> {
    pub(super) fn hear(&mut self, reply: Reply) {
        match reply {
            Reply::Saved { revision } if revision == self.cx.plan.revision() => self.cx.saved = Saved::Yes,
            Reply::Saved { .. } => {}
            Reply::NotSaved { reason } => self.not_saved(reason),
            Reply::FoundForeign { name, answers } => self.found_foreign(&name, answers),
            Reply::NoLocks => self.cx.mention("This disk knows no locks: open a plan in one window at a time."),
            Reply::Opened(opened) => {
                self.turn_to(*opened);
                self.begin_tour();
            }
            Reply::TakenOver(opened) => self.take_over(*opened),
            Reply::Others(others) => self.cx.others = others,
            Reply::PutAside { number, name, others } => {
                self.cx.aside.push(number);
                self.cx.others = others;
                let key = self.cx.key_of(Action::Undo);
                self.cx.say(format!("Off the list; kept as {name}. {key} brings it back."));
            }
            Reply::Refused { reason } => {
                self.cx.is_opening = false;
                self.cx.complain(format!("Not done: {reason}"));
            }
            Reply::Exported { path, size } => self.exported(path, size_words(size)),
            Reply::Exists { path } => self.ask_to_replace(path),
            Reply::NotExported { reason } => {
                self.cx.writing = None;
                self.cx.complain(format!("Not written: {reason}"));
            }
            Reply::Preferred { path } => self.cx.say(format!("Kept for every plan in {path}")),
            Reply::NotPreferred { reason } => self.cx.complain(format!("It stays for this session only: {reason}.")),
            Reply::TextRead(text) => self.screens.brief.receive(&mut self.cx, Ok(text)),
            Reply::TextNotRead { reason } => self.screens.brief.receive(&mut self.cx, Err(reason)),
            Reply::LogoRead(logo) => self.write_with(logo),
            Reply::LogoNotRead { reason } => self.cx.complain(format!("Not written: {reason}")),
            Reply::Copied => {
                self.cx.say("Sent to the terminal's clipboard. If it is not there, write a file with export.");
            }
            Reply::NotCopied { reason } => self.cx.complain(format!("Not copied: {reason}")),
            Reply::Launched { opener } => self.cx.say(format!("Handed to {opener}.")),
            Reply::NotLaunched { reason } => self.cx.complain(format!("Not opened: {reason}")),
            Reply::Ground { is_light } => self.follow_ground(is_light),
        }
    }

    /// Says where what another program made of the plan is kept, and how the two are compared.
    fn found_foreign(&mut self, name: &str, answers: Option<Box<Answers>>) {
        let key = self.cx.key_of(Action::Changes);
        let compare = if answers.is_some() { format!(" {key} compares.") } else { String::new() };
        self.cx.complain(format!("Changed by another program; kept as {name}.{compare}"));
        self.cx.foreign = answers;
    }

    /// Says where a document, or the answers, went.
    fn exported(&mut self, path: String, size: String) {
        if let Some(revision) = self.cx.writing.take().and_then(|writing| writing.answers_of) {
            self.cx.say(format!("Written to {path}, {size}."));
            self.cx.saved_elsewhere = Some((revision, path));
            return;
        }
        let open = format!(" {} opens it.", self.cx.key_of(Action::OpenDocument));
        let open = if self.screen() == Screen::Export { open.as_str() } else { "" };
        self.cx.say(format!("Written to {path}, {size}.{open}"));
        self.screens.export.written = Some((path, size));
    }

    /// Goes on with a plan that another window had, where this one is in it.
    fn take_over(&mut self, opened: Opened) {
        let is_begun = self.screen() != Screen::Start;
        let bookmark = Some(self.place());
        self.turn_to(Opened { bookmark, ..opened });
        if !is_begun {
            self.go(Screen::Start);
        }
        if !self.cx.message.as_ref().is_some_and(Message::is_problem) {
            self.cx.say("The other window has ended. The plan can be changed here now.");
        }
    }

    /// Asks where the document with that logo is to go, unless the person has gone elsewhere meanwhile.
    fn write_with(&mut self, logo: Logo) {
        if self.screen() == Screen::Export && self.popup.is_none() {
            self.popup = Some(self.screens.export.where_to(&self.cx, Some(logo)).into());
        }
    }

    /// Says once how the answers can be kept all the same.
    fn not_saved(&mut self, reason: String) {
        if !matches!(self.cx.saved, Saved::No(_)) {
            let key = self.cx.key_of(Action::SaveElsewhere);
            self.cx.complain(format!("Nothing is saved now. {key} writes the answers elsewhere."));
        }
        self.cx.saved = Saved::No(reason);
    }

    fn ask_to_replace(&mut self, path: String) {
        if let Some(writing) = &self.cx.writing {
            let question = format!("{path} is there already. Write over it?");
            let yes = Effect::Export { path, bytes: writing.bytes.clone(), replace: true };
            self.popup = Some(Confirm { question, yes }.into());
        }
    }

    /// Takes the theme that is set for a light or dark ground, if the theme was not chosen.
    fn follow_ground(&mut self, is_light: bool) {
        let (set, name) = match (is_light, self.cx.look.theme.variant) {
            (true, Variant::Dark) => (PreferenceName::LightTheme, "default-light"),
            (false, Variant::Light) => (PreferenceName::DarkTheme, "default-dark"),
            _ => return,
        };
        let look = &mut self.cx.look;
        let mut names = self.cx.preferences.get(set).into_iter().chain([name]);
        if let Some(theme) = names.find_map(|name| look.catalogue.sound(name)) {
            look.theme = theme.at_depth(look.depth);
        }
    }
}
