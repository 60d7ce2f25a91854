//! Objects with `__del__`: [`Finalise`], and `finalised!` for a generated class.
//!
//! `__del__` runs when the last handle goes. Those that are alive when the program ends are collected with CPython's module:
//! what its variables hold in the order in which it was made. What others hold follows in an order that depends on when
//! those were made; so it does where an exception ends the program. One object has no order, several are a trap.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::mem::ManuallyDrop;
use std::sync::OnceLock;

use crate::output::trap;

/// What finalises the objects that are alive where the program ends: set by the first of them, so that a program without
/// any does not carry it. Its argument says whether an exception ends the program.
static AT_END: OnceLock<fn(bool)> = OnceLock::new();

#[derive(Default)]
struct Alive {
    /// The objects in the order in which they were made, each with its address and a handle of its own.
    objects: BTreeMap<u64, (usize, Box<dyn Finalise>)>,
    /// Of those whose `__del__` did not run, where each is, by its address.
    places: BTreeMap<usize, u64>,
    n_made: u64,
    /// Where the program ends: how many objects its variables let go of, which end later.
    let_go: Option<usize>,
}

thread_local! {
    /// Objects may end after all variables of the thread.
    static ALIVE: RefCell<ManuallyDrop<Alive>> = RefCell::default();
}

/// What an object does when nothing holds it any more.
pub trait Finalise {
    /// Python's `__del__`.
    fn finalise(&self);

    /// Whether nobody sees it where the program ends: it only changes what is gone then, too.
    fn is_quiet(&self) -> bool {
        false
    }
}

/// An object is made at `address`; `object` is a handle on it.
pub fn born(address: usize, object: Box<dyn Finalise>) {
    AT_END.get_or_init(|| finalise_alive);
    ALIVE.with_borrow_mut(|alive| {
        let place = alive.n_made;
        alive.n_made += 1;
        alive.places.insert(address, place);
        alive.objects.insert(place, (address, object));
    });
}

/// Whether some object with `__del__` was ever made.
#[inline]
pub(crate) fn any() -> bool {
    AT_END.get().is_some()
}

/// The last handle of the program on an object goes: its `__del__` runs, once. `holders` says how many handles there are.
pub fn end<T: Finalise>(object: &T, address: usize, holders: impl Fn() -> usize) {
    let place = ALIVE.with_borrow_mut(|alive| {
        let is_alive = alive.places.contains_key(&address);
        match &mut alive.let_go {
            Some(n_objects) => {
                *n_objects += usize::from(is_alive);
                None
            }
            None => alive.places.remove(&address),
        }
    });
    let Some(place) = place else { return };
    object.finalise();
    if holders() > 2 {
        trap("an object that its `__del__` keeps");
    }
    let own = ALIVE.with_borrow_mut(|alive| alive.objects.remove(&place));
    drop(own);
}

/// The program ends: its variables let go of their objects from here on.
pub fn collect() {
    ALIVE.with_borrow_mut(|alive| alive.let_go = Some(0));
}

/// All variables let go of their objects: what is alive is finalised.
pub fn finish() {
    if let Some(finalise_alive) = AT_END.get() {
        finalise_alive(false);
    }
}

/// An exception ends the program, and its frames hold objects.
pub(crate) fn finish_after_exception() {
    if let Some(finalise_alive) = AT_END.get() {
        finalise_alive(true);
    }
}

/// Finalises what is alive, the oldest first; several objects of which others hold some have an order of their own. Frames
/// hold objects `after_exception`.
fn finalise_alive(after_exception: bool) {
    let others_hold = after_exception
        || ALIVE.with_borrow_mut(|alive| alive.places.len() > alive.let_go.take().unwrap_or(0));
    let n_seen = ALIVE.with_borrow(|alive| {
        let places = alive.places.values().filter_map(|place| alive.objects.get(place));
        places.filter(|(_, object)| !object.is_quiet()).count()
    });
    if others_hold && n_seen > 1 {
        trap("several objects with `__del__` that are alive where the program ends");
    }
    let mut after = 0;
    loop {
        // The objects stay where they are, so that none ends twice.
        let next = ALIVE.with_borrow_mut(|alive| {
            let (&place, (address, _)) = alive.objects.range(after..).next()?;
            let address = *address;
            let is_due = alive.places.remove(&address).is_some();
            Some((place, is_due.then(|| alive.objects.remove(&place)).flatten()))
        });
        let Some((place, object)) = next else { return };
        if let Some(object) = object {
            object.1.finalise();
            ALIVE.with_borrow_mut(|alive| alive.objects.insert(place, object));
        }
        after = place + 1;
    }
}

/// `finalised!(File, FileFields);` makes what [`handle!`](crate::handle) does, of a class with a `__del__`.
#[macro_export]
macro_rules! finalised {
    ($(#[$meta:meta])* $name:ident, $fields:ty) => {
        $(#[$meta])*
        pub struct $name($crate::Shared<$fields>);

        impl $name {
            /// A new object.
            pub fn alloc(fields: $fields) -> Self {
                let made = $name($crate::Shared::new(fields));
                $crate::finaliser::born(made.id(), ::std::boxed::Box::new(::std::clone::Clone::clone(&made)));
                made
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

        impl ::std::ops::Drop for $name {
            fn drop(&mut self) {
                // One is the runtime's.
                if self.0.count() == 2 {
                    $crate::finaliser::end(self, self.id(), || self.0.count());
                }
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
        }
    };
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use crate::finaliser::{collect, finish};
    use crate::list::List;

    thread_local! {
        static ENDED: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    }

    pub struct ProbeFields {
        name: u32,
    }

    finalised!(Probe, ProbeFields);

    impl crate::Finalise for Probe {
        fn finalise(&self) {
            // A handle more on the way is none that keeps it.
            let own = self.clone();
            ENDED.with_borrow_mut(|ended| ended.push(own.name));
        }
    }

    fn probe(name: u32) -> Probe {
        Probe::alloc(ProbeFields { name })
    }

    fn ended() -> Vec<u32> {
        ENDED.with_borrow_mut(std::mem::take)
    }

    #[test]
    fn the_last_handle_ends_an_object_once() {
        let first = probe(1);
        let second = first.clone();
        drop(first);
        assert!(ended().is_empty());
        drop(second);
        assert_eq!(ended(), [1]);
    }

    #[test]
    fn a_list_ends_its_last_item_first() {
        let items = List::from([probe(1), probe(2), probe(3)]);
        drop(items.pop());
        assert_eq!(ended(), [3]);
        drop(items);
        assert_eq!(ended(), [2, 1]);
    }

    #[test]
    fn the_end_of_the_program_ends_the_oldest_first() {
        let (old, new) = (probe(1), probe(2));
        collect();
        drop(new);
        drop(old);
        assert!(ended().is_empty());
        finish();
        assert_eq!(ended(), [1, 2]);
    }
}
