//! Operators: rows by the heads of the operands, and the special methods of the program's classes.

use portalis_diag::Span;
use portalis_hir::{BinOp, CmpOp, ExprId, ExprKind, UnaryOp};

use super::Walk;
use crate::cell::{Field, Node};
use crate::diagnostics;
use crate::growth::Width;
use crate::ty::{Atom, AtomId, BOT, Kind, TypeId};
use crate::underlying::changes_in_place;

/// Where a number stands in Python's tower.
fn rank(atom: &Atom) -> Option<u8> {
    match atom {
        Atom::Bool => Some(0),
        Atom::Nat => Some(1),
        Atom::Int => Some(2),
        Atom::BigInt => Some(3),
        Atom::Float => Some(4),
        Atom::Complex => Some(5),
        _ => None,
    }
}

impl Walk<'_, '_> {
    /// `op operand`.
    pub(crate) fn unary(&mut self, id: ExprId, op: UnaryOp, operand: TypeId) -> TypeId {
        let mut joined = BOT;
        for (atom_id, atom) in self.atoms(operand) {
            let ty = match (op, &atom) {
                (_, Atom::Unknown) => self.of(Atom::Unknown),
                (UnaryOp::Not, _) => self.of(Atom::Bool),
                (_, Atom::Obj(class, _)) => {
                    let method = match op {
                        UnaryOp::Neg => "__neg__",
                        UnaryOp::Pos => "__pos__",
                        UnaryOp::Invert | UnaryOp::Not => "__invert__",
                    };
                    match self.underlying(&atom) {
                        Some(value) if !self.class_has(*class, method) => self.unary(id, op, value),
                        _ => self.call_method(Node::Expr(id), method, atom_id, Vec::new()),
                    }
                }
                (_, Atom::Native(_)) => {
                    let method = match op {
                        UnaryOp::Neg => "__neg__",
                        UnaryOp::Pos => "__pos__",
                        UnaryOp::Invert | UnaryOp::Not => "__invert__",
                    };
                    self.native_method(Node::Expr(id), atom_id, method, &[], Span::default()).unwrap_or(BOT)
                }
                (UnaryOp::Neg | UnaryOp::Pos, Atom::Cont(Kind::Counter, cell)) => {
                    let (k, v) = (self.s.read(*cell, &Field::Elem), self.s.read(*cell, &Field::Value));
                    let v = self.plain_int(v);
                    self.new_dict(Node::Expr(id), "counter", Kind::Counter, k, v, Span::default())
                }
                (UnaryOp::Neg, Atom::Bool | Atom::Nat | Atom::Int) => self.of(Atom::Int),
                (UnaryOp::Pos, Atom::Bool) => self.of(Atom::Nat),
                (UnaryOp::Invert, Atom::Bool | Atom::Nat | Atom::Int) => self.of(Atom::Int),
                (UnaryOp::Invert, Atom::BigInt)
                | (UnaryOp::Neg, Atom::BigInt | Atom::Float | Atom::Complex)
                | (UnaryOp::Pos, Atom::Nat | Atom::Int | Atom::BigInt | Atom::Float | Atom::Complex) => {
                    self.s.types.of_id(atom_id)
                }
                _ => BOT,
            };
            joined = self.join(joined, ty);
        }
        joined
    }

    /// `left op right`; `in_place` for augmented assignment; `node` says how wide an integer comes out.
    #[expect(clippy::too_many_arguments, reason = "an operation is all of these")]
    pub(crate) fn binary(
        &mut self,
        node: Node,
        op: BinOp,
        left: TypeId,
        right: TypeId,
        in_place: bool,
        span: Span,
        right_expr: Option<ExprId>,
    ) -> TypeId {
        let mut joined = BOT;
        if !self.pairs_are_few(left, right) {
            return BOT;
        }
        for (l_id, l) in self.atoms(left) {
            for (r_id, r) in self.atoms(right) {
                let ty = self.binary_atoms(
                    node,
                    op,
                    (l_id, &l, left),
                    (r_id, &r, right),
                    in_place,
                    span,
                    right_expr,
                );
                joined = self.join(joined, ty);
            }
        }
        joined
    }

    /// Whether an augmented assignment changes the container that an object holds, and gives the object.
    fn changes_in_place(&mut self, left: &Atom, op: BinOp, right: &Atom) -> bool {
        let Atom::Obj(class, _) = left else { return false };
        let Some(base) = self.s.classes[class.index()].base_value else { return false };
        let value = self.underlying(right).and_then(|ty| self.s.types.atoms(ty).next().cloned());
        changes_in_place(base, op, value.as_ref().unwrap_or(right))
            && !self.class_has(*class, &format!("__i{}__", op.method()))
    }

    #[expect(clippy::too_many_arguments, reason = "an operation is all of these")]
    fn binary_atoms(
        &mut self,
        node: Node,
        op: BinOp,
        (l_id, l, left): (AtomId, &Atom, TypeId),
        (r_id, r, right): (AtomId, &Atom, TypeId),
        in_place: bool,
        span: Span,
        right_expr: Option<ExprId>,
    ) -> TypeId {
        if matches!(l, Atom::Unknown) || matches!(r, Atom::Unknown) {
            return self.of(Atom::Unknown);
        }
        if in_place && self.changes_in_place(l, op, r) {
            let l_value = self.underlying(l).unwrap_or(BOT);
            let r_value = self.underlying(r).unwrap_or_else(|| self.s.types.of_id(r_id));
            let changed = self.binary(node, op, l_value, r_value, true, span, right_expr);
            return if changed == BOT { BOT } else { self.s.types.of_id(l_id) };
        }
        if matches!(l, Atom::Obj(..)) || matches!(r, Atom::Obj(..)) {
            let found = self.binary_method(node, op, (l_id, l, left), (r_id, r, right), in_place);
            let (l_value, r_value) = (self.underlying(l), self.underlying(r));
            if found == BOT
                && let (BinOp::Add, true, Atom::Cont(Kind::List | Kind::Deque, cell), Atom::Obj(class, _)) =
                    (op, in_place, l, r)
                && !self.class_has(*class, "__radd__")
            {
                // It is extended by whatever gives items.
                let (list, r_ty) = (self.s.types.of_id(l_id), self.s.types.of_id(r_id));
                let elem = self.items_of(r_ty, node, span);
                self.s.write(*cell, Field::Elem, elem);
                return list;
            }
            if found == BOT && op == BinOp::Mul {
                // `[0] * size`, where the size is an object.
                let (l_ty, r_ty) = (self.s.types.of_id(l_id), self.s.types.of_id(r_id));
                let (l_size, r_size) = (self.index_of(node, l_ty), self.index_of(node, r_ty));
                let is_number =
                    |walk: &Self, ty: TypeId| walk.s.types.atoms(ty).all(|atom| rank(atom).is_some());
                let repeats = !is_number(self, l_ty) && !is_number(self, r_ty);
                if repeats && ((l_size != l_ty && r_size == r_ty) || (l_size == l_ty && r_size != r_ty)) {
                    return self.binary(node, op, l_size, r_size, in_place, span, right_expr);
                }
            }
            if found != BOT || (l_value.is_none() && r_value.is_none()) {
                return found;
            }
            if in_place
                && matches!(l_value, Some(ty) if self.s.types.atoms(ty).any(|atom| matches!(atom, Atom::Cont(..))))
            {
                let what = "an operator in place on an object that derives from a builtin type";
                self.s.report(diagnostics::unsupported_op(span, what));
            }
            // What these give is of the derived class.
            let base = match l {
                Atom::Obj(class, _) => self.s.classes[class.index()].base_value,
                _ => None,
            };
            if matches!(
                (base, op),
                (Some("deque"), BinOp::Add | BinOp::Mul)
                    | (Some("OrderedDict" | "defaultdict"), BinOp::BitOr)
            ) {
                self.s.report(diagnostics::unsupported_op(span, "this operator of a derived container"));
            }
            let l_value = l_value.unwrap_or_else(|| self.s.types.of_id(l_id));
            let r_value = r_value.unwrap_or_else(|| self.s.types.of_id(r_id));
            return self.binary(node, op, l_value, r_value, in_place, span, right_expr);
        }
        if matches!(l, Atom::Native(_)) || matches!(r, Atom::Native(_)) {
            let found = self.native_operator(node, op, l_id, r_id, in_place, span);
            if let Some(ty) = found {
                return ty;
            }
        }
        if let (Some(a), Some(b)) = (rank(l), rank(r)) {
            return self.numbers(node, op, (a, l), (b, r), right_expr);
        }
        let l_ty = self.s.types.of_id(l_id);
        let r_ty = self.s.types.of_id(r_id);
        match (op, l, r) {
            (BinOp::Add, Atom::Str, Atom::Str) => self.of(Atom::Str),
            (BinOp::Add, Atom::Bytes, Atom::Bytes) => self.of(Atom::Bytes),
            (BinOp::Mod, Atom::Str, _) => {
                self.str_of(r_ty);
                if let Atom::Tuple(items) = r {
                    for &item in items.iter() {
                        self.str_of(item);
                    }
                }
                self.of(Atom::Str)
            }
            // Bytes show bytes, and numbers, as they are.
            (BinOp::Mod, Atom::Bytes, _) => l_ty,
            (BinOp::Mul, Atom::Str | Atom::Bytes, _) if rank(r).is_some_and(|rank| rank <= 3) => l_ty,
            (BinOp::Mul, _, Atom::Str | Atom::Bytes) if rank(l).is_some_and(|rank| rank <= 3) => r_ty,
            (BinOp::Mul, Atom::Cont(Kind::List | Kind::Deque, cell), _)
                if rank(r).is_some_and(|rank| rank <= 3) =>
            {
                if in_place {
                    return l_ty;
                }
                let Atom::Cont(kind, _) = l else { return BOT };
                let elem = self.s.read(*cell, &Field::Elem);
                self.s.container(node, "repeat", *kind, elem, span)
            }
            (BinOp::Mul, _, Atom::Cont(kind @ (Kind::List | Kind::Deque), cell))
                if rank(l).is_some_and(|rank| rank <= 3) =>
            {
                let elem = self.s.read(*cell, &Field::Elem);
                self.s.container(node, "repeat", *kind, elem, span)
            }
            (BinOp::Mul, Atom::Tuple(_) | Atom::TupleVar(_), _) if rank(r).is_some_and(|rank| rank <= 3) => {
                let elem = self.items_of(l_ty, node, span);
                self.tuple_var(node, "repeat", elem, span)
            }
            (BinOp::Mul, _, Atom::Tuple(_) | Atom::TupleVar(_)) if rank(l).is_some_and(|rank| rank <= 3) => {
                let elem = self.items_of(r_ty, node, span);
                self.tuple_var(node, "repeat", elem, span)
            }
            (BinOp::Add, Atom::Cont(kind @ (Kind::List | Kind::Deque), cell), _) if in_place => {
                let _ = kind;
                let elem = self.items_of(r_ty, node, span);
                self.s.write(*cell, Field::Elem, elem);
                l_ty
            }
            (BinOp::Add, Atom::Cont(Kind::List, a), Atom::Cont(Kind::List, b)) => {
                let (a, b) = (self.s.read(*a, &Field::Elem), self.s.read(*b, &Field::Elem));
                let elem = self.join(a, b);
                self.s.container(node, "concat", Kind::List, elem, span)
            }
            (BinOp::Add, Atom::Tuple(a), Atom::Tuple(b))
                if a.len() + b.len() <= crate::ty::MAX_TUPLE_ITEMS =>
            {
                let items: Vec<TypeId> = a.iter().chain(b.iter()).copied().collect();
                // A tuple that grows in a loop would nest in length for ever.
                if items.len() > 8 {
                    let joined = self.s.types.join_all(items);
                    return self.tuple_var(node, "concat", joined, span);
                }
                self.of(Atom::Tuple(items.into()))
            }
            (BinOp::Add, Atom::Tuple(_) | Atom::TupleVar(_), Atom::Tuple(_) | Atom::TupleVar(_)) => {
                let (a, b) = (self.items_of(l_ty, node, span), self.items_of(r_ty, node, span));
                let elem = self.join(a, b);
                self.tuple_var(node, "concat", elem, span)
            }
            (BinOp::Add, Atom::Cont(Kind::Deque, a), Atom::Cont(Kind::Deque, b)) => {
                let (a, b) = (self.s.read(*a, &Field::Elem), self.s.read(*b, &Field::Elem));
                let elem = self.join(a, b);
                self.s.container(node, "concat", Kind::Deque, elem, span)
            }
            (
                BinOp::Add | BinOp::Sub | BinOp::BitAnd | BinOp::BitOr,
                Atom::Cont(Kind::Counter, left_cell),
                Atom::Cont(right_kind, b),
            ) if *right_kind == Kind::Counter
                || (in_place && right_kind.is_dict() && op != BinOp::BitAnd) =>
            {
                let (ka, va) =
                    (self.s.read(*left_cell, &Field::Elem), self.s.read(*left_cell, &Field::Value));
                let (kb, vb) = (self.s.read(*b, &Field::Elem), self.s.read(*b, &Field::Value));
                let (k, v) = (self.join(ka, kb), self.join(va, vb));
                let v = self.plain_int(v);
                if in_place {
                    self.s.write(*left_cell, Field::Elem, k);
                    self.s.write(*left_cell, Field::Value, v);
                    return l_ty;
                }
                self.new_dict(node, "counter", Kind::Counter, k, v, span)
            }
            (BinOp::BitOr, Atom::Cont(kind, a), Atom::Cont(other, b))
                if kind.is_dict() && other.is_dict() =>
            {
                let (ka, va) = (self.s.read(*a, &Field::Elem), self.s.read(*a, &Field::Value));
                let (kb, vb) = (self.s.read(*b, &Field::Elem), self.s.read(*b, &Field::Value));
                if in_place {
                    self.s.write(*a, Field::Elem, kb);
                    self.s.write(*a, Field::Value, vb);
                    return l_ty;
                }
                let Some(kind) = merged(*kind, *other) else {
                    self.s.report(diagnostics::unsupported_op(span, "`|` of a dict and a defaultdict"));
                    return BOT;
                };
                let (k, v) = (self.join(ka, kb), self.join(va, vb));
                self.new_dict(node, "merge", kind, k, v, span)
            }
            (
                BinOp::Sub | BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor,
                Atom::Cont(a_kind, a),
                Atom::Cont(b_kind, b),
            ) if is_plain_set(*a_kind) && is_plain_set(*b_kind) => {
                let (ea, eb) = (self.s.read(*a, &Field::Elem), self.s.read(*b, &Field::Elem));
                // What is in one of them is looked for in the other.
                self.compared(ea, eb);
                let grows = matches!(op, BinOp::BitOr | BinOp::BitXor);
                let kind = if *a_kind == Kind::FrozenSet { Kind::FrozenSet } else { Kind::Set };
                if in_place && kind == Kind::Set && *a_kind == Kind::Set {
                    if grows {
                        self.s.write(*a, Field::Elem, eb);
                    }
                    return l_ty;
                }
                let elem = if grows { self.join(ea, eb) } else { ea };
                self.s.container(node, "setop", kind, elem, span)
            }
            (BinOp::BitOr, _, _)
                if is_class_like(l) && is_class_like(r) && (l, r) != (&Atom::None, &Atom::None) =>
            {
                self.of(Atom::Builtin("types.UnionType".into()))
            }
            (BinOp::Mod, Atom::Native("bytearray"), _) => {
                self.s.report(diagnostics::unsupported_op(span, "`%` of a bytearray"));
                BOT
            }
            // A dict takes pairs in place, and views of dicts take any iterable: neither raises.
            (BinOp::BitOr, Atom::Cont(kind, _), _) if in_place && kind.is_dict() && is_iterable(r) => {
                self.s.report(diagnostics::unsupported_op(span, "`|=` of a dict and what is no dict"));
                BOT
            }
            (
                BinOp::Sub | BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor,
                Atom::Cont(Kind::DictKeys | Kind::DictItems, _),
                other,
            )
            | (
                BinOp::Sub | BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor,
                other,
                Atom::Cont(Kind::DictKeys | Kind::DictItems, _),
            ) if is_iterable(other) => {
                let (left, right) = (self.of(l.clone()), self.of(r.clone()));
                let (ea, eb) = (self.items_of(left, node, span), self.items_of(right, node, span));
                self.hash_and_eq(node, ea);
                self.hash_and_eq(node, eb);
                self.compared(ea, eb);
                let elem = match op {
                    BinOp::Sub => ea,
                    _ => self.join(ea, eb),
                };
                self.s.container(node, "setop", Kind::Set, elem, span)
            }
            _ => BOT,
        }
    }

    /// An operator of a library class: in place, of the left operand, reflected.
    fn native_operator(
        &mut self,
        node: Node,
        op: BinOp,
        left: AtomId,
        right: AtomId,
        in_place: bool,
        span: Span,
    ) -> Option<TypeId> {
        let stem = op.method();
        if in_place && let Some(ty) = self.native_method(node, left, &format!("__i{stem}__"), &[right], span)
        {
            return Some(ty);
        }
        self.native_method(node, left, &format!("__{stem}__"), &[right], span)
            .or_else(|| self.native_method(node, right, &format!("__r{stem}__"), &[left], span))
    }

    /// Arithmetic on `int`, `bool`, `float` and `complex`.
    fn numbers(
        &mut self,
        node: Node,
        op: BinOp,
        (a, l): (u8, &Atom),
        (b, r): (u8, &Atom),
        right_expr: Option<ExprId>,
    ) -> TypeId {
        const NAT: u8 = 1;
        const BIG: u8 = 3;
        const FLOAT: u8 = 4;
        let highest = a.max(b);
        let width = self.s.growth.width(node);
        if highest > BIG {
            return match op {
                BinOp::Shl | BinOp::Shr | BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor | BinOp::MatMul => BOT,
                BinOp::FloorDiv | BinOp::Mod if highest > FLOAT => BOT,
                BinOp::Pow if highest == FLOAT && !self.is_real_power(l, right_expr) => self.of(Atom::Float),
                _ => self.of(if highest == FLOAT { Atom::Float } else { Atom::Complex }),
            };
        }
        let whole = |walk: &mut Self, not_negative: bool| {
            let atom = match (highest > 2 || width == Width::Any, not_negative) {
                (true, _) => Atom::BigInt,
                (false, true) => Atom::Nat,
                (false, false) => Atom::Int,
            };
            walk.of(atom)
        };
        match op {
            BinOp::Add | BinOp::Mul => whole(self, highest <= NAT),
            BinOp::Sub => whole(self, false),
            BinOp::Div => self.of(Atom::Float),
            BinOp::FloorDiv => whole(self, highest <= NAT),
            // The result lies between zero and the divisor.
            BinOp::Mod if b < BIG => self.of(if b <= NAT { Atom::Nat } else { Atom::Int }),
            BinOp::Mod => self.of(Atom::BigInt),
            BinOp::Pow => self.power(a, b, width, right_expr),
            BinOp::Shl => {
                let literal = right_expr.and_then(|expr| self.literal(expr));
                let is_small = match width {
                    Width::Narrow => true,
                    Width::Usual => literal.is_some_and(|n| (0..=16).contains(&n)),
                    Width::Any => false,
                };
                if is_small { whole(self, highest <= NAT) } else { self.of(Atom::BigInt) }
            }
            BinOp::Shr => self.of(match a {
                BIG => Atom::BigInt,
                a if a <= NAT => Atom::Nat,
                _ => Atom::Int,
            }),
            BinOp::BitAnd if *l == Atom::Bool && *r == Atom::Bool => self.of(Atom::Bool),
            BinOp::BitOr | BinOp::BitXor if *l == Atom::Bool && *r == Atom::Bool => self.of(Atom::Bool),
            // A mask that is not negative bounds the result.
            BinOp::BitAnd if a <= NAT || b <= NAT => self.of(Atom::Nat),
            BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor => whole(self, highest <= NAT),
            BinOp::MatMul => BOT,
        }
    }

    /// Whether a float power may leave the reals: a negative base with a fractional exponent is `complex`, which the
    /// runtime traps.
    fn is_real_power(&self, _base: &Atom, _exponent: Option<ExprId>) -> bool {
        false
    }

    /// `int ** int` is a float for a negative exponent.
    fn power(&mut self, a: u8, b: u8, width: Width, exponent: Option<ExprId>) -> TypeId {
        let literal = exponent.and_then(|expr| self.literal(expr));
        match literal {
            Some(0..=3) if a <= 2 && width != Width::Any => {
                self.of(if a <= 1 || literal == Some(2) { Atom::Nat } else { Atom::Int })
            }
            Some(n) if n < 0 => self.of(Atom::Float),
            Some(_) | None if a <= 2 && (literal.is_some() || b <= 1) && width == Width::Narrow => {
                self.of(if a <= 1 { Atom::Nat } else { Atom::Int })
            }
            Some(_) => self.of(Atom::BigInt),
            None if b <= 1 => self.of(Atom::BigInt),
            None => {
                let (big, float) = (self.of(Atom::BigInt), self.of(Atom::Float));
                self.join(big, float)
            }
        }
    }

    /// The value of an integer literal, with sign.
    pub(crate) fn literal(&self, expr: ExprId) -> Option<i64> {
        let module = self.module();
        match &module[expr].kind {
            ExprKind::Int(value) => Some(*value),
            ExprKind::Bool(value) => Some(i64::from(*value)),
            ExprKind::Unary { op: UnaryOp::Neg, operand } => self.literal(*operand)?.checked_neg(),
            _ => None,
        }
    }

    /// `l op r` where one is an object, with everything that each operand may be: in-place form, the left operand's method, then the right's reflected one
    /// (Language Reference, 3.3.8).
    fn binary_method(
        &mut self,
        node: Node,
        op: BinOp,
        (l_id, l, l_ty): (AtomId, &Atom, TypeId),
        (r_id, r, r_ty): (AtomId, &Atom, TypeId),
        in_place: bool,
    ) -> TypeId {
        let found = self.methods_of_pair(node, op.method(), (l_id, l, l_ty), (r_id, r, r_ty), in_place);
        if op == BinOp::Mod && *l == Atom::Str {
            self.str_of(r_ty);
            return self.of(Atom::Str);
        }
        found
    }

    /// What the special methods of a stem give, the left operand's and the right one's.
    pub(super) fn methods_of_pair(
        &mut self,
        node: Node,
        stem: &str,
        (l_id, l, l_ty): (AtomId, &Atom, TypeId),
        (r_id, r, r_ty): (AtomId, &Atom, TypeId),
        in_place: bool,
    ) -> TypeId {
        let mut joined = BOT;
        let reflected: portalis_hir::Name = (&*format!("__r{stem}__")).into();
        // A method that the right operand's class has in another way than that of the left, which it derives from, is
        // asked before the left operand's.
        let is_right_first = self.derives(r, l) && {
            let own = |walk: &mut Self, atom: &Atom| match atom {
                Atom::Obj(class, _) => walk.class_attribute(*class, &reflected),
                _ => BOT,
            };
            let (mine, theirs) = (own(self, l), own(self, r));
            theirs != BOT && mine != theirs
        };
        let mut methods = Vec::new();
        if in_place {
            methods.push((format!("__i{stem}__"), false));
        }
        if is_right_first {
            methods.push((reflected.to_string(), true));
        }
        methods.push((format!("__{stem}__"), false));
        if let Atom::Obj(class, _) = l {
            for (method, is_reflected) in methods {
                if is_reflected {
                    let ty = self.call_method(node, &method, r_id, vec![l_ty]);
                    if !self.s.types.contains(ty, &Atom::NotImplemented) {
                        return self.join(joined, ty);
                    }
                    continue;
                }
                if !self.class_has(*class, &method) {
                    continue;
                }
                let ty = self.call_method(node, &method, l_id, vec![r_ty]);
                let value = self.s.types.filter(ty, |atom| *atom != Atom::NotImplemented);
                joined = self.join(joined, value);
                if !self.s.types.contains(ty, &Atom::NotImplemented) {
                    return joined;
                }
            }
        }
        if let Atom::Obj(class, _) = r
            && l != r
        {
            let method = format!("__r{stem}__");
            if self.class_has(*class, &method) {
                let ty = self.call_method(node, &method, r_id, vec![l_ty]);
                let value = self.s.types.filter(ty, |atom| *atom != Atom::NotImplemented);
                joined = self.join(joined, value);
            }
        }
        joined
    }

    /// Whether the class of the object `derived` is another one than that of `base`, and derives from it: its methods are
    /// asked first then (Language Reference, 3.3.8).
    fn derives(&self, derived: &Atom, base: &Atom) -> bool {
        matches!((derived, base), (Atom::Obj(derived, _), Atom::Obj(base, _))
            if derived != base && self.s.classes[derived.index()].mro.contains(base))
    }

    // ---- comparisons

    /// `left op right`.
    pub(crate) fn compare_types(
        &mut self,
        node: Node,
        op: CmpOp,
        left: TypeId,
        right: TypeId,
        span: Span,
    ) -> TypeId {
        match op {
            CmpOp::Is | CmpOp::IsNot => self.of(Atom::Bool),
            CmpOp::In | CmpOp::NotIn => self.membership(node, left, right, span),
            CmpOp::Eq | CmpOp::Ne => self.equality(node, op, left, right),
            CmpOp::Lt | CmpOp::Le | CmpOp::Gt | CmpOp::Ge => self.ordering(node, op, left, right),
        }
    }

    fn equality(&mut self, node: Node, op: CmpOp, left: TypeId, right: TypeId) -> TypeId {
        let mut joined = BOT;
        if !self.pairs_are_few(left, right) {
            return BOT;
        }
        for (l_id, l) in self.atoms(left) {
            for (r_id, r) in self.atoms(right) {
                let ty = self.rich_compare(node, op, (l_id, &l, left), (r_id, &r, right));
                let ty = match ty {
                    Some(ty) => ty,
                    None => {
                        let l_ty = self.s.types.of_id(l_id);
                        let r_ty = self.s.types.of_id(r_id);
                        self.eq_of(l_ty);
                        self.eq_of(r_ty);
                        self.meet(node, l_ty, r_ty);
                        self.of(Atom::Bool)
                    }
                };
                joined = self.join(joined, ty);
            }
        }
        joined
    }

    /// A comparison through special methods; `None` where the classes have none.
    fn rich_compare(
        &mut self,
        node: Node,
        op: CmpOp,
        (l_id, l, l_ty): (AtomId, &Atom, TypeId),
        (r_id, r, r_ty): (AtomId, &Atom, TypeId),
    ) -> Option<TypeId> {
        let method = compare_method(op);
        let reflected = compare_method(swapped(op));
        let mut answered = None;
        if let Atom::Obj(class, _) = r
            && self.derives(r, l)
        {
            let names = [reflected, if op == CmpOp::Ne { "__eq__" } else { reflected }];
            if let Some(name) = names.into_iter().find(|name| self.class_has(*class, name)) {
                let ty = self.call_method(node, name, r_id, vec![l_ty]);
                if !self.s.types.contains(ty, &Atom::NotImplemented) {
                    return Some(self.as_answer(node, op, name, ty));
                }
            }
        }
        for (class, receiver, name, other) in [(l, l_id, method, r_ty), (r, r_id, reflected, l_ty)] {
            let Atom::Obj(class, _) = class else { continue };
            let name = if self.class_has(*class, name) {
                name
            } else if op == CmpOp::Ne && self.class_has(*class, "__eq__") {
                "__eq__"
            } else {
                continue;
            };
            // The method of one object that may stand on either side is one call.
            let is_both = matches!(op, CmpOp::Eq | CmpOp::Ne)
                && [l_ty, r_ty].iter().all(|&side| self.s.types.ids(side).contains(&receiver));
            let other = if is_both { self.join(l_ty, r_ty) } else { other };
            let ty = self.call_method(node, name, receiver, vec![other]);
            let value = self.s.types.filter(ty, |atom| *atom != Atom::NotImplemented);
            let value = self.as_answer(node, op, name, value);
            answered = Some(match answered {
                Some(old) => self.join(old, value),
                None => value,
            });
            if !self.s.types.contains(ty, &Atom::NotImplemented) {
                return answered;
            }
        }
        if answered.is_some() && matches!(op, CmpOp::Eq | CmpOp::Ne) {
            let boolean = self.of(Atom::Bool);
            return answered.map(|ty| self.join(ty, boolean));
        }
        answered
    }

    /// What a comparison gives where method `name` gave `ty`: `!=` without a `__ne__` negates the truth of `__eq__`.
    fn as_answer(&mut self, node: Node, op: CmpOp, name: &str, ty: TypeId) -> TypeId {
        if op != CmpOp::Ne || name != "__eq__" || ty == BOT {
            return ty;
        }
        self.truth_calls(node, ty);
        self.of(Atom::Bool)
    }

    /// Counts the pairs of kinds that an operator meets. Unions of hundreds of kinds come from recursion that nests values
    /// ever deeper: the solver gives up before it spends minutes on them.
    pub(super) fn pairs_are_few(&mut self, left: TypeId, right: TypeId) -> bool {
        self.s.pairs += self.s.types.ids(left).len() * self.s.types.ids(right).len();
        self.s.gave_up |= self.s.pairs > self.s.precision.pairs;
        !self.s.gave_up
    }

    fn ordering(&mut self, node: Node, op: CmpOp, left: TypeId, right: TypeId) -> TypeId {
        let mut joined = BOT;
        if !self.pairs_are_few(left, right) {
            return BOT;
        }
        for (l_id, l) in self.atoms(left) {
            for (r_id, r) in self.atoms(right) {
                let ty = self.ordering_atoms(node, op, (l_id, &l, left), (r_id, &r, right));
                joined = self.join(joined, ty);
            }
        }
        joined
    }

    /// Whether objects in a type have both an `__eq__` and an order of their own.
    fn has_equality_and_order(&self, ty: TypeId) -> bool {
        self.atoms(ty).into_iter().any(|(_, atom)| match atom {
            Atom::Obj(class, _) => {
                let has = |name| self.class_has(class, name);
                has("__eq__") && (has("__lt__") || has("__gt__"))
            }
            _ => false,
        })
    }

    fn ordering_atoms(
        &mut self,
        node: Node,
        op: CmpOp,
        l: (AtomId, &Atom, TypeId),
        r: (AtomId, &Atom, TypeId),
    ) -> TypeId {
        if matches!(l.1, Atom::Unknown) || matches!(r.1, Atom::Unknown) {
            return self.of(Atom::Unknown);
        }
        if let Some(ty) = self.rich_compare(node, op, l, r) {
            return ty;
        }
        let (l_value, r_value) = (self.underlying(l.1), self.underlying(r.1));
        if l_value.is_some() || r_value.is_some() {
            let l_value = l_value.unwrap_or_else(|| self.s.types.of_id(l.0));
            let r_value = r_value.unwrap_or_else(|| self.s.types.of_id(r.0));
            return self.ordering(node, op, l_value, r_value);
        }
        let is_real = |atom: &Atom| rank(atom).is_some_and(|rank| rank <= 4);
        if matches!(l.1, Atom::Native(_)) || matches!(r.1, Atom::Native(_)) {
            let span = Span::default();
            let swapped = compare_method(swapped(op));
            return self
                .native_method(node, l.0, compare_method(op), &[r.0], span)
                .or_else(|| self.native_method(node, r.0, swapped, &[l.0], span))
                .unwrap_or(BOT);
        }
        match (l.1, r.1) {
            (a, b) if is_real(a) && is_real(b) => self.of(Atom::Bool),
            (Atom::Str, Atom::Str) | (Atom::Bytes, Atom::Bytes) => self.of(Atom::Bool),
            (Atom::Tuple(a), Atom::Tuple(b)) => {
                for (&x, &y) in a.iter().zip(b.iter()) {
                    self.eq_of(x);
                    self.eq_of(y);
                    self.lt_of(node, x, y);
                }
                let ends = a.last().into_iter().chain(b.last());
                if ends.copied().any(|end| self.has_equality_and_order(end)) {
                    // Item by item: see `tuple_order` of lowering.
                    for (&x, &y) in a.iter().zip(b.iter()) {
                        self.equality(node, CmpOp::Eq, x, y);
                        self.ordering(node, op, x, y);
                    }
                }
                self.of(Atom::Bool)
            }
            (Atom::Tuple(_) | Atom::TupleVar(_), Atom::Tuple(_) | Atom::TupleVar(_))
            | (Atom::Cont(Kind::List, _), Atom::Cont(Kind::List, _))
            | (Atom::Cont(Kind::Deque, _), Atom::Cont(Kind::Deque, _)) => {
                let (x, y) = (self.s.types.of_id(l.0), self.s.types.of_id(r.0));
                let span = Span::default();
                let (x, y) = (self.items_of(x, node, span), self.items_of(y, node, span));
                self.eq_of(x);
                self.eq_of(y);
                self.lt_of(node, x, y);
                self.of(Atom::Bool)
            }
            (Atom::Cont(a, x), Atom::Cont(b, y))
                if [a, b].into_iter().all(|kind| is_set(*kind) || *kind == Kind::DictItems) =>
            {
                let (x, y) = (self.s.read(*x, &Field::Elem), self.s.read(*y, &Field::Elem));
                self.compared(x, y);
                self.of(Atom::Bool)
            }
            (Atom::Cont(Kind::Counter, _), Atom::Cont(Kind::Counter, _)) => self.of(Atom::Bool),
            // `@dataclass(order=True)`: as tuples of the fields.
            (Atom::Obj(a, a_cell), Atom::Obj(b, b_cell)) if a == b => {
                let Some(dataclass) = self.dataclass_of(*a).filter(|dataclass| dataclass.order) else {
                    return BOT;
                };
                let (one, other) = (self.s.types.of_id(l.0), self.s.types.of_id(r.0));
                self.compared(one, other);
                for name in dataclass.compared() {
                    let field = Field::Attr(name.clone());
                    let (x, y) = (self.s.read(*a_cell, &field), self.s.read(*b_cell, &field));
                    self.eq_of(x);
                    self.eq_of(y);
                    self.lt_of(node, x, y);
                }
                self.of(Atom::Bool)
            }
            _ => BOT,
        }
    }

    fn membership(&mut self, node: Node, item: TypeId, container: TypeId, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(container) {
            let one = self.s.types.of_id(id);
            let ty = match &atom {
                Atom::Obj(class, _) => {
                    if self.class_has(*class, "__contains__") {
                        self.call_method(node, "__contains__", id, vec![item]);
                        self.of(Atom::Bool)
                    } else if let Some(value) = self.underlying(&atom) {
                        self.membership(node, item, value, span)
                    } else {
                        let elem = self.items_of(one, node, span);
                        self.eq_of(elem);
                        self.eq_of(item);
                        self.meet(node, elem, item);
                        self.of(Atom::Bool)
                    }
                }
                Atom::Class(class) if self.s.classes[class.index()].enumeration.is_some() => {
                    self.of(Atom::Bool)
                }
                Atom::Str => {
                    let text = self.s.types.filter(item, |atom| matches!(atom, Atom::Str | Atom::Unknown));
                    if text == BOT { BOT } else { self.of(Atom::Bool) }
                }
                Atom::Cont(kind, cell) if kind.is_dict() || is_set(*kind) => {
                    if *kind != Kind::DictKeys {
                        self.looked_up(*cell, item);
                    }
                    self.hash_and_eq(node, item);
                    let elem = self.s.read(*cell, &Field::Elem);
                    self.meet(node, elem, item);
                    self.of(Atom::Bool)
                }
                Atom::Unknown => self.of(Atom::Unknown),
                Atom::Native(class) if self.s.table.iteration_word(class).is_some() => self.of(Atom::Bool),
                Atom::Cont(..)
                | Atom::Tuple(_)
                | Atom::TupleVar(_)
                | Atom::Range
                | Atom::NatRange
                | Atom::Bytes => {
                    let elem = self.items_of(one, node, span);
                    self.eq_of(elem);
                    self.eq_of(item);
                    self.meet(node, elem, item);
                    self.of(Atom::Bool)
                }
                _ => {
                    if let Atom::Class(_) = atom {
                        self.s.report(diagnostics::unsupported_op(span, "`in` on a class"));
                    }
                    BOT
                }
            };
            joined = self.join(joined, ty);
        }
        joined
    }
}

/// Whether cells of this kind are sets.
pub(crate) fn is_set(kind: Kind) -> bool {
    matches!(kind, Kind::Set | Kind::FrozenSet | Kind::DictKeys)
}

/// Whether cells of this kind are sets, and no views.
fn is_plain_set(kind: Kind) -> bool {
    matches!(kind, Kind::Set | Kind::FrozenSet)
}

fn is_class_like(atom: &Atom) -> bool {
    matches!(atom, Atom::Class(_) | Atom::Builtin(_) | Atom::None | Atom::ExcClass(_))
}

/// The special method of a comparison.
pub(crate) fn compare_method(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "__eq__",
        CmpOp::Ne => "__ne__",
        CmpOp::Lt => "__lt__",
        CmpOp::Le => "__le__",
        CmpOp::Gt => "__gt__",
        CmpOp::Ge => "__ge__",
        CmpOp::In | CmpOp::NotIn => "__contains__",
        CmpOp::Is | CmpOp::IsNot => "",
    }
}

/// The comparison with operands exchanged.
pub(crate) fn swapped(op: CmpOp) -> CmpOp {
    match op {
        CmpOp::Lt => CmpOp::Gt,
        CmpOp::Gt => CmpOp::Lt,
        CmpOp::Le => CmpOp::Ge,
        CmpOp::Ge => CmpOp::Le,
        other => other,
    }
}

/// Whether a value of a builtin type gives items.
fn is_iterable(atom: &Atom) -> bool {
    matches!(
        atom,
        Atom::Cont(..) | Atom::Tuple(_) | Atom::TupleVar(_) | Atom::Str | Atom::Range | Atom::NatRange
    )
}

/// What `left | right` of two dicts is, not both of them counters: `Counter` leaves it to `dict`, the others that have an
/// operator of their own make their like. `None` where it takes the right one's factory.
fn merged(left: Kind, right: Kind) -> Option<Kind> {
    match (left, right) {
        (Kind::Dict | Kind::Counter, Kind::DefaultDict) => None,
        (Kind::Dict | Kind::Counter, Kind::OrderedDict) => Some(Kind::OrderedDict),
        (Kind::Counter, _) => Some(Kind::Dict),
        (left, _) => Some(left),
    }
}
