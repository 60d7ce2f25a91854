//! Attributes that are read.

use portalis_diag::Span;
use portalis_hir::{Arg, ExprId, ExprKind, Name};
use portalis_typeck::accessors;
use portalis_typeck::builtins::{Table, class_of_operator, is_static, operator_of_class};
use portalis_typeck::cell::{Field, Node};
use portalis_typeck::ty::{Atom, AtomId, BOT, CellId, ClassRef, InstId, Kind, TypeId};

use super::FnCx;
use crate::represent::{Repr, runtime_path};
use crate::rir::{Arm, Block, Expr, Pat, Path, Stmt};

impl FnCx<'_, '_> {
    /// `value.name` as a `to`.
    pub(crate) fn load_attribute(&mut self, id: ExprId, value: ExprId, name: &Name, to: TypeId) -> Expr {
        let object_ty = self.type_of(value);
        if object_ty == BOT {
            return self.dead_operands([value]);
        }
        if matches!(&**name, "__name__" | "__qualname__")
            && let Some(subject) = self.type_call(value)
        {
            return self.type_name_of(subject, name, to);
        }
        let place = self.place(value);
        let span = self.cx.module[id].span;
        self.load_attribute_of(Node::Expr(id), place, object_ty, name, to, span)
    }

    /// The argument of `type(x)`.
    fn type_call(&self, expr: ExprId) -> Option<ExprId> {
        let module = self.cx.module;
        match &module[expr].kind {
            ExprKind::Call { callee, args } => match (&module[*callee].kind, args.as_slice()) {
                (ExprKind::Builtin(name), [Arg::Pos(subject)]) if &**name == "type" => Some(*subject),
                _ => None,
            },
            ExprKind::Attribute { value, name } if &**name == "__class__" => Some(*value),
            _ => None,
        }
    }

    /// `type(x).__name__`, which may depend on what `x` is.
    fn type_name_of(&mut self, subject: ExprId, attribute: &str, to: TypeId) -> Expr {
        let ty = self.type_of(subject);
        let str_ty = self.of(Atom::Str);
        let value = self.value(subject);
        self.dispatch(value, ty, to, &mut |cx, value, one, (_, atom)| {
            let name = match cx.cx.rep.repr(one) {
                Repr::Exception => {
                    let text = value.method("class_name", Vec::new());
                    Expr::call(Path::Rt("Str").assoc("from"), vec![text])
                }
                Repr::Num => {
                    let text = value.method("class_name", Vec::new());
                    Expr::call(Path::Rt("Str").assoc("from"), vec![text])
                }
                _ => {
                    if let (Atom::Obj(class, _), "__qualname__") = (atom, attribute) {
                        let name = cx.class_qualname(*class);
                        return (crate::coerce::after(value, super::expr::str_literal(&name)), str_ty);
                    }
                    let name = cx.class_name(atom);
                    if name == portalis_typeck::iterator_class::SOME_ITERATOR {
                        cx.unsupported_operation("the name of the class of this iterator");
                    }
                    let last = name.rsplit('.').next().unwrap_or(&name).to_owned();
                    crate::coerce::after(value, super::expr::str_literal(&last))
                }
            };
            (name, str_ty)
        })
    }

    /// The same of an evaluated object.
    pub(crate) fn load_attribute_of(
        &mut self,
        node: Node,
        object: Expr,
        object_ty: TypeId,
        name: &Name,
        to: TypeId,
        _span: Span,
    ) -> Expr {
        if self.is_single(object_ty) {
            let atom_id = self.first_atom(object_ty);
            let (value, ty) = self.attribute_single(node, object, object_ty, atom_id, name);
            return if ty == BOT { value } else { self.coerce(value, ty, to) };
        }
        let object = self.owned(object, object_ty);
        self.dispatch(object, object_ty, to, &mut |cx, value, ty, (atom_id, _)| {
            cx.attribute_single(node, value, ty, atom_id, name)
        })
    }

    pub(crate) fn attribute_single(
        &mut self,
        node: Node,
        object: Expr,
        ty: TypeId,
        atom_id: AtomId,
        name: &Name,
    ) -> (Expr, TypeId) {
        // An exception of several classes: the attribute of whichever it is.
        if self.cx.rep.repr(ty) == Repr::Exception {
            return self.exception_attribute(node, object, ty, name);
        }
        match self.cx.rep.inferred.types.get(atom_id).clone() {
            Atom::Obj(class, cell) => self.object_attribute(node, object, (class, cell), atom_id, name),
            Atom::Class(class) => {
                let (value, ty) = self.class_attribute(class, name);
                let is_looked_up = !crate::coerce::is_pure(&object);
                (if is_looked_up { crate::coerce::after(object, value) } else { value }, ty)
            }
            Atom::Super(_, receiver) => {
                // Methods reached through `super()` are bound to the receiver; properties are asked about it.
                let _ = receiver;
                if let Some((_, getter)) = self.targets(node, "getter").into_iter().next() {
                    return self.call_method_instance(getter, object, Vec::new());
                }
                let bound = match node {
                    Node::Expr(expr) => self.type_of(expr),
                    _ => BOT,
                };
                let is_method = self.cx.rep.atoms(bound).iter().all(|(_, atom)| {
                    matches!(atom, Atom::Bound(..) | Atom::BoundBuiltin(..) | Atom::Func(..))
                });
                if !is_method {
                    self.unsupported_operation("an attribute of `super()`");
                }
                (object, bound)
            }
            Atom::Module(module) => self.module_attribute(&module, name, node),
            Atom::Native(class) | Atom::Cont(Kind::Native(class), _)
                if Table::get().constant(&format!("{class}.{name}")).is_some() =>
            {
                self.native_attribute(object, class, name)
            }
            Atom::File if Table::get().constant(&format!("file.{name}")).is_some() => {
                self.native_attribute(object, "file", name)
            }
            Atom::Func(func, env) if !name.starts_with("__") => {
                self.load_function_attribute(object, (func, env), name)
            }
            // A method has the attributes of its function.
            Atom::Bound(..) if !name.starts_with("__") => {
                let message = format!("'function' object has no attribute '{name}'");
                let throw = self.throw_message("AttributeError", &message);
                (crate::coerce::after(crate::coerce::drop_value(object), throw), BOT)
            }
            Atom::Func(func, env) | Atom::Bound(_, func, env) => {
                self.own_name(node, (object, atom_id), (func, env), name)
            }
            Atom::ExcClass(class) | Atom::Builtin(class)
                if matches!(&**name, "__name__" | "__qualname__") =>
            {
                let str_ty = self.of(Atom::Str);
                if &*class == "BaseException" {
                    // What `__exit__` is told: any class at all.
                    self.unsupported_operation("the name of an exception class that only the run knows");
                }
                if class_of_operator(&class).is_some() {
                    self.unsupported_operation("the name of a special method of a builtin class");
                }
                let last = class.rsplit('.').next().unwrap_or(&class).to_owned();
                // A method is one of its class; modules have no part in it.
                let of_class = class
                    .split_once('.')
                    .filter(|(owner, _)| &**name == "__qualname__" && !Table::get().knows_module(owner));
                let text = if of_class.is_some() { class.to_string() } else { last };
                (crate::coerce::after(object, super::expr::str_literal(&text)), str_ty)
            }
            Atom::BoundBuiltin(receiver, method) if matches!(&**name, "__name__" | "__qualname__") => {
                let str_ty = self.of(Atom::Str);
                let owner = self.cx.rep.inferred.types.get(receiver).clone();
                let text = match &**name {
                    "__name__" => method.to_string(),
                    _ => format!("{}.{method}", self.class_name(&owner)),
                };
                (crate::coerce::after(object, super::expr::str_literal(&text)), str_ty)
            }
            Atom::Builtin(owner) => {
                let full = operator_of_class(&owner, name).unwrap_or_else(|| format!("{owner}.{name}"));
                let ty = self.of(Atom::Builtin(full.as_str().into()));
                (crate::coerce::after(object, Expr::unit()), ty)
            }
            Atom::Nat | Atom::Int | Atom::BigInt | Atom::Bool
                if matches!(&**name, "real" | "imag" | "numerator" | "denominator") =>
            {
                self.number_attribute(object, ty, name)
            }
            Atom::Float | Atom::Complex if matches!(&**name, "real" | "imag") => {
                self.number_attribute(object, ty, name)
            }
            Atom::Range | Atom::NatRange if matches!(&**name, "start" | "stop" | "step") => {
                self.number_attribute(object, ty, name)
            }
            Atom::Cont(Kind::DefaultDict, cell) if &**name == "default_factory" => {
                let factory = self.cx.rep.inferred.cells[cell.index()].get(&Field::Factory);
                let factory = if factory == BOT { self.none_type() } else { factory };
                if !matches!(self.cx.rep.repr(factory), Repr::Static | Repr::Unit) {
                    self.unsupported_operation("the factory of a `defaultdict` that only the run knows");
                }
                (crate::coerce::after(object, Expr::unit()), factory)
            }
            Atom::Cont(Kind::Deque, _) if &**name == "maxlen" => {
                let (none, int) = (self.none_type(), self.of(Atom::Int));
                (object.method("maxlen", Vec::new()), self.cx.rep.inferred.types.join(none, int))
            }
            atom => {
                if self.has_builtin_method(&atom, name) {
                    // A method of a builtin type as a value: its receiver.
                    let bound = self.of(Atom::BoundBuiltin(atom_id, name.clone()));
                    let owned = self.owned(object, ty);
                    return (owned, bound);
                }
                // Inference knows it as a method, but for those that `None` does not have.
                if name.starts_with("__")
                    && atom != Atom::None
                    && !matches!(&**name, "__name__" | "__qualname__")
                {
                    self.unsupported_operation(&format!("`{name}` as a value"));
                }
                let class = self.class_name(&atom);
                let message = format!("'{class}' object has no attribute '{name}'");
                let throw = self.throw_attribute_error(&message, name, &atom);
                (crate::coerce::after(object, throw), BOT)
            }
        }
    }

    fn number_attribute(&mut self, object: Expr, ty: TypeId, name: &Name) -> (Expr, TypeId) {
        let int = self.of(Atom::Int);
        match (self.cx.rep.repr(ty), &**name) {
            (Repr::Complex, name) => {
                let float = self.of(Atom::Float);
                (object.method(name, Vec::new()), float)
            }
            (Repr::Range, name) => (object.method(name, Vec::new()), int),
            (Repr::Bool, "real" | "numerator") => (self.coerce(object, ty, int), int),
            (_, "real" | "numerator") => (object, ty),
            (Repr::Float, _) => {
                let float = self.of(Atom::Float);
                (crate::coerce::after(object, Expr::Float(0.0)), float)
            }
            (_, "denominator") => (crate::coerce::after(object, Expr::Int(1, None)), int),
            _ => (crate::coerce::after(object, Expr::Int(0, None)), int),
        }
    }

    /// The value of a class attribute of a kind that instances share.
    pub(crate) fn stored_class_attribute(&self, class: ClassRef, name: &Name) -> Option<(CellId, TypeId)> {
        let field = Field::Attr(name.clone());
        for base in self.cx.rep.inferred.classes[class.index()].mro.clone() {
            let attrs = self.cx.rep.inferred.classes[base.index()].attrs;
            let ty = self.cx.rep.inferred.cells[attrs.index()].get(&field);
            if ty != BOT {
                return Some((attrs, ty));
            }
        }
        None
    }

    fn object_attribute(
        &mut self,
        node: Node,
        object: Expr,
        (class, cell): (ClassRef, CellId),
        atom_id: AtomId,
        name: &Name,
    ) -> (Expr, TypeId) {
        let stored = self.stored_class_attribute(class, name);
        let is_own = stored.is_some_and(|(_, ty)| self.is_method_value(ty));
        let object_ty = self.of_id(atom_id);
        if !is_own && let Some(found) = self.member_attribute(class, &object, object_ty, name) {
            return found;
        }
        if let Some(found) = self.named_tuple_attribute(class, name) {
            return (crate::coerce::after(object, found.0), found.1);
        }
        if self.cx.rep.is_exception_class(class)
            && self.object_field(cell, name) == BOT
            && stored.is_none()
            && let Some(found) = self.linked_attribute(node, object.clone(), object_ty, name)
        {
            return found;
        }
        let field_ty = self.object_field(cell, name);
        let class_name = self.cx.module[self.cx.rep.inferred.classes[class.index()].class].name.to_string();
        let is_property = stored.is_some_and(|(_, ty)| {
            self.cx.rep.atoms(ty).iter().any(|(_, atom)| matches!(atom, Atom::Property(..)))
        });
        if is_property {
            return self.property_get(node, object, stored, atom_id);
        }
        if let Some((_, ty)) = stored
            && let [(_, Atom::CachedProperty(getter))] = self.cx.rep.atoms(ty).as_slice()
        {
            return self.cached_property_get(node, object, (*getter, atom_id), name, field_ty);
        }
        if field_ty == BOT
            && stored.is_none()
            && !accessors::is_of_base(self.cx.rep.inferred.classes[class.index()].base_value, name)
            && let Some(getter) = self.accessor_function(class, &accessors::getter(name))
        {
            return match self.accessor(node, "getter", getter, atom_id) {
                Some(target) => self.call_method_instance(target, object, Vec::new()),
                None => (Expr::Unreachable("an attribute that is never found"), BOT),
            };
        }
        if field_ty != BOT {
            if self.accessor_function(class, &accessors::getter(name)).is_some()
                && !self.cx.always_initialised(class, name)
            {
                self.unsupported_operation("an attribute that may be unset beside `__getattr__`");
            }
            let is_set = self.cx.always_initialised(class, name);
            let field_repr = self.cx.rep.repr(field_ty);
            if field_repr == Repr::Never || is_set && matches!(field_repr, Repr::Static | Repr::Unit) {
                return (crate::coerce::drop_value(object), field_ty);
            }
            let field = Expr::Field(Box::new(object), crate::names::ident(name));
            if is_set {
                let value = field.method("get", Vec::new());
                return self.as_attribute_of_class(node, (value, field_ty), stored);
            }
            if let Some((attrs, ty)) = stored
                && !self.is_method_value(ty)
            {
                // The class attribute shows through where the object has none of its own.
                let (shared, shared_ty) = self.read_class_value(attrs, name, ty);
                let joined = self.cx.rep.inferred.types.join(field_ty, shared_ty);
                let (some, value) = present(&field_repr);
                let own = self.coerce(value, field_ty, joined);
                let shared = self.coerce(shared, shared_ty, joined);
                let arms = vec![
                    Arm { pat: some, guard: None, body: own },
                    Arm { pat: Pat::Path(Path::local("None")), guard: None, body: shared },
                ];
                return (Expr::Match(Box::new(field.method("peek", Vec::new())), arms), joined);
            }
            if let Some((_, ty)) = stored {
                // So does a method.
                let Expr::Field(object, _) = &field else { return (field, field_ty) };
                let (bound, bound_ty) = self.bound_method((**object).clone(), atom_id, class, (name, ty));
                let joined = self.cx.rep.inferred.types.join(field_ty, bound_ty);
                let (some, value) = present(&field_repr);
                let own = self.coerce(value, field_ty, joined);
                let bound = self.coerce(bound, bound_ty, joined);
                let arms = vec![
                    Arm { pat: some, guard: None, body: own },
                    Arm { pat: Pat::Path(Path::local("None")), guard: None, body: bound },
                ];
                return (Expr::Match(Box::new(field.method("peek", Vec::new())), arms), joined);
            }
            let args = vec![Expr::Str(class_name), Expr::Str(name.to_string())];
            if field_repr == Repr::Static {
                // Which it is is known; whether it is there is asked.
                let check = self.raising_method(field, "check", "try_check", args);
                let asked = Block { stmts: vec![Stmt::Expr(check)], tail: Some(Box::new(Expr::unit())) };
                return (Expr::Block(asked), field_ty);
            }
            return (self.raising_method(field, "get_or_end", "try_get", args), field_ty);
        }
        match stored {
            Some((attrs, ty)) if !self.is_method_value(ty) => {
                let (value, ty) = self.read_class_value(attrs, name, ty);
                (crate::coerce::after(object, value), ty)
            }
            Some((_, ty)) => self.bound_method(object, atom_id, class, (name, ty)),
            None => match &**name {
                name_text if !name_text.starts_with("__") && self.underlying_type(object_ty).is_some() => {
                    self.with_underlying(object, object_ty, |cx, value, ty| {
                        let atom = cx.first_atom(ty);
                        cx.attribute_single(node, value, ty, atom, name)
                    })
                }
                "__class__" => {
                    let ty = self.of(Atom::Class(class));
                    (crate::coerce::drop_value(object), ty)
                }
                "__doc__" | "__module__" => {
                    let (value, ty) = self.class_fact(class, name);
                    (crate::coerce::after(object, value), ty)
                }
                _ => {
                    // Attributes that every object or exception has are not looked for in its class.
                    if name.starts_with("__") && name.ends_with("__") {
                        self.unsupported_operation(&format!("attribute {name}"));
                    }
                    let owner = self.class_name(&Atom::Obj(class, cell));
                    let message = format!("'{owner}' object has no attribute '{name}'");
                    let throw = self.throw_attribute_error(&message, name, &Atom::Obj(class, cell));
                    (crate::coerce::after(object, throw), BOT)
                }
            },
        }
    }

    /// An attribute that every object has: inference, which reads that of the class, too, may narrow it to a kind that
    /// only the class has. Nothing gets there, so any kind does.
    fn as_attribute_of_class(
        &mut self,
        node: Node,
        (value, ty): (Expr, TypeId),
        stored: Option<(CellId, TypeId)>,
    ) -> (Expr, TypeId) {
        let (Node::Expr(expr), Some((_, of_class))) = (node, stored) else { return (value, ty) };
        let names = |cx: &Self, ty| -> Vec<String> {
            cx.cx.rep.atoms(ty).iter().map(|(_, atom)| cx.class_name(atom)).collect()
        };
        let to = self.type_of(expr);
        let own = names(self, ty);
        if to == BOT || names(self, to).iter().any(|name| own.contains(name)) {
            return (value, ty);
        }
        let joined = self.cx.rep.inferred.types.join(ty, of_class);
        (self.coerce(value, ty, joined), joined)
    }

    /// Whether a class attribute is a function of some sort.
    fn is_method_value(&self, ty: TypeId) -> bool {
        self.cx.rep.atoms(ty).iter().all(|(_, atom)| matches!(atom, Atom::Func(..)) || atom.is_descriptor())
    }

    /// `object.method` as a value: its receiver.
    fn bound_method(
        &mut self,
        object: Expr,
        receiver: AtomId,
        class: ClassRef,
        (name, found): (&Name, TypeId),
    ) -> (Expr, TypeId) {
        let atoms = self.cx.rep.atoms(found);
        let receiver_ty = self.of_id(receiver);
        match atoms.first() {
            Some((_, Atom::Func(func, env))) => {
                let ty = self.of(Atom::Bound(receiver, *func, *env));
                let owned = self.owned(object, receiver_ty);
                (owned, ty)
            }
            Some((_, Atom::StaticMethod(inner))) => {
                let ty = self.of_id(*inner);
                if let Repr::Closure(_) | Repr::Knot(_) = self.cx.rep.repr(ty)
                    && let Some((attrs, held)) = self.stored_class_attribute(class, name)
                {
                    let value = self.read_class_static(attrs, name, held);
                    return (crate::coerce::after(object, value), ty);
                }
                (crate::coerce::drop_value(object), ty)
            }
            Some((_, Atom::ClassMethod(inner))) => {
                let inner = *inner;
                let ty = match self.cx.rep.inferred.types.get(inner).clone() {
                    Atom::Func(func, env) => {
                        let class = self.cx.rep.inferred.types.atom(Atom::Class(class));
                        self.of(Atom::Bound(class, func, env))
                    }
                    _ => BOT,
                };
                (crate::coerce::drop_value(object), ty)
            }
            _ => (object, BOT),
        }
    }

    /// The instance of a property's function that runs for a receiver.
    pub(super) fn accessor(
        &self,
        node: Node,
        role: &str,
        accessor: AtomId,
        receiver: AtomId,
    ) -> Option<InstId> {
        let found = self.targets(node, role).into_iter().find(|(callee, _)| {
            match self.cx.rep.inferred.types.get(*callee) {
                Atom::Bound(bound, ..) => *bound == receiver,
                _ => *callee == accessor,
            }
        });
        found.map(|(_, target)| target)
    }

    /// Whether an attribute is what a function of the class gives, a property's or the one for names that it lacks; or a
    /// method that was stored in it, which has an object of its own.
    pub(super) fn is_computed(&self, object_ty: TypeId, name: &Name) -> bool {
        self.cx.rep.atoms(object_ty).iter().any(|(_, atom)| {
            let Atom::Obj(class, cell) = *atom else { return false };
            if self.object_field(cell, name) != BOT {
                return true;
            }
            match self.stored_class_attribute(class, name) {
                Some((_, ty)) => self.cx.rep.atoms(ty).iter().any(|(_, atom)| {
                    matches!(atom, Atom::Property(..) | Atom::Bound(..) | Atom::BoundBuiltin(..))
                }),
                None => {
                    self.object_field(cell, name) == BOT
                        && self.accessor_function(class, &accessors::getter(name)).is_some()
                }
            }
        })
    }

    /// The function that stands for access to an attribute.
    pub(crate) fn accessor_function(&self, class: ClassRef, name: &Name) -> Option<AtomId> {
        let (_, ty) = self.stored_class_attribute(class, name)?;
        self.cx.rep.atoms(ty).into_iter().find(|(_, atom)| matches!(atom, Atom::Func(..))).map(|(id, _)| id)
    }

    fn property_get(
        &mut self,
        node: Node,
        object: Expr,
        stored: Option<(CellId, TypeId)>,
        atom_id: AtomId,
    ) -> (Expr, TypeId) {
        let Some((_, ty)) = stored else { return (object, BOT) };
        for (_, atom) in self.cx.rep.atoms(ty) {
            if let Atom::Property(getter, _) = atom
                && let Some(target) = self.accessor(node, "getter", getter, atom_id)
            {
                return self.call_method_instance(target, object, Vec::new());
            }
        }
        (Expr::Unreachable("a property that never returns"), BOT)
    }

    /// The attribute of a `cached_property`: what the object has, or what the getter gives, which it has from then on.
    fn cached_property_get(
        &mut self,
        node: Node,
        object: Expr,
        (getter, atom_id): (AtomId, AtomId),
        name: &Name,
        field_ty: TypeId,
    ) -> (Expr, TypeId) {
        let Some(target) = self.accessor(node, "getter", getter, atom_id) else {
            return (Expr::Unreachable("a property that never returns"), BOT);
        };
        if matches!(self.cx.rep.repr(field_ty), Repr::Static | Repr::Never | Repr::Unit) {
            self.unsupported_operation("a cached property without a value");
            return (object, BOT);
        }
        let receiver_ty = self.of_id(atom_id);
        let (held, value) = (self.temp("object"), self.temp("value"));
        let owned = self.owned(object, receiver_ty);
        let field = || Expr::Field(Box::new(Expr::local(held.clone())), crate::names::ident(name));
        let (call, ret) = self.call_method_instance(target, Expr::local(held.clone()), Vec::new());
        let computed = self.coerce(call, ret, field_ty);
        let kept = Expr::local(value.clone());
        let kept = if self.is_copy(field_ty) { kept } else { kept.cloned() };
        let set = field().method("set", vec![kept]);
        let compute = Block {
            stmts: vec![super::builtin::let_(&value, computed), Stmt::Expr(set)],
            tail: Some(Box::new(Expr::local(value.clone()))),
        };
        let arms = vec![
            Arm {
                pat: Pat::Call(Path::local("Some"), vec![Pat::Bind(value.clone(), false)]),
                guard: None,
                body: Expr::local(value),
            },
            Arm { pat: Pat::Path(Path::local("None")), guard: None, body: Expr::Block(compute) },
        ];
        let found = Expr::Match(Box::new(field().method("peek", Vec::new())), arms);
        let block = Block { stmts: vec![super::builtin::let_(&held, owned)], tail: Some(Box::new(found)) };
        (Expr::Block(block), field_ty)
    }

    fn class_attribute(&mut self, class: ClassRef, name: &Name) -> (Expr, TypeId) {
        if let Some(found) = self.member(class, name).or_else(|| self.named_tuple_attribute(class, name)) {
            return found;
        }
        let class_name = self.cx.module[self.cx.rep.inferred.classes[class.index()].class].name.to_string();
        match self.stored_class_attribute(class, name) {
            Some((attrs, ty)) if !self.is_method_value(ty) => self.read_class_value(attrs, name, ty),
            Some((attrs, ty)) => {
                let atoms = self.cx.rep.atoms(ty);
                let result = match atoms.first() {
                    Some((_, Atom::StaticMethod(inner))) => {
                        let inner = self.of_id(*inner);
                        if let Repr::Closure(_) | Repr::Knot(_) = self.cx.rep.repr(inner) {
                            return (self.read_class_static(attrs, name, ty), inner);
                        }
                        inner
                    }
                    Some((_, Atom::ClassMethod(inner))) => {
                        match self.cx.rep.inferred.types.get(*inner).clone() {
                            Atom::Func(func, env) => {
                                let class = self.cx.rep.inferred.types.atom(Atom::Class(class));
                                self.of(Atom::Bound(class, func, env))
                            }
                            _ => BOT,
                        }
                    }
                    Some((_, Atom::Func(..))) if atoms.len() == 1 => {
                        return (self.read_class_static(attrs, name, ty), ty);
                    }
                    _ => ty,
                };
                (Expr::unit(), result)
            }
            None => match &**name {
                "__name__" | "__qualname__" => {
                    let ty = self.of(Atom::Str);
                    let text = if &**name == "__name__" { class_name } else { self.class_qualname(class) };
                    (super::expr::str_literal(&text), ty)
                }
                "__doc__" | "__module__" | "__bases__" | "__base__" | "__mro__" => {
                    self.class_fact(class, name)
                }
                _ => {
                    let base = self.cx.rep.inferred.classes[class.index()].base_value;
                    if let Some(base) = base
                        && let full = format!("{base}.{name}")
                        && (is_static(&full) || !Table::get().rows_of(&full).is_empty())
                    {
                        self.unsupported_operation(&format!(
                            "`{base}.{name}` by the name of a derived class"
                        ));
                    }
                    let is_enumeration = self.cx.rep.inferred.classes[class.index()].enumeration.is_some();
                    let message = if is_enumeration {
                        // `EnumType.__getattr__` says no more.
                        name.to_string()
                    } else {
                        format!("type object '{class_name}' has no attribute '{name}'")
                    };
                    (self.throw_attribute_error(&message, name, &Atom::Class(class)), BOT)
                }
            },
        }
    }

    /// What a class says of itself.
    fn class_fact(&mut self, class: ClassRef, name: &str) -> (Expr, TypeId) {
        let (str_ty, none) = (self.of(Atom::Str), self.none_type());
        let info = &self.cx.rep.inferred.classes[class.index()];
        let doc = self.cx.module[info.class].doc.clone();
        let parents = info.parents.clone().unwrap_or_default();
        let classes = match name {
            "__doc__" => {
                return doc.map_or((Expr::unit(), none), |doc| (super::expr::str_literal(&doc), str_ty));
            }
            "__module__" => return (super::expr::str_literal(&self.cx.module.name.clone()), str_ty),
            "__base__" => return (Expr::unit(), parents.0.first().map_or(BOT, |&base| self.of_id(base))),
            "__bases__" => parents.0,
            _ => parents.1,
        };
        let items: Vec<TypeId> = classes.iter().map(|&class| self.of_id(class)).collect();
        let value = Expr::Tuple(vec![Expr::unit(); items.len()]);
        (value, self.of(Atom::Tuple(items.into())))
    }

    fn module_attribute(&mut self, module: &Name, name: &Name, node: Node) -> (Expr, TypeId) {
        let full = format!("{module}.{name}");
        let found = match node {
            Node::Expr(expr) => self.type_of(expr),
            _ => BOT,
        };
        let value = self.module_constant(&full);
        if self.is_single(found) {
            return (value, found);
        }
        // The module is one of several objects: what it has is one of the kinds.
        let own = match Table::get().constant(&full) {
            Some(constant) => self.word_type(constant.word),
            None => self.of(Atom::Builtin(full.as_str().into())),
        };
        (value, own)
    }

    /// The value of a library constant; functions and classes have none.
    pub(crate) fn module_constant(&mut self, full: &str) -> Expr {
        let Some(constant) = Table::get().constant(full) else { return Expr::unit() };
        if constant.runtime.is_empty() {
            return Expr::unit();
        }
        match constant.runtime.strip_suffix("()") {
            Some(function) => Expr::call(runtime_path(function), Vec::new()),
            None if constant.word == "str" => {
                Expr::call(Path::Rt("Str").assoc("from"), vec![Expr::Path(runtime_path(constant.runtime))])
            }
            None => Expr::Path(runtime_path(constant.runtime)),
        }
    }

    /// `__cause__` and others of an object of an exception class.
    fn linked_attribute(
        &mut self,
        node: Node,
        object: Expr,
        ty: TypeId,
        name: &Name,
    ) -> Option<(Expr, TypeId)> {
        let Repr::Object(id) = self.cx.rep.repr(ty) else { return None };
        let links = self.cx.links_of(id)?;
        let chain = Expr::Field(Box::new(object), links.to_owned());
        match &**name {
            "__cause__" | "__context__" => {
                let (base, none) = (self.of(Atom::Exc("BaseException".into())), self.none_type());
                let found = self.cx.rep.inferred.types.join(base, none);
                Some((chain.method(name.trim_matches('_'), Vec::new()), found))
            }
            "__suppress_context__" => {
                let bool_ty = self.of(Atom::Bool);
                Some((chain.method("suppress_context", Vec::new()), bool_ty))
            }
            "__notes__" => {
                let Node::Expr(expr) = node else { return None };
                let found = self.type_of(expr);
                let class = self.cx.rep.objects[id.0 as usize].name.clone();
                Some((self.raising(chain, "notes", vec![Expr::Str(class)]), found))
            }
            _ => None,
        }
    }
}

/// The pattern of an attribute that an object has, and its value: a function that is known is held as nothing.
fn present(repr: &Repr) -> (Pat, Expr) {
    let some = |inner| Pat::Call(Path::local("Some"), vec![inner]);
    match repr {
        Repr::Static => (some(Pat::Wild), Expr::unit()),
        _ => (some(Pat::Bind("value".to_owned(), false)), Expr::local("value")),
    }
}
