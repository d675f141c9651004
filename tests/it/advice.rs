//! The method against brute force: what is computed cleverly must equal what is enumerated stupidly.

mod definitions;
mod enumerate;
mod firmness;
mod fits;
mod proofs;
mod sentences;
mod settings;
mod splits;
mod sums;
