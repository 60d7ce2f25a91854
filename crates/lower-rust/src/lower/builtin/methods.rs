//! Methods of builtin types, and rows of the table of primitives.

use portalis_hir::{Arg, ExprId, Name};
use portalis_typeck::builtins::row::row_owners;
use portalis_typeck::builtins::{ASYNC_GENERATOR, Row, Shape, Table, is_static};
use portalis_typeck::cell::{CellKind, Node};
use portalis_typeck::ty::{Atom, AtomId, BOT, Kind, TypeId};

use crate::lower::iterate::Items;
use crate::lower::{Catch, FnCx, Walking};
use crate::represent::Repr;
use crate::rir::{self, Block, Closure, Expr, Pat, Path, Stmt, Ty};

use super::let_;

impl FnCx<'_, '_> {
    /// Whether values of this kind have a method that is called by name.
    pub(crate) fn has_builtin_method(&self, atom: &Atom, name: &str) -> bool {
        let by_code = match atom {
            Atom::Str => matches!(name, "join" | "format" | "format_map"),
            Atom::Cont(Kind::List, _) if name == "sort" => true,
            Atom::Cont(Kind::Generator, _) => matches!(name, "send" | "close" | "throw"),
            Atom::Cont(Kind::Native(ASYNC_GENERATOR), _) if name == "asend" => true,
            Atom::Cont(kind, _) => {
                kind.is_dict() && name == "update" || *kind == Kind::Counter && name == "subtract"
            }
            Atom::Exc(_) | Atom::Obj(..) => matches!(name, "with_traceback" | "add_note"),
            _ => false,
        };
        let is_lookup = matches!(name, "__getitem__" | "__contains__")
            && matches!(atom, Atom::Str | Atom::Tuple(_) | Atom::TupleVar(_) | Atom::Cont(..));
        is_lookup || by_code || self.method_row(atom, name, &Shape::default()).is_some()
    }

    pub(super) fn method_row(&self, atom: &Atom, name: &str, shape: &Shape<'_>) -> Option<&'static Row> {
        match atom {
            Atom::Native(class) => Table::get().native_method(class, name, shape),
            atom => row_owners(atom)
                .iter()
                .find_map(|owner| Table::get().row_for(&format!("{owner}.{name}"), shape)),
        }
    }

    /// `receiver.join(items)`.
    pub(super) fn join_items(&mut self, receiver: Expr, items: Items) -> (Expr, TypeId) {
        let (elem, str_ty) = (items.elem, self.of(Atom::Str));
        if elem == BOT {
            let drain = self.drain(items);
            let text = crate::coerce::after(drain, crate::lower::expr::str_literal(""));
            if crate::coerce::is_pure(&receiver) {
                return (text, str_ty);
            }
            let evaluated = Stmt::Let { pat: Pat::Wild, ty: None, init: Some(receiver) };
            return (Expr::Block(Block { stmts: vec![evaluated], tail: Some(Box::new(text)) }), str_ty);
        }
        if self.cx.rep.repr(elem) != Repr::Str {
            return (self.join_mixed(receiver, items, "str"), str_ty);
        }
        if items.fallible {
            let call = receiver.method("try_join", vec![items.iter]);
            return (self.propagate(call), str_ty);
        }
        (receiver.method("join", vec![items.iter]), str_ty)
    }

    /// The text, or the bytes, that an object is besides.
    fn underlying_part(&mut self, value: Expr, ty: TypeId, module: &str) -> Option<Expr> {
        let wanted = if module == "str" { Repr::Str } else { Repr::Bytes };
        let under = self.underlying_type(ty)?;
        if self.cx.rep.repr(under) != wanted {
            return None;
        }
        self.as_underlying(value, ty).map(|(part, _)| part)
    }

    /// `join` of `str` or `bytes` where only some kinds of items may be joined: the first other one raises.
    pub(super) fn join_mixed(&mut self, receiver: Expr, items: Items, module: &'static str) -> Expr {
        let elem = items.elem;
        let (mut may_raise, mut may_join) = (false, false);
        let checked = self.dispatch(Expr::local("item"), elem, BOT, &mut |cx, value, one, _| {
            let part = match (cx.cx.rep.repr(one), module) {
                (Repr::Str, "str") | (Repr::Bytes, "bytes") => Some(value),
                (Repr::Native("bytearray"), "bytes") => Some(value.method("to_bytes", Vec::new())),
                (Repr::Native("IntArray" | "FloatArray"), "bytes") => {
                    Some(value.method("tobytes", Vec::new()))
                }
                (Repr::Native("memoryview"), "bytes") => {
                    may_join = true;
                    return (value.method("try_tobytes", Vec::new()), BOT);
                }
                // An object that is a text besides, as a member of a `StrEnum` is.
                (Repr::Object(_), _) => cx.underlying_part(value, one, module),
                _ => None,
            };
            if let Some(part) = part {
                may_join = true;
                return (crate::lower::raise::ok(part), BOT);
            }
            may_raise = true;
            let found = cx.class_name_of(one);
            let path = Path::RtIn(module, "not_joinable".to_owned());
            let error = Expr::call(path, vec![Expr::local("at"), Expr::Str(found)]);
            (crate::lower::raise::err(error), BOT)
        });
        let item = || Pat::Bind("item".to_owned(), false);
        let body = if items.fallible {
            let closure =
                Closure { params: vec![(item(), None)], ret: None, body: Box::new(checked), is_move: false };
            Expr::local("item").method("and_then", vec![Expr::Closure(closure)])
        } else {
            checked
        };
        let param = match may_raise {
            true => Pat::Tuple(vec![Pat::Bind("at".to_owned(), false), item()]),
            false => item(),
        };
        let closure = Closure {
            params: vec![(param, None)],
            // Errors alone do not tell Rust what would be joined.
            ret: (self.is_single(elem) || !may_join)
                .then(|| Ty::rt(if module == "str" { "Str" } else { "Bytes" }).result()),
            body: Box::new(body),
            is_move: false,
        };
        let parts = crate::lower::iterate::into_iterator(items.iter);
        let numbered = if may_raise { parts.method("enumerate", Vec::new()) } else { parts };
        let checked = numbered.method("map", vec![Expr::Closure(closure)]);
        let call = receiver.method("try_join", vec![checked]);
        self.propagate(call)
    }

    /// A bound of a search, which may be `None`, as an `Option`.
    fn bound_or_none(&mut self, arg: Option<&Arg>) -> Expr {
        let none = Expr::local("None");
        let Some(&Arg::Pos(bound)) = arg else { return none };
        let (ty, int) = (self.type_of(bound), self.of(Atom::Int));
        let value = self.value(bound);
        match self.cx.rep.repr(ty) {
            Repr::Unit => crate::coerce::after(value, none),
            Repr::I64 | Repr::Bool => Expr::call(Path::local("Some"), vec![self.coerce(value, ty, int)]),
            Repr::Option(inner) if *inner == Repr::I64 => value,
            _ => {
                self.unsupported_operation("a bound of this type beside a tuple of prefixes");
                none
            }
        }
    }

    /// A method of a builtin type.
    pub(crate) fn call_builtin_method(
        &mut self,
        id: ExprId,
        (receiver, atom_id): (Expr, AtomId),
        name: &Name,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let atom = self.cx.rep.inferred.types.get(atom_id).clone();
        let receiver_ty = self.of_id(atom_id);
        let none = self.none_type();
        let str_ty = self.of(Atom::Str);
        let keyword = |name: &str| {
            args.iter().find_map(|arg| match arg {
                Arg::Keyword(keyword, value) if &**keyword == name => Some(*value),
                _ => None,
            })
        };
        let first = args.first().map(Arg::value);
        let made = self.type_of(id);
        if let Some(found) = self.call_named_tuple(&receiver, atom_id, name, args, made) {
            return found;
        }
        if let Some(found) = self.call_special_method(id, &receiver, receiver_ty, name, args) {
            return found;
        }
        let is_own = !matches!(atom, Atom::Cont(Kind::Counter | Kind::OrderedDict, _));
        let wrong =
            row_owners(&atom).iter().find_map(|owner| self.wrong_call(&format!("{owner}.{name}"), args));
        if let Some(message) = wrong.filter(|_| is_own) {
            let raised = self.throw_message("TypeError", &message);
            return (self.after_arguments(Some((receiver, receiver_ty)), args, raised), BOT);
        }
        if let (Atom::Cont(Kind::List, _), "extend", [Arg::Pos(items)]) = (&atom, &**name, args) {
            self.check_length_hint(*items);
        }
        match (&atom, &**name) {
            (_, name) if name.starts_with("super.") => self.super_builtin(id, receiver, atom_id, name, args),
            (Atom::Str, "join") => match first {
                Some(parts)
                    if matches!(
                        self.cx.rep.atoms(self.type_of(parts)).as_slice(),
                        [(_, one)] if one.is_int() || matches!(one, Atom::None | Atom::Bool | Atom::Float | Atom::Complex)
                    ) =>
                {
                    let raised = self.throw_message("TypeError", "can only join an iterable");
                    (self.after_arguments(None, args, raised), BOT)
                }
                Some(parts) => {
                    let outer = std::mem::replace(&mut self.walk, Walking::Joining);
                    let items = self.items(parts);
                    self.walk = outer;
                    self.join_items(receiver, items)
                }
                None => (receiver, BOT),
            },
            (Atom::Bytes | Atom::Native("bytearray"), "join") => {
                match self.join_of_others((&receiver, receiver_ty), args) {
                    Some(raised) => raised,
                    None => match self.method_row(&atom, name, &self.shape(args)) {
                        Some(row) => self.row_call(id, row, Some((receiver, receiver_ty)), args),
                        None => (receiver, BOT),
                    },
                }
            }
            (Atom::Str, "format") => (self.brace_format(receiver, args), str_ty),
            (Atom::Str, "format_map") => match first {
                Some(entries) => (self.format_entries(receiver, entries), str_ty),
                None => (receiver, BOT),
            },
            (Atom::Str, "split" | "rsplit") => {
                let (value, ty) = self.split(receiver, name, args);
                let to = self.type_of(id);
                self.refit(value, ty, to)
            }
            (Atom::Str, "startswith" | "endswith") => {
                let bool_ty = self.bool_ty();
                if let Some(prefix) = first
                    && let Repr::Tuple(_) | Repr::TupleVar(_) = self.cx.rep.repr(self.type_of(prefix))
                {
                    let ty = self.type_of(prefix);
                    let elem = self.iteration_type(ty);
                    if elem != BOT && self.cx.rep.repr(elem) != Repr::Str {
                        if !self.is_single(elem) {
                            self.unsupported_operation(&format!("`{name}` of items of several types"));
                        }
                        let found = self.class_name_of(elem);
                        let message = format!("tuple for {name} must only contain str, not {found}");
                        let raised = self.throw_message("TypeError", &message);
                        return (self.after_arguments(Some((receiver, receiver_ty)), args, raised), BOT);
                    }
                    if elem == BOT && args.len() > 1 {
                        let never =
                            self.after_arguments(Some((receiver, receiver_ty)), args, Expr::Bool(false));
                        return (never, bool_ty);
                    }
                    let value = self.value(prefix);
                    if elem == BOT {
                        let never = crate::coerce::after(value, Expr::Bool(false));
                        return (crate::coerce::after(receiver, never), bool_ty);
                    }
                    let array = match value {
                        Expr::Tuple(parts) => Expr::Array(parts).by_ref(),
                        value if matches!(self.cx.rep.repr(ty), Repr::TupleVar(_)) => {
                            value.method("as_slice", Vec::new())
                        }
                        value => {
                            let (pat, names) = self.tuple_pattern(self.tuple_items(ty).len());
                            crate::coerce::destructure(
                                pat,
                                value,
                                Expr::Array(names.into_iter().map(Expr::local).collect()),
                            )
                            .by_ref()
                        }
                    };
                    if args.len() == 1 {
                        return (receiver.method(format!("{name}_any"), vec![array]), bool_ty);
                    }
                    let bounds: Vec<Expr> = (1..3).map(|at| self.bound_or_none(args.get(at))).collect();
                    let bounded = [vec![array], bounds].concat();
                    return (receiver.method(format!("{name}_any_in"), bounded), bool_ty);
                }
                match self.method_row(&atom, name, &self.shape(args)) {
                    Some(row) => self.row_call(id, row, Some((receiver, receiver_ty)), args),
                    None => (receiver, BOT),
                }
            }
            (Atom::Cont(Kind::Set, _), "remove")
            | (Atom::Cont(Kind::Dict | Kind::DefaultDict | Kind::OrderedDict, _), "pop")
                if first.is_some_and(|key| {
                    let key_ty = self.elem_type(receiver_ty);
                    args.len() == 1 && self.is_other_number(self.type_of(key), key_ty)
                }) =>
            {
                let Some(key) = first else { return (receiver, BOT) };
                let (held, index_ty, key_ty) =
                    (self.place(key), self.type_of(key), self.elem_type(receiver_ty));
                if &**name == "remove" {
                    return (self.take_said((receiver, key_ty), "remove_said", (held, index_ty)), none);
                }
                let value = self.take_said((receiver, key_ty), "pop_said", (held, index_ty));
                (value, self.value_type(receiver_ty))
            }
            (Atom::Cont(Kind::List, _), "index")
                if first.is_some_and(|item| {
                    let elem = self.elem_type(receiver_ty);
                    args.len() == 1 && self.is_other_number(self.type_of(item), elem)
                }) =>
            {
                let Some(item) = first else { return (receiver, BOT) };
                let (held, ty, elem) = (self.place(item), self.type_of(item), self.elem_type(receiver_ty));
                (self.take_said((receiver, elem), "index_said", (held, ty)), self.of(Atom::Nat))
            }
            (_, "count" | "index" | "remove") if self.is_foreign(id, receiver_ty, name, args) => {
                match first {
                    Some(item) => self.foreign_item(id, (receiver, receiver_ty), name, item),
                    None => (receiver, BOT),
                }
            }
            (Atom::Tuple(_), "count")
                if first.is_some_and(|item| {
                    let item = self.type_of(item);
                    args.len() == 1 && self.is_mixed_count(receiver_ty, item)
                }) =>
            {
                match first {
                    Some(item) => self.mixed_count(id, (receiver, receiver_ty), item),
                    None => (receiver, BOT),
                }
            }
            (Atom::Tuple(_), "index")
                if first.is_some_and(|item| {
                    let item = self.type_of(item);
                    args.len() == 1 && self.is_mixed_count(receiver_ty, item)
                }) =>
            {
                match first {
                    Some(item) => self.mixed_index(id, (receiver, receiver_ty), item),
                    None => (receiver, BOT),
                }
            }
            (Atom::Cont(Kind::List, _), "sort") if args.iter().any(|arg| matches!(arg, Arg::Pos(_))) => {
                let raised = self.throw_message("TypeError", "sort() takes no positional arguments");
                (self.after_arguments(Some((receiver, receiver_ty)), args, raised), BOT)
            }
            (Atom::Cont(Kind::List, _), "sort") => {
                let elem = self.elem_type(receiver_ty);
                let sort = self.sort_call(id, (receiver, None), elem, keyword("key"), keyword("reverse"));
                (crate::coerce::drop_value(sort), none)
            }
            (Atom::Cont(kind, _), "update" | "subtract") if kind.is_dict() => {
                let held = self.temp("entries");
                let owned = self.owned(receiver, receiver_ty);
                let mut block = Block { stmts: vec![let_(&held, owned)], tail: None };
                let source =
                    args.iter().find_map(|arg| if let Arg::Pos(value) = arg { Some(*value) } else { None });
                if *kind == Kind::Counter {
                    let is_counted = |cx: &mut Self, source: ExprId| {
                        let repr = cx.cx.rep.repr(cx.type_of(source));
                        !matches!(repr, Repr::Union(_)) && !cx.holds_entries(source)
                    };
                    let value_ty = self.value_type(receiver_ty);
                    match source {
                        Some(source)
                            if args.len() == 1
                                && &**name == "update"
                                && self.cx.rep.repr(value_ty) == Repr::I64
                                && is_counted(self, source) =>
                        {
                            let key_ty = self.elem_type(receiver_ty);
                            self.count_into(&held, source, key_ty, &mut block);
                        }
                        _ => {
                            if self.cx.rep.repr(value_ty) != Repr::I64 {
                                self.unsupported_operation(&format!("Counter.{name}"));
                            }
                            let counted: Vec<ExprId> = source.into_iter().collect();
                            let other = self.counter(Node::Expr(id), &counted, args, receiver_ty);
                            let method = format!("counter_{name}");
                            let change = Expr::local(held).method(&method, vec![other.by_ref()]);
                            block.stmts.push(Stmt::Expr(change));
                        }
                    }
                    return (Expr::Block(block), none);
                }
                self.fill_dict(Node::Expr(id), &held, source, args, receiver_ty, &mut block);
                (Expr::Block(block), none)
            }
            (Atom::Cont(Kind::List | Kind::Deque | Kind::Set, _), "extend" | "extendleft" | "update")
                if let [Arg::Pos(items)] = args
                    && self.may_stop_half_way(*items) =>
            {
                let elem = self.elem_type(receiver_ty);
                let mut block = Block::default();
                let receiver = self.named(receiver, &mut block.stmts);
                let method = if &**name == "update" { "set_extend" } else { &**name };
                let (value, ty) = (self.value(*items), self.type_of(*items));
                self.extend_from(receiver, method, value, ty, elem, &mut block);
                (Expr::Block(block), none)
            }
            (Atom::Cont(kind, _), "get" | "pop" | "setdefault") if kind.is_dict() => {
                self.dict_method(id, receiver, receiver_ty, name, args)
            }
            (
                Atom::Cont(Kind::Set | Kind::FrozenSet, _),
                "union"
                | "intersection"
                | "difference"
                | "symmetric_difference"
                | "update"
                | "intersection_update"
                | "difference_update"
                | "symmetric_difference_update"
                | "issubset"
                | "issuperset"
                | "isdisjoint",
            ) => self.set_method(receiver, receiver_ty, name, args, id),
            (Atom::Cont(Kind::Generator, _), "send")
            | (Atom::Cont(Kind::Native(ASYNC_GENERATOR), _), "asend") => match first {
                Some(value) if args.len() == 1 => self.send_call(receiver, receiver_ty, value),
                _ => {
                    self.unsupported_operation(&format!("`{name}` with these arguments"));
                    (receiver, BOT)
                }
            },
            (Atom::Cont(Kind::Generator, _), "close") => (self.raising(receiver, "close", Vec::new()), none),
            (Atom::Cont(Kind::Generator, _), "throw") => match first {
                Some(error) if args.len() == 1 => self.throw_call(receiver, receiver_ty, id, error),
                _ => {
                    self.unsupported_operation("generator.throw");
                    (receiver, BOT)
                }
            },
            (Atom::Exc(_) | Atom::Obj(..), "with_traceback") => (receiver, receiver_ty),
            (Atom::Exc(_), "add_note") => {
                let note = match first {
                    Some(note) => self.place(note),
                    None => crate::lower::expr::str_literal(""),
                };
                (receiver.method("add_note", vec![note.by_ref()]), none)
            }
            _ => match self.method_row(&atom, name, &self.shape(args)) {
                // A function of the type: the receiver is only evaluated.
                Some(row) if is_static(row.name) => {
                    let (value, ty) = self.row_call(id, row, None, args);
                    (crate::coerce::after(receiver, value), ty)
                }
                Some(row) => self.row_call(id, row, Some((receiver, receiver_ty)), args),
                None => {
                    let span = self.span;
                    self.cx.sink.push(crate::diagnostics::builtin(span, name));
                    (Expr::unit(), BOT)
                }
            },
        }
    }

    pub(super) fn split(&mut self, receiver: Expr, name: &str, args: &[Arg]) -> (Expr, TypeId) {
        let none = self.none_type();
        let get = |i: usize, keyword: &str| {
            args.iter().enumerate().find_map(|(at, arg)| match arg {
                Arg::Pos(value) if at == i => Some(*value),
                Arg::Keyword(key, value) if &**key == keyword => Some(*value),
                _ => None,
            })
        };
        if let Some(at) = get(0, "sep").and_then(|sep| args.iter().position(|arg| arg.value() == sep))
            && self.is_open(args[at].value())
        {
            let text = self.of(Atom::Str);
            let to = self.list_of(text);
            return self.by_kind(to, Some((receiver, text)), args, at, &mut |cx, receiver| {
                cx.split(receiver.map_or_else(Expr::unit, |(receiver, _)| receiver), name, args)
            });
        }
        let sep = get(0, "sep").filter(|&sep| self.type_of(sep) != none);
        let max = get(1, "maxsplit");
        let max = match max {
            Some(max) => {
                let ty = self.type_of(max);
                let value = self.value(max);
                Some(self.as_index(value, ty))
            }
            None => None,
        };
        let value = match (sep, max) {
            (None, None) => receiver.method("split_whitespace", Vec::new()),
            (None, Some(max)) => receiver.method(format!("{name}_whitespace_n"), vec![max]),
            (Some(sep), max) => {
                let sep_ty = self.type_of(sep);
                match self.cx.rep.repr(sep_ty) {
                    Repr::Str => {}
                    Repr::Object(_) | Repr::Union(_) => {
                        self.unsupported_operation("a separator of this type");
                    }
                    _ => {
                        let message = format!("must be str or None, not {}", self.class_name_of(sep_ty));
                        let raised = self.throw_message("TypeError", &message);
                        return (self.after_arguments(None, args, raised), BOT);
                    }
                }
                let sep = self.place(sep).by_ref();
                match max {
                    None => self.raising(receiver, name, vec![sep]),
                    Some(max) => self.raising(receiver, &format!("{name}_n"), vec![sep, max]),
                }
            }
        };
        let str_ty = self.of(Atom::Str);
        let ty = self.list_of(str_ty);
        (value, ty)
    }

    /// Whether code of the program gives the items, and somebody sees what it raises: those before it are taken.
    fn may_stop_half_way(&mut self, items: ExprId) -> bool {
        let from_code =
            |atom: &Atom| matches!(atom, Atom::Obj(..) | Atom::Cont(Kind::Generator | Kind::Iterator, _));
        let ty = self.type_of(items);
        self.catch != Catch::Uncaught
            && self.is_single(ty)
            && self.underlying_type(ty).is_none()
            && self.cx.rep.atoms(ty).iter().all(|(_, atom)| from_code(atom))
            && ty != BOT
    }

    /// Some list type with these elements: lists of text made by rows are one type.
    pub(super) fn list_of(&mut self, elem: TypeId) -> TypeId {
        self.made_container(CellKind::Cont(Kind::List), elem, BOT)
    }

    pub(super) fn dict_method(
        &mut self,
        id: ExprId,
        receiver: Expr,
        receiver_ty: TypeId,
        name: &str,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let (key_ty, value_ty) = (self.elem_type(receiver_ty), self.value_type(receiver_ty));
        let to = self.type_of(id);
        let none = self.none_type();
        let Some(key) = args.first().map(Arg::value) else { return (receiver, BOT) };
        let from = self.type_of(key);
        let default = args.get(1).map(Arg::value);
        if let Some(found) = self.unhashable(from) {
            let raised = self.throw_message("TypeError", &format!("unhashable type: '{found}'"));
            return (self.after_arguments(Some((receiver, receiver_ty)), args, raised), BOT);
        }
        if let Some(value) = self.never_passed(name, (&receiver, value_ty), args, to) {
            return (value, to);
        }
        if name == "setdefault" {
            let key = self.value_as(key, key_ty);
            let value = match default {
                Some(default) => self.value_as(default, value_ty),
                None => self.coerce(Expr::unit(), none, value_ty),
            };
            return (receiver.method("set_default", vec![key, value]), value_ty);
        }
        if self.is_mixed_key(from, key_ty) {
            let default_ty = default.map_or(none, |default| self.type_of(default));
            let joined = self.cx.rep.inferred.types.join(value_ty, default_ty);
            let to = if to == BOT { joined } else { to };
            let held = self.value(key);
            let value = self.dispatch(held, from, to, &mut |cx, key, one, _| {
                cx.look_up(to, (receiver.clone(), receiver_ty), (key, one), name, default)
            });
            return (value, to);
        }
        let held = self.place(key);
        self.look_up(to, (receiver, receiver_ty), (held, from), name, default)
    }

    /// `get` and `pop` with a key of one kind.
    fn look_up(
        &mut self,
        to: TypeId,
        (receiver, receiver_ty): (Expr, TypeId),
        (held, from): (Expr, TypeId),
        name: &str,
        default: Option<ExprId>,
    ) -> (Expr, TypeId) {
        let (key_ty, value_ty) = (self.elem_type(receiver_ty), self.value_type(receiver_ty));
        let none = self.none_type();
        if self.unhashable(from).is_some() {
            return (self.missing_key(held, from), BOT);
        }
        let Some(key) = self.as_key(held.clone(), from, key_ty) else {
            return match default {
                Some(default) => {
                    let ty = self.type_of(default);
                    let default = self.value(default);
                    (crate::coerce::after(receiver, crate::coerce::after(held, default)), ty)
                }
                None if name == "get" => {
                    // A `None` that nothing else tells the type of.
                    let (nothing, ty) = match self.cx.rep.repr(to) {
                        Repr::Option(inner) => {
                            let args = vec![self.cx.rep.ty(&inner)];
                            (Expr::GenericAssoc(Path::local("Option"), args, "None".to_owned()), to)
                        }
                        _ => (Expr::unit(), none),
                    };
                    (crate::coerce::after(receiver, crate::coerce::after(held, nothing)), ty)
                }
                None => (self.missing_key(held, from), BOT),
            };
        };
        if name == "pop" && default.is_none() {
            return (self.raising(receiver, "pop", vec![key.by_ref()]), value_ty);
        }
        let default_ty = default.map_or(none, |default| self.type_of(default));
        let default_value = match default {
            Some(default) => self.value(default),
            None => Expr::unit(),
        };
        let joined = self.cx.rep.inferred.types.join(value_ty, default_ty);
        if self.cx.rep.repr(joined) == self.cx.rep.repr(value_ty) {
            let default_value = self.coerce(default_value, default_ty, value_ty);
            let method = if name == "get" { "get_or" } else { "pop_or" };
            return (receiver.method(method, vec![key.by_ref(), default_value]), value_ty);
        }
        // The default is of another type: look, then choose. What it does is done by then.
        let to = if to == BOT { joined } else { to };
        if !crate::coerce::is_calm(&default_value) && default_ty != BOT {
            let mut stmts = Vec::new();
            let receiver = self.named(receiver, &mut stmts);
            let key = self.owned(key, key_ty);
            let key = self.hold_value("key", key, &mut stmts);
            let default = self.hold_of("default", default_value, default_ty, &mut stmts);
            let (found, ty) = self.found_or(to, (receiver, value_ty), key, name, (default, default_ty));
            return (Expr::Block(Block { stmts, tail: Some(Box::new(found)) }), ty);
        }
        self.found_or(to, (receiver, value_ty), key, name, (default_value, default_ty))
    }

    /// What a dict holds for `key`, or a default of another type.
    fn found_or(
        &mut self,
        to: TypeId,
        (receiver, value_ty): (Expr, TypeId),
        key: Expr,
        name: &str,
        (default_value, default_ty): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let none = self.none_type();
        let joined = self.cx.rep.inferred.types.join(value_ty, default_ty);
        let found = if name == "get" {
            receiver.method("get", vec![key.by_ref()])
        } else {
            receiver.method("remove", vec![key.by_ref()])
        };
        if default_ty == none
            && self.cx.rep.repr(joined) == Repr::Option(Box::new(self.cx.rep.repr(value_ty)))
        {
            return (found, joined);
        }
        // Nothing passes a keyword of this name.
        let values = self.cx.rep.atoms(value_ty);
        let is_value =
            |atom: &Atom| values.iter().any(|(_, value)| value == atom || value.is_int() && atom.is_int());
        let is_never_there =
            to == default_ty && !self.cx.rep.atoms(to).iter().any(|(_, atom)| is_value(atom));
        let some = if value_ty == BOT {
            Expr::Unreachable("an empty dict")
        } else if is_never_there {
            Expr::Unreachable("a keyword that no call passes")
        } else {
            self.coerce(Expr::local("value"), value_ty, to)
        };
        let otherwise = self.coerce(default_value, default_ty, to);
        let arms = vec![
            rir::Arm {
                pat: Pat::Call(Path::local("Some"), vec![Pat::Bind("value".to_owned(), false)]),
                guard: None,
                body: some,
            },
            rir::Arm { pat: Pat::Path(Path::local("None")), guard: None, body: otherwise },
        ];
        (Expr::Match(Box::new(found), arms), to)
    }
}
