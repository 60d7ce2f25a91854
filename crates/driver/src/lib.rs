//! Portalis: Python to Rust, and that Rust to WebAssembly.
//!
//! [`translate()`] is a function of values: Python text to Rust text. [`compile()`] goes the whole way; what it needs of the
//! outside (files, processes, environment, clock) goes through a [`Host`]. The command `portalisc` is built on both.
//!
//! ```no_run
//! let options = portalis::Options { path: "hello.py".to_owned(), ..portalis::Options::default() };
//! let artifacts = portalis::compile("print('hello')\n", &options, &portalis::SystemHost::new())?;
//! std::fs::write("hello.wasm", artifacts.output).expect("a writable directory");
//! # Ok::<(), portalis::CompileError>(())
//! ```

mod build;
mod check;
mod checked;
mod compile;
mod error;
mod host;
mod input;
mod library;
mod manager;
mod options;
mod pipeline;
mod reveal;
mod system;
mod translate;
mod wasm;
mod widening;

pub use check::{Source, check};
pub use compile::{Artifacts, build_rust, compile, lint_rust};
pub use error::{CompileError, Outside, RustError};
pub use host::{Command, Host, Lock, Output, Progress};
pub use input::{InputError, decode};
pub use manager::{Dump, Timing};
pub use options::{CrateKind, OptLevel, Options, Ownership, Target};
pub use pipeline::PASSES;
pub use portalis_diag as diag;
pub use portalis_hir::IntMode;
pub use reveal::Revealed;
pub use system::SystemHost;
pub use translate::{Translation, translate, translate_with_host};
pub use widening::{Widening, widen, widened_lines};

/// The compiler's version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
