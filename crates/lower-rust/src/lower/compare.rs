//! Comparisons, identity and membership.

use portalis_hir::{CmpOp, ExprId, ExprKind};
use portalis_typeck::builtins::raised::EXCEPTION_CLASS;
use portalis_typeck::builtins::{CURRENT_TASK, TASK, Table};
use portalis_typeck::cell::Node;
use portalis_typeck::iterator_class::SOME_ITERATOR;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use super::arithmetic::number_rank;
use super::equality::same_family;
use super::no_identity::lacks_identity;
use crate::represent::Repr;
use crate::rir::{self, Block, Expr, Pat, Path, Stmt};

impl FnCx<'_, '_> {
    pub(crate) fn compare(
        &mut self,
        id: ExprId,
        first: ExprId,
        rest: &[(CmpOp, ExprId)],
        ty: TypeId,
    ) -> Expr {
        if let [(op, right)] = rest {
            let (l, r) = (self.type_of(first), self.type_of(*right));
            if l == BOT || r == BOT {
                return self.dead_operands([first, *right]);
            }
            if let Some(test) = self.characters(*op, first, *right) {
                let bool_ty = self.of(Atom::Bool);
                return self.coerce(test, bool_ty, ty);
            }
            let left = self.place(first);
            let right_value = self.place(*right);
            return self.compare_values(Node::Expr(id), *op, (left, l), (right_value, r), ty);
        }
        // Each operand once, each link only after the ones before it held.
        let mut block = Block::default();
        let bool_ty = self.of(Atom::Bool);
        let left_ty = self.type_of(first);
        if left_ty == BOT {
            return self.dead_operands([first]);
        }
        let left = self.link_operand(first, &mut block);
        let value = self.links(id, (left, left_ty), rest, 0, bool_ty);
        if block.stmts.is_empty() {
            return value;
        }
        block.tail = Some(Box::new(value));
        Expr::Block(block)
    }

    /// An operand that two links look at: a name for it.
    fn link_operand(&mut self, operand: ExprId, block: &mut Block) -> Expr {
        let is_simple = matches!(
            self.cx.module[operand].kind,
            ExprKind::Local(_) | ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::Str(_)
        );
        let place = self.place(operand);
        if is_simple {
            return place;
        }
        let name = self.temp("held");
        block.stmts.push(Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init: Some(place) });
        Expr::local(name)
    }

    fn links(
        &mut self,
        id: ExprId,
        (left, l): (Expr, TypeId),
        rest: &[(CmpOp, ExprId)],
        at: usize,
        ty: TypeId,
    ) -> Expr {
        let (op, operand) = rest[at];
        let r = self.type_of(operand);
        if r == BOT {
            return self.dead_operands([operand]);
        }
        let node = if at == 0 { Node::Expr(id) } else { Node::Expr(operand) };
        let is_last = at + 1 == rest.len();
        if is_last {
            let right = self.place(operand);
            return self.compare_values(node, op, (left, l), (right, r), ty);
        }
        let mut block = Block::default();
        let right = self.link_operand(operand, &mut block);
        let test = self.compare_values(node, op, (left, l), (right.clone(), r), ty);
        let more = self.links(id, (right, r), rest, at + 1, ty);
        let both = Expr::binary(rir::BinOp::And, test, more);
        if block.stmts.is_empty() {
            return both;
        }
        block.tail = Some(Box::new(both));
        Expr::Block(block)
    }

    /// `left op right` of places.
    pub(crate) fn compare_values(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        to: TypeId,
    ) -> Expr {
        match op {
            CmpOp::Is => self.identity((left, l), (right, r)),
            CmpOp::IsNot => self.identity((left, l), (right, r)).not(),
            CmpOp::In => self.membership(node, (left, l), (right, r)),
            CmpOp::NotIn => self.membership(node, (left, l), (right, r)).not(),
            _ => self.rich(node, op, (left, l), (right, r), to),
        }
    }

    /// `left == right` where a truth is due, though it may always raise.
    pub(super) fn equality_test(&mut self, node: Node, left: (Expr, TypeId), right: (Expr, TypeId)) -> Expr {
        let bool_ty = self.of(Atom::Bool);
        let (value, ty) = self.rich_typed(node, CmpOp::Eq, left, right, bool_ty);
        if ty == BOT { super::expr::dead_value(value) } else { value }
    }

    /// `left op right` as a value of type `to`; it ends in a raise where it always raises.
    pub(super) fn rich(
        &mut self,
        node: Node,
        op: CmpOp,
        left: (Expr, TypeId),
        right: (Expr, TypeId),
        to: TypeId,
    ) -> Expr {
        self.rich_typed(node, op, left, right, to).0
    }

    fn rich_typed(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        to: TypeId,
    ) -> (Expr, TypeId) {
        let (a, b) = (self.cx.rep.repr(l), self.cx.rep.repr(r));
        let is_equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
        let are_functions =
            matches!((&a, &b), (Repr::Closure(_) | Repr::Knot(_), Repr::Closure(_) | Repr::Knot(_)));
        if is_equality && (are_functions || (&a, &b) == (&Repr::Static, &Repr::Static)) {
            let same = self.identity((left, l), (right, r));
            return (if op == CmpOp::Eq { same } else { same.not() }, to);
        }
        if self.is_counter(l) && self.is_counter(r) {
            // One that never holds anything is held as the other is.
            let (left, a) = match self.elem_type(l) {
                BOT => (self.empty_counter(left.clone(), r), b.clone()),
                _ => (left.clone(), a.clone()),
            };
            let (right, b) = match self.elem_type(r) {
                BOT => (self.empty_counter(right.clone(), l), a.clone()),
                _ => (right.clone(), b.clone()),
            };
            if !is_equality || counts(&a, &b) {
                return (self.counter_comparison(op, (left, &a), (right, &b)), to);
            }
        }
        let has_method = self.may_be_method(l) || self.may_be_method(r);
        let hides =
            |cx: &mut Self, repr: &Repr, ty| *repr != Repr::Static && !cx.may_be_method(ty) && cx.hides(ty);
        let is_hidden = hides(self, &a, l) || hides(self, &b, r);
        if is_equality && is_hidden && a != Repr::Unit && b != Repr::Unit {
            self.unsupported_operation("comparing classes or functions inside other values");
        }
        let differs = self.cx.may_make_nan && holds_float(&a);
        let is_plain = !matches!(a, Repr::Object(_)) && !self.has_objects_inside(&a) && !has_method;
        if is_equality && a == b && !differs && is_plain {
            return (self.plain_equality(op, (left, &a), (right, &b)), to);
        }
        if self.is_single(l) && self.is_single(r) {
            let (value, ty) = self.rich_single(node, op, (left, l), (right, r));
            return if ty == BOT { (value, BOT) } else { (self.coerce(value, ty, to), to) };
        }
        let value = self.dispatch_pair((left, l), (right, r), to, &mut |cx, left, right| {
            cx.rich_single(node, op, left, right)
        });
        (value, to)
    }

    /// A comparison of two Counters, in which a missing key counts as zero.
    fn counter_comparison(&mut self, op: CmpOp, (left, a): (Expr, &Repr), (right, b): (Expr, &Repr)) -> Expr {
        if !counts(a, b) {
            self.unsupported_operation(op.symbol());
        }
        let name = match op {
            CmpOp::Le => "counter_at_most",
            CmpOp::Lt => "counter_below",
            CmpOp::Ge => "counter_at_least",
            CmpOp::Gt => "counter_above",
            _ => "counter_equals",
        };
        let test = left.method(name, vec![right.by_ref()]);
        if op == CmpOp::Ne { test.not() } else { test }
    }

    /// Whether a union holds objects, whose `==` may be the program's own.
    fn has_objects_inside(&self, repr: &Repr) -> bool {
        match repr {
            Repr::Option(inner) => matches!(**inner, Repr::Object(_)) || self.has_objects_inside(inner),
            Repr::Union(id) => self.cx.rep.unions[id.0 as usize]
                .variants
                .iter()
                .any(|variant| matches!(variant.repr, Repr::Object(_))),
            _ => false,
        }
    }

    fn plain_equality(&mut self, op: CmpOp, (left, a): (Expr, &Repr), (right, _): (Expr, &Repr)) -> Expr {
        let rust_op = if op == CmpOp::Eq { rir::BinOp::Eq } else { rir::BinOp::Ne };
        let mut left = left;
        if super::arithmetic::literal_value(&right).is_some() {
            super::expr::anchor(&mut left);
        }
        let right = unmade(right);
        match a {
            Repr::Unit | Repr::Static => {
                crate::coerce::after(crate::coerce::after(left, right), Expr::Bool(op == CmpOp::Eq))
            }
            // Text is compared with a literal as it stands.
            Repr::Str => match (str_literal_text(&left), str_literal_text(&right)) {
                (None, Some(text)) => Expr::binary(rust_op, plain_text(&left).unwrap_or(left), text),
                _ => Expr::binary(rust_op, left, right),
            },
            // Equal to itself alone.
            Repr::Values(..) => {
                let same = self.same_variable(&left, &right);
                if op == CmpOp::Eq { same } else { same.not() }
            }
            _ => Expr::binary(rust_op, left, right),
        }
    }

    fn rich_single(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let bool_ty = self.of(Atom::Bool);
        let (a, b) = (self.cx.rep.repr(l), self.cx.rep.repr(r));
        let is_equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
        // A task is equal to itself alone, in whichever way it is held.
        let is_task = |repr: &Repr| matches!(repr, Repr::NativeOf(TASK, _) | Repr::Native(CURRENT_TASK));
        if is_equality && a != b && is_task(&a) && is_task(&b) {
            let same = self.identity((left, l), (right, r));
            return (if op == CmpOp::Eq { same } else { same.not() }, bool_ty);
        }
        if is_equality && let Some(same) = self.same_method((&left, l), (&right, r)) {
            return (if op == CmpOp::Eq { same } else { same.not() }, bool_ty);
        }
        if matches!(a, Repr::Object(_)) || matches!(b, Repr::Object(_)) {
            return self.rich_method(node, op, (left, l, &a), (right, r, &b));
        }
        let rust_op = rust_cmp(op);
        if matches!(a, Repr::Native(_)) || matches!(b, Repr::Native(_)) {
            return self.rich_native(op, (left, l, &a), (right, r, &b));
        }
        if (&a, &b) == (&Repr::Bool, &Repr::Bool) && matches!(op, CmpOp::Lt | CmpOp::Gt) {
            // `a < b` of truth values is `!a & b`.
            let (no, yes) = if op == CmpOp::Lt { (left, right) } else { (right, left) };
            return (Expr::binary(rir::BinOp::BitAnd, no.not(), yes), bool_ty);
        }
        if let (Some(x), Some(y)) = (number_rank(&a), number_rank(&b)) {
            if x.max(y) > 4 {
                return self.complex_comparison(op, (left, l), (right, r));
            }
            if a == b {
                let (mut left, right) = (left, unmade(right));
                if super::arithmetic::literal_value(&right).is_some() {
                    super::expr::anchor(&mut left);
                }
                return (Expr::binary(rust_op, left, right), bool_ty);
            }
            if x.max(y) == 1 {
                let int = self.of(Atom::Int);
                let (left, right) = (self.coerce(left, l, int), self.coerce(right, r, int));
                return (Expr::binary(rust_op, left, right), bool_ty);
            }
            // A float against an integer literal.
            if a == Repr::Float
                && let Expr::Int(n, _) = right
                && n.unsigned_abs() < 1 << 53
            {
                return (Expr::binary(rust_op, left, Expr::Float(n as f64)), bool_ty);
            }
            let (mut left, mut right) = (left, right);
            super::expr::anchor(&mut left);
            super::expr::anchor(&mut right);
            // The runtime's numbers have the operators of Rust, between each other and with Rust's own.
            let is_runtime = [&a, &b].into_iter().any(|repr| matches!(repr, Repr::Big | Repr::Num));
            // A number that is made for the comparison alone would be one too many.
            if is_runtime && a != Repr::Bool && b != Repr::Bool && !is_made(&left) && !is_made(&right) {
                return (Expr::binary(rust_op, left, right), bool_ty);
            }
            let name = compare_fn(op);
            return (
                Expr::call(Path::RtIn("compare", name.to_owned()), vec![left.by_ref(), right.by_ref()]),
                bool_ty,
            );
        }
        if let Some(found) = self.view_comparison(node, op, (left.clone(), l), (right.clone(), r)) {
            return found;
        }
        if is_equality {
            // Classes and functions: their types say which they are.
            if matches!((&a, &b), (Repr::Static, Repr::Static)) {
                let same = self.cx.rep.atoms(l).first() == self.cx.rep.atoms(r).first();
                let value = Expr::Bool(same == (op == CmpOp::Eq));
                return (crate::coerce::after(crate::coerce::after(left, right), value), bool_ty);
            }
            if a == b && !(self.cx.may_make_nan && holds_float(&a)) {
                return (self.plain_equality(op, (left, &a), (right, &b)), bool_ty);
            }
            // Containers of one kind whose elements are held differently, tuples part by part.
            if let (Repr::Tuple(x), Repr::Tuple(y)) = (&a, &b)
                && x.len() == y.len()
            {
                return (self.tuple_equality(node, op, (left, l), (right, r)), bool_ty);
            }
            if same_family(&a, &b) {
                let value = self.container_equality(node, op, (left, l, &a), (right, r, &b));
                return (value, bool_ty);
            }
            let value = Expr::Bool(op == CmpOp::Ne);
            return (crate::coerce::after(crate::coerce::after(left, right), value), bool_ty);
        }
        let comparable = match (&a, &b) {
            (Repr::Str, Repr::Str) => {
                // A reference to what a block gives would not outlive it.
                let is_block = |side: &Expr| matches!(side, Expr::Block(_) | Expr::If(..) | Expr::Match(..));
                if is_block(&left) || is_block(&right) {
                    return (Expr::binary(rust_op, left, right), bool_ty);
                }
                let right = str_literal_text(&right).map_or(right.clone(), |text| text);
                if let Some(left) = str_literal_text(&left).filter(|_| !matches!(right, Expr::Str(_))) {
                    let right = right.method("as_str", Vec::new());
                    return (Expr::binary(rust_op, left, right), bool_ty);
                }
                if matches!(right, Expr::Str(_)) {
                    let left = left.method("as_str", Vec::new());
                    return (Expr::binary(rust_op, left, right), bool_ty);
                }
                return (Expr::binary(rust_op, left, right), bool_ty);
            }
            (Repr::Bytes, Repr::Bytes) => true,
            (Repr::List(x), Repr::List(y))
            | (Repr::TupleVar(x), Repr::TupleVar(y))
            | (Repr::Deque(x), Repr::Deque(y)) => {
                let has_less_only = self.cx.equality_may_differ(x) || self.cx.lacks_or_equal(x);
                if !matches!(op, CmpOp::Lt | CmpOp::Gt) && has_less_only {
                    // Rust's `<=` asks for what is less, Python `__le__`.
                    self.unsupported_operation(op.symbol());
                }
                if x == y && self.is_ordered(x) {
                    true
                } else {
                    return (self.sequence_order(op, (left, l), (right, r)), bool_ty);
                }
            }
            (Repr::Tuple(x), Repr::Tuple(y)) => {
                // Rust asks whether one is less where Python asks for the very comparison, and more than once.
                let is_other = !matches!(op, CmpOp::Lt | CmpOp::Gt);
                let asks_objects = x.iter().enumerate().any(|(i, item)| {
                    let is_last = i + 1 == x.len();
                    self.cx.orders_itself(item) && (is_last || is_other || self.cx.shows_order(item))
                });
                if x == y && !asks_objects && self.is_ordered(&a) {
                    true
                } else {
                    return (self.tuple_order(node, op, (left, l), (right, r)), bool_ty);
                }
            }
            (Repr::Tuple(_), Repr::TupleVar(_)) | (Repr::TupleVar(_), Repr::Tuple(_)) => {
                return (self.sequence_order(op, (left, l), (right, r)), bool_ty);
            }
            (Repr::Set(x) | Repr::FrozenSet(x), Repr::Set(y) | Repr::FrozenSet(y)) if x == y => {
                // Both are asked twice.
                let is_strict = matches!(op, CmpOp::Lt | CmpOp::Gt);
                if is_strict && !(crate::coerce::is_calm(&left) && crate::coerce::is_calm(&right)) {
                    return self.held_pair((left, l), (right, r), |cx, left, right| {
                        let value = cx.rich(node, op, (left, l), (right, r), bool_ty);
                        (value, bool_ty)
                    });
                }
                let value = match op {
                    CmpOp::Le => left.method("issubset", vec![right.by_ref()]),
                    CmpOp::Ge => left.method("issuperset", vec![right.by_ref()]),
                    CmpOp::Lt => {
                        let smaller = Expr::binary(
                            rir::BinOp::Lt,
                            left.clone().method("len", Vec::new()),
                            right.clone().method("len", Vec::new()),
                        );
                        Expr::binary(rir::BinOp::And, smaller, left.method("issubset", vec![right.by_ref()]))
                    }
                    _ => {
                        let larger = Expr::binary(
                            rir::BinOp::Gt,
                            left.clone().method("len", Vec::new()),
                            right.clone().method("len", Vec::new()),
                        );
                        Expr::binary(rir::BinOp::And, larger, left.method("issuperset", vec![right.by_ref()]))
                    }
                };
                return (value, bool_ty);
            }
            (Repr::Set(_) | Repr::FrozenSet(_), Repr::Set(_) | Repr::FrozenSet(_)) => {
                return (self.set_order(node, op, (left, l), (right, r)), bool_ty);
            }
            _ => false,
        };
        if comparable {
            return (Expr::binary(rust_op, left, right), bool_ty);
        }
        (self.order_error(op, (left, l), (right, r)), BOT)
    }

    /// A comparison of which one side is an object of a library class.
    fn rich_native(
        &mut self,
        op: CmpOp,
        (left, l, a): (Expr, TypeId, &Repr),
        (right, r, b): (Expr, TypeId, &Repr),
    ) -> (Expr, TypeId) {
        let bool_ty = self.of(Atom::Bool);
        if matches!(op, CmpOp::Eq | CmpOp::Ne) && a == b {
            return (self.plain_equality(op, (left, a), (right, b)), bool_ty);
        }
        let is_class = |repr: &Repr| *repr == Repr::Native(EXCEPTION_CLASS);
        if matches!(op, CmpOp::Eq | CmpOp::Ne) && (is_class(a) || is_class(b)) {
            let same = self.identity((left, l), (right, r));
            return (if op == CmpOp::Eq { same } else { same.not() }, bool_ty);
        }
        if *a == Repr::Num || *b == Repr::Num {
            self.unsupported_operation(op.symbol());
        }
        let (name, negated) = if op == CmpOp::Ne { ("__eq__", true) } else { (method_name(op), false) };
        let other = if op == CmpOp::Ne { "__eq__" } else { method_name(swapped(op)) };
        let found = self
            .native_method(left.clone(), l, name, vec![(right.clone(), r)])
            .or_else(|| self.reflected((left.clone(), l), (right.clone(), r), other));
        match found {
            Some((value, _)) => (if negated { value.not() } else { value }, bool_ty),
            None if matches!(op, CmpOp::Eq | CmpOp::Ne) => {
                let value = Expr::Bool(op == CmpOp::Ne);
                (crate::coerce::after(crate::coerce::after(left, right), value), bool_ty)
            }
            None => (self.order_error(op, (left, l), (right, r)), BOT),
        }
    }

    /// Whether Rust's `<` on a representation is Python's and always defined.
    pub(crate) fn is_ordered(&mut self, repr: &Repr) -> bool {
        match repr {
            Repr::Bool | Repr::I64 | Repr::Big | Repr::Float | Repr::Num | Repr::Str | Repr::Bytes => true,
            // Rust asks the last item for its order alone, Python whether the two are equal before.
            Repr::Tuple(items) => {
                !items.last().is_some_and(|last| self.cx.equality_may_differ(last))
                    && items.clone().iter().all(|item| self.is_ordered(item))
            }
            Repr::List(elem) | Repr::TupleVar(elem) | Repr::Deque(elem) => self.is_ordered(elem),
            Repr::Object(id) => {
                self.cx.know_fields(*id);
                self.cx.class_defines(*id, "__lt__")
                    || self.cx.class_defines(*id, "__gt__")
                    || self.cx.is_ordered_dataclass(*id)
                    || self.cx.orders_base_value(*id)
                    || self.cx.enumeration_of(*id).is_some_and(|found| found.mixin.is_value())
            }
            // A union compares its kinds, and ends the program where Python raises.
            Repr::Union(id) => {
                let variants = self.cx.rep.unions[id.0 as usize].variants.clone();
                let is_real = |repr: &Repr| number_rank(repr).is_some_and(|rank| rank <= 4);
                let numbers = variants.iter().all(|variant| is_real(&variant.repr));
                // Builtin values of several classes have no order together.
                let objects = variants.iter().all(|variant| {
                    matches!(variant.repr, Repr::Object(id) if !self.cx.orders_base_value(id))
                        && self.is_ordered(&variant.repr)
                });
                // One that is never compared, of a class that another call of its function makes, has no method for it.
                if objects && !variants.iter().all(|variant| self.cx.can_order(&variant.repr)) {
                    self.cx.sorted_unions.insert(*id);
                }
                numbers || objects
            }
            Repr::Native(class) => Table::get().special(class, "__lt__", &[&Atom::Native(class)]).is_some(),
            Repr::Unit | Repr::Static | Repr::Never => true,
            _ => false,
        }
    }

    pub(super) fn order_error(&mut self, op: CmpOp, left: (Expr, TypeId), right: (Expr, TypeId)) -> Expr {
        let [l, r] = self.operand_names([left.1, right.1]);
        let message = format!("'{}' not supported between instances of '{l}' and '{r}'", op.symbol());
        self.throw_after([left, right], &message)
    }

    /// A comparison that no method of the program answers.
    pub(super) fn rich_default(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l, a): (Expr, TypeId, &Repr),
        (right, r, b): (Expr, TypeId, &Repr),
    ) -> (Expr, TypeId) {
        let bool_ty = self.of(Atom::Bool);
        let is_equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
        if let Repr::Object(object) = a {
            self.cx.know_fields(*object);
        }
        let is_same = matches!((a, b), (Repr::Object(x), Repr::Object(y))
            if x == y && (is_equality || self.cx.is_ordered_dataclass(*x)));
        if !is_same && (self.underlying_type(l).is_some() || self.underlying_type(r).is_some()) {
            let answer = self.with_both_underlying((left, l), (right, r), |cx, left, right| {
                cx.rich(node, op, left, right, bool_ty)
            });
            return (answer, bool_ty);
        }
        if is_equality {
            if let (Repr::Object(x), Repr::Object(y)) = (a, b)
                && x == y
            {
                let rust_op = rust_cmp(op);
                return (Expr::binary(rust_op, self.opened(left), self.opened(right)), bool_ty);
            }
            if let (Repr::Object(x), Repr::Object(y)) = (a, b)
                && let Some(equal) = self.fields_equality(node, (left.clone(), l, *x), (right.clone(), r, *y))
            {
                return (if op == CmpOp::Eq { equal } else { equal.not() }, bool_ty);
            }
            if let Some(same) = self.same_exception((&left, a), (&right, b)) {
                return (if op == CmpOp::Eq { same } else { same.not() }, bool_ty);
            }
            let value = Expr::Bool(op == CmpOp::Ne);
            return (crate::coerce::after(crate::coerce::after(left, right), value), bool_ty);
        }
        if let (Repr::Object(x), Repr::Object(y)) = (a, b)
            && x == y
            && self.cx.dataclass(*x).is_some_and(|dataclass| dataclass.order && !dataclass.is_tuple)
            && !self.cx.is_ordered_dataclass(*x)
        {
            self.unsupported_operation("the order of a dataclass with such fields");
        }
        if let (Repr::Object(x), Repr::Object(y)) = (a, b)
            && x == y
            && self.cx.is_ordered_dataclass(*x)
        {
            let compared = Expr::binary(rust_cmp(op), self.opened(left), self.opened(right));
            if self.cx.fields_may_raise(*x, &mut Vec::new()) {
                return (self.asking(op, compared), bool_ty);
            }
            return (compared, bool_ty);
        }
        (self.order_error(op, (left, l), (right, r)), BOT)
    }

    /// The receiver of the running method is a reference: what it refers to.
    fn opened(&self, place: Expr) -> Expr {
        let is_self = matches!(&place, Expr::Path(Path::Local(name)) if name == "self");
        if is_self { place.deref() } else { place }
    }

    // ---- identity

    pub(super) fn identity(&mut self, (left, l): (Expr, TypeId), (right, r): (Expr, TypeId)) -> Expr {
        if let Some(same) = self.is_method_identical(l, r) {
            return same;
        }
        let (a, b) = (self.cx.rep.repr(l), self.cx.rep.repr(r));
        if let Some(same) = self.same_exception((&left, &a), (&right, &b)) {
            return same;
        }
        match (&a, &b) {
            (Repr::NativeOf(TASK, _), Repr::Native(CURRENT_TASK)) => {
                left.method("erased", Vec::new()).method("is", vec![right.by_ref()])
            }
            (Repr::Native(CURRENT_TASK), Repr::NativeOf(TASK, _)) => {
                left.method("is", vec![right.method("erased", Vec::new()).by_ref()])
            }
            (Repr::Unit, Repr::Unit) => after_both(left, right, true),
            (Repr::Option(_), Repr::Unit) => self.before(left.method("is_none", Vec::new()), right),
            (Repr::Unit, Repr::Option(_)) => crate::coerce::after(left, right.method("is_none", Vec::new())),
            (Repr::Unit, Repr::Union(_)) | (Repr::Union(_), Repr::Unit) => {
                self.union_identity((left, l), (right, r))
            }
            (Repr::Unit, _) | (_, Repr::Unit) => after_both(left, right, false),
            (Repr::Static, Repr::Static) => {
                self.check_class(l);
                self.check_class(r);
                let (x, y) = (self.cx.rep.atoms(l), self.cx.rep.atoms(r));
                if let (Some((_, Atom::Class(class))), true) = (x.first(), x == y) {
                    self.check_made_once(*class);
                }
                if let (Some((_, Atom::Func(func, _))), true) = (x.first(), x == y)
                    && !self.cx.rep.captures.is_made_once(self.cx.module, *func)
                {
                    self.unsupported_operation("comparing functions that may be made several times");
                }
                after_both(left, right, x.first().map(|(_, atom)| atom) == y.first().map(|(_, atom)| atom))
            }
            (Repr::Native(name), Repr::Static) if *name == EXCEPTION_CLASS => self.class_is(left, right, r),
            (Repr::Static, Repr::Native(name)) if *name == EXCEPTION_CLASS => self.class_is(right, left, l),
            (Repr::Bool, Repr::Bool) => Expr::binary(rir::BinOp::Eq, left, right),
            // One that is no number is itself, and the two zeros are two.
            (Repr::Float, Repr::Float) => {
                let bits = |value: Expr| Expr::call(Path::local("f64").assoc("to_bits"), vec![value]);
                Expr::binary(rir::BinOp::Eq, bits(left), bits(right))
            }
            (Repr::I64 | Repr::Big | Repr::Str, _) if a == b => {
                // Small integers and interned text are one object in CPython; otherwise programs cannot rely on it.
                Expr::binary(rir::BinOp::Eq, left, right)
            }
            (Repr::Option(_), _) | (_, Repr::Option(_)) | (Repr::Union(_), _) | (_, Repr::Union(_)) => {
                self.union_identity((left, l), (right, r))
            }
            (Repr::Tuple(_), Repr::Tuple(_)) if a == b => self.same_tuple((left, l), (right, r)),
            (Repr::Tuple(_), _) | (_, Repr::Tuple(_)) => after_both(left, right, false),
            (Repr::Exception, Repr::Exception) => left.method("same", vec![right.by_ref()]),
            (Repr::Object(object), _) if a == b && self.cx.enumeration_of(*object).is_some() => {
                Expr::binary(rir::BinOp::Eq, self.opened(left), self.opened(right))
            }
            (Repr::Closure(_) | Repr::Knot(_), _) if a == b => self.same_function((left, l), (right, r)),
            _ if a == b && lacks_identity(&a) => self.same_variable(&left, &right),
            _ if a == b => left.method("is", vec![right.by_ref()]),
            _ => after_both(left, right, false),
        }
    }

    /// `left is right` of two functions with variables of their own.
    fn same_function(&mut self, (left, l): (Expr, TypeId), (right, r): (Expr, TypeId)) -> Expr {
        let made = |cx: &mut Self, ty: TypeId| match cx.cx.rep.atoms(ty).as_slice() {
            [(_, Atom::Func(func, _))] => Some(*func),
            _ => None,
        };
        match (made(self, l), made(self, r)) {
            (Some(x), Some(y)) if x != y => after_both(left, right, false),
            (Some(x), Some(_)) if self.cx.rep.captures.is_told(self.cx.module, x) => {
                Expr::binary(rir::BinOp::Eq, left, right)
            }
            _ => {
                self.unsupported_operation("comparing functions that may be made several times");
                Expr::Bool(false)
            }
        }
    }

    /// Whether the class that only the run knows is the one of type `ty`.
    fn class_is(&mut self, class: Expr, other: Expr, ty: TypeId) -> Expr {
        let wanted = self.cx.rep.atoms(ty).into_iter().next();
        match wanted.and_then(|(_, atom)| self.cx.exception_class_ty(&atom)) {
            Some(of) => {
                let test = Expr::Method(Box::new(class), "is_class".to_owned(), vec![of], Vec::new());
                crate::coerce::after(other, test)
            }
            None => crate::coerce::after(class, crate::coerce::after(other, Expr::Bool(false))),
        }
    }

    /// Refuses a look at a class of which only the run knows which it is: that of a caught exception.
    pub(crate) fn check_class(&mut self, ty: TypeId) {
        let is_open = |atom: &Atom| matches!(atom, Atom::ExcClass(name) if &**name == "BaseException");
        if self.cx.rep.atoms(ty).first().is_some_and(|(_, atom)| is_open(atom)) {
            self.unsupported_operation("an exception class that only the run knows");
        }
        let is_union = |atom: &Atom| matches!(atom, Atom::Builtin(name) if &**name == "types.UnionType");
        if self.cx.rep.atoms(ty).first().is_some_and(|(_, atom)| is_union(atom)) {
            self.unsupported_operation("a union of classes as a value");
        }
        let is_some_iterator = |atom: &Atom| matches!(atom, Atom::Builtin(name) if &**name == SOME_ITERATOR);
        if self.cx.rep.atoms(ty).first().is_some_and(|(_, atom)| is_some_iterator(atom)) {
            self.unsupported_operation("the class of this iterator");
        }
    }

    fn union_identity(&mut self, (left, l): (Expr, TypeId), (right, r): (Expr, TypeId)) -> Expr {
        let bool_ty = self.of(Atom::Bool);
        self.dispatch_pair((left, l), (right, r), bool_ty, &mut |cx, left, right| {
            (cx.identity(left, right), bool_ty)
        })
    }
}

/// What two operands are evaluated for is decided already.
fn after_both(left: Expr, right: Expr, answer: bool) -> Expr {
    crate::coerce::after(left, crate::coerce::after(right, Expr::Bool(answer)))
}

/// The text of `Str::from("…")`.
pub(crate) fn str_literal_text(expr: &Expr) -> Option<Expr> {
    match expr {
        Expr::Call(callee, args) => match (&**callee, args.as_slice()) {
            (Expr::Path(Path::Assoc(base, name)), [text @ Expr::Str(_)])
                if **base == Path::Rt("Str") && name == "from" =>
            {
                Some(text.clone())
            }
            (Expr::Path(Path::Assoc(base, name)), []) if **base == Path::Rt("Str") && name == "new" => {
                Some(Expr::Str(String::new()))
            }
            _ => None,
        },
        _ => None,
    }
}

/// The `&str` that a `Str` is made of, for what only looks at it: the name of a member of an enumeration.
pub(crate) fn plain_text(value: &Expr) -> Option<Expr> {
    let Expr::Call(callee, args) = value else { return None };
    let is_conversion = matches!(&**callee, Expr::Path(path) if *path == Path::Rt("Str").assoc("from"));
    match args.as_slice() {
        [name @ Expr::Method(_, method, _, none)] if is_conversion && method == "name" && none.is_empty() => {
            Some(name.clone())
        }
        _ => None,
    }
}

/// Whether a value of `a` is one of `b` held otherwise: a number among wider ones, or a tuple of such.
pub(super) fn widens(a: &Repr, b: &Repr) -> bool {
    match (a, b) {
        (Repr::Tuple(xs), Repr::Tuple(ys)) => {
            xs.len() == ys.len() && xs.iter().zip(ys).all(|(x, y)| widens(x, y))
        }
        _ => {
            a == b
                || (number_rank(a).is_some() && number_rank(b) == Some(4) && number_rank(a) <= number_rank(b))
        }
    }
}

/// Whether values of two representations may be equal. Objects of different structs are told apart elsewhere.
pub(super) fn may_equal(a: &Repr, b: &Repr) -> bool {
    match (a, b) {
        (Repr::Never, _) | (_, Repr::Never) => false,
        // Of which kind it is, only the run knows.
        (Repr::Union(_), _) | (_, Repr::Union(_)) => true,
        (Repr::Tuple(xs), Repr::Tuple(ys)) => {
            xs.len() == ys.len() && xs.iter().zip(ys).all(|(x, y)| may_equal(x, y))
        }
        (Repr::Tuple(xs), Repr::TupleVar(y)) | (Repr::TupleVar(y), Repr::Tuple(xs)) => {
            xs.iter().all(|x| may_equal(x, y))
        }
        // Both may be empty.
        (Repr::TupleVar(_), Repr::TupleVar(_))
        | (Repr::List(_), Repr::List(_))
        | (Repr::Deque(_), Repr::Deque(_))
        | (Repr::Dict(..), Repr::Dict(..))
        | (Repr::Set(_) | Repr::FrozenSet(_), Repr::Set(_) | Repr::FrozenSet(_)) => true,
        (Repr::Option(x), y) | (y, Repr::Option(x)) => may_equal(&Repr::Unit, y) || may_equal(x, y),
        _ => a == b || (number_rank(a).is_some() && number_rank(b).is_some()),
    }
}

pub(super) fn rust_cmp(op: CmpOp) -> rir::BinOp {
    match op {
        CmpOp::Eq => rir::BinOp::Eq,
        CmpOp::Ne => rir::BinOp::Ne,
        CmpOp::Lt => rir::BinOp::Lt,
        CmpOp::Le => rir::BinOp::Le,
        CmpOp::Gt => rir::BinOp::Gt,
        CmpOp::Ge | CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => rir::BinOp::Ge,
    }
}

fn compare_fn(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "eq",
        CmpOp::Ne => "ne",
        CmpOp::Lt => "lt",
        CmpOp::Le => "le",
        CmpOp::Gt => "gt",
        CmpOp::Ge | CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => "ge",
    }
}

pub(super) fn method_name(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "__eq__",
        CmpOp::Ne => "__ne__",
        CmpOp::Lt => "__lt__",
        CmpOp::Le => "__le__",
        CmpOp::Gt => "__gt__",
        CmpOp::Ge | CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => "__ge__",
    }
}

pub(super) fn swapped(op: CmpOp) -> CmpOp {
    match op {
        CmpOp::Lt => CmpOp::Gt,
        CmpOp::Gt => CmpOp::Lt,
        CmpOp::Le => CmpOp::Ge,
        CmpOp::Ge => CmpOp::Le,
        other => other,
    }
}

/// Whether two Counters hold counts of the same keys that fit 64 bits.
fn counts(a: &Repr, b: &Repr) -> bool {
    matches!((a, b), (Repr::Dict(x, count), Repr::Dict(y, _)) if a == b && x == y && **count == Repr::I64)
}

/// Whether `value` is a number of the runtime that is made where it stands.
fn is_made(value: &Expr) -> bool {
    matches!(value, Expr::Call(callee, _) if is_made_by(callee))
}

fn is_made_by(callee: &Expr) -> bool {
    let Expr::Path(Path::Assoc(of, name)) = callee else { return false };
    matches!(**of, Path::Rt("Int" | "Num")) && name == "from"
}

/// A literal as it stands, where it would be made a number of the runtime for the comparison alone.
fn unmade(value: Expr) -> Expr {
    match value {
        Expr::Call(callee, mut args) if is_made_by(&callee) && matches!(args.as_slice(), [Expr::Int(..)]) => {
            args.remove(0)
        }
        value => value,
    }
}

/// Whether a float is an item of a tuple of known length: one that is no number is equal to itself there.
fn holds_float(repr: &Repr) -> bool {
    match repr {
        Repr::Tuple(items) => items.iter().any(|item| *item == Repr::Float || holds_float(item)),
        _ => false,
    }
}
