//! Fibonacci numbers, two ways.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use portalis_rt::{Int, exc};

/// The n-th Fibonacci number by its definition.
pub fn fibonacci(n: i64) -> i64 {
    if n <= 1 {
        return n;
    }
    exc::enter();
    fibonacci(n - 1) + fibonacci(n - 2)
}

/// The n-th Fibonacci number, step by step.
pub fn fibonacci_iterative(n: i64) -> Int {
    let (mut a, mut b) = (Int::from(0_i64), Int::from(1_i64));
    for _ in 0..n {
        (a, b) = (b.clone(), &a + &b);
    }
    a
}

portalis_rt::export! {
    fibonacci(n: i64) -> i64;
    fibonacci_iterative(n: i64) -> i64;
}
