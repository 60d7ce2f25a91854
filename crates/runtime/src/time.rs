//! `time`: clocks and waiting.

use std::cell::OnceCell;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::exc::value_error;
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
