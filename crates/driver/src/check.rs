//! Checking: what [`translate`](crate::translate()) says of many files, without their Rust.
//!
//! The files are independent of each other and are checked on all cores. One that this compiler has seen before is not
//! looked at again (`checked.rs`).

use portalis_diag::{Diagnostic, Severity};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::checked::{Checked, Found};
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
    let checked = Checked::load(sources, host);
    let check_all = || sources.par_iter().map(|source| check_one(source, &checked)).collect();
    // The threads live for all files: what one file leaves behind in memory, the next takes up.
    let (results, found): (Vec<_>, Vec<_>) = match ThreadPoolBuilder::new().stack_size(STACK).build() {
        Ok(threads) => threads.install(check_all),
        Err(error) => {
            let fault = CompileError::Internal(format!("no threads for the passes: {error}"));
            return sources.iter().map(|_| Err(fault.clone())).collect();
        }
    };
    checked.store(found.iter().flatten(), host);
    results
}

fn check_one(source: &Source, checked: &Checked) -> (Result<Vec<Diagnostic>, CompileError>, Option<Found>) {
    let find = || {
        let options = Options { path: source.path.clone(), ..Options::default() };
        match diagnose(&source.text, &options) {
            Err(CompileError::Program(diagnostics)) => Ok(diagnostics),
            other => other,
        }
    };
    match checked.of(&source.text, find) {
        Err(error) => (Err(error), None),
        Ok((diagnostics, found)) => {
            let is_refused = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
            (if is_refused { Err(CompileError::Program(diagnostics)) } else { Ok(diagnostics) }, found)
        }
    }
}
