//! Exceptions of the program's classes and of the builtin ones: their arguments, and the markers that `except` looks for.

use portalis_hir::{Arg, Name};
use portalis_typeck::builtins::is_exception_subclass;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, ClassRef, TypeId};

use super::super::{Cx, FnCx};
use crate::represent::{ObjectId, Repr};
use crate::rir::{
    self, Arm, BinOp, Block, Expr, Fn, Impl, Item, Param, Pat, Path, Receiver, Stmt, Struct, Ty,
};

impl FnCx<'_, '_> {
    /// `ValueError(args)`.
    pub(crate) fn make_exception(&mut self, name: &Name, args: &[Arg]) -> Expr {
        let class = Expr::Path(Path::Exc(name.to_string()));
        if args.iter().any(|arg| matches!(arg, Arg::Star(_))) {
            return self.make_starred(name, args);
        }
        let values: Vec<_> = args.iter().map(Arg::value).collect();
        match values.as_slice() {
            [] => Expr::call(super::super::raise::exception_path("empty"), vec![class]),
            [one] => {
                let ty = self.type_of(*one);
                let mut value = self.place(*one);
                if self.cx.rep.repr(ty) == Repr::Str
                    && &**name != "KeyError"
                    && let Some(text) = super::super::compare::str_literal_text(&value)
                {
                    return Expr::call(super::super::raise::exception_path("new"), vec![class, text]);
                }
                super::super::expr::anchor(&mut value);
                Expr::call(super::super::raise::exception_path("with_arg"), vec![class, value.by_ref()])
            }
            many => {
                // The error number may say which class it is, and decides what is shown.
                let is_system = is_exception_subclass(name, "OSError") && (2..=5).contains(&many.len());
                let mut parts = Vec::new();
                for value in many {
                    let mut value = self.place(*value);
                    super::super::expr::anchor(&mut value);
                    parts.push(Expr::call(Path::RtIn("exc", "arg".to_owned()), vec![value.by_ref()]));
                }
                let class_ty = Ty::path(Path::Exc(name.to_string()));
                let from = if is_system { "from_errno" } else { "from_args" };
                let from = Expr::Generic(super::super::raise::exception_path(from), vec![class_ty]);
                Expr::Call(Box::new(from), vec![Expr::Vec(parts)])
            }
        }
    }

    /// An object of an exception class as the exception that travels.
    pub(crate) fn object_to_exception(&mut self, value: Expr) -> Expr {
        value.method("to_exception", Vec::new())
    }

    /// `ValueError(*args)`: how many there are only the run knows.
    fn make_starred(&mut self, name: &Name, args: &[Arg]) -> Expr {
        if is_exception_subclass(name, "OSError") {
            self.unsupported_operation("`*` into an `OSError`");
        }
        let held = self.temp("args");
        let mut block = Block::default();
        let arg_ty = Ty::Named(Path::local("Vec"), vec![Ty::path(Path::RtIn("exc", "Arg".to_owned()))]);
        let new = Expr::call(Path::local("Vec").assoc("new"), Vec::new());
        let pat = Pat::Bind(held.clone(), true);
        block.stmts.push(Stmt::Let { pat, ty: Some(arg_ty), init: Some(new) });
        let push = |value: Expr| {
            let arg = Expr::call(Path::RtIn("exc", "arg".to_owned()), vec![value.by_ref()]);
            Stmt::Expr(Expr::local(held.clone()).method("push", vec![arg]))
        };
        for arg in args {
            let atoms = self.cx.rep.atoms(self.type_of(arg.value()));
            match (arg, atoms.as_slice()) {
                // Each item is kept as what it is.
                (Arg::Star(values), [(_, Atom::Tuple(items))]) if !items.is_empty() => {
                    let value = self.value(*values);
                    let (pat, names) = self.tuple_pattern(items.len());
                    block.stmts.push(Stmt::Let { pat, ty: None, init: Some(value) });
                    block.stmts.extend(names.into_iter().map(|name| push(Expr::local(name))));
                }
                (Arg::Star(values), _) => self.for_each(*values, &mut block, &mut |_, item, _, body| {
                    body.stmts.push(push(item));
                }),
                (arg, _) => {
                    let mut value = self.place(arg.value());
                    super::super::expr::anchor(&mut value);
                    block.stmts.push(push(value));
                }
            }
        }
        let class = Ty::path(Path::Exc(name.to_string()));
        let from = Expr::Generic(super::super::raise::exception_path("from_args"), vec![class]);
        block.tail = Some(Box::new(Expr::Call(Box::new(from), vec![Expr::local(held)])));
        Expr::Block(block)
    }

    /// `error.args = value` of an instance of a builtin class, by a tuple.
    pub(crate) fn store_arguments(&mut self, error: Expr, value: Expr, ty: TypeId) -> Expr {
        let none = self.none_type();
        let mut block = Block::default();
        let error = match error {
            error @ Expr::Path(_) => error,
            error => self.hold_value("error", error, &mut block.stmts),
        };
        let value = self.owned(value, ty);
        let stored = self.dispatch(value, ty, none, &mut |cx, value, one, _| {
            let mut inside = Block::default();
            let (pat, names) = match cx.tuple_items(one).len() {
                0 => (Pat::Wild, Vec::new()),
                n => cx.tuple_pattern(n),
            };
            inside.stmts.push(Stmt::Let { pat, ty: None, init: Some(value) });
            let kept = |name: String| {
                Expr::call(Path::RtIn("exc", "arg".to_owned()), vec![Expr::local(name).by_ref()])
            };
            let args = Expr::Vec(names.into_iter().map(kept).collect());
            inside.tail = Some(Box::new(error.clone().method("set_args", vec![args])));
            (inside.into_expr(), none)
        });
        block.tail = Some(Box::new(stored));
        block.into_expr()
    }

    /// The values of `args` as the tuple that an exception keeps.
    pub(super) fn argument_tuple(&mut self, args: &[Arg], to: TypeId) -> Expr {
        if !args.iter().any(|arg| matches!(arg, Arg::Star(_))) {
            let types: Vec<TypeId> = args.iter().map(|arg| self.type_of(arg.value())).collect();
            let parts: Vec<Expr> = args.iter().map(|arg| self.value(arg.value())).collect();
            let from = self.of(Atom::Tuple(types.into()));
            return self.coerce(super::super::expr::tuple(parts), from, to);
        }
        let mut block = Block::default();
        let (mut parts, mut types) = (Vec::new(), Vec::new());
        for arg in args {
            let ty = self.type_of(arg.value());
            match (arg, self.cx.rep.atoms(ty).as_slice()) {
                (Arg::Star(values), [(_, Atom::Tuple(items))]) => {
                    let items = items.clone();
                    let value = self.value(*values);
                    let (pat, names) = self.tuple_pattern(items.len());
                    if items.is_empty() {
                        block.stmts.push(Stmt::Expr(crate::coerce::drop_value(value)));
                    } else {
                        block.stmts.push(Stmt::Let { pat, ty: None, init: Some(value) });
                    }
                    parts.extend(names.into_iter().map(Expr::local));
                    types.extend(items.iter().copied());
                }
                (Arg::Star(_), _) => self.unsupported_operation("`*` of any length into an exception"),
                (arg, _) => {
                    let name = self.temp("arg");
                    let value = self.value(arg.value());
                    block.stmts.push(super::super::builtin::let_(&name, value));
                    parts.push(Expr::local(name));
                    types.push(ty);
                }
            }
        }
        let from = self.of(Atom::Tuple(types.into()));
        let tuple = match parts.len() {
            0 => super::super::expr::empty_tuple(),
            _ => super::super::expr::tuple(parts),
        };
        let tuple = self.coerce(tuple, from, to);
        block.tail = Some(Box::new(tuple));
        Expr::Block(block)
    }

    /// `super().__init__(…)` and others of `object` and the builtin exceptions.
    pub(crate) fn super_builtin(
        &mut self,
        id: portalis_hir::ExprId,
        receiver: Expr,
        atom_id: portalis_typeck::ty::AtomId,
        name: &str,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let none = self.none_type();
        let receiver_ty = self.of_id(atom_id);
        let Repr::Object(object) = self.cx.rep.repr(receiver_ty) else { return (Expr::unit(), none) };
        let str_ty = self.of(Atom::Str);
        if let Some(base) = name.strip_prefix("super.__init__:").and_then(|number| number.parse().ok()) {
            let base = ClassRef(base);
            return self.call_generated_init(Node::Expr(id), base, (receiver, receiver_ty), args);
        }
        match name {
            "super.__init__" => {
                if let Some(fill) = self.fill_base_value(Node::Expr(id), object, receiver.clone(), args) {
                    return (fill, none);
                }
                let mut block = Block::default();
                let class = self.cx.rep.objects[object.0 as usize].class;
                let has_keywords = args.iter().any(|arg| matches!(arg, Arg::Keyword(..)));
                if self.cx.rep.is_exception_class(class) && has_keywords {
                    let name = self.cx.object_class_name(object);
                    return self.failing_call(args, &format!("{name}() takes no keyword arguments"));
                }
                if self.cx.rep.is_exception_class(class) && self.cx.has_field(object, "args") {
                    let cell = self.cx.rep.objects[object.0 as usize].cell;
                    let args_ty = self.object_field(cell, &"args".into());
                    let value = self.argument_tuple(args, args_ty);
                    let field = Expr::Field(Box::new(receiver), "args".to_owned());
                    block.stmts.push(Stmt::Expr(field.method("set", vec![value])));
                } else if self.cx.rep.is_exception_class(class) || self.cx.enumeration_of(object).is_some() {
                    for arg in args {
                        self.effect(arg.value(), &mut block);
                    }
                } else {
                    return self.object_init(args);
                }
                (Expr::Block(block), none)
            }
            "super.__str__" if self.cx.named_tuple(object).is_some() => {
                (Expr::call(Path::RtIn("show", "repr".to_owned()), vec![receiver.by_ref()]), str_ty)
            }
            "super.__repr__" if let Some(fields) = self.cx.named_tuple(object) => {
                (self.text_of_fields(object, &fields, receiver), str_ty)
            }
            "super.__str__" | "super.__repr__"
                if self.cx.rep.is_exception_class(self.cx.rep.objects[object.0 as usize].class) =>
            {
                let exception = receiver.method("to_plain_exception", Vec::new());
                let function = if name == "super.__str__" { "str" } else { "repr" };
                (Expr::call(Path::RtIn("show", function.to_owned()), vec![exception.by_ref()]), str_ty)
            }
            // `object.__hash__(self)`: that of its identity.
            "super.__hash__" if args.is_empty() && self.cx.leaves_hash_to_object(object) => {
                let id = receiver.method("id", Vec::new());
                let hash = Expr::call(Path::RtIn("hash", "of_address".to_owned()), vec![id]);
                (hash, self.of(Atom::Int))
            }
            _ => {
                self.unsupported_operation(name);
                (Expr::unit(), none)
            }
        }
    }
}

impl FnCx<'_, '_> {
    /// `super().__init__(args)` where `object` is next: it takes no arguments, which stars may hold all the same.
    fn object_init(&mut self, args: &[Arg]) -> (Expr, TypeId) {
        let message = "object.__init__() takes exactly one argument (the instance to initialize)";
        let none = self.none_type();
        match self.empty_stars(args, message) {
            Some(stmts) => (Expr::Block(Block { stmts, tail: None }), none),
            None => self.failing_call(args, message),
        }
    }

    /// The arguments of what takes none: stars that have to hold nothing; `None` where some argument always comes.
    pub(super) fn empty_stars(&mut self, args: &[Arg], message: &str) -> Option<Vec<Stmt>> {
        let mut block = Block::default();
        for arg in args {
            let value = match arg {
                Arg::Pos(_) | Arg::Keyword(..) => return None,
                Arg::Star(value) | Arg::DoubleStar(value) => *value,
            };
            let ty = self.type_of(value);
            let is_given = match self.cx.rep.repr(ty) {
                _ if let Some(spread) = self.spread_items(value) => is_any(Expr::local(spread.list)),
                Repr::Tuple(items) if !items.is_empty() => return None,
                Repr::Tuple(_) | Repr::Unit => {
                    self.effect(value, &mut block);
                    continue;
                }
                Repr::TupleVar(_) | Repr::List(_) | Repr::Dict(..) if self.elem_type(ty) == BOT => {
                    self.effect(value, &mut block);
                    continue;
                }
                Repr::TupleVar(_) | Repr::List(_) | Repr::Dict(..) => self.condition(value),
                _ if matches!(arg, Arg::Star(_)) && self.is_single(ty) => {
                    let elem = self.iteration_type(ty);
                    let items = self.value(value);
                    is_any(self.collect_list(items, ty, elem))
                }
                _ => {
                    self.unsupported_operation("arguments of a call that takes none");
                    continue;
                }
            };
            let fail =
                Block { stmts: vec![Stmt::Expr(self.throw_message("TypeError", message))], tail: None };
            block.stmts.push(Stmt::Expr(Expr::If(Box::new(is_given), fail, None)));
        }
        Some(block.stmts)
    }
}

/// Whether a list has items.
fn is_any(list: Expr) -> Expr {
    Expr::binary(BinOp::Ne, list.method("len", Vec::new()), Expr::Int(0, None))
}

impl Cx<'_> {
    /// The type that stands for a class of exceptions in tests; `None` of another class.
    pub(crate) fn exception_class_ty(&mut self, class: &Atom) -> Option<Ty> {
        match class {
            Atom::ExcClass(name) => Some(Ty::path(Path::Exc(name.to_string()))),
            Atom::Class(of) if self.rep.is_exception_class(*of) => {
                Some(Ty::local(self.exception_marker(*of)))
            }
            _ => None,
        }
    }

    /// The unit struct that stands for an exception class in `except`.
    pub(crate) fn exception_marker(&mut self, class: ClassRef) -> String {
        let definition = self.rep.inferred.classes[class.index()].class;
        format!("{}Class", self.module[definition].name)
    }

    /// `to_exception` (with the object) and `to_plain_exception` (its arguments alone).
    pub(super) fn exception_methods(&mut self, object: ObjectId) -> Vec<Fn> {
        let info = self.rep.objects[object.0 as usize].clone();
        let marker = self.exception_marker(info.class);
        let args = self.exception_args(object);
        let text = match self.trait_target(object, "__str__") {
            Some(target) => {
                let callee = self.callees[&target].clone();
                let call = Expr::local("object").method(callee.name, Vec::new());
                let is_never = self.rep.inferred.insts[target.index()].ret == BOT;
                let text = match (self.is_fallible(target), is_never) {
                    (true, true) => {
                        let stmts = vec![Stmt::Expr(super::traits::hidden(call))];
                        let none = Expr::call(Path::local("String").assoc("new"), Vec::new());
                        Expr::Block(Block { stmts, tail: Some(Box::new(none)) })
                    }
                    (true, false) => super::traits::hidden(call)
                        .method("unwrap_or_default", Vec::new())
                        .method("to_string", Vec::new()),
                    (false, true) => crate::coerce::after(call, Expr::Unreachable("it always raises")),
                    (false, false) => call.method("to_string", Vec::new()),
                };
                let closure =
                    rir::Closure { params: Vec::new(), ret: None, body: Box::new(text), is_move: true };
                let boxed = Expr::call(Path::local("Box").assoc("new"), vec![Expr::Closure(closure)]);
                Expr::call(Path::local("Some"), vec![boxed])
            }
            None => Expr::local("None"),
        };
        let from = Expr::Generic(
            super::super::raise::exception_path("from_object"),
            vec![Ty::local(marker.clone())],
        );
        let make = Expr::Call(Box::new(from), vec![args.clone(), Expr::local("self").cloned(), text.clone()]);
        let make = match self.links_of(object) {
            Some(links) => {
                let links = Expr::Field(Box::new(Expr::local("self")), links.to_owned());
                make.method("linked", vec![links.by_ref()])
            }
            None => make,
        };
        let mut stmts = Vec::new();
        if !matches!(text, Expr::Path(_)) {
            stmts.push(super::super::builtin::let_("object", Expr::local("self").cloned()));
        }
        let plain = Expr::Generic(super::super::raise::exception_path("from_args"), vec![Ty::local(marker)]);
        let method = |name: &str, body: Block| Fn {
            name: name.to_owned(),
            doc: None,
            is_pub: true,
            receiver: Receiver::Ref,
            params: Vec::new(),
            ret: Some(Ty::rt("Exception")),
            body,
            expects: Vec::new(),
        };
        vec![
            method("to_exception", Block { stmts, tail: Some(Box::new(make)) }),
            method("to_plain_exception", Block::of(Expr::Call(Box::new(plain), vec![args]))),
        ]
    }

    /// The `args` of an exception object, as the runtime takes them.
    pub(super) fn exception_args(&mut self, object: ObjectId) -> Expr {
        let cell = self.rep.objects[object.0 as usize].cell;
        let ty = self.rep.inferred.cells[cell.index()].attribute("args");
        let field = Expr::Field(Box::new(Expr::local("self")), "args".to_owned()).method("get", Vec::new());
        match self.rep.repr(ty) {
            Repr::Tuple(items) if !items.is_empty() => {
                let (pat, args) = tuple_args(items.len());
                crate::coerce::destructure(pat, field, args)
            }
            // Tuples of several lengths: one arm each.
            Repr::Union(id) => {
                let info = self.rep.unions[id.0 as usize].clone();
                let arms = info.variants.iter().map(|variant| {
                    let (inner, body) = match &variant.repr {
                        Repr::Tuple(items) => tuple_args(items.len()),
                        _ => (Pat::Wild, Expr::Vec(Vec::new())),
                    };
                    Arm {
                        pat: super::super::union::variant_pat(&info.name, variant, inner),
                        guard: None,
                        body,
                    }
                });
                Expr::Match(Box::new(field), arms.collect())
            }
            Repr::TupleVar(_) => {
                let arg = Expr::call(Path::RtIn("exc", "arg".to_owned()), vec![Expr::local("arg").by_ref()]);
                let closure = rir::Closure {
                    params: vec![(Pat::Bind("arg".to_owned(), false), None)],
                    ret: None,
                    body: Box::new(arg),
                    is_move: false,
                };
                let mapped = field.method("iter", Vec::new()).method("map", vec![Expr::Closure(closure)]);
                mapped.method("collect", Vec::new())
            }
            _ => Expr::Vec(Vec::new()),
        }
    }

    pub(super) fn emit_markers(&mut self, items: &mut Vec<Item>) {
        let mut seen = Vec::new();
        for i in 0..self.rep.inferred.classes.len() {
            let class = ClassRef(i as u32);
            if !self.rep.is_exception_class(class) {
                continue;
            }
            let marker = self.exception_marker(class);
            if seen.contains(&marker) {
                continue;
            }
            seen.push(marker.clone());
            let info = &self.rep.inferred.classes[i];
            let mut builtins = info.builtin_bases.clone();
            let mut bases: Vec<ClassRef> =
                info.mro[1..].iter().copied().filter(|&base| self.rep.is_exception_class(base)).collect();
            let base = if bases.is_empty() {
                Ty::path(Path::Exc(builtins.remove(0).to_string()))
            } else {
                let first = bases.remove(0);
                let known = self.rep.inferred.classes[first.index()].clone();
                bases.retain(|base| !known.mro.contains(base));
                builtins.retain(|name| !known.builtin_bases.contains(name));
                Ty::local(self.exception_marker(first))
            };
            let mut others: Vec<Ty> =
                bases.into_iter().map(|base| Ty::local(self.exception_marker(base))).collect();
            others.extend(builtins.into_iter().map(|name| Ty::path(Path::Exc(name.to_string()))));
            let definition = self.rep.inferred.classes[i].class;
            let class = &self.module[definition];
            let name = class.name.to_string();
            // A class of the library is known by its module.
            let full = match &class.module {
                Some(module) if &**module == "builtins" => class.qualname.to_string(),
                Some(module) => format!("{module}.{}", class.qualname),
                None => class.qualname.to_string(),
            };
            let static_str = Ty::RefStatic(Box::new(Ty::local("str")));
            let mut consts = vec![("NAME".to_owned(), static_str, Expr::Str(full))];
            if class.module.is_some() {
                consts.push(("BUILTIN".to_owned(), Ty::local("bool"), Expr::Bool(true)));
            }
            items.push(Item::Struct(Struct {
                name: marker.clone(),
                doc: Some(format!("The class `{name}` itself.")),
                derives: Vec::new(),
                fields: Vec::new(),
            }));
            items.push(Item::Impl(Impl {
                of: Some((Path::Rt("Class"), Vec::new())),
                ty: Ty::local(marker),
                assoc_types: vec![("Base", base)],
                // Tracebacks show it whole, everything else its last part.
                consts,
                fns: is_also(others).into_iter().collect(),
            }));
        }
    }
}

/// A pattern for a tuple of `n`, and its items as arguments of an exception.
fn tuple_args(n: usize) -> (Pat, Expr) {
    let names: Vec<String> = (0..n).map(|i| format!("arg_{i}")).collect();
    let pat = Pat::Tuple(names.iter().map(|name| Pat::Bind(name.clone(), false)).collect());
    let arg =
        |name: String| Expr::call(Path::RtIn("exc", "arg".to_owned()), vec![Expr::local(name).by_ref()]);
    (pat, Expr::Vec(names.into_iter().map(arg).collect()))
}

/// `fn is_also(id: TypeId) -> bool`, for the bases of a class beside its first.
fn is_also(others: Vec<Ty>) -> Option<Fn> {
    let derives = |class: Ty| {
        let path = Path::RtIn("exc", "derives".to_owned());
        Expr::Call(Box::new(Expr::Generic(path, vec![class])), vec![Expr::local("id")])
    };
    let any = others.into_iter().map(derives).reduce(|any, one| Expr::binary(BinOp::Or, any, one))?;
    Some(Fn {
        name: "is_also".to_owned(),
        doc: None,
        is_pub: false,
        receiver: Receiver::None,
        params: vec![Param {
            name: "id".to_owned(),
            is_mut: false,
            ty: Ty::path(Path::Std("std::any::TypeId")),
        }],
        ret: Some(Ty::local("bool")),
        body: Block::of(any),
        expects: Vec::new(),
    })
}
