//! Iterators over tuples that are one of several: as their variable or function holds them all.
//!
//! ```text
//! return pairwise(xs) if n == 2 else triples(xs)     iter::mapped(itertools::pairwise(xs), |item| Tuple::from(…))
//! ```

use portalis_typeck::builtins::TypeExpr;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::row::RowCall;
use crate::lower::FnCx;
use crate::rir::{Block, Closure, Expr, Pat, Path};

impl FnCx<'_, '_> {
    /// What the runtime's iterator gives: the tuples that the row says, where nothing that goes in is made a part of the
    /// result's, or those have other lengths.
    pub(super) fn made_items(&mut self, call: &RowCall) -> TypeId {
        let elem = self.elem_type(call.to);
        let TypeExpr::New(_, parts) = &call.row.result else { return elem };
        let [tuple @ TypeExpr::Tuple(_)] = parts.as_slice() else { return elem };
        let is_tuple = matches!(self.cx.rep.atoms(elem).as_slice(), [(_, Atom::Tuple(_))]);
        if elem == BOT || (is_tuple && call.row.params.iter().any(|param| asks_result(&param.accept))) {
            return elem;
        }
        let made = self.row_type(tuple, call);
        if self.tuple_items(made).contains(&BOT) { elem } else { made }
    }

    /// What a row made, as the type of the call.
    pub(super) fn as_told(&mut self, value: Expr, call: &RowCall) -> Expr {
        if matches!(call.row.result, TypeExpr::New("dict_items" | "dict_keys" | "dict_values", _))
            && let Some((_, name)) = call.row.name.rsplit_once('.')
            && let Some(items) = self.view_items(name, call.parts)
            && items != BOT
        {
            if !self.is_view_of(call.to, items, call.parts) {
                self.unsupported_operation("a view of one of several dictionaries of different types");
            }
            return value;
        }
        let (elem, made) = (self.elem_type(call.to), self.made_items(call));
        if self.cx.rep.repr(elem) == self.cx.rep.repr(made) {
            return value;
        }
        let name = self.temp("item");
        let item = self.coerce(Expr::local(name.clone()), made, elem);
        let body = Block { stmts: Vec::new(), tail: Some(Box::new(item)) };
        let convert = Closure {
            params: vec![(Pat::Bind(name, false), None)],
            ret: None,
            body: Box::new(body.into_expr()),
            is_move: false,
        };
        Expr::call(Path::RtIn("iter", "mapped".to_owned()), vec![value, Expr::Closure(convert)])
    }
}

/// Whether an argument is made what the result says.
fn asks_result(accept: &TypeExpr) -> bool {
    match accept {
        TypeExpr::Result(_) => true,
        TypeExpr::Part(inner, _) | TypeExpr::Items(inner) | TypeExpr::Values(inner) => asks_result(inner),
        TypeExpr::New(_, parts) | TypeExpr::Union(parts) | TypeExpr::Tuple(parts) => {
            parts.iter().any(asks_result)
        }
        _ => false,
    }
}
