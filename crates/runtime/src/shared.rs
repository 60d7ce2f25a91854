//! Objects: [`Shared`] handles, and `handle!` for a generated class.

use std::ops::Deref;

use crate::counted::Counted;
use crate::cycles::{Member, Trace};

/// A handle on an object with Python's identity. `==` is the class's; `a.is(&b)` is Python's `is`.
pub struct Shared<T: 'static>(pub(crate) Counted<T>);

impl<T: 'static> Shared<T> {
    /// A new object.
    pub fn new(object: T) -> Self {
        Shared(Counted::new(object))
    }

    /// Python's `self is other`.
    #[inline]
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }

    /// `id(self)`.
    #[inline]
    #[must_use]
    pub fn id(&self) -> usize {
        self.0.address()
    }

    /// Python's `a is b` where both may be `None`.
    #[must_use]
    pub fn same(a: &Option<Self>, b: &Option<Self>) -> bool {
        match (a, b) {
            (Some(a), Some(b)) => a.is(b),
            (a, b) => a.is_none() && b.is_none(),
        }
    }

    /// How many handles there are (`sys.getrefcount(self) - 1`).
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.count()
    }
}

impl<T: Trace + 'static> Shared<Member<T>> {
    /// A new object of a class whose objects may be in cycles.
    #[inline]
    pub fn member(attributes: T) -> Self {
        Shared(Member::alloc(attributes))
    }
}

impl<T: 'static> Clone for Shared<T> {
    #[inline]
    fn clone(&self) -> Self {
        Shared(self.0.clone())
    }
}

impl<T: 'static> Deref for Shared<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

// SAFETY: counts a reference.
unsafe impl<T: 'static> crate::Item for Shared<T> {
    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}

/// `handle!(Node, NodeFields);` makes `Node`, a counted handle that dereferences to `NodeFields`.
///
/// It is an [`crate::Item`], clones share the object, `a.is(&b)` is identity, `Node::alloc(fields)` makes a new object.
/// `==`, hash, order and `Repr` are the class's own; [`crate::identity!`] gives Python's defaults.
#[macro_export]
macro_rules! handle {
    ($(#[$meta:meta])* $name:ident, $fields:ty) => {
        $crate::handle!(@of $(#[$meta])* $name, $fields, $fields, new, |_object, _links| {});
    };
    (
        @of $(#[$meta:meta])* $name:ident, $fields:ty, $held:ty, $make:ident,
        |$object:ident, $links:ident| $trace:block
    ) => {
        $(#[$meta])*
        pub struct $name($crate::Shared<$held>);

        impl $name {
            /// A new object.
            #[inline]
            pub fn alloc(fields: $fields) -> Self {
                $name($crate::Shared::<$held>::$make(fields))
            }

            /// Python's `self is other`.
            #[inline]
            #[must_use]
            pub fn is(&self, other: &Self) -> bool {
                self.0.is(&other.0)
            }

            /// `id(self)`.
            #[inline]
            #[must_use]
            pub fn id(&self) -> usize {
                self.0.id()
            }
        }

        impl ::std::clone::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $name(::std::clone::Clone::clone(&self.0))
            }
        }

        impl ::std::ops::Deref for $name {
            type Target = $fields;

            #[inline]
            fn deref(&self) -> &$fields {
                &self.0
            }
        }

        // SAFETY: cloning counts a reference.
        unsafe impl $crate::Item for $name {
            #[inline]
            fn same(&self, other: &Self) -> bool {
                self.is(other)
            }

            #[inline]
            fn trace(&self, $links: &mut $crate::cycles::Links) {
                let $object = self;
                $trace
            }
        }
    };
}

/// `object!(Node, "__main__.Node");` gives a handle what Python's `object` has: `<__main__.Node object at 0x…>`, equality
/// and hash by identity, truth, and a format of the empty spec.
#[macro_export]
macro_rules! object {
    ($name:ty, $shown:literal) => {
        impl $crate::Repr for $name {
            fn repr(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::write!(f, "<{} object at 0x{:012x}>", $shown, self.id())
            }
        }

        $crate::identity!($name);

        impl $crate::PyFormat for $name {
            fn try_format(
                &self,
                spec: &str,
            ) -> ::std::result::Result<::std::string::String, $crate::Exception> {
                $crate::format::try_format_object(self, self.class_name(), spec)
            }

            fn class_name(&self) -> &'static str {
                $crate::show::last_name($shown)
            }
        }
    };
}

/// `identity!(Node);` gives a handle Python's default `__eq__` and `__hash__`: those of the object's identity, and truth.
#[macro_export]
macro_rules! identity {
    ($($name:ty),* $(,)?) => { $(
        impl ::std::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.is(other)
            }
        }

        impl $crate::PyHash for $name {
            #[inline]
            fn py_hash(&self) -> i64 {
                $crate::hash::of_address(self.id())
            }
        }

        impl $crate::Truth for $name {
            #[inline]
            fn truth(&self) -> bool {
                true
            }
        }
    )* };
}
