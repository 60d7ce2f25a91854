//! Numbers, strings and bytes.
//!
//! The parser's values serve, but for three things, for which the source is read again: integers beyond 64 bits, lone
//! surrogates (which it replaces) and `\r` line ends (which Python translates before it looks at anything).

use std::borrow::Cow;

use portalis_diag::Span;
use portalis_hir::{ExprId, ExprKind};
use ruff_python_ast as ast;

use super::{Lowerer, span};
use crate::diagnostics;

/// Integer literals with more digits than this are refused in decimal, as CPython does.
const MAX_DECIMAL_DIGITS: usize = 4_300;
/// And in other bases, where CPython has no limit but the conversion here takes quadratic time.
const MAX_DIGITS: usize = 100_000;

impl Lowerer<'_> {
    /// An integer, float or imaginary number.
    pub(crate) fn number(&mut self, literal: &ast::ExprNumberLiteral) -> ExprId {
        let at = span(literal);
        let kind = match &literal.value {
            ast::Number::Int(int) => match int.as_i64() {
                Some(value) => ExprKind::Int(value),
                None => return self.big_int(&int.to_string(), at),
            },
            ast::Number::Float(value) => ExprKind::Float(*value),
            ast::Number::Complex { imag, .. } => ExprKind::Imaginary(*imag),
        };
        self.expr(kind, at)
    }

    fn big_int(&mut self, text: &str, at: Span) -> ExprId {
        let text = text.replace('_', "").to_ascii_lowercase();
        let (digits, radix) = match text.get(..2) {
            Some("0x") => (&text[2..], 16),
            Some("0o") => (&text[2..], 8),
            Some("0b") => (&text[2..], 2),
            _ => (&text[..], 10),
        };
        if radix == 10 && digits.len() > MAX_DECIMAL_DIGITS {
            let message = format!(
                "exceeds the limit ({MAX_DECIMAL_DIGITS} digits) for integer string conversion: \
                 value has {} digits",
                digits.len()
            );
            self.report(diagnostics::syntax(at, message));
            return self.error_expr(at);
        }
        if digits.len() > MAX_DIGITS {
            self.report(diagnostics::integer_too_large(at));
            return self.error_expr(at);
        }
        let decimal = match radix {
            10 => digits.trim_start_matches('0').to_owned(),
            _ => to_decimal(digits, radix),
        };
        self.expr(ExprKind::BigInt(decimal.into()), at)
    }

    /// Adjacent literals are one.
    pub(crate) fn string_kind(&mut self, literal: &ast::ExprStringLiteral) -> ExprKind {
        let mut parts = literal.value.iter();
        if let (Some(part), None) = (parts.next(), parts.next()) {
            return match self.string_part(part) {
                Ok(text) => ExprKind::Str(text.into()),
                Err(points) => ExprKind::StrSurrogates(points.into()),
            };
        }
        let decoded: Vec<_> = literal.value.iter().map(|part| self.string_part(part)).collect();
        if decoded.iter().all(Result::is_ok) {
            return ExprKind::Str(decoded.into_iter().flatten().collect::<String>().into());
        }
        let points = decoded.into_iter().flat_map(|part| match part {
            Ok(text) => text.chars().map(u32::from).collect(),
            Err(points) => points,
        });
        ExprKind::StrSurrogates(points.collect())
    }

    /// The text of one literal, or its code points where some are lone surrogates.
    pub(crate) fn string_part<'l>(&self, literal: &'l ast::StringLiteral) -> Result<Cow<'l, str>, Vec<u32>> {
        let value = &*literal.value;
        let is_raw = matches!(literal.flags.prefix(), ast::str_prefix::StringLiteralPrefix::Raw { .. });
        if !self.needs_source(value) {
            return Ok(Cow::Borrowed(value));
        }
        let inner = inner_text(span(literal).text(self.source));
        finish(decode_escapes(inner, is_raw, false), value)
    }

    /// The text between two values of an f-string.
    pub(crate) fn fstring_text<'l>(
        &self,
        literal: &'l ast::InterpolatedStringLiteralElement,
        is_raw: bool,
    ) -> Result<Cow<'l, str>, Vec<u32>> {
        let value = &*literal.value;
        if !self.needs_source(value) {
            return Ok(Cow::Borrowed(value));
        }
        finish(decode_escapes(span(literal).text(self.source), is_raw, true), value)
    }

    /// Whether the parser's value may differ from Python's.
    fn needs_source(&self, value: &str) -> bool {
        (self.has_cr && value.contains('\r')) || value.contains('\u{fffd}')
    }

    /// Adjacent bytes literals are one.
    pub(crate) fn bytes(&mut self, literal: &ast::ExprBytesLiteral) -> ExprId {
        let mut bytes = Vec::new();
        for part in literal.value.iter() {
            if self.has_cr && part.value.contains(&b'\r') {
                let is_raw = matches!(part.flags.prefix(), ast::str_prefix::ByteStringPrefix::Raw { .. });
                let text = translate_newlines(inner_text(span(part).text(self.source)));
                // Translated text holds no other `\r` than escaped ones, so those of the value that no escape made go.
                bytes.extend(if is_raw { text.as_bytes().to_vec() } else { escaped_bytes(&text) });
            } else {
                bytes.extend_from_slice(&part.value);
            }
        }
        self.expr(ExprKind::Bytes(bytes.into()), span(literal))
    }
}

/// What stands between the quotes.
fn inner_text(literal: &str) -> &str {
    let quotes = literal.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let width = if quotes.starts_with("\"\"\"") || quotes.starts_with("'''") { 3 } else { 1 };
    quotes.get(width..quotes.len().saturating_sub(width)).unwrap_or("")
}

/// `\r\n` and `\r` are `\n`.
pub(crate) fn translate_newlines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Text if it is, else the code points; `value` is the parser's answer, taken where there is no other.
fn finish<'l>(points: Option<Vec<u32>>, value: &'l str) -> Result<Cow<'l, str>, Vec<u32>> {
    let Some(points) = points else { return Ok(Cow::Borrowed(value)) };
    match points.iter().map(|&point| char::from_u32(point)).collect::<Option<String>>() {
        Some(text) => Ok(Cow::Owned(text)),
        None => Err(points),
    }
}

/// The code points of a literal's text; `None` where it holds what only the parser understands.
fn decode_escapes(text: &str, is_raw: bool, has_braces: bool) -> Option<Vec<u32>> {
    let text = translate_newlines(text);
    let mut points = Vec::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if has_braces && matches!(c, '{' | '}') {
            if rest.as_str().starts_with(c) {
                rest.next();
            }
            points.push(u32::from(c));
            continue;
        }
        if c != '\\' || is_raw {
            points.push(u32::from(c));
            continue;
        }
        let Some(escape) = rest.next() else {
            points.push(u32::from('\\'));
            break;
        };
        let point = match escape {
            '\n' => continue,
            '\\' | '\'' | '"' => u32::from(escape),
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            '0'..='7' => {
                let more = rest.as_str().chars().take(2).take_while(|c| c.is_digit(8)).count();
                let mut point = escape.to_digit(8)?;
                for _ in 0..more {
                    point = point * 8 + rest.next()?.to_digit(8)?;
                }
                point
            }
            'x' | 'u' | 'U' => {
                let width = match escape {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let mut point = 0u32;
                for _ in 0..width {
                    point = point.checked_mul(16)? + rest.next()?.to_digit(16)?;
                }
                point
            }
            'N' => {
                let end = rest.as_str().find('}')?;
                let name = rest.as_str().get(..=end)?;
                points.extend(named(name)?.chars().map(u32::from));
                rest = rest.as_str().get(end + 1..)?.chars();
                continue;
            }
            _ => {
                points.push(u32::from('\\'));
                u32::from(escape)
            }
        };
        points.push(point);
    }
    Some(points)
}

/// The character of `{NAME}`, by way of the parser.
fn named(braced: &str) -> Option<String> {
    let parsed = ruff_python_parser::parse_expression(&format!("'\\N{braced}'")).ok()?;
    Some(parsed.expr().as_string_literal_expr()?.value.to_str().to_owned())
}

/// The bytes of a bytes literal's text.
fn escaped_bytes(text: &str) -> Vec<u8> {
    // In bytes, `\u`, `\U` and `\N` are no escapes: their backslash is doubled to say so.
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        plain.push(c);
        if c == '\\'
            && let Some(next) = chars.next()
        {
            if matches!(next, 'u' | 'U' | 'N') {
                plain.push('\\');
            }
            plain.push(next);
        }
    }
    decode_escapes(&plain, false, false).unwrap_or_default().into_iter().map(|point| point as u8).collect()
}

/// Digits of base 2, 8 or 16 to decimal ones.
fn to_decimal(digits: &str, radix: u32) -> String {
    const BASE: u64 = 1_000_000_000;
    let mut limbs: Vec<u32> = vec![0];
    let chunk_digits = match radix {
        16 => 7,
        8 => 9,
        _ => 28,
    };
    let bytes = digits.as_bytes();
    for chunk in bytes.chunks(chunk_digits) {
        let value = chunk.iter().fold(0u64, |value, &digit| {
            value * u64::from(radix) + u64::from(char::from(digit).to_digit(radix).unwrap_or(0))
        });
        let factor = u64::from(radix).pow(chunk.len() as u32);
        let mut carry = value;
        for limb in &mut limbs {
            let product = u64::from(*limb) * factor + carry;
            *limb = (product % BASE) as u32;
            carry = product / BASE;
        }
        while carry > 0 {
            limbs.push((carry % BASE) as u32);
            carry /= BASE;
        }
    }
    let mut text = limbs.last().copied().unwrap_or(0).to_string();
    for limb in limbs.iter().rev().skip(1) {
        text.push_str(&format!("{limb:09}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bases_become_decimal() {
        assert_eq!(to_decimal("8000000000000000", 16), "9223372036854775808");
        assert_eq!(to_decimal(&"f".repeat(32), 16), "340282366920938463463374607431768211455");
        assert_eq!(to_decimal(&"1".repeat(64), 2), "18446744073709551615");
        assert_eq!(to_decimal("2000000000000000000000", 8), "18446744073709551616");
    }
}
