//! Cycles: objects that refer to each other and that nothing else refers to are found, and freed.
//!
//! Counting alone keeps them. Objects of the classes that may be in cycles (the compiler says which, see
//! [`crate::cyclic!`]) are known to their thread; when there are many more of them than after the last search, it is
//! searched for those that only they themselves hold:
//!
//! 1. **Count.** From the number of handles on each, those are taken that are found in other members, and in the
//!    containers that these hold. What is left is held from outside: by a variable, or by something that is not traced.
//! 2. **Mark.** What these lead to is alive. The rest is garbage.
//! 3. **Free.** All garbage is emptied first and its memory given back then, so that nothing is freed twice.
//!
//! What [`Trace`] does not look into (generators, iterators, exceptions, tasks) holds from outside what it holds: a cycle
//! through it stays. The search is started by the making of an object, where no reference into a cell is alive. Objects
//! with finalisers are no members: nothing that is emptied runs code that sees what is garbage with it.
//!
//! The time is linear in members and their handles, and spread over the objects made since the last search.
//! Source: the developer's guide of CPython, "Garbage collector design"; Bacon and Rajan, "Concurrent Cycle Collection in
//! Reference Counted Systems" (2001), section 2.
//!
//! **Invariant:** an implementation of [`Trace`] tells each handle that a value owns once; no code of the program runs in
//! the first two steps.

mod links;
mod members;

pub(crate) use links::Payload;
pub use links::{Links, Trace};
pub use members::Member;

/// Frees what is held in cycles only.
pub fn collect() {
    members::collect();
}

/// `cyclic!(Node, NodeFields { next, kids });` is [`crate::handle!`] for a class whose objects may be in cycles, through
/// these attributes.
#[macro_export]
macro_rules! cyclic {
    ($(#[$meta:meta])* $name:ident, $fields:ident { $($field:ident),* $(,)? }) => {
        impl $crate::cycles::Trace for $fields {
            fn trace(&self, links: &mut $crate::cycles::Links) {
                $( $crate::cycles::Trace::trace(&self.$field, links); )*
            }
        }

        $crate::handle!(@of $(#[$meta])* $name, $fields, $crate::cycles::Member<$fields>, member, |object, links| {
            links.member(&object.0)
        });
    };
}

#[cfg(test)]
mod tests {
    use super::collect;
    use crate::{Dict, Field, List, Str};

    pub struct NodeFields {
        name: Str,
        other: Field<Option<Node>>,
        kids: List<Node>,
        named: Dict<Str, (i64, Node)>,
        rows: Vec<List<Node>>,
    }

    cyclic!(Node, NodeFields { other, kids, named, rows });

    fn node(name: &str) -> Node {
        Node::alloc(NodeFields {
            name: Str::from(name.to_owned()),
            other: Field::new(None),
            kids: List::new(),
            named: Dict::new(),
            rows: vec![List::new()],
        })
    }

    fn members() -> usize {
        super::members::count()
    }

    #[test]
    fn pairs_are_freed_and_what_is_held_stays() {
        let (a, b) = (node("a"), node("b"));
        a.other.set(Some(b.clone()));
        b.other.set(Some(a.clone()));
        collect();
        assert_eq!(members(), 2);
        drop(b);
        collect();
        assert_eq!((members(), a.other.get().map(|b| b.name.clone())), (2, Some(Str::from("b".to_owned()))));
        drop(a);
        assert_eq!(members(), 2);
        collect();
        assert_eq!(members(), 0);
    }

    #[test]
    fn cycles_lead_through_containers() {
        for way in 0..5 {
            let (a, b) = (node("a"), node("b"));
            match way {
                0 => a.kids.append(b.clone()),
                1 => a.named.set(Str::from("b".to_owned()), (1, b.clone())),
                2 => a.rows[0].append(b.clone()),
                3 => a.kids.append(a.clone()),
                _ => a.other.set(Some(a.clone())),
            }
            b.kids.append(a.clone());
            // A list that a variable holds keeps what is in it.
            let held = b.kids.clone();
            drop((a, b));
            collect();
            assert_eq!((members() > 0, held.len()), (true, 1));
            drop(held);
            collect();
            assert_eq!(members(), 0);
        }
    }

    #[test]
    fn shared_containers_are_looked_into_once() {
        let shared = List::new();
        let all: Vec<Node> = (0..3)
            .map(|i| {
                let fields = NodeFields {
                    name: Str::from(i.to_string()),
                    other: Field::new(None),
                    kids: shared.clone(),
                    named: Dict::new(),
                    rows: Vec::new(),
                };
                Node::alloc(fields)
            })
            .collect();
        all.iter().for_each(|node| shared.append(node.clone()));
        drop(all);
        collect();
        assert_eq!((members(), shared.len()), (3, 3));
        drop(shared);
        collect();
        assert_eq!(members(), 0);
    }

    #[test]
    fn what_garbage_holds_is_freed_too() {
        let a = node("a");
        a.other.set(Some(a.clone()));
        let tail = node("tail");
        a.kids.append(tail.clone());
        let held = tail.clone();
        drop((a, tail));
        collect();
        assert_eq!((members(), held.0.count()), (1, 1));
        assert_eq!(held.id(), held.clone().id());
        drop(held);
        collect();
        assert_eq!(members(), 0);
    }

    #[test]
    fn many_are_freed_while_they_are_made() {
        let mut most = 0;
        for i in 0..if cfg!(miri) { 300 } else { 100_000 } {
            let (a, b) = (node("a"), node("b"));
            a.kids.append(b.clone());
            b.other.set(Some(a));
            most = most.max(members());
            if cfg!(miri) && i % 100 == 0 {
                collect();
            }
        }
        assert!(most < 20_000, "{most} members");
        collect();
        assert_eq!(members(), 0);
    }

    #[test]
    fn long_chains_are_no_deep_recursion() {
        let first = node("first");
        let mut last = first.clone();
        for _ in 0..if cfg!(miri) { 100 } else { 200_000 } {
            let next = node("next");
            last.other.set(Some(next.clone()));
            last = next;
        }
        last.other.set(Some(first));
        drop(last);
        collect();
        assert_eq!(members(), 0);
    }
}
