//! `max(*xs)`, `min(*xs)`: how many arguments there are is known when it runs. One alone is what to go over; none is an error.

use portalis_typeck::ty::{BOT, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{BinOp, Block, Expr, Path, Stmt};

use super::let_;

impl FnCx<'_, '_> {
    /// Looks at the list `held` of all arguments, of which `n_plain` stand without a star.
    pub(super) fn check_spread(
        &mut self,
        name: &str,
        held: &str,
        n_plain: usize,
        elem: TypeId,
        block: &mut Block,
    ) {
        if n_plain > 1 {
            return;
        }
        if n_plain == 0 {
            let message = format!("{name} expected at least 1 argument, got 0");
            let raised = self.throw_message("TypeError", &message);
            let is_empty = Expr::local(held).method("is_empty", Vec::new());
            block.stmts.push(Stmt::Expr(Expr::If(Box::new(is_empty), Block::of(raised), None)));
        }
        let is_alone =
            Expr::binary(BinOp::Eq, Expr::local(held).method("len", Vec::new()), Expr::Int(1, None));
        let only = Expr::local(held).method("at", vec![Expr::Int(0, None)]);
        let mut alone = Block::default();
        let inner = self.iteration_type(elem);
        if inner == elem {
            // Text is made of text.
            let (whole, all) = (self.temp("whole"), held.to_owned());
            alone.stmts.push(let_(&whole, only));
            alone.stmts.push(Stmt::Expr(Expr::local(held).method("clear", Vec::new())));
            self.for_each_value(Expr::local(whole), elem, &mut alone, &mut |_, item, _, body| {
                body.stmts.push(Stmt::Expr(Expr::local(all.clone()).method("push", vec![item])));
            });
        } else if matches!(self.cx.rep.repr(elem), Repr::I64 | Repr::Big | Repr::Float | Repr::Bool) {
            let message = format!("'{}' object is not iterable", self.class_name_of(elem));
            let raised = self.throw_message("TypeError", &message);
            alone.stmts.push(Stmt::Expr(raised));
        } else if inner == BOT {
            // Nothing in it can be gone over, which raises, or it is empty, and there is no best of it.
            self.for_each_value(only, elem, &mut alone, &mut |_, _, _, _| {});
            let raised = self.throw_message("ValueError", &format!("{name}() arg is an empty sequence"));
            alone.stmts.push(Stmt::Expr(raised));
        } else {
            let what = format!("`{name}` of one argument behind a star, which is what to go over");
            let trap = Path::RtIn("trap", "unsupported".to_owned());
            alone.stmts.push(Stmt::Expr(Expr::call(trap, vec![Expr::Str(what)])));
        }
        block.stmts.push(Stmt::Expr(Expr::If(Box::new(is_alone), alone, None)));
    }
}
