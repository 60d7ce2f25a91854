//! Random Python programs, translated and compared with CPython: `cargo run -p portalis-fuzz -- --programs 500 --seed 1`.
//!
//! Program *n* of a run is made from the seed *seed + n* alone. Programs are translated, built natively in batches
//! without optimisation, run, and compared with CPython in standard output, status and the last line of standard error.
//! A trap (status 70) and a refusal keep the compiler's promise and are counted apart. A difference, Rust that does not
//! compile or an internal error breaks it: the program is made smaller for as long as it still does, and shown.

mod batch;
mod generate;
mod judge;
mod minimise;
mod random;
mod scratch;

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use batch::Builder;
use judge::{Python, Verdict};
use portalis::Ownership;

const USAGE: &str = "\
cargo run -p portalis-fuzz -- [--programs N] [--seed N] [--no-minimise]   runs N programs from that seed on
        … [--ownership auto|shared]                                       with lists held like that
cargo run -p portalis-fuzz -- --show SEED                                 prints the program of that seed
cargo run -p portalis-fuzz -- --file FILE.py                              judges and minimises that program
";

/// Programs that are built together.
const BATCH: usize = 40;

struct Arguments {
    n_programs: u64,
    seed: u64,
    minimise: bool,
    ownership: Ownership,
    show: Option<u64>,
    file: Option<String>,
}

fn main() -> ExitCode {
    let Some(arguments) = arguments() else {
        say(USAGE.trim_end());
        return ExitCode::from(2);
    };
    if let Some(seed) = arguments.show {
        say(generate::program(seed).trim_end());
        return ExitCode::SUCCESS;
    }
    let outcome = match &arguments.file {
        Some(file) => std::fs::read_to_string(file)
            .map_err(|error| format!("{file}: {error}"))
            .and_then(|source| fuzz(vec![(0, source)], &arguments)),
        None => {
            let seeds = arguments.seed..arguments.seed + arguments.n_programs;
            fuzz(seeds.map(|seed| (seed, generate::program(seed))).collect(), &arguments)
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&error);
            ExitCode::from(2)
        }
    }
}

fn arguments() -> Option<Arguments> {
    let ownership = Ownership::default();
    let mut arguments =
        Arguments { n_programs: 200, seed: 1, minimise: true, ownership, show: None, file: None };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--programs" => arguments.n_programs = words.next()?.parse().ok()?,
            "--seed" => arguments.seed = words.next()?.parse().ok()?,
            "--no-minimise" => arguments.minimise = false,
            "--ownership" => arguments.ownership = words.next()?.parse().ok()?,
            "--show" => arguments.show = Some(words.next()?.parse().ok()?),
            "--file" => arguments.file = Some(words.next()?),
            _ => return None,
        }
    }
    Some(arguments)
}

/// Judges the programs; whether all keep the promise.
fn fuzz(programs: Vec<(u64, String)>, arguments: &Arguments) -> Result<bool, String> {
    let started = Instant::now();
    let (builder, python) = (Builder::new(arguments.ownership)?, Python::new()?);
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    let mut failures: Vec<(u64, String, Verdict)> = Vec::new();
    let n_programs = programs.len();
    for chunk in programs.chunks(BATCH) {
        let sources: Vec<&str> = chunk.iter().map(|(_, source)| source.as_str()).collect();
        let verdicts = judge::judge(&sources, &builder, &python)?;
        for ((seed, source), verdict) in chunk.iter().zip(verdicts) {
            *counts.entry(verdict.name()).or_default() += 1;
            match &verdict {
                Verdict::Refused(why) | Verdict::Trap(why) => *reasons.entry(why.clone()).or_default() += 1,
                Verdict::Same => {}
                Verdict::Different(_) | Verdict::Rust(_) | Verdict::Internal(_) => {
                    say(&format!("seed {seed}: {}", verdict.summary()));
                    failures.push((*seed, source.clone(), verdict));
                }
            }
        }
    }
    for (seed, source, verdict) in &failures {
        let small = if arguments.minimise {
            minimise::minimise(source, verdict, &builder, &python)?
        } else {
            source.clone()
        };
        let last = judge::judge(&[small.as_str()], &builder, &python)?.remove(0);
        say(&format!("\n== seed {seed}: {}\n{small}-- {}", verdict.name(), last.detail()));
    }
    let mut reasons: Vec<(String, usize)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(why, n)| (std::cmp::Reverse(*n), why.clone()));
    for (why, n) in reasons.iter().take(12) {
        say(&format!("{n:>6}  {why}"));
    }
    let counts: Vec<String> = counts.iter().map(|(name, n)| format!("{n} {name}")).collect();
    let seconds = started.elapsed().as_secs_f64();
    say(&format!(
        "fuzz: {n_programs} programs from seed {}: {} ({seconds:.0} s)",
        arguments.seed,
        counts.join(", ")
    ));
    Ok(failures.is_empty())
}

fn say(text: &str) {
    let mut stdout = std::io::stdout().lock();
    // Nobody is left to hear of it where standard output is closed.
    let _ = writeln!(stdout, "{text}").and_then(|()| stdout.flush());
}
