//! Indexed text and rows of integers: the edit distance of two texts.
//!
//! Python's integers are checked: build with overflow-checks = true.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use portalis_rt::{Sequence, Str, int, println, sys};

fn program() {
    main_(int::parse(&sys::argv().at(1)));
}

pub fn main_(n: i64) {
    println!("{}", distance(&text(n, 1), &text(n, 2)));
}

pub fn text(n: i64, seed: i64) -> Str {
    let mut letters: Vec<Str> = Vec::new();
    let mut state = seed;
    for _ in 0..n {
        state = (state * 1103515245 + 12345) % 2147483648;
        letters.push(Str::from("abcdefgh").at(state / 65536 % 8));
    }
    Str::new().join(letters.iter().cloned())
}

pub fn distance(a: &Str, b: &Str) -> i64 {
    let mut previous: Vec<i64> = (0..b.len() + 1).collect();
    let a_letters = a.letters();
    let b_letters = b.letters();
    for i in 1..a.len() + 1 {
        let mut current: Vec<i64> = vec![i].plus(&vec![0; int::size(b.len())]);
        for j in 1..(b.len() + 1) as usize {
            let cost: i64 = if a_letters.char_at(i - 1) == b_letters.letter(j - 1) {
                0
            } else {
                1
            };
            current[j] = (previous[j] + 1)
                .min(current[j - 1] + 1)
                .min(previous[j - 1] + cost);
        }
        previous = current;
    }
    previous.at(-1)
}

fn main() -> ExitCode {
    portalis_rt::run(program)
}
