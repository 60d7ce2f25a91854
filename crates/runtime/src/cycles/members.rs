//! The objects of a thread that may be in cycles, and the search among them.
//!
//! **Invariant:** each entry is a live node whose value is a [`Member`] with the entry's position; a member leaves before
//! its attributes are dropped. No reference into the list is alive while a value is dropped.

use std::cell::{Cell, UnsafeCell};
use std::mem::{ManuallyDrop, offset_of};
use std::ops::Deref;
use std::ptr::NonNull;

use super::links::{Kind, Links, Payload, Trace};
use crate::counted::{Counted, Node};

/// So many members before the first search, and never fewer.
const FIRST: usize = 8192;

/// The attributes of an object that may be in cycles.
#[repr(C)]
pub struct Member<T: Trace + 'static> {
    /// Its position among the members.
    position: Cell<usize>,
    attributes: T,
}

/// One member.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) node: NonNull<()>,
    pub(super) kind: &'static Kind,
}

struct Members {
    entries: UnsafeCell<ManuallyDrop<Vec<Entry>>>,
    /// So many of them start a search.
    limit: Cell<usize>,
}

thread_local! {
    static MEMBERS: Members =
        const { Members { entries: UnsafeCell::new(ManuallyDrop::new(Vec::new())), limit: Cell::new(FIRST) } };
}

impl Members {
    #[inline]
    fn with<R>(&self, f: impl FnOnce(&mut Vec<Entry>) -> R) -> R {
        // SAFETY: see the module: `f` is of this file, and neither drops a value nor runs foreign code.
        f(unsafe { &mut *self.entries.get() })
    }
}

impl<T: Trace + 'static> Member<T> {
    /// A new object, which is known as a member; this may free others.
    #[inline]
    pub(crate) fn alloc(attributes: T) -> Counted<Self> {
        let object = Counted::new(Member { position: Cell::new(0), attributes });
        let (n, limit) = MEMBERS.with(|members| {
            let n = members.with(|entries| {
                object.position.set(entries.len());
                entries.push(Entry { node: object.node().cast(), kind: Kind::of::<Self>() });
                entries.len()
            });
            (n, members.limit.get())
        });
        if n >= limit {
            collect();
        }
        object
    }

    /// Its position among the members.
    pub(super) fn position(&self) -> usize {
        self.position.get()
    }
}

impl<T: Trace + 'static> Deref for Member<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.attributes
    }
}

impl<T: Trace + 'static> Payload for Member<T> {
    const POSITION: usize = offset_of!(Node<Self>, value) + offset_of!(Self, position);

    fn trace(&self, links: &mut Links) {
        self.attributes.trace(links);
    }
}

impl<T: Trace + 'static> Drop for Member<T> {
    #[inline]
    fn drop(&mut self) {
        MEMBERS.with(|members| {
            members.with(|entries| {
                let position = self.position.get();
                entries.swap_remove(position);
                if let Some(moved) = entries.get(position) {
                    // SAFETY: see the module: the entry is a node whose value is a member, with its position there.
                    unsafe { moved.node.byte_add(moved.kind.position).cast::<Cell<usize>>().as_ref() }
                        .set(position);
                }
            });
        });
    }
}

/// Searches the members, and frees those that only garbage holds.
#[cold]
#[inline(never)]
pub(super) fn collect() {
    MEMBERS.with(|members| {
        // What is freed may make objects; nothing is searched meanwhile.
        members.limit.set(usize::MAX);
        let garbage = members.with(Links::garbage);
        let n = members.with(|entries| entries.len());
        // SAFETY: nothing else holds what is garbage, see `Links::garbage`.
        unsafe { free(&garbage) };
        let left = members.with(|entries| {
            entries.shrink_to(2 * entries.len());
            entries.len()
        });
        // A program that keeps most of what it makes is searched less often.
        let factor = if n - left.min(n) < n / 4 { 4 } else { 2 };
        members.limit.set(FIRST.max(factor * left));
    });
}

/// Empties all, and gives their memory back then.
///
/// # Safety
/// Only the values of `garbage` hold handles on nodes of `garbage`.
unsafe fn free(garbage: &[Entry]) {
    for entry in garbage {
        // SAFETY: the node is alive. One handle more, so that the last one of the others does not free it.
        unsafe { (entry.kind.hold)(entry.node) };
    }
    for entry in garbage {
        // SAFETY: the node is alive for the handle above, and its value is dropped here only.
        unsafe { (entry.kind.empty)(entry.node) };
    }
    for entry in garbage {
        // SAFETY: all handles were in values that are dropped, but the one above, which ends here.
        unsafe { (entry.kind.give_back)(entry.node) };
    }
}

/// How many members there are.
#[cfg(test)]
pub(super) fn count() -> usize {
    MEMBERS.with(|members| members.with(|entries| entries.len()))
}
