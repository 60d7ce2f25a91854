//! How programs end: status, and the last line of stderr. Each case runs this very test binary as the program.
#![forbid(unsafe_code)]

use std::process::Command;

use portalis_rt::exc::{KeyError, RuntimeError, ValueError};
use portalis_rt::{Dict, Exception, List, Set, Str, int, println, sys};

fn program(case: &str) -> Result<(), Exception> {
    println!("before");
    match case {
        "key" => drop(Dict::<Str, i64>::new().at(&Str::from("k"))),
        "index" => drop(List::from([1_i64]).at(5)),
        "zero" => drop(int::floor_div(1, std::hint::black_box(0))),
        "overflow" => drop(int::mul(std::hint::black_box(i64::MAX), 2)),
        "plus" => drop(std::hint::black_box(i64::MAX) + std::hint::black_box(1)),
        "sum" => drop(portalis_rt::builtins::sum([i64::MAX, 1])),
        "exit" => sys::exit(&3_i64),
        "exit_text" => sys::exit(&Str::from("bye")),
        "cause" => {
            return Err(Exception::new(ValueError, "second").caused_by(Exception::with_arg(KeyError, &1_i64)));
        }
        "context" => {
            return Err(Exception::empty(RuntimeError).during(&Exception::new(ValueError, "first")));
        }
        "set" => {
            let set = Set::from([1_i64]);
            for item in &set {
                set.add(item + 1);
            }
        }
        "dict" => {
            let dict = Dict::from([(1_i64, 1_i64)]);
            for key in &dict {
                dict.set(key + 1, 0);
            }
        }
        other => panic!("no such case: {other}"),
    }
    Ok(())
}

#[test]
fn child() {
    if let Ok(case) = std::env::var("PORTALIS_CASE") {
        let _ = portalis_rt::run(|| program(&case));
    }
}

fn check(case: &str, status: i32, last_line: &str) {
    let exe = std::env::current_exe().expect("a path");
    let run = Command::new(exe)
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env("PORTALIS_CASE", case)
        .output()
        .expect("the test binary runs");
    let (out, err) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(out.contains("before\n"), "{case}: stdout was lost: {out}");
    assert_eq!((run.status.code(), err.lines().last()), (Some(status), Some(last_line)), "{case}: {err}");
}

#[test]
fn uncaught_exceptions_end_as_in_cpython() {
    check("key", 1, "KeyError: 'k'");
    check("index", 1, "IndexError: list index out of range");
    check("zero", 1, "ZeroDivisionError: integer division or modulo by zero");
    check("cause", 1, "ValueError: second");
    check("context", 1, "RuntimeError");
    check("set", 1, "RuntimeError: Set changed size during iteration");
    check("dict", 1, "RuntimeError: dictionary changed size during iteration");
    check("exit_text", 1, "bye");
}

#[test]
fn overflow_is_a_trap() {
    let help = "help: this `int` was compiled as i64; `--int=big`, or `# portalis: int=big` at the end of the line that assigns it, lifts the limit";
    check("overflow", 70, help);
    // The test's own `+` is checked only where its profile checks; emitted crates always do.
    if cfg!(debug_assertions) {
        check("plus", 70, help);
    }
    check("sum", 70, help);
}
