//! `array`: lists of numbers of one machine type.

use std::borrow::Cow;
use std::fmt;

use crate::base64::Encoded;
use crate::bytes::{Bytes, Part, exports};
use crate::copy::{Copyable, Memo};
use crate::exc::{Exception, IndexError, OverflowError, TypeError, value_error};
use crate::hash::PyHash;
use crate::item::Item;
use crate::list::List;
use crate::macros::{raising_fns, raising_methods};
use crate::show::{Repr, py};
use crate::slice::Span;
use crate::str::Str;
use crate::truth::Truth;

/// A machine type of whole numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Code {
    letter: char,
    size: usize,
    least: i64,
    /// As `u64`, since that of `Q` is no `i64`.
    most: u64,
}

impl Code {
    /// That of `bytes`.
    pub(crate) const BYTE: Code = Code { letter: 'B', size: 1, least: 0, most: 255 };

    pub(crate) fn of(letter: char) -> Option<Code> {
        let (size, signed) = match letter {
            'b' => (1, true),
            'B' => (1, false),
            'h' => (2, true),
            'H' => (2, false),
            'i' => (4, true),
            'I' => (4, false),
            'l' | 'q' => (8, true),
            'L' | 'Q' => (8, false),
            _ => return None,
        };
        let bits = 8 * size as u32;
        let most = if signed { u64::MAX >> (65 - bits) } else { u64::MAX >> (64 - bits) };
        Some(Code { letter, size, least: if signed { -(most as i64) - 1 } else { 0 }, most })
    }

    pub(crate) fn letter(self) -> char {
        self.letter
    }

    /// How many bytes an item takes.
    pub(crate) fn size(self) -> usize {
        self.size
    }

    pub(crate) fn holds(self, item: i64) -> bool {
        item >= self.least && (item <= 0 || item as u64 <= self.most)
    }

    /// The item of these bytes, the lowest first.
    pub(crate) fn decode(self, bytes: &[u8]) -> i64 {
        let is_negative = self.least < 0 && bytes.last().is_some_and(|byte| *byte >= 0x80);
        let mut whole = [if is_negative { 0xff } else { 0 }; 8];
        whole[..bytes.len()].copy_from_slice(bytes);
        i64::from_le_bytes(whole)
    }

    fn check(self, item: i64) -> Result<i64, Exception> {
        let overflow = |text: String| Err(Exception::new(OverflowError, text));
        let what = match self.letter {
            'b' => "signed char",
            'B' => "unsigned byte integer",
            'h' => "signed short integer",
            'H' => "unsigned short",
            'i' => "signed integer",
            'I' => "unsigned int",
            _ => "",
        };
        if item < self.least {
            return match self.letter {
                'I' | 'L' | 'Q' => overflow("can't convert negative value to unsigned int".to_owned()),
                _ => overflow(format!("{what} is less than minimum")),
            };
        }
        if item > 0 && item as u64 > self.most {
            return overflow(format!("{what} is greater than maximum"));
        }
        Ok(item)
    }
}

/// `array(code, items)` of whole numbers.
#[derive(Clone)]
pub struct IntArray(List<i64>, Code);

/// `array(code, items)` of floats.
#[derive(Clone)]
pub struct FloatArray(List<f64>, bool);

macro_rules! copyable {
    ($($array:ident)*) => { $(
        impl Copyable for $array {
            fn shallow(&self) -> Self {
                $array(self.0.copy(), self.1)
            }

            fn deep(&self, memo: &mut Memo) -> Self {
                $array(self.0.deep(memo), self.1)
            }
        }
    )* };
}

copyable! { IntArray FloatArray }

fn single(text: &str) -> char {
    text.chars().next().unwrap_or('i')
}

/// Errors of lists, as arrays word them.
fn renamed(error: Exception, what: &str) -> Exception {
    if error.is::<IndexError>() { Exception::new(IndexError, what.to_owned()) } else { error }
}

/// `value` of an array of `f`, which is rounded to 32 bits.
fn rounded(value: f64, is_single: bool) -> f64 {
    if is_single { f64::from(value as f32) } else { value }
}

const NOT_A_MULTIPLE: &str = "bytes length not a multiple of item size";

raising_fns! {
    /// `array(code, bytes)` of whole numbers: the bytes are the items as they lie in memory.
    fn try_ints_of_bytes / ints_of_bytes[P: Part](code: &str, bytes: &P) -> IntArray {
        let array = try_empty_ints(code)?;
        array.try_frombytes(bytes)?;
        Ok(array)
    }

    /// `array(code, bytes)` of floats: the bytes are the items as they lie in memory.
    fn try_floats_of_bytes / floats_of_bytes[P: Part](code: &str, bytes: &P) -> FloatArray {
        let array = try_empty_floats(code)?;
        array.try_frombytes(bytes)?;
        Ok(array)
    }

    /// `array(code)` of whole numbers.
    fn try_empty_ints / empty_ints(code: &str) -> IntArray { try_ints(code, []) }

    /// `array(code, items)` of whole numbers.
    fn try_ints / ints[I: IntoIterator<Item = Result<i64, Exception>>](code: &str, items: I) -> IntArray {
        let code = Code::of(single(code)).ok_or_else(|| {
            value_error("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        })?;
        let items: Result<Vec<i64>, Exception> = items.into_iter().map(|item| code.check(item?)).collect();
        Ok(IntArray(List::from(items?), code))
    }

    /// `array(code)` of floats.
    fn try_empty_floats / empty_floats(code: &str) -> FloatArray { try_floats(code, []) }

    /// `array(code, items)` of floats.
    fn try_floats / floats[I: IntoIterator<Item = Result<f64, Exception>>](code: &str, items: I) -> FloatArray {
        let is_single = single(code) == 'f';
        let items: Result<Vec<f64>, Exception> =
            items.into_iter().map(|item| item.map(|item| rounded(item, is_single))).collect();
        Ok(FloatArray(List::from(items?), is_single))
    }
}

macro_rules! arrays {
    ($Array:ident, $item:ty, |$self_:ident, $x:ident| $check:expr, |$array:ident| $made:expr) => {
        impl $Array {
            fn checked(&self, $x: $item) -> Result<$item, Exception> {
                let $self_ = self;
                $check
            }

            /// `BufferError` where a `memoryview` looks at it, as its length is to change.
            fn resizable(&self) -> Result<(), Exception> {
                exports::check(self.0.id(), "cannot resize an array that is exporting buffers")
            }

            fn with_items(&self, items: List<$item>) -> Self {
                $Array(items, self.1)
            }

            /// `len(self)`.
            #[must_use]
            pub fn len(&self) -> i64 {
                self.0.len()
            }

            /// `not self`.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// Python's `self is other`.
            #[must_use]
            pub fn is(&self, other: &Self) -> bool {
                self.0.is(&other.0)
            }

            /// `iter(self)`.
            pub fn iter(&self) -> impl Iterator<Item = $item> + use<> {
                self.0.iter()
            }

            /// `self.tolist()`.
            #[must_use]
            pub fn tolist(&self) -> List<$item> {
                self.0.copy()
            }

            /// `self.reverse()`.
            pub fn reverse(&self) {
                self.0.reverse();
            }

            /// `self.count(item)`.
            #[must_use]
            pub fn count(&self, item: $item) -> i64 {
                self.0.iter().filter(|it| *it == item).count() as i64
            }

            /// `item in self`.
            #[must_use]
            pub fn contains(&self, item: $item) -> bool {
                self.0.iter().any(|it| it == item)
            }

            /// `self * times`.
            #[must_use]
            pub fn repeat(&self, times: i64) -> Self {
                self.with_items(self.0.repeat(times))
            }

            /// `other + self`, which is `bytes` as `other` is.
            #[must_use]
            pub fn added_to(&self, other: &Bytes) -> Bytes {
                other.concat(&self.tobytes())
            }

            /// `self.typecode`.
            #[must_use]
            pub fn typecode(&self) -> Str {
                let $array = self;
                let (code, _): (char, usize) = $made;
                Str::from(code)
            }

            /// `self.itemsize`.
            #[must_use]
            pub fn itemsize(&self) -> i64 {
                let $array = self;
                let (_, size): (char, usize) = $made;
                size as i64
            }

            raising_methods! {
                /// `self[index]`.
                fn try_at / at(&self, index: i64) -> $item {
                    self.0.try_at(index).map_err(|error| renamed(error, "array index out of range"))
                }

                /// `self[index] = item`.
                fn try_set / set(&self, index: i64, item: $item) -> () {
                    let item = self.checked(item)?;
                    self.0.try_set(index, item).map_err(|error| renamed(error, "array assignment index out of range"))
                }

                /// `self[a], self[b] = self[b], self[a]`.
                fn try_swap_at / swap_at(&self, a: i64, b: i64) -> () {
                    let (x, y) = (self.try_at(b)?, self.try_at(a)?);
                    self.try_set(a, x)?;
                    self.try_set(b, y)
                }

                /// `del self[index]`.
                fn try_delete / delete(&self, index: i64) -> () {
                    self.resizable()?;
                    self.0.try_delete(index).map_err(|error| renamed(error, "array assignment index out of range"))
                }

                /// `self[start:stop:step]`.
                fn try_slice_by / slice_by(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> $Array {
                    Ok(self.with_items(self.0.try_slice_by(start, stop, step)?))
                }

                /// `self[start:stop:step] = other`.
                fn try_set_slice / set_slice(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>, other: &$Array) -> () {
                    self.same_code(other)?;
                    if Span::new(start, stop, step, self.0.len() as usize)?.count != other.0.len() as usize {
                        self.resizable()?;
                    }
                    self.0.try_set_slice(start, stop, step, other.0.to_vec())
                        .map_err(|error| value_error(error.message().replace("sequence", "array")))
                }

                /// `self.append(item)`.
                fn try_append / append(&self, item: $item) -> () {
                    self.resizable()?;
                    self.0.append(self.checked(item)?);
                    Ok(())
                }

                /// `self.insert(index, item)`.
                fn try_insert / insert(&self, index: i64, item: $item) -> () {
                    self.resizable()?;
                    self.0.insert(index, self.checked(item)?);
                    Ok(())
                }

                /// `self.extend(items)`.
                fn try_extend / extend[I: IntoIterator<Item = Result<$item, Exception>>](&self, items: I) -> () {
                    for item in items {
                        self.try_append(item?)?;
                    }
                    Ok(())
                }

                /// `self.pop()`.
                fn try_pop / pop(&self) -> $item {
                    if !self.0.is_empty() {
                        self.resizable()?;
                    }
                    self.0.try_pop().map_err(|error| renamed(error, "pop from empty array"))
                }

                /// `self.pop(index)`.
                fn try_pop_at / pop_at(&self, index: i64) -> $item {
                    let what = if self.0.is_empty() { "pop from empty array" } else { "pop index out of range" };
                    if !self.0.is_empty() {
                        self.resizable()?;
                    }
                    self.0.try_pop_at(index).map_err(|error| renamed(error, what))
                }

                /// `self.index(item)`.
                fn try_index / index(&self, item: $item) -> i64 {
                    let found = self.0.iter().position(|it| it == item);
                    found.map(|at| at as i64).ok_or_else(|| value_error("array.index(x): x not in array"))
                }

                /// `self.remove(item)`.
                fn try_remove / remove(&self, item: $item) -> () {
                    self.resizable()?;
                    self.0.try_remove(&item).map_err(|_| value_error("array.remove(x): x not in array"))
                }

                /// `self + other`.
                fn try_concat / concat(&self, other: &$Array) -> $Array {
                    self.same_code(other)?;
                    Ok(self.with_items(self.0.concat(&other.0)))
                }

                /// `self += other`.
                fn try_add_in_place / add_in_place(&self, other: &$Array) -> $Array {
                    self.same_code(other)?;
                    if !other.is_empty() {
                        self.resizable()?;
                    }
                    self.0.extend(other.0.to_vec());
                    Ok(self.clone())
                }
            }

            fn same_code(&self, other: &$Array) -> Result<(), Exception> {
                if self.1 == other.1 { Ok(()) } else { Err(Exception::new(TypeError, "bad argument type for built-in operation")) }
            }
        }

        impl PartialEq for $Array {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }

        impl PartialOrd for $Array {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                self.0.partial_cmp(&other.0)
            }
        }

        impl PyHash for $Array {
            /// Never asked for: what has no hash raises before.
            fn py_hash(&self) -> i64 {
                Exception::new(TypeError, "unhashable type: 'array.array'").uncaught()
            }
        }

        impl Truth for $Array {
            fn truth(&self) -> bool {
                !self.0.is_empty()
            }
        }

        impl Repr for $Array {
            fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                if self.0.is_empty() {
                    return write!(f, "array('{}')", self.typecode());
                }
                write!(f, "array('{}', {:?})", self.typecode(), py(&self.0))
            }
        }

        impl Part for $Array {
            fn part(&self) -> Result<Cow<'_, [u8]>, Exception> {
                Ok(Cow::Owned(self.tobytes().to_vec()))
            }
        }

        impl Encoded for $Array {
            fn encoded(&self) -> Result<Cow<'_, [u8]>, Exception> {
                self.part()
            }
        }

        // SAFETY: counts a reference.
        unsafe impl Item for $Array {
            fn same(&self, other: &Self) -> bool {
                self.is(other)
            }
        }
    };
}

arrays!(IntArray, i64, |array, x| array.1.check(x), |array| (array.1.letter, array.1.size));
arrays!(FloatArray, f64, |array, x| Ok(rounded(x, array.1)), |array| if array.1 {
    ('f', 4)
} else {
    ('d', 8)
});

impl IntArray {
    pub(crate) fn items(&self) -> &List<i64> {
        &self.0
    }

    pub(crate) fn code(&self) -> Code {
        self.1
    }

    /// `self.tobytes()`.
    #[must_use]
    pub fn tobytes(&self) -> Bytes {
        Bytes::from(
            self.0
                .iter()
                .flat_map(|item| item.to_le_bytes().into_iter().take(self.1.size))
                .collect::<Vec<u8>>(),
        )
    }

    raising_methods! {
        /// `self.frombytes(bytes)`.
        fn try_frombytes / frombytes[P: Part](&self, bytes: &P) -> () {
            let bytes = bytes.part()?;
            if bytes.len() % self.1.size != 0 {
                return Err(value_error(NOT_A_MULTIPLE));
            }
            if !bytes.is_empty() {
                self.resizable()?;
            }
            for chunk in bytes.chunks(self.1.size) {
                self.0.append(self.1.decode(chunk));
            }
            Ok(())
        }
    }
}

impl FloatArray {
    /// `self.tobytes()`.
    #[must_use]
    pub fn tobytes(&self) -> Bytes {
        let bytes = |item: f64| {
            if self.1 { (item as f32).to_le_bytes().to_vec() } else { item.to_le_bytes().to_vec() }
        };
        Bytes::from(self.0.iter().flat_map(bytes).collect::<Vec<u8>>())
    }

    raising_methods! {
        /// `self.frombytes(bytes)`.
        fn try_frombytes / frombytes[P: Part](&self, bytes: &P) -> () {
            let bytes = bytes.part()?;
            let size = if self.1 { 4 } else { 8 };
            if bytes.len() % size != 0 {
                return Err(value_error(NOT_A_MULTIPLE));
            }
            if !bytes.is_empty() {
                self.resizable()?;
            }
            if self.1 {
                self.0.extend(bytes.as_chunks().0.iter().map(|chunk| f64::from(f32::from_le_bytes(*chunk))));
            } else {
                self.0.extend(bytes.as_chunks().0.iter().map(|chunk| f64::from_le_bytes(*chunk)));
            }
            Ok(())
        }
    }
}
