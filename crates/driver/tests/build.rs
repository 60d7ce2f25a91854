//! From Rust to modules: runtime, rustc, cache. Needs a Rust toolchain; the cache is one for all tests.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::{io, time::Duration};

use portalis::{
    Command, CompileError, Host, Lock, OptLevel, Options, Output, SystemHost, Target, build_rust,
};
use portalis_engine::{Engine, Invocation, Scalar, Stdio};

/// This machine, with an own cache and a count of processes.
struct Counting {
    system: SystemHost,
    processes: AtomicUsize,
}

impl Counting {
    fn new() -> Self {
        Counting { system: SystemHost::quiet(), processes: AtomicUsize::new(0) }
    }
}

impl Host for Counting {
    fn read(&self, path: &std::path::Path) -> io::Result<Vec<u8>> {
        self.system.read(path)
    }
    fn write(&self, path: &std::path::Path, bytes: &[u8]) -> io::Result<()> {
        self.system.write(path, bytes)
    }
    fn remove(&self, path: &std::path::Path) -> io::Result<()> {
        self.system.remove(path)
    }
    fn stamp(&self, path: &std::path::Path) -> Option<String> {
        self.system.stamp(path)
    }
    fn find_program(&self, name: &str) -> Option<std::path::PathBuf> {
        self.system.find_program(name)
    }
    fn env(&self, name: &str) -> Option<std::ffi::OsString> {
        self.system.env(name)
    }
    fn cache_directory(&self) -> std::path::PathBuf {
        std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache")
    }
    fn run(&self, command: &Command) -> io::Result<Output> {
        self.processes.fetch_add(1, Ordering::Relaxed);
        self.system.run(command)
    }
    fn lock(&self, path: &std::path::Path) -> io::Result<Box<dyn Lock>> {
        self.system.lock(path)
    }
    fn now(&self) -> Duration {
        self.system.now()
    }
}

fn options(opt: OptLevel) -> Options {
    Options { path: "program.py".to_owned(), opt, ..Options::default() }
}

fn capture() -> Invocation {
    Invocation { args: vec!["program.py".into()], stdio: Stdio::Capture(Vec::new()), ..Invocation::default() }
}

fn engine() -> Engine {
    Engine::new(portalis_engine::Options::default()).expect("an engine")
}

const HELLO: &str = r#"
#![forbid(unsafe_code)]
use portalis_rt::{int, println};

fn program() {
    println!("hello {}", int::floor_div(-7, 2));
    println!("{}", int::floor_div(1, 0));
}

fn main() -> std::process::ExitCode {
    portalis_rt::run(program)
}
"#;

#[test]
fn a_program_is_built_and_run_and_then_cached() {
    for opt in [OptLevel::Dev, OptLevel::Speed, OptLevel::Size] {
        let host = Counting::new();
        let first = build_rust(HELLO, true, &options(opt), &host).expect("a module");
        assert_eq!(first.rustc_warnings, "");
        let before = host.processes.load(Ordering::Relaxed);
        let second = build_rust(HELLO, true, &options(opt), &host).expect("a module");
        assert!(second.is_cached && second.output == first.output);
        assert_eq!(host.processes.load(Ordering::Relaxed), before, "a second build starts no process");
        let finished = engine().run(&first.output, &capture()).expect("a run");
        assert_eq!(String::from_utf8_lossy(&finished.stdout), "hello -4\n");
        assert_eq!(finished.status, 1);
        assert!(String::from_utf8_lossy(&finished.stderr).contains("ZeroDivisionError: "));
    }
}

#[test]
fn a_library_exports_functions() {
    let rust = "pub fn add(a: i64, b: i64) -> i64 {\n    a + b\n}\n\nportalis_rt::export! {\n    add(a: i64, b: i64) -> i64;\n}\n";
    let built = build_rust(rust, false, &options(OptLevel::Speed), &Counting::new()).expect("a module");
    let call = |a, b| engine().invoke(&built.output, "add", &[Scalar::I64(a), Scalar::I64(b)], &capture());
    assert_eq!(call(40, 2).expect("a call"), Ok(vec![Scalar::I64(42)]));
    assert!(call(i64::MAX, 1).expect("a call").is_err(), "overflow must trap");
}

#[test]
fn native_executables_run() {
    let options = Options { target: Target::Native, ..options(OptLevel::Dev) };
    let built = build_rust(HELLO, true, &options, &Counting::new()).expect("an executable");
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join(format!("hello{}", std::env::consts::EXE_SUFFIX));
    std::fs::write(&path, &built.output).expect("written");
    #[cfg(unix)]
    std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("allowed");
    let output = std::process::Command::new(&path).output().expect("a run");
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), &b"hello -4\n"[..]));
}

#[test]
fn rust_that_does_not_compile_is_an_internal_error() {
    let error =
        build_rust("fn main() { let x: i64 = \"\"; }", true, &options(OptLevel::Dev), &Counting::new());
    match error {
        Err(CompileError::Rust(error)) => {
            assert!(error.report.contains("E0308") && error.file.is_file(), "{error:?}");
        }
        other => panic!("expected an error of rustc, not {other:?}"),
    }
}

#[test]
fn modules_say_where_they_come_from() {
    let built = build_rust(HELLO, true, &options(OptLevel::Dev), &Counting::new()).expect("a module");
    let sections = wasmparser::Parser::new(0).parse_all(&built.output).filter_map(Result::ok);
    let names: Vec<String> = sections
        .filter_map(|payload| match payload {
            wasmparser::Payload::CustomSection(section) => Some(section.name().to_owned()),
            _ => None,
        })
        .collect();
    assert!(
        names.iter().any(|name| name == "producers") && names.iter().any(|name| name == "portalis"),
        "{names:?}"
    );
}

#[test]
fn a_program_that_raises_nothing_carries_no_exceptions() {
    let rust = "use portalis_rt::{exc, println};\n\nfn program() {\n    println!(\"{}\", down(7));\n}\n\nfn down(n: i64) -> i64 {\n    exc::enter();\n    if n == 0 { n } else { down(n - 1) + n }\n}\n\nfn main() -> std::process::ExitCode {\n    portalis_rt::run(program)\n}\n";
    for (opt, limit) in [(OptLevel::Speed, 56 << 10), (OptLevel::Size, 44 << 10)] {
        let built = build_rust(rust, true, &options(opt), &Counting::new()).expect("a module");
        let bytes = built.output.len();
        assert!(bytes < limit, "{opt:?}: {bytes} bytes");
    }
}
