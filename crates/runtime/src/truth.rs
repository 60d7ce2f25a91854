//! [`Truth`]: `if x`, `not x`, `bool(x)`.

/// Python's truth of a value.
pub trait Truth {
    /// `bool(self)`.
    fn truth(&self) -> bool;
}

/// `impl Truth` for classes all of whose objects are true.
#[macro_export]
macro_rules! truthy {
    ($($name:ty),* $(,)?) => { $(
        impl $crate::Truth for $name {
            #[inline]
            fn truth(&self) -> bool {
                true
            }
        }
    )* };
}

/// `bool(value)`.
#[inline]
pub fn truth<T: Truth + ?Sized>(value: &T) -> bool {
    value.truth()
}

/// What `__len__` gave, as a size.
///
/// # Errors
///
/// `ValueError` where it is negative.
pub fn size(answer: i64) -> Result<i64, crate::Exception> {
    if answer < 0 {
        return Err(crate::exc::value_error("__len__() should return >= 0"));
    }
    Ok(answer)
}

/// The truth of an object of which `__len__` gave `answer`.
#[must_use]
pub fn is_size(answer: i64) -> bool {
    size(answer).map_or_else(|error| crate::exc::hide(error, false), |size| size != 0)
}

macro_rules! truths {
    ($($ty:ty: |$x:ident| $test:expr),* $(,)?) => { $(
        impl Truth for $ty {
            #[inline]
            fn truth(&self) -> bool {
                let $x = self;
                $test
            }
        }
    )* };
}

truths! {
    (): |_x| false,
    bool: |x| *x,
    i64: |x| *x != 0,
    usize: |x| *x != 0,
    f64: |x| *x != 0.0,
    str: |x| !x.is_empty(),
    String: |x| !x.is_empty(),
    char: |_x| true,
    crate::Exception: |_x| true,
}

impl<T: Truth + ?Sized> Truth for &T {
    #[inline]
    fn truth(&self) -> bool {
        (**self).truth()
    }
}

impl<T: Truth> Truth for Option<T> {
    #[inline]
    fn truth(&self) -> bool {
        self.as_ref().is_some_and(Truth::truth)
    }
}

impl<T> Truth for [T] {
    #[inline]
    fn truth(&self) -> bool {
        !self.is_empty()
    }
}

impl<T> Truth for Vec<T> {
    #[inline]
    fn truth(&self) -> bool {
        !self.is_empty()
    }
}

impl<T: ?Sized> Truth for std::rc::Rc<T> {
    /// A function or an object without `__bool__` and `__len__`.
    fn truth(&self) -> bool {
        true
    }
}
