//! The kernels, each in all ways of running it, side by side: `cargo bench -p portalis-benches --bench kernels [FILTER]
//! [-- --rounds=N]` prints the table of medians and ratios and writes `kernels.json` and `kernels.svg` to
//! `target/kernels/`; `cargo test -p portalis-benches --benches` runs each once, small, and compares what they print.
//!
//! A kernel is `kernels/<name>.py` and `kernels/<name>.rs`, the same program as an engineer writes it by hand. In each
//! round every contender runs once, one after the other, so that what else the machine does falls on all alike. A time
//! is that of a whole process, its start included; that of WebAssembly is a run in the embedded engine, whose machine
//! code is made before. A contender that prints something else than CPython is disqualified for that kernel.

mod chart;
mod contender;
mod table;

use std::path::{Path, PathBuf};

use contender::{Contender, Workshop};
use table::{Cell, Row};

/// A kernel and how much of it: CPython needs about a second for `n`.
struct Kernel {
    name: &'static str,
    n: u32,
    /// For a look at whether it works.
    small: u32,
}

const fn kernel(name: &'static str, n: u32, small: u32) -> Kernel {
    Kernel { name, n, small }
}

const KERNELS: [Kernel; 16] = [
    kernel("fib", 32, 12),
    kernel("collatz", 150_000, 50),
    kernel("sieve", 500_000, 100),
    kernel("matmul", 170, 5),
    kernel("queens", 9, 5),
    kernel("fannkuch", 9, 5),
    kernel("nbody", 60_000, 20),
    kernel("spectral_norm", 200, 5),
    kernel("mandelbrot", 350, 10),
    kernel("quicksort", 300_000, 50),
    kernel("levenshtein", 1200, 20),
    kernel("word_count", 500_000, 500),
    kernel("int_dict", 1_000_000, 500),
    kernel("binary_trees", 14, 5),
    kernel("scheduler", 12_000, 10),
    kernel("pipeline", 2_000_000, 200),
];

/// Rounds of which the table gives the medians.
const ROUNDS: usize = 5;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let is_bench = args.iter().any(|arg| arg == "--bench");
    let rounds = args.iter().find_map(|arg| arg.strip_prefix("--rounds=")?.parse().ok()).unwrap_or(ROUNDS);
    let filter = args.iter().find(|arg| !arg.starts_with('-')).map_or("", String::as_str);
    let kernels: Vec<&Kernel> = KERNELS.iter().filter(|kernel| kernel.name.contains(filter)).collect();
    let workshop = Workshop::new();
    if is_bench {
        measure(&kernels, rounds, &workshop);
    } else {
        check(&kernels, &workshop);
    }
}

/// Every contender that the project itself makes prints what CPython does.
fn check(kernels: &[&Kernel], workshop: &Workshop) {
    for kernel in kernels {
        let n = kernel.small.to_string();
        let run = |contender| workshop.build(contender, kernel.name).run(&n);
        let expected = run(Contender::CPython).expect("CPython runs the kernel").output;
        for contender in Contender::OURS {
            let run =
                run(contender).unwrap_or_else(|error| panic!("{} as {contender}: {error}", kernel.name));
            assert_eq!(run.output, expected, "{} as {contender}", kernel.name);
        }
    }
}

fn measure(kernels: &[&Kernel], rounds: usize, workshop: &Workshop) {
    let contenders = workshop.contenders();
    let rows: Vec<Row> = kernels
        .iter()
        .map(|kernel| {
            table::say(&format!("{} …", kernel.name));
            race(kernel, rounds, &contenders, workshop)
        })
        .collect();
    table::print(&contenders, &rows);
    let out = target().join("kernels");
    std::fs::create_dir_all(&out).expect("a folder for the results");
    for (name, text) in
        [("kernels.json", table::json(&contenders, &rows)), ("kernels.svg", chart::svg(&contenders, &rows))]
    {
        let path = out.join(name);
        std::fs::write(&path, text).expect("a file for the results");
        table::say(&format!("wrote {}", path.display()));
    }
}

/// One kernel, in interleaved rounds.
fn race(kernel: &Kernel, rounds: usize, contenders: &[Contender], workshop: &Workshop) -> Row {
    let n = kernel.n.to_string();
    let ready: Vec<_> = contenders.iter().map(|&contender| workshop.build(contender, kernel.name)).collect();
    let mut times = vec![Vec::new(); contenders.len()];
    let mut faults: Vec<Option<String>> = vec![None; contenders.len()];
    let mut expected: Option<Vec<u8>> = None;
    for _ in 0..rounds {
        for (at, program) in
            ready.iter().enumerate().filter(|(at, _)| faults[*at].is_none()).collect::<Vec<_>>()
        {
            match program.run(&n) {
                Ok(run) => {
                    // CPython is the first.
                    if *expected.get_or_insert_with(|| run.output.clone()) == run.output {
                        times[at].push(run.time.as_secs_f64());
                    } else {
                        faults[at] = Some("prints something else".to_owned());
                    }
                }
                Err(error) => faults[at] = Some(error),
            }
        }
    }
    let cells = times.into_iter().zip(faults).map(|(times, fault)| match fault {
        Some(fault) => Cell::Disqualified(fault),
        None => Cell::measured(times),
    });
    Row { kernel: kernel.name, cells: cells.collect() }
}

fn kernels_directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("kernels")
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, |root| root.join("target"))
}
