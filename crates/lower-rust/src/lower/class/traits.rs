//! The traits that the runtime asks for: representation, equality, hash, truth, format.

use portalis_hir::{ExprKind, FuncId, StmtKind};
use portalis_typeck::cell::Field;
use portalis_typeck::solve::Dataclass;
use portalis_typeck::ty::{Atom, BOT, InstId, TypeId};

use super::super::Cx;
use crate::names::ident;
use crate::represent::{ObjectId, Repr};
use crate::rir::{self, Arm, BinOp, Block, Expr, Fn, Impl, Item, Param, Pat, Path, Receiver, Stmt, Ty};

impl Cx<'_> {
    pub(super) fn emit_traits(&mut self, object: ObjectId, items: &mut Vec<Item>) {
        let info = self.rep.objects[object.0 as usize].clone();
        let ty = Ty::local(info.name.clone());
        if let Some(base) = self.base_value(object) {
            self.emit_base_traits(object, base, &ty, items);
            return;
        }
        let dataclass = self.dataclass(object);
        if self.is_plain_object(object) {
            let definition = self.rep.inferred.classes[info.class.index()].class;
            let shown = format!("{}.{}", self.module.name, self.module[definition].qualname);
            items.push(Item::Macro { path: "object", args: vec![ty.clone()], text: Some(shown) });
            self.emit_order(object, &ty, items);
            return;
        }
        items.push(self.repr_impl(object));
        let own_eq = self.trait_target(object, "__eq__");
        let defines_eq = self.class_defines(object, "__eq__");
        let data_eq = dataclass.as_ref().is_some_and(|dataclass| dataclass.eq);
        let defines_hash = self.class_defines(object, "__hash__");
        if !defines_eq && !data_eq && !self.decides_truth_of(object) && !defines_hash {
            items.push(Item::Macro { path: "identity", args: vec![ty.clone()], text: None });
        } else {
            let eq = match own_eq {
                Some(target) => {
                    let equal = self.call_trait(target, Expr::local("other"));
                    // Containers take an object for equal to itself without asking it.
                    let is = Expr::local("self").method("is", vec![Expr::local("other")]);
                    if self.shows_its_equality(object) { Expr::binary(BinOp::Or, is, equal) } else { equal }
                }
                None if data_eq && !defines_eq => self.dataclass_eq(object),
                None => Expr::local("self").method("is", vec![Expr::local("other")]),
            };
            items.push(eq_impl(&ty, eq));
            let hash = match self.trait_target(object, "__hash__") {
                Some(target) => self.own_hash(target),
                None if dataclass.as_ref().is_some_and(Dataclass::hashes)
                    && self.unhashable_field(object).is_none() =>
                {
                    let fields = self.dataclass_values(object, "self");
                    hash_of_fields(fields)
                }
                None if self.is_unhashable(object) => {
                    let name = match self.unhashable_field(object) {
                        Some(part) if dataclass.as_ref().is_some_and(Dataclass::hashes) => part.to_owned(),
                        _ => {
                            self.module[self.rep.inferred.classes[info.class.index()].class].name.to_string()
                        }
                    };
                    unhashable(&name)
                }
                None => Expr::call(
                    Path::RtIn("hash", "of_address".to_owned()),
                    vec![Expr::local("self").method("id", Vec::new())],
                ),
            };
            items.push(trait_impl(Path::Rt("PyHash"), &ty, "py_hash", Vec::new(), Ty::local("i64"), hash));
            let truth = self.truth_body(object);
            items.push(trait_impl(Path::Rt("Truth"), &ty, "truth", Vec::new(), Ty::local("bool"), truth));
        }
        self.emit_order(object, &ty, items);
        items.push(self.format_impl(object, &ty));
    }

    /// Whether a class has no text, equality, hash, truth or format of its own.
    fn is_plain_object(&mut self, object: ObjectId) -> bool {
        let class = self.rep.objects[object.0 as usize].class;
        let by_hand = ["__repr__", "__str__", "__format__", "__eq__", "__hash__", "__bool__", "__len__"];
        !self.rep.is_exception_class(class)
            && self.dataclass(object).is_none()
            && by_hand.iter().all(|method| !self.class_defines(object, method))
    }

    /// Whether a class has `__eq__` and no `__hash__`, of its own or from a container that it derives from.
    pub(crate) fn is_unhashable(&mut self, object: ObjectId) -> bool {
        if self.is_container(object) {
            return self.trait_target(object, "__hash__").is_none();
        }
        let dataclass = self.dataclass(object);
        let data_eq = dataclass.as_ref().is_some_and(|dataclass| dataclass.eq);
        let data_hash =
            dataclass.as_ref().is_some_and(Dataclass::hashes) && self.unhashable_field(object).is_none();
        (self.class_defines(object, "__eq__") || data_eq)
            && !data_hash
            && self.trait_target(object, "__hash__").is_none()
            && self.base_value(object).is_none()
            && self.enumeration_of(object).is_none()
    }

    /// Whether `super().__hash__()` in a class is that of `object`: no class that it derives from has another, or none.
    pub(super) fn leaves_hash_to_object(&self, object: ObjectId) -> bool {
        let inferred = &self.rep.inferred;
        let class = self.rep.objects[object.0 as usize].class;
        inferred.classes[class.index()].mro.iter().all(|base| {
            let info = &inferred.classes[base.index()];
            let defines =
                |name: &str| inferred.cells[info.attrs.index()].get(&Field::Attr(name.into())) != BOT;
            let is_plain =
                info.dataclass.is_none() && info.base_value.is_none() && info.enumeration.is_none();
            is_plain && (defines("__hash__") || !defines("__eq__"))
        })
    }

    /// `type(object).__name__`.
    pub(crate) fn object_class_name(&self, object: ObjectId) -> String {
        let class = self.rep.objects[object.0 as usize].class;
        self.module[self.rep.inferred.classes[class.index()].class].name.to_string()
    }

    /// `format(object, spec)`: `object.__format__`, which takes the empty spec only.
    pub(super) fn format_impl(&mut self, object: ObjectId, ty: &Ty) -> Item {
        let name = self.object_class_name(object);
        match self.trait_target(object, "__format__") {
            Some(target) => {
                let format = self.own_format_body(target);
                self.py_format(object, ty, format, None)
            }
            None => Item::Macro { path: "format_object", args: vec![ty.clone()], text: Some(name) },
        }
    }

    /// `impl PyFormat`: what `format` gives, and the number that it is, if it is one.
    pub(super) fn py_format(&self, object: ObjectId, ty: &Ty, format: Expr, number: Option<Expr>) -> Item {
        let name = self.object_class_name(object);
        let spec = Param { name: "spec".to_owned(), is_mut: false, ty: Ty::Ref(Box::new(Ty::local("str"))) };
        let text = Ty::local("String").result();
        let static_str = Ty::RefStatic(Box::new(Ty::local("str")));
        let mut fns = vec![
            trait_fn("try_format", vec![spec], text, format),
            trait_fn("class_name", Vec::new(), static_str, Expr::Str(name)),
        ];
        let maybe_number = Ty::Named(Path::local("Option"), vec![Ty::rt("Num")]);
        fns.extend(number.map(|number| trait_fn("as_num", Vec::new(), maybe_number, number)));
        Item::Impl(Impl {
            of: Some((Path::Rt("PyFormat"), Vec::new())),
            ty: ty.clone(),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns,
        })
    }

    /// `Ok(self.__format__(Str::from(spec)).to_string())`.
    fn own_format_body(&mut self, target: InstId) -> Expr {
        let spec = Expr::call(Path::Rt("Str").assoc("from"), vec![Expr::local("spec")]);
        let mut args = vec![spec];
        args.extend(self.left_to_defaults(target, 1));
        let call = self.call_special(target, Expr::local("self"), args);
        let call = if self.is_fallible(target) { call.tried() } else { call };
        super::super::raise::ok(call.method("to_string", Vec::new()))
    }

    pub(super) fn decides_truth_of(&self, object: ObjectId) -> bool {
        self.class_defines(object, "__bool__") || self.class_defines(object, "__len__")
    }

    pub(super) fn truth_body(&mut self, object: ObjectId) -> Expr {
        for method in ["__bool__", "__len__"] {
            if let Some(target) = self.trait_target(object, method) {
                let call = self.call_trait_plain(target, Expr::Bool(true));
                let ret = self.rep.inferred.insts[target.index()].ret;
                return match self.rep.repr(ret) {
                    Repr::I64 if method == "__len__" && self.may_be_negative(ret) => {
                        Expr::call(Path::RtIn("truth", "is_size".to_owned()), vec![call])
                    }
                    Repr::Big if method == "__len__" => {
                        let narrow = call.method("narrow", Vec::new());
                        Expr::call(Path::RtIn("truth", "is_size".to_owned()), vec![narrow])
                    }
                    Repr::Bool | Repr::Never => call,
                    Repr::I64 => Expr::binary(BinOp::Ne, call, Expr::Int(0, None)),
                    _ => Expr::call(Path::RtIn("truth", "truth".to_owned()), vec![call.by_ref()]),
                };
            }
        }
        if self.decides_truth_of(object) {
            return Expr::Unreachable("a truth that nothing asks for");
        }
        Expr::Bool(true)
    }

    /// Whether an answer of `__len__` may be one that Python raises `ValueError` for.
    pub(crate) fn may_be_negative(&self, ty: TypeId) -> bool {
        self.rep.atoms(ty).iter().any(|(_, atom)| matches!(atom, Atom::Int | Atom::BigInt))
    }

    /// A special method without arguments; where it raises, a trait gives any value (`exc::hidden`), and `otherwise` where
    /// it always does.
    pub(super) fn call_trait_plain(&mut self, target: InstId, otherwise: Expr) -> Expr {
        let defaults = self.left_to_defaults(target, 0);
        let call = self.call_special(target, Expr::local("self"), defaults);
        let never = self.rep.inferred.insts[target.index()].ret == BOT;
        match (self.is_fallible(target), never) {
            (true, true) => {
                let hide = Stmt::Let { pat: Pat::Wild, ty: None, init: Some(hidden(call)) };
                Expr::Block(Block { stmts: vec![hide], tail: Some(Box::new(otherwise)) })
            }
            (true, false) => hidden(call).method("unwrap_or_default", Vec::new()),
            (false, true) => super::super::expr::dead_value(call),
            (false, false) => call,
        }
    }

    /// The hash that a `__hash__` of the program answers.
    pub(super) fn own_hash(&mut self, target: InstId) -> Expr {
        let call = self.call_trait_plain(target, Expr::Int(0, None));
        let inst = &self.rep.inferred.insts[target.index()];
        let (func, ret) = (inst.func, inst.ret);
        match self.rep.repr(ret) {
            Repr::Big => Expr::call(Path::RtIn("hash", "answered_big".to_owned()), vec![call.by_ref()]),
            Repr::Bool => Expr::call(Path::local("i64").assoc("from"), vec![call]),
            Repr::I64 if !self.answers_a_hash(func) => {
                Expr::call(Path::RtIn("hash", "answered".to_owned()), vec![call])
            }
            _ => call,
        }
    }

    /// Whether a function returns what `hash(…)` gives, or a constant: nothing that is no hash.
    fn answers_a_hash(&self, func: FuncId) -> bool {
        let mut is_hash = true;
        portalis_hir::visit::for_each_stmt(self.module, &self.module[func].body, &mut |stmt| {
            if let StmtKind::Return(Some(value)) = self.module[stmt].kind {
                is_hash &= match &self.module[value].kind {
                    ExprKind::Int(_) => true,
                    ExprKind::Call { callee, .. } => {
                        matches!(&self.module[*callee].kind, ExprKind::Builtin(name) if matches!(&**name, "hash" | "id" | "len" | "ord"))
                    }
                    _ => false,
                };
            }
        });
        is_hash
    }

    /// A special method with another object, coerced to its parameter; truth of the answer.
    pub(super) fn call_trait(&mut self, target: InstId, other: Expr) -> Expr {
        let data = &self.rep.inferred.insts[target.index()];
        let own = data.params.first().copied().unwrap_or(BOT);
        let to = data.params.get(1).copied().unwrap_or(BOT);
        let value = self.widen_object(other.cloned(), own, to);
        let same = Expr::local("self").method("is", vec![Expr::local("other")]);
        self.call_trait_with(target, Expr::local("self"), value, same)
    }

    /// The same with the other operand as the parameter has it; `same` answers for `NotImplemented`.
    pub(crate) fn call_trait_with(
        &mut self,
        target: InstId,
        receiver: Expr,
        other: Expr,
        same: Expr,
    ) -> Expr {
        let data = self.rep.inferred.insts[target.index()].clone();
        let to = data.params.get(1).copied().unwrap_or(BOT);
        let static_param = matches!(self.rep.repr(to), Repr::Static | Repr::Never);
        let mut args = if static_param { Vec::new() } else { vec![other] };
        args.extend(self.left_to_defaults(target, 1));
        let call = self.call_special(target, receiver, args);
        let is_fallible = self.is_fallible(target);
        let call = match self.rep.repr(data.ret) {
            Repr::Bool | Repr::I64 if is_fallible => hidden(call).method("unwrap_or_default", Vec::new()),
            _ if is_fallible => {
                // The traits that ask all answer with a `bool`.
                let no = Block {
                    stmts: vec![Stmt::Expr(Expr::Return(Some(Box::new(Expr::Bool(false)))))],
                    tail: None,
                };
                let pat = Pat::Call(Path::local("Some"), vec![Pat::Bind("answer".to_owned(), false)]);
                let get = Stmt::LetElse(pat, Box::new(hidden(call)), no);
                Expr::Block(Block { stmts: vec![get], tail: Some(Box::new(Expr::local("answer"))) })
            }
            _ => call,
        };
        match self.rep.repr(data.ret) {
            Repr::Bool => call,
            // `NotImplemented`: identity decides.
            Repr::Static => crate::coerce::after(call, same),
            Repr::Union(id) => {
                let info = self.rep.unions[id.0 as usize].clone();
                let arms = info
                    .variants
                    .iter()
                    .map(|variant| {
                        let path = Path::local(info.name.clone()).assoc(variant.name.clone());
                        let bind = || Pat::Bind("answer".to_owned(), false);
                        match variant.repr {
                            Repr::Bool => Arm {
                                pat: Pat::Call(path, vec![bind()]),
                                guard: None,
                                body: Expr::local("answer"),
                            },
                            Repr::Static => Arm { pat: Pat::Path(path), guard: None, body: same.clone() },
                            _ => Arm {
                                pat: Pat::Call(path, vec![bind()]),
                                guard: None,
                                body: Expr::call(
                                    Path::RtIn("truth", "truth".to_owned()),
                                    vec![Expr::local("answer").by_ref()],
                                ),
                            },
                        }
                    })
                    .collect();
                Expr::Match(Box::new(call), arms)
            }
            _ => Expr::call(Path::RtIn("truth", "truth".to_owned()), vec![call.by_ref()]),
        }
    }

    /// An object as a parameter of its own type, an option or a union with it.
    pub(super) fn widen_object(&mut self, value: Expr, from: TypeId, to: TypeId) -> Expr {
        let (a, b) = (self.rep.repr(from), self.rep.repr(to));
        if a == b {
            return value;
        }
        match b {
            Repr::Option(_) => {
                let rest = self.rep.without_none(to);
                let inner = self.widen_object(value, from, rest);
                Expr::call(Path::local("Some"), vec![inner])
            }
            Repr::Union(id) => {
                let info = self.rep.unions[id.0 as usize].clone();
                match info.variants.iter().find(|variant| variant.repr == a) {
                    Some(variant) => {
                        Expr::call(Path::local(info.name.clone()).assoc(variant.name.clone()), vec![value])
                    }
                    None => value,
                }
            }
            Repr::Exception => value.method("to_exception", Vec::new()),
            _ => value,
        }
    }

    pub(super) fn repr_impl(&mut self, object: ObjectId) -> Item {
        let info = self.rep.objects[object.0 as usize].clone();
        let definition = self.rep.inferred.classes[info.class.index()].class;
        let qualname = self.module[definition].qualname.to_string();
        let name = self.module[definition].name.to_string();
        let is_exception = self.rep.is_exception_class(info.class);
        let write = |text: &str, args: Vec<Expr>| Expr::Format {
            name: "write",
            first: Some(Box::new(Expr::local("f"))),
            text: text.to_owned(),
            args,
        };
        let repr = match self.trait_target(object, "__repr__") {
            Some(target) => self.show_method(target),
            None => {
                let dataclass = self.dataclass(object).filter(|dataclass| dataclass.repr);
                match dataclass {
                    Some(dataclass) if !self.class_defines(object, "__repr__") => {
                        let shown = if dataclass.is_tuple { name } else { qualname };
                        let mut text = format!("{shown}(");
                        let mut args = Vec::new();
                        let shown_fields =
                            dataclass.fields.iter().filter(|(name, _)| !dataclass.not_in_repr.contains(name));
                        for (i, (name, _)) in shown_fields.enumerate() {
                            let comma = if i > 0 { ", " } else { "" };
                            text.push_str(&format!("{comma}{name}={{:?}}"));
                            let value = if self.has_field(object, name) {
                                Expr::Field(Box::new(Expr::local("self")), ident(name))
                                    .method("get", Vec::new())
                            } else {
                                Expr::unit()
                            };
                            args.push(Expr::call(Path::Rt("py"), vec![value.by_ref()]));
                        }
                        text.push(')');
                        let shown = write(&text, args);
                        if self.may_hold_itself(object) { Self::shown_once(shown) } else { shown }
                    }
                    _ if is_exception => write(
                        "{:?}",
                        vec![Expr::call(
                            Path::Rt("py"),
                            vec![Expr::local("self").method("to_plain_exception", Vec::new()).by_ref()],
                        )],
                    ),
                    _ => write(
                        &format!("<{}.{qualname} object at 0x{{:012x}}>", self.module.name),
                        vec![Expr::local("self").method("id", Vec::new())],
                    ),
                }
            }
        };
        let mut fns = vec![fmt_fn("repr", repr)];
        if let Some(target) = self.trait_target(object, "__str__") {
            let show = self.show_method(target);
            fns.push(fmt_fn("str", show));
        } else if is_exception {
            fns.push(fmt_fn(
                "str",
                write(
                    "{}",
                    vec![Expr::call(
                        Path::Rt("py"),
                        vec![Expr::local("self").method("to_plain_exception", Vec::new()).by_ref()],
                    )],
                ),
            ));
        }
        Item::Impl(Impl {
            of: Some((Path::Rt("Repr"), Vec::new())),
            ty: Ty::local(info.name),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns,
        })
    }

    /// Writes what `__repr__` or `__str__` returns; what it raises goes to whoever prints.
    pub(super) fn show_method(&mut self, target: InstId) -> Expr {
        let defaults = self.left_to_defaults(target, 0);
        let call = self.call_special(target, Expr::local("self"), defaults);
        let ret = self.rep.inferred.insts[target.index()].ret;
        let pad = |text: Expr| Expr::local("f").method("pad", vec![text.by_ref()]);
        if self.is_fallible(target) && ret == BOT {
            let hide = Stmt::Let { pat: Pat::Wild, ty: None, init: Some(hidden(call)) };
            let done = super::super::raise::ok(Expr::unit());
            return Expr::Block(Block { stmts: vec![hide], tail: Some(Box::new(done)) });
        }
        if self.is_fallible(target) {
            let arms = vec![
                Arm {
                    pat: Pat::Call(Path::local("Some"), vec![Pat::Bind("text".to_owned(), false)]),
                    guard: None,
                    body: pad(Expr::local("text")),
                },
                Arm {
                    pat: Pat::Path(Path::local("None")),
                    guard: None,
                    body: super::super::raise::ok(Expr::unit()),
                },
            ];
            return Expr::Match(Box::new(hidden(call)), arms);
        }
        if self.rep.repr(ret) == Repr::Str {
            return pad(call);
        }
        let message = "__repr__ returned non-string";
        let fail = Expr::call(
            Path::RtIn("output", "fail".to_owned()),
            vec![Expr::call(Path::RtIn("exc", "type_error".to_owned()), vec![Expr::Str(message.to_owned())])],
        );
        crate::coerce::after(call, fail)
    }
}

impl Cx<'_> {
    /// Whether the `__eq__` of an object shows that it is called, or may say that an object differs from itself.
    pub(crate) fn shows_its_equality(&self, object: ObjectId) -> bool {
        self.shows(object, "__eq__")
    }

    /// The same of the order of objects.
    pub(crate) fn shows_order(&self, repr: &Repr) -> bool {
        matches!(repr, Repr::Object(object) if ["__lt__", "__gt__"].into_iter().any(|name| self.shows(*object, name)))
    }

    fn shows(&self, object: ObjectId, method: &str) -> bool {
        let class = self.rep.objects[object.0 as usize].class;
        let inferred = &self.rep.inferred;
        let mut found = inferred.classes[class.index()].mro.iter().map(|base| {
            let attrs = inferred.classes[base.index()].attrs;
            inferred.cells[attrs.index()].attribute(method)
        });
        let ty = found.find(|&ty| ty != BOT).unwrap_or(BOT);
        inferred.types.atoms(ty).any(|atom| match atom {
            Atom::Func(func, _) => self.shows_call(*func),
            _ => false,
        })
    }

    fn shows_call(&self, func: FuncId) -> bool {
        let ends_in_false = matches!(
            self.module[func].body.last().map(|&last| &self.module[last].kind),
            Some(StmtKind::Return(Some(value))) if matches!(self.module[*value].kind, ExprKind::Bool(false))
        );
        ends_in_false || self.says_write(func) || self.says_raise(func) || self.says_change(func)
    }
}

/// `exc::hidden(|| call)`.
pub(super) fn hidden(call: Expr) -> Expr {
    let closure = rir::Closure { params: Vec::new(), ret: None, body: Box::new(call), is_move: false };
    Expr::call(Path::RtIn("exc", "hidden".to_owned()), vec![Expr::Closure(closure)])
}

/// What `py_hash` gives for a `class` without a hash.
pub(crate) fn unhashable(class: &str) -> Expr {
    let message = Expr::Str(format!("unhashable type: '{class}'"));
    let error = Expr::call(Path::RtIn("exc", "type_error".to_owned()), vec![message]);
    Expr::call(Path::RtIn("exc", "hide".to_owned()), vec![error, Expr::Int(0, None)])
}

/// `impl Trait for Ty { fn name(&self, params) -> ret { body } }`.
pub(crate) fn trait_impl(of: Path, ty: &Ty, name: &str, params: Vec<Param>, ret: Ty, body: Expr) -> Item {
    Item::Impl(Impl {
        of: Some((of, Vec::new())),
        ty: ty.clone(),
        assoc_types: Vec::new(),
        consts: Vec::new(),
        fns: vec![trait_fn(name, params, ret, body)],
    })
}

/// `fn name(&self, params) -> ret { body }`.
pub(crate) fn trait_fn(name: &str, params: Vec<Param>, ret: Ty, body: Expr) -> Fn {
    Fn {
        name: name.to_owned(),
        doc: None,
        is_pub: false,
        receiver: Receiver::Ref,
        params,
        ret: Some(ret),
        body: Block::of(body),
        expects: Vec::new(),
    }
}

pub(crate) fn eq_impl(ty: &Ty, body: Expr) -> Item {
    let other = Param { name: "other".to_owned(), is_mut: false, ty: Ty::Ref(Box::new(Ty::SelfTy)) };
    trait_impl(Path::local("PartialEq"), ty, "eq", vec![other], Ty::local("bool"), body)
}

/// `fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result`.
pub(crate) fn fmt_fn(name: &str, body: Expr) -> Fn {
    let formatter = Ty::RefMut(Box::new(Ty::path(Path::Std("std::fmt::Formatter"))));
    let f = Param { name: "f".to_owned(), is_mut: false, ty: formatter };
    trait_fn(name, vec![f], Ty::path(Path::Std("std::fmt::Result")), body)
}

/// The hash of a tuple of `fields`; one of more than twelve is no tuple of Rust's that has traits.
pub(crate) fn hash_of_fields(fields: Vec<Expr>) -> Expr {
    let of = |value: Expr| Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![value.by_ref()]);
    if fields.len() <= portalis_typeck::ty::MAX_TUPLE_ITEMS {
        return of(super::super::expr::tuple(fields));
    }
    let hashes = Expr::Array(fields.into_iter().map(of).collect()).by_ref();
    Expr::call(Path::RtIn("hash", "of_items".to_owned()), vec![hashes])
}
