//! This machine as a [`Host`].

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Write as _};
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::host::{Command, Host, Lock, Output, Progress};

/// Variables that would change what the toolchain does with our own files.
const HIDDEN: &[&str] = &[
    "CARGO_TARGET_DIR",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_MAKEFLAGS",
    "CARGO_MANIFEST_DIR",
    "MAKEFLAGS",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTFLAGS",
];

/// Files, processes, environment and clock of this machine; progress goes to standard error.
pub struct SystemHost {
    started: Instant,
    bar: Mutex<Option<ProgressBar>>,
    quiet: bool,
    /// Where things are kept; the user's own place where it is none.
    cache: Option<PathBuf>,
}

impl SystemHost {
    /// The machine, with progress on standard error.
    #[must_use]
    pub fn new() -> Self {
        SystemHost { started: Instant::now(), bar: Mutex::new(None), quiet: false, cache: None }
    }

    /// The machine, without a word.
    #[must_use]
    pub fn quiet() -> Self {
        SystemHost { quiet: true, ..SystemHost::new() }
    }

    /// The same machine, which keeps in `cache` what it keeps between runs.
    #[must_use]
    pub fn with_cache(self, cache: impl Into<PathBuf>) -> Self {
        SystemHost { cache: Some(cache.into()), ..self }
    }

    /// Shows a line that lasts until the next one: moving on a terminal, plain elsewhere.
    fn show(&self, text: Option<String>) {
        let mut bar = self.bar.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(old) = bar.take() {
            old.finish_and_clear();
        }
        let Some(text) = text else { return };
        if io::stderr().is_terminal() {
            let new = ProgressBar::new_spinner().with_message(text);
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
                new.set_style(style);
            }
            new.enable_steady_tick(Duration::from_millis(100));
            *bar = Some(new);
        } else {
            // Nobody reads it where standard error is closed.
            let _ = writeln!(io::stderr(), "{text}");
        }
    }
}

impl Default for SystemHost {
    fn default() -> Self {
        SystemHost::new()
    }
}

/// Keeps the file locked.
struct FileLock {
    _file: File,
}

impl Lock for FileLock {}

impl Host for SystemHost {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        if let Some(directory) = path.parent().filter(|directory| !directory.as_os_str().is_empty()) {
            fs::create_dir_all(directory)?;
        }
        // A device or a pipe (`-o /dev/null`) cannot be replaced by a file.
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
            return fs::write(path, bytes);
        }
        let mut name = path.file_name().unwrap_or_default().to_owned();
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        name.push(format!(".{}-{count}.tmp", process::id()));
        let unfinished = path.with_file_name(name);
        fs::write(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, path)).inspect_err(|_| {
            let _ = fs::remove_file(&unfinished);
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn stamp(&self, path: &Path) -> Option<String> {
        let metadata = fs::metadata(path).ok()?;
        let changed = metadata.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
        Some(format!("{}.{:09}-{}", changed.as_secs(), changed.subsec_nanos(), metadata.len()))
    }

    fn find_program(&self, name: &str) -> Option<PathBuf> {
        let path = Path::new(name);
        if path.components().count() > 1 {
            return path.is_file().then(|| path.to_owned());
        }
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&env::var_os("PATH")?)
            .map(|directory| directory.join(&file))
            .find(|path| path.is_file())
    }

    fn env(&self, name: &str) -> Option<OsString> {
        env::var_os(name)
    }

    fn cache_directory(&self) -> PathBuf {
        if let Some(own) = &self.cache {
            return own.clone();
        }
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        if let Some(own) = set("PORTALIS_CACHE") {
            return std::path::absolute(&own).unwrap_or(own);
        }
        let base = set("XDG_CACHE_HOME").or_else(|| set("LOCALAPPDATA")).or_else(|| {
            let home = set("HOME")?;
            Some(if cfg!(target_os = "macos") { home.join("Library/Caches") } else { home.join(".cache") })
        });
        base.unwrap_or_else(env::temp_dir).join("portalis")
    }

    fn run(&self, command: &Command) -> io::Result<Output> {
        fs::create_dir_all(&command.directory)?;
        let mut process = process::Command::new(&command.program);
        process.args(&command.args).current_dir(&command.directory).stdin(Stdio::null());
        for name in HIDDEN {
            process.env_remove(name);
        }
        let output = process.output()?;
        Ok(Output { success: output.status.success(), stdout: output.stdout, stderr: output.stderr })
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>> {
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory)?;
        }
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        file.lock()?;
        Ok(Box::new(FileLock { _file: file }))
    }

    fn now(&self) -> Duration {
        self.started.elapsed()
    }

    fn progress(&self, progress: Progress<'_>) {
        if self.quiet {
            return;
        }
        match progress {
            Progress::RuntimeStarted { target } => {
                self.show(Some(format!("building the runtime for {target} (once per toolchain)")));
            }
            Progress::TargetStarted { target } => self.show(Some(format!("rustup target add {target}"))),
            Progress::RuntimeDone | Progress::TargetDone => self.show(None),
            Progress::Rustc => {}
        }
    }
}
