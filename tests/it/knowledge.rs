//! Knowledge bases: the embedded one is true to its rules, and broken ones are explained.

mod embedded;
mod faults;
mod periods;
mod together;
mod workarounds;
