//! Attributes that are assigned and deleted.

use portalis_diag::Span;
use portalis_hir::{ExprId, ExprKind, Name};
use portalis_typeck::accessors;
use portalis_typeck::cell::Node;
use portalis_typeck::slots::closed_slots;
use portalis_typeck::ty::{Atom, AtomId, BOT, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Pat, Stmt};

impl FnCx<'_, '_> {
    pub(crate) fn store_attribute(
        &mut self,
        object: ExprId,
        name: &Name,
        value: Expr,
        ty: TypeId,
        span: Span,
        block: &mut Block,
    ) {
        let object_ty = self.type_of(object);
        if object_ty == BOT {
            let dead = self.dead_operands([object]);
            block.stmts.push(Stmt::Expr(dead));
            return;
        }
        let is_name = matches!(self.cx.module[object].kind, ExprKind::Local(_));
        let value = if is_name || super::iterate::is_simple(&value) {
            value
        } else {
            let held = self.temp("value");
            let owned = self.owned(value, ty);
            block.stmts.push(Stmt::Let { pat: Pat::Bind(held.clone(), false), ty: None, init: Some(owned) });
            Expr::local(held)
        };
        let place = self.place(object);
        self.store_attribute_of(object, place, object_ty, name, value, ty, span, block);
    }

    /// The same of an evaluated object.
    #[expect(clippy::too_many_arguments, reason = "a store is all of these")]
    pub(crate) fn store_attribute_of(
        &mut self,
        at: ExprId,
        object: Expr,
        object_ty: TypeId,
        name: &Name,
        value: Expr,
        ty: TypeId,
        _span: Span,
        block: &mut Block,
    ) {
        let none = self.none_type();
        let store = if self.is_single(object_ty) {
            let atom = self.first_atom(object_ty);
            self.store_attribute_single(at, object, atom, name, value, ty).0
        } else {
            let held = self.temp("value");
            let value = self.owned(value, ty);
            block.stmts.push(Stmt::Let { pat: Pat::Bind(held.clone(), false), ty: None, init: Some(value) });
            let owned = self.owned(object, object_ty);
            let copy = self.is_copy(ty);
            self.dispatch(owned, object_ty, none, &mut |cx, object, _, (atom, _)| {
                let value = Expr::local(held.clone());
                let value = if copy { value } else { value.cloned() };
                cx.store_attribute_single(at, object, atom, name, value, ty)
            })
        };
        match store {
            Expr::Tuple(parts) if parts.is_empty() => {}
            store => block.stmts.push(Stmt::Expr(store)),
        }
    }

    fn store_attribute_single(
        &mut self,
        at: ExprId,
        object: Expr,
        atom: AtomId,
        name: &Name,
        value: Expr,
        ty: TypeId,
    ) -> (Expr, TypeId) {
        let none = self.none_type();
        let (name, is_raw) = accessors::raw(name);
        let name = &name;
        match self.cx.rep.inferred.types.get(atom).clone() {
            Atom::Obj(class, _)
                if !is_raw && let Some(setter) = self.accessor_function(class, &accessors::setter(name)) =>
            {
                let role = format!("setter.{name}");
                let Some(target) = self.accessor(Node::Expr(at), &role, setter, atom) else {
                    return (Expr::Unreachable("an attribute that is never set"), BOT);
                };
                let value = self.owned(value, ty);
                let (call, ret) = self.call_method_instance(target, object, vec![(value, ty)]);
                (crate::coerce::drop_value(call), if ret == BOT { BOT } else { none })
            }
            Atom::Obj(class, cell) => {
                let setter = self.stored_class_attribute(class, name).and_then(|(_, ty)| {
                    self.cx.rep.atoms(ty).into_iter().find_map(|(_, atom)| match atom {
                        Atom::Property(_, setter) => Some(setter),
                        _ => None,
                    })
                });
                match setter {
                    Some(Some(setter)) => {
                        let role = format!("setter.{name}");
                        let Some(target) = self.accessor(Node::Expr(at), &role, setter, atom) else {
                            return (Expr::Unreachable("a property that is never set"), BOT);
                        };
                        let value = self.owned(value, ty);
                        let (call, ret) = self.call_method_instance(target, object, vec![(value, ty)]);
                        return (crate::coerce::drop_value(call), if ret == BOT { BOT } else { none });
                    }
                    Some(None) => {
                        let class_name = self.class_name(&Atom::Obj(class, cell));
                        let message = format!("property '{name}' of '{class_name}' object has no setter");
                        return (self.throw_message("AttributeError", &message), BOT);
                    }
                    None => {}
                }
                let id = self.cx.rep.object(class, cell);
                // A class derived from a named tuple has attributes beside the fields.
                let is_beside = self.cx.named_tuple(id).is_some_and(|fields| !fields.contains(name));
                if !is_raw && !is_beside && self.cx.dataclass(id).is_some_and(|dataclass| dataclass.frozen) {
                    let (exception, message) = match self.cx.named_tuple(id) {
                        Some(_) => ("AttributeError", "can't set attribute".to_owned()),
                        None => {
                            ("dataclasses.FrozenInstanceError", format!("cannot assign to field '{name}'"))
                        }
                    };
                    let throw = self.throw_message(exception, &message);
                    return (crate::coerce::after(value, throw), BOT);
                }
                if closed_slots(self.cx.module, &self.cx.rep.inferred.classes, class)
                    .is_some_and(|slots| !slots.contains(name))
                {
                    let class_name = self.class_name(&Atom::Obj(class, cell));
                    let message = match self.stored_class_attribute(class, name) {
                        Some(_) => format!("'{class_name}' object attribute '{name}' is read-only"),
                        None => format!("'{class_name}' object has no attribute '{name}'"),
                    };
                    let throw = self.throw_message("AttributeError", &message);
                    return (crate::coerce::after(value, throw), BOT);
                }
                let field_ty = self.object_field(cell, name);
                let field_repr = self.cx.rep.repr(field_ty);
                let is_known = field_repr == Repr::Static && self.cx.always_initialised(class, name);
                if field_repr == Repr::Never || is_known {
                    return (crate::coerce::drop_value(value), none);
                }
                let field = Expr::Field(Box::new(object), crate::names::ident(name));
                if field_repr == Repr::Static {
                    let set = field.method("set", vec![Expr::unit()]);
                    return (crate::coerce::after(value, set), none);
                }
                let value = self.owned(value, ty);
                let value = self.coerce(value, ty, field_ty);
                (field.method("set", vec![value]), none)
            }
            Atom::Class(class) => {
                let attrs = self.cx.rep.inferred.classes[class.index()].attrs;
                let field_ty = self.cx.rep.inferred.cells[attrs.index()].attribute(name);
                if matches!(self.cx.rep.repr(field_ty), Repr::Static | Repr::Never) {
                    return (crate::coerce::drop_value(value), none);
                }
                let value = self.owned(value, ty);
                let value = self.coerce(value, ty, field_ty);
                let static_name = self.cx.class_static(attrs, name);
                (self.set_static(&static_name, value), none)
            }
            Atom::Func(func, env) => {
                (self.store_function_attribute(object, (func, env), name, value, ty), none)
            }
            Atom::Native(class) => {
                let native = self.of(Atom::Native(class));
                let role = format!("__set_{name}__");
                match self.native_method(object, native, &role, vec![(value, ty)]) {
                    Some(stored) => stored,
                    None => {
                        self.unsupported_operation("setting this attribute");
                        (Expr::unit(), none)
                    }
                }
            }
            Atom::Exc(_) if &**name == "args" => (self.store_arguments(object, value, ty), none),
            other => {
                let class = self.class_name(&other);
                let message = format!("'{class}' object has no attribute '{name}'");
                (self.throw_message("AttributeError", &message), BOT)
            }
        }
    }

    pub(crate) fn delete_attribute(&mut self, value: ExprId, name: &Name, _span: Span, block: &mut Block) {
        let ty = self.type_of(value);
        let place = self.place(value);
        if self.is_single(ty) {
            return self.delete_attribute_of(value, (place, ty), name, block);
        }
        let (place, none) = (self.owned(place, ty), self.none_type());
        let deleted = self.dispatch(place, ty, none, &mut |cx, object, one, _| {
            let mut block = Block::default();
            cx.delete_attribute_of(value, (object, one), name, &mut block);
            (Expr::Block(block), none)
        });
        block.stmts.push(Stmt::Expr(deleted));
    }

    /// The same of an object of one class; `value` is the expression that it is of.
    fn delete_attribute_of(
        &mut self,
        value: ExprId,
        (place, ty): (Expr, TypeId),
        name: &Name,
        block: &mut Block,
    ) {
        let (name, is_raw) = accessors::raw(name);
        let name = &name;
        if let ([(atom, Atom::Obj(class, _))], false) = (self.cx.rep.atoms(ty).as_slice(), is_raw) {
            let (atom, class) = (*atom, *class);
            let role = format!("deleter.{name}");
            let deleter = self.accessor_function(class, &accessors::deleter(name));
            if let Some(target) =
                deleter.and_then(|deleter| self.accessor(Node::Expr(value), &role, deleter, atom))
            {
                let (call, ret) = self.call_method_instance(target, place, Vec::new());
                block.stmts.push(Stmt::Expr(crate::coerce::drop_value(call)));
                if ret == BOT {
                    self.dead_end(block);
                }
                return;
            }
            let stored = self.stored_class_attribute(class, name).map_or(BOT, |(_, ty)| ty);
            if self.cx.rep.atoms(stored).iter().any(|(_, atom)| matches!(atom, Atom::Property(..))) {
                let class = self.class_name_of(ty);
                let message = format!("property '{name}' of '{class}' object has no deleter");
                let raised = self.throw_message("AttributeError", &message);
                block.stmts.push(Stmt::Expr(crate::coerce::after(place, raised)));
                return;
            }
            if let Repr::Object(object) = self.cx.rep.repr(ty)
                && self.cx.dataclass(object).is_some_and(|dataclass| dataclass.frozen && !dataclass.is_tuple)
            {
                let message = format!("cannot delete field '{name}'");
                let raised = self.throw_message("dataclasses.FrozenInstanceError", &message);
                block.stmts.push(Stmt::Expr(crate::coerce::after(place, raised)));
                return;
            }
        }
        if let [(_, Atom::Func(func, env))] = self.cx.rep.atoms(ty).as_slice()
            && self.delete_function_attribute(place.clone(), (*func, *env), name, block)
        {
            return;
        }
        let has_field = match self.cx.rep.repr(ty) {
            Repr::Object(object) => {
                self.cx.has_field(object, name) && self.cx.enumeration_of(object).is_none()
            }
            _ => false,
        };
        if !has_field {
            self.unsupported_operation("deleting this attribute");
            return;
        }
        let field = Expr::Field(Box::new(place), crate::names::ident(name));
        let text = Expr::Str(name.to_string());
        let is_slot = self.cx.rep.atoms(ty).iter().all(|(_, atom)| match atom {
            Atom::Obj(class, _) => {
                closed_slots(self.cx.module, &self.cx.rep.inferred.classes, *class).is_some()
            }
            _ => false,
        });
        let delete = match is_slot {
            true => field.method("try_delete_slot", vec![text]),
            false => field.method("try_delete", vec![Expr::Str(self.class_name_of(ty)), text]),
        };
        let delete = self.propagate(delete);
        block.stmts.push(Stmt::Expr(delete));
    }
}
