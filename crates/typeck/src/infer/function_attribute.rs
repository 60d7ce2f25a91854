//! Attributes of functions: each is a variable of the function around the `def`.

use portalis_hir::{ExprId, ExprKind, FuncId, LocalId, Name, StmtKind};

use super::Walk;
use crate::cell::Field;
use crate::diagnostics;
use crate::ty::{Atom, BOT, InstId, TypeId};

impl Walk<'_, '_> {
    /// The variable that holds the attribute `name` of `func`, if it can have one.
    pub(super) fn attribute_variable(&self, func: FuncId, name: &str) -> Option<LocalId> {
        self.module()[func].attribute(name)
    }

    /// The attribute `name` of a function made in `made_in`: ⊥ where it has none, `None` where nobody knows.
    pub(super) fn function_attribute(
        &mut self,
        func: FuncId,
        made_in: InstId,
        name: &Name,
    ) -> Option<TypeId> {
        if let Some(local) = self.attribute_variable(func, name) {
            let cell = self.s.var_cell(local, made_in);
            let ty = self.s.read(cell, &Field::Elem);
            if ty != BOT {
                return Some(ty);
            }
        }
        (!name.starts_with("__") && self.is_bare(func, made_in)).then_some(BOT)
    }

    /// `function.name = value`.
    pub(super) fn set_function_attribute(
        &mut self,
        func: FuncId,
        made_in: InstId,
        name: &str,
        value: TypeId,
    ) {
        let Some(local) = self.attribute_variable(func, name) else { return };
        let cell = self.s.var_cell(local, made_in);
        self.s.write(cell, Field::Elem, value);
        let old = self.s.insts[made_in.index()].locals.get(&local).copied().unwrap_or(BOT);
        let new = self.s.types.join(old, value);
        self.s.insts[made_in.index()].locals.insert(local, new);
    }

    /// `functools.wraps(wrapped)` of a function: it gets the attributes of `wrapped`.
    pub(super) fn lend_attributes(&mut self, decorator: ExprId, function: &Atom) {
        let Atom::Func(func, made_in) = *function else { return };
        let ExprKind::Call { args, .. } = &self.module()[decorator].kind else { return };
        let Some(wrapped) = args.first() else { return };
        let wrapped = self.recorded(wrapped.value());
        for (_, atom) in self.atoms(wrapped) {
            let Atom::Func(lender, lender_made_in) = atom else { continue };
            for (name, local) in self.module()[lender].attributes.clone() {
                let cell = self.s.var_cell(local, lender_made_in);
                let ty = self.s.read(cell, &Field::Elem);
                if ty == BOT {
                    continue;
                }
                if self.attribute_variable(func, &name).is_none() {
                    let span = self.span(decorator);
                    self.s.report(diagnostics::store_function_attribute(span, &name));
                }
                self.set_function_attribute(func, made_in, &name, ty);
            }
        }
    }

    /// Whether a function certainly has no attributes but those that the program sets.
    fn is_bare(&self, func: FuncId, made_in: InstId) -> bool {
        let module = self.module();
        let exprs = &self.s.insts[made_in.index()].exprs;
        module.stmts.iter().all(|(_, stmt)| match &stmt.kind {
            StmtKind::FuncDef { func: other, decorators, .. } if *other == func => {
                decorators.iter().all(|decorator| {
                    let ty = exprs.get(decorator).copied().unwrap_or(BOT);
                    self.s.types.atoms(ty).all(|atom| match atom {
                        Atom::Builtin(name) if &**name == "functools.wraps" => {
                            let ExprKind::Call { args, .. } = &module[*decorator].kind else { return false };
                            args.first().is_some_and(|wrapped| {
                                let wrapped = exprs.get(&wrapped.value()).copied().unwrap_or(BOT);
                                self.s.types.atoms(wrapped).all(|atom| matches!(atom, Atom::Func(..)))
                            })
                        }
                        Atom::Builtin(name) => matches!(
                            &**name,
                            "staticmethod" | "abc.abstractmethod" | "typing.override" | "typing.final"
                        ),
                        Atom::BoundBuiltin(..) => false,
                        _ => true,
                    })
                })
            }
            _ => true,
        })
    }
}
