//! Embeds the runtime's sources, so that an installed compiler can build them, and names this build of the compiler.
//!
//! Writes `runtime_files.rs` (a list of path and bytes) and sets `PORTALIS_BUILD_ID` and `PORTALIS_RUNTIME_ID`, hashes of
//! the sources of the compiler and of the runtime: they are parts of cache keys.

mod manifest;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// The crates whose sources decide what the compiler prints.
const COMPILER: &[&str] = &["diag", "hir", "frontend-py", "typeck", "lower-rust", "codegen", "driver"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let driver = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let crates = driver.parent().ok_or("the driver lies in `crates`")?;
    let root = crates.parent().ok_or("`crates` lies in the workspace")?;

    let runtime = crates.join("runtime");
    let mut files = Vec::new();
    for path in sources(&runtime.join("src"))? {
        let name = path.strip_prefix(&runtime)?.to_str().ok_or("paths are UTF-8")?.replace('\\', "/");
        files.push((name, path));
    }
    let manifest = out.join("runtime_Cargo.toml");
    let version = env::var("CARGO_PKG_VERSION")?;
    fs::write(&manifest, manifest::standalone(&fs::read_to_string(runtime.join("Cargo.toml"))?, &version))?;
    files.push(("Cargo.toml".to_owned(), manifest));
    // The workspace's own: cargo takes the versions from it and drops what the runtime does not need.
    files.push(("Cargo.lock".to_owned(), root.join("Cargo.lock")));

    let mut list = String::from("&[\n");
    for (name, path) in &files {
        writeln!(list, "    ({name:?}, include_bytes!({:?})),", path.display().to_string())?;
    }
    list.push(']');
    fs::write(out.join("runtime_files.rs"), list)?;

    let runtime_paths: Vec<PathBuf> = files.into_iter().map(|(_, path)| path).collect();
    println!("cargo::rustc-env=PORTALIS_RUNTIME_ID={}", hash(&runtime_paths)?);
    let mut compiler = vec![root.join("Cargo.lock")];
    for name in COMPILER {
        compiler.extend(sources(&crates.join(name).join("src"))?);
        println!("cargo::rerun-if-changed={}", crates.join(name).join("src").display());
    }
    println!("cargo::rustc-env=PORTALIS_BUILD_ID={}", hash(&compiler)?);
    println!("cargo::rerun-if-changed={}", runtime.display());
    println!("cargo::rerun-if-changed={}", driver.join("build").display());
    println!("cargo::rerun-if-changed={}", root.join("Cargo.lock").display());
    Ok(())
}

/// All files below `directory`, in order of their paths.
fn sources(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(sources(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A hash of the contents, 24 hexadecimal digits.
fn hash(paths: &[PathBuf]) -> io::Result<String> {
    let mut hasher = Sha256::new();
    for path in paths {
        hasher.update(Sha256::digest(fs::read(path)?));
    }
    Ok(hasher.finalize().iter().take(12).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}
