//! Swaps in a list that is passed on: quicksort in place.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use portalis_rt::{Sequence, exc, int, println, sys};

fn program() {
    main_(int::parse(&sys::argv().at(1)));
}

pub fn main_(n: i64) {
    let mut xs = numbers(n);
    let high = xs.len() as i64 - 1;
    quicksort(&mut xs, 0, high);
    println!("{} {} {}", xs[0], xs.at(n.div_euclid(2)), xs.at(-1));
}

pub fn numbers(n: i64) -> Vec<i64> {
    let mut xs: Vec<i64> = Vec::new();
    let mut state: i64 = 42;
    for _ in 0..n {
        state = (state * 1103515245 + 12345) % 2147483648;
        xs.push(state);
    }
    xs
}

pub fn quicksort(xs: &mut [i64], low: i64, high: i64) {
    exc::enter();
    if low < high {
        let middle = partition(xs, low, high);
        quicksort(xs, low, middle);
        quicksort(xs, middle + 1, high);
    }
}

pub fn partition(xs: &mut [i64], low: i64, high: i64) -> i64 {
    let pivot: i64 = xs.at((low + high).div_euclid(2));
    let mut i = low - 1;
    let mut j = high + 1;
    loop {
        i += 1;
        while xs.at(i) < pivot {
            i += 1;
        }
        j -= 1;
        while xs.at(j) > pivot {
            j -= 1;
        }
        if i >= j {
            return j;
        }
        xs.swap_at(i, j);
    }
}

fn main() -> ExitCode {
    portalis_rt::run(program)
}
