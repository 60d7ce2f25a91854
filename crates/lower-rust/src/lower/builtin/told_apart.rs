//! Arguments of library functions of which only the run knows what they are: one call for each kind. Such are those that count
//! as nothing where they are `None`, and those that the runtime takes as one of several types.
//!
//! ```text
//! text.strip(chars)       match chars { Some(chars) => text.strip_chars(&chars), None => text.strip() }
//! Fraction(x)             match x { Int(x) => Fraction::of(&x), Str(x) => Fraction::of(&x) }
//! ```

use portalis_hir::{Arg, ExprId, ExprKind};
use portalis_typeck::builtins::{Row, RowParam, TypeExpr, key_position};
use portalis_typeck::ty::{BOT, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr};

use super::let_;
use super::row::runtime_is_plain;

/// A call with its receiver, for one kind of an argument.
type OneKind<'f, Cx> = dyn FnMut(&mut Cx, Option<(Expr, TypeId)>) -> (Expr, TypeId) + 'f;

impl FnCx<'_, '_> {
    /// The arguments without a `key` that is always `None`, where there is one.
    pub(super) fn without_key(&mut self, name: &str, args: &[Arg]) -> Option<Vec<Arg>> {
        let at = key_position(name)?;
        let none = self.none_type();
        let is_key = |cx: &Self, (i, arg): (usize, &Arg)| match arg {
            Arg::Pos(value) => i == at && cx.type_of(*value) == none,
            Arg::Keyword(name, value) => &**name == "key" && cx.type_of(*value) == none,
            Arg::Star(_) | Arg::DoubleStar(_) => false,
        };
        let key = args.iter().enumerate().position(|arg| is_key(self, arg))?;
        let value = args[key].value();
        if !matches!(self.cx.module[value].kind, ExprKind::None) && !self.is_named(value) {
            self.unsupported_operation("a key that is computed and always None");
        }
        let mut rest = args.to_vec();
        rest.remove(key);
        Some(rest)
    }

    /// Where the first argument stands that counts as nothing if it is `None`, which only the run knows, or that the runtime
    /// takes as one of several types, of which only the run knows which it is.
    pub(super) fn told_apart(&mut self, row: &Row, args: &[Arg]) -> Option<usize> {
        let given = self.bind_row(row, args);
        let found = row.params.iter().zip(given).find_map(|(param, given)| {
            let value = given.first().copied()?;
            let may_be_none = takes_none(param) && takes_left_out(row, param) && param.callback().is_none();
            let is_told_apart = param.by_ref && matches!(param.accept, TypeExpr::Union(_));
            let is_several = is_told_apart && self.stand_in(value).is_none() && {
                let ty = self.type_of(value);
                let ty = if takes_none(param) { self.without_none(ty) } else { ty };
                !self.is_single(ty)
            };
            (may_be_none && self.is_open(value) || is_several).then_some(value)
        })?;
        args.iter().position(|arg| arg.value() == found)
    }

    /// Whether what an argument is only the run knows, or `None` after it has done something.
    pub(super) fn is_open(&mut self, value: ExprId) -> bool {
        let ty = self.type_of(value);
        let is_literal = matches!(self.cx.module[value].kind, ExprKind::None);
        (ty == self.none_type() && !is_literal || matches!(self.cx.rep.repr(ty), Repr::Option(_)))
            && self.stand_in(value).is_none()
    }

    /// A call with an argument of several kinds, which stands at `at`: one `call` for each.
    pub(super) fn by_kind(
        &mut self,
        to: TypeId,
        receiver: Option<(Expr, TypeId)>,
        args: &[Arg],
        at: usize,
        call: &mut OneKind<'_, Self>,
    ) -> (Expr, TypeId) {
        let (value, outer) = (args[at].value(), self.stand_ins.len());
        let mut stmts = Vec::new();
        let receiver = receiver.map(|(receiver, ty)| {
            if matches!(receiver, Expr::Path(_)) || crate::coerce::is_calm(&receiver) {
                return (receiver, ty);
            }
            let owned = self.owned(receiver, ty);
            (self.hold_value("receiver", owned, &mut stmts), ty)
        });
        // What stands before it is evaluated before it.
        for earlier in &args[..at] {
            let earlier = earlier.value();
            let lowered = self.value(earlier);
            if !crate::coerce::is_calm(&lowered) {
                let (name, ty) = (self.temp("argument"), self.type_of(earlier));
                stmts.push(let_(&name, lowered));
                self.stand_ins.push((earlier, name, ty));
            }
        }
        let (held, ty) = (self.value(value), self.type_of(value));
        let by_kind = self.dispatch(held, ty, to, &mut |cx, held, one, _| {
            let name = cx.temp("argument");
            cx.stand_ins.push((value, name.clone(), one));
            let (called, ty) = call(cx, receiver.clone());
            cx.stand_ins.pop();
            let called = if ty == BOT { crate::lower::expr::dead_value(called) } else { called };
            if cx.cx.rep.repr(one) == Repr::Unit {
                return (crate::coerce::after(held, called), ty);
            }
            (Expr::Block(Block { stmts: vec![let_(&name, held)], tail: Some(Box::new(called)) }), ty)
        });
        self.stand_ins.truncate(outer);
        if stmts.is_empty() {
            return (by_kind, to);
        }
        (Expr::Block(Block { stmts, tail: Some(Box::new(by_kind)) }), to)
    }
}

/// Whether `None` may be given for a parameter.
fn takes_none(param: &RowParam) -> bool {
    matches!(&param.accept, TypeExpr::Union(options) if options.contains(&TypeExpr::Word("none")))
}

/// Whether `None` for a parameter is the same as nothing.
pub(super) fn takes_left_out(row: &Row, param: &RowParam) -> bool {
    param.default == Some("?")
        && (param.callback().is_some()
            || takes_none(param)
            || row.runtime.split('|').skip(1).any(|it| !runtime_is_plain(it)))
}
