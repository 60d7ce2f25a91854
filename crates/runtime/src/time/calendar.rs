//! Moments as years, months and days: `gmtime`, `localtime`, `strftime`. The local time is UTC, as WebAssembly knows no other.
//!
//! Source: C's `strftime` in the locale "C"; Howard Hinnant's "chrono-compatible low-level date algorithms" for the civil
//! calendar.

use std::fmt;
use std::rc::Rc;

use crate::exc::{Exception, IndexError, OverflowError, value_error};
use crate::hash::PyHash;
use crate::item::Item;
use crate::macros::{raising_fns, raising_methods};
use crate::output;
use crate::show::Repr;
use crate::str::Str;
use crate::truth::Truth;

const DAY: i64 = 86_400;
const FIELDS: [&str; 9] =
    ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `time.struct_time`. Clones share it.
#[derive(Clone)]
pub struct StructTime(Rc<([i64; 9], &'static str)>);

/// Year, month and day of the day that is `days` after the first of 1970.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + 400 * era + i64::from(month <= 2), month, day)
}

/// How many days after the first of 1970 a day is.
fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let year = year + (month - 1).div_euclid(12);
    let month = (month - 1).rem_euclid(12) + 1;
    let year = year - i64::from(month <= 2);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn broken_down(seconds: i64, zone: &'static str) -> StructTime {
    let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = civil(days);
    let of_year = days - days_of(year, 1, 1) + 1;
    let weekday = (days + 3).rem_euclid(7);
    let fields = [year, month, day, rest / 3600, rest / 60 % 60, rest % 60, weekday, of_year, 0];
    StructTime(Rc::new((fields, zone)))
}

fn whole(seconds: f64) -> Result<i64, Exception> {
    if seconds.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    // CPython's own bound is that of the year, which is an `int` of C's.
    if seconds.abs() > 6.7e16 {
        return Err(Exception::new(OverflowError, "timestamp out of range for platform time_t"));
    }
    Ok(seconds.floor() as i64)
}

fn now() -> i64 {
    super::since_epoch().as_secs() as i64
}

/// What `datetime.timetuple()` gives of so many seconds after the first of 1970.
#[must_use]
pub fn moment(seconds: i64, is_dst: i64) -> StructTime {
    let StructTime(made) = broken_down(seconds, "UTC");
    let (mut fields, zone) = *made;
    fields[8] = is_dst;
    StructTime(Rc::new((fields, zone)))
}

/// `time.gmtime()`.
#[must_use]
pub fn gmtime() -> StructTime {
    broken_down(now(), "GMT")
}

/// `time.localtime()`.
#[must_use]
pub fn localtime() -> StructTime {
    broken_down(now(), "UTC")
}

/// `time.strftime(format)`.
#[must_use]
pub fn strftime(format: &str) -> Str {
    strftime_of(format, &localtime())
}

/// `time.strftime(format, time)`.
#[must_use]
pub fn strftime_of(format: &str, time: &StructTime) -> Str {
    let mut out = String::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        match chars.next() {
            None => out.push('%'),
            // Without the zero or blank before it.
            Some('-') => {
                let mut text = String::new();
                time.write(chars.next().unwrap_or('%'), &mut text);
                out.push_str(
                    text.trim_start_matches(['0', ' ']).get(..).filter(|it| !it.is_empty()).unwrap_or("0"),
                );
            }
            Some('0'..='9' | '_' | '^' | '#' | 'E' | 'O') => {
                output::trap("strftime with flags of the C library");
            }
            Some(directive) => time.write(directive, &mut out),
        }
    }
    Str::from(out)
}

/// `time.asctime()`.
#[must_use]
pub fn asctime() -> Str {
    asctime_of(&localtime())
}

/// `time.asctime(time)`, which is `time.ctime` too.
#[must_use]
pub fn asctime_of(time: &StructTime) -> Str {
    strftime_of("%a %b %e %H:%M:%S %Y", time)
}

/// `time.mktime(time)`.
#[must_use]
pub fn mktime(time: &StructTime) -> f64 {
    time.seconds() as f64
}

raising_fns! {
    /// `time.gmtime(seconds)`.
    fn try_gmtime_of / gmtime_of(seconds: f64) -> StructTime { Ok(broken_down(whole(seconds)?, "GMT")) }

    /// `time.localtime(seconds)`.
    fn try_localtime_of / localtime_of(seconds: f64) -> StructTime { Ok(broken_down(whole(seconds)?, "UTC")) }

    /// `time.ctime(seconds)`.
    fn try_ctime_of / ctime_of(seconds: f64) -> Str { Ok(asctime_of(&try_localtime_of(seconds)?)) }
}

macro_rules! fields {
    ($($name:ident: $at:literal;)*) => { $(
        #[doc = concat!("`", stringify!($name), "`.")]
        #[must_use]
        pub fn $name(&self) -> i64 {
            self.0.0[$at]
        }
    )* };
}

impl StructTime {
    fields! {
        tm_year: 0;
        tm_mon: 1;
        tm_mday: 2;
        tm_hour: 3;
        tm_min: 4;
        tm_sec: 5;
        tm_wday: 6;
        tm_yday: 7;
        tm_isdst: 8;
    }

    fn seconds(&self) -> i64 {
        let [year, month, day, hour, minute, second, ..] = self.0.0;
        days_of(year, month, day) * DAY + hour * 3600 + minute * 60 + second
    }

    /// The year and week of ISO 8601.
    fn iso_week(&self) -> (i64, i64) {
        let (year, of_year, weekday) = (self.tm_year(), self.tm_yday(), self.tm_wday());
        let n_weeks = |year: i64| {
            let first = (days_of(year, 1, 1) + 3).rem_euclid(7);
            let is_leap = days_of(year + 1, 1, 1) - days_of(year, 1, 1) == 366;
            if first == 3 || (first == 2 && is_leap) { 53 } else { 52 }
        };
        match (of_year - 1 - weekday + 10) / 7 {
            0 => (year - 1, n_weeks(year - 1)),
            week if week > n_weeks(year) => (year + 1, 1),
            week => (year, week),
        }
    }

    /// What `%` and `directive` stand for; what C does not know stays as it is.
    fn write(&self, directive: char, out: &mut String) {
        let [year, month, day, hour, minute, second, weekday, of_year, _] = self.0.0;
        let name = |names: &[&'static str], at: i64| {
            usize::try_from(at).ok().and_then(|at| names.get(at).copied()).unwrap_or("?")
        };
        let of_twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        let sunday = (weekday + 1) % 7;
        let more = |format: &str| strftime_of(format, self).as_str().to_owned();
        let text = match directive {
            'a' => name(&DAYS, weekday).chars().take(3).collect(),
            'A' => name(&DAYS, weekday).to_owned(),
            'b' | 'h' => name(&MONTHS, month - 1).chars().take(3).collect(),
            'B' => name(&MONTHS, month - 1).to_owned(),
            'c' => more("%a %b %e %H:%M:%S %Y"),
            'C' => format!("{:02}", year.div_euclid(100)),
            'd' => format!("{day:02}"),
            'D' | 'x' => more("%m/%d/%y"),
            'e' => format!("{day:2}"),
            'F' => more("%Y-%m-%d"),
            'g' => format!("{:02}", self.iso_week().0.rem_euclid(100)),
            'G' => self.iso_week().0.to_string(),
            'H' => format!("{hour:02}"),
            'I' => format!("{of_twelve:02}"),
            'j' => format!("{of_year:03}"),
            'k' => format!("{hour:2}"),
            'l' => format!("{of_twelve:2}"),
            'm' => format!("{month:02}"),
            'M' => format!("{minute:02}"),
            'n' => "\n".to_owned(),
            'p' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
            'P' => if hour < 12 { "am" } else { "pm" }.to_owned(),
            'r' => more("%I:%M:%S %p"),
            'R' => more("%H:%M"),
            's' => self.seconds().to_string(),
            'S' => format!("{second:02}"),
            't' => "\t".to_owned(),
            'T' | 'X' => more("%H:%M:%S"),
            'u' => (weekday + 1).to_string(),
            'U' => format!("{:02}", (of_year - 1 + 7 - sunday) / 7),
            'V' => format!("{:02}", self.iso_week().1),
            'w' => sunday.to_string(),
            'W' => format!("{:02}", (of_year - 1 + 7 - weekday) / 7),
            'y' => format!("{:02}", year.rem_euclid(100)),
            'Y' => year.to_string(),
            'z' => "+0000".to_owned(),
            'Z' => self.0.1.to_owned(),
            '%' => "%".to_owned(),
            other => format!("%{other}"),
        };
        out.push_str(&text);
    }

    /// `len(self)`.
    #[expect(clippy::len_without_is_empty, reason = "there are always nine")]
    #[must_use]
    pub fn len(&self) -> i64 {
        9
    }

    /// `iter(self)`.
    pub fn iter(&self) -> impl Iterator<Item = i64> + use<> {
        self.0.0.into_iter()
    }

    raising_methods! {
        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> i64 {
            let at = if index < 0 { index + 9 } else { index };
            let found = usize::try_from(at).ok().and_then(|at| self.0.0.get(at).copied());
            found.ok_or_else(|| Exception::new(IndexError, "tuple index out of range"))
        }
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl PartialEq for StructTime {
    fn eq(&self, other: &Self) -> bool {
        self.0.0 == other.0.0
    }
}

impl PartialOrd for StructTime {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.0.0.partial_cmp(&other.0.0)
    }
}

impl PyHash for StructTime {
    fn py_hash(&self) -> i64 {
        self.0.0.into_iter().collect::<crate::Tuple<i64>>().py_hash()
    }
}

impl Truth for StructTime {
    fn truth(&self) -> bool {
        true
    }
}

impl Repr for StructTime {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("time.struct_time(")?;
        for (at, (name, field)) in FIELDS.iter().zip(self.0.0).enumerate() {
            write!(f, "{}{name}={field}", if at == 0 { "" } else { ", " })?;
        }
        f.write_str(")")
    }
}

// SAFETY: counts a reference.
unsafe impl Item for StructTime {
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}
