//! Builtins called with a `*` of known length: the items are named, and stand for arguments that are written.
//!
//! ```text
//! fn(*args)      { let (item, item_2) = args.clone(); … }
//! ```
//!
//! Where the function takes so many arguments and no others, the length of a list is checked, and its items are named.

use portalis_hir::{Arg, ExprId, ExprKind};
use portalis_typeck::builtins::{fixed_arity, keeps_star, takes_double_star};
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use super::builtin::let_;
use crate::represent::Repr;
use crate::rir::{BinOp, Block, Expr, Stmt};

impl FnCx<'_, '_> {
    /// Calls the builtin `name` without stars, where inference found how many items are behind them.
    pub(super) fn call_without_stars(
        &mut self,
        name: &str,
        args: &[Arg],
        call: impl FnOnce(&mut Self, &[Arg]) -> (Expr, TypeId),
    ) -> (Expr, TypeId) {
        // What is done to the object itself is written out by its own rules.
        if let Some((star, left)) = self.star_of_as_many(name, args) {
            return self.call_with_as_many(name, args, star, &left, call);
        }
        let Some(last) = self.last_known_star(name, args).filter(|_| !name.starts_with("super.")) else {
            return call(self, args);
        };
        let (n_outer, mut stmts, mut plain) = (self.stand_ins.len(), Vec::new(), Vec::new());
        for (i, arg) in args.iter().enumerate() {
            match arg {
                Arg::Star(star) if !keeps_star(name) => self.name_items(*star, &mut plain, &mut stmts),
                // It is empty.
                Arg::DoubleStar(value) if !takes_double_star(name) || self.is_empty_dict(*value) => {
                    if !matches!(self.cx.module[*value].kind, ExprKind::Local(_)) {
                        let value = self.value(*value);
                        stmts.push(Stmt::Expr(crate::coerce::drop_value(value)));
                    }
                }
                arg => {
                    if i < last && !keeps_star(name) && !matches!(arg, Arg::DoubleStar(_)) {
                        self.name_argument(arg.value(), &mut stmts);
                    }
                    plain.push(arg.clone());
                }
            }
        }
        let (value, ty) = call(self, &plain);
        self.stand_ins.truncate(n_outer);
        let does_nothing = |expr: &Expr| match expr {
            Expr::Block(block) => block.stmts.is_empty() && block.tail.is_none(),
            Expr::Tuple(items) => items.is_empty(),
            _ => false,
        };
        stmts.retain(|stmt| !matches!(stmt, Stmt::Expr(expr) if does_nothing(expr)));
        if stmts.is_empty() {
            return (value, ty);
        }
        (Block { stmts, tail: Some(Box::new(value)) }.into_expr(), ty)
    }

    /// The star of unknown length at the end of a call of a function that takes so many arguments and no others, and the
    /// expressions for the items that it has to bring.
    fn star_of_as_many(&self, name: &str, args: &[Arg]) -> Option<(ExprId, Vec<ExprId>)> {
        let (n, _) = fixed_arity(name).filter(|_| !keeps_star(name))?;
        let (Arg::Star(star), before) = args.split_last()? else { return None };
        let is_known =
            self.cx.rep.atoms(self.type_of(*star)).iter().all(|(_, atom)| matches!(atom, Atom::Tuple(_)));
        let is_plain = before.iter().all(|arg| matches!(arg, Arg::Pos(_)));
        let named = self.cx.module.star_items.get(star)?;
        let n_left = n.checked_sub(before.len()).filter(|&n| is_plain && !is_known && n <= named.len())?;
        Some((*star, named[..n_left].to_vec()))
    }

    /// `let items = …; if items.len() != 2 { raise } call(items.at(0), items.at(1))`.
    fn call_with_as_many(
        &mut self,
        name: &str,
        args: &[Arg],
        star: ExprId,
        left: &[ExprId],
        call: impl FnOnce(&mut Self, &[Arg]) -> (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let Some((n, message)) = fixed_arity(name) else { return call(self, args) };
        let (n_outer, mut stmts) = (self.stand_ins.len(), Vec::new());
        let mut plain = args[..args.len() - 1].to_vec();
        for arg in &plain {
            self.name_argument(arg.value(), &mut stmts);
        }
        let list = match self.spread_items(star) {
            Some(spread) => spread.list,
            None => {
                let ty = self.type_of(star);
                let elem = self.iteration_type(ty);
                let (value, list) = (self.value(star), self.temp("arguments"));
                stmts.push(let_(&list, self.collect_list(value, ty, elem)));
                list
            }
        };
        let elem = self.iteration_type(self.type_of(star));
        let length = || Expr::local(list.clone()).method("len", Vec::new());
        let given = match plain.len() {
            0 => length(),
            before => Expr::binary(BinOp::Add, length(), Expr::Int(before as i64, None)),
        };
        let text = Expr::Format { name: "format", first: None, text: message, args: vec![given] };
        let raised = self.throw_text("TypeError", text);
        if elem == BOT && !left.is_empty() {
            // There never is an item.
            return (Block { stmts, tail: Some(Box::new(raised)) }.into_expr(), BOT);
        }
        let is_wrong = Expr::binary(BinOp::Ne, length(), Expr::Int((n - plain.len()) as i64, None));
        stmts.push(Stmt::Expr(Expr::If(Box::new(is_wrong), Block::of(raised), None)));
        for (at, &item) in left.iter().enumerate() {
            let name = self.temp("item");
            let value = Expr::local(list.clone()).method("at", vec![Expr::Int(at as i64, None)]);
            stmts.push(let_(&name, value));
            self.stand_ins.push((item, name, elem));
            plain.push(Arg::Pos(item));
        }
        let (value, ty) = call(self, &plain);
        self.stand_ins.truncate(n_outer);
        (Block { stmts, tail: Some(Box::new(value)) }.into_expr(), ty)
    }

    /// Where the last star stands that inference took apart.
    fn last_known_star(&self, name: &str, args: &[Arg]) -> Option<usize> {
        let keeps = keeps_star(name);
        let mut last = None;
        for (i, arg) in args.iter().enumerate() {
            match arg {
                Arg::Star(_) if keeps => {}
                Arg::Star(star) => {
                    let atoms = self.cx.rep.atoms(self.type_of(*star));
                    let [(_, Atom::Tuple(items))] = atoms.as_slice() else { return None };
                    let named = self.cx.module.star_items.get(star)?;
                    let is_known = items.len() <= named.len()
                        && named.iter().zip(items.iter()).all(|(&item, _)| self.type_of(item) != BOT);
                    if !is_known {
                        return None;
                    }
                    last = Some(i);
                }
                Arg::DoubleStar(value) => {
                    if self.is_empty_dict(*value) {
                        last = last.or(Some(0));
                    } else if !takes_double_star(name) {
                        return None;
                    }
                }
                Arg::Pos(_) | Arg::Keyword(..) => {}
            }
        }
        last
    }

    /// Whether nothing is ever in a dict.
    fn is_empty_dict(&self, value: ExprId) -> bool {
        self.cx.rep.atoms(self.type_of(value)).iter().all(|(_, atom)| match atom {
            Atom::Cont(kind, cell) if kind.is_dict() => {
                let cell = &self.cx.rep.inferred.cells[cell.index()];
                cell.get(&portalis_typeck::cell::Field::Value) == BOT
            }
            _ => false,
        })
    }

    /// `let (item, item_2) = star;`
    fn name_items(&mut self, star: ExprId, plain: &mut Vec<Arg>, stmts: &mut Vec<Stmt>) {
        let ty = self.type_of(star);
        let value = self.value(star);
        let types = match self.cx.rep.atoms(ty).as_slice() {
            [(_, Atom::Tuple(items))] => items.to_vec(),
            _ => Vec::new(),
        };
        if types.is_empty() {
            stmts.push(Stmt::Expr(crate::coerce::drop_value(value)));
            return;
        }
        let (pat, names) = self.tuple_pattern(types.len());
        stmts.push(Stmt::Let { pat, ty: None, init: Some(value) });
        let items = self.cx.module.star_items.get(&star).cloned().unwrap_or_default();
        for ((item, name), ty) in items.into_iter().zip(names).zip(types) {
            self.stand_ins.push((item, name, ty));
            plain.push(Arg::Pos(item));
        }
    }

    /// An argument before a star, which is evaluated before it.
    pub(super) fn name_argument(&mut self, argument: ExprId, stmts: &mut Vec<Stmt>) {
        let ty = self.type_of(argument);
        let is_literal = matches!(
            self.cx.module[argument].kind,
            ExprKind::None | ExprKind::Bool(_) | ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::Str(_)
        );
        if is_literal || matches!(self.cx.rep.repr(ty), Repr::Static | Repr::Never) {
            return;
        }
        let (value, name) = (self.value(argument), self.temp("argument"));
        stmts.push(let_(&name, value));
        self.stand_ins.push((argument, name, ty));
    }
}
