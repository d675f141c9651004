//! What the program is made of, for those who get it built: `materials licences TARGET` prints the licence texts of every package
//! in it, `materials sbom TARGET` a bill of materials in the form of `CycloneDX`.

#![expect(clippy::disallowed_methods, reason = "a tool of the release reads the files and arguments that it is about")]

mod bill;
mod licences;
mod packages;

use std::io::Write as _;
use std::process::ExitCode;

const USAGE: &str =
    "materials licences TARGET, or materials sbom TARGET; a target is such as x86_64-unknown-linux-musl";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let text = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["licences", target] => {
            packages::Materials::of(target).and_then(|materials| licences::text(&materials, target))
        }
        ["sbom", target] => packages::Materials::of(target).map(|materials| bill::text(&materials)),
        _ => Err(format!("usage: {USAGE}")),
    };
    let written = text.and_then(|text| std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where even that fails there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}
