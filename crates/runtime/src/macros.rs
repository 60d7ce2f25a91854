//! `raising_fns!` and `raising_methods!`: one body for the two forms of an operation that may raise; `opaque!` for classes of the
//! library.
//!
//! ```text
//! raising_fns! { /// `a // b`.
//!     fn try_floor_div / floor_div(a: i64, b: i64) -> i64 { … Ok(q) } }
//! // pub fn try_floor_div(a: i64, b: i64) -> Result<i64, Exception>
//! // pub fn floor_div(a: i64, b: i64) -> i64            ends the program on an error
//! ```
//!
//! Generics go in square brackets after the names, a `where` clause in square brackets after the result.

macro_rules! raising_fns {
    ($(
        $(#[$meta:meta])*
        fn $try_name:ident / $name:ident $([$($g:tt)*])? ($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty $(, [$($w:tt)*])? $body:block
    )*) => { $(
        $(#[$meta])*
        ///
        /// # Errors
        /// As in Python.
        #[inline]
        pub fn $try_name $(<$($g)*>)? ($($arg: $ty),*) -> Result<$ret, $crate::Exception> $(where $($w)*)? $body

        $(#[$meta])*
        ///
        /// Ends the program where Python raises and nobody observes it.
        #[inline]
        pub fn $name $(<$($g)*>)? ($($arg: $ty),*) -> $ret $(where $($w)*)? {
            match $try_name($($arg),*) {
                Ok(value) => value,
                Err(error) => error.uncaught(),
            }
        }
    )* };
}

macro_rules! raising_methods {
    ($(
        $(#[$meta:meta])*
        fn $try_name:ident / $name:ident $([$($g:tt)*])? (&$self:ident $(, $arg:ident: $ty:ty)* $(,)?) -> $ret:ty $(, [$($w:tt)*])? $body:block
    )*) => { $(
        $(#[$meta])*
        ///
        /// # Errors
        /// As in Python.
        #[inline]
        pub fn $try_name $(<$($g)*>)? (&$self $(, $arg: $ty)*) -> Result<$ret, $crate::Exception> $(where $($w)*)? $body

        $(#[$meta])*
        ///
        /// Ends the program where Python raises and nobody observes it.
        #[inline]
        pub fn $name $(<$($g)*>)? (&$self $(, $arg: $ty)*) -> $ret $(where $($w)*)? {
            match $self.$try_name($($arg),*) {
                Ok(value) => value,
                Err(error) => error.uncaught(),
            }
        }
    )* };
}

/// `counted_object!(Match)`: what every class of the library has that holds an `Rc`: identity, hash by it, always true.
macro_rules! counted_object {
    ($name:ident) => {
        $crate::macros::counted_object!($name, |it| $crate::hash::of_address(
            std::rc::Rc::as_ptr(&it.0).addr()
        ));
    };
    // One that is hashed by what it holds.
    ($name:ident, $hash:expr) => {
        // SAFETY: counts a reference.
        unsafe impl $crate::Item for $name {
            fn same(&self, other: &Self) -> bool {
                self.is(other)
            }
        }
        impl $crate::PyHash for $name {
            fn py_hash(&self) -> i64 {
                let hash: fn(&Self) -> i64 = $hash;
                hash(self)
            }
        }
        impl $crate::Truth for $name {
            fn truth(&self) -> bool {
                true
            }
        }
        impl $name {
            /// Python's `self is other`.
            #[must_use]
            pub fn is(&self, other: &Self) -> bool {
                std::rc::Rc::ptr_eq(&self.0, &other.0)
            }
        }
    };
}

/// `opaque!(Random, "random.Random")`: the same with identity for `==` and `<random.Random object at 0x…>`.
macro_rules! opaque {
    ($name:ident, $python:literal) => {
        $crate::macros::counted_object!($name);
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.is(other)
            }
        }
        impl $crate::Repr for $name {
            fn repr(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!("<", $python, " object at {:#x}>"), std::rc::Rc::as_ptr(&self.0).addr())
            }
        }
    };
}

pub(crate) use {counted_object, opaque, raising_fns, raising_methods};
