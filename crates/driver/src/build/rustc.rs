//! One call of rustc: emitted Rust → a module or an executable.

use std::path::Path;

use crate::build::runtime::Runtime;
use crate::build::toolchain::Toolchain;
use crate::build::{read, run, write};
use crate::error::{CompileError, RustError};
use crate::host::{Command, Host, Progress};
use crate::options::{OptLevel, Options, Target};

/// Shadow stack of a module, in bytes: what does not fit WASM's own stack lies there.
const SHADOW_STACK: usize = 64 << 20;

/// The name of the emitted file: it stands in the messages of traps.
pub(crate) const RUST_FILE: &str = "main.rs";

/// The most that may be said of functions in that name, in bytes: an argument of a process has a limit.
const MAX_LOCATED: usize = 32 << 10;

/// The name of the file that clippy reads.
const LINTED_FILE: &str = "linted.rs";

/// The name of what rustc makes of it.
const OUTPUT_FILE: &str = "output";

/// Rust text and what is known of it.
pub(crate) struct Source<'a> {
    /// The text.
    pub(crate) rust: &'a str,
    /// Whether it has a `main`.
    pub(crate) is_program: bool,
    /// Lines of it and the Python lines that they come from.
    pub(crate) line_map: &'a [(u32, u32)],
}

/// What came out.
pub(crate) struct Built {
    /// The module or executable.
    pub(crate) output: Vec<u8>,
    /// rustc's warnings: emitted Rust should have none.
    pub(crate) warnings: String,
}

/// Compiles `source` in `directory`, where the text stays.
pub(crate) fn compile(
    host: &dyn Host,
    toolchain: &Toolchain,
    runtime: &Runtime,
    options: &Options,
    source: &Source<'_>,
    directory: &Path,
) -> Result<Built, CompileError> {
    let file = directory.join(RUST_FILE);
    write(host, &file, source.rust.as_bytes())?;
    let located = located(source, options);
    let command = Command::new(&toolchain.rustc, directory)
        .args(["--edition", "2024", "--crate-name", &crate_name(options), "--crate-type"])
        .arg(if source.is_program { "bin" } else { "cdylib" })
        .args(["--target", toolchain.triple(options.target), "-C", "panic=abort", "-C", "overflow-checks=on"])
        // What rustc can compute to overflow or to panic is Python that traps or raises when it gets there.
        .args(["-A", "arithmetic_overflow", "-A", "unconditional_panic"])
        .args(["-C", "strip=symbols", "-C", "debuginfo=0", "-C", "debug-assertions=off"])
        .args(level(options.opt))
        .args(target_args(options.target))
        .arg("--remap-path-prefix")
        .arg(format!("{RUST_FILE}={located}"))
        .arg("--extern")
        .arg(format!("portalis_rt={}", runtime.library.display()))
        .args(dependencies(runtime))
        .args(["-o", OUTPUT_FILE, RUST_FILE]);
    host.progress(Progress::Rustc);
    let ended = run(host, &command)?;
    let report = String::from_utf8_lossy(&ended.stderr).replace(&located, RUST_FILE);
    if !ended.success {
        let python_lines = python_lines(&report, source.line_map);
        return Err(CompileError::Rust(RustError { file, report, python_lines }));
    }
    let output = read(host, &directory.join(OUTPUT_FILE))?;
    Ok(Built { output, warnings: report })
}

/// What clippy has to say about emitted Rust: nothing, where we have no bug. `lints` are further arguments.
pub(crate) fn lint(
    host: &dyn Host,
    toolchain: &Toolchain,
    runtime: &Runtime,
    source: &Source<'_>,
    lints: &[&str],
    directory: &Path,
) -> Result<String, CompileError> {
    let file = directory.join(LINTED_FILE);
    write(host, &file, source.rust.as_bytes())?;
    let clippy = toolchain.sysroot.join("bin").join(format!("clippy-driver{}", std::env::consts::EXE_SUFFIX));
    let command = Command::new(clippy, directory)
        .args([
            "--edition",
            "2024",
            "--crate-name",
            "linted",
            "--emit",
            "metadata=linted.rmeta",
            "--crate-type",
        ])
        .arg(if source.is_program { "bin" } else { "lib" })
        .args(["--target", toolchain.triple(Target::Wasm)])
        .args(lints)
        .arg("--extern")
        .arg(format!("portalis_rt={}", runtime.library.display()))
        .args(dependencies(runtime))
        .arg(LINTED_FILE);
    Ok(String::from_utf8_lossy(&run(host, &command)?.stderr).into_owned())
}

/// Where rustc finds what the runtime was compiled with.
fn dependencies(runtime: &Runtime) -> impl Iterator<Item = String> {
    runtime.dependencies.iter().map(|path| format!("-Ldependency={}", path.display()))
}

fn level(opt: OptLevel) -> &'static [&'static str] {
    match opt {
        // One unit: small functions are inlined wherever they are called, and what is generic in the runtime is compiled
        // once. Four took a sixth more time of the processor for a program of 600 lines, and up to a sixth more
        // instructions in the program.
        OptLevel::Speed => &["-C", "opt-level=3", "-C", "codegen-units=1"],
        // The runtime and `std` lose what the program does not reach, for half a second more.
        OptLevel::Size => &["-C", "opt-level=s", "-C", "codegen-units=1", "-C", "lto=fat"],
        OptLevel::Dev => &["-C", "opt-level=0"],
    }
}

fn target_args(target: Target) -> Vec<String> {
    match target {
        Target::Wasm => vec!["-C".to_owned(), format!("link-arg=-zstack-size={SHADOW_STACK}")],
        Target::Native => Vec::new(),
    }
}

/// The name of the emitted file in the program's own messages: it carries the functions of the Python, by the lines that
/// they begin on in the Rust (`portalis_rt::trap` reads it).
fn located(source: &Source<'_>, options: &Options) -> String {
    let lines: Vec<&str> = source.rust.lines().collect();
    let mut functions = String::new();
    for (rust, python) in source.line_map {
        let head = lines.get(*rust as usize - 1).and_then(|line| line.split_once("fn "));
        let name = head
            .and_then(|(_, rest)| rest.trim_start_matches("r#").split(['(', '<']).next())
            .unwrap_or_default();
        let separator = if functions.is_empty() { "" } else { "," };
        match name {
            "program" => functions.push_str(&format!("{separator}{rust}")),
            name => functions.push_str(&format!("{separator}{rust}:{python}:{name}")),
        }
    }
    // What else stands in a name would end it.
    let is_plain = |name: &str| !name.contains(['|', '=']);
    let name = options.file_name();
    if functions.len() > MAX_LOCATED || !is_plain(name) || source.line_map.is_empty() {
        return RUST_FILE.to_owned();
    }
    format!("{RUST_FILE}|{name}|{functions}")
}

/// The file's name as a crate's: letters, digits and underscores.
fn crate_name(options: &Options) -> String {
    let name = options.file_name();
    let stem = name.strip_suffix(".py").unwrap_or(name);
    let word: String = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    // A crate may not be called like one that it uses.
    if word.starts_with(|c: char| c.is_ascii_alphabetic())
        && !["core", "std", "alloc", "test"].contains(&word.as_str())
    {
        word
    } else {
        format!("program_{word}")
    }
}

/// The Python lines that the places in rustc's report come from.
fn python_lines(report: &str, line_map: &[(u32, u32)]) -> Vec<u32> {
    let rust_line = |line: &str| -> Option<u32> {
        let place = line.trim_start().strip_prefix("--> ")?.strip_prefix(RUST_FILE)?.strip_prefix(':')?;
        place.split(':').next()?.parse().ok()
    };
    let mut lines: Vec<u32> = report
        .lines()
        .filter_map(rust_line)
        .filter_map(|rust| line_map.iter().take_while(|(line, _)| *line <= rust).last())
        .map(|&(_, python)| python)
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_reports_become_python_lines() {
        let report = "error[E0308]: mismatched types\n --> main.rs:7:5\n  |\n  --> other.rs:1:1\n";
        assert_eq!(python_lines(report, &[(2, 1), (6, 4), (9, 5)]), [4]);
        assert_eq!(python_lines(report, &[]), [0_u32; 0]);
    }

    #[test]
    fn the_emitted_file_is_named_after_the_functions_in_it() {
        let rust = "//! x\npub fn r#type<T>(a: T) {\n}\n\nfn program() {\n}\n";
        let name = |path: &str, line_map: &[(u32, u32)]| {
            let options = Options { path: path.to_owned(), ..Options::default() };
            located(&Source { rust, is_program: true, line_map }, &options)
        };
        assert_eq!(name("a/x.py", &[(2, 7), (5, 1)]), "main.rs|x.py|2:7:type,5");
        assert_eq!(name("x.py", &[]), "main.rs");
        assert_eq!(name("a=b.py", &[(2, 7)]), "main.rs");
    }

    #[test]
    fn file_names_become_crate_names() {
        let name = |path: &str| crate_name(&Options { path: path.to_owned(), ..Options::default() });
        assert_eq!(name("src/word-count.py"), "word_count");
        assert_eq!(name("01_first.py"), "program_01_first");
        assert_eq!(name("std.py"), "program_std");
        assert_eq!(name("-"), "program");
    }
}
