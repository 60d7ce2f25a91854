//! [`Counted`]: a counted pointer whose last owner does not recurse: a chain of a million nodes drops on a small stack.
//!
//! **Invariant:** `node` points to a live allocation of `Box<Node<T>>` that counts this handle among its owners; the
//! last owner frees it, once. What is deeper than [`DEPTH`] waits in a queue of this thread until the outermost drop
//! empties it. A handle stays in its thread, as [`NonNull`] does.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;

/// Nested drops before the rest waits.
const DEPTH: u32 = 64;

thread_local! {
    static NESTING: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Last>> = const { RefCell::new(Vec::new()) };
}

/// What a handle points to.
#[repr(C)]
pub(crate) struct Node<T> {
    owners: Cell<usize>,
    pub(crate) value: T,
}

/// What the search for cycles does with nodes, see [`crate::cycles`].
impl<T: 'static> Node<T> {
    /// How many handles there are.
    ///
    /// # Safety
    /// `node` is alive.
    pub unsafe fn owners(node: NonNull<Self>) -> usize {
        // SAFETY: the caller's.
        unsafe { &(*node.as_ptr()).owners }.get()
    }

    /// Counts a handle more.
    ///
    /// # Safety
    /// `node` is alive.
    pub unsafe fn hold(node: NonNull<Self>) {
        // SAFETY: the caller's.
        let owners = unsafe { &(*node.as_ptr()).owners };
        owners.set(owners.get().wrapping_add(1));
    }

    /// Drops the value; the memory stays.
    ///
    /// # Safety
    /// `node` is alive, and whoever holds it never looks at the value again.
    pub unsafe fn empty(node: NonNull<Self>) {
        // SAFETY: the caller's.
        unsafe { std::ptr::drop_in_place(&raw mut (*node.as_ptr()).value) };
    }

    /// Gives the memory back of a node that is empty.
    ///
    /// # Safety
    /// `node` is empty, and nobody holds it.
    pub unsafe fn give_back(node: NonNull<Self>) {
        // SAFETY: it came from a box of this type, see `Counted::new`, whose value is gone.
        drop(unsafe { Box::from_raw(node.cast::<Node<ManuallyDrop<T>>>().as_ptr()) });
    }
}

/// A counted pointer with Python's identity.
pub(crate) struct Counted<T: 'static> {
    node: NonNull<Node<T>>,
    owned: PhantomData<Node<T>>,
}

impl<T: 'static> Counted<T> {
    #[inline]
    pub fn new(value: T) -> Self {
        let node = Box::new(Node { owners: Cell::new(1), value });
        Counted { node: NonNull::from(Box::leak(node)), owned: PhantomData }
    }

    /// How many handles there are. Of the node only this is borrowed: the value may be on its way out.
    #[inline]
    fn owners(&self) -> &Cell<usize> {
        // SAFETY: see the module: the node lives as long as this handle.
        unsafe { &(*self.node.as_ptr()).owners }
    }

    /// What this handle points to, which lives as long as any handle on it.
    #[inline]
    pub fn node(&self) -> NonNull<Node<T>> {
        self.node
    }

    /// Python's `self is other`.
    #[inline]
    pub fn is(&self, other: &Self) -> bool {
        self.node == other.node
    }

    /// `id(self)`.
    #[inline]
    pub fn address(&self) -> usize {
        self.node.addr().get()
    }

    /// How many handles there are.
    #[inline]
    pub fn count(&self) -> usize {
        self.owners().get()
    }

    /// The value, where there is no other handle.
    #[inline]
    pub fn get_mut(&mut self) -> Option<&mut T> {
        if self.count() != 1 {
            return None;
        }
        // SAFETY: this is the only handle, and it is borrowed for as long as the value.
        Some(unsafe { &mut self.node.as_mut().value })
    }

    /// Gives up one of several owners; `false` where this is the last one, which then has to be dropped.
    ///
    /// # Safety
    /// After `true` this handle is neither used nor dropped.
    #[inline]
    pub unsafe fn leave(&self) -> bool {
        let owners = self.owners();
        let others = owners.get().wrapping_sub(1);
        if others != 0 {
            owners.set(others);
        }
        others != 0
    }
}

impl<T: 'static> Clone for Counted<T> {
    #[inline]
    fn clone(&self) -> Self {
        let owners = self.owners();
        owners.set(owners.get().wrapping_add(1));
        Counted { node: self.node, owned: PhantomData }
    }
}

impl<T: 'static> Deref for Counted<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: see the module: the node lives as long as this handle.
        unsafe { &(*self.node.as_ptr()).value }
    }
}

impl<T: 'static> Drop for Counted<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: a drop is the last use of a handle.
        if !unsafe { self.leave() } {
            drop_last(self.node);
        }
    }
}

#[inline(never)]
fn drop_last<T: 'static>(node: NonNull<Node<T>>) {
    let last = Last { node: node.cast(), free: free::<T> };
    if std::mem::needs_drop::<T>() {
        last.free();
    } else {
        // SAFETY: the caller was the last owner; nothing else is freed by this.
        unsafe { (last.free)(last.node) };
    }
}

/// # Safety
/// `node` is a `Node<T>` without owners; this ends its life.
unsafe fn free<T: 'static>(node: NonNull<()>) {
    // SAFETY: it came from a box of this type, see `Counted::new`.
    drop(unsafe { Box::from_raw(node.cast::<Node<T>>().as_ptr()) });
}

// What follows knows no type: one copy of it serves every kind of node.

/// A node without owners, and what frees it.
struct Last {
    node: NonNull<()>,
    free: unsafe fn(NonNull<()>),
}

impl Last {
    /// Frees the node, or has it wait where this drop is deep inside of others; the outermost drop frees what waits.
    #[inline(never)]
    fn free(self) {
        let depth = NESTING.try_with(Cell::get).ok();
        // At the end of a thread its locals may be gone, and plain recursion is all there is.
        let Some(depth) = depth else { return self.now() };
        if depth >= DEPTH {
            let _ = WAITING.try_with(|waiting| waiting.borrow_mut().push(self));
            return;
        }
        let _ = NESTING.try_with(|nesting| nesting.set(depth + 1));
        self.now();
        if depth == 0 {
            while let Some(next) = WAITING.try_with(|waiting| waiting.borrow_mut().pop()).ok().flatten() {
                next.now();
            }
        }
        let _ = NESTING.try_with(|nesting| nesting.set(depth));
    }

    fn now(self) {
        // SAFETY: a `Last` is made once for a node, by its last owner, and consumed here.
        unsafe { (self.free)(self.node) };
    }
}
