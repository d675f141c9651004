//! The decision paper: what stands on its pages, and that it keeps its limits for every plan.

mod tiles;
