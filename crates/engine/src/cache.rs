//! Machine code between runs: `HASH-ENGINE.cwasm` in the cache directory.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

use wasmtime::Module;

use crate::{Engine, EngineError, reason};

impl Engine {
    /// The module, from the cache where it is there.
    pub(crate) fn module(&self, wasm: &[u8]) -> Result<Module, EngineError> {
        let Some(directory) = &self.options.cache else {
            return Module::new(&self.inner, wasm).map_err(|error| EngineError::Module(reason(&error)));
        };
        let path = directory.join(self.file_name(wasm));
        if let Some(module) = self.load(&path) {
            return Ok(module);
        }
        let module = Module::new(&self.inner, wasm).map_err(|error| EngineError::Module(reason(&error)))?;
        // A cache that cannot be written costs time on the next run and nothing else.
        if let Ok(code) = module.serialize() {
            let _ = store(&path, &code);
        }
        Ok(module)
    }

    #[expect(unsafe_code, reason = "machine code is loaded as it was stored")]
    fn load(&self, path: &Path) -> Option<Module> {
        if !path.is_file() {
            return None;
        }
        // SAFETY: the file was written by `store`, whole or not at all, into a directory that belongs to the user who
        // runs us, as our own executable does; wasmtime checks version and settings.
        unsafe { Module::deserialize_file(&self.inner, path) }.ok()
    }

    /// Two independent 64-bit hashes of the bytes, and one of what makes machine code compatible.
    fn file_name(&self, wasm: &[u8]) -> String {
        let hash = |seed: u8| {
            let mut hasher = DefaultHasher::new();
            (seed, wasm).hash(&mut hasher);
            hasher.finish()
        };
        let mut engine = DefaultHasher::new();
        self.inner.precompile_compatibility_hash().hash(&mut engine);
        format!("{:016x}{:016x}-{:016x}.cwasm", hash(0), hash(1), engine.finish())
    }
}

/// Writes the file whole or not at all.
fn store(path: &Path, code: &[u8]) -> std::io::Result<()> {
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory)?;
    }
    let unfinished = path.with_extension(format!("{}.tmp", std::process::id()));
    fs::write(&unfinished, code)?;
    fs::rename(&unfinished, path).inspect_err(|_| {
        let _ = fs::remove_file(&unfinished);
    })
}
