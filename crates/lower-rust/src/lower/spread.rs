//! `f(*items)` of a length that only the run knows: the items become arguments one by one.
//!
//! ```text
//! def f(a, b=1): …        let items = …;
//! f(*items)               f({ arguments::check_spread(items.len(), 0, "f", &["a", "b"], 1, false); items.at(0) },
//!                             if items.len() > 1 { items.at(1) } else { 1 })
//! ```

use portalis_hir::{Arg, ExprId, FuncId, Param, ParamKind};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, TypeId};

use super::FnCx;
use super::builtin::let_;
use super::starred::only_star;
use crate::represent::Repr;
use crate::rir::{BinOp, Block, Closure, Expr, Pat, Path, Stmt};

/// What a call gives besides the items.
pub(super) struct Given<'s> {
    /// The parameters that are filled.
    pub(super) slots: &'s mut [Option<Expr>],
    /// The positional parameters that keywords fill.
    pub(super) named: Vec<usize>,
    pub(super) has_keywords: bool,
}

/// The items behind a star, held in a list.
#[derive(Clone)]
pub(crate) struct Spread {
    /// The expression behind the star.
    star: ExprId,
    /// The name of the list.
    pub(super) list: String,
    /// The type of its items.
    elem: TypeId,
}

impl FnCx<'_, '_> {
    /// The star of a call whose items fill parameters of functions of the program.
    pub(super) fn spread_of(&mut self, callee_ty: TypeId, args: &[Arg]) -> Option<ExprId> {
        let star = only_star(args)?;
        let ty = self.type_of(star);
        let under = if self.is_tuple_besides(ty) { self.underlying_type(ty).unwrap_or(ty) } else { ty };
        let is_known = matches!(self.cx.rep.repr(under), Repr::Tuple(_)) || self.is_empty_tuple(under);
        if is_known {
            return None;
        }
        let n_written = args.iter().filter(|arg| matches!(arg, Arg::Pos(_))).count();
        let module = self.cx.module;
        let has_open = |func: FuncId, skip: usize| {
            let params = &module[func].params;
            let is_positional = |kind| matches!(kind, ParamKind::Ordinary | ParamKind::PositionalOnly);
            let n_positional = params.iter().filter(|param| is_positional(param.kind)).count();
            // What takes nothing more counts the items all the same.
            n_positional > n_written + skip || !params.iter().any(|param| param.kind == ParamKind::VarArgs)
        };
        let fills = self.cx.rep.atoms(callee_ty).iter().any(|(_, atom)| match atom {
            Atom::Func(func, _) => has_open(*func, 0),
            Atom::Bound(_, func, _) => has_open(*func, 1),
            Atom::Class(class) => {
                self.stored_class_attribute(*class, &"__init__".into()).is_some_and(|(_, ty)| {
                    let inits = self.cx.rep.atoms(ty);
                    inits.iter().any(|(_, atom)| matches!(atom, Atom::Func(func, _) if has_open(*func, 1)))
                })
            }
            _ => false,
        });
        fills.then_some(star)
    }

    /// Lowers a call with the items behind `star` held in a list.
    pub(super) fn with_spread(
        &mut self,
        star: ExprId,
        callee: ExprId,
        args: &[Arg],
        call: &mut dyn FnMut(&mut Self) -> Expr,
    ) -> Expr {
        // The star is evaluated first: what stands before it must not notice, or is held.
        let mut stmts = Vec::new();
        let n_outer = self.stand_ins.len();
        self.name_before(star, callee, args, &mut stmts);
        let ty = self.type_of(star);
        let elem = self.iteration_type(ty);
        let value = self.value(star);
        let list = self.temp("arguments");
        let collected = self.collect_list(value, ty, elem);
        let outer = self.spread.replace(Spread { star, list: list.clone(), elem });
        let call = call(self);
        self.spread = outer;
        self.stand_ins.truncate(n_outer);
        stmts.push(let_(&list, collected));
        Expr::Block(Block { stmts, tail: Some(Box::new(call)) })
    }

    /// The tuple behind `star` where it may be `None` instead, which raises; nothing unless its items are all that `func`
    /// takes after `n_before` others.
    pub(super) fn items_or_none(
        &mut self,
        func: FuncId,
        star: ExprId,
        n_before: usize,
    ) -> Option<(Expr, TypeId)> {
        let ty = self.type_of(star);
        let is_tuple = |atom: &Atom| matches!(atom, Atom::Tuple(_));
        let tuple = self.cx.rep.inferred.types.filter(ty, is_tuple);
        let atoms = self.cx.rep.atoms(ty);
        let is_optional = atoms.iter().all(|(_, atom)| is_tuple(atom) || *atom == Atom::None);
        if !is_optional || atoms.len() != 2 || !matches!(self.cx.rep.repr(tuple), Repr::Tuple(_)) {
            return None;
        }
        let params = &self.cx.module[func].params;
        let takes_all =
            params.iter().all(|param| matches!(param.kind, ParamKind::Ordinary | ParamKind::PositionalOnly));
        let n_items = self.tuple_items(tuple).len();
        let n_required = params.iter().filter(|param| param.default.is_none()).count();
        if !takes_all || !(n_required..=params.len()).contains(&(n_before + n_items)) {
            return None;
        }
        let callee = self.called_name(func);
        let value = self.value(star);
        let owned = self.owned(value, ty);
        let items = self.dispatch(owned, ty, tuple, &mut |cx, value, one, (_, atom)| {
            if is_tuple(atom) {
                return (value, one);
            }
            let message = format!(
                "__main__.{callee}() argument after * must be an iterable, not {}",
                cx.class_name(atom)
            );
            (cx.throw_message("TypeError", &message), BOT)
        });
        Some((items, tuple))
    }

    /// What CPython calls a function in messages about the call: a class is called by its own name.
    pub(super) fn called_name(&self, func: FuncId) -> String {
        let func_data = &self.cx.module[func];
        match (func_data.parent, &*func_data.name) {
            (Some(portalis_hir::Scope::Class(class)), "__init__") => {
                self.cx.module[class].qualname.to_string()
            }
            _ => func_data.qualname.to_string(),
        }
    }

    /// The held items of `star`.
    pub(super) fn spread_items(&self, star: ExprId) -> Option<Spread> {
        self.spread.clone().filter(|spread| spread.star == star)
    }

    /// The positional parameters that keywords of a call fill, after all those that the items may fill; `None` where they
    /// stand in another order, or in a dict.
    pub(super) fn named_after_spread(&self, func: FuncId, args: &[Arg]) -> Option<Vec<usize>> {
        let module = self.cx.module;
        let params = &module[func].params;
        let mut named = Vec::new();
        for arg in args {
            match arg {
                Arg::Pos(_) | Arg::Star(_) => {}
                Arg::DoubleStar(_) => return None,
                Arg::Keyword(name, _) => {
                    let is_it = |param: &Param| module[param.local].name == *name;
                    let at = params.iter().position(is_it);
                    named.extend(at.filter(|&at| params[at].kind == ParamKind::Ordinary));
                }
            }
        }
        let first = named.iter().copied().min().unwrap_or(params.len());
        let is_open = |at: usize| {
            let kind = params[at].kind;
            matches!(kind, ParamKind::Ordinary | ParamKind::PositionalOnly) && !named.contains(&at)
        };
        (first..params.len()).all(|at| !is_open(at)).then_some(named)
    }

    /// Fills the open positional parameters of `func`, and its `*args`, with the items; the check of how many there are,
    /// where no parameter is left to make it.
    pub(super) fn fill_from_spread(
        &mut self,
        func: FuncId,
        spread: &Spread,
        types: &[TypeId],
        given: Given<'_>,
    ) -> Option<Expr> {
        let Given { slots, named, has_keywords } = given;
        let module = self.cx.module;
        let params = &module[func].params;
        let is_positional = |kind| matches!(kind, ParamKind::Ordinary | ParamKind::PositionalOnly);
        let is_open = |i: &usize| is_positional(params[*i].kind) && !named.contains(i);
        let positional: Vec<usize> = (0..params.len()).filter(is_open).collect();
        let n_given = positional.iter().filter(|&&i| slots[i].is_some()).count();
        let n_required = positional.iter().filter(|&&i| params[i].default.is_none()).count();
        let rest = (0..params.len()).find(|&i| params[i].kind == ParamKind::VarArgs);
        let list = || Expr::local(spread.list.clone());
        let names = positional.iter().map(|&i| Expr::Str(module[params[i].local].name.to_string())).collect();
        let check = self.raising_call(
            "arguments",
            "check_spread",
            vec![
                list().method("len", Vec::new()),
                Expr::Int(n_given as i64, None),
                Expr::Str(module[func].qualname.to_string()),
                Expr::Array(names).by_ref(),
                Expr::Int(n_required as i64, None),
                Expr::Bool(rest.is_some() || has_keywords),
            ],
        );
        // What CPython says of an item too many names the keywords.
        let check = match !has_keywords || rest.is_some() {
            true => check,
            false => {
                let n_open = Expr::Int((positional.len() - n_given) as i64, None);
                let is_over = Expr::binary(BinOp::Gt, list().method("len", Vec::new()), n_open);
                let trap = Path::RtIn("trap", "unsupported".to_owned());
                let what =
                    Expr::Str("more items behind a star than parameters before the keywords".to_owned());
                let trap = Block::of(Expr::call(trap, vec![what]));
                let stmts = vec![Stmt::Expr(Expr::If(Box::new(is_over), trap, None)), Stmt::Expr(check)];
                Expr::Block(Block { stmts, tail: None })
            }
        };
        let mut check = Some(check);
        for (at, &i) in positional.iter().skip(n_given).enumerate() {
            let item = list().method("at", vec![Expr::Int(at as i64, None)]);
            // Nothing is ever behind the star.
            let is_empty = spread.elem == BOT;
            let mut value = match is_empty {
                true => Expr::Unreachable("no item is behind the star"),
                false => self.coerce(item, spread.elem, types[i]),
            };
            if params[i].default.is_some() && is_empty {
                value = self.default_value(func, i, types[i]);
            } else if params[i].default.is_some() {
                let default = self.default_value(func, i, types[i]);
                let more =
                    Expr::binary(BinOp::Gt, list().method("len", Vec::new()), Expr::Int(at as i64, None));
                let otherwise = Expr::Block(Block::of(default));
                value = Expr::If(Box::new(more), Block::of(value), Some(Box::new(otherwise)));
            }
            slots[i] = Some(match check.take() {
                Some(check) => crate::coerce::after(check, value),
                None => value,
            });
        }
        if let Some(i) = rest {
            let n_open = positional.len() - n_given;
            let all = list().method("iter", Vec::new());
            let skipped = match n_open {
                0 => all,
                n => all.method("skip", vec![Expr::Int(n as i64, None)]),
            };
            let to = self.elem_type(types[i]);
            let name = self.temp("item");
            let body = self.coerce(Expr::local(name.clone()), spread.elem, to);
            let closure = Closure {
                params: vec![(Pat::Bind(name, false), None)],
                ret: None,
                body: Box::new(body),
                is_move: false,
            };
            let repr = self.cx.rep.repr(types[i]);
            let ty = self.cx.rep.ty(&repr);
            let is_same = self.cx.rep.repr(spread.elem) == self.cx.rep.repr(to);
            let mapped = if is_same { skipped } else { skipped.method("map", vec![Expr::Closure(closure)]) };
            slots[i] = Some(Expr::Method(Box::new(mapped), "collect".to_owned(), vec![ty], Vec::new()));
            check = None;
        }
        check
    }
}

impl FnCx<'_, '_> {
    /// Whether `*star` is a tuple of several known lengths in a call of a function or class of the program.
    pub(super) fn has_several_shapes(&self, callee_ty: TypeId, star: ExprId) -> bool {
        let shapes = self.cx.rep.atoms(self.type_of(star));
        let callees = self.cx.rep.atoms(callee_ty);
        shapes.len() > 1
            && shapes.iter().all(|(_, atom)| matches!(atom, Atom::Tuple(_)))
            && callees
                .iter()
                .all(|(_, atom)| matches!(atom, Atom::Func(..) | Atom::Bound(..) | Atom::Class(_)))
    }

    /// `callee(*star)`: a call for each length that the tuple may have, of each function that the callee may be.
    pub(super) fn call_by_shape(
        &mut self,
        id: ExprId,
        callee: ExprId,
        star: ExprId,
        args: &[Arg],
        to: TypeId,
    ) -> Expr {
        let callee_ty = self.type_of(callee);
        if self.is_single(callee_ty) {
            let atom = self.first_atom(callee_ty);
            let held = self.value(star);
            return self.call_shapes(id, callee, (None, atom), (held, star), args, to);
        }
        let name = self.temp("args");
        let function = self.value(callee);
        let mut block = Block::default();
        let function = self.hold_value("function", function, &mut block.stmts);
        let held = self.value(star);
        block.stmts.push(let_(&name, held));
        let is_copy = self.is_copy(self.type_of(star));
        let called = self.dispatch(function, callee_ty, to, &mut |cx, function, _, (atom, _)| {
            let held = Expr::local(name.clone());
            let held = if is_copy { held } else { held.cloned() };
            (cx.call_shapes(id, callee, (Some(function), atom), (held, star), args, to), to)
        });
        block.tail = Some(Box::new(called));
        block.into_expr()
    }

    /// A call of one function for each length that the tuple `held` may have.
    fn call_shapes(
        &mut self,
        id: ExprId,
        callee: ExprId,
        (function, atom): (Option<Expr>, AtomId),
        (held, star): (Expr, ExprId),
        args: &[Arg],
        to: TypeId,
    ) -> Expr {
        let star_ty = self.type_of(star);
        self.dispatch(held, star_ty, to, &mut |cx, value, one, _| {
            let name = cx.temp("args");
            let length = cx.tuple_items(one).len();
            cx.stand_ins.push((star, name.clone(), one));
            cx.call_role = cx.role_of_shape(id, atom, length);
            let (call, ty) = cx.call_single(id, callee, function.clone(), atom, args);
            cx.stand_ins.pop();
            let bind = let_(&name, value);
            let call = if ty == BOT { super::expr::dead_value(call) } else { call };
            (Expr::Block(Block { stmts: vec![bind], tail: Some(Box::new(call)) }), ty)
        })
    }

    /// The role of a call with `length` arguments. Objects that were told apart until they turned out to be of one type
    /// have calls of one length each, which have no role of their own.
    fn role_of_shape(&mut self, id: ExprId, callee: AtomId, length: usize) -> Option<String> {
        let role = format!("call.{length}");
        let node = Node::Expr(id);
        let (func, n_bound) = match self.cx.rep.inferred.types.get(callee) {
            Atom::Func(func, _) => (*func, 0),
            Atom::Bound(_, func, _) => (*func, 1),
            _ => return Some(role),
        };
        if self.target(node, &role, callee).is_some() || self.target(node, "call", callee).is_none() {
            return Some(role);
        }
        let params = &self.cx.module[func].params;
        if params.iter().any(|param| matches!(param.kind, ParamKind::VarArgs | ParamKind::KwArgs)) {
            self.unsupported_operation("`*` of several lengths into a function of any number of arguments");
        }
        let is_positional = |kind| matches!(kind, ParamKind::Ordinary | ParamKind::PositionalOnly);
        let n_most = params.iter().filter(|param| is_positional(param.kind)).count();
        let n_least =
            params.iter().filter(|param| is_positional(param.kind) && param.default.is_none()).count();
        if (n_least..=n_most).contains(&(length + n_bound)) { None } else { Some(role) }
    }
}
