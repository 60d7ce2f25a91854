//! `random`. Its functions are methods of `random.Random`, too.

use super::{LibraryModule, Native};

pub(super) const RANDOM: LibraryModule = LibraryModule {
    name: "random",
    rows: ROWS,
    natives: &[Native { name: "Random", module: "random", runtime: "random::Random", has_functions: true }],
    ..LibraryModule::EMPTY
};

const ROWS: &str = "
random.Random(x: &int|float|str|bytes|none?) -> Random => random::Random::new|x:random::Random::seeded

random.seed(a: &int|float|str|bytes|none?) -> none => random::seed_fresh|a:random::seed
random.random() -> float => random::random
random.getrandbits(k: int) -> bigint ; !ValueError => random::getrandbits
random.randbytes(n: int) -> bytes ; !ValueError => random::randbytes
random.randrange(start: as[res], stop: as[res]?, step: as[res]?) -> ints[start, stop, step] ; !ValueError => random::randrange|stop:random::randrange_between|stop+step:random::randrange_step
random.randint(a: as[res], b: as[res]) -> ints[a, b] ; !ValueError => random::randint
random.choice(seq: seq) -> it[seq] ; !IndexError => random::choice
random.choices(population: seq[out], weights: iter[float]|none?, *, cum_weights: iter[float]|none?, k: int = 1) -> list[it[population]] ; !ValueError => random::choices|weights:random::choices_weighted|cum_weights:random::choices_cumulative
random.sample(population: seq[out], k: int) -> list[it[population]] ; !ValueError => random::sample
random.shuffle(x: &list) -> none => random::shuffle
random.uniform(a: float, b: float) -> float => random::uniform
random.triangular(low: float = 0.0, high: float = 1.0, mode: float|none?) -> float => random::triangular|mode:random::triangular_mode
random.gauss(mu: float = 0.0, sigma: float = 1.0) -> float => random::gauss
random.normalvariate(mu: float = 0.0, sigma: float = 1.0) -> float => random::normalvariate
random.lognormvariate(mu: float, sigma: float) -> float => random::lognormvariate
random.vonmisesvariate(mu: float, kappa: float) -> float => random::vonmisesvariate
random.expovariate(lambd: float) -> float ; !ZeroDivisionError => random::expovariate
random.gammavariate(alpha: float, beta: float) -> float ; !ValueError => random::gammavariate
random.betavariate(alpha: float, beta: float) -> float ; !ValueError => random::betavariate
random.paretovariate(alpha: float) -> float ; !ZeroDivisionError => random::paretovariate
random.weibullvariate(alpha: float, beta: float) -> float ; !ZeroDivisionError => random::weibullvariate
";
