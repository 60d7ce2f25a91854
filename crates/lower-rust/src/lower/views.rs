//! Views of dicts as inference and the dict tell them: where several calls share what is known of a view, it may have more
//! kinds of items than the dict.
//!
//! ```text
//! for value in shapes.values():      for item in shapes.values().iter() { let value = AnyShape::Circle(item); … }
//! ```

use portalis_hir::{ExprId, ExprKind};
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use super::iterate::Items;
use crate::represent::Repr;

impl FnCx<'_, '_> {
    /// The items of a call that makes a view, of the dict's own types, where the view is told to have others.
    pub(super) fn items_of_view(&mut self, iterable: ExprId) -> Option<Items> {
        let ExprKind::Call { callee, args } = &self.cx.module[iterable].kind else { return None };
        let (ExprKind::Attribute { value, name }, []) = (&self.cx.module[*callee].kind, args.as_slice())
        else {
            return None;
        };
        let (dict, view) = (self.type_of(*value), self.type_of(iterable));
        let is_view = matches!(
            self.cx.rep.repr(view),
            Repr::Keys(..) | Repr::Values(..) | Repr::Items(..) | Repr::Iter(_)
        );
        if !is_view || !matches!(self.cx.rep.repr(dict), Repr::Dict(..)) || self.is_resized(view) {
            return None;
        }
        let parts = (self.elem_type(dict), self.value_type(dict));
        let elem = self.view_items(name, parts)?;
        if self.is_view_of(view, elem, parts) {
            return None;
        }
        let iter = self.place(*value).method(name.to_string(), Vec::new()).method("iter", Vec::new());
        Some(Items { iter, elem, fallible: false })
    }

    /// What the view `name` of a dict with such keys and values gives.
    pub(super) fn view_items(&mut self, name: &str, (key, value): (TypeId, TypeId)) -> Option<TypeId> {
        match name {
            "keys" => Some(key),
            "values" => Some(value),
            "items" if key == BOT || value == BOT => Some(BOT),
            "items" => Some(self.of(Atom::Tuple([key, value].into()))),
            _ => None,
        }
    }

    /// Whether a view is told to be one of a dict with such keys and values.
    pub(super) fn is_view_of(&mut self, view: TypeId, items: TypeId, (key, value): (TypeId, TypeId)) -> bool {
        let told = self.elem_type(view);
        let is_same = self.cx.rep.repr(told) == self.cx.rep.repr(items);
        let other = match self.cx.rep.repr(view) {
            Repr::Keys(..) => value,
            Repr::Values(..) => key,
            _ => return is_same,
        };
        let told = self.value_type(view);
        is_same && self.cx.rep.repr(told) == self.cx.rep.repr(other)
    }
}
