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
    program(
        "scimark",
        "\
grid = Random(7).RandomMatrix(Array2D(10, 10))
SOR_execute(1.25, grid, 5, Array2D)
print([grid[x, y] for x, y in grid.indexes()][:20])
print(MonteCarlo(1000))
lu = Random(7).RandomMatrix(ArrayList(9, 9))
pivot = array(\"i\", [0]) * 9
LU_factor(lu, pivot)
print([lu[x, y] for x, y in lu.indexes()], pivot)
data = Random(7).RandomVector(32)
FFT_transform(16, data)
print(data)
FFT_inverse(16, data)
print(data)
bench_SparseMatMult(1, 100, 500)
",
    ),
    program(
        "barnes_hut",
        "\
particles = create_deterministic_galaxy(30, 200, 200)
print(calculate_system_energy(particles))
for _ in range(5):
    advance_system(particles, 0.5, TIME_STEP, 400, 400)
print(calculate_system_energy(particles))
",
    ),
    program(
        "bpe_tokeniser",
        "\
ranks = bpe_train(\"hello world, hello there. the theory of the thing \" * 5, 270, r\"\\w+|\\s+|[^\\w\\s]+\")
print(ranks)
print(bpe_encode(ranks, b\"the thing\"))
",
    ),
    program(
        "comprehensions",
        "\
tray = WidgetTray(1, make_some_widgets())
for widget in tray.sorted_widgets:
    print(widget)
print(tray.get_knob_big_creator_ids() if hasattr(tray, \"get_knob_big_creator_ids\") else len(tray.sorted_widgets))
bench_comprehensions(3)
",
    ),
    program("generators", "print(list(tree(range(100))))\nbench_generators(1)\n"),
    program(
        "coroutines",
        "\
bench_coroutines(1)
for n in range(16):
    try:
        fibonacci(n).send(None)
    except StopIteration as stop:
        print(n, stop.value)
",
    ),
    program(
        "async_generators",
        "\
import asyncio


async def show():
    print([value async for value in tree(range(100))])


asyncio.run(show())
asyncio.run(bench_async_generators())
",
    ),
    program(
        "async_tree",
        "\
NUM_RECURSE_LEVELS = 3
for kind in (NoneAsyncTree, MemoizationAsyncTree, CpuIoMixedAsyncTree):
    for use_task_groups in (False, True):
        async_tree = kind(use_task_groups=use_task_groups)
        asyncio.run(async_tree.run())
        print(kind.__name__, use_task_groups, sorted(async_tree.cache))
",
    ),
    program("gc_collect", "print(benchamark_collection(2, 20, 10))\n"),
    program("decimal_factorial", "decimal.getcontext().prec = 5000\nprint(factorial(decimal.Decimal(1000), 0))\n"),
    program(
        "decimal_pi",
        "\
for prec in (9, 19, 60):
    decimal.getcontext().prec = prec
    print(pi_decimal())
",
    ),
    program(
        "telco",
        "\
from struct import pack

with open(\"calls.b\", \"wb\") as calls:
    for i in range(5000):
        calls.write(pack(\">Q\", i * i % 7919))
bench_telco(1, \"calls.b\")
print(getcontext().rounding, Decimal(\"1.239\").quantize(Decimal(\"0.01\")))
",
    ),
    program(
        "json_dumps",
        "\
bench_json_dumps([(EMPTY[0], range(3)), (SIMPLE[0], range(3)), (NESTED[0], range(3)), (HUGE[0], range(1))])
print(json.dumps(NESTED_DATA))
print(json.dumps([EMPTY[0], SIMPLE[0]], indent=2, sort_keys=True))
",
    ),
    program(
        "json_loads",
        "\
texts = json.dumps(DICT), json.dumps(TUPLE), json.dumps(DICT_GROUP)
bench_json_loads(texts)
for text in texts:
    print(json.loads(text))
",
    ),
    program("pprint", "print(p.pformat(printable[:40]))\n"),
    program(
        "logging",
        "\
stream = io.StringIO()
handler = logging.StreamHandler(stream=stream)
logger = logging.getLogger(\"benchlogger\")
logger.propagate = False
logger.addHandler(handler)
logger.setLevel(logging.WARNING)
bench_silent(2, logger, stream)
bench_simple_output(2, logger, stream)
bench_formatted_output(2, logger, stream)
logger.warning(\"seen %d of %s\", 1, \"these\")
print(stream.getvalue())
",
    ),
    program(
        "regex_dna",
        "\
sequences = init_benchmarks(1000, 42)
print(sequences[:200])
print(run_benchmarks(sequences))
",
    ),
    program("regex_v8", "bench_regex_v8(1)\nprint(\"searched\")\n"),
    program(
        "base64",
        "\
for encoded in (B64_SMALL, B64_URLSAFE_SMALL, B32_SMALL, B16_SMALL, A85_SMALL, B85_SMALL):
    print(encoded)
print(base64.a85encode(DATA_MEDIUM, wrapcol=76) == A85_MEDIUM, base64.b85decode(B85_LARGE) == DATA_LARGE)
for benchmark in (bench_b64_small, bench_urlsafe_b64_small, bench_b32_small, bench_b16_small, bench_a85_small):
    print(benchmark(1))
",
    ),
    program(
        "pyflate",
        "\
import io

field = RBitfield(io.BytesIO(b'BZh91AY&SY\\xcd\\x84\\x84d\\x00\\x00C\\xd9\\x80\\x00\\x10@\\x04\\x00\\x08?\\xff\\xff\\xf0 \\x00\\x90(\\x00\\x00\\x00\\x00UD\\xd0\\x83A\\xb2\\x99\\x1e\\xa6\\xca&P\\xd4\\xb9#\\x91\\x89s\\xb9R%M\\x0c\\x89\\x9d\\x88\\x9b\\x98\\x1b\\x116 \\xb1\\x81\\x993\\x81\"\\x84K\\x18\\x98\\x1b\\x91<\\x10\\xd0\\x86F\\x85\\xc9\\x10\\xf8fjT\\xe0\\x91\\xd0\\xfaX\\x90\\xb9r\\x84?\\x13?\\x8b\\xb9\"\\x9c(Hf\\xc2B2\\x00'))
print(hex(field.readbits(16)))
print(bzip2_main(field))
",
    ),
    program("unpack_sequence", "bench_all(2)\nprint(\"unpacked\")\n"),
    program("richards_super", "print(Richards().run(1))\n"),
    program(
        "typing_runtime_protocols",
        "\
bench_protocols(2)
for instance in (Empty(), PropertyX(), HasIntMethod(), ClassVarX(), InstanceVarX(), NominalX(), NominalXWithInt()):
    print(type(instance).__name__, [isinstance(instance, HasX), isinstance(instance, SupportsInt)])
    print([isinstance(instance, SupportsIntAndX), isinstance(instance, HasManyAttributes)])
",
    ),
];

impl Program {
    /// The program to compile, made of the benchmark's own text.
    pub(crate) fn adapt(&self, benchmark: &str) -> Result<String, String> {
        let benchmark = format!("\n{benchmark}");
        let (head, _) = benchmark
            .split_once("\nif __name__ == ")
            .ok_or_else(|| format!("{}: there is no main block", self.name))?;
        if !head.contains("\nimport pyperf\n") {
            return Err(format!("{}: there is no `import pyperf`", self.name));
        }
        let runner = if self.has_runner { RUNNER } else { "" };
        let head = head.replacen("\nimport pyperf\n", &format!("\n{CLOCK}\n{runner}\n"), 1);
        Ok(format!("{}\n{}", head.trim_start_matches('\n'), self.main))
    }
}
