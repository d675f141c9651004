//! journey-advisor: does real-time or outbound marketing carry a planned journey, by the facts of which day, and why.
//!
//! ```text
//! knowledge/*.toml --load, check--> KnowledgeBase --at(date)--> Facts --+
//!                                        |                              +--> assess(&Facts, &Answers) -> Verdict --> Report --> screen | export
//! key --keymap--> Action --update--> Answers (App) ---------------------+
//!                            `--> Vec<Effect> --> shell performs (write, copy, open, quit) --> Action
//! ```
//!
//! Each layer may use those before it, never those after it; a test holds that.
//! The core, up to `theme`, does no I/O and reads neither clock nor environment.

pub mod model;

pub mod diagnostic;

pub mod knowledge;

pub mod embedded;

pub mod advise;

pub mod answers;

pub mod search;

pub mod brief;

pub mod report;

pub mod export;

pub mod theme;

pub mod app;

pub mod ui;

pub mod plain;

pub mod shell;
