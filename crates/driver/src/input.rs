//! Bytes of a file → text of a program.

use portalis_diag::{Diagnostic, Sink};

/// The bytes are no text: diagnostics, and the text as far as it can be shown.
#[derive(Clone, Debug)]
pub struct InputError {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// For quoting.
    pub shown: String,
}

/// Decodes a Python file as CPython does: UTF-8, or what its coding comment says.
///
/// # Errors
/// [`InputError`] for bytes in no known encoding, and for files past every sensible size.
pub fn decode(bytes: &[u8]) -> Result<String, InputError> {
    let mut sink = Sink::new();
    match portalis_frontend_py::decode(bytes, &mut sink) {
        Some(source) => Ok(source),
        None => Err(InputError { diagnostics: sink.into_report(), shown: shown(bytes) }),
    }
}

/// The text up to the first bad byte and the rest of that line, so that spans of the diagnostics fit it.
fn shown(bytes: &[u8]) -> String {
    const MOST: usize = 1 << 20;
    let head = &bytes[..bytes.len().min(MOST)];
    // One character a byte keeps byte offsets, and what is no text reads `?`.
    head.iter().map(|&byte| if byte.is_ascii() { char::from(byte) } else { '?' }).collect()
}
