//! `==` of containers whose items are held in different ways: part by part, as the items are compared.
//!
//! ```text
//! [1, 2] == [x, y]  (x: int past 64 bits)     compare::sequences(a.iter(), b.iter(), |x, y| compare::eq(&x, &y))
//! (1, "a") == (n, s)                          item == n && item_2 == s
//! ```
//!
//! Source: the language reference, 6.10.1 *Value comparisons*.

use portalis_hir::{CmpOp, ExprKind, Module};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::builtin::let_;
use super::{Catch, FnCx};
use crate::represent::{ObjectId, Repr};
use crate::rir::{BinOp, Block, Closure, Expr, Pat, Path};

/// An item of a tuple, with its type.
pub(super) type Part = (Expr, TypeId);

impl FnCx<'_, '_> {
    /// `left == right` of two containers of one kind, for `==` and `!=`.
    pub(super) fn container_equality(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l, a): (Expr, TypeId, &Repr),
        (right, r, b): (Expr, TypeId, &Repr),
    ) -> Expr {
        let is = |equal: Expr| if op == CmpOp::Eq { equal } else { equal.not() };
        if is_empty_display(&left) || is_empty_display(&right) {
            let (full, repr) = if is_empty_display(&right) { (left, a) } else { (right, b) };
            return is(match repr {
                Repr::Tuple(items) => crate::coerce::after(full, Expr::Bool(items.is_empty())),
                _ => full.method("is_empty", Vec::new()),
            });
        }
        match (a, b) {
            (Repr::Set(x) | Repr::FrozenSet(x), Repr::Set(y) | Repr::FrozenSet(y)) if x == y => {
                is(Expr::binary(BinOp::Eq, left, right))
            }
            // Nothing is ever in one of them.
            (Repr::Set(_) | Repr::FrozenSet(_), Repr::Set(_) | Repr::FrozenSet(_))
                if self.elem_type(l) == BOT || self.elem_type(r) == BOT =>
            {
                is(both_empty(left, right))
            }
            (Repr::Dict(..), Repr::Dict(..)) if self.elem_type(l) == BOT || self.elem_type(r) == BOT => {
                is(both_empty(left, right))
            }
            (Repr::Keys(x, _), Repr::Set(y)) if x == y => {
                is(Expr::binary(BinOp::Eq, left.method("to_set", Vec::new()), right))
            }
            (Repr::Keys(..), Repr::Set(_) | Repr::FrozenSet(_) | Repr::Keys(..))
            | (Repr::Set(_) | Repr::FrozenSet(_), Repr::Keys(..)) => {
                let as_set = |side: Expr, repr: &Repr| match repr {
                    Repr::Keys(..) => side.method("to_set", Vec::new()),
                    _ => side,
                };
                let items = (self.elem_type(l), self.elem_type(r));
                let (left, right) = (as_set(left, a), as_set(right, b));
                if items.0 == BOT || items.1 == BOT {
                    return is(both_empty(left, right));
                }
                is(self.all_equal("eq_by", Some(left), vec![right.by_ref()], node, &[items]))
            }
            (Repr::List(_), Repr::List(_))
            | (Repr::Deque(_), Repr::Deque(_))
            | (Repr::TupleVar(_), Repr::TupleVar(_)) => {
                let (x, y) = (self.elem_type(l), self.elem_type(r));
                is(self.sequence_equality(node, (left, l, x), (right, r, y)))
            }
            (Repr::Tuple(_), Repr::TupleVar(_)) => is(self.parts_and_sequence(node, (left, l), (right, r))),
            (Repr::TupleVar(_), Repr::Tuple(_)) => is(self.parts_and_sequence(node, (right, r), (left, l))),
            (Repr::Set(_) | Repr::FrozenSet(_), Repr::Set(_) | Repr::FrozenSet(_)) => {
                is(self.set_equality(node, (left, l), (right, r)))
            }
            (Repr::Dict(x, _), Repr::Dict(y, _)) => {
                // A missing key of a `Counter` counts as zero.
                if x != y && self.is_counter(l) && self.is_counter(r) {
                    self.unsupported_operation(op.symbol());
                }
                is(self.dict_equality(node, (left, l), (right, r), x == y))
            }
            _ => {
                self.unsupported_operation(op.symbol());
                Expr::Bool(false)
            }
        }
    }

    /// Two objects of one dataclass whose fields are held in different ways; `None` where their class is another or compares
    /// in its own way.
    pub(super) fn fields_equality(
        &mut self,
        node: Node,
        (left, l, x): (Expr, TypeId, ObjectId),
        (right, r, y): (Expr, TypeId, ObjectId),
    ) -> Option<Expr> {
        let objects = &self.cx.rep.objects;
        if objects[x.0 as usize].class != objects[y.0 as usize].class {
            return None;
        }
        let (l_cell, r_cell) = (objects[x.0 as usize].cell, objects[y.0 as usize].cell);
        let dataclass = self.cx.dataclass(x).filter(|dataclass| dataclass.eq)?;
        let (a, b) = (self.temp("left"), self.temp("right"));
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        let stmts = vec![let_(&a, left), let_(&b, right)];
        let bool_ty = self.of(Atom::Bool);
        let mut all: Option<Expr> = None;
        for name in dataclass.compared() {
            let get = |of: &str| {
                let field = crate::names::ident(name);
                Expr::Field(Box::new(Expr::local(of)), field).method("get", Vec::new())
            };
            let (l_ty, r_ty) = (self.object_field(l_cell, name), self.object_field(r_cell, name));
            let l_value = if self.cx.has_field(x, name) { get(&a) } else { Expr::unit() };
            let r_value = if self.cx.has_field(y, name) { get(&b) } else { Expr::unit() };
            let one = self.rich(node, CmpOp::Eq, (l_value, l_ty), (r_value, r_ty), bool_ty);
            all = Some(match all {
                Some(all) => Expr::binary(BinOp::And, all, one),
                None => one,
            });
        }
        let equal = all.unwrap_or(Expr::Bool(true));
        Some(Expr::Block(Block { stmts, tail: Some(Box::new(equal)) }))
    }

    /// Two sequences of any length, item by item.
    fn sequence_equality(
        &mut self,
        node: Node,
        (left, l, x): (Expr, TypeId, TypeId),
        (right, r, y): (Expr, TypeId, TypeId),
    ) -> Expr {
        let (a, b) = (self.temp("left"), self.temp("right"));
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        let stmts = vec![let_(&a, left), let_(&b, right)];
        let length = |name: &str| Expr::local(name).method("len", Vec::new());
        let same_length = Expr::binary(BinOp::Eq, length(&a), length(&b));
        let equal = if x == BOT || y == BOT {
            // One of them never holds anything.
            same_length
        } else {
            let items = |name: &str| Expr::local(name).method("iter", Vec::new());
            let args = vec![items(&a), items(&b)];
            let all = self.all_equal("sequences", None, args, node, &[(x, y)]);
            Expr::binary(BinOp::And, same_length, all)
        };
        Expr::Block(Block { stmts, tail: Some(Box::new(equal)) })
    }

    /// Two sets whose items are held in different ways: equal items hash alike, however they are held.
    fn set_equality(&mut self, node: Node, (left, l): (Expr, TypeId), (right, r): (Expr, TypeId)) -> Expr {
        let items = (self.elem_type(l), self.elem_type(r));
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        self.all_equal("eq_by", Some(left), vec![right.by_ref()], node, &[items])
    }

    /// `left <= right`, `<`, `>=` or `>` of two sets whose items are held in different ways: inclusion.
    pub(super) fn set_order(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> Expr {
        let (a, b) = (self.temp("left"), self.temp("right"));
        let stmts = vec![let_(&a, self.owned(left, l)), let_(&b, self.owned(right, r))];
        let is_swapped = matches!(op, CmpOp::Ge | CmpOp::Gt);
        let (small, large) = if is_swapped { ((b, r), (a, l)) } else { ((a, l), (b, r)) };
        let items = (self.elem_type(small.1), self.elem_type(large.1));
        let (small, large) = (Expr::local(small.0), Expr::local(large.0));
        let mut included = if items.0 == BOT || items.1 == BOT {
            small.clone().method("is_empty", Vec::new())
        } else {
            self.all_equal("issubset_by", Some(small.clone()), vec![large.clone().by_ref()], node, &[items])
        };
        if matches!(op, CmpOp::Lt | CmpOp::Gt) {
            let [fewer, more] = [small, large].map(|set| set.method("len", Vec::new()));
            included = Expr::binary(BinOp::And, Expr::binary(BinOp::Lt, fewer, more), included);
        }
        Expr::Block(Block { stmts, tail: Some(Box::new(included)) })
    }

    fn dict_equality(
        &mut self,
        node: Node,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        keys_are_alike: bool,
    ) -> Expr {
        let values = (self.value_type(l), self.value_type(r));
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        if values.0 == BOT || values.1 == BOT {
            return both_empty(left, right);
        }
        let other = vec![right.by_ref()];
        if keys_are_alike {
            self.all_equal("eq_by", Some(left), other, node, &[values])
        } else {
            let keys = (self.elem_type(l), self.elem_type(r));
            self.all_equal("eq_entries_by", Some(left), other, node, &[keys, values])
        }
    }

    /// `name(args, |x, y| x == y)`, of the runtime or of `receiver`, with a closure for each pair of types.
    fn all_equal(
        &mut self,
        name: &str,
        receiver: Option<Expr>,
        mut args: Vec<Expr>,
        node: Node,
        pairs: &[(TypeId, TypeId)],
    ) -> Expr {
        let raises = self.catch != Catch::Uncaught;
        for &(x, y) in pairs {
            let outer =
                if raises { std::mem::replace(&mut self.catch, Catch::Return) } else { Catch::Uncaught };
            let (a, b) = (self.temp("x"), self.temp("y"));
            let test = self.part_equality(node, (Expr::local(a.clone()), x), (Expr::local(b.clone()), y));
            self.catch = outer;
            let is_local =
                |part: &Expr, name: &str| matches!(part, Expr::Path(Path::Local(local)) if local == name);
            let body = match test {
                test if raises => super::raise::ok(test),
                // A function of the two parts is the closure itself.
                Expr::Call(function, parts) if matches!(parts.as_slice(), [x, y] if is_local(x, &a) && is_local(y, &b)) =>
                {
                    args.push(*function);
                    continue;
                }
                test => test,
            };
            let params = vec![(Pat::Bind(a, false), None), (Pat::Bind(b, false), None)];
            args.push(Expr::Closure(Closure { params, ret: None, body: Box::new(body), is_move: false }));
        }
        let name = if raises { format!("try_{name}") } else { name.to_owned() };
        let call = match receiver {
            Some(receiver) => receiver.method(name, args),
            None => Expr::call(Path::RtIn("compare", name), args),
        };
        if raises { self.propagate(call) } else { call }
    }

    /// `left is right or left == right` of two parts of containers: of what is no object, only a NaN differs from itself.
    fn part_equality(&mut self, node: Node, (left, l): Part, (right, r): Part) -> Expr {
        let is_float = |repr: Repr| match repr {
            Repr::Option(inner) => *inner == Repr::Float,
            repr => repr == Repr::Float,
        };
        if is_float(self.cx.rep.repr(l)) && is_float(self.cx.rep.repr(r)) {
            return Expr::call(Path::RtIn("compare", "same_float".to_owned()), vec![left, right]);
        }
        if self.cx.equated.contains(&(l, r)) {
            self.unsupported_operation("comparing containers of containers of two kinds that have no end");
            return Expr::Bool(false);
        }
        self.cx.equated.push((l, r));
        let equal = self.equality_test(node, (left, l), (right, r));
        self.cx.equated.pop();
        equal
    }

    /// `item is sought or item == sought` for `sought in (item, …)`, where it shows which of them is asked.
    pub(super) fn item_equality(&mut self, node: Node, sought: Part, item: Part) -> Expr {
        let (a, b) = (self.cx.rep.repr(sought.1), self.cx.rep.repr(item.1));
        if self.cx.may_make_nan && (&a, &b) == (&Repr::Float, &Repr::Float) {
            return Expr::call(Path::RtIn("compare", "same_float".to_owned()), vec![sought.0, item.0]);
        }
        match a {
            Repr::Object(object) if a == b && self.cx.shows_its_equality(object) => {
                let equal = Expr::binary(BinOp::Eq, item.0.clone(), sought.0.clone());
                Expr::binary(BinOp::Or, self.identity(item, sought), equal)
            }
            _ => self.equality_test(node, sought, item),
        }
    }

    /// A tuple whose items are known one by one, and one of any length.
    fn parts_and_sequence(
        &mut self,
        node: Node,
        (parts, p): (Expr, TypeId),
        (sequence, s): (Expr, TypeId),
    ) -> Expr {
        let types = self.tuple_items(p);
        let elem = self.elem_type(s);
        let held = self.temp("items");
        let (parts, sequence) = (self.owned(parts, p), self.owned(sequence, s));
        let (pat, names) = self.tuple_pattern(types.len());
        let length = Expr::local(held.clone()).method("len", Vec::new());
        let mut all = Expr::binary(BinOp::Eq, length, Expr::Int(types.len() as i64, None));
        if elem != BOT {
            for (i, (name, ty)) in names.into_iter().zip(types).enumerate() {
                let item = Expr::local(held.clone()).method("at", vec![Expr::Int(i as i64, None)]);
                let one = self.part_equality(node, (Expr::local(name), ty), (item, elem));
                all = Expr::binary(BinOp::And, all, one);
            }
        }
        let inner = crate::coerce::destructure(pat, parts, all);
        Expr::Block(Block { stmts: vec![let_(&held, sequence)], tail: Some(Box::new(inner)) })
    }

    /// Two tuples of as many items.
    pub(super) fn tuple_equality(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> Expr {
        self.with_parts((left, l), (right, r), |cx, x, y| {
            let mut all: Option<Expr> = None;
            for (a, b) in x.iter().zip(y) {
                let one = cx.part_equality(node, a.clone(), b.clone());
                all = Some(match all {
                    Some(all) => Expr::binary(BinOp::And, all, one),
                    None => one,
                });
            }
            let all = all.unwrap_or(Expr::Bool(true));
            if op == CmpOp::Eq { all } else { all.not() }
        })
    }

    /// What `compare` makes of the parts of two tuples of known lengths, each with its type.
    pub(super) fn with_parts(
        &mut self,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        compare: impl FnOnce(&mut Self, &[Part], &[Part]) -> Expr,
    ) -> Expr {
        let (x, y) = (self.tuple_items(l), self.tuple_items(r));
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        let ((x_pat, x_names), (y_pat, y_names)) = (self.tuple_pattern(x.len()), self.tuple_pattern(y.len()));
        let parts = |names: Vec<String>, types: Vec<TypeId>| -> Vec<Part> {
            names.into_iter().map(Expr::local).zip(types).collect()
        };
        let value = compare(self, &parts(x_names, x), &parts(y_names, y));
        let inner = crate::coerce::destructure(y_pat, right, value);
        crate::coerce::destructure(x_pat, left, inner)
    }
}

/// Whether the program names a float that is no number, or an infinity, which makes one.
pub(super) fn may_make_nan(module: &Module) -> bool {
    let names_one = |text: &str| {
        let text = text.trim().trim_start_matches(['+', '-']).to_ascii_lowercase();
        matches!(&*text, "nan" | "inf" | "infinity")
    };
    module.exprs.iter().any(|(_, expr)| match &expr.kind {
        ExprKind::Str(text) => names_one(text),
        ExprKind::Attribute { name, .. } => names_one(name),
        ExprKind::Builtin(name) => matches!(&**name, "math.nan" | "math.inf"),
        _ => false,
    })
}

/// Whether neither of two containers holds anything.
fn both_empty(left: Expr, right: Expr) -> Expr {
    // Both sides are evaluated, whatever the first holds.
    let op = if crate::lower::iterate::is_simple(&right) { BinOp::And } else { BinOp::BitAnd };
    let [left, right] = [left, right].map(|side| side.method("is_empty", Vec::new()));
    Expr::binary(op, left, right)
}

fn is_empty_display(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(callee, args) if args.is_empty() && matches!(**callee, Expr::GenericAssoc(..)))
}

/// Whether two representations are containers of one kind, which can be equal.
pub(super) fn same_family(a: &Repr, b: &Repr) -> bool {
    let family = |repr: &Repr| match repr {
        Repr::List(_) => 1,
        Repr::Set(_) | Repr::FrozenSet(_) | Repr::Keys(..) => 2,
        Repr::Dict(..) => 3,
        Repr::Tuple(_) | Repr::TupleVar(_) => 4,
        Repr::Deque(_) => 5,
        _ => 0,
    };
    family(a) != 0 && family(a) == family(b) && !matches!((a, b), (Repr::Tuple(_), Repr::Tuple(_)))
}
