//! The runtime, built once per toolchain, target and profile into the cache.

use std::path::PathBuf;

use crate::build::toolchain::Toolchain;
use crate::build::{file_error, hash, run, write};
use crate::error::Outside;
use crate::host::{Command, Host, Progress};
use crate::options::OptLevel;

/// The runtime's sources, manifest and lock file: path and bytes.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/runtime_files.rs"));

/// Names the sources.
const SOURCES_ID: &str = env!("PORTALIS_RUNTIME_ID");

/// A built runtime.
#[derive(Clone, Debug)]
pub(crate) struct Runtime {
    /// The library.
    pub(crate) library: PathBuf,
    /// Where the libraries that it uses lie.
    pub(crate) dependencies: [PathBuf; 2],
}

/// Finds the runtime for `triple`, or builds it.
pub(crate) fn ensure(
    host: &dyn Host,
    toolchain: &Toolchain,
    triple: &str,
    opt: OptLevel,
) -> Result<Runtime, Outside> {
    let (profile, directory) = match opt {
        OptLevel::Speed | OptLevel::Dev => ("release", "release"),
        OptLevel::Size => ("size", "size"),
    };
    let key = hash(&[SOURCES_ID.as_bytes(), toolchain.version.as_bytes()]);
    let project = host.cache_directory().join("runtime").join(key);
    let out = project.join("target").join(triple).join(directory);
    let runtime = Runtime {
        library: out.join("libportalis_rt.rlib"),
        // The second holds macros that crates of the first were compiled with.
        dependencies: [out.join("deps"), project.join("target").join(directory).join("deps")],
    };
    let done = project.join(format!("{triple}-{profile}.done"));
    if host.stamp(&done).is_some() {
        return Ok(runtime);
    }
    let lock = project.join("lock");
    let _lock = host.lock(&lock).map_err(|error| file_error("cannot lock", &lock, &error))?;
    if host.stamp(&done).is_some() {
        return Ok(runtime);
    }
    host.progress(Progress::RuntimeStarted { target: triple });
    let built = build(host, toolchain, &project, triple, profile);
    host.progress(Progress::RuntimeDone);
    built?;
    write(host, &done, b"")?;
    Ok(runtime)
}

fn build(
    host: &dyn Host,
    toolchain: &Toolchain,
    project: &std::path::Path,
    triple: &str,
    profile: &str,
) -> Result<(), Outside> {
    for (name, bytes) in FILES {
        write(host, &project.join(name), bytes)?;
    }
    let cargo = toolchain.cargo(host)?;
    let rustc = toml_string(&toolchain.rustc.to_string_lossy());
    let command = |network: &[&str]| {
        Command::new(&cargo, project)
            .args(["build", "--lib", "--target", triple, "--profile", profile, "--target-dir", "target"])
            .arg("--config")
            .arg(format!("build.rustc={rustc}"))
            .args(network)
    };
    // What lies in cargo's own cache needs no network.
    if run(host, &command(&["--offline"]))?.success {
        return Ok(());
    }
    let output = run(host, &command(&[]))?;
    if output.success {
        return Ok(());
    }
    Err(Outside::Runtime { report: String::from_utf8_lossy(&output.stderr).into_owned() })
}

/// A TOML string.
fn toml_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
