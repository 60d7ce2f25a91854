//! `template.format(…)` with arguments that are evaluated already.

use super::PyFormat;
use crate::dict::Dict;
use crate::exc::{Exception, IndexError, KeyError, value_error};
use crate::item::Item;
use crate::list::List;
use crate::macros::raising_fns;
use crate::show::{ascii_str, py};
use crate::str::Str;

raising_fns! {
    /// `template.format(a, b, key=c)`: `braces("{} {key}", &[&a, &b], &[("key", &c)])`.
    ///
    /// What a field takes of an argument (`{0.x}`, `{0[x]}`) is an argument of its own, named as the field is; without one it is
    /// a trap.
    fn try_braces / braces(template: &str, args: &[&dyn PyFormat], named: &[(&str, &dyn PyFormat)]) -> Str {
        let mut fields = Fields { args, named, automatic: None, next: 0 };
        let chars: Vec<char> = template.chars().collect();
        fields.fill(&chars, 2).map(Str::from)
    }

    /// `template.format(*items)`.
    fn try_braces_items / braces_items[T: PyFormat + Item](template: &str, items: &List<T>) -> Str {
        let items = items.to_vec();
        let args: Vec<&dyn PyFormat> = items.iter().map(|item| item as &dyn PyFormat).collect();
        try_braces(template, &args, &[])
    }

    /// `template.format(**entries)`, `template.format_map(entries)`.
    fn try_braces_entries / braces_entries[V: PyFormat + Item](template: &str, entries: &Dict<Str, V>) -> Str {
        let entries: Vec<(Str, V)> = entries.items().iter().collect();
        let named: Vec<(&str, &dyn PyFormat)> =
            entries.iter().map(|(name, value)| (name.as_str(), value as &dyn PyFormat)).collect();
        try_braces(template, &[], &named)
    }

    /// `template.format(*items, **entries)`.
    fn try_braces_both / braces_both[T: PyFormat + Item, V: PyFormat + Item](
        template: &str,
        items: &List<T>,
        entries: &Dict<Str, V>,
    ) -> Str {
        let (items, entries) = (items.to_vec(), entries.items().iter().collect::<Vec<(Str, V)>>());
        let args: Vec<&dyn PyFormat> = items.iter().map(|item| item as &dyn PyFormat).collect();
        let named: Vec<(&str, &dyn PyFormat)> =
            entries.iter().map(|(name, value)| (name.as_str(), value as &dyn PyFormat)).collect();
        try_braces(template, &args, &named)
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
                    let (field, end) = Field::parse(chars, at)?;
                    out.push_str(&self.field(&field, depth)?);
                    at = end;
                }
                _ => out.push(c),
            }
        }
        Ok(out)
    }

    fn field(&mut self, field: &Field<'_>, depth: u32) -> Result<String, Exception> {
        let value = self.value(&field.name)?;
        let spec = if field.spec.contains(&'{') {
            self.fill(field.spec, depth - 1)?
        } else {
            field.spec.iter().collect()
        };
        let text = match field.conversion {
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

    /// Fields are numbered all by hand or all by us.
    fn numbered(&mut self, automatic: bool) -> Result<(), Exception> {
        if self.automatic.is_some_and(|before| before != automatic) {
            return Err(value_error(if automatic {
                "cannot switch from manual field specification to automatic field numbering"
            } else {
                "cannot switch from automatic field numbering to manual field specification"
            }));
        }
        self.automatic = Some(automatic);
        Ok(())
    }

    fn value(&mut self, name: &str) -> Result<&'a dyn PyFormat, Exception> {
        // A field that is numbered by its place is known by its number.
        let is_automatic = name.starts_with(['.', '[']);
        let numbered = is_automatic.then(|| format!("{}{name}", self.next));
        let key = numbered.as_deref().unwrap_or(name);
        if name.contains(['.', '['])
            && let Some((_, value)) = self.named.iter().find(|(known, _)| *known == key)
        {
            if key.starts_with(|c: char| c.is_ascii_digit()) {
                self.numbered(is_automatic)?;
            }
            self.next += usize::from(is_automatic);
            return Ok(*value);
        }
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
        self.numbered(automatic)?;
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

/// One `{…}`.
struct Field<'c> {
    name: String,
    conversion: Option<char>,
    spec: &'c [char],
}

impl<'c> Field<'c> {
    /// Parses what follows a `{` up to its `}`, and says where the text goes on. The errors come as in CPython.
    fn parse(chars: &'c [char], start: usize) -> Result<(Self, usize), Exception> {
        let mut at = start;
        let ends = |c: &char| matches!(c, '!' | ':' | '}');
        while chars.get(at).is_some_and(|c| !ends(c)) {
            match chars[at] {
                '{' => return Err(value_error("unexpected '{' in field name")),
                // Anything may be in the brackets of an index.
                '[' => {
                    let index = chars[at..].iter().take_while(|&&c| c != ']');
                    at += index.count();
                }
                _ => at += 1,
            }
        }
        let name = chars[start..at].iter().collect();
        let mut conversion = None;
        match chars.get(at) {
            None => return Err(value_error("expected '}' before end of string")),
            Some('}') => return Ok((Field { name, conversion, spec: &[] }, at + 1)),
            Some('!') => {
                let Some(&c) = chars.get(at + 1) else {
                    return Err(value_error("end of string while looking for conversion specifier"));
                };
                conversion = Some(c);
                at += 2;
                match chars.get(at) {
                    None => return Err(value_error("unmatched '{' in format spec")),
                    Some('}') => return Ok((Field { name, conversion, spec: &[] }, at + 1)),
                    Some(':') => {}
                    Some(_) => return Err(value_error("expected ':' after conversion specifier")),
                }
            }
            Some(_) => {}
        }
        let spec = at + 1;
        let mut depth = 1;
        for (i, c) in chars.iter().enumerate().skip(spec) {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok((Field { name, conversion, spec: &chars[spec..i] }, i + 1));
            }
        }
        Err(value_error("unmatched '{' in format spec"))
    }
}
