//! [`Truth`]: `if x`, `not x`, `bool(x)`.

/// Python's truth of a value.
pub trait Truth {
    /// `bool(self)`.
    fn truth(&self) -> bool;
}

/// `bool(value)`.
#[inline]
pub fn truth<T: Truth + ?Sized>(value: &T) -> bool {
    value.truth()
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
