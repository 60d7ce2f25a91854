//! `<` and its kin of sequences whose items are held differently: the first items that are not equal decide.
//!
//! ```text
//! (a, b) < (c, d)     if a == c { b < d } else { a < c }      // part by part
//! xs < ys             both as lists of all the kinds of items: those without an order raise when they meet
//! ```
//!
//! Values of which some may be `None` are compared by their rank, which raises where Rust's order of an `Option` would not.
//!
//! Source: Language Reference, 6.10.1.

use portalis_hir::CmpOp;
use portalis_typeck::builtins::Table;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, TypeId};

use super::builtin::let_;
use super::compare::rust_cmp;
use super::equality::Part;
use super::{Catch, Cx, FnCx};
use crate::represent::{ObjectId, Repr, UnionId};
use crate::rir::{BinOp, Block, Closure, Expr, Pat, Path};

impl FnCx<'_, '_> {
    /// The order of two tuples of known lengths.
    pub(super) fn tuple_order(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> Expr {
        let bool_ty = self.of(Atom::Bool);
        // Objects in tuples that Rust could compare are compared by the traits of Rust.
        let repr = self.cx.rep.repr(l);
        let has_traits = repr == self.cx.rep.repr(r) && self.is_ordered(&repr);
        self.with_parts((left, l), (right, r), |cx, x, y| {
            // Where one is the beginning of the other, their lengths decide.
            let by_length = match op {
                CmpOp::Lt => x.len() < y.len(),
                CmpOp::Le => x.len() <= y.len(),
                CmpOp::Gt => x.len() > y.len(),
                _ => x.len() >= y.len(),
            };
            let pairs: Vec<_> = x.iter().zip(y).collect();
            pairs.into_iter().rev().fold(Expr::Bool(by_length), |rest, (a, b)| {
                if has_traits && let Some(decided) = cx.own_order(op, a, b, &rest) {
                    return decided;
                }
                let equal = cx.rich(node, CmpOp::Eq, a.clone(), b.clone(), bool_ty);
                // An object is not asked whether it is equal to itself.
                let equal = match (cx.cx.rep.repr(a.1), cx.cx.rep.repr(b.1)) {
                    // Members of an enumeration are equal where they are the same.
                    (Repr::Object(x), Repr::Object(y))
                        if x == y
                            && (cx.cx.enumeration_of(x).is_none() || cx.cx.class_defines(x, "__eq__")) =>
                    {
                        Expr::binary(BinOp::Or, cx.identity(a.clone(), b.clone()), equal)
                    }
                    _ => equal,
                };
                let decided = cx.rich(node, op, a.clone(), b.clone(), bool_ty);
                let decided = Expr::Block(Block::of(decided));
                Expr::If(Box::new(equal), Block::of(rest), Some(Box::new(decided)))
            })
        })
    }

    /// The order of two items that are objects with an order of their own, `rest` where they are equal.
    fn own_order(&mut self, op: CmpOp, a: &Part, b: &Part, rest: &Expr) -> Option<Expr> {
        let repr = self.cx.rep.repr(a.1);
        let Repr::Object(object) = repr else { return None };
        if repr != self.cx.rep.repr(b.1) || !self.cx.orders_itself(&repr) {
            return None;
        }
        let mut equal = self.identity(a.clone(), b.clone());
        if self.cx.class_defines(object, "__eq__") {
            equal = Expr::binary(BinOp::Or, equal, Expr::binary(BinOp::Eq, a.0.clone(), b.0.clone()));
        }
        let decided = match op {
            CmpOp::Lt | CmpOp::Gt => Expr::binary(rust_cmp(op), a.0.clone(), b.0.clone()),
            op if self.cx.lacks_or_equal(&repr) => self.order_error(op, a.clone(), b.clone()),
            op => {
                // Rust's `<=` asks for what is less, Python `__le__`.
                self.unsupported_operation(op.symbol());
                return None;
            }
        };
        let decided = Some(Box::new(Expr::Block(Block::of(decided))));
        Some(Expr::If(Box::new(equal), Block::of(rest.clone()), decided))
    }

    /// A comparison that says which operator it is where it raises.
    pub(super) fn asking(&mut self, op: CmpOp, compared: Expr) -> Expr {
        let asked = self.temp("asked");
        let ask =
            Expr::call(Path::RtIn("compare", "ask".to_owned()), vec![Expr::Str(op.symbol().to_owned())]);
        let block = Block { stmts: vec![let_(&format!("_{asked}"), ask)], tail: Some(Box::new(compared)) };
        if self.catch == Catch::Uncaught { Expr::Block(block) } else { self.settled(Expr::Block(block)) }
    }

    /// The order of two sequences whose lengths only the run knows.
    pub(super) fn sequence_order(
        &mut self,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> Expr {
        let (x, y) = (self.iteration_type(l), self.iteration_type(r));
        let elem = self.cx.rep.inferred.types.join(x, y);
        let repr = self.cx.rep.repr(elem);
        let is_ranked = self.is_ranked(&Repr::List(Box::new(repr.clone())));
        if !is_ranked && !self.may_order(&repr) {
            self.unsupported_operation(op.symbol());
            return Expr::Bool(false);
        }
        let (a, b, asked) = (self.temp("left"), self.temp("right"), self.temp("asked"));
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        let (left, right) = (self.collect_list(left, l, elem), self.collect_list(right, r, elem));
        let mut block = Block { stmts: vec![let_(&a, left), let_(&b, right)], tail: None };
        let raises = matches!(repr, Repr::Union(_)) && !self.is_ordered(&repr);
        if raises || is_ranked {
            let ask = Path::RtIn("compare", "ask".to_owned());
            block
                .stmts
                .push(let_(&format!("_{asked}"), Expr::call(ask, vec![Expr::Str(op.symbol().to_owned())])));
        }
        let (a, b) = (Expr::local(a), Expr::local(b));
        let (a, b) = if is_ranked { (rank(a), rank(b)) } else { (a, b) };
        let compared = Expr::binary(rust_cmp(op), a, b);
        block.tail = Some(Box::new(compared));
        self.ordered(elem, Expr::Block(block))
    }

    /// Whether the order of such values asks `None`, which has none: they are compared by their rank.
    pub(crate) fn is_ranked(&mut self, repr: &Repr) -> bool {
        self.cx.is_ranked(repr)
    }

    /// The closure `key` with what it gives as a rank; a closure that is observed gives a `Result`.
    pub(super) fn ranking(&self, key: Expr) -> Expr {
        let Expr::Closure(mut closure) = key else { return key };
        closure.body = Box::new(match *closure.body {
            Expr::Call(ok, args) if is_ok(&ok) => Expr::Call(ok, args.into_iter().map(rank).collect()),
            body if self.catch == Catch::Uncaught => rank(body),
            body => body.method("map", vec![rank_function()]),
        });
        Expr::Closure(closure)
    }

    /// `|item| Rank(item)`, for items that are compared by their rank.
    pub(super) fn rank_of_item() -> Expr {
        Expr::Closure(Closure {
            params: vec![(Pat::Bind("item".to_owned(), false), None)],
            ret: None,
            body: Box::new(rank(Expr::local("item"))),
            is_move: false,
        })
    }
}

fn is_ok(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(Path::Local(name)) if name == "Ok")
}

fn rank(value: Expr) -> Expr {
    Expr::Call(Box::new(rank_function()), vec![value])
}

/// What makes a rank of a value.
pub(super) fn rank_function() -> Expr {
    Expr::Path(Path::RtIn("ranked", "Rank".to_owned()))
}

impl FnCx<'_, '_> {
    /// Whether values may be sorted, or the least of them looked for: those of classes that have no order among each other
    /// raise when they meet.
    pub(crate) fn may_order(&mut self, repr: &Repr) -> bool {
        match repr {
            Repr::Tuple(items) => {
                !items.last().is_some_and(|last| self.cx.equality_may_differ(last))
                    && items.clone().iter().all(|item| self.may_order_item(item))
            }
            Repr::List(elem) | Repr::TupleVar(elem) | Repr::Deque(elem) => self.may_order_item(elem),
            Repr::Union(id) if !self.is_ordered(repr) => self.may_order_union(*id, false),
            Repr::Object(id) if !self.is_ordered(repr) => self.may_order_named_tuple(*id),
            repr => self.is_ordered(repr),
        }
    }

    /// The same of items of sequences, which are asked for their order only where they are the first that are not equal:
    /// objects without one raise there, as dictionaries do.
    fn may_order_item(&mut self, repr: &Repr) -> bool {
        match repr {
            Repr::Object(id) if self.has_no_order(*id) => {
                self.cx.unordered_objects.insert(*id);
                true
            }
            Repr::Dict(..) | Repr::Set(_) | Repr::FrozenSet(_) => true,
            // One function or class, which is equal to itself.
            Repr::Static => true,
            Repr::Union(id) if !self.is_ordered(repr) => self.may_order_union(*id, true),
            repr => self.may_order(repr),
        }
    }

    /// The same of a named tuple, whose fields are items.
    fn may_order_named_tuple(&mut self, object: ObjectId) -> bool {
        let Some(dataclass) = self.cx.dataclass(object).filter(|it| it.is_tuple && it.order) else {
            return false;
        };
        self.cx.know_fields(object);
        // One that holds itself is ordered if the rest of it is.
        let is_new = self.cx.ordered_tuples.insert(object);
        let orders = self.cx.field_reprs(object, &dataclass).is_some_and(|fields| {
            !fields.last().is_some_and(|last| self.cx.equality_may_differ(last))
                && fields.iter().all(|field| self.may_order_item(field) || self.cx.is_ranked_field(field))
        });
        if is_new && !orders {
            self.cx.ordered_tuples.remove(&object);
        }
        orders
    }

    /// Whether objects of a class have no order, and nothing else decides what they are compared by.
    pub(crate) fn has_no_order(&mut self, object: ObjectId) -> bool {
        !self.is_ordered(&Repr::Object(object))
            && matches!(self.cx.base_value(object), None | Some("dict" | "OrderedDict" | "defaultdict"))
            && self.cx.enumeration_of(object).is_none_or(|found| !found.mixin.is_value())
            && self.cx.dataclass(object).is_none_or(|dataclass| !dataclass.is_tuple)
            && !self.cx.rep.is_exception_class(self.cx.rep.objects[object.0 as usize].class)
    }

    fn may_order_union(&mut self, id: UnionId, is_item: bool) -> bool {
        // A union that holds itself is asked once.
        if !self.cx.sorted_unions.insert(id) {
            return true;
        }
        let variants = self.cx.rep.unions[id.0 as usize].variants.clone();
        // Two kinds of lists would have an order; two functions have none, as two classes.
        let has_none = |cx: &mut Self, repr: &Repr| match repr {
            Repr::Static | Repr::Closure(_) | Repr::Knot(_) => true,
            Repr::Object(object) => is_item && cx.has_no_order(*object),
            _ => false,
        };
        let tuples: Vec<&[Repr]> =
            variants.iter().filter_map(|variant| super::union::tuple_items(&variant.repr)).collect();
        let are_plain = super::union::is_plain_tuples(tuples.iter().copied())
            || tuples.iter().flat_map(|items| items.iter()).all(|item| self.may_order_item(item))
                && self.cx.meet_in_order(&tuples);
        let mut classes = Vec::new();
        for variant in &variants {
            if are_plain && super::union::tuple_items(&variant.repr).is_some() {
                // They have an order among each other.
                continue;
            }
            if !has_none(self, &variant.repr) {
                classes.push(self.class_name_of(variant.ty));
            }
        }
        if are_plain && !tuples.is_empty() {
            classes.push("tuple".to_owned());
        }
        classes.sort_unstable();
        let is_distinct = classes.windows(2).all(|pair| pair[0] != pair[1]);
        let orders = is_distinct
            && variants.iter().all(|variant| match &variant.repr {
                // Sets are ordered by inclusion; what raises by itself is asked by itself.
                Repr::Set(_) | Repr::FrozenSet(_) | Repr::Option(_) | Repr::Exception => false,
                Repr::Object(object) => {
                    self.is_ordered(&variant.repr) || is_item && self.has_no_order(*object)
                }
                Repr::Tuple(_) | Repr::List(_) | Repr::TupleVar(_) => {
                    self.is_ranked(&variant.repr) || self.may_order(&variant.repr)
                }
                _ => true,
            });
        if !orders {
            self.cx.sorted_unions.remove(&id);
        }
        orders
    }
}

impl Cx<'_> {
    /// Asks how the fields of a dataclass are held: nobody may have done so yet.
    pub(crate) fn know_fields(&mut self, object: ObjectId) {
        let Some(dataclass) = self.dataclass(object).filter(|dataclass| dataclass.order) else { return };
        let cell = self.rep.objects[object.0 as usize].cell;
        for (name, _) in &dataclass.fields {
            let ty = self.rep.inferred.cells[cell.index()].attribute(name);
            // Members without an order raise where they are not equal.
            if let Repr::Object(held) = self.rep.repr(ty)
                && self.enumeration_of(held).is_some_and(|found| !found.mixin.is_value())
                && self.trait_target(held, "__lt__").is_none()
                && self.trait_target(held, "__gt__").is_none()
            {
                self.unordered_objects.insert(held);
            }
        }
    }

    /// [`FnCx::is_ranked`]; generated enums in such values get a rank.
    pub(crate) fn is_ranked(&mut self, repr: &Repr) -> bool {
        // Alone it is always compared with itself, as an item only where the others may be something.
        let asks = *repr == Repr::Unit || self.meets_itself(repr) || self.asks_rank(repr, &mut Vec::new());
        let (mut unions, mut objects) = (Vec::new(), Vec::new());
        if !asks || !self.has_rank(repr, false, &mut unions, &mut objects) {
            return false;
        }
        self.ranked_objects.extend(objects);
        self.sorted_unions.extend(&unions);
        self.ranked_unions.extend(unions);
        true
    }

    /// Whether a field of a dataclass with an order is compared by its rank: it may be `None`, or of several kinds.
    pub(crate) fn is_ranked_field(&mut self, repr: &Repr) -> bool {
        let (mut unions, mut objects) = (Vec::new(), Vec::new());
        // Dictionaries that are not equal raise by themselves.
        let has_order = match repr {
            Repr::Dict(..) => true,
            repr => self.can_order(repr) && !self.asks_rank(repr, &mut Vec::new()),
        };
        if has_order || !self.has_rank(repr, false, &mut unions, &mut objects) {
            return false;
        }
        self.ranked_objects.extend(objects);
        self.sorted_unions.extend(&unions);
        self.ranked_unions.extend(unions);
        true
    }

    /// Whether comparing objects of a dataclass may raise for what its fields hold.
    pub(crate) fn fields_may_raise(&self, object: ObjectId, open: &mut Vec<ObjectId>) -> bool {
        let is_order = self.dataclass(object).is_some_and(|dataclass| dataclass.order && !dataclass.is_tuple);
        if !is_order || open.contains(&object) {
            return false;
        }
        open.push(object);
        self.compared_reprs(object).iter().any(|repr| match repr {
            Repr::Object(id) => self.unordered_objects.contains(id) || self.fields_may_raise(*id, open),
            repr => !self.can_order(repr) || self.asks_rank(repr, &mut Vec::new()),
        })
    }

    /// Whether values of a class of the library have an order among each other.
    pub(crate) fn orders_natively(&self, repr: &Repr) -> bool {
        let Repr::Native(class) = repr else { return false };
        Table::get().special(class, "__lt__", &[&Atom::Native(class)]).is_some()
    }

    /// Whether such a field has an order at all.
    pub(crate) fn orders_field(&self, repr: &Repr, open: &mut Vec<ObjectId>) -> bool {
        let is_known = match repr {
            Repr::Tuple(items) => items.iter().all(|item| self.orders_field(item, open)),
            Repr::List(elem) | Repr::TupleVar(elem) | Repr::Deque(elem) => self.orders_field(elem, open),
            Repr::Object(id) => {
                self.orders(repr, open)
                    || self.trait_target(*id, "__gt__").is_some()
                    || self.base_value(*id).is_some()
                    || self.enumeration_of(*id).is_some_and(|found| found.mixin.is_value())
                    || self.unordered_objects.contains(id)
            }
            repr => self.orders_natively(repr) || self.orders(repr, open),
        };
        is_known || self.has_rank(repr, false, &mut Vec::new(), &mut Vec::new())
    }

    /// Whether objects have both an `__eq__` and an order of their own, of which neither says what the other does.
    pub(crate) fn equality_may_differ(&self, repr: &Repr) -> bool {
        let has = |id, name| self.class_defines(id, name);
        match repr {
            Repr::Object(id) => has(*id, "__eq__") && (has(*id, "__lt__") || has(*id, "__gt__")),
            _ => false,
        }
    }

    /// Whether objects have an order by `__lt__` or `__gt__` alone.
    pub(crate) fn lacks_or_equal(&self, repr: &Repr) -> bool {
        let Repr::Object(id) = repr else { return false };
        self.orders_itself(repr) && !self.class_defines(*id, "__le__") && !self.class_defines(*id, "__ge__")
    }

    /// Whether objects have an order that methods of their class give.
    pub(crate) fn orders_itself(&self, repr: &Repr) -> bool {
        let Repr::Object(id) = repr else { return false };
        ["__lt__", "__gt__", "__le__", "__ge__"].into_iter().any(|name| self.class_defines(*id, name))
    }

    /// Whether comparing two such values may come to an `Option`, a dictionary or a set: Rust's order of the first is
    /// another, and of the others it has none.
    pub(super) fn asks_rank(&self, repr: &Repr, seen: &mut Vec<UnionId>) -> bool {
        match repr {
            Repr::Option(_) | Repr::Dict(..) | Repr::Set(_) | Repr::FrozenSet(_) => true,
            Repr::Tuple(items) => {
                items.last().is_some_and(|last| self.equality_may_differ(last))
                    || items.iter().any(|item| self.asks_rank(item, seen))
            }
            Repr::List(elem) | Repr::TupleVar(elem) => self.asks_rank(elem, seen),
            Repr::Union(id) if !seen.contains(id) => {
                seen.push(*id);
                let variants = &self.rep.unions[id.0 as usize].variants;
                variants.iter().any(|variant| self.asks_rank(&variant.repr, seen))
            }
            _ => false,
        }
    }

    /// Whether a value holds objects whose class has no order.
    pub(crate) fn holds_unordered(&self, repr: &Repr, seen: &mut Vec<UnionId>) -> bool {
        match repr {
            Repr::Object(id) => self.lacks_order(*id),
            Repr::Option(inner) | Repr::List(inner) | Repr::TupleVar(inner) => {
                self.holds_unordered(inner, seen)
            }
            Repr::Tuple(items) => items.iter().any(|item| self.holds_unordered(item, seen)),
            Repr::Union(id) if !seen.contains(id) => {
                seen.push(*id);
                let variants = &self.rep.unions[id.0 as usize].variants;
                variants.iter().any(|variant| self.holds_unordered(&variant.repr, seen))
            }
            _ => false,
        }
    }

    /// Whether neither a class nor what it is made of says how its objects compare.
    fn lacks_order(&self, object: ObjectId) -> bool {
        ["__lt__", "__gt__", "__le__", "__ge__"].iter().all(|name| !self.class_defines(object, name))
            && self.base_value(object).is_none()
            && self.enumeration_of(object).is_none()
            && self.dataclass(object).is_none_or(|dataclass| !dataclass.is_tuple && !dataclass.order)
            && !self.rep.is_exception_class(self.rep.objects[object.0 as usize].class)
    }

    /// The same of what an enumeration's members have none of, either.
    fn never_orders(&self, object: ObjectId) -> bool {
        self.lacks_order(object)
            || self.enumeration_of(object).is_some_and(|found| !found.mixin.is_value())
                && ["__lt__", "__gt__", "__le__", "__ge__"]
                    .iter()
                    .all(|name| !self.class_defines(object, name))
    }

    /// Whether comparing two values of a kind raises, be they the same.
    pub(super) fn raises_by_itself(&self, repr: &Repr) -> bool {
        match repr {
            Repr::Static | Repr::Closure(_) | Repr::Knot(_) => true,
            Repr::Object(object) => self.never_orders(*object),
            _ => false,
        }
    }

    /// Whether values of several kinds, compared by themselves, may be what has no order: both may be the same one.
    fn meets_itself(&self, repr: &Repr) -> bool {
        match repr {
            Repr::Option(inner) => self.meets_itself(inner),
            Repr::Union(id) => self.rep.unions[id.0 as usize]
                .variants
                .iter()
                .any(|variant| self.raises_by_itself(&variant.repr)),
            _ => false,
        }
    }

    /// Whether the runtime knows a rank for such values, or generated code can: `unions` are the enums that need one,
    /// `objects` the classes. An item is compared only with one that is not equal to it.
    fn has_rank(
        &self,
        repr: &Repr,
        is_item: bool,
        unions: &mut Vec<UnionId>,
        objects: &mut Vec<ObjectId>,
    ) -> bool {
        match repr {
            Repr::Unit
            | Repr::Bool
            | Repr::I64
            | Repr::Big
            | Repr::Float
            | Repr::Num
            | Repr::Str
            | Repr::Bytes
            | Repr::Dict(..)
            | Repr::Set(_)
            | Repr::FrozenSet(_) => true,
            Repr::Option(inner) => self.has_rank(inner, is_item, unions, objects),
            Repr::Tuple(items) => {
                items.len() <= 8 && items.iter().all(|item| self.has_rank(item, true, unions, objects))
            }
            Repr::List(elem) | Repr::TupleVar(elem) => self.has_rank(elem, true, unions, objects),
            Repr::Object(id)
                if self.class_defines(*id, "__lt__")
                    || self.class_defines(*id, "__gt__")
                    || self.ordered_tuples.contains(id) =>
            {
                objects.push(*id);
                true
            }
            // Comparing two of them raises; one is not compared with itself where it is an item.
            Repr::Object(id) if is_item && self.lacks_order(*id) => {
                objects.push(*id);
                true
            }
            Repr::Union(id) if unions.contains(id) => true,
            Repr::Union(id) => {
                unions.push(*id);
                let variants = &self.rep.unions[id.0 as usize].variants;
                variants.iter().all(|variant| match &variant.repr {
                    // What has no order raises when it is compared.
                    repr if self.raises_by_itself(repr) => true,
                    repr => self.has_rank(repr, is_item, unions, objects),
                })
            }
            _ => false,
        }
    }
}
