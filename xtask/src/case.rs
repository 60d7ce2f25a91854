//! Golden files: `golden/<area>/<feature>.py` and what lies beside it.
//!
//! `.snap` is the accepted translation, `.args` holds arguments (one a line), `.stdin` standard input, `.int` the word of
//! `--int`, `.trap` a part of the message of a documented trap. Other files `<feature>.*` are data: the program finds them where it runs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use portalis::IntMode;

use crate::root;

/// A golden file.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// `operators/floor_div`.
    pub(crate) name: String,
    /// The Python file.
    pub(crate) path: PathBuf,
}

impl Case {
    /// The file of that ending beside it.
    pub(crate) fn beside(&self, extension: &str) -> PathBuf {
        self.path.with_extension(extension)
    }

    /// The file's own name: `floor_div.py`.
    pub(crate) fn file_name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// How wide its integers are: what `.int` says.
    pub(crate) fn int_mode(&self) -> Result<IntMode, String> {
        let path = self.beside("int");
        if !path.exists() {
            return Ok(IntMode::Auto);
        }
        let word = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        word.trim().parse()
    }

    /// The program.
    pub(crate) fn source(&self) -> Result<String, String> {
        fs::read_to_string(&self.path).map_err(|error| format!("{}: {error}", self.path.display()))
    }
}

/// The golden files whose names contain `filter`, by name, and snapshots that belong to none.
pub(crate) fn find(filter: &str) -> Result<(Vec<Case>, Vec<PathBuf>), String> {
    let directory = root().join("golden");
    let mut files = Vec::new();
    walk(&directory, &mut files).map_err(|error| format!("{}: {error}", directory.display()))?;
    files.sort();
    let mut cases = Vec::new();
    for path in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "py")) {
        let name = path.strip_prefix(&directory).unwrap_or(path).with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        if name.contains(filter) {
            cases.push(Case { name, path: path.clone() });
        }
    }
    let is_orphan = |path: &&PathBuf| {
        path.extension().is_some_and(|extension| extension == "snap") && !path.with_extension("py").exists()
    };
    let orphans = files.iter().filter(is_orphan).cloned().collect();
    Ok((cases, orphans))
}

fn walk(directory: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}
