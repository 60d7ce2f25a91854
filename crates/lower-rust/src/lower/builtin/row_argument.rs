//! The arguments of a row's call, as the runtime takes them.

use portalis_hir::{ExprId, ExprKind};
use portalis_typeck::builtins::{
    NUMBER_METHODS, Row, RowParam, TypeExpr, no_number_argument, not_iterable_argument, untold_argument,
    wrong_argument,
};
use portalis_typeck::ty::{Atom, AtomId, BOT, TypeId};

use crate::lower::{Catch, FnCx, raise};
use crate::represent::Repr;
use crate::rir::visit::leaves;
use crate::rir::{Closure, Expr, Pat, Path, Ty};

use super::row::{RowCall, default_argument};

impl FnCx<'_, '_> {
    /// An argument of which some kinds are wrong, as one of the others: those raise.
    pub(super) fn fitting_argument(
        &mut self,
        at: usize,
        value: ExprId,
        call: &RowCall,
    ) -> Option<(Expr, TypeId)> {
        let ty = self.type_of(value);
        let atoms = self.cx.rep.atoms(ty);
        let mut ids: Vec<AtomId> = Vec::new();
        for (id, atom) in &atoms {
            if self.wrong_kind(call.row, at, *id).is_none() && !untold_argument(call.row, at, atom) {
                ids.push(*id);
            }
        }
        if ids.is_empty() || ids.len() == atoms.len() {
            return None;
        }
        // CPython looks at the arguments when all of them are there; what stops the program may do so before.
        let raises = atoms.iter().any(|(id, _)| self.wrong_kind(call.row, at, *id).is_some());
        let beside = call.given[at].iter().skip_while(|&&other| other != value).skip(1);
        let is_last = beside.chain(call.given[at + 1..].iter().flatten()).all(|&later| {
            let kind = &self.cx.module[later].kind;
            matches!(kind, ExprKind::Int(_) | ExprKind::Str(_) | ExprKind::None | ExprKind::Local(_))
        });
        if raises && !is_last {
            self.unsupported_operation(&format!(
                "an argument of `{}` that may be of a wrong type",
                call.row.name
            ));
        }
        let fitting = self.cx.rep.inferred.types.from_ids(ids);
        let held = self.value(value);
        let narrowed = self.dispatch(held, ty, fitting, &mut |cx, held, one, (id, atom)| match cx
            .wrong_kind(call.row, at, id)
        {
            None if untold_argument(call.row, at, atom) => (cx.untold(call.row, atom), BOT),
            Some(message) => (crate::coerce::after(held, cx.throw_message("TypeError", &message)), BOT),
            None => (held, one),
        });
        Some((narrowed, fitting))
    }

    /// The trap of a call with an argument of a kind that only Python's own function takes.
    fn untold(&self, row: &Row, atom: &Atom) -> Expr {
        let what = format!("`{}` of a `{}`", row.name, self.class_name(atom));
        crate::lower::dispatch::stop(&what)
    }

    /// The same of an argument that is always of such a kind, as one of several is where each kind has its own call.
    pub(super) fn untold_row_argument(&mut self, call: &RowCall) -> Option<Expr> {
        call.given.iter().enumerate().find_map(|(at, given)| {
            let value = given.first().filter(|value| !call.starred.contains(value))?;
            match self.cx.rep.atoms(self.type_of(*value)).as_slice() {
                [(_, atom)] if untold_argument(call.row, at, atom) => Some(self.untold(call.row, atom)),
                _ => None,
            }
        })
    }

    /// What CPython says of a value of one kind as argument `at`; objects that are builtin values besides go as those.
    pub(super) fn wrong_kind(&mut self, row: &Row, at: usize, id: AtomId) -> Option<String> {
        let one = self.of_id(id);
        let atom = self.cx.rep.inferred.types.get(id).clone();
        if matches!(atom, Atom::Obj(..))
            && let Some(under) = self.underlying_type(one)
        {
            let under = self.cx.rep.atoms(under);
            return under
                .iter()
                .find_map(|(_, value)| wrong_argument(row, at, value, &self.class_name(&atom)));
        }
        if matches!(atom, Atom::Obj(..)) && !self.cx.is_iterated(id) {
            let found = not_iterable_argument(row, at, &self.class_name(&atom));
            if found.is_some() {
                return found;
            }
        }
        if let Atom::Obj(class, _) = atom
            && !NUMBER_METHODS.iter().any(|&method| self.cx.class_has(class, &method.into()))
        {
            let found = no_number_argument(row, at, &self.class_name(&atom));
            if found.is_some() {
                return found;
            }
        }
        wrong_argument(row, at, &atom, &self.class_name(&atom))
    }

    /// An argument as the runtime takes it.
    pub(super) fn row_value(&mut self, at: usize, value: ExprId, call: &mut RowCall) -> Expr {
        let param = &call.row.params[at];
        if call.row.takes_paths()
            && let Some((path, ty)) = self.path_argument(call.id, value)
        {
            return match &param.accept {
                accept @ TypeExpr::New("as", _) => self.row_item(accept, path, ty, call),
                _ => self.row_argument(path, ty, param, call.parts),
            };
        }
        if let Some((narrowed, ty)) = self.fitting_argument(at, value, call) {
            let (narrowed, ty) = self.all_underlying(narrowed.clone(), ty).unwrap_or((narrowed, ty));
            return match or_none(&param.accept) {
                TypeExpr::Word("iter") => self.row_elements(narrowed, ty, call.parts.0),
                accept @ (TypeExpr::Word("lazy" | "seq")
                | TypeExpr::New("as" | "iter" | "opt" | "rows" | "seq", _)) => {
                    let lowered = self.row_item(accept, narrowed, ty, call);
                    if param.by_ref { lowered.by_ref() } else { lowered }
                }
                _ if self.may_give_float(call, param, ty) => self.given_float(narrowed, ty, param, call),
                _ => self.row_argument(narrowed, ty, param, call.parts),
            };
        }
        let ty = self.type_of(value);
        let accept = or_none(&param.accept);
        let takes_objects = matches!(
            accept,
            TypeExpr::Word("any" | "iter" | "lazy")
                | TypeExpr::New("as" | "iter" | "rows", _)
                | TypeExpr::Callback(..)
                | TypeExpr::Elem
                | TypeExpr::Value
                | TypeExpr::Receiver
                | TypeExpr::Arg(_)
        );
        let atoms = self.cx.rep.atoms(ty);
        let is_object = atoms.iter().any(|(_, atom)| matches!(atom, Atom::Obj(..)));
        if !takes_objects
            && is_object
            && let place = self.value(value)
            && let Some((value, ty)) = self.all_underlying(place, ty)
        {
            return match accept {
                TypeExpr::Word("seq") | TypeExpr::New("opt" | "seq", _) => {
                    let lowered = self.row_item(accept, value, ty, call);
                    if param.by_ref { lowered.by_ref() } else { lowered }
                }
                _ => self.row_argument(value, ty, param, call.parts),
            };
        }
        if self.may_give_float(call, param, ty) {
            let value = self.value(value);
            return self.given_float(value, ty, param, call);
        }
        if !takes_objects && accept.takes_index() && self.has_index(ty) {
            if !self.is_single(ty) {
                self.unsupported_operation("an argument that may be an object or an integer");
            }
            let (value, int) = (self.value(value), self.of(Atom::Int));
            let value = self.as_index(value, ty);
            return match accept {
                TypeExpr::New("opt", _) => self.row_item(accept, value, int, call),
                _ => self.row_argument(value, int, param, call.parts),
            };
        }
        match accept {
            TypeExpr::Word("exception") => {
                let thrown = self.value(value);
                self.exception_value(call.id, thrown, ty)
            }
            TypeExpr::Word("iter") => self.row_iterable(value, call.parts.0),
            TypeExpr::Word("lazy" | "seq" | "awaitable")
            | TypeExpr::New("as" | "iter" | "opt" | "rows" | "seq", _) => {
                let lowered = if param.by_ref { self.place(value) } else { self.value(value) };
                let lowered = self.row_item(accept, lowered, ty, call);
                // The receiver is a reference as it is.
                let is_self = matches!(&lowered, Expr::Path(Path::Local(name)) if name == "self");
                if param.by_ref && !is_self { lowered.by_ref() } else { lowered }
            }
            _ => {
                let place = if param.by_ref { self.place(value) } else { self.value(value) };
                self.row_argument(place, ty, param, call.parts)
            }
        }
    }

    /// Whether an argument of a function of `math` may be an object that is asked for its number.
    fn may_give_float(&self, call: &RowCall, param: &RowParam, ty: TypeId) -> bool {
        let is_object = |(_, atom): &(AtomId, Atom)| matches!(atom, Atom::Obj(..));
        call.row.name.starts_with("math.")
            && or_none(&param.accept).takes_float()
            && self.cx.rep.atoms(ty).iter().any(is_object)
    }

    /// The number that an argument is, or gives.
    fn given_float(&mut self, value: Expr, ty: TypeId, param: &RowParam, call: &RowCall) -> Expr {
        let (id, parts, float) = (call.id, call.parts, self.of(Atom::Float));
        let number = |cx: &mut Self, value: Expr, ty: TypeId| {
            let (value, ty) = cx.converted_object(id, &NUMBER_METHODS, value, ty);
            cx.row_argument(value, ty, param, parts)
        };
        if self.is_single(ty) {
            return number(self, value, ty);
        }
        self.dispatch(value, ty, float, &mut |cx, held, one, _| (number(cx, held, one), float))
    }

    /// What a row gives for these arguments, in order.
    pub(super) fn apply_to_row(
        &mut self,
        row: &'static Row,
        receiver: Option<(Expr, TypeId)>,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        let receiver_ty = receiver.as_ref().map_or(BOT, |(_, ty)| *ty);
        let parts = match receiver {
            Some(_) => (self.elem_type(receiver_ty), self.value_type(receiver_ty)),
            None => (BOT, BOT),
        };
        let is_optional = |param: &&RowParam| param.default == Some("?");
        let n_optional = row.params.iter().filter(is_optional).count();
        let given: Vec<&str> =
            row.params.iter().take(args.len()).filter(is_optional).map(|param| param.name).collect();
        if n_optional > 1 && !given.is_empty() {
            self.unsupported_operation(&format!("`{}` of so many arguments as an argument", row.name));
            return (Expr::unit(), BOT);
        }
        let mut lowered = Vec::new();
        for ((value, ty), param) in args.into_iter().zip(&row.params) {
            lowered.push(match &param.accept {
                TypeExpr::New("opt", words) if let [TypeExpr::Word(word)] = words.as_slice() => {
                    let (some, none) = (self.word_type(word), self.none_type());
                    let to = self.cx.rep.inferred.types.join(some, none);
                    self.coerce(value, ty, to)
                }
                _ => self.row_argument(value, ty, param, parts),
            });
        }
        // What a method of text is not given; of `split` that chooses the function.
        if row.name.starts_with("str.") && !row.name.ends_with("split") {
            let left = row.params.iter().skip(lowered.len()).filter_map(|param| param.default);
            lowered.extend(left.filter(|text| *text != "?").map(default_argument));
        }
        let n_given = lowered.len();
        let (value, ty) = self.row_emit_at(row, receiver, lowered, row.runtime_for(&given));
        match (ty, &row.result) {
            (BOT, TypeExpr::Union(options)) => {
                (value, self.applied_result(row, options, receiver_ty, n_given))
            }
            _ => (value, ty),
        }
    }

    /// What a function of the library gives that is applied to its first `n_given` parameters: one of `options`.
    fn applied_result(
        &mut self,
        row: &Row,
        options: &[TypeExpr],
        receiver: TypeId,
        n_given: usize,
    ) -> TypeId {
        let mut joined = BOT;
        for option in options {
            let one = match option {
                TypeExpr::Word(word) => self.word_type(word),
                TypeExpr::Elem => self.elem_type(receiver),
                TypeExpr::Value => self.value_type(receiver),
                TypeExpr::Receiver => receiver,
                TypeExpr::Arg(name) => match row.params.iter().position(|param| param.name == *name) {
                    Some(at) if at >= n_given && row.params[at].default == Some("()") => self.none_type(),
                    _ => return BOT,
                },
                _ => return BOT,
            };
            joined = self.cx.rep.inferred.types.join(joined, one);
        }
        joined
    }

    /// A value of type `ty` as an argument that is not told apart by its expression.
    pub(super) fn row_item(&mut self, accept: &TypeExpr, value: Expr, ty: TypeId, call: &RowCall) -> Expr {
        match accept {
            TypeExpr::Word("lazy") => {
                let elem = self.iteration_type(ty);
                self.iter_handle(value, ty, elem)
            }
            TypeExpr::Word("awaitable") => self.awaitable_argument(value, ty, call),
            TypeExpr::New("iter", parts) => {
                let elem = parts.first().map_or(BOT, |part| self.row_type(part, call));
                let source = self.iteration_type(ty);
                let number =
                    |repr: Repr| matches!(repr, Repr::Bool | Repr::I64 | Repr::Big | Repr::Float | Repr::Num);
                if parts.first() == Some(&TypeExpr::Word("float"))
                    && source != BOT
                    && !number(self.cx.rep.repr(source))
                {
                    self.unsupported_operation(&format!("`{}` of these items", call.row.name));
                }
                if source == BOT && elem != BOT {
                    // Nothing ever comes, but its type has to be that of the others.
                    let list = self.collect_list(value, ty, elem);
                    return Expr::call(Path::Rt("Iter").assoc("of"), vec![list.method("iter", Vec::new())]);
                }
                self.iter_handle(value, ty, if elem == BOT { source } else { elem })
            }
            TypeExpr::Word("seq") => {
                let elem = self.iteration_type(ty);
                self.collect_list(value, ty, elem).by_ref()
            }
            TypeExpr::New("seq", parts) => {
                let elem = parts.first().map_or(BOT, |part| self.row_type(part, call));
                self.collect_list(value, ty, elem).by_ref()
            }
            TypeExpr::New("opt", parts) => {
                let some = parts.first().map_or(BOT, |part| self.row_type(part, call));
                let none = self.none_type();
                let to = self.cx.rep.inferred.types.join(some, none);
                self.coerce(value, ty, to)
            }
            TypeExpr::New("rows", parts) => {
                let elem = parts.first().map_or(BOT, |part| self.row_type(part, call));
                let row_ty = self.iteration_type(ty);
                let rows = self.iter_handle(value, ty, row_ty);
                let name = self.temp("row");
                let outer = std::mem::replace(&mut self.catch, Catch::Return);
                let row = self.iter_handle(Expr::local(name.clone()), row_ty, elem);
                self.catch = outer;
                let (adapter, body) =
                    if leaves(&row) { ("try_mapped", raise::ok(row)) } else { ("mapped", row) };
                // Of rows that are none, Rust has to be told what would come.
                let is_never = self.iteration_type(row_ty) == BOT;
                let ret = (is_never && elem == BOT)
                    .then(|| Ty::Named(Path::Rt("Iter"), vec![Ty::Tuple(Vec::new())]).result());
                let closure = Closure {
                    params: vec![(Pat::Bind(name, false), None)],
                    ret: ret.filter(|_| adapter == "try_mapped"),
                    body: Box::new(body),
                    is_move: false,
                };
                Expr::call(Path::RtIn("iter", adapter.to_owned()), vec![rows, Expr::Closure(closure)])
            }
            TypeExpr::New("as", parts) => {
                let to = parts.first().map_or(BOT, |part| self.row_type(part, call));
                let mut value = if to == BOT { value } else { self.coerce(value, ty, to) };
                crate::lower::expr::anchor(&mut value);
                value
            }
            _ => value,
        }
    }

    /// A coroutine or task. Where the call gets several that give different types, each is told what to give.
    pub(super) fn awaitable_argument(&mut self, value: Expr, ty: TypeId, call: &RowCall) -> Expr {
        let value = self.owned(value, ty);
        if !matches!(self.cx.rep.repr(ty), Repr::NativeOf(..)) {
            self.unsupported_operation(&format!("`{}` of values of several types", call.row.name));
        }
        let Some(param) = call.row.variadic() else {
            return self.part_of_tuple(value, ty, call);
        };
        let given = self.row_type(&TypeExpr::Arg(param.name), call);
        let mut ids = self.cx.rep.atoms(given).into_iter().map(|(id, _)| self.of_id(id)).collect::<Vec<_>>();
        // What gives nothing and what never ends are one type of Rust.
        ids.dedup_by_key(|one| self.rust_type(*one));
        let from = self.awaited_type(ty);
        let to = match call.row.runtime {
            "asyncio::gather_settled" => self.awaited_type(given),
            _ => {
                let list = self.awaited_type(call.to);
                match self.elem_type(list) {
                    // One of them always raises.
                    BOT => self.awaited_type(given),
                    elem => elem,
                }
            }
        };
        if ids.len() == 1 && self.rust_type(from) == self.rust_type(to) {
            return value;
        }
        let convert = self.converting(from, to, "value");
        Expr::call(Path::RtIn("asyncio", "Part::giving".to_owned()), vec![value, convert])
    }

    /// A coroutine or task of several whose results make a tuple.
    pub(super) fn part_of_tuple(&mut self, value: Expr, ty: TypeId, call: &RowCall) -> Expr {
        let at = call.given.iter().flatten().position(|&given| self.type_of(given) == ty);
        let tuple = self.awaited_type(call.to);
        let (from, Some(&to)) = (self.awaited_type(ty), self.tuple_items(tuple).get(at.unwrap_or(0))) else {
            return value;
        };
        if !call.row.runtime.starts_with("asyncio::gather") || self.cx.rep.repr(from) == self.cx.rep.repr(to)
        {
            return value;
        }
        let convert = self.converting(from, to, "value");
        Expr::call(Path::RtIn("asyncio", "Part::giving".to_owned()), vec![value, convert])
    }

    /// `|name| …`: a value of type `from` as one of type `to`.
    pub(crate) fn converting(&mut self, from: TypeId, to: TypeId, name: &str) -> Expr {
        let outer = std::mem::replace(&mut self.catch, Catch::Uncaught);
        let body = if from == BOT || to == BOT {
            Expr::Unreachable("nothing comes out")
        } else {
            self.coerce(Expr::local(name), from, to)
        };
        self.catch = outer;
        let pat = if body.diverges() { Pat::Wild } else { Pat::Bind(name.to_owned(), false) };
        let repr = self.cx.rep.repr(from);
        let ty = self.cx.rep.ty(&repr);
        Expr::Closure(Closure {
            params: vec![(pat, Some(ty))],
            ret: None,
            body: Box::new(body),
            is_move: false,
        })
    }

    /// What makes an item of a result, and of an exception, for `gather` that returns both.
    pub(super) fn settled_items(&mut self, call: &RowCall) -> (Expr, Expr) {
        let list = self.awaited_type(call.to);
        let to = self.elem_type(list);
        let value = TypeExpr::Awaited(Box::new(TypeExpr::Arg("coros_or_futures")));
        let from = self.row_type(&value, call);
        let base = self.of(Atom::Exc("BaseException".into()));
        (self.converting(from, to, "value"), self.converting(base, to, "error"))
    }
}

/// What a parameter accepts besides `None`, where that is one thing and stands for nothing given.
pub(super) fn or_none(accept: &TypeExpr) -> &TypeExpr {
    match accept {
        TypeExpr::Union(options) => match options.as_slice() {
            [
                one @ (TypeExpr::New("iter", _) | TypeExpr::Word("float" | "int" | "lazy")),
                TypeExpr::Word("none"),
            ] => one,
            _ => accept,
        },
        accept => accept,
    }
}
