//! `float`: what Rust's `f64` does not do as Python does.

use crate::elementary::Elementary as _;
use crate::exc::{Exception, OverflowError, arg, value_error, zero_division};
use crate::int::{Int, without_underscores};
use crate::macros::raising_fns;
use crate::show::repr_str;
use crate::str::{Str, decimal_value, trim_number};

/// `repr` of a non-negative finite float: shortest digits that read back, exponent from 1e16 and below 1e-4.
pub(crate) fn shortest(size: f64) -> String {
    let mut scientific = format!("{size:e}");
    // Where two shortest texts are equally near, CPython takes the even one. It needs 16 digits.
    if scientific.len() > 17 {
        let digits = scientific.bytes().take_while(|&b| b != b'e').filter(u8::is_ascii_digit).count();
        let even = format!("{size:.*e}", digits - 1);
        if digits >= 16 && even.parse() == Ok(size) {
            scientific = even;
        }
    }
    let (mantissa, exponent) = scientific.split_once('e').expect("`{:e}` prints an exponent");
    let exponent: i32 = exponent.parse().expect("`{:e}` prints a decimal exponent");
    if !(-4..16).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{mantissa}e{sign}{:02}", exponent.abs());
    }
    let digits: String = mantissa.chars().filter(|&c| c != '.').collect();
    if exponent < 0 {
        return format!("0.{}{digits}", "0".repeat(exponent.unsigned_abs() as usize - 1));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{digits}{}.0", "0".repeat(whole - digits.len()));
    }
    format!("{}.{}", &digits[..whole], &digits[whole..])
}

/// Mantissa and exponent of a finite float: `abs(x) == mantissa * 2 ** exponent`.
pub(crate) fn decode(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    if exponent == 0 { (fraction, -1074) } else { (fraction | (1 << 52), exponent - 1075) }
}

/// `mantissa * 2 ** exponent` rounded once, ties to even; the lowest bit of a long mantissa may be sticky.
pub(crate) fn scaled(mantissa: u128, exponent: i32) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let bits = 128 - mantissa.leading_zeros() as i32;
    let top = exponent.saturating_add(bits - 1);
    if top > 1023 {
        return f64::INFINITY;
    }
    if top < -1076 {
        return 0.0;
    }
    // Bits that the result can hold: 53, fewer below the smallest normal number.
    let room = if top >= -1022 { 53 } else { 53 - (-1022 - top) };
    let lost = bits - room;
    let (kept, exponent) = if lost <= 0 {
        (mantissa as u64, exponent)
    } else {
        let kept = if lost >= 128 { 0 } else { (mantissa >> lost) as u64 };
        let rest = mantissa & ((1_u128 << lost) - 1);
        let half = 1_u128 << (lost - 1);
        let up = rest > half || (rest == half && kept & 1 == 1);
        (kept + u64::from(up), exponent + lost)
    };
    ldexp_exact(kept as f64, exponent)
}

/// `x * 2 ** exponent` where the result is exact or infinite.
fn ldexp_exact(x: f64, exponent: i32) -> f64 {
    let power = |e: i32| f64::from_bits(((e + 1023) as u64) << 52);
    let (mut x, mut e) = (x, exponent);
    while e > 1023 {
        x *= power(1023);
        e -= 1023;
    }
    // In two steps at most 1022 bits each, the first of which keeps a normal number normal.
    while e < -1022 {
        let step = (-1022 - e).min(900);
        x *= power(-step);
        e += step;
    }
    x * power(e)
}

/// `math.frexp(x)` of a finite number.
pub(crate) fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (mantissa, exponent) = decode(x);
    let bits = 64 - mantissa.leading_zeros() as i32;
    let fraction = mantissa as f64 / (1_u64 << (bits - 1)) as f64 / 2.0;
    (if x < 0.0 { -fraction } else { fraction }, exponent + bits)
}

/// Quotient and remainder as CPython computes them; `b` is not 0.
fn floored(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest != 0.0 {
        if (b < 0.0) != (rest < 0.0) {
            rest += b;
            quotient -= 1.0;
        }
    } else {
        rest = 0.0_f64.copysign(b);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        0.0_f64.copysign(a / b)
    };
    (floor, rest)
}

/// What the C library says of a result past all floats: a number and a text, as arguments.
#[cold]
fn out_of_range() -> Exception {
    Exception::from_args::<OverflowError>(vec![
        arg(&34_i64),
        arg(&Str::from("Numerical result out of range")),
    ])
}

raising_fns! {
    /// `a / b`.
    fn try_true_div / true_div(a: f64, b: f64) -> f64 {
        if b == 0.0 { Err(zero_division("float division by zero")) } else { Ok(a / b) }
    }

    /// `a // b`.
    fn try_floor_div / floor_div(a: f64, b: f64) -> f64 {
        if b == 0.0 { Err(zero_division("float floor division by zero")) } else { Ok(floored(a, b).0) }
    }

    /// `a % b`.
    fn try_modulo / modulo(a: f64, b: f64) -> f64 {
        if b == 0.0 { Err(zero_division("float modulo")) } else { Ok(floored_rest(a, b)) }
    }

    /// `divmod(a, b)`.
    fn try_divmod / divmod(a: f64, b: f64) -> (f64, f64) {
        if b == 0.0 { Err(zero_division("float divmod()")) } else { Ok(floored(a, b)) }
    }

    /// `a ** b`; a negative base with a broken exponent makes a complex number, which is a trap here.
    fn try_pow / pow(a: f64, b: f64) -> f64 {
        if b == 0.0 || a == 1.0 {
            return Ok(1.0);
        }
        if a.is_nan() || b.is_nan() {
            return Ok(f64::NAN);
        }
        if a == 0.0 && b < 0.0 && b.is_finite() {
            return Err(zero_division("0.0 cannot be raised to a negative power"));
        }
        if a == 0.0 && b == f64::NEG_INFINITY {
            return Ok(f64::INFINITY);
        }
        if a == -1.0 && b.is_infinite() {
            return Ok(1.0);
        }
        if a < 0.0 && a.is_finite() && b.is_finite() && b != b.floor() {
            crate::output::trap("a negative number raised to a fractional power is complex");
        }
        let power = a.c_pow(b);
        if power.is_infinite() && a.is_finite() && b.is_finite() {
            return Err(out_of_range());
        }
        Ok(power)
    }

    /// `float(text)`.
    fn try_parse / parse(text: &str) -> f64 {
        parse_text(text).ok_or_else(|| value_error(format!("could not convert string to float: {}", repr_str(text))))
    }

    /// `round(x)`, `x.__round__()`: half to even.
    fn try_round_int / round_int(x: f64) -> Int {
        if x.is_nan() {
            return Err(value_error("cannot convert float NaN to integer"));
        }
        if x.is_infinite() {
            return Err(Exception::new(OverflowError, "cannot convert float infinity to integer"));
        }
        Ok(Int::from_f64(x.round_ties_even()))
    }

    /// `round(x)` as a 64-bit number; a trap past it.
    #[track_caller]
    fn try_round_i64 / round_i64(x: f64) -> i64 { Ok(try_round_int(x)?.narrow()) }

    /// `round(x, digits)`: the exact decimal value, half to even.
    fn try_round / round(x: f64, digits: i64) -> f64 {
        if !x.is_finite() || x == 0.0 || digits > 323 {
            return Ok(x);
        }
        if digits < -308 {
            return Ok(0.0 * x);
        }
        let rounded = if digits >= 0 {
            format!("{x:.*}", digits as usize).parse().unwrap_or(x)
        } else {
            round_tens(x, digits.unsigned_abs() as usize)
        };
        if rounded.is_infinite() {
            return Err(Exception::new(OverflowError, "rounded value too large to represent"));
        }
        Ok(rounded)
    }

    /// `float.fromhex(text)`.
    fn try_from_hex / from_hex(text: &str) -> f64 {
        let value = parse_hex(text).ok_or_else(|| value_error("invalid hexadecimal floating-point string"))?;
        if value.is_infinite() && !text.to_ascii_lowercase().contains("inf") {
            return Err(Exception::new(OverflowError, "hexadecimal value too large to represent as a float"));
        }
        Ok(value)
    }

    /// `x.as_integer_ratio()`.
    fn try_as_integer_ratio / as_integer_ratio(x: f64) -> (Int, Int) {
        if x.is_nan() {
            return Err(value_error("cannot convert NaN to integer ratio"));
        }
        if x.is_infinite() {
            return Err(Exception::new(OverflowError, "cannot convert Infinity to integer ratio"));
        }
        if x == 0.0 {
            return Ok((Int::ZERO, Int::ONE));
        }
        let (mut mantissa, mut exponent) = decode(x);
        let zeros = mantissa.trailing_zeros();
        mantissa >>= zeros;
        exponent += zeros as i32;
        let size = Int::from(mantissa);
        let signed = if x < 0.0 { -size } else { size };
        let power = Int::from(i64::from(exponent.abs()));
        Ok(if exponent >= 0 { (signed.shl(&power), Int::ONE) } else { (signed, Int::ONE.shl(&power)) })
    }
}

/// CPython's `float_rem`: the remainder with the sign of `b`.
fn floored_rest(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest == 0.0 {
        0.0_f64.copysign(b)
    } else if (b < 0.0) != (rest < 0.0) {
        rest + b
    } else {
        rest
    }
}

/// `round(x, -places)`.
fn round_tens(x: f64, places: usize) -> f64 {
    let (whole, has_fraction) = (Int::from_f64(x), x.fract() != 0.0);
    let unit = Int::from(10_i64).pow(&Int::from(places));
    let size = whole.abs();
    let (quotient, rest) = size.divmod(&unit);
    let twice = rest * 2;
    let odd = (&quotient & 1).signum() != 0;
    let up = twice > unit || (twice == unit && (odd || has_fraction));
    let rounded = (if up { quotient + 1 } else { quotient }) * unit;
    rounded.to_f64().unwrap_or(f64::INFINITY).copysign(x)
}

fn parse_text(text: &str) -> Option<f64> {
    let text: String = trim_number(text)
        .chars()
        .map(|c| decimal_value(c).map_or(c, |digit| char::from(b'0' + digit as u8)))
        .collect();
    if !text.is_ascii() {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let size = lower.strip_prefix(['+', '-']).unwrap_or(&lower);
    let sign = if lower.starts_with('-') { -1.0_f64 } else { 1.0 };
    match size {
        "inf" | "infinity" => return Some(f64::INFINITY.copysign(sign)),
        "nan" => return Some(f64::NAN.copysign(sign)),
        _ => {}
    }
    let plain = if size.contains('_') {
        // An underscore is fine between digits and nowhere else.
        let between = size.bytes().enumerate().filter(|(_, b)| *b == b'_').all(|(i, _)| {
            let digit =
                |i: Option<usize>| i.and_then(|i| size.as_bytes().get(i)).is_some_and(u8::is_ascii_digit);
            digit(i.checked_sub(1)) && digit(Some(i + 1))
        });
        if !between {
            return None;
        }
        without_underscores(size)?
    } else {
        size.to_owned()
    };
    let valid = plain.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'+' | b'-'));
    if !valid || !plain.bytes().next().is_some_and(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    plain.parse::<f64>().ok().map(|value| value.copysign(sign))
}

/// `[sign] ["0x"] digits ["." digits] ["p" exponent]`, or a name.
fn parse_hex(text: &str) -> Option<f64> {
    let text = text.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\x0b').to_ascii_lowercase();
    let size = text.strip_prefix(['+', '-']).unwrap_or(&text);
    let sign = if text.starts_with('-') { -1.0_f64 } else { 1.0 };
    match size {
        "inf" | "infinity" => return Some(f64::INFINITY.copysign(sign)),
        "nan" => return Some(f64::NAN.copysign(sign)),
        _ => {}
    }
    let size = size.strip_prefix("0x").unwrap_or(size);
    let (digits, exponent) = match size.split_once('p') {
        Some((digits, exponent)) => {
            let number = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            // What is out of range is zero or too large in any case.
            let number = number.parse::<i32>().unwrap_or(i32::MAX).min(1 << 20);
            (digits, if exponent.starts_with('-') { -number } else { number })
        }
        None => (size, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let (mut mantissa, mut shift, mut sticky) = (0_u128, exponent, false);
    for (i, c) in whole.chars().chain(fraction.chars()).enumerate() {
        let digit = c.to_digit(16)?;
        let is_fraction = i >= whole.len();
        if mantissa >> 120 == 0 {
            mantissa = mantissa << 4 | u128::from(digit);
            shift -= 4 * i32::from(is_fraction);
        } else {
            sticky |= digit != 0;
            shift += 4 * i32::from(!is_fraction);
        }
    }
    Some(scaled(mantissa | u128::from(sticky), shift).copysign(sign))
}

/// `x.is_integer()`.
#[inline]
#[must_use]
pub fn is_integer(x: f64) -> bool {
    x.is_finite() && x.floor() == x
}

/// `str(x)`, `repr(x)`.
#[must_use]
pub fn to_str(x: f64) -> Str {
    Str::from(format!("{}", crate::py(&x)))
}

/// `x.hex()`.
#[must_use]
pub fn hex(x: f64) -> Str {
    if x.is_nan() {
        return Str::from("nan");
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x.is_infinite() {
        return Str::from(format!("{sign}inf"));
    }
    if x == 0.0 {
        return Str::from(format!("{sign}0x0.0p+0"));
    }
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let (lead, exponent) = if exponent == 0 { (0, -1022) } else { (1, exponent - 1023) };
    Str::from(format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}"))
}

/// `float(number)` of a 64-bit number.
#[inline]
#[must_use]
pub fn from_int(a: i64) -> f64 {
    a as f64
}
