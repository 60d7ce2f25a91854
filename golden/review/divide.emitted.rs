//! Division that a caller may have to rescue.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use portalis_rt::exc::{ValueError, ZeroDivisionError};
use portalis_rt::{Exception, Str, int};

/// The quotient of `a` and `b`.
pub fn divide(a: i64, b: i64) -> Result<f64, Exception> {
    int::try_true_div(a, b)
}

pub fn mean(total: i64, count: i64) -> Result<f64, Exception> {
    if count < 0 {
        return Err(
            Exception::with_arg(
                ValueError,
                &Str::from(format!("negative count: {count}")),
            ),
        );
    }
    divide(total, count)
}

pub fn mean_or(total: i64, count: i64, default: f64) -> Result<f64, Exception> {
    match mean(total, count) {
        Ok(value) => Ok(value),
        Err(error_3) => {
            if error_3.is::<ZeroDivisionError>() { Ok(default) } else { Err(error_3) }
        }
    }
}

portalis_rt::export! {
    divide(a: i64, b: i64) -> f64;
    mean(total: i64, count: i64) -> f64;
    mean_or(total: i64, count: i64, default: f64) -> f64;
}
