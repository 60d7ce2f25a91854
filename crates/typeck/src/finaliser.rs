//! Which variables may hold generators, directly or in what they hold.

use rustc_hash::FxHashSet;

use crate::ty::{Atom, TypeId};
use crate::unify::Inferred;

impl Inferred {
    /// Whether a value of `ty` may be a generator, an iterator over one, or the user of one: an object that has it as an
    /// attribute, a container that it is in.
    #[must_use]
    pub fn may_hold_generator(&self, ty: TypeId) -> bool {
        self.holds_generator(ty, &mut FxHashSet::default())
    }

    fn holds_generator(&self, ty: TypeId, seen: &mut FxHashSet<TypeId>) -> bool {
        if !seen.insert(ty) {
            return false;
        }
        self.types.atoms(ty).any(|atom| {
            let cell = match atom {
                Atom::Cont(kind, _) if kind.is_lazy() => return true,
                Atom::Cont(_, cell) | Atom::TupleVar(cell) => *cell,
                Atom::Tuple(items) => return items.iter().any(|&item| self.holds_generator(item, seen)),
                Atom::Obj(_, attributes) => *attributes,
                _ => return false,
            };
            let fields = &self.cells[self.representative(cell).index()].fields;
            fields.iter().any(|(_, held)| self.holds_generator(*held, seen))
        })
    }
}
