//! A host whose cache ends with the run, but for the runtime, which is the user's: nobody builds a batch twice.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use portalis::{Command, Host, Lock, Output, Progress, SystemHost};

/// The machine, with its cache in a temporary directory.
pub(crate) struct Scratch {
    system: SystemHost,
    cache: tempfile::TempDir,
}

impl Scratch {
    pub(crate) fn new() -> Result<Self, String> {
        let system = SystemHost::new();
        let cache = tempfile::tempdir().map_err(|error| error.to_string())?;
        let runtime = system.cache_directory().join("runtime");
        std::fs::create_dir_all(&runtime).map_err(|error| format!("{}: {error}", runtime.display()))?;
        #[cfg(unix)]
        std::os::unix::fs::symlink(&runtime, cache.path().join("runtime"))
            .map_err(|error| error.to_string())?;
        Ok(Scratch { system, cache })
    }
}

impl Host for Scratch {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.system.read(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.system.write(path, bytes)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.system.remove(path)
    }

    fn stamp(&self, path: &Path) -> Option<String> {
        self.system.stamp(path)
    }

    fn find_program(&self, name: &str) -> Option<PathBuf> {
        self.system.find_program(name)
    }

    fn env(&self, name: &str) -> Option<OsString> {
        self.system.env(name)
    }

    fn cache_directory(&self) -> PathBuf {
        self.cache.path().to_owned()
    }

    fn run(&self, command: &Command) -> io::Result<Output> {
        self.system.run(command)
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>> {
        self.system.lock(path)
    }

    fn now(&self) -> Duration {
        self.system.now()
    }

    fn progress(&self, progress: Progress<'_>) {
        self.system.progress(progress);
    }
}
