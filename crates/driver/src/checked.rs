//! What earlier checks found: a file of the cache per set of files that are checked together.
//!
//! ```text
//! 0f3c…  [{"code":"PT0301", …}]        a line per file: the hash of its text, its diagnostics as JSON
//! ```
//!
//! One file, and not one per module: to make a thousand files takes longer than to check them.

use std::collections::HashMap;
use std::path::PathBuf;

use portalis_diag::Diagnostic;

use crate::build::entry::BUILD_ID;
use crate::build::hash;
use crate::check::Source;
use crate::host::Host;

/// The diagnostics of files, by the hash of their text.
pub(crate) struct Checked {
    path: PathBuf,
    kept: HashMap<String, String>,
}

/// What one file was found to say, as it is kept.
pub(crate) struct Found {
    key: String,
    json: String,
    is_new: bool,
}

impl Checked {
    /// What this build of the compiler has found in `sources` before.
    pub(crate) fn load(sources: &[Source], host: &dyn Host) -> Self {
        let parts = std::iter::once(BUILD_ID).chain(sources.iter().map(|source| source.path.as_str()));
        let name = hash(&parts.map(str::as_bytes).collect::<Vec<_>>());
        let path = host.cache_directory().join("checked").join(name);
        let text = host.read(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        let line = |line: &str| line.split_once(' ').map(|(key, json)| (key.to_owned(), json.to_owned()));
        Checked { path, kept: text.lines().filter_map(line).collect() }
    }

    /// The diagnostics of `text`: those that are kept, or what `find` gives.
    ///
    /// # Errors
    /// Those of `find`. They are not kept.
    pub(crate) fn of<E>(
        &self,
        text: &str,
        find: impl FnOnce() -> Result<Vec<Diagnostic>, E>,
    ) -> Result<(Vec<Diagnostic>, Option<Found>), E> {
        let key = hash(&[text.as_bytes()]);
        if let Some(json) = self.kept.get(&key)
            && let Ok(known) = serde_json::from_str(json)
        {
            return Ok((known, Some(Found { key, json: json.clone(), is_new: false })));
        }
        let found = find()?;
        let json = serde_json::to_string(&found).ok();
        Ok((found, json.map(|json| Found { key, json, is_new: true })))
    }

    /// Keeps what was found for the next check. A cache that cannot be written is no error: nothing is kept then.
    pub(crate) fn store<'a>(&self, all: impl Iterator<Item = &'a Found> + Clone, host: &dyn Host) {
        if all.clone().any(|found| found.is_new) {
            let text: String = all.map(|found| format!("{} {}\n", found.key, found.json)).collect();
            let _ = host.write(&self.path, text.as_bytes());
        }
    }
}
