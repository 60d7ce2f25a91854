//! `random`: CPython's generator and distributions, so that a seed gives the same numbers.
//!
//! Source: Library Reference, "random"; `Lib/random.py` of 3.11 for the order in which numbers are drawn. [`Random`] is a
//! generator; the functions of the module use one of the thread, which takes its seed from the system's entropy.

mod distributions;
mod seed;
mod twister;

use std::cell::RefCell;
use std::rc::Rc;

pub use seed::Seed;

use crate::bytes::Bytes;
use crate::elementary::Elementary as _;
use crate::exc::{Exception, IndexError, value_error};
use crate::int::{Int, of_bytes};
use crate::item::Item;
use crate::list::List;
use crate::macros::{opaque, raising_methods};
use twister::Twister;

struct State {
    twister: Twister,
    /// The second number of the last pair of `gauss`.
    gauss_next: Option<f64>,
}

/// `random.Random`.
#[derive(Clone)]
pub struct Random(Rc<RefCell<State>>);

/// An `int` in either of its representations.
pub trait Whole: Item {
    /// As a number of any size.
    fn to_int(self) -> Int;
    /// Back, where the value is known to fit.
    fn from_int(int: Int) -> Self;
}

impl Whole for i64 {
    fn to_int(self) -> Int {
        Int::from(self)
    }

    fn from_int(int: Int) -> Self {
        int.narrow()
    }
}

impl Whole for Int {
    fn to_int(self) -> Int {
        self
    }

    fn from_int(int: Int) -> Self {
        int
    }
}

impl Default for Random {
    fn default() -> Self {
        Random::new()
    }
}

impl Random {
    /// `Random()`: seeded by the system.
    #[must_use]
    pub fn new() -> Self {
        Random::from_digits(&seed::entropy())
    }

    /// `Random(seed)`.
    #[must_use]
    pub fn seeded<S: Seed + ?Sized>(seed: &S) -> Self {
        Random::from_digits(&seed.digits())
    }

    fn from_digits(digits: &[u32]) -> Self {
        Random(Rc::new(RefCell::new(State { twister: Twister::from_digits(digits), gauss_next: None })))
    }

    fn reset(&self, digits: &[u32]) {
        *self.0.borrow_mut() = State { twister: Twister::from_digits(digits), gauss_next: None };
    }

    /// `seed(value)`.
    pub fn seed<S: Seed + ?Sized>(&self, seed: &S) {
        self.reset(&seed.digits());
    }

    /// `seed()`.
    pub fn seed_fresh(&self) {
        self.reset(&seed::entropy());
    }

    /// `random()`: in [0, 1).
    pub fn random(&self) -> f64 {
        self.0.borrow_mut().twister.next_float()
    }

    /// A number in [0, n) for a positive n.
    fn below(&self, n: &Int) -> Int {
        let mut state = self.0.borrow_mut();
        if let Some(n) = n.to_i64() {
            let bits = 64 - n.leading_zeros();
            loop {
                let drawn = state.twister.next_small(bits) as i64;
                if drawn < n {
                    return Int::from(drawn);
                }
            }
        }
        let bits = n.bit_length() as u64;
        loop {
            let drawn = from_digits(&state.twister.next_digits(bits));
            if drawn < *n {
                return drawn;
            }
        }
    }

    fn index_below(&self, n: i64) -> i64 {
        self.below(&Int::from(n)).narrow()
    }

    raising_methods! {
        /// `getrandbits(k)`.
        fn try_getrandbits / getrandbits(&self, k: i64) -> Int {
            if k < 0 {
                return Err(value_error("number of bits must be non-negative"));
            }
            Ok(from_digits(&self.0.borrow_mut().twister.next_digits(k as u64)))
        }

        /// `randbytes(n)`.
        fn try_randbytes / randbytes(&self, n: i64) -> Bytes {
            let n_bytes = usize::try_from(n).map_err(|_| value_error("number of bits must be non-negative"))?;
            let digits = self.0.borrow_mut().twister.next_digits(8 * n_bytes as u64);
            let mut bytes: Vec<u8> = digits.iter().flat_map(|digit| digit.to_le_bytes()).collect();
            bytes.truncate(n_bytes);
            Ok(Bytes::from(bytes))
        }

        /// `randrange(stop)`.
        fn try_randrange / randrange[N: Whole](&self, stop: N) -> N {
            let stop = stop.to_int();
            if stop.signum() <= 0 {
                return Err(value_error("empty range for randrange()"));
            }
            Ok(N::from_int(self.below(&stop)))
        }

        /// `randrange(start, stop)`.
        fn try_randrange_between / randrange_between[N: Whole](&self, start: N, stop: N) -> N {
            let (start, stop) = (start.to_int(), stop.to_int());
            let width = &stop - &start;
            if width.signum() <= 0 {
                return Err(value_error(format!("empty range for randrange() ({start}, {stop}, {width})")));
            }
            Ok(N::from_int(start + self.below(&width)))
        }

        /// `randrange(start, stop, step)`.
        fn try_randrange_step / randrange_step[N: Whole](&self, start: N, stop: N, step: N) -> N {
            let (start, stop, step) = (start.to_int(), stop.to_int(), step.to_int());
            if step == Int::ONE {
                return self.try_randrange_between(N::from_int(start), N::from_int(stop));
            }
            if step.signum() == 0 {
                return Err(value_error("zero step for randrange()"));
            }
            let width = &stop - &start;
            let count = (width + &step - Int::from(step.signum())).try_floor_div(&step)?;
            if count.signum() <= 0 {
                return Err(value_error("empty range for randrange()"));
            }
            Ok(N::from_int(start + step * self.below(&count)))
        }

        /// `randint(a, b)`: both ends are included.
        fn try_randint / randint[N: Whole](&self, a: N, b: N) -> N {
            self.try_randrange_between(a, N::from_int(b.to_int() + Int::ONE))
        }

        /// `choice(items)`.
        fn try_choice / choice[T: Item](&self, items: &List<T>) -> T {
            if items.is_empty() {
                return Err(Exception::new(IndexError, "Cannot choose from an empty sequence"));
            }
            items.try_at(self.index_below(items.len()))
        }

        /// `sample(items, k)`: k different positions.
        fn try_sample / sample[T: Item](&self, items: &List<T>, k: i64) -> List<T> {
            let n = items.len();
            if !(0..=n).contains(&k) {
                return Err(value_error("Sample larger than population or is negative"));
            }
            // Which of the two ways is taken decides which numbers are drawn.
            let mut set_size = 21;
            if k > 5 {
                set_size += 4_i64.pow((((k * 3) as f64).c_log() / 4.0_f64.c_log()).ceil() as u32);
            }
            if n <= set_size {
                let mut pool = items.to_vec();
                let mut left = n;
                return Ok((0..k)
                    .map(|_| {
                        let at = self.index_below(left) as usize;
                        left -= 1;
                        let last = pool[left as usize].clone();
                        std::mem::replace(&mut pool[at], last)
                    })
                    .collect());
            }
            let mut selected = hashbrown::HashSet::<i64, std::hash::RandomState>::default();
            let mut result = Vec::new();
            for _ in 0..k {
                let mut at = self.index_below(n);
                while !selected.insert(at) {
                    at = self.index_below(n);
                }
                result.push(items.try_at(at)?);
            }
            Ok(List::from(result))
        }

        /// `choices(items, k=k)`.
        fn try_choices / choices[T: Item](&self, items: &List<T>, k: i64) -> List<T> {
            let n = items.len() as f64;
            (0..k).map(|_| items.try_at((self.random() * n).floor() as i64).map_err(|_| empty())).collect()
        }

        /// `choices(items, weights, k=k)`.
        fn try_choices_weighted / choices_weighted[T: Item](
            &self,
            items: &List<T>,
            weights: crate::Iter<f64>,
            k: i64,
        ) -> List<T> {
            let mut total = 0.0;
            let mut sums = Vec::new();
            for weight in weights {
                total += weight?;
                sums.push(Ok(total));
            }
            self.try_choices_cumulative(items, crate::Iter::new(sums.into_iter()), k)
        }

        /// `choices(items, cum_weights=sums, k=k)`.
        fn try_choices_cumulative / choices_cumulative[T: Item](
            &self,
            items: &List<T>,
            sums: crate::Iter<f64>,
            k: i64,
        ) -> List<T> {
            let sums = sums.collect::<Result<Vec<f64>, Exception>>()?;
            if sums.len() as i64 != items.len() {
                return Err(value_error("The number of weights does not match the population"));
            }
            let total = sums.last().copied().ok_or_else(empty)?;
            if total <= 0.0 {
                return Err(value_error("Total of weights must be greater than zero"));
            }
            if !total.is_finite() {
                return Err(value_error("Total of weights must be finite"));
            }
            let last = sums.len() - 1;
            (0..k)
                .map(|_| {
                    let drawn = self.random() * total;
                    items.try_at(sums[..last].partition_point(|sum| *sum <= drawn) as i64)
                })
                .collect()
        }
    }

    /// `shuffle(items)`.
    pub fn shuffle<T: Item>(&self, items: &List<T>) {
        for i in (1..items.len()).rev() {
            items.swap_at(i, self.index_below(i + 1));
        }
    }
}

fn empty() -> Exception {
    Exception::new(IndexError, "list index out of range")
}

/// The number with these 32-bit digits, least significant first.
fn from_digits(digits: &[u32]) -> Int {
    match digits {
        [] => Int::ZERO,
        [low] => Int::from(i64::from(*low)),
        digits => {
            let bytes: Vec<u8> = digits.iter().rev().flat_map(|digit| digit.to_be_bytes()).collect();
            of_bytes(&bytes, false)
        }
    }
}

opaque!(Random, "random.Random");

thread_local! {
    static SHARED: Random = Random::new();
}

/// The functions of the module: methods of the thread's generator.
macro_rules! functions {
    ($(fn $name:ident $([$($g:tt)*])? ($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => { $(
        #[doc = concat!("`random.", stringify!($name), "` of the thread's generator; ends the program where Python raises.")]
        pub fn $name $(<$($g)*>)? ($($arg: $ty),*) $(-> $ret)? {
            SHARED.with(|shared| shared.$name($($arg),*))
        }
    )* };
}

/// The same with exceptions that somebody observes.
macro_rules! raising {
    ($(fn $try_name:ident / $name:ident $([$($g:tt)*])? ($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => {
        functions! { $(
            fn $name $([$($g)*])? ($($arg: $ty),*) -> $ret;
            fn $try_name $([$($g)*])? ($($arg: $ty),*) -> Result<$ret, Exception>;
        )* }
    };
}

functions! {
    fn seed[S: Seed + ?Sized](seed: &S);
    fn seed_fresh();
    fn random() -> f64;
    fn shuffle[T: Item](items: &List<T>);
    fn uniform(a: f64, b: f64) -> f64;
    fn triangular(low: f64, high: f64) -> f64;
    fn triangular_mode(low: f64, high: f64, mode: f64) -> f64;
    fn gauss(mu: f64, sigma: f64) -> f64;
    fn normalvariate(mu: f64, sigma: f64) -> f64;
    fn lognormvariate(mu: f64, sigma: f64) -> f64;
    fn vonmisesvariate(mu: f64, kappa: f64) -> f64;
}

raising! {
    fn try_getrandbits / getrandbits(k: i64) -> Int;
    fn try_randbytes / randbytes(n: i64) -> Bytes;
    fn try_randrange / randrange[N: Whole](stop: N) -> N;
    fn try_randrange_between / randrange_between[N: Whole](start: N, stop: N) -> N;
    fn try_randrange_step / randrange_step[N: Whole](start: N, stop: N, step: N) -> N;
    fn try_randint / randint[N: Whole](a: N, b: N) -> N;
    fn try_choice / choice[T: Item](items: &List<T>) -> T;
    fn try_sample / sample[T: Item](items: &List<T>, k: i64) -> List<T>;
    fn try_choices / choices[T: Item](items: &List<T>, k: i64) -> List<T>;
    fn try_choices_weighted / choices_weighted[T: Item](items: &List<T>, weights: crate::Iter<f64>, k: i64) -> List<T>;
    fn try_choices_cumulative / choices_cumulative[T: Item](items: &List<T>, sums: crate::Iter<f64>, k: i64) -> List<T>;
    fn try_expovariate / expovariate(lambd: f64) -> f64;
    fn try_gammavariate / gammavariate(alpha: f64, beta: f64) -> f64;
    fn try_betavariate / betavariate(alpha: f64, beta: f64) -> f64;
    fn try_paretovariate / paretovariate(alpha: f64) -> f64;
    fn try_weibullvariate / weibullvariate(alpha: f64, beta: f64) -> f64;
}
