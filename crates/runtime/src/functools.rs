//! `functools`.

use crate::exc::{Exception, type_error};
use crate::item::Item;
use crate::iter::Iter;
use crate::macros::raising_fns;

raising_fns! {
    /// `reduce(function, items)`.
    fn try_reduce / reduce[T: Item](
        function: impl FnMut(T, T) -> Result<T, Exception>,
        items: Iter<T>,
    ) -> T {
        let Some(first) = items.try_next()? else {
            return Err(type_error("reduce() of empty iterable with no initial value"));
        };
        try_reduce_from(function, items, first)
    }

    /// `reduce(function, items, initial)`.
    fn try_reduce_from / reduce_from[A, T: Item](
        function: impl FnMut(A, T) -> Result<A, Exception>,
        items: Iter<T>,
        initial: A,
    ) -> A {
        let mut function = function;
        let mut result = initial;
        while let Some(item) = items.try_next()? {
            result = function(result, item)?;
        }
        Ok(result)
    }
}
