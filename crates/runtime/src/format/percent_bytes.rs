//! `template % arguments`, of bytes (PEP 461): fields are converted as those of text are, but for what shows a value.

use super::PyFormat;
use super::percent::{Field, ascii_of, convert, fill, next_of, pad, too_few};
use crate::bytes::{Bytes, bytes_of, text_of};
use crate::dict::Dict;
use crate::exc::{Exception, KeyError, OverflowError, type_error};
use crate::item::Item;
use crate::macros::raising_fns;
use crate::num::Num;
use crate::show::py;
use crate::tuple::Tuple;

raising_fns! {
    /// `template % (a, b, …)`: `percent_bytes(b"%d %s", &[&a, &b])`.
    fn try_percent_bytes / percent_bytes(template: &[u8], args: &[&dyn PyFormat]) -> Bytes {
        let mut args = args.iter();
        let text = fill(&text_of(template), convert_to_bytes, &mut |key| next_of(&mut args, key))?;
        if args.next().is_some() {
            return Err(type_error("not all arguments converted during bytes formatting"));
        }
        Ok(bytes_of(&text))
    }

    /// `template % items` of a tuple whose length only the run knows.
    fn try_percent_bytes_items / percent_bytes_items[T: PyFormat + Item](template: &[u8], items: &Tuple<T>) -> Bytes {
        let items: Vec<T> = items.iter().collect();
        let refs: Vec<&dyn PyFormat> = items.iter().map(|item| item as &dyn PyFormat).collect();
        try_percent_bytes(template, &refs)
    }

    /// `template % values` of a dict: a field names its value, or shows the whole.
    fn try_percent_bytes_map / percent_bytes_map[V: PyFormat + Item](template: &[u8], values: &Dict<Bytes, V>) -> Bytes {
        let entries: Vec<(Bytes, V)> = values.items().iter().collect();
        let mut whole = Some(values as &dyn PyFormat);
        let text = fill(&text_of(template), convert_to_bytes, &mut |key| match key {
            None => whole.take().ok_or_else(too_few),
            Some(key) => {
                let key = bytes_of(key);
                match entries.iter().find(|(name, _)| *name == key) {
                    Some((_, value)) => Ok(value),
                    None => Err(Exception::with_arg(KeyError, &key)),
                }
            }
        })?;
        Ok(bytes_of(&text))
    }
}

fn convert_to_bytes(value: &dyn PyFormat, kind: char, field: &Field, at: usize) -> Result<String, Exception> {
    let text = match kind {
        's' | 'b' => value.as_bytes().map(|bytes| text_of(&bytes)).ok_or_else(|| {
            let class = value.class_name();
            type_error(format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{class}'"
            ))
        })?,
        'r' | 'a' => ascii_of(&crate::output::try_render(format_args!("{:?}", py(value)))?),
        'c' => {
            let code = match (value.as_bytes().as_deref(), value.as_num()) {
                (Some(&[byte]), _) => byte,
                (_, Some(Num::Int(code))) => code
                    .to_i64()
                    .and_then(|code| u8::try_from(code).ok())
                    .ok_or_else(|| Exception::new(OverflowError, "%c arg not in range(256)"))?,
                _ => return Err(type_error("%c requires an integer in range(256) or a single byte")),
            };
            return Ok(pad(field, "", "", char::from(code).to_string(), false));
        }
        _ => return convert(value, kind, field, at),
    };
    let text = match field.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text,
    };
    Ok(pad(field, "", "", text, false))
}
