//! Recursion over a list that grows and shrinks: the eight queens, for more of them.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use portalis_rt::{Growing, builtins, exc, int, println, sys};

fn program() {
    println!("{}", count(int::parse(&sys::argv().at(1)), &mut Vec::new()));
}

pub fn count(n: i64, columns: &mut Vec<i64>) -> i64 {
    if columns.len() as i64 == n {
        return 1;
    }
    exc::enter();
    let mut total: i64 = 0;
    for column in 0..n {
        if is_safe(columns, column) {
            columns.push(column);
            total += count(n, columns);
            let _ = columns.pop_last();
        }
    }
    total
}

pub fn is_safe(columns: &[i64], column: i64) -> bool {
    let row = columns.len() as i64;
    for (other_row, &other_column) in builtins::enumerate(columns, 0) {
        if other_column == column || int::abs(other_column - column) == row - other_row {
            return false;
        }
    }
    true
}

fn main() -> ExitCode {
    portalis_rt::run(program)
}
