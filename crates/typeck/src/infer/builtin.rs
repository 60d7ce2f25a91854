//! Builtin functions and types: rows of the table, and those that need code.

use portalis_diag::Span;
use portalis_hir::{Arg, ExprKind, Name};

use super::Walk;
use super::bind::Args;
use crate::builtins::raised::EXCEPTION_CLASS;
use crate::builtins::{
    ASYNC_GENERATOR, COROUTINE, Table, bytes_position, is_builtin_exception, is_bytes, is_of_asyncio,
    is_static, literal_text, method_of_pattern, native_name, row_name,
};
use crate::cell::{Field, Node};
use crate::growth::Width;
use crate::iterator_class::{self, SOME_ITERATOR};
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
    "_trap_name",
    "delattr",
    "dict.fromkeys",
    "collections.OrderedDict.fromkeys",
    "str.format",
    "str.format_map",
    "list.sort",
    "str.join",
    "Counter.subtract",
    "dict.update",
    "generator.send",
    "async_generator.asend",
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
    "BaseExceptionGroup",
    "ExceptionGroup",
    "UnicodeTranslateError",
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
    "__build_class__",
    "__builtins__",
    "__cached__",
    "__import__",
    "__debug__",
    "__loader__",
    "__package__",
    "__spec__",
];

/// Whether Python has a builtin of that name.
#[must_use]
pub fn is_builtin_name(name: &str) -> bool {
    let is_plain = !name.contains(['.', '_']);
    is_plain && (is_special(name) || Table::get().row(name).is_some())
        || UNSUPPORTED.contains(&name)
        || is_builtin_exception(name)
}

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
            "__class__" if let Some(class) = self.class_cell() => class,
            "Ellipsis" => self.of(Atom::Ellipsis),
            "__name__" | "__file__" => self.of(Atom::Str),
            "__doc__" if self.module().doc.is_some() => self.of(Atom::Str),
            "__doc__" => self.of(Atom::None),
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
        if let Some(class) = crate::builtins::typing_container(&full) {
            return Some(self.of(Atom::Builtin(class.into())));
        }
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
            // An object of a class derived from the owner goes as the value that it holds.
            let held: Vec<TypeId> =
                self.atoms(first).iter().filter_map(|(_, atom)| self.underlying(atom)).collect();
            let receivers = self.s.types.join_all(held.into_iter().chain([first]));
            let fits =
                self.atoms(receivers).into_iter().find(|(_, atom)| self.row_owner(atom).contains(&owner));
            if let Some((receiver, _)) = fits {
                let mut rest = args.clone();
                rest.positional.remove(0);
                return self.call_bound_builtin(node, receiver, &method.into(), &rest, span, exprs);
            }
        }
        if let Some(method) = method_of_pattern(name, exprs)
            && let Some((&first, _)) = args.positional.split_first()
            && let [
                (receiver, Atom::Native("Pattern" | "GroupsPattern" | "BytesPattern" | "BytesGroupsPattern")),
            ] = self.atoms(first).as_slice()
        {
            let mut rest = args.clone();
            rest.positional.remove(0);
            return self.call_bound_builtin(node, *receiver, &method.into(), &rest, span, &exprs[1..]);
        }
        // They stay what they are in a slice, which holds whole numbers here.
        if name == "slice" && args.positional.iter().any(|&ty| self.s.types.contains(ty, &Atom::Bool)) {
            self.s.report(diagnostics::unsupported_builtin(span, name));
            return self.of(Atom::Unknown);
        }
        let literal = exprs.first().and_then(|arg| literal_text(&self.module()[arg.value()].kind));
        let data = args.positional.get(bytes_position(name));
        let is_bytes = data.is_some_and(|&ty| is_bytes(&self.atoms(ty)));
        let without_key = self.without_key(name, args);
        let args = without_key.as_ref().unwrap_or(args);
        if let Some(row) =
            self.s.table.row_for(row_name(name, literal.as_deref(), is_bytes), &self.shape(args))
        {
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
            // The digits of a check sum are read as one number.
            "int"
                if matches!(node, Node::Expr(call) if constant::is_reduced(self.module(), call))
                    && arg(0).is_some_and(|ty| matches!(self.atoms(ty).as_slice(), [(_, Atom::Str)])) =>
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
                        self.call_own_factory(node, cell, factory, span);
                    }
                }
                ty
            }
            "collections.Counter" => {
                let (k, v) = self.counted(node, args, span);
                self.new_dict(node, "counter", Kind::Counter, k, v, span)
            }
            "dict.fromkeys" | "collections.OrderedDict.fromkeys" => {
                let k = match arg(0) {
                    Some(ty) => self.items_of(ty, node, span),
                    None => return BOT,
                };
                let v = arg(1).unwrap_or_else(|| self.of(Atom::None));
                self.hash_and_eq(node, k);
                let kind = if name == "dict.fromkeys" { Kind::Dict } else { Kind::OrderedDict };
                self.new_dict(node, "fromkeys", kind, k, v, span)
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
                    let part = match self.atoms(ty).as_slice() {
                        [(_, atom)] => iterator_class::of_reversed(atom, &self.s.cells),
                        _ => "reversed items",
                    };
                    self.s.container(node, part, Kind::Iterator, elem, span)
                }
                None => BOT,
            },
            "iter" => match (arg(0), arg(1)) {
                (Some(ty), None) => self.iter_of(node, ty, span),
                (Some(function), Some(_)) => {
                    let elem = self.call_value(node, "iter", function, Vec::new(), span);
                    self.eq_of(elem);
                    self.s.container(node, "callable_iterator", Kind::Iterator, elem, span)
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
            // A class that the run makes.
            "type" if args.positional.len() > 1 => {
                self.s.report(diagnostics::unsupported_builtin(span, "type"));
                self.of(Atom::Unknown)
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
                            Atom::Class(class) => {
                                let class = crate::solve::metaclass(&self.s.classes, class);
                                self.of(Atom::Builtin(class.into()))
                            }
                            Atom::Cont(Kind::Iterator, cell) => {
                                self.s.tells_iterators = true;
                                let part = self.s.cells[cell.index()].site.part;
                                let class = iterator_class::named_by(part);
                                self.of(Atom::Builtin(class.unwrap_or(SOME_ITERATOR).into()))
                            }
                            Atom::Native(word) | Atom::Cont(Kind::Native(word), _)
                                if is_of_asyncio(word, "").is_some() =>
                            {
                                let path = format!("asyncio.{}", native_name(word));
                                self.of(Atom::Builtin(path.as_str().into()))
                            }
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
            "object" => self.of(Atom::Native("object")),
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
            // An attribute of a name that the program does not write.
            "_trap_name" => BOT,
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
                None => {
                    self.s.report(diagnostics::unsupported_builtin(span, "a property without a getter"));
                    BOT
                }
            },
            "exit" | "quit" | "sys.exit" => {
                // `None` is no code at all.
                let codes: Vec<TypeId> = args.positional.clone();
                let is_none = |atom: &Atom| *atom == Atom::None;
                if codes.iter().all(|&code| !self.s.types.atoms(code).all(is_none)) {
                    self.note_argument_types("SystemExit", &codes);
                    codes.into_iter().for_each(|code| self.str_of(code));
                }
                BOT
            }
            // `type(x)()` where `x` may be `None`.
            "NoneType" => match args.positional.is_empty() && args.keywords.is_empty() {
                true => self.of(Atom::None),
                false => BOT,
            },
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
            "staticmethod" | "classmethod"
                if args.positional.len() == 1 && self.is_function(args.positional[0]) =>
            {
                let wrapped = self.s.types.ids(args.positional[0]).to_vec();
                wrapped.into_iter().fold(BOT, |joined, function| {
                    let ty = match name {
                        "staticmethod" => self.of(Atom::StaticMethod(function)),
                        _ => self.of(Atom::ClassMethod(function)),
                    };
                    self.join(joined, ty)
                })
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
                    if !args.keywords.is_empty() {
                        return BOT;
                    }
                    for &arg in &args.positional {
                        self.str_of(arg);
                    }
                    let args_ty = self.arguments_type(node, args, span);
                    self.s.write(cell, Field::Attr("args".into()), args_ty);
                } else if let Atom::Obj(class, _) = atom
                    && self.s.classes[class.index()].enumeration.is_none()
                    && &**name == "super.__init__"
                    && !(args.positional.is_empty() && args.keywords.is_empty())
                {
                    // `object.__init__` takes nothing.
                    return BOT;
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
            (Atom::Str | Atom::Bytes | Atom::Native("bytearray"), "join") => {
                return match args.positional.first() {
                    Some(&ty) if ty != BOT && self.is_wrong_operand("list", args) => BOT,
                    Some(&ty) => {
                        // What is no text, or no bytes, raises where there is any.
                        self.items_of(ty, node, span);
                        self.s.types.of_id(receiver)
                    }
                    None => BOT,
                };
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
            (Atom::Cont(Kind::List, _), "sort") if !args.positional.is_empty() => return BOT,
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
            (Atom::Cont(Kind::Generator | Kind::Native(ASYNC_GENERATOR), cell), "send" | "asend") => {
                let Some(&sent) = args.positional.first() else { return BOT };
                // `None` is what `next` sends.
                let sent = self.s.types.filter(sent, |atom| *atom != Atom::None);
                self.s.write(*cell, Field::Sent, sent);
                return match atom {
                    Atom::Cont(Kind::Generator, cell) => self.s.read(cell, &Field::Elem),
                    _ => self.of(Atom::Cont(Kind::Native(COROUTINE), *cell)),
                };
            }
            (Atom::Cont(Kind::Generator, _), "close") => return self.of(Atom::None),
            (Atom::Cont(Kind::Generator, cell), "throw") => {
                if let Some(&thrown) = args.positional.first() {
                    self.raised(node, thrown, span);
                }
                return self.s.read(*cell, &Field::Elem);
            }
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
            &mut crate::describe::Path::shown(),
        )
    }
}
