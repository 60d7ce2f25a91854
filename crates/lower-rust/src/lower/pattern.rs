//! `match`: tests in order (PEP 634).

use portalis_diag::Code;
use portalis_hir::visit::{for_each_expr, for_each_stmt, walk_pattern_locals, walk_stmt_locals};
use portalis_hir::{CmpOp, ExprId, ExprKind, LocalId, MatchCase, Pattern, StmtId};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::captures::Captures;
use super::{FnCx, Storage};
use crate::represent::Repr;
use crate::rir::{BinOp, Block, Expr, Path, Stmt};

impl FnCx<'_, '_> {
    pub(crate) fn match_stmt(
        &mut self,
        stmt: StmtId,
        subject: ExprId,
        cases: &[MatchCase],
        block: &mut Block,
    ) {
        let ty = self.type_of(subject);
        if ty == BOT {
            self.effect(subject, block);
            return;
        }
        let subject = self.subject(subject, cases, block);
        let mut chain: Vec<(Option<Expr>, Block)> = Vec::new();
        for case in cases {
            let mut captures = Captures::new(!self.are_bound_behind(case));
            let test = self.pattern(&case.pattern, subject.clone(), ty, &mut captures);
            let Some(test) = test else { continue };
            let (mut on_the_way, test) = match always_true(&test) {
                Some(binds) => (binds, Expr::Bool(true)),
                None => (Vec::new(), test),
            };
            let (test, start) = self.bind_captures(stmt, (test, case.guard), captures, block);
            let mut body = self.block(&case.body);
            let test = match test {
                Expr::Bool(true) => None,
                test if on_the_way.is_empty() => Some(test),
                test => {
                    let stmts = std::mem::take(&mut on_the_way);
                    Some(Expr::Block(Block { stmts, tail: Some(Box::new(test)) }))
                }
            };
            on_the_way.extend(start.stmts);
            body.stmts.splice(0..0, on_the_way);
            let last = test.is_none();
            chain.push((test, body));
            if last {
                break;
            }
        }
        let mut otherwise: Option<Expr> = None;
        for (test, body) in chain.into_iter().rev() {
            otherwise = Some(match test {
                None => Expr::Block(body),
                Some(test) => Expr::If(Box::new(test), body, otherwise.map(Box::new)),
            });
        }
        match otherwise {
            Some(Expr::Block(inner)) => block.stmts.extend(inner.stmts),
            Some(chain) => block.stmts.push(Stmt::Expr(chain)),
            None => {}
        }
    }

    /// What is matched: a variable as it is where no case binds it, else what holds the value.
    fn subject(&mut self, subject: ExprId, cases: &[MatchCase], block: &mut Block) -> Expr {
        let ty = self.type_of(subject);
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Unit) {
            let value = self.value(subject);
            if let Expr::Block(inner) = crate::coerce::drop_value(value) {
                block.stmts.extend(inner.stmts);
            }
            return Expr::unit();
        }
        if let ExprKind::Local(local) = self.cx.module[subject].kind
            && self.storage.get(&local) == Some(&Storage::Plain)
            && self.local_type(local) == ty
            && !cases.iter().any(|case| self.binds(case, local))
        {
            return self.place(subject);
        }
        let held = self.temp("subject");
        let value = self.value(subject);
        block.stmts.push(super::builtin::let_(&held, value));
        Expr::local(held)
    }

    /// Whether a case binds `local`.
    fn binds(&self, case: &MatchCase, local: LocalId) -> bool {
        let mut found = false;
        walk_pattern_locals(&case.pattern, &mut |other| found |= other == local);
        if let Some(guard) = case.guard {
            for_each_expr(self.cx.module, guard, &mut |expr| {
                let bound = match self.cx.module[expr].kind {
                    ExprKind::Walrus { local, .. } => Some(local),
                    _ => None,
                };
                found |= bound == Some(local);
            });
        }
        for_each_stmt(self.cx.module, &case.body, &mut |stmt| {
            walk_stmt_locals(self.cx.module, stmt, &mut |other| found |= other == local);
        });
        found
    }

    /// The test of a pattern, binding what it captures where it holds; `None` where it never can.
    pub(super) fn pattern(
        &mut self,
        pattern: &Pattern,
        subject: Expr,
        ty: TypeId,
        captures: &mut Captures,
    ) -> Option<Expr> {
        let mark = self.cx.sink.mark();
        let test = self.pattern_test(pattern, subject, ty, captures);
        if test.is_none() {
            // What it would capture before it fails need not fit what the variable holds.
            let told = self.cx.sink.take_since(mark);
            told.into_iter().filter(|one| one.code != Code::PT0401).for_each(|one| self.cx.sink.push(one));
        }
        test
    }

    fn pattern_test(
        &mut self,
        pattern: &Pattern,
        subject: Expr,
        ty: TypeId,
        captures: &mut Captures,
    ) -> Option<Expr> {
        match pattern {
            Pattern::Wildcard => Some(Expr::Bool(true)),
            Pattern::Bind(inner, local, _) => {
                let (test, bound_ty) = match inner {
                    Some(inner) => {
                        (self.pattern(inner, subject.clone(), ty, captures)?, self.matched_type(inner, ty))
                    }
                    None => (Expr::Bool(true), ty),
                };
                let value = self.owned(subject, ty);
                let value = if bound_ty == ty { value } else { self.coerce(value, ty, bound_ty) };
                let bind = self.capture(*local, value, bound_ty, captures);
                Some(and(test, bind))
            }
            Pattern::Value(value) | Pattern::Singleton(value) => {
                let value_ty = self.type_of(*value);
                if value_ty == BOT {
                    return None;
                }
                let op = if matches!(pattern, Pattern::Value(_)) { CmpOp::Eq } else { CmpOp::Is };
                let right = self.place(*value);
                let bool_ty = self.of(Atom::Bool);
                let node = Node::Expr(*value);
                let test = self.compare_values(node, op, (subject, ty), (right, value_ty), bool_ty);
                // It is none of the kinds that come.
                (!never_holds(&test)).then_some(test)
            }
            Pattern::Or(options) => {
                let mut any: Option<Expr> = None;
                for option in options {
                    let Some(one) = self.pattern(option, subject.clone(), ty, captures) else { continue };
                    any = Some(match any {
                        Some(any) => Expr::binary(BinOp::Or, any, one),
                        None => one,
                    });
                }
                any
            }
            Pattern::Sequence { items, star, .. } => {
                self.sequence_pattern(items, *star, (subject, ty), captures)
            }
            Pattern::Mapping { items, rest, span } => {
                let _ = span;
                self.mapping_pattern(items, *rest, (subject, ty), captures)
            }
            Pattern::Class { class, positional, keyword, reads, .. } => {
                self.class_pattern(*class, (positional, keyword, reads), (subject, ty), captures)
            }
        }
    }

    /// The part of a type that a pattern lets through: for captures of `as`.
    fn matched_type(&mut self, pattern: &Pattern, ty: TypeId) -> TypeId {
        match pattern {
            Pattern::Class { class, .. } => {
                let classes = self.flat_classes(self.type_of(*class));
                self.instances_of(ty, &classes)
            }
            Pattern::Or(options) => {
                let parts: Vec<TypeId> = options.iter().map(|option| self.matched_type(option, ty)).collect();
                self.cx.rep.inferred.types.join_all(parts)
            }
            Pattern::Value(value) => {
                let value_ty = self.type_of(*value);
                let atoms = self.cx.rep.atoms(value_ty);
                let kept: Vec<_> = self
                    .cx
                    .rep
                    .atoms(ty)
                    .into_iter()
                    .filter(|(_, atom)| {
                        let number = |atom: &Atom| atom.is_int() || matches!(atom, Atom::Bool | Atom::Float);
                        atoms.iter().any(|(_, value)| {
                            (number(atom) && number(value))
                                || std::mem::discriminant(atom) == std::mem::discriminant(value)
                        }) || matches!(atom, Atom::Obj(..))
                    })
                    .map(|(id, _)| id)
                    .collect();
                self.cx.rep.inferred.types.from_ids(kept)
            }
            Pattern::Bind(Some(inner), ..) => self.matched_type(inner, ty),
            _ => ty,
        }
    }

    pub(super) fn instances_of(&mut self, ty: TypeId, classes: &[Atom]) -> TypeId {
        let kept: Vec<_> = self
            .cx
            .rep
            .atoms(ty)
            .into_iter()
            .filter(|(_, atom)| self.is_instance(atom, classes) != Some(false))
            .map(|(id, _)| id)
            .collect();
        self.cx.rep.inferred.types.from_ids(kept)
    }

    fn sequence_pattern(
        &mut self,
        items: &[Pattern],
        star: Option<usize>,
        (subject, ty): (Expr, TypeId),
        captures: &mut Captures,
    ) -> Option<Expr> {
        if !self.is_single(ty) {
            let bool_ty = self.of(Atom::Bool);
            let value = self.owned(subject, ty);
            return Some(self.dispatch(value, ty, bool_ty, &mut |cx, value, one, _| {
                let test =
                    captures.inside(|captures| cx.sequence_pattern(items, star, (value, one), captures));
                (test.unwrap_or(Expr::Bool(false)), bool_ty)
            }));
        }
        let (subject, ty) = self.or_underlying(subject, ty);
        let repr = self.cx.rep.repr(ty);
        match &repr {
            Repr::Tuple(_) => self.tuple_pattern_test(items, star, (subject, ty), captures),
            Repr::List(_) | Repr::TupleVar(_) | Repr::Deque(_) | Repr::Range => {
                let elem = self.iteration_type(ty);
                let n = items.len() as i64;
                let len = subject.clone().method("len", Vec::new());
                let mut test = match star {
                    None if n == 0 => subject.clone().method("is_empty", Vec::new()),
                    None => Expr::binary(BinOp::Eq, len, Expr::Int(n, None)),
                    Some(_) if n == 1 => Expr::Bool(true),
                    Some(_) if n == 2 => subject.clone().method("is_empty", Vec::new()).not(),
                    Some(_) => Expr::binary(BinOp::Ge, len, Expr::Int(n - 1, None)),
                };
                for (i, item) in items.iter().enumerate() {
                    if Some(i) == star {
                        if let Pattern::Bind(None, local, _) = item {
                            let list_ty = self.local_type(*local);
                            let after = n - 1 - i as i64;
                            let stop = if after == 0 {
                                Expr::local("None")
                            } else {
                                Expr::call(Path::local("Some"), vec![Expr::Int(-after, None)])
                            };
                            let start = Expr::call(Path::local("Some"), vec![Expr::Int(i as i64, None)]);
                            let slice =
                                super::index::slice(subject.clone(), vec![start, stop, Expr::local("None")]);
                            let slice = match &repr {
                                Repr::List(_) => slice,
                                _ => {
                                    self.unsupported_operation("a star in this pattern");
                                    slice
                                }
                            };
                            let slice_ty = self.slice_source(ty, list_ty);
                            let bind = self.capture(*local, slice, slice_ty, captures);
                            test = and(test, bind);
                        }
                        continue;
                    }
                    let from_end = star.is_some_and(|at| i > at);
                    let index = if from_end { i as i64 - n } else { i as i64 };
                    if elem == BOT {
                        return None;
                    }
                    let part = subject.clone().method("at", vec![Expr::Int(index, None)]);
                    let one = self.part("part", item, (part, elem), captures)?;
                    test = and(test, one);
                }
                Some(test)
            }
            _ => None,
        }
    }

    /// The list type of a starred capture: of the subject where the variable's is the same.
    fn slice_source(&mut self, subject: TypeId, declared: TypeId) -> TypeId {
        if self.cx.rep.repr(subject) == self.cx.rep.repr(declared) { subject } else { declared }
    }

    /// `{key: pattern, **rest}`: the keys are there and their values match.
    fn mapping_pattern(
        &mut self,
        items: &[(ExprId, Pattern)],
        rest: Option<LocalId>,
        (subject, ty): (Expr, TypeId),
        captures: &mut Captures,
    ) -> Option<Expr> {
        if !self.is_single(ty) {
            let bool_ty = self.of(Atom::Bool);
            let value = self.owned(subject, ty);
            return Some(self.dispatch(value, ty, bool_ty, &mut |cx, value, one, _| {
                let test =
                    captures.inside(|captures| cx.mapping_pattern(items, rest, (value, one), captures));
                (test.unwrap_or(Expr::Bool(false)), bool_ty)
            }));
        }
        if !matches!(self.cx.rep.repr(ty), Repr::Dict(..)) {
            return None;
        }
        let (key_ty, value_ty) = (self.elem_type(ty), self.value_type(ty));
        let mut test = Expr::Bool(true);
        let mut keys = Vec::new();
        for (key, item) in items {
            let looked_for = self.value(*key);
            let key_of = self.type_of(*key);
            let looked_for = self.as_key(looked_for, key_of, key_ty)?;
            keys.push(looked_for.clone());
            let is_there = subject.clone().method("contains", vec![looked_for.clone().by_ref()]);
            test = and(test, is_there);
            let read = subject.clone().method("at", vec![looked_for.by_ref()]);
            let one = self.part("part", item, (read, value_ty), captures)?;
            test = and(test, one);
        }
        if let Some(local) = rest {
            let is_plain = |atom: &Atom| matches!(atom, Atom::Cont(portalis_typeck::ty::Kind::Dict, _));
            if !self.cx.rep.atoms(ty).iter().all(|(_, atom)| is_plain(atom)) {
                self.unsupported_operation("the rest of a dict of another class");
            }
            let name = self.temp("rest");
            let copy = subject.method("copy", Vec::new());
            let mut block = Block { stmts: vec![super::builtin::let_(&name, copy)], tail: None };
            for key in keys {
                let drop = Expr::local(name.clone()).method("delete", vec![key.by_ref()]);
                block.stmts.push(Stmt::Expr(drop));
            }
            let declared = self.local_type(local);
            block.tail = Some(Box::new(Expr::local(name)));
            let bind = self.capture(local, Expr::Block(block), declared, captures);
            test = and(test, bind);
        }
        Some(test)
    }

    /// A sequence pattern on a tuple whose items are known one by one.
    fn tuple_pattern_test(
        &mut self,
        items: &[Pattern],
        star: Option<usize>,
        (subject, ty): (Expr, TypeId),
        captures: &mut Captures,
    ) -> Option<Expr> {
        let types = self.tuple_items(ty);
        let fits = if star.is_some() { types.len() + 1 >= items.len() } else { types.len() == items.len() };
        if !fits {
            return None;
        }
        let extra = types.len() + 1 - items.len();
        let field = |cx: &mut Self, at: usize| match &subject {
            Expr::Tuple(parts) => parts[at].clone(),
            place => {
                let field = Expr::TupleField(Box::new(place.clone()), at as u32);
                if cx.is_copy(types[at]) { field } else { field.cloned() }
            }
        };
        let mut test = Expr::Bool(true);
        let mut at = 0;
        for (i, item) in items.iter().enumerate() {
            if Some(i) == star {
                let held = at..at + extra;
                at += extra;
                let Pattern::Bind(None, local, _) = item else { continue };
                let list_ty = self.local_type(*local);
                let elem = self.elem_type(list_ty);
                let mut parts = Vec::new();
                for at in held {
                    let part = field(self, at);
                    parts.push(self.coerce(part, types[at], elem));
                }
                let list = if parts.is_empty() {
                    self.empty_container("List", list_ty)
                } else {
                    Expr::call(Path::Rt("List").assoc("from"), vec![Expr::Array(parts)])
                };
                let bind = self.capture(*local, list, list_ty, captures);
                test = and(test, bind);
                continue;
            }
            let part = field(self, at);
            let one = self.pattern(item, part, types[at], captures)?;
            test = and(test, one);
            at += 1;
        }
        Some(test)
    }
}

/// `a && b`, without what is always true.
pub(super) fn and(a: Expr, b: Expr) -> Expr {
    match (a, b) {
        (Expr::Bool(true), other) | (other, Expr::Bool(true)) => other,
        (a, b) => Expr::binary(BinOp::And, a, b),
    }
}

/// Whether a test is known to fail, and does nothing else.
fn never_holds(test: &Expr) -> bool {
    match test {
        Expr::Bool(false) => true,
        Expr::Block(block) => {
            let is_pure = |stmt: &Stmt| match stmt {
                Stmt::Let { init: Some(value), .. } | Stmt::Expr(value) => crate::coerce::is_pure(value),
                _ => false,
            };
            block.stmts.iter().all(is_pure) && block.tail.as_deref().is_some_and(never_holds)
        }
        _ => false,
    }
}

/// What a test that always holds binds on the way.
fn always_true(test: &Expr) -> Option<Vec<Stmt>> {
    match test {
        Expr::Bool(true) => Some(Vec::new()),
        Expr::Block(block) => {
            let mut binds = block.stmts.clone();
            binds.extend(always_true(block.tail.as_deref()?)?);
            Some(binds)
        }
        Expr::Binary(BinOp::And, left, right) => {
            let mut binds = always_true(left)?;
            binds.extend(always_true(right)?);
            Some(binds)
        }
        _ => None,
    }
}
