//! Tuples of a fixed size are Rust's: (A,), (A, B), … up to twelve.

use std::fmt::{self, Formatter, Write};

use crate::cycles::Links;
use crate::hash::{PyHash, TupleHash};
use crate::item::Item;
use crate::show::{Repr, py};
use crate::truth::Truth;

macro_rules! tuples {
    ($($first:ident $zero:tt $(, $name:ident $index:tt)*;)*) => { $(
        impl<$first: Repr $(, $name: Repr)*> Repr for ($first, $($name,)*) {
            fn repr(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.write_char('(')?;
                write!(f, "{:?}", py(&self.$zero))?;
                let mut _size = 1;
                $(
                    write!(f, ", {:?}", py(&self.$index))?;
                    _size += 1;
                )*
                f.write_str(if _size == 1 { ",)" } else { ")" })
            }
        }

        impl<$first: PyHash $(, $name: PyHash)*> PyHash for ($first, $($name,)*) {
            #[inline]
            fn py_hash(&self) -> i64 {
                let mut hash = TupleHash::new();
                hash.add(self.$zero.py_hash());
                $( hash.add(self.$index.py_hash()); )*
                hash.finish()
            }
        }

        impl<$first $(, $name)*> Truth for ($first, $($name,)*) {
            #[inline]
            fn truth(&self) -> bool {
                true
            }
        }

        // SAFETY: the clone is that of items, and so are the comparisons.
        unsafe impl<$first: Item $(, $name: Item)*> Item for ($first, $($name,)*) {
            const PLAIN: bool = $first::PLAIN $(&& $name::PLAIN)*;

            // A tuple is known by its items: where all are the same, so is what compares them.
            #[inline]
            fn same(&self, other: &Self) -> bool {
                self.$zero.same(&other.$zero) $(&& self.$index.same(&other.$index))*
            }

            #[inline]
            fn trace(&self, links: &mut Links) {
                self.$zero.trace(links);
                $( self.$index.trace(links); )*
            }
        }
    )* };
}

tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
}
