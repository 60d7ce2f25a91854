//! Checking: what [`translate`](crate::translate()) says of many files, without their Rust.
//!
//! The files are independent of each other and are checked on all cores. One that this compiler has seen before is not
//! looked at again: the cache directory has its diagnostics, as JSON, under the hash of its text.

use portalis_diag::{Diagnostic, Severity};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::build::entry::BUILD_ID;
use crate::build::hash;
use crate::error::CompileError;
use crate::host::Host;
use crate::options::Options;
use crate::translate::{STACK, diagnose};

/// A file to check.
#[derive(Clone, Debug)]
pub struct Source {
    /// How messages call it.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Checks `sources`; gives the warnings of each, or why it is refused, in their order.
///
/// # Errors
/// Per file, as [`translate`](crate::translate()). A cache that cannot be written is no error: nothing is kept then.
pub fn check(sources: &[Source], host: &dyn Host) -> Vec<Result<Vec<Diagnostic>, CompileError>> {
    let check_all = || sources.par_iter().map(|source| check_one(source, host)).collect();
    // The threads live for all files: what one file leaves behind in memory, the next takes up.
    match ThreadPoolBuilder::new().stack_size(STACK).build() {
        Ok(threads) => threads.install(check_all),
        Err(error) => {
            let fault = CompileError::Internal(format!("no threads for the passes: {error}"));
            sources.iter().map(|_| Err(fault.clone())).collect()
        }
    }
}

fn check_one(source: &Source, host: &dyn Host) -> Result<Vec<Diagnostic>, CompileError> {
    let key = hash(&[BUILD_ID, &source.text].map(str::as_bytes));
    let kept = host.cache_directory().join("checked").join(key);
    let known = host.read(&kept).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let diagnostics: Vec<Diagnostic> = match known {
        Some(known) => known,
        None => {
            let options = Options { path: source.path.clone(), ..Options::default() };
            let found = match diagnose(&source.text, &options) {
                Ok(warnings) => warnings,
                Err(CompileError::Program(diagnostics)) => diagnostics,
                Err(error) => return Err(error),
            };
            if let Ok(bytes) = serde_json::to_vec(&found) {
                let _ = host.write(&kept, &bytes);
            }
            found
        }
    };
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Err(CompileError::Program(diagnostics));
    }
    Ok(diagnostics)
}
