//! Hidden calls: printing, comparing and hashing a value calls special methods of the objects in it, however deep.

use std::collections::BTreeSet;

use super::Walk;
use crate::cell::{Field, Node};
use crate::ty::{Atom, AtomId, BOT, CellId, Kind, TypeId};

/// Where a search for objects has been: tuples of tuples share their parts.
#[derive(Default)]
struct Seen {
    cells: BTreeSet<CellId>,
    types: BTreeSet<TypeId>,
}

impl Walk<'_, '_> {
    /// `repr(x)`.
    pub(crate) fn repr_of(&mut self, ty: TypeId) {
        if self.s.types.atoms(ty).any(|atom| matches!(atom, Atom::Cont(kind, _) if kind.is_lazy())) {
            self.s.tells_iterators = true;
        }
        if !self.has_special(&["__repr__"]) {
            return;
        }
        self.each_object(ty, &mut Seen::default(), &mut |walk, object, _| {
            walk.trait_method(object, "__repr__", Vec::new());
        });
    }

    /// `str(x)`: of the value itself `__str__` before `__repr__`, of what it contains `__repr__`.
    pub(crate) fn str_of(&mut self, ty: TypeId) {
        self.told(ty);
        self.repr_of(ty);
    }

    /// `__str__` of objects whose class has one.
    pub(crate) fn told(&mut self, ty: TypeId) {
        for (id, atom) in self.atoms(ty) {
            if let Atom::Obj(class, _) = atom
                && self.class_has(class, "__str__")
            {
                self.trait_method(id, "__str__", Vec::new());
            }
        }
    }

    /// `format(x, spec)`: `__format__` before `__str__`.
    pub(crate) fn format_of(&mut self, ty: TypeId) {
        for (id, atom) in self.atoms(ty) {
            if let Atom::Obj(class, _) = atom
                && self.class_has(class, "__format__")
            {
                let spec = self.of(Atom::Str);
                self.trait_method(id, "__format__", vec![spec]);
            }
        }
        self.str_of(ty);
    }

    /// `x == y` deep inside.
    pub(crate) fn eq_of(&mut self, ty: TypeId) {
        if !self.has_special(&["__eq__"]) {
            return;
        }
        self.each_object(ty, &mut Seen::default(), &mut |walk, object, siblings| {
            walk.trait_method(object, "__eq__", vec![siblings]);
        });
    }

    /// `a == b`, or a search for one among the other: objects of one class that meet here are of one type.
    pub(crate) fn compared(&mut self, a: TypeId, b: TypeId) {
        if a != b {
            self.s.compared.insert((a.min(b), a.max(b)));
        }
    }

    /// Use as a key: `__hash__` and `__eq__`.
    pub(crate) fn hash_and_eq(&mut self, _node: Node, ty: TypeId) {
        self.eq_of(ty);
        if !self.has_special(&["__hash__"]) {
            return;
        }
        self.each_object(ty, &mut Seen::default(), &mut |walk, object, _| {
            walk.trait_method(object, "__hash__", Vec::new());
        });
    }

    /// A key of type `key` is looked for in a dict or set: a float finds equal integers, so the keys are held as numbers of
    /// both kinds; an integer of any size finds narrow ones, so they are held as it is, and so with tuples of any length.
    pub(crate) fn looked_up(&mut self, cell: CellId, key: TypeId) {
        let held = self.s.read(cell, &Field::Elem);
        let widened = self.widened_by(held, key);
        if widened != held {
            self.s.write(cell, Field::Elem, widened);
        }
    }

    /// `held` with `float` or wide integers wherever it has integers and `key` has those, in tuples too; with tuples of any
    /// length where it has tuples that one of those may be equal to.
    fn widened_by(&mut self, held: TypeId, key: TypeId) -> TypeId {
        let mut widened = held;
        let has_ints = self.s.types.atoms(held).any(Atom::is_int);
        if has_ints && self.s.types.contains(key, &Atom::Float) {
            let float = self.of(Atom::Float);
            widened = self.join(widened, float);
        }
        if has_ints && self.s.types.contains(key, &Atom::BigInt) {
            let big = self.of(Atom::BigInt);
            widened = self.join(widened, big);
        }
        for (_, atom) in self.atoms(held) {
            let Atom::Tuple(items) = atom else { continue };
            for (id, other) in self.atoms(key) {
                if let Atom::TupleVar(cell) = other {
                    let elem = self.s.read(cell, &Field::Elem);
                    if !items.is_empty() && items.iter().all(|&item| self.join(item, elem) == elem) {
                        let tuple = self.s.types.of_id(id);
                        widened = self.join(widened, tuple);
                    }
                }
                let Atom::Tuple(others) = other else { continue };
                if others.len() == items.len() {
                    let pairs: Vec<(TypeId, TypeId)> =
                        items.iter().copied().zip(others.iter().copied()).collect();
                    let parts: Vec<TypeId> =
                        pairs.into_iter().map(|(item, other)| self.widened_by(item, other)).collect();
                    let tuple = self.of(Atom::Tuple(parts.into()));
                    widened = self.join(widened, tuple);
                }
            }
        }
        widened
    }

    /// Whether no value of type `ty` has a hash: using one as a key always raises.
    pub(crate) fn never_hashes(&self, ty: TypeId) -> bool {
        let unhashable = |atom: &Atom| match atom {
            Atom::Cont(kind, _) => kind.is_dict() || matches!(kind, Kind::List | Kind::Set | Kind::Deque),
            Atom::Native(class) => self.s.table.constant(&format!("{class}.__hash__")).is_some(),
            Atom::Tuple(items) => items.iter().any(|&item| self.never_hashes(item)),
            _ => false,
        };
        ty != BOT && self.s.types.atoms(ty).all(unhashable)
    }

    /// `x < y` deep inside.
    pub(crate) fn lt_of(&mut self, node: Node, x: TypeId, y: TypeId) {
        let _ = node;
        if !self.has_special(&["__lt__", "__gt__", "__eq__"]) {
            return;
        }
        let both = self.join(x, y);
        self.each_object(both, &mut Seen::default(), &mut |walk, object, siblings| {
            for method in ["__lt__", "__gt__", "__eq__"] {
                walk.trait_method(object, method, vec![siblings]);
            }
        });
    }

    /// Calls `found` for every object of the program in values of type `ty`, with the type of the place it stands in.
    fn each_object(&mut self, ty: TypeId, seen: &mut Seen, found: &mut dyn FnMut(&mut Self, AtomId, TypeId)) {
        if ty == BOT || !seen.types.insert(ty) {
            return;
        }
        for (id, atom) in self.atoms(ty) {
            match atom {
                Atom::Obj(class, cell) => {
                    if !seen.cells.insert(cell) {
                        continue;
                    }
                    found(self, id, ty);
                    if let Some(dataclass) = self.dataclass_of(class) {
                        for (name, _) in dataclass.fields {
                            let field = self.s.read(cell, &Field::Attr(name));
                            self.each_object(field, seen, found);
                        }
                    }
                    if let Some(base) = self.s.classes[class.index()].base_value {
                        let held = self.s.read(cell, &crate::underlying::base_field(base));
                        self.each_object(held, seen, found);
                    }
                    if self.is_exception_class(class) {
                        let args = self.s.read(cell, &Field::Attr("args".into()));
                        self.each_object(args, seen, found);
                    }
                }
                Atom::Cont(_, cell) | Atom::TupleVar(cell) if seen.cells.insert(cell) => {
                    let (elem, value) = (self.s.read(cell, &Field::Elem), self.s.read(cell, &Field::Value));
                    self.each_object(elem, seen, found);
                    self.each_object(value, seen, found);
                }
                Atom::Tuple(items) => {
                    for &item in items.iter() {
                        self.each_object(item, seen, found);
                    }
                }
                _ => {}
            }
        }
    }
}
