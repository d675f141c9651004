//! The real program in a pseudo-terminal, read as a terminal reads it.

mod endings;
mod idle;
mod interview;
mod kept;
mod replies;
mod window;
