//! What leads where: [`Trace`], and the two steps that tell garbage from what is alive.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ptr::NonNull;

use super::members::{Entry, Member};
use crate::counted::{Counted, Node};
use crate::field::{Field, LateField};
use crate::item::Item;
use crate::shared::Shared;

/// A value that tells which objects and containers it holds.
pub trait Trace {
    /// Tells `links` each handle that this value owns, once.
    fn trace(&self, links: &mut Links);
}

impl<T: Item> Trace for T {
    #[inline]
    fn trace(&self, links: &mut Links) {
        Item::trace(self, links);
    }
}

impl<T: Item> Trace for Field<T> {
    #[inline]
    fn trace(&self, links: &mut Links) {
        self.look(|value| value.trace(links));
    }
}

impl<T: Item> Trace for LateField<T> {
    #[inline]
    fn trace(&self, links: &mut Links) {
        self.look(|value| value.trace(links));
    }
}

/// What a counted pointer that is traced points to.
pub(crate) trait Payload: Sized + 'static {
    /// Where in its node a member keeps its position.
    const POSITION: usize = 0;

    /// Tells `links` each handle that it owns, once.
    fn trace(&self, links: &mut Links);
}

/// What is done with a node whose type is not known. Each function takes a live node of the type that it was made for.
pub(crate) struct Kind {
    /// See [`Payload::POSITION`].
    pub(super) position: usize,
    owners: unsafe fn(NonNull<()>) -> usize,
    trace: unsafe fn(NonNull<()>, &mut Links),
    /// Counts a handle more.
    pub(super) hold: unsafe fn(NonNull<()>),
    /// Drops the value; the memory stays.
    pub(super) empty: unsafe fn(NonNull<()>),
    /// Gives the memory back of a node that is empty.
    pub(super) give_back: unsafe fn(NonNull<()>),
}

impl Kind {
    #[inline]
    pub(super) fn of<T: Payload>() -> &'static Kind {
        const {
            &Kind {
                position: T::POSITION,
                // SAFETY of all: the caller's.
                owners: |node| unsafe { Node::<T>::owners(node.cast()) },
                trace: |node, links| unsafe { node.cast::<Node<T>>().as_ref() }.value.trace(links),
                hold: |node| unsafe { Node::<T>::hold(node.cast()) },
                empty: |node| unsafe { Node::<T>::empty(node.cast()) },
                give_back: |node| unsafe { Node::<T>::give_back(node.cast()) },
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Count,
    Mark,
}

/// How deep containers with one holder are looked into with it.
const DEPTH: u32 = 32;

/// What a search knows.
pub struct Links {
    step: Step,
    members: Vec<Entry>,
    /// Containers with several holders, which follow the members in `outside`.
    shared: Vec<Entry>,
    by_address: HashMap<NonNull<()>, usize, BuildHasherDefault<AddressHasher>>,
    /// Of each, how many of its handles were not found; when marking, not 0 for what is alive.
    outside: Vec<u32>,
    /// Alive, and not looked into yet.
    open: Vec<usize>,
    depth: u32,
}

impl Links {
    /// Those that nothing but garbage holds, of members and of the containers that they lead to. `members` is what it was.
    pub(super) fn garbage(members: &mut Vec<Entry>) -> Vec<Entry> {
        let mut links = Links {
            step: Step::Count,
            outside: Vec::with_capacity(members.len()),
            members: std::mem::take(members),
            shared: Vec::new(),
            by_address: HashMap::default(),
            open: Vec::new(),
            depth: 0,
        };
        links.count();
        links.mark();
        let all = links.members.iter().chain(&links.shared);
        let garbage = all.zip(&links.outside).filter(|(_, outside)| **outside == 0);
        let garbage = garbage.map(|(entry, _)| *entry).collect();
        *members = links.members;
        garbage
    }

    fn count(&mut self) {
        for entry in &self.members {
            self.outside.push(owners(*entry));
        }
        let mut next = 0;
        while next < self.outside.len() {
            self.look_into(next);
            next += 1;
        }
    }

    fn mark(&mut self) {
        self.step = Step::Mark;
        self.open = (0..self.outside.len()).filter(|&at| self.outside[at] != 0).collect();
        while let Some(at) = self.open.pop() {
            self.look_into(at);
        }
    }

    fn look_into(&mut self, at: usize) {
        let n = self.members.len();
        let entry = if at < n { self.members[at] } else { self.shared[at - n] };
        // SAFETY: members are alive, and so is what they lead to.
        unsafe { (entry.kind.trace)(entry.node, self) };
    }

    fn reached(&mut self, at: usize) {
        let outside = &mut self.outside[at];
        match self.step {
            Step::Count => *outside = outside.wrapping_sub(1),
            Step::Mark if *outside == 0 => {
                *outside = 1;
                self.open.push(at);
            }
            Step::Mark => {}
        }
    }

    /// A handle on an object that may be in cycles.
    pub fn member<T: Trace + 'static>(&mut self, object: &Shared<Member<T>>) {
        self.reached(object.position());
    }

    /// A handle on a container.
    pub(crate) fn container<T: Payload>(&mut self, container: &Counted<T>) {
        if container.count() == 1 && self.depth < DEPTH {
            self.depth += 1;
            container.trace(self);
            self.depth -= 1;
            return;
        }
        let entry = Entry { node: container.node().cast(), kind: Kind::of::<T>() };
        let next = self.outside.len();
        let at = *self.by_address.entry(entry.node).or_insert(next);
        if at == next {
            self.shared.push(entry);
            self.outside.push(owners(entry));
        }
        self.reached(at);
    }
}

fn owners(entry: Entry) -> u32 {
    // SAFETY: the node is alive. More than fits stays more than can be found.
    let owners = unsafe { (entry.kind.owners)(entry.node) };
    u32::try_from(owners).unwrap_or(u32::MAX)
}

/// Addresses are far apart; a product spreads them.
#[derive(Default)]
struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_usize(usize::from(*byte)));
    }

    fn write_usize(&mut self, n: usize) {
        self.0 = (self.0 ^ n as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}
