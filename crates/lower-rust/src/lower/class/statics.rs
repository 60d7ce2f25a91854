//! Statics: module-level variables, class attributes, defaults of parameters.

use portalis_hir::ExprKind;
use portalis_typeck::cell::Field;
use portalis_typeck::ty::BOT;

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
