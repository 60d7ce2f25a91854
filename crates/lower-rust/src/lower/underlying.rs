//! Objects that are values of a builtin type, too: what their class does not define is done by the value underneath.

use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use crate::rir::Expr;

impl FnCx<'_, '_> {
    /// The type of the builtin value that objects of one class are besides.
    pub(crate) fn underlying_type(&mut self, ty: TypeId) -> Option<TypeId> {
        let atoms = self.cx.rep.atoms(ty);
        let [(_, atom @ Atom::Obj(..))] = atoms.as_slice() else { return None };
        let inferred = &mut *self.cx.rep.inferred;
        portalis_typeck::underlying::underlying(&mut inferred.types, &inferred.classes, &inferred.cells, atom)
            .filter(|ty| *ty != BOT)
    }

    /// The builtin value that an object is besides.
    pub(crate) fn as_underlying(&mut self, value: Expr, ty: TypeId) -> Option<(Expr, TypeId)> {
        let under = self.underlying_type(ty)?;
        Some((value.method("value", Vec::new()), under))
    }

    /// The same where there is one, else the value itself.
    pub(crate) fn or_underlying(&mut self, value: Expr, ty: TypeId) -> (Expr, TypeId) {
        match self.underlying_type(ty) {
            Some(_) => self.as_underlying(value.clone(), ty).unwrap_or((value, ty)),
            None => (value, ty),
        }
    }
}
