//! A list of flags: the sieve of Eratosthenes.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use portalis_rt::{Sequence, builtins, int, println, sys};

fn program() {
    main_(int::parse(&sys::argv().at(1)));
}

pub fn main_(limit: i64) {
    let mut total: i64 = 0;
    for _ in 0_i64..5 {
        let primes = sieve(limit);
        total += primes.len() as i64 + primes.at(-1);
    }
    println!("{total}");
}

pub fn sieve(limit: i64) -> Vec<i64> {
    let mut is_prime: Vec<bool> = vec![true; int::size(limit + 1)];
    let value_ = false;
    is_prime.set(0, value_);
    is_prime.set(1, value_);
    let mut i: i64 = 2;
    while int::mul(i, i) <= limit {
        if is_prime.at(i) {
            for multiple in (int::mul(i, i)..limit + 1).step_by(i as usize) {
                is_prime.set(multiple, false);
            }
        }
        i += 1;
    }
    let mut items_4: Vec<i64> = Vec::new();
    for (n, &prime) in builtins::enumerate(&is_prime, 0) {
        if prime {
            items_4.push(n);
        }
    }
    items_4
}

fn main() -> ExitCode {
    portalis_rt::run(program)
}
