//! Builtin functions and types: rows of the table, and those that need code.

use portalis_diag::Span;
use portalis_hir::{Arg, ExprKind, Name};

use super::Walk;
use super::bind::Args;
use crate::builtins::raised::EXCEPTION_CLASS;
use crate::builtins::{Table, is_builtin_exception, is_static, row_name};
use crate::cell::{Field, Node};
use crate::growth::Width;
use crate::ty::{Atom, AtomId, BOT, ClassRef, Kind, TypeId};
use crate::{constant, diagnostics};

/// Builtins that [`Walk::call_builtin`] knows by code; the table says which functions of modules it does.
const SPECIAL: &[&str] = &[
    "bool",
    "callable",
    "classmethod",
    "dict",
    "divmod",
    "enumerate",
    "filter",
    "float",
    "frozenset",
    "getattr",
    "hasattr",
    "hash",
    "id",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "map",
    "max",
    "min",
    "next",
    "object",
    "open",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "ascii",
    "reversed",
    "round",
    "set",
    "setattr",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "zip",
    "abs",
    "bytearray",
    "bytes",
    "complex",
    "format",
    "any",
    "all",
    "exit",
    "quit",
    "vars",
    "_cache_clear",
    "_cache_counts",
    "delattr",
    "dict.fromkeys",
    "str.format",
    "str.format_map",
    "list.sort",
    "str.join",
    "Counter.subtract",
    "dict.update",
    "generator.send",
    "generator.close",
    "generator.throw",
    "object.__init__",
    "tuple.index",
    "tuple.count",
    "exception.with_traceback",
];

/// Whether `name` is handled by code.
pub(crate) fn is_special(name: &str) -> bool {
    SPECIAL.contains(&name)
        || name.rsplit_once('.').is_some_and(|(module, name)| Table::get().is_by_code(module, name))
}

/// Builtin names of Python that are not supported, so that they are refused and not taken for a `NameError`.
const UNSUPPORTED: &[&str] = &[
    "aiter",
    "anext",
    "breakpoint",
    "compile",
    "copyright",
    "credits",
    "dir",
    "eval",
    "exec",
    "globals",
    "help",
    "license",
    "locals",
    "memoryview",
    "__build_class__",
    "__import__",
    "__debug__",
    "__doc__",
    "__loader__",
    "__package__",
    "__spec__",
];

impl Walk<'_, '_> {
    /// A name that no scope binds.
    pub(crate) fn builtin_name(&mut self, name: &Name, span: Span) -> TypeId {
        if is_builtin_exception(name) {
            return self.of(Atom::ExcClass(name.clone()));
        }
        if is_special(name) || self.s.table.row(name).is_some() {
            return self.of(Atom::Builtin(name.clone()));
        }
        match &**name {
            "NotImplemented" => self.of(Atom::NotImplemented),
            "Ellipsis" => self.of(Atom::Ellipsis),
            "__name__" | "__file__" => self.of(Atom::Str),
            _ if UNSUPPORTED.contains(&&**name) => {
                self.s.report(diagnostics::unsupported_builtin(span, name));
                self.of(Atom::Unknown)
            }
            // A `NameError` at run time.
            _ => {
                self.s.report(diagnostics::undefined_name(span, name));
                BOT
            }
        }
    }

    /// `module.name`; `None` where it is not translated.
    pub(crate) fn find_module_attr(&mut self, module: &str, name: &str) -> Option<TypeId> {
        let full = format!("{module}.{name}");
        if full == "asyncio.TimeoutError" {
            return Some(self.of(Atom::ExcClass("TimeoutError".into())));
        }
        if full == "operator.abs" {
            return Some(self.of(Atom::Builtin("abs".into())));
        }
        if let Some(constant) = self.s.table.constant(&full) {
            if constant.word == "argv" {
                let text = self.of(Atom::Str);
                let span = Span::default();
                let node = Node::Func(self.module().body);
                return Some(self.s.container(node, "argv", Kind::List, text, span));
            }
            if constant.word == "environ" {
                let (node, text) = (Node::Func(self.module().body), self.of(Atom::Str));
                return Some(self.new_dict(node, "environ", Kind::Dict, text, text, Span::default()));
            }
            return Some(self.constant_type(constant.word));
        }
        let atom = if is_builtin_exception(&full) {
            Atom::ExcClass(full.as_str().into())
        } else if self.s.table.row(&full).is_some() || is_special(&full) {
            Atom::Builtin(full.as_str().into())
        } else if self.s.table.knows_module(&full) {
            Atom::Module(full.as_str().into())
        } else {
            return None;
        };
        Some(self.of(atom))
    }

    /// `module.name`.
    pub(crate) fn module_attr(&mut self, module: &str, name: &str, span: Span) -> TypeId {
        if let Some(ty) = self.find_module_attr(module, name) {
            return ty;
        }
        if self.s.table.knows_module(module) {
            self.s.report(diagnostics::unknown_module_attribute(span, module, name));
        }
        self.of(Atom::Unknown)
    }

    /// A call of a builtin by name.
    pub(crate) fn call_builtin(
        &mut self,
        node: Node,
        name: &str,
        args: &Args,
        span: Span,
        exprs: &[Arg],
    ) -> TypeId {
        // `list.append(xs, x)`: a method of a type called with its receiver.
        if let Some((owner, method)) = name.split_once('.')
            && !self.s.table.knows_module(owner)
            && let Some((&first, _)) = args.positional.split_first()
            && !is_static(name)
        {
            let fits = self.atoms(first).into_iter().find(|(_, atom)| self.row_owner(atom).contains(&owner));
            if let Some((receiver, _)) = fits {
                let mut rest = args.clone();
                rest.positional.remove(0);
                return self.call_bound_builtin(node, receiver, &method.into(), &rest, span, exprs);
            }
        }
        // They stay what they are in a slice, which holds whole numbers here.
        if name == "slice" && args.positional.iter().any(|&ty| self.s.types.contains(ty, &Atom::Bool)) {
            self.s.report(diagnostics::unsupported_builtin(span, name));
            return self.of(Atom::Unknown);
        }
        let literal = match exprs.first().map(|arg| &self.module()[arg.value()].kind) {
            Some(ExprKind::Str(text)) => Some(&**text),
            _ => None,
        };
        if let Some(row) = self.s.table.row_for(row_name(name, literal), &self.shape(args)) {
            return self.apply_row(row, None, node, args, span);
        }
        if self.is_wrong_call(name, args) || self.is_wrong_operand(name, args) {
            return BOT;
        }
        if let Some(ty) = self.call_operator(node, name, args, span, exprs) {
            return ty;
        }
        let arg = |i: usize| args.positional.get(i).copied();
        match name {
            "print" => {
                for &ty in args.positional.iter().chain(args.rest.iter()) {
                    self.str_of(ty);
                }
                self.of(Atom::None)
            }
            "bool" => {
                if let Some(ty) = arg(0) {
                    self.truth_calls(node, ty);
                }
                self.of(Atom::Bool)
            }
            "callable" | "hasattr" | "issubclass" | "isinstance" => self.of(Atom::Bool),
            "any" | "all" => match arg(0) {
                Some(ty) => {
                    let elem = self.items_of(ty, node, span);
                    self.truth_calls(node, elem);
                    self.of(Atom::Bool)
                }
                None => BOT,
            },
            "id" => self.of(Atom::Nat),
            "hash" => {
                if let Some(ty) = arg(0) {
                    self.hash_and_eq(node, ty);
                }
                self.of(Atom::Int)
            }
            "len" => match arg(0) {
                Some(ty) => self.len_of(node, ty),
                None => BOT,
            },
            "range" => self.range_call(args, exprs),
            // A constant says that it is past 64 bits; of other floats and texts that is a trap.
            "int"
                if exprs.len() == 1
                    && (constant::is_large_float(self.module(), exprs[0].value())
                        || constant::is_long_text(self.module(), exprs[0].value())) =>
            {
                self.of(Atom::BigInt)
            }
            "int" | "float" | "complex" | "str" | "repr" | "ascii" | "bytes" | "bytearray" | "format"
            | "round" | "abs" | "divmod" | "pow" | "math.floor" | "math.ceil" | "math.trunc" => {
                self.convert(node, name, args, span)
            }
            "list" | "set" | "frozenset" | "tuple" | "sorted" | "collections.deque" => {
                self.collect(node, name, args, span)
            }
            "dict" => self.dict_call(node, args, span),
            "collections.OrderedDict" => {
                let copy = self.dict_call(node, args, span);
                let (k, v) = self.key_value_of(copy);
                self.new_dict(node, "ordered", Kind::OrderedDict, k, v, span)
            }
            "collections.defaultdict" => {
                let mut rest = args.clone();
                let factory = if rest.positional.is_empty() { None } else { Some(rest.positional.remove(0)) };
                let copy = self.dict_call(node, &rest, span);
                let (k, v) = self.key_value_of(copy);
                let ty = self.new_dict(node, "defaultdict", Kind::DefaultDict, k, v, span);
                for (_, atom) in self.atoms(ty) {
                    if let (Atom::Cont(_, cell), Some(factory)) = (atom, factory) {
                        self.s.write(cell, Field::Factory, factory);
                    }
                }
                ty
            }
            "collections.Counter" => {
                let nat = self.of(Atom::Nat);
                let (mut k, mut v) = (BOT, nat);
                if let Some(ty) = arg(0) {
                    for (id, atom) in self.atoms(ty) {
                        let one = self.s.types.of_id(id);
                        match atom {
                            Atom::Cont(kind, cell) if kind.is_dict() => {
                                let (key, value) =
                                    (self.s.read(cell, &Field::Elem), self.s.read(cell, &Field::Value));
                                k = self.join(k, key);
                                v = self.join(v, value);
                            }
                            _ => {
                                let elem = self.items_of(one, node, span);
                                k = self.join(k, elem);
                            }
                        }
                    }
                }
                for (_, value) in &args.keywords {
                    k = {
                        let text = self.of(Atom::Str);
                        self.join(k, text)
                    };
                    v = self.join(v, *value);
                }
                self.hash_and_eq(node, k);
                self.new_dict(node, "counter", Kind::Counter, k, v, span)
            }
            "dict.fromkeys" => {
                let k = match arg(0) {
                    Some(ty) => self.items_of(ty, node, span),
                    None => return BOT,
                };
                let v = arg(1).unwrap_or_else(|| self.of(Atom::None));
                self.hash_and_eq(node, k);
                self.new_dict(node, "fromkeys", Kind::Dict, k, v, span)
            }
            "enumerate" => match arg(0) {
                Some(ty) => {
                    let elem = self.items_of(ty, node, span);
                    let start = arg(1).or_else(|| args.keyword("start"));
                    let count = match start {
                        Some(ty) => self.plain_int(ty),
                        None => self.of(Atom::Nat),
                    };
                    self.lazy_tuple(node, "enumerate", vec![count, elem], span)
                }
                None => BOT,
            },
            "zip" => {
                let items: Vec<TypeId> =
                    args.positional.iter().map(|&ty| self.items_of(ty, node, span)).collect();
                if let Some(rest) = args.rest {
                    let elem = self.items_of(rest, node, span);
                    let joined = self.s.types.join_all(items.into_iter().chain([elem]));
                    // Rows that hold nothing give no tuples.
                    let tuple = if joined == BOT { BOT } else { self.tuple_var(node, "zip", joined, span) };
                    return self.s.container(node, "zip", Kind::Iterator, tuple, span);
                }
                self.lazy_tuple(node, "zip", items, span)
            }
            "map" => {
                let Some(function) = arg(0) else { return BOT };
                let items: Vec<TypeId> =
                    args.positional[1..].iter().map(|&ty| self.items_of(ty, node, span)).collect();
                let elem = if items.contains(&BOT) {
                    BOT
                } else {
                    self.call_value(node, "map", function, items, span)
                };
                self.s.container(node, "map", Kind::Iterator, elem, span)
            }
            "filter" => {
                let (Some(function), Some(ty)) = (arg(0), arg(1)) else { return BOT };
                let elem = self.items_of(ty, node, span);
                if elem != BOT {
                    let none = self.of(Atom::None);
                    if function == none {
                        self.truth_calls(node, elem);
                    } else {
                        let answer = self.call_value(node, "filter", function, vec![elem], span);
                        self.truth_calls(node, answer);
                    }
                }
                self.s.container(node, "filter", Kind::Iterator, elem, span)
            }
            "reversed" => match arg(0) {
                Some(ty) => {
                    let elem = self.reversed_items(node, ty, span);
                    self.s.container(node, "reversed", Kind::Iterator, elem, span)
                }
                None => BOT,
            },
            "iter" => match (arg(0), arg(1)) {
                (Some(ty), None) => self.iter_of(node, ty, span),
                (Some(function), Some(_)) => {
                    let elem = self.call_value(node, "iter", function, Vec::new(), span);
                    self.eq_of(elem);
                    self.s.container(node, "iter", Kind::Iterator, elem, span)
                }
                _ => BOT,
            },
            "next" => match arg(0) {
                Some(ty) => {
                    let elem = self.next_of(ty, node, span);
                    let default = arg(1).unwrap_or(BOT);
                    self.join(elem, default)
                }
                None => BOT,
            },
            "sum" => self.sum(node, args, span),
            "math.prod" => {
                let Some(ty) = arg(0) else { return BOT };
                let elem = self.items_of(ty, node, span);
                let one = args.keyword("start").unwrap_or_else(|| self.of(Atom::Nat));
                let product = self.binary(node, portalis_hir::BinOp::Mul, elem, elem, false, span, None);
                // A product of many is of any size, unless the author says that it is not.
                let product = match self.s.growth.width(node) {
                    Width::Narrow => product,
                    Width::Usual | Width::Any => self.s.types.with_ints(product, &|_| Atom::BigInt),
                };
                let all = self.join(product, elem);
                self.join(all, one)
            }
            "min" | "max" => self.min_max(node, args, span),
            "struct.pack" | "struct.unpack" | "struct.unpack_from" => {
                self.struct_call(node, name, args, span, exprs)
            }
            "type" => match arg(0) {
                Some(ty) => {
                    let mut joined = BOT;
                    let mut raised: Vec<Option<ClassRef>> = Vec::new();
                    for atom in self.s.types.atoms(ty) {
                        match atom {
                            Atom::Exc(_) => raised.push(None),
                            Atom::Obj(class, _) if self.is_exception_class(*class) => {
                                raised.push(Some(*class));
                            }
                            _ => {}
                        }
                    }
                    raised.dedup();
                    let is_caught = raised.len() > 1;
                    for (id, atom) in self.atoms(ty) {
                        let one = match atom {
                            // A caught exception is of a class that only the run knows.
                            Atom::Exc(_) => self.of(Atom::Native(EXCEPTION_CLASS)),
                            Atom::Obj(class, _) if is_caught && self.is_exception_class(class) => {
                                self.of(Atom::Native(EXCEPTION_CLASS))
                            }
                            Atom::Obj(class, _) => self.of(Atom::Class(class)),
                            _ => {
                                let name = self.type_name(id);
                                self.of(Atom::Builtin(name.as_str().into()))
                            }
                        };
                        joined = self.join(joined, one);
                    }
                    joined
                }
                None => BOT,
            },
            "object" => self.of(Atom::Object),
            "open" => {
                if let Some(path) = arg(0) {
                    self.as_path(node, path);
                }
                let mode = exprs.iter().enumerate().find_map(|(at, arg)| match arg {
                    Arg::Pos(value) if at == 1 => Some(*value),
                    Arg::Keyword(name, value) if &**name == "mode" => Some(*value),
                    _ => None,
                });
                match mode.map(|mode| &self.module()[mode].kind) {
                    Some(ExprKind::Str(mode)) if mode.contains('b') => self.of(Atom::Native("BinaryFile")),
                    _ => self.of(Atom::File),
                }
            }
            "_cache_clear" => self.of(Atom::None),
            "_cache_counts" => {
                let nat = self.of(Atom::Nat);
                self.of(Atom::Tuple(vec![nat; 3].into()))
            }
            "property" => match arg(0) {
                Some(getter) => {
                    let getter = self.atoms(getter).first().map(|(id, _)| *id);
                    let setter = arg(1).and_then(|ty| self.atoms(ty).first().map(|(id, _)| *id));
                    match getter {
                        Some(getter) => self.of(Atom::Property(getter, setter)),
                        None => BOT,
                    }
                }
                None => BOT,
            },
            "exit" | "quit" | "sys.exit" => {
                // `None` is no code at all.
                let codes: Vec<TypeId> = args.positional.clone();
                let is_none = |atom: &Atom| *atom == Atom::None;
                if codes.iter().all(|&code| !self.s.types.atoms(code).all(is_none)) {
                    self.note_argument_types("SystemExit", &codes);
                }
                BOT
            }
            // Only the body of an enumeration looks at it.
            "enum.auto" => self.auto_value(node),
            "typing.cast" => arg(1).unwrap_or(BOT),
            // What `NewType` makes returns its argument.
            "typing.NewType" => self.of(Atom::Builtin("typing.NewType()".into())),
            "typing.NewType()" => arg(0).unwrap_or(BOT),
            "typing.TypeVar" | "typing.NamedTuple" | "typing.TypedDict" | "typing.ParamSpec" => {
                if name != "typing.TypeVar" && name != "typing.ParamSpec" {
                    self.s.report(diagnostics::unsupported_builtin(span, name));
                }
                self.of(Atom::Builtin("typing.Any".into()))
            }
            "dataclasses.dataclass" => self.of(Atom::Builtin("dataclasses.dataclass".into())),
            "dataclasses.field" => match args.keyword("default") {
                Some(default) => default,
                None => self.of(Atom::None),
            },
            // What it gives is applied to a function and returns it.
            "functools.wraps" => self.of(Atom::Builtin(name.into())),
            "functools.lru_cache" if args.positional.iter().all(|&ty| !self.is_function(ty)) => {
                self.of(Atom::Builtin(name.into()))
            }
            "getattr" if exprs.len() == 3 => self.attribute_or(node, args, exprs, span),
            "getattr" | "setattr" | "delattr" | "vars" | "classmethod" | "staticmethod" | "super" => {
                self.s.report(diagnostics::unsupported_builtin(span, name));
                self.of(Atom::Unknown)
            }
            _ => {
                self.s.report(diagnostics::unsupported_builtin(span, name));
                self.of(Atom::Unknown)
            }
        }
    }

    /// A call of a method of a builtin type.
    pub(crate) fn call_bound_builtin(
        &mut self,
        node: Node,
        receiver: AtomId,
        name: &Name,
        args: &Args,
        span: Span,
        exprs: &[Arg],
    ) -> TypeId {
        let atom = self.s.types.get(receiver).clone();
        if let Some(ty) = self.call_named_tuple(node, receiver, name, args, span) {
            return ty;
        }
        if let Some(ty) = self.call_special_method(node, receiver, name, args, span, exprs) {
            return ty;
        }
        let _ = exprs;
        let is_own = !matches!(atom, Atom::Cont(Kind::Counter | Kind::OrderedDict, _));
        if is_own
            && self.row_owner(&atom).iter().any(|owner| self.is_wrong_call(&format!("{owner}.{name}"), args))
        {
            return BOT;
        }
        if let (Atom::Cont(_, cell), "pop" | "remove" | "move_to_end", Some(&key)) =
            (&atom, &**name, args.positional.first())
        {
            let keys = self.s.read(*cell, &Field::Elem);
            self.note_missing_key(keys, key);
        }
        match (&atom, &**name) {
            (_, name) if name.starts_with("super.__init__:") => {
                let base = name.rsplit(':').next().and_then(|number| number.parse().ok());
                return match base {
                    Some(base) => self.call_generated_init(node, ClassRef(base), receiver, args, span),
                    None => BOT,
                };
            }
            (_, "super.__init_subclass__")
                if !args.keywords.is_empty()
                    || args.double_star.as_ref().is_some_and(|star| star.values != BOT) =>
            {
                let what = "a keyword that no `__init_subclass__` takes";
                self.s.report(diagnostics::unsupported_class(span, what));
                return self.of(Atom::None);
            }
            (_, "super.__init__" | "super.__init_subclass__") => {
                if let Atom::Obj(class, cell) = atom
                    && let Some(base) = self.s.classes[class.index()].base_value
                {
                    self.fill_base_value(node, cell, base, args, span);
                    return self.of(Atom::None);
                }
                if let Atom::Obj(class, cell) = atom
                    && self.is_exception_class(class)
                {
                    for &arg in &args.positional {
                        self.str_of(arg);
                    }
                    let args_ty = self.arguments_type(node, args, span);
                    self.s.write(cell, Field::Attr("args".into()), args_ty);
                }
                return self.of(Atom::None);
            }
            (_, "super.__repr__" | "super.__str__" | "super.__format__") => return self.of(Atom::Str),
            (_, "super.__eq__" | "super.__ne__") => return self.of(Atom::Bool),
            (_, "super.__hash__") => return self.of(Atom::Int),
            (_, "super.__setattr__") => {
                self.s.report(diagnostics::unsupported_class(span, "`super().__setattr__`"));
                return self.of(Atom::None);
            }
            (Atom::Exc(_) | Atom::Obj(..), "with_traceback") => return self.s.types.of_id(receiver),
            (Atom::Exc(_), "add_note") => return self.of(Atom::None),
            (Atom::Str, "join") => {
                return match args.positional.first() {
                    Some(&ty) if ty != BOT && self.is_wrong_operand("list", args) => BOT,
                    Some(&ty) => {
                        let elem = self.items_of(ty, node, span);
                        if elem == BOT
                            || self.s.types.contains(elem, &Atom::Str)
                            || self.s.types.contains(elem, &Atom::Unknown)
                        {
                            self.of(Atom::Str)
                        } else {
                            BOT
                        }
                    }
                    None => BOT,
                };
            }
            (Atom::Bytes | Atom::Native("bytearray"), "join") => {
                let Some(&ty) = args.positional.first() else { return BOT };
                let elem = self.items_of(ty, node, span);
                let has_bytes = self
                    .atoms(elem)
                    .iter()
                    .any(|(_, atom)| matches!(atom, Atom::Bytes | Atom::Native("bytearray") | Atom::Unknown));
                return if elem == BOT || has_bytes { self.s.types.of_id(receiver) } else { BOT };
            }
            (Atom::Str, "format_map") => {
                let Some(&entries) = args.positional.first() else { return BOT };
                let (_, value) = self.key_value_of(entries);
                self.format_of(value);
                return self.of(Atom::Str);
            }
            (Atom::Str, "format") => {
                if let Some(items) = args.rest {
                    self.format_of(items);
                }
                if let Some(entries) = &args.double_star {
                    self.format_of(entries.values);
                }
                for &ty in args.positional.iter().chain(args.keywords.iter().map(|(_, ty)| ty)) {
                    self.format_of(ty);
                }
                return self.of(Atom::Str);
            }
            (Atom::Cont(Kind::List, cell), "sort") => {
                let elem = self.s.read(*cell, &Field::Elem);
                self.sort_calls(node, elem, args, span);
                return self.of(Atom::None);
            }
            (Atom::Cont(kind, cell), "update" | "subtract")
                if kind.is_dict() && (&**name == "update" || *kind == Kind::Counter) =>
            {
                let from = self.dict_call(node, args, span);
                let (mut k, mut v) = self.key_value_of(from);
                if *kind == Kind::Counter {
                    v = self.of(Atom::Int);
                    for &ty in &args.positional {
                        k = self.items_of(ty, node, span);
                    }
                }
                self.s.write(*cell, Field::Elem, k);
                self.s.write(*cell, Field::Value, v);
                return self.of(Atom::None);
            }
            (Atom::Cont(Kind::Generator, cell), "send") => {
                let Some(&sent) = args.positional.first() else { return BOT };
                self.s.write(*cell, Field::Sent, sent);
                return self.s.read(*cell, &Field::Elem);
            }
            (Atom::Cont(Kind::Generator, _), "close") => return self.of(Atom::None),
            (Atom::Cont(Kind::Generator, cell), "throw") => return self.s.read(*cell, &Field::Elem),
            _ => {}
        }
        match self.method_row(&atom, name, args) {
            Some(row) if is_static(row.name) => self.apply_row(row, None, node, args, span),
            Some(row) => self.apply_row(row, Some(receiver), node, args, span),
            None => {
                let type_name = self.type_name(receiver);
                self.s.report(diagnostics::unsupported_method(span, &type_name, name));
                self.of(Atom::Unknown)
            }
        }
    }

    // ---- pieces

    /// An iterator over tuples of `items`; over nothing where one of them never comes.
    fn lazy_tuple(&mut self, node: Node, part: &'static str, items: Vec<TypeId>, span: Span) -> TypeId {
        let elem = if items.contains(&BOT) { BOT } else { self.of(Atom::Tuple(items.into())) };
        self.s.container(node, part, Kind::Iterator, elem, span)
    }

    /// What `reversed(x)` gives: of an object with `__getitem__` the items at all indices below its `__len__`.
    fn reversed_items(&mut self, node: Node, ty: TypeId, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match &atom {
                Atom::Obj(class, _) if self.class_has(*class, "__getitem__") => {
                    self.call_method(node, "__len__", id, Vec::new());
                    let index = self.of(Atom::Int);
                    self.call_method(node, "__getitem__", id, vec![index])
                }
                _ => {
                    let one = self.of(atom.clone());
                    self.items_of(one, node, span)
                }
            };
            joined = self.join(joined, one);
        }
        joined
    }

    fn len_of(&mut self, node: Node, ty: TypeId) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match &atom {
                Atom::Str
                | Atom::Bytes
                | Atom::Range
                | Atom::NatRange
                | Atom::Tuple(_)
                | Atom::TupleVar(_) => self.of(Atom::Nat),
                Atom::Cont(kind, _) if !kind.is_lazy() => self.of(Atom::Nat),
                Atom::Native(class) if self.s.table.special(class, "__len__", &[]).is_some() => {
                    self.of(Atom::Nat)
                }
                Atom::Obj(class, _) if self.class_has(*class, "__len__") => {
                    self.call_method(node, "__len__", id, Vec::new());
                    self.of(Atom::Nat)
                }
                Atom::Obj(..) => match self.underlying(&atom) {
                    Some(value) => self.len_of(node, value),
                    None => BOT,
                },
                Atom::Class(class) if self.s.classes[class.index()].enumeration.is_some() => {
                    self.of(Atom::Nat)
                }
                Atom::Unknown => self.of(Atom::Unknown),
                _ => BOT,
            };
            joined = self.join(joined, one);
        }
        joined
    }

    fn range_call(&mut self, args: &Args, exprs: &[Arg]) -> TypeId {
        for (expr, &ty) in exprs.iter().zip(&args.positional) {
            self.index_of(Node::Expr(expr.value()), ty);
        }
        for &ty in &args.positional {
            if self.atoms(ty).iter().all(|(_, atom)| {
                !atom.is_int() && !matches!(atom, Atom::Bool | Atom::Unknown | Atom::Obj(..))
            }) {
                return BOT;
            }
        }
        let is_nat = |walk: &Self, i: usize| {
            args.positional
                .get(i)
                .is_some_and(|&ty| walk.s.types.atoms(ty).all(|atom| matches!(atom, Atom::Nat | Atom::Bool)))
        };
        let literal = |walk: &Self, i: usize| exprs.get(i).and_then(|arg| walk.literal(arg.value()));
        let ascending = match args.positional.len() {
            1 => true,
            2 => is_nat(self, 0),
            3 => {
                (is_nat(self, 0) && literal(self, 2).is_some_and(|step| step > 0)
                    || is_nat(self, 0) && is_nat(self, 2))
                    || is_nat(self, 0) && literal(self, 1).is_some_and(|stop| stop >= -1)
                    || literal(self, 2).is_some_and(|step| step < 0)
                        && (is_nat(self, 1) || literal(self, 1).is_some_and(|stop| stop >= -1))
            }
            _ => return BOT,
        };
        self.of(if ascending { Atom::NatRange } else { Atom::Range })
    }

    /// `list(x)`, `sorted(x, key=…)` and their like.
    fn collect(&mut self, node: Node, name: &str, args: &Args, span: Span) -> TypeId {
        let source = args.positional.first().copied();
        let source = match (name, source) {
            ("tuple", Some(ty)) => Some(self.with_underlying(ty, |walk, atom| walk.iterates(atom))),
            (_, source) => source,
        };
        if name == "tuple"
            && let Some(ty) = source
            && let [(id, Atom::Tuple(_) | Atom::TupleVar(_))] = self.atoms(ty).as_slice()
        {
            return self.s.types.of_id(*id);
        }
        if name == "tuple" && source.is_none() {
            return self.of(Atom::Tuple([].into()));
        }
        let elem = match source {
            Some(ty) => {
                let iterable = self.atoms(ty).iter().any(|(_, atom)| {
                    matches!(
                        atom,
                        Atom::Cont(..)
                            | Atom::Tuple(_)
                            | Atom::TupleVar(_)
                            | Atom::Str
                            | Atom::Bytes
                            | Atom::Range
                            | Atom::NatRange
                            | Atom::File
                            | Atom::Unknown
                            | Atom::Obj(..)
                            | Atom::Class(_)
                            | Atom::Native(_)
                    )
                });
                if !iterable {
                    return BOT;
                }
                self.items_of(ty, node, span)
            }
            None => BOT,
        };
        match name {
            "list" => self.s.container(node, "list", Kind::List, elem, span),
            "sorted" => {
                if source.is_none() {
                    return BOT;
                }
                self.sort_calls(node, elem, args, span);
                self.s.container(node, "sorted", Kind::List, elem, span)
            }
            "set" | "frozenset" => {
                // What has no hash raises, and is never in the set.
                let elem = if self.never_hashes(elem) { BOT } else { elem };
                self.hash_and_eq(node, elem);
                let kind = if name == "set" { Kind::Set } else { Kind::FrozenSet };
                self.s.container(node, "set", kind, elem, span)
            }
            "collections.deque" => self.s.container(node, "deque", Kind::Deque, elem, span),
            _ => self.tuple_var(node, "tuple", elem, span),
        }
    }

    /// The hidden calls of sorting elements of type `elem`.
    fn sort_calls(&mut self, node: Node, elem: TypeId, args: &Args, span: Span) {
        let none = self.of(Atom::None);
        match args.keyword("key").filter(|&key| key != none) {
            Some(key) if elem != BOT => {
                let key = self.call_value(node, "key", key, vec![elem], span);
                self.eq_of(key);
                self.lt_of(node, key, key);
            }
            _ => {
                self.eq_of(elem);
                self.lt_of(node, elem, elem);
            }
        }
    }

    pub(crate) fn dict_call(&mut self, node: Node, args: &Args, span: Span) -> TypeId {
        let (mut k, mut v) = (BOT, BOT);
        for (i, &ty) in args.positional.iter().enumerate() {
            if i > 0 {
                return BOT;
            }
            let ty = self.with_underlying(ty, |walk, atom| walk.iterates(atom));
            for (id, atom) in self.atoms(ty) {
                let (key, value) = match atom {
                    Atom::Cont(kind, cell) if kind.is_dict() => {
                        (self.s.read(cell, &Field::Elem), self.s.read(cell, &Field::Value))
                    }
                    _ => {
                        let one = self.s.types.of_id(id);
                        let pairs = self.items_of(one, node, span);
                        let mut pair = (BOT, BOT);
                        for (id, atom) in self.atoms(pairs) {
                            match atom {
                                Atom::Tuple(items) if items.len() == 2 => {
                                    pair.0 = self.join(pair.0, items[0]);
                                    pair.1 = self.join(pair.1, items[1]);
                                }
                                _ => {
                                    let one = self.s.types.of_id(id);
                                    let elem = self.items_of(one, node, span);
                                    pair.0 = self.join(pair.0, elem);
                                    pair.1 = self.join(pair.1, elem);
                                }
                            }
                        }
                        pair
                    }
                };
                k = self.join(k, key);
                v = self.join(v, value);
            }
        }
        for (_, ty) in &args.keywords {
            let text = self.of(Atom::Str);
            k = self.join(k, text);
            v = self.join(v, *ty);
        }
        if let Some(star) = &args.double_star {
            let text = self.of(Atom::Str);
            k = self.join(k, text);
            v = self.join(v, star.values);
        }
        self.hash_and_eq(node, k);
        self.new_dict(node, "dict", Kind::Dict, k, v, span)
    }

    pub(crate) fn key_value_of(&mut self, ty: TypeId) -> (TypeId, TypeId) {
        let (mut k, mut v) = (BOT, BOT);
        for (_, atom) in self.atoms(ty) {
            if let Atom::Cont(_, cell) = atom {
                let (key, value) = (self.s.read(cell, &Field::Elem), self.s.read(cell, &Field::Value));
                k = self.join(k, key);
                v = self.join(v, value);
            }
        }
        (k, v)
    }

    pub(crate) fn iter_of(&mut self, node: Node, ty: TypeId, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = match &atom {
                Atom::Cont(kind, _) if kind.is_lazy() => self.s.types.of_id(id),
                Atom::Obj(class, _) if self.class_has(*class, "__iter__") => {
                    self.call_method(node, "__iter__", id, Vec::new())
                }
                Atom::File => self.s.types.of_id(id),
                _ => {
                    let ty = self.s.types.of_id(id);
                    let elem = self.items_of(ty, node, span);
                    self.s.container(node, "iter", Kind::Iterator, elem, span)
                }
            };
            joined = self.join(joined, one);
        }
        joined
    }

    fn sum(&mut self, node: Node, args: &Args, span: Span) -> TypeId {
        let Some(&ty) = args.positional.first() else { return BOT };
        let elem = self.items_of(ty, node, span);
        let start = args.positional.get(1).copied().or_else(|| args.keyword("start"));
        let start = start.unwrap_or_else(|| self.of(Atom::Nat));
        // Which additions happen depends on the start: `sum` of floats that may be empty starts from the integer 0.
        let mut total = start;
        for _ in 0..4 {
            let next = self.binary(node, portalis_hir::BinOp::Add, total, elem, false, span, None);
            total = self.join(total, next);
        }
        total
    }

    fn min_max(&mut self, node: Node, args: &Args, span: Span) -> TypeId {
        let elem = match args.positional.as_slice() {
            [] => match args.rest {
                Some(rest) => rest,
                None => return BOT,
            },
            [one] if args.rest.is_none() => self.items_of(*one, node, span),
            many => {
                let joined = self.s.types.join_all(many.iter().copied());
                let rest = args.rest.unwrap_or(BOT);
                self.join(joined, rest)
            }
        };
        self.sort_calls(node, elem, args, span);
        let default = args.keyword("default").unwrap_or(BOT);
        self.join(elem, default)
    }

    /// `Nat`, `Int` or `BigInt` of an integer argument.
    pub(crate) fn plain_int(&mut self, ty: TypeId) -> TypeId {
        let widest = self.s.types.atoms(ty).filter(|atom| atom.is_int()).max().cloned();
        self.of(widest.unwrap_or(Atom::Nat))
    }

    /// `type(x).__name__` of a kind of value.
    pub(crate) fn type_name(&self, id: AtomId) -> String {
        crate::describe::type_name(crate::describe::Tables::of(self.s), self.s.types.get(id))
    }

    /// A type for people.
    pub(crate) fn describe(&self, ty: TypeId) -> String {
        crate::describe::describe_type(
            crate::describe::Tables::of(self.s),
            ty,
            &mut std::collections::BTreeSet::new(),
        )
    }
}
