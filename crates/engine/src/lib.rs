//! The WebAssembly runtime that `portalisc run` embeds.
//!
//! In: bytes of a module. Out: what it printed and the status that the process should end with. WASI preview 1 is
//! there; nothing else is. Machine code is cached by content, so that the second start of a module compiles nothing.
//! A trap (stack overflow, unreachable code, memory out of bounds) is status 70, as the traps of the runtime are.

mod cache;
mod invoke;
mod run;
mod tee;

use std::path::PathBuf;
use std::time::Duration;

pub use invoke::{Scalar, ScalarType};
pub use run::{Finished, Invocation, Stdio};

/// The status of a trap: neither 1 (an uncaught exception) nor 2 (usage).
pub const TRAP_STATUS: i32 = 70;

/// Native stack that WASM code may use, in bytes: deep Python recursion is deep recursion of the module.
const WASM_STACK: usize = 1 << 30;

/// What the host needs of the stack besides the module, in bytes.
const HOST_STACK: usize = 4 << 20;

/// What can go wrong outside the program.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The bytes are no module that this engine takes.
    #[error("not a WebAssembly module that can run here: {0}")]
    Module(String),
    /// The module asks for something that is not there.
    #[error("the module cannot be linked: {0}")]
    Link(String),
    /// A directory could not be opened for the module.
    #[error("directory `{}` cannot be opened: {reason}", path.display())]
    Directory {
        /// The directory.
        path: PathBuf,
        /// The reason.
        reason: String,
    },
    /// There is no such exported function, or it does not take these arguments.
    #[error("{0}")]
    Call(String),
    /// The thread that runs the module could not be started.
    #[error("no thread for the module: {0}")]
    Thread(#[from] std::io::Error),
}

/// How to run modules.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where machine code is kept between runs; `None` keeps none.
    pub cache: Option<PathBuf>,
    /// Ends a module with status 124 that runs longer. Makes its code a little slower.
    pub timeout: Option<Duration>,
}

/// An engine: the compiler of WASM to machine code, with its settings.
pub struct Engine {
    inner: wasmtime::Engine,
    options: Options,
}

impl Engine {
    /// An engine.
    ///
    /// # Errors
    /// [`EngineError::Module`] where this machine is none that machine code can be made for.
    pub fn new(options: Options) -> Result<Self, EngineError> {
        let mut config = wasmtime::Config::new();
        config.max_wasm_stack(WASM_STACK);
        // Nothing here is asynchronous; wasmtime insists that its size fits all the same.
        config.async_stack_size(WASM_STACK + HOST_STACK);
        config.cranelift_opt_level(wasmtime::OptLevel::Speed);
        config.epoch_interruption(options.timeout.is_some());
        let inner = wasmtime::Engine::new(&config).map_err(|error| EngineError::Module(reason(&error)))?;
        Ok(Engine { inner, options })
    }

    /// Whether the module is a command: it has a `_start`.
    ///
    /// # Errors
    /// [`EngineError::Module`].
    pub fn is_command(&self, wasm: &[u8]) -> Result<bool, EngineError> {
        Ok(self.module(wasm)?.get_export("_start").is_some())
    }
}

/// An error and its causes on one line.
fn reason(error: &wasmtime::Error) -> String {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    causes.join(": ")
}
