//! Objects that are values of a builtin type, too: what their class does not define is done by the value underneath.

use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::Expr;

impl FnCx<'_, '_> {
    /// The type of the builtin value that objects of one class are besides.
    pub(crate) fn underlying_type(&mut self, ty: TypeId) -> Option<TypeId> {
        let atoms = self.cx.rep.atoms(ty);
        let [(_, atom)] = atoms.as_slice() else { return None };
        let atom = match atom {
            Atom::Super(_, receiver) => self.cx.rep.inferred.types.get(*receiver).clone(),
            atom => atom.clone(),
        };
        let inferred = &mut *self.cx.rep.inferred;
        portalis_typeck::underlying::underlying(
            &mut inferred.types,
            &inferred.classes,
            &inferred.cells,
            &atom,
        )
        .filter(|ty| *ty != BOT)
    }

    /// The builtin value that an object is besides.
    pub(crate) fn as_underlying(&mut self, value: Expr, ty: TypeId) -> Option<(Expr, TypeId)> {
        let under = self.underlying_type(ty)?;
        if let Repr::Object(object) = self.cx.rep.repr(ty)
            && let Some(fields) = self.cx.named_tuple(object)
        {
            return Some((self.fields_as_tuple(object, &fields, value), under));
        }
        if let Repr::Object(object) = self.cx.rep.repr(ty)
            && let Some(field) = self.cx.base_value_field(object)
        {
            return Some((Expr::Field(Box::new(value), field).method("get", Vec::new()), under));
        }
        Some((value.method("value", Vec::new()), under))
    }

    /// Whether a type is of named tuples that do not say themselves what iterating them gives.
    pub(crate) fn is_tuple_besides(&mut self, ty: TypeId) -> bool {
        match self.cx.rep.repr(ty) {
            Repr::Object(object) => {
                self.cx.named_tuple(object).is_some() && !self.cx.class_defines(object, "__iter__")
            }
            _ => false,
        }
    }

    /// The same where there is one, else the value itself.
    pub(crate) fn or_underlying(&mut self, value: Expr, ty: TypeId) -> (Expr, TypeId) {
        match self.underlying_type(ty) {
            Some(_) => self.as_underlying(value.clone(), ty).unwrap_or((value, ty)),
            None => (value, ty),
        }
    }

    /// A value of which some kinds are builtin values besides: those go as such. `None` where there is none.
    pub(crate) fn all_underlying(&mut self, value: Expr, ty: TypeId) -> Option<(Expr, TypeId)> {
        let mut to = BOT;
        for (id, _) in self.cx.rep.atoms(ty) {
            let one = self.of_id(id);
            let under = self.underlying_type(one).unwrap_or(one);
            to = self.cx.rep.inferred.types.join(to, under);
        }
        if to == ty {
            return None;
        }
        let value = self.dispatch(value, ty, to, &mut |cx, value, one, _| cx.or_underlying(value, one));
        Some((value, to))
    }
}
