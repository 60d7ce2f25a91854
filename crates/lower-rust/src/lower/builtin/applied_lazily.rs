//! Builtins that make iterators, or step one, passed as functions: `map(iter, rows)`, `map(next, iterators)`,
//! `starmap(range, bounds)`.

use portalis_typeck::cell::CellKind;
use portalis_typeck::ty::{Atom, BOT, Kind, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Expr, Path};

impl FnCx<'_, '_> {
    /// `name(value)`; `None` where `name` makes no iterator, or of something else.
    pub(super) fn apply_lazily(&mut self, name: &str, value: Expr, ty: TypeId) -> Option<(Expr, TypeId)> {
        let elem = self.iteration_type(ty);
        let repr = self.cx.rep.repr(ty);
        if elem == BOT || matches!(repr, Repr::Object(_) | Repr::Union(_) | Repr::Option(_)) {
            return None;
        }
        let is_iterator = matches!(repr, Repr::Iter(_) | Repr::Generator(..) | Repr::File);
        match name {
            "iter" if is_iterator => Some((value, ty)),
            "iter" => {
                let handle = self.iter_handle(value, ty, elem);
                Some((handle, self.made_container(CellKind::Cont(Kind::Iterator), elem, BOT)))
            }
            "next" if matches!(repr, Repr::Iter(_) | Repr::Generator(..)) => {
                Some((self.raising(value, "next_item", Vec::new()), elem))
            }
            "reversed" => {
                let reversed = self.reversed_single(value, ty, elem);
                Some((reversed, self.made_container(CellKind::Cont(Kind::Iterator), elem, BOT)))
            }
            _ => None,
        }
    }

    /// `range` of values; `None` where one is no integer.
    pub(super) fn apply_range(&mut self, args: &[(Expr, TypeId)]) -> Option<(Expr, TypeId)> {
        let is_int = |repr: Repr| matches!(repr, Repr::I64 | Repr::Big | Repr::Bool);
        if args.is_empty() || args.len() > 3 || !args.iter().all(|(_, ty)| is_int(self.cx.rep.repr(*ty))) {
            return None;
        }
        let mut bounds: Vec<Expr> =
            args.iter().map(|(value, ty)| self.as_index(value.clone(), *ty)).collect();
        let range = self.of(Atom::Range);
        let path = Path::Rt("Range");
        let made = match bounds.len() {
            1 => Expr::call(path.assoc("to"), bounds),
            2 => Expr::call(path.assoc("between"), bounds),
            _ => self.raising_call("range", "range", std::mem::take(&mut bounds)),
        };
        Some((made, range))
    }
}
