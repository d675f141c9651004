//! The block to sign: who stands for which part of the decision.

/// The parts that somebody signs for.
pub const PARTS: [&str; 4] = [
    "The answers are what the business wants",
    "The facts were checked with Microsoft's documentation",
    "The gaps and the conditions are known and accepted",
    "The decision",
];

/// What a signature consists of.
pub const COLUMNS: [&str; 3] = ["Name", "Date", "Signature"];
