//! Classes and builtins that are known without the expression that gives them, which is evaluated all the same: a call may
//! print, a key be missing.
//!
//! ```text
//! registry[name]()            { drop(registry.index(&name)); Shape::new() }
//! isinstance(x, wanted())     { wanted(); x.is_a… }
//! ```

use portalis_hir::visit::walk_expr_children;
use portalis_hir::{Elem, ExprId, ExprKind, Module};
use portalis_typeck::ty::{Atom, AtomId, BOT};

use super::FnCx;
use crate::rir::{Block, Expr, Stmt};

impl FnCx<'_, '_> {
    /// What evaluating a callee does that is such a class or builtin.
    pub(super) fn what_gives(&mut self, callee: ExprId, atom: AtomId) -> Option<Expr> {
        let atom = self.cx.rep.inferred.types.get(atom);
        let is_known = matches!(atom, Atom::Class(_) | Atom::ExcClass(_) | Atom::Builtin(_));
        if is_known { self.what_it_does(callee) } else { None }
    }

    /// What evaluating the classes does that a value is asked for.
    pub(super) fn what_gives_classes(&mut self, value: ExprId, classes: ExprId) -> Option<Expr> {
        let done = self.what_it_does(classes)?;
        if does_more(self.cx.module, value) {
            self.unsupported_operation("a value that a call gives, and a class");
        }
        Some(done)
    }

    /// What evaluating a base class does that a function of the program gives, or a container, or that is not defined yet.
    pub(super) fn what_gives_base(&mut self, base: ExprId) -> Option<Expr> {
        let is_given = match &self.cx.module[base].kind {
            ExprKind::Local(local) if self.type_of(base) == BOT => {
                return Some(self.undefined_local(*local, base));
            }
            ExprKind::Builtin(_) if self.type_of(base) == BOT => return Some(self.value(base)),
            ExprKind::Call { callee, .. } => {
                let callees = self.cx.rep.atoms(self.type_of(*callee));
                callees.iter().all(|(_, atom)| matches!(atom, Atom::Func(..)))
            }
            ExprKind::Index { .. } => {
                let bases = self.cx.rep.atoms(self.type_of(base));
                bases.iter().all(|(_, atom)| matches!(atom, Atom::Class(_)))
            }
            _ => false,
        };
        if is_given { self.what_it_does(base) } else { None }
    }

    /// What evaluating an expression does whose value is known without it.
    pub(super) fn what_it_does(&mut self, expr: ExprId) -> Option<Expr> {
        // An object may lack the attribute.
        let is_attribute = matches!(self.cx.module[expr].kind, ExprKind::Attribute { .. });
        if !is_attribute && !does_more(self.cx.module, expr) {
            return None;
        }
        // What a tuple holds, which is no value itself.
        if let ExprKind::Tuple(items) = &self.cx.module[expr].kind {
            let parts = items.iter().map(|item| match item {
                Elem::One(part) | Elem::Star(part) => *part,
            });
            let done = parts.filter_map(|part| self.what_it_does(part)).map(Stmt::Expr).collect();
            return Some(Expr::Block(Block { stmts: done, tail: None }));
        }
        let place = self.place(expr);
        (!crate::coerce::is_pure(&place)).then(|| crate::coerce::drop_value(place))
    }
}

/// `value` after what is `done` before.
pub(super) fn first(done: Option<Expr>, value: Expr) -> Expr {
    match done {
        Some(done) => Expr::Block(Block { stmts: vec![Stmt::Expr(done)], tail: Some(Box::new(value)) }),
        None => value,
    }
}

/// Whether an expression calls something, or takes an item; `type(x)` does no more than `x`.
fn does_more(module: &Module, expr: ExprId) -> bool {
    let mut found = match &module[expr].kind {
        ExprKind::Call { callee, .. } => {
            !matches!(&module[*callee].kind, ExprKind::Builtin(name) if &**name == "type")
        }
        ExprKind::Index { .. } => true,
        _ => false,
    };
    walk_expr_children(module, expr, &mut |child| found |= does_more(module, child));
    found
}
