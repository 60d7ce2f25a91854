//! Calls.

use portalis_hir::{Arg, ExprId, ExprKind, FuncId, Name, ParamKind};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, InstId, TypeId};

use super::spread::Given;
use super::{FnCx, anchor};
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Path, Stmt};

impl FnCx<'_, '_> {
    /// `callee(args)`, as a `to`.
    pub(crate) fn call(&mut self, id: ExprId, callee: ExprId, args: &[Arg], to: TypeId) -> Expr {
        let callee_ty = self.type_of(callee);
        if let ExprKind::Local(local) = self.cx.module[callee].kind {
            self.check_bound(local, callee);
        }
        let dead_arg = args.iter().any(|arg| self.type_of(arg.value()) == BOT);
        if callee_ty == BOT || dead_arg {
            let mut operands = vec![callee];
            operands.extend(args.iter().map(Arg::value));
            return self.dead_operands(operands);
        }
        // A `**` that never holds anything is no argument.
        let is_nothing = |arg: &Arg| match arg {
            Arg::DoubleStar(value) => {
                let ty = self.type_of(*value);
                matches!(self.cx.module[*value].kind, ExprKind::Local(_))
                    && matches!(self.cx.rep.atoms(ty).as_slice(), [(_, Atom::Cont(kind, _))] if kind.is_dict())
                    && self.value_type(ty) == BOT
            }
            _ => false,
        };
        if args.iter().any(is_nothing) {
            let args: Vec<Arg> = args.iter().filter(|arg| !is_nothing(arg)).cloned().collect();
            return self.call(id, callee, &args, to);
        }
        if let Some(message) = self.not_spread(callee_ty, args) {
            let raised = self.throw_message("TypeError", &message);
            let mut block = Block::default();
            args.iter().for_each(|arg| self.effect(arg.value(), &mut block));
            block.tail = Some(Box::new(raised));
            return block.into_expr();
        }
        if let Some(star) = self.star_of_nothing(args) {
            return self.with_items(star, callee, args, &mut |cx| cx.call(id, callee, args, to));
        }
        if let [Arg::Star(star)] = args
            && self.has_several_shapes(callee_ty, *star)
        {
            return self.call_by_shape(id, callee, *star, args, to);
        }
        if let Some(star) = self.spread_of(callee_ty, args)
            && self.spread_items(star).is_none()
        {
            return self.with_spread(star, callee, args, &mut |cx| cx.call(id, callee, args, to));
        }
        if let Some((object, methods)) = self.methods_by_kind(callee) {
            // A method of an object of several kinds: looked up and called in one arm each.
            let object_ty = self.type_of(object);
            let place = self.place(object);
            let held = self.owned(place, object_ty);
            return self.dispatch(held, object_ty, to, &mut |cx, value, _, (atom, _)| {
                let method =
                    methods.iter().find(|(receiver, _)| *receiver == atom).map_or(atom, |found| found.1);
                let (value, ty) = cx.call_single(id, callee, Some(value), method, args);
                (if ty == BOT { super::expr::dead_value(value) } else { value }, ty)
            });
        }
        if self.is_single(callee_ty) {
            let atom = self.first_atom(callee_ty);
            let before = self.what_gives(callee, atom);
            let (value, ty) = self.call_single(id, callee, None, atom, args);
            let value = super::known_callee::first(before, value);
            return match ty {
                BOT if to != BOT => super::expr::dead_value(value),
                BOT => value,
                ty => self.coerce(value, ty, to),
            };
        }
        // A callee of several kinds: one arm each.
        let held = self.value(callee);
        self.dispatch(held, callee_ty, to, &mut |cx, value, _, (atom, _)| {
            let (value, ty) = cx.call_single(id, callee, Some(value), atom, args);
            (if ty == BOT { super::expr::dead_value(value) } else { value }, ty)
        })
    }

    /// The object of a callee `object.method`, and the bound method of each kind that the object may be, where every
    /// kind has one of its own: looking it up then only looks.
    fn methods_by_kind(&mut self, callee: ExprId) -> Option<(ExprId, Vec<(AtomId, AtomId)>)> {
        let ExprKind::Attribute { value: object, name } = &self.cx.module[callee].kind else { return None };
        let object = *object;
        if self.is_computed(self.type_of(object), name) {
            return None;
        }
        let methods: Vec<(AtomId, AtomId)> = self
            .cx
            .rep
            .atoms(self.type_of(callee))
            .into_iter()
            .map(|(id, atom)| match atom {
                Atom::Bound(receiver, ..) | Atom::BoundBuiltin(receiver, _) => Some((receiver, id)),
                _ => None,
            })
            .collect::<Option<_>>()?;
        let kinds = self.cx.rep.atoms(self.type_of(object));
        let is_direct = !self.is_single(self.type_of(object))
            && kinds.len() == methods.len()
            && kinds.iter().all(|(kind, _)| methods.iter().any(|(receiver, _)| receiver == kind));
        is_direct.then_some((object, methods))
    }

    /// A call of one kind of callee; `held` is its value where that was taken out of a union.
    pub(super) fn call_single(
        &mut self,
        id: ExprId,
        callee: ExprId,
        held: Option<Expr>,
        atom_id: AtomId,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let node = Node::Expr(id);
        let role = self.call_role.take().unwrap_or_else(|| "call".to_owned());
        match self.cx.rep.inferred.types.get(atom_id).clone() {
            Atom::Func(func, env) => {
                let Some(target) = self.target(node, &role, atom_id) else {
                    return self.bad_call(callee, held, (func, false), args);
                };
                let mut block = Block::default();
                let captured = self.closure_args(callee, held, (func, env), &mut block);
                let values = self.bind_arguments(target, None, args);
                let ret = self.return_type(target);
                block.tail = Some(Box::new(self.call_bound(target, captured, values)));
                (block.into_expr(), ret)
            }
            Atom::Bound(receiver, func, env) => {
                let Some(target) = self.target(node, &role, atom_id) else {
                    return self.bad_call(callee, held, (func, true), args);
                };
                let bound = receiver;
                let receiver_ty = self.of_id(receiver);
                let receiver = match held {
                    Some(held) => held,
                    None => self.receiver_of(callee),
                };
                let values = self.bind_arguments(target, Some((receiver, receiver_ty)), args);
                let ret = self.return_type(target);
                let mut block = Block::default();
                let captured = self.captured_by_method(callee, bound, (func, env), &mut block);
                block.tail = Some(Box::new(self.call_bound(target, captured, values)));
                (block.into_expr(), ret)
            }
            Atom::Class(class) => self.construct(node, &role, class, args),
            Atom::ExcClass(name) if args.iter().any(|arg| matches!(arg, Arg::Keyword(..))) => {
                self.failing_call(args, &format!("{name}() takes no keyword arguments"))
            }
            Atom::ExcClass(name) => {
                let exception = self.make_exception(&name, args);
                let ty = self.of(Atom::Exc(name));
                (exception, ty)
            }
            Atom::Obj(..) => {
                let receiver = match held {
                    Some(held) => held,
                    None => self.place(callee),
                };
                let Some(target) = self.called_object(id, "call", atom_id) else {
                    let atom = self.cx.rep.inferred.types.get(atom_id).clone();
                    return self.not_callable(&atom, Some(receiver), args);
                };
                let receiver_ty = self.of_id(atom_id);
                let values = self.bind_arguments(target, Some((receiver, receiver_ty)), args);
                let ret = self.return_type(target);
                (self.call_bound(target, Vec::new(), values), ret)
            }
            Atom::Builtin(name) => {
                self.call_without_stars(&name, args, |cx, args| cx.call_builtin(id, &name, args))
            }
            Atom::BoundBuiltin(receiver, name) => {
                let value = match held {
                    Some(held) => held,
                    None => self.receiver_of(callee),
                };
                // What a derived class hands to the container that it holds goes as to the container itself.
                let of_container = &*name == "super.__init__" && self.holds_container(receiver);
                let rule: &str = if of_container { "dict" } else { &name };
                self.call_without_stars(rule, args, |cx, args| {
                    cx.call_builtin_method(id, (value, receiver), &name, args)
                })
            }
            other => {
                let value = match held {
                    Some(held) => held,
                    None => self.place(callee),
                };
                self.not_callable(&other, Some(value), args)
            }
        }
    }

    /// The object of `object.method`, as a place.
    pub(super) fn receiver_of(&mut self, callee: ExprId) -> Expr {
        match &self.cx.module[callee].kind {
            ExprKind::Attribute { value, name } => {
                let object_ty = self.type_of(*value);
                if self.is_computed(object_ty, name) {
                    return self.place(callee);
                }
                let place = self.place(*value);
                // `super().method`, or a bound method's own receiver type.
                let receiver_ty = match self.cx.rep.atoms(self.type_of(callee)).first() {
                    Some((_, Atom::Bound(receiver, ..) | Atom::BoundBuiltin(receiver, _))) => {
                        let receiver = *receiver;
                        self.of_id(receiver)
                    }
                    _ => object_ty,
                };
                if self.cx.rep.repr(object_ty) == self.cx.rep.repr(receiver_ty) {
                    place
                } else if self.is_single(object_ty) {
                    let owned = self.owned(place, object_ty);
                    self.coerce(owned, object_ty, receiver_ty)
                } else {
                    // The kinds without the method raise before the arguments are looked at.
                    self.value(callee)
                }
            }
            _ => self.place(callee),
        }
    }

    /// A call of what is no function: callee and arguments are evaluated all the same.
    fn not_callable(&mut self, atom: &Atom, callee: Option<Expr>, args: &[Arg]) -> (Expr, TypeId) {
        let name = self.class_name(atom);
        let raised = self.throw_message("TypeError", &format!("'{name}' object is not callable"));
        let callee = callee.map(|mut callee| {
            anchor(&mut callee);
            (callee, BOT)
        });
        (self.after_arguments(callee, args, raised), BOT)
    }

    /// A call that never binds its arguments, of a function or of a method that is bound.
    fn bad_call(
        &mut self,
        callee: ExprId,
        held: Option<Expr>,
        (func, is_bound): (FuncId, bool),
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let mut block = Block::default();
        match (held, &self.cx.module[callee].kind) {
            (Some(held), _) if crate::coerce::is_pure(&held) => {}
            (Some(held), _) => block.stmts.push(Stmt::Expr(crate::coerce::drop_value(held))),
            (None, ExprKind::Attribute { value, .. }) => self.effect(*value, &mut block),
            (None, ExprKind::Local(_)) => {}
            (None, _) => self.effect(callee, &mut block),
        }
        for arg in args {
            self.effect(arg.value(), &mut block);
        }
        let message = self.arity_message(func, is_bound, args);
        let throw = self.throw_message("TypeError", &message);
        block.stmts.push(Stmt::Expr(throw));
        (Expr::Block(block), BOT)
    }

    /// The captured variables to pass to `func`: from the closure value, or from here. What makes the closure value runs
    /// first, in `block`.
    pub(crate) fn closure_args(
        &mut self,
        callee: ExprId,
        held: Option<Expr>,
        (func, env): (FuncId, InstId),
        block: &mut Block,
    ) -> Vec<Expr> {
        let n = self.cx.rep.captured(func, env).len();
        if n == 0 {
            // The function is known; what gives it may do more.
            if held.is_none() && !matches!(self.cx.module[callee].kind, ExprKind::Local(_)) {
                let place = self.place(callee);
                if !crate::coerce::is_pure(&place) {
                    block.stmts.push(Stmt::Expr(crate::coerce::drop_value(place)));
                }
            }
            return Vec::new();
        }
        if held.is_none()
            && let ExprKind::Local(local) = self.cx.module[callee].kind
            && self.cx.rep.captures.defined(local) == Some(func)
        {
            return self.captured_args(func);
        }
        let closure = match held {
            Some(held) => held,
            None => self.place(callee),
        };
        let closure = if matches!(closure, Expr::Path(_)) {
            closure
        } else {
            self.hold_value("closure", closure, &mut block.stmts)
        };
        self.cx.closure_parts(&closure, func, env)
    }

    /// References to the captured variables of `func`, which are variables here.
    pub(crate) fn captured_args(&mut self, func: FuncId) -> Vec<Expr> {
        let own = self.cx.rep.captured(self.func, self.inst);
        let captured = self.cx.rep.captured(func, self.inst);
        let runs_later = self.cx.module[self.func].runs_later();
        captured
            .into_iter()
            .map(|local| {
                let name = Expr::local(self.cx.rust_name(local));
                // A captured variable of this function's own is a reference already.
                if own.contains(&local) && !runs_later { name } else { name.by_ref() }
            })
            .collect()
    }

    pub(crate) fn return_type(&self, target: InstId) -> TypeId {
        self.cx.rep.inferred.insts[target.index()].ret
    }

    /// A call with positional values.
    pub(crate) fn call_instance(
        &mut self,
        target: InstId,
        captured: Vec<Expr>,
        args: Vec<(Expr, TypeId)>,
    ) -> Expr {
        let types = self.cx.rep.inferred.insts[target.index()].params.clone();
        let func = self.cx.rep.inferred.insts[target.index()].func;
        let kinds: Vec<ParamKind> = self.cx.module[func].params.iter().map(|param| param.kind).collect();
        let mut args = args.into_iter();
        let mut values = Vec::new();
        for (i, (kind, to)) in kinds.into_iter().zip(types).enumerate() {
            let value = match kind {
                ParamKind::PositionalOnly | ParamKind::Ordinary => match args.next() {
                    Some((value, ty)) => self.coerce(value, ty, to),
                    None => self.default_value(func, i, to),
                },
                ParamKind::VarArgs => self.var_args(args.by_ref().collect(), None, to),
                ParamKind::KeywordOnly => self.default_value(func, i, to),
                ParamKind::KwArgs => self.keyword_dict(Vec::new(), to),
            };
            values.push((value, to));
        }
        self.call_bound(target, captured, values)
    }

    /// A method call with positional values, and what it returns.
    pub(crate) fn call_method_instance(
        &mut self,
        target: InstId,
        receiver: Expr,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        let params = self.cx.rep.inferred.insts[target.index()].params.clone();
        let func = self.cx.rep.inferred.insts[target.index()].func;
        let kinds = self.cx.module[func].params.iter().map(|param| param.kind);
        let has_rest = kinds.clone().any(|kind| matches!(kind, ParamKind::VarArgs | ParamKind::KwArgs));
        let mut receiver_ty = params.first().copied().unwrap_or(BOT);
        if has_rest {
            if let Some(ParamKind::VarArgs) = kinds.clone().next() {
                let atoms = self.cx.rep.atoms(receiver_ty);
                let [(_, Atom::Tuple(items))] = atoms.as_slice() else {
                    self.unsupported_operation("a special method with nothing but `*` for parameters");
                    return (Expr::unit(), BOT);
                };
                receiver_ty = items.first().copied().unwrap_or(BOT);
            }
            let ret = self.return_type(target);
            let args = std::iter::once((receiver, receiver_ty)).chain(args).collect();
            return (self.call_instance(target, Vec::new(), args), ret);
        }
        let mut values = vec![(receiver, receiver_ty)];
        for ((value, ty), &to) in args.into_iter().zip(params.iter().skip(1)) {
            values.push((self.coerce(value, ty, to), to));
        }
        // Parameters that are left take their defaults.
        for (i, &to) in params.iter().enumerate().skip(values.len()) {
            let value = self.default_value(func, i, to);
            values.push((value, to));
        }
        let ret = self.return_type(target);
        (self.call_bound(target, Vec::new(), values), ret)
    }

    /// The call itself, of values in the types of the parameters.
    pub(super) fn call_bound(
        &mut self,
        target: InstId,
        captured: Vec<Expr>,
        values: Vec<(Expr, TypeId)>,
    ) -> Expr {
        let Some(callee) = self.cx.callees.get(&target).cloned() else {
            return Expr::Unreachable("a function that is never reached");
        };
        let mut prelude = std::mem::take(&mut self.prelude);
        let func = self.cx.rep.inferred.insts[target.index()].func;
        let captured = match captured.is_empty() {
            true => self.captured_by_class(target, &values, &mut prelude),
            false => captured,
        };
        if let Some(env) = self.cx.rep.inferred.insts[target.index()].env
            && self.cx.rep.captured(func, env).len() != captured.len()
        {
            self.unsupported_operation(
                "a method that a decorator with variables of its own made, called here",
            );
        }
        let runs_later = self.cx.module[func].runs_later();
        let mut values = values.into_iter();
        let mut receiver = if callee.object.is_some() { values.next() } else { None };
        let mut args: Vec<Expr> = if runs_later {
            captured
                .into_iter()
                .map(|var| match var {
                    Expr::Ref(inner) => inner.cloned(),
                    other => other.cloned(),
                })
                .collect()
        } else {
            captured
        };
        args.extend(self.passed(&mut receiver, values.collect(), &mut prelude));
        let call = match receiver {
            Some((receiver, _)) => receiver.method(callee.name, args),
            None => Expr::call(Path::local(callee.name), args),
        };
        let call = if self.cx.is_fallible(target) { self.propagate_call(target, call) } else { call };
        Block { stmts: prelude, tail: Some(Box::new(call)) }.into_expr()
    }

    /// The values that a call passes on. One that is known without a value is not among them: what makes it, or `None`,
    /// runs before the call, after what stands before it.
    pub(super) fn passed(
        &mut self,
        receiver: &mut Option<(Expr, TypeId)>,
        values: Vec<(Expr, TypeId)>,
        prelude: &mut Vec<Stmt>,
    ) -> Vec<Expr> {
        let mut passed: Vec<(Expr, TypeId)> = Vec::new();
        for (value, ty) in values {
            let repr = self.cx.rep.repr(ty);
            let is_calm = crate::coerce::is_calm(&value);
            let is_none = repr == Repr::Unit;
            let is_held = !matches!(repr, Repr::Static | Repr::Never);
            if is_held && (is_calm || !is_none) {
                passed.push((self.owned(value, ty), ty));
                continue;
            }
            if is_calm {
                continue;
            }
            let before = receiver.iter_mut().chain(&mut passed).map(|(value, ty)| (value, *ty));
            self.hold_acting(before, prelude);
            prelude.push(Stmt::Expr(value));
            if is_none {
                passed.push((Expr::unit(), ty));
            }
        }
        passed.into_iter().map(|(value, _)| value).collect()
    }

    /// Keyword arguments that stand in another order than the parameters are evaluated before the call, and what stands
    /// before them with them.
    fn in_order_of_writing(
        &mut self,
        places: &[Option<usize>],
        positional: &mut [(Expr, TypeId)],
        keywords: &mut [(Name, Expr, TypeId)],
        prelude: &mut Vec<Stmt>,
    ) {
        let n_acting = keywords.iter().filter(|(_, value, _)| !crate::coerce::is_calm(value)).count();
        let is_sorted = places.iter().map(|at| at.unwrap_or(usize::MAX)).is_sorted();
        if is_sorted || n_acting < 2 {
            return;
        }
        let positional = positional.iter_mut().map(|(value, ty)| (value, *ty));
        self.hold_acting(positional.chain(keywords.iter_mut().map(|(_, value, ty)| (value, *ty))), prelude);
    }

    /// Evaluates arguments that may act before the call.
    fn hold_acting<'v>(
        &mut self,
        values: impl Iterator<Item = (&'v mut Expr, TypeId)>,
        prelude: &mut Vec<Stmt>,
    ) {
        for (value, ty) in values {
            if ty == BOT || matches!(value, Expr::Path(_)) || crate::coerce::is_calm(value) {
                continue;
            }
            *value = self.hold_of("argument", value.clone(), ty, prelude);
        }
    }

    /// The values of a call's arguments in the order of the target's parameters.
    fn bind_arguments(
        &mut self,
        target: InstId,
        receiver: Option<(Expr, TypeId)>,
        args: &[Arg],
    ) -> Vec<(Expr, TypeId)> {
        let module = self.cx.module;
        let func = self.cx.rep.inferred.insts[target.index()].func;
        let types = self.cx.rep.inferred.insts[target.index()].params.clone();
        let func_data = &module[func];
        let params = &func_data.params;
        let mut slots: Vec<Option<Expr>> = vec![None; params.len()];
        let mut positional: Vec<(Expr, TypeId)> = receiver.into_iter().collect();
        let has_receiver = !positional.is_empty();
        let mut keywords: Vec<(Name, Expr, TypeId)> = Vec::new();
        let mut prelude = Vec::new();
        let mut rest: Option<ExprId> = None;
        let mut double_star: Option<(Expr, TypeId)> = None;
        // How many keywords stand before it.
        let mut n_before = 0;
        for arg in args {
            match arg {
                Arg::Pos(value) => {
                    let ty = self.type_of(*value);
                    let lowered = self.value(*value);
                    positional.push((lowered, ty));
                }
                Arg::Star(value) => {
                    let ty = self.type_of(*value);
                    if self.is_empty_tuple(ty) {
                        let place = self.place(*value);
                        if !crate::coerce::is_pure(&place) {
                            // What stands before it comes first.
                            let before = positional.iter_mut().map(|(value, ty)| (value, *ty));
                            self.hold_acting(before, &mut prelude);
                            prelude.push(Stmt::Expr(place));
                        }
                        continue;
                    }
                    let (given, ty) = match self.is_tuple_besides(ty) {
                        true => {
                            let place = self.place(*value);
                            let (tuple, under) = self.or_underlying(place, ty);
                            (Some(tuple), under)
                        }
                        false => (None, ty),
                    };
                    if let Some(Expr::Tuple(parts)) = given {
                        positional.extend(parts.into_iter().zip(self.tuple_items(ty)));
                        continue;
                    }
                    if matches!(self.cx.rep.repr(ty), Repr::Tuple(_)) && self.cx.rep.atoms(ty).len() == 1 {
                        let types = self.tuple_items(ty);
                        let mut place = given.unwrap_or_else(|| self.place(*value));
                        if !matches!(place, Expr::Path(_)) {
                            // What stands before it comes first.
                            let before = positional.iter_mut().map(|(value, ty)| (value, *ty));
                            self.hold_acting(before, &mut prelude);
                            place = self.hold_value("arguments", place, &mut prelude);
                        }
                        if matches!(place, Expr::Path(_)) {
                            for (i, item_ty) in types.into_iter().enumerate() {
                                let field = Expr::TupleField(Box::new(place.clone()), i as u32);
                                let field = if self.is_copy(item_ty) { field } else { field.cloned() };
                                positional.push((field, item_ty));
                            }
                            continue;
                        }
                    }
                    if let Some(items) = self.items_or_none(func, *value, positional.len()) {
                        let before = positional.iter_mut().map(|(value, ty)| (value, *ty));
                        self.hold_acting(before, &mut prelude);
                        let place = self.hold_value("arguments", items.0, &mut prelude);
                        for (i, item_ty) in self.tuple_items(items.1).into_iter().enumerate() {
                            let field = Expr::TupleField(Box::new(place.clone()), i as u32);
                            let field = if self.is_copy(item_ty) { field } else { field.cloned() };
                            positional.push((field, item_ty));
                        }
                        continue;
                    }
                    rest = Some(*value);
                }
                Arg::Keyword(name, value) => {
                    let ty = self.type_of(*value);
                    let lowered = self.value(*value);
                    keywords.push((name.clone(), lowered, ty));
                }
                Arg::DoubleStar(value) => {
                    if double_star.is_some() {
                        let span = module[*value].span;
                        self.cx.sink.push(crate::diagnostics::call_shape(span, "`**` of two dicts"));
                    }
                    let place = self.place(*value);
                    let callee = self.called_name(func);
                    let ty = self.type_of(*value);
                    let message = |class: &str| {
                        format!("__main__.{callee}() argument after ** must be a mapping, not {class}")
                    };
                    let (mut place, ty) = self.mapping_argument(Node::Expr(*value), place, ty, &message);
                    if !matches!(place, Expr::Path(_)) {
                        // What stands before it comes first.
                        if let Some(rest) = rest
                            && !crate::coerce::is_pure(&self.place(rest))
                        {
                            let what = "`*` and `**` that are both computed";
                            self.cx.sink.push(crate::diagnostics::call_shape(module[rest].span, what));
                        }
                        let before = positional.iter_mut().map(|(value, ty)| (value, *ty));
                        self.hold_acting(before, &mut prelude);
                        let before = keywords.iter_mut().map(|(_, value, ty)| (value, *ty));
                        self.hold_acting(before, &mut prelude);
                        place = self.hold_value("entries", place, &mut prelude);
                    }
                    double_star = Some((place, ty));
                    n_before = keywords.len();
                }
            }
        }
        let place_of = |name: &Name| {
            params.iter().position(|param| {
                matches!(param.kind, ParamKind::Ordinary | ParamKind::KeywordOnly)
                    && module[param.local].name == *name
            })
        };
        let places: Vec<Option<usize>> = keywords.iter().map(|(name, ..)| place_of(name)).collect();
        self.in_order_of_writing(&places, &mut positional, &mut keywords, &mut prelude);
        let mut values = positional.into_iter();
        let mut prefix = Vec::new();
        for (i, param) in params.iter().enumerate() {
            match param.kind {
                ParamKind::PositionalOnly | ParamKind::Ordinary => {
                    if let Some((value, ty)) = values.next() {
                        // The receiver stays a place.
                        slots[i] = Some(if has_receiver && i == 0 {
                            value
                        } else {
                            self.coerce(value, ty, types[i])
                        });
                    }
                }
                ParamKind::VarArgs => {
                    let left: Vec<(Expr, TypeId)> = values.by_ref().collect();
                    if left.is_empty() && rest.is_some_and(|rest| self.spread_items(rest).is_some()) {
                        continue;
                    }
                    if let Some(rest) = rest
                        && slots[..i].iter().any(Option::is_none)
                    {
                        let span = module[rest].span;
                        let what = "`*` of unknown length into parameters";
                        self.cx.sink.push(crate::diagnostics::call_shape(span, what));
                    }
                    slots[i] = Some(self.var_args(left, rest.take(), types[i]));
                }
                ParamKind::KeywordOnly | ParamKind::KwArgs => {}
            }
            prefix.push(i);
        }
        if let Some(star) = rest
            && let Some(spread) = self.spread_items(star)
            && let Some(named) = self.named_after_spread(func, args)
        {
            let has_keywords = args.iter().any(|arg| matches!(arg, Arg::Keyword(..)));
            let given = Given { slots: &mut slots, named, has_keywords };
            let check = self.fill_from_spread(func, &spread, &types, given);
            prelude.extend(check.map(Stmt::Expr));
            rest = None;
        }
        if let Some(rest) = rest {
            let span = module[rest].span;
            self.cx.sink.push(crate::diagnostics::call_shape(span, "`*` of unknown length into parameters"));
        }
        let mut extra = Vec::new();
        let mut n_extra_before = 0;
        for (at, (name, value, ty)) in keywords.into_iter().enumerate() {
            match place_of(&name) {
                Some(at) => slots[at] = Some(self.coerce(value, ty, types[at])),
                None => {
                    n_extra_before += usize::from(at < n_before);
                    extra.push((name, value, ty));
                }
            }
        }
        let mut unpacked = double_star.and_then(|dict| self.unpacked_keywords(func, dict, &slots));
        if let Some(unpacked) = &mut unpacked {
            let function = format!("__main__.{}", self.called_name(func));
            self.check_named(unpacked, function, args);
        }
        let mut out = Vec::new();
        for (i, param) in params.iter().enumerate() {
            let value = match slots[i].take() {
                Some(value) => value,
                None if param.kind == ParamKind::KwArgs => {
                    let extra = std::mem::take(&mut extra);
                    match &unpacked {
                        Some(dict) => self.rest_of_keywords(dict, extra, n_extra_before, types[i]),
                        None => self.keyword_dict(extra, types[i]),
                    }
                }
                None => match &mut unpacked {
                    Some(dict) => self.unpacked_keyword(func, i, dict, types[i]),
                    None => self.default_value(func, i, types[i]),
                },
            };
            out.push((value, types[i]));
        }
        if let (Some(check), Some((last, _))) = (unpacked.and_then(|dict| dict.check), out.last_mut()) {
            let value = std::mem::replace(last, Expr::unit());
            *last = crate::coerce::after(check, value);
        }
        // What is evaluated inside of the arguments is done: the next call is this one.
        self.prelude = prelude;
        out
    }

    /// The same for other files of this module.
    pub(crate) fn bind_call_arguments(
        &mut self,
        target: InstId,
        receiver: Option<(Expr, TypeId)>,
        args: &[Arg],
    ) -> Vec<(Expr, TypeId)> {
        self.bind_arguments(target, receiver, args)
    }

    fn var_args(&mut self, left: Vec<(Expr, TypeId)>, rest: Option<ExprId>, to: TypeId) -> Expr {
        let mut types = Vec::new();
        let mut parts = Vec::new();
        for (value, ty) in left {
            types.push(ty);
            parts.push(self.owned(value, ty));
        }
        let Some(rest) = rest else {
            let from = self.of(Atom::Tuple(types.into()));
            return self.coerce(super::expr::tuple(parts), from, to);
        };
        let elem = self.elem_type(to);
        let name = self.temp("items");
        let repr = self.cx.rep.repr(elem);
        let rust_ty = self.cx.rep.ty(&repr);
        let mut block = Block::default();
        let mut coerced = Vec::new();
        for (part, ty) in parts.into_iter().zip(types) {
            coerced.push(self.coerce(part, ty, elem));
        }
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(name.clone(), true),
            ty: Some(crate::rir::Ty::Named(Path::local("Vec"), vec![rust_ty])),
            init: Some(Expr::Vec(coerced)),
        });
        let target = name.clone();
        self.for_each(rest, &mut block, &mut |cx, item, item_ty, body| {
            let item = cx.coerce(item, item_ty, elem);
            body.stmts.push(Stmt::Expr(Expr::local(target.clone()).method("push", vec![item])));
        });
        block.tail = Some(Box::new(Expr::call(Path::Rt("Tuple").assoc("from"), vec![Expr::local(name)])));
        Expr::Block(block)
    }

    fn keyword_dict(&mut self, extra: Vec<(Name, Expr, TypeId)>, to: TypeId) -> Expr {
        let (key_ty, value_ty) = (self.elem_type(to), self.value_type(to));
        if extra.is_empty() {
            return self.empty_container("Dict", to);
        }
        let mut pairs = Vec::new();
        for (name, value, ty) in extra {
            let value = self.coerce(value, ty, value_ty);
            let name = self.coerce_from(Atom::Str, super::expr::str_literal(&name), key_ty);
            pairs.push(Expr::Tuple(vec![name, value]));
        }
        Expr::call(Path::Rt("Dict").assoc("from"), vec![Expr::Array(pairs)])
    }

    // ---- defaults

    /// What a function takes for the parameters after `given`, none of which is passed.
    pub(crate) fn left_arguments(&mut self, target: InstId, given: usize) -> Vec<Expr> {
        let data = self.cx.rep.inferred.insts[target.index()].clone();
        let params = &self.cx.module[data.func].params;
        let mut out = Vec::new();
        for (i, (param, &to)) in params.iter().zip(&data.params).enumerate().skip(given) {
            if matches!(self.cx.rep.repr(to), Repr::Static | Repr::Never) {
                continue;
            }
            out.push(match param.kind {
                ParamKind::VarArgs => self.var_args(Vec::new(), None, to),
                ParamKind::KwArgs => self.keyword_dict(Vec::new(), to),
                ParamKind::PositionalOnly | ParamKind::Ordinary | ParamKind::KeywordOnly => {
                    self.default_value(data.func, i, to)
                }
            });
        }
        out
    }

    /// The default of a parameter: a literal again, or the value that the `def` stored.
    pub(crate) fn default_value(&mut self, func: FuncId, param: usize, to: TypeId) -> Expr {
        let module = self.cx.module;
        let Some(default) = module[func].params[param].default else { return Expr::unit() };
        let ty = self.default_type(func, param);
        if let Some(literal) = literal_default(module, default) {
            return self.coerce(literal, ty, to);
        }
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never | Repr::Unit) {
            return self.coerce(Expr::unit(), ty, to);
        }
        let name = self.cx.default_static(func, param as u32);
        let read = super::local::with_static(&name, Expr::local("it").method("get", Vec::new()));
        self.coerce(read, ty, to)
    }

    /// The type of a default, wherever its `def` stands.
    fn default_type(&self, func: FuncId, param: usize) -> TypeId {
        let Some(default) = self.cx.module[func].params[param].default else { return BOT };
        let insts = &self.cx.rep.inferred.insts;
        self.cx
            .rep
            .inferred
            .live
            .iter()
            .find_map(|inst| insts[inst.index()].exprs.get(&default).copied())
            .unwrap_or(BOT)
    }

    /// Evaluates the defaults that are no literals, where the `def` stands.
    pub(crate) fn store_defaults(&mut self, func: FuncId, block: &mut Block) {
        let module = self.cx.module;
        for (i, param) in module[func].params.iter().enumerate() {
            let Some(default) = param.default else { continue };
            let ty = self.type_of(default);
            if literal_default(module, default).is_some() {
                continue;
            }
            if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never | Repr::Unit) {
                self.effect(default, block);
                continue;
            }
            // A function that is made more than once has defaults of its own each time.
            let in_loop = !self.frames.is_empty() || self.in_comprehension > 0;
            if self.func != module.body || in_loop {
                let span = module[default].span;
                self.cx.sink.push(crate::diagnostics::repeated_default(span));
            }
            let name = self.cx.default_static(func, i as u32);
            let value = self.value(default);
            let set = self.set_static(&name, value);
            block.stmts.push(Stmt::Expr(set));
        }
    }
}

/// A default that is a literal: the same value at every call.
pub(crate) fn literal_default(module: &portalis_hir::Module, default: ExprId) -> Option<Expr> {
    use portalis_hir::{ExprKind, UnaryOp};
    match &module[default].kind {
        ExprKind::None => Some(Expr::unit()),
        ExprKind::Bool(value) => Some(Expr::Bool(*value)),
        ExprKind::Int(value) if !portalis_typeck::constant::is_wide(i128::from(*value)) => {
            Some(Expr::Int(*value, None))
        }
        ExprKind::Float(value) => Some(Expr::Float(*value)),
        ExprKind::Str(text) => Some(super::expr::str_literal(text)),
        ExprKind::Unary { op: UnaryOp::Neg, operand } => match literal_default(module, *operand)? {
            value @ (Expr::Int(..) | Expr::Float(_)) => {
                Some(Expr::Unary(crate::rir::UnOp::Neg, Box::new(value)))
            }
            _ => None,
        },
        _ => None,
    }
}
