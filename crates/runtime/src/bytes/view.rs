//! `memoryview`: the bytes of another value, looked at and changed where they lie.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

use super::{ByteArray, Bytes, Part, exports};
use crate::array::{Code, IntArray};
use crate::exc::{Exception, IndexError, TypeError, value_error};
use crate::hash::{PyHash, of_bytes};
use crate::item::Item;
use crate::list::List;
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::slice::{Span, position};
use crate::str::Str;
use crate::truth::Truth;

/// What lies under a view.
#[derive(Clone)]
enum Base {
    Bytes(Bytes),
    ByteArray(ByteArray),
    Array(IntArray),
}

impl Base {
    /// Its identity where it can change its length.
    fn id(&self) -> Option<usize> {
        match self {
            Base::Bytes(_) => None,
            Base::ByteArray(bytes) => Some(bytes.list().id()),
            Base::Array(array) => Some(array.items().id()),
        }
    }

    fn byte(&self, at: usize) -> u8 {
        match self {
            Base::Bytes(bytes) => bytes[at],
            Base::ByteArray(bytes) => bytes.list().at(at as i64),
            Base::Array(array) => {
                let size = array.code().size();
                array.items().at((at / size) as i64).to_le_bytes()[at % size]
            }
        }
    }

    fn set_byte(&self, at: usize, byte: u8) {
        match self {
            Base::Bytes(_) => {}
            Base::ByteArray(bytes) => bytes.list().set(at as i64, byte),
            Base::Array(array) => {
                let code = array.code();
                let index = (at / code.size()) as i64;
                let mut item = array.items().at(index).to_le_bytes();
                item[at % code.size()] = byte;
                array.items().set(index, code.decode(&item[..code.size()]));
            }
        }
    }
}

struct View {
    base: Base,
    code: Code,
    /// Where its first item lies, and how far apart they are, in bytes.
    start: i64,
    stride: i64,
    len: usize,
    is_readonly: bool,
    is_released: Cell<bool>,
}

impl Drop for View {
    fn drop(&mut self) {
        self.release();
    }
}

impl View {
    fn release(&self) {
        if !self.is_released.replace(true)
            && let Some(id) = self.base.id()
        {
            exports::release(id);
        }
    }
}

/// Python's `memoryview` of whole numbers in one dimension. Clones share it.
#[derive(Clone)]
pub struct MemoryView(Rc<View>);

/// What a view can be made of.
pub trait Buffer: Part {
    /// `memoryview(self)`.
    ///
    /// # Errors
    /// `ValueError` for a view that is released.
    fn view(&self) -> Result<MemoryView, Exception>;
}

impl Buffer for Bytes {
    fn view(&self) -> Result<MemoryView, Exception> {
        Ok(MemoryView::of(Base::Bytes(self.clone()), Code::BYTE, (0, 1, self.0.len()), true))
    }
}

impl Buffer for ByteArray {
    fn view(&self) -> Result<MemoryView, Exception> {
        let len = self.list().len() as usize;
        Ok(MemoryView::of(Base::ByteArray(self.clone()), Code::BYTE, (0, 1, len), false))
    }
}

impl Buffer for IntArray {
    fn view(&self) -> Result<MemoryView, Exception> {
        let code = self.code();
        let (stride, len) = (code.size() as i64, self.len() as usize);
        Ok(MemoryView::of(Base::Array(self.clone()), code, (0, stride, len), false))
    }
}

impl Buffer for MemoryView {
    fn view(&self) -> Result<MemoryView, Exception> {
        let view = self.live()?;
        Ok(self.part_of(view.code, (view.start, view.stride, view.len), view.is_readonly))
    }
}

impl Part for MemoryView {
    fn part(&self) -> Result<Cow<'_, [u8]>, Exception> {
        let view = self.live()?;
        Ok(Cow::Owned((0..view.len).flat_map(|at| self.bytes_at(at)).collect()))
    }
}

impl MemoryView {
    /// `memoryview(buffer)`.
    ///
    /// # Errors
    /// `ValueError` for a view that is released.
    pub fn try_new(buffer: &impl Buffer) -> Result<Self, Exception> {
        buffer.view()
    }

    /// `memoryview(buffer)`.
    #[must_use]
    pub fn new(buffer: &impl Buffer) -> Self {
        Self::try_new(buffer).unwrap_or_else(|error| error.uncaught())
    }

    fn of(base: Base, code: Code, (start, stride, len): (i64, i64, usize), is_readonly: bool) -> Self {
        if let Some(id) = base.id() {
            exports::hold(id);
        }
        let is_released = Cell::new(false);
        MemoryView(Rc::new(View { base, code, start, stride, len, is_readonly, is_released }))
    }

    /// Another view of the same bytes.
    fn part_of(&self, code: Code, place: (i64, i64, usize), is_readonly: bool) -> Self {
        Self::of(self.0.base.clone(), code, place, is_readonly)
    }

    fn live(&self) -> Result<&View, Exception> {
        match self.0.is_released.get() {
            true => Err(value_error("operation forbidden on released memoryview object")),
            false => Ok(&self.0),
        }
    }

    /// The bytes of item `at`, the lowest first.
    fn bytes_at(&self, at: usize) -> impl Iterator<Item = u8> + use<'_> {
        let first = self.0.start + at as i64 * self.0.stride;
        (0..self.0.code.size()).map(move |k| self.0.base.byte(first as usize + k))
    }

    fn item(&self, at: usize) -> i64 {
        self.0.code.decode(&self.bytes_at(at).collect::<Vec<u8>>())
    }

    fn items(&self) -> Vec<i64> {
        (0..self.0.len).map(|at| self.item(at)).collect()
    }

    fn store(&self, at: usize, bytes: &[u8]) {
        let first = self.0.start + at as i64 * self.0.stride;
        for (k, byte) in bytes.iter().enumerate() {
            self.0.base.set_byte(first as usize + k, *byte);
        }
    }

    fn writable(&self) -> Result<&View, Exception> {
        let view = self.live()?;
        match view.is_readonly {
            true => Err(Exception::new(TypeError, "cannot modify read-only memory")),
            false => Ok(view),
        }
    }

    fn index(&self, index: i64) -> Result<usize, Exception> {
        position(index, self.0.len)
            .ok_or_else(|| Exception::new(IndexError, "index out of bounds on dimension 1"))
    }

    fn sliced(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Result<Self, Exception> {
        let view = self.live()?;
        let span = Span::new(start, stop, step, view.len)?;
        let place = (view.start + span.start * view.stride, view.stride * span.step, span.count);
        Ok(self.part_of(view.code, place, view.is_readonly))
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// `id(self)`.
    #[must_use]
    pub fn id(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }

    /// `not self`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `self.release()`.
    pub fn release(&self) {
        self.0.release();
    }

    /// `self.ndim`.
    #[must_use]
    pub fn ndim(&self) -> i64 {
        1
    }

    /// `iter(self)`.
    pub fn iter(&self) -> impl Iterator<Item = i64> + use<> {
        self.live().unwrap_or_else(|error| error.uncaught());
        let view = self.clone();
        (0..view.0.len).map(move |at| view.item(at))
    }

    /// `self == other`: the same numbers in the same order.
    #[must_use]
    pub fn equals(&self, other: &impl Buffer) -> bool {
        match (self.live(), other.view()) {
            (Ok(_), Ok(other)) => self.items() == other.items(),
            _ => false,
        }
    }

    /// `other + self`, which is `bytes` as `other` is.
    #[must_use]
    pub fn added_to(&self, other: &Bytes) -> Bytes {
        other.concat(&self.tobytes())
    }

    raising_methods! {
        /// `len(self)`.
        fn try_len / len(&self) -> i64 { Ok(self.live()?.len as i64) }

        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> i64 {
            self.live()?;
            Ok(self.item(self.index(index)?))
        }

        /// `self[index] = item`.
        fn try_set / set(&self, index: i64, item: i64) -> () {
            let code = self.writable()?.code;
            let at = self.index(index)?;
            if !code.holds(item) {
                return Err(value_error(format!("memoryview: invalid value for format '{}'", code.letter())));
            }
            self.store(at, &item.to_le_bytes()[..code.size()]);
            Ok(())
        }

        /// `self[a], self[b] = self[b], self[a]`.
        fn try_swap_at / swap_at(&self, a: i64, b: i64) -> () {
            let (x, y) = (self.try_at(b)?, self.try_at(a)?);
            self.try_set(a, x)?;
            self.try_set(b, y)
        }

        /// `self[start:stop:step]`.
        fn try_slice_by / slice_by(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> MemoryView {
            self.sliced(start, stop, step)
        }

        /// `self[start:stop:step] = other`.
        fn try_set_slice / set_slice[B: Buffer](&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>, other: &B) -> () {
            self.writable()?;
            let (into, from) = (self.sliced(start, stop, step)?, other.view()?);
            if into.0.code != from.0.code || into.0.len != from.0.len {
                return Err(value_error("memoryview assignment: lvalue and rvalue have different structures"));
            }
            // It may be the same memory.
            let items: Vec<Vec<u8>> = (0..from.0.len).map(|at| from.bytes_at(at).collect()).collect();
            items.iter().enumerate().for_each(|(at, item)| into.store(at, item));
            Ok(())
        }

        /// `item in self`.
        fn try_contains / contains(&self, item: i64) -> bool {
            self.live()?;
            Ok(self.items().contains(&item))
        }

        /// `self.tobytes()`, `bytes(self)`.
        fn try_tobytes / tobytes(&self) -> Bytes { Ok(Bytes::from(&*self.part()?)) }

        /// `self.tolist()`.
        fn try_tolist / tolist(&self) -> List<i64> {
            self.live()?;
            Ok(List::from(self.items()))
        }

        /// `self.hex()`.
        fn try_hex / hex(&self) -> Str { Ok(self.try_tobytes()?.hex()) }

        /// `self.nbytes`.
        fn try_nbytes / nbytes(&self) -> i64 {
            let view = self.live()?;
            Ok((view.len * view.code.size()) as i64)
        }

        /// `self.itemsize`.
        fn try_itemsize / itemsize(&self) -> i64 { Ok(self.live()?.code.size() as i64) }

        /// `self.format`.
        fn try_format / format(&self) -> Str { Ok(Str::from(self.live()?.code.letter())) }

        /// `self.readonly`.
        fn try_readonly / readonly(&self) -> bool { Ok(self.live()?.is_readonly) }

        /// `self.contiguous`, `self.c_contiguous`.
        fn try_contiguous / contiguous(&self) -> bool {
            let view = self.live()?;
            Ok(view.len < 2 || view.stride == view.code.size() as i64)
        }

        /// `self.toreadonly()`.
        fn try_toreadonly / toreadonly(&self) -> MemoryView {
            let view = self.live()?;
            Ok(self.part_of(view.code, (view.start, view.stride, view.len), true))
        }

        /// `self.cast(format)`.
        fn try_cast / cast(&self, format: &str) -> MemoryView {
            let view = self.live()?;
            if !self.try_contiguous()? {
                return Err(Exception::new(TypeError, "memoryview: casts are restricted to C-contiguous views"));
            }
            let mut letters = format.strip_prefix('@').unwrap_or(format).chars();
            let code = match (letters.next(), letters.next()) {
                (Some(letter), None) => Code::of(letter),
                _ => None,
            };
            let Some(code) = code else {
                if ["f", "d", "c", "?", "e", "n", "N", "P"].contains(&format) {
                    crate::output::trap(&format!("a memoryview of format '{format}'"));
                }
                let message = "memoryview: destination format must be a native single character format prefixed \
                               with an optional '@'";
                return Err(value_error(message));
            };
            let bytes = view.len * view.code.size();
            if code.size() > 1 && view.code.size() > 1 {
                let message = "memoryview: cannot cast between two non-byte formats";
                return Err(Exception::new(TypeError, message));
            }
            if bytes % code.size() != 0 {
                let message = "memoryview: length is not a multiple of itemsize";
                return Err(Exception::new(TypeError, message));
            }
            let place = (view.start, code.size() as i64, bytes / code.size());
            Ok(self.part_of(code, place, view.is_readonly))
        }

        /// The end of its `with`.
        fn try_close / close(&self) -> () {
            self.release();
            Ok(())
        }

        /// `self.__enter__()`.
        fn try_enter / enter(&self) -> MemoryView {
            self.live()?;
            Ok(self.clone())
        }
    }
}

impl PartialEq for MemoryView {
    fn eq(&self, other: &Self) -> bool {
        self.is(other) || self.equals(other)
    }
}

impl PyHash for MemoryView {
    /// That of the bytes; only what is read-only is asked.
    fn py_hash(&self) -> i64 {
        if !self.0.is_readonly {
            value_error("cannot hash writable memoryview object").uncaught();
        }
        of_bytes(&self.tobytes())
    }
}

impl Truth for MemoryView {
    fn truth(&self) -> bool {
        !self.is_empty()
    }
}

impl Repr for MemoryView {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.0.is_released.get() { "released memory" } else { "memory" };
        write!(f, "<{kind} at {:#x}>", self.id())
    }
}

// SAFETY: counts a reference.
unsafe impl Item for MemoryView {
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}
