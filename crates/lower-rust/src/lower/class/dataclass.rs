//! Dataclasses: the generated `__init__`, defaults, comparison by fields.

use portalis_hir::expr::keyword_argument;
use portalis_hir::{Arg, ExprId, ExprKind, Name, StmtKind, Target};
use portalis_typeck::cell::Node;
use portalis_typeck::solve::Dataclass;
use portalis_typeck::ty::{Atom, BOT, CellId, ClassRef, TypeId};

use super::super::keywords::Named;
use super::super::{Cx, FnCx};
use crate::names::ident;
use crate::represent::{ObjectId, Repr};
use crate::rir::{self, Block, Expr, Path, Stmt};

impl FnCx<'_, '_> {
    /// A dataclass's object: its fields from arguments and defaults.
    pub(super) fn build_dataclass(
        &mut self,
        node: Node,
        object: ObjectId,
        object_ty: TypeId,
        args: &[Arg],
    ) -> Expr {
        let Some(dataclass) = self.cx.dataclass(object) else { return Expr::unit() };
        let info = self.cx.rep.objects[object.0 as usize].clone();
        let mut block = Block::default();
        let given = self.field_arguments(&dataclass, (info.class, info.cell), args, &mut block);
        self.finish_dataclass(node, object, object_ty, given, block)
    }

    /// The values that arguments give fields; tuples behind stars are taken apart in `block`.
    fn field_arguments(
        &mut self,
        dataclass: &Dataclass,
        (class, cell): (ClassRef, CellId),
        args: &[Arg],
        block: &mut Block,
    ) -> Vec<(Name, Expr)> {
        let mut names = dataclass.parameters().map(|(name, _)| name.clone());
        let mut given = Vec::new();
        let mut double_star = None;
        for arg in args {
            let name = match arg {
                Arg::Pos(_) => names.next(),
                Arg::Keyword(name, _) => Some(name.clone()),
                Arg::Star(star) if matches!(self.cx.rep.repr(self.type_of(*star)), Repr::Tuple(_)) => {
                    let items = self.tuple_items(self.type_of(*star));
                    let value = self.value(*star);
                    let (pat, held) = self.tuple_pattern(items.len());
                    block.stmts.push(Stmt::Let { pat, ty: None, init: Some(value) });
                    for (held, ty) in held.into_iter().zip(items) {
                        let Some(name) = names.next() else { break };
                        let field_ty = self.object_field(cell, &name);
                        given.push((name, self.coerce(Expr::local(held), ty, field_ty)));
                    }
                    None
                }
                // Nothing is in it.
                Arg::Star(star) if self.is_empty_tuple(self.type_of(*star)) => {
                    let place = self.place(*star);
                    if !crate::coerce::is_pure(&place) {
                        // What stands before it comes first.
                        for (_, value) in given.iter_mut().filter(|(_, value)| !crate::coerce::is_calm(value))
                        {
                            *value = self.hold_value("argument", value.clone(), &mut block.stmts);
                        }
                        block.stmts.push(Stmt::Expr(place));
                    }
                    None
                }
                Arg::Star(star) => {
                    self.spread_into_fields(dataclass, (class, cell), *star, args, &mut given, block);
                    None
                }
                Arg::DoubleStar(dict) => {
                    double_star = Some(*dict);
                    None
                }
            };
            let Some(name) = name else { continue };
            let field_ty = self.object_field(cell, &name);
            given.push((name, self.value_as(arg.value(), field_ty)));
        }
        if let Some(dict) = double_star {
            self.keywords_into_fields(dataclass, (class, cell), dict, &mut given, block);
        }
        // The literal evaluates in the order of the fields, a call in the order of its arguments.
        let places =
            given.iter().map(|(name, _)| dataclass.fields.iter().position(|(field, _)| field == name));
        let n_acting = given.iter().filter(|(_, value)| !crate::coerce::is_calm(value)).count();
        if !places.is_sorted() && n_acting > 1 {
            for (_, value) in given.iter_mut().filter(|(_, value)| !crate::coerce::is_calm(value)) {
                *value = self.hold_value("argument", value.clone(), &mut block.stmts);
            }
        }
        given
    }

    /// The entries of a dict as the values of the fields that are left.
    fn keywords_into_fields(
        &mut self,
        dataclass: &Dataclass,
        (class, cell): (ClassRef, CellId),
        dict: ExprId,
        given: &mut Vec<(Name, Expr)>,
        block: &mut Block,
    ) {
        let mut params = Vec::new();
        for (name, has_default) in dataclass.parameters() {
            params.push(Named {
                name: name.clone(),
                is_given: given.iter().any(|(other, _)| other == name),
                has_default: *has_default,
                by_keyword: dataclass.keyword_only.contains(name),
            });
        }
        let function = self.init_name(dataclass, class);
        // All of them are evaluated before the call looks at their names.
        for (_, value) in given.iter_mut().filter(|(_, value)| !crate::coerce::is_calm(value)) {
            *value = self.hold_value("argument", value.clone(), &mut block.stmts);
        }
        let ty = self.type_of(dict);
        let place = self.place(dict);
        let callee = self.class_qualname(class);
        let message =
            |class: &str| format!("__main__.{callee}() argument after ** must be a mapping, not {class}");
        let (mut place, ty) = self.mapping_argument(Node::Expr(dict), place, ty, &message);
        if !matches!(place, Expr::Path(_)) {
            place = self.hold_value("entries", place, &mut block.stmts);
        }
        let Some(mut unpacked) = self.unpacked_into((place, ty), function, &params, false) else { return };
        block.stmts.extend(unpacked.check.take().map(Stmt::Expr));
        for param in params.into_iter().filter(|param| !param.is_given) {
            let field_ty = self.object_field(cell, &param.name);
            let missing = if param.has_default {
                self.dataclass_default(class, &param.name, field_ty)
            } else {
                Expr::Unreachable("its keywords were checked")
            };
            let value = self.unpacked_entry(&param.name, &unpacked, missing, field_ty);
            given.push((param.name, value));
        }
    }

    /// What CPython calls the function that fills the fields.
    fn init_name(&self, dataclass: &Dataclass, class: ClassRef) -> String {
        let name = &self.cx.module[self.cx.rep.inferred.classes[class.index()].class].qualname;
        format!("{name}.{}", if dataclass.is_tuple { "__new__" } else { "__init__" })
    }

    /// The items behind a star of unknown length as the values of the positional fields that are left.
    fn spread_into_fields(
        &mut self,
        dataclass: &Dataclass,
        (class, cell): (ClassRef, CellId),
        star: ExprId,
        args: &[Arg],
        given: &mut Vec<(Name, Expr)>,
        block: &mut Block,
    ) {
        let is_last = matches!(args.last(), Some(Arg::Star(value)) if *value == star);
        if !is_last {
            self.unsupported_operation("arguments after a `*` of unknown length into a dataclass");
        }
        // What stands before it is evaluated before it.
        for (_, value) in given.iter_mut().filter(|(_, value)| !crate::coerce::is_calm(value)) {
            *value = self.hold_value("argument", value.clone(), &mut block.stmts);
        }
        let ty = self.type_of(star);
        let elem = self.iteration_type(ty);
        let value = self.value(star);
        let list = self.collect_list(value, ty, elem);
        let list = self.hold_value("arguments", list, &mut block.stmts);
        let fields: Vec<(Name, bool)> = dataclass.positional().cloned().collect();
        let function = Expr::Str(self.init_name(dataclass, class));
        let receiver = if dataclass.is_tuple { "_cls" } else { "self" };
        let names = std::iter::once(receiver).chain(fields.iter().map(|(name, _)| &**name));
        let names = Expr::Array(names.map(|name| Expr::Str(name.to_owned())).collect()).by_ref();
        let n_required = 1 + fields.iter().filter(|(_, has_default)| !has_default).count();
        let check = vec![
            list.clone().method("len", Vec::new()),
            Expr::Int(1 + given.len() as i64, None),
            function,
            names,
            Expr::Int(n_required as i64, None),
            Expr::Bool(false),
        ];
        let check = self.raising_call("arguments", "check_spread", check);
        block.stmts.push(Stmt::Expr(check));
        for (at, (name, has_default)) in fields.iter().skip(given.len()).enumerate() {
            let field_ty = self.object_field(cell, name);
            let at = Expr::Int(at as i64, None);
            let item = list.clone().method("at", vec![at.clone()]);
            let mut value = self.coerce(item, elem, field_ty);
            if *has_default {
                let default = self.dataclass_default(class, name, field_ty);
                let more = Expr::binary(rir::BinOp::Gt, list.clone().method("len", Vec::new()), at);
                value = Expr::If(Box::new(more), Block::of(value), Some(Box::new(default)));
            }
            given.push((name.clone(), value));
        }
    }

    /// `super().__init__(args)` of the dataclass `base`: sets its fields on `receiver`.
    pub(super) fn call_generated_init(
        &mut self,
        node: Node,
        base: ClassRef,
        (receiver, receiver_ty): (Expr, TypeId),
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let none = self.none_type();
        let Repr::Object(object) = self.cx.rep.repr(receiver_ty) else { return (Expr::unit(), none) };
        let cell = self.cx.rep.objects[object.0 as usize].cell;
        let Some(dataclass) = self.cx.rep.inferred.classes[base.index()].dataclass.clone() else {
            return (Expr::unit(), none);
        };
        let mut block = Block::default();
        let arguments = self.field_arguments(&dataclass, (base, cell), args, &mut block);
        // All of them before the first is stored.
        let mut given: Vec<(Name, Expr)> = Vec::new();
        for (name, value) in arguments {
            let held = self.temp("field");
            block.stmts.push(super::super::builtin::let_(&held, value));
            given.push((name, Expr::local(held)));
        }
        for (name, has_default) in &dataclass.fields {
            if !self.cx.has_field(object, name) || (dataclass.not_in_init.contains(name) && !has_default) {
                continue;
            }
            let field_ty = self.object_field(cell, name);
            let value = match given.iter().position(|(other, _)| other == name) {
                Some(at) => given.swap_remove(at).1,
                None => self.dataclass_default(base, name, field_ty),
            };
            let field = Expr::Field(Box::new(receiver.clone()), ident(name));
            block.stmts.push(Stmt::Expr(field.method("set", vec![value])));
        }
        if let Some(post) = self.method_target(node, "__post_init__", self.first_atom(receiver_ty)) {
            let (call, _) = self.call_method_instance(post, receiver, Vec::new());
            block.stmts.push(Stmt::Expr(call));
        }
        (Expr::Block(block), none)
    }

    /// A dataclass's object with these values of its fields, defaults for the others; `block` runs before.
    pub(crate) fn finish_dataclass(
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
            let is_unset = dataclass.not_in_init.contains(name)
                && dataclass.fields.iter().any(|(field, has_default)| field == name && !has_default);
            if is_unset {
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
        fields.extend(self.cx.links_of(object).map(super::unlinked));
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
        block.stmts.push(super::super::builtin::let_(&held, alloc));
        let (call, _) = self.call_method_instance(post, Expr::local(held.clone()), Vec::new());
        block.stmts.push(Stmt::Expr(call));
        block.tail = Some(Box::new(Expr::local(held)));
        let _ = object_ty;
        Expr::Block(block)
    }

    pub(super) fn dataclass_default(&mut self, class: ClassRef, name: &Name, to: TypeId) -> Expr {
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
                    }
                }
                let default = match &module[*value].kind {
                    ExprKind::Call { args, .. } => keyword_argument(args, "default"),
                    _ => None,
                };
                let value = &default.unwrap_or(*value);
                let attrs = self.cx.rep.inferred.classes[base.index()].attrs;
                let ty = self.cx.rep.inferred.cells[attrs.index()].attribute(name);
                if let Some(literal) = super::super::call::literal_default(module, *value) {
                    let from = self.default_of(*value);
                    return self.coerce(literal, from, to);
                }
                let value = self.read_class_static(attrs, name, ty);
                return self.coerce(value, ty, to);
            }
        }
        Expr::unit()
    }

    /// The type of a default, wherever its class was defined.
    fn default_of(&self, value: ExprId) -> TypeId {
        let insts = &self.cx.rep.inferred.insts;
        let live = self.cx.rep.inferred.live.iter();
        let mut found = live.filter_map(|inst| insts[inst.index()].exprs.get(&value).copied());
        found.next().unwrap_or(BOT)
    }

    /// What a function or class of the program gives a field that has no argument.
    fn made_by_factory(&mut self, factory: ExprId, to: TypeId) -> Expr {
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

    pub(super) fn factory_value(&mut self, factory: ExprId, to: TypeId) -> Expr {
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
        let part = self
            .cx
            .rep
            .inferred
            .types
            .filter(to, |atom| matches!(atom, Atom::Cont(kind, _) if kind.name() == name));
        let empty = self.empty_container(container, part);
        self.coerce(empty, part, to)
    }
}

impl Cx<'_> {
    pub(super) fn dataclass_values(&mut self, object: ObjectId, of: &str) -> Vec<Expr> {
        let Some(dataclass) = self.dataclass(object) else { return Vec::new() };
        let mut out = Vec::new();
        for name in dataclass.compared() {
            if self.has_field(object, name) {
                out.push(Expr::Field(Box::new(Expr::local(of)), ident(name)).method("get", Vec::new()));
            }
        }
        out
    }

    /// What each of [`Self::dataclass_values`] is held as, where that is known.
    pub(super) fn held_reprs(&mut self, object: ObjectId) -> Vec<Option<Repr>> {
        let Some(dataclass) = self.dataclass(object) else { return Vec::new() };
        let cell = self.rep.objects[object.0 as usize].cell;
        let mut out = Vec::new();
        for name in dataclass.compared() {
            if self.has_field(object, name) {
                let ty = self.rep.inferred.cells[cell.index()].attribute(name);
                out.push(self.rep.known(ty).cloned());
            }
        }
        out
    }

    /// What the fields are held as that are compared.
    pub(crate) fn compared_reprs(&self, object: ObjectId) -> Vec<Repr> {
        let Some(dataclass) = self.dataclass(object) else { return Vec::new() };
        let cell = self.rep.objects[object.0 as usize].cell;
        let compared = dataclass.compared();
        compared
            .filter_map(|name| {
                let ty = self.rep.inferred.cells[cell.index()].attribute(name);
                self.rep.known(ty).cloned()
            })
            .collect()
    }

    /// The class of a field without a hash: an object that hashes by its fields has none either then.
    pub(super) fn unhashable_field(&mut self, object: ObjectId) -> Option<&'static str> {
        let fields = self.dataclass(object)?.fields;
        let held = self.fields_of(object);
        fields.iter().find_map(|(name, _)| {
            let (_, repr) = held.iter().find(|(field, _)| field == name)?;
            super::super::expr::unhashable_part(match repr {
                Repr::Option(inner) => inner,
                repr => repr,
            })
        })
    }

    pub(super) fn dataclass_eq(&mut self, object: ObjectId) -> Expr {
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
        let is_cyclic = self.may_hold_itself(object);
        let held = self.fields_of(object);
        let mut all: Option<Expr> = None;
        for name in self.dataclass(object).unwrap_or_default().compared() {
            if !self.has_field(object, name) || nones.contains(name) {
                continue;
            }
            let (left, right) = (field("self", name), field("other", name));
            let holds_objects =
                held.iter().any(|(other, repr)| other == name && super::cycle::holds_objects(repr));
            let one = if is_cyclic && holds_objects {
                let same = Path::RtIn("item", "same_or_equal".to_owned());
                Expr::call(same, vec![left.by_ref(), right.by_ref()])
            } else {
                Expr::binary(rir::BinOp::Eq, left, right)
            };
            all = Some(match all {
                Some(all) => Expr::binary(rir::BinOp::And, all, one),
                None => one,
            });
        }
        all.unwrap_or(Expr::Bool(true))
    }
}
