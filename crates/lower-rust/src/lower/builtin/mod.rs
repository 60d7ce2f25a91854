//! Builtin functions, library functions and methods of builtin types.

mod applied;
mod applied_lazily;
mod attributes;
mod bytes;
mod callback;
mod containers;
mod convert;
mod factory;
mod files;
mod fold;
mod foreign;
mod functional;
mod lazy;
mod made_items;
mod methods;
mod native;
mod order;
mod own_items;
mod row;
mod row_argument;
mod send;
mod sets;
mod several_callees;
mod signature;
mod sizes;
mod spread;
mod statistics;
mod structs;
mod told_apart;
mod tuple;

use portalis_hir::expr::keyword_argument;
use portalis_hir::{Arg, Elem, ExprId, ExprKind, Name};
use portalis_typeck::builtins::raised::EXCEPTION_CLASS;
use portalis_typeck::builtins::{
    Table, bytes_position, is_bytes, is_static, literal_text, method_of_pattern, row_name,
};
use portalis_typeck::cell::Node;
use portalis_typeck::iterator_class::is_iterator_class;
use portalis_typeck::ty::{Atom, BOT, ClassRef, Kind, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{self, Arm, Block, Closure, Expr, Pat, Path, Stmt};

impl FnCx<'_, '_> {
    /// A call of a builtin or library function.
    pub(crate) fn call_builtin(&mut self, id: ExprId, name: &Name, args: &[Arg]) -> (Expr, TypeId) {
        let ty = self.own_result(id, name, self.type_of(id));
        if let Some((owner, method)) = name.split_once('.')
            && !Table::get().knows_module(owner)
            && let Some((first, rest)) = args.split_first()
            && !is_static(name)
        {
            let receiver_ty = self.type_of(first.value());
            let receiver = self.place(first.value());
            // An object of a class derived from the owner goes as the value that it holds.
            let (receiver, receiver_ty) = match self.underlying_type(receiver_ty) {
                Some(_) => self.or_underlying(receiver, receiver_ty),
                None => (receiver, receiver_ty),
            };
            if !self.is_single(receiver_ty) {
                if !rest.is_empty() {
                    self.unsupported_operation(&format!("`{name}` of values of several types"));
                }
                let held = self.owned(receiver, receiver_ty);
                let found = self.dispatch(held, receiver_ty, ty, &mut |cx, value, _, (atom_id, atom)| {
                    let class = cx.class_name(atom);
                    if class == owner {
                        return cx.call_builtin_method(id, (value, atom_id), &method.into(), rest);
                    }
                    let message = format!(
                        "descriptor '{method}' for '{owner}' objects doesn't apply to a '{class}' object"
                    );
                    (cx.throw_message("TypeError", &message), BOT)
                });
                return (found, ty);
            }
            let atom = self.first_atom(receiver_ty);
            return self.call_builtin_method(id, (receiver, atom), &method.into(), rest);
        }
        if let Some(method) = method_of_pattern(name, args)
            && let Some((first, rest)) = args.split_first()
            && let receiver_ty = self.type_of(first.value())
            && let [
                (receiver, Atom::Native("Pattern" | "GroupsPattern" | "BytesPattern" | "BytesGroupsPattern")),
            ] = self.cx.rep.atoms(receiver_ty).as_slice()
        {
            let place = self.place(first.value());
            return self.call_builtin_method(id, (place, *receiver), &method.into(), rest);
        }
        let literal = args.first().and_then(|arg| literal_text(&self.cx.module[arg.value()].kind));
        let is_bytes = match args.get(bytes_position(name)) {
            Some(Arg::Pos(value)) => is_bytes(&self.cx.rep.atoms(self.type_of(*value))),
            _ => false,
        };
        if let Some(answer) = self.special_data(id, name, args) {
            return answer;
        }
        let row_name = row_name(name, literal.as_deref(), is_bytes);
        let without_key = self.without_key(name, args);
        let args = without_key.as_deref().unwrap_or(args);
        if let Some(row) = Table::get().row_for(row_name, &self.shape(args)) {
            return self.row_call(id, row, None, args);
        }
        if let Some(message) = self.wrong_call(name, args).or_else(|| self.wrong_operand(name, args)) {
            let raised = self.throw_message("TypeError", &message);
            return (self.after_arguments(None, args, raised), BOT);
        }
        if name.starts_with("operator.") {
            let values: Vec<(Expr, TypeId)> =
                args.iter().map(|arg| (self.value(arg.value()), self.type_of(arg.value()))).collect();
            // A getter that is made is known without a value.
            return self.call_operator(id, name, values, ty).unwrap_or((Expr::unit(), ty));
        }
        let positional: Vec<ExprId> = args
            .iter()
            .filter_map(|arg| if let Arg::Pos(value) = arg { Some(*value) } else { None })
            .collect();
        let keyword = |name: &str| {
            args.iter().find_map(|arg| match arg {
                Arg::Keyword(keyword, value) if &**keyword == name => Some(*value),
                _ => None,
            })
        };
        let none = self.none_type();
        if let ("str", Some(&bytes)) = (&**name, positional.first())
            && args.len() > 1
            && matches!(self.cx.rep.repr(self.type_of(bytes)), Repr::Bytes | Repr::Native("bytearray"))
        {
            let receiver = (self.value(bytes), self.first_atom(self.type_of(bytes)));
            return self.call_builtin_method(id, receiver, &"decode".into(), &args[1..]);
        }
        let named = bytes::named_encoding(name, args);
        let (args, positional) = match &named {
            Some((args, positional)) => (args.as_slice(), positional.clone()),
            None => (args, positional),
        };
        if !signature::fits(name, args) {
            self.unsupported_operation(&format!("`{name}` with these arguments"));
            return (Expr::Unreachable("refused"), BOT);
        }
        if signature::loses_star(name, args) {
            self.cx.sink.push(crate::diagnostics::star_into_builtin(self.span));
        }
        if let ("list" | "tuple" | "sorted", [items, ..]) = (&**name, positional.as_slice()) {
            self.check_length_hint(*items);
        }
        match &**name {
            "print" => (self.print(args), none),
            "super" => match positional.get(1) {
                Some(&receiver) => (self.place(receiver), ty),
                None => (self.receiver(), ty),
            },
            "len" if positional.len() == 1 => self.len_call(id, positional[0]),
            "isinstance" if positional.len() == 2 => {
                let class = self.type_of(positional[1]);
                let is_value = |atom: &Atom| {
                    atom.is_int()
                        || matches!(
                            atom,
                            Atom::Bool
                                | Atom::Float
                                | Atom::Str
                                | Atom::Bytes
                                | Atom::Cont(..)
                                | Atom::Obj(..)
                        )
                };
                if self.cx.rep.atoms(class).iter().any(|(_, atom)| is_value(atom)) {
                    self.unsupported_operation("isinstance of what is no class");
                }
                self.check_no_union(class);
                self.check_no_generic(positional[1]);
                // Several are told apart by the value itself.
                let before = match self.cx.rep.atoms(class).len() {
                    1 => self.what_gives_classes(positional[0], positional[1]),
                    _ => None,
                };
                let test = self.isinstance(positional[0], positional[1]);
                (crate::lower::known_callee::first(before, test), self.bool_ty())
            }
            "hasattr" if positional.len() == 2 => self.has_attribute(positional[0], positional[1]),
            "getattr" if positional.len() == 3 => self.attribute_or(id, &positional, ty),
            "issubclass" if positional.len() == 2 => {
                let before = self.what_gives_classes(positional[0], positional[1]);
                let (answer, ty) = self.static_answer(id, name, &positional);
                (crate::lower::known_callee::first(before, answer), ty)
            }
            "issubclass" | "callable" => self.static_answer(id, name, &positional),
            "range" => self.range_value(&positional),
            "bool" => {
                let bool_ty = self.bool_ty();
                match positional.first() {
                    Some(&value) => (self.condition(value), bool_ty),
                    None => (Expr::Bool(false), bool_ty),
                }
            }
            "int" | "float" | "str" | "repr" | "ascii" | "abs" | "round" | "divmod" | "pow"
            | "math.floor" | "math.ceil" | "math.trunc" | "hash" | "id" | "format" | "complex" | "bytes"
            | "bytearray" => self.convert(id, name, &positional, keyword("base").or(keyword("ndigits")), ty),
            "list" | "set" | "frozenset" | "tuple" | "collections.deque" => {
                self.collect(name, &positional, keyword("maxlen"), ty)
            }
            "sorted" => self.sorted(id, &positional, keyword("key"), keyword("reverse"), ty),
            "dict" | "collections.OrderedDict" | "collections.defaultdict" => {
                let skip = usize::from(&**name == "collections.defaultdict").min(positional.len());
                let dict = self.dict_from(Node::Expr(id), &positional[skip..], args, ty);
                let factory = if skip == 1 { positional.first().copied() } else { None };
                (self.with_factory(id, dict, ty, factory), ty)
            }
            "collections.Counter" => {
                // Of nothing: an empty one.
                let counted: Vec<ExprId> =
                    positional.iter().copied().filter(|&value| self.type_of(value) != none).collect();
                (self.counter(Node::Expr(id), &counted, args, ty), ty)
            }
            "dict.fromkeys" | "collections.OrderedDict.fromkeys" => {
                let mut block = Block::default();
                let held = self.temp("entries");
                let empty = self.empty_container("Dict", ty);
                block.stmts.push(let_(&held, empty));
                let (key_ty, value_ty) = (self.elem_type(ty), self.value_type(ty));
                let value = self.temp("value");
                let (lowered, from) = match positional.get(1) {
                    Some(&value) => (self.value(value), self.type_of(value)),
                    None => (Expr::unit(), none),
                };
                let lowered = self.coerce(lowered, from, value_ty);
                block.stmts.push(let_(&value, lowered));
                let (target, copy) = (held.clone(), self.is_copy(value_ty));
                self.for_each(positional[0], &mut block, &mut |cx, item, item_ty, body| {
                    if cx.raise_unhashable(item_ty, body) {
                        return;
                    }
                    let item = cx.coerce(item, item_ty, key_ty);
                    let v = Expr::local(value.clone());
                    let v = if copy { v } else { v.cloned() };
                    body.stmts.push(Stmt::Expr(Expr::local(target.clone()).method("set", vec![item, v])));
                });
                let dict = self.flavoured(Expr::local(held), ty);
                block.tail = Some(Box::new(dict));
                (Expr::Block(block), ty)
            }
            "zip" if args.iter().any(|arg| matches!(arg, Arg::Star(_))) => {
                let strict = keyword("strict").is_some_and(|strict| self.is_strict(strict));
                let rows: Vec<Arg> =
                    args.iter().filter(|arg| !matches!(arg, Arg::Keyword(..))).cloned().collect();
                (self.zip_star(&rows, ty, strict), ty)
            }
            "enumerate" | "zip" | "map" | "filter" | "reversed" | "iter" => {
                let mut positional = positional;
                match args.iter().find(|arg| matches!(arg, Arg::Keyword(..))) {
                    Some(Arg::Keyword(key, start)) if &**key == "start" && &**name == "enumerate" => {
                        positional.push(*start);
                    }
                    Some(Arg::Keyword(key, strict)) if &**key == "strict" && &**name == "zip" => {
                        let strict = self.is_strict(*strict);
                        let elem = self.elem_type(ty);
                        return self
                            .dead_arguments(&positional)
                            .unwrap_or_else(|| self.lazy_adapter(name, &positional, ty, elem, strict));
                    }
                    Some(_) => self.unsupported_operation("this keyword argument"),
                    None => {}
                }
                self.lazy(id, name, &positional, ty)
            }
            "next" => self.next_call(id, &positional),
            "sum" => self.sum(id, &positional, keyword("start"), ty),
            "math.prod" => self.product(&positional, keyword("start"), ty),
            "min" | "max" => self.min_max(id, name, args, keyword("key"), keyword("default"), ty),
            "any" | "all" => self.any_all(name, positional[0]),
            "_trap_name" => {
                let (name, ty) = (self.place(positional[0]), self.type_of(positional[0]));
                let name = self.all_underlying(name.clone(), ty).map_or(name, |(text, _)| text);
                let function = Path::RtIn("output", "trap_attribute".to_owned());
                (Expr::call(function, vec![name.by_ref()]), BOT)
            }
            "_cache_clear" => (self.clear_results(positional[0]), none),
            "_cache_counts" => (self.result_counts(positional[0]), ty),
            // What a class makes of a function that is there already.
            "staticmethod" | "classmethod" => (self.value(positional[0]), ty),
            "struct.pack" => (self.struct_pack(args), ty),
            "struct.unpack" | "struct.unpack_from" => {
                (self.struct_unpack(name, &positional, keyword("offset"), ty), ty)
            }
            "type" => {
                let value = self.place(positional[0]);
                let from = self.type_of(positional[0]);
                if self.is_single(from)
                    && self.cx.rep.repr(from) != Repr::Num
                    && self.cx.rep.repr(from) != Repr::Exception
                {
                    // Inference may have met objects of other classes on its way to this one.
                    let one = match self.cx.rep.atoms(from).as_slice() {
                        [(_, Atom::Obj(class, _))] => self.of(Atom::Class(*class)),
                        _ => ty,
                    };
                    return (crate::coerce::drop_value(value), one);
                }
                let value = self.owned(value, from);
                (self.type_of_several(value, from, ty), ty)
            }
            "open" => {
                let mode = positional.get(1).copied().or(keyword("mode"));
                (self.open_call((id, positional[0]), mode, keyword("encoding"), keyword("newline")), ty)
            }
            "exit" | "quit" | "sys.exit" => {
                let exception = match positional.first() {
                    Some(&code) if self.type_of(code) != none => {
                        let mut value = self.place(code);
                        crate::lower::expr::anchor(&mut value);
                        Expr::call(Path::RtIn("sys", "exit_with".to_owned()), vec![value.by_ref()])
                    }
                    _ => Expr::call(Path::RtIn("sys", "exit_empty".to_owned()), Vec::new()),
                };
                let thrown = self.throw(exception);
                // A call that returns `None`, `sys.exit(main())`, says nothing about the status.
                match positional.first() {
                    Some(&code) if self.type_of(code) == none => {
                        let value = self.value(code);
                        (crate::coerce::after(crate::coerce::drop_value(value), thrown), BOT)
                    }
                    _ => (thrown, BOT),
                }
            }
            "NoneType" if args.is_empty() => (Expr::unit(), none),
            "NoneType" => self.failing_call(args, "NoneType takes no arguments"),
            "typing.cast" => {
                let value = self.value(positional[1]);
                let from = self.type_of(positional[1]);
                (value, from)
            }
            "object" => {
                let new = Path::RtIn("object", "Object".to_owned()).assoc("new");
                (Expr::call(new, Vec::new()), ty)
            }
            "typing.NewType()" => (self.value(positional[0]), self.type_of(positional[0])),
            "functools.wraps"
            | "typing.NewType"
            | "functools.lru_cache"
            | "property"
            | "typing.TypeVar"
            | "typing.ParamSpec"
            | "dataclasses.dataclass" => (Expr::unit(), ty),
            // Its default is the attribute of the class.
            "dataclasses.field" => match keyword_argument(args, "default") {
                Some(default) => (self.value(default), self.type_of(default)),
                None => (Expr::unit(), ty),
            },
            _ => {
                let span = self.span;
                self.cx.sink.push(crate::diagnostics::builtin(span, name));
                (Expr::unit(), ty)
            }
        }
    }

    /// The constant after `strict=`.
    fn is_strict(&mut self, strict: ExprId) -> bool {
        match self.cx.module[strict].kind {
            ExprKind::Bool(strict) => strict,
            _ => {
                self.unsupported_operation("a `strict=` that is no constant");
                false
            }
        }
    }

    /// `zip(*rows)`: one iterator a row, and a tuple of what they give; other arguments are rows of their own.
    fn zip_star(&mut self, args: &[Arg], ty: TypeId, strict: bool) -> Expr {
        let tuple_ty = self.elem_type(ty);
        if let [Arg::Star(rows)] = args
            && let Repr::Tuple(_) = self.cx.rep.repr(self.type_of(*rows))
        {
            // As many arguments as the tuple has items.
            let rows_ty = self.type_of(*rows);
            let value = self.value(*rows);
            let items = self.tuple_items(rows_ty);
            let (pat, names) = self.tuple_pattern(items.len());
            let types: Vec<TypeId> = items.iter().map(|&item| self.iteration_type(item)).collect();
            let mut handles = Vec::new();
            for ((name, &item), &elem) in names.into_iter().zip(&items).zip(&types) {
                handles.push(self.iter_handle(Expr::local(name), item, elem));
            }
            let zip = self.zip_handles(handles, &types, tuple_ty, strict);
            return crate::coerce::destructure(pat, value, zip);
        }
        let elem = self.elem_type(tuple_ty);
        let mut block = Block::default();
        for arg in args {
            let Arg::Star(rows) = arg else { continue };
            let atoms = self.cx.rep.atoms(self.type_of(*rows));
            if let [
                (_, atom @ (Atom::None | Atom::Bool | Atom::Nat | Atom::Int | Atom::BigInt | Atom::Float)),
            ] = atoms.as_slice()
            {
                let class = self.class_name(atom);
                let message = format!("zip() argument after * must be an iterable, not {class}");
                return self.throw_message("TypeError", &message);
            }
        }
        if tuple_ty == BOT {
            return self.zip_nothing(args, tuple_ty, block);
        }
        if !matches!(self.cx.rep.repr(tuple_ty), Repr::TupleVar(_)) || elem == BOT {
            self.unsupported_operation("`zip` of these rows");
            return Expr::unit();
        }
        let name = self.temp("rows");
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(name.clone(), true),
            ty: None,
            init: Some(Expr::call(Path::local("Vec").assoc("new"), Vec::new())),
        });
        let push = |handle| Stmt::Expr(Expr::local(name.clone()).method("push", vec![handle]));
        for arg in args {
            match arg {
                Arg::Pos(row) => {
                    let row_ty = self.type_of(*row);
                    let row = self.value(*row);
                    let handle = self.iter_handle(row, row_ty, elem);
                    block.stmts.push(push(handle));
                }
                Arg::Star(rows) => self.for_each(*rows, &mut block, &mut |cx, row, row_ty, body| {
                    let handle = cx.iter_handle(row, row_ty, elem);
                    body.stmts.push(push(handle));
                }),
                Arg::Keyword(..) | Arg::DoubleStar(_) => {
                    self.unsupported_operation("`zip` with `*` and other arguments");
                }
            }
        }
        let zip = if strict { "zip_all_strict" } else { "zip_all" };
        block.tail = Some(Box::new(Expr::call(Path::RtIn("iter", zip.to_owned()), vec![Expr::local(name)])));
        Expr::Block(block)
    }

    /// `zip(*rows)` of which nothing ever comes: there are no rows, or they are empty, or no rows at all and raise.
    fn zip_nothing(&mut self, args: &[Arg], tuple_ty: TypeId, mut block: Block) -> Expr {
        for arg in args {
            let (Arg::Pos(value) | Arg::Star(value)) = arg else { continue };
            if matches!(arg, Arg::Pos(_)) {
                let ty = self.type_of(*value);
                let value = self.value(*value);
                let handle = self.iter_handle(value, ty, BOT);
                block.stmts.push(Stmt::Expr(crate::coerce::drop_value(handle)));
                continue;
            }
            self.for_each(*value, &mut block, &mut |cx, row, row_ty, body| {
                let handle = cx.iter_handle(row, row_ty, BOT);
                body.stmts.push(Stmt::Expr(crate::coerce::drop_value(handle)));
            });
        }
        block.tail = Some(Box::new(self.empty_iterator(tuple_ty)));
        Expr::Block(block)
    }

    /// The receiver of the method that is running, for `super()`.
    fn receiver(&mut self) -> Expr {
        let Some(param) = self.cx.module[self.func].params.first() else { return Expr::unit() };
        if self.is_self(param.local) { Expr::local("self") } else { self.local_place(param.local, None) }
    }

    /// `type(value)` where it may be one of several.
    fn type_of_several(&mut self, value: Expr, from: TypeId, to: TypeId) -> Expr {
        self.dispatch(value, from, to, &mut |cx, value, one, (_, atom)| {
            if cx.cx.rep.repr(one) == Repr::Num {
                let [int, float] = ["int", "float"].map(|name| {
                    let class = cx.of(Atom::Builtin(name.into()));
                    cx.coerce(Expr::unit(), class, to)
                });
                let is_int = value.method("is_int", Vec::new());
                let chosen = Expr::If(Box::new(is_int), Block::of(int), Some(Box::new(float)));
                return (chosen, to);
            }
            if cx.cx.rep.repr(one) == Repr::Exception {
                let class = cx.of(Atom::Native(EXCEPTION_CLASS));
                return (value.method("class", Vec::new()), class);
            }
            let class = match atom {
                Atom::Obj(class, _) => Atom::Class(*class),
                other => {
                    let name = cx.class_name(other);
                    Atom::Builtin(name.as_str().into())
                }
            };
            let class = cx.of(class);
            (crate::coerce::drop_value(value), class)
        })
    }

    /// Refuses to ask for `list[int]`, for which Python raises.
    fn check_no_generic(&mut self, classes: ExprId) {
        let module = self.cx.module;
        match &module[classes].kind {
            ExprKind::Index { value, .. } if self.is_one_class(self.type_of(*value)) => {
                self.unsupported_operation("an instance of a class with parameters");
            }
            ExprKind::Tuple(parts) => {
                for part in parts {
                    if let Elem::One(part) = part {
                        self.check_no_generic(*part);
                    }
                }
            }
            _ => {}
        }
    }

    /// Refuses to ask for a union of classes, of which nothing is known but that it is one.
    fn check_no_union(&mut self, classes: TypeId) {
        let is_union = |class: &Atom| {
            matches!(class, Atom::Builtin(name)
                if matches!(&**name, "types.UnionType" | "typing.Union" | "typing.Optional" | "typing.Any"))
        };
        if self.flat_classes(classes).iter().any(is_union) {
            self.unsupported_operation("a union of classes that only the run knows");
        }
    }

    fn bool_ty(&mut self) -> TypeId {
        self.of(Atom::Bool)
    }

    /// `callable` and `issubclass` of types that say it.
    fn static_answer(&mut self, _id: ExprId, name: &str, args: &[ExprId]) -> (Expr, TypeId) {
        let bool_ty = self.bool_ty();
        let Some(&first) = args.first() else { return (Expr::Bool(false), bool_ty) };
        let ty = self.type_of(first);
        let atoms = self.cx.rep.atoms(ty);
        let wanted = match args.get(1) {
            Some(&classes) => self.flat_classes(self.type_of(classes)),
            None => Vec::new(),
        };
        if let Some(&classes) = args.get(1) {
            self.check_no_union(self.type_of(classes));
            self.check_no_generic(classes);
        }
        if args.get(1).is_some_and(|&classes| !self.is_one_class(self.type_of(classes))) {
            self.unsupported_operation("a class that only the run knows");
        }
        if name == "issubclass" && atoms.iter().all(|(_, atom)| *atom == Atom::Native(EXCEPTION_CLASS)) {
            return (self.class_derives(first, ty, &wanted), bool_ty);
        }
        if name == "issubclass" && atoms.iter().any(|(_, atom)| *atom == Atom::Native(EXCEPTION_CLASS)) {
            let value = self.value(first);
            let answer = self.dispatch(value, ty, bool_ty, &mut |cx, value, _, (_, atom)| {
                let answer = match (atom, cx.is_subclass(atom, &wanted)) {
                    (Atom::Native(EXCEPTION_CLASS), _) => cx.any_class(&value, "derives", &wanted),
                    (_, Some(answer)) => crate::coerce::after(value, Expr::Bool(answer)),
                    (_, None) => {
                        cx.unsupported_operation("issubclass");
                        Expr::Bool(false)
                    }
                };
                (answer, bool_ty)
            });
            return (answer, bool_ty);
        }
        let answers: Vec<Option<bool>> = match name {
            "callable" => atoms
                .iter()
                .map(|(id, atom)| match atom {
                    Atom::Obj(..) => {
                        let one = self.of_id(*id);
                        let Repr::Object(object) = self.cx.rep.repr(one) else { return Some(false) };
                        Some(self.cx.class_defines(object, "__call__"))
                    }
                    atom => Some(atom.is_function_or_class()),
                })
                .collect(),
            "issubclass" => atoms.iter().map(|(_, class)| self.is_subclass(class, &wanted)).collect(),
            _ => vec![None],
        };
        if name == "callable" && answers.contains(&Some(true)) && answers.contains(&Some(false)) {
            let value = self.value(first);
            let answer = self.dispatch(value, ty, bool_ty, &mut |_, value, _, (id, _)| {
                let at = atoms.iter().position(|(atom, _)| *atom == id);
                let is_called = at.and_then(|at| answers[at]) == Some(true);
                (crate::coerce::after(value, Expr::Bool(is_called)), bool_ty)
            });
            return (answer, bool_ty);
        }
        match answers.first() {
            Some(Some(answer)) if answers.iter().all(|other| *other == Some(*answer)) => {
                let value = self.place(first);
                (crate::coerce::after(value, Expr::Bool(*answer)), bool_ty)
            }
            _ => {
                self.unsupported_operation(name);
                (Expr::Bool(false), bool_ty)
            }
        }
    }

    /// `issubclass(class, wanted)` of the class of an exception that only the run knows.
    fn class_derives(&mut self, class: ExprId, ty: TypeId, wanted: &[Atom]) -> Expr {
        let mut stmts = Vec::new();
        let place = self.value(class);
        let place = self.owned(place, ty);
        let class = self.named(place, &mut stmts);
        let any = self.any_class(&class, "derives", wanted);
        Block { stmts, tail: Some(Box::new(any)) }.into_expr()
    }

    /// Whether a class derives from one of some classes: whether an object of it would be an instance.
    fn is_subclass(&self, class: &Atom, wanted: &[Atom]) -> Option<bool> {
        let example = match class {
            Atom::Class(class) => Atom::Obj(*class, portalis_typeck::ty::CellId(0)),
            // What `__exit__` is told: any class at all.
            Atom::ExcClass(name) if &**name == "BaseException" => return None,
            Atom::ExcClass(name) => {
                return Some(wanted.iter().any(|class| match class {
                    Atom::ExcClass(base) => portalis_typeck::builtins::is_exception_subclass(name, base),
                    Atom::Builtin(base) => &**base == "object",
                    _ => false,
                }));
            }
            Atom::Builtin(name) => match &**name {
                "int" => Atom::Int,
                "bool" => Atom::Bool,
                "float" => Atom::Float,
                "complex" => Atom::Complex,
                "str" => Atom::Str,
                "bytes" => Atom::Bytes,
                _ => return None,
            },
            _ => return None,
        };
        self.is_instance(&example, wanted)
    }

    /// `isinstance(value, classes)`.
    fn isinstance(&mut self, value: ExprId, classes: ExprId) -> Expr {
        let ty = self.type_of(value);
        let classes_ty = self.type_of(classes);
        let is_open = |cx: &Self, atom: &Atom| match atom {
            Atom::Tuple(items) => items.iter().any(|&item| !cx.is_one_class(item)),
            _ => false,
        };
        let atoms = self.cx.rep.atoms(classes_ty);
        if atoms.iter().any(|(_, atom)| is_open(self, atom)) {
            self.unsupported_operation("a tuple of classes that only the run knows");
        }
        if atoms.len() < 2 {
            let wanted = self.flat_classes(classes_ty);
            let subjects = self.cx.rep.atoms(ty);
            if subjects.iter().any(|(_, atom)| self.is_instance(atom, &wanted) == Some(true)) {
                self.check_each_made_once(&wanted);
            }
            let place = self.place(value);
            let only_reads = matches!(self.cx.module[value].kind, ExprKind::Local(_)) && is_variable(&place);
            let test = self.instance_test(place, ty, &wanted);
            return match test {
                Expr::Block(Block { tail: Some(known), .. })
                    if only_reads && matches!(*known, Expr::Bool(_)) =>
                {
                    *known
                }
                test => test,
            };
        }
        let mut block = Block::default();
        let subject = self.value(value);
        let subject = self.hold_of("subject", subject, ty, &mut block.stmts);
        let class = self.value(classes);
        let bool_ty = self.bool_ty();
        let test = self.dispatch(class, classes_ty, bool_ty, &mut |cx, class, one, _| {
            let wanted = cx.flat_classes(one);
            let test = cx.instance_test(subject.clone(), ty, &wanted);
            (crate::coerce::after(crate::coerce::drop_value(class), test), bool_ty)
        });
        block.tail = Some(Box::new(test));
        Expr::Block(block)
    }

    /// Whether a value is an instance of one of some classes.
    pub(crate) fn instance_test(&mut self, place: Expr, ty: TypeId, wanted: &[Atom]) -> Expr {
        // Rust could not tell what such a `None` is an `Option` of.
        if matches!(&place, Expr::Path(path) if *path == Path::local("None")) {
            return Expr::Bool(self.is_instance(&Atom::None, wanted) == Some(true));
        }
        let atoms = self.cx.rep.atoms(ty);
        let answers: Vec<Option<bool>> =
            atoms.iter().map(|(_, atom)| self.is_instance(atom, wanted)).collect();
        if self.cx.rep.repr(ty) == Repr::Exception && !(answers.iter().all(|answer| *answer == Some(true))) {
            return self.any_class(&place, "is", wanted);
        }
        if answers.iter().all(|answer| *answer == Some(true)) {
            return crate::coerce::after(place, Expr::Bool(true));
        }
        if answers.iter().all(|answer| *answer == Some(false)) {
            return crate::coerce::after(place, Expr::Bool(false));
        }
        match self.cx.rep.repr(ty) {
            Repr::Option(_) => {
                let rest = self.without_none(ty);
                let none_atom = [Atom::None];
                let none_fits = self.is_instance(&none_atom[0], wanted) == Some(true);
                let rest_answers: Vec<Option<bool>> =
                    self.cx.rep.atoms(rest).iter().map(|(_, atom)| self.is_instance(atom, wanted)).collect();
                if !none_fits && rest_answers.iter().all(|answer| *answer == Some(true)) {
                    return place.method("is_some", Vec::new());
                }
                if none_fits && rest_answers.iter().all(|answer| *answer == Some(false)) {
                    return place.method("is_none", Vec::new());
                }
                let inner = self.instance_test(Expr::local("it"), rest, wanted);
                let closure = Closure {
                    params: vec![(Pat::Bind("it".to_owned(), false), None)],
                    ret: None,
                    body: Box::new(inner),
                    is_move: false,
                };
                let test = if none_fits { "is_none_or" } else { "is_some_and" };
                place.method("as_ref", Vec::new()).method(test, vec![Expr::Closure(closure)])
            }
            Repr::Num => {
                let ints = self.is_instance(&Atom::Int, wanted) == Some(true);
                place.method(if ints { "is_int" } else { "is_float" }, Vec::new())
            }
            Repr::Union(id) => {
                let info = self.cx.rep.unions[id.0 as usize].clone();
                let mut pats = Vec::new();
                let mut unsure = Vec::new();
                for variant in &info.variants {
                    let held = self.cx.rep.atoms(variant.ty);
                    let is =
                        |answer| held.iter().all(|(_, atom)| self.is_instance(atom, wanted) == Some(answer));
                    let (yes, no) = (is(true), is(false));
                    if !yes && !no {
                        let path = Path::local(info.name.clone()).assoc(variant.name.clone());
                        let pat = Pat::Call(path, vec![Pat::Bind("it".to_owned(), false)]);
                        unsure.push((pat, variant.ty));
                    }
                    if yes {
                        let path = Path::local(info.name.clone()).assoc(variant.name.clone());
                        pats.push(if matches!(variant.repr, Repr::Static | Repr::Unit | Repr::Never) {
                            Pat::Path(path)
                        } else {
                            Pat::Call(path, vec![Pat::Wild])
                        });
                    }
                }
                let pat = if pats.len() == 1 { pats[0].clone() } else { Pat::Or(pats.clone()) };
                if unsure.is_empty() {
                    return Expr::Matches(Box::new(place), pat);
                }
                let n_others = info.variants.len() - unsure.len() - pats.len();
                let mut arms = Vec::new();
                for (pat, ty) in unsure {
                    let body = self.instance_test(Expr::local("it"), ty, wanted);
                    arms.push(Arm { pat, guard: None, body });
                }
                if !matches!(pat, Pat::Or(ref pats) if pats.is_empty()) {
                    arms.push(Arm { pat, guard: None, body: Expr::Bool(true) });
                }
                if n_others > 0 {
                    arms.push(Arm { pat: Pat::Wild, guard: None, body: Expr::Bool(false) });
                }
                Expr::Match(Box::new(place.by_ref()), arms)
            }
            _ => {
                self.unsupported_operation("isinstance");
                Expr::Bool(false)
            }
        }
    }

    /// `place.test::<C>()` of any of some classes of exceptions.
    fn any_class(&mut self, place: &Expr, test: &str, classes: &[Atom]) -> Expr {
        if classes.iter().any(|class| self.is_mixed_into_exceptions(class)) {
            self.unsupported_operation("a test of an exception for a class that is none");
        }
        classes
            .iter()
            .filter_map(|class| self.cx.exception_class_ty(class))
            .map(|class| Expr::Method(Box::new(place.clone()), test.to_owned(), vec![class], Vec::new()))
            .reduce(|any, one| Expr::binary(rir::BinOp::Or, any, one))
            .unwrap_or(Expr::Bool(false))
    }

    /// Whether it is no class of exceptions, and some exceptions are instances of it all the same.
    fn is_mixed_into_exceptions(&self, class: &Atom) -> bool {
        let Atom::Class(class) = class else { return false };
        let rep = &self.cx.rep;
        !rep.is_exception_class(*class)
            && rep
                .inferred
                .classes
                .iter()
                .enumerate()
                .any(|(at, of)| of.mro.contains(class) && rep.is_exception_class(ClassRef(at as u32)))
    }

    /// Whether a value of this kind is an instance of one of some classes; `None` where only the run tells.
    pub(crate) fn is_instance(&self, atom: &Atom, wanted: &[Atom]) -> Option<bool> {
        let mut unsure = false;
        for class in wanted {
            match (class, atom) {
                (Atom::Class(class), Atom::Obj(of, _))
                    if self.cx.rep.inferred.classes[of.index()].mro.contains(class) =>
                {
                    return Some(true);
                }
                (Atom::ExcClass(_), Atom::Exc(_)) | (Atom::Class(_), Atom::Exc(_)) => unsure = true,
                (Atom::ExcClass(name), Atom::Obj(of, _)) => {
                    let bases = &self.cx.rep.inferred.classes[of.index()].builtin_bases;
                    if bases.iter().any(|base| portalis_typeck::builtins::is_exception_subclass(base, name)) {
                        return Some(true);
                    }
                }
                (Atom::Builtin(name), _) => match self.is_builtin(atom, name) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => unsure = true,
                },
                (Atom::None, Atom::None) => return Some(true),
                _ => {}
            }
        }
        if unsure { None } else { Some(false) }
    }

    pub(super) fn is_builtin(&self, atom: &Atom, name: &str) -> Option<bool> {
        if let Atom::Cont(Kind::Iterator, cell) = atom
            && is_iterator_class(name)
        {
            return self.cx.rep.inferred.iterator_class(*cell).map(|class| class == name);
        }
        Some(portalis_typeck::instance_of_builtin(
            &self.cx.rep.inferred.classes,
            &self.cx.rep.inferred.cells,
            atom,
            name,
        ))
    }
}

/// `let name = value;`.
pub(crate) fn let_(name: &str, value: Expr) -> Stmt {
    Stmt::Let { pat: Pat::Bind(name.to_owned(), false), ty: None, init: Some(value) }
}

/// A closure whose body is wrapped in `Ok`.
fn wrap_ok(closure: Expr) -> Expr {
    match closure {
        Expr::Closure(closure) => {
            let body = crate::lower::raise::ok(*closure.body);
            Expr::Closure(Closure { body: Box::new(body), ..closure })
        }
        // What it needs is held first.
        Expr::Block(mut block) => {
            block.tail = block.tail.map(|tail| Box::new(wrap_ok(*tail)));
            Expr::Block(block)
        }
        other => other,
    }
}

/// A default of the table as an expression.
fn literal(text: &'static str) -> Expr {
    if let Some(text) = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) {
        return Expr::Str(text.to_owned());
    }
    match (text.parse::<i64>(), text.parse::<f64>()) {
        (Ok(n), _) if n < 0 => Expr::Unary(rir::UnOp::Neg, Box::new(Expr::Int(-n, None))),
        (Ok(n), _) => Expr::Int(n, None),
        (_, Ok(x)) => Expr::Float(x),
        _ => Expr::unit(),
    }
}

/// Whether the place of a variable is read without asking whether it is bound: narrowed to one of its kinds, at most.
fn is_variable(place: &Expr) -> bool {
    match place {
        Expr::Path(_) => true,
        Expr::Method(of, _, _, args) if args.is_empty() => is_variable(of),
        Expr::Ref(of) => is_variable(of),
        _ => false,
    }
}
