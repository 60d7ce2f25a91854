//! `template % arguments`, of text; `percent_bytes.rs` shares the fields.

use super::PyFormat;
use super::real::{exponential, fixed, general};
use crate::dict::Dict;
use crate::exc::{Exception, KeyError, OverflowError, type_error, value_error};
use crate::int::{Int, digits};
use crate::item::Item;
use crate::macros::raising_fns;
use crate::num::Num;
use crate::show::{ascii_str, py};
use crate::str::Str;
use crate::tuple::Tuple;

raising_fns! {
    /// `template % (a, b, …)`: `percent("%d %s", &[&a, &b])`.
    fn try_percent / percent(template: &str, args: &[&dyn PyFormat]) -> Str {
        let mut args = args.iter();
        let text = fill(template, convert, &mut |key| next_of(&mut args, key))?;
        if args.next().is_some() {
            return Err(type_error("not all arguments converted during string formatting"));
        }
        Ok(Str::from(text))
    }

    /// `template % items` of a tuple whose length only the run knows.
    fn try_percent_items / percent_items[T: PyFormat + Item](template: &str, items: &Tuple<T>) -> Str {
        let items: Vec<T> = items.iter().collect();
        let refs: Vec<&dyn PyFormat> = items.iter().map(|item| item as &dyn PyFormat).collect();
        try_percent(template, &refs)
    }

    /// `template % values` of a dict: a field names its value, or shows the whole.
    fn try_percent_map / percent_map[V: PyFormat + Item](template: &str, values: &Dict<Str, V>) -> Str {
        let entries: Vec<(Str, V)> = values.items().iter().collect();
        let mut whole = Some(values as &dyn PyFormat);
        let text = fill(template, convert, &mut |key| match key {
            None => whole.take().ok_or_else(too_few),
            Some(key) => match entries.iter().find(|(name, _)| name.as_str() == key) {
                Some((_, value)) => Ok(value),
                None => Err(Exception::with_arg(KeyError, &Str::from(key))),
            },
        })?;
        Ok(Str::from(text))
    }
}

/// The next of the arguments, for a field without a name.
pub(super) fn next_of<'a>(
    args: &mut std::slice::Iter<'_, &'a dyn PyFormat>,
    key: Option<&str>,
) -> Result<&'a dyn PyFormat, Exception> {
    match key {
        Some(_) => Err(type_error("format requires a mapping")),
        None => args.next().copied().ok_or_else(too_few),
    }
}

pub(super) fn too_few() -> Exception {
    type_error("not enough arguments for format string")
}

#[derive(Default)]
pub(super) struct Field {
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    pub(super) precision: Option<usize>,
}

/// The value of the next field, or of the one of this name.
pub(super) type Next<'n, 'a> = &'n mut dyn FnMut(Option<&str>) -> Result<&'a dyn PyFormat, Exception>;

/// What a field shows of a value, by the letter of its conversion, which stands at this index.
pub(super) type Convert = fn(&dyn PyFormat, char, &Field, usize) -> Result<String, Exception>;

/// `template` with its fields converted.
pub(super) fn fill<'a>(template: &str, convert: Convert, next: Next<'_, 'a>) -> Result<String, Exception> {
    let chars: Vec<char> = template.chars().collect();
    let mut out = String::with_capacity(template.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        at += 1;
        if c != '%' {
            out.push(c);
            continue;
        }
        let incomplete = || value_error("incomplete format");
        let mut key = None;
        if chars.get(at) == Some(&'(') {
            let start = at + 1;
            let mut depth = 1;
            while depth > 0 {
                at += 1;
                match chars.get(at) {
                    Some('(') => depth += 1,
                    Some(')') => depth -= 1,
                    Some(_) => {}
                    None => return Err(value_error("incomplete format key")),
                }
            }
            key = Some(chars[start..at].iter().collect::<String>());
            at += 1;
        }
        let mut field = Field::default();
        while let Some(flag) = chars.get(at) {
            match flag {
                '-' => field.left = true,
                '+' => field.plus = true,
                ' ' => field.space = true,
                '#' => field.alternate = true,
                '0' => field.zero = true,
                _ => break,
            }
            at += 1;
        }
        if let Some(width) = size(&chars, &mut at, next)? {
            field.left |= width < 0;
            field.width = width.unsigned_abs() as usize;
        }
        if chars.get(at) == Some(&'.') {
            at += 1;
            field.precision = Some(size(&chars, &mut at, next)?.unwrap_or(0).max(0) as usize);
        }
        if matches!(chars.get(at), Some('h' | 'l' | 'L')) {
            at += 1;
        }
        let kind = *chars.get(at).ok_or_else(incomplete)?;
        at += 1;
        if kind == '%' {
            out.push('%');
            continue;
        }
        let value = next(key.as_deref())?;
        out.push_str(&convert(value, kind, &field, at - 1)?);
    }
    Ok(out)
}

/// Digits or `*`.
fn size(chars: &[char], at: &mut usize, next: Next<'_, '_>) -> Result<Option<i64>, Exception> {
    if chars.get(*at) == Some(&'*') {
        *at += 1;
        return match next(None)?.as_num() {
            Some(Num::Int(int)) => Ok(Some(int.narrow())),
            _ => Err(type_error("* wants int")),
        };
    }
    let start = *at;
    while chars.get(*at).is_some_and(char::is_ascii_digit) {
        *at += 1;
    }
    let text: String = chars[start..*at].iter().collect();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| value_error("width too big"))
}

pub(super) fn convert(
    value: &dyn PyFormat,
    kind: char,
    field: &Field,
    at: usize,
) -> Result<String, Exception> {
    match kind {
        's' | 'r' | 'a' => {
            let text = match kind {
                's' => crate::output::try_render(format_args!("{}", py(value)))?,
                'r' => crate::output::try_render(format_args!("{:?}", py(value)))?,
                _ => ascii_of(&crate::output::try_render(format_args!("{:?}", py(value)))?),
            };
            let text = match field.precision {
                Some(precision) => text.chars().take(precision).collect(),
                None => text,
            };
            Ok(pad(field, "", "", text, false))
        }
        'c' => {
            let text = match (value.as_text(), value.as_num()) {
                (Some(text), _) if text.chars().count() == 1 => text.to_owned(),
                (_, Some(Num::Int(code))) => code
                    .to_i64()
                    .and_then(|code| u32::try_from(code).ok())
                    .and_then(char::from_u32)
                    .ok_or_else(|| Exception::new(OverflowError, "%c arg not in range(0x110000)"))?
                    .to_string(),
                _ => return Err(type_error("%c requires int or char")),
            };
            Ok(pad(field, "", "", text, false))
        }
        'd' | 'i' | 'u' | 'x' | 'X' | 'o' => integer(value, kind, field),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let Some(number) = value.as_num() else {
                return Err(type_error(format!("must be real number, not {}", value.class_name())));
            };
            let number = number.try_float()?;
            let size = number.abs();
            let precision = field.precision.unwrap_or(6);
            let mut text = match kind {
                'e' | 'E' => exponential(size, precision, field.alternate),
                'f' | 'F' => fixed(size, precision, field.alternate),
                _ => general(size, precision, field.alternate, false),
            };
            if kind.is_uppercase() {
                text.make_ascii_uppercase();
            }
            let negative = number.is_sign_negative() && !number.is_nan();
            Ok(pad(field, sign(field, negative), "", text, true))
        }
        _ => {
            let code = u32::from(kind);
            let shown = if (31..128).contains(&code) { kind } else { '?' };
            let message = format!("unsupported format character '{shown}' (0x{code:x}) at index {at}");
            Err(value_error(message))
        }
    }
}

pub(super) fn ascii_of(repr: &str) -> String {
    // The text is a repr already: only what is not ASCII is left to escape.
    repr.chars()
        .map(|c| {
            if c.is_ascii() { c.to_string() } else { ascii_str(&c.to_string()).trim_matches('\'').to_owned() }
        })
        .collect()
}

fn sign(field: &Field, negative: bool) -> &'static str {
    match (negative, field.plus, field.space) {
        (true, ..) => "-",
        (false, true, _) => "+",
        (false, false, true) => " ",
        (false, false, false) => "",
    }
}

fn integer(value: &dyn PyFormat, kind: char, field: &Field) -> Result<String, Exception> {
    let decimal = matches!(kind, 'd' | 'i' | 'u');
    let int: Int = match if decimal { value.as_whole() } else { value.as_num() } {
        Some(Num::Int(int)) => int,
        Some(number @ Num::Float(_)) if decimal => number.try_int()?,
        _ => {
            let wanted = if decimal { "a real number" } else { "an integer" };
            let class = value.class_name();
            return Err(type_error(format!("%{kind} format: {wanted} is required, not {class}")));
        }
    };
    let (base, prefix) = match kind {
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        'o' => (8, "0o"),
        _ => (10, ""),
    };
    let mut text = digits(&int, base);
    if kind == 'X' {
        text.make_ascii_uppercase();
    }
    if let Some(precision) = field.precision {
        text = format!("{}{text}", "0".repeat(precision.saturating_sub(text.len())));
    }
    let prefix = if field.alternate { prefix } else { "" };
    Ok(pad(field, sign(field, int.signum() < 0), prefix, text, true))
}

pub(super) fn pad(field: &Field, sign: &str, prefix: &str, text: String, number: bool) -> String {
    let len = sign.len() + prefix.len() + text.chars().count();
    let missing = field.width.saturating_sub(len);
    if field.left {
        return format!("{sign}{prefix}{text}{}", " ".repeat(missing));
    }
    if field.zero && number {
        return format!("{sign}{prefix}{}{text}", "0".repeat(missing));
    }
    format!("{}{sign}{prefix}{text}", " ".repeat(missing))
}
