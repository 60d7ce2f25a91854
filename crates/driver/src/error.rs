//! Why there is no output.

use std::path::PathBuf;

use portalis_diag::Diagnostic;

/// Why a compilation ended without output.
#[derive(Clone, Debug, thiserror::Error)]
pub enum CompileError {
    /// The program is refused: the diagnostics say where and why.
    #[error("the program is refused: {} diagnostics", .0.len())]
    Program(Vec<Diagnostic>),
    /// Our own bug.
    #[error("internal error: {0}")]
    Internal(String),
    /// The Rust that we emitted does not compile: our own bug too.
    #[error("internal error: emitted Rust did not compile")]
    Rust(RustError),
    /// Something outside is missing or broken.
    #[error(transparent)]
    Outside(#[from] Outside),
}

/// What rustc said about Rust of ours.
#[derive(Clone, Debug)]
pub struct RustError {
    /// Where the file was kept.
    pub file: PathBuf,
    /// rustc's own report.
    pub report: String,
    /// Lines of the Python file that the errors come from, from one.
    pub python_lines: Vec<u32>,
}

/// What is missing or broken outside.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Outside {
    /// There is no Rust toolchain.
    #[error("no Rust toolchain: `{program}` could not be started ({reason})")]
    NoToolchain {
        /// What was tried.
        program: String,
        /// What the system said.
        reason: String,
    },
    /// The toolchain cannot build for the target.
    #[error("the Rust toolchain has no standard library for {target}")]
    NoTarget {
        /// The target.
        target: String,
    },
    /// The runtime could not be built.
    #[error("the runtime could not be built\n{report}")]
    Runtime {
        /// What cargo said.
        report: String,
    },
    /// A file could not be read or written.
    #[error("{action} `{}`: {reason}", path.display())]
    File {
        /// What was to be done: `cannot write`.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A process could not be started.
    #[error("cannot run `{program}`: {reason}")]
    Process {
        /// The program.
        program: String,
        /// What the system said.
        reason: String,
    },
}

impl Outside {
    /// What to type to cure it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self {
            Outside::NoToolchain { .. } => {
                Some("install Rust from https://rustup.rs, or set RUSTC to a compiler".to_owned())
            }
            Outside::NoTarget { target } => Some(format!("type: rustup target add {target}")),
            Outside::Runtime { .. } | Outside::File { .. } | Outside::Process { .. } => None,
        }
    }
}
