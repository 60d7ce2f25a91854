//! Objects that are values of a builtin type, too: what their class does not define is done by the value underneath.

use portalis_hir::BinOp;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, TypeId};
use portalis_typeck::underlying::changes_in_place;

use super::FnCx;
use super::builtin::let_;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Stmt};

impl FnCx<'_, '_> {
    /// The type of the builtin value that objects of one class are besides.
    pub(crate) fn underlying_type(&mut self, ty: TypeId) -> Option<TypeId> {
        let atoms = self.cx.rep.atoms(ty);
        let [(_, atom)] = atoms.as_slice() else { return None };
        let atom = match atom {
            Atom::Super(_, receiver) => self.cx.rep.inferred.types.get(*receiver).clone(),
            atom => atom.clone(),
        };
        let inferred = &mut *self.cx.rep.inferred;
        portalis_typeck::underlying::underlying(
            &mut inferred.types,
            &inferred.classes,
            &inferred.cells,
            &atom,
        )
        .filter(|ty| *ty != BOT)
    }

    /// The builtin value that an object is besides.
    pub(crate) fn as_underlying(&mut self, value: Expr, ty: TypeId) -> Option<(Expr, TypeId)> {
        let under = self.underlying_type(ty)?;
        if let Repr::Object(object) = self.cx.rep.repr(ty)
            && let Some(fields) = self.cx.named_tuple(object)
        {
            return Some((self.fields_as_tuple(object, &fields, value), under));
        }
        if let Repr::Object(object) = self.cx.rep.repr(ty)
            && let Some(field) = self.cx.base_value_field(object)
        {
            return Some((Expr::Field(Box::new(value), field).method("get", Vec::new()), under));
        }
        Some((value.method("value", Vec::new()), under))
    }

    /// Whether a type is of named tuples, or of a class derived from `tuple`, that do not say themselves what iterating them
    /// gives.
    pub(crate) fn is_tuple_besides(&mut self, ty: TypeId) -> bool {
        match self.cx.rep.repr(ty) {
            Repr::Object(object) => {
                let is_tuple =
                    self.cx.named_tuple(object).is_some() || self.cx.base_value(object) == Some("tuple");
                is_tuple && !self.cx.class_defines(object, "__iter__")
            }
            _ => false,
        }
    }

    /// The same where there is one, else the value itself.
    pub(crate) fn or_underlying(&mut self, value: Expr, ty: TypeId) -> (Expr, TypeId) {
        match self.underlying_type(ty) {
            Some(_) => self.as_underlying(value.clone(), ty).unwrap_or((value, ty)),
            None => (value, ty),
        }
    }

    /// What `lower` makes of an operator on values that stand for objects, where errors name the classes of the objects:
    /// the type of each operand and of the value that stands for it.
    pub(super) fn in_the_name_of<T>(
        &mut self,
        operands: [(TypeId, TypeId); 2],
        lower: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let outer = std::mem::replace(&mut self.in_the_name_of, operands.map(Some));
        let lowered = lower(self);
        self.in_the_name_of = outer;
        lowered
    }

    /// What `lower` makes of the builtin value that an object is besides; its errors name the class of the object.
    pub(crate) fn with_underlying<T>(
        &mut self,
        value: Expr,
        ty: TypeId,
        lower: impl FnOnce(&mut Self, Expr, TypeId) -> T,
    ) -> T {
        let (value, under) = self.or_underlying(value, ty);
        self.in_the_name_of([(ty, under); 2], |cx| lower(cx, value, under))
    }

    /// The same of both operands of an operator, where each is such an object or not.
    pub(super) fn with_both_underlying<T>(
        &mut self,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        lower: impl FnOnce(&mut Self, (Expr, TypeId), (Expr, TypeId)) -> T,
    ) -> T {
        let (left, right) = (self.or_underlying(left, l), self.or_underlying(right, r));
        self.in_the_name_of([(l, left.1), (r, right.1)], |cx| lower(cx, left, right))
    }

    /// The classes that an error of an operator names, for operands of these types.
    pub(super) fn operand_names(&self, types: [TypeId; 2]) -> [String; 2] {
        [0, 1].map(|side| match self.in_the_name_of[side] {
            Some((object, value)) if value == types[side] => self.cx.class_name_of(object),
            _ => self.cx.class_name_of(types[side]),
        })
    }

    /// The object that errors name where they are about a value of the second type.
    pub(super) fn named_object(&self) -> Option<(TypeId, TypeId)> {
        match self.in_the_name_of {
            [Some(left), Some(right)] if left == right && left.0 != left.1 => Some(left),
            _ => None,
        }
    }

    /// A value of which some kinds are builtin values besides: those go as such. `None` where there is none.
    pub(crate) fn all_underlying(&mut self, value: Expr, ty: TypeId) -> Option<(Expr, TypeId)> {
        let mut to = BOT;
        for (id, _) in self.cx.rep.atoms(ty) {
            let one = self.of_id(id);
            let under = self.underlying_type(one).unwrap_or(one);
            to = self.cx.rep.inferred.types.join(to, under);
        }
        if to == ty {
            return None;
        }
        let value = self.dispatch(value, ty, to, &mut |cx, value, one, _| cx.or_underlying(value, one));
        Some((value, to))
    }

    /// `left op= right` where that changes the container that the object `left` holds; then it is `left` itself.
    pub(super) fn held_container_changed(
        &mut self,
        node: Node,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> Option<Expr> {
        let atom = self.first_atom(l);
        let Atom::Obj(class, _) = *self.cx.rep.inferred.types.get(atom) else { return None };
        let base = self.cx.rep.inferred.classes[class.index()].base_value?;
        let other = self.underlying_type(r).unwrap_or(r);
        let (_, other) = self.cx.rep.atoms(other).first()?.clone();
        let Repr::Object(object) = self.cx.rep.repr(l) else { return None };
        if !changes_in_place(base, op, &other)
            || self.cx.class_defines(object, &format!("__i{}__", op.method()))
        {
            return None;
        }
        let inner_ty = self.underlying_type(l)?;
        let held = self.temp("held");
        let mut block = Block::default();
        let left = self.owned(left, l);
        block.stmts.push(let_(&held, left));
        let (changed, _) =
            self.with_both_underlying((Expr::local(held.clone()), l), (right, r), |cx, inner, right| {
                cx.binary_single(node, op, inner, right, inner_ty, true)
            });
        block.stmts.push(Stmt::Expr(crate::coerce::drop_value(changed)));
        block.tail = Some(Box::new(Expr::local(held)));
        Some(Expr::Block(block))
    }
}
