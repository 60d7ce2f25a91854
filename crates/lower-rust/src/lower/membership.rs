//! `in`: which containers may hold an item, and how it is looked for.

use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use super::arithmetic::number_rank;
use super::compare::{may_equal, str_literal_text, widens};
use super::expr::when;
use crate::represent::Repr;
use crate::rir::{self, Block, Expr, Pat, Stmt};

/// What is refused: a key is found by its hash before any `__eq__` is asked.
pub(super) const OBJECT_KEYS: &str = "looking among objects that define `__eq__` for a key of another type";

impl FnCx<'_, '_> {
    pub(super) fn membership(
        &mut self,
        node: Node,
        (item, i): (Expr, TypeId),
        (container, c): (Expr, TypeId),
    ) -> Expr {
        let bool_ty = self.of(Atom::Bool);
        let is_first = !crate::coerce::is_calm(&item)
            || (crate::coerce::may_raise(&item) && crate::coerce::may_raise(&container));
        if self.is_single(c) && !matches!(container, Expr::Path(_)) && is_first {
            // The item comes first.
            let mut stmts = Vec::new();
            let item = self.owned(item, i);
            let item = self.hold_value("item", item, &mut stmts);
            let found = self.membership(node, (item, i), (container, c));
            return Expr::Block(Block { stmts, tail: Some(Box::new(found)) });
        }
        if self.is_single(c) {
            let (value, ty) = self.membership_single(node, (item, i), (container, c));
            return if ty == BOT { value } else { self.coerce(value, ty, bool_ty) };
        }
        let name = self.temp("item");
        let item = self.owned(item, i);
        let container = self.owned(container, c);
        let value = self.dispatch(container, c, bool_ty, &mut |cx, container, c, _| {
            cx.membership_single(node, (Expr::local(name.clone()), i), (container, c))
        });
        let bind = Stmt::Let { pat: Pat::Bind(name.clone(), false), ty: None, init: Some(item) };
        Expr::Block(Block { stmts: vec![bind], tail: Some(Box::new(value)) })
    }

    fn membership_single(
        &mut self,
        node: Node,
        (item, i): (Expr, TypeId),
        (container, c): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let bool_ty = self.of(Atom::Bool);
        if let Some(class) = self.enumeration_class(c) {
            return self.is_member(class, item, i);
        }
        let repr = self.cx.rep.repr(c);
        // What holds items of one kind only is asked by the kinds of the item.
        if matches!(repr, Repr::Str | Repr::Bytes | Repr::Native(_) | Repr::Range)
            && matches!(self.cx.rep.repr(i), Repr::Union(_) | Repr::Option(_))
            && !self.is_single(i)
        {
            let mut stmts = Vec::new();
            let (item, container) = (self.owned(item, i), self.owned(container, c));
            let item = self.hold_value("item", item, &mut stmts);
            let container = self.hold_value("container", container, &mut stmts);
            let found = self.dispatch(item, i, bool_ty, &mut |cx, item, one, _| {
                cx.membership_single(node, (item, one), (container.clone(), c))
            });
            return (Block { stmts, tail: Some(Box::new(found)) }.into_expr(), bool_ty);
        }
        match &repr {
            Repr::Str => {
                let class = i;
                let (item, i) = self.or_underlying(item, i);
                let item_repr = self.cx.rep.repr(i);
                if item_repr != Repr::Str {
                    let name = self.class_name_of(class);
                    let message = format!("'in <string>' requires string as left operand, not {name}");
                    return (self.throw_after([(item, i), (container, c)], &message), BOT);
                }
                let item = str_literal_text(&item).unwrap_or_else(|| item.by_ref());
                (container.method("contains", vec![item]), bool_ty)
            }
            Repr::Bytes => match self.cx.rep.repr(i) {
                Repr::Bytes => (container.method("contains", vec![item.by_ref()]), bool_ty),
                item_repr if item_repr.lends_bytes() => {
                    (self.raising(container, "contains", vec![item.by_ref()]), bool_ty)
                }
                Repr::I64 | Repr::Bool => {
                    let int = self.of(Atom::Int);
                    let item = self.coerce(item, i, int);
                    let is_byte = matches!(item, Expr::Int(value, _) if (0..256).contains(&value));
                    let found = match is_byte {
                        true => container.method("contains_byte", vec![item]),
                        false => self.raising(container, "contains_byte", vec![item]),
                    };
                    (found, bool_ty)
                }
                Repr::Float | Repr::Str | Repr::Unit | Repr::List(_) | Repr::Tuple(_) => {
                    let name = self.class_name_of(i);
                    let message = format!("a bytes-like object is required, not '{name}'");
                    let raised = self.throw_message("TypeError", &message);
                    (crate::coerce::after(item, crate::coerce::after(container, raised)), BOT)
                }
                _ => {
                    self.unsupported_operation("in");
                    (Expr::Bool(false), bool_ty)
                }
            },
            Repr::Native(_) => match self.native_method(container, c, "__contains__", vec![(item, i)]) {
                Some((found, _)) => (found, bool_ty),
                None => {
                    self.unsupported_operation("in");
                    (Expr::Bool(false), bool_ty)
                }
            },
            Repr::List(_)
            | Repr::Deque(_)
            | Repr::TupleVar(_)
            | Repr::Set(_)
            | Repr::FrozenSet(_)
            | Repr::Dict(..)
            | Repr::Keys(..) => {
                let hashes = !matches!(repr, Repr::List(_) | Repr::Deque(_) | Repr::TupleVar(_));
                // A set is looked for as a frozenset.
                let is_set = matches!(repr, Repr::Set(_) | Repr::FrozenSet(_))
                    && matches!(self.cx.rep.repr(i), Repr::Set(_));
                if hashes
                    && !is_set
                    && let Some(found) = self.unhashable(i)
                {
                    let raised = self.throw_message("TypeError", &format!("unhashable type: '{found}'"));
                    return (crate::coerce::after(item, crate::coerce::after(container, raised)), BOT);
                }
                let elem = self.elem_type(c);
                if hashes && self.cx.rep.repr(i) != self.cx.rep.repr(elem) && self.has_no_hash(i) {
                    // Each kind by itself: those without a hash raise, whatever the container holds.
                    let mut stmts = Vec::new();
                    let (item, container) = (self.owned(item, i), self.owned(container, c));
                    let item = self.hold_value("item", item, &mut stmts);
                    let container = self.hold_value("container", container, &mut stmts);
                    let found = self.dispatch(item, i, bool_ty, &mut |cx, item, one, _| {
                        cx.membership_single(node, (item, one), (container.clone(), c))
                    });
                    return (Block { stmts, tail: Some(Box::new(found)) }.into_expr(), bool_ty);
                }
                let looked_for = item.clone();
                if self.asks_objects(node, i, elem) {
                    if hashes {
                        self.unsupported_operation(OBJECT_KEYS);
                    }
                    return self.iterate_membership(node, (item, i), (container, c));
                }
                match self.as_member(item, i, elem) {
                    Some(Ok(item)) => (container.method("contains", vec![item.by_ref()]), bool_ty),
                    Some(Err(item)) => self.iterate_membership(node, (item, i), (container, c)),
                    None => {
                        let is_in = crate::coerce::after(container, Expr::Bool(false));
                        (crate::coerce::after(looked_for, is_in), bool_ty)
                    }
                }
            }
            Repr::Values(..) | Repr::Items(..) => {
                let elem = self.elem_type(c);
                if self.asks_objects(node, i, elem) {
                    return self.iterate_membership(node, (item, i), (container, c));
                }
                match self.as_member(item, i, elem) {
                    Some(Ok(item)) => (container.method("contains", vec![item.by_ref()]), bool_ty),
                    Some(Err(item)) => self.iterate_membership(node, (item, i), (container, c)),
                    None => (Expr::Bool(false), bool_ty),
                }
            }
            Repr::Range => match self.cx.rep.repr(i) {
                Repr::I64 | Repr::Bool => {
                    let int = self.of(Atom::Int);
                    let item = self.coerce(item, i, int);
                    (container.method("contains", vec![item.by_ref()]), bool_ty)
                }
                Repr::Float => (container.method("contains_float", vec![item]), bool_ty),
                Repr::Object(_) | Repr::Num | Repr::Big | Repr::Complex => {
                    self.iterate_membership(node, (item, i), (container, c))
                }
                // Nothing else is equal to a number.
                _ => {
                    let is_in = crate::coerce::after(container, Expr::Bool(false));
                    (crate::coerce::after(item, is_in), bool_ty)
                }
            },
            Repr::Tuple(_) => {
                let types = self.tuple_items(c);
                let container = self.owned(container, c);
                let (pat, names) = self.tuple_pattern(types.len());
                let mut stmts = Vec::new();
                // A variable is looked at where it is.
                let is_variable =
                    matches!(item, Expr::Path(rir::Path::Local(_))) && crate::coerce::is_calm(&container);
                let item = match is_variable {
                    true => item,
                    false => {
                        let (held, item) = (self.temp("item"), self.owned(item, i));
                        stmts.push(super::builtin::let_(&held, item));
                        Expr::local(held)
                    }
                };
                let mut any: Option<Expr> = None;
                for (name, ty) in names.into_iter().zip(types) {
                    let one = self.item_equality(node, (item.clone(), i), (Expr::local(name), ty));
                    any = Some(match any {
                        Some(any) => Expr::binary(rir::BinOp::Or, any, one),
                        None => one,
                    });
                }
                let value = any.unwrap_or(Expr::Bool(false));
                let inner = crate::coerce::destructure(pat, container, value);
                (Block { stmts, tail: Some(Box::new(inner)) }.into_expr(), bool_ty)
            }
            Repr::Object(_) => {
                let atom = self.first_atom(c);
                if let Some(target) = self.method_target(node, "__contains__", atom) {
                    let item = self.owned(item, i);
                    let (value, ty) = self.call_method_instance(target, container, vec![(item, i)]);
                    let truth = self.truth(value, ty);
                    return (truth, bool_ty);
                }
                if self.underlying_type(c).is_some() {
                    return self.with_underlying(container, c, |cx, container, c| {
                        cx.membership_single(node, (item, i), (container, c))
                    });
                }
                self.iterate_membership(node, (item, i), (container, c))
            }
            Repr::Iter(_) | Repr::Generator(..) => self.iterate_membership(node, (item, i), (container, c)),
            _ => {
                let name = self.class_name_of(c);
                let message = format!("argument of type '{name}' is not iterable");
                (self.throw_after([(item, i), (container, c)], &message), BOT)
            }
        }
    }

    /// `item` as an element type, or `None` where it can never be equal to one; `Err` where only a look at each
    /// element tells.
    fn as_member(&mut self, item: Expr, i: TypeId, elem: TypeId) -> Option<Result<Expr, Expr>> {
        let (a, b) = (self.cx.rep.repr(i), self.cx.rep.repr(elem));
        if a == b {
            return if self.is_another(i, elem) { None } else { Some(Ok(item)) };
        }
        if b == Repr::Never {
            // Nothing is in there.
            return None;
        }
        if self.underlying_type(i).is_some() {
            let (item, i) = self.or_underlying(item, i);
            return self.as_member(item, i, elem);
        }
        if self.underlying_type(elem).is_some() {
            return Some(Err(item));
        }
        if self.natively_equal(i, elem) {
            return Some(Err(item));
        }
        if let (Repr::Tuple(xs), Repr::Tuple(ys)) = (&a, &b)
            && xs.len() == ys.len()
        {
            if xs.iter().zip(ys).all(|(x, y)| widens(x, y)) {
                let item = self.owned(item, i);
                return Some(Ok(self.coerce(item, i, elem)));
            }
            if xs.iter().zip(ys).all(|(x, y)| may_equal(x, y)) {
                return Some(Err(item));
            }
        }
        let (x, y) = (number_rank(&a), number_rank(&b));
        if x.is_some() && y.is_some() && x <= y {
            let item = self.owned(item, i);
            return Some(Ok(self.coerce(item, i, elem)));
        }
        // A wider number than the elements: it may be equal to one all the same.
        if x.is_some() && y.is_some() {
            return Some(Err(item));
        }
        let (i_atoms, e_atoms) = (self.cx.rep.atoms(i), self.cx.rep.atoms(elem));
        let fits =
            |atom: &Atom| e_atoms.iter().any(|(_, other)| other == atom || (other.is_int() && atom.is_int()));
        if i_atoms.iter().all(|(_, atom)| fits(atom)) && !i_atoms.is_empty() {
            let item = self.owned(item, i);
            return Some(Ok(self.coerce(item, i, elem)));
        }
        // Narrow an optional item: `None in [1, 2]` is false.
        if !i_atoms.iter().any(|(_, atom)| fits(atom)) && x.is_none() && !self.can_equal(i, elem) {
            return None;
        }
        Some(Err(item))
    }

    /// Whether a value of one type may be equal to one of the other, kind by kind.
    pub(crate) fn can_equal(&mut self, x: TypeId, y: TypeId) -> bool {
        let kinds = |cx: &mut Self, ty: TypeId| -> Vec<(Atom, Repr)> {
            let atoms = cx.cx.rep.atoms(ty);
            let repr = |(id, atom)| {
                let one = cx.of_id(id);
                (atom, cx.cx.rep.repr(one))
            };
            atoms.into_iter().map(repr).collect()
        };
        // Classes are equal to themselves alone.
        let is_class = |atom: &Atom| matches!(atom, Atom::Class(_) | Atom::ExcClass(_) | Atom::Builtin(_));
        let (xs, ys) = (kinds(self, x), kinds(self, y));
        xs.iter()
            .any(|(a, x)| ys.iter().any(|(b, y)| (a == b || !is_class(a) || !is_class(b)) && may_equal(x, y)))
    }

    /// Whether an object of both types shows that its `__eq__` is called.
    fn may_show_itself(&mut self, x: TypeId, y: TypeId) -> bool {
        let (xs, ys) = (self.cx.rep.atoms(x), self.cx.rep.atoms(y));
        xs.into_iter().filter(|atom| ys.contains(atom)).any(|(id, _)| {
            let one = self.of_id(id);
            matches!(self.cx.rep.repr(one), Repr::Object(object) if self.cx.shows_its_equality(object))
        })
    }

    fn iterate_membership(
        &mut self,
        node: Node,
        (item, i): (Expr, TypeId),
        (container, c): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let bool_ty = self.of(Atom::Bool);
        if let [(atom, Atom::Obj(..))] = self.cx.rep.atoms(c).as_slice()
            && !self.cx.is_iterated(*atom)
        {
            let name = self.class_name_of(c);
            let message = format!("argument of type '{name}' is not iterable");
            return (self.throw_after([(item, i), (container, c)], &message), BOT);
        }
        let found = self.temp("found");
        let held = self.temp("item");
        let item = self.owned(item, i);
        let mut block = Block::default();
        block.stmts.push(Stmt::Let { pat: Pat::Bind(held.clone(), false), ty: None, init: Some(item) });
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(found.clone(), true),
            ty: None,
            init: Some(Expr::Bool(false)),
        });
        let name = found.clone();
        self.for_each_value(container, c, &mut block, &mut |cx, elem, elem_ty, body| {
            // An object is in there without being asked.
            let same = (matches!(elem, Expr::Path(_)) && cx.may_show_itself(i, elem_ty))
                .then(|| cx.identity((elem.clone(), elem_ty), (Expr::local(held.clone()), i)));
            let equal = cx.equality_test(node, (elem, elem_ty), (Expr::local(held.clone()), i));
            let test = match same {
                Some(same) => Expr::binary(rir::BinOp::Or, same, equal),
                None => equal,
            };
            let set = Expr::Assign(Box::new(Expr::local(name.clone())), Box::new(Expr::Bool(true)));
            let hit = Block { stmts: vec![Stmt::Expr(set), Stmt::Expr(Expr::Break(None, None))], tail: None };
            body.stmts.push(Stmt::Expr(when(test, hit)));
        });
        block.tail = Some(Box::new(Expr::local(found)));
        (Expr::Block(block), bool_ty)
    }
}
