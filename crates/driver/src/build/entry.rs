//! An entry of the cache of outputs: a directory named by the hash of everything that decides what lies in it.
//!
//! `main.rs` is the emitted Rust, `output` the module or executable, `meta.json` comes last and makes it valid.

use std::path::{Path, PathBuf};

use crate::build::{file_error, hash, write};
use crate::error::Outside;
use crate::host::{Host, Lock};
use crate::options::Options;

/// Names the compiler that this is.
pub(crate) const BUILD_ID: &str = env!("PORTALIS_BUILD_ID");

/// A finished output.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    /// The module or executable.
    pub(crate) output: Vec<u8>,
    /// The emitted Rust.
    pub(crate) rust: String,
    /// Whether it is a program.
    pub(crate) is_program: bool,
    /// Whether translating it gave warnings.
    pub(crate) has_warnings: bool,
    /// What rustc warned of.
    pub(crate) rustc_warnings: String,
    /// What rustc said of the Rust with owned lists, where that did not compile.
    pub(crate) demotion: String,
}

/// The place of an output.
pub(crate) struct Entry {
    directory: PathBuf,
}

impl Entry {
    /// The entry for `source` under `options`, built by the toolchain of that version.
    pub(crate) fn new(host: &dyn Host, source: &str, options: &Options, toolchain: &str) -> Self {
        let fingerprint = options.fingerprint();
        let runtime = env!("PORTALIS_RUNTIME_ID");
        let parts = [BUILD_ID, runtime, toolchain, &fingerprint, source];
        let key = hash(&parts.map(str::as_bytes));
        Entry { directory: host.cache_directory().join("outputs").join(key) }
    }

    /// Where it lies.
    pub(crate) fn directory(&self) -> &Path {
        &self.directory
    }

    /// What is stored.
    pub(crate) fn load(&self, host: &dyn Host) -> Option<Stored> {
        let meta: serde_json::Value =
            serde_json::from_slice(&host.read(&self.directory.join("meta.json")).ok()?).ok()?;
        Some(Stored {
            output: host.read(&self.directory.join("output")).ok()?,
            rust: String::from_utf8(host.read(&self.directory.join("main.rs")).ok()?).ok()?,
            is_program: meta["is_program"].as_bool()?,
            has_warnings: meta["has_warnings"].as_bool()?,
            rustc_warnings: meta["rustc_warnings"].as_str()?.to_owned(),
            demotion: meta["demotion"].as_str()?.to_owned(),
        })
    }

    /// Stores an output whose Rust lies there already.
    pub(crate) fn store(&self, host: &dyn Host, stored: &Stored) -> Result<(), Outside> {
        write(host, &self.directory.join("output"), &stored.output)?;
        let meta = serde_json::json!({
            "is_program": stored.is_program, "has_warnings": stored.has_warnings,
            "rustc_warnings": stored.rustc_warnings, "demotion": stored.demotion,
        });
        write(host, &self.directory.join("meta.json"), meta.to_string().as_bytes())
    }

    /// Keeps others from building it at the same time.
    pub(crate) fn lock(&self, host: &dyn Host) -> Result<Box<dyn Lock>, Outside> {
        let path = self.directory.join("lock");
        host.lock(&path).map_err(|error| file_error("cannot lock", &path, &error))
    }
}
