//! Fibonacci numbers, two ways.

use num_bigint::BigInt;

/// The n-th Fibonacci number by its definition.
pub fn fibonacci(n: i64) -> i64 {
    if n <= 1 { n } else { fibonacci(n - 1) + fibonacci(n - 2) }
}

/// The n-th Fibonacci number, step by step.
pub fn fibonacci_iterative(n: i64) -> BigInt {
    let (mut a, mut b) = (BigInt::from(0), BigInt::from(1));
    for _ in 0..n {
        (a, b) = (b.clone(), a + b);
    }
    a
}
