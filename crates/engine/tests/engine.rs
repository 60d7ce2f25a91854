//! Modules in text form, run and called.

use std::time::Duration;

use portalis_engine::{Engine, EngineError, Invocation, Options, Scalar, Stdio};

fn engine() -> Engine {
    Engine::new(Options::default()).expect("an engine")
}

fn wasm(text: &str) -> Vec<u8> {
    wat::parse_str(text).expect("valid text")
}

fn captured() -> Invocation {
    Invocation { args: vec!["program".into()], stdio: Stdio::Capture(Vec::new()), ..Invocation::default() }
}

/// A command that writes `hi` and exits with status 3.
const HI: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (memory (export "memory") 1)
    (data (i32.const 8) "hi\n")
    (func (export "_start")
        (i32.store (i32.const 0) (i32.const 8))
        (i32.store (i32.const 4) (i32.const 3))
        (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 20)))
        (call $exit (i32.const 3))))"#;

#[test]
fn output_and_status_come_back() {
    let finished = engine().run(&wasm(HI), &captured()).expect("a run");
    assert_eq!((finished.status, finished.stdout.as_slice(), finished.trap), (3, &b"hi\n"[..], None));
}

#[test]
fn machine_code_is_kept() {
    let directory = tempfile::tempdir().expect("a directory");
    for _ in 0..2 {
        let options = Options { cache: Some(directory.path().to_owned()), timeout: None };
        let engine = Engine::new(options).expect("an engine");
        assert_eq!(engine.run(&wasm(HI), &captured()).expect("a run").stdout, b"hi\n");
    }
    assert_eq!(std::fs::read_dir(directory.path()).expect("the cache").count(), 1);
}

#[test]
fn endless_recursion_is_a_trap() {
    let text = r#"(module (func $f (param i64) (result i64) (i64.add (i64.const 1) (call $f (local.get 0))))
        (func (export "_start") (drop (call $f (i64.const 1)))))"#;
    let finished = engine().run(&wasm(text), &captured()).expect("a run");
    assert_eq!(finished.status, 70);
    assert!(finished.trap.expect("a message").starts_with("stack overflow"));
}

#[test]
fn an_endless_loop_runs_out_of_time() {
    let options = Options { cache: None, timeout: Some(Duration::from_millis(100)) };
    let engine = Engine::new(options).expect("an engine");
    let text = r#"(module (func (export "_start") (loop $l (br $l))))"#;
    assert_eq!(engine.run(&wasm(text), &captured()).expect("a run").status, 124);
}

#[test]
fn exported_functions_can_be_called() {
    let library = wasm(
        r#"(module (func (export "add") (param i64 i64) (result i64) (i64.add (local.get 0) (local.get 1))))"#,
    );
    let call = |args: &[Scalar]| engine().invoke(&library, "add", args, &captured());
    let sum = call(&[Scalar::I64(40), Scalar::I64(2)]).expect("a call");
    assert_eq!(sum, Ok(vec![Scalar::I64(42)]));
    assert!(matches!(call(&[Scalar::I64(1)]), Err(EngineError::Call(_))));
    assert!(matches!(engine().run(&library, &captured()), Err(EngineError::Call(_))));
}

#[test]
fn bytes_that_are_no_module_are_refused() {
    assert!(matches!(engine().run(b"print('hi')", &captured()), Err(EngineError::Module(_))));
}
