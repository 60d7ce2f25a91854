//! Decorators: evaluated in order of writing, before defaults and bodies of classes; applied from the innermost out.
//!
//! Source: Language Reference, 8.7 and 8.8.

use std::collections::BTreeSet;

use portalis_hir::{Arg, ClassId, ExprId, FuncId, LocalId, Module, StmtKind};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};
use portalis_typeck::{Inferred, class_keywords};

use super::call::literal_default;
use super::{FnCx, Storage};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Stmt};

/// The functions under nothing but `@functools.wraps(f)`, which leaves them what they are.
pub(super) fn wrappers(module: &Module, inferred: &Inferred) -> BTreeSet<FuncId> {
    let wraps = Atom::Builtin("functools.wraps".into());
    let is_wraps = |decorator: &ExprId| {
        let types: Vec<TypeId> =
            inferred.insts.iter().filter_map(|inst| inst.exprs.get(decorator)).copied().collect();
        let mut atoms = types.iter().flat_map(|&ty| inferred.types.atoms(ty)).peekable();
        atoms.peek().is_some() && atoms.all(|atom| *atom == wraps)
    };
    let defs = module.stmts.iter().filter_map(|(_, stmt)| match &stmt.kind {
        StmtKind::FuncDef { func, decorators, .. } => Some((*func, decorators)),
        _ => None,
    });
    defs.filter(|(_, decorators)| !decorators.is_empty() && decorators.iter().all(is_wraps))
        .map(|(func, _)| func)
        .collect()
}

/// A decorator, and its value where that was made before it is applied.
type Held = (ExprId, Option<Expr>);

impl FnCx<'_, '_> {
    /// `def`: evaluates decorators, stores defaults, applies the decorators.
    pub(crate) fn func_def(
        &mut self,
        func: FuncId,
        local: LocalId,
        decorators: &[ExprId],
        block: &mut Block,
    ) {
        // One that always raises is the end.
        if let Some(last) = decorators.iter().position(|&decorator| self.type_of(decorator) == BOT) {
            for &decorator in &decorators[..=last] {
                self.effect(decorator, block);
            }
            self.dead_end(block);
            return;
        }
        let module = self.cx.module;
        let is_memoized = self.cx.memoized.contains_key(&func);
        let has_defaults = module[func]
            .params
            .iter()
            .any(|param| param.default.is_some_and(|default| literal_default(module, default).is_none()));
        let applied: Vec<ExprId> = if is_memoized {
            Vec::new()
        } else {
            decorators
                .iter()
                .copied()
                .filter(|&decorator| !self.is_builtin_decoration(&[decorator]))
                .collect()
        };
        let held = if applied.len() > 1 || has_defaults {
            self.hold_decorators(&applied, block)
        } else {
            applied.iter().map(|&decorator| (decorator, None)).collect()
        };
        self.store_defaults(func, block);
        let ty = self.local_type(local);
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never)
            && self.is_builtin_decoration(decorators)
        {
            return;
        }
        if is_memoized {
            self.forget_results(func, block);
        }
        let env = self.inst;
        let one = self.of(Atom::Func(func, env));
        for &decorator in decorators {
            self.lend_attributes(decorator, func, block);
        }
        let is_fixed = self.cx.rep.captures.defined(local).is_some();
        if decorators.is_empty() || is_memoized || (applied.is_empty() && is_fixed) {
            if !is_fixed {
                let value = self.closure_value(func);
                self.bind_local(None, local, value, one, block);
            }
            return;
        }
        let value = self.closure_value(func);
        if let Some((value, ty)) = self.apply_decorators(held, (value, one), block) {
            self.bind_local(None, local, value, ty, block);
        }
    }

    /// The decorators of a class that are called, in order of writing; they are evaluated before its body.
    pub(crate) fn class_decorators(&mut self, decorators: &[ExprId], block: &mut Block) -> Vec<Held> {
        let called: Vec<ExprId> = decorators
            .iter()
            .copied()
            .filter(|&decorator| {
                let atom = self.first_atom(self.type_of(decorator));
                matches!(
                    self.cx.rep.inferred.types.get(atom),
                    Atom::Func(..) | Atom::Bound(..) | Atom::Class(_) | Atom::Obj(..)
                )
            })
            .collect();
        self.hold_decorators(&called, block)
    }

    /// Tells the bases of a new class about it, and calls its decorators.
    pub(crate) fn decorate_class(
        &mut self,
        class: ClassId,
        local: LocalId,
        decorators: Vec<Held>,
        block: &mut Block,
    ) {
        let node = Node::Class(class);
        let keywords: Vec<Arg> = class_keywords(self.cx.module, class).cloned().collect();
        let Some(&class) = self.cx.rep.inferred.class_ids.get(&(class, self.inst)) else { return };
        for (_, target) in self.targets(node, "__init_subclass__") {
            let receiver = self.of(Atom::Class(class));
            // They are evaluated before the body of the class.
            for keyword in &keywords {
                let value = self.place(keyword.value());
                if !matches!(value, Expr::Path(_)) && !crate::coerce::is_calm(&value) {
                    self.unsupported_operation("a keyword of a class that is computed");
                }
            }
            let values = self.bind_call_arguments(target, Some((Expr::unit(), receiver)), &keywords);
            let call = self.call_bound(target, Vec::new(), values);
            let call = crate::coerce::drop_value(call);
            block.stmts.push(Stmt::Expr(call));
        }
        let ty = self.of(Atom::Class(class));
        if decorators.is_empty() {
            // A name of several classes says which one it is.
            if self.storage(local) != Storage::None {
                self.bind_local(None, local, Expr::unit(), ty, block);
            }
            return;
        }
        if let Some((value, ty)) = self.apply_decorators(decorators, (Expr::unit(), ty), block) {
            self.bind_local(None, local, value, ty, block);
        }
    }

    /// Evaluates decorators that are more than names.
    fn hold_decorators(&mut self, decorators: &[ExprId], block: &mut Block) -> Vec<Held> {
        let mut held = Vec::new();
        for &decorator in decorators {
            let value = if self.is_named(decorator) {
                None
            } else {
                let value = self.hold_callee(decorator, block);
                Some(value.map_or_else(Expr::unit, Expr::local))
            };
            held.push((decorator, value));
        }
        held
    }

    /// What the decorators make of a value; `None` where one was refused.
    fn apply_decorators(
        &mut self,
        decorators: Vec<Held>,
        value: (Expr, TypeId),
        block: &mut Block,
    ) -> Option<(Expr, TypeId)> {
        let mut decorated = value;
        for (decorator, held) in decorators.into_iter().rev() {
            decorated = self.apply_decorator(decorator, held, decorated, block)?;
        }
        Some(decorated)
    }

    fn apply_decorator(
        &mut self,
        decorator: ExprId,
        held: Option<Expr>,
        value: (Expr, TypeId),
        block: &mut Block,
    ) -> Option<(Expr, TypeId)> {
        let node = Node::Expr(decorator);
        let ty = self.type_of(decorator);
        let atom_id = self.first_atom(ty);
        let atom = self.cx.rep.inferred.types.get(atom_id).clone();
        if self.is_single(ty) {
            match atom {
                Atom::Class(class) => {
                    return Some(self.construct_values(node, "decorator", class, vec![value]));
                }
                Atom::Func(func, env) => {
                    if let Some(target) = self.target(node, "decorator", atom_id) {
                        let captured = self.closure_args(decorator, held, (func, env), block);
                        let ret = self.return_type(target);
                        return Some((self.call_instance(target, captured, vec![value]), ret));
                    }
                }
                Atom::Bound(..) => {
                    if let Some(target) = self.target(node, "decorator", atom_id) {
                        let receiver = held.unwrap_or_else(|| self.receiver_of(decorator));
                        return Some(self.call_method_instance(target, receiver, vec![value]));
                    }
                }
                Atom::Obj(..) => {
                    if let Some(target) = self.called_object(decorator, "decorator", atom_id) {
                        let receiver = held.unwrap_or_else(|| self.place(decorator));
                        return Some(self.call_method_instance(target, receiver, vec![value]));
                    }
                }
                _ => {}
            }
        }
        let span = self.cx.module[decorator].span;
        self.cx.sink.push(crate::diagnostics::operation(span, "this decorator"));
        None
    }

    /// `@property`, `@staticmethod` and their like leave nothing to run.
    fn is_builtin_decoration(&self, decorators: &[ExprId]) -> bool {
        decorators.iter().all(|&decorator| {
            self.cx
                .rep
                .atoms(self.type_of(decorator))
                .iter()
                .all(|(_, atom)| matches!(atom, Atom::Builtin(_) | Atom::BoundBuiltin(..)))
        })
    }
}
