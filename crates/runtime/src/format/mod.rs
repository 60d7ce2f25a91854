//! `format(value, spec)`: Python's format specification mini-language, for f-strings, `str.format` and `format`.

mod braces;
mod complex;
mod number;
mod percent;
mod percent_bytes;
mod real;
mod spec;
mod values;

pub(crate) use number::format_decimal;

pub use braces::{
    braces, braces_both, braces_entries, braces_items, try_braces, try_braces_both, try_braces_entries,
    try_braces_items,
};
pub use percent::{percent, percent_items, percent_map, try_percent, try_percent_items, try_percent_map};
pub use percent_bytes::{
    percent_bytes, percent_bytes_items, percent_bytes_map, try_percent_bytes, try_percent_bytes_items,
    try_percent_bytes_map,
};
pub use spec::FormatSpec;

use crate::exc::Exception;
use crate::macros::raising_fns;
use crate::num::Num;
use crate::show::Repr;
use crate::str::Str;

/// A value that `format`, `%` and `str.format` take.
pub trait PyFormat: Repr {
    /// `format(self, spec)`.
    ///
    /// # Errors
    /// `ValueError`, `TypeError`.
    fn try_format(&self, spec: &str) -> Result<String, Exception>;

    /// `type(self).__name__`.
    fn class_name(&self) -> &'static str;

    /// The number, for `%f` and its like.
    fn as_num(&self) -> Option<Num> {
        None
    }

    /// The number, for `%d`: the whole part alone may be past what a float holds.
    fn as_whole(&self) -> Option<Num> {
        self.as_num()
    }

    /// The text, for `%c`.
    fn as_text(&self) -> Option<&str> {
        None
    }

    /// The bytes, for `%s` and `%c` in bytes.
    fn as_bytes(&self) -> Option<Vec<u8>> {
        None
    }
}

raising_fns! {
    /// `format(value, spec)`.
    fn try_format / format[T: PyFormat + ?Sized](value: &T, spec: &str) -> Str { value.try_format(spec).map(Str::from) }
}

/// `object.__format__`: only the empty spec.
///
/// # Errors
/// `TypeError` for any other.
pub fn try_format_object<T: Repr + ?Sized>(value: &T, class: &str, spec: &str) -> Result<String, Exception> {
    if spec.is_empty() {
        return crate::output::try_render(format_args!("{}", crate::py(value)));
    }
    Err(crate::exc::type_error(format!("unsupported format string passed to {class}.__format__")))
}

/// `format` of the builtin value that an object of `class` is.
///
/// # Errors
/// Those of the value; they name the class of the object.
pub fn try_format_value<T: PyFormat + ?Sized>(
    value: &T,
    class: &str,
    spec: &str,
) -> Result<String, Exception> {
    value.try_format(spec).map_err(|error| {
        let message = error.message();
        let own = format!("for object of type '{}'", value.class_name());
        match message.strip_suffix(&own) {
            Some(start) => crate::exc::value_error(format!("{start}for object of type '{class}'")),
            None => error,
        }
    })
}

/// `str.__format__(str(value), spec)`, what an enumeration's `__format__` does.
///
/// # Errors
/// `ValueError` for a spec that is not one of text.
pub fn try_format_as_text<T: Repr + ?Sized>(value: &T, spec: &str) -> Result<String, Exception> {
    crate::show::try_str(value)?.try_format(spec)
}

/// `format_object!(Node, "Node");` gives a class without `__format__` the one of `object`.
#[macro_export]
macro_rules! format_object {
    ($ty:ty, $class:literal) => {
        impl $crate::PyFormat for $ty {
            fn try_format(
                &self,
                spec: &str,
            ) -> ::std::result::Result<::std::string::String, $crate::Exception> {
                $crate::format::try_format_object(self, $class, spec)
            }

            fn class_name(&self) -> &'static str {
                $class
            }
        }
    };
}
