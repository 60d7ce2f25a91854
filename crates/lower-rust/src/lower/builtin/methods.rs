//! Methods of builtin types, and rows of the table of primitives.

use portalis_hir::{Arg, ExprId, Name};
use portalis_typeck::builtins::{Row, Table, TypeExpr};
use portalis_typeck::ty::{Atom, AtomId, BOT, Kind, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{self, Block, Expr, Pat, Path, Stmt};

use super::{let_, literal, static_module};

impl FnCx<'_, '_> {
    /// Whether values of this kind have a method that is called by name.
    pub(crate) fn has_builtin_method(&self, atom: &Atom, name: &str) -> bool {
        let by_code = match atom {
            Atom::Str => matches!(name, "join" | "format"),
            Atom::Cont(Kind::List, _) => name == "sort",
            Atom::Cont(Kind::Generator, _) => matches!(name, "send" | "close" | "throw"),
            Atom::Cont(kind, _) => kind.is_dict() && name == "update",
            Atom::Exc(_) => matches!(name, "with_traceback" | "add_note"),
            _ => false,
        };
        by_code || self.method_row(atom, name).is_some()
    }

    pub(super) fn method_row(&self, atom: &Atom, name: &str) -> Option<&'static Row> {
        let owners: &[&str] = match atom {
            Atom::Nat | Atom::Int | Atom::BigInt => &["int"],
            Atom::Bool => &["bool", "int"],
            Atom::Float => &["float"],
            Atom::Complex => &["complex"],
            Atom::Str => &["str"],
            Atom::Bytes => &["bytes"],
            Atom::Range | Atom::NatRange => &["range"],
            Atom::File => &["file"],
            Atom::Tuple(_) | Atom::TupleVar(_) => &["tuple"],
            Atom::Cont(Kind::DefaultDict, _) => &["defaultdict", "dict"],
            Atom::Cont(Kind::Counter, _) => &["Counter", "dict"],
            Atom::Cont(kind, _) => return Table::get().row(&format!("{}.{name}", kind.name())),
            _ => &[],
        };
        owners.iter().find_map(|owner| Table::get().row(&format!("{owner}.{name}")))
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
        match (&atom, &**name) {
            (_, name) if name.starts_with("super.") => self.super_builtin(id, receiver, atom_id, name, args),
            (Atom::Str, "join") => match first {
                Some(parts) => {
                    let items = self.items(parts);
                    let repr = self.cx.rep.repr(items.elem);
                    if repr != Repr::Str && items.elem != BOT {
                        let elem = items.elem;
                        let found = self.order_class(elem);
                        if self.is_single(elem) {
                            let message = format!("sequence item 0: expected str instance, {found} found");
                            return (self.throw_message("TypeError", &message), BOT);
                        }
                        self.unsupported_operation("join");
                    }
                    if items.elem == BOT {
                        return (crate::lower::expr::str_literal(""), str_ty);
                    }
                    if items.fallible {
                        let call = receiver.method("try_join", vec![items.iter]);
                        return (self.propagate(call), str_ty);
                    }
                    (receiver.method("join", vec![items.iter]), str_ty)
                }
                None => (receiver, BOT),
            },
            (Atom::Str, "format") => (self.brace_format(receiver, args), str_ty),
            (Atom::Str, "split" | "rsplit") => self.split(receiver, name, args),
            (Atom::Str, "startswith" | "endswith") => {
                let bool_ty = self.bool_ty();
                if let Some(prefix) = first
                    && let Repr::Tuple(_) | Repr::TupleVar(_) = self.cx.rep.repr(self.type_of(prefix))
                {
                    let ty = self.type_of(prefix);
                    let value = self.value(prefix);
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
                    return (receiver.method(format!("{name}_any"), vec![array]), bool_ty);
                }
                match self.method_row(&atom, name) {
                    Some(row) => self.row_call(id, row, Some((receiver, receiver_ty)), args),
                    None => (receiver, BOT),
                }
            }
            (Atom::Cont(Kind::List, _), "sort") => {
                let elem = self.elem_type(receiver_ty);
                let sort = self.sort_call(id, receiver, elem, keyword("key"), keyword("reverse"));
                (crate::coerce::drop_value(sort), none)
            }
            (Atom::Cont(kind, _), "update") if kind.is_dict() => {
                if *kind == Kind::Counter {
                    self.unsupported_operation("Counter.update");
                }
                let held = self.temp("entries");
                let owned = self.owned(receiver, receiver_ty);
                let mut block = Block { stmts: vec![let_(&held, owned)], tail: None };
                let source =
                    args.iter().find_map(|arg| if let Arg::Pos(value) = arg { Some(*value) } else { None });
                self.fill_dict(&held, source, args, receiver_ty, &mut block);
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
            (Atom::Cont(Kind::Generator, _), "send") => {
                let elem = self.elem_type(receiver_ty);
                let Repr::Generator(_, _, _) = self.cx.rep.repr(receiver_ty) else { return (receiver, BOT) };
                let sent_ty = match self.cx.rep.atoms(receiver_ty).first() {
                    Some((_, Atom::Cont(_, cell))) => {
                        self.cx.rep.inferred.cells[cell.index()].get(&portalis_typeck::cell::Field::Sent)
                    }
                    _ => BOT,
                };
                let value = match first {
                    Some(first) => self.value_as(first, sent_ty),
                    None => Expr::unit(),
                };
                (self.raising(receiver, "send", vec![value]), elem)
            }
            (Atom::Cont(Kind::Generator, _), "close") => (self.raising(receiver, "close", Vec::new()), none),
            (Atom::Cont(Kind::Generator, _), "throw") => {
                self.unsupported_operation("generator.throw");
                (receiver, BOT)
            }
            (Atom::Exc(_), "with_traceback") => (receiver, receiver_ty),
            (Atom::Exc(_), "add_note") => {
                let note = match first {
                    Some(note) => self.place(note),
                    None => crate::lower::expr::str_literal(""),
                };
                (receiver.method("add_note", vec![note.by_ref()]), none)
            }
            _ => match self.method_row(&atom, name) {
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
        let result = BOT;
        let value = match (sep, max) {
            (None, None) => receiver.method("split_whitespace", Vec::new()),
            (None, Some(max)) => receiver.method(format!("{name}_whitespace_n"), vec![max]),
            (Some(sep), max) => {
                if self.cx.rep.repr(self.type_of(sep)) != Repr::Str {
                    self.unsupported_operation("a separator of this type");
                }
                let sep = self.place(sep).by_ref();
                match max {
                    None => self.raising(receiver, name, vec![sep]),
                    Some(max) => self.raising(receiver, &format!("{name}_n"), vec![sep, max]),
                }
            }
        };
        let _ = result;
        let str_ty = self.of(Atom::Str);
        let ty = self.list_of(str_ty);
        (value, ty)
    }

    /// Some list type with these elements: lists of text made by rows are one type.
    pub(super) fn list_of(&mut self, elem: TypeId) -> TypeId {
        for (i, cell) in self.cx.rep.inferred.cells.iter().enumerate() {
            if cell.kind == portalis_typeck::cell::CellKind::Cont(Kind::List)
                && cell.get(&portalis_typeck::cell::Field::Elem) == elem
            {
                let cell = portalis_typeck::ty::CellId(i as u32);
                return self.of(Atom::Cont(Kind::List, cell));
            }
        }
        BOT
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
        if name == "setdefault" {
            let key = self.value_as(key, key_ty);
            let value = match default {
                Some(default) => self.value_as(default, value_ty),
                None => self.coerce(Expr::unit(), none, value_ty),
            };
            return (receiver.method("set_default", vec![key, value]), value_ty);
        }
        let held = self.place(key);
        let Some(key) = self.as_key(held, from, key_ty) else {
            let value = match default {
                Some(default) => {
                    let ty = self.type_of(default);
                    return (self.value(default), ty);
                }
                None if name == "get" => Expr::unit(),
                None => self.throw_message("KeyError", "?"),
            };
            return (value, none);
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
        // The default is of another type: look, then choose.
        let to = if to == BOT { joined } else { to };
        let found = if name == "get" {
            receiver.method("get", vec![key.by_ref()])
        } else {
            receiver.method("try_pop", vec![key.by_ref()]).method("ok", Vec::new())
        };
        if default_ty == none
            && self.cx.rep.repr(joined) == Repr::Option(Box::new(self.cx.rep.repr(value_ty)))
        {
            return (found, joined);
        }
        let some = if value_ty == BOT {
            Expr::Unreachable("an empty dict")
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

    pub(super) fn set_method(
        &mut self,
        receiver: Expr,
        receiver_ty: TypeId,
        name: &str,
        args: &[Arg],
        id: ExprId,
    ) -> (Expr, TypeId) {
        let elem = self.elem_type(receiver_ty);
        let none = self.none_type();
        let bool_ty = self.bool_ty();
        let result = match name {
            "issubset" | "issuperset" | "isdisjoint" => bool_ty,
            "update" | "intersection_update" | "difference_update" | "symmetric_difference_update" => none,
            _ => {
                let to = self.type_of(id);
                if to == BOT { receiver_ty } else { to }
            }
        };
        let result_elem = if result == none || result == bool_ty { elem } else { self.elem_type(result) };
        if args.is_empty() {
            return if result == none {
                (crate::coerce::drop_value(receiver), none)
            } else {
                (receiver.method("copy", Vec::new()), result)
            };
        }
        let mut value = receiver;
        if self.cx.rep.repr(result_elem) != self.cx.rep.repr(elem) {
            self.unsupported_operation(name);
        }
        let mut block = Block::default();
        for arg in args {
            let ty = self.type_of(arg.value());
            let item_ty = self.iteration_type(ty);
            let same_set = matches!(self.cx.rep.repr(ty), Repr::Set(inner) | Repr::FrozenSet(inner) if *inner == self.cx.rep.repr(elem));
            let operand = if same_set {
                self.place(arg.value())
            } else {
                let fits = item_ty == BOT || self.cx.rep.repr(item_ty) == self.cx.rep.repr(elem);
                if !fits {
                    self.unsupported_operation(name);
                }
                let source = self.value(arg.value());
                let list = self.collect_list(source, ty, elem);
                let repr = Repr::Set(Box::new(self.cx.rep.repr(elem)));
                let rust_ty = self.cx.rep.ty(&repr);
                Expr::Method(
                    Box::new(list.method("iter", Vec::new())),
                    "collect".to_owned(),
                    vec![rust_ty],
                    Vec::new(),
                )
            };
            if result == none {
                block.stmts.push(Stmt::Expr(value.clone().method(name, vec![operand.by_ref()])));
            } else {
                value = value.method(name, vec![operand.by_ref()]);
            }
        }
        if result == none { (Expr::Block(block), none) } else { (value, result) }
    }

    /// A call of a row of the table.
    pub(super) fn row_call(
        &mut self,
        id: ExprId,
        row: &'static Row,
        receiver: Option<(Expr, TypeId)>,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let to = self.type_of(id);
        let parts = match &receiver {
            Some((_, ty)) => (self.elem_type(*ty), self.value_type(*ty)),
            None => (BOT, BOT),
        };
        if let (Some((container, _)), BOT, [Arg::Pos(item)]) = (&receiver, parts.0, args)
            && self.cx.rep.repr(self.type_of(*item)) != Repr::Never
            && let Some(value) = self.search_in_nothing(row.name, container.clone(), *item)
        {
            return (value, to);
        }
        let mut lowered = Vec::new();
        let mut given_optional = false;
        for (i, param) in row.params.iter().enumerate() {
            let given = args.iter().enumerate().find_map(|(at, arg)| match arg {
                Arg::Pos(value) if at == i => Some(*value),
                Arg::Keyword(name, value) if &**name == param.name => Some(*value),
                _ => None,
            });
            match given {
                Some(value) => {
                    let ty = self.type_of(value);
                    given_optional |= param.default == Some("?");
                    if matches!(param.accept, TypeExpr::Word("iter")) {
                        lowered.push(self.row_iterable(value, parts.0));
                        continue;
                    }
                    let place = if param.by_ref { self.place(value) } else { self.value(value) };
                    let mut value = self.row_argument(place, ty, param, parts);
                    if param.default == Some("?")
                        && row.params.iter().filter(|param| param.default == Some("?")).count() > 1
                    {
                        value = Expr::call(Path::local("Some"), vec![value]);
                    }
                    lowered.push(value);
                }
                None => match param.default {
                    Some("?") => lowered.push(Expr::local("None")),
                    Some("none") => lowered.push(Expr::local("None")),
                    Some("false") => lowered.push(Expr::Bool(false)),
                    Some("true") => lowered.push(Expr::Bool(true)),
                    Some(text) => lowered.push(literal(text)),
                    None => self.unsupported_operation("a call without a required argument"),
                },
            }
        }
        let optional = row.params.iter().filter(|param| param.default == Some("?")).count();
        if !given_optional && row.runtime.contains('|') {
            lowered.truncate(row.params.len() - optional);
        }
        let source = receiver.as_ref().map(|(_, ty)| *ty);
        let (value, ty) = self.row_emit_at(row, receiver, lowered, given_optional);
        // A copy may be filled with other things than what it was made from.
        if row.runtime == "copy"
            && let Some(source) = source
        {
            return self.refit(value, source, to);
        }
        (value, if ty == BOT { to } else { ty })
    }

    /// A search in a container that never holds anything: the item has no type to be compared as.
    fn search_in_nothing(&mut self, name: &str, container: Expr, item: ExprId) -> Option<Expr> {
        let ty = self.type_of(item);
        let mut place = self.place(item);
        crate::lower::expr::anchor(&mut place);
        let exception = match name {
            "list.count" => {
                let none = crate::coerce::after(place, Expr::Int(0, Some("i64")));
                return Some(crate::coerce::after(container, none));
            }
            "set.discard" => {
                return Some(crate::coerce::after(container, crate::coerce::after(place, Expr::unit())));
            }
            "list.index" => {
                self.check_shown(ty);
                let text = "{:?} is not in list".to_owned();
                let text = Expr::Format { name: "format", first: None, text, args: vec![self.py(place)] };
                exception("new", "ValueError", text)
            }
            "set.remove" => {
                self.check_shown(ty);
                exception("with_arg", "KeyError", place.by_ref())
            }
            "list.remove" => {
                let message = Expr::Str("list.remove(x): x not in list".to_owned());
                crate::coerce::after(place, exception("new", "ValueError", message))
            }
            _ => return None,
        };
        // As a `Result`, so that it has a type wherever it stands.
        let ok = if name == "list.index" { rir::Ty::local("i64") } else { rir::Ty::Tuple(Vec::new()) };
        let failed = Expr::Generic(Path::local("Err"), vec![ok, rir::Ty::path(Path::Rt("Exception"))]);
        let failed = Expr::Call(Box::new(failed), vec![exception]);
        Some(crate::coerce::after(container, self.propagate(failed)))
    }

    pub(super) fn row_emit(
        &mut self,
        row: &'static Row,
        receiver: Option<Expr>,
        args: Vec<Expr>,
        receiver_ty: TypeId,
    ) -> (Expr, TypeId) {
        let (value, ty) =
            self.row_emit_at(row, receiver.map(|receiver| (receiver, receiver_ty)), args, false);
        (value, ty)
    }

    pub(super) fn row_emit_at(
        &mut self,
        row: &'static Row,
        receiver: Option<(Expr, TypeId)>,
        args: Vec<Expr>,
        given_optional: bool,
    ) -> (Expr, TypeId) {
        let runtime = match row.runtime.split_once('|') {
            Some((plain, full)) => {
                if given_optional {
                    full
                } else {
                    plain
                }
            }
            None => row.runtime,
        };
        // `=ljust|ljust_with`: the plain one raises nothing.
        let (runtime, raises) = match runtime.strip_prefix('=') {
            Some(total) => (total, false),
            None => (runtime, !row.raises.is_empty()),
        };
        let result = self.row_result(row, receiver.as_ref().map(|(_, ty)| *ty));
        let value = match receiver {
            Some((receiver, ty)) => {
                let repr = self.cx.rep.repr(ty);
                if matches!(repr, Repr::I64 | Repr::Bool | Repr::Float) {
                    // Methods of plain numbers are functions.
                    let module = if repr == Repr::Float { "float" } else { "int" };
                    if matches!(runtime, "conjugate") {
                        return (receiver, ty);
                    }
                    let int = self.of(Atom::Int);
                    let receiver = if repr == Repr::Bool { self.coerce(receiver, ty, int) } else { receiver };
                    let mut all = vec![receiver];
                    all.extend(args);
                    if raises {
                        self.raising_call(module, runtime, all)
                    } else {
                        Expr::call(Path::RtIn(module, runtime.to_owned()), all)
                    }
                } else if let Repr::Tuple(items) = &repr {
                    let same = items.windows(2).all(|pair| pair[0] == pair[1]);
                    if !same || items.is_empty() {
                        self.unsupported_operation(row.name);
                    }
                    let owned = self.owned(receiver, ty);
                    let (pat, names) = self.tuple_pattern(items.len());
                    let array = Expr::Array(names.into_iter().map(Expr::local).collect());
                    let tuple = Expr::call(Path::Rt("Tuple").assoc("from"), vec![array]);
                    let call =
                        if raises { self.raising(tuple, runtime, args) } else { tuple.method(runtime, args) };
                    crate::coerce::destructure(pat, owned, call)
                } else if raises {
                    self.raising(receiver, runtime, args)
                } else {
                    receiver.method(runtime, args)
                }
            }
            None => {
                let (module, function) = runtime.split_once("::").unwrap_or(("builtins", runtime));
                let module = static_module(module);
                if raises {
                    self.raising_call(module, function, args)
                } else {
                    Expr::call(Path::RtIn(module, function.to_owned()), args)
                }
            }
        };
        (value, result)
    }

    /// The type of a row's result where it is a word or a part of the receiver.
    pub(super) fn row_result(&mut self, row: &Row, receiver: Option<TypeId>) -> TypeId {
        match &row.result {
            TypeExpr::Word(word) => {
                let atom = match *word {
                    "none" => Atom::None,
                    "nat" => Atom::Nat,
                    "int" => Atom::Int,
                    "bigint" => Atom::BigInt,
                    "bool" => Atom::Bool,
                    "float" => Atom::Float,
                    "str" => Atom::Str,
                    "bytes" => Atom::Bytes,
                    "complex" => Atom::Complex,
                    _ => return BOT,
                };
                self.of(atom)
            }
            TypeExpr::Elem => receiver.map_or(BOT, |ty| {
                if matches!(self.cx.rep.repr(ty), Repr::Tuple(_)) { BOT } else { self.elem_type(ty) }
            }),
            TypeExpr::Value => receiver.map_or(BOT, |ty| self.value_type(ty)),
            TypeExpr::Receiver => receiver.unwrap_or(BOT),
            _ => BOT,
        }
    }

    pub(super) fn row_argument(
        &mut self,
        value: Expr,
        ty: TypeId,
        param: &portalis_typeck::builtins::RowParam,
        (elem, value_ty): (TypeId, TypeId),
    ) -> Expr {
        let value = match &param.accept {
            TypeExpr::Word("int") => {
                let mut value = self.as_index(value, ty);
                crate::lower::expr::anchor(&mut value);
                value
            }
            TypeExpr::Word("float") => self.as_float(value, ty),
            TypeExpr::Word("bool") => self.truth(value, ty),
            TypeExpr::Elem => self.member_argument(value, ty, elem),
            TypeExpr::Value => self.coerce(value, ty, value_ty),
            TypeExpr::Union(_) if self.cx.rep.repr(ty) == Repr::Unit => return Expr::local("None"),
            TypeExpr::Union(options) if options.contains(&TypeExpr::Word("none")) => {
                // Text where there may be none: by reference.
                return crate::lower::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref());
            }
            TypeExpr::Word("str") if !param.by_ref => {
                return crate::lower::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref());
            }
            TypeExpr::Word("any") if self.cx.rep.repr(ty) == Repr::Str => {
                let text = crate::lower::compare::str_literal_text(&value)
                    .unwrap_or_else(|| value.method("as_str", Vec::new()));
                return Expr::call(Path::local("Some"), vec![text]);
            }
            _ => value,
        };
        if param.by_ref && matches!(param.accept, TypeExpr::Elem) {
            value.by_ref()
        } else if param.by_ref {
            crate::lower::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref())
        } else {
            value
        }
    }

    /// An argument that is looked for among elements.
    pub(super) fn member_argument(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Expr {
        let (a, b) = (self.cx.rep.repr(ty), self.cx.rep.repr(elem));
        if a == b {
            return value;
        }
        let owned = self.owned(value, ty);
        self.coerce(owned, ty, elem)
    }

    /// An iterable argument, as an iterator of elements of the receiver's type.
    pub(super) fn row_iterable(&mut self, value: ExprId, elem: TypeId) -> Expr {
        let items = self.items(value);
        if items.elem == BOT || elem == BOT {
            if elem == BOT && items.elem != BOT && !items.fallible {
                return items.iter;
            }
            let repr = self.cx.rep.repr(elem);
            let args = vec![self.cx.rep.ty(&repr)];
            let new = Expr::Call(
                Box::new(Expr::GenericAssoc(Path::Rt("List"), args, "new".to_owned())),
                Vec::new(),
            );
            return new.method("iter", Vec::new());
        }
        if !items.fallible && self.cx.rep.repr(items.elem) == self.cx.rep.repr(elem) {
            return items.iter;
        }
        let ty = self.type_of(value);
        let source = self.value(value);
        let list = self.collect_list(source, ty, elem);
        list.method("iter", Vec::new())
    }
}

/// `Exception::how(class, value)`.
fn exception(how: &str, class: &str, value: Expr) -> Expr {
    let class = Expr::Path(Path::Exc(class.to_owned()));
    Expr::call(crate::lower::raise::exception_path(how), vec![class, value])
}
