//! `raising_fns!` and `raising_methods!`: one body for the two forms of an operation that may raise.
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

pub(crate) use {raising_fns, raising_methods};
