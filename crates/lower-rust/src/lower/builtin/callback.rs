//! Functions that are handed to rows, as closures.

use portalis_hir::{BinOp, ExprId};
use portalis_typeck::builtins::{RowParam, TypeExpr};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{BOT, TypeId};

use super::row::RowCall;
use crate::lower::{Catch, FnCx};
use crate::represent::Repr;
use crate::rir::{Block, Closure, Expr, Pat, Path, Stmt, Ty};

impl FnCx<'_, '_> {
    /// What is handed in, as a closure that gives a `Result`.
    pub(super) fn callback(
        &mut self,
        param: &'static RowParam,
        callee: ExprId,
        (types, ret): (&[TypeExpr], Option<&TypeExpr>),
        call: &mut RowCall,
    ) -> Expr {
        let mut block = Block::default();
        let (mut params, mut values) = (Vec::new(), Vec::new());
        for ty in types {
            if let TypeExpr::Spread(tuple) = ty {
                let tuple = self.row_type(tuple, call);
                let items = self.tuple_items(tuple);
                let (pat, names) = self.tuple_pattern(items.len());
                params.push((pat, None));
                values.extend(names.into_iter().map(Expr::local).zip(items));
                continue;
            }
            let held = self.row_type(ty, call);
            let name = self.temp("item");
            params.push((Pat::Bind(name.clone(), false), None));
            let (value, ty) = match ty {
                TypeExpr::Held(ty, _) => match self.row_type(ty, call) {
                    BOT => (Expr::local(name), held),
                    ty => (self.coerce(Expr::local(name), held, ty), ty),
                },
                _ => (Expr::local(name), held),
            };
            values.push((value, ty));
        }
        let role = call.row.callback_role();
        let is_lazy = call.row.is_lazy();
        // A lazy function keeps what it is given; any other reads it again for each item.
        let is_held = is_lazy || !self.is_named(callee);
        let held = if is_held { self.hold_callee(callee, &mut block) } else { None };
        let outer = std::mem::replace(&mut self.catch, Catch::Return);
        let (body, returned) = if is_held {
            self.apply_held(call.id, role, callee, held, values)
        } else {
            self.apply(call.id, role, callee, values)
        };
        // Of its own keys a dict gives no `None`.
        let mut walked = call.given.iter().flatten();
        let given = walked.find_map(|&walked| self.looked_up_own_keys(callee, Some(walked)));
        let given = given.unwrap_or(returned);
        call.called.push((param.name, given));
        let body = match ret {
            Some(TypeExpr::Word("bool")) if returned != BOT => self.truth(body, returned),
            Some(ret) if returned != BOT => {
                let to = self.row_type(ret, call);
                if to == BOT { body } else { self.coerce(body, returned, to) }
            }
            _ => body,
        };
        self.catch = outer;
        let body = match body {
            // Nobody looks at what it gives.
            body if call.row.calls_later && returned != BOT && self.cx.rep.repr(returned) != Repr::Unit => {
                let stmts = vec![Stmt::Let { pat: Pat::Wild, ty: None, init: Some(body) }];
                let done = crate::lower::raise::ok(Expr::unit());
                Expr::Block(Block { stmts, tail: Some(Box::new(done)) })
            }
            // It always raises; the runtime waits for a value of some type.
            body @ Expr::Try(_) if returned == BOT => {
                let never = Expr::Unreachable("it always raises");
                Expr::Block(Block { stmts: vec![Stmt::Expr(body)], tail: Some(Box::new(never)) })
            }
            Expr::Try(result) => *result,
            body @ Expr::Unreachable(_) => {
                params.iter_mut().for_each(|(pat, _)| *pat = Pat::Wild);
                body
            }
            // What gives nothing is run, and `()` given.
            body if returned != BOT
                && self.cx.rep.repr(returned) == Repr::Unit
                && !matches!(&body, Expr::Tuple(items) if items.is_empty())
                && ret.is_none() =>
            {
                let done = crate::lower::raise::ok(Expr::unit());
                Expr::Block(Block { stmts: vec![Stmt::Expr(body)], tail: Some(Box::new(done)) })
            }
            body => crate::lower::raise::ok(body),
        };
        // Where no item ever comes, nothing says what would be given.
        let is_open = ret.is_none() && (returned == BOT || matches!(body, Expr::Unreachable(_)))
            || self.gives_nothing(call.row, call.to);
        let closure = plain_function(&params, &body).unwrap_or_else(|| {
            let ret = is_open.then(|| Ty::Tuple(Vec::new()).result());
            Expr::Closure(Closure { params, ret, body: Box::new(body), is_move: is_held })
        });
        if block.stmts.is_empty() {
            return closure;
        }
        block.tail = Some(Box::new(closure));
        Expr::Block(block)
    }

    /// The item itself where no function is given.
    pub(super) fn item_itself(
        &mut self,
        (types, ret): (&[TypeExpr], Option<&TypeExpr>),
        call: &RowCall,
    ) -> Expr {
        let from = types.first().map_or(BOT, |ty| self.row_type(ty, call));
        let to = ret.map_or(BOT, |ret| self.row_type(ret, call));
        let name = self.temp("item");
        let item = Expr::local(name.clone());
        let value = match ret {
            Some(TypeExpr::Word("bool")) => self.truth(item, from),
            _ => self.coerce(item, from, to),
        };
        Expr::Closure(Closure {
            params: vec![(Pat::Bind(name, false), None)],
            ret: None,
            body: Box::new(crate::lower::raise::ok(value)),
            is_move: false,
        })
    }

    /// `operator.add` where no function is given.
    pub(super) fn addition(
        &mut self,
        (types, ret): (&[TypeExpr], Option<&TypeExpr>),
        call: &RowCall,
    ) -> Expr {
        let types: Vec<TypeId> = types.iter().map(|ty| self.row_type(ty, call)).collect();
        let [left, right] = types.as_slice() else { return Expr::unit() };
        let to = ret.map_or(BOT, |ret| self.row_type(ret, call));
        let (a, b) = (self.temp("item"), self.temp("item"));
        let outer = std::mem::replace(&mut self.catch, Catch::Return);
        let values = ((Expr::local(a.clone()), *left), (Expr::local(b.clone()), *right));
        let sum = self.binary_values(Node::Expr(call.id), BinOp::Add, values.0, values.1, to, false);
        self.catch = outer;
        Expr::Closure(Closure {
            params: vec![(Pat::Bind(a, false), None), (Pat::Bind(b, false), None)],
            ret: None,
            body: Box::new(crate::lower::raise::ok(sum)),
            is_move: false,
        })
    }
}

/// The function that a closure does nothing but call.
fn plain_function(params: &[(Pat, Option<Ty>)], body: &Expr) -> Option<Expr> {
    let Expr::Call(callee, args) = body else { return None };
    let is_passed_on = |((pat, _), arg): (&(Pat, Option<Ty>), &Expr)| match (pat, arg) {
        (Pat::Bind(name, false), Expr::Path(Path::Local(arg))) => name == arg,
        _ => false,
    };
    let is_function = matches!(&**callee, Expr::Path(Path::Local(name)) if name != "Ok");
    (is_function && args.len() == params.len() && params.iter().zip(args).all(is_passed_on))
        .then(|| (**callee).clone())
}
