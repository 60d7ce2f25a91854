//! Which programs of pyperformance run, and what they print.
//!
//! Their benchmarks import `pyperf`, which measures and prints nothing of the result. So the import becomes a small class of
//! that name, and the main block, which builds a command line for the measuring, becomes lines that call the benchmark
//! with small parameters and print what it made. Nothing else of the file is touched.

/// The release whose benchmarks run.
pub(crate) const PYPERFORMANCE: &str = "pyperformance==1.14.0";

/// What stands in for `pyperf`.
const CLOCK: &str = "\
class pyperf:
    @staticmethod
    def perf_counter():
        return 0.0
";

/// What stands in for it where the program's own `main` takes a runner.
const RUNNER: &str = "\
class Runner:
    def __init__(self):
        self.metadata = {}

    def bench_func(self, name, function, width, height, iterations, filename, seed):
        print(name, function(width, height, iterations, filename, seed))
";

/// A benchmark, by the name of its folder, with the lines that take the place of its main block.
pub(crate) struct Program {
    pub(crate) name: &'static str,
    main: &'static str,
    has_runner: bool,
}

const fn program(name: &'static str, main: &'static str) -> Program {
    Program { name, main, has_runner: false }
}

/// The programs, simple ones first.
pub(crate) const PROGRAMS: &[Program] = &[
    program("fannkuch", "print(fannkuch(7))\n"),
    program(
        "nbody",
        "bench_nbody(1, DEFAULT_REFERENCE, 500)\nfor body in SYSTEM:\n    print(body)\nprint(report_energy())\n",
    ),
    program(
        "spectral_norm",
        "u = [1] * 40\nfor _ in range(3):\n    v = eval_AtA_times_u(u)\n    u = eval_AtA_times_u(v)\nprint(u)\nprint(v)\n",
    ),
    program("nqueens", "for solution in n_queens(6):\n    print(solution)\n"),
    program("float", "top = benchmark(2000)\nprint(top.x, top.y, top.z)\n"),
    program("richards", "print(Richards().run(1))\n"),
    program("deltablue", "delta_blue(20)\nprint(\"solved\")\n"),
    Program {
        name: "chaos",
        main: "\
class Arguments:
    thickness = DEFAULT_THICKNESS
    width = 48
    height = 48
    iterations = 800
    filename = \"chaos.ppm\"
    rng_seed = DEFAULT_RNG_SEED


main(Runner(), Arguments())
with open(\"chaos.ppm\", encoding=\"latin-1\") as picture:
    print(repr(picture.read()))
",
        has_runner: true,
    },
    program("pidigits", "print(calc_ndigits(200))\n"),
    program(
        "hexiom",
        "\
for level in (2, 10):
    stream = io.StringIO()
    solve_file(LEVELS[level][0].strip(), Done.FIRST_STRATEGY, DESCENDING, stream)
    print(stream.getvalue())
",
    ),
    program("go", "random.seed(1)\nGAMES = 10\nprint(versus_cpu())\n"),
    program(
        "meteor_contest",
        "\
board, cti, pieces = get_puzzle(WIDTH, HEIGHT)
fps = get_footprints(board, cti, pieces)
se_nh = get_senh(board, cti)
bench_meteor_contest(1, board, pieces, SOLVE_ARG, fps, se_nh)
print(\"solved\")
",
    ),
    program(
        "raytrace",
        "\
bench_raytrace(1, 16, 16, \"raytrace.ppm\")
with open(\"raytrace.ppm\", \"rb\") as picture:
    print(picture.read())
",
    ),
];

impl Program {
    /// The program to compile, made of the benchmark's own text.
    pub(crate) fn adapt(&self, benchmark: &str) -> Result<String, String> {
        let (head, _) = benchmark
            .split_once("\nif __name__ == ")
            .ok_or_else(|| format!("{}: there is no main block", self.name))?;
        if !head.contains("\nimport pyperf\n") {
            return Err(format!("{}: there is no `import pyperf`", self.name));
        }
        let runner = if self.has_runner { RUNNER } else { "" };
        let head = head.replacen("\nimport pyperf\n", &format!("\n{CLOCK}\n{runner}\n"), 1);
        Ok(format!("{head}\n{}", self.main))
    }
}
