//! [`Item`]: what may be an element, an attribute or a captured variable.
//!
//! **Invariant** of every `unsafe impl` here: `clone` copies bits or counts a reference up and runs no code of the
//! program; where `PLAIN` is true, neither do `==`, `py_hash` and `<`.

use crate::cycles::Links;
use crate::exc::Exception;

/// A value that a container may clone out of a cell while it looks into it.
///
/// # Safety
/// `Clone` runs no code of the program: it copies, or counts a reference. With `PLAIN`, `PartialEq` and `PyHash` too run
/// none. Generated types derive `Clone` and use [`crate::item!`].
pub unsafe trait Item: Clone + 'static {
    /// Whether `==`, `py_hash` and `<` of this type never run code of the program.
    const PLAIN: bool = false;

    /// Python's `self is other` where the type has identity; containers ask it before `==`.
    #[inline]
    fn same(&self, _other: &Self) -> bool {
        false
    }

    /// Tells `links` each handle on an object or a container that this value owns, once, see [`crate::cycles`]. What
    /// tells nothing holds what it holds from outside of all cycles.
    #[inline]
    fn trace(&self, _links: &mut Links) {}
}

/// Makes generated types elements of containers: `item!(Command, Shape)`. Their `Clone` must be derived. With the
/// variants through which it may hold what holds it, `item!(Handler { Method })`, an enum is looked into for cycles.
#[macro_export]
macro_rules! item {
    ($name:ident { $($variant:ident),* $(,)? }) => {
        // SAFETY: the type's `Clone` is derived from parts that are items (the compiler that emitted it says so).
        unsafe impl $crate::Item for $name {
            fn trace(&self, links: &mut $crate::cycles::Links) {
                match self {
                    $($name::$variant(value) => $crate::Item::trace(value, links),)*
                    #[allow(unreachable_patterns)]
                    _ => {}
                }
            }
        }
    };
    ($($ty:ty),* $(,)?) => { $(
        // SAFETY: the type's `Clone` is derived from parts that are items (the compiler that emitted it says so).
        unsafe impl $crate::Item for $ty {}
    )* };
}

/// `value!(Sale { region, units });` makes a generated struct with these attributes an element of containers, as the
/// object that it stands for is one. Its `Clone` must be derived; it is the same as another where all attributes are.
#[macro_export]
macro_rules! value {
    ($name:ident { $($field:ident),* $(,)? }) => {
        // SAFETY: the type's `Clone` is derived from parts that are items (the compiler that emitted it says so).
        unsafe impl $crate::Item for $name {
            #[inline]
            fn same(&self, other: &Self) -> bool {
                true $(&& $crate::item::same_or_equal(&self.$field, &other.$field))*
            }

            #[inline]
            fn trace(&self, _links: &mut $crate::cycles::Links) {
                $( $crate::Item::trace(&self.$field, _links); )*
            }
        }
    };
}

macro_rules! plain_items {
    ($($ty:ty),* $(,)?) => { $(
        // SAFETY: a copy; comparisons are the language's.
        unsafe impl Item for $ty {
            const PLAIN: bool = true;
        }
    )* };
}

plain_items!(
    (),
    bool,
    i64,
    usize,
    char,
    String,
    &'static str,
    i32,
    u8,
    u64,
    crate::exc::ClassObject,
    crate::slice::Slice
);

// SAFETY: a copy.
unsafe impl Item for f64 {
    const PLAIN: bool = true;

    /// A NaN is the same object as itself in the programs that ask (`x in [x]`).
    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.to_bits() == other.to_bits()
    }
}

// SAFETY: the clone is that of an item.
unsafe impl<T: Item> Item for Option<T> {
    const PLAIN: bool = T::PLAIN;

    #[inline]
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(a), Some(b)) => a.same(b),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    #[inline]
    fn trace(&self, links: &mut Links) {
        self.iter().for_each(|value| value.trace(links));
    }
}

// SAFETY: counts a reference.
unsafe impl<T: ?Sized + 'static> Item for std::rc::Rc<T> {
    #[inline]
    fn same(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(self, other)
    }
}

// SAFETY: counts a reference; equality is identity.
unsafe impl Item for Exception {
    const PLAIN: bool = true;

    #[inline]
    fn same(&self, other: &Self) -> bool {
        Exception::same(self, other)
    }
}

// SAFETY: the clone is that of items.
unsafe impl<T: Item, E: Item> Item for Result<T, E> {}

// SAFETY: a function pointer is copied.
unsafe impl<R: 'static> Item for fn() -> R {}

/// `a is b or a == b`, the test of `in`, `list ==`, `remove` and dict keys.
#[inline]
pub fn same_or_equal<T: Item + PartialEq>(a: &T, b: &T) -> bool {
    a.same(b) || a == b
}
