//! Python in, WebAssembly out and run: `portalisc` and the embedding example as their users start them.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[path = "../examples/embed.rs"]
#[expect(dead_code, reason = "its `main` is for the command line")]
mod embed;

fn cache() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache")
}

/// Runs `portalisc` with `program` as `a.py` beside it.
fn portalisc(directory: &Path, args: &[&str], stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_portalisc"))
        .args(args)
        .current_dir(directory)
        .env("PORTALIS_CACHE", cache())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("portalisc starts");
    // It may end without reading.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
    child.wait_with_output().expect("portalisc ends")
}

fn with_file(program: &str) -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a directory");
    fs::write(directory.path().join("a.py"), program).expect("written");
    directory
}

#[test]
fn arguments_input_output_and_status_pass_through() {
    let directory = with_file("import sys\nprint(sys.argv[1:], input())\nsys.exit(3)\n");
    let output = portalisc(directory.path(), &["run", "a.py", "--x", "b c"], "hello\n");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "['--x', 'b c'] hello\n");
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_uncaught_exception_ends_with_its_line_and_status_1() {
    let directory = with_file("print('before')\nprint(1 // len(''))\n");
    let output = portalisc(directory.path(), &["run", "a.py"], "");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), &b"before\n"[..]));
    assert!(stderr.ends_with("ZeroDivisionError: integer division or modulo by zero\n"), "{stderr}");
}

#[test]
fn the_frames_of_an_uncaught_exception_are_told() {
    let directory = with_file("def half(n):\n    return 1 // n\n\n\nprint(half(0))\n");
    let output = portalisc(directory.path(), &["run", "--traceback", "a.py"], "");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    let path = directory.path().canonicalize().expect("a path").join("a.py");
    let frames = format!(
        "Traceback (most recent call last):\n  File \"{0}\", line 5, in <module>\n    print(half(0))\n  File \"{0}\", line 2, \
         in half\n    return 1 // n\nZeroDivisionError: integer division or modulo by zero\n",
        path.display()
    );
    assert!(stderr.ends_with(&frames), "{stderr}");
}

#[test]
fn what_overflowed_is_wider_in_the_next_build() {
    let directory = tempfile::tempdir().expect("a directory");
    // The cache knows a source that an earlier run of this test has widened.
    let program = format!(
        "def scale(a, b):\n    c = a * b\n    return c\n\n\nfirst, second = map(int, input().split())\nprint(scale(first, second))\n# {}\n",
        directory.path().display()
    );
    fs::write(directory.path().join("a.py"), program).expect("written");
    let run = || {
        let output = portalisc(directory.path(), &["run", "a.py"], "9000000000000000000 3\n");
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        (output.status.code(), said)
    };
    let (status, [stdout, stderr]) = run();
    assert_eq!((status, stdout.as_str()), (Some(70), ""), "{stderr}");
    let note = "note: `c` in `scale`, line 2, is computed with integers of any size from the next build on\n";
    assert!(stderr.ends_with(note), "{stderr}");
    let (status, [stdout, stderr]) = run();
    assert_eq!((status, stdout.as_str()), (Some(0), "27000000000000000000\n"), "{stderr}");
}

#[test]
fn a_module_is_written_and_runs_without_its_source() {
    let directory = with_file("print('built')\n");
    let built = portalisc(directory.path(), &["a.py", "-o", "out.wasm"], "");
    assert_eq!(built.status.code(), Some(0), "{}", String::from_utf8_lossy(&built.stderr));
    fs::remove_file(directory.path().join("a.py")).expect("removed");
    let output = portalisc(directory.path(), &["run", "out.wasm"], "");
    assert_eq!(output.stdout, b"built\n");
}

#[test]
fn the_embedding_example_compiles() {
    let sandbox = embed::Sandbox::new(cache());
    let (rust, module) = embed::embed(&sandbox).expect("a module");
    assert!(rust.contains("fn greet") && module.starts_with(b"\0asm"), "{rust}");
}
