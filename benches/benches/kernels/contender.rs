//! The ways to run a kernel: how each is built, how it is run.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use portalis::{OptLevel, Options, SystemHost, Target, compile};
use portalis_engine::{Engine, Invocation, Stdio};

/// A way to run a kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contender {
    /// The reference: what it prints is right.
    CPython,
    /// Where `pypy3` is installed.
    PyPy,
    /// Where the Python that is measured has mypy.
    Mypyc,
    /// Where `codon` is installed.
    Codon,
    /// Translated by Portalis, for this machine.
    Native,
    /// Translated by Portalis, in the embedded engine.
    Wasm,
    /// Written by hand in Rust, for this machine.
    HandNative,
    /// Written by hand in Rust, in the embedded engine.
    HandWasm,
}

impl Contender {
    const ALL: [Contender; 8] = [
        Contender::CPython,
        Contender::PyPy,
        Contender::Mypyc,
        Contender::Codon,
        Contender::Native,
        Contender::HandNative,
        Contender::Wasm,
        Contender::HandWasm,
    ];

    /// What this project makes, and what it is held against.
    pub(crate) const OURS: [Contender; 4] =
        [Contender::Native, Contender::HandNative, Contender::Wasm, Contender::HandWasm];
}

impl fmt::Display for Contender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Contender::CPython => "CPython",
            Contender::PyPy => "PyPy",
            Contender::Mypyc => "mypyc",
            Contender::Codon => "Codon",
            Contender::Native => "native",
            Contender::Wasm => "wasm",
            Contender::HandNative => "by hand",
            Contender::HandWasm => "by hand, wasm",
        })
    }
}

/// What is needed to build and run.
pub(crate) struct Workshop {
    python: String,
    engine: Engine,
    host: SystemHost,
    folder: PathBuf,
}

/// A kernel that is ready to run.
pub(crate) enum Ready<'a> {
    /// A process, before the size.
    Process(Vec<String>),
    /// A module in the engine.
    Module(&'a Engine, Vec<u8>),
    /// It could not be built.
    Fault(String),
}

/// One run.
pub(crate) struct Run {
    pub(crate) output: Vec<u8>,
    pub(crate) time: Duration,
}

impl Workshop {
    pub(crate) fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("portalis-kernels-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for what is built");
        let cache = Some(std::env::temp_dir().join("portalis-benches-modules"));
        Workshop {
            python: std::env::var("PORTALIS_PYTHON").unwrap_or_else(|_| "python3.11".to_owned()),
            engine: Engine::new(portalis_engine::Options { cache, timeout: None }).expect("an engine"),
            host: SystemHost::new(),
            folder,
        }
    }

    /// Those that are on this machine.
    pub(crate) fn contenders(&self) -> Vec<Contender> {
        let answers = |command: &str, args: &[&str]| {
            Command::new(command).args(args).output().is_ok_and(|output| output.status.success())
        };
        let is_here = |contender: &Contender| match contender {
            Contender::PyPy => answers("pypy3", &["--version"]),
            Contender::Mypyc => answers(&self.python, &["-c", "import mypyc"]),
            Contender::Codon => answers("codon", &["--version"]),
            _ => true,
        };
        Contender::ALL.into_iter().filter(is_here).collect()
    }

    pub(crate) fn build(&self, contender: Contender, kernel: &str) -> Ready<'_> {
        let source = super::kernels_directory().join(format!("{kernel}.py"));
        let built = match contender {
            Contender::CPython => Ok(Ready::Process(vec![self.python.clone(), source.display().to_string()])),
            Contender::PyPy => Ok(Ready::Process(vec!["pypy3".to_owned(), source.display().to_string()])),
            Contender::Mypyc => self.mypyc(kernel, &source),
            Contender::Codon => self.codon(kernel, &source),
            Contender::Native => self.translated(kernel, &source, Target::Native).and_then(|program| {
                let path = self.folder.join(format!("{kernel}-native"));
                std::fs::write(&path, program).map_err(|error| error.to_string())?;
                executable(&path)?;
                Ok(Ready::Process(vec![path.display().to_string()]))
            }),
            Contender::Wasm => {
                self.translated(kernel, &source, Target::Wasm).and_then(|wasm| self.module(wasm))
            }
            Contender::HandNative => {
                let path = self.by_hand(kernel, &[]);
                path.map(|path| Ready::Process(vec![path.display().to_string()]))
            }
            Contender::HandWasm => self
                .by_hand(kernel, &["--target", "wasm32-wasip1"])
                .and_then(|path| std::fs::read(path).map_err(|error| error.to_string()))
                .and_then(|wasm| self.module(wasm)),
        };
        built.unwrap_or_else(Ready::Fault)
    }

    fn translated(&self, kernel: &str, source: &Path, target: Target) -> Result<Vec<u8>, String> {
        let text = std::fs::read_to_string(source).map_err(|error| error.to_string())?;
        let options =
            Options { path: format!("{kernel}.py"), opt: OptLevel::Speed, target, ..Options::default() };
        Ok(compile(&text, &options, &self.host).map_err(|error| error.to_string())?.output)
    }

    /// A module whose machine code is in the cache.
    fn module(&self, wasm: Vec<u8>) -> Result<Ready<'_>, String> {
        self.engine.is_command(&wasm).map_err(|error| error.to_string())?;
        Ok(Ready::Module(&self.engine, wasm))
    }

    fn by_hand(&self, kernel: &str, target: &[&str]) -> Result<PathBuf, String> {
        let source = super::kernels_directory().join(format!("{kernel}.rs"));
        let path =
            self.folder.join(if target.is_empty() { kernel.to_owned() } else { format!("{kernel}.wasm") });
        let mut command = Command::new("rustc");
        // As the translation is compiled, but for the checks of overflow that a release build does without.
        command.args(["--edition", "2024", "-C", "opt-level=3", "-C", "panic=abort", "-C", "strip=symbols"]);
        ended(command.args(target).arg("-o").arg(&path).arg(&source))?;
        Ok(path)
    }

    fn mypyc(&self, kernel: &str, source: &Path) -> Result<Ready<'_>, String> {
        let folder = self.folder.join(format!("{kernel}-mypyc"));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        std::fs::copy(source, folder.join(format!("{kernel}.py"))).map_err(|error| error.to_string())?;
        // The kernel runs when it is imported, which the build does not do.
        ended(
            Command::new(&self.python).args(["-m", "mypyc", &format!("{kernel}.py")]).current_dir(&folder),
        )?;
        let start =
            format!("import sys; sys.path.insert(0, {:?}); import {kernel}", folder.display().to_string());
        Ok(Ready::Process(vec![self.python.clone(), "-c".to_owned(), start]))
    }

    fn codon(&self, kernel: &str, source: &Path) -> Result<Ready<'_>, String> {
        let path = self.folder.join(format!("{kernel}-codon"));
        ended(Command::new("codon").args(["build", "-release", "-o"]).arg(&path).arg(source))?;
        Ok(Ready::Process(vec![path.display().to_string()]))
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // What is left in the temporary folder is of no use to anybody, and of no harm.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Ready<'_> {
    /// One run with `n` as its argument.
    pub(crate) fn run(&self, n: &str) -> Result<Run, String> {
        match self {
            Ready::Process(command) => {
                let mut process = Command::new(&command[0]);
                process.args(&command[1..]).arg(n);
                let start = Instant::now();
                let output = ended(&mut process)?;
                Ok(Run { output, time: start.elapsed() })
            }
            Ready::Module(engine, wasm) => {
                let invocation = Invocation {
                    args: vec!["kernel".to_owned(), n.to_owned()],
                    stdio: Stdio::Capture(Vec::new()),
                    ..Invocation::default()
                };
                let start = Instant::now();
                let finished = engine.run(wasm, &invocation).map_err(|error| error.to_string())?;
                let time = start.elapsed();
                if finished.status != 0 {
                    return Err(format!("status {}", finished.status));
                }
                Ok(Run { output: finished.stdout, time })
            }
            Ready::Fault(fault) => Err(fault.clone()),
        }
    }
}

/// What the command printed, if it ended well.
fn ended(command: &mut Command) -> Result<Vec<u8>, String> {
    let output = command.output().map_err(|error| format!("{:?}: {error}", command.get_program()))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    Err(stderr.lines().last().unwrap_or("it failed without a word").to_owned())
}

#[cfg(unix)]
fn executable(path: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).map_err(|error| error.to_string())
}

#[cfg(not(unix))]
fn executable(_: &Path) -> Result<(), String> {
    Ok(())
}
