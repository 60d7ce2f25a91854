//! `f(**d)`: the entries of a dict as keyword arguments.
//!
//! ```text
//! def f(a, b=1): …        f(
//! f(**d)                      match d.get(&Str::from("a")) { Some(value) => value, None => … },
//!                             match d.get(&Str::from("b")) { Some(value) => value, None => 1 },
//!                         )
//! ```

use portalis_hir::{Arg, FuncId, Name, ParamKind};
use portalis_typeck::ty::{Atom, BOT, TypeId};

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

impl Unpacked {
    /// A dict that is looked at otherwise.
    pub(super) fn of(dict: Expr, ty: TypeId) -> Self {
        Unpacked { dict, ty, open: Vec::new(), check: None }
    }

    /// The type of the dict.
    pub(super) fn ty(&self) -> TypeId {
        self.ty
    }
}

/// A parameter that has a name for callers.
pub(super) struct Named {
    pub(super) name: Name,
    /// Whether the call fills it itself.
    pub(super) is_given: bool,
    pub(super) has_default: bool,
    pub(super) by_keyword: bool,
}

impl FnCx<'_, '_> {
    /// The dict behind `**`; `None` where it is always empty.
    pub(super) fn unpacked_keywords(
        &mut self,
        func: FuncId,
        dict: (Expr, TypeId),
        slots: &[Option<Expr>],
    ) -> Option<Unpacked> {
        let module = self.cx.module;
        let params = &module[func].params;
        let mut named = Vec::new();
        for (param, slot) in params.iter().zip(slots) {
            if matches!(param.kind, ParamKind::Ordinary | ParamKind::KeywordOnly) {
                named.push(Named {
                    name: module[param.local].name.clone(),
                    is_given: slot.is_some(),
                    has_default: param.default.is_some(),
                    by_keyword: param.kind == ParamKind::KeywordOnly,
                });
            }
        }
        let has_rest = params.iter().any(|param| param.kind == ParamKind::KwArgs);
        let function = module[func].qualname.to_string();
        self.unpacked_into(dict, function, &named, has_rest)
    }

    /// The same for a function of which the parameters that have names are at hand.
    pub(super) fn unpacked_into(
        &mut self,
        dict: (Expr, TypeId),
        function: String,
        params: &[Named],
        has_rest: bool,
    ) -> Option<Unpacked> {
        let (place, ty) = dict;
        if self.value_type(ty) == BOT {
            return None;
        }
        if !matches!(self.cx.rep.repr(ty), Repr::Dict(ref key, _) if **key == Repr::Str) {
            let span = self.span;
            self.cx.sink.push(crate::diagnostics::call_shape(span, "`**` of this value"));
            return None;
        }
        let (mut open, mut given) = (Vec::new(), Vec::new());
        let mut required = [Vec::new(), Vec::new()];
        for param in params {
            if !param.is_given && !param.has_default {
                required[usize::from(param.by_keyword)].push(param.name.clone());
            }
            let names = if param.is_given { &mut given } else { &mut open };
            names.push(param.name.clone());
        }
        let texts = |names: &[Name]| {
            Expr::Array(names.iter().map(|name| Expr::Str(name.to_string())).collect()).by_ref()
        };
        let open_texts =
            if has_rest { Expr::local("None") } else { Expr::call(Path::local("Some"), vec![texts(&open)]) };
        let required = Expr::Array(required.iter().map(|names| texts(names)).collect());
        let args = vec![place.clone().by_ref(), Expr::Str(function), open_texts, texts(&given), required];
        let check = self.raising_call("dict", "check_keywords", args);
        Some(Unpacked { dict: place, ty, open, check: Some(check) })
    }

    /// Lets a dict be looked at for the names that the call itself gives.
    pub(super) fn check_named(&mut self, unpacked: &mut Unpacked, function: String, args: &[Arg]) {
        let Some(named) = self.named_twice(unpacked.dict.clone(), function, args) else { return };
        unpacked.check = Some(match unpacked.check.take() {
            Some(check) => {
                Expr::Block(Block { stmts: vec![Stmt::Expr(named), Stmt::Expr(check)], tail: None })
            }
            None => named,
        });
    }

    /// What raises where a dict behind `**` has a name that a call gives itself; `None` where it gives none.
    pub(super) fn named_twice(&mut self, dict: Expr, function: String, args: &[Arg]) -> Option<Expr> {
        let named: Vec<Expr> = args
            .iter()
            .filter_map(|arg| match arg {
                Arg::Keyword(name, _) => Some(Expr::Str(name.to_string())),
                Arg::Pos(_) | Arg::Star(_) | Arg::DoubleStar(_) => None,
            })
            .collect();
        if named.is_empty() {
            return None;
        }
        let args = vec![dict.by_ref(), Expr::Str(function), Expr::Array(named).by_ref()];
        Some(self.raising_call("dict", "check_named", args))
    }

    /// Whether some value of one type may be one of another.
    fn may_become(&self, from: TypeId, to: TypeId) -> bool {
        let (from, to) = (self.cx.rep.atoms(from), self.cx.rep.atoms(to));
        let rank = |atom: &Atom| match atom {
            Atom::Bool => Some(0),
            atom if atom.is_int() => Some(1),
            Atom::Float => Some(2),
            _ => None,
        };
        from.iter().any(|(id, a)| {
            to.iter().any(|(other, b)| {
                id == other
                    || rank(a).is_some_and(|a| rank(b).is_some_and(|b| a <= b))
                    || matches!(
                        (a, b),
                        (Atom::Tuple(_) | Atom::TupleVar(_), Atom::Tuple(_) | Atom::TupleVar(_))
                    )
                    || self.cx.rep.is_exception(a) && self.cx.rep.is_exception(b)
            })
        })
    }

    /// The entry `name` as a value of type `to`, or `missing`.
    pub(super) fn unpacked_entry(
        &mut self,
        name: &str,
        unpacked: &Unpacked,
        missing: Expr,
        to: TypeId,
    ) -> Expr {
        let value_ty = self.value_type(unpacked.ty);
        if !self.may_become(value_ty, to) {
            // No call passes it by that name.
            return missing;
        }
        let key = super::expr::str_literal(name);
        let found = self.coerce(Expr::local("value"), value_ty, to);
        let arms = vec![
            Arm {
                pat: Pat::Call(Path::local("Some"), vec![Pat::Bind("value".to_owned(), false)]),
                guard: None,
                body: found,
            },
            Arm { pat: Pat::Path(Path::local("None")), guard: None, body: missing },
        ];
        Expr::Match(Box::new(unpacked.dict.clone().method("get", vec![key.by_ref()])), arms)
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
        let missing = if data.default.is_some() {
            self.default_value(func, param, to)
        } else {
            Expr::Unreachable("its keywords were checked")
        };
        let value = self.unpacked_entry(name, unpacked, missing, to);
        match unpacked.check.take() {
            Some(check) => crate::coerce::after(check, value),
            None => value,
        }
    }

    /// `**kwargs` of the callee: the entries that fill no parameter between the keywords of the call, of which the first
    /// `n_before` stand before them.
    pub(super) fn rest_of_keywords(
        &mut self,
        unpacked: &Unpacked,
        mut before: Vec<(Name, Expr, TypeId)>,
        n_before: usize,
        to: TypeId,
    ) -> Expr {
        let after = before.split_off(n_before.min(before.len()));
        let names = unpacked.open.iter().map(|name| Expr::Str(name.to_string())).collect();
        let names = Expr::Array(names).by_ref();
        let rest =
            Expr::call(Path::RtIn("dict", "without".to_owned()), vec![unpacked.dict.clone().by_ref(), names]);
        let (key_ty, value_ty) = (self.elem_type(to), self.value_type(to));
        let held = self.temp("keywords");
        let mut block = Block::default();
        if before.is_empty() {
            // The values may be held in another way there.
            let (rest, _) = self.refit(rest, unpacked.ty, to);
            if after.is_empty() {
                return rest;
            }
            block.stmts.push(let_(&held, rest));
        } else {
            let empty = self.empty_container("Dict", to);
            block.stmts.push(let_(&held, empty));
            self.set_keywords(&held, before, value_ty, &mut block);
            self.copy_entries(&held, (rest, unpacked.ty), (key_ty, value_ty), &mut block);
        }
        self.set_keywords(&held, after, value_ty, &mut block);
        block.tail = Some(Box::new(Expr::local(held)));
        Expr::Block(block)
    }

    fn set_keywords(
        &mut self,
        held: &str,
        keywords: Vec<(Name, Expr, TypeId)>,
        value_ty: TypeId,
        block: &mut Block,
    ) {
        for (name, value, ty) in keywords {
            let value = self.coerce(value, ty, value_ty);
            let key = super::expr::str_literal(&name);
            block.stmts.push(Stmt::Expr(Expr::local(held).method("set", vec![key, value])));
        }
    }
}
