//! Permutations and reversals of short lists: fannkuch.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use portalis_rt::{Growing, Sequence, int, println, sys};

fn program() {
    let (checksum, flips) = fannkuch(int::parse(&sys::argv().at(1)));
    println!("{checksum} {flips}");
}

pub fn fannkuch(n: i64) -> (i64, i64) {
    let mut permutation: Vec<i64> = (0..n).collect();
    let mut counts: Vec<i64> = vec![0; int::size(n)];
    let mut max_flips: i64 = 0;
    let mut checksum: i64 = 0;
    let mut sign: i64 = 1;
    let mut r = n;
    loop {
        while r != 1 {
            counts.set(r - 1, r);
            r -= 1;
        }
        let mut current: Vec<i64> = permutation.clone();
        let mut flips: i64 = 0;
        let mut first: i64 = current[0];
        while first != 0 {
            current.reverse_to(first);
            flips += 1;
            first = current[0];
        }
        max_flips = max_flips.max(flips);
        checksum += int::mul(sign, flips);
        sign = -sign;
        loop {
            if r == n {
                return (checksum, max_flips);
            }
            let moved: i64 = permutation[0];
            for i in 0..r as usize {
                permutation[i] = permutation[i + 1];
            }
            permutation.set(r, moved);
            counts.set(r, counts.at(r) - 1);
            if counts.at(r) > 0 {
                break;
            }
            r += 1;
        }
    }
}

fn main() -> ExitCode {
    portalis_rt::run(program)
}
