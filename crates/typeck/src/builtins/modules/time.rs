//! `time`.

use super::LibraryModule;

pub(super) const TIME: LibraryModule = LibraryModule { name: "time", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
time.time() -> float => time::time
time.time_ns() -> nat => time::time_ns
time.perf_counter() -> float => time::perf_counter
time.perf_counter_ns() -> nat => time::perf_counter_ns
time.monotonic() -> float => time::perf_counter
time.monotonic_ns() -> nat => time::perf_counter_ns
time.process_time() -> float => time::perf_counter
time.process_time_ns() -> nat => time::perf_counter_ns
time.sleep(seconds: float) -> none ; !ValueError => time::sleep
";
