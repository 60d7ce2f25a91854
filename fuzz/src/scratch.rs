//! A cache that ends with the run, but for the runtime, which is the user's: nobody builds a batch twice.

use portalis::{Host, SystemHost};
use tempfile::TempDir;

/// The machine, which keeps its things in the directory, as long as that is there.
pub(crate) fn scratch() -> Result<(SystemHost, TempDir), String> {
    let system = SystemHost::new();
    let cache = tempfile::tempdir().map_err(|error| error.to_string())?;
    let runtime = system.cache_directory().join("runtime");
    std::fs::create_dir_all(&runtime).map_err(|error| format!("{}: {error}", runtime.display()))?;
    #[cfg(unix)]
    std::os::unix::fs::symlink(&runtime, cache.path().join("runtime")).map_err(|error| error.to_string())?;
    Ok((system.with_cache(cache.path()), cache))
}
