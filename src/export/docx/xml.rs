//! What every part of a package begins with, and what several of them name.

/// The first line of every part.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The name space of drawings.
pub(super) const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
