//! Containers from iterables: `list(x)`, `dict(x)`, `Counter(x)`.

use portalis_hir::{Arg, ExprId, ExprKind};
use portalis_typeck::cell::{Field, Node};
use portalis_typeck::ty::{Atom, BOT, Kind, TypeId};

use crate::lower::iterate::into_iterator;
use crate::lower::{Catch, FnCx, Walking};
use crate::represent::Repr;
use crate::rir::{self, Block, Expr, Pat, Path, Stmt};

use super::let_;

impl FnCx<'_, '_> {
    pub(crate) fn collect(
        &mut self,
        name: &str,
        args: &[ExprId],
        maxlen: Option<ExprId>,
        ty: TypeId,
    ) -> (Expr, TypeId) {
        let (container, kind) = match name {
            "list" => ("List", Some(Kind::List)),
            "set" => ("Set", Some(Kind::Set)),
            "frozenset" => ("FrozenSet", Some(Kind::FrozenSet)),
            "tuple" => ("Tuple", None),
            _ => ("Deque", Some(Kind::Deque)),
        };
        // Where the callee may be another function too, the call may give something else.
        let ty = self.cx.rep.inferred.types.filter(ty, |atom| match (atom, kind) {
            (Atom::Cont(other, _), Some(kind)) => *other == kind,
            (Atom::Tuple(_) | Atom::TupleVar(_), None) => true,
            _ => false,
        });
        let Some(&source) = args.first() else {
            if container == "Tuple" {
                return (crate::lower::expr::empty_tuple(), ty);
            }
            let empty = self.empty_container(container, ty);
            let Some(maxlen) = maxlen else { return (empty, ty) };
            let max_ty = self.type_of(maxlen);
            let max = self.value(maxlen);
            return (self.deque_of_length(empty, max, max_ty, ty), ty);
        };
        let source_ty = self.type_of(source);
        if source_ty == BOT || ty == BOT {
            let mut block = Block::default();
            self.for_each(source, &mut block, &mut |_, _, _, _| {});
            self.dead_end(&mut block);
            return (Expr::Block(block), BOT);
        }
        if container == "Tuple" && self.is_tuple_besides(source_ty) {
            let value = self.value(source);
            return self.or_underlying(value, source_ty);
        }
        if container == "Tuple" && matches!(self.cx.rep.repr(source_ty), Repr::Tuple(_) | Repr::TupleVar(_)) {
            let value = self.value(source);
            return (value, source_ty);
        }
        let elem = self.elem_type(ty);
        if let Some(maxlen) = maxlen.or_else(|| args.get(1).copied()) {
            let max_ty = self.type_of(maxlen);
            let none = self.none_type();
            if max_ty != none {
                let items = self.value(source);
                let list = self.collect_list(items, source_ty, elem);
                let max = self.value(maxlen);
                return (self.deque_of_length(list, max, max_ty, ty), ty);
            }
            if !matches!(self.cx.module[maxlen].kind, ExprKind::None) {
                let items = self.value(source);
                let items = self.then_effect(items, maxlen);
                let list = self.collect_list(items, source_ty, elem);
                let iter = list.method("iter", Vec::new());
                return (Expr::call(Path::Rt("Deque").assoc("from_iter"), vec![iter]), ty);
            }
        }
        let item_ty = self.iteration_type(source_ty);
        if matches!(container, "Set" | "FrozenSet")
            && elem == BOT
            && item_ty != BOT
            && let Some(found) = self.unhashable(item_ty)
        {
            let mut block = Block::default();
            self.for_each(source, &mut block, &mut |cx, _, _, body| {
                let throw = cx.throw_message("TypeError", &format!("unhashable type: '{found}'"));
                body.stmts.push(Stmt::Expr(throw));
            });
            block.tail = Some(Box::new(self.empty_container(container, ty)));
            return (Expr::Block(block), ty);
        }
        if matches!(container, "Set" | "FrozenSet") && self.is_set_source(source_ty, elem) {
            let place = self.place(source);
            return (self.set_from(container, place, source_ty), ty);
        }
        let items = self.items(source);
        // A source that was unified with others may have items that never come here.
        if items.elem == BOT || elem == BOT {
            let drain = self.drain(items);
            let empty = if container == "Tuple" {
                let repr = self.cx.rep.repr(elem);
                let args = vec![self.cx.rep.ty(&repr)];
                Expr::Call(
                    Box::new(Expr::GenericAssoc(Path::Rt("Tuple"), args, "new".to_owned())),
                    Vec::new(),
                )
            } else {
                self.empty_container(container, ty)
            };
            return (crate::coerce::after(drain, empty), ty);
        }
        if !items.fallible && self.cx.rep.repr(items.elem) == self.cx.rep.repr(elem) {
            let collected = into_iterator(items.iter);
            let repr = self.cx.rep.repr(ty);
            let rust_ty = self.cx.rep.ty(&repr);
            let value = Expr::Method(Box::new(collected), "collect".to_owned(), vec![rust_ty], Vec::new());
            return (value, ty);
        }
        let held = self.temp("items");
        let mut block = Block::default();
        let list_like = if container == "Tuple" || container == "FrozenSet" { "Vec" } else { container };
        let init = if list_like == "Vec" {
            Expr::call(Path::local("Vec").assoc("new"), Vec::new())
        } else {
            self.empty_container(container, ty)
        };
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(held.clone(), list_like == "Vec"),
            ty: None,
            init: Some(init),
        });
        let add = match container {
            "Set" => "add",
            "Deque" => "append",
            _ => "push",
        };
        let target = held.clone();
        self.for_each(source, &mut block, &mut |cx, item, item_ty, body| {
            let item = cx.coerce(item, item_ty, elem);
            body.stmts.push(Stmt::Expr(Expr::local(target.clone()).method(add, vec![item])));
        });
        let tail = match container {
            "Tuple" => Expr::call(Path::Rt("Tuple").assoc("from"), vec![Expr::local(held)]),
            "FrozenSet" => {
                let repr = self.cx.rep.repr(ty);
                let rust_ty = self.cx.rep.ty(&repr);
                Expr::Method(
                    Box::new(Expr::local(held).method("into_iter", Vec::new())),
                    "collect".to_owned(),
                    vec![rust_ty],
                    Vec::new(),
                )
            }
            _ => Expr::local(held),
        };
        block.tail = Some(Box::new(tail));
        (Expr::Block(block), ty)
    }

    /// A new dict as the subclass that its type says: `defaultdict`, `Counter`, `OrderedDict`.
    pub(crate) fn flavoured(&mut self, dict: Expr, ty: TypeId) -> Expr {
        match self.cx.rep.atoms(ty).first() {
            Some((_, Atom::Cont(Kind::DefaultDict, cell))) => {
                let factory = self.cx.rep.inferred.cells[cell.index()].get(&Field::Factory);
                let text = match factory {
                    BOT => "None".to_owned(),
                    factory => self.cx.static_text(factory),
                };
                dict.method("into_default", vec![Expr::Str(text)])
            }
            Some((_, Atom::Cont(Kind::Counter, _))) => dict.method("into_counter", Vec::new()),
            Some((_, Atom::Cont(Kind::OrderedDict, _))) => dict.method("into_ordered", Vec::new()),
            _ => dict,
        }
    }

    pub(crate) fn dict_from(&mut self, node: Node, positional: &[ExprId], args: &[Arg], ty: TypeId) -> Expr {
        let has_keywords = args.iter().any(|arg| matches!(arg, Arg::Keyword(..) | Arg::DoubleStar(_)));
        if positional.is_empty() && !has_keywords {
            let empty = self.empty_container("Dict", ty);
            return self.flavoured(empty, ty);
        }
        let mut block = Block::default();
        let held = self.temp("entries");
        let empty = self.empty_container("Dict", ty);
        let empty = self.flavoured(empty, ty);
        block.stmts.push(let_(&held, empty));
        for arg in args {
            if let Arg::DoubleStar(entries) = arg
                && matches!(self.cx.module[*entries].kind, ExprKind::Local(_))
                && let from = self.type_of(*entries)
                && self.value_type(from) != BOT
                && matches!(self.cx.rep.repr(from), Repr::Dict(key, _) if *key == Repr::Str)
            {
                let place = self.place(*entries);
                let check = self.named_twice(place, "dict".to_owned(), args);
                block.stmts.extend(check.map(Stmt::Expr));
            }
        }
        self.fill_dict(node, &held, positional.first().copied(), args, ty, &mut block);
        block.tail = Some(Box::new(Expr::local(held)));
        Expr::Block(block)
    }

    /// The items of a container, as a deque of a length that may be `None`.
    fn deque_of_length(&mut self, items: Expr, max: Expr, max_ty: TypeId, ty: TypeId) -> Expr {
        let none = self.none_type();
        let iter = items.method("iter", Vec::new());
        if self.without_none(max_ty) == max_ty {
            let max = self.as_index(max, max_ty);
            return self.bounded_deque(iter, max);
        }
        self.dispatch(max, max_ty, ty, &mut |cx, max, one, _| {
            if one == none {
                let deque = Expr::call(Path::Rt("Deque").assoc("from_iter"), vec![iter.clone()]);
                return (crate::coerce::after(max, deque), ty);
            }
            let max = cx.as_index(max, one);
            (cx.bounded_deque(iter.clone(), max), ty)
        })
    }

    /// `deque(iter, max)`.
    fn bounded_deque(&mut self, iter: Expr, max: Expr) -> Expr {
        let is_length = matches!(max, Expr::Int(n, _) if n >= 0);
        if is_length || self.catch == Catch::Uncaught {
            return Expr::call(Path::Rt("Deque").assoc("with_max"), vec![iter, max]);
        }
        let call = Expr::call(Path::Rt("Deque").assoc("try_with_max"), vec![iter, max]);
        self.propagate(call)
    }

    /// Raises where a key of type `ty` has no hash.
    pub(super) fn raise_unhashable(&mut self, ty: TypeId, body: &mut Block) -> bool {
        let Some(found) = self.unhashable(ty) else { return false };
        let raised = self.throw_message("TypeError", &format!("unhashable type: '{found}'"));
        body.stmts.push(Stmt::Expr(raised));
        true
    }

    /// Puts a mapping, an iterable of pairs and keywords into a dict.
    pub(super) fn fill_dict(
        &mut self,
        node: Node,
        held: &str,
        source: Option<ExprId>,
        args: &[Arg],
        ty: TypeId,
        block: &mut Block,
    ) {
        let (key_ty, value_ty) = (self.elem_type(ty), self.value_type(ty));
        if let Some(source) = source {
            let mut source_ty = self.type_of(source);
            let mut place = None;
            if self.is_mapping_object(node, source_ty) {
                let object = self.place(source);
                if let Some((entries, ty)) = self.entries_of_object(node, object, source_ty) {
                    (place, source_ty) = (Some(entries), ty);
                }
            }
            if let Some(under) = self.underlying_type(source_ty)
                && matches!(self.cx.rep.repr(under), Repr::Dict(..))
            {
                if let Repr::Object(object) = self.cx.rep.repr(source_ty)
                    && self.cx.class_defines(object, "__iter__")
                {
                    // Python asks such an object for its keys, and for each of their values.
                    self.unsupported_operation(
                        "the entries of a subclass of `dict` with an `__iter__` of its own",
                    );
                }
                let object = self.place(source);
                let (value, ty) = self.or_underlying(object, source_ty);
                (place, source_ty) = (Some(value), ty);
            }
            if let Repr::Dict(..) = self.cx.rep.repr(source_ty) {
                let place = place.unwrap_or_else(|| self.place(source));
                self.copy_entries(held, (place, source_ty), (key_ty, value_ty), block);
            } else if self.may_be_dict(source_ty) {
                let value = self.value(source);
                let none = self.none_type();
                let filled = self.dispatch(value, source_ty, none, &mut |cx, value, one, _| {
                    let mut block = Block::default();
                    if let Repr::Dict(..) = cx.cx.rep.repr(one) {
                        cx.copy_entries(held, (value, one), (key_ty, value_ty), &mut block);
                    } else {
                        let mut pairs = Pairs { counter: cx.temp("pairs"), is_counted: false };
                        let mut filled = Block::default();
                        let to = (held, key_ty, value_ty);
                        cx.for_each_value(value, one, &mut filled, &mut |cx, item, item_ty, body| {
                            cx.fill_pair(to, &mut pairs, (item, item_ty), body);
                        });
                        pairs.start(&mut block);
                        block.stmts.extend(filled.stmts);
                    }
                    (Expr::Block(block), none)
                });
                block.stmts.push(Stmt::Expr(filled));
            } else {
                let mut pairs = Pairs { counter: self.temp("pairs"), is_counted: false };
                let mut filled = Block::default();
                let to = (held, key_ty, value_ty);
                self.for_each(source, &mut filled, &mut |cx, item, item_ty, body| {
                    cx.fill_pair(to, &mut pairs, (item, item_ty), body);
                });
                pairs.start(block);
                block.stmts.extend(filled.stmts);
            }
        }
        for arg in args {
            match arg {
                Arg::Keyword(name, value) => {
                    let from = self.type_of(*value);
                    let lowered = self.value(*value);
                    let value = self.coerce(lowered, from, value_ty);
                    let str_ty = self.of(Atom::Str);
                    let key = self.coerce(crate::lower::expr::str_literal(name), str_ty, key_ty);
                    block.stmts.push(Stmt::Expr(Expr::local(held).method("set", vec![key, value])));
                }
                Arg::DoubleStar(entries) => {
                    let from = self.type_of(*entries);
                    let is_text = self.cx.rep.repr(self.elem_type(from)) == Repr::Str;
                    match self.cx.rep.repr(from) {
                        // Nothing is ever in it.
                        Repr::Dict(..) if self.value_type(from) == BOT => self.effect(*entries, block),
                        Repr::Dict(..) if is_text => {
                            let place = self.place(*entries);
                            self.copy_entries(held, (place, from), (key_ty, value_ty), block);
                        }
                        _ => self.unsupported_operation("`**` into `dict`"),
                    }
                }
                Arg::Star(_) => self.unsupported_operation("a `*` of unknown length into `dict`"),
                Arg::Pos(_) => {}
            }
        }
    }

    /// Whether a value of several kinds may be a dict.
    fn may_be_dict(&mut self, ty: TypeId) -> bool {
        let atoms = self.cx.rep.atoms(ty);
        let is_dict = |atom: &Atom| {
            matches!(atom, Atom::Cont(Kind::Dict | Kind::DefaultDict | Kind::Counter | Kind::OrderedDict, _))
        };
        !self.is_single(ty) && atoms.iter().any(|(_, atom)| is_dict(atom))
    }

    /// One item of what a dict is made of: its entry.
    fn fill_pair(
        &mut self,
        (held, key_ty, value_ty): (&str, TypeId, TypeId),
        pairs: &mut Pairs,
        (item, item_ty): (Expr, TypeId),
        body: &mut Block,
    ) {
        let parts = self.tuple_items(item_ty);
        let repr = self.cx.rep.repr(item_ty);
        if parts.len() == 2 && matches!(repr, Repr::Tuple(_)) {
            let (pat, names) = self.tuple_pattern(2);
            body.stmts.push(Stmt::Let { pat, ty: None, init: Some(item) });
            if self.raise_unhashable(parts[0], body) {
                return;
            }
            let key = self.coerce(Expr::local(names[0].clone()), parts[0], key_ty);
            let value = self.coerce(Expr::local(names[1].clone()), parts[1], value_ty);
            body.stmts.push(Stmt::Expr(Expr::local(held).method("set", vec![key, value])));
            return;
        }
        if matches!(
            repr,
            Repr::Unit | Repr::I64 | Repr::Big | Repr::Float | Repr::Num | Repr::Bool | Repr::Complex
        ) {
            let message = "cannot convert dictionary update sequence element #0 to a sequence";
            let throw = self.throw_message("TypeError", message);
            body.stmts.push(Stmt::Expr(crate::coerce::after(item, throw)));
            return;
        }
        // Of sequences each must turn out to have two items.
        pairs.is_counted = true;
        let elem = self.iteration_type(item_ty);
        let (items, pair) = (self.temp("items"), self.tuple_pattern(2));
        let (pat, names) = pair;
        let outer = std::mem::replace(&mut self.walk, Walking::Pairs(pairs.counter.clone()));
        let list = self.collect_list(item, item_ty, elem);
        self.walk = outer;
        body.stmts.push(let_(&items, list));
        let args = vec![Expr::local(items).by_ref()];
        let taken = self.raising(Expr::local(pairs.counter.clone()), "next_of", args);
        body.stmts.push(Stmt::Let { pat, ty: None, init: Some(taken) });
        let key = self.coerce(Expr::local(names[0].clone()), elem, key_ty);
        let value = self.coerce(Expr::local(names[1].clone()), elem, value_ty);
        body.stmts.push(Stmt::Expr(Expr::local(held).method("set", vec![key, value])));
    }

    pub(crate) fn counter(&mut self, node: Node, positional: &[ExprId], args: &[Arg], ty: TypeId) -> Expr {
        let held = self.temp("entries");
        let mut block = Block::default();
        let empty = self.empty_container("Dict", ty);
        let empty = self.flavoured(empty, ty);
        block.stmts.push(let_(&held, empty));
        if let Some(&source) = positional.first() {
            let (key_ty, value_ty) = (self.elem_type(ty), self.value_type(ty));
            if self.holds_entries(source) {
                self.fill_dict(node, &held, Some(source), &[], ty, &mut block);
            } else if value_ty != BOT && self.cx.rep.repr(value_ty) != Repr::I64 {
                self.unsupported_operation("this `Counter`");
            } else {
                self.count_given(&held, source, key_ty, &mut block);
            }
        }
        // Keywords are added to what was counted, which may have them already.
        let has_keywords = args.iter().any(|arg| !matches!(arg, Arg::Pos(_)));
        if has_keywords && !positional.is_empty() {
            self.unsupported_operation("a `Counter` of an iterable and of keywords");
        }
        if has_keywords {
            self.fill_dict(node, &held, None, args, ty, &mut block);
        }
        block.tail = Some(Box::new(Expr::local(held)));
        Expr::Block(block)
    }

    /// Counts the items of `source`, where it is not `None`.
    fn count_given(&mut self, held: &str, source: ExprId, key_ty: TypeId, block: &mut Block) {
        let (ty, none) = (self.type_of(source), self.none_type());
        if !self.cx.rep.atoms(ty).iter().any(|(_, atom)| *atom == Atom::None) {
            return self.count_into(held, source, key_ty, block);
        }
        let value = self.value(source);
        let counted = self.dispatch(value, ty, none, &mut |cx, value, one, _| {
            let mut counting = Block::default();
            if one != none {
                let items = cx.items_of_value(value, one);
                cx.loop_over(items, &mut counting, &mut |cx, item, item_ty, body| {
                    cx.count_item(held, item, item_ty, key_ty, body);
                });
            }
            counting.tail = Some(Box::new(Expr::unit()));
            (Expr::Block(counting), none)
        });
        block.stmts.push(Stmt::Expr(counted));
    }

    /// Whether a value is a dict, or an object that holds one.
    pub(super) fn holds_entries(&mut self, source: ExprId) -> bool {
        let ty = self.type_of(source);
        let held = self.underlying_type(ty).unwrap_or(ty);
        matches!(self.cx.rep.repr(held), Repr::Dict(..))
    }

    /// Counts the items of `source` into the `Counter` that `held` is.
    pub(super) fn count_into(&mut self, held: &str, source: ExprId, key_ty: TypeId, block: &mut Block) {
        self.for_each(source, block, &mut |cx, item, item_ty, body| {
            cx.count_item(held, item, item_ty, key_ty, body);
        });
    }

    fn count_item(&mut self, held: &str, item: Expr, item_ty: TypeId, key_ty: TypeId, body: &mut Block) {
        if self.raise_unhashable(item_ty, body) {
            return;
        }
        let item = self.coerce(item, item_ty, key_ty);
        let key = self.temp("key");
        body.stmts.push(let_(&key, item));
        let target = Expr::local(held.to_owned());
        let count =
            target.clone().method("get_or", vec![Expr::local(key.clone()).by_ref(), Expr::Int(0, None)]);
        let more = self.temp("count");
        body.stmts.push(let_(&more, Expr::binary(rir::BinOp::Add, count, Expr::Int(1, None))));
        body.stmts.push(Stmt::Expr(target.method("set", vec![Expr::local(key), Expr::local(more)])));
    }
}

/// The number of the pair that is looked at, which errors name.
struct Pairs {
    counter: String,
    is_counted: bool,
}

impl Pairs {
    fn start(self, block: &mut Block) {
        if self.is_counted {
            let new = Path::RtIn("dict", "Pairs::new".to_owned());
            block.stmts.push(let_(&self.counter, Expr::call(new, Vec::new())));
        }
    }
}
