//! The compiler's benchmarks: `cargo bench -p portalis-benches` times them, `cargo test -p portalis-benches --benches`
//! calls each once.
//!
//! - `frontend`: parsing and lowering of the standard library of the machine's CPython, in lines a second, one core.
//! - `passes`: each pass of `portalis::translate` over the 300-line program.
//! - `check`: the same up to the types, as `portalisc check` does it, over the 300 lines and over a file of five such
//!   modules in one, in lines a second.
//! - `library`: 1,000 modules of 200 lines as `portalisc check DIR` does them, on all cores: the first time,
//!   and again when one of them has changed.
//! - `wasm`: Python to WebAssembly with the runtime built before, nothing else cached: rustc included.
//! - `start`: a compiled module from its bytes' machine code to its end, `main` being empty.
//!
//! The size of the module of `fib.py` is printed first.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use portalis::{OptLevel, Options, Source, SystemHost, check as check_files, compile, translate};
use portalis_diag::Sink;
use portalis_engine::{Engine, Invocation, Stdio};

/// As in `portalisc`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A recursive and an iterative function, and a program part.
const FIB: &str = include_str!("../programs/fib.py");
/// Classes, exceptions, generators, text: as people write it.
const LIBRARY: &str = include_str!("../programs/library.py");

/// Python that no earlier run has compiled: the cache knows programs by their text.
fn fresh(source: &str) -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    format!("{source}# {} {}\n", now.as_nanos(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn options(name: &str) -> Options {
    Options { path: format!("{name}.py"), opt: OptLevel::Speed, ..Options::default() }
}

fn module(source: &str, opt: OptLevel) -> Vec<u8> {
    let options = Options { opt, ..options("program") };
    compile(source, &options, &SystemHost::new()).expect("a program that compiles").output
}

fn frontend(c: &mut Criterion) {
    let mut sources = Vec::new();
    collect(&standard_library(), &mut sources);
    let n_lines: usize = sources.iter().map(|source| source.lines().count()).sum();
    let mut group = c.benchmark_group("frontend");
    // Elements are lines.
    group.throughput(Throughput::Elements(n_lines as u64)).sample_size(10);
    group.bench_function(format!("standard library, {} files, {n_lines} lines", sources.len()), |b| {
        b.iter(|| {
            let lower =
                |source: &String| portalis_frontend_py::lower(source, "m", &mut Sink::new()).exprs.len();
            black_box(sources.iter().map(lower).sum::<usize>())
        });
    });
    group.finish();
}

fn passes(c: &mut Criterion) {
    let mut group = c.benchmark_group("passes");
    group.throughput(Throughput::Elements(LIBRARY.lines().count() as u64));
    group.bench_function("all, 300 lines", |b| {
        b.iter(|| translate(black_box(LIBRARY), &options("library")).expect("a program that translates"));
    });
    for pass in portalis::PASSES.iter().filter(|pass| **pass != "cfg") {
        group.bench_function(format!("{pass}, 300 lines"), |b| {
            b.iter_custom(|n_rounds| (0..n_rounds).map(|_| time_of(pass)).sum());
        });
    }
    group.finish();
}

/// What `portalisc check` does to a file.
fn check(c: &mut Criterion) {
    let mut group = c.benchmark_group("check");
    let many = many_modules(5);
    for (name, source) in [("300 lines", LIBRARY), ("1,500 lines", many.as_str())] {
        group.throughput(Throughput::Elements(source.lines().count() as u64)).sample_size(20);
        let options = Options { stop_after: Some("infer".to_owned()), ..options("library") };
        group.bench_function(name, |b| {
            b.iter(|| translate(black_box(source), &options).expect("a program that translates"));
        });
    }
    group.finish();
}

/// What `portalisc check` does to a directory.
fn library(c: &mut Criterion) {
    // As a test of the benchmark, a few.
    const MODULES: usize = if cfg!(debug_assertions) { 10 } else { 1000 };
    const LINES: usize = 200;
    let many = many_modules(MODULES);
    // Definitions go on to the next blank line before something at the margin.
    let n_lines = LIBRARY.lines().count();
    let lines: Vec<&str> = many.lines().collect();
    let module = |lines: &[&str]| {
        let at_margin = |at: &usize| lines[*at].starts_with(|first: char| first.is_ascii_lowercase());
        let end = (0..LINES).rev().find(at_margin).unwrap_or(LINES);
        lines[..end].join("\n") + "\n"
    };
    let sources: Vec<Source> = lines
        .chunks(n_lines)
        .enumerate()
        .map(|(n, lines)| Source { path: format!("m{n}.py"), text: module(lines) })
        .collect();
    let n_lines: usize = sources.iter().map(|source| source.text.lines().count()).sum();
    let mut group = c.benchmark_group("library");
    group.throughput(Throughput::Elements(n_lines as u64)).sample_size(10);
    let fresh = || tempfile::tempdir().expect("a directory");
    let all = |sources: &[Source], cache: &tempfile::TempDir| {
        let checked = check_files(sources, &SystemHost::quiet().with_cache(cache.path()));
        assert!(checked.iter().all(Result::is_ok), "a module is refused");
    };
    // Nobody deletes a cache just before: a file system that has just deleted thousands of files is slow to make others.
    let mut caches = Vec::new();
    group.bench_function(format!("{MODULES} modules, {n_lines} lines"), |b| {
        let check = |cache| {
            all(&sources, &cache);
            caches.push(cache);
        };
        b.iter_batched(fresh, check, criterion::BatchSize::PerIteration);
    });
    let cache = fresh();
    all(&sources, &cache);
    let mut changed = sources.clone();
    let mut n_runs = 0;
    group.bench_function("again, one changed", |b| {
        b.iter(|| {
            n_runs += 1;
            changed[0].text = format!("{}# {n_runs}\n", sources[0].text);
            all(&changed, &cache);
        });
    });
    group.finish();
}

/// The program several times over, under other names.
fn many_modules(n: usize) -> String {
    let names: Vec<&str> = LIBRARY
        .lines()
        .filter_map(|line| line.strip_prefix("def ").or_else(|| line.strip_prefix("class ")))
        .filter_map(|rest| rest.split(|c: char| c != '_' && !c.is_alphanumeric()).next())
        .collect();
    let renamed = |i: usize| {
        let is_word = |c: char| c == '_' || c.is_alphanumeric();
        let mut out = String::new();
        let mut rest = LIBRARY;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c| is_word(c) != is_word(first)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            out.push_str(word);
            if names.contains(&word) {
                out.push_str(&format!("_{i}"));
            }
            rest = after;
        }
        out
    };
    (0..n).map(renamed).collect()
}

/// The time of one pass in one translation, as the pass manager has it.
fn time_of(pass: &str) -> Duration {
    let host = SystemHost::new();
    let translation =
        portalis::translate_with_host(LIBRARY, &options("library"), &host).expect("a translation");
    translation.timings.iter().filter(|timing| timing.pass == pass).map(|timing| timing.time).sum()
}

fn wasm(c: &mut Criterion) {
    let host = SystemHost::new();
    // Builds the runtime where this machine has none yet.
    let size = module(FIB, OptLevel::Size).len();
    report(&format!(
        "fib.py: {} bytes of WebAssembly for speed, {size} for size",
        module(FIB, OptLevel::Speed).len()
    ));
    let mut group = c.benchmark_group("wasm");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    for (name, source) in [("fib.py", FIB), ("library.py, 300 lines", LIBRARY)] {
        group.bench_function(name, |b| {
            b.iter_batched(
                || fresh(source),
                |source| compile(&source, &options("program"), &host).expect("a program that compiles"),
                criterion::BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

fn start(c: &mut Criterion) {
    let module = module("pass\n", OptLevel::Speed);
    let cache = Some(std::env::temp_dir().join("portalis-benches-modules"));
    let engine = Engine::new(portalis_engine::Options { cache, timeout: None }).expect("an engine");
    let invocation = Invocation {
        args: vec!["program".to_owned()],
        env: Vec::new(),
        directories: Vec::new(),
        stdio: Stdio::Capture(Vec::new()),
    };
    c.bench_function("start/empty program", |b| {
        b.iter(|| assert_eq!(engine.run(&module, &invocation).expect("a run").status, 0));
    });
}

fn standard_library() -> PathBuf {
    let python = std::env::var("PORTALIS_PYTHON").unwrap_or_else(|_| "python3.11".to_owned());
    let script = "import sysconfig; print(sysconfig.get_path('stdlib'))";
    let output = Command::new(python).args(["-c", script]).output().expect("CPython 3.11");
    PathBuf::from(String::from_utf8_lossy(&output.stdout).trim())
}

fn collect(directory: &Path, sources: &mut Vec<String>) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(directory)
        .expect("a directory of the standard library")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            if !path.ends_with("site-packages") {
                collect(&path, sources);
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let bytes = std::fs::read(&path).expect("a file of the standard library");
            sources.extend(portalis_frontend_py::decode(&bytes, &mut Sink::new()));
        }
    }
}

fn report(text: &str) {
    use std::io::Write;
    // Nobody is left to hear of it where standard output is closed.
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

criterion_group!(benches, frontend, passes, check, library, wasm, start);
criterion_main!(benches);
