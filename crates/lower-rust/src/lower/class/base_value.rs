//! Classes derived from a builtin type: the object holds a value of it, which does what the class does not define.
//!
//! ```text
//! class Stack(list): …         pub struct StackFields { pub _list: Field<List<i64>> }
//! stack.append(1)              stack._list.get().push(1)
//! ```

use portalis_hir::{Arg, ExprId, Name};
use portalis_typeck::cell::{Field, Node};
use portalis_typeck::ty::{Atom, AtomId, BOT, ClassRef, TypeId};
use portalis_typeck::underlying::base_field;

use super::super::{Cx, FnCx};
use super::traits::{eq_impl, fmt_fn, trait_impl};
use crate::names::ident;
use crate::represent::{ObjectId, Repr};
use crate::rir::{Block, Expr, Impl, Item, Param, Path, Stmt, Ty};

/// The hidden attribute, as Python has no name for it.
fn hidden(base: &str) -> Name {
    match base_field(base) {
        Field::Attr(name) => name,
        _ => base.into(),
    }
}

/// The container of the runtime that objects of a class derived from one of Python's hold.
fn container(base: &str) -> Option<&'static str> {
    match base {
        "list" => Some("List"),
        "dict" | "OrderedDict" | "Counter" | "defaultdict" => Some("Dict"),
        "deque" => Some("Deque"),
        "set" => Some("Set"),
        _ => None,
    }
}

fn positional(args: &[Arg]) -> Vec<ExprId> {
    args.iter().filter_map(|arg| if let Arg::Pos(value) = arg { Some(*value) } else { None }).collect()
}

impl Cx<'_> {
    /// The builtin type that an object's class derives from.
    pub(crate) fn base_value(&self, object: ObjectId) -> Option<&'static str> {
        let class = self.rep.objects[object.0 as usize].class;
        self.rep.inferred.classes[class.index()].base_value
    }

    /// The Rust field of its value.
    pub(crate) fn base_value_field(&self, object: ObjectId) -> Option<String> {
        self.base_value(object).map(|base| ident(&hidden(base)))
    }

    /// The same where it is a container.
    pub(crate) fn held_container(&self, object: ObjectId) -> Option<String> {
        self.base_value(object).and_then(container)?;
        self.base_value_field(object)
    }

    /// How the value is held.
    fn base_value_repr(&mut self, object: ObjectId) -> Option<Repr> {
        let name = hidden(self.base_value(object)?);
        self.fields_of(object).into_iter().find(|(field, _)| *field == name).map(|(_, repr)| repr)
    }

    /// Whether that value has an order.
    pub(crate) fn orders_base_value(&mut self, object: ObjectId) -> bool {
        self.base_value_repr(object).is_some_and(|repr| self.can_order(&repr))
    }

    /// Whether an object is a container that may change.
    pub(crate) fn is_container(&self, object: ObjectId) -> bool {
        self.base_value(object).and_then(container).is_some()
    }

    /// What a new object holds before it is filled.
    pub(super) fn empty_base_value(&mut self, object: ObjectId) -> Option<(String, Expr)> {
        let base = self.base_value(object)?;
        let container = container(base)?;
        let field = self.base_value_field(object)?;
        let new = Expr::call(Path::Rt(container).assoc("new"), Vec::new());
        let new = match base {
            "OrderedDict" => new.method("into_ordered", Vec::new()),
            "Counter" => new.method("into_counter", Vec::new()),
            "defaultdict" => new.method("into_default", vec![Expr::Str("None".to_owned())]),
            _ => new,
        };
        let new = self.named_base_value(object, new);
        Some((field, Expr::call(Path::Rt("Field").assoc("new"), vec![new])))
    }

    /// The value of an object of a class whose name its text shows.
    fn named_base_value(&self, object: ObjectId, value: Expr) -> Expr {
        if !matches!(self.base_value(object), Some("OrderedDict" | "Counter" | "defaultdict" | "deque")) {
            return value;
        }
        let name = self.object_class_name(object);
        value.method("named", vec![Expr::Str(name)])
    }

    /// What Python does with an object whose class leaves it to the builtin type.
    pub(super) fn emit_base_traits(&mut self, object: ObjectId, base: &str, ty: &Ty, items: &mut Vec<Item>) {
        let Some(field) = self.base_value_field(object) else { return };
        let held = |of: &str| Expr::Field(Box::new(Expr::local(of)), field.clone()).method("get", Vec::new());
        let show = |method: &str| {
            Expr::call(Path::Rt("Repr").assoc(method), vec![held("self").by_ref(), Expr::local("f")])
        };
        let repr = match self.trait_target(object, "__repr__") {
            Some(target) => self.show_method(target),
            None if matches!(base, "set" | "frozenset") => {
                let name = self.object_class_name(object);
                held("self").method("repr_as", vec![Expr::Str(name), Expr::local("f")])
            }
            None => show("repr"),
        };
        let str = match (self.trait_target(object, "__str__"), base) {
            (Some(target), _) => Some(self.show_method(target)),
            (None, "str") => Some(show("str")),
            (None, _) => None,
        };
        let mut fns = vec![fmt_fn("repr", repr)];
        fns.extend(str.map(|str| fmt_fn("str", str)));
        items.push(Item::Impl(Impl {
            of: Some((Path::Rt("Repr"), Vec::new())),
            ty: ty.clone(),
            assoc_types: Vec::new(),
            consts: Vec::new(),
            fns,
        }));
        let eq = match self.trait_target(object, "__eq__") {
            Some(target) => self.call_trait(target, Expr::local("other")),
            None => Expr::binary(crate::rir::BinOp::Eq, held("self"), held("other")),
        };
        items.push(eq_impl(ty, eq));
        let hash = match self.trait_target(object, "__hash__") {
            Some(target) => self.own_hash(target),
            None if self.is_container(object) => {
                let name = self.object_class_name(object);
                super::traits::unhashable(&name)
            }
            None => Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![held("self").by_ref()]),
        };
        items.push(trait_impl(Path::Rt("PyHash"), ty, "py_hash", Vec::new(), Ty::local("i64"), hash));
        let truth = if self.decides_truth_of(object) {
            self.truth_body(object)
        } else {
            Expr::call(Path::RtIn("truth", "truth".to_owned()), vec![held("self").by_ref()])
        };
        items.push(trait_impl(Path::Rt("Truth"), ty, "truth", Vec::new(), Ty::local("bool"), truth));
        let has_order =
            self.trait_target(object, "__lt__").is_some() || self.trait_target(object, "__gt__").is_some();
        let can_order = self.base_value_repr(object).is_some_and(|repr| self.can_order(&repr));
        if has_order || self.unordered_objects.contains(&object) {
            self.emit_order(object, ty, items);
        } else if can_order {
            let body = held("self").method("partial_cmp", vec![held("other").by_ref()]);
            let other = Param { name: "other".to_owned(), is_mut: false, ty: Ty::Ref(Box::new(Ty::SelfTy)) };
            let ret = Ty::Named(Path::local("Option"), vec![Ty::path(Path::Std("std::cmp::Ordering"))]);
            items.push(trait_impl(Path::local("PartialOrd"), ty, "partial_cmp", vec![other], ret, body));
        }
        if container(base).is_some() || matches!(base, "tuple" | "frozenset") {
            items.push(self.format_impl(object, ty));
        } else {
            items.push(self.value_format(object, ty, held("self")));
        }
    }

    /// `format(object, spec)`: that of its value.
    fn value_format(&mut self, object: ObjectId, ty: &Ty, value: Expr) -> Item {
        let call = |method: &str, mut args: Vec<Expr>| {
            args.insert(0, value.clone().by_ref());
            Expr::call(Path::Rt("PyFormat").assoc(method), args)
        };
        let number = call("as_num", Vec::new());
        let name = self.object_class_name(object);
        let args = vec![value.by_ref(), Expr::Str(name), Expr::local("spec")];
        let format = Expr::call(Path::RtIn("format", "try_format_value".to_owned()), args);
        self.py_format(object, ty, format, Some(number))
    }
}

impl FnCx<'_, '_> {
    /// An object without `__init__` that holds what the builtin type makes of the arguments.
    pub(super) fn construct_on_value(
        &mut self,
        id: ExprId,
        class: ClassRef,
        object: ObjectId,
        object_ty: TypeId,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let Some(base) = self.cx.base_value(object) else { return (Expr::unit(), object_ty) };
        let field = hidden(base);
        let cell = self.cx.rep.objects[object.0 as usize].cell;
        let held_ty = self.object_field(cell, &field);
        let values = positional(args);
        let value = match base {
            _ if container(base).is_some() => {
                self.new_base_value(Node::Expr(id), object, (base, held_ty), &values, args)
            }
            "tuple" | "frozenset" => {
                let (value, ty) = self.collect(base, &values, None, held_ty);
                self.coerce(value, ty, held_ty)
            }
            _ => {
                let (value, ty) = self.convert(id, base, &values, None, held_ty);
                self.coerce(value, ty, held_ty)
            }
        };
        let _ = class;
        let mut fields = Vec::new();
        for (name, _) in self.cx.fields_of(object) {
            let init = if name == field {
                Expr::call(Path::Rt("Field").assoc("new"), vec![value.clone()])
            } else {
                Expr::call(Path::Rt("Field").assoc("unset"), Vec::new())
            };
            fields.push((ident(&name), init));
        }
        let name = self.cx.rep.objects[object.0 as usize].name.clone();
        let literal = Expr::Struct(Path::local(format!("{name}Fields")), fields);
        (Expr::call(Path::local(name).assoc("alloc"), vec![literal]), object_ty)
    }

    /// Whether an object is one of a class derived from a container.
    pub(crate) fn holds_container(&mut self, atom: AtomId) -> bool {
        let ty = self.of_id(atom);
        match self.cx.rep.repr(ty) {
            Repr::Object(object) => self.cx.base_value(object).and_then(container).is_some(),
            _ => false,
        }
    }

    /// A container of these arguments, as an object of a class derived from its own holds it.
    fn new_base_value(
        &mut self,
        node: Node,
        object: ObjectId,
        (base, held_ty): (&str, TypeId),
        values: &[ExprId],
        args: &[Arg],
    ) -> Expr {
        if args.iter().any(|arg| matches!(arg, Arg::Star(_))) {
            self.unsupported_operation("a `*` of unknown length into a container");
        }
        let value = match base {
            "Counter" => self.counter(node, values, args, held_ty),
            "defaultdict" => {
                let entries = values.get(1..).unwrap_or_default();
                let dict = self.dict_from(node, entries, args, held_ty);
                match node {
                    Node::Expr(id) => self.with_factory(id, dict, held_ty, values.first().copied()),
                    _ => dict,
                }
            }
            "dict" | "OrderedDict" => self.dict_from(node, values, args, held_ty),
            "deque" => {
                let maxlen = args.iter().find_map(|arg| match arg {
                    Arg::Keyword(keyword, value) if &**keyword == "maxlen" => Some(*value),
                    _ => None,
                });
                self.collect("collections.deque", values, maxlen, held_ty).0
            }
            _ => self.collect(base, values, None, held_ty).0,
        };
        self.cx.named_base_value(object, value)
    }

    /// `super().__init__(items)` of a class derived from a builtin container.
    pub(super) fn fill_base_value(
        &mut self,
        node: Node,
        object: ObjectId,
        receiver: Expr,
        args: &[Arg],
    ) -> Option<Expr> {
        let base = self.cx.base_value(object)?;
        let cell = self.cx.rep.objects[object.0 as usize].cell;
        let held_ty = self.object_field(cell, &hidden(base));
        let field = self.cx.base_value_field(object)?;
        if args.is_empty() || container(base).is_none() {
            return Some(Expr::Block(Block::default()));
        }
        let values = positional(args);
        let value = self.new_base_value(node, object, (base, held_ty), &values, args);
        let set = Expr::Field(Box::new(receiver), field).method("set", vec![value]);
        Some(Expr::Block(Block { stmts: vec![Stmt::Expr(set)], tail: None }))
    }

    /// Whether special methods of such values can be called by name.
    pub(crate) fn has_special_methods(&mut self, ty: TypeId) -> bool {
        matches!(
            self.cx.rep.repr(ty),
            Repr::List(_)
                | Repr::Dict(..)
                | Repr::Set(_)
                | Repr::FrozenSet(_)
                | Repr::Deque(_)
                | Repr::Str
                | Repr::Tuple(_)
                | Repr::TupleVar(_)
        )
    }

    /// `d.__getitem__(index)` and `d.__contains__(index)`; `at` is the expression of the index, or the call that it comes to
    /// where the method was handed in as a function.
    pub(crate) fn subscript_or_membership(
        &mut self,
        id: ExprId,
        name: &str,
        (receiver, receiver_ty): (Expr, TypeId),
        at: ExprId,
        (index, index_ty): (Expr, TypeId),
    ) -> Option<(Expr, TypeId)> {
        let node = Node::Expr(id);
        match name {
            "__getitem__" => Some(self.load_single(node, receiver, receiver_ty, at, (index, index_ty))),
            "__contains__" => {
                let bool_ty = self.of(Atom::Bool);
                let op = portalis_hir::CmpOp::In;
                let (item, container) = ((index, index_ty), (receiver, receiver_ty));
                Some((self.compare_values(node, op, item, container, bool_ty), bool_ty))
            }
            _ => None,
        }
    }

    /// `d.__setitem__(key, value)` and other special methods of builtin containers, called by name.
    pub(crate) fn call_special_method(
        &mut self,
        id: ExprId,
        receiver: &Expr,
        receiver_ty: TypeId,
        name: &str,
        args: &[Arg],
    ) -> Option<(Expr, TypeId)> {
        if !name.starts_with("__") {
            return None;
        }
        if let Some(found) = self.call_special_operator(id, receiver, receiver_ty, name, args) {
            return Some(found);
        }
        if !self.has_special_methods(receiver_ty) {
            return None;
        }
        if matches!(name, "__getitem__" | "__contains__")
            && let [Arg::Pos(value)] = args
        {
            let (index, ty) = (*value, self.type_of(*value));
            let held = self.place(index);
            return self.subscript_or_membership(
                id,
                name,
                (receiver.clone(), receiver_ty),
                index,
                (held, ty),
            );
        }
        let node = Node::Expr(id);
        let (bool_ty, none) = (self.of(Atom::Bool), self.none_type());
        let first = args.first().map(Arg::value);
        let receiver = receiver.clone();
        Some(match (name, first) {
            ("__setitem__", Some(index)) => {
                let value = args.get(1).map(Arg::value)?;
                let (index_ty, ty) = (self.type_of(index), self.type_of(value));
                let (held, value) = (self.place(index), self.value(value));
                let mut block = Block::default();
                let span = self.span;
                self.store_item_of(
                    id,
                    receiver,
                    receiver_ty,
                    index,
                    (held, index_ty),
                    value,
                    ty,
                    span,
                    &mut block,
                );
                (Expr::Block(block), none)
            }
            ("__len__", None) if matches!(self.cx.rep.repr(receiver_ty), Repr::Tuple(_)) => {
                let n = self.tuple_items(receiver_ty).len() as i64;
                (crate::coerce::after(receiver, Expr::Int(n, Some("i64"))), self.of(Atom::Nat))
            }
            ("__len__", None) => (receiver.method("len", Vec::new()), self.of(Atom::Nat)),
            ("__eq__", Some(other)) => {
                let ty = self.type_of(other);
                let other = self.place(other);
                let test = self.compare_values(
                    node,
                    portalis_hir::CmpOp::Eq,
                    (receiver, receiver_ty),
                    (other, ty),
                    bool_ty,
                );
                (test, bool_ty)
            }
            ("__iter__", None) => {
                let to = self.type_of(id);
                let elem = self.elem_type(to);
                (self.iter_handle(receiver, receiver_ty, elem), to)
            }
            // That of a derived class stands in a call of it.
            ("__repr__" | "__str__", None) if matches!(self.cx.rep.repr(receiver_ty), Repr::Set(_)) => {
                self.unsupported_operation("the text of a set by its special method");
                (Expr::unit(), BOT)
            }
            ("__repr__" | "__str__", None) => {
                let text = Expr::call(Path::RtIn("show", "repr".to_owned()), vec![receiver.by_ref()]);
                (text, self.of(Atom::Str))
            }
            ("__delitem__", Some(index)) => {
                let index_ty = self.type_of(index);
                let held = self.place(index);
                let delete = self.delete_single(receiver, receiver_ty, (held, index_ty));
                (delete, none)
            }
            _ => {
                self.unsupported_operation(name);
                (Expr::unit(), BOT)
            }
        })
    }
}
