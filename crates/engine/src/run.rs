//! Running a command.

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use wasmtime::{Linker, Module, Store, Trap};
use wasmtime_wasi::p1::{self, WasiP1Ctx};
use wasmtime_wasi::p2::pipe::{MemoryInputPipe, MemoryOutputPipe};
use wasmtime_wasi::{FsPerms, I32Exit, WasiCtxBuilder};

use crate::tee::Tee;
use crate::{Engine, EngineError, HOST_STACK, TRAP_STATUS, WASM_STACK, reason};

/// The most that is kept of captured output, in bytes.
const CAPTURE: usize = 1 << 30;

/// The status of a module that ran out of time, as of `timeout(1)`.
const TIMEOUT_STATUS: i32 = 124;

/// Where the standard streams of the module come from and go to.
#[derive(Clone, Debug, Default)]
pub enum Stdio {
    /// Those of this process.
    #[default]
    Inherit,
    /// Standard input is these bytes; the outputs are collected.
    Capture(Vec<u8>),
}

/// One run of a command.
#[derive(Clone, Debug, Default)]
pub struct Invocation {
    /// Its arguments; the first is its own name.
    pub args: Vec<String>,
    /// Its environment.
    pub env: Vec<(String, String)>,
    /// Directories of the host and the names under which the module sees them.
    pub directories: Vec<(PathBuf, String)>,
    /// Its streams.
    pub stdio: Stdio,
}

/// How it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finished {
    /// The status that the process should end with.
    pub status: i32,
    /// What the engine has to say about a trap; not yet printed.
    pub trap: Option<String>,
    /// Captured standard output.
    pub stdout: Vec<u8>,
    /// Captured standard error; the end of it where it went to that of this process.
    pub stderr: Vec<u8>,
}

/// What is kept of standard output and standard error.
pub(crate) enum Outputs {
    Inherited(Tee),
    Captured(MemoryOutputPipe, MemoryOutputPipe),
}

impl Outputs {
    /// Puts them where they belong.
    pub(crate) fn move_to(&self, finished: &mut Finished) {
        match self {
            Outputs::Inherited(stderr) => finished.stderr = stderr.contents(),
            Outputs::Captured(stdout, stderr) => {
                finished.stdout = stdout.contents().to_vec();
                finished.stderr = stderr.contents().to_vec();
            }
        }
    }
}

pub(crate) struct Host {
    pub(crate) wasi: WasiP1Ctx,
}

impl Engine {
    /// Runs a command.
    ///
    /// # Errors
    /// What stands in the way of a start; what happens after it is a [`Finished`].
    pub fn run(&self, wasm: &[u8], invocation: &Invocation) -> Result<Finished, EngineError> {
        let module = self.module(wasm)?;
        self.on_deep_stack(|| self.start(&module, invocation))?
    }

    fn start(&self, module: &Module, invocation: &Invocation) -> Result<Finished, EngineError> {
        let (mut store, outputs) = self.store(invocation)?;
        let instance = self
            .linker()?
            .instantiate(&mut store, module)
            .map_err(|error| EngineError::Link(reason(&error)))?;
        let start = instance.get_typed_func::<(), ()>(&mut store, "_start").map_err(|_| {
            EngineError::Call("this module is a library: it has no program part to run".into())
        })?;
        let ended = self.with_timeout(|| start.call(&mut store, ()));
        drop(store);
        let mut finished = ended.map_or_else(|error| end_of(&error), |()| Finished::default());
        outputs.move_to(&mut finished);
        Ok(finished)
    }

    pub(crate) fn linker(&self) -> Result<Linker<Host>, EngineError> {
        let mut linker = Linker::new(&self.inner);
        p1::add_to_linker_sync(&mut linker, |host: &mut Host| &mut host.wasi)
            .map_err(|error| EngineError::Link(reason(&error)))?;
        Ok(linker)
    }

    pub(crate) fn store(&self, invocation: &Invocation) -> Result<(Store<Host>, Outputs), EngineError> {
        let mut wasi = WasiCtxBuilder::new();
        wasi.allow_blocking_current_thread(true).args(&invocation.args).envs(&invocation.env);
        for (path, name) in &invocation.directories {
            wasi.preopened_dir(path, name, FsPerms::ReadWrite)
                .map_err(|error| EngineError::Directory { path: path.clone(), reason: error.to_string() })?;
        }
        let outputs = match &invocation.stdio {
            Stdio::Inherit => {
                let stderr = Tee::default();
                wasi.inherit_stdin().inherit_stdout().stderr(stderr.clone());
                Outputs::Inherited(stderr)
            }
            Stdio::Capture(stdin) => {
                let (stdout, stderr) = (MemoryOutputPipe::new(CAPTURE), MemoryOutputPipe::new(CAPTURE));
                wasi.stdin(MemoryInputPipe::new(stdin.clone())).stdout(stdout.clone()).stderr(stderr.clone());
                Outputs::Captured(stdout, stderr)
            }
        };
        let mut store = Store::new(&self.inner, Host { wasi: wasi.build_p1() });
        if self.options.timeout.is_some() {
            store.set_epoch_deadline(2);
        }
        Ok((store, outputs))
    }

    /// Ticks the epoch while `call` runs, so that two ticks end it after the timeout.
    pub(crate) fn with_timeout<T>(&self, call: impl FnOnce() -> T) -> T {
        let Some(timeout) = self.options.timeout else { return call() };
        let (done, is_done) = std::sync::mpsc::channel::<()>();
        thread::scope(|scope| {
            scope.spawn(move || {
                let tick = timeout.max(Duration::from_millis(2)) / 2;
                while is_done.recv_timeout(tick) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                    self.inner.increment_epoch();
                }
            });
            let result = call();
            drop(done);
            result
        })
    }

    /// Runs `body` on a thread whose stack holds the deepest module.
    pub(crate) fn on_deep_stack<T: Send>(&self, body: impl FnOnce() -> T + Send) -> Result<T, EngineError> {
        thread::scope(|scope| {
            let thread = thread::Builder::new()
                .name("module".into())
                .stack_size(WASM_STACK + HOST_STACK)
                .spawn_scoped(scope, body)?;
            Ok(thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        })
    }
}

/// How a call that did not return has ended.
pub(crate) fn end_of(error: &wasmtime::Error) -> Finished {
    if let Some(exit) = error.downcast_ref::<I32Exit>() {
        return Finished { status: exit.0, ..Finished::default() };
    }
    let (status, what) = match error.downcast_ref::<Trap>() {
        Some(Trap::StackOverflow) => (TRAP_STATUS, "stack overflow: the recursion is too deep".to_owned()),
        // The shadow stack lies at the bottom of the memory: running off it is an access out of bounds.
        Some(Trap::MemoryOutOfBounds) => (TRAP_STATUS, "stack overflow or memory out of bounds".to_owned()),
        Some(Trap::Interrupt) => (TIMEOUT_STATUS, "out of time".to_owned()),
        Some(trap) => (TRAP_STATUS, trap.to_string()),
        None => (TRAP_STATUS, reason(error)),
    };
    Finished { status, trap: Some(what), ..Finished::default() }
}
