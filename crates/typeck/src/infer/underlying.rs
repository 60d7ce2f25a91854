//! Objects that are values of a builtin type, too: members of an `IntEnum`, named tuples. What their class does not
//! define is done by the value underneath.

use super::Walk;
use crate::ty::{Atom, TypeId};

impl Walk<'_, '_> {
    /// The builtin value that an object is besides.
    pub(crate) fn underlying(&mut self, atom: &Atom) -> Option<TypeId> {
        let found = crate::underlying::underlying(&mut self.s.types, &self.s.classes, &self.s.cells, atom)?;
        // Whoever asks depends on what the object holds.
        if let Atom::Obj(class, cell) = atom {
            for field in crate::underlying::fields(&self.s.classes, *class) {
                self.s.read(*cell, &field);
            }
        }
        Some(found)
    }

    /// Whether a class says itself what its objects iterate.
    pub(crate) fn iterates(&self, atom: &Atom) -> bool {
        matches!(atom, Atom::Obj(class, _) if self.class_has(*class, "__iter__"))
    }

    /// `ty` with such objects replaced by their values, where `is_own` does not claim them.
    pub(crate) fn with_underlying(&mut self, ty: TypeId, is_own: impl Fn(&Self, &Atom) -> bool) -> TypeId {
        let mut out = crate::ty::BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match self.underlying(&atom) {
                Some(value) if !is_own(self, &atom) => value,
                _ => self.s.types.of_id(id),
            };
            out = self.join(out, one);
        }
        out
    }
}
