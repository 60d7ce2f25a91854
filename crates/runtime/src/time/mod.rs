//! `time`: clocks and waiting; `timeit` of functions.

mod calendar;

pub use calendar::*;

use std::cell::OnceCell;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::exc::{Exception, or_end, value_error};
use crate::list::List;
use crate::macros::raising_fns;

thread_local! {
    static START: OnceCell<Instant> = const { OnceCell::new() };
}

fn since_start() -> Duration {
    START.with(|start| start.get_or_init(Instant::now).elapsed())
}

fn since_epoch() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// `time.time()`: seconds since 1970.
#[must_use]
pub fn time() -> f64 {
    since_epoch().as_secs_f64()
}

/// `time.time_ns()`.
#[must_use]
pub fn time_ns() -> i64 {
    since_epoch().as_nanos() as i64
}

/// `time.perf_counter()`, `time.monotonic()`, `time.process_time()`: seconds since some moment before the call.
#[must_use]
pub fn perf_counter() -> f64 {
    since_start().as_secs_f64()
}

/// The seconds that `times` calls take.
fn timed<T>(call: &mut impl FnMut() -> Result<T, Exception>, times: i64) -> Result<f64, Exception> {
    let start = Instant::now();
    for _ in 0..times {
        call()?;
    }
    Ok(start.elapsed().as_secs_f64())
}

/// `timeit.timeit(call, number=times)`.
///
/// # Errors
/// What a call raises.
pub fn try_timeit<T>(mut call: impl FnMut() -> Result<T, Exception>, times: i64) -> Result<f64, Exception> {
    timed(&mut call, times)
}

/// The same where nobody observes exceptions.
pub fn timeit<T>(call: impl FnMut() -> Result<T, Exception>, times: i64) -> f64 {
    or_end(try_timeit(call, times))
}

/// `timeit.repeat(call, repeat=repeat, number=times)`.
///
/// # Errors
/// What a call raises.
pub fn try_repeat<T>(
    mut call: impl FnMut() -> Result<T, Exception>,
    repeat: i64,
    times: i64,
) -> Result<List<f64>, Exception> {
    (0..repeat).map(|_| timed(&mut call, times)).collect::<Result<Vec<f64>, Exception>>().map(List::from)
}

/// The same where nobody observes exceptions.
pub fn repeat<T>(call: impl FnMut() -> Result<T, Exception>, repeat: i64, times: i64) -> List<f64> {
    or_end(try_repeat(call, repeat, times))
}

/// What is not run.
const TEXT: &str = "`timeit` of a text that only the run knows";

/// `timeit.timeit(text)` of a text that only the run knows: a trap.
#[must_use]
pub fn timeit_text(_: &str, _: Option<&str>, _: i64) -> f64 {
    crate::output::trap(TEXT)
}

/// `timeit.repeat(text)` of such a text: a trap.
#[must_use]
pub fn repeat_text(_: &str, _: Option<&str>, _: i64, _: i64) -> List<f64> {
    crate::output::trap(TEXT)
}

/// `time.perf_counter_ns()`.
#[must_use]
pub fn perf_counter_ns() -> i64 {
    since_start().as_nanos() as i64
}

raising_fns! {
    /// `time.sleep(seconds)`.
    fn try_sleep / sleep(seconds: f64) -> () {
        if seconds.is_nan() {
            return Err(value_error("Invalid value NaN (not a number)"));
        }
        if seconds < 0.0 {
            return Err(value_error("sleep length must be non-negative"));
        }
        std::thread::sleep(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX));
        Ok(())
    }
}
