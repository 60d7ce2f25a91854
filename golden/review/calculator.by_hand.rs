//! A calculator that remembers how often it was asked.

/// Division by zero.
#[derive(Debug)]
pub struct ZeroDivision;

/// Adds and divides, and counts.
pub struct Calculator {
    name: String,
    calls: u64,
}

impl Calculator {
    pub fn new(name: impl Into<String>) -> Self {
        Calculator { name: name.into(), calls: 0 }
    }

    pub fn add(&mut self, x: i64, y: i64) -> i64 {
        self.calls += 1;
        x + y
    }

    pub fn divide(&mut self, x: f64, y: f64) -> Result<f64, ZeroDivision> {
        self.calls += 1;
        if y == 0.0 { Err(ZeroDivision) } else { Ok(x / y) }
    }

    pub fn describe(&self) -> String {
        format!("{}: {} calls", self.name, self.calls)
    }
}

/// The sum of `values`, by a calculator.
pub fn total(values: &[i64]) -> i64 {
    let mut calculator = Calculator::new("total");
    values.iter().fold(0, |result, &value| calculator.add(result, value))
}

/// 1 + 2 + … + n.
pub fn sum_to(n: i64) -> i64 {
    total(&(1..=n).collect::<Vec<_>>())
}
