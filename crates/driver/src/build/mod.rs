//! From emitted Rust to a finished file: toolchain, runtime, rustc, and the cache around them.

pub(crate) mod entry;
pub(crate) mod runtime;
pub(crate) mod rustc;
pub(crate) mod toolchain;

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::Outside;
use crate::host::{Command, Host, Output};

/// A hash of the parts, 32 hexadecimal digits. Their borders count.
pub(crate) fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hex(&hasher.finalize()[..16])
}

/// Hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes a file through the host.
pub(crate) fn write(host: &dyn Host, path: &Path, bytes: &[u8]) -> Result<(), Outside> {
    host.write(path, bytes).map_err(|error| file_error("cannot write", path, &error))
}

/// Reads a file through the host.
pub(crate) fn read(host: &dyn Host, path: &Path) -> Result<Vec<u8>, Outside> {
    host.read(path).map_err(|error| file_error("cannot read", path, &error))
}

/// Runs a process through the host.
pub(crate) fn run(host: &dyn Host, command: &Command) -> Result<Output, Outside> {
    host.run(command).map_err(|error| Outside::Process {
        program: command.program.display().to_string(),
        reason: error.to_string(),
    })
}

pub(crate) fn file_error(action: &'static str, path: &Path, error: &io::Error) -> Outside {
    Outside::File { action, path: path.to_owned(), reason: error.to_string() }
}
