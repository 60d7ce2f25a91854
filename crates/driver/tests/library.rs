//! Files without a program part become libraries: the examples, called from a host through WebAssembly.

use portalis::{Options, SystemHost, compile};
use portalis_engine::{Engine, Finished, Invocation, Scalar, Stdio};

/// Compiles `source` and calls its function `name`.
fn call(path: &str, source: &str, name: &str, args: &[Scalar]) -> Result<Vec<Scalar>, Finished> {
    let options = Options { path: path.to_owned(), ..Options::default() };
    let built = compile(source, &options, &SystemHost::new()).expect("a module");
    assert_eq!(built.rustc_warnings, "");
    let engine = Engine::new(portalis_engine::Options::default()).expect("an engine");
    let invocation =
        Invocation { args: vec![path.into()], stdio: Stdio::Capture(Vec::new()), ..Invocation::default() };
    engine.invoke(&built.output, name, args, &invocation).expect("a call")
}

fn ints(values: &[i64]) -> Vec<Scalar> {
    values.iter().map(|&value| Scalar::I64(value)).collect()
}

#[test]
fn fibonacci_of_ten_is_55() {
    let source = include_str!("../../../examples/fibonacci.py");
    for name in ["fibonacci", "fibonacci_iterative"] {
        assert_eq!(call("fibonacci.py", source, name, &ints(&[10])), Ok(ints(&[55])));
    }
    let past = call("fibonacci.py", source, "fibonacci_iterative", &ints(&[93])).expect_err("a trap");
    assert_eq!(past.status, 70);
}

#[test]
fn exceptions_reach_the_host() {
    let source = include_str!("../../../examples/divide.py");
    assert_eq!(call("divide.py", source, "divide", &ints(&[7, 2])), Ok(vec![Scalar::F64(3.5)]));
    let args = [Scalar::I64(1), Scalar::I64(0), Scalar::F64(0.5)];
    assert_eq!(call("divide.py", source, "mean_or", &args), Ok(vec![Scalar::F64(0.5)]));
    for (args, message) in
        [([1, 0], "ZeroDivisionError: division by zero"), ([1, -1], "ValueError: negative count: -1")]
    {
        let finished = call("divide.py", source, "mean", &ints(&args)).expect_err("an exception");
        assert_eq!(finished.status, 1);
        assert_eq!(String::from_utf8_lossy(&finished.stderr).lines().last(), Some(message));
    }
}

#[test]
fn classes_and_records_serve_exported_functions() {
    let source = include_str!("../../../examples/calculator.py");
    assert_eq!(call("calculator.py", source, "sum_to", &ints(&[100])), Ok(ints(&[5050])));
    let source = include_str!("../../../examples/data_processor.py");
    let args = [Scalar::I64(200), Scalar::F64(0.75)];
    assert_eq!(call("data_processor.py", source, "revenue_of", &args), Ok(vec![Scalar::F64(450.0)]));
}

#[test]
fn the_module_body_runs_before_the_first_call() {
    let source = "limits = [3, 4]\nprint('imported as', __name__)\n\n\ndef pow(x: int) -> int:\n    \
                  return sum(limits) * x\n";
    let options =
        Options { path: "limits.py".to_owned(), kind: portalis::CrateKind::Library, ..Options::default() };
    let built = compile(source, &options, &SystemHost::new()).expect("a module");
    let engine = Engine::new(portalis_engine::Options::default()).expect("an engine");
    let invocation = Invocation { stdio: Stdio::Capture(Vec::new()), ..Invocation::default() };
    assert_eq!(
        engine.invoke(&built.output, "pow", &ints(&[2]), &invocation).expect("a call"),
        Ok(ints(&[14]))
    );
}

#[test]
fn the_rust_of_a_library_is_plain_functions() {
    let translate = |source: &str| portalis::translate(source, &Options::default()).expect("Rust").rust;
    let fibonacci = translate(include_str!("../../../examples/fibonacci.py"));
    assert!(fibonacci.contains("pub fn fibonacci(n: i64) -> i64 {"), "{fibonacci}");
    let divide = translate(include_str!("../../../examples/divide.py"));
    assert!(divide.contains("pub fn divide(a: i64, b: i64) -> Result<f64, Exception> {"), "{divide}");
    let calculator = translate(include_str!("../../../examples/calculator.py"));
    // It counts its calls.
    assert!(
        calculator.contains("pub struct Calculator {\n    pub name: Str,\n    pub calls: i64,\n}"),
        "{calculator}"
    );
    assert!(calculator.contains("pub fn add(&mut self, x: i64, y: i64) -> i64 {"), "{calculator}");
    assert!(calculator.contains("pub fn describe(&self) -> Str {"), "{calculator}");
    assert!(!calculator.contains("fn main"), "{calculator}");
}
