//! Functions of `operator`, called or handed in.

use portalis_hir::{BinOp, ExprId, ExprKind};
use portalis_typeck::builtins::{Operator, operator};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, Kind, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Expr, Path};

impl FnCx<'_, '_> {
    /// A function of `operator` of values; `to` is the type of the result where it is known. `None` for what is none.
    pub(super) fn call_operator(
        &mut self,
        id: ExprId,
        name: &str,
        args: Vec<(Expr, TypeId)>,
        to: TypeId,
    ) -> Option<(Expr, TypeId)> {
        let operator = operator(name)?;
        let node = Node::Expr(id);
        let mut args = args.into_iter();
        let (first, second) = (args.next()?, args.next());
        if let (Operator::Items(_) | Operator::Attributes(_), None) = (&operator, &second)
            && !self.is_single(first.1)
            && let to = if to == BOT { self.getter_type(id, name, first.1) } else { to }
            && to != BOT
        {
            // Each kind of value is looked into by itself.
            let value = self.owned(first.0, first.1);
            let found = self.dispatch(value, first.1, to, &mut |cx, value, one, _| {
                let got = cx.call_operator(id, name, vec![(value.clone(), one)], BOT);
                got.unwrap_or((value, BOT))
            });
            return Some((found, to));
        }
        Some(match (operator, second) {
            (Operator::Binary(op), Some(second)) => {
                let to = if to == BOT { self.operator_result(id, op, first.1, second.1) } else { to };
                (self.binary_values(node, op, first, second, to, false), to)
            }
            (Operator::Compare(op), Some(second)) => {
                let bool_ty = self.of(Atom::Bool);
                (self.compare_values(node, op, first, second, bool_ty), bool_ty)
            }
            (Operator::Items(indices), None) => {
                let (held, place) = self.getter_subject(&first);
                let items = indices.into_iter().map(|index| {
                    let place = place.clone();
                    let (value, index_ty) = match &self.cx.module[index].kind {
                        ExprKind::Str(text) => {
                            let ty = self.of(Atom::Str);
                            (crate::lower::expr::str_literal(text), ty)
                        }
                        _ => {
                            let ty = self.of(Atom::Int);
                            (self.value(index), ty)
                        }
                    };
                    self.load_single(node, place, first.1, index, (value, index_ty))
                });
                let items = items.collect();
                self.getter_result(held, first.0, items)
            }
            (Operator::Attributes(names), None) => {
                let (held, place) = self.getter_subject(&first);
                let atom = self.first_atom(first.1);
                let items = names.into_iter().map(|attribute| {
                    self.attribute_single(node, place.clone(), first.1, atom, &attribute.as_str().into())
                });
                let items = items.collect();
                self.getter_result(held, first.0, items)
            }
            _ => return None,
        })
    }

    /// The type of what a getter finds in all kinds of a value; `BOT` where it is not one.
    fn getter_type(&mut self, id: ExprId, name: &str, ty: TypeId) -> TypeId {
        let mut found = Vec::new();
        self.dispatch(Expr::local("subject"), ty, BOT, &mut |cx, value, one, _| {
            found.extend(cx.call_operator(id, name, vec![(value, one)], BOT).map(|(_, ty)| ty));
            (Expr::unit(), BOT)
        });
        // A kind without it raises.
        found.retain(|&ty| ty != BOT);
        found.dedup();
        if let [one] = found.as_slice() { *one } else { BOT }
    }

    /// What a getter looks into, and the name that it has to be given, if any.
    fn getter_subject(&mut self, (value, ty): &(Expr, TypeId)) -> (Option<String>, Expr) {
        if !self.is_single(*ty) {
            self.unsupported_operation("a getter on values of several types");
        }
        match value {
            Expr::Path(Path::Local(_)) => (None, value.clone()),
            // `None` of several kinds.
            Expr::Tuple(parts) if parts.is_empty() => (None, value.clone()),
            _ => {
                let name = self.temp("subject");
                (Some(name.clone()), Expr::local(name))
            }
        }
    }

    fn getter_result(
        &mut self,
        held: Option<String>,
        subject: Expr,
        mut items: Vec<(Expr, TypeId)>,
    ) -> (Expr, TypeId) {
        let (value, ty) = if items.len() == 1 {
            items.swap_remove(0)
        } else {
            let (values, types): (Vec<Expr>, Vec<TypeId>) = items.into_iter().unzip();
            (Expr::Tuple(values), self.of(Atom::Tuple(types.into())))
        };
        match held {
            Some(name) => {
                (crate::coerce::destructure(crate::rir::Pat::Bind(name, false), subject, value), ty)
            }
            None => (value, ty),
        }
    }

    /// The type of `a op b`; of what may be of several kinds, what the call `id` makes of it.
    fn operator_result(&mut self, id: ExprId, op: BinOp, a: TypeId, b: TypeId) -> TypeId {
        let (x, y) = (self.cx.rep.repr(a), self.cx.rep.repr(b));
        let is_int = |repr: &Repr| matches!(repr, Repr::I64 | Repr::Big | Repr::Bool);
        match (&x, &y) {
            _ if op == BinOp::Div && is_int(&x) && is_int(&y) => self.of(Atom::Float),
            (Repr::Float, other) | (other, Repr::Float) if is_int(other) || *other == Repr::Float => {
                self.of(Atom::Float)
            }
            (Repr::Big, other) | (other, Repr::Big) if is_int(other) => self.of(Atom::BigInt),
            (x, y) if is_int(x) && is_int(y) && op != BinOp::Pow => self.of(Atom::Int),
            (x, y)
                if x == y
                    && matches!(x, Repr::Str | Repr::List(_) | Repr::Set(_) | Repr::Dict(..) | Repr::Num) =>
            {
                a
            }
            (_, Repr::Never) => a,
            (Repr::Never, _) => b,
            (Repr::Num | Repr::Union(_), _) | (_, Repr::Num | Repr::Union(_)) => {
                let made = self.type_of(id);
                let is_iterator = |(_, atom): &(AtomId, Atom)| matches!(atom, Atom::Cont(Kind::Iterator, _));
                if self.cx.rep.atoms(made).iter().all(is_iterator) { self.iteration_type(made) } else { made }
            }
            (Repr::Str | Repr::List(_) | Repr::Bytes, y) if op == BinOp::Mul && is_int(y) => a,
            (x, Repr::Str | Repr::List(_) | Repr::Bytes) if op == BinOp::Mul && is_int(x) => b,
            _ => {
                self.unsupported_operation("this operator as an argument");
                BOT
            }
        }
    }
}
