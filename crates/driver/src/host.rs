//! The border: everything that a compilation wants of the outside goes through [`Host`].

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A process to run to its end, with nothing on its standard input.
#[derive(Clone, Debug)]
pub struct Command {
    /// The program: a path, or a name to be found on `PATH`.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<OsString>,
    /// Where it runs; made where it is not there.
    pub directory: PathBuf,
}

impl Command {
    /// `program` without arguments, to run in `directory`.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>, directory: impl Into<PathBuf>) -> Self {
        Command { program: program.into(), args: Vec::new(), directory: directory.into() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Adds arguments.
    #[must_use]
    pub fn args<A: Into<OsString>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }
}

/// How a process ended.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// Whether it ended with status 0.
    pub success: bool,
    /// Its standard output.
    pub stdout: Vec<u8>,
    /// Its standard error.
    pub stderr: Vec<u8>,
}

/// What a compilation is busy with, for those who wait for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress<'a> {
    /// The runtime is being built, once per toolchain: takes some seconds.
    RuntimeStarted {
        /// For which target.
        target: &'a str,
    },
    /// The runtime is there.
    RuntimeDone,
    /// The toolchain is being asked for the target's standard library.
    TargetStarted {
        /// The target.
        target: &'a str,
    },
    /// That request has ended.
    TargetDone,
    /// rustc runs.
    Rustc,
}

/// A lock between processes; dropping it releases it.
pub trait Lock {}

/// What a compilation may ask of the outside. [`crate::SystemHost`] is this machine; tools supply their own.
pub trait Host: Sync {
    /// Reads a file.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Writes a file, whole or not at all, and the directories above it.
    ///
    /// # Errors
    /// What the system says.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Removes a file; one that is not there is no error.
    ///
    /// # Errors
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Something that changes whenever the file does; `None` where there is no such file.
    fn stamp(&self, path: &Path) -> Option<String>;

    /// The file that the system runs for a program of this name.
    fn find_program(&self, name: &str) -> Option<PathBuf>;

    /// An environment variable.
    fn env(&self, name: &str) -> Option<OsString>;

    /// Where things may be kept between runs.
    fn cache_directory(&self) -> PathBuf;

    /// Runs a process to its end.
    ///
    /// # Errors
    /// It could not be started.
    fn run(&self, command: &Command) -> io::Result<Output>;

    /// Waits for the lock that `path` stands for, and takes it.
    ///
    /// # Errors
    /// What the system says.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>>;

    /// Time since some fixed moment.
    fn now(&self) -> Duration;

    /// Hears what the compilation is busy with.
    fn progress(&self, progress: Progress<'_>) {
        let _ = progress;
    }
}
