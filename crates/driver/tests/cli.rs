//! The command line up to the point where rustc would start: arguments, bad input, diagnostics, textual forms.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Runs `portalisc` in `directory` with `stdin`.
fn portalisc(directory: &Path, args: &[&str], stdin: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_portalisc"))
        .args(args)
        .current_dir(directory)
        .env("PORTALIS_CACHE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("portalisc starts");
    // It may end without reading.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin);
    child.wait_with_output().expect("portalisc ends")
}

/// A directory with one file, `a.py`.
fn with_file(content: &[u8]) -> TempDir {
    let directory = tempfile::tempdir().expect("a directory");
    fs::write(directory.path().join("a.py"), content).expect("written");
    directory
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Every way to compile `content` ends with `status` and these words, and writes no file.
#[track_caller]
fn check_bad(content: &[u8], status: i32, words: &str) {
    let directory = with_file(content);
    for args in [&["a.py"][..], &["check", "a.py"], &["run", "a.py"], &["a.py", "-o", "out.wasm"]] {
        let output = portalisc(directory.path(), args, b"");
        let stderr = text(&output.stderr);
        assert_eq!(
            output.status.code(),
            Some(status),
            "{args:?}: {}",
            stderr.chars().take(500).collect::<String>()
        );
        assert!(stderr.contains(words), "{args:?}: {}", stderr.chars().take(500).collect::<String>());
        assert!(!stderr.contains("panicked") && output.stdout.is_empty(), "{stderr}");
    }
    let files = fs::read_dir(directory.path()).expect("readable").count();
    assert_eq!(files, 1, "nothing is written on failure");
}

#[test]
fn text_that_is_not_python_is_refused() {
    check_bad(b"#include <stdio.h>\nint main() { return 0; }\n", 1, "error[PT0101]");
}

#[test]
fn several_errors_come_in_one_run() {
    let directory = with_file(b"import no_such_module\nprint(eval('1'))\n");
    let output = portalisc(directory.path(), &["check", "a.py"], b"");
    let stderr = text(&output.stderr);
    assert!(stderr.contains("error[PT0301]") && stderr.contains("error[PT0303]"), "{stderr}");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    check_bad(b"name = '\xff\xfe'\n", 1, "error[PT0102]");
    check_bad(b"\x7fELF\x02\x01\x01\x00\x00\x00\x80\x81", 1, "error[PT0102]");
    check_bad(b"x = 1\x00\n", 1, "error[PT0101]");
}

#[test]
fn deep_nesting_is_refused() {
    let deep = |open: &str, close: &str| format!("x = {}1{}\n", open.repeat(100_000), close.repeat(100_000));
    check_bad(deep("(", ")").as_bytes(), 1, "error[PT01");
    check_bad(deep("[", "]").as_bytes(), 1, "error[PT01");
    check_bad(deep("-", "").as_bytes(), 1, "error[PT01");
    check_bad(deep("not ", "").as_bytes(), 1, "error[PT01");
}

#[test]
fn ten_megabytes_get_an_answer() {
    let mut noise = b"def f(:\n".repeat(1_300_000);
    noise.truncate(10_000_000);
    let directory = with_file(&noise);
    let output = portalisc(directory.path(), &["check", "a.py"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("error[PT01"));

    let comments = "# nothing but words\n".repeat(500_000);
    let directory = with_file(comments.as_bytes());
    let output = portalisc(directory.path(), &["check", "a.py"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn missing_files_and_directories_are_usage_errors() {
    let directory = tempfile::tempdir().expect("a directory");
    for (args, words) in [
        (&["none.py"][..], "cannot read `none.py`"),
        (&["run", "none.py"], "cannot read `none.py`"),
        (&["check", "none.py"], "cannot read `none.py`"),
        (&["."], "it is a directory"),
        (&["run", "."], "it is a directory"),
        (&[], "required"),
        (&["a.py", "--emit", "nonsense"], "invalid value"),
        (&["a.py", "--stop-after", "nonsense"], "invalid value"),
        (&["explain", "PT9999"], "there is no diagnostic"),
    ] {
        let output = portalisc(directory.path(), args, b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(text(&output.stderr).contains(words), "{args:?}: {}", text(&output.stderr));
    }
}

#[test]
fn a_module_is_not_compiled() {
    let directory = with_file(b"\0asm\x01\0\0\0");
    let output = portalisc(directory.path(), &["a.py"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("is a WebAssembly module"));
    let output = portalisc(directory.path(), &["run", "a.py"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("is a library"), "{}", text(&output.stderr));
}

#[test]
fn directories_are_checked_file_by_file() {
    let directory = with_file(b"x = = 1\n");
    fs::create_dir_all(directory.path().join("inner/__pycache__")).expect("made");
    fs::write(directory.path().join("inner/b.py"), "import no_such_module\n").expect("written");
    fs::write(directory.path().join("inner/__pycache__/c.py"), "x = = 1\n").expect("written");
    fs::write(directory.path().join("inner/notes.txt"), "x = = 1\n").expect("written");
    let output = portalisc(directory.path(), &["check", "."], b"");
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr.contains("PT0101") && stderr.contains("PT0301"), "{stderr}");
    assert!(stderr.ends_with("checked 2 files, 2 refused\n"), "{stderr}");
}

#[test]
fn a_file_is_checked_again_when_it_has_changed() {
    let directory = with_file(b"print('a')\n");
    fs::write(directory.path().join("b.py"), "print('b')\n").expect("written");
    let cache = tempfile::tempdir().expect("a directory");
    let check = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portalisc"));
        command.args(["check", "."]).current_dir(directory.path()).env("PORTALIS_CACHE", cache.path());
        text(&command.output().expect("portalisc ends").stderr)
    };
    let kept = || {
        let files: Vec<_> = fs::read_dir(cache.path().join("checked")).expect("a directory").collect();
        assert_eq!(files.len(), 1, "one file for all that is checked together");
        files[0].as_ref().expect("a file").path()
    };
    assert_eq!(check(), "checked 2 files, 0 refused\n");
    assert_eq!(check(), "checked 2 files, 0 refused\n");
    fs::write(directory.path().join("a.py"), "import no_such_module\n").expect("written");
    let first = check();
    assert!(first.contains("PT0301") && first.ends_with("checked 2 files, 1 refused\n"), "{first}");
    // What is known is told again, and what no longer concerns anybody is forgotten.
    assert_eq!(check(), first);
    let lines = fs::read_to_string(kept()).expect("text");
    assert_eq!(lines.lines().count(), 2, "{lines}");
    let forged: String = lines.lines().map(|line| format!("{} []\n", &line[..32])).collect();
    fs::write(kept(), forged).expect("written");
    assert_eq!(check(), "checked 2 files, 0 refused\n");
    fs::write(kept(), "no such lines").expect("written");
    assert_eq!(check(), first);
}

#[test]
fn json_is_one_object_a_line() {
    let directory = tempfile::tempdir().expect("a directory");
    let output = portalisc(
        directory.path(),
        &["check", "-", "--message-format=json"],
        b"import no_such_module\nx = eval('1')\n",
    );
    let stderr = text(&output.stderr);
    let codes: Vec<String> = stderr
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["code"].to_string())
        .collect();
    assert_eq!(codes, ["\"PT0301\"", "\"PT0303\""]);
    let output = portalisc(directory.path(), &["check", "none.py", "--message-format=json"], b"");
    let line: serde_json::Value = serde_json::from_str(text(&output.stderr).trim()).expect("JSON");
    assert_eq!(line["severity"], "error");
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let directory = with_file(b"x = = 1\n");
    let stderr = |args: &[&str]| text(&portalisc(directory.path(), args, b"").stderr);
    assert!(!stderr(&["check", "a.py"]).contains('\x1b'));
    assert!(stderr(&["check", "a.py", "--color=always"]).contains('\x1b'));
}

#[test]
fn textual_forms_go_to_standard_output_or_to_files() {
    let directory = with_file(b"def f(x):\n    return x + 1\n\n\nprint(f(1))\n");
    let output = portalisc(directory.path(), &["a.py", "--emit", "hir,cfg,types"], b"");
    let stdout = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    for words in ["module __main__", "block0", "f(x: int) -> int"] {
        assert!(stdout.contains(words), "{words}: {stdout}");
    }
    portalisc(directory.path(), &["a.py", "--emit", "types,hir", "-o", "out"], b"");
    assert!(fs::read_to_string(directory.path().join("out.types")).expect("written").contains("f(x: int)"));
    assert!(directory.path().join("out.hir").exists());
}

#[test]
fn passes_can_be_timed_dumped_and_stopped_after() {
    let directory = with_file(b"print(1)\n");
    let args = ["a.py", "--stop-after=infer", "--dump-after=lower", "--time-passes"];
    let output = portalisc(directory.path(), &args, b"");
    let stderr = text(&output.stderr);
    assert!(stderr.contains("== after lower\nmodule __main__") && stderr.contains("ms  infer"), "{stderr}");
    assert!(output.stdout.is_empty() && !directory.path().join("a.wasm").exists());
}

#[test]
fn every_code_is_explained() {
    for code in portalis::diag::Code::ALL {
        let output = portalisc(Path::new("."), &["explain", code.name()], b"");
        let page = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0));
        let head = format!("# {code}: {}\n", code.title());
        assert!(page.starts_with(&head), "the page of {code} does not start with {head:?}");
        for section in ["## What\n", "## Why\n", "## Example\n", "## What to write instead\n"] {
            assert!(page.contains(section), "the page of {code} has no {section:?}");
        }
    }
}

#[test]
fn examples_of_pages_give_their_diagnostic() {
    for code in portalis::diag::Code::ALL {
        let Some((_, rest)) = code.page().split_once("```python\n") else { continue };
        let example = rest.split("```").next().unwrap_or_default();
        let reported = match portalis::translate(example, &portalis::Options::default()) {
            Ok(translation) => translation.diagnostics,
            Err(portalis::CompileError::Program(diagnostics)) => diagnostics,
            Err(error) => panic!("{code}: {error}"),
        };
        assert!(reported.iter().any(|diagnostic| diagnostic.code == *code), "{code}: {reported:?}");
    }
}

#[test]
fn a_machine_without_rust_hears_what_to_install() {
    let directory = with_file(b"print(1)\n");
    let output = Command::new(env!("CARGO_BIN_EXE_portalisc"))
        .args(["a.py"])
        .current_dir(directory.path())
        .env("PORTALIS_CACHE", directory.path().join("cache"))
        .env("PATH", "")
        .env_remove("RUSTC")
        .output()
        .expect("portalisc starts");
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("no Rust toolchain") && stderr.contains("rustup.rs"), "{stderr}");
}
