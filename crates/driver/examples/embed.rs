//! Embedding the compiler: what it wants of the outside comes from a host of our own.
//!
//! This one writes nothing outside one directory and says each process that it starts. Run it with
//! `cargo run -p portalis --example embed -- DIRECTORY`.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use portalis::{Command, Host, Lock, Options, Output, SystemHost, compile, translate};

/// The machine, with its cache in a directory of ours.
struct Sandbox {
    machine: SystemHost,
    directory: PathBuf,
}

impl Sandbox {
    fn inside(&self, path: &Path) -> io::Result<()> {
        if path.starts_with(&self.directory) {
            return Ok(());
        }
        Err(io::Error::new(io::ErrorKind::PermissionDenied, "outside the sandbox"))
    }
}

impl Host for Sandbox {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.machine.read(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.inside(path)?;
        self.machine.write(path, bytes)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.inside(path)?;
        self.machine.remove(path)
    }

    fn stamp(&self, path: &Path) -> Option<String> {
        self.machine.stamp(path)
    }

    fn find_program(&self, name: &str) -> Option<PathBuf> {
        self.machine.find_program(name)
    }

    fn env(&self, name: &str) -> Option<OsString> {
        self.machine.env(name)
    }

    fn cache_directory(&self) -> PathBuf {
        self.directory.clone()
    }

    fn run(&self, command: &Command) -> io::Result<Output> {
        writeln!(io::stderr(), "starts {}", command.program.display())?;
        self.machine.run(command)
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>> {
        self.inside(path)?;
        self.machine.lock(path)
    }

    fn now(&self) -> Duration {
        self.machine.now()
    }
}

const SOURCE: &str = "\
def greet(name):
    return f\"hello, {name}\"


print(greet(\"world\"))
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = std::env::args_os().nth(1).map_or_else(|| std::env::temp_dir().join("portalis-embed"), PathBuf::from);
    let host = Sandbox { machine: SystemHost::quiet(), directory: std::path::absolute(directory)? };
    let options = Options { path: "greet.py".to_owned(), ..Options::default() };

    let translation = translate(SOURCE, &options)?;
    writeln!(io::stdout(), "{}", translation.rust)?;

    let artifacts = compile(SOURCE, &options, &host)?;
    let from_cache = if artifacts.is_cached { " from the cache" } else { "" };
    writeln!(io::stdout(), "a module of {} bytes{from_cache}", artifacts.output.len())?;
    Ok(())
}
