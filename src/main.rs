//! The `journey-advisor` program.

fn main() {}
