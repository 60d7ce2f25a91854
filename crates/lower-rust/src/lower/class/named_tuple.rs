//! Named tuples: an object with the fields of a frozen dataclass, that is taken for the tuple of them where one is needed.
//!
//! ```text
//! x, y = point                 let (x, y) = (point.x.get(), point.y.get());
//! point._replace(x=1)          Point::alloc(PointFields { x: Field::new(1), y: Field::new(point.y.get()) })
//! ```

use portalis_hir::{Arg, ExprId, Name};
use portalis_typeck::ty::{Atom, AtomId, BOT, ClassRef, TypeId};

use super::super::builtin::let_;
use super::super::{Cx, FnCx};
use crate::names::ident;
use crate::represent::{ObjectId, Repr};
use crate::rir::{Block, Expr, Path};

impl Cx<'_> {
    /// The fields of an object that is a named tuple.
    pub(crate) fn named_tuple(&self, object: ObjectId) -> Option<Vec<Name>> {
        let dataclass = self.dataclass(object).filter(|dataclass| dataclass.is_tuple)?;
        Some(dataclass.fields.into_iter().map(|(name, _)| name).collect())
    }
}

impl FnCx<'_, '_> {
    /// `Point(x=1, y=2)`: the text that a named tuple has of its own.
    pub(super) fn text_of_fields(&mut self, object: ObjectId, fields: &[Name], value: Expr) -> Expr {
        let class = self.cx.rep.objects[object.0 as usize].class;
        let cell = self.cx.rep.objects[object.0 as usize].cell;
        let mut stmts = Vec::new();
        let held = self.named(value, &mut stmts);
        let holes: Vec<String> = fields.iter().map(|name| format!("{name}={{:?}}")).collect();
        let text = format!("{}({})", self.class_name(&Atom::Obj(class, cell)), holes.join(", "));
        let shown = |field: Expr| Expr::call(Path::Rt("py"), vec![field.by_ref()]);
        let args = fields.iter().map(|name| shown(self.field_of(object, name, held.clone()))).collect();
        let format = Expr::Format { name: "format", first: None, text, args };
        let made = Expr::call(Path::Rt("Str").assoc("from"), vec![format]);
        Block { stmts, tail: Some(Box::new(made)) }.into_expr()
    }

    /// The tuple that a named tuple is.
    pub(crate) fn fields_as_tuple(&mut self, object: ObjectId, fields: &[Name], value: Expr) -> Expr {
        let is_place = matches!(value, Expr::Path(_));
        let held = self.temp("held");
        let place = if is_place { value.clone() } else { Expr::local(held.clone()) };
        let parts = fields.iter().map(|name| self.field_of(object, name, place.clone())).collect();
        let tuple = super::super::expr::tuple(parts);
        if is_place {
            return tuple;
        }
        Expr::Block(Block { stmts: vec![let_(&held, value)], tail: Some(Box::new(tuple)) })
    }

    fn field_of(&mut self, object: ObjectId, name: &Name, place: Expr) -> Expr {
        let is_held = |(field, repr): &(Name, Repr)| field == name && *repr != Repr::Unit;
        if !self.cx.fields_of(object).iter().any(is_held) {
            return Expr::unit();
        }
        Expr::Field(Box::new(place), ident(name)).method("get", Vec::new())
    }

    /// `point[0]`: the field itself.
    pub(crate) fn named_tuple_item(
        &mut self,
        value: &Expr,
        ty: TypeId,
        held: &Expr,
    ) -> Option<(Expr, TypeId)> {
        let Repr::Object(object) = self.cx.rep.repr(ty) else { return None };
        let fields = self.cx.named_tuple(object)?;
        let at = super::super::arithmetic::literal_value(held)?;
        let at = if at < 0 { at + fields.len() as i64 } else { at };
        let name = usize::try_from(at).ok().and_then(|at| fields.get(at))?;
        let cell = self.cx.rep.objects[object.0 as usize].cell;
        Some((self.field_of(object, name, value.clone()), self.object_field(cell, name)))
    }

    /// `_fields`, of a named tuple or of its class.
    pub(crate) fn named_tuple_attribute(&mut self, class: ClassRef, name: &str) -> Option<(Expr, TypeId)> {
        let classes = &self.cx.rep.inferred.classes;
        let fields = portalis_typeck::underlying::named_tuple(classes, class)?.fields.clone();
        if name != "_fields" {
            return None;
        }
        let text = self.of(Atom::Str);
        let parts = fields.iter().map(|(name, _)| super::super::expr::str_literal(name)).collect();
        let ty = self.of(Atom::Tuple(vec![text; fields.len()].into()));
        Some((super::super::expr::tuple(parts), ty))
    }

    /// `_replace`, `_asdict`, `_make`.
    pub(crate) fn call_named_tuple(
        &mut self,
        receiver: &Expr,
        receiver_atom: AtomId,
        name: &str,
        args: &[Arg],
        to: TypeId,
    ) -> Option<(Expr, TypeId)> {
        let (class, is_class) = match self.cx.rep.inferred.types.get(receiver_atom) {
            Atom::Obj(class, _) => (*class, false),
            Atom::Class(class) => (*class, true),
            _ => return None,
        };
        let classes = &self.cx.rep.inferred.classes;
        let fields = portalis_typeck::underlying::named_tuple(classes, class)?.fields.clone();
        let fields: Vec<Name> = fields.into_iter().map(|(name, _)| name).collect();
        if is_class {
            let [Arg::Pos(source)] = args else {
                self.unsupported_operation("`_make` with these arguments");
                return Some((Expr::unit(), BOT));
            };
            let (value, ty) = (self.value(*source), self.type_of(*source));
            return Some(self.make_named_tuple(&fields, (value, ty), to));
        }
        let receiver_ty = self.of_id(receiver_atom);
        let Repr::Object(object) = self.cx.rep.repr(receiver_ty) else { return None };
        match name {
            "_asdict" => Some((self.fields_as_dict(object, &fields, receiver, to), to)),
            "_replace" => Some(self.replaced(object, &fields, receiver, args, to)),
            _ => None,
        }
    }

    fn fields_as_dict(&mut self, object: ObjectId, fields: &[Name], receiver: &Expr, to: TypeId) -> Expr {
        let held = self.temp("held");
        let value_ty = self.value_type(to);
        let cell = self.cx.rep.objects[object.0 as usize].cell;
        let mut pairs = Vec::new();
        for name in fields {
            let value = self.field_of(object, name, Expr::local(held.clone()));
            let value = self.coerce(value, self.object_field(cell, name), value_ty);
            pairs.push(Expr::Tuple(vec![super::super::expr::str_literal(name), value]));
        }
        let dict = Expr::call(Path::Rt("Dict").assoc("from"), vec![Expr::Array(pairs)]);
        let bind = let_(&held, receiver.clone().by_ref());
        Expr::Block(Block { stmts: vec![bind], tail: Some(Box::new(dict)) })
    }

    fn replaced(
        &mut self,
        object: ObjectId,
        fields: &[Name],
        receiver: &Expr,
        args: &[Arg],
        to: TypeId,
    ) -> (Expr, TypeId) {
        let unknown: Vec<String> = args
            .iter()
            .filter_map(|arg| match arg {
                Arg::Keyword(name, _) if !fields.contains(name) => Some(format!("'{name}'")),
                _ => None,
            })
            .collect();
        let Repr::Object(made) = self.cx.rep.repr(to) else {
            let message = format!("Got unexpected field names: [{}]", unknown.join(", "));
            return (self.throw_message("ValueError", &message), BOT);
        };
        let (from_cell, to_cell) =
            (self.cx.rep.objects[object.0 as usize].cell, self.cx.rep.objects[made.0 as usize].cell);
        let held = self.temp("held");
        let mut stmts = vec![let_(&held, receiver.clone().by_ref())];
        let mut given = Vec::new();
        for arg in args {
            let Arg::Keyword(name, value) = arg else {
                self.unsupported_operation("`**` into `_replace`");
                continue;
            };
            let value = self.value_as(*value, self.object_field(to_cell, name));
            let local = self.temp("value");
            stmts.push(let_(&local, value));
            given.push((name.clone(), local));
        }
        let mut parts = Vec::new();
        for name in fields {
            let to_ty = self.object_field(to_cell, name);
            let value = match given.iter().find(|(other, _)| other == name) {
                Some((_, local)) => Expr::local(local.clone()),
                None => {
                    let value = self.field_of(object, name, Expr::local(held.clone()));
                    self.coerce(value, self.object_field(from_cell, name), to_ty)
                }
            };
            parts.push((name.clone(), value));
        }
        let tail = Some(Box::new(self.alloc_fields(made, parts)));
        (Expr::Block(Block { stmts, tail }), to)
    }

    fn alloc_fields(&mut self, object: ObjectId, parts: Vec<(Name, Expr)>) -> Expr {
        let name = self.cx.rep.objects[object.0 as usize].name.clone();
        let mut fields = Vec::new();
        for (field, _) in self.cx.fields_of(object) {
            let value = parts.iter().find(|(other, _)| *other == field).map(|(_, value)| value.clone());
            let value = match value {
                Some(value) => Expr::call(Path::Rt("Field").assoc("new"), vec![value]),
                None => Expr::call(Path::Rt("Field").assoc("unset"), Vec::new()),
            };
            fields.push((ident(&field), value));
        }
        let literal = Expr::Struct(Path::local(format!("{name}Fields")), fields);
        Expr::call(Path::local(name).assoc("alloc"), vec![literal])
    }

    /// `Point._make(items)`.
    /// `_make` handed to `map`: what it makes of each item is what the expression `map` gives.
    pub(crate) fn make_each(
        &mut self,
        map: ExprId,
        receiver: AtomId,
        item: (Expr, TypeId),
    ) -> Option<(Expr, TypeId)> {
        let Atom::Class(class) = *self.cx.rep.inferred.types.get(receiver) else { return None };
        let classes = &self.cx.rep.inferred.classes;
        let fields = portalis_typeck::underlying::named_tuple(classes, class)?.fields.clone();
        let fields: Vec<Name> = fields.into_iter().map(|(name, _)| name).collect();
        let mapped = self.type_of(map);
        let to = self.iteration_type(mapped);
        Some(self.make_named_tuple(&fields, item, to))
    }

    fn make_named_tuple(
        &mut self,
        fields: &[Name],
        (value, source_ty): (Expr, TypeId),
        to: TypeId,
    ) -> (Expr, TypeId) {
        let Repr::Object(object) = self.cx.rep.repr(to) else {
            self.unsupported_operation("`_make` with these arguments");
            return (Expr::unit(), BOT);
        };
        let cell = self.cx.rep.objects[object.0 as usize].cell;
        let mut stmts = Vec::new();
        let mut parts = Vec::new();
        if let (Repr::Tuple(items), true) = (self.cx.rep.repr(source_ty), self.is_single(source_ty)) {
            if items.len() != fields.len() {
                let message = format!("Expected {} arguments, got {}", fields.len(), items.len());
                return (self.throw_message("TypeError", &message), BOT);
            }
            let types = self.tuple_items(source_ty);
            let (pat, names) = self.tuple_pattern(types.len());
            let init = Some(value);
            stmts.push(crate::rir::Stmt::Let { pat, ty: None, init });
            for ((field, name), ty) in fields.iter().zip(names).zip(types) {
                let value = self.coerce(Expr::local(name), ty, self.object_field(cell, field));
                parts.push((field.clone(), value));
            }
        } else {
            let elem = self.iteration_type(source_ty);
            let list = self.collect_list(value, source_ty, elem);
            let held = self.temp("items");
            stmts.push(let_(&held, list));
            let count = Expr::Int(fields.len() as i64, None);
            let check = self.raising_call(
                "tuple",
                "check_made",
                vec![count, Expr::local(held.clone()).method("len", Vec::new())],
            );
            stmts.push(crate::rir::Stmt::Expr(check));
            for (i, field) in fields.iter().enumerate() {
                let item = Expr::local(held.clone()).method("at", vec![Expr::Int(i as i64, None)]);
                let value = self.coerce(item, elem, self.object_field(cell, field));
                parts.push((field.clone(), value));
            }
        }
        let tail = Some(Box::new(self.alloc_fields(object, parts)));
        (Expr::Block(Block { stmts, tail }), to)
    }
}
