//! Equality of two kinds of a union of which one is a builtin value besides: a text and an object of a class derived from
//! `str`, a number and a member of an `IntEnum`, a tuple and a named tuple.

use portalis_typeck::ty::InstId;

use super::arithmetic::number_rank;
use super::compare::may_equal;
use super::{Cx, FnCx};
use crate::represent::{Repr, UnionVariant};
use crate::rir::{BinOp, Block, Expr, Path, Stmt};

impl Cx<'_> {
    /// Whether two different kinds are compared as builtin values, since the class of neither says what its objects are
    /// equal to.
    pub(super) fn are_equal_by_value(&mut self, a: &UnionVariant, b: &UnionVariant) -> bool {
        if a.name == b.name || ![a, b].iter().any(|of| matches!(of.repr, Repr::Object(_))) {
            return false;
        }
        for variant in [a, b] {
            if let Repr::Object(object) = variant.repr
                && self.class_defines(object, "__eq__")
            {
                return false;
            }
        }
        let mut cx = FnCx::of_instance(self, InstId(0));
        let types = [a, b].map(|of| cx.underlying_type(of.ty));
        if types == [None, None] {
            return false;
        }
        let [x, y] = [types[0].unwrap_or(a.ty), types[1].unwrap_or(b.ty)].map(|ty| cx.cx.rep.repr(ty));
        may_equal(&x, &y)
    }

    /// Both as references to those values; `a` and `b` are references themselves.
    fn by_value(&mut self, a: &UnionVariant, b: &UnionVariant) -> [(Expr, Repr); 2] {
        let mut cx = FnCx::of_instance(self, InstId(0));
        [("a", a), ("b", b)].map(|(name, of)| {
            let (value, ty) = cx.or_underlying(Expr::local(name), of.ty);
            let value = if ty == of.ty { value } else { value.by_ref() };
            (value, cx.cx.rep.repr(ty))
        })
    }

    /// `a == b` of two such kinds.
    pub(super) fn equality_by_value(&mut self, a: &UnionVariant, b: &UnionVariant) -> Expr {
        let [(left, x), (right, y)] = self.by_value(a, b);
        if x == y {
            let [left, right] = [left, right].map(|side| match side {
                Expr::Ref(value) => *value,
                side => side.deref(),
            });
            return Expr::binary(BinOp::Eq, left, right);
        }
        if number_rank(&x).is_some() && number_rank(&y).is_some() {
            let function = Path::RtIn("compare", "eq".to_owned());
            return Expr::call(function, vec![left, right]);
        }
        let what = "`==` of an object of a class derived from a builtin and of another type of values";
        let trap = Expr::call(Path::RtIn("trap", "unsupported".to_owned()), vec![Expr::Str(what.to_owned())]);
        Expr::Block(Block { stmts: vec![Stmt::Expr(trap)], tail: Some(Box::new(Expr::Bool(false))) })
    }

    /// The order of two such kinds; `None` where there is none, or a class says it.
    pub(super) fn order_by_value(&mut self, a: &UnionVariant, b: &UnionVariant) -> Option<Expr> {
        let says = |cx: &Self, of: &UnionVariant| match of.repr {
            Repr::Object(object) => ["__lt__", "__gt__"].iter().any(|name| cx.class_defines(object, name)),
            _ => false,
        };
        let is_value = |cx: &mut Self, of: &UnionVariant| {
            matches!(of.repr, Repr::Object(_))
                && FnCx::of_instance(cx, InstId(0)).underlying_type(of.ty).is_some()
        };
        let is_one = a.name == b.name && is_value(self, a);
        if !(is_one || self.are_equal_by_value(a, b)) || says(self, a) || says(self, b) {
            return None;
        }
        let [(left, x), (right, y)] = self.by_value(a, b);
        let function = match x == y {
            true if self.can_order(&x) => Path::local("PartialOrd").assoc("partial_cmp"),
            false if number_rank(&x).is_some() && number_rank(&y).is_some() => {
                Path::RtIn("compare", "compare".to_owned())
            }
            _ => return None,
        };
        Some(Expr::call(function, vec![left, right]))
    }
}
