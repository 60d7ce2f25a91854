//! Values of two types that meet: in `==` of containers, or where one is looked for among the other.
//!
//! ```text
//! "a" in nodes              nodes[0].__eq__("a"), and so on: the text knows nothing of nodes
//! [node] == ["a"]           node.__eq__("a")
//! ```
//!
//! Source: the language reference, 6.10.1 *Value comparisons* (equality falls back to the reflected method) and 6.10.2
//! *Membership test operations*.

use std::collections::{BTreeMap, BTreeSet};

use super::Walk;
use crate::cell::{Field, Node};
use crate::ty::{Atom, AtomId, BOT, Kind, TypeId};

/// What the objects inside of two types meet on the other side.
#[derive(Default)]
struct Met {
    seen: BTreeSet<(TypeId, TypeId)>,
    others: BTreeMap<AtomId, TypeId>,
    /// Objects of their own class, which they meet as well.
    own: BTreeMap<AtomId, TypeId>,
}

impl Met {
    fn insert(&mut self, walk: &mut Walk<'_, '_>, object: AtomId, other: AtomId, is_own: bool) {
        let other = walk.s.types.of_id(other);
        let met = if is_own { &mut self.own } else { &mut self.others };
        let known = met.get(&object).copied().unwrap_or(BOT);
        let joined = walk.join(known, other);
        met.insert(object, joined);
    }
}

impl Walk<'_, '_> {
    /// Values of `a` and `b` are compared at `node`, alone or part by part. Objects of one class that meet are of one type;
    /// what is of another class is asked for by the `__eq__` of the object.
    pub(crate) fn meet(&mut self, node: Node, a: TypeId, b: TypeId) {
        self.compared(a, b);
        if a == b || !self.has_special(&["__eq__"]) {
            return;
        }
        let mut met = Met::default();
        self.meet_parts(a, b, &mut met);
        for (object, others) in met.others {
            // One call asks of all that it meets here.
            let own = met.own.get(&object).copied().unwrap_or(BOT);
            let others = self.join(others, own);
            self.call_method(node, "__eq__", object, vec![others]);
        }
    }

    fn meet_parts(&mut self, a: TypeId, b: TypeId, met: &mut Met) {
        if a == BOT || b == BOT || a == b || !met.seen.insert((a, b)) || !self.pairs_are_few(a, b) {
            return;
        }
        for (l_id, l) in self.atoms(a) {
            for (r_id, r) in self.atoms(b) {
                let classes = [&l, &r].map(|atom| match atom {
                    Atom::Obj(class, _) => Some(*class),
                    _ => None,
                });
                if classes[0] == classes[1] && classes[0].is_some() {
                    met.insert(self, l_id, r_id, true);
                    met.insert(self, r_id, l_id, true);
                    continue;
                }
                for (class, object, other) in [(classes[0], l_id, r_id), (classes[1], r_id, l_id)] {
                    if let Some(class) = class
                        && self.class_has(class, "__eq__")
                    {
                        met.insert(self, object, other, false);
                    }
                }
                self.meet_items(&l, &r, met);
            }
        }
    }

    /// The items of two containers that may be equal.
    fn meet_items(&mut self, l: &Atom, r: &Atom, met: &mut Met) {
        match (l, r) {
            (Atom::Tuple(xs), Atom::Tuple(ys)) if xs.len() == ys.len() => {
                for (&x, &y) in xs.iter().zip(ys.iter()) {
                    self.meet_parts(x, y, met);
                }
            }
            (Atom::Tuple(xs), Atom::TupleVar(cell)) | (Atom::TupleVar(cell), Atom::Tuple(xs)) => {
                let y = self.s.read(*cell, &Field::Elem);
                for &x in xs.iter() {
                    self.meet_parts(x, y, met);
                }
            }
            (Atom::TupleVar(x), Atom::TupleVar(y)) => {
                let (x, y) = (self.s.read(*x, &Field::Elem), self.s.read(*y, &Field::Elem));
                self.meet_parts(x, y, met);
            }
            (Atom::Cont(a, x), Atom::Cont(b, y)) if family(*a) == family(*b) => {
                for field in [Field::Elem, Field::Value] {
                    let (x, y) = (self.s.read(*x, &field), self.s.read(*y, &field));
                    self.meet_parts(x, y, met);
                }
            }
            _ => {}
        }
    }
}

/// Containers of one family may be equal.
fn family(kind: Kind) -> u8 {
    match kind {
        Kind::List => 0,
        Kind::Deque => 1,
        kind if kind.is_dict() => 2,
        _ => 3,
    }
}
