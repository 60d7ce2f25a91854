//! Builtin functions, library functions and methods of builtin types.

use portalis_hir::{Arg, ExprId, ExprKind, Name};
use portalis_typeck::builtins::{Row, Table, TypeExpr};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, Kind, TypeId};

use super::{Catch, FnCx};
use crate::represent::Repr;
use crate::rir::{self, Block, Closure, Expr, Pat, Path, Stmt, Ty};

impl FnCx<'_, '_> {
    /// A call of a builtin or library function.
    pub(crate) fn call_builtin(&mut self, id: ExprId, name: &Name, args: &[Arg]) -> (Expr, TypeId) {
        let ty = self.type_of(id);
        if let Some(row) = Table::get().row(name) {
            return self.row_call(id, row, None, args);
        }
        if let Some((owner, method)) = name.split_once('.')
            && !matches!(
                owner,
                "collections" | "math" | "sys" | "typing" | "dataclasses" | "functools" | "abc"
            )
            && let Some((first, rest)) = args.split_first()
            && &**name != "dict.fromkeys"
        {
            let receiver_ty = self.type_of(first.value());
            let receiver = self.place(first.value());
            let atom = self.first_atom(receiver_ty);
            return self.call_builtin_method(id, (receiver, atom), &method.into(), rest);
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
        // Where nothing else says what a star means, it is refused rather than lost.
        let takes_star =
            matches!(&**name, "print" | "zip" | "min" | "max" | "dict" | "collections.OrderedDict");
        if !takes_star && args.iter().any(|arg| matches!(arg, Arg::Star(_) | Arg::DoubleStar(_))) {
            self.unsupported_operation("`*` into a builtin");
        }
        match &**name {
            "print" => (self.print(args), none),
            "super" => (self.receiver(), ty),
            "len" if positional.len() == 1 => self.len_call(id, positional[0]),
            "isinstance" if positional.len() == 2 => {
                (self.isinstance(positional[0], positional[1]), self.bool_ty())
            }
            "issubclass" | "callable" | "hasattr" => self.static_answer(id, name, &positional),
            "range" => self.range_value(&positional),
            "bool" => {
                let bool_ty = self.bool_ty();
                match positional.first() {
                    Some(&value) => (self.condition(value), bool_ty),
                    None => (Expr::Bool(false), bool_ty),
                }
            }
            "int" | "float" | "str" | "repr" | "ascii" | "abs" | "round" | "divmod" | "pow"
            | "math.floor" | "math.ceil" | "math.trunc" | "hash" | "id" | "format" | "complex" | "bytes" => {
                self.convert(id, name, &positional, keyword("base").or(keyword("ndigits")), ty)
            }
            "list" | "set" | "frozenset" | "tuple" | "collections.deque" => {
                self.collect(name, &positional, keyword("maxlen"), ty)
            }
            "sorted" => self.sorted(id, &positional, keyword("key"), keyword("reverse"), ty),
            "dict" | "collections.OrderedDict" | "collections.defaultdict" => {
                let skip = usize::from(&**name == "collections.defaultdict").min(positional.len());
                (self.dict_from(&positional[skip..], args, ty), ty)
            }
            "collections.Counter" => (self.counter(&positional, ty), ty),
            "dict.fromkeys" => {
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
                    let item = cx.coerce(item, item_ty, key_ty);
                    let v = Expr::local(value.clone());
                    let v = if copy { v } else { v.cloned() };
                    body.stmts.push(Stmt::Expr(Expr::local(target.clone()).method("set", vec![item, v])));
                });
                block.tail = Some(Box::new(Expr::local(held)));
                (Expr::Block(block), ty)
            }
            "zip" if args.iter().any(|arg| matches!(arg, Arg::Star(_))) => (self.zip_star(args, ty), ty),
            "enumerate" | "zip" | "map" | "filter" | "reversed" | "iter" => {
                let mut positional = positional;
                match args.iter().find(|arg| matches!(arg, Arg::Keyword(..))) {
                    Some(Arg::Keyword(key, start)) if &**key == "start" && &**name == "enumerate" => {
                        positional.push(*start);
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
            "type" => {
                let value = self.place(positional[0]);
                let from = self.type_of(positional[0]);
                if self.is_single(from)
                    && self.cx.rep.repr(from) != Repr::Num
                    && self.cx.rep.repr(from) != Repr::Exception
                {
                    return (crate::coerce::drop_value(value), ty);
                }
                self.unsupported_operation("`type` of a value of several types");
                (Expr::unit(), ty)
            }
            "open" => {
                let file = self.of(Atom::File);
                let path = self.place(positional[0]);
                let mode = match positional.get(1).copied().or(keyword("mode")) {
                    Some(mode) => self.place(mode).by_ref(),
                    None => Expr::Str("r".to_owned()),
                };
                (self.open_file(path, mode), file)
            }
            "exit" | "quit" | "sys.exit" => {
                let exception = match positional.first() {
                    Some(&code) if self.type_of(code) != none => {
                        let mut value = self.place(code);
                        super::expr::anchor(&mut value);
                        Expr::call(Path::RtIn("sys", "exit_with".to_owned()), vec![value.by_ref()])
                    }
                    _ => Expr::call(Path::RtIn("sys", "exit_empty".to_owned()), Vec::new()),
                };
                (self.throw(exception), BOT)
            }
            "typing.cast" => {
                let value = self.value(positional[1]);
                let from = self.type_of(positional[1]);
                (value, from)
            }
            "functools.wraps"
            | "object"
            | "property"
            | "typing.TypeVar"
            | "typing.ParamSpec"
            | "dataclasses.dataclass"
            | "dataclasses.field" => (Expr::unit(), ty),
            _ => {
                let span = self.span;
                self.cx.sink.push(crate::diagnostics::builtin(span, name));
                (Expr::unit(), ty)
            }
        }
    }

    /// `zip(*rows)`: one iterator a row, and a tuple of what they give.
    fn zip_star(&mut self, args: &[Arg], ty: TypeId) -> Expr {
        let [Arg::Star(rows)] = args else {
            self.unsupported_operation("`zip` with `*` among other arguments");
            return Expr::unit();
        };
        let tuple_ty = self.elem_type(ty);
        let elem = self.elem_type(tuple_ty);
        if elem == BOT || !matches!(self.cx.rep.repr(tuple_ty), Repr::TupleVar(_)) {
            self.unsupported_operation("`zip` of these rows");
            return Expr::unit();
        }
        let name = self.temp("rows");
        let mut block = Block::default();
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(name.clone(), true),
            ty: None,
            init: Some(Expr::call(Path::local("Vec").assoc("new"), Vec::new())),
        });
        let target = name.clone();
        self.for_each(*rows, &mut block, &mut |cx, row, row_ty, body| {
            let handle = cx.iter_handle(row, row_ty, elem);
            body.stmts.push(Stmt::Expr(Expr::local(target.clone()).method("push", vec![handle])));
        });
        block.tail =
            Some(Box::new(Expr::call(Path::RtIn("iter", "zip_all".to_owned()), vec![Expr::local(name)])));
        Expr::Block(block)
    }

    fn open_file(&mut self, path: Expr, mode: Expr) -> Expr {
        let plain = self.catch == Catch::Uncaught;
        let name = if plain { "open" } else { "try_open" };
        let call = Expr::call(Path::Rt("File").assoc(name), vec![path.by_ref(), mode]);
        if plain { call } else { self.propagate(call) }
    }

    /// The receiver of the method that is running, for `super()`.
    fn receiver(&mut self) -> Expr {
        let Some(param) = self.cx.module[self.func].params.first() else { return Expr::unit() };
        if self.is_self(param.local) { Expr::local("self") } else { self.local_place(param.local, None) }
    }

    fn bool_ty(&mut self) -> TypeId {
        self.of(Atom::Bool)
    }

    /// `callable`, `hasattr`, `issubclass` of types that say it.
    fn static_answer(&mut self, _id: ExprId, name: &str, args: &[ExprId]) -> (Expr, TypeId) {
        let bool_ty = self.bool_ty();
        let Some(&first) = args.first() else { return (Expr::Bool(false), bool_ty) };
        let ty = self.type_of(first);
        let atoms = self.cx.rep.atoms(ty);
        let answers: Vec<bool> = match name {
            "callable" => atoms
                .iter()
                .map(|(id, atom)| match atom {
                    Atom::Func(..)
                    | Atom::Bound(..)
                    | Atom::Builtin(_)
                    | Atom::BoundBuiltin(..)
                    | Atom::Class(_)
                    | Atom::ExcClass(_) => true,
                    Atom::Obj(..) => self.cx.any_target(*id, "__call__").is_some(),
                    _ => false,
                })
                .collect(),
            _ => {
                self.unsupported_operation(name);
                vec![false]
            }
        };
        if answers.iter().all(|&answer| answer == answers[0]) {
            let value = self.place(first);
            return (crate::coerce::after(value, Expr::Bool(answers[0])), bool_ty);
        }
        self.unsupported_operation(name);
        (Expr::Bool(false), bool_ty)
    }

    /// `isinstance(value, classes)`.
    fn isinstance(&mut self, value: ExprId, classes: ExprId) -> Expr {
        let ty = self.type_of(value);
        let classes_ty = self.type_of(classes);
        let wanted = self.flat_classes(classes_ty);
        let place = self.place(value);
        self.instance_test(place, ty, &wanted)
    }

    /// Whether a value is an instance of one of some classes.
    pub(crate) fn instance_test(&mut self, place: Expr, ty: TypeId, wanted: &[Atom]) -> Expr {
        let atoms = self.cx.rep.atoms(ty);
        let answers: Vec<Option<bool>> =
            atoms.iter().map(|(_, atom)| self.is_instance(atom, wanted)).collect();
        if self.cx.rep.repr(ty) == Repr::Exception && !(answers.iter().all(|answer| *answer == Some(true))) {
            return self.exception_test(place, wanted);
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
                let test =
                    place.method("as_ref", Vec::new()).method("is_some_and", vec![Expr::Closure(closure)]);
                if none_fits { test.not() } else { test }
            }
            Repr::Num => {
                let ints = self.is_instance(&Atom::Int, wanted) == Some(true);
                place.method(if ints { "is_int" } else { "is_float" }, Vec::new())
            }
            Repr::Union(id) => {
                let info = self.cx.rep.unions[id.0 as usize].clone();
                let mut pats = Vec::new();
                for variant in &info.variants {
                    let held = self.cx.rep.atoms(variant.ty);
                    let yes = held.iter().all(|(_, atom)| self.is_instance(atom, wanted) == Some(true));
                    if yes {
                        let path = Path::local(info.name.clone()).assoc(variant.name.clone());
                        pats.push(if matches!(variant.repr, Repr::Static | Repr::Unit | Repr::Never) {
                            Pat::Path(path)
                        } else {
                            Pat::Call(path, vec![Pat::Wild])
                        });
                    }
                }
                let pat = if pats.len() == 1 { pats.swap_remove(0) } else { Pat::Or(pats) };
                Expr::Matches(Box::new(place), pat)
            }
            _ => {
                self.unsupported_operation("isinstance");
                Expr::Bool(false)
            }
        }
    }

    fn exception_test(&mut self, place: Expr, wanted: &[Atom]) -> Expr {
        let mut test: Option<Expr> = None;
        for class in wanted {
            let one = match class {
                Atom::ExcClass(name) => Expr::Method(
                    Box::new(place.clone()),
                    "is".to_owned(),
                    vec![Ty::path(Path::Exc(name.to_string()))],
                    Vec::new(),
                ),
                Atom::Class(class) => {
                    let marker = self.cx.exception_marker(*class);
                    Expr::Method(
                        Box::new(place.clone()),
                        "is".to_owned(),
                        vec![Ty::local(marker)],
                        Vec::new(),
                    )
                }
                _ => continue,
            };
            test = Some(match test {
                Some(test) => Expr::binary(rir::BinOp::Or, test, one),
                None => one,
            });
        }
        test.unwrap_or(Expr::Bool(false))
    }

    fn is_instance(&self, atom: &Atom, wanted: &[Atom]) -> Option<bool> {
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

    fn is_builtin(&self, atom: &Atom, name: &str) -> Option<bool> {
        Some(portalis_typeck::instance_of_builtin(
            &self.cx.rep.inferred.classes,
            &self.cx.rep.inferred.cells,
            atom,
            name,
        ))
    }

    // ---- sizes and ranges

    fn len_call(&mut self, id: ExprId, value: ExprId) -> (Expr, TypeId) {
        let ty = self.type_of(value);
        let nat = self.of(Atom::Nat);
        if ty == BOT {
            return (self.dead_operands([value]), BOT);
        }
        let place = self.place(value);
        if self.is_single(ty) {
            return self.len_single(id, place, ty);
        }
        let place = self.owned(place, ty);
        let value = self.dispatch(place, ty, nat, &mut |cx, place, ty, _| cx.len_single(id, place, ty));
        (value, nat)
    }

    fn len_single(&mut self, id: ExprId, place: Expr, ty: TypeId) -> (Expr, TypeId) {
        let nat = self.of(Atom::Nat);
        match self.cx.rep.repr(ty) {
            Repr::Str
            | Repr::Bytes
            | Repr::List(_)
            | Repr::Set(_)
            | Repr::FrozenSet(_)
            | Repr::Dict(..)
            | Repr::Deque(_)
            | Repr::TupleVar(_)
            | Repr::Range
            | Repr::Keys(..)
            | Repr::Values(..)
            | Repr::Items(..) => (place.method("len", Vec::new()), nat),
            Repr::Tuple(items) => (crate::coerce::after(place, Expr::Int(items.len() as i64, None)), nat),
            Repr::Object(_) => {
                let atom = self.first_atom(ty);
                match self.method_target(Node::Expr(id), "__len__", atom) {
                    Some(target) => self.call_method_instance(target, place, Vec::new()),
                    None => self.no_len(ty),
                }
            }
            _ => self.no_len(ty),
        }
    }

    fn no_len(&mut self, ty: TypeId) -> (Expr, TypeId) {
        let name = self.cx.rep.atoms(ty).first().map_or_else(String::new, |(_, atom)| self.class_name(atom));
        (self.throw_message("TypeError", &format!("object of type '{name}' has no len()")), BOT)
    }

    fn range_value(&mut self, args: &[ExprId]) -> (Expr, TypeId) {
        let range = self.of(Atom::Range);
        let mut bounds = Vec::new();
        for &arg in args {
            let ty = self.type_of(arg);
            let value = self.value(arg);
            if !matches!(self.cx.rep.repr(ty), Repr::I64 | Repr::Bool | Repr::Big) {
                let name =
                    self.cx.rep.atoms(ty).first().map_or_else(String::new, |(_, atom)| self.class_name(atom));
                let message = format!("'{name}' object cannot be interpreted as an integer");
                if self.is_single(ty) {
                    return (self.throw_message("TypeError", &message), BOT);
                }
                self.unsupported_operation("range");
            }
            bounds.push(self.as_index(value, ty));
        }
        let value = match bounds.len() {
            1 => Expr::call(Path::Rt("Range").assoc("to"), bounds),
            2 => Expr::call(Path::Rt("Range").assoc("between"), bounds),
            _ => self.raising_call("range", "range", bounds),
        };
        (value, range)
    }

    // ---- conversions

    fn convert(
        &mut self,
        id: ExprId,
        name: &str,
        args: &[ExprId],
        extra: Option<ExprId>,
        to: TypeId,
    ) -> (Expr, TypeId) {
        let Some(&first) = args.first() else {
            return match name {
                "int" => (Expr::Int(0, None), self.of(Atom::Nat)),
                "float" => (Expr::Float(0.0), self.of(Atom::Float)),
                "str" => (super::expr::str_literal(""), self.of(Atom::Str)),
                "bytes" => (Expr::call(Path::Rt("Bytes").assoc("new"), Vec::new()), self.of(Atom::Bytes)),
                _ => {
                    self.unsupported_operation(name);
                    (Expr::unit(), to)
                }
            };
        };
        let second = args.get(1).copied().or(extra);
        let ty = self.type_of(first);
        if ty == BOT {
            return (self.dead_operands([first]), BOT);
        }
        let str_ty = self.of(Atom::Str);
        match name {
            "str" => {
                let place = self.place(first);
                return (self.str_of(place, ty), str_ty);
            }
            "repr" => {
                let mut place = self.place(first);
                super::expr::anchor(&mut place);
                return (Expr::call(Path::RtIn("show", "repr".to_owned()), vec![place.by_ref()]), str_ty);
            }
            "ascii" => {
                let mut place = self.place(first);
                super::expr::anchor(&mut place);
                return (Expr::call(Path::RtIn("show", "ascii".to_owned()), vec![place.by_ref()]), str_ty);
            }
            "format" => {
                let mut place = self.place(first);
                super::expr::anchor(&mut place);
                let spec = match second {
                    Some(spec) => self.place(spec).by_ref(),
                    None => Expr::Str(String::new()),
                };
                return (self.raising_call("format", "format", vec![place.by_ref(), spec]), str_ty);
            }
            "hash" => {
                let int = self.of(Atom::Int);
                let mut place = self.place(first);
                super::expr::anchor(&mut place);
                return (Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![place.by_ref()]), int);
            }
            "id" => {
                let nat = self.of(Atom::Nat);
                let place = self.place(first);
                let has_id = matches!(
                    self.cx.rep.repr(ty),
                    Repr::List(_)
                        | Repr::Dict(..)
                        | Repr::Set(_)
                        | Repr::Object(_)
                        | Repr::Str
                        | Repr::Deque(_)
                );
                if !has_id {
                    self.unsupported_operation("id");
                }
                return (Expr::Cast(Box::new(place.method("id", Vec::new())), Ty::local("i64")), nat);
            }
            _ => {}
        }
        let value = self.value(first);
        if self.is_single(ty) {
            return self.convert_single(id, name, (value, ty), second, to);
        }
        let value = self.dispatch(value, ty, to, &mut |cx, value, ty, _| {
            cx.convert_single(id, name, (value, ty), second, to)
        });
        (value, to)
    }

    fn convert_single(
        &mut self,
        id: ExprId,
        name: &str,
        (value, ty): (Expr, TypeId),
        second: Option<ExprId>,
        to: TypeId,
    ) -> (Expr, TypeId) {
        let repr = self.cx.rep.repr(ty);
        if matches!(repr, Repr::Object(_)) {
            return self.convert_object(id, name, value, ty, second);
        }
        let (int, float, big) = (self.of(Atom::Int), self.of(Atom::Float), self.of(Atom::BigInt));
        match (name, &repr) {
            ("int", Repr::Bool) => (self.coerce(value, ty, int), int),
            ("int", Repr::I64 | Repr::Big) => (value, ty),
            ("int", Repr::Float) => (self.raising_call("int", "from_float", vec![value]), int),
            ("int", Repr::Num) => (self.raising(value, "int", Vec::new()), big),
            ("int", Repr::Str) => match second {
                Some(base) => {
                    let base_ty = self.type_of(base);
                    let base = self.value(base);
                    let base = self.as_index(base, base_ty);
                    (self.raising_call("int", "parse_base", vec![value.by_ref(), base]), int)
                }
                None => (self.raising_call("int", "parse", vec![value.by_ref()]), int),
            },
            ("float", Repr::Float) => (value, ty),
            ("float", Repr::Bool | Repr::I64 | Repr::Big) => (self.int_to_float(value, &repr), float),
            ("float", Repr::Num) => (self.raising(value, "float", Vec::new()), float),
            ("float", Repr::Str) => (self.raising_call("float", "parse", vec![value.by_ref()]), float),
            ("abs", Repr::Bool) => (self.coerce(value, ty, int), int),
            ("abs", Repr::I64) => (Expr::call(Path::RtIn("int", "abs".to_owned()), vec![value]), int),
            ("abs", Repr::Float) => {
                let mut value = value;
                if let Expr::Float(_) | Expr::Unary(..) = value {
                    value = Expr::call(Path::local("f64").assoc("from"), vec![value]);
                }
                (value.method("abs", Vec::new()), float)
            }
            ("abs", Repr::Big | Repr::Num) => (value.method("abs", Vec::new()), ty),
            ("round" | "math.floor" | "math.ceil" | "math.trunc", Repr::Bool) => {
                (self.coerce(value, ty, int), int)
            }
            ("math.floor" | "math.ceil" | "math.trunc", Repr::I64 | Repr::Big) => (value, ty),
            ("math.floor" | "math.ceil" | "math.trunc", Repr::Float) => {
                let function = name.trim_start_matches("math.").to_owned();
                (self.raising_call("math", &function, vec![value]), int)
            }
            ("round", _) => self.round(value, ty, second),
            ("divmod", _) => {
                let Some(second) = second else { return self.bad_convert(name, ty) };
                let right_ty = self.type_of(second);
                let right = self.value(second);
                let (l_name, r_name) = (self.temp("left"), self.temp("right"));
                let parts = self.tuple_items(to);
                let (Some(&q_ty), Some(&r_ty)) = (parts.first(), parts.get(1)) else {
                    return self.bad_convert(name, ty);
                };
                let mut block = Block { stmts: vec![let_(&l_name, value), let_(&r_name, right)], tail: None };
                let node = Node::Expr(id);
                let place = |name: &str| Expr::local(name);
                let q = self.binary_values(
                    node,
                    portalis_hir::BinOp::FloorDiv,
                    (place(&l_name), ty),
                    (place(&r_name), right_ty),
                    q_ty,
                    false,
                );
                let r = self.binary_values(
                    node,
                    portalis_hir::BinOp::Mod,
                    (place(&l_name), ty),
                    (place(&r_name), right_ty),
                    r_ty,
                    false,
                );
                block.tail = Some(Box::new(Expr::Tuple(vec![q, r])));
                (Expr::Block(block), to)
            }
            ("pow", _) => {
                let module = self.cx.module;
                let third = match &module[id].kind {
                    ExprKind::Call { args, .. } => args.get(2).map(Arg::value),
                    _ => None,
                };
                let Some(second) = second else { return self.bad_convert(name, ty) };
                let right_ty = self.type_of(second);
                let right = self.value(second);
                let Some(third) = third else {
                    return (
                        self.binary_values(
                            Node::Expr(id),
                            portalis_hir::BinOp::Pow,
                            (value, ty),
                            (right, right_ty),
                            to,
                            false,
                        ),
                        to,
                    );
                };
                let modulus_ty = self.type_of(third);
                let modulus = self.value(third);
                let all_small = [ty, right_ty, modulus_ty]
                    .into_iter()
                    .all(|ty| matches!(self.cx.rep.repr(ty), Repr::I64 | Repr::Bool));
                if all_small {
                    let args = vec![
                        self.coerce(value, ty, int),
                        self.coerce(right, right_ty, int),
                        self.coerce(modulus, modulus_ty, int),
                    ];
                    return (self.raising_call("int", "pow_mod", args), int);
                }
                let base = self.coerce(value, ty, big);
                let args = vec![
                    self.coerce(right, right_ty, big).by_ref(),
                    self.coerce(modulus, modulus_ty, big).by_ref(),
                ];
                (self.raising(base, "pow_mod", args), big)
            }
            _ => self.bad_convert(name, ty),
        }
    }

    fn bad_convert(&mut self, name: &str, ty: TypeId) -> (Expr, TypeId) {
        let found = self.cx.rep.atoms(ty).first().map_or_else(String::new, |(_, atom)| self.class_name(atom));
        let message = match name {
            "int" => format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{found}'"
            ),
            "float" => format!("float() argument must be a string or a real number, not '{found}'"),
            "abs" => format!("bad operand type for abs(): '{found}'"),
            "round" => format!("type {found} doesn't define __round__ method"),
            "math.floor" | "math.ceil" => format!("must be real number, not {found}"),
            _ => {
                self.unsupported_operation(name);
                return (Expr::unit(), BOT);
            }
        };
        (self.throw_message("TypeError", &message), BOT)
    }

    fn round(&mut self, value: Expr, ty: TypeId, digits: Option<ExprId>) -> (Expr, TypeId) {
        let (int, float) = (self.of(Atom::Int), self.of(Atom::Float));
        let none = self.none_type();
        let digits = match digits {
            Some(digits) if self.type_of(digits) != none => {
                let ty = self.type_of(digits);
                let value = self.value(digits);
                Some(self.as_index(value, ty))
            }
            _ => None,
        };
        match (self.cx.rep.repr(ty), digits) {
            (Repr::I64 | Repr::Big, None) => (value, ty),
            (Repr::I64, Some(digits)) => {
                (Expr::call(Path::RtIn("int", "round".to_owned()), vec![value, digits]), int)
            }
            (Repr::Big, Some(digits)) => {
                (Expr::call(Path::RtIn("int", "big_round".to_owned()), vec![value.by_ref(), digits]), ty)
            }
            (Repr::Float, None) => (self.raising_call("float", "round_i64", vec![value]), int),
            (Repr::Float, Some(digits)) => (self.raising_call("float", "round", vec![value, digits]), float),
            (Repr::Num, None) => {
                let big = self.of(Atom::BigInt);
                (self.raising(value, "round", Vec::new()), big)
            }
            (Repr::Num, Some(digits)) => (self.raising(value, "round_to", vec![digits]), ty),
            _ => self.bad_convert("round", ty),
        }
    }

    fn convert_object(
        &mut self,
        id: ExprId,
        name: &str,
        value: Expr,
        ty: TypeId,
        second: Option<ExprId>,
    ) -> (Expr, TypeId) {
        let methods: Vec<String> = match name {
            "int" => ["__int__", "__index__", "__trunc__"].iter().map(|name| (*name).to_owned()).collect(),
            _ => vec![format!("__{}__", name.rsplit('.').next().unwrap_or(name))],
        };
        let atom = self.first_atom(ty);
        for method in methods {
            if let Some(target) = self.method_target(Node::Expr(id), &method, atom) {
                let args = match second {
                    Some(second) => {
                        let second_ty = self.type_of(second);
                        vec![(self.value(second), second_ty)]
                    }
                    None => Vec::new(),
                };
                return self.call_method_instance(target, value, args);
            }
        }
        self.bad_convert(name, ty)
    }

    // ---- containers

    fn collect(&mut self, name: &str, args: &[ExprId], maxlen: Option<ExprId>, ty: TypeId) -> (Expr, TypeId) {
        let container = match name {
            "list" => "List",
            "set" => "Set",
            "frozenset" => "FrozenSet",
            "tuple" => "Tuple",
            _ => "Deque",
        };
        let Some(&source) = args.first() else {
            if container == "Tuple" {
                return (super::expr::empty_tuple(), ty);
            }
            let empty = self.empty_container(container, ty);
            let Some(maxlen) = maxlen else { return (empty, ty) };
            let max_ty = self.type_of(maxlen);
            let max = self.value(maxlen);
            let max = self.as_index(max, max_ty);
            return (
                Expr::call(Path::Rt("Deque").assoc("with_max"), vec![empty.method("iter", Vec::new()), max]),
                ty,
            );
        };
        let source_ty = self.type_of(source);
        if source_ty == BOT || ty == BOT {
            let mut block = Block::default();
            self.for_each(source, &mut block, &mut |_, _, _, _| {});
            self.dead_end(&mut block);
            return (Expr::Block(block), BOT);
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
                let max = self.as_index(max, max_ty);
                let iter = list.method("iter", Vec::new());
                return (Expr::call(Path::Rt("Deque").assoc("with_max"), vec![iter, max]), ty);
            }
        }
        let items = self.items(source);
        if items.elem == BOT {
            let empty = if container == "Tuple" {
                Expr::call(Path::Rt("Tuple").assoc("new"), Vec::new())
            } else {
                self.empty_container(container, ty)
            };
            return (empty, ty);
        }
        if !items.fallible && self.cx.rep.repr(items.elem) == self.cx.rep.repr(elem) {
            let collected = items.iter.method("into_iter", Vec::new());
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

    fn dict_from(&mut self, positional: &[ExprId], args: &[Arg], ty: TypeId) -> Expr {
        let has_keywords = args.iter().any(|arg| matches!(arg, Arg::Keyword(..) | Arg::DoubleStar(_)));
        if positional.is_empty() && !has_keywords {
            return self.empty_container("Dict", ty);
        }
        let mut block = Block::default();
        let held = self.temp("entries");
        let empty = self.empty_container("Dict", ty);
        block.stmts.push(let_(&held, empty));
        self.fill_dict(&held, positional.first().copied(), args, ty, &mut block);
        block.tail = Some(Box::new(Expr::local(held)));
        Expr::Block(block)
    }

    /// Puts a mapping, an iterable of pairs and keywords into a dict.
    fn fill_dict(&mut self, held: &str, source: Option<ExprId>, args: &[Arg], ty: TypeId, block: &mut Block) {
        let (key_ty, value_ty) = (self.elem_type(ty), self.value_type(ty));
        if let Some(source) = source {
            let source_ty = self.type_of(source);
            if let Repr::Dict(..) = self.cx.rep.repr(source_ty) {
                let (k, v) = (self.elem_type(source_ty), self.value_type(source_ty));
                let place = self.place(source);
                let key = self.coerce(Expr::local("key"), k, key_ty);
                let value = self.coerce(Expr::local("value"), v, value_ty);
                let set = Expr::local(held).method("set", vec![key, value]);
                let pat = Pat::Tuple(vec![
                    Pat::Bind("key".to_owned(), false),
                    Pat::Bind("value".to_owned(), false),
                ]);
                let iter = place.method("items", Vec::new()).method("iter", Vec::new());
                if k != BOT {
                    let body = Block { stmts: vec![Stmt::Expr(set)], tail: None };
                    block.stmts.push(Stmt::Expr(Expr::For(None, pat, Box::new(iter), body)));
                }
            } else {
                let target = held.to_owned();
                self.for_each(source, block, &mut |cx, item, item_ty, body| {
                    let parts = cx.tuple_items(item_ty);
                    if parts.len() == 2 && matches!(cx.cx.rep.repr(item_ty), Repr::Tuple(_)) {
                        let (pat, names) = cx.tuple_pattern(2);
                        body.stmts.push(Stmt::Let { pat, ty: None, init: Some(item) });
                        let key = cx.coerce(Expr::local(names[0].clone()), parts[0], key_ty);
                        let value = cx.coerce(Expr::local(names[1].clone()), parts[1], value_ty);
                        body.stmts
                            .push(Stmt::Expr(Expr::local(target.clone()).method("set", vec![key, value])));
                    } else {
                        cx.unsupported_operation("`dict` of items that are no pairs");
                    }
                });
            }
        }
        for arg in args {
            match arg {
                Arg::Keyword(name, value) => {
                    let from = self.type_of(*value);
                    let lowered = self.value(*value);
                    let value = self.coerce(lowered, from, value_ty);
                    let str_ty = self.of(Atom::Str);
                    let key = self.coerce(super::expr::str_literal(name), str_ty, key_ty);
                    block.stmts.push(Stmt::Expr(Expr::local(held).method("set", vec![key, value])));
                }
                Arg::DoubleStar(_) => self.unsupported_operation("`**` into `dict`"),
                Arg::Pos(_) | Arg::Star(_) => {}
            }
        }
    }

    fn counter(&mut self, positional: &[ExprId], ty: TypeId) -> Expr {
        let held = self.temp("entries");
        let mut block = Block::default();
        let empty = self.empty_container("Dict", ty);
        block.stmts.push(let_(&held, empty));
        if let Some(&source) = positional.first() {
            let (key_ty, value_ty) = (self.elem_type(ty), self.value_type(ty));
            if matches!(self.cx.rep.repr(self.type_of(source)), Repr::Dict(..)) {
                self.fill_dict(&held, Some(source), &[], ty, &mut block);
            } else if self.cx.rep.repr(value_ty) != Repr::I64 {
                self.unsupported_operation("this `Counter`");
            } else {
                let target = held.clone();
                self.for_each(source, &mut block, &mut |cx, item, item_ty, body| {
                    let item = cx.coerce(item, item_ty, key_ty);
                    let key = cx.temp("key");
                    body.stmts.push(let_(&key, item));
                    let count = Expr::local(target.clone())
                        .method("get_or", vec![Expr::local(key.clone()).by_ref(), Expr::Int(0, None)]);
                    let more = cx.temp("count");
                    body.stmts.push(let_(&more, Expr::binary(rir::BinOp::Add, count, Expr::Int(1, None))));
                    body.stmts.push(Stmt::Expr(
                        Expr::local(target.clone()).method("set", vec![Expr::local(key), Expr::local(more)]),
                    ));
                });
            }
        }
        block.tail = Some(Box::new(Expr::local(held)));
        Expr::Block(block)
    }

    // ---- order

    fn sorted(
        &mut self,
        id: ExprId,
        args: &[ExprId],
        key: Option<ExprId>,
        reverse: Option<ExprId>,
        ty: TypeId,
    ) -> (Expr, TypeId) {
        let Some(&source) = args.first() else { return (Expr::unit(), ty) };
        if ty == BOT {
            return (self.dead_operands([source]), BOT);
        }
        let elem = self.elem_type(ty);
        let source_ty = self.type_of(source);
        let value = self.value(source);
        let list = self.fresh_list(value, source_ty, elem);
        let held = self.temp("items");
        let mut block = Block { stmts: vec![let_(&held, list)], tail: None };
        let sort = self.sort_call(id, Expr::local(held.clone()), elem, key, reverse);
        block.stmts.push(Stmt::Expr(sort));
        block.tail = Some(Box::new(Expr::local(held)));
        (Expr::Block(block), ty)
    }

    /// A list of a value's items that nobody else holds.
    fn fresh_list(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Expr {
        let same = matches!(self.cx.rep.repr(ty), Repr::List(inner) if *inner == self.cx.rep.repr(elem));
        if same { value.method("copy", Vec::new()) } else { self.collect_list(value, ty, elem) }
    }

    /// `list.sort(key=…, reverse=…)`.
    fn sort_call(
        &mut self,
        id: ExprId,
        list: Expr,
        elem: TypeId,
        key: Option<ExprId>,
        reverse: Option<ExprId>,
    ) -> Expr {
        let reverse = match reverse {
            Some(reverse) => self.condition(reverse),
            None => Expr::Bool(false),
        };
        let none = self.none_type();
        let key = key.filter(|&key| self.type_of(key) != none);
        let repr = self.cx.rep.repr(elem);
        if elem == BOT {
            return Expr::unit();
        }
        let Some(key) = key else {
            if !self.is_ordered(&repr) && !self.is_single(elem) {
                self.unsupported_operation("sorting values of several types");
                return Expr::unit();
            }
            if !self.is_ordered(&repr) {
                let name = self.order_class(elem);
                let message = format!("'<' not supported between instances of '{name}' and '{name}'");
                let throw = self.throw_message("TypeError", &message);
                let many = Expr::binary(rir::BinOp::Gt, list.method("len", Vec::new()), Expr::Int(1, None));
                let body = Block { stmts: vec![Stmt::Expr(throw)], tail: None };
                return Expr::If(Box::new(many), body, None);
            }
            return list.method("sort", vec![reverse]);
        };
        let (closure, key_ty) = self.key_closure(id, key, elem);
        let key_repr = self.cx.rep.repr(key_ty);
        if !self.is_ordered(&key_repr) {
            self.unsupported_operation("sorting by this key");
        }
        self.raising(list, "sort_by_key", vec![closure, reverse])
    }

    fn order_class(&self, ty: TypeId) -> String {
        self.cx.rep.atoms(ty).first().map_or_else(String::new, |(_, atom)| self.class_name(atom))
    }

    /// A key function as a closure over one item, and what it gives; it returns `Result` where exceptions are seen.
    fn key_closure(&mut self, id: ExprId, key: ExprId, elem: TypeId) -> (Expr, TypeId) {
        let outer = self.catch.clone();
        let observed = outer != Catch::Uncaught;
        if observed {
            self.catch = Catch::Return;
        }
        let (body, ty) = self.apply(id, "key", key, vec![(Expr::local("item"), elem)]);
        self.catch = outer;
        let body = match (observed, body) {
            (true, Expr::Try(result)) => *result,
            (true, body) => super::raise::ok(body),
            (false, body) => body,
        };
        let closure = Closure {
            params: vec![(Pat::Bind("item".to_owned(), false), None)],
            ret: None,
            body: Box::new(body),
            is_move: false,
        };
        (Expr::Closure(closure), ty)
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
            self.unsupported_operation("a function that may be several");
            return (Expr::unit(), BOT);
        };
        match atom.clone() {
            Atom::Func(func, env) => {
                let Some(target) = self.target(Node::Expr(id), role, *atom_id) else {
                    return (Expr::Unreachable("never called"), BOT);
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
            Atom::Builtin(name) => self.apply_builtin(&name, args),
            Atom::BoundBuiltin(receiver, name) => {
                let place = self.place(callee);
                self.apply_method(receiver, place, &name, args)
            }
            Atom::Class(class) => self.construct_values(Node::Expr(id), role, class, args),
            _ => {
                self.unsupported_operation("this function as an argument");
                (Expr::unit(), BOT)
            }
        }
    }

    fn closure_args_of(
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
        (0..n).map(|i| Expr::TupleField(Box::new(place.clone()), i as u32).by_ref()).collect()
    }

    /// A builtin applied to one or more values.
    fn apply_builtin(&mut self, name: &Name, args: Vec<(Expr, TypeId)>) -> (Expr, TypeId) {
        let (int, float, str_ty, bool_ty) =
            (self.of(Atom::Int), self.of(Atom::Float), self.of(Atom::Str), self.of(Atom::Bool));
        let Some((value, ty)) = args.first().cloned() else { return (Expr::unit(), BOT) };
        let repr = self.cx.rep.repr(ty);
        if let Some(("str" | "list" | "int" | "float" | "dict" | "set" | "bytes", method)) =
            name.split_once('.')
        {
            let (receiver, method) = (self.first_atom(ty), method.into());
            return self.apply_method(receiver, value, &method, args[1..].to_vec());
        }
        match (&**name, &repr) {
            (
                "len",
                Repr::Str
                | Repr::List(_)
                | Repr::Set(_)
                | Repr::Dict(..)
                | Repr::TupleVar(_)
                | Repr::FrozenSet(_),
            ) => (value.method("len", Vec::new()), int),
            ("len", Repr::Tuple(items)) => (Expr::Int(items.len() as i64, None), int),
            ("str", _) => (self.str_of(value, ty), str_ty),
            ("repr", _) => (Expr::call(Path::RtIn("show", "repr".to_owned()), vec![value.by_ref()]), str_ty),
            ("int", Repr::Str) => (self.raising_call("int", "parse", vec![value.by_ref()]), int),
            ("int", Repr::I64 | Repr::Big) => (value, ty),
            ("int", Repr::Bool) => (self.coerce(value, ty, int), int),
            ("int", Repr::Float) => (self.raising_call("int", "from_float", vec![value]), int),
            ("float", Repr::Str) => (self.raising_call("float", "parse", vec![value.by_ref()]), float),
            ("float", Repr::Float) => (value, ty),
            ("float", Repr::I64 | Repr::Bool | Repr::Big) => (self.int_to_float(value, &repr), float),
            ("abs", Repr::I64) => (Expr::call(Path::RtIn("int", "abs".to_owned()), vec![value]), int),
            ("abs", Repr::Float | Repr::Big) => (value.method("abs", Vec::new()), ty),
            ("bool", _) => (self.truth(value, ty), bool_ty),
            ("sum" | "list" | "tuple" | "set" | "sorted" | "max" | "min", _) => {
                self.unsupported_operation(&format!("`{name}` as an argument"));
                (Expr::unit(), BOT)
            }
            _ => match Table::get().row(name) {
                Some(row) => {
                    let mut lowered = Vec::new();
                    for ((value, ty), param) in args.into_iter().zip(&row.params) {
                        lowered.push(self.row_argument(value, ty, param, (BOT, BOT)));
                    }
                    self.row_emit(row, None, lowered, BOT)
                }
                None => {
                    self.unsupported_operation(&format!("`{name}` as an argument"));
                    (Expr::unit(), BOT)
                }
            },
        }
    }

    fn apply_method(
        &mut self,
        receiver: AtomId,
        place: Expr,
        name: &Name,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        let atom = self.cx.rep.inferred.types.get(receiver).clone();
        let receiver_ty = self.of_id(receiver);
        let Some(row) = self.method_row(&atom, name) else {
            self.unsupported_operation(&format!("`{name}` as an argument"));
            return (Expr::unit(), BOT);
        };
        let parts = (self.elem_type(receiver_ty), self.value_type(receiver_ty));
        let mut lowered = Vec::new();
        for ((value, ty), param) in args.into_iter().zip(&row.params) {
            lowered.push(self.row_argument(value, ty, param, parts));
        }
        self.row_emit(row, Some(place), lowered, receiver_ty)
    }

    // ---- lazy iterators

    fn lazy(&mut self, id: ExprId, name: &str, args: &[ExprId], ty: TypeId) -> (Expr, TypeId) {
        let elem = self.elem_type(ty);
        if args.iter().any(|&arg| self.type_of(arg) == BOT) {
            return (self.dead_operands(args.iter().copied()), BOT);
        }
        match name {
            "iter" if args.len() == 1 => {
                let from = self.type_of(args[0]);
                let value = self.value(args[0]);
                match self.cx.rep.repr(from) {
                    Repr::Iter(_) | Repr::Generator(..) | Repr::File => (value, from),
                    Repr::Object(_) => {
                        let atom = self.first_atom(from);
                        match self.method_target(Node::Expr(id), "__iter__", atom) {
                            Some(target) => self.call_method_instance(target, value, Vec::new()),
                            None => (self.iter_handle(value, from, elem), ty),
                        }
                    }
                    _ => (self.iter_handle(value, from, elem), ty),
                }
            }
            "map" => {
                let mut sources = Vec::new();
                let mut params = Vec::new();
                let mut block = Block::default();
                for &arg in &args[1..] {
                    let from = self.type_of(arg);
                    let item_ty = self.iteration_type(from);
                    let value = self.value(arg);
                    let held = self.temp("source");
                    let handle = self.iter_handle(value, from, item_ty);
                    block.stmts.push(let_(&held, handle));
                    sources.push(held);
                    let item = self.temp("item");
                    params.push((item, item_ty));
                }
                let function = self.hold_callee(args[0], &mut block);
                let outer = std::mem::replace(&mut self.catch, Catch::Return);
                let values = params.iter().map(|(name, ty)| (Expr::local(name.clone()), *ty)).collect();
                let (call, ret) = self.apply_held(id, "map", args[0], function, values);
                let call = if ret == BOT { call } else { self.coerce(call, ret, elem) };
                self.catch = outer;
                let mut step = Block::default();
                for (source, (item, _)) in sources.iter().zip(&params) {
                    let next = Expr::local(source.clone()).method("try_next", Vec::new()).tried();
                    step.stmts.push(Stmt::LetElse(
                        Pat::Call(Path::local("Some"), vec![Pat::Bind(item.clone(), false)]),
                        Box::new(next),
                        Block {
                            stmts: vec![Stmt::Expr(Expr::Return(Some(Box::new(super::raise::ok(
                                Expr::local("None"),
                            )))))],
                            tail: None,
                        },
                    ));
                }
                step.tail = Some(Box::new(super::raise::ok(Expr::call(Path::local("Some"), vec![call]))));
                let closure = Closure {
                    params: Vec::new(),
                    ret: None,
                    body: Box::new(Expr::Block(step)),
                    is_move: true,
                };
                block.tail = Some(Box::new(Expr::call(
                    Path::RtIn("iter", "stepping".to_owned()),
                    vec![Expr::Closure(closure)],
                )));
                (Expr::Block(block), ty)
            }
            "filter" => {
                let from = self.type_of(args[1]);
                let item_ty = self.iteration_type(from);
                let mut block = Block::default();
                let value = self.value(args[1]);
                let held = self.temp("source");
                let handle = self.iter_handle(value, from, item_ty);
                block.stmts.push(let_(&held, handle));
                let none = self.none_type();
                let outer = std::mem::replace(&mut self.catch, Catch::Return);
                let item = self.temp("item");
                let copy = self.is_copy(item_ty);
                let arg = if copy { Expr::local(item.clone()) } else { Expr::local(item.clone()).cloned() };
                let test = if self.type_of(args[0]) == none {
                    self.truth(Expr::local(item.clone()), item_ty)
                } else {
                    let function = self.hold_callee(args[0], &mut block);
                    let (call, ret) = self.apply_held(id, "filter", args[0], function, vec![(arg, item_ty)]);
                    self.truth(call, ret)
                };
                self.catch = outer;
                let next = Expr::local(held).method("try_next", Vec::new()).tried();
                let stop = Block {
                    stmts: vec![Stmt::Expr(Expr::Return(Some(Box::new(super::raise::ok(Expr::local(
                        "None",
                    ))))))],
                    tail: None,
                };
                let found = Expr::Return(Some(Box::new(super::raise::ok(Expr::call(
                    Path::local("Some"),
                    vec![Expr::local(item.clone())],
                )))));
                let body = Block {
                    stmts: vec![
                        Stmt::LetElse(
                            Pat::Call(Path::local("Some"), vec![Pat::Bind(item, false)]),
                            Box::new(next),
                            stop,
                        ),
                        Stmt::Expr(Expr::If(
                            Box::new(test),
                            Block { stmts: vec![Stmt::Expr(found)], tail: None },
                            None,
                        )),
                    ],
                    tail: None,
                };
                let closure = Closure {
                    params: Vec::new(),
                    ret: None,
                    body: Box::new(Expr::Block(Block::of(Expr::Loop(None, body)))),
                    is_move: true,
                };
                block.tail = Some(Box::new(Expr::call(
                    Path::RtIn("iter", "stepping".to_owned()),
                    vec![Expr::Closure(closure)],
                )));
                (Expr::Block(block), ty)
            }
            "enumerate" | "zip" | "reversed" => self.lazy_adapter(name, args, ty, elem),
            _ => {
                self.unsupported_operation(name);
                (Expr::unit(), ty)
            }
        }
    }

    fn lazy_adapter(&mut self, name: &str, args: &[ExprId], ty: TypeId, elem: TypeId) -> (Expr, TypeId) {
        let mut handles = Vec::new();
        let mut types = Vec::new();
        let sources = if name == "zip" { args } else { &args[..1] };
        for &arg in sources {
            let from = self.type_of(arg);
            let item_ty = self.iteration_type(from);
            types.push(item_ty);
            if name == "reversed" {
                let place = self.place(arg);
                let has_reversed = matches!(
                    self.cx.rep.repr(from),
                    Repr::List(_)
                        | Repr::Range
                        | Repr::TupleVar(_)
                        | Repr::Deque(_)
                        | Repr::Dict(..)
                        | Repr::Keys(..)
                        | Repr::Values(..)
                        | Repr::Items(..)
                );
                let iter = if has_reversed {
                    place.method("reversed", Vec::new())
                } else {
                    let owned = self.owned(place, from);
                    let list = self.collect_list(owned, from, item_ty);
                    list.method("reversed", Vec::new())
                };
                return (Expr::call(Path::Rt("Iter").assoc("of"), vec![iter]), ty);
            }
            let value = self.value(arg);
            handles.push(self.iter_handle(value, from, item_ty));
        }
        let elem_parts = self.tuple_items(elem);
        let mut block = Block::default();
        let mut names = Vec::new();
        for handle in handles {
            let held = self.temp("source");
            block.stmts.push(let_(&held, handle));
            names.push(held);
        }
        let stop = || Block {
            stmts: vec![Stmt::Expr(Expr::Return(Some(Box::new(super::raise::ok(Expr::local("None"))))))],
            tail: None,
        };
        let mut step = Block::default();
        let mut parts = Vec::new();
        if name == "enumerate" {
            let int = self.of(Atom::Int);
            let start = match args.get(1) {
                Some(&start) => {
                    let start_ty = self.type_of(start);
                    let value = self.value(start);
                    self.as_index(value, start_ty)
                }
                None => Expr::Int(0, None),
            };
            let count = self.temp("count");
            block.stmts.push(Stmt::Let {
                pat: Pat::Bind(count.clone(), true),
                ty: Some(Ty::local("i64")),
                init: Some(start),
            });
            let item = self.temp("item");
            let next = Expr::local(names[0].clone()).method("try_next", Vec::new()).tried();
            step.stmts.push(Stmt::LetElse(
                Pat::Call(Path::local("Some"), vec![Pat::Bind(item.clone(), false)]),
                Box::new(next),
                stop(),
            ));
            let here = self.temp("here");
            step.stmts.push(let_(&here, Expr::local(count.clone())));
            step.stmts.push(Stmt::Expr(Expr::AssignOp(
                rir::BinOp::Add,
                Box::new(Expr::local(count)),
                Box::new(Expr::Int(1, None)),
            )));
            parts.push(self.coerce(Expr::local(here), int, elem_parts.first().copied().unwrap_or(int)));
            parts.push(self.coerce(
                Expr::local(item),
                types[0],
                elem_parts.get(1).copied().unwrap_or(types[0]),
            ));
        } else {
            for (i, source) in names.iter().enumerate() {
                let item = self.temp("item");
                let next = Expr::local(source.clone()).method("try_next", Vec::new()).tried();
                step.stmts.push(Stmt::LetElse(
                    Pat::Call(Path::local("Some"), vec![Pat::Bind(item.clone(), false)]),
                    Box::new(next),
                    stop(),
                ));
                parts.push(self.coerce(
                    Expr::local(item),
                    types[i],
                    elem_parts.get(i).copied().unwrap_or(types[i]),
                ));
            }
        }
        step.tail =
            Some(Box::new(super::raise::ok(Expr::call(Path::local("Some"), vec![Expr::Tuple(parts)]))));
        let closure =
            Closure { params: Vec::new(), ret: None, body: Box::new(Expr::Block(step)), is_move: true };
        block.tail = Some(Box::new(Expr::call(
            Path::RtIn("iter", "stepping".to_owned()),
            vec![Expr::Closure(closure)],
        )));
        (Expr::Block(block), ty)
    }

    /// The function of `map` or `filter` held for the iterator: `None` for one that is known without a value.
    fn hold_callee(&mut self, callee: ExprId, block: &mut Block) -> Option<String> {
        let ty = self.type_of(callee);
        if matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never) {
            return None;
        }
        let held = self.temp("function");
        let value = self.value(callee);
        block.stmts.push(let_(&held, value));
        Some(held)
    }

    fn apply_held(
        &mut self,
        id: ExprId,
        role: &str,
        callee: ExprId,
        held: Option<String>,
        args: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        let Some(held) = held else { return self.apply(id, role, callee, args) };
        let callee_ty = self.type_of(callee);
        let atoms = self.cx.rep.atoms(callee_ty);
        match atoms.as_slice() {
            [(atom_id, Atom::Func(func, env))] => {
                let Some(target) = self.target(Node::Expr(id), role, *atom_id) else {
                    return (Expr::Unreachable("never called"), BOT);
                };
                let n = self.cx.rep.captured(*func, *env).len();
                let captured = (0..n)
                    .map(|i| Expr::TupleField(Box::new(Expr::local(held.clone())), i as u32).by_ref())
                    .collect();
                let ret = self.return_type(target);
                (self.call_instance(target, captured, args), ret)
            }
            [(atom_id, Atom::Bound(..))] => {
                let Some(target) = self.target(Node::Expr(id), role, *atom_id) else {
                    return (Expr::Unreachable("never called"), BOT);
                };
                self.call_method_instance(target, Expr::local(held), args)
            }
            [(_, Atom::BoundBuiltin(receiver, name))] => {
                let (receiver, name) = (*receiver, name.clone());
                self.apply_method(receiver, Expr::local(held), &name, args)
            }
            _ => {
                self.unsupported_operation("a function that may be several");
                (Expr::unit(), BOT)
            }
        }
    }

    fn next_call(&mut self, id: ExprId, args: &[ExprId]) -> (Expr, TypeId) {
        let Some(&iterator) = args.first() else { return (Expr::unit(), BOT) };
        let ty = self.type_of(iterator);
        let elem = self.next_type(ty, id);
        let place = self.place(iterator);
        match (self.cx.rep.repr(ty), args.get(1)) {
            (Repr::Iter(_) | Repr::Generator(..), None) => {
                if elem == BOT {
                    let next = self.raising(place, "next_item", Vec::new());
                    return (next, BOT);
                }
                (self.raising(place, "next_item", Vec::new()), elem)
            }
            (Repr::Iter(_) | Repr::Generator(..), Some(&default)) => {
                let to = self.type_of(id);
                let default_ty = self.type_of(default);
                let value = self.value(default);
                let value = self.coerce(value, default_ty, to);
                let next = self.raising_method(place, "next_or_end", "try_next", Vec::new());
                let some = if elem == BOT {
                    Expr::Unreachable("nothing comes")
                } else {
                    self.coerce(Expr::local("item"), elem, to)
                };
                let arms = vec![
                    rir::Arm {
                        pat: Pat::Call(Path::local("Some"), vec![Pat::Bind("item".to_owned(), false)]),
                        guard: None,
                        body: some,
                    },
                    rir::Arm { pat: Pat::Path(Path::local("None")), guard: None, body: value },
                ];
                (Expr::Match(Box::new(next), arms), to)
            }
            (Repr::Object(_), None) => {
                let atom = self.first_atom(ty);
                match self.method_target(Node::Expr(id), "__next__", atom) {
                    Some(target) => self.call_method_instance(target, place, Vec::new()),
                    None => (self.throw_message("TypeError", "object is not an iterator"), BOT),
                }
            }
            _ => {
                self.unsupported_operation("next");
                (Expr::unit(), elem)
            }
        }
    }

    fn next_type(&mut self, ty: TypeId, id: ExprId) -> TypeId {
        let _ = id;
        self.iteration_type(ty)
    }

    // ---- folds

    fn sum(&mut self, id: ExprId, args: &[ExprId], start: Option<ExprId>, to: TypeId) -> (Expr, TypeId) {
        let Some(&source) = args.first() else { return (Expr::unit(), BOT) };
        let start = args.get(1).copied().or(start);
        let source_ty = self.type_of(source);
        let elem = self.iteration_type(source_ty);
        let nat = self.of(Atom::Nat);
        let (int, float) = (self.of(Atom::Int), self.of(Atom::Float));
        let _ = float;
        let elem_repr = self.cx.rep.repr(elem);
        if to == BOT {
            return (self.dead_operands([source]), BOT);
        }
        if start.is_none() {
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
        // Item by item, from the start value, in the result's type.
        let total = self.temp("total");
        let mut block = Block::default();
        let (init, init_ty) = match start {
            Some(start) => (self.value(start), self.type_of(start)),
            None => (Expr::Int(0, None), nat),
        };
        let init = self.coerce(init, init_ty, to);
        let repr = self.cx.rep.repr(to);
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(total.clone(), true),
            ty: Some(self.cx.rep.ty(&repr)),
            init: Some(init),
        });
        let name = total.clone();
        self.for_each(source, &mut block, &mut |cx, item, item_ty, body| {
            let left = Expr::local(name.clone());
            let left = if cx.is_copy(to) { left } else { left.cloned() };
            let sum = cx.binary_values(
                Node::Expr(id),
                portalis_hir::BinOp::Add,
                (left, to),
                (item, item_ty),
                to,
                false,
            );
            body.stmts.push(Stmt::Expr(Expr::Assign(Box::new(Expr::local(name.clone())), Box::new(sum))));
        });
        if elem == BOT
            && let Some(Stmt::Let { pat, .. }) = block.stmts.first_mut()
        {
            *pat = Pat::Bind(total.clone(), false);
        }
        block.tail = Some(Box::new(Expr::local(total)));
        (Expr::Block(block), to)
    }

    fn product(&mut self, args: &[ExprId], start: Option<ExprId>, to: TypeId) -> (Expr, TypeId) {
        let total = self.temp("product");
        let mut block = Block::default();
        let nat = self.of(Atom::Nat);
        let (init, init_ty) = match start {
            Some(start) => (self.value(start), self.type_of(start)),
            None => (Expr::Int(1, None), nat),
        };
        let init = self.coerce(init, init_ty, to);
        let repr = self.cx.rep.repr(to);
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(total.clone(), true),
            ty: Some(self.cx.rep.ty(&repr)),
            init: Some(init),
        });
        let name = total.clone();
        let func = self.func;
        self.for_each(args[0], &mut block, &mut |cx, item, item_ty, body| {
            let left = Expr::local(name.clone());
            let left = if cx.is_copy(to) { left } else { left.cloned() };
            let node = Node::Func(func);
            let product =
                cx.binary_values(node, portalis_hir::BinOp::Mul, (left, to), (item, item_ty), to, false);
            body.stmts.push(Stmt::Expr(Expr::Assign(Box::new(Expr::local(name.clone())), Box::new(product))));
        });
        block.tail = Some(Box::new(Expr::local(total)));
        (Expr::Block(block), to)
    }

    fn min_max(
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
        let none = self.none_type();
        let key = key.filter(|&key| self.type_of(key) != none);
        if positional.iter().any(|&arg| self.type_of(arg) == BOT) {
            return (self.dead_operands(positional), BOT);
        }
        // The items as a list of the result's type.
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
                    let throw =
                        self.throw_message("ValueError", &format!("{name}() arg is an empty sequence"));
                    block.stmts.push(Stmt::Expr(throw));
                    (Expr::Block(block), BOT)
                }
            };
        }
        if let ([a, b], false, None) = (positional.as_slice(), has_star, key) {
            let (a_ty, b_ty) = (self.type_of(*a), self.type_of(*b));
            if self.cx.rep.repr(a_ty) == self.cx.rep.repr(b_ty)
                && self.cx.rep.repr(a_ty) == self.cx.rep.repr(to)
            {
                let repr = self.cx.rep.repr(to);
                if self.is_ordered(&repr) {
                    let (a, b) = (self.value(*a), self.value(*b));
                    let call = Expr::call(Path::RtIn("builtins", format!("{name}2")), vec![a, b]);
                    return (call, to);
                }
            }
        }
        let items = if let ([source], false) = (positional.as_slice(), has_star) {
            let from = self.type_of(*source);
            let value = self.value(*source);
            self.collect_list(value, from, elem)
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
            Expr::local(held)
        };
        let repr = self.cx.rep.repr(elem);
        let result = match key {
            Some(key) => {
                let (closure, key_ty) = self.key_closure(id, key, elem);
                let key_repr = self.cx.rep.repr(key_ty);
                if !self.is_ordered(&key_repr) {
                    self.unsupported_operation("this key");
                }
                let iter = items.method("iter", Vec::new());
                if self.catch == Catch::Uncaught && default.is_none() {
                    Expr::call(Path::RtIn("builtins", format!("{name}_by_key")), vec![iter, closure])
                } else {
                    let closure = if self.catch == Catch::Uncaught { wrap_ok(closure) } else { closure };
                    let call =
                        Expr::call(Path::RtIn("builtins", format!("try_{name}_by_key")), vec![iter, closure]);
                    let found = self.propagate(call);
                    return self.or_default(found, elem, default, name, to, block);
                }
            }
            None => {
                if !self.is_ordered(&repr) {
                    self.unsupported_operation(name);
                }
                let iter = items.method("iter", Vec::new());
                match default {
                    Some(_) => {
                        let call = Expr::call(Path::RtIn("builtins", format!("try_{name}")), vec![iter]);
                        let found = call.method("ok", Vec::new());
                        return self.or_default(found, elem, default, name, to, block);
                    }
                    None => self.raising_call("builtins", name, vec![iter]),
                }
            }
        };
        if block.stmts.is_empty() {
            return (result, elem);
        }
        block.tail = Some(Box::new(result));
        (Expr::Block(block), elem)
    }

    /// The `Some` of a search, or the default, or the error of an empty one.
    fn or_default(
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
                self.coerce(value, ty, to)
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

    fn any_all(&mut self, name: &str, source: ExprId) -> (Expr, TypeId) {
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
        self.for_each(source, &mut block, &mut |cx, item, item_ty, body| {
            entered = true;
            let test = cx.truth(item, item_ty);
            let test = if is_any { test } else { test.not() };
            let set = Expr::Assign(Box::new(Expr::local(target.clone())), Box::new(Expr::Bool(is_any)));
            let hit = Block { stmts: vec![Stmt::Expr(set), Stmt::Expr(Expr::Break(None, None))], tail: None };
            body.stmts.push(Stmt::Expr(Expr::If(Box::new(test), hit, None)));
        });
        if !entered && let Some(Stmt::Let { pat, .. }) = block.stmts.first_mut() {
            *pat = Pat::Bind(found.clone(), false);
        }
        block.tail = Some(Box::new(Expr::local(found)));
        (Expr::Block(block), bool_ty)
    }

    // ---- methods and rows

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

    fn method_row(&self, atom: &Atom, name: &str) -> Option<&'static Row> {
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
                        return (super::expr::str_literal(""), str_ty);
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
                    None => super::expr::str_literal(""),
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

    fn split(&mut self, receiver: Expr, name: &str, args: &[Arg]) -> (Expr, TypeId) {
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
    fn list_of(&mut self, elem: TypeId) -> TypeId {
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

    fn dict_method(
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

    fn set_method(
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
    fn row_call(
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

    fn row_emit(
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

    fn row_emit_at(
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
        let raises = !row.raises.is_empty();
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
    fn row_result(&mut self, row: &Row, receiver: Option<TypeId>) -> TypeId {
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

    fn row_argument(
        &mut self,
        value: Expr,
        ty: TypeId,
        param: &portalis_typeck::builtins::RowParam,
        (elem, value_ty): (TypeId, TypeId),
    ) -> Expr {
        let value = match &param.accept {
            TypeExpr::Word("int") => {
                let mut value = self.as_index(value, ty);
                super::expr::anchor(&mut value);
                value
            }
            TypeExpr::Word("float") => self.as_float(value, ty),
            TypeExpr::Word("bool") => self.truth(value, ty),
            TypeExpr::Elem => self.member_argument(value, ty, elem),
            TypeExpr::Value => self.coerce(value, ty, value_ty),
            TypeExpr::Union(_) if self.cx.rep.repr(ty) == Repr::Unit => return Expr::local("None"),
            TypeExpr::Union(options) if options.contains(&TypeExpr::Word("none")) => {
                // Text where there may be none: by reference.
                return super::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref());
            }
            TypeExpr::Word("str") if !param.by_ref => {
                return super::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref());
            }
            TypeExpr::Word("any") if self.cx.rep.repr(ty) == Repr::Str => {
                let text = super::compare::str_literal_text(&value)
                    .unwrap_or_else(|| value.method("as_str", Vec::new()));
                return Expr::call(Path::local("Some"), vec![text]);
            }
            _ => value,
        };
        if param.by_ref && matches!(param.accept, TypeExpr::Elem) {
            value.by_ref()
        } else if param.by_ref {
            super::compare::str_literal_text(&value).unwrap_or_else(|| value.by_ref())
        } else {
            value
        }
    }

    /// An argument that is looked for among elements.
    fn member_argument(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Expr {
        let (a, b) = (self.cx.rep.repr(ty), self.cx.rep.repr(elem));
        if a == b {
            return value;
        }
        let owned = self.owned(value, ty);
        self.coerce(owned, ty, elem)
    }

    /// An iterable argument, as an iterator of elements of the receiver's type.
    fn row_iterable(&mut self, value: ExprId, elem: TypeId) -> Expr {
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

/// `let name = value;`.
pub(crate) fn let_(name: &str, value: Expr) -> Stmt {
    Stmt::Let { pat: Pat::Bind(name.to_owned(), false), ty: None, init: Some(value) }
}

/// A closure whose body is wrapped in `Ok`.
fn wrap_ok(closure: Expr) -> Expr {
    match closure {
        Expr::Closure(closure) => {
            let body = super::raise::ok(*closure.body);
            Expr::Closure(Closure { body: Box::new(body), ..closure })
        }
        other => other,
    }
}

/// A default of the table as an expression.
fn literal(text: &'static str) -> Expr {
    match (text.parse::<i64>(), text.parse::<f64>()) {
        (Ok(n), _) if n < 0 => Expr::Unary(rir::UnOp::Neg, Box::new(Expr::Int(-n, None))),
        (Ok(n), _) => Expr::Int(n, None),
        (_, Ok(x)) => Expr::Float(x),
        _ => Expr::unit(),
    }
}

fn static_module(name: &str) -> &'static str {
    match name {
        "int" => "int",
        "float" => "float",
        "math" => "math",
        "sys" => "sys",
        _ => "builtins",
    }
}
