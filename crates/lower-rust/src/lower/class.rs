//! Classes: structs, constructors, exceptions of the program's classes, and the traits that the runtime asks for.

use portalis_hir::{Arg, ClassId, ExprKind, FuncId, Name, StmtKind, Target};
use portalis_typeck::cell::{Field, Node};
use portalis_typeck::ty::{Atom, BOT, ClassRef, InstId, TypeId};

use super::{Cx, FnCx};
use crate::names::ident;
use crate::represent::{ObjectId, Repr};
use crate::rir::{self, Arm, Block, Expr, Fn, Impl, Item, Param, Pat, Path, Stmt, Struct, Ty};

impl FnCx<'_, '_> {
    /// `class(args)` at `node`.
    pub(crate) fn construct(
        &mut self,
        node: Node,
        role: &str,
        class: ClassRef,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let abstract_methods = self.cx.rep.inferred.classes[class.index()].abstract_methods.clone();
        if !abstract_methods.is_empty() {
            return self.abstract_construction(class, &abstract_methods, args);
        }
        let Some(object_ty) = self.constructed(node, class) else {
            return self.bad_construction(class, args);
        };
        let init_role = if role == "call" { "__init__".to_owned() } else { format!("{role}.__init__") };
        let receiver = self.first_atom(object_ty);
        if let Some(target) = self.init_target(node, &init_role, object_ty) {
            let _ = receiver;
            let Repr::Object(object) = self.cx.rep.repr(object_ty) else { return (Expr::unit(), object_ty) };
            let values = self.bind_arguments_of(target, (Expr::local("this"), object_ty), args);
            return (self.call_new(object, target, values), object_ty);
        }
        if let Some(init) = self.cx.init_of(class) {
            let message = self.arity_message(init, args);
            return self.failing_call(args, &message);
        }
        let Repr::Object(object) = self.cx.rep.repr(object_ty) else { return (Expr::unit(), object_ty) };
        let is_failing = matches!(node, Node::Expr(expr) if role == "call" && self.type_of(expr) == BOT);
        if self.cx.dataclass(object).is_some() && is_failing {
            let message = self.dataclass_arity_message(object, args);
            return self.failing_call(args, &message);
        }
        if self.cx.dataclass(object).is_some() {
            return (self.build_dataclass(node, object, object_ty, args), object_ty);
        }
        if is_failing && !self.cx.rep.is_exception_class(class) {
            return self.bad_construction(class, args);
        }
        let mut block = Block::default();
        let unset = self.cx.unset_fields(object);
        let name = self.cx.rep.objects[object.0 as usize].name.clone();
        let alloc = Expr::call(Path::local(name).assoc("alloc"), vec![unset]);
        let is_exception = self.cx.rep.is_exception_class(class);
        if !is_exception {
            for arg in args {
                self.effect(arg.value(), &mut block);
            }
            return (alloc, object_ty);
        }
        // An exception class without `__init__` keeps its arguments.
        let held = self.temp("raised");
        block.stmts.push(super::builtin::let_(&held, alloc));
        let cell = self.cx.rep.objects[object.0 as usize].cell;
        let args_ty = self.object_field(cell, &"args".into());
        let mut parts = Vec::new();
        let mut types = Vec::new();
        for arg in args {
            types.push(self.type_of(arg.value()));
            parts.push(self.value(arg.value()));
        }
        let from = self.of(Atom::Tuple(types.into()));
        if self.cx.has_field(object, "args") {
            let value = self.coerce(super::expr::tuple(parts), from, args_ty);
            let field = Expr::Field(Box::new(Expr::local(held.clone())), "args".to_owned());
            block.stmts.push(Stmt::Expr(field.method("set", vec![value])));
        }
        block.tail = Some(Box::new(Expr::local(held)));
        (Expr::Block(block), object_ty)
    }

    /// The type of the object that `node` makes of `class`.
    fn constructed(&mut self, node: Node, class: ClassRef) -> Option<TypeId> {
        let ty = match node {
            Node::Expr(expr) => self.type_of(expr),
            _ => BOT,
        };
        let found = self
            .cx
            .rep
            .atoms(ty)
            .into_iter()
            .find(|(_, atom)| matches!(atom, Atom::Obj(other, _) if *other == class));
        if let Some((id, _)) = found {
            return Some(self.of_id(id));
        }
        // `raise Class`: the object is not the expression's value. Its `__init__` or its cell tells.
        let definition = self.cx.rep.inferred.classes[class.index()].class;
        for (i, cell) in self.cx.rep.inferred.cells.iter().enumerate() {
            if cell.kind == portalis_typeck::cell::CellKind::Object(definition) && cell.site.node == node {
                let atom = self.cx.rep.inferred.representative(portalis_typeck::ty::CellId(i as u32));
                return Some(self.of(Atom::Obj(class, atom)));
            }
        }
        None
    }

    pub(super) fn init_target(&self, node: Node, role: &str, object_ty: TypeId) -> Option<InstId> {
        self.targets(node, role)
            .into_iter()
            .find(|(_, target)| self.cx.rep.inferred.insts[target.index()].params.first() == Some(&object_ty))
            .map(|(_, target)| target)
    }

    fn bad_construction(&mut self, class: ClassRef, args: &[Arg]) -> (Expr, TypeId) {
        let name = self.cx.module[self.cx.rep.inferred.classes[class.index()].class].name.clone();
        self.failing_call(args, &format!("{name}() takes no arguments"))
    }

    /// An object of a class with abstract methods (`object.__new__`).
    fn abstract_construction(&mut self, class: ClassRef, methods: &[Name], args: &[Arg]) -> (Expr, TypeId) {
        let name = self.cx.module[self.cx.rep.inferred.classes[class.index()].class].name.clone();
        let plural = if methods.len() == 1 { "" } else { "s" };
        let list: Vec<&str> = methods.iter().map(|method| &**method).collect();
        let list = list.join(", ");
        self.failing_call(
            args,
            &format!("Can't instantiate abstract class {name} with abstract method{plural} {list}"),
        )
    }

    /// A call that evaluates its arguments and raises `TypeError`.
    fn failing_call(&mut self, args: &[Arg], message: &str) -> (Expr, TypeId) {
        let mut block = Block::default();
        for arg in args {
            self.effect(arg.value(), &mut block);
        }
        let throw = self.throw_message("TypeError", message);
        block.stmts.push(Stmt::Expr(throw));
        (Expr::Block(block), BOT)
    }

    /// `Name::new(args)`.
    pub(super) fn call_new(&mut self, object: ObjectId, init: InstId, values: Vec<(Expr, TypeId)>) -> Expr {
        let name = self.cx.new_fn(object, init);
        let struct_name = self.cx.rep.objects[object.0 as usize].name.clone();
        let mut args = Vec::new();
        for (value, ty) in values.into_iter().skip(1) {
            let repr = self.cx.rep.repr(ty);
            if matches!(repr, Repr::Static | Repr::Never) {
                continue;
            }
            args.push(self.owned(value, ty));
        }
        let call = Expr::call(Path::local(struct_name).assoc(name), args);
        if self.cx.is_fallible(init) {
            return self.propagate_call(init, call);
        }
        call
    }

    /// A dataclass's object: its fields from arguments and defaults.
    fn build_dataclass(&mut self, node: Node, object: ObjectId, object_ty: TypeId, args: &[Arg]) -> Expr {
        let Some(dataclass) = self.cx.dataclass(object) else { return Expr::unit() };
        let info = self.cx.rep.objects[object.0 as usize].clone();
        let block = Block::default();
        let mut given: Vec<(Name, Expr)> = Vec::new();
        for (i, arg) in args.iter().enumerate() {
            let name = match arg {
                Arg::Pos(_) => dataclass.fields.get(i).map(|(name, _)| name.clone()),
                Arg::Keyword(name, _) => Some(name.clone()),
                Arg::Star(_) | Arg::DoubleStar(_) => {
                    self.unsupported_operation("`*` into a dataclass");
                    None
                }
            };
            let Some(name) = name else { continue };
            let field_ty = self.object_field(info.cell, &name);
            let value = self.value_as(arg.value(), field_ty);
            given.push((name, value));
        }
        self.finish_dataclass(node, object, object_ty, given, block)
    }

    /// A dataclass's object with these values of its fields, defaults for the others; `block` runs before.
    pub(super) fn finish_dataclass(
        &mut self,
        node: Node,
        object: ObjectId,
        object_ty: TypeId,
        mut given: Vec<(Name, Expr)>,
        mut block: Block,
    ) -> Expr {
        let Some(dataclass) = self.cx.dataclass(object) else { return Expr::unit() };
        let info = self.cx.rep.objects[object.0 as usize].clone();
        let mut fields = Vec::new();
        for (name, _) in &dataclass.fields {
            let field_ty = self.object_field(info.cell, name);
            if !self.cx.has_field(object, name) {
                continue;
            }
            let value = match given.iter().position(|(other, _)| other == name) {
                Some(at) => given.swap_remove(at).1,
                None => self.dataclass_default(info.class, name, field_ty),
            };
            fields.push((ident(name), Expr::call(Path::Rt("Field").assoc("new"), vec![value])));
        }
        // Attributes that methods add later.
        for (name, _) in self.cx.fields_of(object) {
            if !fields.iter().any(|(other, _)| *other == ident(&name)) {
                fields.push((ident(&name), Expr::call(Path::Rt("Field").assoc("unset"), Vec::new())));
            }
        }
        let literal = Expr::Struct(Path::local(format!("{}Fields", info.name)), fields);
        let alloc = Expr::call(Path::local(info.name.clone()).assoc("alloc"), vec![literal]);
        let Some(post) = self.method_target(node, "__post_init__", self.first_atom(object_ty)) else {
            return if block.stmts.is_empty() {
                alloc
            } else {
                block.tail = Some(Box::new(alloc));
                Expr::Block(block)
            };
        };
        let held = self.temp("made");
        block.stmts.push(super::builtin::let_(&held, alloc));
        let (call, _) = self.call_method_instance(post, Expr::local(held.clone()), Vec::new());
        block.stmts.push(Stmt::Expr(call));
        block.tail = Some(Box::new(Expr::local(held)));
        let _ = object_ty;
        Expr::Block(block)
    }

    fn dataclass_default(&mut self, class: ClassRef, name: &Name, to: TypeId) -> Expr {
        let module = self.cx.module;
        for base in self.cx.rep.inferred.classes[class.index()].mro.clone() {
            let def = self.cx.rep.inferred.classes[base.index()].class;
            for &stmt in &module[def].body {
                let StmtKind::AnnAssign { target: Target::Local(local, _), value: Some(value), .. } =
                    &module[stmt].kind
                else {
                    continue;
                };
                if module[*local].name != *name {
                    continue;
                }
                if let ExprKind::Call { args, .. } = &module[*value].kind {
                    for arg in args {
                        let Arg::Keyword(key, value) = arg else { continue };
                        if &**key == "default_factory" {
                            return self.factory_value(*value, to);
                        }
                        if &**key == "default" {
                            let attrs = self.cx.rep.inferred.classes[base.index()].attrs;
                            let _ = attrs;
                            return self.literal_or_refuse(*value, to);
                        }
                    }
                }
                let attrs = self.cx.rep.inferred.classes[base.index()].attrs;
                let ty = self.cx.rep.inferred.cells[attrs.index()].get(&Field::Attr(name.clone()));
                let value = self.read_class_static(attrs, name, ty);
                return self.coerce(value, ty, to);
            }
        }
        Expr::unit()
    }

    fn literal_or_refuse(&mut self, value: portalis_hir::ExprId, to: TypeId) -> Expr {
        let (atom, lowered) = match &self.cx.module[value].kind {
            ExprKind::None => (Atom::None, Expr::unit()),
            ExprKind::Int(n) => (Atom::Int, Expr::Int(*n, None)),
            ExprKind::Float(x) => (Atom::Float, Expr::Float(*x)),
            ExprKind::Bool(b) => (Atom::Bool, Expr::Bool(*b)),
            ExprKind::Str(text) => (Atom::Str, super::expr::str_literal(text)),
            _ => {
                self.unsupported_operation("this default of a field");
                return Expr::unit();
            }
        };
        let from = self.of(atom);
        self.coerce(lowered, from, to)
    }

    /// What a function or class of the program gives a field that has no argument.
    fn made_by_factory(&mut self, factory: portalis_hir::ExprId, to: TypeId) -> Expr {
        let callee = self
            .cx
            .rep
            .inferred
            .live
            .clone()
            .into_iter()
            .find_map(|inst| self.cx.rep.inferred.insts[inst.index()].exprs.get(&factory).copied());
        let atoms = self.cx.rep.atoms(callee.unwrap_or(BOT));
        let (value, ty) = match atoms.as_slice() {
            [(_, Atom::Class(class))] => {
                self.construct_values(Node::Expr(factory), "factory", *class, Vec::new())
            }
            [(id, Atom::Func(func, _))] if self.cx.rep.captures.of(*func).is_empty() => {
                let found = self.cx.rep.inferred.live.iter().find_map(|inst| {
                    let calls = &self.cx.rep.inferred.insts[inst.index()].calls;
                    let site = portalis_typeck::instance::CallSite::new(Node::Expr(factory), "factory");
                    calls.get(&(site, *id)).copied()
                });
                match found {
                    Some(target) => {
                        let ret = self.return_type(target);
                        (self.call_instance(target, Vec::new(), Vec::new()), ret)
                    }
                    None => (Expr::Unreachable("a factory that is never called"), BOT),
                }
            }
            _ => {
                self.unsupported_operation("this factory of a field");
                (Expr::unit(), BOT)
            }
        };
        if ty == BOT { value } else { self.coerce(value, ty, to) }
    }

    fn factory_value(&mut self, factory: portalis_hir::ExprId, to: TypeId) -> Expr {
        let name = match &self.cx.module[factory].kind {
            ExprKind::Builtin(name) => name.to_string(),
            _ => String::new(),
        };
        let container = match name.as_str() {
            "list" => "List",
            "dict" => "Dict",
            "set" => "Set",
            _ => {
                return self.made_by_factory(factory, to);
            }
        };
        self.empty_container(container, to)
    }

    // ---- exceptions

    /// `ValueError(args)`.
    pub(crate) fn make_exception(&mut self, name: &Name, args: &[Arg]) -> Expr {
        let class = Expr::Path(Path::Exc(name.to_string()));
        let values: Vec<_> = args.iter().map(Arg::value).collect();
        match values.as_slice() {
            [] => Expr::call(super::raise::exception_path("empty"), vec![class]),
            [one] => {
                let ty = self.type_of(*one);
                let mut value = self.place(*one);
                if self.cx.rep.repr(ty) == Repr::Str
                    && &**name != "KeyError"
                    && let Some(text) = super::compare::str_literal_text(&value)
                {
                    return Expr::call(super::raise::exception_path("new"), vec![class, text]);
                }
                super::expr::anchor(&mut value);
                Expr::call(super::raise::exception_path("with_arg"), vec![class, value.by_ref()])
            }
            many => {
                let mut parts = Vec::new();
                for value in many {
                    let mut value = self.place(*value);
                    super::expr::anchor(&mut value);
                    parts.push(Expr::call(Path::RtIn("exc", "arg".to_owned()), vec![value.by_ref()]));
                }
                let class_ty = Ty::path(Path::Exc(name.to_string()));
                let from = Expr::Generic(super::raise::exception_path("from_args"), vec![class_ty]);
                Expr::Call(Box::new(from), vec![Expr::Vec(parts)])
            }
        }
    }

    /// An object of an exception class as the exception that travels.
    pub(crate) fn object_to_exception(&mut self, value: Expr) -> Expr {
        value.method("to_exception", Vec::new())
    }

    /// `super().__init__(…)` and others of `object` and the builtin exceptions.
    pub(crate) fn super_builtin(
        &mut self,
        _id: portalis_hir::ExprId,
        receiver: Expr,
        atom_id: portalis_typeck::ty::AtomId,
        name: &str,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let none = self.none_type();
        let receiver_ty = self.of_id(atom_id);
        let Repr::Object(object) = self.cx.rep.repr(receiver_ty) else { return (Expr::unit(), none) };
        let str_ty = self.of(Atom::Str);
        match name {
            "super.__init__" => {
                let mut block = Block::default();
                let class = self.cx.rep.objects[object.0 as usize].class;
                if self.cx.rep.is_exception_class(class) && self.cx.has_field(object, "args") {
                    let cell = self.cx.rep.objects[object.0 as usize].cell;
                    let args_ty = self.object_field(cell, &"args".into());
                    let mut parts = Vec::new();
                    let mut types = Vec::new();
                    for arg in args {
                        types.push(self.type_of(arg.value()));
                        parts.push(self.value(arg.value()));
                    }
                    let from = self.of(Atom::Tuple(types.into()));
                    let value = self.coerce(super::expr::tuple(parts), from, args_ty);
                    let field = Expr::Field(Box::new(receiver), "args".to_owned());
                    block.stmts.push(Stmt::Expr(field.method("set", vec![value])));
                } else {
                    for arg in args {
                        self.effect(arg.value(), &mut block);
                    }
                }
                (Expr::Block(block), none)
            }
            "super.__str__" | "super.__repr__"
                if self.cx.rep.is_exception_class(self.cx.rep.objects[object.0 as usize].class) =>
            {
                let exception = receiver.method("to_plain_exception", Vec::new());
                let function = if name == "super.__str__" { "str" } else { "repr" };
                (Expr::call(Path::RtIn("show", function.to_owned()), vec![exception.by_ref()]), str_ty)
            }
            _ => {
                self.unsupported_operation(name);
                (Expr::unit(), none)
            }
        }
    }

    /// The `class` statement: class attributes are assigned, methods need nothing.
    pub(crate) fn class_def(&mut self, class: ClassId, block: &mut Block) {
        let module = self.cx.module;
        for base in &module[class].bases {
            let _ = base;
        }
        let body = module[class].body.clone();
        let fields: Vec<_> = body
            .iter()
            .copied()
            .filter(|&stmt| {
                // `x: int = field(…)` makes no attribute.
                !matches!(&module[stmt].kind, StmtKind::AnnAssign { value: Some(value), .. }
                if matches!(&module[*value].kind, ExprKind::Call { callee, .. }
                    if self.cx.rep.atoms(self.type_of(*callee)).iter().any(|(_, atom)| {
                        matches!(atom, Atom::Builtin(name) if &**name == "dataclasses.field")
                    })))
            })
            .collect();
        self.stmts_into(&fields, block);
    }

    fn bind_arguments_of(
        &mut self,
        target: InstId,
        receiver: (Expr, TypeId),
        args: &[Arg],
    ) -> Vec<(Expr, TypeId)> {
        self.bind_call_arguments(target, Some(receiver), args)
    }
}

impl Cx<'_> {
    /// The attributes of an object that have a representation, in order of first assignment.
    pub(crate) fn fields_of(&mut self, object: ObjectId) -> Vec<(Name, Repr)> {
        let cell = self.rep.objects[object.0 as usize].cell;
        let fields = self.rep.inferred.cells[cell.index()].fields.clone();
        let mut out = Vec::new();
        for (field, ty) in fields {
            if let Field::Attr(name) = field {
                let repr = self.rep.repr(ty);
                if !matches!(repr, Repr::Static | Repr::Never) {
                    out.push((name, repr));
                }
            }
        }
        out
    }

    pub(crate) fn has_field(&mut self, object: ObjectId, name: &str) -> bool {
        self.fields_of(object).iter().any(|(field, _)| &**field == name)
    }

    /// `NodeFields { a: Field::unset(), … }`.
    pub(crate) fn unset_fields(&mut self, object: ObjectId) -> Expr {
        let name = self.rep.objects[object.0 as usize].name.clone();
        let fields = self
            .fields_of(object)
            .into_iter()
            .map(|(name, _)| (ident(&name), Expr::call(Path::Rt("Field").assoc("unset"), Vec::new())))
            .collect();
        Expr::Struct(Path::local(format!("{name}Fields")), fields)
    }

    /// The constructor that runs an instance of `__init__`.
    pub(crate) fn new_fn(&mut self, object: ObjectId, init: InstId) -> String {
        if let Some(known) = self.new_fns.get(&(object, init)) {
            return known.clone();
        }
        let n = self.new_fns.keys().filter(|(other, _)| *other == object).count();
        let name = if n == 0 { "new".to_owned() } else { format!("new_{}", n + 1) };
        self.new_fns.insert((object, init), name.clone());
        name
    }

    /// The `__init__` that runs for `class`, where the program defines one.
    fn init_of(&self, class: ClassRef) -> Option<FuncId> {
        let field = Field::Attr("__init__".into());
        self.rep.inferred.classes[class.index()].mro.iter().find_map(|base| {
            let attrs = self.rep.inferred.classes[base.index()].attrs;
            let found = self.rep.inferred.cells[attrs.index()].get(&field);
            self.rep.atoms(found).iter().find_map(|(_, atom)| match atom {
                Atom::Func(func, _) => Some(*func),
                _ => None,
            })
        })
    }

    /// Whether attribute `name` is set by `__init__` before anything can read it: a plain assignment to `self` at the top.
    pub(crate) fn always_initialised(&self, class: ClassRef, name: &Name) -> bool {
        for base in &self.rep.inferred.classes[class.index()].mro {
            let info = &self.rep.inferred.classes[base.index()];
            if info
                .dataclass
                .as_ref()
                .is_some_and(|dataclass| dataclass.fields.iter().any(|(field, _)| field == name))
            {
                return true;
            }
            for &stmt in &self.module[info.class].body {
                let StmtKind::FuncDef { func, .. } = &self.module[stmt].kind else { continue };
                if &*self.module[*func].name != "__init__" {
                    continue;
                }
                let Some(first) = self.module[*func].params.first() else { continue };
                let sets = self.module[*func].body.iter().any(|&stmt| {
                    let targets: Vec<&Target> = match &self.module[stmt].kind {
                        StmtKind::Assign { targets, .. } => targets.iter().collect(),
                        StmtKind::AnnAssign { target, value: Some(_), .. } => vec![target],
                        _ => return false,
                    };
                    targets.iter().any(|target| {
                        let parts: Vec<&Target> = match target {
                            Target::Tuple { items, .. } => items.iter().collect(),
                            other => vec![other],
                        };
                        parts.iter().any(|part| matches!(part, Target::Attribute { value, name: set, .. }
                            if set == name && matches!(self.module[*value].kind, ExprKind::Local(local) if local == first.local)))
                    })
                });
                return sets && !self.is_deleted(name);
            }
        }
        false
    }

    fn is_deleted(&self, name: &Name) -> bool {
        self.module.stmts.iter().any(|(_, stmt)| {
            matches!(&stmt.kind, StmtKind::Delete(targets)
                if targets.iter().any(|target| matches!(target, Target::Attribute { name: other, .. } if other == name)))
        })
    }

    /// The unit struct that stands for an exception class in `except`.
    pub(crate) fn exception_marker(&mut self, class: ClassRef) -> String {
        let definition = self.rep.inferred.classes[class.index()].class;
        format!("{}Class", self.module[definition].name)
    }

    /// Emits structs, constructors, methods and traits of all objects, and statics.
    pub(crate) fn emit_objects(&mut self) {
        let mut items = Vec::new();
        let mut at = 0;
        while at < self.rep.objects.len() {
            self.emit_object(ObjectId(at as u32), &mut items);
            at += 1;
        }
        self.emit_markers(&mut items);
        self.emit_statics(&mut items);
        items.append(&mut self.items);
        self.items = items;
    }

    fn emit_object(&mut self, object: ObjectId, items: &mut Vec<Item>) {
        let info = self.rep.objects[object.0 as usize].clone();
        let definition = self.rep.inferred.classes[info.class.index()].class;
        let doc = self.module[definition].doc.clone();
        let fields_name = format!("{}Fields", info.name);
        let fields: Vec<(String, Ty)> = self
            .fields_of(object)
            .into_iter()
            .map(|(name, repr)| (ident(&name), Ty::Named(Path::Rt("Field"), vec![self.rep.ty(&repr)])))
            .collect();
        items.push(Item::Struct(Struct { name: fields_name.clone(), doc, derives: Vec::new(), fields }));
        items.push(Item::Macro {
            path: "handle",
            args: vec![Ty::local(info.name.clone()), Ty::local(fields_name)],
        });
        items.extend(self.copyable_object(object));
        let mut fns = Vec::new();
        let news: Vec<(InstId, String)> = self
            .new_fns
            .iter()
            .filter(|((other, _), _)| *other == object)
            .map(|((_, init), name)| (*init, name.clone()))
            .collect();
        for (init, name) in news {
            fns.push(self.constructor(object, init, name));
        }
        fns.extend(self.methods.remove(&object).unwrap_or_default());
        if self.rep.is_exception_class(info.class) {
            fns.extend(self.exception_methods(object));
        }
        let ty = Ty::local(info.name.clone());
        let is_default =
            |func: &Fn| func.name == "new" && func.params.is_empty() && func.ret == Some(Ty::SelfTy);
        let has_default = fns.iter().any(is_default);
        if !fns.is_empty() {
            items.push(Item::Impl(Impl {
                of: None,
                ty: ty.clone(),
                assoc_types: Vec::new(),
                consts: Vec::new(),
                fns,
            }));
        }
        if has_default {
            items.push(default_impl(&ty));
        }
        self.emit_traits(object, items);
    }

    /// `pub fn new(args) -> Self { let this = Self::alloc(…); this.__init__(args); this }`.
    fn constructor(&mut self, object: ObjectId, init: InstId, name: String) -> Fn {
        let data = self.rep.inferred.insts[init.index()].clone();
        let module = self.module;
        let mut params = Vec::new();
        let mut args = Vec::new();
        for (param, ty) in module[data.func].params.iter().zip(&data.params).skip(1) {
            let repr = self.rep.repr(*ty);
            if matches!(repr, Repr::Static | Repr::Never) {
                continue;
            }
            let param_name = ident(&module[param.local].name);
            params.push(Param { name: param_name.clone(), is_mut: false, ty: self.rep.ty(&repr) });
            args.push(Expr::local(param_name));
        }
        let unset = self.unset_fields(object);
        let alloc = Expr::call(Path::local("Self").assoc("alloc"), vec![unset]);
        let callee = self.callees[&init].clone();
        let fallible = self.is_fallible(init);
        let call = match callee.object {
            Some(_) => Expr::local("this").method(callee.name, args),
            None => {
                let mut all = vec![Expr::local("this").cloned()];
                all.extend(args);
                Expr::call(Path::local(callee.name), all)
            }
        };
        let call = if fallible { call.tried() } else { call };
        let mut stmts = vec![super::builtin::let_("this", alloc)];
        stmts.extend(self.keep_arguments(object, data.func, &params));
        stmts.push(Stmt::Expr(call));
        let this = Expr::local("this");
        let n = params.len();
        Fn {
            name,
            doc: None,
            is_pub: true,
            has_self: false,
            params,
            ret: Some(if fallible {
                Ty::Named(Path::local("Result"), vec![Ty::SelfTy, Ty::rt("Exception")])
            } else {
                Ty::SelfTy
            }),
            body: Block { stmts, tail: Some(Box::new(if fallible { super::raise::ok(this) } else { this })) },
            expects: if n > 7 { vec!["clippy::too_many_arguments"] } else { Vec::new() },
        }
    }

    /// An exception whose `__init__` does not call its base's keeps the arguments of its construction.
    fn keep_arguments(&mut self, object: ObjectId, init: FuncId, params: &[Param]) -> Option<Stmt> {
        let info = self.rep.objects[object.0 as usize].clone();
        if !self.rep.is_exception_class(info.class)
            || portalis_typeck::calls_super_init(self.module, init)
            || !self.has_field(object, "args")
        {
            return None;
        }
        let ty = self.rep.inferred.cells[info.cell.index()].get(&Field::Attr("args".into()));
        let Repr::Tuple(items) = self.rep.repr(ty) else { return None };
        if items.len() != params.len() {
            return None;
        }
        let values = params.iter().map(|param| Expr::local(param.name.clone()).cloned()).collect();
        let field = Expr::Field(Box::new(Expr::local("this")), "args".to_owned());
        Some(Stmt::Expr(field.method("set", vec![super::expr::tuple(values)])))
    }

    /// `to_exception` (with the object) and `to_plain_exception` (its arguments alone).
    fn exception_methods(&mut self, object: ObjectId) -> Vec<Fn> {
        let info = self.rep.objects[object.0 as usize].clone();
        let marker = self.exception_marker(info.class);
        let args = self.exception_args(object);
        let text = match self.trait_target(object, "__str__") {
            Some(target) => {
                let callee = self.callees[&target].clone();
                let call = Expr::local("object").method(callee.name, Vec::new());
                let call = if self.is_fallible(target) {
                    Expr::call(Path::RtIn("exc", "or_end".to_owned()), vec![call])
                } else {
                    call
                };
                let closure = rir::Closure {
                    params: Vec::new(),
                    ret: None,
                    body: Box::new(call.method("to_string", Vec::new())),
                    is_move: true,
                };
                let boxed = Expr::call(Path::local("Box").assoc("new"), vec![Expr::Closure(closure)]);
                Expr::call(Path::local("Some"), vec![boxed])
            }
            None => Expr::local("None"),
        };
        let from =
            Expr::Generic(super::raise::exception_path("from_object"), vec![Ty::local(marker.clone())]);
        let make = Expr::Call(Box::new(from), vec![args.clone(), Expr::local("self").cloned(), text.clone()]);
        let mut stmts = Vec::new();
        if !matches!(text, Expr::Path(_)) {
            stmts.push(super::builtin::let_("object", Expr::local("self").cloned()));
        }
        let plain = Expr::Generic(super::raise::exception_path("from_args"), vec![Ty::local(marker)]);
        let method = |name: &str, body: Block| Fn {
            name: name.to_owned(),
            doc: None,
            is_pub: true,
            has_self: true,
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
    fn exception_args(&mut self, object: ObjectId) -> Expr {
        let cell = self.rep.objects[object.0 as usize].cell;
        let ty = self.rep.inferred.cells[cell.index()].get(&Field::Attr("args".into()));
        let field = Expr::Field(Box::new(Expr::local("self")), "args".to_owned()).method("get", Vec::new());
        match self.rep.repr(ty) {
            Repr::Tuple(items) if !items.is_empty() => {
                let names: Vec<String> = (0..items.len()).map(|i| format!("arg_{i}")).collect();
                let pat = Pat::Tuple(names.iter().map(|name| Pat::Bind(name.clone(), false)).collect());
                let parts = names
                    .into_iter()
                    .map(|name| {
                        Expr::call(Path::RtIn("exc", "arg".to_owned()), vec![Expr::local(name).by_ref()])
                    })
                    .collect();
                crate::coerce::destructure(pat, field, Expr::Vec(parts))
            }
            _ => Expr::Vec(Vec::new()),
        }
    }

    fn emit_markers(&mut self, items: &mut Vec<Item>) {
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
            let base = match info.mro.get(1) {
                Some(&base) => Ty::local(self.exception_marker(base)),
                None => Ty::path(Path::Exc(info.builtin_bases[0].to_string())),
            };
            let definition = self.rep.inferred.classes[i].class;
            let name = self.module[definition].name.to_string();
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
                consts: vec![("NAME", Ty::RefStatic(Box::new(Ty::local("str"))), Expr::Str(name))],
                fns: Vec::new(),
            }));
        }
    }

    fn emit_statics(&mut self, items: &mut Vec<Item>) {
        let consts: Vec<_> = self.statics.clone().into_iter().collect();
        let mut ordered: Vec<(u32, Item)> = Vec::new();
        for (local, name) in consts {
            let ty = self.rep.inferred.insts[0].locals.get(&local).copied().unwrap_or(BOT);
            let repr = self.rep.repr(ty);
            let rust_ty = self.rep.ty(&repr);
            let order = local.into_raw().into_u32();
            if let Some(&value) = self.consts.get(&local) {
                let value = match self.module[value].kind {
                    ExprKind::Int(n) if repr == Repr::I64 => Expr::Int(n, None),
                    ExprKind::Int(n) => Expr::Float(n as f64),
                    ExprKind::Float(x) => Expr::Float(x),
                    ExprKind::Bool(b) => Expr::Bool(b),
                    _ => Expr::unit(),
                };
                ordered.push((order, Item::Const { name, ty: rust_ty, value }));
                continue;
            }
            ordered.push((order, static_item(name, rust_ty)));
        }
        ordered.sort_by_key(|(order, _)| *order);
        items.extend(ordered.into_iter().map(|(_, item)| item));
        for ((attrs, attr), name) in self.class_statics.clone() {
            let ty = self.rep.inferred.cells[attrs.index()].get(&Field::Attr(attr));
            let repr = self.rep.repr(ty);
            let rust_ty = self.rep.ty(&repr);
            items.push(static_item(name, rust_ty));
        }
        for ((func, param), name) in self.default_statics.clone() {
            let Some(default) = self.module[func].params[param as usize].default else { continue };
            let insts = &self.rep.inferred.insts;
            let ty = self
                .rep
                .inferred
                .live
                .iter()
                .find_map(|inst| insts[inst.index()].exprs.get(&default).copied())
                .unwrap_or(BOT);
            let repr = self.rep.repr(ty);
            let rust_ty = self.rep.ty(&repr);
            items.push(static_item(name, rust_ty));
        }
    }

    // ---- traits

    fn emit_traits(&mut self, object: ObjectId, items: &mut Vec<Item>) {
        let info = self.rep.objects[object.0 as usize].clone();
        let ty = Ty::local(info.name.clone());
        let dataclass = self.dataclass(object);
        items.push(self.repr_impl(object));
        let own_eq = self.trait_target(object, "__eq__");
        let defines_eq = self.class_defines(object, "__eq__");
        let data_eq = dataclass.as_ref().is_some_and(|dataclass| dataclass.eq);
        let defines_hash = self.class_defines(object, "__hash__");
        if !defines_eq && !data_eq && !self.decides_truth_of(object) && !defines_hash {
            items.push(Item::Macro { path: "identity", args: vec![ty.clone()] });
        } else {
            let eq = match own_eq {
                Some(target) => self.call_trait(target, Expr::local("other")),
                None if data_eq && !defines_eq => self.dataclass_eq(object),
                None => Expr::local("self").method("is", vec![Expr::local("other")]),
            };
            items.push(eq_impl(&ty, eq));
            let hash = match self.trait_target(object, "__hash__") {
                Some(target) => {
                    let call = self.call_trait_plain(target);
                    let ret = self.rep.inferred.insts[target.index()].ret;
                    match self.rep.repr(ret) {
                        Repr::Big => call.method("narrow", Vec::new()),
                        Repr::Bool => Expr::call(Path::local("i64").assoc("from"), vec![call]),
                        _ => call,
                    }
                }
                None if data_eq && dataclass.as_ref().is_some_and(|dataclass| dataclass.frozen) => {
                    let fields = self.dataclass_values(object, "self");
                    Expr::call(
                        Path::RtIn("hash", "hash".to_owned()),
                        vec![super::expr::tuple(fields).by_ref()],
                    )
                }
                None if defines_eq || data_eq => {
                    let name =
                        self.module[self.rep.inferred.classes[info.class.index()].class].name.to_string();
                    Expr::call(
                        Path::RtIn("exc", "type_error".to_owned()),
                        vec![Expr::Str(format!("unhashable type: '{name}'"))],
                    )
                    .method("uncaught", Vec::new())
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

    /// `format(object, spec)`: `object.__format__`, which takes the empty spec only.
    fn format_impl(&mut self, object: ObjectId, ty: &Ty) -> Item {
        let class = self.rep.objects[object.0 as usize].class;
        let name = self.module[self.rep.inferred.classes[class.index()].class].name.to_string();
        let class_name = Expr::Str(name);
        let format = Expr::call(
            Path::RtIn("format", "try_format_object".to_owned()),
            vec![Expr::local("self"), class_name.clone(), Expr::local("spec")],
        );
        let method = |method: &str, params: Vec<Param>, ret: Ty, body: Expr| Fn {
            name: method.to_owned(),
            doc: None,
            is_pub: false,
            has_self: true,
            params,
            ret: Some(ret),
            body: Block::of(body),
            expects: Vec::new(),
        };
        let spec = Param { name: "spec".to_owned(), is_mut: false, ty: Ty::Ref(Box::new(Ty::local("str"))) };
        let text = Ty::Named(Path::local("Result"), vec![Ty::local("String"), Ty::rt("Exception")]);
        Item::Impl(Impl {
            of: Some((Path::Rt("PyFormat"), Vec::new())),
            ty: ty.clone(),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: vec![
                method("try_format", vec![spec], text, format),
                method("class_name", Vec::new(), Ty::RefStatic(Box::new(Ty::local("str"))), class_name),
            ],
        })
    }

    fn decides_truth_of(&self, object: ObjectId) -> bool {
        self.class_defines(object, "__bool__") || self.class_defines(object, "__len__")
    }

    fn truth_body(&mut self, object: ObjectId) -> Expr {
        for method in ["__bool__", "__len__"] {
            if let Some(target) = self.trait_target(object, method) {
                let call = self.call_trait_plain(target);
                let ret = self.rep.inferred.insts[target.index()].ret;
                return match self.rep.repr(ret) {
                    Repr::Bool => call,
                    Repr::I64 => Expr::binary(rir::BinOp::Ne, call, Expr::Int(0, None)),
                    _ => Expr::call(Path::RtIn("truth", "truth".to_owned()), vec![call.by_ref()]),
                };
            }
        }
        Expr::Bool(true)
    }

    /// A special method without arguments, its exception ending the program.
    fn call_trait_plain(&mut self, target: InstId) -> Expr {
        let callee = self.callees[&target].clone();
        let call = match callee.object {
            Some(_) => Expr::local("self").method(callee.name, Vec::new()),
            None => Expr::call(Path::local(callee.name), vec![Expr::local("self").cloned()]),
        };
        if self.is_fallible(target) {
            Expr::call(Path::RtIn("exc", "or_end".to_owned()), vec![call])
        } else {
            call
        }
    }

    /// A special method with another object, coerced to its parameter; truth of the answer.
    fn call_trait(&mut self, target: InstId, other: Expr) -> Expr {
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
        let callee = self.callees[&target].clone();
        let to = data.params.get(1).copied().unwrap_or(BOT);
        let static_param = matches!(self.rep.repr(to), Repr::Static | Repr::Never);
        let mut args = if static_param { Vec::new() } else { vec![other] };
        let call = match callee.object {
            Some(_) => receiver.method(callee.name, args),
            None => {
                args.insert(0, receiver.cloned());
                Expr::call(Path::local(callee.name), args)
            }
        };
        let call = if self.is_fallible(target) {
            Expr::call(Path::RtIn("exc", "or_end".to_owned()), vec![call])
        } else {
            call
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
    fn widen_object(&mut self, value: Expr, from: TypeId, to: TypeId) -> Expr {
        let (a, b) = (self.rep.repr(from), self.rep.repr(to));
        if a == b {
            return value;
        }
        match b {
            Repr::Option(_) => {
                let rest = self.rep.inferred.types.filter(to, |atom| *atom != Atom::None);
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

    fn dataclass_values(&mut self, object: ObjectId, of: &str) -> Vec<Expr> {
        let Some(dataclass) = self.dataclass(object) else { return Vec::new() };
        let mut out = Vec::new();
        for (name, _) in dataclass.fields {
            if self.has_field(object, &name) {
                out.push(Expr::Field(Box::new(Expr::local(of)), ident(&name)).method("get", Vec::new()));
            }
        }
        out
    }

    fn dataclass_eq(&mut self, object: ObjectId) -> Expr {
        // What is always `None` is always equal.
        let nones: Vec<Name> = self
            .fields_of(object)
            .into_iter()
            .filter(|(_, repr)| *repr == Repr::Unit)
            .map(|(name, _)| name)
            .collect();
        let field = |of: &str, name: &Name| {
            Expr::Field(Box::new(Expr::local(of)), ident(name)).method("get", Vec::new())
        };
        let mut all: Option<Expr> = None;
        for (name, _) in self.dataclass(object).unwrap_or_default().fields {
            if !self.has_field(object, &name) || nones.contains(&name) {
                continue;
            }
            let one = Expr::binary(rir::BinOp::Eq, field("self", &name), field("other", &name));
            all = Some(match all {
                Some(all) => Expr::binary(rir::BinOp::And, all, one),
                None => one,
            });
        }
        all.unwrap_or(Expr::Bool(true))
    }

    fn repr_impl(&mut self, object: ObjectId) -> Item {
        let info = self.rep.objects[object.0 as usize].clone();
        let definition = self.rep.inferred.classes[info.class.index()].class;
        let qualname = self.module[definition].qualname.to_string();
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
                        let mut text = format!("{qualname}(");
                        let mut args = Vec::new();
                        for (i, (name, _)) in dataclass.fields.iter().enumerate() {
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
                        write(&text, args)
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
    fn show_method(&mut self, target: InstId) -> Expr {
        let callee = self.callees[&target].clone();
        let call = match callee.object {
            Some(_) => Expr::local("self").method(callee.name, Vec::new()),
            None => Expr::call(Path::local(callee.name), vec![Expr::local("self").cloned()]),
        };
        let ret = self.rep.inferred.insts[target.index()].ret;
        let pad = |text: Expr| Expr::local("f").method("pad", vec![text.by_ref()]);
        if self.is_fallible(target) {
            let fail = Expr::call(Path::RtIn("output", "fail".to_owned()), vec![Expr::local("error")]);
            let arms = vec![
                Arm {
                    pat: Pat::Call(Path::local("Ok"), vec![Pat::Bind("text".to_owned(), false)]),
                    guard: None,
                    body: pad(Expr::local("text")),
                },
                Arm {
                    pat: Pat::Call(Path::local("Err"), vec![Pat::Bind("error".to_owned(), false)]),
                    guard: None,
                    body: fail,
                },
            ];
            return Expr::Match(Box::new(call), arms);
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

    fn emit_order(&mut self, object: ObjectId, ty: &Ty, items: &mut Vec<Item>) {
        let lt = self.trait_target(object, "__lt__");
        let gt = self.trait_target(object, "__gt__");
        let data = self.is_ordered_dataclass(object);
        if lt.is_none() && gt.is_none() && !data {
            return;
        }
        let other = || Expr::local("other");
        let (less, more) = if data && lt.is_none() {
            let (a, b) = (self.dataclass_values(object, "self"), self.dataclass_values(object, "other"));
            let cmp = |op: rir::BinOp| Expr::binary(op, Expr::Tuple(a.clone()), Expr::Tuple(b.clone()));
            (cmp(rir::BinOp::Lt), cmp(rir::BinOp::Gt))
        } else {
            let less = match lt {
                Some(target) => self.call_trait(target, other()),
                None => Expr::Bool(false),
            };
            let more = match gt {
                Some(target) => self.call_trait(target, other()),
                None => {
                    Expr::binary(rir::BinOp::Lt, Expr::local("other").deref(), Expr::local("self").deref())
                }
            };
            let less = if lt.is_none() {
                Expr::binary(rir::BinOp::Gt, Expr::local("other").deref(), Expr::local("self").deref())
            } else {
                less
            };
            (less, more)
        };
        let ordering = |name: &str| {
            Expr::call(Path::local("Some"), vec![Expr::Path(Path::Std("std::cmp::Ordering").assoc(name))])
        };
        let less_test =
            Expr::binary(rir::BinOp::Lt, Expr::local("self").deref(), Expr::local("other").deref());
        let more_test =
            Expr::binary(rir::BinOp::Lt, Expr::local("other").deref(), Expr::local("self").deref());
        let equal = Expr::binary(rir::BinOp::Eq, Expr::local("self").deref(), Expr::local("other").deref());
        let cmp = Expr::If(
            Box::new(equal),
            Block::of(ordering("Equal")),
            Some(Box::new(Expr::If(
                Box::new(less_test),
                Block::of(ordering("Less")),
                Some(Box::new(Expr::If(
                    Box::new(more_test),
                    Block::of(ordering("Greater")),
                    Some(Box::new(Expr::Block(Block::of(Expr::local("None"))))),
                ))),
            ))),
        );
        let param =
            || vec![Param { name: "other".to_owned(), is_mut: false, ty: Ty::Ref(Box::new(Ty::SelfTy)) }];
        let method = |name: &str, ret: Ty, body: Expr| Fn {
            name: name.to_owned(),
            doc: None,
            is_pub: false,
            has_self: true,
            params: param(),
            ret: Some(ret),
            body: Block::of(body),
            expects: Vec::new(),
        };
        let ordering_ty = Ty::Named(Path::local("Option"), vec![Ty::path(Path::Std("std::cmp::Ordering"))]);
        items.push(Item::Impl(Impl {
            of: Some((Path::local("PartialOrd"), Vec::new())),
            ty: ty.clone(),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns: vec![
                method("partial_cmp", ordering_ty, cmp),
                method("lt", Ty::local("bool"), less),
                method("gt", Ty::local("bool"), more),
            ],
        }));
    }
}

fn static_item(name: String, ty: Ty) -> Item {
    Item::ThreadLocal {
        name,
        doc: None,
        ty: Ty::Named(Path::Rt("Global"), vec![ty]),
        value: Expr::call(Path::Rt("Global").assoc("unset"), Vec::new()),
    }
}

/// `impl Trait for Ty { fn name(&self, params) -> ret { body } }`.
pub(crate) fn trait_impl(of: Path, ty: &Ty, name: &str, params: Vec<Param>, ret: Ty, body: Expr) -> Item {
    Item::Impl(Impl {
        of: Some((of, Vec::new())),
        ty: ty.clone(),
        assoc_types: Vec::new(),
        consts: Vec::new(),
        fns: vec![Fn {
            name: name.to_owned(),
            doc: None,
            is_pub: false,
            has_self: true,
            params,
            ret: Some(ret),
            body: Block::of(body),
            expects: Vec::new(),
        }],
    })
}

pub(crate) fn eq_impl(ty: &Ty, body: Expr) -> Item {
    let other = Param { name: "other".to_owned(), is_mut: false, ty: Ty::Ref(Box::new(Ty::SelfTy)) };
    trait_impl(Path::local("PartialEq"), ty, "eq", vec![other], Ty::local("bool"), body)
}

/// `fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result`.
pub(crate) fn fmt_fn(name: &str, body: Expr) -> Fn {
    Fn {
        name: name.to_owned(),
        doc: None,
        is_pub: false,
        has_self: true,
        params: vec![Param {
            name: "f".to_owned(),
            is_mut: false,
            ty: Ty::RefMut(Box::new(Ty::path(Path::Std("std::fmt::Formatter")))),
        }],
        ret: Some(Ty::path(Path::Std("std::fmt::Result"))),
        body: Block::of(body),
        expects: Vec::new(),
    }
}

/// `impl Default for ty`, for what is made without arguments.
fn default_impl(ty: &Ty) -> Item {
    Item::Impl(Impl {
        of: Some((Path::local("Default"), Vec::new())),
        ty: ty.clone(),
        assoc_types: Vec::new(),
        consts: Vec::new(),
        fns: vec![Fn {
            name: "default".to_owned(),
            doc: None,
            is_pub: false,
            has_self: false,
            params: Vec::new(),
            ret: Some(Ty::SelfTy),
            body: Block::of(Expr::call(Path::local("Self").assoc("new"), Vec::new())),
            expects: Vec::new(),
        }],
    })
}
