//! [`Counted`]: a counted pointer whose last owner does not recurse: a chain of a million nodes drops on a small stack.
//!
//! **Invariant:** `inner` is taken exactly once, by `drop`. What is deeper than [`DEPTH`] waits in a queue of this
//! thread until the outermost drop empties it.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::rc::Rc;

/// Nested drops before the rest waits.
const DEPTH: u32 = 64;

thread_local! {
    static NESTING: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Rc<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// A counted pointer with Python's identity.
pub(crate) struct Counted<T: 'static> {
    inner: ManuallyDrop<Rc<T>>,
}

impl<T: 'static> Counted<T> {
    #[inline]
    pub fn new(value: T) -> Self {
        Counted { inner: ManuallyDrop::new(Rc::new(value)) }
    }

    /// Python's `self is other`.
    #[inline]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }

    /// `id(self)`.
    #[inline]
    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.inner).addr()
    }

    /// How many handles there are.
    #[inline]
    pub fn count(&self) -> usize {
        Rc::strong_count(&self.inner)
    }
}

impl<T: 'static> Clone for Counted<T> {
    #[inline]
    fn clone(&self) -> Self {
        Counted { inner: self.inner.clone() }
    }
}

impl<T: 'static> Deref for Counted<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.inner
    }
}

impl<T: 'static> Drop for Counted<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: `drop` runs once and nothing reads `inner` after it.
        let inner = unsafe { ManuallyDrop::take(&mut self.inner) };
        if std::mem::needs_drop::<T>() && Rc::strong_count(&inner) == 1 {
            drop_last(inner);
        }
    }
}

fn drop_last<T: 'static>(inner: Rc<T>) {
    let Some(depth) = enter() else { return drop(inner) };
    if depth >= DEPTH {
        return wait(inner);
    }
    drop(inner);
    leave(depth);
}

// What follows knows no type: one copy of it serves every kind of node.

/// How many drops were open before this one, which is now open too unless it has to wait; `None` at the end of a
/// thread, when its locals may be gone and plain recursion is all there is.
#[inline(never)]
fn enter() -> Option<u32> {
    NESTING
        .try_with(|nesting| {
            let depth = nesting.get();
            nesting.set(if depth < DEPTH { depth + 1 } else { depth });
            depth
        })
        .ok()
}

#[inline(never)]
fn wait(inner: Rc<dyn Any>) {
    let mut inner = Some(inner);
    let _ = WAITING.try_with(|waiting| waiting.borrow_mut().extend(inner.take()));
}

/// Closes the drop that `depth` others were open before; the outermost one empties the queue.
#[inline(never)]
fn leave(depth: u32) {
    if depth == 0 {
        while let Some(next) = WAITING.try_with(|waiting| waiting.borrow_mut().pop()).ok().flatten() {
            drop(next);
        }
    }
    let _ = NESTING.try_with(|nesting| nesting.set(depth));
}
