//! `str.maketrans` and `str.translate`.

use super::Str;
use crate::dict::{Dict, Key};
use crate::exc::{Exception, value_error};
use crate::item::Item;
use crate::macros::{raising_fns, raising_methods};

/// What a table maps characters from: code points; the letters that `maketrans` is given.
pub trait Letter: Key + Item + Sized {
    /// The code point of a key given to `maketrans`.
    ///
    /// # Errors
    /// `ValueError` for a text that is no single character.
    fn code_point(&self) -> Result<i64, Exception>;

    /// What `table` has for a code point: texts are never found, as in Python.
    fn look_up<V: Item>(table: &Dict<Self, V>, code: i64) -> Option<V>;
}

impl Letter for i64 {
    fn code_point(&self) -> Result<i64, Exception> {
        Ok(*self)
    }

    fn look_up<V: Item>(table: &Dict<Self, V>, code: i64) -> Option<V> {
        table.get(&code)
    }
}

impl Letter for Str {
    fn code_point(&self) -> Result<i64, Exception> {
        let mut chars = self.as_str().chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Ok(i64::from(u32::from(c))),
            _ => Err(value_error("string keys in translate table must be of length 1")),
        }
    }

    fn look_up<V: Item>(_table: &Dict<Self, V>, _code: i64) -> Option<V> {
        None
    }
}

/// What a table maps a character to: a text, a code point, or `None` to delete it.
pub trait Mapped: Item {
    /// Writes it.
    ///
    /// # Errors
    /// `ValueError` for a number that is no code point.
    fn write(&self, out: &mut String) -> Result<(), Exception>;
}

impl Mapped for Str {
    fn write(&self, out: &mut String) -> Result<(), Exception> {
        out.push_str(self);
        Ok(())
    }
}

impl Mapped for i64 {
    fn write(&self, out: &mut String) -> Result<(), Exception> {
        let c = u32::try_from(*self).ok().filter(|&code| code <= 0x10_ffff);
        let c = c.ok_or_else(|| value_error("character mapping must be in range(0x110000)"))?;
        match char::from_u32(c) {
            Some(c) => out.push(c),
            None => crate::output::trap("a text with a surrogate"),
        }
        Ok(())
    }
}

impl Mapped for () {
    fn write(&self, _out: &mut String) -> Result<(), Exception> {
        Ok(())
    }
}

impl<T: Mapped> Mapped for Option<T>
where
    Option<T>: Item,
{
    fn write(&self, out: &mut String) -> Result<(), Exception> {
        match self {
            Some(mapped) => mapped.write(out),
            None => Ok(()),
        }
    }
}

impl Str {
    raising_methods! {
        /// `self.translate(table)`.
        fn try_translate / translate[K: Letter, V: Mapped](&self, table: &Dict<K, V>) -> Str {
            let mut out = String::with_capacity(self.as_str().len());
            for c in self.as_str().chars() {
                match K::look_up(table, i64::from(u32::from(c))) {
                    Some(mapped) => mapped.write(&mut out)?,
                    None => out.push(c),
                }
            }
            Ok(Str::from(out))
        }
    }
}

/// `from` and `to`, character by character.
fn pairs<'t>(from: &'t str, to: &'t str) -> Result<impl Iterator<Item = (i64, i64)> + 't, Exception> {
    if from.chars().count() != to.chars().count() {
        return Err(value_error("the first two maketrans arguments must have equal length"));
    }
    let code = |c: char| i64::from(u32::from(c));
    Ok(from.chars().map(code).zip(to.chars().map(code)))
}

raising_fns! {
    /// `str.maketrans(table)`.
    fn try_code_points / code_points[K: Letter, V: Item](table: &Dict<K, V>) -> Dict<i64, V> {
        let codes = Dict::new();
        for (key, value) in table.items() {
            codes.set(key.code_point()?, value);
        }
        Ok(codes)
    }

    /// `str.maketrans(from, to)`.
    fn try_letter_table / letter_table(from: &str, to: &str) -> Dict<i64, i64> {
        let table = Dict::new();
        for (from, to) in pairs(from, to)? {
            table.set(from, to);
        }
        Ok(table)
    }

    /// `str.maketrans(from, to, delete)`.
    fn try_letter_table_without / letter_table_without(from: &str, to: &str, delete: &str) -> Dict<i64, Option<i64>> {
        let table = Dict::new();
        for (from, to) in pairs(from, to)? {
            table.set(from, Some(to));
        }
        for c in delete.chars() {
            table.set(i64::from(u32::from(c)), None);
        }
        Ok(table)
    }
}

#[cfg(test)]
mod tests {
    use super::{code_points, letter_table, letter_table_without, try_letter_table};
    use crate::{Dict, Str, py};

    #[test]
    fn tables_are_cpythons() {
        assert_eq!(format!("{:?}", py(&letter_table("ab", "xy"))), "{97: 120, 98: 121}");
        assert_eq!(format!("{:?}", py(&letter_table_without("a", "x", "b"))), "{97: 120, 98: None}");
        let table = Dict::new();
        table.set(Str::from("a"), Str::from("<>"));
        let codes = code_points(&table);
        assert_eq!(&*Str::from("banana").translate(&codes), "b<>n<>n<>");
        assert_eq!(&*Str::from("banana").translate(&table), "banana");
        assert!(try_letter_table("a", "xy").is_err());
    }
}
