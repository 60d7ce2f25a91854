//! Which rustc builds. What it says about itself is remembered, since starting it takes longer than all else in a
//! cached run.

use std::path::{Path, PathBuf};

use crate::build::{file_error, hash, run, write};
use crate::error::Outside;
use crate::host::{Command, Host, Progress};
use crate::options::Target;

/// A Rust toolchain.
#[derive(Clone, Debug)]
pub(crate) struct Toolchain {
    /// The compiler itself, not rustup's stand-in for it.
    pub(crate) rustc: PathBuf,
    /// Where its libraries lie.
    pub(crate) sysroot: PathBuf,
    /// What `rustc -vV` prints.
    pub(crate) version: String,
}

impl Toolchain {
    /// The toolchain of this machine, outside any project: `RUSTC`, or the `rustc` on `PATH`.
    pub(crate) fn find(host: &dyn Host) -> Result<Self, Outside> {
        let name =
            host.env("RUSTC").map_or_else(|| "rustc".to_owned(), |name| name.to_string_lossy().into_owned());
        let program = host
            .find_program(&name)
            .ok_or_else(|| Outside::NoToolchain { program: name.clone(), reason: "not found".to_owned() })?;
        let cache = host.cache_directory();
        let known = cache.join("toolchains").join(format!("{}.json", fingerprint(host, &program)));
        if let Some(toolchain) = remembered(host, &known) {
            return Ok(toolchain);
        }
        let toolchain = ask(host, &program, &cache)?;
        let text = serde_json::json!({
            "rustc": toolchain.rustc, "stamp": host.stamp(&toolchain.rustc),
            "sysroot": toolchain.sysroot, "version": toolchain.version,
        });
        write(host, &known, text.to_string().as_bytes())?;
        Ok(toolchain)
    }

    /// The triple of this machine.
    pub(crate) fn host_triple(&self) -> &str {
        self.version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default()
    }

    /// The triple that `target` means.
    pub(crate) fn triple(&self, target: Target) -> &str {
        match target {
            Target::Wasm => "wasm32-wasip1",
            Target::Native => self.host_triple(),
        }
    }

    /// Makes sure that the standard library for `triple` is there; asks rustup for it where it is not.
    pub(crate) fn require_target(&self, host: &dyn Host, triple: &str) -> Result<(), Outside> {
        let library = self.sysroot.join("lib/rustlib").join(triple).join("lib");
        // Another compilation may be in the middle of the same request.
        let lock = host.cache_directory().join("toolchains").join("targets");
        let _lock = host.lock(&lock).map_err(|error| file_error("cannot lock", &lock, &error))?;
        if host.stamp(&library).is_some() {
            return Ok(());
        }
        let name = self.sysroot.file_name().unwrap_or_default();
        if let Some(rustup) = host.find_program("rustup") {
            host.progress(Progress::TargetStarted { target: triple });
            let add = Command::new(rustup, host.cache_directory())
                .args(["target", "add", triple, "--toolchain"])
                .arg(name);
            let added = run(host, &add);
            host.progress(Progress::TargetDone);
            added?;
        }
        match host.stamp(&library) {
            Some(_) => Ok(()),
            None => Err(Outside::NoTarget { target: triple.to_owned() }),
        }
    }

    /// The cargo that belongs to it.
    pub(crate) fn cargo(&self, host: &dyn Host) -> Result<PathBuf, Outside> {
        let own = self.sysroot.join("bin").join(format!("cargo{}", std::env::consts::EXE_SUFFIX));
        if host.stamp(&own).is_some() {
            return Ok(own);
        }
        host.find_program("cargo").ok_or_else(|| Outside::NoToolchain {
            program: "cargo".to_owned(),
            reason: "not found".to_owned(),
        })
    }
}

/// What decides which compiler `program` is: itself, and rustup's settings.
fn fingerprint(host: &dyn Host, program: &Path) -> String {
    let env =
        |name: &str| host.env(name).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default();
    let rustup = match env("RUSTUP_HOME") {
        home if home.is_empty() => Path::new(&env("HOME")).join(".rustup"),
        home => PathBuf::from(home),
    };
    let settings = host.stamp(&rustup.join("settings.toml")).unwrap_or_default();
    let stamp = host.stamp(program).unwrap_or_default();
    let program = program.to_string_lossy();
    hash(&[program.as_bytes(), stamp.as_bytes(), env("RUSTUP_TOOLCHAIN").as_bytes(), settings.as_bytes()])
}

/// What was found out earlier, if the compiler has not changed since.
fn remembered(host: &dyn Host, known: &Path) -> Option<Toolchain> {
    let known: serde_json::Value = serde_json::from_slice(&host.read(known).ok()?).ok()?;
    let rustc = PathBuf::from(known["rustc"].as_str()?);
    if host.stamp(&rustc).as_deref() != known["stamp"].as_str() {
        return None;
    }
    let sysroot = PathBuf::from(known["sysroot"].as_str()?);
    Some(Toolchain { rustc, sysroot, version: known["version"].as_str()?.to_owned() })
}

/// Asks the compiler.
fn ask(host: &dyn Host, program: &Path, directory: &Path) -> Result<Toolchain, Outside> {
    let answer = |args: &[&str]| {
        let no_toolchain =
            |reason: String| Outside::NoToolchain { program: program.display().to_string(), reason };
        let command = Command::new(program, directory).args(args);
        let output = host.run(&command).map_err(|error| no_toolchain(error.to_string()))?;
        if !output.success {
            return Err(no_toolchain(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let version = answer(&["-vV"])?;
    let sysroot = PathBuf::from(answer(&["--print", "sysroot"])?);
    let own = sysroot.join("bin").join(format!("rustc{}", std::env::consts::EXE_SUFFIX));
    let rustc = if host.stamp(&own).is_some() { own } else { program.to_owned() };
    Ok(Toolchain { rustc, sysroot, version })
}
