//! Look-ups in what inference found: targets of calls, names of classes, statics.

use portalis_hir::{ExprKind, FuncId, LocalId, Name, Scope, StmtKind};
use portalis_typeck::builtins::class_path;
use portalis_typeck::cell::{Field, Node};
use portalis_typeck::instance::CallSite;
use portalis_typeck::iterator_class::SOME_ITERATOR;
use portalis_typeck::ty::{Atom, AtomId, CellId, ClassRef, InstId, TypeId};
use portalis_typeck::underlying::fields;

use super::{Cx, FnCx};
use crate::represent::{ObjectId, Repr};

impl Cx<'_> {
    /// The name of the static that holds a module-level variable.
    pub(crate) fn static_of(&mut self, local: LocalId) -> String {
        if let Some(name) = self.statics.get(&local) {
            return name.clone();
        }
        let name = self.rep.names.unique_static_of(&self.module[local].name);
        self.statics.insert(local, name.clone());
        name
    }

    /// The static of a class attribute, for a variable of the class body.
    pub(crate) fn class_static_of(&mut self, local: LocalId, inst: InstId) -> String {
        let module = self.module;
        let Scope::Class(class) = module[local].owner else { return self.static_of(local) };
        match self.rep.inferred.class_ids.get(&(class, inst)).copied() {
            Some(class) => {
                let attrs = self.rep.inferred.classes[class.index()].attrs;
                self.class_static(attrs, &module[local].name)
            }
            None => self.static_of(local),
        }
    }

    /// The static of attribute `name` of a class.
    pub(crate) fn class_static(&mut self, attrs: CellId, name: &Name) -> String {
        let key = (attrs, name.clone());
        if let Some(known) = self.class_statics.get(&key) {
            return known.clone();
        }
        let class =
            self.rep.inferred.classes.iter().find(|class| class.attrs == attrs).map(|class| class.class);
        let class_name = class.map_or_else(String::new, |class| self.module[class].name.to_string());
        let base = format!("{}_{name}", crate::names::snake(&class_name));
        let unique = self.rep.names.unique_static(&base);
        self.class_statics.insert(key, unique.clone());
        unique
    }

    /// The static of a parameter's default.
    pub(crate) fn default_static(&mut self, func: FuncId, param: u32) -> String {
        if let Some(known) = self.default_statics.get(&(func, param)) {
            return known.clone();
        }
        let name = &self.module[func].name;
        let param_name = &self.module[self.module[func].params[param as usize].local].name;
        let base = format!("{}_{param_name}", name.trim_matches(['<', '>']));
        let unique = self.rep.names.unique_static(&base);
        self.default_statics.insert((func, param), unique.clone());
        unique
    }

    /// The function whose name a function under `@wraps(f)` bears; itself without one.
    pub(crate) fn wrapped_function(&self, func: FuncId, env: InstId) -> FuncId {
        let module = self.module;
        for (_, stmt) in module.stmts.iter() {
            let StmtKind::FuncDef { func: other, decorators, .. } = &stmt.kind else { continue };
            if *other != func {
                continue;
            }
            for decorator in decorators {
                let exprs = &self.rep.inferred.insts[env.index()].exprs;
                let is_wraps = exprs.get(decorator).is_some_and(|&ty| {
                    self.rep.inferred.types.contains(ty, &Atom::Builtin("functools.wraps".into()))
                });
                if let (true, ExprKind::Call { args, .. }) = (is_wraps, &module[*decorator].kind)
                    && let Some(wrapped) = args.first()
                    && let Some(&ty) = exprs.get(&wrapped.value())
                    && let [(_, Atom::Func(wrapped, env))] = self.rep.atoms(ty).as_slice()
                {
                    return self.wrapped_function(*wrapped, *env);
                }
            }
        }
        func
    }

    /// Some call for `role` on a receiver: methods have one instance per receiver and arguments.
    pub(crate) fn any_target(&self, receiver: AtomId, role: &str) -> Option<InstId> {
        self.targets(receiver, role).next()
    }

    /// The `__getitem__` of a receiver that takes the indices of a loop, and as little else as there is.
    pub(crate) fn item_target(&self, receiver: AtomId) -> Option<InstId> {
        let types = &self.rep.inferred.types;
        let keys = |target: &InstId| {
            let Some(&key) = self.rep.inferred.insts[target.index()].params.get(1) else { return (false, 0) };
            let takes_indices = [Atom::Int, Atom::Nat].iter().any(|atom| types.contains(key, atom));
            (!takes_indices, types.ids(key).len())
        };
        self.targets(receiver, "__getitem__").min_by_key(keys)
    }

    fn targets(&self, receiver: AtomId, role: &str) -> impl Iterator<Item = InstId> {
        let calls =
            self.rep.inferred.live.iter().flat_map(|inst| &self.rep.inferred.insts[inst.index()].calls);
        calls.filter(move |((site, callee), _)| {
            let is_receivers = matches!(self.rep.inferred.types.get(*callee), Atom::Bound(other, ..) if *other == receiver);
            &*site.role == role && is_receivers
        })
        .map(|(_, &target)| target)
    }

    /// The instance that a trait of the runtime calls for an object.
    pub(crate) fn trait_target(&self, object: ObjectId, method: &str) -> Option<InstId> {
        let data = &self.rep.objects[object.0 as usize];
        let targets = self.rep.inferred.trait_calls.get(&(data.cell, method.into()))?;
        targets.iter().find(|(class, _)| *class == data.class).map(|(_, target)| *target)
    }

    /// Whether a class or a base of it defines `method`.
    pub(crate) fn class_defines(&self, object: ObjectId, method: &str) -> bool {
        let class = self.rep.objects[object.0 as usize].class;
        let field = Field::Attr(method.into());
        self.rep.inferred.classes[class.index()].mro.iter().any(|base| {
            let attrs = self.rep.inferred.classes[base.index()].attrs;
            self.rep.inferred.cells[attrs.index()].get(&field) != portalis_typeck::ty::BOT
        })
    }

    /// Whether the class of an object says how to iterate it, or derives from a builtin class that does.
    pub(crate) fn is_iterated(&self, receiver: AtomId) -> bool {
        let Atom::Obj(class, _) = self.rep.inferred.types.get(receiver) else { return true };
        let info = &self.rep.inferred.classes[class.index()];
        let defines = |method: &str| {
            let field = Field::Attr(method.into());
            info.mro.iter().any(|base| {
                let attrs = self.rep.inferred.classes[base.index()].attrs;
                self.rep.inferred.cells[attrs.index()].get(&field) != portalis_typeck::ty::BOT
            })
        };
        !fields(&self.rep.inferred.classes, *class).is_empty()
            || defines("__iter__")
            || defines("__getitem__")
    }

    /// The dataclass options that hold for an object.
    pub(crate) fn dataclass(&self, object: ObjectId) -> Option<portalis_typeck::solve::Dataclass> {
        let class = self.rep.objects[object.0 as usize].class;
        let mro = &self.rep.inferred.classes[class.index()].mro;
        mro.iter().find_map(|base| self.rep.inferred.classes[base.index()].dataclass.clone())
    }

    /// Whether an object is of a dataclass with `order=True`, or a named tuple whose fields have an order.
    pub(crate) fn is_ordered_dataclass(&self, object: ObjectId) -> bool {
        self.orders_dataclass(object, &mut Vec::new())
    }

    /// The same below other objects; one that holds itself is ordered if the rest of it is.
    pub(crate) fn orders_dataclass(&self, object: ObjectId, open: &mut Vec<ObjectId>) -> bool {
        let Some(dataclass) = self.dataclass(object).filter(|dataclass| dataclass.order) else {
            return false;
        };
        if self.ordered_tuples.contains(&object) || open.contains(&object) {
            return true;
        }
        open.push(object);
        let fields = self.field_reprs(object, &dataclass);
        let orders = match fields {
            Some(fields) if dataclass.is_tuple => {
                fields.iter().all(|field| self.orders(field, open) || self.orders_natively(field))
            }
            Some(_) => self.compared_reprs(object).iter().all(|field| self.orders_field(field, open)),
            None => !dataclass.is_tuple,
        };
        open.pop();
        orders
    }

    /// What the fields of a dataclass or named tuple are held as, where all are known.
    pub(crate) fn field_reprs(
        &self,
        object: ObjectId,
        dataclass: &portalis_typeck::solve::Dataclass,
    ) -> Option<Vec<Repr>> {
        let cell = self.rep.objects[object.0 as usize].cell;
        let repr = |name: &Name| {
            let ty = self.rep.inferred.cells[cell.index()].attribute(name);
            self.rep.known(ty).cloned()
        };
        dataclass.fields.iter().map(|(name, _)| repr(name)).collect()
    }

    /// `type(x).__name__` of a value of one type.
    pub(crate) fn class_name_of(&self, ty: TypeId) -> String {
        self.rep.atoms(ty).first().map_or_else(String::new, |(_, atom)| self.class_name(atom))
    }

    /// What CPython's messages call the class of a kind of value: `type(x).__name__`, after the module of one written in C.
    pub(crate) fn class_name(&self, atom: &Atom) -> String {
        match atom {
            Atom::Nat | Atom::Int | Atom::BigInt => "int".to_owned(),
            Atom::Bool => "bool".to_owned(),
            Atom::Float => "float".to_owned(),
            Atom::Complex => "complex".to_owned(),
            Atom::Str => "str".to_owned(),
            Atom::Bytes => "bytes".to_owned(),
            Atom::None => "NoneType".to_owned(),
            Atom::Range | Atom::NatRange => "range".to_owned(),
            Atom::Ellipsis => "ellipsis".to_owned(),
            Atom::NotImplemented => "NotImplementedType".to_owned(),
            Atom::File => "_io.TextIOWrapper".to_owned(),
            Atom::Native(name) => portalis_typeck::builtins::native_name(name).to_owned(),
            Atom::Cont(kind, cell) => match kind {
                portalis_typeck::ty::Kind::DefaultDict => "collections.defaultdict".to_owned(),
                portalis_typeck::ty::Kind::OrderedDict => "collections.OrderedDict".to_owned(),
                portalis_typeck::ty::Kind::Deque => "collections.deque".to_owned(),
                portalis_typeck::ty::Kind::Iterator => {
                    self.rep.inferred.iterator_class(*cell).unwrap_or(SOME_ITERATOR).to_owned()
                }
                portalis_typeck::ty::Kind::Native(word) => {
                    portalis_typeck::builtins::native_name(word).to_owned()
                }
                kind => kind.name().to_owned(),
            },
            Atom::Tuple(_) | Atom::TupleVar(_) => "tuple".to_owned(),
            Atom::Obj(class, _) => {
                let data = &self.module[self.rep.inferred.classes[class.index()].class];
                match &data.module {
                    Some(module) if matches!(&**module, "datetime" | "types") => {
                        format!("{module}.{}", data.name)
                    }
                    _ => data.name.to_string(),
                }
            }
            Atom::Class(class) => {
                portalis_typeck::solve::metaclass_name(&self.rep.inferred.classes, *class).to_owned()
            }
            Atom::ExcClass(_) => "type".to_owned(),
            Atom::Func(..) => "function".to_owned(),
            Atom::Bound(..) => "method".to_owned(),
            Atom::Exc(name) => name.to_string(),
            Atom::Module(_) => "module".to_owned(),
            Atom::Builtin(name) if class_path(name).is_some() => "type".to_owned(),
            Atom::Builtin(name) if !name.contains('.') => "builtin_function_or_method".to_owned(),
            Atom::BoundBuiltin(..) => "builtin_function_or_method".to_owned(),
            _ => "object".to_owned(),
        }
    }
}

impl FnCx<'_, '_> {
    /// Whether a type is `Counter`.
    pub(crate) fn is_counter(&self, ty: TypeId) -> bool {
        let is_counter = |atom: &Atom| matches!(atom, Atom::Cont(portalis_typeck::ty::Kind::Counter, _));
        self.cx.rep.atoms(ty).first().is_some_and(|(_, atom)| is_counter(atom))
    }

    /// Whether a type is that of `()` alone.
    pub(crate) fn is_empty_tuple(&self, ty: TypeId) -> bool {
        matches!(self.cx.rep.atoms(ty).as_slice(), [(_, Atom::Tuple(items))] if items.is_empty())
    }

    /// The instance that the call of `callee` at `node` for `role` runs.
    pub(crate) fn target(&self, node: Node, role: &str, callee: AtomId) -> Option<InstId> {
        let site = CallSite::new(node, role);
        self.cx.rep.inferred.insts[self.inst.index()].calls.get(&(site, callee)).copied()
    }

    /// The instance of special method `method` that the operation at `node` calls on a receiver.
    pub(crate) fn method_target(&self, node: Node, method: &str, receiver: AtomId) -> Option<InstId> {
        let site = CallSite::new(node, method);
        self.cx.rep.inferred.insts[self.inst.index()].calls.iter().find_map(|((other, callee), &target)| {
            let same =
                matches!(self.cx.rep.inferred.types.get(*callee), Atom::Bound(it, ..) if *it == receiver);
            (*other == site && same).then_some(target)
        })
    }

    /// Whether a look at `node` for what is of type `item` among what is of another type asks the `__eq__` of objects.
    pub(crate) fn asks_objects(&mut self, node: Node, item: TypeId, elem: TypeId) -> bool {
        !self.targets(node, "__eq__").is_empty() && self.cx.rep.repr(item) != self.cx.rep.repr(elem)
    }

    /// All calls at `node` for `role`.
    pub(crate) fn targets(&self, node: Node, role: &str) -> Vec<(AtomId, InstId)> {
        let site = CallSite::new(node, role);
        let calls = &self.cx.rep.inferred.insts[self.inst.index()].calls;
        calls
            .iter()
            .filter(|((other, _), _)| *other == site)
            .map(|((_, callee), &target)| (*callee, target))
            .collect()
    }

    /// `type(x).__name__` of a kind of value.
    pub(crate) fn class_name(&self, atom: &Atom) -> String {
        match self.named_object() {
            Some((object, value)) if self.cx.rep.atoms(value).iter().any(|(_, of)| of == atom) => {
                self.cx.class_name_of(object)
            }
            _ => self.cx.class_name(atom),
        }
    }

    /// `__qualname__` of a class of the program.
    pub(crate) fn class_qualname(&self, class: ClassRef) -> String {
        self.cx.module[self.cx.rep.inferred.classes[class.index()].class].qualname.to_string()
    }

    /// The same of a value of one type.
    pub(crate) fn class_name_of(&self, ty: TypeId) -> String {
        match self.named_object() {
            Some((object, value)) if value == ty => self.cx.class_name_of(object),
            _ => self.cx.class_name_of(ty),
        }
    }

    /// The field type of an object.
    pub(crate) fn object_field(&self, cell: CellId, name: &Name) -> TypeId {
        self.cx.rep.inferred.cells[cell.index()].attribute(name)
    }
}
