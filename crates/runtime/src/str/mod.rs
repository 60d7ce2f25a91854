//! `str`: [`Str`], a counted handle on immutable text that knows its length, whether it is ASCII, and its hash.
//!
//! Indexing is O(1): ASCII by byte, other text through its code points, which are laid out on first use.

mod case;
pub(crate) mod chars;
mod find;
mod letters;
mod methods;
mod split;
pub(crate) mod tables;
mod translate;

pub use chars::*;
pub use letters::Letters;
pub use split::not_joinable;
pub use translate::*;

use std::borrow::{Borrow, Cow};
use std::cell::{Cell, OnceCell};
use std::cmp::Ordering;
use std::fmt;
use std::mem::ManuallyDrop;
use std::ops::{Add, AddAssign, Deref};

use compact_str::CompactString;

use crate::counted::Counted;
use crate::exc::{Exception, IndexError};
use crate::hash::{PyHash, of_bytes};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::slice::{Span, position};
use crate::truth::Truth;

/// A shared, immutable Python string.
#[derive(Clone)]
pub struct Str(ManuallyDrop<Counted<Shape>>);

struct Shape {
    /// Up to 24 bytes lie here themselves.
    text: CompactString,
    /// Code points.
    len: usize,
    /// 0 where it is not computed yet.
    hash: Cell<i64>,
    /// The code points of text that is not ASCII and was indexed: seldom, so that all that they cost is a pointer.
    #[expect(clippy::box_collection)]
    chars: OnceCell<Box<Vec<char>>>,
}

impl Drop for Str {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: a drop is the last use of a handle.
        if !unsafe { self.0.leave() } {
            self.free();
        }
    }
}

thread_local! {
    /// The one-character strings of Latin-1, as in CPython, and the empty string.
    static INTERNED: (Str, Vec<Str>) = (
        Str::make("", 0),
        (0..=255_u8).map(|code| Str::of_char(char::from(code))).collect(),
    );
}

impl Str {
    fn make(text: impl Into<CompactString>, len: usize) -> Str {
        let shape = Shape { text: text.into(), len, hash: Cell::new(0), chars: OnceCell::new() };
        Str(ManuallyDrop::new(Counted::new(shape)))
    }

    fn of_char(c: char) -> Str {
        Str::make(&*c.encode_utf8(&mut [0; 4]), 1)
    }

    /// What the last handle does; out of line, as a program has many places where a text may end.
    #[inline(never)]
    fn free(&mut self) {
        // SAFETY: only `drop` calls this, once.
        unsafe { ManuallyDrop::drop(&mut self.0) };
    }

    pub(crate) fn with_len(text: impl AsRef<str> + Into<CompactString>, len: usize) -> Str {
        match len {
            0 => INTERNED.with(|(empty, _)| empty.clone()),
            1 => Str::from(text.as_ref().chars().next().unwrap_or('\0')),
            _ => Str::make(text, len),
        }
    }

    /// `""`.
    #[must_use]
    pub fn new() -> Str {
        INTERNED.with(|(empty, _)| empty.clone())
    }

    /// The text.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    #[inline]
    pub(crate) fn is_ascii_text(&self) -> bool {
        self.0.len == self.0.text.len()
    }

    pub(crate) fn code_points(&self) -> &[char] {
        self.0.chars.get_or_init(|| Box::new(self.0.text.chars().collect()))
    }

    /// `len(self)`: code points, known.
    #[inline]
    #[must_use]
    pub fn len(&self) -> i64 {
        self.0.len as i64
    }

    /// `not self`.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.len == 0
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Str) -> bool {
        self.0.is(&other.0)
    }

    /// `id(self)`.
    #[must_use]
    pub fn id(&self) -> usize {
        self.0.address()
    }

    /// `self[index]` of an index that counts from the start; ends the program where there is no such letter.
    #[inline]
    #[must_use]
    pub fn letter(&self, index: usize) -> char {
        match self.near(index as i64) {
            Some(c) => c,
            None => self.far_letter(index),
        }
    }

    #[cold]
    fn far_letter(&self, index: usize) -> char {
        self.far(index as i64).unwrap_or_else(|error| error.uncaught())
    }

    raising_methods! {
        /// `self[index]` as a character that is compared or passed on.
        fn try_char_at / char_at(&self, index: i64) -> char {
            match self.near(index) {
                Some(c) => Ok(c),
                None => self.far(index),
            }
        }

        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> Str { self.try_char_at(index).map(Str::from) }

        /// `self[start:stop:step]`.
        fn try_slice_by / slice_by(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Str {
            let span = Span::new(start, stop, step, self.0.len)?;
            Ok(self.span(span))
        }
    }

    /// The character at an index that counts from the start of ASCII text: what loops ask for.
    #[inline(always)]
    fn near(&self, index: i64) -> Option<char> {
        let bytes = self.0.text.as_bytes();
        // A negative index is past any text.
        let byte = *bytes.get(usize::try_from(index as u64).ok()?)?;
        (bytes.len() == self.0.len).then_some(char::from(byte))
    }

    /// The character at any index.
    #[inline(never)]
    fn far(&self, index: i64) -> Result<char, Exception> {
        match position(index, self.0.len) {
            Some(i) if self.is_ascii_text() => Ok(char::from(self.0.text.as_bytes()[i])),
            Some(i) => Ok(self.code_points()[i]),
            None => Err(Exception::new(IndexError, "string index out of range")),
        }
    }

    pub(crate) fn span(&self, span: Span) -> Str {
        if span.step == 1 && span.count == self.0.len {
            return self.clone();
        }
        let text: CompactString = if self.is_ascii_text() {
            if span.step == 1 {
                self.0.text[span.range()].into()
            } else {
                let bytes = self.0.text.as_bytes();
                span.positions().map(|i| char::from(bytes[i])).collect()
            }
        } else {
            let chars = self.code_points();
            span.positions().map(|i| chars[i]).collect()
        };
        Str::with_len(text, span.count)
    }

    /// The byte at which a code point begins.
    pub(crate) fn byte_of(&self, position: usize) -> usize {
        if self.is_ascii_text() || position == 0 {
            return position.min(self.0.text.len());
        }
        self.code_points().iter().take(position).map(|c| c.len_utf8()).sum()
    }

    /// How many code points begin before a byte.
    pub(crate) fn position_of(&self, byte: usize) -> usize {
        if self.is_ascii_text() { byte } else { self.0.text[..byte].chars().count() }
    }

    /// `iter(self)`: one-character strings.
    pub fn iter(&self) -> impl Iterator<Item = Str> + use<> {
        let text = self.clone();
        let mut byte = 0;
        std::iter::from_fn(move || {
            let c = text.0.text[byte..].chars().next()?;
            byte += c.len_utf8();
            Some(Str::from(c))
        })
    }

    /// `self += other`: in place where nobody else holds the text.
    pub fn push(&mut self, other: &str) {
        let more = other.chars().count();
        if more == 0 {
            return;
        }
        if self.0.len > 1
            && let Some(shape) = self.0.get_mut()
        {
            shape.text.push_str(other);
            shape.len += more;
            shape.hash.set(0);
            shape.chars = OnceCell::new();
            return;
        }
        let mut text = CompactString::with_capacity(self.0.text.len() + other.len());
        text.push_str(&self.0.text);
        text.push_str(other);
        *self = Str::with_len(text, self.0.len + more);
    }
}

impl Default for Str {
    fn default() -> Self {
        Str::new()
    }
}

impl From<char> for Str {
    #[inline(never)]
    fn from(c: char) -> Self {
        match u8::try_from(c) {
            Ok(code) => INTERNED.with(|(_, chars)| chars[usize::from(code)].clone()),
            Err(_) => Str::of_char(c),
        }
    }
}

impl From<&char> for Str {
    fn from(c: &char) -> Self {
        Str::from(*c)
    }
}

/// Code points.
fn length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Str::with_len(text, length(text))
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        let len = length(&text);
        Str::with_len(text, len)
    }
}

impl From<&String> for Str {
    fn from(text: &String) -> Self {
        Str::from(text.as_str())
    }
}

impl From<&Str> for Str {
    fn from(text: &Str) -> Self {
        text.clone()
    }
}

impl From<Str> for String {
    fn from(text: Str) -> Self {
        text.0.text.to_string()
    }
}

impl From<Str> for Cow<'static, str> {
    fn from(text: Str) -> Self {
        Cow::Owned(text.0.text.to_string())
    }
}

impl From<&Str> for Cow<'static, str> {
    fn from(text: &Str) -> Self {
        Cow::Owned(text.0.text.to_string())
    }
}

impl Deref for Str {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        &self.0.text
    }
}

impl Borrow<str> for Str {
    fn borrow(&self) -> &str {
        self
    }
}

impl AsRef<str> for Str {
    fn as_ref(&self) -> &str {
        self
    }
}

impl PartialEq for Str {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&other.0) || self.0.text == other.0.text
    }
}

impl Eq for Str {}

macro_rules! equal_to_text {
    ($($ty:ty),*) => { $(
        impl PartialEq<$ty> for Str {
            #[inline]
            fn eq(&self, other: &$ty) -> bool {
                let other: &str = other;
                *self.0.text == *other
            }
        }
        impl PartialEq<Str> for $ty {
            #[inline]
            fn eq(&self, other: &Str) -> bool {
                other == self
            }
        }
    )* };
}

equal_to_text!(str, &str, String);

impl PartialEq<char> for Str {
    #[inline]
    fn eq(&self, other: &char) -> bool {
        self.0.len == 1 && self.0.text.starts_with(*other)
    }
}

impl PartialOrd for Str {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    /// Bytes of UTF-8 are in the order of code points.
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.text.cmp(&other.0.text)
    }
}

impl PartialOrd<str> for Str {
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some((**self).cmp(other))
    }
}

impl std::hash::Hash for Str {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl PyHash for Str {
    #[inline]
    fn py_hash(&self) -> i64 {
        let known = self.0.hash.get();
        if known != 0 {
            return known;
        }
        let hash = of_bytes(self.0.text.as_bytes());
        self.0.hash.set(hash);
        hash
    }
}

impl Truth for Str {
    #[inline]
    fn truth(&self) -> bool {
        self.0.len != 0
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.repr(f)
    }
}

impl Repr for Str {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).repr(f)
    }

    fn str(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

// SAFETY: counts a reference; comparisons run no code of the program.
unsafe impl Item for Str {
    const PLAIN: bool = true;

    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl Str {
    /// `self + other`.
    #[must_use]
    pub fn concat(&self, other: &str) -> Str {
        self + other
    }
}

impl Add<&str> for &Str {
    type Output = Str;

    fn add(self, other: &str) -> Str {
        let mut sum = self.clone();
        sum.push(other);
        sum
    }
}

impl Add<&Str> for &Str {
    type Output = Str;

    fn add(self, other: &Str) -> Str {
        if self.is_empty() { other.clone() } else { self + other.as_str() }
    }
}

impl Add<&Str> for Str {
    type Output = Str;

    /// In place where nobody else holds the left text.
    fn add(mut self, other: &Str) -> Str {
        if self.is_empty() {
            return other.clone();
        }
        self.push(other);
        self
    }
}

impl Add<&str> for Str {
    type Output = Str;

    fn add(mut self, other: &str) -> Str {
        self.push(other);
        self
    }
}

impl Add<Str> for Str {
    type Output = Str;

    fn add(self, other: Str) -> Str {
        self + &other
    }
}

impl Add<Str> for &Str {
    type Output = Str;

    fn add(self, other: Str) -> Str {
        self + &other
    }
}

impl AddAssign<&str> for Str {
    fn add_assign(&mut self, other: &str) {
        self.push(other);
    }
}

impl AddAssign<&Str> for Str {
    fn add_assign(&mut self, other: &Str) {
        self.push(other);
    }
}

impl AddAssign<Str> for Str {
    fn add_assign(&mut self, other: Str) {
        self.push(&other);
    }
}

impl FromIterator<char> for Str {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> Self {
        Str::from(chars.into_iter().collect::<String>())
    }
}

impl fmt::Write for Str {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text);
        Ok(())
    }
}

crate::slice::slice_method!(Str);
