//! Iterators of the library whose items share their type with other values: they are made with their own, then mapped.
//!
//! ```text
//! for x in (count(1, 2) if odd else "abc"): …     count_by(1, 2).map(StrOrInt::Int)
//! ```

use portalis_hir::{Arg, ExprId};
use portalis_typeck::builtins::{Row, TypeExpr};
use portalis_typeck::cell::CellKind;
use portalis_typeck::ty::{BOT, Kind, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::Expr;

impl FnCx<'_, '_> {
    /// A call of a row of the table.
    pub(super) fn row_call(
        &mut self,
        id: ExprId,
        row: &'static Row,
        receiver: Option<(Expr, TypeId)>,
        args: &[Arg],
    ) -> (Expr, TypeId) {
        let to = self.type_of(id);
        let Some(own) = self.own_iterator(row, args, to) else {
            return self.row_call_as(id, row, receiver, args, to);
        };
        let (value, _) = self.row_call_as(id, row, receiver, args, own);
        let elem = self.iteration_type(to);
        (self.iter_handle(value, own, elem), to)
    }

    /// The type of the iterator that a row makes of these arguments, where its items are one kind of several.
    fn own_iterator(&mut self, row: &Row, args: &[Arg], to: TypeId) -> Option<TypeId> {
        let TypeExpr::New("iterator", parts) = &row.result else { return None };
        let [part] = parts.as_slice() else { return None };
        let is_mixed = |repr: &Repr| matches!(repr, Repr::Union(_) | Repr::Option(_));
        if !matches!(self.cx.rep.repr(to), Repr::Iter(items) if is_mixed(&items)) {
            return None;
        }
        if !args.iter().all(|arg| matches!(arg, Arg::Pos(_) | Arg::Keyword(..))) {
            return None;
        }
        let mut elem = BOT;
        let elem = match part {
            TypeExpr::New("tups", _) => {
                let n_iterables = if row.name == "itertools.product" { args.len() } else { 1 };
                for arg in args.iter().take(n_iterables).filter(|arg| matches!(arg, Arg::Pos(_))) {
                    let ty = self.type_of(arg.value());
                    let items = self.iteration_type(ty);
                    elem = self.cx.rep.inferred.types.join(elem, items);
                }
                self.made_container(CellKind::TupleVar, elem, BOT)
            }
            _ if row.name == "itertools.count" => {
                for arg in args {
                    let ty = self.type_of(arg.value());
                    elem = self.cx.rep.inferred.types.join(elem, ty);
                }
                elem
            }
            _ => return None,
        };
        (elem != BOT && !is_mixed(&self.cx.rep.repr(elem)))
            .then(|| self.made_container(CellKind::Cont(Kind::Iterator), elem, BOT))
    }
}
