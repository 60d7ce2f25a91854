//! Objects as mappings: `{**m}`, `f(**m)`, `dict(m)` and `d.update(m)`.
//!
//! ```text
//! dict(m)         let mapping = m;
//!                 let entries = Dict::new();
//!                 for key in mapping.keys().iter() { entries.set(key.clone(), mapping.get_item(key)); }
//! ```

use portalis_typeck::cell::{CellKind, Node};
use portalis_typeck::ty::{Atom, BOT, Kind, TypeId};

use super::FnCx;
use super::builtin::let_;
use crate::rir::{Block, Expr, Stmt};

impl FnCx<'_, '_> {
    /// Whether a value of this type is an object that is asked for its keys.
    pub(super) fn is_mapping_object(&mut self, node: Node, ty: TypeId) -> bool {
        let mut found = false;
        for (id, atom) in self.cx.rep.atoms(ty) {
            let one = self.of_id(id);
            found |= matches!(atom, Atom::Obj(..))
                && self.method_target(node, "keys", id).is_some()
                && self.underlying_type(one).is_none();
        }
        found
    }

    /// A dict of the entries of an object that is a mapping; `None` for anything else.
    pub(super) fn entries_of_object(
        &mut self,
        node: Node,
        value: Expr,
        ty: TypeId,
    ) -> Option<(Expr, TypeId)> {
        if !self.is_mapping_object(node, ty) {
            return None;
        }
        if !self.is_single(ty) {
            self.unsupported_operation("a mapping of several types");
        }
        let atom = self.first_atom(ty);
        let target = self.method_target(node, "keys", atom)?;
        let mapping = self.temp("mapping");
        let held = self.temp("entries");
        let owned = self.owned(value, ty);
        let mut block = Block { stmts: vec![let_(&mapping, owned)], tail: None };
        let (keys, keys_ty) = self.call_method_instance(target, Expr::local(mapping.clone()), Vec::new());
        let getter = self.method_target(node, "__getitem__", atom);
        let key_ty = if keys_ty == BOT { BOT } else { self.iteration_type(keys_ty) };
        let value_ty = getter.map_or(BOT, |getter| self.return_type(getter));
        let made = self.made_container(CellKind::Cont(Kind::Dict), key_ty, value_ty);
        let empty = self.empty_container("Dict", made);
        block.stmts.push(let_(&held, empty));
        self.for_each_value(keys, keys_ty, &mut block, &mut |cx, item, item_ty, body| {
            let key = cx.temp("key");
            body.stmts.push(let_(&key, item));
            let Some(getter) = getter else { return };
            let given = if cx.is_copy(item_ty) {
                Expr::local(key.clone())
            } else {
                Expr::local(key.clone()).cloned()
            };
            let receiver = Expr::local(mapping.clone());
            let (value, ty) = cx.call_method_instance(getter, receiver, vec![(given, item_ty)]);
            if ty == BOT {
                body.stmts.push(Stmt::Expr(value));
                return;
            }
            let found = cx.temp("found");
            body.stmts.push(let_(&found, value));
            let set = Expr::local(held.clone()).method("set", vec![Expr::local(key), Expr::local(found)]);
            body.stmts.push(Stmt::Expr(set));
        });
        block.tail = Some(Box::new(Expr::local(held)));
        Some((Expr::Block(block), made))
    }

    /// What stands behind `**`, as a dict: other kinds of values raise, with a message about their class.
    pub(super) fn mapping_argument(
        &mut self,
        node: Node,
        value: Expr,
        ty: TypeId,
        message: &dyn Fn(&str) -> String,
    ) -> (Expr, TypeId) {
        if let Some(entries) = self.entries_of_object(node, value.clone(), ty) {
            return entries;
        }
        let (value, ty) = self.or_underlying(value, ty);
        let is_dict = |atom: &Atom| matches!(atom, Atom::Cont(kind, _) if kind.is_dict());
        let dicts = self.cx.rep.inferred.types.filter(ty, is_dict);
        if dicts == BOT {
            self.unsupported_operation("`**` of what is never a mapping");
        }
        if dicts == ty || dicts == BOT {
            return (value, ty);
        }
        let owned = self.owned(value, ty);
        let dict = self.dispatch(owned, ty, dicts, &mut |cx, value, one, (_, atom)| match atom {
            atom if is_dict(atom) => (value, one),
            atom => {
                let class = cx.class_name(atom);
                (cx.throw_message("TypeError", &message(&class)), BOT)
            }
        });
        (dict, dicts)
    }
}
