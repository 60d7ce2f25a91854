//! Checking: what [`translate`](crate::translate()) says of many files, without their Rust.
//!
//! The files are independent of each other and are checked on all cores. One that this compiler found clean before is not
//! looked at again: the cache directory has an empty file under the hash of its text.

use portalis_diag::Diagnostic;
use rayon::prelude::*;

use crate::build::entry::BUILD_ID;
use crate::build::hash;
use crate::error::CompileError;
use crate::host::Host;
use crate::options::Options;
use crate::translate::translate;

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
/// A cache that cannot be written is no error: nothing is kept then.
pub fn check(sources: &[Source], host: &dyn Host) -> Vec<Result<Vec<Diagnostic>, CompileError>> {
    sources.par_iter().map(|source| check_one(source, host)).collect()
}

fn check_one(source: &Source, host: &dyn Host) -> Result<Vec<Diagnostic>, CompileError> {
    let options = Options { path: source.path.clone(), ..Options::default() };
    let key = hash(&[BUILD_ID, &source.text].map(str::as_bytes));
    let mark = host.cache_directory().join("checked").join(key);
    if host.read(&mark).is_ok() {
        return Ok(Vec::new());
    }
    let diagnostics = translate(&source.text, &options)?.diagnostics;
    if diagnostics.is_empty() {
        let _ = host.write(&mark, &[]);
    }
    Ok(diagnostics)
}
