//! Sorting, and functions as arguments of builtins.

use portalis_hir::{BinOp, ExprId, ExprKind, Module, Name};
use portalis_typeck::builtins::{Shape, Table};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, Kind, TypeId};

use crate::lower::{Catch, FnCx, Walking};
use crate::represent::Repr;
use crate::rir::{self, Block, Closure, Expr, Pat, Path, Stmt, Ty};

use super::let_;

impl FnCx<'_, '_> {
    pub(super) fn sorted(
        &mut self,
        id: ExprId,
        args: &[ExprId],
        key: Option<ExprId>,
        reverse: Option<ExprId>,
        ty: TypeId,
    ) -> (Expr, TypeId) {
        let Some(&source) = args.first() else { return (Expr::unit(), ty) };
        let is_list = |atom: &Atom| matches!(atom, Atom::Cont(Kind::List, _));
        let ty = self.cx.rep.inferred.types.filter(ty, is_list);
        if ty == BOT {
            return (self.dead_operands([source]), BOT);
        }
        let elem = self.elem_type(ty);
        let source_ty = self.type_of(source);
        let value = self.value(source);
        let list = self.fresh_list(value, source_ty, elem);
        let held = self.temp("items");
        let mut block = Block { stmts: vec![let_(&held, list)], tail: None };
        let pairs_key = self.key_of_pairs(source_ty, elem).filter(|_| self.given_key(key).is_none());
        let sort = match pairs_key {
            Some(pairs_key) => {
                let reverse = match reverse {
                    Some(reverse) => self.condition(reverse),
                    None => Expr::Bool(false),
                };
                Expr::local(held.clone()).method("sort_by_key", vec![pairs_key, reverse])
            }
            None => self.sort_call(id, (Expr::local(held.clone()), Some(source)), elem, key, reverse),
        };
        block.stmts.push(Stmt::Expr(sort));
        block.tail = Some(Box::new(Expr::local(held)));
        (Expr::Block(block), ty)
    }

    /// What sorts the items of a dict whose values have no order: no two keys are equal.
    fn key_of_pairs(&mut self, source: TypeId, elem: TypeId) -> Option<Expr> {
        let Repr::Items(key, _) = self.cx.rep.repr(source) else { return None };
        let repr = self.cx.rep.repr(elem);
        // `None` meets the other keys by its rank, which raises.
        let is_optional = matches!(&*key, Repr::Option(some) if has_plain_order(some));
        let is_plain = has_plain_order(&key) || is_optional && self.is_ranked(&key);
        let has_order = !self.cx.holds_unordered(&repr, &mut Vec::new()) && self.is_ranked(&repr);
        if !is_plain || has_order || self.may_order(&repr) {
            return None;
        }
        let first = Expr::TupleField(Box::new(Expr::local("item")), 0);
        let first = if crate::lower::local::is_copy_repr(&key) { first } else { first.cloned() };
        let body = if is_optional {
            Expr::Call(Box::new(crate::lower::order::rank_function()), vec![first])
        } else {
            first
        };
        let params = vec![(Pat::Bind("item".to_owned(), false), None)];
        Some(Expr::Closure(Closure { params, ret: None, body: Box::new(body), is_move: false }))
    }

    /// A list of a value's items that nobody else holds.
    pub(super) fn fresh_list(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Expr {
        let same = matches!(self.cx.rep.repr(ty), Repr::List(inner) if *inner == self.cx.rep.repr(elem));
        if same { value.method("copy", Vec::new()) } else { self.collect_list(value, ty, elem) }
    }

    /// `list.sort(key=…, reverse=…)` of the items of `walked`.
    pub(super) fn sort_call(
        &mut self,
        id: ExprId,
        (list, walked): (Expr, Option<ExprId>),
        elem: TypeId,
        key: Option<ExprId>,
        reverse: Option<ExprId>,
    ) -> Expr {
        let reverse = match reverse {
            Some(reverse) => self.condition(reverse),
            None => Expr::Bool(false),
        };
        let key = self.given_key(key);
        let repr = self.cx.rep.repr(elem);
        if elem == BOT {
            return Expr::unit();
        }
        let Some(key) = key else {
            if self.is_ranked(&repr) {
                let sort = list.method("sort_by_key", vec![crate::lower::order::rank_function(), reverse]);
                return self.ordered(elem, sort);
            }
            // Items of sequences that are not the first to differ are never compared.
            let is_sequence =
                matches!(repr, Repr::Tuple(_) | Repr::TupleVar(_) | Repr::List(_) | Repr::Deque(_));
            if !self.may_order(&repr) && is_sequence {
                self.unsupported_operation("sorting sequences of items without an order");
                return Expr::unit();
            }
            if !self.may_order(&repr) && !self.is_single(elem) {
                self.unsupported_operation("sorting values of several types");
                return Expr::unit();
            }
            if !self.may_order(&repr) {
                if let Repr::Object(object) = repr
                    && self.cx.dataclass(object).is_some_and(|dataclass| dataclass.order)
                {
                    self.unsupported_operation("the order of a dataclass with such fields");
                    return Expr::unit();
                }
                let name = self.class_name_of(elem);
                let message = format!("'<' not supported between instances of '{name}' and '{name}'");
                let throw = self.throw_message("TypeError", &message);
                let many = Expr::binary(rir::BinOp::Gt, list.method("len", Vec::new()), Expr::Int(1, None));
                let body = Block { stmts: vec![Stmt::Expr(throw)], tail: None };
                return Expr::If(Box::new(many), body, None);
            }
            return list.method("sort", vec![reverse]);
        };
        let (closure, key_ty) = self.key_closure(id, key, elem, walked);
        let key_repr = self.cx.rep.repr(key_ty);
        let closure = if self.is_ranked(&key_repr) {
            self.ranking(closure)
        } else {
            if !self.may_order(&key_repr) {
                self.unsupported_operation("sorting by this key");
            }
            closure
        };
        let sort = self.raising(list, "sort_by_key", vec![closure, reverse]);
        self.ordered(key_ty, sort)
    }

    /// The key, unless it is `None`.
    pub(super) fn given_key(&mut self, key: Option<ExprId>) -> Option<ExprId> {
        let key = key?;
        if self.type_of(key) != self.none_type() {
            return Some(key);
        }
        let value = self.place(key);
        if !crate::coerce::is_calm(&value) {
            self.unsupported_operation("a key that is computed and always None");
        }
        None
    }

    /// `max(counts, key=counts.get)`: the type of the values, where the function is `get` of the dict whose keys it is
    /// called with.
    pub(super) fn looked_up_own_keys(&self, callee: ExprId, walked: Option<ExprId>) -> Option<TypeId> {
        let module = self.cx.module;
        let ExprKind::Attribute { value: dict, name } = &module[callee].kind else { return None };
        let ty = self.type_of(*dict);
        let is_dict =
            matches!(self.cx.rep.atoms(ty).as_slice(), [(_, Atom::Cont(kind, _))] if kind.is_dict());
        (&**name == "get" && is_dict && is_same_variable(module, *dict, walked?)).then(|| self.value_type(ty))
    }

    /// A key function as a closure over one item of `walked`, and what it gives; it returns `Result` where exceptions are
    /// seen.
    pub(super) fn key_closure(
        &mut self,
        id: ExprId,
        key: ExprId,
        elem: TypeId,
        walked: Option<ExprId>,
    ) -> (Expr, TypeId) {
        let outer = self.catch.clone();
        let observed = outer != Catch::Uncaught;
        if observed {
            self.catch = Catch::Return;
        }
        let mut block = Block::default();
        let is_held = !self.is_named(key);
        let args = vec![(Expr::local("item"), elem)];
        let (body, ty) = if is_held {
            self.catch = outer.clone();
            let held = self.hold_callee(key, &mut block);
            if observed {
                self.catch = Catch::Return;
            }
            self.apply_held(id, "key", key, held, args)
        } else {
            self.apply(id, "key", key, args)
        };
        self.catch = outer;
        // Nothing else says of what type the keys would be.
        let has_none = ty == BOT && body.diverges();
        let body = match (observed, body) {
            (true, Expr::Try(result)) => *result,
            (true, body) => crate::lower::raise::ok(body),
            (false, body) => body,
        };
        let ret = (observed && has_none).then(|| Ty::Tuple(Vec::new()).result());
        let closure = Closure {
            params: vec![(Pat::Bind("item".to_owned(), false), None)],
            ret,
            body: Box::new(body),
            is_move: is_held,
        };
        block.tail = Some(Box::new(Expr::Closure(closure)));
        (block.into_expr(), self.looked_up_own_keys(key, walked).unwrap_or(ty))
    }

    /// A callee of one kind applied to values; recorded at `id` under `role`.
    pub(crate) fn apply(
        &mut self,
        id: ExprId,
        role: &str,
        callee: ExprId,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        let callee_ty = self.type_of(callee);
        let atoms = self.cx.rep.atoms(callee_ty);
        let [(atom_id, atom)] = atoms.as_slice() else {
            let function = self.place(callee);
            return self.apply_several(id, role, callee_ty, function, &args);
        };
        match atom.clone() {
            Atom::Func(func, env) => {
                let Some(target) = self.target(Node::Expr(id), role, *atom_id) else {
                    return (self.misapplied(func, false, args.len()), BOT);
                };
                let captured = self.closure_args_of(callee, func, env);
                let ret = self.return_type(target);
                (self.call_instance(target, captured, args), ret)
            }
            Atom::Bound(..) => {
                let Some(target) = self.target(Node::Expr(id), role, *atom_id) else {
                    return (Expr::Unreachable("never called"), BOT);
                };
                let receiver = self.place(callee);
                self.call_method_instance(target, receiver, args)
            }
            Atom::Obj(..) if let Some(target) = self.called_object(id, role, *atom_id) => {
                let receiver = self.place(callee);
                self.call_method_instance(target, receiver, args)
            }
            Atom::Builtin(name) => self.apply_builtin(id, &name, args),
            Atom::BoundBuiltin(receiver, name) => {
                let place = self.place(callee);
                self.apply_method(id, receiver, place, &name, args)
            }
            Atom::Class(class) => self.construct_values(Node::Expr(id), role, class, args),
            _ => {
                self.unsupported_operation("this function as an argument");
                (Expr::unit(), BOT)
            }
        }
    }

    /// The `__call__` that runs where an object is called.
    pub(crate) fn called_object(
        &self,
        id: ExprId,
        role: &str,
        object: AtomId,
    ) -> Option<portalis_typeck::ty::InstId> {
        let is_its = |callee: &AtomId| matches!(self.cx.rep.inferred.types.get(*callee), Atom::Bound(it, ..) if *it == object);
        let targets = self.targets(Node::Expr(id), role);
        targets.into_iter().find(|(callee, _)| is_its(callee)).map(|(_, target)| target)
    }

    pub(super) fn closure_args_of(
        &mut self,
        callee: ExprId,
        func: portalis_hir::FuncId,
        env: portalis_typeck::ty::InstId,
    ) -> Vec<Expr> {
        let n = self.cx.rep.captured(func, env).len();
        if n == 0 {
            return Vec::new();
        }
        if let ExprKind::Function { .. } = self.cx.module[callee].kind {
            return self.captured_args(func);
        }
        if let ExprKind::Local(local) = self.cx.module[callee].kind
            && self.cx.rep.captures.defined(local) == Some(func)
        {
            return self.captured_args(func);
        }
        let place = self.place(callee);
        self.cx.closure_parts(&place, func, env)
    }

    /// What a method of a builtin class is called on: of a value of several kinds the one that is of the class, and
    /// `TypeError` for the others.
    fn receiver_of_class(
        &mut self,
        class: &str,
        method: &str,
        (value, ty): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        if self.is_single(ty) {
            return (value, ty);
        }
        let is_its = |cx: &Self, atom: &Atom| cx.class_name(atom) == class;
        let atoms = self.cx.rep.atoms(ty);
        let kept: Vec<AtomId> =
            atoms.iter().filter(|(_, atom)| is_its(self, atom)).map(|(id, _)| *id).collect();
        let kept = self.cx.rep.inferred.types.from_ids(kept);
        let is_derived = atoms.iter().any(|(_, atom)| matches!(atom, Atom::Obj(..)));
        if kept == BOT || !self.is_single(kept) || is_derived {
            self.unsupported_operation(&format!("`{class}.{method}` as an argument"));
            return (value, ty);
        }
        let narrowed = self.dispatch(value, ty, kept, &mut |cx, value, one, (_, atom)| {
            if is_its(cx, atom) {
                return (value, one);
            }
            let other = cx.class_name(atom);
            let message =
                format!("descriptor '{method}' for '{class}' objects doesn't apply to a '{other}' object");
            (crate::coerce::after(value, cx.throw_message("TypeError", &message)), BOT)
        });
        (narrowed, kept)
    }

    /// A builtin applied to one or more values.
    pub(super) fn apply_builtin(
        &mut self,
        id: ExprId,
        name: &Name,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        if let Some(applied) = self.call_operator(id, name, args.clone(), BOT) {
            return applied;
        }
        let (int, float, str_ty, bool_ty) =
            (self.of(Atom::Int), self.of(Atom::Float), self.of(Atom::Str), self.of(Atom::Bool));
        let Some((value, ty)) = args.first().cloned() else { return (Expr::unit(), BOT) };
        if args.iter().any(|(_, ty)| *ty == BOT) {
            // Nothing ever comes to be handed in.
            return (crate::coerce::after(value, Expr::Unreachable("never called")), BOT);
        }
        let types: Vec<TypeId> = args.iter().map(|(_, ty)| *ty).collect();
        if let Some(message) = self.wrong_operand_of(name, &types) {
            let raised = self.throw_message("TypeError", &message);
            return (
                args.into_iter().rev().fold(raised, |after, (arg, _)| crate::coerce::after(arg, after)),
                BOT,
            );
        }
        let repr = self.cx.rep.repr(ty);
        if let Some((class @ ("str" | "list" | "int" | "float" | "dict" | "set" | "bytes"), method)) =
            name.split_once('.')
        {
            let (value, ty) = self.receiver_of_class(class, method, (value, ty));
            let (receiver, method) = (self.first_atom(ty), method.into());
            return self.apply_method(id, receiver, value, &method, args[1..].to_vec());
        }
        if args.len() == 1
            && let Some(applied) = self.apply_to_iterable(id, name, value.clone(), ty)
        {
            return applied;
        }
        let applied = match &**name {
            "range" => self.apply_range(&args),
            "any" | "all" if args.len() == 1 => Some(self.apply_any_all(name, value.clone(), ty)),
            _ if args.len() == 1 => self.apply_lazily(name, value.clone(), ty),
            _ => None,
        };
        if let Some(applied) = applied {
            return applied;
        }
        if args.len() == 1
            && matches!(repr, Repr::Option(_) | Repr::Union(_))
            && matches!(&**name, "len" | "int" | "float")
        {
            let to = if &**name == "float" { float } else { int };
            let value = self.owned(value, ty);
            let one_by_one = self.dispatch(value, ty, to, &mut |cx, value, one, _| {
                cx.apply_builtin(id, name, vec![(value, one)])
            });
            return (one_by_one, to);
        }
        if args.len() > 1
            && matches!(&**name, "len" | "str" | "repr" | "int" | "float" | "abs" | "bool" | "hash" | "ascii")
        {
            self.unsupported_operation(&format!("`{name}` of several arguments as an argument"));
            return (Expr::unit(), BOT);
        }
        match (&**name, &repr) {
            ("len", _) => self.len_single(id, value, ty),
            ("str", _) => (self.str_of(value, ty), str_ty),
            ("repr", _) => (self.repr_of(value, ty), str_ty),
            ("int", Repr::Str) => (self.raising_call("int", "parse", vec![value.by_ref()]), int),
            ("int", Repr::I64 | Repr::Big) => (value, ty),
            ("int", Repr::Bool) => (self.coerce(value, ty, int), int),
            ("int", Repr::Float) => (self.raising_call("int", "from_float", vec![value]), int),
            ("float", Repr::Str) => (self.raising_call("float", "parse", vec![value.by_ref()]), float),
            ("float", Repr::Float) => (value, ty),
            ("float", Repr::I64 | Repr::Bool | Repr::Big) => (self.int_to_float(value, &repr), float),
            ("int" | "float", _) if args.len() == 1 => {
                let to = if &**name == "float" { float } else { int };
                self.convert_single(id, name, (value, ty), None, to)
            }
            ("abs", Repr::I64) => (Expr::call(Path::RtIn("int", "abs".to_owned()), vec![value]), int),
            ("abs", Repr::Float | Repr::Big) => (value.method("abs", Vec::new()), ty),
            ("abs", Repr::Object(_) | Repr::Native(_) | Repr::Complex) if args.len() == 1 => {
                self.convert_single(id, name, (value, ty), None, BOT)
            }
            ("bool", _) => (self.truth(value, ty), bool_ty),
            ("max" | "min", repr)
                if args.len() > 1 && args.iter().all(|(_, other)| *other == ty) && self.is_ordered(repr) =>
            {
                let function = Path::RtIn("builtins", format!("{name}2"));
                let values = args.into_iter().map(|(value, _)| value);
                let first = values.reduce(|best, value| Expr::call(function.clone(), vec![best, value]));
                (first.unwrap_or_else(Expr::unit), ty)
            }
            // Values of several kinds, of which some raise where they meet.
            ("max" | "min", repr @ Repr::Union(_))
                if args.len() == 2
                    && args.iter().all(|(_, other)| *other == ty)
                    && !self.is_ranked(repr)
                    && self.may_order(repr) =>
            {
                let function = Path::RtIn("builtins", format!("{name}2"));
                let values = args.into_iter().map(|(value, _)| value).collect();
                let op = if &**name == "max" { portalis_hir::CmpOp::Gt } else { portalis_hir::CmpOp::Lt };
                (self.asking(op, Expr::call(function, values)), ty)
            }
            ("pow" | "divmod" | "round", _) => self.apply_arithmetic(id, name, args),
            ("complex", _) if args.iter().all(|(_, ty)| self.is_single(*ty)) => self.complex_of(args),
            ("sum" | "list" | "tuple" | "set" | "sorted" | "max" | "min", _) => {
                self.unsupported_operation(&format!("`{name}` as an argument"));
                (Expr::unit(), BOT)
            }
            _ => match Table::get().row_for(name, &Shape::of(args.len())) {
                // What it is handed as a function is no value.
                Some(row) if row.params.iter().all(|param| param.callback().is_none()) => {
                    self.apply_to_row(row, None, args)
                }
                _ => {
                    self.unsupported_operation(&format!("`{name}` as an argument"));
                    (Expr::unit(), BOT)
                }
            },
        }
    }

    /// `pow`, `divmod` and `round` of values, whose result is of the type of the items that `id` gives.
    fn apply_arithmetic(&mut self, id: ExprId, name: &str, args: Vec<(Expr, TypeId)>) -> (Expr, TypeId) {
        let made = self.type_of(id);
        let to = self.iteration_type(made);
        let is_lazy =
            self.cx.rep.atoms(made).iter().all(|(_, atom)| matches!(atom, Atom::Cont(Kind::Iterator, _)));
        let applied = match (name, args.as_slice()) {
            ("pow", [_, _, _]) => self.pow_mod_values(args),
            ("pow", [left, right]) if is_lazy => {
                let (left, right) = (left.clone(), right.clone());
                Some((self.binary_values(Node::Expr(id), BinOp::Pow, left, right, to, false), to))
            }
            ("divmod", [left, right]) if is_lazy => {
                Some(self.divmod_values(id, left.clone(), right.clone(), to))
            }
            ("round", [(value, ty)]) => Some(self.round(value.clone(), *ty, None, to)),
            ("round", [(value, ty), (digits, digits_ty)]) => {
                let digits = self.as_index(digits.clone(), *digits_ty);
                Some(self.round_to(value.clone(), *ty, Some(digits), to))
            }
            _ => None,
        };
        applied.unwrap_or_else(|| {
            self.unsupported_operation(&format!("`{name}` as an argument"));
            (Expr::unit(), BOT)
        })
    }

    pub(super) fn apply_method(
        &mut self,
        id: ExprId,
        receiver: AtomId,
        place: Expr,
        name: &Name,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        let receiver_ty = self.of_id(receiver);
        if self.has_special_methods(receiver_ty)
            && let [index] = args.as_slice()
            && let Some(found) =
                self.subscript_or_membership(id, name, (place.clone(), receiver_ty), id, index.clone())
        {
            return found;
        }
        if self.cx.rep.repr(receiver_ty) == Repr::Str && &**name == "format" {
            let text = self.of(Atom::Str);
            return (self.format_values(place, args), text);
        }
        if self.cx.rep.repr(receiver_ty) == Repr::Str
            && &**name == "join"
            && let [(parts, ty)] = args.as_slice()
            && self.iteration_type(*ty) != BOT
        {
            let outer = std::mem::replace(&mut self.walk, Walking::Joining);
            let items = self.items_of_value(parts.clone(), *ty);
            self.walk = outer;
            return self.join_items(place, items);
        }
        if matches!(self.cx.rep.repr(receiver_ty), Repr::Set(_) | Repr::FrozenSet(_))
            && let Some(applied) = self.apply_set_method(place.clone(), receiver_ty, name, &args)
        {
            return applied;
        }
        if &**name == "_make"
            && let [item] = args.as_slice()
            && let Some(made) = self.make_each(id, receiver, item.clone())
        {
            return made;
        }
        let atom = self.cx.rep.inferred.types.get(receiver).clone();
        if atom == Atom::Str && matches!(&**name, "split" | "rsplit") && args.is_empty() {
            return self.split(place, name, &[]);
        }
        let Some(row) = self.method_row(&atom, name, &Shape::of(args.len())) else {
            self.unsupported_operation(&format!("`{name}` as an argument"));
            return (Expr::unit(), BOT);
        };
        self.apply_to_row(row, Some((place, receiver_ty)), args)
    }
}

/// Whether values are different wherever neither is less than the other.
fn has_plain_order(repr: &Repr) -> bool {
    match repr {
        Repr::Bool | Repr::I64 | Repr::Big | Repr::Str | Repr::Bytes => true,
        Repr::Tuple(items) => items.iter().all(has_plain_order),
        _ => false,
    }
}

/// Whether two expressions are the same variable, or the same attribute of one.
fn is_same_variable(module: &Module, a: ExprId, b: ExprId) -> bool {
    match (&module[a].kind, &module[b].kind) {
        (ExprKind::Local(a), ExprKind::Local(b)) => a == b,
        (ExprKind::Attribute { value: a, name }, ExprKind::Attribute { value: b, name: other }) => {
            name == other && is_same_variable(module, *a, *b)
        }
        _ => false,
    }
}
