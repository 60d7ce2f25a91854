//! `time`.

use super::{LibraryModule, Native};

pub(super) const TIME: LibraryModule = LibraryModule {
    name: "time",
    rows: ROWS,
    natives: &[Native {
        name: "struct_time",
        module: "time",
        runtime: "time::StructTime",
        has_functions: false,
    }],
    ..LibraryModule::EMPTY
};

const ROWS: &str = "
time.time() -> float => time::time
time.time_ns() -> nat => time::time_ns
time.perf_counter() -> float => time::perf_counter
time.perf_counter_ns() -> nat => time::perf_counter_ns
time.monotonic() -> float => time::perf_counter
time.monotonic_ns() -> nat => time::perf_counter_ns
time.process_time() -> float => time::perf_counter
time.thread_time() -> float => time::perf_counter
time.process_time_ns() -> nat => time::perf_counter_ns
time.gmtime(seconds: float|none?) -> struct_time ; !ValueError OverflowError => =time::gmtime|seconds:time::gmtime_of
time.localtime(seconds: float|none?) -> struct_time ; !ValueError OverflowError => =time::localtime|seconds:time::localtime_of
time.strftime(format: str) -> str => time::strftime
time.strftime(format: str, time_tuple: &struct_time) -> str => time::strftime_of
time.asctime() -> str => time::asctime
time.asctime(time_tuple: &struct_time) -> str => time::asctime_of
time.ctime(seconds: float|none?) -> str ; !ValueError OverflowError => =time::asctime|seconds:time::ctime_of
time.mktime(time_tuple: &struct_time) -> float => time::mktime
time.sleep(seconds: float) -> none ; !ValueError => time::sleep

struct_time.tm_year: int => tm_year
struct_time.tm_mon: int => tm_mon
struct_time.tm_mday: int => tm_mday
struct_time.tm_hour: int => tm_hour
struct_time.tm_min: int => tm_min
struct_time.tm_sec: int => tm_sec
struct_time.tm_wday: int => tm_wday
struct_time.tm_yday: int => tm_yday
struct_time.tm_isdst: int => tm_isdst
struct_time.__len__() -> nat => len
struct_time.__iter__() -> int => iter
struct_time.__getitem__(index: int) -> int ; !IndexError => at
struct_time.__eq__(other: &struct_time) -> bool => eq
";
