//! `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`, parsed as CPython does.

use crate::exc::{Exception, value_error};

/// A parsed format specification.
#[derive(Debug, Clone)]
pub struct FormatSpec {
    pub(super) fill: Option<char>,
    pub(super) align: char,
    pub(super) sign: Option<char>,
    pub(super) no_negative_zero: bool,
    pub(super) alternate: bool,
    pub(super) width: usize,
    pub(super) grouping: Option<char>,
    pub(super) precision: Option<usize>,
    pub(super) kind: Option<char>,
}

fn is_align(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '^')
}

fn number(chars: &[char], at: &mut usize) -> Result<Option<usize>, Exception> {
    let start = *at;
    let mut value: usize = 0;
    while let Some(digit) = chars.get(*at).and_then(|c| c.to_digit(10)) {
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add(digit as usize))
            .filter(|&value| value <= i64::MAX as usize)
            .ok_or_else(|| value_error("Too many decimal digits in format string"))?;
        *at += 1;
    }
    Ok((*at > start).then_some(value))
}

impl FormatSpec {
    /// Parses `spec`; numbers are aligned to the right by default, text to the left.
    pub(super) fn parse(spec: &str, class: &str, numeric: bool) -> Result<FormatSpec, Exception> {
        let invalid =
            || value_error(format!("Invalid format specifier '{spec}' for object of type '{class}'"));
        let chars: Vec<char> = spec.chars().collect();
        let default_align = if numeric { '>' } else { '<' };
        let mut parsed = FormatSpec {
            fill: None,
            align: default_align,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: None,
        };
        let mut at = 0;
        let mut aligned = false;
        if chars.len() >= 2 && is_align(chars[1]) {
            (parsed.fill, parsed.align, aligned, at) = (Some(chars[0]), chars[1], true, 2);
        } else if chars.first().is_some_and(|&c| is_align(c)) {
            (parsed.align, aligned, at) = (chars[0], true, 1);
        }
        let next = |at: usize, c: char| chars.get(at) == Some(&c);
        if let Some(&sign @ ('+' | '-' | ' ')) = chars.get(at) {
            parsed.sign = Some(sign);
            at += 1;
        }
        if next(at, 'z') {
            parsed.no_negative_zero = true;
            at += 1;
        }
        if next(at, '#') {
            parsed.alternate = true;
            at += 1;
        }
        if parsed.fill.is_none() && next(at, '0') {
            parsed.fill = Some('0');
            if !aligned && numeric {
                parsed.align = '=';
            }
            at += 1;
        }
        parsed.width = number(&chars, &mut at)?.unwrap_or(0);
        if next(at, ',') {
            parsed.grouping = Some(',');
            at += 1;
        }
        if next(at, '_') {
            if parsed.grouping.is_some() {
                return Err(value_error("Cannot specify both ',' and '_'."));
            }
            parsed.grouping = Some('_');
            at += 1;
        }
        if next(at, ',') && parsed.grouping == Some('_') {
            return Err(value_error("Cannot specify both ',' and '_'."));
        }
        if next(at, '.') {
            at += 1;
            let precision = number(&chars, &mut at)?;
            parsed.precision =
                Some(precision.ok_or_else(|| value_error("Format specifier missing precision"))?);
        }
        match chars.len() - at {
            0 => {}
            1 => parsed.kind = Some(chars[at]),
            _ => return Err(invalid()),
        }
        parsed.check_grouping()?;
        Ok(parsed)
    }

    fn check_grouping(&self) -> Result<(), Exception> {
        let (Some(grouping), Some(kind)) = (self.grouping, self.kind) else { return Ok(()) };
        let fits = matches!(kind, 'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F')
            || (grouping == '_' && matches!(kind, 'b' | 'o' | 'x' | 'X'));
        if fits { Ok(()) } else { Err(cannot_group(grouping, kind)) }
    }

    /// `Unknown format code 'q' for object of type 'int'`.
    pub(super) fn unknown(&self, class: &str) -> Exception {
        let kind = self.kind.unwrap_or(' ');
        let shown = if (' '..='\x7f').contains(&kind) {
            kind.to_string()
        } else {
            format!("\\x{:x}", u32::from(kind))
        };
        value_error(format!("Unknown format code '{shown}' for object of type '{class}'"))
    }

    /// Pads `text` of `len` characters to the width.
    pub(super) fn pad(&self, text: String, len: usize) -> String {
        let missing = self.width.saturating_sub(len);
        if missing == 0 {
            return text;
        }
        let left = match self.align {
            '<' => 0,
            '^' => missing / 2,
            _ => missing,
        };
        let fill = self.fill.unwrap_or(' ');
        let fill = |count: usize| std::iter::repeat_n(fill, count).collect::<String>();
        format!("{}{text}{}", fill(left), fill(missing - left))
    }
}

pub(super) fn cannot_group(grouping: char, kind: char) -> Exception {
    let shown =
        if (' '..='\x7f').contains(&kind) { kind.to_string() } else { format!("\\x{:x}", u32::from(kind)) };
    value_error(format!("Cannot specify '{grouping}' with '{shown}'."))
}
