//! Attributes: fields of objects, methods, properties, attributes of classes and modules.

use portalis_diag::Span;
use portalis_hir::{ExprId, ExprKind, Name, StmtKind};

use super::{Env, Walk};
use crate::accessors;
use crate::builtins::raised::EXCEPTION_CLASS;
use crate::builtins::{
    Shape, class_has_attribute, enum_has_attribute, exception_has_attribute, is_exception_subclass,
    operator_of_class, python_has_attribute, special_names,
};
use crate::cell::{Field, Node};
use crate::diagnostics;
use crate::slots::closed_slots;
use crate::ty::{Atom, AtomId, BOT, ClassRef, Kind, TypeId};

/// What a class says of itself, and nothing else may.
const OF_CLASSES: &[&str] =
    &["__name__", "__qualname__", "__module__", "__class__", "__dict__", "__bases__", "__base__", "__mro__"];

impl Walk<'_, '_> {
    /// `object.name`, where `object` is the value of `value`.
    pub(crate) fn load_attribute(
        &mut self,
        node: Node,
        value: ExprId,
        object: TypeId,
        name: &Name,
        span: Span,
        env: &mut Env,
    ) -> TypeId {
        let path = self.path(value).map(|(root, mut attrs)| {
            attrs.push(name.clone());
            (root, attrs)
        });
        // A property may answer differently the next time.
        let is_computed = self
            .atoms(object)
            .iter()
            .any(|(_, atom)| matches!(atom, Atom::Obj(class, _) if self.has_property(*class, name)));
        if let Some(path) = &path
            && let Some(&narrowed) = env.paths.get(path)
            && !is_computed
        {
            return narrowed;
        }
        let mut joined = BOT;
        for (id, atom) in self.atoms(object) {
            let ty = self.attribute_of(node, id, &atom, name, span);
            joined = self.join(joined, ty);
        }
        joined
    }

    /// The attribute of one kind of value; ⊥ where it has none.
    pub(crate) fn attribute_of(
        &mut self,
        node: Node,
        id: AtomId,
        atom: &Atom,
        name: &Name,
        span: Span,
    ) -> TypeId {
        // What stands for `__dict__` where it is only looked at.
        if &**name == "_instance_dict_" && !matches!(atom, Atom::Obj(..) | Atom::Super(..) | Atom::Unknown) {
            let type_name = self.type_name(id);
            self.s.report(diagnostics::unsupported_attribute(span, &type_name, "__dict__"));
            return self.of(Atom::Unknown);
        }
        match atom {
            Atom::Unknown => self.of(Atom::Unknown),
            Atom::Obj(class, cell) => {
                let field = self.s.read(*cell, &Field::Attr(name.clone()));
                let inherited = self.class_attribute(*class, name);
                if let [(_, Atom::CachedProperty(getter))] = self.atoms(inherited).as_slice() {
                    let computed = self.call_accessor(node, "getter", *getter, id, Vec::new(), span);
                    self.s.write(*cell, Field::Attr(name.clone()), computed);
                    return self.join(field, computed);
                }
                let is_data =
                    self.atoms(inherited).iter().any(|(_, atom)| matches!(atom, Atom::Property(..)));
                if field != BOT && !is_data {
                    // A class attribute of the same name shows through where the field may be unset.
                    let plain = self.s.types.filter(inherited, |atom| {
                        !matches!(
                            atom,
                            Atom::Func(..)
                                | Atom::Property(..)
                                | Atom::CachedProperty(_)
                                | Atom::ClassMethod(_)
                                | Atom::StaticMethod(_)
                        )
                    });
                    let shown = self.join(field, plain);
                    let hidden = self
                        .s
                        .types
                        .filter(inherited, |atom| matches!(atom, Atom::Func(..) | Atom::StaticMethod(_)));
                    if hidden == BOT || self.is_set_by_init(*class, name) {
                        return shown;
                    }
                    // A method does so too, until the object is given something in its place.
                    let method = self.bind(node, id, Some(*class), hidden, span);
                    return self.join(shown, method);
                }
                if inherited != BOT {
                    return self.bind(node, id, Some(*class), inherited, span);
                }
                if let Some(ty) = self.named_tuple_attribute(*class, id, name, span) {
                    return ty;
                }
                if self.s.classes[class.index()].enumeration.is_some() && enum_has_attribute(name) {
                    let owner = self.type_name(id);
                    self.s.report(diagnostics::unsupported_attribute(span, &owner, name));
                    return self.of(Atom::Unknown);
                }
                if let Some(value) = self.underlying(atom)
                    && !name.starts_with("__")
                    && !self.answers_beside_base(*class, name)
                {
                    // Its copy is of the same class.
                    let base = self.s.classes[class.index()].base_value;
                    if &**name == "copy"
                        && matches!(base, Some("OrderedDict" | "Counter" | "defaultdict" | "deque"))
                    {
                        let owner = self.type_name(id);
                        self.s.report(diagnostics::unsupported_attribute(span, &owner, name));
                        return self.of(Atom::Unknown);
                    }
                    return self.attribute_of_type(node, value, name, span);
                }
                match &**name {
                    "__class__" => self.of(Atom::Class(*class)),
                    "__doc__" | "__module__" if self.class_fact(*class, name) != BOT => {
                        self.class_fact(*class, name)
                    }
                    "__dict__" | "_instance_dict_" => {
                        self.s.report(diagnostics::unsupported_attribute(span, "object", "__dict__"));
                        self.of(Atom::Unknown)
                    }
                    "args" if self.is_exception_class(*class) => {
                        let args = self.s.read(*cell, &Field::Attr("args".into()));
                        if args == BOT { self.of(Atom::Tuple([].into())) } else { args }
                    }
                    "__cause__" | "__context__" if self.is_exception_class(*class) => self.any_exception(),
                    "__suppress_context__" if self.is_exception_class(*class) => self.of(Atom::Bool),
                    "add_note" if self.is_exception_class(*class) => self.add_note_method(),
                    "with_traceback" if self.is_exception_class(*class) => {
                        self.of(Atom::BoundBuiltin(id, name.clone()))
                    }
                    "__notes__" if self.is_exception_class(*class) => {
                        let text = self.of(Atom::Str);
                        self.s.container(node, "notes", Kind::List, text, span)
                    }
                    _ if self.lacks_exception_attribute(*class, name) => {
                        self.s.report(diagnostics::unsupported_attribute(span, "BaseException", name));
                        self.of(Atom::Unknown)
                    }
                    _ if let Some(getter) = self.accessor_of(*class, accessors::getter, name) => {
                        self.call_accessor(node, "getter", getter, id, Vec::new(), span)
                    }
                    _ if self.class_has(*class, "__getattr__") => {
                        self.s.report(diagnostics::unsupported_class(span, "`__getattr__`"));
                        self.of(Atom::Unknown)
                    }
                    _ if self.lacks_library_attribute(*class, name)
                        || self.s.classes[class.index()].enumeration.is_some()
                            && enum_has_attribute(name) =>
                    {
                        let owner = self.type_name(id);
                        self.s.report(diagnostics::unsupported_attribute(span, &owner, name));
                        self.of(Atom::Unknown)
                    }
                    _ => BOT,
                }
            }
            Atom::Class(class) => {
                if let Some(ty) = self.named_tuple_attribute(*class, id, name, span) {
                    return ty;
                }
                let found = self.class_attribute(*class, name);
                if found != BOT {
                    return self.bind_to_class(*class, found);
                }
                let fact = self.class_fact(*class, name);
                match &**name {
                    "__name__" | "__qualname__" => self.of(Atom::Str),
                    _ if fact != BOT => fact,
                    _ if name.starts_with("__") => {
                        self.s.report(diagnostics::unsupported_attribute(span, "type", name));
                        self.of(Atom::Unknown)
                    }
                    _ if self.lacks_library_attribute(*class, name)
                        || class_has_attribute(&self.s.classes[class.index()], name) =>
                    {
                        let owner = self.module()[self.s.classes[class.index()].class].name.to_string();
                        self.s.report(diagnostics::unsupported_attribute(span, &owner, name));
                        self.of(Atom::Unknown)
                    }
                    _ => BOT,
                }
            }
            Atom::Super(class, receiver) => self.super_attribute(node, *class, *receiver, name, span),
            Atom::Module(module) => {
                let module = module.clone();
                self.module_attr(&module, name, span)
            }
            Atom::Func(func, _) | Atom::Bound(_, func, _) => match &**name {
                "__name__" | "__qualname__" | "__doc__" | "__module__" => {
                    let is_none = &**name == "__doc__" && self.has_no_doc(*func);
                    let given = self.of(if is_none { Atom::None } else { Atom::Str });
                    let set = match *atom {
                        Atom::Func(func, made_in) => self.function_attribute(func, made_in, name),
                        _ => None,
                    };
                    self.join(given, set.unwrap_or(BOT))
                }
                _ => {
                    let (Atom::Func(func, made_in) | Atom::Bound(_, func, made_in)) = *atom else {
                        return BOT;
                    };
                    let set = self.function_attribute(func, made_in, name);
                    match (atom, set) {
                        (Atom::Func(..), Some(ty)) => return ty,
                        (_, Some(BOT)) => return BOT,
                        _ => {}
                    }
                    self.s.report(diagnostics::unsupported_attribute(span, "function", name));
                    self.of(Atom::Unknown)
                }
            },
            Atom::Exc(class) => match &**name {
                "args" => self.exception_args(class),
                "__class__" => self.of(Atom::Native(EXCEPTION_CLASS)),
                "__cause__" | "__context__" => self.any_exception(),
                "__suppress_context__" => self.of(Atom::Bool),
                "with_traceback" => self.of(Atom::BoundBuiltin(id, name.clone())),
                "add_note" => self.add_note_method(),
                "__notes__" => {
                    let text = self.of(Atom::Str);
                    self.s.container(node, "notes", Kind::List, text, span)
                }
                _ => {
                    let found = self.builtin_exception_attribute(class, name);
                    let related = |owner: &str| {
                        is_exception_subclass(class, owner) || is_exception_subclass(owner, class)
                    };
                    if found == BOT && exception_has_attribute(name, related) {
                        self.s.report(diagnostics::unsupported_attribute(span, class, name));
                        return self.of(Atom::Unknown);
                    }
                    found
                }
            },
            Atom::Property(..) if matches!(&**name, "setter" | "getter" | "deleter") => {
                self.of(Atom::BoundBuiltin(id, name.clone()))
            }
            Atom::Property(..) if matches!(&**name, "fget" | "fset" | "fdel" | "__doc__") => {
                self.s.report(diagnostics::unsupported_attribute(span, "property", name));
                self.of(Atom::Unknown)
            }
            Atom::ExcClass(_) | Atom::Builtin(_) | Atom::BoundBuiltin(..)
                if matches!(&**name, "__name__" | "__qualname__") =>
            {
                self.of(Atom::Str)
            }
            Atom::Builtin(owner) => {
                let full: Name = format!("{owner}.{name}").as_str().into();
                if self.s.table.row(&full).is_some() || super::builtin::is_special(&full) {
                    return self.of(Atom::Builtin(full));
                }
                if let Some(constant) = self.s.table.constant(&full) {
                    return self.word(constant.word);
                }
                if let Some(operator) = operator_of_class(owner, name) {
                    return self.of(Atom::Builtin(operator.as_str().into()));
                }
                self.s.report(diagnostics::unsupported_attribute(span, owner, name));
                self.of(Atom::Unknown)
            }
            Atom::File if let Some(constant) = self.s.table.constant(&format!("file.{name}")) => {
                self.constant_type(constant.word)
            }
            Atom::Bool if matches!(&**name, "real" | "numerator") => self.of(Atom::Nat),
            Atom::Nat | Atom::Int | Atom::BigInt if matches!(&**name, "real" | "numerator") => {
                self.s.types.of_id(id)
            }
            Atom::Nat | Atom::Int | Atom::BigInt | Atom::Bool
                if matches!(&**name, "imag" | "denominator") =>
            {
                self.of(Atom::Nat)
            }
            Atom::Float | Atom::Complex if matches!(&**name, "real" | "imag") => self.of(Atom::Float),
            Atom::Cont(Kind::Deque, _) if &**name == "maxlen" => {
                let (none, nat) = (self.of(Atom::None), self.of(Atom::Nat));
                self.join(none, nat)
            }
            Atom::Cont(Kind::DefaultDict, cell) if &**name == "default_factory" => {
                let factory = self.s.read(*cell, &Field::Factory);
                if factory == BOT { self.of(Atom::None) } else { factory }
            }
            Atom::Range | Atom::NatRange if matches!(&**name, "start" | "stop" | "step") => {
                self.of(Atom::Int)
            }
            Atom::Native(class) => {
                if let Some(constant) = self.s.table.constant(&format!("{class}.{name}")) {
                    return self.constant_type(constant.word);
                }
                if self.s.table.native_method(class, name, &Shape::default()).is_some() {
                    return self.of(Atom::BoundBuiltin(id, name.clone()));
                }
                if is_of_texts_and_containers(class, name) {
                    return BOT;
                }
                self.s.report(diagnostics::unsupported_method(span, class, name));
                self.of(Atom::Unknown)
            }
            _ => {
                if self.has_special_method(atom, name) {
                    return self.of(Atom::BoundBuiltin(id, name.clone()));
                }
                if let Atom::Cont(Kind::Native(class), _) = atom
                    && let Some(constant) = self.s.table.constant(&format!("{class}.{name}"))
                {
                    return self.constant_type(constant.word);
                }
                let owner = self.row_owner(atom);
                if owner.iter().any(|owner| {
                    let full = format!("{owner}.{name}");
                    self.s.table.row(&full).is_some() || super::builtin::is_special(&full)
                }) {
                    return self.of(Atom::BoundBuiltin(id, name.clone()));
                }
                let is_generator = matches!(atom, Atom::Cont(Kind::Generator, _));
                if matches!(&**name, "__name__" | "__qualname__") && !is_generator {
                    return BOT;
                }
                if *atom == Atom::None && special_names::is_of_type("NoneType", name) != Some(true) {
                    return BOT;
                }
                // Of the classes of the library nobody lists all attributes.
                let is_library = matches!(atom, Atom::Cont(Kind::Native(_), _));
                if is_library || python_has_attribute(owner.first().copied().unwrap_or("object"), name) {
                    let type_name = self.type_name(id);
                    self.s.report(diagnostics::unsupported_method(span, &type_name, name));
                    return self.of(Atom::Unknown);
                }
                BOT
            }
        }
    }

    /// The attribute of any value of a type.
    fn attribute_of_type(&mut self, node: Node, ty: TypeId, name: &Name, span: Span) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(ty) {
            let one = self.attribute_of(node, id, &atom, name, span);
            joined = self.join(joined, one);
        }
        joined
    }

    /// `getattr(object, "name", default)`.
    pub(crate) fn attribute_or(
        &mut self,
        node: Node,
        args: &super::bind::Args,
        exprs: &[portalis_hir::Arg],
        span: Span,
    ) -> TypeId {
        let (Some(ExprKind::Str(name)), [object, _, default]) =
            (exprs.get(1).map(|arg| &self.module()[arg.value()].kind), args.positional.as_slice())
        else {
            self.s.report(diagnostics::unsupported_builtin(span, "getattr"));
            return self.of(Atom::Unknown);
        };
        let name: Name = (**name).into();
        let found = self.attribute_of_type(node, *object, &name, span);
        self.join(found, *default)
    }

    /// `add_note`, which is one method of all exceptions.
    fn add_note_method(&mut self) -> TypeId {
        let receiver = self.s.types.atom(Atom::Exc("BaseException".into()));
        self.of(Atom::BoundBuiltin(receiver, "add_note".into()))
    }

    pub(super) fn any_exception(&mut self) -> TypeId {
        let raised = self.raised_anywhere();
        let none = self.of(Atom::None);
        self.join(raised, none)
    }

    /// Whether an exception class of the program has attribute `name` from the builtin one that it derives from.
    fn lacks_exception_attribute(&self, class: ClassRef, name: &Name) -> bool {
        self.s.classes[class.index()]
            .builtin_bases
            .iter()
            .any(|base| exception_has_attribute(name, |owner| is_exception_subclass(base, owner)))
    }

    /// Any exception that is raised somewhere.
    pub(super) fn raised_anywhere(&mut self) -> TypeId {
        let exc = self.of(Atom::Exc("BaseException".into()));
        let raised = self.raised_objects();
        self.join(exc, raised)
    }

    /// Whether it is an object of an exception class of the program's.
    pub(super) fn is_exception_object(&self, atom: &Atom) -> bool {
        matches!(atom, Atom::Obj(class, _) if !self.s.classes[class.index()].builtin_bases.is_empty())
    }

    /// The function that stands for access to an attribute, which some class in the order of `class` defines.
    pub(super) fn accessor_of(
        &mut self,
        class: ClassRef,
        accessor: impl FnOnce(&str) -> Name,
        name: &str,
    ) -> Option<AtomId> {
        if !self.s.has_accessors {
            return None;
        }
        let found = self.class_attribute(class, &accessor(name));
        self.atoms(found).into_iter().find(|(_, atom)| matches!(atom, Atom::Func(..))).map(|(id, _)| id)
    }

    /// Whether the `__getattr__` of a class derived from a builtin type is asked for an attribute that the type lacks.
    fn answers_beside_base(&mut self, class: ClassRef, name: &Name) -> bool {
        let Some(base) = self.s.classes[class.index()].base_value else { return false };
        !python_has_attribute(base, name) && self.accessor_of(class, accessors::getter, name).is_some()
    }

    /// The first class in the order of `class` that has `name`, as stored.
    pub(crate) fn class_attribute(&mut self, class: ClassRef, name: &Name) -> TypeId {
        let mut joined = BOT;
        for base in self.s.classes[class.index()].mro.clone() {
            let attrs = self.s.classes[base.index()].attrs;
            let ty = self.s.read(attrs, &Field::Attr(name.clone()));
            joined = self.join(joined, ty);
            // What is assigned after the class was made may not be there yet.
            if ty != BOT && crate::solve::is_bound_in_body(self.module(), &self.s.classes, base, name) {
                return joined;
            }
        }
        joined
    }

    /// Whether some class in the order of `class` defines `name`.
    pub(crate) fn class_has(&self, class: ClassRef, name: &str) -> bool {
        self.s.classes[class.index()].mro.iter().any(|base| {
            let attrs = self.s.classes[base.index()].attrs;
            self.s.cells[attrs.index()].attribute(name) != BOT
        })
    }

    /// What reading a class attribute through an instance gives: functions bind, properties run.
    fn bind(
        &mut self,
        node: Node,
        receiver: AtomId,
        class: Option<ClassRef>,
        found: TypeId,
        span: Span,
    ) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(found) {
            let ty = match atom {
                Atom::Func(func, env) => self.of(Atom::Bound(receiver, func, env)),
                Atom::Property(getter, _) => {
                    self.call_accessor(node, "getter", getter, receiver, Vec::new(), span)
                }
                Atom::StaticMethod(inner) => self.s.types.of_id(inner),
                Atom::ClassMethod(inner) => match (class, self.s.types.get(inner).clone()) {
                    (Some(class), Atom::Func(func, env)) => {
                        let class = self.s.types.atom(Atom::Class(class));
                        self.of(Atom::Bound(class, func, env))
                    }
                    _ => BOT,
                },
                _ => self.s.types.of_id(id),
            };
            joined = self.join(joined, ty);
        }
        joined
    }

    /// Calls a function of a property, bound to its receiver: one callee for each class of receiver.
    fn call_accessor(
        &mut self,
        node: Node,
        role: &str,
        accessor: AtomId,
        receiver: AtomId,
        mut args: Vec<TypeId>,
        span: Span,
    ) -> TypeId {
        let callee = match self.s.types.get(accessor).clone() {
            Atom::Func(func, env) => self.of(Atom::Bound(receiver, func, env)),
            _ => {
                args.insert(0, self.s.types.of_id(receiver));
                self.s.types.of_id(accessor)
            }
        };
        self.call_value(node, role, callee, args, span)
    }

    fn bind_to_class(&mut self, class: ClassRef, found: TypeId) -> TypeId {
        let mut joined = BOT;
        for (id, atom) in self.atoms(found) {
            let ty = match atom {
                Atom::StaticMethod(inner) => self.s.types.of_id(inner),
                Atom::ClassMethod(inner) => match self.s.types.get(inner).clone() {
                    Atom::Func(func, env) => {
                        let class = self.s.types.atom(Atom::Class(class));
                        self.of(Atom::Bound(class, func, env))
                    }
                    _ => BOT,
                },
                _ => self.s.types.of_id(id),
            };
            joined = self.join(joined, ty);
        }
        joined
    }

    fn super_attribute(
        &mut self,
        node: Node,
        class: ClassRef,
        receiver: AtomId,
        name: &Name,
        span: Span,
    ) -> TypeId {
        let of = match self.s.types.get(receiver) {
            Atom::Obj(of, _) | Atom::Class(of) => *of,
            _ => return BOT,
        };
        let mro = self.s.classes[of.index()].mro.clone();
        let after = mro.iter().position(|&base| base == class).map_or(mro.len(), |at| at + 1);
        if &**name == "__init__"
            && let Some(base) = self.generated_init(&mro[after.min(mro.len())..])
        {
            // Which dataclass it is stands in the name.
            let name = format!("super.__init__:{}", base.0);
            return self.of(Atom::BoundBuiltin(receiver, name.as_str().into()));
        }
        for &base in &mro[after.min(mro.len())..] {
            let attrs = self.s.classes[base.index()].attrs;
            let found = self.s.read(attrs, &Field::Attr(name.clone()));
            if found != BOT {
                return match self.s.types.get(receiver) {
                    Atom::Class(_) => self.bind_to_class(of, found),
                    _ => self.bind(node, receiver, Some(of), found, span),
                };
            }
        }
        let object = self.s.types.get(receiver).clone();
        if let Some(value) = self.underlying(&object)
            && &**name != "__init__"
        {
            if &**name == "__getitem__" && self.class_has(of, "__missing__") {
                let what = "`super().__getitem__` beside `__missing__`";
                self.s.report(diagnostics::unsupported_class(span, what));
            }
            // The text of a named tuple is no tuple's.
            if matches!(&**name, "__repr__" | "__str__")
                && crate::underlying::named_tuple(&self.s.classes, of).is_some()
            {
                self.repr_of(value);
                return self.of(Atom::BoundBuiltin(receiver, format!("super.{name}").as_str().into()));
            }
            // What a dict has is got without `__missing__`.
            let name = if &**name == "__found__" { &Name::from("__getitem__") } else { name };
            return self.attribute_of_type(node, value, name, span);
        }
        match &**name {
            "__init__" | "__init_subclass__" | "__setattr__" | "__repr__" | "__str__" | "__eq__"
            | "__hash__" | "__ne__" | "__format__" => {
                self.of(Atom::BoundBuiltin(receiver, format!("super.{name}").as_str().into()))
            }
            _ => BOT,
        }
    }

    /// `object.name = value`; false where that always raises.
    pub(crate) fn store_attribute(
        &mut self,
        at: ExprId,
        object: TypeId,
        name: &Name,
        value: TypeId,
        span: Span,
        env: &mut Env,
    ) -> bool {
        let (name, is_raw) = accessors::raw(name);
        let name = &name;
        self.forget_attribute(name, env);
        let mut works = false;
        for (id, atom) in self.atoms(object) {
            works |= match &atom {
                Atom::Obj(class, _)
                    if !is_raw && let Some(setter) = self.accessor_of(*class, accessors::setter, name) =>
                {
                    self.forget_paths(env);
                    let role = format!("setter.{name}");
                    self.call_accessor(Node::Expr(at), &role, setter, id, vec![value], span) != BOT
                }
                Atom::Obj(class, _)
                    if !is_raw && self.class_has(*class, &accessors::setter("attributes")) =>
                {
                    self.s.report(diagnostics::unsupported_class(span, "`__setattr__` of this attribute"));
                    true
                }
                Atom::Obj(class, _) | Atom::Class(class)
                    if self.s.classes[class.index()].enumeration.is_some() =>
                {
                    self.s.report(diagnostics::unsupported_class(
                        span,
                        "setting an attribute of an enumeration",
                    ));
                    false
                }
                // They decide what the object, or the class, is from then on.
                Atom::Obj(..) if matches!(&**name, "__class__" | "__dict__") => {
                    let type_name = self.type_name(id);
                    self.s.report(diagnostics::store_attribute(span, &type_name, name));
                    true
                }
                Atom::Class(_) if OF_CLASSES.contains(&&**name) => {
                    self.s.report(diagnostics::store_attribute(span, "type", name));
                    true
                }
                Atom::Obj(class, cell) => {
                    let inherited = self.class_attribute(*class, name);
                    let setters: Vec<Option<AtomId>> = self
                        .atoms(inherited)
                        .into_iter()
                        .filter_map(|(_, atom)| match atom {
                            Atom::Property(_, setter) => Some(setter),
                            _ => None,
                        })
                        .collect();
                    match setters.first() {
                        Some(Some(setter)) => {
                            self.forget_paths(env);
                            let role = format!("setter.{name}");
                            self.call_accessor(Node::Expr(at), &role, *setter, id, vec![value], span) != BOT
                        }
                        Some(None) => false,
                        // Its `__setattr__` always raises.
                        None if !is_raw
                            && self.dataclass_of(*class).is_some_and(|dataclass| {
                                // A class derived from a named tuple has attributes beside the fields.
                                let is_field = dataclass.fields.iter().any(|(field, _)| field == name);
                                dataclass.frozen && (is_field || !dataclass.is_tuple)
                            }) =>
                        {
                            false
                        }
                        None if closed_slots(self.module(), &self.s.classes, *class)
                            .is_some_and(|slots| !slots.contains(name)) =>
                        {
                            false
                        }
                        None => {
                            self.s.write(*cell, Field::Attr(name.clone()), value);
                            true
                        }
                    }
                }
                Atom::Class(class) => {
                    if !is_raw && self.comes_late(*class, name, value) {
                        let class = self.module()[self.s.classes[class.index()].class].name.clone();
                        self.s.report(diagnostics::store_method(span, &class, name));
                        if self.atoms(value).iter().any(|(_, atom)| matches!(atom, Atom::Obj(..))) {
                            return false;
                        }
                    }
                    let attrs = self.s.classes[class.index()].attrs;
                    self.s.write(attrs, Field::Attr(name.clone()), value);
                    true
                }
                Atom::Unknown => true,
                Atom::Func(func, made_in) if self.attribute_variable(*func, name).is_some() => {
                    self.set_function_attribute(*func, *made_in, name, value);
                    true
                }
                Atom::Func(..) if !name.starts_with("__") => {
                    self.s.report(diagnostics::store_function_attribute(span, name));
                    false
                }
                Atom::Native(class)
                    if !self.s.table.rows_of(&format!("{class}.__set_{name}__")).is_empty() =>
                {
                    let role = format!("__set_{name}__");
                    let kinds = self.atoms(value);
                    let fits = kinds.into_iter().all(|(kind, _)| {
                        self.native_method(Node::Expr(at), id, &role, &[kind], span).is_some()
                    });
                    if !fits {
                        let type_name = self.type_name(id);
                        self.s.report(diagnostics::store_attribute(span, &type_name, name));
                    }
                    fits
                }
                Atom::Exc(class)
                    if &**name == "args"
                        && self.atoms(object).iter().all(|(_, atom)| matches!(atom, Atom::Exc(_)))
                        && self.atoms(value).iter().all(|(_, atom)| matches!(atom, Atom::Tuple(_))) =>
                {
                    self.set_exception_args(class, value);
                    true
                }
                // Values without attributes of their own: `AttributeError`, unless it is one that they have.
                Atom::None
                | Atom::Bool
                | Atom::Int
                | Atom::Nat
                | Atom::Float
                | Atom::Str
                | Atom::Bytes
                | Atom::Tuple(_)
                | Atom::TupleVar(_)
                | Atom::Cont(..)
                    if self.attribute_of(Node::Expr(at), id, &atom, name, span) == BOT =>
                {
                    false
                }
                _ => {
                    let type_name = self.type_name(id);
                    self.s.report(diagnostics::store_attribute(span, &type_name, name));
                    false
                }
            };
        }
        // After `a.b = v`, `a.b` is what was stored, unless a property stands between.
        if works
            && let Some((root, mut attrs)) = self.path(at)
            && self.atoms(object).iter().all(|(_, atom)| match atom {
                Atom::Obj(class, _) => !self.has_property(*class, name),
                atom => matches!(atom, Atom::Func(..)),
            })
            && self.atoms(object).len() == 1
        {
            attrs.push(name.clone());
            env.paths.insert((root, attrs), value);
        }
        works
    }

    /// `del object.name`.
    pub(super) fn delete_attribute(&mut self, at: ExprId, object: TypeId, name: &Name, span: Span) {
        let (name, is_raw) = accessors::raw(name);
        for (id, atom) in self.atoms(object) {
            let Atom::Obj(class, _) = atom else { continue };
            if is_raw {
                continue;
            }
            if let Some(deleter) = self.deleter_of(class, &name) {
                let role = format!("deleter.{name}");
                self.call_accessor(Node::Expr(at), &role, deleter, id, Vec::new(), span);
            } else if self.class_has(class, &accessors::deleter("attributes")) {
                self.s.report(diagnostics::unsupported_class(span, "`__delattr__` of this attribute"));
            }
        }
    }

    /// The function that deletes an attribute; none of a base whose property a class defines anew.
    fn deleter_of(&mut self, class: ClassRef, name: &Name) -> Option<AtomId> {
        let deleter = accessors::deleter(name);
        for base in self.s.classes[class.index()].mro.clone() {
            let attrs = self.s.classes[base.index()].attrs;
            let found = self.s.read(attrs, &Field::Attr(deleter.clone()));
            if let Some((id, _)) =
                self.atoms(found).into_iter().find(|(_, atom)| matches!(atom, Atom::Func(..)))
            {
                return Some(id);
            }
            let own = self.s.read(attrs, &Field::Attr(name.clone()));
            if self.atoms(own).iter().any(|(_, atom)| matches!(atom, Atom::Property(..))) {
                return None;
            }
        }
        None
    }

    /// Whether a function has no docstring, and no `functools.wraps` that could lend it one.
    fn has_no_doc(&self, func: portalis_hir::FuncId) -> bool {
        let module = self.module();
        let is_wraps = |decorator: &ExprId| {
            let ExprKind::Call { callee, .. } = &module[*decorator].kind else { return false };
            match &module[*callee].kind {
                ExprKind::Local(local) => &*module[*local].name == "wraps",
                ExprKind::Attribute { name, .. } => &**name == "wraps",
                _ => false,
            }
        };
        module[func].doc.is_none()
            && !module.stmts.iter().any(|(_, stmt)| {
                matches!(&stmt.kind, StmtKind::FuncDef { func: other, decorators, .. }
                    if *other == func && decorators.iter().any(is_wraps))
            })
    }

    /// Whether reading an attribute, or reading back what was stored, may run code of the program.
    fn has_property(&self, class: ClassRef, name: &Name) -> bool {
        if self.s.has_accessors
            && (self.class_has(class, &accessors::setter(name))
                || self.class_has(class, &accessors::getter(name)))
        {
            return true;
        }
        self.s.classes[class.index()].mro.iter().any(|base| {
            let attrs = self.s.classes[base.index()].attrs;
            let ty = self.s.cells[attrs.index()].attribute(name);
            self.s.types.atoms(ty).any(|atom| matches!(atom, Atom::Property(..) | Atom::CachedProperty(_)))
        })
    }

    /// A store to some `x.name` may change every path through an attribute of that name.
    fn forget_attribute(&mut self, name: &Name, env: &mut Env) {
        env.paths.retain(|(_, attrs), _| !attrs.contains(name));
    }
}

/// Whether an attribute that a class of numbers has not here is one of texts and containers, which it has not in Python
/// either.
fn is_of_texts_and_containers(class: &str, name: &str) -> bool {
    matches!(class, "Decimal" | "Fraction")
        && !name.starts_with("__")
        && ["str", "list", "dict", "set"].iter().any(|owner| python_has_attribute(owner, name))
}
