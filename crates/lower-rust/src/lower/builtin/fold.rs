//! Folds: `sum`, `min`, `max`, `any`, `all`, `math.prod`.

use portalis_hir::{Arg, BinOp, ExprId};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use crate::lower::iterate::{EachItem, Items};
use crate::lower::{Catch, FnCx};
use crate::represent::Repr;
use crate::rir::{self, Block, Expr, Pat, Path, Stmt, Ty};

use super::{let_, wrap_ok};

impl FnCx<'_, '_> {
    pub(super) fn sum(
        &mut self,
        id: ExprId,
        args: &[ExprId],
        start: Option<ExprId>,
        to: TypeId,
    ) -> (Expr, TypeId) {
        let Some(&source) = args.first() else { return (Expr::unit(), BOT) };
        let start = args.get(1).copied().or(start);
        let source_ty = self.type_of(source);
        let elem = self.iteration_type(source_ty);
        let nat = self.of(Atom::Nat);
        let (int, float) = (self.of(Atom::Int), self.of(Atom::Float));
        let elem_repr = self.cx.rep.repr(elem);
        if let Some(start) = start
            && let Some(message) = self.unsummed(self.type_of(start))
        {
            let operands = [source, start].map(|operand| (self.value(operand), self.type_of(operand)));
            return (self.throw_after(operands, message), BOT);
        }
        if to == BOT {
            return (self.dead_operands([source]), BOT);
        }
        if start.is_none() && self.consumed(source).is_none() {
            let items = self.items(source);
            if !items.fallible && items.elem != BOT {
                match (&elem_repr, self.cx.rep.repr(to)) {
                    (Repr::I64, Repr::I64) => {
                        return (Expr::call(Path::RtIn("builtins", "sum".to_owned()), vec![items.iter]), int);
                    }
                    (Repr::Big, Repr::Big) => {
                        let big = self.of(Atom::BigInt);
                        return (
                            Expr::call(Path::RtIn("builtins", "sum_big".to_owned()), vec![items.iter]),
                            big,
                        );
                    }
                    _ => {}
                }
            }
        }
        let total = self.temp("total");
        let step = (Node::Expr(id), BinOp::Add);
        let gives = elem != BOT;
        let Some(start) = start else {
            let init = (Expr::Int(0, None), nat);
            // What certainly adds something is a float; how the sum begins does not show.
            let is_some_float = matches!((&elem_repr, self.cx.rep.repr(to)), (Repr::Float, Repr::Float));
            let held = if is_some_float { self.cx.rep.inferred.types.join(nat, float) } else { to };
            let folded = self.fold(total, step, init, gives, held, &mut |cx, block, body| {
                cx.for_each(source, block, body);
            });
            return (if is_some_float { folded.method("sum_of_some", Vec::new()) } else { folded }, to);
        };
        let start_ty = self.type_of(start);
        let init = self.value(start);
        if self.consumed(source).is_some() || crate::lower::iterate::is_simple(&init) {
            let folded = self.fold(total, step, (init, start_ty), gives, to, &mut |cx, block, body| {
                cx.for_each(source, block, body);
            });
            return (folded, to);
        }
        // The items come before the start value.
        let mut stmts = Vec::new();
        let value = self.value(source);
        let held = self.hold_value("source", value, &mut stmts);
        let folded = self.fold(total, step, (init, start_ty), gives, to, &mut |cx, block, body| {
            cx.for_each_value(held.clone(), source_ty, block, body);
        });
        (Expr::Block(Block { stmts, tail: Some(Box::new(folded)) }), to)
    }

    /// Item by item into `total`, from a start value, in the result's type.
    pub(super) fn fold_items(
        &mut self,
        total: String,
        step: (Node, BinOp),
        init: (Expr, TypeId),
        items: Items,
        to: TypeId,
    ) -> Expr {
        let gives = items.elem != BOT;
        let mut items = Some(items);
        self.fold(total, step, init, gives, to, &mut |cx, block, body| {
            if let Some(items) = items.take() {
                cx.loop_over(items, block, body);
            }
        })
    }

    /// What `sum` says to a start that is text.
    fn unsummed(&mut self, start: TypeId) -> Option<&'static str> {
        let is_text = |atom: &Atom| matches!(atom, Atom::Str | Atom::Bytes | Atom::Native("bytearray"));
        let atoms = self.cx.rep.atoms(start);
        if atoms.len() > 1 && atoms.iter().any(|(_, atom)| is_text(atom)) {
            self.unsupported_operation("sum from what may be text");
        }
        match atoms.as_slice() {
            [(_, Atom::Str)] => Some("sum() can't sum strings [use ''.join(seq) instead]"),
            [(_, Atom::Bytes)] => Some("sum() can't sum bytes [use b''.join(seq) instead]"),
            [(_, Atom::Native("bytearray"))] => Some("sum() can't sum bytearray [use b''.join(seq) instead]"),
            _ => None,
        }
    }

    /// The same over what `each` loops over.
    fn fold(
        &mut self,
        total: String,
        (node, op): (Node, BinOp),
        (init, init_ty): (Expr, TypeId),
        gives: bool,
        to: TypeId,
        each: &mut dyn FnMut(&mut Self, &mut Block, &mut EachItem<'_, Self>),
    ) -> Expr {
        let init = self.coerce(init, init_ty, to);
        let repr = self.cx.rep.repr(to);
        let mut block = Block::default();
        block.stmts.push(Stmt::Let {
            // Of nothing, the start value it is.
            pat: Pat::Bind(total.clone(), gives),
            ty: Some(self.cx.rep.ty(&repr)),
            init: Some(init),
        });
        let name = total.clone();
        each(self, &mut block, &mut |cx, item, item_ty, body| {
            let left = Expr::local(name.clone());
            let left = if cx.is_copy(to) { left } else { left.cloned() };
            let folded = cx.binary_values(node, op, (left, to), (item, item_ty), to, false);
            body.stmts.push(Stmt::Expr(Expr::Assign(Box::new(Expr::local(name.clone())), Box::new(folded))));
        });
        block.tail = Some(Box::new(Expr::local(total)));
        Expr::Block(block)
    }

    pub(super) fn product(&mut self, args: &[ExprId], start: Option<ExprId>, to: TypeId) -> (Expr, TypeId) {
        if self.type_of(args[0]) == BOT {
            return (self.dead_operands([args[0]]), BOT);
        }
        let total = self.temp("product");
        let nat = self.of(Atom::Nat);
        let init = match start {
            Some(start) => (self.value(start), self.type_of(start)),
            None => (Expr::Int(1, None), nat),
        };
        let items = self.items(args[0]);
        (self.fold_items(total, (Node::Func(self.func), BinOp::Mul), init, items, to), to)
    }

    pub(super) fn min_max(
        &mut self,
        id: ExprId,
        name: &str,
        args: &[Arg],
        key: Option<ExprId>,
        default: Option<ExprId>,
        to: TypeId,
    ) -> (Expr, TypeId) {
        let positional: Vec<ExprId> = args
            .iter()
            .filter_map(|arg| if let Arg::Pos(value) = arg { Some(*value) } else { None })
            .collect();
        let has_star = args.iter().any(|arg| matches!(arg, Arg::Star(_)));
        let key = self.given_key(key);
        if positional.iter().any(|&arg| self.type_of(arg) == BOT) {
            return (self.dead_operands(positional), BOT);
        }
        if default.is_some() && has_star {
            self.unsupported_operation("`default` beside arguments that only the run counts");
        }
        if default.is_some() && positional.len() > 1 {
            let message = format!("Cannot specify a default for {name}() with multiple positional arguments");
            return self.failing_call(args, &message);
        }
        // What to go over: a list of the result's type, or an array where there are only the arguments.
        let mut block = Block::default();
        let elem = if let ([source], false) = (positional.as_slice(), has_star) {
            let ty = self.type_of(*source);
            self.iteration_type(ty)
        } else {
            to
        };
        if elem == BOT {
            let mut block = Block::default();
            if let Some(&source) = positional.first() {
                self.for_each(source, &mut block, &mut |_, _, _, _| {});
            }
            return match default {
                Some(default) => {
                    let ty = self.type_of(default);
                    let value = self.value(default);
                    (crate::coerce::after(Expr::Block(block), value), ty)
                }
                None => {
                    let throw = match has_star {
                        true => {
                            let message = format!("{name} expected at least 1 argument, got 0");
                            self.throw_message("TypeError", &message)
                        }
                        false => {
                            self.throw_message("ValueError", &format!("{name}() arg is an empty sequence"))
                        }
                    };
                    block.stmts.push(Stmt::Expr(throw));
                    (Expr::Block(block), BOT)
                }
            };
        }
        if positional.len() > 1 && !has_star && key.is_none() {
            let repr = self.cx.rep.repr(to);
            let types: Vec<TypeId> = positional.iter().map(|&arg| self.type_of(arg)).collect();
            if self.is_ordered(&repr) && types.into_iter().all(|ty| self.cx.rep.repr(ty) == repr) {
                return (self.best_of(name, &positional, &repr), to);
            }
        }
        let elem_repr = self.cx.rep.repr(elem);
        let is_pick = key.is_none() && default.is_none() && !self.is_ordered(&elem_repr);
        if is_pick
            && !has_star
            && positional.len() > 1
            && matches!(elem_repr, Repr::Union(_) | Repr::Option(_))
        {
            return (self.pick(id, name, &positional, to), to);
        }
        let items = if let ([source], false) = (positional.as_slice(), has_star) {
            let from = self.type_of(*source);
            let mut value = self.value(*source);
            if default.is_some() && !crate::coerce::is_calm(&value) {
                // The items come before the default.
                value = self.hold_value("source", value, &mut block.stmts);
            }
            self.collect_list(value, from, elem).method("iter", Vec::new())
        } else if !has_star {
            let mut values: Vec<Expr> = positional.iter().map(|&arg| self.value_as(arg, elem)).collect();
            if let Some(first) = values.first_mut() {
                crate::lower::anchor(first);
            }
            Expr::Array(values)
        } else {
            let held = self.temp("items");
            let repr = Repr::List(Box::new(self.cx.rep.repr(elem)));
            let Ty::Named(_, type_args) = self.cx.rep.ty(&repr) else { return (Expr::unit(), to) };
            let new = Expr::Call(
                Box::new(Expr::GenericAssoc(Path::Rt("List"), type_args, "new".to_owned())),
                Vec::new(),
            );
            block.stmts.push(let_(&held, new));
            for arg in args {
                match arg {
                    Arg::Pos(value) => {
                        let value = self.value_as(*value, elem);
                        block.stmts.push(Stmt::Expr(Expr::local(held.clone()).method("push", vec![value])));
                    }
                    Arg::Star(value) => {
                        let target = held.clone();
                        self.for_each(*value, &mut block, &mut |cx, item, item_ty, body| {
                            let item = cx.coerce(item, item_ty, elem);
                            body.stmts
                                .push(Stmt::Expr(Expr::local(target.clone()).method("push", vec![item])));
                        });
                    }
                    Arg::Keyword(..) | Arg::DoubleStar(_) => {}
                }
            }
            self.check_spread(name, &held, positional.len(), elem, &mut block);
            Expr::local(held).method("iter", Vec::new())
        };
        let repr = self.cx.rep.repr(elem);
        let result = match key {
            Some(key) => {
                let walked = if positional.len() == 1 { positional.first().copied() } else { None };
                let (closure, key_ty) = self.key_closure(id, key, elem, walked);
                let key_repr = self.cx.rep.repr(key_ty);
                let closure = if self.is_ranked(&key_repr) {
                    self.ranking(closure)
                } else {
                    if !self.may_order(&key_repr) {
                        self.unsupported_operation("this key");
                    }
                    closure
                };
                if self.catch == Catch::Uncaught && default.is_none() {
                    Expr::call(Path::RtIn("builtins", format!("{name}_by_key")), vec![items, closure])
                } else {
                    let closure = if self.catch == Catch::Uncaught { wrap_ok(closure) } else { closure };
                    let call = Expr::call(
                        Path::RtIn("builtins", format!("try_{name}_by_key")),
                        vec![items, closure],
                    );
                    let found = self.propagate(call);
                    let found = self.ordered(key_ty, found);
                    return self.or_default(found, elem, default, name, to, block);
                }
            }
            None if self.is_ranked(&repr) => {
                let closure = wrap_ok(Self::rank_of_item());
                let args = vec![items, closure];
                let found = Expr::call(Path::RtIn("builtins", format!("try_{name}_by_key")), args);
                let found = self.propagate(found);
                let found = self.ordered(elem, found);
                return self.or_default(found, elem, default, name, to, block);
            }
            None if self.is_without_order(elem) => {
                let items = match items {
                    array @ Expr::Array(_) => array.method("into_iter", Vec::new()),
                    items => items,
                };
                let found = self.only_item(name, items, elem);
                return self.or_default(found, elem, default, name, to, block);
            }
            None => {
                if !self.may_order(&repr) {
                    self.unsupported_operation(name);
                }
                match default {
                    Some(_) => {
                        let call = Expr::call(Path::RtIn("builtins", format!("try_{name}")), vec![items]);
                        let found = self.ordered(elem, call.method("ok", Vec::new()));
                        return self.or_default(found, elem, default, name, to, block);
                    }
                    None => self.raising_call("builtins", name, vec![items]),
                }
            }
        };
        if block.stmts.is_empty() {
            return (result, elem);
        }
        block.tail = Some(Box::new(result));
        (Expr::Block(block), elem)
    }

    /// Whether two values of this one kind never have an order.
    fn is_without_order(&mut self, elem: TypeId) -> bool {
        match self.cx.rep.repr(elem) {
            Repr::Object(object) => self.has_no_order(object),
            Repr::Dict(..) | Repr::Complex => true,
            _ => false,
        }
    }

    /// The only one of items without an order, if there is one; raises where there is another.
    fn only_item(&mut self, name: &str, items: Expr, elem: TypeId) -> Expr {
        let (held, first) = (self.temp("items"), self.temp("first"));
        let class = self.class_name_of(elem);
        let sign = if name == "max" { ">" } else { "<" };
        let message = format!("'{sign}' not supported between instances of '{class}' and '{class}'");
        let throw = Block { stmts: vec![Stmt::Expr(self.throw_message("TypeError", &message))], tail: None };
        let next = || Expr::local(held.clone()).method("next", Vec::new());
        let another = next().method("is_some", Vec::new());
        let stmts = vec![
            Stmt::Let { pat: Pat::Bind(held.clone(), true), ty: None, init: Some(items) },
            let_(&first, next()),
            Stmt::Expr(Expr::If(Box::new(another), throw, None)),
        ];
        Expr::Block(Block { stmts, tail: Some(Box::new(Expr::local(first))) })
    }

    /// `max(a, b, …)` of values of one type that has an order: the first of equals.
    fn best_of(&mut self, name: &str, args: &[ExprId], repr: &Repr) -> Expr {
        let mut values: Vec<Expr> = args.iter().map(|&arg| self.value(arg)).collect();
        // Of two literals a reader, and clippy, would want to see the better one.
        let n_literals =
            values.iter().filter(|value| crate::lower::arithmetic::literal_value(value).is_some()).count();
        if let Some(first) = values.first_mut() {
            crate::lower::anchor(first);
        }
        let pick = |best: Expr, next: Expr| {
            // Equal integers are the same.
            if *repr == Repr::I64 && n_literals < 2 {
                return best.method(name, vec![next]);
            }
            Expr::call(Path::RtIn("builtins", format!("{name}2")), vec![best, next])
        };
        values.into_iter().reduce(pick).unwrap_or_else(Expr::unit)
    }

    /// `max(a, b, …)` of values of several kinds: each is compared with the best before it, which may raise.
    fn pick(&mut self, id: ExprId, name: &str, args: &[ExprId], to: TypeId) -> Expr {
        let op = if name == "max" { portalis_hir::CmpOp::Gt } else { portalis_hir::CmpOp::Lt };
        let bool_ty = self.of(Atom::Bool);
        let mut block = Block::default();
        let held: Vec<(String, TypeId)> = args
            .iter()
            .map(|&arg| {
                let (name, ty) = (self.temp("item"), self.type_of(arg));
                let value = self.value(arg);
                block.stmts.push(let_(&name, value));
                (name, ty)
            })
            .collect();
        let mut best = (Expr::local(held[0].0.clone()), held[0].1);
        for (item, ty) in &held[1..] {
            let item = (self.again(Expr::local(item.clone()), *ty), *ty);
            let known = (self.again(best.0.clone(), best.1), best.1);
            let better = self.compare_values(Node::Expr(id), op, item.clone(), known.clone(), bool_ty);
            if better.diverges() {
                block.stmts.push(Stmt::Expr(better));
                return Expr::Block(block);
            }
            let (yes, no) = (self.coerce(item.0, item.1, to), self.coerce(known.0, known.1, to));
            let name = self.temp("best");
            block.stmts.push(let_(&name, Expr::If(Box::new(better), Block::of(yes), Some(Box::new(no)))));
            best = (Expr::local(name), to);
        }
        block.tail = Some(Box::new(best.0));
        Expr::Block(block)
    }

    /// A value of type `ty` that is used once more.
    fn again(&mut self, value: Expr, ty: TypeId) -> Expr {
        if self.is_copy(ty) { value } else { value.cloned() }
    }

    /// The `Some` of a search, or the default, or the error of an empty one.
    pub(super) fn or_default(
        &mut self,
        found: Expr,
        elem: TypeId,
        default: Option<ExprId>,
        name: &str,
        to: TypeId,
        mut block: Block,
    ) -> (Expr, TypeId) {
        let otherwise = match default {
            Some(default) => {
                let ty = self.type_of(default);
                let value = self.value(default);
                let value = self.coerce(value, ty, to);
                // It is evaluated whether there is an item or not.
                if crate::coerce::is_calm(&value) {
                    value
                } else {
                    self.hold_value("default", value, &mut block.stmts)
                }
            }
            None => self.throw_message("ValueError", &format!("{name}() arg is an empty sequence")),
        };
        let some = self.coerce(Expr::local("item"), elem, to);
        let arms = vec![
            rir::Arm {
                pat: Pat::Call(Path::local("Some"), vec![Pat::Bind("item".to_owned(), false)]),
                guard: None,
                body: some,
            },
            rir::Arm { pat: Pat::Path(Path::local("None")), guard: None, body: otherwise },
        ];
        let value = Expr::Match(Box::new(found), arms);
        if block.stmts.is_empty() {
            return (value, to);
        }
        block.tail = Some(Box::new(value));
        (Expr::Block(block), to)
    }

    pub(super) fn any_all(&mut self, name: &str, source: ExprId) -> (Expr, TypeId) {
        // Out of all of the loops at once.
        let is_nested = self.consumed(source).is_some_and(|comp| comp.clauses.len() > 1);
        self.any_all_of(name, is_nested, &mut |cx, loops, each| cx.for_each(source, loops, each))
    }

    /// The same of a value.
    pub(super) fn apply_any_all(&mut self, name: &str, value: Expr, ty: TypeId) -> (Expr, TypeId) {
        self.any_all_of(name, false, &mut |cx, loops, each| cx.for_each_value(value.clone(), ty, loops, each))
    }

    fn any_all_of(
        &mut self,
        name: &str,
        is_nested: bool,
        walk: &mut dyn FnMut(&mut Self, &mut Block, &mut EachItem<'_, Self>),
    ) -> (Expr, TypeId) {
        let bool_ty = self.bool_ty();
        let found = self.temp("found");
        let is_any = name == "any";
        let mut block = Block::default();
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(found.clone(), true),
            ty: None,
            init: Some(Expr::Bool(!is_any)),
        });
        let target = found.clone();
        let mut entered = false;
        let label = is_nested.then(|| found.clone());
        let mut loops = Block::default();
        walk(self, &mut loops, &mut |cx, item, item_ty, body| {
            entered = true;
            let test = cx.truth(item, item_ty);
            let test = if is_any { test } else { test.not() };
            let set = Expr::Assign(Box::new(Expr::local(target.clone())), Box::new(Expr::Bool(is_any)));
            let out = Stmt::Expr(Expr::Break(label.clone(), None));
            let hit = Block { stmts: vec![Stmt::Expr(set), out], tail: None };
            body.stmts.push(Stmt::Expr(Expr::If(Box::new(test), hit, None)));
        });
        match label {
            Some(label) => block.stmts.push(Stmt::Expr(Expr::Labelled(label, loops))),
            None => block.stmts.extend(loops.stmts),
        }
        if !entered && let Some(Stmt::Let { pat, .. }) = block.stmts.first_mut() {
            *pat = Pat::Bind(found.clone(), false);
        }
        block.tail = Some(Box::new(Expr::local(found)));
        (Expr::Block(block), bool_ty)
    }
}
