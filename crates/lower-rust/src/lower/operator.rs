//! Operators on values of known kinds.

use portalis_hir::{BinOp, ExprId, ExprKind, LocalId, UnaryOp};
use portalis_typeck::cell::{Field, Node};
use portalis_typeck::ty::{Atom, AtomId, BOT, ClassRef, InstId, Kind, TypeId};

use super::arithmetic::{number_rank, takes_numbers};
use super::builtin::let_;
use super::{FnCx, Storage};
use crate::represent::Repr;
use crate::rir::{self, Block, Expr, Stmt, UnOp};

impl FnCx<'_, '_> {
    pub(crate) fn unary(&mut self, id: ExprId, op: UnaryOp, operand: ExprId, ty: TypeId) -> Expr {
        let operand_ty = self.type_of(operand);
        if operand_ty == BOT {
            return self.dead_operands([operand]);
        }
        if let (UnaryOp::Neg, ExprKind::Int(_) | ExprKind::Float(_)) = (op, &self.cx.module[operand].kind) {
            let value = self.value(operand);
            let value = Expr::Unary(UnOp::Neg, Box::new(value));
            return self.coerce(value, operand_ty, ty);
        }
        let value = self.value(operand);
        self.unary_value(id, op, (value, operand_ty), ty)
    }

    pub(super) fn unary_value(
        &mut self,
        id: ExprId,
        op: UnaryOp,
        (value, operand_ty): (Expr, TypeId),
        ty: TypeId,
    ) -> Expr {
        self.dispatch(value, operand_ty, ty, &mut |cx, value, one, (atom_id, _)| {
            let repr = cx.cx.rep.repr(one);
            let int = cx.of(Atom::Int);
            match (op, &repr) {
                (_, Repr::Object(_)) => {
                    let method = match op {
                        UnaryOp::Neg => "__neg__",
                        UnaryOp::Pos => "__pos__",
                        UnaryOp::Invert | UnaryOp::Not => "__invert__",
                    };
                    match cx.method_target(Node::Expr(id), method, atom_id) {
                        Some(target) => cx.call_method_instance(target, value, Vec::new()),
                        None if cx.underlying_type(one).is_some() => {
                            let value = cx.with_underlying(value, one, |cx, value, under| {
                                cx.unary_value(id, op, (value, under), ty)
                            });
                            (value, ty)
                        }
                        None => cx.bad_operand(op, (value, one)),
                    }
                }
                (_, Repr::Native(_)) => {
                    let method = match op {
                        UnaryOp::Neg => "__neg__",
                        UnaryOp::Pos => "__pos__",
                        UnaryOp::Invert | UnaryOp::Not => "__invert__",
                    };
                    match cx.native_method(value.clone(), one, method, Vec::new()) {
                        Some(done) => done,
                        None => cx.bad_operand(op, (value, one)),
                    }
                }
                (UnaryOp::Neg | UnaryOp::Pos, Repr::Dict(_, count)) if cx.is_counter(one) => {
                    if !matches!(**count, Repr::I64) {
                        cx.unsupported_operation("the sign of these counts");
                    }
                    let name = if op == UnaryOp::Neg { "counter_negative" } else { "counter_positive" };
                    let value = value.method(name, Vec::new());
                    let made = cx
                        .cx
                        .rep
                        .inferred
                        .types
                        .filter(ty, |atom| matches!(atom, Atom::Cont(Kind::Counter, _)));
                    cx.refit(value, one, made)
                }
                (UnaryOp::Neg, Repr::Bool) => {
                    let value = cx.coerce(value, one, int);
                    (Expr::Unary(UnOp::Neg, Box::new(value)), int)
                }
                (UnaryOp::Pos, Repr::Bool) => (cx.coerce(value, one, int), int),
                (UnaryOp::Invert, Repr::Bool) => {
                    let value = cx.coerce(value, one, int);
                    (Expr::Unary(UnOp::Not, Box::new(value)), int)
                }
                (UnaryOp::Neg, Repr::I64 | Repr::Float | Repr::Big | Repr::Num | Repr::Complex) => {
                    let ty = if repr == Repr::I64 { int } else { one };
                    (Expr::Unary(UnOp::Neg, Box::new(value)), ty)
                }
                (UnaryOp::Pos, Repr::I64 | Repr::Float | Repr::Big | Repr::Num | Repr::Complex) => {
                    (value, one)
                }
                (UnaryOp::Invert, Repr::I64 | Repr::Big) => {
                    let ty = if repr == Repr::I64 { int } else { one };
                    (Expr::Unary(UnOp::Not, Box::new(value)), ty)
                }
                (UnaryOp::Invert, Repr::Num) => {
                    let big = cx.of(Atom::BigInt);
                    (cx.raising(value, "invert", Vec::new()), big)
                }
                _ => cx.bad_operand(op, (value, one)),
            }
        })
    }

    fn bad_operand(&mut self, op: UnaryOp, operand: (Expr, TypeId)) -> (Expr, TypeId) {
        let name = self.class_name_of(operand.1);
        let message = format!("bad operand type for unary {}: '{name}'", op.symbol());
        (self.throw_after([operand], &message), BOT)
    }

    pub(crate) fn binary(&mut self, id: ExprId, op: BinOp, left: ExprId, right: ExprId, ty: TypeId) -> Expr {
        let (l, r) = (self.type_of(left), self.type_of(right));
        if l == BOT || r == BOT {
            return self.dead_operands([left, right]);
        }
        if op == BinOp::Mod && matches!(self.cx.rep.repr(l), Repr::Str | Repr::Bytes) {
            return self.percent_format(id, left, right);
        }
        let l_value = if self.borrows(op, l) { self.place(left) } else { self.value(left) };
        let r_value = if self.borrows(op, r) { self.place(right) } else { self.value(right) };
        self.binary_values(Node::Expr(id), op, (l_value, l), (r_value, r), ty, false)
    }

    /// Whether an operand of this type is only looked at, so that a name needs no clone.
    fn borrows(&mut self, _op: BinOp, ty: TypeId) -> bool {
        matches!(
            self.cx.rep.repr(ty),
            Repr::Str
                | Repr::Big
                | Repr::List(_)
                | Repr::Set(_)
                | Repr::Dict(..)
                | Repr::TupleVar(_)
                | Repr::Num
                | Repr::FrozenSet(_)
                | Repr::Native(_)
                | Repr::Object(_)
        )
    }

    /// `left op right` of evaluated operands, as a `to`.
    pub(crate) fn binary_values(
        &mut self,
        node: Node,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        to: TypeId,
        in_place: bool,
    ) -> Expr {
        if self.is_single(l) && self.is_single(r) {
            let (value, ty) = self.binary_single(node, op, (left, l), (right, r), to, in_place);
            return if ty == BOT { self.never_given(value, to) } else { self.coerce(value, ty, to) };
        }
        self.dispatch_pair((left, l), (right, r), to, &mut |cx, left, right| {
            cx.binary_single(node, op, left, right, to, in_place)
        })
    }

    /// The object itself after one of its methods changed it: what an augmented assignment stores back.
    fn changed_in_place(
        &mut self,
        (left, l): (Expr, TypeId),
        method: impl Into<String>,
        args: Vec<Expr>,
    ) -> Expr {
        let held = self.temp("held");
        let left = self.owned(left, l);
        Expr::Block(Block {
            stmts: vec![let_(&held, left), Stmt::Expr(Expr::local(held.clone()).method(method, args))],
            tail: Some(Box::new(Expr::local(held))),
        })
    }

    /// A place as an owned value, if it is only a name.
    pub(crate) fn owned(&mut self, place: Expr, ty: TypeId) -> Expr {
        let is_none = matches!(&place, Expr::Path(path) if *path == rir::Path::local("None"));
        let is_name = matches!(place, Expr::Path(_)) && !is_none;
        if is_name && !self.is_copy(ty) { place.cloned() } else { place }
    }

    pub(super) fn binary_single(
        &mut self,
        node: Node,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        to: TypeId,
        in_place: bool,
    ) -> (Expr, TypeId) {
        let (a, b) = (self.cx.rep.repr(l), self.cx.rep.repr(r));
        if matches!(a, Repr::Object(_)) || matches!(b, Repr::Object(_)) {
            return self.binary_method(node, op, (left, l), (right, r), to, in_place);
        }
        if matches!(a, Repr::Native(_)) || matches!(b, Repr::Native(_)) {
            if a == Repr::Num || b == Repr::Num {
                self.unsupported_operation(op.symbol());
            }
            return match self.native_operator(op, (left.clone(), l), (right.clone(), r), in_place) {
                Some(done) => done,
                None => self.unsupported_update(op, (left, l), (right, r), in_place),
            };
        }
        if let (Some(x), Some(y)) = (number_rank(&a), number_rank(&b)) {
            if !takes_numbers(op, x.max(y)) {
                return self.unsupported_update(op, (left, l), (right, r), in_place);
            }
            if x.max(y) <= 2 && self.wants_big(to) {
                return self.big(op, (left, l), (right, r), to);
            }
            return match x.max(y) {
                0 | 1 => self.small(op, (left, l), (right, r), (&a, &b)),
                2 => self.big(op, (left, l), (right, r), to),
                3 => self.floats(op, (left, l), (right, r)),
                // A float makes the other operand one; a left operand that may be too large for that raises after the
                // right one is evaluated.
                4 if matches!(
                    op,
                    BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::FloorDiv | BinOp::Mod
                ) && (a == Repr::Float || (b == Repr::Float && crate::coerce::is_calm(&right))) =>
                {
                    self.floats(op, (left, l), (right, r))
                }
                4 => self.nums(op, (left, l), (right, r)),
                _ => self.complexes(op, (left, l), (right, r)),
            };
        }
        if a == Repr::Num || b == Repr::Num {
            let value = self.binary_by_class(node, op, (left, l), (right, r), to, in_place);
            return (value, to);
        }
        if let Some(made) = self.view_operator(op, (left.clone(), l), (right.clone(), r), to) {
            return made;
        }
        self.binary_containers(op, (left, l, &a), (right, r, &b), to, in_place)
    }

    /// A number that the run knows to be an `int` or a `float`, and what is no number: one arm for each class.
    fn binary_by_class(
        &mut self,
        node: Node,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        to: TypeId,
        in_place: bool,
    ) -> Expr {
        let names = [self.temp("left"), self.temp("right")];
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        let stmts = vec![let_(&names[0], left), let_(&names[1], right)];
        let is_left = self.cx.rep.repr(l) == Repr::Num;
        let number = Expr::local(names[usize::from(!is_left)].clone());
        let [int, float] = [Atom::BigInt, Atom::Float].map(|atom| {
            let class = self.of(atom);
            let operand = |cx: &mut Self, name: &String, ty: TypeId| {
                let value = Expr::local(name.clone());
                if cx.cx.rep.repr(ty) == Repr::Num {
                    (cx.coerce(value, ty, class), class)
                } else {
                    (value, ty)
                }
            };
            let (left, right) = (operand(self, &names[0], l), operand(self, &names[1], r));
            let (value, ty) = self.binary_single(node, op, left, right, to, in_place);
            if ty == BOT { value } else { self.coerce(value, ty, to) }
        });
        let test = number.method("is_int", Vec::new());
        let value = Expr::If(Box::new(test), Block::of(int), Some(Box::new(float)));
        Expr::Block(Block { stmts, tail: Some(Box::new(value)) })
    }

    /// An empty `Counter` of another type, after `value`, which is one.
    pub(super) fn empty_counter(&mut self, value: Expr, ty: TypeId) -> Expr {
        let empty = self.empty_container("Dict", ty).method("into_counter", Vec::new());
        crate::coerce::after(value, empty)
    }

    pub(crate) fn unsupported_operation(&mut self, what: &str) {
        let span = self.span;
        self.cx.sink.push(crate::diagnostics::operation(span, &format!("`{what}`")));
    }

    pub(crate) fn unsupported_operands(
        &mut self,
        op: BinOp,
        left: (Expr, TypeId),
        right: (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let message = self.operand_message(op, left.1, right.1);
        (self.throw_after([left, right], &message), BOT)
    }

    /// The same of `divmod`.
    pub(crate) fn undivided_operands(
        &mut self,
        left: (Expr, TypeId),
        right: (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let [a, b] = self.operand_names([left.1, right.1]);
        let message = format!("unsupported operand type(s) for divmod(): '{a}' and '{b}'");
        (self.throw_after([left, right], &message), BOT)
    }

    /// CPython's message for an operation that no operand supports.
    pub(super) fn operand_message(&mut self, op: BinOp, l: TypeId, r: TypeId) -> String {
        let [a, b] = self.operand_names([l, r]);
        match (op, self.cx.class_name_of(l).as_str(), self.cx.class_name_of(r).as_str()) {
            (BinOp::Add, "str", _) => format!("can only concatenate str (not \"{b}\") to str"),
            (BinOp::Add, "list", _) => format!("can only concatenate list (not \"{b}\") to list"),
            (BinOp::Add, "tuple", _) => format!("can only concatenate tuple (not \"{b}\") to tuple"),
            (BinOp::Add, "bytes", _) => format!("can't concat {b} to bytes"),
            (BinOp::Add, "bytearray", _) => format!("can't concat {b} to bytearray"),
            (BinOp::Mul, "str" | "list" | "tuple" | "bytes" | "bytearray", _) => {
                format!("can't multiply sequence by non-int of type '{b}'")
            }
            (BinOp::Mul, _, "str" | "list" | "tuple" | "bytes" | "bytearray") => {
                format!("can't multiply sequence by non-int of type '{a}'")
            }
            (BinOp::Pow, ..) => format!("unsupported operand type(s) for ** or pow(): '{a}' and '{b}'"),
            _ => format!("unsupported operand type(s) for {}: '{a}' and '{b}'", op.symbol()),
        }
    }

    /// The same for `left op= right`, which names itself but where a sequence answers.
    fn unsupported_update(
        &mut self,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        in_place: bool,
    ) -> (Expr, TypeId) {
        let message = self.operand_message(op, l, r);
        let takes_entries = in_place && op == BinOp::BitOr && matches!(self.cx.rep.repr(l), Repr::Dict(..));
        let message = match message.split_once(": ") {
            _ if takes_entries => format!("'{}' object is not iterable", self.operand_names([l, r])[1]),
            Some((start, classes)) if in_place && start.starts_with("unsupported operand") => {
                format!("unsupported operand type(s) for {}=: {classes}", op.symbol())
            }
            // An object might be a sequence itself, so that the other is not asked.
            _ if in_place
                && op == BinOp::Mul
                && self.cx.rep.atoms(l).iter().any(|(_, atom)| matches!(atom, Atom::Obj(..))) =>
            {
                let [a, b] = self.operand_names([l, r]);
                format!("unsupported operand type(s) for *=: '{a}' and '{b}'")
            }
            // A list takes the items of the other.
            _ if in_place && message.starts_with("can only concatenate list") => {
                format!("'{}' object is not iterable", self.operand_names([l, r])[1])
            }
            _ => message,
        };
        (self.throw_after([(left, l), (right, r)], &message), BOT)
    }

    /// Strings and containers.
    fn binary_containers(
        &mut self,
        op: BinOp,
        (left, l, a): (Expr, TypeId, &Repr),
        (right, r, b): (Expr, TypeId, &Repr),
        to: TypeId,
        in_place: bool,
    ) -> (Expr, TypeId) {
        match (op, a, b) {
            (BinOp::Add, Repr::Str, Repr::Str) => (left.method("concat", vec![right.by_ref()]), l),
            (BinOp::Add, Repr::Bytes, Repr::Bytes) => (left.method("concat", vec![right.by_ref()]), l),
            (BinOp::Add, Repr::List(_) | Repr::Deque(_), _) if in_place => {
                let elem = self.elem_type(l);
                let mut block = Block::default();
                let name = self.temp("held");
                let left = self.owned(left, l);
                block.stmts.push(Stmt::Let {
                    pat: rir::Pat::Bind(name.clone(), false),
                    ty: None,
                    init: Some(left),
                });
                self.extend_from(Expr::local(name.clone()), "extend", right, r, elem, &mut block);
                block.tail = Some(Box::new(Expr::local(name)));
                (Expr::Block(block), l)
            }
            (BinOp::Add, Repr::List(_), Repr::List(_)) => {
                if self.holds_the_same((l, a), (r, b)) {
                    let joined = left.method("concat", vec![right.by_ref()]);
                    return self.refit(joined, l, to);
                }
                // Other operands may give something else.
                let to =
                    self.cx.rep.inferred.types.filter(to, |atom| matches!(atom, Atom::Cont(Kind::List, _)));
                let elem = self.elem_type(to);
                let mut block = Block::default();
                let name = self.temp("items");
                let empty = self.empty_container("List", to);
                block.stmts.push(Stmt::Let {
                    pat: rir::Pat::Bind(name.clone(), false),
                    ty: None,
                    init: Some(empty),
                });
                let (left, right) = (self.owned(left, l), self.owned(right, r));
                self.extend_from(Expr::local(name.clone()), "extend", left, l, elem, &mut block);
                self.extend_from(Expr::local(name.clone()), "extend", right, r, elem, &mut block);
                block.tail = Some(Box::new(Expr::local(name)));
                (Expr::Block(block), to)
            }
            (BinOp::Add, Repr::Tuple(x), Repr::Tuple(y)) if self.holds_length(to, x.len() + y.len()) => {
                let items: Vec<TypeId> = self.tuple_items(l).into_iter().chain(self.tuple_items(r)).collect();
                let (left, right) = (self.owned(left, l), self.owned(right, r));
                let ((x_pat, x_names), (y_pat, y_names)) =
                    (self.tuple_pattern(x.len()), self.tuple_pattern(y.len()));
                let names = x_names.into_iter().chain(y_names).map(Expr::local).collect();
                let block = Block {
                    stmts: vec![
                        Stmt::Let { pat: x_pat, ty: None, init: Some(left) },
                        Stmt::Let { pat: y_pat, ty: None, init: Some(right) },
                    ],
                    tail: Some(Box::new(super::expr::tuple(names))),
                };
                (Expr::Block(block), self.of(Atom::Tuple(items.into())))
            }
            // The empty tuple adds nothing.
            (BinOp::Add, Repr::TupleVar(elem), Repr::Tuple(_) | Repr::TupleVar(_))
                if **elem == Repr::Unit && self.is_empty_tuple(l) =>
            {
                let right = self.owned(right, r);
                (crate::coerce::after(left, right), r)
            }
            (BinOp::Add, Repr::Tuple(_) | Repr::TupleVar(_), Repr::TupleVar(elem))
                if **elem == Repr::Unit && self.is_empty_tuple(r) =>
            {
                let left = self.owned(left, l);
                (crate::coerce::after(right, left), l)
            }
            (BinOp::Add, Repr::Tuple(_) | Repr::TupleVar(_), Repr::Tuple(_) | Repr::TupleVar(_)) => {
                let (left, right) = (self.owned(left, l), self.owned(right, r));
                // Other operands may give something else.
                let is_tuple = |atom: &Atom| matches!(atom, Atom::Tuple(_) | Atom::TupleVar(_));
                let to = self.cx.rep.inferred.types.filter(to, is_tuple);
                let part = |cx: &mut Self, part: Expr, ty: TypeId| match cx.cx.rep.repr(ty) {
                    Repr::TupleVar(_) => cx.refit(part, ty, to).0,
                    _ => cx.coerce(part, ty, to),
                };
                let (left, right) = (part(self, left, l), part(self, right, r));
                (left.method("concat", vec![right.by_ref()]), to)
            }
            (
                BinOp::Mul,
                Repr::Str | Repr::Bytes | Repr::List(_) | Repr::TupleVar(_),
                Repr::I64 | Repr::Bool | Repr::Big,
            ) => {
                let times = self.as_index(right, r);
                if in_place && matches!(a, Repr::List(_)) {
                    return (self.changed_in_place((left, l), "repeat_in_place", vec![times]), l);
                }
                let (left, l) = self.refit_literal(left, l, to);
                let repeated = left.method("repeat", vec![times]);
                self.refit(repeated, l, to)
            }
            (BinOp::Mul, Repr::Tuple(_), Repr::I64 | Repr::Bool | Repr::Big) => {
                let to = self.cx.rep.inferred.types.filter(to, |atom| matches!(atom, Atom::TupleVar(_)));
                let left = self.owned(left, l);
                let left = self.coerce(left, l, to);
                let times = self.as_index(right, r);
                (left.method("repeat", vec![times]), to)
            }
            (
                BinOp::Mul,
                Repr::I64 | Repr::Bool | Repr::Big,
                Repr::Str | Repr::Bytes | Repr::List(_) | Repr::TupleVar(_) | Repr::Deque(_),
            ) => {
                let times = self.as_index(left, l);
                let (right, r) = self.refit_literal(right, r, to);
                let repeated = right.method("repeat", vec![times]);
                self.refit(repeated, r, to)
            }
            (BinOp::Mul, Repr::I64 | Repr::Bool | Repr::Big, Repr::Tuple(_)) => {
                let times = self.as_index(left, l);
                let to = self.cx.rep.inferred.types.filter(to, |atom| matches!(atom, Atom::TupleVar(_)));
                let right = self.owned(right, r);
                let right = self.coerce(right, r, to);
                (right.method("repeat", vec![times]), to)
            }
            (BinOp::Mul, Repr::Deque(_), Repr::I64 | Repr::Bool | Repr::Big) => {
                let times = self.as_index(right, r);
                if in_place {
                    return (self.changed_in_place((left, l), "repeat_in_place", vec![times]), l);
                }
                self.refit(left.method("repeat", vec![times]), l, to)
            }
            (BinOp::Add, Repr::Deque(_), Repr::Deque(_)) => {
                let to =
                    self.cx.rep.inferred.types.filter(to, |atom| matches!(atom, Atom::Cont(Kind::Deque, _)));
                let elem = self.elem_type(to);
                let name = self.temp("items");
                let copy = left.method("copy", Vec::new());
                let mut block = Block { stmts: vec![let_(&name, copy)], tail: None };
                if !self.holds_the_same((l, a), (r, b)) {
                    self.unsupported_operation(op.symbol());
                }
                let right = self.owned(right, r);
                self.extend_from(Expr::local(name.clone()), "extend", right, r, elem, &mut block);
                block.tail = Some(Box::new(Expr::local(name)));
                (Expr::Block(block), to)
            }
            (
                BinOp::Add | BinOp::Sub | BinOp::BitAnd | BinOp::BitOr,
                Repr::Dict(x, count),
                Repr::Dict(y, other),
            ) if self.is_counter(l) && (self.is_counter(r) || in_place) => {
                // One that never holds anything has no type of keys.
                let (empty_left, empty_right) = (self.elem_type(l) == BOT, self.elem_type(r) == BOT);
                let is_count = |repr: &Repr| matches!(repr, Repr::I64 | Repr::Never | Repr::Unit);
                if (x != y && !empty_left && !empty_right) || !is_count(count) || !is_count(other) {
                    self.unsupported_operation(op.symbol());
                }
                let left = if empty_left { self.empty_counter(left, to) } else { left };
                let right = if empty_right { self.empty_counter(right, to) } else { right };
                if in_place {
                    let name = match op {
                        BinOp::Add => "counter_add",
                        BinOp::Sub => "counter_take",
                        BinOp::BitAnd => "counter_intersect",
                        _ => "counter_unite",
                    };
                    return (self.changed_in_place((left, l), name, vec![right.by_ref()]), l);
                }
                let name = match op {
                    BinOp::Add => "counter_sum",
                    BinOp::Sub => "counter_difference",
                    BinOp::BitAnd => "counter_intersection",
                    _ => "counter_union",
                };
                let combined = left.method(name, vec![right.by_ref()]);
                if empty_left { (combined, to) } else { self.refit(combined, l, to) }
            }
            (BinOp::BitOr, Repr::Dict(..), Repr::Dict(..)) if self.holds_the_same((l, a), (r, b)) => {
                if in_place {
                    return (self.changed_in_place((left, l), "update_dict", vec![right.by_ref()]), l);
                }
                let merged = left.method("merged", vec![right.by_ref()]);
                self.as_merged(merged, l, to)
            }
            (
                BinOp::Sub | BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor,
                Repr::Set(x) | Repr::FrozenSet(x),
                Repr::Set(y) | Repr::FrozenSet(y),
            ) if x == y && (self.elem_type(l) == self.elem_type(r) || !self.hides(l)) => {
                let name = match op {
                    BinOp::Sub => "difference",
                    BinOp::BitAnd => "intersection",
                    BinOp::BitOr => "union",
                    _ => "symmetric_difference",
                };
                if in_place && matches!(a, Repr::Set(_)) {
                    let update = if name == "union" { "update".to_owned() } else { format!("{name}_update") };
                    return (self.changed_in_place((left, l), update, vec![right.by_ref()]), l);
                }
                // A new set: it may get other items than these.
                self.refit(left.method(name, vec![right.by_ref()]), l, to)
            }
            (BinOp::Mod, Repr::Str | Repr::Bytes, _) => {
                // A tuple is its parts, in a union or not.
                (self.percent_values((left, l), (right, r)), l)
            }
            // A type of several classes, `None` among them.
            (BinOp::BitOr, Repr::Static, Repr::Static | Repr::Unit)
            | (BinOp::BitOr, Repr::Unit, Repr::Static) => (Expr::unit(), to),
            // Nothing is ever in the left set, so that nothing is taken from it.
            (
                BinOp::Sub | BinOp::BitAnd,
                Repr::Set(_) | Repr::FrozenSet(_),
                Repr::Set(_) | Repr::FrozenSet(_),
            ) if self.elem_type(l) == BOT => {
                let mut stmts = Vec::new();
                let held = match left {
                    Expr::Path(_) => left,
                    left => self.hold_value("held", left, &mut stmts),
                };
                let is_itself = in_place || matches!(a, Repr::FrozenSet(_));
                let value = if is_itself { self.owned(held, l) } else { held.method("copy", Vec::new()) };
                let value = self.evaluated((right, r), value);
                let value = Block { stmts, tail: Some(Box::new(value)) }.into_expr();
                if in_place { (value, l) } else { self.refit(value, l, to) }
            }
            // Items that are held differently: what changes is as wide as the result.
            (
                BinOp::BitOr | BinOp::Sub | BinOp::BitAnd | BinOp::BitXor,
                Repr::Set(_) | Repr::FrozenSet(_),
                Repr::Set(_) | Repr::FrozenSet(_),
            ) => {
                let wide = if in_place { l } else { to };
                let elem = self.elem_type(wide);
                let right_elem = self.elem_type(r);
                let wider = self.cx.rep.inferred.types.join(elem, right_elem);
                if self.cx.rep.repr(wider) != self.cx.rep.repr(elem) {
                    // Items of the right that no item of the left can be equal to would have to be told apart.
                    self.unsupported_operation(op.symbol());
                    return (Expr::Unreachable("refused"), to);
                }
                let left = if in_place { left } else { self.collect_as(left, l, elem, wide) };
                let right = self.collect_as(right, r, elem, wide);
                let repr = self.cx.rep.repr(wide);
                self.binary_containers(op, (left, wide, &repr), (right, wide, &repr), to, in_place)
            }
            (BinOp::BitOr, Repr::Dict(..), Repr::Dict(..)) => {
                let wide = if in_place { l } else { to };
                let (left, l) = if in_place { (left, l) } else { self.refit(left, l, wide) };
                let (right, r) = self.refit(right, r, wide);
                let repr = self.cx.rep.repr(l);
                let other = self.cx.rep.repr(r);
                if !self.holds_the_same((l, &repr), (r, &other)) {
                    self.unsupported_operation(op.symbol());
                    return (Expr::Unreachable("refused"), to);
                }
                self.binary_containers(op, (left, l, &repr), (right, r, &repr), to, in_place)
            }
            _ => self.unsupported_update(op, (left, l), (right, r), in_place),
        }
    }

    /// Whether a tuple of so many items is one of the kinds of a type.
    fn holds_length(&self, ty: TypeId, n: usize) -> bool {
        self.cx.rep.atoms(ty).iter().any(|(_, atom)| matches!(atom, Atom::Tuple(items) if items.len() == n))
    }

    /// What `l | …` made, as the kind of dict that `to` is.
    fn as_merged(&mut self, merged: Expr, l: TypeId, to: TypeId) -> (Expr, TypeId) {
        let kind = |ty| match self.cx.rep.atoms(ty).first() {
            Some((_, Atom::Cont(kind, _))) => Some(*kind),
            _ => None,
        };
        match (kind(l), kind(to)) {
            (Some(Kind::Counter), Some(Kind::Dict)) => (merged.method("into_plain", Vec::new()), to),
            (Some(Kind::Dict | Kind::Counter), Some(Kind::OrderedDict)) => {
                (merged.method("into_ordered", Vec::new()), to)
            }
            _ => self.refit(merged, l, to),
        }
    }

    fn binary_method(
        &mut self,
        node: Node,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        to: TypeId,
        in_place: bool,
    ) -> (Expr, TypeId) {
        if in_place
            && let Some(value) = self.held_container_changed(node, op, (left.clone(), l), (right.clone(), r))
        {
            return (value, l);
        }
        if let Some(found) =
            self.method_pair(node, (op.method(), Some(op)), (left.clone(), l), (right.clone(), r), in_place)
        {
            return found;
        }
        let (a, b) = (self.cx.rep.repr(l), self.cx.rep.repr(r));
        if in_place && op == BinOp::Add && matches!(a, Repr::List(_) | Repr::Deque(_)) {
            return self.binary_containers(op, (left, l, &a), (right, r, &b), to, in_place);
        }
        if op == BinOp::Mul && self.has_index(l) != self.has_index(r) {
            let int = self.of(Atom::Int);
            return self.held_pair((left, l), (right, r), |cx, left, right| {
                let (left, right) = match cx.has_index(l) {
                    true => ((cx.index_of(left, l), int), (right, r)),
                    false => ((left, l), (cx.index_of(right, r), int)),
                };
                cx.binary_single(node, op, left, right, to, in_place)
            });
        }
        if self.underlying_type(l).is_some() || self.underlying_type(r).is_some() {
            return self.with_both_underlying((left, l), (right, r), |cx, left, right| {
                cx.binary_single(node, op, left, right, to, in_place)
            });
        }
        self.unsupported_update(op, (left, l), (right, r), in_place)
    }

    /// What the special methods of a stem give; `None` where neither operand has one.
    pub(crate) fn method_pair(
        &mut self,
        node: Node,
        (stem, op): (&str, Option<BinOp>),
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        in_place: bool,
    ) -> Option<(Expr, TypeId)> {
        let (l_atom, r_atom) = (self.first_atom(l), self.first_atom(r));
        let mut names = Vec::new();
        if in_place {
            names.push(format!("__i{stem}__"));
        }
        names.push(format!("__{stem}__"));
        let mut targets: Vec<(InstId, bool)> =
            names.iter().filter_map(|name| Some((self.method_target(node, name, l_atom)?, false))).collect();
        let reflected = self.method_target(node, &format!("__r{stem}__"), r_atom);
        let is_first = self.is_asked_first(r_atom, l_atom, &format!("__r{stem}__"), true);
        match reflected.filter(|_| is_first) {
            Some(target) => targets.insert(targets.len().min(usize::from(in_place)), (target, true)),
            None => targets.extend(reflected.map(|target| (target, true))),
        }
        let (&(first, is_reflected), rest) = targets.split_first()?;
        let is_calm = crate::coerce::is_calm(&left) && crate::coerce::is_calm(&right);
        if !self.may_not_implement(first) && (!is_reflected || is_calm) {
            return Some(self.operator_call(first, is_reflected, (left, l), (right, r)));
        }
        Some(self.held_pair((left, l), (right, r), |cx, left, right| {
            cx.first_implemented((op, in_place), (first, is_reflected), rest, ((left, l), (right, r)))
        }))
    }

    /// Whether the reflected `method` of the right operand is asked before the left operand is: its class derives from that
    /// of the left, and has the method (in another way, where `is_own`).
    pub(super) fn is_asked_first(&self, right: AtomId, left: AtomId, method: &str, is_own: bool) -> bool {
        let types = &self.cx.rep.inferred.types;
        let (Atom::Obj(derived, _), Atom::Obj(base, _)) = (types.get(right), types.get(left)) else {
            return false;
        };
        let classes = &self.cx.rep.inferred.classes;
        let field = Field::Attr(method.into());
        let found = |class: &ClassRef| {
            let mut order = classes[class.index()].mro.iter();
            let attribute = |class: &ClassRef| {
                let attrs = classes[class.index()].attrs;
                self.cx.rep.inferred.cells[attrs.index()].get(&field)
            };
            order.find_map(|class| Some(attribute(class)).filter(|ty| *ty != BOT))
        };
        derived != base
            && classes[derived.index()].mro.contains(base)
            && found(derived).is_some_and(|own| !is_own || found(base) != Some(own))
    }

    pub(super) fn may_not_implement(&self, target: InstId) -> bool {
        let ret = self.return_type(target);
        self.cx.rep.atoms(ret).iter().any(|(_, atom)| *atom == Atom::NotImplemented)
    }

    fn operator_call(
        &mut self,
        target: InstId,
        is_reflected: bool,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let ((receiver, _), (other, ty)) =
            if is_reflected { ((right, r), (left, l)) } else { ((left, l), (right, r)) };
        if self.never_meets(target, ty) {
            return (Expr::Unreachable("operands that never meet"), BOT);
        }
        let other = self.owned(other, ty);
        self.call_method_instance(target, receiver, vec![(other, ty)])
    }

    /// What the first method gives, or those after it where it answers `NotImplemented`; else `TypeError`.
    fn first_implemented(
        &mut self,
        (op, in_place): (Option<BinOp>, bool),
        (target, is_reflected): (InstId, bool),
        rest: &[(InstId, bool)],
        ((left, l), (right, r)): ((Expr, TypeId), (Expr, TypeId)),
    ) -> (Expr, TypeId) {
        let (value, ty) = self.operator_call(target, is_reflected, (left.clone(), l), (right.clone(), r));
        if !self.may_not_implement(target) {
            return (value, ty);
        }
        let (otherwise, otherwise_ty) = match rest.split_first() {
            Some((&next, rest)) => {
                self.first_implemented((op, in_place), next, rest, ((left, l), (right, r)))
            }
            None => match op {
                Some(op) => self.unsupported_update(op, (left, l), (right, r), in_place),
                None => self.undivided_operands((left, l), (right, r)),
            },
        };
        let answered = self.cx.rep.inferred.types.filter(ty, |atom| *atom != Atom::NotImplemented);
        let to = self.cx.rep.inferred.types.join(answered, otherwise_ty);
        if answered == BOT {
            return (crate::coerce::after(value, otherwise), otherwise_ty);
        }
        let value = self.dispatch(value, ty, to, &mut |_, value, one, (_, atom)| match atom {
            Atom::NotImplemented => (otherwise.clone(), otherwise_ty),
            _ => (value, one),
        });
        (value, to)
    }

    pub(crate) fn first_atom(&self, ty: TypeId) -> AtomId {
        self.cx.rep.atoms(ty).first().map_or(AtomId(0), |(id, _)| *id)
    }

    /// `x += n` in place, where Rust has the same.
    pub(crate) fn simple_update(
        &mut self,
        local: LocalId,
        declared: TypeId,
        op: BinOp,
        value: ExprId,
        new: TypeId,
        block: &mut Block,
    ) -> bool {
        if self.storage(local) != Storage::Plain {
            return false;
        }
        let (a, b) = (self.cx.rep.repr(declared), self.cx.rep.repr(self.type_of(value)));
        let rust_op = match (op, &a, &b) {
            (BinOp::Add, Repr::I64, Repr::I64 | Repr::Bool) | (BinOp::Add, Repr::Float, Repr::Float) => {
                rir::BinOp::Add
            }
            (BinOp::Sub, Repr::I64, Repr::I64 | Repr::Bool) | (BinOp::Sub, Repr::Float, Repr::Float) => {
                rir::BinOp::Sub
            }
            (BinOp::Mul, Repr::Float, Repr::Float) => rir::BinOp::Mul,
            (BinOp::BitAnd, Repr::I64, Repr::I64) => rir::BinOp::BitAnd,
            (BinOp::BitOr, Repr::I64, Repr::I64) => rir::BinOp::BitOr,
            (BinOp::BitXor, Repr::I64, Repr::I64) => rir::BinOp::BitXor,
            (BinOp::Add, Repr::Str, Repr::Str) => {
                let name = Expr::local(self.cx.rust_name(local));
                let right = self.place(value);
                let push = match right {
                    // The text and what is appended may be one string.
                    Expr::Path(_) => name.method("push", vec![right.cloned().by_ref()]),
                    right => name.method("push", vec![right.by_ref()]),
                };
                block.stmts.push(Stmt::Expr(push));
                return true;
            }
            _ => return false,
        };
        if self.cx.rep.repr(new) != a {
            return false;
        }
        let right = self.value_as(value, declared);
        let name = Expr::local(self.cx.rust_name(local));
        block.stmts.push(Stmt::Expr(Expr::AssignOp(rust_op, Box::new(name), Box::new(right))));
        true
    }
}
