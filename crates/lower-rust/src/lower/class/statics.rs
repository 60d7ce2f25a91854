//! Statics: module-level variables, class attributes, defaults of parameters.

use portalis_hir::{ExprKind, Name};
use portalis_typeck::ty::{BOT, CellId, TypeId};

use super::super::Cx;
use crate::represent::Repr;
use crate::rir::{Expr, Item, Path, Ty};

impl Cx<'_> {
    pub(super) fn emit_statics(&mut self, items: &mut Vec<Item>) {
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
            let ty = match self.rep.inferred.cells[attrs.index()].attribute(&attr) {
                BOT => self.deleted_type(attrs, &attr),
                ty => ty,
            };
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

    /// The type of a variable that a class body deletes again, so that it leaves no attribute.
    fn deleted_type(&self, attrs: CellId, name: &Name) -> TypeId {
        let class = self.rep.inferred.classes.iter().find(|class| class.attrs == attrs);
        let locals = class.map_or(&[][..], |class| &self.module[class.class].locals);
        let Some(local) = locals.iter().find(|local| self.module[**local].name == *name) else { return BOT };
        let insts = self.rep.inferred.live.iter().map(|inst| &self.rep.inferred.insts[inst.index()]);
        insts.filter_map(|inst| inst.locals.get(local)).copied().find(|ty| *ty != BOT).unwrap_or(BOT)
    }
}

pub(super) fn static_item(name: String, ty: Ty) -> Item {
    Item::ThreadLocal {
        name,
        doc: None,
        ty: Ty::Named(Path::Rt("Global"), vec![ty]),
        value: Expr::call(Path::Rt("Global").assoc("unset"), Vec::new()),
        is_const: true,
    }
}
