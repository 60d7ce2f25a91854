//! Putting a number together: sign, prefix, grouped digits, the rest, padding. And integers.

use super::real;
use super::spec::{FormatSpec, cannot_group};
use crate::exc::{Exception, OverflowError, value_error};
use crate::int::{Int, digits};

/// The parts of a number before padding.
pub(super) struct Parts<'a> {
    pub negative: bool,
    pub prefix: &'a str,
    /// The digits that may be grouped.
    pub digits: &'a str,
    /// The decimal point and what follows.
    pub rest: &'a str,
    /// Digits in a group.
    pub group: usize,
}

/// CPython's `_PyUnicode_InsertThousandsGrouping`: groups from the right, with zeros up to `min_width`.
fn grouped(digits: &str, min_width: usize, separator: Option<char>, group: usize) -> String {
    let size = if separator.is_some() { group as i64 } else { i64::MAX };
    let mut left = digits.len();
    let mut min_width = min_width as i64;
    let mut reversed = String::new();
    loop {
        let chars = size.min((left as i64).max(min_width).max(1));
        let own = (left as i64).min(chars) as usize;
        reversed.extend(digits[left - own..left].chars().rev());
        reversed.extend(std::iter::repeat_n('0', chars as usize - own));
        left -= own;
        min_width -= chars;
        if left == 0 && min_width <= 0 {
            return reversed.chars().rev().collect();
        }
        reversed.extend(separator);
        min_width -= 1;
    }
}

impl FormatSpec {
    pub(super) fn assemble(&self, parts: &Parts<'_>) -> String {
        let sign = match self.sign {
            _ if parts.negative => "-",
            Some('+') => "+",
            Some(' ') => " ",
            _ => "",
        };
        let around = sign.len() + parts.prefix.len() + parts.rest.chars().count();
        let zeros = self.fill == Some('0') && self.align == '=';
        let min_width = if zeros { self.width.saturating_sub(around) } else { 0 };
        let number = if parts.digits.is_empty() {
            String::new()
        } else {
            grouped(parts.digits, min_width, self.grouping, parts.group)
        };
        let len = around + number.len();
        if self.align == '=' {
            let missing = self.width.saturating_sub(len);
            let fill: String = std::iter::repeat_n(self.fill.unwrap_or(' '), missing).collect();
            return format!("{sign}{}{fill}{number}{}", parts.prefix, parts.rest);
        }
        self.pad(format!("{sign}{}{number}{}", parts.prefix, parts.rest), len)
    }
}

/// `format(Decimal, spec)`.
pub(crate) fn format_decimal(value: &crate::decimal::Decimal, spec: &str) -> Result<String, Exception> {
    let invalid = |_| value_error("invalid format string");
    let spec = FormatSpec::parse(spec, "decimal.Decimal", true).map_err(invalid)?;
    if spec.alternate
        || spec.no_negative_zero
        || spec.grouping == Some('_')
        || spec.kind.is_some_and(|kind| !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%'))
    {
        return Err(value_error("invalid format string"));
    }
    let (negative, digits, rest) = value.laid_out(spec.kind, spec.precision);
    Ok(spec.assemble(&Parts { negative, prefix: "", digits: &digits, rest: &rest, group: 3 }))
}

/// `format(int, spec)`.
pub(super) fn format_int(value: &Int, spec: &str, class: &str) -> Result<String, Exception> {
    let spec = FormatSpec::parse(spec, class, true)?;
    let kind = spec.kind.unwrap_or('d');
    match kind {
        'b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n' => {}
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
            return real::format_parsed(value.try_float()?, &spec, class);
        }
        _ => return Err(spec.unknown(class)),
    }
    if spec.precision.is_some() {
        return Err(value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if kind == 'c' {
        return format_char(value, &spec);
    }
    if kind == 'n'
        && let Some(grouping) = spec.grouping
    {
        return Err(cannot_group(grouping, 'n'));
    }
    let (base, prefix) = match kind {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = digits(value, base);
    if kind == 'X' {
        digits.make_ascii_uppercase();
    }
    Ok(spec.assemble(&Parts {
        negative: value.signum() < 0,
        prefix: if spec.alternate { prefix } else { "" },
        digits: &digits,
        rest: "",
        group: if base == 10 { 3 } else { 4 },
    }))
}

fn format_char(value: &Int, spec: &FormatSpec) -> Result<String, Exception> {
    if spec.sign.is_some() {
        return Err(value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let Some(code) = value.to_i64() else {
        return Err(Exception::new(OverflowError, "Python int too large to convert to C long"));
    };
    let code = u32::try_from(code).ok();
    let Some(c) = code.and_then(char::from_u32) else {
        return Err(Exception::new(OverflowError, "%c arg not in range(0x110000)"));
    };
    let text = c.to_string();
    Ok(spec.assemble(&Parts { negative: false, prefix: "", digits: "", rest: &text, group: 3 }))
}
