//! What special methods answer, where Python checks it: `__bool__` a `bool`, `__str__` a `str`, `__init__` nothing.
//!
//! Python raises `TypeError` at the operation that calls such a method, which here is often a trait without a way to raise
//! that; a method with no fitting answer is an error of the program, and refused. Where a value of several kinds is returned,
//! those that do not fit raise.

use std::collections::BTreeSet;

use portalis_hir::Scope;
use portalis_typeck::answers::{complaint, due, fits};
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::{Cx, FnCx};
use crate::diagnostics;
use crate::rir::Expr;

impl Cx<'_> {
    /// Reports the special methods that may answer with what Python does not take.
    pub(super) fn check_answers(&mut self) {
        let mut reported = BTreeSet::new();
        for inst in self.rep.inferred.live.clone() {
            let data = &self.rep.inferred.insts[inst.index()];
            let (func, ret) = (&self.module[data.func], data.ret);
            let Some(due) = due(&func.name) else { continue };
            if !matches!(func.parent, Some(Scope::Class(_))) {
                continue;
            }
            let other = self
                .rep
                .atoms(ret)
                .into_iter()
                .find(|(_, atom)| !matches!(atom, Atom::Unknown) && !fits(&func.name, atom));
            let Some((_, atom)) = other else { continue };
            if reported.insert((func.name_span.start, func.name_span.end)) {
                let found = self.class_name(&atom);
                self.sink.push(diagnostics::answer(func.name_span, &func.name, due, &found));
            }
        }
    }
}

impl FnCx<'_, '_> {
    /// `value`, which a function returns as a `ret`.
    pub(super) fn returned(&mut self, value: Expr, ty: TypeId, ret: TypeId) -> Expr {
        let name = self.cx.module[self.func].name.clone();
        let is_other = |atom: &Atom| !matches!(atom, Atom::Unknown) && !fits(&name, atom);
        let has_other = |cx: &Self, ty: TypeId| cx.cx.rep.atoms(ty).iter().any(|(_, atom)| is_other(atom));
        if !has_other(self, ty) || has_other(self, ret) {
            return self.coerce(value, ty, ret);
        }
        // `str` asks a `__repr__`, too, and calls it `__str__` where it complains.
        let has_str = match self.cx.module[self.func].parent {
            Some(Scope::Class(class)) => {
                let locals = &self.cx.module[class].locals;
                locals.iter().any(|&local| &*self.cx.module[local].name == "__str__")
            }
            _ => false,
        };
        self.dispatch(value, ty, ret, &mut |cx, value, one, (_, atom)| {
            if !is_other(atom) {
                return (value, one);
            }
            if &*name == "__repr__" && !has_str {
                return (super::dispatch::stop("an answer of `__repr__` that is no `str`"), BOT);
            }
            let message = complaint(&name, &cx.class_name(atom)).unwrap_or_default();
            (crate::coerce::after(value, cx.throw_message("TypeError", &message)), BOT)
        })
    }
}
