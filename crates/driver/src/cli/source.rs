//! Reading the file that a command names.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use portalis::decode;

use super::report::{Failed, Reporter};

/// Bytes of a file, or of standard input for `-`.
pub(crate) fn read_bytes(path: &Path, reporter: &Reporter) -> Result<Vec<u8>, Failed> {
    let read = if is_stdin(path) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else if path.is_dir() {
        Err(io::Error::other("it is a directory"))
    } else {
        fs::read(path)
    };
    read.map_err(|error| {
        let help = path.is_dir().then_some("`portalisc check` takes directories");
        reporter.error(&format!("cannot read `{}`: {error}", path.display()), help);
        Failed::Usage
    })
}

/// The text of a Python file.
pub(crate) fn decode_source(bytes: &[u8], path: &str, reporter: &Reporter) -> Result<String, Failed> {
    if bytes.starts_with(b"\0asm") {
        reporter.error(
            &format!("`{path}` is a WebAssembly module, not Python"),
            Some("`portalisc run` runs modules"),
        );
        return Err(Failed::Usage);
    }
    decode(bytes).map_err(|error| {
        reporter.diagnostics(&error.diagnostics, &error.shown, path);
        Failed::Refused
    })
}

/// Whether the path means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What diagnostics call the file.
pub(crate) fn shown(path: &Path) -> String {
    if is_stdin(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}
