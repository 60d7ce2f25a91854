//! `template.format(…)` with arguments that are evaluated already.

use super::PyFormat;
use crate::exc::{Exception, IndexError, KeyError, value_error};
use crate::macros::raising_fns;
use crate::show::{ascii_str, py};
use crate::str::Str;

raising_fns! {
    /// `template.format(a, b, key=c)`: `braces("{} {key}", &[&a, &b], &[("key", &c)])`.
    ///
    /// A field that takes an attribute or an index (`{0.x}`, `{0[x]}`) is a trap: the compiler refuses it.
    fn try_braces / braces(template: &str, args: &[&dyn PyFormat], named: &[(&str, &dyn PyFormat)]) -> Str {
        let mut fields = Fields { args, named, automatic: None, next: 0 };
        let chars: Vec<char> = template.chars().collect();
        fields.fill(&chars, 2).map(Str::from)
    }
}

struct Fields<'a> {
    args: &'a [&'a dyn PyFormat],
    named: &'a [(&'a str, &'a dyn PyFormat)],
    /// Whether fields are numbered by us; `None` where nothing said so yet.
    automatic: Option<bool>,
    next: usize,
}

impl<'a> Fields<'a> {
    fn fill(&mut self, chars: &[char], depth: u32) -> Result<String, Exception> {
        if depth == 0 {
            return Err(value_error("Max string recursion exceeded"));
        }
        let mut out = String::new();
        let mut at = 0;
        while let Some(&c) = chars.get(at) {
            at += 1;
            match (c, chars.get(at)) {
                ('{', Some('{')) | ('}', Some('}')) => {
                    out.push(c);
                    at += 1;
                }
                ('}', _) => return Err(value_error("Single '}' encountered in format string")),
                ('{', None) => return Err(value_error("Single '{' encountered in format string")),
                ('{', Some(_)) => {
                    let end = field_end(chars, at)?;
                    out.push_str(&self.field(&chars[at..end], depth)?);
                    at = end + 1;
                }
                _ => out.push(c),
            }
        }
        Ok(out)
    }

    fn field(&mut self, field: &[char], depth: u32) -> Result<String, Exception> {
        let name_end = field.iter().position(|&c| c == '!' || c == ':').unwrap_or(field.len());
        let name: String = field[..name_end].iter().collect();
        let mut rest = &field[name_end..];
        let mut conversion = None;
        if rest.first() == Some(&'!') {
            conversion = match rest.get(1) {
                Some(&c) => Some(c),
                None => return Err(value_error("end of string while looking for conversion specifier")),
            };
            rest = &rest[2..];
            if rest.first().is_some_and(|&c| c != ':') {
                return Err(value_error("expected ':' after conversion specifier"));
            }
        }
        let value = self.value(&name)?;
        let spec = match rest {
            [':', spec @ ..] if spec.contains(&'{') => self.fill(spec, depth - 1)?,
            [':', spec @ ..] => spec.iter().collect(),
            _ => String::new(),
        };
        let text = match conversion {
            None => return value.try_format(&spec),
            Some('s') => crate::output::try_render(format_args!("{}", py(value)))?,
            Some('r') => crate::output::try_render(format_args!("{:?}", py(value)))?,
            Some('a') => match value.as_text() {
                Some(text) => ascii_str(text),
                None => crate::output::try_render(format_args!("{:?}", py(value)))?,
            },
            Some(c) => return Err(value_error(format!("Unknown conversion specifier {c}"))),
        };
        text.try_format(&spec)
    }

    fn value(&mut self, name: &str) -> Result<&'a dyn PyFormat, Exception> {
        if name.contains(['.', '[']) {
            crate::output::trap("a format field with an attribute or an index is not supported");
        }
        let automatic = name.is_empty();
        if !automatic && !name.bytes().all(|b| b.is_ascii_digit()) {
            return match self.named.iter().find(|(key, _)| *key == name) {
                Some((_, value)) => Ok(*value),
                None => Err(Exception::with_arg(KeyError, &Str::from(name))),
            };
        }
        if self.automatic.is_some_and(|before| before != automatic) {
            return Err(value_error(if automatic {
                "cannot switch from manual field specification to automatic field numbering"
            } else {
                "cannot switch from automatic field numbering to manual field specification"
            }));
        }
        self.automatic = Some(automatic);
        let index = if automatic {
            self.next += 1;
            self.next - 1
        } else {
            name.parse().map_err(|_| value_error("Too many decimal digits in format string"))?
        };
        self.args.get(index).copied().ok_or_else(|| {
            Exception::new(
                IndexError,
                format!("Replacement index {index} out of range for positional args tuple"),
            )
        })
    }
}

/// Where the field that begins at `at` ends: at its `}`.
fn field_end(chars: &[char], at: usize) -> Result<usize, Exception> {
    let mut depth = 1;
    for (i, c) in chars.iter().enumerate().skip(at) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok(i);
        }
    }
    Err(value_error("expected '}' before end of string"))
}
