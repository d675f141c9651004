//! Names that a system keeps for itself.

/// What Windows takes for devices, whatever the ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Whether a name in small letters is that of a device on Windows: three letters, and for ports a digit.
pub(crate) fn is_device(stem: &str) -> bool {
    let (name, port) = stem.split_at(stem.floor_char_boundary(3));
    let is_port = port.chars().count() == 1 && port.chars().all(|letter| matches!(letter, '0'..='9' | '¹' | '²' | '³'));
    DEVICES.contains(&name) && if matches!(name, "com" | "lpt") { is_port } else { port.is_empty() }
}
