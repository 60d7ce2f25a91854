//! Objects with `__del__`: what is called when one ends, and where its end would come at another time than in Python.
//!
//! Python ends an object with its last reference: those of a call go when the function returns, those of an expression
//! when it is done. What is made and held by a variable, an attribute or a container, or by nothing at all, ends alike in
//! Rust; what an expression uses on its way is refused, and so is all that a handler of exceptions would keep alive.

use portalis_hir::visit::{for_each_body_expr, for_each_stmt, walk_stmt_targets};
use portalis_hir::{Arg, DictItem, Elem, ExprId, ExprKind, LocalId, StmtId, StmtKind, Target};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, InstId, Kind, TypeId};
use rustc_hash::FxHashSet;

use super::class::{trait_fn, trait_impl};
use super::{Cx, FnCx};
use crate::diagnostics;
use crate::rir::{Expr, Item, Path, Ty};

impl Cx<'_> {
    /// Whether objects of some class have a `__del__` that somebody sees.
    pub(super) fn ends_objects(&self) -> bool {
        self.rep.inferred.trait_calls.keys().any(|(_, name)| &**name == "__del__")
    }

    /// `impl Finalise for File { fn finalise(&self) { self.__del__(); } }`.
    pub(super) fn finalise_impl(&mut self, ty: &Ty, end: InstId) -> Item {
        let func = self.rep.inferred.insts[end.index()].func;
        if self.is_fallible(end) {
            let span = self.module[func].name_span;
            self.sink.push(diagnostics::finalised(span, "what may raise within a class"));
        }
        let call = self.call_special(end, Expr::local("self"), Vec::new());
        let body = crate::coerce::after(crate::coerce::drop_value(call), Expr::unit());
        let mut item =
            trait_impl(Path::Rt("Finalise"), ty, "finalise", Vec::new(), Ty::Tuple(Vec::new()), body);
        let mut calls = false;
        for_each_body_expr(self.module, &self.module[func].body, &mut |expr| {
            calls |= matches!(self.module[expr].kind, ExprKind::Call { .. });
        });
        if !calls && let Item::Impl(item) = &mut item {
            item.fns.push(trait_fn("is_quiet", Vec::new(), Ty::local("bool"), Expr::Bool(true)));
        }
        item
    }
}

impl FnCx<'_, '_> {
    /// Reports what a function does with objects that have a `__del__` where these would not end as in Python.
    pub(super) fn check_ends(&mut self, stmts: &[StmtId]) {
        if !self.cx.has_finalisers {
            return;
        }
        let module = self.cx.module;
        let mut kept = FxHashSet::default();
        for_each_stmt(module, stmts, &mut |stmt| match &module[stmt].kind {
            StmtKind::Expr(value)
            | StmtKind::Assign { value, .. }
            | StmtKind::AnnAssign { value: Some(value), .. }
            | StmtKind::AugAssign { value, .. }
            | StmtKind::Return(Some(value)) => self.keep(*value, &mut kept),
            StmtKind::With { items, .. } => kept.extend(items.iter().map(|item| item.manager)),
            _ => {}
        });
        // A parameter lets go where its function ends.
        for_each_body_expr(module, stmts, &mut |expr| {
            if let ExprKind::Call { args, .. } = &module[expr].kind
                && self.runs_calmly(expr)
            {
                for arg in args {
                    if let Arg::Pos(arg) | Arg::Keyword(_, arg) = arg {
                        self.keep(*arg, &mut kept);
                    }
                }
            }
        });
        let mut used = Vec::new();
        for_each_body_expr(module, stmts, &mut |expr| {
            if !kept.contains(&expr) && self.may_end(self.type_of(expr)) && self.makes(expr) {
                used.push(expr);
            }
        });
        for expr in used {
            let span = module[expr].span;
            self.cx
                .sink
                .push(diagnostics::finalised(span, "what an expression makes and lets go of, an object"));
        }
        self.check_holders(stmts);
    }

    /// What `value` makes is held, or let go of at once.
    fn keep(&self, value: ExprId, kept: &mut FxHashSet<ExprId>) {
        kept.insert(value);
        match &self.cx.module[value].kind {
            ExprKind::List(items) | ExprKind::Tuple(items) => {
                for item in items {
                    if let Elem::One(item) = item {
                        self.keep(*item, kept);
                    }
                }
            }
            ExprKind::Dict(items) => {
                for item in items {
                    if let DictItem::Pair(_, value) = item {
                        self.keep(*value, kept);
                    }
                }
            }
            ExprKind::Comprehension(comprehension) => {
                self.keep(comprehension.value.unwrap_or(comprehension.element), kept);
            }
            ExprKind::IfElse { then, otherwise, .. } => {
                self.keep(*then, kept);
                self.keep(*otherwise, kept);
            }
            ExprKind::Call { callee, args } if self.takes_over(*callee) => {
                for arg in args {
                    if let Arg::Pos(arg) | Arg::Keyword(_, arg) = arg {
                        self.keep(*arg, kept);
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether a call holds its arguments: that of a class, and what puts an item into a container.
    fn takes_over(&self, callee: ExprId) -> bool {
        let holds = |atom: &Atom| match atom {
            Atom::Class(_) => true,
            Atom::BoundBuiltin(_, name) => matches!(&**name, "append" | "insert" | "extend" | "setdefault"),
            _ => false,
        };
        self.cx.rep.atoms(self.type_of(callee)).iter().all(|(_, atom)| holds(atom))
    }

    /// Whether a call runs functions of the program, none of which raises.
    fn runs_calmly(&self, call: ExprId) -> bool {
        let node = Node::Expr(call);
        let targets: Vec<_> = ["call", "__init__"].iter().flat_map(|role| self.targets(node, role)).collect();
        !targets.is_empty() && targets.iter().all(|(_, inst)| !self.cx.is_fallible(*inst))
    }

    /// Whether an expression may be the only one to hold its value: a function of the program gave it.
    fn makes(&self, expr: ExprId) -> bool {
        let is_object =
            |ty: TypeId| self.cx.rep.atoms(ty).iter().any(|(_, atom)| self.cx.rep.inferred.is_ended(atom));
        match &self.cx.module[expr].kind {
            ExprKind::Call { callee, .. } => self.hands_over(*callee),
            ExprKind::Binary { .. } | ExprKind::Unary { .. } => is_object(self.type_of(expr)),
            ExprKind::Index { value, .. } => {
                let of_object = |(_, atom): &(_, Atom)| matches!(atom, Atom::Obj(..));
                self.cx.rep.atoms(self.type_of(*value)).iter().any(of_object)
            }
            ExprKind::Attribute { .. } => !self.targets(Node::Expr(expr), "getter").is_empty(),
            _ => false,
        }
    }

    /// Whether the caller may be the only one to hold what a call gives: builtins give what somebody else holds.
    fn hands_over(&self, callee: ExprId) -> bool {
        self.cx.rep.atoms(self.type_of(callee)).iter().any(|(_, atom)| match atom {
            Atom::BoundBuiltin(_, name) => matches!(&**name, "pop" | "popitem"),
            Atom::Builtin(name) => &**name == "next",
            _ => true,
        })
    }

    /// What holds such objects otherwise than a variable, an attribute, a list or a dict does.
    fn check_holders(&mut self, stmts: &[StmtId]) {
        let module = self.cx.module;
        let is_body = self.func == module.body;
        let mut locals = module[self.func].locals.clone();
        locals.retain(|&local| self.may_end(self.local_type(local)));
        let params: Vec<_> = module[self.func].params.iter().map(|param| param.local).collect();
        let own: Vec<_> = locals.iter().filter(|local| !params.contains(local)).copied().collect();
        let mut reports = Vec::new();
        for &local in &locals {
            let span = module[local].span;
            if !is_body && module[local].captured {
                reports.push((span, "a variable that another function uses, of an object"));
            }
            let ty = self.local_type(local);
            if !self.is_held_in_order(ty) {
                reports.push((span, "a container other than a list or a dict of objects"));
            }
            if self.atoms_in_cycles(ty) {
                reports.push((span, "what may be in a cycle, an object"));
            }
        }
        if !own.is_empty() && !is_body && (self.cx.is_fallible(self.inst) || module[self.func].runs_later()) {
            let span = module[own[0]].span;
            reports.push((span, "what a handler of exceptions may keep, a variable of an object"));
        }
        for_each_stmt(module, stmts, &mut |stmt| {
            if let StmtKind::With { items, .. } = &module[stmt].kind {
                let held = items.iter().filter(|item| self.may_end(self.type_of(item.manager)));
                reports
                    .extend(held.map(|item| (module[item.manager].span, "what a `with` holds, an object")));
            }
            // The items of a slice end the last one first.
            walk_stmt_targets(module, stmt, &mut |target| {
                if let Target::Index { value, index, span } = target
                    && matches!(module[*index].kind, ExprKind::Slice { .. })
                    && self.may_end(self.type_of(*value))
                {
                    reports.push((*span, "a slice of objects"));
                }
            });
        });
        for (span, what) in reports {
            self.cx.sink.push(diagnostics::finalised(span, what));
        }
    }

    /// Whether a variable holds an object with `__del__` itself.
    pub(super) fn is_ended_object(&self, local: LocalId) -> bool {
        let atoms = self.cx.rep.atoms(self.local_type(local));
        atoms.iter().any(|(_, atom)| self.cx.rep.inferred.is_ended(atom))
    }

    fn may_end(&self, ty: TypeId) -> bool {
        self.cx.rep.inferred.may_hold_ended(ty)
    }

    /// Whether what a value holds ends in the order in which Python ends it.
    fn is_held_in_order(&self, ty: TypeId) -> bool {
        self.cx.rep.atoms(ty).iter().all(|(_, atom)| match atom {
            Atom::Cont(kind, _) => matches!(kind, Kind::List | Kind::Dict),
            Atom::Tuple(items) => !items.iter().any(|&item| self.may_end(item)),
            Atom::TupleVar(_) => false,
            _ => true,
        })
    }

    fn atoms_in_cycles(&self, ty: TypeId) -> bool {
        let inferred = &self.cx.rep.inferred;
        self.cx
            .rep
            .atoms(ty)
            .iter()
            .any(|(_, atom)| inferred.is_ended(atom) && inferred.may_be_in_a_cycle(atom))
    }
}
