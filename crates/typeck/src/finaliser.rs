//! Which variables may hold generators and objects with `__del__`, directly or in what they hold.

use rustc_hash::FxHashSet;

use crate::ty::{Atom, CellId, TypeId};
use crate::unify::Inferred;

impl Inferred {
    /// Whether a value of `ty` may be a generator, an iterator over one, an object with `__del__`, or the user of one: an
    /// object that has it as an attribute, a container that it is in.
    #[must_use]
    pub fn may_hold_finalised(&self, ty: TypeId) -> bool {
        let is_generator = |atom: &Atom| matches!(atom, Atom::Cont(kind, _) if kind.is_lazy());
        self.holds(ty, &|atom| is_generator(atom) || self.is_ended(atom), &mut FxHashSet::default())
    }

    /// Whether a value of `ty` may be an object with a `__del__` that somebody sees, or hold one.
    #[must_use]
    pub fn may_hold_ended(&self, ty: TypeId) -> bool {
        self.holds(ty, &|atom| self.is_ended(atom), &mut FxHashSet::default())
    }

    /// Whether an object of this kind has a `__del__` that somebody sees.
    #[must_use]
    pub fn is_ended(&self, atom: &Atom) -> bool {
        let Atom::Obj(class, cell) = atom else { return false };
        let calls = |cell: CellId| self.trait_calls.get(&(cell, "__del__".into()));
        let calls = calls(*cell).or_else(|| calls(self.representative(*cell)));
        calls.is_some_and(|calls| calls.iter().any(|(of, _)| of == class))
    }

    /// Whether an object of this kind may hold another of its class, and so be in a cycle; functions may hold anything.
    #[must_use]
    pub fn may_be_in_a_cycle(&self, atom: &Atom) -> bool {
        let Atom::Obj(class, cell) = atom else { return false };
        let fields = &self.cells[self.representative(*cell).index()].fields;
        let is_back = |held: &Atom| match held {
            Atom::Obj(of, _) => of == class,
            Atom::Bound(..) => true,
            Atom::Func(_, around) => self.live.first() != Some(around),
            _ => false,
        };
        fields.iter().any(|(_, held)| self.holds(*held, &is_back, &mut FxHashSet::default()))
    }

    /// Whether a value of `ty` may be of a kind, or hold one that is.
    fn holds(&self, ty: TypeId, is_it: &dyn Fn(&Atom) -> bool, seen: &mut FxHashSet<TypeId>) -> bool {
        if !seen.insert(ty) {
            return false;
        }
        self.types.atoms(ty).any(|atom| {
            if is_it(atom) {
                return true;
            }
            let cell = match atom {
                Atom::Cont(_, cell) | Atom::TupleVar(cell) => *cell,
                Atom::Tuple(items) => return items.iter().any(|&item| self.holds(item, is_it, seen)),
                Atom::Obj(_, attributes) => *attributes,
                _ => return false,
            };
            let fields = &self.cells[self.representative(cell).index()].fields;
            fields.iter().any(|(_, held)| self.holds(*held, is_it, seen))
        })
    }
}
