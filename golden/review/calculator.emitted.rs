//! A calculator that remembers how often it was asked.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::cell::Cell;

use portalis_rt::{Exception, Str, float};

/// Adds and divides, and counts.
pub struct CalculatorFields {
    pub name: Str,
    pub calls: Cell<i64>,
}

portalis_rt::handle!(Calculator, CalculatorFields);

impl Calculator {
    pub fn new(name: Str) -> Self {
        Self::alloc(CalculatorFields {
            name,
            calls: Cell::new(0),
        })
    }

    pub fn add(&self, x: i64, y: i64) -> i64 {
        self.calls.set(self.calls.get() + 1);
        x + y
    }

    pub fn divide(&self, x: f64, y: f64) -> Result<f64, Exception> {
        self.calls.set(self.calls.get() + 1);
        float::try_true_div(x, y)
    }

    pub fn describe(&self) -> Str {
        Str::from(format!("{}: {} calls", self.name, self.calls.get()))
    }
}

portalis_rt::object!(Calculator, "calculator.Calculator");

/// The sum of `values`, by a calculator.
pub fn total(values: &[i64]) -> i64 {
    let calculator = Calculator::new(Str::from("total"));
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
