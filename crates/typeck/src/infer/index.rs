//! Objects where an integer is wanted: their `__index__` gives it.

use portalis_hir::{Elem, ExprId, ExprKind};

use super::Walk;
use crate::builtins::TypeExpr;
use crate::cell::Node;
use crate::ty::{Atom, BOT, TypeId};

impl Walk<'_, '_> {
    /// `ty` with objects that have an `__index__` replaced by what that gives.
    pub(crate) fn index_of(&mut self, node: Node, ty: TypeId) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match &atom {
                Atom::Obj(class, _) if self.class_has(*class, "__index__") => {
                    self.call_method(node, "__index__", id, Vec::new())
                }
                _ => self.s.types.of_id(id),
            };
            joined = self.join(joined, one);
        }
        joined
    }

    /// `ty` with objects replaced by the number that they give.
    pub(super) fn float_argument(&mut self, node: Node, ty: TypeId) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let methods = ["__float__", "__index__"];
            let method = match &atom {
                Atom::Obj(class, _) => methods.into_iter().find(|method| self.class_has(*class, method)),
                _ => None,
            };
            let one = match method {
                Some(method) => self.call_method(node, method, id, Vec::new()),
                None if matches!(atom, Atom::Native("Decimal" | "Fraction")) => self.of(Atom::Float),
                None => self.s.types.of_id(id),
            };
            joined = self.join(joined, one);
        }
        joined
    }

    /// The same of an argument, where its parameter takes integers.
    pub(super) fn index_argument(&mut self, node: Node, accept: &TypeExpr, ty: TypeId) -> TypeId {
        if accept.takes_index() && !self.accepts(accept, ty) { self.index_of(node, ty) } else { ty }
    }

    /// The numbers that the conversions of `template % values` ask objects for.
    pub(super) fn percent_calls(&mut self, node: ExprId, template: ExprId, values: ExprId) {
        let module = self.module();
        let ExprKind::Str(text) = &module[template].kind else { return };
        let Some(conversions) = crate::percent::conversions(text) else { return };
        let values: Vec<ExprId> = match &module[values].kind {
            ExprKind::Tuple(elems) => elems
                .iter()
                .map(|elem| match elem {
                    Elem::One(value) | Elem::Star(value) => *value,
                })
                .collect(),
            _ => vec![values],
        };
        for (conversion, value) in conversions.into_iter().zip(values) {
            let ty = self.recorded(value);
            for (id, atom) in self.atoms(ty) {
                let Atom::Obj(class, _) = atom else { continue };
                let methods = crate::percent::methods(conversion);
                if let Some(method) = methods.iter().find(|method| self.class_has(class, method)) {
                    self.call_method(Node::Expr(node), method, id, Vec::new());
                }
            }
        }
    }
}
