//! The parts of the advice in words, one file each: its data, made from a verdict, and its section of the document.

pub mod arguments;
pub mod changes;
pub mod conditions;
pub mod contradictions;
pub mod counts;
pub mod decision;
pub mod division;
pub mod drivers;
pub mod find_out;
pub mod firmness;
pub mod gaps;
pub mod gone;
pub mod header;
pub mod life_cycle;
pub mod method;
pub mod next_steps;
pub mod notes;
pub mod register;
pub mod sign_off;
pub mod standings;
pub mod timeline;
pub mod traceability;
pub mod what_if;
pub mod why_asked;
pub mod why_not;
