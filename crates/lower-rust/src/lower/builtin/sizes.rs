//! Sizes, ranges: `len`, `range`.

use portalis_hir::ExprId;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Path, Stmt};

impl FnCx<'_, '_> {
    pub(super) fn len_call(&mut self, id: ExprId, value: ExprId) -> (Expr, TypeId) {
        let ty = self.type_of(value);
        let nat = self.of(Atom::Nat);
        if ty == BOT {
            return (self.dead_operands([value]), BOT);
        }
        let place = self.place(value);
        if self.is_single(ty) {
            return self.len_single(id, place, ty);
        }
        let place = self.owned(place, ty);
        let value = self.dispatch(place, ty, nat, &mut |cx, place, ty, _| cx.len_single(id, place, ty));
        (value, nat)
    }

    pub(super) fn len_single(&mut self, id: ExprId, place: Expr, ty: TypeId) -> (Expr, TypeId) {
        let nat = self.of(Atom::Nat);
        if matches!(self.cx.rep.atoms(ty).as_slice(), [(_, Atom::Tuple(items))] if items.is_empty()) {
            return (crate::coerce::after(place, Expr::Int(0, None)), nat);
        }
        match self.cx.rep.repr(ty) {
            Repr::Str
            | Repr::Bytes
            | Repr::List(_)
            | Repr::Set(_)
            | Repr::FrozenSet(_)
            | Repr::Dict(..)
            | Repr::Deque(_)
            | Repr::TupleVar(_)
            | Repr::Range
            | Repr::Keys(..)
            | Repr::Values(..)
            | Repr::Items(..) => (place.method("len", Vec::new()), nat),
            Repr::Tuple(items) => (crate::coerce::after(place, Expr::Int(items.len() as i64, None)), nat),
            Repr::Object(_) => {
                let atom = self.first_atom(ty);
                match self.method_target(Node::Expr(id), "__len__", atom) {
                    Some(target) => {
                        let (size, ty) = self.call_method_instance(target, place, Vec::new());
                        self.checked_size(size, ty)
                    }
                    None if self.underlying_type(ty).is_some() => {
                        self.with_underlying(place, ty, |cx, value, under| cx.len_single(id, value, under))
                    }
                    None => self.no_len((place, ty)),
                }
            }
            Repr::Static if self.enumeration_class(ty).is_some() => {
                let n = self.enumeration_class(ty).map_or(Expr::Int(0, None), |class| self.n_members(class));
                (n, nat)
            }
            Repr::Native(_) => match self.native_method(place.clone(), ty, "__len__", Vec::new()) {
                Some(done) => done,
                None => self.no_len((place, ty)),
            },
            _ => self.no_len((place, ty)),
        }
    }

    /// What `__len__` gave as a size: Python raises `ValueError` where it is negative.
    pub(super) fn checked_size(&mut self, size: Expr, ty: TypeId) -> (Expr, TypeId) {
        if !self.cx.may_be_negative(ty) {
            return (size, ty);
        }
        let index = self.as_index(size, ty);
        let checked = Expr::call(Path::RtIn("truth", "size".to_owned()), vec![index]);
        (self.propagate(checked), self.of(Atom::Nat))
    }

    pub(super) fn no_len(&mut self, value: (Expr, TypeId)) -> (Expr, TypeId) {
        let name = self.class_name_of(value.1);
        (self.throw_after([value], &format!("object of type '{name}' has no len()")), BOT)
    }

    pub(super) fn range_value(&mut self, args: &[ExprId]) -> (Expr, TypeId) {
        let range = self.of(Atom::Range);
        let (mut values, mut classes) = (Vec::new(), Vec::new());
        for &arg in args {
            let ty = self.type_of(arg);
            let value = self.value(arg);
            values.push(self.or_underlying(value, ty));
            classes.push(ty);
        }
        let mut is_certain = |ty: TypeId| {
            let repr = self.cx.rep.repr(ty);
            matches!(repr, Repr::I64 | Repr::Bool | Repr::Big)
        };
        // All bounds are evaluated before the first is found to be no integer.
        let mut block = Block::default();
        if values.len() > 1 && !values.iter().all(|(_, ty)| is_certain(*ty)) {
            for (value, ty) in &mut values {
                let owned = self.owned(value.clone(), *ty);
                *value = self.hold_of("bound", owned, *ty, &mut block.stmts);
            }
        }
        let mut bounds = Vec::new();
        for ((value, ty), class) in values.into_iter().zip(classes) {
            let is_whole = matches!(self.cx.rep.repr(ty), Repr::I64 | Repr::Bool | Repr::Big | Repr::Num);
            if !is_whole && self.is_single(ty) && !self.has_index(ty) {
                let name = self.class_name_of(class);
                let message = format!("'{name}' object cannot be interpreted as an integer");
                let raised = self.throw_message("TypeError", &message);
                if block.stmts.is_empty() {
                    return (crate::coerce::after(value, raised), BOT);
                }
                let before = bounds.into_iter().map(|bound| Stmt::Expr(crate::coerce::drop_value(bound)));
                block.stmts.extend(before);
                block.tail = Some(Box::new(raised));
                return (Expr::Block(block), BOT);
            }
            bounds.push(self.as_index(value, ty));
        }
        let value = match bounds.len() {
            1 => Expr::call(Path::Rt("Range").assoc("to"), bounds),
            2 => Expr::call(Path::Rt("Range").assoc("between"), bounds),
            _ => self.raising_call("range", "range", bounds),
        };
        if block.stmts.is_empty() {
            return (value, range);
        }
        block.tail = Some(Box::new(value));
        (Expr::Block(block), range)
    }
}
