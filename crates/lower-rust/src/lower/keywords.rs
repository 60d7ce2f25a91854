//! `f(**d)`: the entries of a dict as keyword arguments.
//!
//! ```text
//! def f(a, b=1): …        f(
//! f(**d)                      match d.get(&Str::from("a")) { Some(value) => value, None => … },
//!                             match d.get(&Str::from("b")) { Some(value) => value, None => 1 },
//!                         )
//! ```

use portalis_hir::{ExprId, FuncId, Name, ParamKind};
use portalis_typeck::ty::{BOT, TypeId};

use super::FnCx;
use super::builtin::let_;
use crate::represent::Repr;
use crate::rir::{Arm, Block, Expr, Pat, Path, Stmt};

/// A dict whose entries become arguments.
pub(super) struct Unpacked {
    /// A name for it.
    dict: Expr,
    ty: TypeId,
    /// The parameters that it may fill.
    open: Vec<Name>,
    /// What makes sure that it has no other keys; taken where the first argument is made of it.
    pub(super) check: Option<Expr>,
}

impl FnCx<'_, '_> {
    /// The dict behind `**`; `None` where it is always empty.
    pub(super) fn unpacked_keywords(
        &mut self,
        func: FuncId,
        dict: ExprId,
        slots: &[Option<Expr>],
    ) -> Option<Unpacked> {
        let module = self.cx.module;
        let ty = self.type_of(dict);
        let place = self.place(dict);
        if self.value_type(ty) == BOT {
            return None;
        }
        let span = module[dict].span;
        let is_plain = matches!(place, Expr::Path(_))
            && matches!(self.cx.rep.repr(ty), Repr::Dict(ref key, _) if **key == Repr::Str);
        if !is_plain {
            self.cx.sink.push(crate::diagnostics::call_shape(span, "`**` of this value"));
            return None;
        }
        let params = &module[func].params;
        let (mut open, mut given) = (Vec::new(), Vec::new());
        let mut required = [Vec::new(), Vec::new()];
        for (param, slot) in params.iter().zip(slots) {
            if matches!(param.kind, ParamKind::Ordinary | ParamKind::KeywordOnly) {
                let name = module[param.local].name.clone();
                if slot.is_none() && param.default.is_none() {
                    required[usize::from(param.kind == ParamKind::KeywordOnly)].push(name.clone());
                }
                let names = if slot.is_some() { &mut given } else { &mut open };
                names.push(name);
            }
        }
        let has_rest = params.iter().any(|param| param.kind == ParamKind::KwArgs);
        let texts = |names: &[Name]| {
            Expr::Array(names.iter().map(|name| Expr::Str(name.to_string())).collect()).by_ref()
        };
        let open_texts =
            if has_rest { Expr::local("None") } else { Expr::call(Path::local("Some"), vec![texts(&open)]) };
        let function = Expr::Str(module[func].qualname.to_string());
        let required = Expr::Array(required.iter().map(|names| texts(names)).collect());
        let args = vec![place.clone().by_ref(), function, open_texts, texts(&given), required];
        let check = self.raising_call("dict", "check_keywords", args);
        Some(Unpacked { dict: place, ty, open, check: Some(check) })
    }

    /// The argument of a parameter that nothing else fills.
    pub(super) fn unpacked_keyword(
        &mut self,
        func: FuncId,
        param: usize,
        unpacked: &mut Unpacked,
        to: TypeId,
    ) -> Expr {
        let module = self.cx.module;
        let data = &module[func].params[param];
        let name = &module[data.local].name;
        if data.kind == ParamKind::PositionalOnly {
            return self.default_value(func, param, to);
        }
        let value_ty = self.value_type(unpacked.ty);
        let key = super::expr::str_literal(name);
        let found = self.coerce(Expr::local("value"), value_ty, to);
        let missing = if data.default.is_some() {
            self.default_value(func, param, to)
        } else {
            Expr::Unreachable("its keywords were checked")
        };
        let arms = vec![
            Arm {
                pat: Pat::Call(Path::local("Some"), vec![Pat::Bind("value".to_owned(), false)]),
                guard: None,
                body: found,
            },
            Arm { pat: Pat::Path(Path::local("None")), guard: None, body: missing },
        ];
        let value = Expr::Match(Box::new(unpacked.dict.clone().method("get", vec![key.by_ref()])), arms);
        match unpacked.check.take() {
            Some(check) => crate::coerce::after(check, value),
            None => value,
        }
    }

    /// `**kwargs` of the callee: the entries that fill no parameter, and keywords of the call.
    pub(super) fn rest_of_keywords(
        &mut self,
        unpacked: &Unpacked,
        extra: Vec<(Name, Expr, TypeId)>,
        to: TypeId,
    ) -> Expr {
        let value_ty = self.value_type(to);
        if self.cx.rep.repr(self.value_type(unpacked.ty)) != self.cx.rep.repr(value_ty) {
            self.unsupported_operation("`**` of a dict whose values are held in another way");
            return Expr::unit();
        }
        let names = unpacked.open.iter().map(|name| Expr::Str(name.to_string())).collect();
        let names = Expr::Array(names).by_ref();
        let copy =
            Expr::call(Path::RtIn("dict", "without".to_owned()), vec![unpacked.dict.clone().by_ref(), names]);
        if extra.is_empty() {
            return copy;
        }
        let held = self.temp("keywords");
        let mut stmts = vec![let_(&held, copy)];
        for (name, value, ty) in extra {
            let value = self.coerce(value, ty, value_ty);
            let key = super::expr::str_literal(&name);
            stmts.push(Stmt::Expr(Expr::local(held.clone()).method("set", vec![key, value])));
        }
        Expr::Block(Block { stmts, tail: Some(Box::new(Expr::local(held))) })
    }
}
