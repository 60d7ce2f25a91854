//! Text as Python writes it. `{}` of [`py`] is `str(x)`, `{:?}` is `repr(x)`, width and precision are the format spec's.

use std::cell::RefCell;
use std::fmt::{self, Formatter, Write};

use crate::float;
use crate::str::tables;
use crate::str::{Str, in_table};

/// A value with a Python `repr`, and a `str` where that differs.
pub trait Repr {
    /// Writes `repr(self)`.
    ///
    /// # Errors
    /// The formatter's, or [`crate::output::fail`]'s.
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result;

    /// Writes `str(self)`.
    ///
    /// # Errors
    /// The formatter's, or [`crate::output::fail`]'s.
    fn str(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.repr(f)
    }

    /// `self is None`, asked without running code of the program.
    fn shows_none(&self) -> bool {
        false
    }
}

/// Shows `value` as Python does.
#[inline]
pub fn py<T: Repr + ?Sized>(value: &T) -> Py<'_, T> {
    Py(value)
}

/// Made by [`py`].
pub struct Py<'a, T: ?Sized>(&'a T);

impl<T: Repr + ?Sized> fmt::Display for Py<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.str(f)
    }
}

impl<T: Repr + ?Sized> fmt::Debug for Py<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.repr(f)
    }
}

/// `<list_iterator object at 0x7f…>`: the text of what has no other, of what is said of it and its `id`.
#[must_use]
pub fn of_address(what: &str, id: usize) -> String {
    format!("<{what} at {id:#x}>")
}

/// A text that stands for a value which does not know it: that of a class, of an iterator.
#[derive(Debug)]
pub struct Shown {
    text: Str,
    class: &'static str,
}

impl Shown {
    /// `text` of a value of `class`.
    #[must_use]
    pub fn new(text: Str, class: &'static str) -> Self {
        Shown { text, class }
    }

    /// `type(self).__name__`.
    #[must_use]
    pub fn class(&self) -> &'static str {
        self.class
    }
}

impl Repr for Shown {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<T: Repr + ?Sized> Repr for &T {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (**self).repr(f)
    }

    fn str(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (**self).str(f)
    }
}

impl<T: Repr + ?Sized> Repr for std::rc::Rc<T> {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (**self).repr(f)
    }

    fn str(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (**self).str(f)
    }
}

impl Repr for i64 {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Repr for usize {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Repr for f64 {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let size = self.abs();
        let digits = match f.precision() {
            _ if size.is_nan() => "nan".to_owned(),
            _ if size.is_infinite() => "inf".to_owned(),
            Some(places) => format!("{size:.places$}"),
            None => float::shortest(size),
        };
        f.pad_integral(self.is_sign_positive() || self.is_nan(), "", &digits)
    }
}

impl Repr for bool {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(if *self { "True" } else { "False" })
    }
}

impl Repr for () {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad("None")
    }

    fn shows_none(&self) -> bool {
        true
    }
}

impl<T: Repr> Repr for Option<T> {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => value.repr(f),
            None => ().repr(f),
        }
    }

    fn str(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => value.str(f),
            None => ().str(f),
        }
    }

    fn shows_none(&self) -> bool {
        self.as_ref().is_none_or(T::shows_none)
    }
}

impl Repr for str {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&repr_str(self))
    }

    fn str(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl Repr for String {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.as_str().repr(f)
    }

    fn str(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl Repr for char {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&repr_str(self.encode_utf8(&mut [0; 4])))
    }

    fn str(&self, f: &mut Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// `c.isprintable()`.
pub(crate) fn is_printable(c: char) -> bool {
    if c.is_ascii() { !c.is_ascii_control() } else { !in_table(tables::NOT_PRINTABLE, c) }
}

/// The last name of a dotted path: `Node` of `__main__.Node`.
#[must_use]
pub fn last_name(path: &'static str) -> &'static str {
    path.rsplit('.').next().unwrap_or(path)
}

/// `repr(text)`: single quotes unless only those occur inside.
#[must_use]
pub fn repr_str(text: &str) -> String {
    quoted(text, is_printable)
}

/// `ascii(text)`.
#[must_use]
pub fn ascii_str(text: &str) -> String {
    quoted(text, |c| c.is_ascii() && is_printable(c))
}

fn quoted(text: &str, shows: impl Fn(char) -> bool) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => out.extend(['\\', c]),
            c if shows(c) => out.push(c),
            c => escape(&mut out, c),
        }
    }
    out.push(quote);
    out
}

/// `\x1b`, `\u2028` or `\U000e0001`.
fn escape(out: &mut String, c: char) {
    let code = u32::from(c);
    let _ = match code {
        0..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// `str(value)`.
///
/// # Errors
/// What a user's `__str__` raised.
pub fn try_str<T: Repr + ?Sized>(value: &T) -> Result<Str, Exception> {
    Ok(Str::from(crate::output::try_render(format_args!("{}", py(value)))?))
}

/// `str(value)`.
#[must_use]
pub fn str<T: Repr + ?Sized>(value: &T) -> Str {
    Str::from(crate::output::render(format_args!("{}", py(value)), ""))
}

/// `repr(value)`.
///
/// # Errors
/// What a user's `__repr__` raised.
pub fn try_repr<T: Repr + ?Sized>(value: &T) -> Result<Str, Exception> {
    Ok(Str::from(crate::output::try_render(format_args!("{:?}", py(value)))?))
}

/// `repr(value)`.
#[must_use]
pub fn repr<T: Repr + ?Sized>(value: &T) -> Str {
    Str::from(crate::output::render(format_args!("{:?}", py(value)), ""))
}

use crate::exc::Exception;

thread_local! {
    static SHOWING: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// Runs `show` unless the object at `address` is being shown already; then writes `inside` (`[...]`).
///
/// # Errors
/// Those of `show`.
pub fn guarded(
    f: &mut Formatter<'_>,
    address: usize,
    inside: &str,
    show: impl FnOnce(&mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    let again = SHOWING.with_borrow_mut(|showing| {
        let again = showing.contains(&address);
        if !again {
            showing.push(address);
        }
        again
    });
    if again {
        return f.write_str(inside);
    }
    let result = show(f);
    SHOWING.with_borrow_mut(Vec::pop);
    result
}

pub(crate) fn repr_items<T: Repr>(
    f: &mut Formatter<'_>,
    open: &str,
    items: impl Iterator<Item = T>,
    close: &str,
) -> fmt::Result {
    f.write_str(open)?;
    for (i, item) in items.enumerate() {
        if i > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{:?}", py(&item))?;
    }
    f.write_str(close)
}

/// A class or a function among values: known by its text alone.
#[derive(Clone, Copy, Debug)]
pub struct Known(pub &'static str);

impl Repr for Known {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl<T: Repr> Repr for [T] {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        repr_items(f, "[", self.iter(), "]")
    }
}

impl<T: Repr, const N: usize> Repr for [T; N] {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.as_slice().repr(f)
    }
}

impl<T: Repr> Repr for Vec<T> {
    fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.as_slice().repr(f)
    }
}

/// `ascii(value)`: the `repr` with everything outside ASCII escaped.
pub fn ascii<T: Repr + ?Sized>(value: &T) -> Str {
    let mut out = String::new();
    for c in repr(value).chars() {
        match u32::from(c) {
            0..=0x7f => out.push(c),
            code @ 0x80..=0xff => out.push_str(&format!("\\x{code:02x}")),
            code @ 0x100..=0xffff => out.push_str(&format!("\\u{code:04x}")),
            code => out.push_str(&format!("\\U{code:08x}")),
        }
    }
    Str::from(out)
}
