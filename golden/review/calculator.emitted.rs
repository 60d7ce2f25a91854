//! A calculator that remembers how often it was asked.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use portalis_rt::{Exception, Str, float};

/// Adds and divides, and counts.
pub struct Calculator {
    pub name: Str,
    pub calls: i64,
}

impl Calculator {
    pub fn new(name: Str) -> Self {
        Self { name, calls: 0 }
    }

    pub fn add(&mut self, x: i64, y: i64) -> i64 {
        self.calls += 1;
        x + y
    }

    pub fn divide(&mut self, x: f64, y: f64) -> Result<f64, Exception> {
        self.calls += 1;
        float::try_true_div(x, y)
    }

    pub fn describe(&self) -> Str {
        Str::from(format!("{}: {} calls", self.name, self.calls))
    }
}

/// The sum of `values`, by a calculator.
pub fn total(values: &[i64]) -> i64 {
    let mut calculator = Calculator::new(Str::from("total"));
    let mut result: i64 = 0;
    for &value in values {
        result = calculator.add(result, value);
    }
    result
}

/// 1 + 2 + … + n.
pub fn sum_to(n: i64) -> i64 {
    total(&(1..n + 1).collect::<Vec<i64>>())
}

portalis_rt::export! {
    sum_to(n: i64) -> i64;
}
