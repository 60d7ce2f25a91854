//! Floats: `e`, `f`, `g`, `%`, and the plain form.

use super::number::Parts;
use super::spec::FormatSpec;
use crate::exc::Exception;
use crate::float;

/// `format(float, spec)`.
pub(super) fn format_float(value: f64, spec: &str) -> Result<String, Exception> {
    let spec = FormatSpec::parse(spec, "float", true)?;
    format_parsed(value, &spec, "float")
}

pub(super) fn format_parsed(value: f64, spec: &FormatSpec, class: &str) -> Result<String, Exception> {
    let mut text = match spec.kind {
        None => match spec.precision {
            None => plain(value.abs(), spec.alternate),
            Some(precision) => general(value.abs(), precision, spec.alternate, true),
        },
        Some('e' | 'E') => exponential(value.abs(), spec.precision.unwrap_or(6), spec.alternate),
        Some('f' | 'F') => fixed(value.abs(), spec.precision.unwrap_or(6), spec.alternate),
        Some('g' | 'G' | 'n') => general(value.abs(), spec.precision.unwrap_or(6), spec.alternate, false),
        Some('%') => fixed((value * 100.0).abs(), spec.precision.unwrap_or(6), spec.alternate),
        Some(_) => return Err(spec.unknown(class)),
    };
    if spec.kind.is_some_and(char::is_uppercase) {
        text.make_ascii_uppercase();
    }
    let zero = !text.contains(|c: char| c.is_ascii_digit() && c != '0' || c == 'n' || c == 'N');
    let zero = zero
        || text.split(['e', 'E']).next().is_some_and(|mantissa| {
            !mantissa.contains(|c| ('1'..='9').contains(&c)) && mantissa.contains('0')
        });
    let negative = value.is_sign_negative() && !value.is_nan() && !(spec.no_negative_zero && zero);
    if spec.kind == Some('%') {
        text.push('%');
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Ok(spec.assemble(&Parts { negative, prefix: "", digits, rest, group: 3 }))
}

fn special(size: f64) -> Option<String> {
    if size.is_nan() {
        Some("nan".to_owned())
    } else if size.is_infinite() {
        Some("inf".to_owned())
    } else {
        None
    }
}

fn plain(size: f64, alternate: bool) -> String {
    special(size).unwrap_or_else(|| {
        let text = float::shortest(size);
        match text.split_once('e') {
            Some((mantissa, exponent)) if alternate && !mantissa.contains('.') => {
                format!("{mantissa}.e{exponent}")
            }
            _ => text,
        }
    })
}

/// `%f` of a non-negative number.
pub(super) fn fixed(size: f64, precision: usize, alternate: bool) -> String {
    special(size).unwrap_or_else(|| {
        let point = if alternate && precision == 0 { "." } else { "" };
        format!("{size:.precision$}{point}")
    })
}

/// `%e` of a non-negative number.
pub(super) fn exponential(size: f64, precision: usize, alternate: bool) -> String {
    special(size).unwrap_or_else(|| {
        let (mantissa, exponent) = decimal(size, precision);
        let point = if alternate && precision == 0 { "." } else { "" };
        format!("{mantissa}{point}{}", exponent_text(exponent))
    })
}

fn exponent_text(exponent: i32) -> String {
    format!("e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

/// `1.25` and 3 for 1250 with two places.
fn decimal(size: f64, places: usize) -> (String, i32) {
    let text = format!("{size:.places$e}");
    let (mantissa, exponent) = text.split_once('e').expect("`{:e}` prints an exponent");
    (mantissa.to_owned(), exponent.parse().expect("`{:e}` prints a decimal exponent"))
}

/// `%g` of a non-negative number; with `dot_zero` at least one digit after the point.
pub(crate) fn general(size: f64, precision: usize, alternate: bool, dot_zero: bool) -> String {
    if let Some(text) = special(size) {
        return text;
    }
    let precision = precision.max(1);
    let (mantissa, exponent) = decimal(size, precision - 1);
    let point = exponent + 1;
    let limit = precision as i64 - i64::from(dot_zero);
    let trim = |text: String| {
        if alternate || !text.contains('.') {
            return text;
        }
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    if point <= -4 || i64::from(point) > limit {
        let mut mantissa = trim(mantissa);
        if alternate && !mantissa.contains('.') {
            mantissa.push('.');
        }
        return mantissa + &exponent_text(exponent);
    }
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    let text = if point <= 0 {
        format!("0.{}{digits}", "0".repeat(point.unsigned_abs() as usize))
    } else {
        let (whole, fraction) = digits.split_at(point as usize);
        if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
    };
    let mut text = trim(text);
    if !text.contains('.') {
        if dot_zero {
            text.push_str(".0");
        } else if alternate {
            text.push('.');
        }
    }
    text
}
