//! Division that a caller may have to rescue.

/// Why there is no quotient.
#[derive(Debug)]
pub enum Error {
    DivisionByZero,
    NegativeCount(i64),
}

/// The quotient of `a` and `b`.
pub fn divide(a: i64, b: i64) -> Result<f64, Error> {
    if b == 0 { Err(Error::DivisionByZero) } else { Ok(a as f64 / b as f64) }
}

pub fn mean(total: i64, count: i64) -> Result<f64, Error> {
    if count < 0 {
        return Err(Error::NegativeCount(count));
    }
    divide(total, count)
}

pub fn mean_or(total: i64, count: i64, default: f64) -> Result<f64, Error> {
    match mean(total, count) {
        Err(Error::DivisionByZero) => Ok(default),
        result => result,
    }
}
