//! Comprehensions and sums over floats: the spectral norm of an infinite matrix.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use portalis_rt::{List, builtins, float, format, int, math, println, sys};

fn program() {
    main_(int::parse(&sys::argv().at(1)));
}

pub fn main_(n: i64) {
    let mut u: List<f64> = List::from([1.0]).repeat(n);
    let mut v: List<f64> = u.clone();
    for _ in 0_i64..10 {
        v = times_transposed(&times(&u));
        u = times_transposed(&times(&v));
    }
    let uv = builtins::sum_num(builtins::zip(u.iter(), v.iter()).map(|(a, b)| a * b));
    let vv = builtins::sum_num(v.iter().map(|b| b * b));
    println!("{}", format::format(&math::sqrt(uv.true_div(&vv)), ".9f"));
}

pub fn entry(i: i64, j: i64) -> f64 {
    float::true_div(1.0, (int::mul(i + j, i + j + 1) / 2 + i + 1) as f64)
}

pub fn times(v: &List<f64>) -> Vec<f64> {
    (0..v.len())
        .map(|i| builtins::sum_floats(
            builtins::enumerate(v.iter(), 0).map(|(j, x)| entry(i, j) * x),
        ))
        .collect()
}

pub fn times_transposed(v: &[f64]) -> List<f64> {
    (0..v.len() as i64)
        .map(|i| builtins::sum_floats(
            builtins::enumerate(v.iter().copied(), 0).map(|(j, x)| entry(j, i) * x),
        ))
        .collect::<List<f64>>()
}

fn main() -> ExitCode {
    portalis_rt::run(program)
}
